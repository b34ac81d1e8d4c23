/* dov-headcount.c - who came to an event by name, counted in the bands of the headcount */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-headcount.h"

/* The band of the row's person, whose date of birth and year stand in the first two columns. */
static DovBand
band_of_row (DovStatement *row,
             const GDate  *on)
{
  g_autoptr (GDate) birth_date = dov_statement_dup_date (row, 0);

  if (birth_date != NULL)
    return dov_band_of_age (dov_age_on (birth_date, on));
  if (!dov_statement_column_is_null (row, 1))
    return dov_band_of_year ((int) dov_statement_column_integer (row, 1), on);

  return DOV_BAND_UNKNOWN;
}

/**
 * dov_headcount_count_named:
 * @event: whose people are counted, as old as they are on its day
 * @named: (out caller-allocates): how many came, see dov_attendance_is_visit()
 */
gboolean
dov_headcount_count_named (DovStore  *store,
                           DovEvent  *event,
                           DovNamed  *named,
                           GError   **error)
{
  GDate on = event->starts_at != NULL ? dov_moment_get_date (event->starts_at) : dov_today ();
  g_autoptr (DovStatement) rows =
    dov_store_see (store, "SELECT p.birth_date, p.birth_year FROM live_attendance a JOIN person p ON p.id = a.person_id"
                   " WHERE a.event_id = ?1"
                   " AND a.status IN ('checked_in', 'walk_in') AND a.role IN ('guest', 'parent')",
                   "(x)", dov_record_get_id (DOV_RECORD (event)));

  *named = (DovNamed) { 0 };
  while (dov_statement_next (rows))
    {
      DovBand band = band_of_row (rows, &on);

      named->total++;
      if (band == DOV_BAND_UNKNOWN)
        named->unknown++;
      else
        named->bands[band]++;
    }

  return dov_store_has_seen (store, error);
}

/**
 * dov_headcount_find:
 *
 * Returns: (transfer full) (nullable): the headcount of the event, if there is one
 */
DovEventHeadcount *
dov_headcount_find (DovStore *store,
                    gint64    event_id)
{
  DovQuery query = { .where = "event_id = ?1", .params = g_variant_new ("(x)", event_id) };
  DovRecord *record = dov_store_find_first (store, DOV_TYPE_EVENT_HEADCOUNT, &query, NULL);

  return record != NULL ? DOV_EVENT_HEADCOUNT (record) : NULL;
}
