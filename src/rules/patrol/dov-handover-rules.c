/* dov-handover-rules.c - a child is handed over: the right one, to somebody named, by who walked, with a signature (N4, N5) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-handover-rules.h"

#include <glib/gi18n.h>

#include "dov-family-member.h"
#include "dov-fold.h"
#include "dov-handover.h"
#include "dov-patrol-shift.h"
#include "dov-person.h"

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

/* Whether two names may be of one person: all words of the shorter are in the other. */
static gboolean
is_same_name (const char *one,
              const char *other)
{
  g_auto (GStrv) words = dov_fold_words (one);
  g_auto (GStrv) others = dov_fold_words (other);
  gboolean is_shorter = g_strv_length (words) <= g_strv_length (others);
  char **shorter = is_shorter ? words : others, **longer = is_shorter ? others : words;

  if (g_strv_length (shorter) < 2)
    return FALSE;
  for (guint i = 0; shorter[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) longer, shorter[i]))
      return FALSE;

  return TRUE;
}

/* “Сидоров Пётр”, and not “мальчик в синей куртке”. */
static gboolean
is_full_name (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n_words = g_strv_length (words);

  for (guint i = 0; i < n_words; i++)
    if (!g_unichar_isupper (g_utf8_get_char (words[i])))
      return FALSE;

  return n_words == 2 || n_words == 3;
}

static char *
dup_child (DovStore    *store,
           gint64       person_id,
           const char  *told)
{
  g_autoptr (DovPerson) person = dov_store_look_up (store, DOV_TYPE_PERSON, person_id);

  return person != NULL ? dov_person_dup_name (person) : g_strdup (told);
}

/* Whether what is known of the child of the finding and of the child handed over cannot be of one. */
static gboolean
is_other_child (DovStore         *store,
                DovPatrolFinding *finding,
                DovHandover      *handover)
{
  g_autofree char *found = dup_child (store, finding->person_id, finding->described_as);
  g_autofree char *handed = dup_child (store, handover->person_id, handover->child_name);
  g_autoptr (DovPerson) card = dov_store_look_up (store, DOV_TYPE_PERSON, finding->person_id);
  g_autoptr (DovPerson) taken = dov_store_look_up (store, DOV_TYPE_PERSON, handover->person_id);
  const GDate *born = taken != NULL ? taken->birth_date : handover->child_born;
  GDate day = dov_moment_get_date (finding->found_at);

  if (finding->person_id != 0 && handover->person_id != 0)
    return finding->person_id != handover->person_id;
  if (is_full_name (found) && is_full_name (handed) && !is_same_name (found, handed))
    return TRUE;
  if (card != NULL && card->birth_date != NULL && born != NULL && g_date_compare (card->birth_date, born) != 0)
    return TRUE;
  if (taken != NULL && taken->sex != 0 && finding->sex != 0 && taken->sex != finding->sex)
    return TRUE;

  return finding->person_id == 0 && finding->age_known != DOV_UNKNOWN && born != NULL &&
         ABS (dov_age_on (born, &day) - finding->age_known) > 1;
}

/* N4: whoever hands a child over walked with the shift. */
static gboolean
has_walked (DovStore         *store,
            DovPatrolFinding *finding,
            DovHandover      *handover)
{
  return dov_store_ask_number (store, "SELECT id FROM live_shift_member WHERE shift_id = ?1 AND member_id = ?2"
                               " AND came NOT IN ('no_show', 'excused')",
                               "(xx)", finding->shift_id, handover->handed_by_id) != 0;
}

/* The parents of the child by the cards, when who took the child is told to be one. */
static void
check_rights (DovStore         *store,
              DovPatrolFinding *finding,
              DovHandover      *handover,
              DovRecord        *record,
              const char       *field,
              GPtrArray        *problems)
{
  gint64 child = handover->person_id != 0 ? handover->person_id : finding->person_id;
  g_autoptr (DovStatement) rows =
    dov_store_ask (store, "SELECT DISTINCT p.id, m.parental_rights FROM live_family_member m JOIN person p ON p.id = m.person_id"
                   " WHERE m.parental_rights IN ('deprived', 'limited') AND m.family_id IN (SELECT ?1"
                   " UNION SELECT family_id FROM live_family_member WHERE person_id = ?2)"
                   " ORDER BY m.parental_rights", "(xx)", finding->family_id, child);

  while (dov_statement_next (rows))
    {
      gboolean is_deprived = g_str_equal (dov_statement_column_text (rows, 1), "deprived");
      g_autofree char *name = dup_child (store, dov_statement_column_integer (rows, 0), "");

      if (!is_same_name (name, handover->recipient_name))
        continue;
      if (is_deprived)
        dov_problems_add (problems, record, field, "N4",
                          _("%s is deprived of parental rights. Hand the child to another representative or to the police."),
                          name);
      else
        dov_problems_warn (problems, record, field, "N4",
                           _("The parental rights of %s are limited. Hand the child to another representative, or say why "
                             "it is right."), name);
      return;
    }
}

/* N4: a child is handed to somebody else, by somebody who was there, with a signature. */
static void
check_hands (DovStore         *store,
             DovPatrolFinding *finding,
             DovHandover      *handover,
             DovRecord        *record,
             GPtrArray        *problems)
{
  gboolean is_handover = DOV_IS_HANDOVER (record);
  const char *whom = is_handover ? "recipient_name" : "handover_id";
  g_autoptr (DovPatrolShift) shift = dov_store_follow (store, finding, "shift_id");
  g_autofree char *found = dup_child (store, finding->person_id, finding->described_as);
  g_autofree char *handed = dup_child (store, handover->person_id, handover->child_name);

  if (is_other_child (store, finding, handover))
    dov_problems_add (problems, record, is_handover ? "recipient_kind" : "handover_id", "N4",
                      _("Another child was handed over there. Each child has a handover of its own."));
  if (is_same_name (handover->recipient_name, found) || is_same_name (handover->recipient_name, handed))
    dov_problems_add (problems, record, whom, "N4",
                      _("A child is not handed to itself. Check who took the child; "
                        "of a namesake type the patronymics of both."));
  if (!has_walked (store, finding, handover))
    dov_problems_add (problems, record, is_handover ? "handed_by_id" : "handover_id", "N4",
                      _("Who hands a child over walked with this shift. Choose somebody who was on it."));
  if (shift != NULL && shift->status == DOV_PATROL_SHIFT_STATUS_DONE && !handover->is_signed)
    dov_problems_add (problems, record, is_handover ? "is_signed" : "handover_id", "N4",
                      _("The walk is over, and nobody has signed for the child. Get the signature and mark it."));
  if (handover->recipient_kind == DOV_RECIPIENT_KIND_PARENT || handover->recipient_kind == DOV_RECIPIENT_KIND_GUARDIAN)
    check_rights (store, finding, handover, record, whom, problems);
}

/**
 * dov_handover_judge:
 * @record: the finding, or its handover: where it is told
 *
 * N4, N5: the handover is of this child, later than the finding, to whom the outcome says.
 */
void
dov_handover_judge (DovStore         *store,
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
  else if (handover->handed_at != NULL && finding->found_at != NULL &&
           g_date_time_difference (handover->handed_at, finding->found_at) > G_TIME_SPAN_DAY)
    dov_problems_add (problems, record, DOV_IS_HANDOVER (record) ? "handed_at" : "handover_id", "V5",
                      _("The child was handed over more than a day after being found. Check both times."));
  if (finding->found_at != NULL && finding->anonymised_on == NULL && handover->anonymised_on == NULL)
    check_hands (store, finding, handover, record, problems);
  if (dov_store_ask_number (store, "SELECT id FROM live_patrol_finding WHERE handover_id = ?1 AND id <> ?2",
                            "(xx)", finding->handover_id, dov_record_get_id (DOV_RECORD (finding))) != 0)
    dov_problems_add (problems, record, field, "N4",
                      _("This handover is of another finding. Each child has a handover of its own."));
}

/**
 * dov_handover_judge_walker:
 * @walker: as it was before the change
 *
 * N4: who handed a child over was there.
 */
void
dov_handover_judge_walker (DovStore       *store,
                           DovShiftMember *walker,
                           DovRecord      *record,
                           GPtrArray      *problems)
{
  if (dov_store_ask_number (store, "SELECT f.id FROM live_patrol_finding f JOIN live_handover h ON h.id = f.handover_id"
                            " WHERE f.shift_id = ?1 AND h.handed_by_id = ?2 AND NOT EXISTS"
                            " (SELECT 1 FROM live_shift_member x WHERE x.shift_id = ?1 AND x.member_id = ?2"
                            "  AND x.came NOT IN ('no_show', 'excused'))", "(xx)", walker->shift_id, walker->member_id) != 0)
    dov_problems_add (problems, record, NULL, "N4",
                      _("This member handed a child over on the shift, so was there. Change the handover first."));
}

static void
check_changed_handover (DovStore  *store,
                        DovRecord *before,
                        DovRecord *after,
                        GPtrArray *problems)
{
  DovQuery query = { .where = "handover_id = ?1", .params = g_variant_new ("(x)", dov_record_get_id (after)) };
  g_autoptr (GPtrArray) findings = dov_store_read (store, DOV_TYPE_PATROL_FINDING, &query);

  for (guint i = 0; i < findings->len; i++)
    dov_handover_judge (store, findings->pdata[i], after, problems);
}

static const DovRuleOf rules[] = {
  { dov_handover_get_type, DOV_RULE_AT_END | DOV_RULE_OF_KEPT,
    "handed_at recipient_kind recipient_name person_id child_name child_born handed_by_id is_signed",
    check_changed_handover },
};

void
dov_handover_rules_install (DovStore *store)
{
  dov_store_add_rules (store, rules, G_N_ELEMENTS (rules));
}
