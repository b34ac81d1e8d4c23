/* dov-plan-work.c - what is done with a programme: to the next state, a new version, steps that are usual */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-plan-work.h"

#include <glib/gi18n.h>

#include "dov-case-begin.h"
#include "dov-family.h"
#include "dov-incoming-paper.h"
#include "dov-own-staff.h"
#include "dov-plan-action.h"
#include "dov-plan-participant.h"
#include "dov-plan-problem.h"
#include "dov-plan-template.h"

/* ---- to the next state ---- */

/**
 * dov_plan_work_is_stage:
 * @draft: of a programme
 *
 * Returns: whether it is a programme that is kept, on its way to another state
 */
gboolean
dov_plan_work_is_stage (DovStore  *store,
                        DovRecord *draft)
{
  g_autoptr (DovRecord) kept = dov_store_look_up (store, DOV_TYPE_CASE_PLAN, dov_record_get_id (draft));

  return kept != NULL && DOV_CASE_PLAN (kept)->status != DOV_CASE_PLAN (draft)->status;
}

/* Who signs for the family: its only adult who represents the children, or the only adult. */
static gint64
find_signer (DovStore *store,
             gint64    family_id)
{
  return dov_store_see_number (store, "SELECT iif (count (*) = 1, person_id, 0) FROM live_family_member"
                               " WHERE family_id = ?1 AND is_legal_rep AND until IS NULL", "(x)", family_id);
}

/**
 * dov_plan_work_new_stage:
 * @plan: as it is kept
 * @status: the state that comes next
 *
 * Returns: (transfer full): its draft in that state, with what is known of what the state asks for (P2, P5)
 */
DovRecord *
dov_plan_work_new_stage (DovStore      *store,
                         DovRecord     *plan,
                         DovPlanStatus  status)
{
  DovRecord *draft = dov_record_dup (plan);
  DovCasePlan *self = DOV_CASE_PLAN (draft);
  GDate today = dov_today ();

  dov_set (self, status, status);
  if (status == DOV_PLAN_STATUS_AGREED && self->family_agreed_on == NULL)
    dov_set (self, family_agreed_on, &today);
  if (status == DOV_PLAN_STATUS_AGREED && self->signer_id == 0)
    dov_set (self, signer_id, find_signer (store, self->family_id));
  if (status == DOV_PLAN_STATUS_APPROVED && self->approved_on == NULL)
    dov_set (self, approved_on, &today);
  if (status == DOV_PLAN_STATUS_APPROVED)
    dov_case_begin (store, draft);      /* the next number */
  if (dov_plan_status_is_over (status) && self->ended_on == NULL)
    dov_set (self, ended_on, &today);

  return draft;
}

/* What was done of the version before while this one waited for its signatures is done here too. */
static gboolean
take_over_done (DovStore *store,
                gint64    plan_id,
                GError  **error)
{
  g_autoptr (GPtrArray) steps = dov_store_read (store, DOV_TYPE_PLAN_ACTION, &(DovQuery) {
    .where = "plan_id = ?1 AND status IN ('planned', 'in_progress') AND previous_id IS NOT NULL",
    .params = g_variant_new ("(x)", plan_id) });

  for (guint i = 0; i < steps->len; i++)
    {
      g_autoptr (DovPlanAction) done = dov_store_follow (store, steps->pdata[i], "previous_id");
      g_autoptr (DovRecord) draft = dov_record_dup (steps->pdata[i]);
      DovPlanAction *step = DOV_PLAN_ACTION (draft);

      if (done == NULL || done->status != DOV_PLAN_ACTION_STATUS_DONE)
        continue;
      dov_set (step, status, done->status);
      dov_set (step, done_on, done->done_on);
      dov_set (step, result, done->result);
      dov_set (step, visit_id, done->visit_id);
      dov_set (step, contact_id, done->contact_id);
      dov_set (step, event_id, done->event_id);
      dov_set (step, distribution_id, done->distribution_id);
      if (!dov_store_save (store, draft, error))
        return FALSE;
    }

  return TRUE;
}

/* The version before ends where this one begins (P6). */
static gboolean
end_previous (DovStore *store,
              gint64    previous_id,
              GError  **error)
{
  g_autoptr (DovCasePlan) previous = dov_store_find_draft (store, DOV_TYPE_CASE_PLAN, previous_id, error);
  GDate today = dov_today ();

  if (previous == NULL)
    return FALSE;
  if (dov_plan_status_is_over (previous->status))
    return TRUE;
  dov_set (previous, status, DOV_PLAN_STATUS_EXTENDED);
  dov_set (previous, ended_on, g_date_compare (&today, previous->since) < 0 ? previous->since : &today);

  return dov_store_save (store, DOV_RECORD (previous), error);
}

/**
 * dov_plan_work_begin:
 * @plan: an approved programme
 *
 * It is carried out from now on, in the place of the version before.
 */
gboolean
dov_plan_work_begin (DovStore   *store,
                     DovRecord  *plan,
                     const char *unused,
                     GError    **error)
{
  g_autoptr (DovRecord) draft = dov_plan_work_new_stage (store, plan, DOV_PLAN_STATUS_IN_PROGRESS);
  g_autofree char *name = dov_store_describe (store, plan);
  /* Translators: what an operation was, in the history; %s is a programme */
  g_autofree char *words = g_strdup_printf (C_("toast", "Carried out from now on: %s"), name);
  gint64 previous_id = DOV_CASE_PLAN (plan)->previous_id;
  gboolean is_well;

  if (!dov_store_begin (store, words, error))
    return FALSE;
  is_well = (previous_id == 0 || (take_over_done (store, dov_record_get_id (plan), error) &&
                                  end_previous (store, previous_id, error))) &&
            dov_store_save (store, draft, error);

  return dov_store_end (store, is_well, error);
}

/* ---- a new version ---- */

/* A part as it was, now of the new version; the link between the two is kept where there is a field for it. */
static gboolean
copy_part (DovStore   *store,
           DovRecord  *part,
           gint64      version,
           GHashTable *problems,
           GError    **error)
{
  g_autoptr (DovRecord) copy = dov_record_new (G_OBJECT_TYPE (part), 0);
  gint64 *was = g_memdup2 (&(gint64) { dov_record_get_id (part) }, sizeof (gint64));
  gint64 *is = NULL;
  gboolean is_well;

  for (guint i = 0; i < DOV_RECORD_GET_CLASS (part)->n_fields; i++)
    {
      const DovField *field = &DOV_RECORD_GET_CLASS (part)->fields[i];
      g_auto (GValue) value = G_VALUE_INIT;

      dov_record_get_value (part, field, &value);
      dov_record_set_value (copy, field, &value);
    }
  dov_record_set_number (copy, "plan_id", version);
  if (DOV_IS_PLAN_ACTION (copy))
    {
      const gint64 *problem = g_hash_table_lookup (problems, &DOV_PLAN_ACTION (part)->plan_problem_id);

      dov_record_set_number (copy, "previous_id", *was);
      dov_record_set_number (copy, "plan_problem_id", problem != NULL ? *problem : 0);
    }
  is_well = dov_store_save (store, copy, error);
  is = g_memdup2 (&(gint64) { dov_record_get_id (copy) }, sizeof (gint64));
  g_hash_table_insert (problems, was, is);

  return is_well;
}

static gboolean
copy_parts (DovStore   *store,
            GType       type,
            gint64      plan_id,
            gint64      version,
            GHashTable *problems,
            GError    **error)
{
  g_autoptr (GPtrArray) parts = dov_store_read (store, type, &(DovQuery) {
    .where = type == DOV_TYPE_PLAN_ACTION ? "plan_id = ?1 AND status <> 'cancelled'" : "plan_id = ?1",
    .params = g_variant_new ("(x)", plan_id) });

  for (guint i = 0; i < parts->len; i++)
    if (!copy_part (store, parts->pdata[i], version, problems, error))
      return FALSE;

  return TRUE;
}

/* What was signed and how it ended is of the version before. */
static DovRecord *
new_version (DovCasePlan *plan,
             const char  *reason)
{
  DovRecord *draft = dov_record_new (DOV_TYPE_CASE_PLAN, 0);
  DovCasePlan *version = DOV_CASE_PLAN (draft);

  dov_set (version, family_id, plan->family_id);
  dov_set (version, kind, plan->kind);
  dov_set (version, no, plan->no);
  dov_set (version, since, plan->since);
  dov_set (version, until, plan->until);
  dov_set (version, goal, plan->goal);
  dov_set (version, body_id, plan->kind == DOV_PLAN_KIND_FOREIGN ? plan->body_id : 0);
  dov_set (version, next_review_on, plan->next_review_on);
  dov_set (version, next_report_on, plan->next_report_on);
  dov_set (version, previous_id, dov_record_get_id (DOV_RECORD (plan)));
  dov_set (version, change_reason, reason);

  return draft;
}

/**
 * dov_plan_work_make_version:
 * @plan: an approved programme
 * @reason: why it is changed (P3)
 * @version: (out): the draft of the next version, with all problems and steps but those that were dropped
 */
gboolean
dov_plan_work_make_version (DovStore   *store,
                            DovRecord  *plan,
                            const char *reason,
                            gint64     *version,
                            GError    **error)
{
  g_autoptr (DovRecord) draft = new_version (DOV_CASE_PLAN (plan), reason);
  g_autoptr (GHashTable) problems = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autofree char *name = dov_store_describe (store, plan);
  g_autofree char *words = g_strdup_printf (C_("toast", "New version of a programme: %s"), name);
  gint64 id = dov_record_get_id (plan);
  gboolean is_well;

  if (!dov_store_begin (store, words, error))
    return FALSE;
  is_well = dov_store_save (store, draft, error);
  *version = dov_record_get_id (draft);
  is_well = is_well && copy_parts (store, DOV_TYPE_PLAN_PROBLEM, id, *version, problems, error) &&
            copy_parts (store, DOV_TYPE_PLAN_ACTION, id, *version, problems, error) &&
            copy_parts (store, DOV_TYPE_PLAN_PARTICIPANT, id, *version, problems, error);

  return dov_store_end (store, is_well, error);
}

/* ---- steps that others ask for ---- */

/* A plan of another body before one of our own that is not signed yet: a signed one takes no more steps (P3). */
#define TAKES_STEPS \
  "SELECT id FROM live_case_plan WHERE family_id = ?1 AND (status IN ('draft', 'agreed')" \
  " OR (kind = 'foreign' AND status IN ('approved', 'in_progress'))) ORDER BY kind = 'foreign' DESC, since DESC, id DESC LIMIT 1"

/**
 * dov_plan_work_new_asked_step:
 * @paper: that came in, and asks for something to be done about a family
 *
 * Returns: (transfer full) (nullable): what it asks, by its day, as a step of the programme that takes it; %NULL: it is
 *   about no family, or none of its programmes takes steps
 */
DovRecord *
dov_plan_work_new_asked_step (DovStore   *store,
                              DovRecord  *paper)
{
  DovIncomingPaper *asked = DOV_INCOMING_PAPER (paper);
  gint64 plan = asked->family_id != 0 ? dov_store_see_number (store, TAKES_STEPS, "(x)", asked->family_id) : 0;
  DovRecord *draft;

  if (plan == 0)
    return NULL;
  draft = dov_record_new (DOV_TYPE_PLAN_ACTION, 0);
  dov_set (DOV_PLAN_ACTION (draft), plan_id, plan);
  dov_set (DOV_PLAN_ACTION (draft), title, asked->gist);
  dov_set (DOV_PLAN_ACTION (draft), due_to, asked->due_on);

  return draft;
}

/* ---- steps that are usual ---- */

/**
 * dov_plan_work_list_templates:
 *
 * Returns: (transfer full) (element-type gint64): what is usually done for families of its categories, and for all
 */
GArray *
dov_plan_work_list_templates (DovStore *store,
                              gint64    family_id)
{
  GDate today = dov_today ();

  return dov_store_see_ids (store, "SELECT t.id FROM live_plan_template t WHERE t.category_id IS NULL"
                            " OR EXISTS (SELECT 1 FROM live_family_category c WHERE c.family_id = ?1"
                            " AND c.category_id = t.category_id AND (c.until IS NULL OR c.until >= ?2))"
                            " ORDER BY t.problem_id IS NULL, t.problem_id, t.days, t.id", "(xD)", family_id, &today);
}

/* The problem that a usual step is about, made once. */
static gint64
take_problem (DovStore        *store,
              gint64           plan_id,
              DovPlanTemplate *template,
              GError         **error)
{
  g_autoptr (DovRecord) problem = NULL;
  gint64 id = template->problem_id == 0 ? 0 : dov_store_ask_number (
    store, "SELECT id FROM live_plan_problem WHERE plan_id = ?1 AND problem_id = ?2", "(xx)", plan_id,
    template->problem_id);

  if (id != 0 || template->problem_id == 0)
    return id;
  problem = dov_record_new (DOV_TYPE_PLAN_PROBLEM, 0);
  dov_set (DOV_PLAN_PROBLEM (problem), plan_id, plan_id);
  dov_set (DOV_PLAN_PROBLEM (problem), problem_id, template->problem_id);
  dov_set (DOV_PLAN_PROBLEM (problem), cause, template->cause);

  return dov_store_save (store, problem, error) ? dov_record_get_id (problem) : -1;
}

static gboolean
take_template (DovStore        *store,
               DovCasePlan     *plan,
               DovPlanTemplate *template,
               gint64           staff_id,
               GError         **error)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_PLAN_ACTION, 0);
  DovPlanAction *step = DOV_PLAN_ACTION (draft);
  gint64 problem_id = take_problem (store, dov_record_get_id (DOV_RECORD (plan)), template, error);
  GDate due = *plan->since;

  if (problem_id < 0)
    return FALSE;
  g_date_add_days (&due, template->days);
  if (plan->until != NULL && g_date_compare (&due, plan->until) > 0)
    due = *plan->until;
  dov_set (step, plan_id, dov_record_get_id (DOV_RECORD (plan)));
  dov_set (step, title, template->title);
  dov_set (step, plan_problem_id, problem_id);
  dov_set (step, method_id, template->method_id);
  dov_set (step, frequency, template->frequency);
  dov_set (step, staff_id, staff_id);
  dov_set (step, due_to, &due);

  return dov_store_save (store, draft, error);
}

/**
 * dov_plan_work_take_templates:
 * @plan: a draft of a programme
 *
 * Puts what is usual into it, with days counted from its beginning; the curator does it until somebody says otherwise.
 */
gboolean
dov_plan_work_take_templates (DovStore   *store,
                              DovRecord  *plan,
                              const char *unused,
                              GError    **error)
{
  g_autoptr (DovFamily) family = dov_store_follow (store, plan, "family_id");
  g_autoptr (GArray) ids = dov_plan_work_list_templates (store, DOV_CASE_PLAN (plan)->family_id);
  gint64 staff_id = family != NULL && family->curator_id != 0 ? family->curator_id : dov_own_staff_find (store);
  g_autofree char *words = g_strdup_printf (ngettext ("%u usual step taken into the programme",
                                                      "%u usual steps taken into the programme", ids->len), ids->len);
  gboolean is_well = TRUE;

  if (staff_id == 0)
    return dov_refuse (error, _("The steps are done by the curator, and the family has none yet. Choose the curator in "
                                "the card of the family first."));
  if (!dov_store_begin (store, words, error))
    return FALSE;
  for (guint i = 0; is_well && i < ids->len; i++)
    {
      g_autoptr (DovRecord) template = dov_store_look_up (store, DOV_TYPE_PLAN_TEMPLATE, g_array_index (ids, gint64, i));

      is_well = template != NULL &&
                take_template (store, DOV_CASE_PLAN (plan), DOV_PLAN_TEMPLATE (template), staff_id, error);
    }

  return dov_store_end (store, is_well, error);
}
