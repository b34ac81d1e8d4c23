/* dov-case-programme.c - the programme of a family that is under way, and which consents its people gave */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-case-programme.h"

/* What is signed goes before a draft, the latest before what was before it. */
#define PROGRAMME \
  "SELECT id FROM live_case_plan WHERE family_id = ?1 AND status IN ('draft', 'agreed', 'approved', 'in_progress')" \
  " ORDER BY status = 'draft', since DESC, id DESC LIMIT 1"

#define STEPS \
  "SELECT id, status = 'done', status <> 'done' AND due_to < ?2 FROM live_plan_action" \
  " WHERE plan_id = ?1 AND status <> 'cancelled' ORDER BY due_to, id"

/* The last that was signed says what holds. */
#define CONSENT \
  "SELECT valid_until, coalesce (withdrawn_on <= ?2, 0) FROM live_consent WHERE subject_id = ?1 AND kind = 'processing'" \
  " AND instr (',' || purpose || ',', ',case,') > 0 AND signed_on <= ?2" \
  " ORDER BY coalesce (withdrawn_on <= ?2, 0), valid_until IS NULL DESC, valid_until DESC LIMIT 1"

#define DAYS_ENDING 31

/**
 * dov_case_programme_find:
 * @programme: to be cleared
 *
 * Returns: whether the family has one, be it a draft
 */
gboolean
dov_case_programme_find (DovStore         *store,
                         gint64            family,
                         DovCaseProgramme *programme)
{
  GDate today = dov_today ();
  g_autofree char *day = dov_date_to_iso (&today);
  g_autoptr (DovStatement) rows = NULL;

  programme->plan = dov_store_see_number (store, PROGRAMME, "(x)", family);
  if (programme->plan == 0)
    return FALSE;

  programme->open = g_array_new (FALSE, FALSE, sizeof (gint64));
  rows = dov_store_see (store, STEPS, "(xs)", programme->plan, day);
  while (dov_statement_next (rows))
    {
      gint64 id = dov_statement_column_integer (rows, 0);
      gboolean is_done = dov_statement_column_integer (rows, 1) != 0;

      programme->n_steps++;
      programme->n_done += is_done;
      programme->n_late += dov_statement_column_integer (rows, 2) != 0;
      if (!is_done)
        g_array_append_val (programme->open, id);
    }

  return TRUE;
}

void
dov_case_programme_clear (DovCaseProgramme *programme)
{
  g_clear_pointer (&programme->open, g_array_unref);
}

/**
 * dov_case_consent_find:
 * @until: the day on which it ends, invalid where it ends with the support
 *
 * Returns: whether somebody’s data may be kept for the work with the family
 */
DovCaseConsentState
dov_case_consent_find (DovStore *store,
                       gint64    person,
                       GDate    *until)
{
  GDate today = dov_today ();
  g_autofree char *iso = dov_date_to_iso (&today);
  g_autoptr (DovStatement) row = dov_store_see (store, CONSENT, "(xs)", person, iso);
  g_autoptr (GDate) day = NULL;

  g_date_clear (until, 1);
  if (!dov_statement_next (row))
    return DOV_CASE_CONSENT_NONE;
  if (dov_statement_column_integer (row, 1) != 0)
    return DOV_CASE_CONSENT_WITHDRAWN;
  if (dov_statement_column_is_null (row, 0))
    return DOV_CASE_CONSENT_ACTIVE;
  day = dov_statement_dup_date (row, 0);
  if (day == NULL)
    return DOV_CASE_CONSENT_ACTIVE;
  *until = *day;
  if (g_date_compare (day, &today) < 0)
    return DOV_CASE_CONSENT_EXPIRED;

  return g_date_days_between (&today, day) <= DAYS_ENDING ? DOV_CASE_CONSENT_ENDING : DOV_CASE_CONSENT_ACTIVE;
}
