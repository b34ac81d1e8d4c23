/* dov-volunteers-looks.h - what volunteers look like: form, list, signs of states */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

void dov_volunteers_looks_tell (void);
