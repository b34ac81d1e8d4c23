/* dov-club-words.h - what lists and pages say of groups and volunteers, counted */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-club-month.h"
#include "dov-table-view.h"

G_BEGIN_DECLS

/* Cells of lists. */
char *dov_club_words_next      (DovStore *store, gpointer row, const DovTableColumn *column);
char *dov_club_words_members   (DovStore *store, gpointer row, const DovTableColumn *column);
char *dov_club_words_average   (DovStore *store, gpointer row, const DovTableColumn *column);
char *dov_club_words_leader    (DovStore *store, gpointer row, const DovTableColumn *column);

char *dov_club_schedule_words  (DovStore      *store,
                                gint64         group_id) G_GNUC_WARN_UNUSED_RESULT;
char *dov_club_next_words      (DovStore      *store,
                                gint64         group_id) G_GNUC_WARN_UNUSED_RESULT;
DovClubFigures dov_club_season_figures (DovStore *store,
                                DovClubGroup  *group);
char *dov_club_leader_words    (DovStore      *store,
                                gint64         staff_id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
