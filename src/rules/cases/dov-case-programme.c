/* dov-case-programme.c - the programme of a family that is under way */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-case-programme.h"

/* What is signed goes before a draft, the latest before what was before it. */
#define PROGRAMME \
  "SELECT id FROM live_case_plan WHERE family_id = ?1 AND status IN ('draft', 'agreed', 'approved', 'in_progress')" \
  " ORDER BY status = 'draft', since DESC, id DESC LIMIT 1"

#define OPEN_STEPS \
  "SELECT id FROM live_plan_action WHERE plan_id = ?1 AND status IN ('planned', 'in_progress') ORDER BY due_to, id"

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

  programme->plan = dov_store_see_number (store, PROGRAMME, "(x)", family);
  if (programme->plan == 0)
    return FALSE;

  programme->open = dov_store_see_ids (store, OPEN_STEPS, "(x)", programme->plan);
  dov_plan_progress_count (store, programme->plan, &today, &programme->progress);

  return TRUE;
}

void
dov_case_programme_clear (DovCaseProgramme *programme)
{
  g_clear_pointer (&programme->open, g_array_unref);
}
