/* dov-case-next.c - what is to be done with a family next, and when anybody spoke with it last (F8) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-case-next.h"

#include "dov-contact-record.h"
#include "dov-home-visit.h"
#include "dov-silence.h"

#define DUE \
  "SELECT " DOV_CASE_VISIT_DUE ("f", "?2") ", " DOV_CASE_REVIEW_DUE ("f", "?2") \
  " FROM live_family f WHERE f.id = ?1 AND " DOV_CASE_IS_FOLLOWED ("f")

#define LAST_CONTACT \
  "SELECT 1, id, substr (visited_at, 1, 10) AS day, visited_at AS at FROM live_home_visit WHERE family_id = ?1 AND was_home" \
  " UNION ALL SELECT 0, id, substr (contacted_at, 1, 10), contacted_at FROM live_contact_record WHERE family_id = ?1" \
  " AND reached ORDER BY at DESC LIMIT 1"

static gboolean
read_day (DovStatement *row,
          int           column,
          GDate        *day)
{
  g_autoptr (GDate) read = dov_statement_column_is_null (row, column) ? NULL : dov_statement_dup_date (row, column);

  if (read == NULL)
    return FALSE;
  *day = *read;

  return TRUE;
}

/**
 * dov_case_next_find:
 *
 * A family on support is visited and looked at from time to time; the one that is due first comes first.
 *
 * Returns: whether anything is due, be it only in a while
 */
gboolean
dov_case_next_find (DovStore    *store,
                    DovFamily   *family,
                    DovCaseNext *next)
{
  GDate today = dov_today ();
  GDate visit, review;
  g_autoptr (DovStatement) row = dov_store_see (store, DUE, "(xD)", dov_record_get_id (DOV_RECORD (family)), &today);

  if (!dov_statement_next (row) || !read_day (row, 0, &visit) || !read_day (row, 1, &review))
    return FALSE;
  next->kind = g_date_compare (&review, &visit) < 0 ? DOV_CASE_NEXT_REVIEW : DOV_CASE_NEXT_VISIT;
  next->due = next->kind == DOV_CASE_NEXT_VISIT ? visit : review;
  next->is_overdue = g_date_compare (&next->due, &today) < 0;

  return TRUE;
}

/**
 * dov_case_contact_find:
 *
 * Returns: whether anybody ever reached the family; then how long ago
 */
gboolean
dov_case_contact_find (DovStore       *store,
                       DovFamily      *family,
                       DovCaseContact *contact)
{
  GDate today = dov_today ();
  g_autoptr (DovStatement) row = dov_store_see (store, LAST_CONTACT, "(x)", dov_record_get_id (DOV_RECORD (family)));
  int n_days;

  if (!dov_statement_next (row) || !read_day (row, 2, &contact->day))
    return FALSE;
  n_days = g_date_days_between (&contact->day, &today);
  contact->type = dov_statement_column_integer (row, 0) != 0 ? DOV_TYPE_HOME_VISIT : DOV_TYPE_CONTACT_RECORD;
  contact->id = dov_statement_column_integer (row, 1);
  contact->n_days = (guint) MAX (n_days, 0);
  contact->is_quiet = dov_silence_count_days (store, dov_record_get_id (DOV_RECORD (family)), &today) > DOV_SILENCE_DAYS;

  return TRUE;
}
