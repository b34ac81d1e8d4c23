/* dov-patrol-looks.h - what patrols, shifts, findings and notices look like: form, list, signs of states */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

void dov_patrol_looks_tell (void);
