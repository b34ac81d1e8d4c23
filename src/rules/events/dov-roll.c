/* dov-roll.c - who was at an event by name, and how many came in all */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-roll.h"

#include <glib/gi18n.h>

#include "dov-headcount.h"

static void
line_free (DovRollLine *line)
{
  g_clear_object (&line->mark);
  g_clear_object (&line->person);
  g_free (line);
}

void
dov_roll_free (DovRoll *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/* Whether the event has not begun yet: people can only be put down for it. */
gboolean
dov_event_is_to_come (DovEvent *event)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();
  GDate today = dov_today (), day;

  if (event->starts_at == NULL)
    return TRUE;
  day = dov_moment_get_date (event->starts_at);

  return g_date_compare (&day, &today) > 0;
}

/**
 * dov_roll_band_of:
 * @person: somebody
 * @event: where they came
 *
 * Finds the band in which somebody is counted. Whose year of birth alone is
 * known and stands between two bands counts as having had the birthday; of
 * whom nothing is known is put where dov_headcount_raise() puts them.
 *
 * Returns: a band
 */
DovBand
dov_roll_band_of (DovPerson *person,
                  DovEvent  *event)
{
  GDate day = event->starts_at != NULL ? dov_moment_get_date (event->starts_at) : dov_today ();
  DovBand band = dov_person_get_band (person, &day);

  if (band == DOV_BAND_UNKNOWN && person->birth_year != DOV_UNKNOWN)
    band = dov_band_of_age (MAX (0, g_date_get_year (&day) - (int) person->birth_year));

  return band != DOV_BAND_UNKNOWN ? band : DOV_BAND_18_35;
}

/* “7 years”, “about 40 years”; empty while unknown. */
char *
dov_roll_age_words (DovPerson *person,
                    DovEvent  *event)
{
  GDate day = event->starts_at != NULL ? dov_moment_get_date (event->starts_at) : dov_today ();
  int age;

  if (person->birth_date != NULL)
    {
      age = dov_age_on (person->birth_date, &day);
      return g_strdup_printf (ngettext ("%d year", "%d years", (gulong) age), age);
    }
  if (person->birth_year != DOV_UNKNOWN)
    {
      age = MAX (0, g_date_get_year (&day) - (int) person->birth_year);
      return g_strdup_printf (ngettext ("about %d year", "about %d years", (gulong) age), age);
    }

  return g_strdup ("");
}

static gboolean
read_lines (DovRoll   *self,
            DovStore  *store,
            DovEvent  *event,
            GError   **error)
{
  g_autoptr (DovStatement) rows =
    dov_store_see (store, "SELECT a.id, a.person_id FROM live_attendance a JOIN person p ON p.id = a.person_id"
                   " WHERE a.event_id = ?1 ORDER BY p.key, p.last_name, a.id",
                   "(x)", dov_record_get_id (DOV_RECORD (event)));

  while (dov_statement_next (rows))
    {
      DovRollLine *line = g_new0 (DovRollLine, 1);

      g_ptr_array_add (self->lines, line);
      line->mark = (DovAttendance *) dov_store_find (store, DOV_TYPE_ATTENDANCE,
                                                     dov_statement_column_integer (rows, 0), error);
      line->person = (DovPerson *) dov_store_find (store, DOV_TYPE_PERSON, dov_statement_column_integer (rows, 1), error);
      if (line->mark == NULL || line->person == NULL)
        return FALSE;
    }

  return dov_store_has_seen (store, error);
}

/**
 * dov_roll_read:
 * @store: the store
 * @event: the event
 * @error: return location for an error
 *
 * Reads who was at an event and how many came.
 *
 * Returns: (transfer full): the roll; %NULL on error
 */
DovRoll *
dov_roll_read (DovStore  *store,
               DovEvent  *event,
               GError   **error)
{
  g_autoptr (DovRoll) self = g_new0 (DovRoll, 1);
  g_autoptr (DovEventHeadcount) headcount = NULL;

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  if (!read_lines (self, store, event, error))
    return NULL;

  for (guint i = 0; i < self->lines->len; i++)
    {
      DovRollLine *line = g_ptr_array_index (self->lines, i);

      if (dov_attendance_is_visit (line->mark))
        {
          self->named[dov_roll_band_of (line->person, event)]++;
          self->n_named++;
        }
    }
  headcount = dov_headcount_find (store, dov_record_get_id (DOV_RECORD (event)));
  for (DovBand band = 0; band < DOV_N_BANDS; band++)
    {
      self->counted[band] = headcount != NULL ? dov_event_headcount_get_band (headcount, band) : self->named[band];
      self->n_counted += self->counted[band];
    }
  self->is_counted = headcount != NULL && self->n_counted > 0;

  return g_steal_pointer (&self);
}

/* The line of a person; NULL when they are not on the roll. */
DovRollLine *
dov_roll_find (DovRoll *self,
               gint64   person)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      DovRollLine *line = g_ptr_array_index (self->lines, i);

      if (line->mark->person_id == person)
        return line;
    }

  return NULL;
}
