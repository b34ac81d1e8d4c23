/* dov-club-keys.h - which mark a key means, in either layout, and what is said of a mark */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-club-month.h"

G_BEGIN_DECLS

DovClubMark  dov_club_keys_find_mark (const char   *text);
const char  *dov_club_keys_get_look  (DovClubMark   mark);
char        *dov_club_keys_name_cell (DovClubMonth *month,
                                      guint         row,
                                      guint         column) G_GNUC_WARN_UNUSED_RESULT;
char        *dov_club_keys_name_head (DovClubMonth *month,
                                      guint         column) G_GNUC_WARN_UNUSED_RESULT;
char        *dov_club_keys_day_words (DovClubColumn *column) G_GNUC_WARN_UNUSED_RESULT;
char        *dov_club_keys_month_words (const GDate *day) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
