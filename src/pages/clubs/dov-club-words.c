/* dov-club-words.c - what lists and pages say of groups and volunteers, counted */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-club-words.h"

#include "dov-club-slot.h"
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
  gint64 id = dov_club_find_next (store, group_id);
  g_autoptr (DovRecord) session = id != 0 ? dov_store_find (store, DOV_TYPE_CLUB_SESSION, id, NULL) : NULL;
  g_autofree char *time = NULL;
  GDate day;

  if (session == NULL)
    return g_strdup ("");
  day = dov_moment_get_date (DOV_CLUB_SESSION (session)->starts_at);
  time = dov_time_to_shown (dov_moment_get_time (DOV_CLUB_SESSION (session)->starts_at));

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
 * @figures: (out caller-allocates): members now, sessions and visits of the season until today
 */
void
dov_club_season_figures (DovStore       *store,
                         DovClubGroup   *group,
                         DovClubFigures *figures)
{
  GDate today = dov_today (), since, until;

  *figures = (DovClubFigures) { 0 };
  dov_club_group_get_season (group, &today, &since, &until);
  dov_club_count (store, dov_record_get_id (DOV_RECORD (group)), &since, &today, figures, NULL);
}

char *
dov_club_words_members (DovStore             *store,
                        gpointer              row,
                        const DovTableColumn *column)
{
  DovClubFigures figures;

  dov_club_season_figures (store, row, &figures);

  return dov_number_to_shown (figures.n_members);
}

char *
dov_club_words_average (DovStore             *store,
                        gpointer              row,
                        const DovTableColumn *column)
{
  DovClubFigures figures;

  dov_club_season_figures (store, row, &figures);

  return dov_club_average_to_shown (figures.n_present, figures.n_held);
}

/* «Шихова М.И.» */
char *
dov_club_leader_words (DovStore *store,
                       gint64    staff_id)
{
  g_autoptr (DovRecord) staff = staff_id != 0 ? dov_store_find (store, DOV_TYPE_STAFF, staff_id, NULL) : NULL;
  g_autoptr (DovRecord) person =
    staff != NULL ? dov_store_find (store, DOV_TYPE_PERSON, DOV_STAFF (staff)->person_id, NULL) : NULL;

  if (person == NULL)
    return g_strdup ("");

  return dov_name_short (DOV_PERSON (person)->last_name, DOV_PERSON (person)->first_name,
                         DOV_PERSON (person)->patronymic);
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
  DovQuery query = { .where = "group_id = ?1", .params = g_variant_new ("(x)", group_id) };
  g_autoptr (GArray) ids = dov_store_list (store, DOV_TYPE_CLUB_SLOT, &query, NULL);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint weekday = DOV_WEEKDAY_MON; ids != NULL && weekday <= DOV_WEEKDAY_SUN; weekday++)
    for (guint i = 0; i < ids->len; i++)
      {
        g_autoptr (DovRecord) slot = dov_store_find (store, DOV_TYPE_CLUB_SLOT, g_array_index (ids, gint64, i), NULL);
        g_autofree char *time = NULL;

        if (slot == NULL || (guint) DOV_CLUB_SLOT (slot)->weekday != weekday)
          continue;
        time = dov_time_to_shown (DOV_CLUB_SLOT (slot)->time);
        g_string_append_printf (words, "%s%s %s", words->len > 0 ? ", " : "",
                                dov_weekday_short ((GDateWeekday) weekday), time);
      }

  return g_string_free (g_steal_pointer (&words), FALSE);
}
