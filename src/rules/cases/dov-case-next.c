/* dov-case-next.c - what is to be done with a family next, and when anybody spoke with it last (F8) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-case-next.h"

#include "dov-case-status.h"
#include "dov-contact-record.h"
#include "dov-home-visit.h"
#include "dov-silence.h"

/* Days from one to the next where nobody said otherwise: of a family in a socially dangerous position, of others (F8). */
#define VISIT_SOP     30
#define VISIT_OTHER   91
#define REVIEW_SOP    30
#define REVIEW_OTHER  90

/* The last, and the day that it named for the next. */
#define LAST_VISIT \
  "SELECT substr (visited_at, 1, 10), next_visit_on FROM live_home_visit WHERE family_id = ?1 AND was_home" \
  " ORDER BY visited_at DESC, id DESC LIMIT 1"
#define LAST_REVIEW \
  "SELECT date, next_review_on FROM live_case_review WHERE family_id = ?1 ORDER BY date DESC, id DESC LIMIT 1"

/* An attempt names a day for the next visit too. */
#define AGREED_VISIT \
  "SELECT next_visit_on FROM live_home_visit WHERE family_id = ?1 AND next_visit_on IS NOT NULL" \
  " AND visited_at >= coalesce ((SELECT max (visited_at) FROM live_home_visit WHERE family_id = ?1 AND was_home), '')" \
  " ORDER BY visited_at DESC, id DESC LIMIT 1"

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

/* The day that was named, or so long after the last one, or after support began. */
static DovCaseNext
find_due (DovStore        *store,
          DovFamily       *family,
          DovCaseNextKind  kind,
          guint            n_days)
{
  DovCaseNext next = { .kind = kind };
  gint64 id = dov_record_get_id (DOV_RECORD (family));
  g_autoptr (DovStatement) last = dov_store_see (store, kind == DOV_CASE_NEXT_VISIT ? LAST_VISIT : LAST_REVIEW, "(x)", id);
  g_autoptr (DovStatement) agreed = kind == DOV_CASE_NEXT_VISIT ? dov_store_see (store, AGREED_VISIT, "(x)", id) : NULL;
  gboolean is_named = FALSE;

  if (dov_statement_next (last))
    {
      (void) read_day (last, 0, &next.last);
      is_named = read_day (last, 1, &next.due);
    }
  if (agreed != NULL && dov_statement_next (agreed))
    is_named = read_day (agreed, 0, &next.due) || is_named;
  if (is_named)
    return next;

  next.due = g_date_valid (&next.last) ? next.last : *family->opened_on;
  g_date_add_days (&next.due, n_days);

  return next;
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
  gboolean is_sop;
  DovCaseNext visit, review;

  if (family->opened_on == NULL || family->closed_on != NULL ||
      (family->case_status != DOV_CASE_STATUS_ACTIVE && family->case_status != DOV_CASE_STATUS_MONITORING))
    return FALSE;

  is_sop = dov_case_status_is_sop (store, family);
  visit = find_due (store, family, DOV_CASE_NEXT_VISIT, is_sop ? VISIT_SOP : VISIT_OTHER);
  review = find_due (store, family, DOV_CASE_NEXT_REVIEW, is_sop ? REVIEW_SOP : REVIEW_OTHER);
  *next = g_date_compare (&review.due, &visit.due) < 0 ? review : visit;
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
