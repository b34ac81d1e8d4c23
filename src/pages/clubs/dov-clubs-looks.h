/* dov-clubs-looks.h - what clubs, their members and sessions look like: form, list, signs of states */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

void dov_clubs_looks_tell (void);
