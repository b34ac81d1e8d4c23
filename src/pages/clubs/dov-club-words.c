/* dov-club-words.c - what lists and pages say of groups and volunteers, counted */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-club-words.h"

#include "dov-club-slot.h"
#include "dov-join.h"
#include "dov-name.h"
#include "dov-number.h"
#include "dov-person.h"
#include "dov-staff.h"

#include <glib/gi18n.h>

/* «вт 2 марта, 15:00» */
char *
dov_club_next_words (DovStore *store,
                     gint64    group_id)
{
  g_autoptr (DovClubSession) session = dov_store_look_up (store, DOV_TYPE_CLUB_SESSION, dov_club_find_next (store, group_id));
  g_autofree char *time = NULL;
  GDate day;

  if (session == NULL)
    return g_strdup ("");
  day = dov_moment_get_date (session->starts_at);
  time = dov_time_to_shown (dov_moment_get_time (session->starts_at));

  return g_strdup_printf ("%s %d %s, %s", dov_weekday_short (g_date_get_weekday (&day)), g_date_get_day (&day),
                          dov_month_name_of (g_date_get_month (&day)), time);
}

char *
dov_club_words_next (DovStore             *store,
                     gpointer              row,
                     const DovTableColumn *column)
{
  return dov_club_next_words (store, dov_record_get_id (row));
}

/**
 * dov_club_season_figures:
 *
 * Returns: members now, sessions and visits of the season until today
 */
DovClubFigures
dov_club_season_figures (DovStore     *store,
                         DovClubGroup *group)
{
  GDate today = dov_today (), since, until;

  dov_club_group_get_season (group, &today, &since, &until);

  return dov_club_count (store, dov_record_get_id (DOV_RECORD (group)), &since, &today);
}

char *
dov_club_words_members (DovStore             *store,
                        gpointer              row,
                        const DovTableColumn *column)
{
  DovClubFigures figures = dov_club_season_figures (store, row);

  return dov_number_to_shown (figures.n_members);
}

char *
dov_club_words_average (DovStore             *store,
                        gpointer              row,
                        const DovTableColumn *column)
{
  DovClubFigures figures = dov_club_season_figures (store, row);

  return dov_club_average_to_shown (figures.n_present, figures.n_held);
}

/* «Шихова М.И.» */
char *
dov_club_leader_words (DovStore *store,
                       gint64    staff_id)
{
  g_autoptr (DovRecord) staff = dov_store_look_up (store, DOV_TYPE_STAFF, staff_id);
  g_autoptr (DovPerson) person = dov_store_follow (store, staff, "person_id");

  return person != NULL ? dov_name_short (person->last_name, person->first_name, person->patronymic) : g_strdup ("");
}

char *
dov_club_words_leader (DovStore             *store,
                       gpointer              row,
                       const DovTableColumn *column)
{
  return dov_club_leader_words (store, DOV_CLUB_GROUP (row)->leader_id);
}

/**
 * dov_club_schedule_words:
 *
 * Returns: (transfer full): «вт 15:00, чт 16:30», "" while there is no schedule
 */
char *
dov_club_schedule_words (DovStore *store,
                         gint64    group_id)
{
  g_autoptr (GPtrArray) slots = dov_store_read (store, DOV_TYPE_CLUB_SLOT, &(DovQuery) {
    .where = "group_id = ?1", .params = g_variant_new ("(x)", group_id) });
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint weekday = DOV_WEEKDAY_MON; weekday <= DOV_WEEKDAY_SUN; weekday++)
    for (guint i = 0; i < slots->len; i++)
      {
        DovClubSlot *slot = g_ptr_array_index (slots, i);
        g_autofree char *time = dov_time_to_shown (slot->time);
        g_autofree char *when = g_strdup_printf ("%s %s", dov_weekday_short ((GDateWeekday) weekday), time);

        if ((guint) slot->weekday == weekday)
          dov_join (words, ", ", when);
      }

  return g_string_free (g_steal_pointer (&words), FALSE);
}
