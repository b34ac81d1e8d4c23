/* dov-club-sheet.h - a month of a group written into a grid of marks: cells, heads, sums, words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-club-month.h"
#include "dov-mark-grid.h"

G_BEGIN_DECLS

void  dov_club_sheet_fill       (DovMarkGrid  *grid,
                                 DovClubMonth *month,
                                 DovClubMonth *before);
DovClubMark dov_club_sheet_find_mark (const char *text);
char *dov_club_sheet_dup_counts (DovClubMonth *month) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
