/* dov-finding-rules.c - what a patrol found: the night (T3), a child never handed to nobody (T5, N4, N5), numbers (V8) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-patrol-rules.h"

#include "dov-curfew.h"
#include "dov-handover.h"
#include "dov-outgoing-notice.h"
#include "dov-patrol-shift.h"

#include <glib/gi18n.h>

/* T3: a child at night is young enough, and it is night. */
static void
check_curfew (DovStore         *store,
              DovPatrolFinding *finding,
              GPtrArray        *problems)
{
  DovRecord *record = DOV_RECORD (finding);
  GDate date = dov_moment_get_date (finding->found_at);
  g_autoptr (DovCurfewRule) rule = dov_curfew_find_rule (store, &date);
  gint64 age = dov_curfew_get_finding_age (store, finding, NULL);

  if (finding->kind_id != DOV_FINDING_KIND_CURFEW || finding->outcome == DOV_FINDING_OUTCOME_NO_CHILD)
    return;
  if (rule == NULL)
    {
      dov_problems_warn (problems, record, "kind_id", "T3",
                         _("No rule says when it is night on that day in the region. "
                           "Fill in the curfew rules, or say why it is right."));
      return;
    }
  if (!dov_curfew_is_night (store, finding->found_at))
    {
      g_autofree char *start = dov_time_to_shown (rule->night_start);
      g_autofree char *end = dov_time_to_shown (rule->night_end);

      dov_problems_add (problems, record, "found_at", "T3",
                        _("On that day the night is from %s to %s. Check the time, or choose another kind."), start, end);
    }
  if (age == DOV_UNKNOWN)
    dov_problems_add (problems, record, "age_apparent", "T3", _("Type the child’s age as told, or as it seems."));
  else if (age >= rule->age_limit)
    dov_problems_add (problems, record, "kind_id", "T3",
                      _("The law is for children under %d, and this one was %d. Choose another kind."),
                      (int) rule->age_limit, (int) age);
}

static gboolean
is_fitting (DovFindingOutcome outcome,
            DovRecipientKind  recipient)
{
  switch (outcome)
    {
    case DOV_FINDING_OUTCOME_HOME:
      return recipient == DOV_RECIPIENT_KIND_PARENT || recipient == DOV_RECIPIENT_KIND_GUARDIAN;

    case DOV_FINDING_OUTCOME_POLICE:
      return recipient == DOV_RECIPIENT_KIND_POLICE;

    case DOV_FINDING_OUTCOME_MEDICAL:
      return recipient == DOV_RECIPIENT_KIND_MEDICAL;

    case DOV_FINDING_OUTCOME_SRCN:
      return recipient == DOV_RECIPIENT_KIND_SRCN || recipient == DOV_RECIPIENT_KIND_KDN;

    case DOV_FINDING_OUTCOME_LEFT_SELF:
    case DOV_FINDING_OUTCOME_ADULTS_TALKED:
    case DOV_FINDING_OUTCOME_NO_CHILD:
    default:
      return TRUE;
    }
}

/* N4, N5: the handover is of this child, later than the finding, to whom the outcome says. */
static void
check_handover (DovStore         *store,
                DovPatrolFinding *finding,
                DovRecord        *record,
                GPtrArray        *problems)
{
  g_autoptr (DovHandover) handover = dov_store_follow (store, finding, "handover_id");
  const char *field = DOV_IS_HANDOVER (record) ? "recipient_kind" : "handover_id";

  if (handover == NULL)
    return;
  if (!is_fitting (finding->outcome, handover->recipient_kind))
    dov_problems_add (problems, record, field, finding->outcome == DOV_FINDING_OUTCOME_HOME ? "N5" : "T5",
                      _("The outcome and who took the child do not fit. Check both."));
  if (handover->handed_at != NULL && finding->found_at != NULL &&
      g_date_time_compare (handover->handed_at, finding->found_at) < 0)
    dov_problems_add (problems, record, DOV_IS_HANDOVER (record) ? "handed_at" : "handover_id", "V5",
                      _("The child was handed over before being found. Check both times."));
  if (finding->person_id != 0 && handover->person_id != 0 && finding->person_id != handover->person_id)
    dov_problems_add (problems, record, field, "N4",
                      _("Another child was handed over there. Each child has a handover of its own."));
  if (dov_store_ask_number (store, "SELECT id FROM live_patrol_finding WHERE handover_id = ?1 AND id <> ?2",
                            "(xx)", finding->handover_id, dov_record_get_id (DOV_RECORD (finding))) != 0)
    dov_problems_add (problems, record, field, "N4",
                      _("This handover is of another finding. Each child has a handover of its own."));
}

static void
check_shift (DovStore         *store,
             DovPatrolFinding *finding,
             GPtrArray        *problems)
{
  DovRecord *record = DOV_RECORD (finding);
  g_autoptr (DovPatrolShift) shift = dov_store_follow (store, finding, "shift_id");

  if (shift == NULL)
    return;
  if (!dov_patrol_shift_is_on (shift))
    dov_problems_add (problems, record, "shift_id", "T6",
                      _("This shift was called off or replaced. Choose the one that was walked."));
  if (shift->status == DOV_PATROL_SHIFT_STATUS_DONE && finding->outcome == 0)
    dov_problems_add (problems, record, "outcome", "T6",
                      _("The walk is over. Choose what came of this finding."));
  if (g_date_time_compare (finding->found_at, dov_patrol_shift_get_start (shift)) < 0 ||
      g_date_time_compare (finding->found_at, dov_patrol_shift_get_end (shift)) > 0)
    dov_problems_warn (problems, record, "found_at", "T6",
                       _("Nobody of the shift was on the walk at that time. Check the time, or say why it is right."));
}

static gboolean
lets_go_too_young (DovStore         *store,
                   DovPatrolFinding *finding)
{
  return finding->outcome == DOV_FINDING_OUTCOME_LEFT_SELF && !dov_curfew_allows_left_self (store, finding);
}

static void
check_finding (DovStore  *store,
               DovRecord *before,
               DovRecord *after,
               GPtrArray *problems)
{
  DovPatrolFinding *finding = DOV_PATROL_FINDING (after);

  if (finding->found_at == NULL || finding->anonymised_on != NULL)
    return;
  if (dov_record_has_changed (before, after, "found_at", "kind_id", "person_id", "age_known", "age_apparent", "outcome",
                            NULL))
    {
      check_curfew (store, finding, problems);
      if (lets_go_too_young (store, finding))
        dov_problems_add (problems, after, "outcome", "T5", _("So young a child is not let go alone at night. "
                                                              "Hand the child to the parents or to the police."));
    }
  if (dov_record_has_changed (before, after, "handover_id", "outcome", "found_at", "person_id", NULL))
    check_handover (store, finding, after, problems);
  if (dov_record_has_changed (before, after, "shift_id", "found_at", "outcome", NULL))
    check_shift (store, finding, problems);
}

static GPtrArray *
list_findings (DovStore   *store,
               const char *where,
               gint64      id)
{
  return dov_store_read (store, DOV_TYPE_PATROL_FINDING, &(DovQuery) {
    .where = where, .params = g_variant_new ("(x)", id) });
}

static void
check_changed_handover (DovStore  *store,
                        DovRecord *before,
                        DovRecord *after,
                        GPtrArray *problems)
{
  g_autoptr (GPtrArray) findings = list_findings (store, "handover_id = ?1", dov_record_get_id (after));

  for (guint i = 0; i < findings->len; i++)
    check_handover (store, findings->pdata[i], after, problems);
}

/* Another date of birth makes another child of whom was let go. */
static void
check_birth (DovStore  *store,
             DovRecord *before,
             DovRecord *after,
             GPtrArray *problems)
{
  g_autoptr (GPtrArray) findings = list_findings (store, "person_id = ?1", dov_record_get_id (after));

  for (guint i = 0; i < findings->len; i++)
    if (lets_go_too_young (store, findings->pdata[i]))
      {
        dov_problems_warn (problems, after, "birth_date", "T5",
                           _("A patrol let this child go alone at night, and by this date the child was too young. "
                             "Check the date, or say why it is right."));
        return;
      }
}

/* T4: a rule is of its time. What was found by it stays found by it. */
static void
check_rule (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  DovRecord *record = after != NULL ? after : before;
  g_autoptr (GPtrArray) findings = NULL;

  if (before == NULL)
    return;
  findings = list_findings (store, "kind_id = ?1 AND anonymised_on IS NULL"
                                   " AND ifnull (outcome, '') <> 'no_child'", DOV_FINDING_KIND_CURFEW);
  for (guint i = 0; i < findings->len; i++)
    {
      DovPatrolFinding *finding = findings->pdata[i];

      if (finding->found_at != NULL && !dov_curfew_is_offered (store, finding))
        {
          dov_problems_add (problems, record, NULL, "T4",
                            _("Children were found by this rule as it was. "
                              "Fill in until when it was in force, and add a new row."));
          return;
        }
    }
}

/* V8: a number is given once in a lounge and year, and never again, not even
 * after its paper went into the bin. */
static void
check_number (DovStore  *store,
              DovRecord *before,
              DovRecord *after,
              GPtrArray *problems)
{
  DovOutgoingNotice *notice = DOV_OUTGOING_NOTICE (after);
  g_autoptr (DovStatement) rows = NULL;
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;

  if (notice->date == NULL)
    return;
  day = dov_date_to_iso (notice->date);
  day[4] = '\0';
  rows = dov_store_ask (store, "SELECT id, removed IS NOT NULL FROM outgoing_notice WHERE +lounge_id = ?1"
                        " AND notice_no = ?2 AND substr (date, 1, 4) = ?3 AND id <> ?4",
                        "(xssx)", notice->lounge_id, notice->notice_no, day, dov_record_get_id (after));
  if (!dov_statement_next (rows))
    return;

  words = dov_store_describe_id (store, DOV_TYPE_OUTGOING_NOTICE, dov_statement_column_integer (rows, 0));
  dov_problems_add (problems, after, "notice_no", "V8",
                    dov_statement_column_integer (rows, 1)
                      ? _("The number was that of a notice in the bin: %s. A number is given once; take the next one.")
                      : _("The number is that of another notice: %s. Take the next number."), words);
}

static const DovRuleOf rules[] = {
  { dov_patrol_finding_get_type, DOV_RULE_AT_END, "", check_finding },
  { dov_handover_get_type, DOV_RULE_AT_END | DOV_RULE_OF_KEPT,
    "handed_at recipient_kind person_id", check_changed_handover },
  { dov_person_get_type, DOV_RULE_AT_END | DOV_RULE_OF_KEPT, "birth_date birth_year", check_birth },
  { dov_curfew_rule_get_type, DOV_RULE_AT_END, NULL, check_rule },
  { dov_outgoing_notice_get_type, DOV_RULE_AT_END, "notice_no lounge_id date", check_number },
};

void
dov_finding_rules_install (DovStore *store)
{
  dov_store_add_rules (store, rules, G_N_ELEMENTS (rules));
}
