/* dov-families-looks.h - what families, their members and categories look like: form, list, signs of states */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

void dov_families_looks_tell (void);
