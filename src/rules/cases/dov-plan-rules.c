/* dov-plan-rules.c - programmes: what they hold (P1), their steps (P2, P5), what stays as signed (P3), one at a time (P6) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-plan-rules.h"

#include <glib/gi18n.h>

#include "dov-case-plan.h"
#include "dov-family.h"
#include "dov-plan-action.h"
#include "dov-plan-problem.h"

/* P3: what was signed. How it is carried out is written down as it goes. */
static const struct
{
  GType      (*type) (void);
  const char  *fields;
} signed_fields[] = {
  { dov_case_plan_get_type,
    "family_id kind no since until goal body_id protocol_no protocol_on approved_by_id approved_on "
                            "family_agreed_on signer_id previous_id change_reason" },
  { dov_plan_problem_get_type, "plan_id problem_id cause severity" },
  { dov_plan_action_get_type,
    "plan_id title plan_problem_id method_id staff_id organisation_id due_from due_to frequency" },
};

static const char *
find_signed (GType type)
{
  for (guint i = 0; i < G_N_ELEMENTS (signed_fields); i++)
    if (signed_fields[i].type () == type)
      return signed_fields[i].fields;

  return "";
}

static const char *
find_changed (DovRecord *before,
              DovRecord *after)
{
  g_auto (GStrv) fields = g_strsplit (find_signed (G_OBJECT_TYPE (after)), " ", -1);

  for (guint i = 0; fields[i] != NULL; i++)
    if (dov_record_has_changed (before, after, fields[i], NULL))
      return g_intern_string (fields[i]);

  return NULL;
}

/* The plan of another body is not ours to sign: our steps in it are added and put right as they come. */
static gboolean
is_signed (DovCasePlan *plan)
{
  return plan != NULL && plan->kind != DOV_PLAN_KIND_FOREIGN && dov_plan_status_is_approved (plan->status);
}

static void
refuse_signed (DovRecord  *record,
               const char *field,
               GPtrArray  *problems)
{
  dov_problems_add (problems, record, field, "P3",
                    _("The programme is approved and stays as it was signed. Make a new version with the reason for "
                      "it."));
}

/* ---- the programme itself ---- */

/* An approved programme goes on and ends; only an undo of the very step takes it back. */
static gboolean
may_follow (DovPlanStatus was,
            DovPlanStatus now)
{
  if (!dov_plan_status_is_approved (was))
    return TRUE;

  return !dov_plan_status_is_over (was) && now > was;
}

static void
check_fixed (DovStore  *store,
             DovRecord *before,
             DovRecord *after,
             GPtrArray *problems)
{
  DovCasePlan *was = DOV_CASE_PLAN (before), *now = DOV_CASE_PLAN (after);
  const char *changed = find_changed (before, after);

  if (is_signed (was) && changed != NULL && !(dov_store_is_undoing (store) && !is_signed (now)))
    refuse_signed (after, changed, problems);
  else if (was->status != now->status && !may_follow (was->status, now->status) && !dov_store_is_undoing (store))
    dov_problems_add (problems, after, "status", "P3",
                      _("An approved programme does not go back to an earlier status. Make a new version, or undo "
                        "the last step."));
}

/* The version before is one of the same family and kind, and was approved. */
static void
check_version (DovStore  *store,
               DovRecord *before,
               DovRecord *after,
               GPtrArray *problems)
{
  DovCasePlan *plan = DOV_CASE_PLAN (after);
  g_autoptr (DovCasePlan) previous = dov_store_follow (store, after, "previous_id");

  if (previous == NULL)
    return;
  if (previous->family_id != plan->family_id || previous->kind != plan->kind ||
      plan->previous_id == dov_record_get_id (after))
    dov_problems_add (problems, after, "previous_id", "P3",
                      _("The version before is a programme of the same kind of the same family. Choose that one."));
  else if (!dov_plan_status_is_approved (previous->status))
    dov_problems_add (problems, after, "previous_id", "P3",
                      _("That programme is not approved yet. Change it as it is, no new version is needed."));
}

/* P1: a programme that the family signs holds what is wrong and what is done about it. */
static void
check_contents (DovStore    *store,
                DovCasePlan *plan,
                DovRecord   *record,
                GPtrArray   *problems)
{
  gint64 id = dov_record_get_id (DOV_RECORD (plan));
  const char *field = DOV_IS_CASE_PLAN (record) ? "status" : NULL;

  if (plan->status < DOV_PLAN_STATUS_AGREED || plan->kind == DOV_PLAN_KIND_FOREIGN)
    return;
  if (dov_store_ask_number (store, "SELECT count(*) FROM live_plan_problem WHERE plan_id = ?1", "(x)", id) == 0)
    dov_problems_add (problems, record, field, "P1",
                      _("The programme names no problem. Add one with its cause first."));
  if (dov_store_ask_number (store, "SELECT count(*) FROM live_plan_action WHERE plan_id = ?1", "(x)", id) == 0)
    dov_problems_add (problems, record, field, "P1",
                      _("The programme has no step. Add one with who does it by when first."));
}

/* P5: nothing is left undone in a programme that was completed. */
static void
check_done (DovStore    *store,
            DovCasePlan *plan,
            DovRecord   *record,
            GPtrArray   *problems)
{
  gint64 id = 0;
  g_autofree char *name = NULL;

  if (plan->status != DOV_PLAN_STATUS_COMPLETED)
    return;
  id = dov_store_ask_number (store,
                             "SELECT id FROM live_plan_action WHERE plan_id = ?1 AND status NOT IN ('done', "
                             "'cancelled')"
                             " ORDER BY due_to, id LIMIT 1", "(x)", dov_record_get_id (DOV_RECORD (plan)));
  if (id == 0)
    return;
  name = dov_store_describe_id (store, DOV_TYPE_PLAN_ACTION, id);
  dov_problems_add (problems, record, "status", "P5",
                    _("A step of the programme is neither done nor dropped: %s. Close it first."), name);
}

/* P2 */
static void
check_begun (DovStore  *store,
             DovRecord *before,
             DovRecord *after,
             GPtrArray *problems)
{
  DovCasePlan *plan = DOV_CASE_PLAN (after);
  g_autoptr (DovFamily) family = dov_store_follow (store, after, "family_id");

  if (plan->status == DOV_PLAN_STATUS_IN_PROGRESS && family != NULL && family->case_status != DOV_CASE_STATUS_ACTIVE)
    dov_problems_add (problems, after, "status", "P2",
                      _("The family is not on support, so nothing is carried out yet. Take it on support first."));
}

/* P6: of other bodies, one of each. */
static void
check_other (DovStore  *store,
             DovRecord *before,
             DovRecord *after,
             GPtrArray *problems)
{
  DovCasePlan *plan = DOV_CASE_PLAN (after);
  g_autofree char *name = NULL;
  gint64 other;

  if (plan->status != DOV_PLAN_STATUS_IN_PROGRESS)
    return;
  other = dov_store_ask_number (store, "SELECT o.id FROM live_case_plan o JOIN case_plan p ON p.id = ?1"
                                " WHERE o.family_id = p.family_id AND o.kind = p.kind AND o.id <> p.id"
                                " AND o.status = 'in_progress' AND (p.kind <> 'foreign' OR o.body_id = p.body_id)",
                                "(x)",
                                dov_record_get_id (after));
  if (other == 0)
    return;
  name = dov_store_describe_id (store, DOV_TYPE_CASE_PLAN, other);
  dov_problems_add (problems, after, "status", "P6",
                    _("Another programme of this kind is being carried out: %s. End it first, or mark it as "
                      "prolonged by a new "
                      "version."), name);
}

/* P1: what is to be done is done while the programme runs. */
static void
check_days (DovStore    *store,
            DovCasePlan *plan,
            DovRecord   *record,
            gint64       only,
            GPtrArray   *problems)
{
  g_autofree char *name = NULL;
  gint64 id = dov_store_ask_number (store, "SELECT a.id FROM live_plan_action a JOIN case_plan p ON p.id = a.plan_id"
                                    " WHERE p.id = ?1 AND ?2 IN (0, a.id) AND (a.due_to > p.until"
                                    " OR coalesce (a.due_from, a.due_to) < p.since) ORDER BY a.id LIMIT 1", "(xx)",
                                    dov_record_get_id (DOV_RECORD (plan)), only);

  if (id == 0)
    return;
  name = dov_store_describe_id (store, DOV_TYPE_PLAN_ACTION, id);
  if (only != 0)
    dov_problems_add (problems, record, "due_to", "P1",
                      _("The days of a step lie within those of the programme. Check both."));
  else
    dov_problems_add (problems, record, "until", "P1",
                      _("A step would lie outside the days of the programme: %s. Check the days of both."), name);
}

static void
check_plan (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  DovCasePlan *plan = DOV_CASE_PLAN (after);

  check_contents (store, plan, after, problems);
  check_done (store, plan, after, problems);
  check_days (store, plan, after, 0, problems);
}

/* ---- its problems and steps ---- */

static DovCasePlan *
find_plan (DovStore  *store,
           DovRecord *part)
{
  DovRecord *plan = part != NULL ? dov_store_look_up (store, DOV_TYPE_CASE_PLAN,
                                                      dov_record_get_number (part, "plan_id")) : NULL;

  if (plan != NULL && dov_record_is_removed (plan))
    g_clear_object (&plan);

  return (DovCasePlan *) plan;
}

/* P3: what was approved before this operation began is touched by none of its parts. */
static void
check_part_signed (DovStore  *store,
                   DovRecord *before,
                   DovRecord *after,
                   GPtrArray *problems)
{
  DovRecord *record = after != NULL ? after : before;
  DovRecord *either[] = { before, after };

  /* Where nothing is being saved, what is there is looked over as it stands. */
  if (!dov_store_is_operating (store) || (before != NULL && after != NULL && find_changed (before, after) == NULL))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (either); i++)
    {
      g_autoptr (DovCasePlan) now = find_plan (store, either[i]);
      g_autoptr (DovRecord) was = now != NULL ? dov_store_find_before (store, DOV_TYPE_CASE_PLAN,
                                                                       dov_record_get_id (DOV_RECORD (now))) : NULL;

      if (is_signed (now) && is_signed ((DovCasePlan *) was))
        {
          refuse_signed (record, before != NULL && after != NULL ? find_changed (before, after) : NULL, problems);
          return;
        }
    }
}

static void
check_part (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  DovRecord *record = after != NULL ? after : before;
  g_autoptr (DovCasePlan) was = find_plan (store, before);
  g_autoptr (DovCasePlan) now = find_plan (store, after);

  check_part_signed (store, before, after, problems);
  if (was != NULL)
    check_contents (store, was, record, problems);
  if (now == NULL || !DOV_IS_PLAN_ACTION (after))
    return;
  check_done (store, now, record, problems);
  check_days (store, now, after, dov_record_get_id (after), problems);
}

/* The problem that a step is about is one of its own programme. */
static void
check_problem_of_step (DovStore  *store,
                       DovRecord *before,
                       DovRecord *after,
                       GPtrArray *problems)
{
  g_autoptr (DovPlanProblem) problem = dov_store_follow (store, after, "plan_problem_id");

  if (problem != NULL && problem->plan_id != DOV_PLAN_ACTION (after)->plan_id)
    dov_problems_add (problems, after, "plan_problem_id", "P1",
                      _("This problem is of another programme. Choose one of this."));
}

/* What proves a step was done with this family. */
static void
check_proofs (DovStore  *store,
              DovRecord *before,
              DovRecord *after,
              GPtrArray *problems)
{
  static const char *const proofs[] = { "visit_id", "contact_id", "distribution_id" };
  g_autoptr (DovCasePlan) plan = dov_store_follow (store, after, "plan_id");

  for (guint i = 0; plan != NULL && i < G_N_ELEMENTS (proofs); i++)
    {
      g_autoptr (DovRecord) proof = dov_store_follow (store, after, proofs[i]);

      if (proof != NULL && dov_record_get_number (proof, "family_id") != plan->family_id)
        dov_problems_add (problems, after, proofs[i], "P4",
                          _("This proof is of another family. Choose one of this family."));
    }
}

static const DovRuleOf rules[] = {
  { dov_case_plan_get_type, DOV_RULE_OF_KEPT, "", check_fixed },
  { dov_case_plan_get_type, 0, "previous_id family_id kind", check_version },
  { dov_case_plan_get_type, DOV_RULE_AT_END, "status kind since until", check_plan },
  { dov_case_plan_get_type, DOV_RULE_AT_END, "status", check_begun },
  { dov_case_plan_get_type, DOV_RULE_AT_END, "status family_id kind body_id", check_other },
  { dov_plan_problem_get_type, DOV_RULE_AT_END, NULL, check_part },
  { dov_plan_action_get_type, DOV_RULE_AT_END, NULL, check_part },
  { dov_plan_action_get_type, 0, "plan_problem_id plan_id", check_problem_of_step },
  { dov_plan_action_get_type, 0, "visit_id contact_id distribution_id plan_id", check_proofs },
};

void
dov_plan_rules_install (DovStore *store)
{
  dov_store_add_rules (store, rules, G_N_ELEMENTS (rules));
}
