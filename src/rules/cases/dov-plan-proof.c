/* dov-plan-proof.c - what proves that a step of a programme was done, and the steps that it may close */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-plan-proof.h"

#include <glib/gi18n.h>

#include "dov-case-plan.h"
#include "dov-contact-record.h"
#include "dov-distribution.h"
#include "dov-event.h"
#include "dov-home-visit.h"
#include "dov-ref-item.h"

/* A step that is due in so many days is surely what was gone for. */
#define SURE_DAYS 7

/* What may prove a step, the field for it, and the way of doing that it surely answers. */
static const struct
{
  GType      (*type) (void);
  const char  *field;
  const char  *method;
} kinds[] = {
  { dov_home_visit_get_type, "visit_id", "visit" },
  { dov_contact_record_get_type, "contact_id", "advice" },
  { dov_event_get_type, "event_id", "event" },
  { dov_distribution_get_type, "distribution_id", "aid" },
};

void
dov_plan_proof_free (DovPlanProof *self)
{
  g_free (self->words);
  g_free (self);
}

/* “visit of 11.02.2027”, “handout No. 31 of 12.03.2027” */
static char *
dup_words (DovStore    *store,
           DovRecord   *proof,
           const GDate *day)
{
  g_autofree char *shown = dov_date_to_shown (day);
  g_autofree char *what = NULL;

  if (DOV_IS_HOME_VISIT (proof))
    return g_strdup_printf (_("visit of %s"), shown);
  if (DOV_IS_DISTRIBUTION (proof))
    return g_strdup_printf (_("handout No. %1$s of %2$s"), DOV_DISTRIBUTION (proof)->no, shown);
  if (DOV_IS_EVENT (proof))
    return g_strdup_printf (_("%1$s, %2$s"), DOV_EVENT (proof)->title, shown);
  what = dov_record_dup_shown (proof, dov_record_find_field (proof, "form"));

  /* Translators: a telephone call or another talk, and its day */
  return g_strdup_printf (_("%1$s, %2$s"), what, shown);
}

static GDate
find_day (DovRecord *proof)
{
  if (DOV_IS_HOME_VISIT (proof))
    return dov_moment_get_date (DOV_HOME_VISIT (proof)->visited_at);
  if (DOV_IS_CONTACT_RECORD (proof))
    return dov_moment_get_date (DOV_CONTACT_RECORD (proof)->contacted_at);
  if (DOV_IS_EVENT (proof))
    return dov_moment_get_date (DOV_EVENT (proof)->starts_at);

  return *DOV_DISTRIBUTION (proof)->date;
}

static DovPlanProof *
proof_new (DovStore *store,
           GType     type,
           gint64    id)
{
  g_autoptr (DovRecord) record = dov_store_look_up (store, type, id);
  DovPlanProof *proof = NULL;

  if (record == NULL)
    return NULL;
  proof = g_new0 (DovPlanProof, 1);
  proof->type = type;
  proof->id = id;
  proof->day = find_day (record);
  proof->words = dup_words (store, record, &proof->day);

  return proof;
}

/**
 * dov_plan_proof_find:
 *
 * Returns: (transfer full) (nullable): the proof that the step has
 */
DovPlanProof *
dov_plan_proof_find (DovStore      *store,
                     DovPlanAction *step)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gint64 id = dov_record_get_number (DOV_RECORD (step), kinds[i].field);

      if (id != 0)
        return proof_new (store, kinds[i].type (), id);
    }

  return NULL;
}

/**
 * dov_plan_proof_set:
 * @id: 0: it has none
 *
 * One proof takes the place of another.
 */
void
dov_plan_proof_set (DovPlanAction *step,
                    GType          type,
                    gint64         id)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    dov_record_set_number (DOV_RECORD (step), kinds[i].field, kinds[i].type () == type ? id : 0);
}

#define PROOFS \
  "WITH step AS (SELECT p.family_id AS family_id, coalesce (a.due_from, p.since) AS since FROM plan_action a" \
  " JOIN case_plan p ON p.id = a.plan_id WHERE a.id = ?1)" \
  "SELECT 0, v.id, v.visited_at AS at FROM live_home_visit v, step s WHERE v.family_id = s.family_id AND v.was_home" \
  " AND v.visited_at >= s.since" \
  " UNION ALL SELECT 1, c.id, c.contacted_at FROM live_contact_record c, step s WHERE c.family_id = s.family_id" \
  " AND c.reached AND c.contacted_at >= s.since" \
  " UNION ALL SELECT DISTINCT 2, e.id, e.starts_at FROM step s JOIN live_family_member m ON m.family_id = s.family_id" \
  " JOIN live_attendance t ON t.person_id = m.person_id JOIN live_event e ON e.id = t.event_id" \
  " WHERE t.status IN ('checked_in', 'walk_in') AND e.starts_at >= s.since" \
  " UNION ALL SELECT 3, d.id, d.date FROM live_distribution d, step s WHERE d.family_id = s.family_id" \
  " AND d.status = 'issued' AND d.date >= s.since" \
  " ORDER BY at DESC LIMIT 40"

/**
 * dov_plan_proof_list:
 *
 * Returns: (transfer full) (element-type DovPlanProof): visits, talks, events and handouts of the family since the step
 *   began, the latest first
 */
GPtrArray *
dov_plan_proof_list (DovStore      *store,
                     DovPlanAction *step)
{
  GPtrArray *proofs = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_plan_proof_free);
  g_autoptr (DovStatement) row = dov_store_see (store, PROOFS, "(x)", dov_record_get_id (DOV_RECORD (step)));

  while (dov_statement_next (row))
    {
      DovPlanProof *proof = proof_new (store, kinds[dov_statement_column_integer (row, 0)].type (),
                                       dov_statement_column_integer (row, 1));

      if (proof != NULL)
        g_ptr_array_add (proofs, proof);
    }

  return proofs;
}

/* ---- which steps a proof closes ---- */

/**
 * dov_plan_proof_list_steps:
 *
 * Returns: (transfer full) (element-type DovPlanAction): what is still to be done in programmes of the family that run,
 *   the most urgent first
 */
GPtrArray *
dov_plan_proof_list_steps (DovStore *store,
                           gint64    family_id)
{
  return dov_store_read (store, DOV_TYPE_PLAN_ACTION, &(DovQuery) {
    .where = "status IN ('planned', 'in_progress') AND plan_id IN (SELECT id FROM live_case_plan WHERE family_id = ?1"
             " AND status IN ('agreed', 'approved', 'in_progress'))",
    .order = "due_to", .params = g_variant_new ("(x)", family_id) });
}

/**
 * dov_plan_proof_is_sure:
 * @type: of the proof
 * @day: of the proof
 *
 * Returns: whether this is what the step asks for: done in the same way, and due by then or soon after
 */
gboolean
dov_plan_proof_is_sure (DovStore      *store,
                        DovPlanAction *step,
                        GType          type,
                        const GDate   *day)
{
  g_autoptr (DovRefItem) method = dov_store_follow (store, step, "method_id");

  if (method == NULL || step->due_to == NULL || g_date_days_between (day, step->due_to) > SURE_DAYS)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].type () == type)
      return g_str_equal (method->code, kinds[i].method);

  return FALSE;
}

/**
 * dov_plan_proof_close:
 * @proof: that is kept
 * @result: what came of it
 *
 * The step was done, and this proves it.
 */
gboolean
dov_plan_proof_close (DovStore    *store,
                      gint64       step_id,
                      DovRecord   *proof,
                      const GDate *day,
                      const char  *result,
                      GError     **error)
{
  g_autoptr (DovPlanAction) step = dov_store_find_draft (store, DOV_TYPE_PLAN_ACTION, step_id, error);

  if (step == NULL)
    return FALSE;
  dov_set (step, status, DOV_PLAN_ACTION_STATUS_DONE);
  dov_set (step, done_on, day);
  dov_set (step, result, result);
  dov_plan_proof_set (step, G_OBJECT_TYPE (proof), dov_record_get_id (proof));

  return dov_store_save (store, DOV_RECORD (step), error);
}
