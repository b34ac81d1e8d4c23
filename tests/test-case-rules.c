/* test-case-rules.c - rules of case work by number: a table of cases each (F1–F7, P1–P6, C2, C3, T7, V5, V8) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-ground.h"
#include "dov-case-begin.h"
#include "dov-case-plan.h"
#include "dov-case-status.h"
#include "dov-consent.h"
#include "dov-family-member.h"
#include "dov-family.h"
#include "dov-home-visit.h"
#include "dov-incoming-paper.h"
#include "dov-living-conditions-act.h"
#include "dov-person.h"
#include "dov-plan-action.h"
#include "dov-plan-problem.h"
#include "dov-register-entry.h"
#include "dov-registry.h"
#include "dov-signal.h"
#include "dov-silence.h"
#include "dov-written-application.h"
#include "verdict.h"

#include <string.h>

#define FAMILY DOV_TYPE_FAMILY, "$family"
#define PLAN   DOV_TYPE_CASE_PLAN, "$plan"

#define CONSENT(who, signer, capacity, more) \
  "no=" more "|lounge_id=$lounge|subject_id=" who "|kind=processing|signer_id=" signer "|signer_capacity=" capacity \
  "|purpose=case|data_list=name|actions=store|until_event=до снятия|withdrawal_way=заявлением"

static void
keep_consents (Ground *self)
{
  ground_keep (self, "$consent_mother", "consent", CONSENT ("$mother", "$mother", "self", "1|signed_on=2027-01-11"));
  ground_keep (self, "$consent_son", "consent", CONSENT ("$son", "$mother", "parent", "2|signed_on=2027-01-12"));
  ground_keep (self, "$consent_daughter", "consent",
               CONSENT ("$daughter", "$mother", "parent", "3|signed_on=2027-01-13|teen_signed=1"));
}

static void
keep_plan (Ground     *self,
           const char *name,
           const char *fields)
{
  ground_keep (self, name, "case_plan", fields);
}

#define DRAFT "family_id=$family|kind=family_children|since=2027-01-15|until=2027-12-20|goal=Дети заняты"
#define AGREED   "status=agreed|family_agreed_on=2027-01-16|signer_id=$mother"
#define APPROVED "status=approved|no=4|approved_by_id=$staff|approved_on=2027-01-18"

/* A draft with a problem and a step. */
static void
keep_whole_plan (Ground *self)
{
  keep_plan (self, "$plan", DRAFT);
  ground_keep (self, "$problem", "plan_problem", "plan_id=$plan|problem_id=413|cause=Мать на работе до вечера|severity=2");
  ground_keep (self, "$step", "plan_action", "plan_id=$plan|plan_problem_id=$problem|title=Записать в кружок"
                                             "|staff_id=$staff"
                                             "|due_to=2027-03-20");
}

/* ---- F ---- */

static guint
count_gaps (Ground        *self,
            DovCaseStatus  status,
            DovCaseGapKind kind)
{
  g_autoptr (DovRecord) family = dov_store_look_up (self->club.store, DOV_TYPE_FAMILY, ground_number (self, "$family"));
  g_autoptr (GPtrArray) gaps = dov_case_status_list_gaps (self->club.store, DOV_FAMILY (family), status);
  guint n_gaps = 0;

  for (guint i = 0; i < gaps->len; i++)
    n_gaps += ((DovCaseGap *) gaps->pdata[i])->kind == kind;

  return n_gaps;
}

/* F1: an act by two, also of a refusal. */
static void
test_f1 (Ground        *self,
         gconstpointer  data)
{
  ground_change (self, FAMILY, "case_status=assessed", "F1");
  ground_keep (self, "$repeat", "living_conditions_act", "family_id=$family|no=1|date=2027-02-03|kind=repeat"
                                                         "|address=с. Слудка"
                                                         "|entry_allowed=yes|sanitary=fair|conclusion=Тепло");
  ground_keep (self, "$one", "act_commission", "act_id=$repeat|staff_id=$staff");
  ground_keep (self, "$two", "act_commission", "act_id=$repeat|staff_id=$nurse");
  ground_save (self, "act_commission", "act_id=$repeat|staff_id=$nurse", "-");
  ground_change (self, FAMILY, "case_status=assessed", "F1");
  ground_keep (self, "$act", "living_conditions_act", "family_id=$family|no=2|date=2027-02-04|kind=primary"
                                                      "|address=с. Слудка"
                                                      "|entry_allowed=refused");
  ground_keep (self, "$three", "act_commission", "act_id=$act|staff_id=$staff");
  ground_change (self, FAMILY, "case_status=assessed", "F1");
  ground_keep (self, "$four", "act_commission", "act_id=$act|staff_id=$nurse");
  ground_change (self, FAMILY, "case_status=assessed", NULL);
  /* Judged when the status changes: what is changed besides goes on, and an undo that takes its ground away too. */
  verdict_remove (&self->club, dov_registry_find ("act_commission"), ground_number (self, "$four"), NULL);
  ground_change (self, FAMILY, "phone=+79000000001", NULL);
  ground_change (self, FAMILY, "case_status=identified", NULL);
  verdict_undo (&self->club, ground_last (self), "F1");
}

/* F2: what is missing is told one by one, and each alone refuses. */
static void
test_f2 (Ground        *self,
         gconstpointer  data)
{
  gint64 taken = 0;

  g_assert_cmpuint (count_gaps (self, DOV_CASE_STATUS_ACTIVE, DOV_CASE_GAP_APPLICATION), ==, 1);
  g_assert_cmpuint (count_gaps (self, DOV_CASE_STATUS_ACTIVE, DOV_CASE_GAP_CONSENT), ==, 3);
  g_assert_cmpuint (count_gaps (self, DOV_CASE_STATUS_ACTIVE, DOV_CASE_GAP_CURATOR), ==, 1);
  g_assert_cmpuint (count_gaps (self, DOV_CASE_STATUS_ACTIVE, DOV_CASE_GAP_PLAN), ==, 1);
  ground_change (self, FAMILY, "curator_id=$staff|opened_on=2027-02-01|support_level=prevention", NULL);
  keep_consents (self);
  ground_change (self, FAMILY, "case_status=active", "F2");
  ground_keep (self, "$application", "written_application", "no=1|date=2027-01-10|lounge_id=$lounge"
                                                            "|person_id=$mother|family_id=$family"
                                                    "|kind=join|decision=refused|decided_on=2027-01-12");
  ground_change (self, FAMILY, "case_status=active", "F2");
  ground_change (self, DOV_TYPE_WRITTEN_APPLICATION, "$application", "decision=granted", NULL);
  ground_change (self, DOV_TYPE_CONSENT, "$consent_son", "withdrawn_on=2027-03-04", NULL);
  ground_change (self, FAMILY, "case_status=active", "F2");
  ground_change (self, DOV_TYPE_CONSENT, "$consent_son", "withdrawn_on=|purpose=events", NULL);
  ground_change (self, FAMILY, "case_status=active", "F2");
  ground_change (self, DOV_TYPE_CONSENT, "$consent_son", "purpose=case,events|valid_until=2027-03-04", NULL);
  ground_change (self, FAMILY, "case_status=active", "F2");
  ground_change (self, DOV_TYPE_CONSENT, "$consent_son", "valid_until=2027-03-05", NULL);
  ground_change (self, FAMILY, "support_level=active", NULL);
  ground_change (self, FAMILY, "case_status=active", "F2");
  keep_whole_plan (self);
  ground_change (self, FAMILY, "case_status=active", "F2");       /* a draft is no programme yet */
  ground_change (self, PLAN, AGREED, NULL);
  ground_change (self, FAMILY, "case_status=active", NULL);
  taken = ground_last (self);

  /* A family on support is not refused for what ran out since; nor is the undo that takes it off. */
  ground_change (self, DOV_TYPE_CONSENT, "$consent_mother", "withdrawn_on=2027-03-05", NULL);
  ground_change (self, FAMILY, "phone=+79000000002", NULL);
  verdict_undo (&self->club, ground_last (self), NULL);
  verdict_undo (&self->club, taken, NULL);
  verdict_undo (&self->club, ground_last (self), "F2");
}

/* F2: the commission's decision needs no application and no consent, while it stands. */
static void
test_f2_decision (Ground        *self,
                  gconstpointer  data)
{
#define ENTRY "register_kind=sop_kdn|on_decision_no=41/7|on_date=2027-02-02|authority_id=$kdn|reason=Без надзора"

  ground_change (self, FAMILY, "curator_id=$staff|opened_on=2027-02-01|support_level=prevention", NULL);
  ground_keep (self, "$entry", "register_entry", ENTRY "|person_id=$son");
  g_assert_cmpuint (count_gaps (self, DOV_CASE_STATUS_ACTIVE, DOV_CASE_GAP_APPLICATION), ==, 0);
  g_assert_cmpuint (count_gaps (self, DOV_CASE_STATUS_ACTIVE, DOV_CASE_GAP_CONSENT), ==, 0);
  ground_keep (self, "$cancelled", "register_entry", "register_kind=sop_kdn|on_decision_no=44"
                                                     "|on_date=2027-02-09|authority_id=$kdn"
                                                     "|reason=Ошибка|person_id=$son|step=cancelled|previous_id=$entry");
  ground_change (self, FAMILY, "case_status=active", "F2");
  ground_keep (self, "$again", "register_entry", ENTRY "|family_id=$family");
  ground_change (self, FAMILY, "case_status=active", NULL);
}

/* F2, F4 of what is loaded or typed anew: a family that was on support before the program is asked about. */
static void
test_new_family (Ground        *self,
                 gconstpointer  data)
{
  static const struct { const char *status, *more, *rule; } cases[] = {
    { "active", "|opened_on=2027-01-05|curator_id=$staff", "F2?" },
    { "assessed", "", "F1?" },
    { "closed", "|opened_on=2026-01-05|closed_on=2026-12-01", "F4?" },
    { "closed", "|opened_on=2026-01-05|closed_on=2026-12-01|closing_reason=grown", NULL },
    { "monitoring", "|opened_on=2026-01-05", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *fields =
        g_strdup_printf ("family_name=Кротовы|case_no=3-2027/0%u|lounge_id=$lounge|address=с. Слудка|structure=full"
                         "|case_status=%s%s", 30 + i, cases[i].status, cases[i].more);

      ground_save (self, "family", fields, cases[i].rule);
    }
}

/* F3, F4: promises are kept or ended first; the last look is asked about where it can be. */
static void
test_f3_f4 (Ground        *self,
            gconstpointer  data)
{
  ground_change (self, FAMILY, "curator_id=$staff|opened_on=2027-01-10|support_level=prevention", NULL);
  club_let_support (&self->club, ground_number (self, "$family"));
  ground_change (self, FAMILY, "case_status=active", NULL);
  keep_whole_plan (self);
  ground_change (self, PLAN, AGREED, NULL);
  ground_change (self, FAMILY, "case_status=monitoring", "F3");
  ground_change (self, FAMILY, "case_status=closed|closed_on=2027-03-01|closing_reason=moved", "F4");
  ground_change (self, PLAN, "status=terminated|no=4|approved_by_id=$staff|approved_on=2027-01-18|ended_on=2027-02-25"
                             "|outcome=partial", NULL);
  ground_change (self, FAMILY, "case_status=monitoring", NULL);
  ground_change (self, FAMILY, "case_status=closed|closed_on=2027-03-01", "F4");
  ground_change (self, FAMILY, "case_status=closed|closed_on=2027-03-01|closing_reason=lost", "F4?");
  ground_change (self, FAMILY, "case_status=closed|closed_on=2027-03-01|closing_reason=causes_gone", "F4?");
  ground_keep (self, "$review", "case_review", "family_id=$family|date=2027-02-26|reviewer_id=$staff"
                                               "|dynamics=better|is_final=1");
  ground_change (self, FAMILY, "case_status=closed|closed_on=2027-03-01|closing_reason=causes_gone", NULL);
  ground_save (self, "case_review", "family_id=$family|date=2027-02-27|reviewer_id=$staff|dynamics=same", "F8");
  ground_save (self, "case_review", "family_id=$family|date=2027-02-27|reviewer_id=$staff|dynamics=same|is_final=1"
                                    "|next_review_on=2027-05-01", "F8");
}

/* F6: a chain of decisions, and only a decision ends it. */
static void
test_f6 (Ground        *self,
         gconstpointer  data)
{
#define STEP(step, more) "register_kind=sop_kdn|family_id=$family|authority_id=$kdn|reason=Без надзора|step=" step more

  ground_save (self, "register_entry", STEP ("put_on", "|on_date=2027-01-20"), "F6");
  ground_save (self, "register_entry", "register_kind=pdn|person_id=$son|on_decision_no=8"
                                       "|on_date=2027-01-20|reason=Кража", "F6");
  ground_save (self, "register_entry", STEP ("put_on", "|on_date=2027-01-20|on_decision_no=9|person_id=$son"), "-");
  ground_save (self, "register_entry", STEP ("prolonged", "|on_date=2027-01-20|on_decision_no=9"), "-");
  ground_keep (self, "$first", "register_entry", STEP ("put_on", "|on_date=2027-01-20|on_decision_no=9"));
  ground_save (self, "register_entry", STEP ("put_on", "|on_date=2027-01-21|on_decision_no=10|previous_id=$first"), "-");
  ground_save (self, "register_entry", STEP ("prolonged", "|on_date=2027-01-19|on_decision_no=10"
                                                          "|previous_id=$first"), "V5");
  ground_save (self, "register_entry", "register_kind=sop_kdn|person_id=$son|authority_id=$kdn|reason=Кража|step=changed"
                                       "|on_date=2027-01-22|on_decision_no=10|previous_id=$first", "F6");
  ground_keep (self, "$second", "register_entry", STEP ("prolonged", "|on_date=2027-02-20|on_decision_no=11"
                                                                     "|previous_id=$first"));
  ground_save (self, "register_entry", STEP ("changed", "|on_date=2027-02-21|on_decision_no=12|previous_id=$first"), "F6");
  ground_change (self, DOV_TYPE_REGISTER_ENTRY, "$second", "off_date=2027-03-01|off_reason=fixed", "F6");
  ground_change (self, DOV_TYPE_REGISTER_ENTRY, "$second", "off_date=2027-03-01|off_decision_no=13", "-");
  ground_change (self, DOV_TYPE_REGISTER_ENTRY, "$second", "off_date=2027-03-01|off_reason=fixed|off_decision_no=13", NULL);
  ground_save (self, "register_entry", STEP ("changed", "|on_date=2027-03-02|on_decision_no=14|previous_id=$second"), "F6");
  ground_save (self, "register_entry", "register_kind=lounge|family_id=$family|on_date=2027-03-01"
                                       "|reason=Группа риска", NULL);
}

/* F7: one lounge at a time; a child that lives apart in one of two households hinders neither. */
static void
test_f7 (Ground        *self,
         gconstpointer  data)
{
  ground_change (self, FAMILY, "curator_id=$staff|opened_on=2027-01-10|support_level=prevention", NULL);
  club_let_support (&self->club, ground_number (self, "$family"));
  ground_change (self, FAMILY, "case_status=active", NULL);
  ground_keep (self, "$far", "lounge", "name=Доверие, Куршино|settlement_id=12|host_institution_id=$kdn|address=д. Куршино"
                                       "|opened_on=2021-02-03|manager_id=$staff");
  ground_keep (self, "$other", "family", "family_name=Шубины|case_no=4-2027/001|lounge_id=$far"
                                         "|address=д. Куршино|structure=full"
                                         "|case_status=identified|curator_id=$staff|opened_on=2027-02-10");
  club_let_support (&self->club, ground_number (self, "$other"));
  ground_keep (self, "$there", "family_member", "family_id=$other|person_id=$son|kinship=child|lives_together=1");
  ground_change (self, DOV_TYPE_FAMILY, "$other", "case_status=active", "F7");
  ground_change (self, DOV_TYPE_FAMILY_MEMBER, "$there", "lives_together=0", NULL);
  ground_change (self, DOV_TYPE_FAMILY, "$other", "case_status=active", NULL);
  ground_change (self, DOV_TYPE_FAMILY_MEMBER, "$there", "lives_together=1", "F7");
  ground_save (self, "family_member", "family_id=$other|person_id=$daughter|kinship=child|lives_together=1", "F7");
  ground_save (self, "family_member", "family_id=$other|person_id=$daughter|kinship=child|lives_together=1|since=2027-01-01"
                                      "|until=2027-02-01", NULL);
}

/* ---- P ---- */

static void
test_p1_p2 (Ground        *self,
            gconstpointer  data)
{
  keep_plan (self, "$plan", DRAFT);
  ground_change (self, PLAN, AGREED, "P1");
  ground_save (self, "plan_problem", "plan_id=$plan|problem_id=413", "P1");
  ground_keep (self, "$problem", "plan_problem", "plan_id=$plan|problem_id=413|cause=Мать на работе до вечера");
  ground_save (self, "plan_action", "plan_id=$plan|title=Кружок|due_to=2027-03-20", "P1");
  ground_save (self, "plan_action", "plan_id=$plan|title=Кружок|due_to=2027-12-21|staff_id=$staff", "P1");
  ground_save (self, "plan_action", "plan_id=$plan|title=Кружок|due_from=2027-01-14|due_to=2027-03-20"
                                    "|staff_id=$staff", "P1");
  ground_change (self, PLAN, AGREED, "P1");
  ground_keep (self, "$step", "plan_action", "plan_id=$plan|title=Кружок|due_to=2027-03-20|organisation_id=$kdn");
  ground_change (self, PLAN, "until=2027-03-19", "P1");
  ground_change (self, PLAN, "status=agreed", "P2");
  ground_change (self, PLAN, AGREED, NULL);
  verdict_remove (&self->club, DOV_TYPE_PLAN_ACTION, ground_number (self, "$step"), "P1");
  ground_change (self, PLAN, "status=approved|no=4|approved_on=2027-01-18", "P2");
  ground_change (self, PLAN, "status=approved|no=4|approved_by_id=$staff", "P2");
  ground_change (self, PLAN, "status=approved|no=4|body_id=$kdn|approved_on=2027-01-18", "P2");
  ground_change (self, PLAN, APPROVED, NULL);
  ground_change (self, PLAN, "status=in_progress", "P2");           /* the family is not on support */
  ground_save (self, "case_plan", "family_id=$family|kind=foreign|since=2027-01-15|until=2027-06-20|goal=Надзор"
                                  "|status=approved",
               "P2");
  ground_save (self, "case_plan", "family_id=$family|kind=foreign|since=2027-01-15|until=2027-06-20|goal=Надзор"
                                  "|status=approved"
                                  "|body_id=$kdn", NULL);
}

/* P3: an approved programme stays; how it goes is written down; a new version changes it. */
static void
test_p3 (Ground        *self,
         gconstpointer  data)
{
  gint64 approved = 0, edited = 0;

  keep_whole_plan (self);
  ground_change (self, PLAN, "goal=Дети заняты и учатся", NULL);
  edited = ground_last (self);
  ground_change (self, PLAN, AGREED, NULL);
  ground_change (self, PLAN, APPROVED, NULL);
  approved = ground_last (self);
  ground_change (self, PLAN, "goal=Другая", "P3");
  ground_change (self, PLAN, "status=agreed", "P3");
  ground_change (self, PLAN, "next_review_on=2027-04-01", NULL);
  ground_change (self, DOV_TYPE_PLAN_ACTION, "$step", "due_to=2027-04-20", "P3");
  ground_change (self, DOV_TYPE_PLAN_PROBLEM, "$problem", "cause=Иная", "P3");
  ground_change (self, DOV_TYPE_PLAN_PROBLEM, "$problem", "resolved_on=2027-03-01", NULL);
  ground_save (self, "plan_action", "plan_id=$plan|title=Ещё|due_to=2027-03-20|staff_id=$staff", "P3");
  verdict_remove (&self->club, DOV_TYPE_PLAN_ACTION, ground_number (self, "$step"), "P3");
  verdict_undo (&self->club, edited, "P3");
  ground_change (self, DOV_TYPE_PLAN_ACTION, "$step", "status=done|done_on=2027-03-02|result=Ходит", NULL);
  verdict_undo (&self->club, ground_last (self), NULL);

  ground_save (self, "case_plan", DRAFT "|previous_id=$plan", "P3");
  ground_save (self, "case_plan", DRAFT "|change_reason=Переезд", "P3");
  ground_save (self, "case_plan", "family_id=$family|kind=adaptation|since=2027-01-15|until=2027-12-20|goal=Иная"
                                  "|previous_id=$plan|change_reason=Переезд", "P3");
  keep_plan (self, "$next", DRAFT "|previous_id=$plan|change_reason=Новый специалист");
  ground_save (self, "case_plan", DRAFT "|previous_id=$next|change_reason=Ещё", "P3");
  ground_change (self, PLAN, "status=extended|ended_on=2027-03-01", NULL);
  ground_change (self, PLAN, "status=in_progress|ended_on=", "P3");
  verdict_undo (&self->club, ground_last (self), NULL);
  verdict_undo (&self->club, approved, NULL);              /* the step itself is taken back */
}

static void
test_p4_p5_p6 (Ground        *self,
               gconstpointer  data)
{
  GDate today = dov_today ();
  g_autoptr (DovRecord) step = NULL;

  ground_change (self, FAMILY, "curator_id=$staff|opened_on=2027-01-10|support_level=prevention", NULL);
  club_let_support (&self->club, ground_number (self, "$family"));
  ground_change (self, FAMILY, "case_status=active", NULL);
  keep_whole_plan (self);
  ground_change (self, PLAN, AGREED, NULL);
  ground_change (self, PLAN, "status=in_progress|no=4|approved_by_id=$staff|approved_on=2027-01-18", NULL);

  ground_change (self, DOV_TYPE_PLAN_ACTION, "$step", "status=done|done_on=2027-03-01", "P4");
  ground_change (self, DOV_TYPE_PLAN_ACTION, "$step", "status=done|result=Ходит", "P4");
  ground_change (self, DOV_TYPE_PLAN_ACTION, "$step", "status=done|result=Ходит|done_on=2027-03-06", "V5");
  ground_change (self, DOV_TYPE_PLAN_ACTION, "$step", "done_on=2027-03-01", "P4");
  ground_change (self, DOV_TYPE_PLAN_ACTION, "$step", "status=cancelled", "P4");
  step = dov_store_look_up (self->club.store, DOV_TYPE_PLAN_ACTION, ground_number (self, "$step"));
  g_assert_false (dov_plan_action_is_overdue (DOV_PLAN_ACTION (step), &today));
  g_date_add_days (&today, 16);
  g_assert_true (dov_plan_action_is_overdue (DOV_PLAN_ACTION (step), &today));

  ground_change (self, PLAN, "status=completed|ended_on=2027-03-04", "P5");
  ground_change (self, PLAN, "status=completed|ended_on=2027-03-04|outcome=achieved", "P5");
  ground_change (self, PLAN, "outcome=achieved", "P5");

  keep_plan (self, "$second", DRAFT);
  ground_keep (self, "$its", "plan_problem", "plan_id=$second|problem_id=404|cause=Нет работы");
  ground_save (self, "plan_action", "plan_id=$second|plan_problem_id=$problem|title=Кружок"
                                    "|due_to=2027-03-20|staff_id=$staff", "P1");
  ground_keep (self, "$work", "plan_action", "plan_id=$second|title=Работа|due_to=2027-03-20|staff_id=$staff");
  ground_change (self, DOV_TYPE_CASE_PLAN, "$second", AGREED, NULL);
  ground_change (self, DOV_TYPE_CASE_PLAN, "$second", "status=in_progress|no=5|approved_by_id=$staff"
                                                      "|approved_on=2027-01-19", "P6");
  ground_change (self, DOV_TYPE_PLAN_ACTION, "$step", "status=done|result=Ходит|done_on=2027-03-01", NULL);
  ground_change (self, PLAN, "status=completed|ended_on=2027-03-04|outcome=achieved", NULL);
  ground_change (self, DOV_TYPE_PLAN_ACTION, "$step", "status=planned|done_on=", "P5");
  ground_change (self, DOV_TYPE_CASE_PLAN, "$second", "status=in_progress|no=5|approved_by_id=$staff"
                                                      "|approved_on=2027-01-19", NULL);
}

/* P4: what proves a step was done with this family. */
static void
test_proofs (Ground        *self,
             gconstpointer  data)
{
  keep_whole_plan (self);
  ground_name (self, "$strangers", club_add_family (&self->club, "Кротовы"));
  ground_keep (self, "$theirs", "home_visit", "family_id=$strangers|visited_at=2027-03-01T11:00|kind=planned"
                                              "|staff_id=$staff"
                                              "|goal=Узнать|findings=Тепло");
  ground_keep (self, "$ours", "home_visit", "family_id=$family|visited_at=2027-03-02T11:00|kind=planned|staff_id=$staff"
                                            "|goal=Узнать|findings=Чисто");
  ground_change (self, DOV_TYPE_PLAN_ACTION, "$step", "visit_id=$theirs", "P4");
  ground_change (self, DOV_TYPE_PLAN_ACTION, "$step", "visit_id=$ours", NULL);
}

/* ---- C ---- */

static void
test_c2_c3 (Ground        *self,
            gconstpointer  data)
{
  const struct { const char *fields, *rule; } cases[] = {
    { CONSENT ("$mother", "$mother", "self", "11|signed_on=2027-02-01"), NULL },
    { CONSENT ("$mother", "$mother", "parent", "12|signed_on=2027-02-01"), "C2" },
    { CONSENT ("$son", "$mother", "self", "13|signed_on=2027-02-01"), "C2" },
    { CONSENT ("$son", "$son", "self", "14|signed_on=2027-02-01"), "C2" },
    { CONSENT ("$daughter", "$daughter", "self", "15|signed_on=2027-02-01"), "C2" },     /* fifteen */
    { CONSENT ("$young", "$young", "self", "16|signed_on=2027-02-01"), "C2?" },         /* seventeen */
    { CONSENT ("$daughter", "$mother", "parent", "17|signed_on=2027-02-01"), "C3?" },
    { CONSENT ("$daughter", "$mother", "parent", "18|signed_on=2027-02-01|teen_signed=1"), NULL },
    { CONSENT ("$daughter", "$mother", "parent", "19"), NULL },                         /* a draft asks nothing yet */
    { CONSENT ("$son", "$nurse_card", "parent", "20|signed_on=2027-02-01"), "C2" },      /* no representative */
    { CONSENT ("$son", "$nurse_card", "guardian", "21|signed_on=2027-02-01"), "C2" },    /* and no document */
    { CONSENT ("$son", "$nurse_card", "proxy", "22|signed_on=2027-02-01|authority_doc=№ 5"), NULL },
    { CONSENT ("$baby", "$young", "parent", "23|signed_on=2027-02-01"), "C2?" },        /* a mother of seventeen */
    { CONSENT ("$baby", "$young", "proxy", "24|signed_on=2027-02-01|authority_doc=№ 6"), "C2" },
    { CONSENT ("$mother", "$nurse_card", "parent", "25|signed_on=2027-02-01"), "C2" },   /* she signs for herself */
  };

  ground_keep (self, "$young", "person", "last_name=Ёлкина|first_name=Юлия|no_patronymic=1|birth_date=2009-08-10");
  ground_keep (self, "$baby", "person", "last_name=Ёлкин|first_name=Ян|no_patronymic=1|birth_date=2026-09-11");
  ground_name (self, "$home", club_add_family (&self->club, "Ёлкины"));
  dov_store_accept (self->club.store, "C2", "мать по закону");
  ground_keep (self, "$of_young", "family_member", "family_id=$home|person_id=$young|kinship=mother|is_legal_rep=1");
  ground_keep (self, "$of_baby", "family_member", "family_id=$home|person_id=$baby|kinship=child");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    ground_save (self, "consent", cases[i].fields, cases[i].rule);

  ground_change (self, DOV_TYPE_FAMILY_MEMBER, "$of_mother", "parental_rights=limited|rights_decision=суд, № 2-17", NULL);
  ground_save (self, "consent", CONSENT ("$son", "$mother", "parent", "26|signed_on=2027-02-01"), "C2");
  ground_change (self, DOV_TYPE_FAMILY_MEMBER, "$of_mother", "parental_rights=deprived", NULL);
  ground_save (self, "consent", CONSENT ("$son", "$mother", "parent", "27|signed_on=2027-02-01"), "C2");
  ground_change (self, DOV_TYPE_FAMILY_MEMBER, "$of_mother", "parental_rights=restored", NULL);
  ground_save (self, "consent", CONSENT ("$son", "$mother", "parent", "28|signed_on=2027-02-01"), NULL);
}

/* What a consent is from day to day; it lapses when the child is of age. */
static void
test_consent_status (Ground        *self,
                     gconstpointer  data)
{
  static const struct { const char *fields; const char *day; DovConsentStatus status; } cases[] = {
    { "", "2027-03-05", DOV_CONSENT_STATUS_DRAFT },
    { "signed_on=2027-02-01", "2027-01-31", DOV_CONSENT_STATUS_DRAFT },
    { "signed_on=2027-02-01", "2029-07-08", DOV_CONSENT_STATUS_ACTIVE },
    { "signed_on=2027-02-01", "2029-07-09", DOV_CONSENT_STATUS_EXPIRED },
    { "signed_on=2027-02-01|valid_until=2027-03-04", "2027-03-04", DOV_CONSENT_STATUS_ACTIVE },
    { "signed_on=2027-02-01|valid_until=2027-03-04", "2027-03-05", DOV_CONSENT_STATUS_EXPIRED },
    { "signed_on=2027-02-01|withdrawn_on=2027-02-20", "2027-02-20", DOV_CONSENT_STATUS_WITHDRAWN },
  };
  g_autoptr (DovRecord) daughter = dov_store_look_up (self->club.store, DOV_TYPE_PERSON, ground_number (self, "$daughter"));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *fields = g_strdup_printf ("subject_id=$daughter|signer_id=$mother%s%s",
                                                 *cases[i].fields != '\0' ? "|" : "", cases[i].fields);
      g_autoptr (DovRecord) consent = ground_new (self, "consent", fields);
      g_autoptr (GDate) day = NULL;

      g_assert_true (dov_date_from_iso (cases[i].day, &day));
      g_assert_cmpint (dov_consent_get_status (DOV_CONSENT (consent), DOV_PERSON (daughter), day), ==, cases[i].status);
    }
}

/* Whom data are handed to stands in the consent before it is signed. */
static void
test_receivers (Ground        *self,
                gconstpointer  data)
{
#define TRANSFER "no=31|lounge_id=$lounge|subject_id=$mother|kind=transfer|signer_id=$mother|signer_capacity=self" \
                 "|purpose=case|data_list=name|actions=transfer|until_event=до снятия|withdrawal_way=заявлением"

  ground_save (self, "consent", TRANSFER "|signed_on=2027-02-01", "-");
  ground_keep (self, "$transfer", "consent", TRANSFER);
  ground_keep (self, "$receiver", "consent_receiver", "consent_id=$transfer|organisation_id=$kdn");
  ground_save (self, "consent_receiver", "consent_id=$transfer|organisation_id=$kdn", "-");
  ground_change (self, DOV_TYPE_CONSENT, "$transfer", "signed_on=2027-02-01", NULL);
}

/* ---- signals, visits, papers ---- */

static void
test_visit (Ground        *self,
            gconstpointer  data)
{
#define VISIT "family_id=$family|visited_at=2027-03-02T16:10|kind=planned|staff_id=$staff|goal=Узнать, как дела"

  ground_save (self, "home_visit", VISIT, "-");
  ground_save (self, "home_visit", VISIT "|was_home=0|opened_by=соседка", NULL);
  ground_save (self, "home_visit", VISIT "|findings=Чисто|next_visit_on=2027-03-01", "V5");
  ground_keep (self, "$visit", "home_visit", VISIT "|findings=Чисто");
  ground_keep (self, "$met", "visit_met", "visit_id=$visit|person_id=$mother");
  ground_save (self, "visit_met", "visit_id=$visit|person_id=$mother", "-");
  ground_save (self, "visit_met", "visit_id=$visit|person_id=$nurse_card", "-");
  ground_change (self, DOV_TYPE_HOME_VISIT, "$visit", "was_home=0", "-");
  ground_keep (self, "$trip", "outreach_trip", "date=2027-03-01|lounge_id=$lounge|settlement_id=12|purpose=Объезд");
  ground_change (self, DOV_TYPE_HOME_VISIT, "$visit", "trip_id=$trip", "V5");
  ground_change (self, DOV_TYPE_HOME_VISIT, "$visit", "trip_id=$trip|visited_at=2027-03-01T16:10", NULL);
  ground_save (self, "home_visit", "family_id=$family|visited_at=2027-03-05T23:00|kind=planned|staff_id=$staff|goal=Узнать"
                                   "|findings=Чисто", "V5");
}

static int
count_silence (Ground *self)
{
  GDate today = dov_today ();

  return dov_silence_count_days (self->club.store, ground_number (self, "$family"), &today);
}

/* As the list of families narrows itself. */
static gint64
count_silent (Ground *self)
{
  DovQuery query = { .where = DOV_SILENCE_WHERE, .params = dov_silence_limit () };

  return dov_store_count (self->club.store, DOV_TYPE_FAMILY, &query, NULL);
}

/* What an attempt and a call that nobody answered leave out: a family is silent until somebody is met or reached. */
static void
test_silence (Ground        *self,
              gconstpointer  data)
{
  GDate today = dov_today (), day;
  g_autoptr (GArray) silent = NULL;

  g_assert_cmpint (count_silence (self), ==, -1);
  keep_consents (self);
  ground_keep (self, "$application", "written_application", "no=1|date=2027-01-10|lounge_id=$lounge"
                                                            "|person_id=$mother|family_id=$family"
                                                    "|kind=join|decision=granted|decided_on=2027-01-12");
  ground_change (self, FAMILY, "case_status=active|opened_on=2027-02-03|curator_id=$staff|support_level=prevention", NULL);
  g_assert_cmpint (count_silence (self), ==, 30);
  g_assert_false (dov_silence_find_last (self->club.store, ground_number (self, "$family"), &day));
  silent = dov_silence_list (self->club.store, DOV_SILENCE_DAYS, &today);
  g_assert_cmpuint (silent->len, ==, 1);
  g_assert_cmpint (count_silent (self), ==, 1);
  ground_save (self, "home_visit", VISIT "|was_home=0", NULL);
  ground_save (self, "contact_record", "family_id=$family|contacted_at=2027-03-03T10:00|form=call|reached=0", NULL);
  g_assert_cmpint (count_silence (self), ==, 30);
  ground_save (self, "contact_record", "family_id=$family|contacted_at=2027-03-01T10:00|form=call|gist=Придут", NULL);
  g_assert_cmpint (count_silence (self), ==, 4);
  ground_save (self, "home_visit", VISIT "|findings=Чисто", NULL);
  g_assert_cmpint (count_silence (self), ==, 3);
  g_assert_true (dov_silence_find_last (self->club.store, ground_number (self, "$family"), &day));
  g_assert_cmpint (g_date_get_day (&day), ==, 2);
  g_clear_pointer (&silent, g_array_unref);
  g_assert_cmpint (count_silent (self), ==, 0);
  silent = dov_silence_list (self->club.store, 3, &today);
  g_assert_cmpuint (silent->len, ==, 0);
}

/* A complaint has thirty days; an answer names what it answers. */
static void
test_papers (Ground        *self,
             gconstpointer  data)
{
  g_autofree char *due_on = NULL;

  ground_keep (self, "$paper", "incoming_paper", "no=1|date=2027-03-01|lounge_id=$lounge|from_id=$kdn"
                                                 "|kind=complaint|gist=Шум");
  due_on = club_read (&self->club, DOV_TYPE_INCOMING_PAPER, ground_number (self, "$paper"), "due_on");
  g_assert_cmpstr (due_on, ==, "2027-03-31");
  ground_save (self, "incoming_paper", "no=2|date=2027-03-01|lounge_id=$lounge|from_id=$kdn|kind=request|gist=Справка"
                                       "|their_date=2027-03-02", "V5");
  ground_save (self, "outgoing_notice", "notice_no=5|date=2027-03-03|lounge_id=$lounge|to_id=$kdn"
                                        "|kind=answer|text=Приняты меры", "-");
  ground_save (self, "outgoing_notice", "notice_no=5|date=2027-03-03|lounge_id=$lounge|to_id=$kdn|kind=answer"
                                        "|text=Приняты меры"
                                        "|incoming_id=$paper", NULL);
  ground_save (self, "child_placement", "person_id=$son|place=hospital|since=2027-02-01|until=2027-02-10", NULL);
  ground_save (self, "child_placement", "person_id=$son|place=srcn|since=2027-02-09", "-");
  ground_save (self, "child_placement", "person_id=$son|place=srcn|since=2027-02-10", NULL);
}

/* An act begins with what is known of the home; a number is given once in a lounge and year, also from the bin. */
static void
test_numbers (Ground        *self,
              gconstpointer  data)
{
#define ACT "family_id=$family|kind=primary|address=с. Слудка|entry_allowed=refused"
  g_autoptr (DovRecord) draft = ground_new (self, "living_conditions_act", "family_id=$family");
  g_autoptr (DovRecord) loose = dov_record_new (DOV_TYPE_CASE_PLAN, 0);

  ground_keep (self, "$act", "living_conditions_act", ACT "|no=7|date=2027-02-04");
  ground_save (self, "living_conditions_act", ACT "|no=7|date=2027-02-05", "V8");
  ground_save (self, "living_conditions_act", ACT "|no=7|date=2026-12-05", NULL);
  verdict_remove (&self->club, DOV_TYPE_LIVING_CONDITIONS_ACT, ground_number (self, "$act"), NULL);
  ground_save (self, "living_conditions_act", ACT "|no=7|date=2027-02-05", "V8");
  dov_case_begin (self->club.store, draft);
  g_assert_cmpstr (DOV_LIVING_CONDITIONS_ACT (draft)->no, ==, "8");
  g_assert_cmpstr (DOV_LIVING_CONDITIONS_ACT (draft)->address, ==, "с. Слудка");

  /* Of a family that is not chosen yet nobody knows in which lounge the number counts. */
  dov_case_begin (self->club.store, loose);
  g_assert_cmpstr (DOV_CASE_PLAN (loose)->no, ==, "");
}

/* The same rules meet what is loaded. */
static void
test_load (Ground        *self,
           gconstpointer  data)
{
  static const struct { const char *line, *rule; } cases[] = {
    { "{\"record\":\"signal\",\"no\":\"1\",\"received_at\":\"2027-03-01T10:20\",\"lounge_id\":\"%1$s\",\"source\":\"police\","
      "\"summary\":\"Крик\",\"urgency\":\"immediate\",\"family_id\":\"%2$s\",\"decision\":\"advice\","
      "\"decided_on\":\"2027-03-02\"}\n", "T7" },
    { "{\"record\":\"case_plan\",\"family_id\":\"%2$s\",\"kind\":\"family_children\",\"since\":\"2027-01-01\","
      "\"until\":\"2027-06-01\",\"goal\":\"Учёба\",\"status\":\"agreed\",\"family_agreed_on\":\"2027-01-02\"}\n", "P1" },
    { "{\"record\":\"family\",\"id\":\"%2$s\",\"family_name\":\"Шубины\",\"case_no\":\"3-2027/014\",\"lounge_id\":\"%1$s\","
      "\"address\":\"с. Слудка\",\"structure\":\"single_mother\",\"case_status\":\"assessed\"}\n", "F1" },
    { "{\"record\":\"consent\",\"no\":\"1\",\"lounge_id\":\"%1$s\",\"subject_id\":\"%3$s\",\"signer_id\":\"%3$s\","
      "\"signer_capacity\":\"self\",\"kind\":\"processing\",\"purpose\":\"case\",\"data_list\":\"name\",\"actions\":\"store\","
      "\"until_event\":\"до снятия\",\"withdrawal_way\":\"заявлением\",\"signed_on\":\"2027-02-01\"}\n", "C2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) line = g_string_new (cases[i].line);

      g_string_replace (line, "%1$s", ground_id (self, "$lounge"), 0);
      g_string_replace (line, "%2$s", ground_id (self, "$family"), 0);
      g_string_replace (line, "%3$s", ground_id (self, "$son"), 0);
      ground_load (self, line->str, cases[i].rule);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Ground *self, gconstpointer data);
  } tests[] = {
    { "/rules/F1/act", test_f1 },
    { "/rules/F2/missing", test_f2 },
    { "/rules/F2/decision", test_f2_decision },
    { "/rules/F2/new-family", test_new_family },
    { "/rules/F3/F4", test_f3_f4 },
    { "/rules/F6/chain", test_f6 },
    { "/rules/F7/two-lounges", test_f7 },
    { "/rules/P1/P2", test_p1_p2 },
    { "/rules/P3/approved", test_p3 },
    { "/rules/P4/P5/P6", test_p4_p5_p6 },
    { "/rules/P4/proofs", test_proofs },
    { "/rules/C2/C3", test_c2_c3 },
    { "/rules/C3/status", test_consent_status },
    { "/rules/consent/receivers", test_receivers },
    { "/rules/visit", test_visit },
    { "/rules/silence", test_silence },
    { "/rules/papers", test_papers },
    { "/rules/V8/cases", test_numbers },
    { "/rules/cases/load", test_load },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Ground, NULL, ground_open, tests[i].test, ground_close);

  return g_test_run ();
}
