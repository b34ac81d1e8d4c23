/* dov-plan-offer.c - a step of a programme that was done by a handout or an event, and is not closed yet */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-plan-offer.h"

#include "dov-distribution.h"
#include "dov-event.h"
#include "dov-family.h"
#include "dov-plan-proof.h"

/* Steps that wait in programmes that run, since a day on which they had begun and not long before they are due. */
#define WAITS(day) \
  " a.status IN ('planned', 'in_progress') AND p.status IN ('agreed', 'approved', 'in_progress')" \
  " AND " day " >= coalesce (a.due_from, p.since) AND a.due_to <= date (" day ", '+7 days')"

/* What closed one step of the family was not done for another. */
#define IS_UNUSED(link, id) \
  " AND NOT EXISTS (SELECT 1 FROM live_plan_action b JOIN live_case_plan q ON q.id = b.plan_id" \
  " WHERE b." link " = " id " AND q.family_id = p.family_id)"

#define STEPS \
  " FROM live_plan_action a JOIN live_case_plan p ON p.id = a.plan_id JOIN ref_item m ON m.id = a.method_id"

#define HANDOUTS(also) \
  "SELECT a.id, p.family_id, 0, d.id, d.date AS day, a.due_to AS due" STEPS " AND m.code = 'aid'" \
  " JOIN live_distribution d ON d.family_id = p.family_id AND d.status = 'issued'" \
  " WHERE" WAITS ("d.date") IS_UNUSED ("distribution_id", "d.id") also

#define EVENTS(also) \
  "SELECT DISTINCT a.id, p.family_id, 1, e.id, substr (e.starts_at, 1, 10) AS day, a.due_to AS due" STEPS \
  " AND m.code = 'event' JOIN live_family_member f ON f.family_id = p.family_id" \
  " JOIN live_attendance t ON t.person_id = f.person_id AND t.status IN ('checked_in', 'walk_in')" \
  " JOIN live_event e ON e.id = t.event_id AND (f.until IS NULL OR f.until > substr (e.starts_at, 1, 10))" \
  " WHERE" WAITS ("substr (e.starts_at, 1, 10)") IS_UNUSED ("event_id", "e.id") also

/* What was not closed by it in two weeks was done by something else. */
#define OF_FAMILY " AND p.family_id = ?1 AND day >= date (?2, '-14 days')"

#define ORDER " ORDER BY due, 1, day DESC LIMIT 40"

#define HANDED_OUT \
  "SELECT group_concat (name, ', ') FROM (SELECT DISTINCT i.name AS name FROM live_distribution_line l" \
  " JOIN item i ON i.id = l.item_id WHERE l.distribution_id = ?1 ORDER BY l.id)"

void
dov_plan_offer_free (DovPlanOffer *self)
{
  g_object_unref (self->step);
  g_free (self);
}

static gboolean
has_step (GPtrArray *offers,
          gint64     step)
{
  for (guint i = 0; i < offers->len; i++)
    if (dov_record_get_id (DOV_RECORD (((DovPlanOffer *) offers->pdata[i])->step)) == step)
      return TRUE;

  return FALSE;
}

/**
 * dov_plan_offer_list:
 * @of: a handout, an event, or a family: then of all that there was with it lately
 *
 * Returns: (transfer full) (element-type DovPlanOffer): each step that waits and was surely done by it, once, with the
 *   latest that proves it; what is due first comes first
 */
GPtrArray *
dov_plan_offer_list (DovStore  *store,
                     DovRecord *of)
{
  GPtrArray *offers = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_plan_offer_free);
  const char *sql = DOV_IS_DISTRIBUTION (of) ? HANDOUTS (" AND d.id = ?1") ORDER
                    : DOV_IS_EVENT (of)      ? EVENTS (" AND e.id = ?1") ORDER
                                             : HANDOUTS (OF_FAMILY) " UNION ALL " EVENTS (OF_FAMILY) ORDER;
  GDate today = dov_today ();
  g_autoptr (DovStatement) row = DOV_IS_FAMILY (of) ? dov_store_see (store, sql, "(xD)", dov_record_get_id (of), &today)
                                                    : dov_store_see (store, sql, "(x)", dov_record_get_id (of));

  while (dov_statement_next (row))
    {
      gint64 id = dov_statement_column_integer (row, 0);
      g_autoptr (DovPlanAction) step = has_step (offers, id) ? NULL : dov_store_look_up (store, DOV_TYPE_PLAN_ACTION, id);
      DovPlanOffer *offer;

      if (step == NULL)
        continue;
      offer = g_new0 (DovPlanOffer, 1);
      offer->step = g_steal_pointer (&step);
      offer->family_id = dov_statement_column_integer (row, 1);
      offer->type = dov_statement_column_integer (row, 2) == 0 ? DOV_TYPE_DISTRIBUTION : DOV_TYPE_EVENT;
      offer->proof = dov_statement_column_integer (row, 3);
      g_ptr_array_add (offers, offer);
    }

  return offers;
}

/* What came of it: what was given, or where they were. */
static char *
dup_result (DovStore     *store,
            DovPlanOffer *self)
{
  g_autoptr (DovEvent) event = NULL;
  g_autoptr (DovStatement) row = NULL;

  if (self->type == DOV_TYPE_EVENT)
    {
      event = dov_store_look_up (store, DOV_TYPE_EVENT, self->proof);

      return g_strdup (event != NULL ? event->title : "");
    }
  row = dov_store_see (store, HANDED_OUT, "(x)", self->proof);

  return g_strdup (dov_statement_next (row) ? dov_statement_column_text (row, 0) : "");
}

/**
 * dov_plan_offer_new_closing:
 *
 * Returns: (transfer full): the step as done, with its proof, the day of that and what it was; to be looked through and saved
 */
DovRecord *
dov_plan_offer_new_closing (DovStore     *store,
                            DovPlanOffer *self)
{
  DovRecord *draft = dov_record_dup (DOV_RECORD (self->step));
  DovPlanAction *step = DOV_PLAN_ACTION (draft);
  g_autoptr (DovPlanProof) proof = NULL;
  g_autofree char *result = dup_result (store, self);

  dov_plan_proof_set (step, self->type, self->proof);
  proof = dov_plan_proof_find (store, step);
  dov_set (step, status, DOV_PLAN_ACTION_STATUS_DONE);
  if (proof != NULL)
    dov_set (step, done_on, &proof->day);
  if (*step->result == '\0')
    dov_set (step, result, result);

  return draft;
}
