/* dov-case-next.c - what is to be done with a family next, and when anybody spoke with it last (F8) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-case-next.h"

#include <glib/gi18n.h>

#include "dov-case-review.h"
#include "dov-contact-record.h"
#include "dov-fold.h"
#include "dov-home-visit.h"
#include "dov-silence.h"

#define DUE \
  "SELECT " DOV_CASE_VISIT_DUE ("f", "?2") ", " DOV_CASE_REVIEW_DUE ("f", "?2") \
  " FROM live_family f WHERE f.id = ?1 AND " DOV_CASE_IS_FOLLOWED ("f")

#define LAST_VISIT  "SELECT id FROM live_home_visit WHERE family_id = ?1 ORDER BY visited_at DESC, id DESC LIMIT 1"
#define LAST_REVIEW "SELECT id FROM live_case_review WHERE family_id = ?1 ORDER BY date DESC, id DESC LIMIT 1"

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

/* The last that names when the next one is; before the first there is only what the rule says. */
static DovRecord *
find_last (DovStore          *store,
           DovFamily         *family,
           const DovCaseNext *next)
{
  gboolean is_visit = next->kind == DOV_CASE_NEXT_VISIT;
  gint64 id = dov_store_see_number (store, is_visit ? LAST_VISIT : LAST_REVIEW, "(x)",
                                    dov_record_get_id (DOV_RECORD (family)));

  return id != 0 ? dov_store_look_up (store, is_visit ? DOV_TYPE_HOME_VISIT : DOV_TYPE_CASE_REVIEW, id) : NULL;
}

/**
 * dov_case_next_may_put_off:
 *
 * Returns: whether something is due whose day was agreed at the one before, and may be agreed anew
 */
gboolean
dov_case_next_may_put_off (DovStore  *store,
                           DovRecord *family)
{
  g_autoptr (DovRecord) last = NULL;
  DovCaseNext next;

  if (!dov_case_next_find (store, DOV_FAMILY (family), &next))
    return FALSE;
  last = find_last (store, DOV_FAMILY (family), &next);

  return last != NULL;
}

/**
 * dov_case_next_put_off:
 * @typed: to which day, as a person types it
 * @reason: why; it stands in the history
 *
 * The visit or review that is due first is on another day, in one operation.
 */
gboolean
dov_case_next_put_off (DovStore    *store,
                       DovFamily   *family,
                       const char  *typed,
                       const char  *reason,
                       GError     **error)
{
  g_autoptr (DovRecord) last = NULL;
  g_autoptr (DovRecord) draft = NULL;
  g_autofree char *shown = NULL, *words = NULL;
  DovCaseNext next;
  g_autoptr (GDate) day = NULL;
  GDate today = dov_today ();
  gboolean is_visit;

  if (!dov_date_from_typed (typed, &day, error))
    return FALSE;
  if (day == NULL)
    return dov_refuse (error, _("Type the day."));
  if (g_date_compare (day, &today) < 0)
    return dov_refuse (error, _("This day has passed. Type today or a later day."));
  if (dov_fold_is_empty (reason))
    return dov_refuse (error, _("Type why. A few words are enough."));
  if (!dov_case_next_find (store, family, &next) || (last = find_last (store, family, &next)) == NULL)
    return dov_refuse (error, _("Nothing was agreed yet that could be put off."));
  is_visit = next.kind == DOV_CASE_NEXT_VISIT;
  shown = dov_date_to_shown (day);
  words = g_strdup_printf (is_visit ? C_("toast", "The visit to %1$s is put off to %2$s: %3$s")
                                    : C_("toast", "The review of %1$s is put off to %2$s: %3$s"),
                           family->family_name, shown, reason);
  draft = dov_record_dup (last);
  dov_record_set_date (draft, is_visit ? "next_visit_on" : "next_review_on", day);
  if (!dov_store_begin (store, words, error))
    return FALSE;

  return dov_store_end (store, dov_store_save (store, draft, error), error);
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
