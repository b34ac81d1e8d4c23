/* dov-case-waiting.c - families that wait for something: a first visit, a review, a new programme (F8) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-case-waiting.h"

#include <glib/gi18n.h>

#include "dov-case-next.h"

#define HERE " AND (?2 = 0 OR f.lounge_id = ?2)"

typedef struct
{
  const char *words;
  const char *select;
} Kind;

static const Kind kinds[DOV_N_CASE_WAITINGS] = {
  [DOV_CASE_WAITING_FIRST_VISIT] = { N_("wait for the first visit"),
    "SELECT f.id FROM live_family f WHERE f.case_status = 'identified' AND ?1 IS NOT NULL" HERE
    " AND NOT EXISTS (SELECT 1 FROM live_home_visit v WHERE v.family_id = f.id)"
    " AND NOT EXISTS (SELECT 1 FROM live_living_conditions_act a WHERE a.family_id = f.id) ORDER BY f.key, f.id" },
  [DOV_CASE_WAITING_VISIT] = { N_("a visit is overdue"),
    "SELECT f.id FROM live_family f WHERE " DOV_CASE_IS_FOLLOWED ("f") HERE
    " AND " DOV_CASE_VISIT_DUE ("f", "?1") " < ?1 ORDER BY f.key, f.id" },
  [DOV_CASE_WAITING_REVIEW] = { N_("a review is overdue"),
    "SELECT f.id FROM live_family f WHERE " DOV_CASE_IS_FOLLOWED ("f") HERE
    " AND " DOV_CASE_REVIEW_DUE ("f", "?1") " < ?1 ORDER BY f.key, f.id" },
  [DOV_CASE_WAITING_PROGRAMME] = { N_("the programme ends within a month"),
    "SELECT f.id FROM live_family f WHERE f.case_status = 'active'" HERE
    " AND EXISTS (SELECT 1 FROM live_case_plan p WHERE p.family_id = f.id AND p.status IN ('approved', 'in_progress')"
    " AND p.until <= date (?1, '+1 month')) AND NOT EXISTS (SELECT 1 FROM live_case_plan n WHERE n.family_id = f.id"
    " AND n.status IN ('draft', 'agreed', 'approved', 'in_progress') AND n.until > date (?1, '+1 month'))"
    " ORDER BY f.key, f.id" },
};

/**
 * dov_case_waiting_get_words:
 *
 * Returns: for what these families wait, translated
 */
const char *
dov_case_waiting_get_words (DovCaseWaiting waiting)
{
  g_return_val_if_fail (waiting < DOV_N_CASE_WAITINGS, "");

  return _(kinds[waiting].words);
}

/**
 * dov_case_waiting_list:
 * @lounge: of one lounge, or 0 for all
 *
 * Returns: (transfer full) (element-type gint64): the families
 */
GArray *
dov_case_waiting_list (DovStore       *store,
                       DovCaseWaiting  waiting,
                       gint64          lounge)
{
  GDate today = dov_today ();

  g_return_val_if_fail (waiting < DOV_N_CASE_WAITINGS, NULL);

  return dov_store_see_ids (store, kinds[waiting].select, "(Dx)", &today, lounge);
}
