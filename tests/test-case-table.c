/* test-case-table.c - rules of case work by number, each by every way on which a record can come: form, load, undo, bin */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-ground.h"
#include "dov-load.h"
#include "dov-registry.h"
#include "verdict.h"

#include <string.h>

/* A save before it. A new record: its name, table and fields. A change: “$name table” and the fields. */
typedef enum
{
  KEEP = 1, CHANGE, REMOVE, ACCEPT, NOTHING,
} Act;

typedef struct
{
  Act         act;
  const char *what;
  const char *fields;
  const char *more;
} Step;

/**
 * Case:
 * @what: a table: the offence is a new record; “$name table”: the change of one
 * @rule: what refuses it; with “?”: what asks
 * @right: makes it right to save it
 * @wrong: what is done while it is taken back, so that it would be wrong now
 * @undone: what an undo that would bring it back says, where that is not the rule; "": it brings it back
 * @restored: the same of the bin; a change lies in no bin
 *
 * A rule meets a record that was right once and would be wrong now. Where @right is empty, it was never right, and so
 * nothing can bring it back.
 */
typedef struct
{
  const char *name;
  const char *what;
  const char *fields;
  const char *rule;
  Step        right[9];
  Step        wrong[5];
  const char *undone;
  const char *restored;
} Case;

#define PLAN_OF(family, name) \
  { KEEP, name, "case_plan", "family_id=" family "|kind=family_children|since=2027-01-15|until=2027-12-20|goal=Дети заняты" }
/* It is right without anything being done. */
#define AS_IT_IS { NOTHING, "" }
#define PROBLEM { KEEP, "$problem", "plan_problem", "plan_id=$plan|problem_id=413|cause=Мать на работе|severity=2" }
#define STEP    { KEEP, "$step", "plan_action", "plan_id=$plan|plan_problem_id=$problem|title=Кружок" \
                    "|staff_id=$staff|due_to=2027-03-20" }
#define AGREE   { CHANGE, "$plan case_plan", "status=agreed|family_agreed_on=2027-01-16|signer_id=$mother" }
#define APPROVE { CHANGE, "$plan case_plan", "status=approved|no=4|approved_by_id=$staff|approved_on=2027-01-18" }
#define RUN     { CHANGE, "$plan case_plan", "status=in_progress" }
#define DECIDED { KEEP, "$entry", "register_entry", "register_kind=sop_kdn|family_id=$family|on_decision_no=41" \
                    "|on_date=2027-01-02" \
                                                    "|authority_id=$kdn|reason=Без надзора" }
#define CARED   { CHANGE, "$family family", "curator_id=$staff|opened_on=2027-01-10|support_level=prevention" }
#define TAKEN   { CHANGE, "$family family", "case_status=active" }
#define CHAIN   "register_kind=pdn|person_id=$son|authority_id=$kdn|reason=Кража"
#define OTHER_HOUSE \
  { KEEP, "$far", "lounge", "name=Доверие, Куршино|settlement_id=12|host_institution_id=$kdn|address=д. Куршино" \
                    "|opened_on=2021-02-03" \
                            "|manager_id=$staff" }, \
  { KEEP, "$other", "family", "family_name=Шубины|case_no=4-2027/001|lounge_id=$far|address=д. Куршино|structure=full" \
                              "|case_status=identified|curator_id=$staff|support_level=prevention|opened_on=2027-01-10" }, \
  { KEEP, "$their", "register_entry", "register_kind=sop_kdn|family_id=$other|on_decision_no=42|on_date=2027-01-02" \
                                      "|authority_id=$kdn|reason=Без надзора" }
#define CONSENT "lounge_id=$lounge|purpose=case|data_list=name|actions=store|until_event=до снятия" \
                "|withdrawal_way=заявлением|signed_on=2027-02-01"
#define VISIT   "family_id=$family|visited_at=2027-03-02T16:10|kind=planned|staff_id=$staff|goal=Узнать"
#define SIGNAL  "no=9|received_at=2027-03-01T10:20|lounge_id=$lounge|source=police|summary=Крик|family_id=$family"

static const Case cases[] = {
  { "F1", "$family family", "case_status=assessed", "F1",
    { { KEEP, "$act", "living_conditions_act", "family_id=$family|no=2|date=2027-02-04|kind=primary"
                              "|address=с. Слудка|entry_allowed=refused" },
      { KEEP, "$one", "act_commission", "act_id=$act|staff_id=$staff" }, { KEEP, "$two", "act_commission",
      "act_id=$act|staff_id=$nurse" } },
    { { REMOVE, "$two act_commission" } } },
  { "F2/papers", "$family family", "case_status=active", "F2", { CARED, DECIDED }, { { REMOVE, "$entry register_entry" } } },
  { "F2/programme", "$family family", "case_status=active", "F2",
    { PLAN_OF ("$family", "$plan"), PROBLEM, STEP, AGREE, CARED, { CHANGE, "$family family",
      "support_level=active" }, DECIDED },
    { { CHANGE, "$plan case_plan", "status=terminated|no=4|approved_by_id=$staff|approved_on=2027-01-18"
                              "|ended_on=2027-02-02|outcome=refused" } } },
  { "F2/curator", "$family family", "case_status=active|opened_on=2027-01-10|curator_id=", "F2" },
  { "F2/day", "$family family", "case_status=active|curator_id=$staff", "F2" },
  { "F3", "$family family", "case_status=monitoring", "F3", { DECIDED, CARED, TAKEN },
    { PLAN_OF ("$family", "$plan"), PROBLEM, STEP, AGREE } },
  { "F4/programme", "$family family", "case_status=closed|closed_on=2027-03-01|closing_reason=moved", "F4",
      { DECIDED, CARED, TAKEN },
    { PLAN_OF ("$family", "$plan"), PROBLEM, STEP, AGREE } },
  { "F4/reason", "$family family", "case_status=closed|closed_on=2027-03-01|opened_on=2027-01-10", "F4" },
  { "F4/day", "$family family", "case_status=refused|opened_on=2027-01-10", "F4" },
  { "F5", "$family family", "case_status=active|opened_on=2027-02-05|closed_on=", "F5?",
    { DECIDED, CARED, TAKEN, { CHANGE, "$family family", "case_status=suspended|closed_on=2027-02-02" } },
    { { CHANGE, "$family family", "closed_on=2027-02-20" } }, .undone = "-" },     /* the day was changed since */
  { "F6/ended", "register_entry", CHAIN "|step=prolonged|on_decision_no=11|on_date=2027-02-20|previous_id=$first", "F6",
    { { KEEP, "$first", "register_entry", CHAIN "|on_decision_no=9|on_date=2027-01-20" } },
    { { CHANGE, "$first register_entry", "off_date=2027-02-01|off_reason=fixed|off_decision_no=10" } } },
  { "F6/continued", "register_entry", CHAIN "|step=prolonged|on_decision_no=11|on_date=2027-02-20|previous_id=$first", "F6",
    { { KEEP, "$first", "register_entry", CHAIN "|on_decision_no=9|on_date=2027-01-20" } },
    { { KEEP, "$second", "register_entry", CHAIN "|step=changed|on_decision_no=12|on_date=2027-02-21|previous_id=$first" } } },
  { "F6/decision", "register_entry", "register_kind=sop_kdn|person_id=$son|authority_id=$kdn|reason=Кража"
                              "|on_decision_no=9|on_date=2027-01-20|off_date=2027-02-01|off_reason=fixed", "F6" },
  { "F6/grounds", "family_category", "family_id=$family|category_id=202|since=2027-01-20", "F6" },
  { "F7/family", "$other family", "case_status=active", "F7",
    { OTHER_HOUSE, { KEEP, "$there", "family_member", "family_id=$other|person_id=$son|kinship=child"
                              "|lives_together=0" }, DECIDED, CARED, TAKEN },
    { { CHANGE, "$there family_member", "lives_together=1" } } },
  { "F7/member", "family_member", "family_id=$other|person_id=$son|kinship=child|lives_together=1", "F7",
    { OTHER_HOUSE, { CHANGE, "$other family", "case_status=active" }, DECIDED, CARED }, { TAKEN } },
  { "P1/cause", "plan_problem", "plan_id=$plan|problem_id=413|severity=1", "P1", { { 0 } }, { PLAN_OF ("$family", "$plan") } },
  { "P1/executor", "plan_action", "plan_id=$plan|title=Кружок|due_to=2027-03-20", "P1", { { 0 } },
      { PLAN_OF ("$family", "$plan") } },
  { "P1/term", "plan_action", "plan_id=$plan|title=Кружок|due_to=2027-09-20|staff_id=$staff", "P1",
      { PLAN_OF ("$family", "$plan") },
    { { CHANGE, "$plan case_plan", "until=2027-08-20" } } },
  { "P1/steps", "$plan case_plan", "status=agreed|family_agreed_on=2027-01-16|signer_id=$mother", "P1",
    { PLAN_OF ("$family", "$plan"), PROBLEM, STEP }, { { REMOVE, "$step plan_action" } } },
  { "P1/problems", "$plan case_plan", "status=agreed|family_agreed_on=2027-01-16|signer_id=$mother", "P1",
    { PLAN_OF ("$family", "$plan"), PROBLEM, { KEEP, "$step", "plan_action", "plan_id=$plan|title=Кружок"
                              "|staff_id=$staff|due_to=2027-03-20" } },
    { { REMOVE, "$problem plan_problem" } } },
  { "P2/signature", "$plan case_plan", "status=agreed", "P2", { { 0 } }, { PLAN_OF ("$family", "$plan"), PROBLEM, STEP } },
  { "P2/approver", "$plan case_plan", "status=approved|no=4|approved_on=2027-01-18", "P2", { { 0 } },
    { PLAN_OF ("$family", "$plan"), PROBLEM, STEP, AGREE } },
  { "P2/support", "$plan case_plan", "status=in_progress", "P2",
    { DECIDED, CARED, TAKEN, PLAN_OF ("$family", "$plan"), PROBLEM, STEP, AGREE, APPROVE },
    { { CHANGE, "$family family", "case_status=suspended|closed_on=2027-02-01" } } },
  { "P3/aim", "$plan case_plan", "goal=Другая цель", "P3", { PLAN_OF ("$family", "$plan"), PROBLEM, STEP },
      { AGREE, APPROVE } },
  { "P3/step", "plan_action", "plan_id=$plan|title=Ещё|due_to=2027-03-20|staff_id=$staff", "P3",
    { PLAN_OF ("$family", "$plan"), PROBLEM, STEP }, { AGREE, APPROVE } },
  { "P3/change-of-step", "$step plan_action", "due_to=2027-04-20", "P3", { PLAN_OF ("$family", "$plan"), PROBLEM,
      STEP }, { AGREE, APPROVE } },
  { "P3/problem", "$problem plan_problem", "cause=Иная", "P3", { PLAN_OF ("$family", "$plan"), PROBLEM, STEP },
      { AGREE, APPROVE } },
  { "P3/reason", "case_plan", "family_id=$family|kind=family_children|since=2027-01-15|until=2027-12-20|goal=Иная"
                              "|previous_id=$plan", "P3",
    { { 0 } }, { PLAN_OF ("$family", "$plan"), PROBLEM, STEP, AGREE, APPROVE } },
  { "P4/result", "$step plan_action", "status=done|done_on=2027-03-01", "P4", { { 0 } }, { PLAN_OF ("$family",
      "$plan"), PROBLEM, STEP } },
  { "P4/day", "$step plan_action", "status=done|result=Ходит", "P4", { { 0 } }, { PLAN_OF ("$family", "$plan"),
      PROBLEM, STEP } },
  { "P4/future", "$step plan_action", "status=done|result=Ходит|done_on=2027-03-06", "V5", { { 0 } },
      { PLAN_OF ("$family", "$plan"), PROBLEM, STEP } },
  { "P4/proof", "$step plan_action", "visit_id=$visit", "P4",
    { PLAN_OF ("$family", "$plan"), PROBLEM, STEP, { KEEP, "$visit", "home_visit", VISIT "|findings=Чисто" },
      { KEEP, "$else", "family", "family_name=Кротовы|case_no=3-2027/015|lounge_id=$lounge|address=с. Слудка"
                              "|structure=full|case_status=identified" } },
    { { CHANGE, "$visit home_visit", "family_id=$else" } } },
  { "P5/steps", "$plan case_plan", "status=completed|ended_on=2027-03-04|outcome=achieved", "P5",
    { DECIDED, CARED, TAKEN, PLAN_OF ("$family", "$plan"), PROBLEM, STEP, AGREE,
      { CHANGE, "$plan case_plan", "status=in_progress|no=4|approved_by_id=$staff|approved_on=2027-01-18" },
      { CHANGE, "$step plan_action", "status=done|done_on=2027-03-01|result=Ходит" } },
    { { CHANGE, "$step plan_action", "status=planned|done_on=|result=" } } },
  { "P5/outcome", "$plan case_plan", "status=terminated|ended_on=2027-03-04", "P5", { { 0 } },
    { PLAN_OF ("$family", "$plan"), PROBLEM, STEP, AGREE, APPROVE } },
  { "P6", "$second case_plan", "status=in_progress", "P6",
    { DECIDED, CARED, TAKEN, PLAN_OF ("$family", "$second"),
      { KEEP, "$its", "plan_problem", "plan_id=$second|problem_id=404|cause=Нет работы" },
      { KEEP, "$work", "plan_action", "plan_id=$second|title=Работа|due_to=2027-03-20|staff_id=$staff" },
      { CHANGE, "$second case_plan", "status=agreed|family_agreed_on=2027-01-16|signer_id=$mother" },
      { CHANGE, "$second case_plan", "status=approved|no=5|approved_by_id=$staff|approved_on=2027-01-18" } },
    { PLAN_OF ("$family", "$plan"), PROBLEM, STEP, AGREE,
      { CHANGE, "$plan case_plan", "status=in_progress|no=4|approved_by_id=$staff|approved_on=2027-01-18" } } },
  { "C2/rights", "consent", CONSENT "|subject_id=$son|kind=processing|signer_id=$mother|signer_capacity=parent",
      "C2", { AS_IT_IS },
    { { CHANGE, "$of_mother family_member", "parental_rights=deprived|rights_decision=суд, № 2" } } },
  { "C2/representative", "consent", CONSENT "|subject_id=$son|kind=processing|signer_id=$mother|signer_capacity=parent", "C2",
    { AS_IT_IS }, { { CHANGE, "$of_mother family_member", "is_legal_rep=0" } } },
  { "C2/child", "consent", CONSENT "|subject_id=$son|kind=processing|signer_id=$son|signer_capacity=self", "C2" },
  { "C2/of-age", "consent", CONSENT "|subject_id=$daughter|teen_signed=1|kind=processing|signer_id=$mother"
                              "|signer_capacity=parent", "C2",
    { AS_IT_IS }, { { ACCEPT, "V2", "проверено" }, { CHANGE, "$daughter person", "birth_date=2009-01-09" } } },
  { "C3/teenager", "consent", CONSENT "|subject_id=$son|kind=processing|signer_id=$mother|signer_capacity=parent", "C3?",
    { AS_IT_IS }, { { CHANGE, "$son person", "birth_date=2012-06-08" } },
    /* What was answered once by saving it is not asked again by taking back what took it away. */
    .undone = "" },
  { "C5/receiver", "$transfer consent", "signed_on=2027-02-01", "-",
    { { KEEP, "$transfer", "consent", "no=31|lounge_id=$lounge|purpose=case|data_list=name|actions=transfer"
                              "|until_event=до снятия"
                                      "|withdrawal_way=заявлением|subject_id=$mother|kind=transfer"
                              "|signer_id=$mother|signer_capacity=self" },
      { KEEP, "$receiver", "consent_receiver", "consent_id=$transfer|organisation_id=$kdn" } },
    { { REMOVE, "$receiver consent_receiver" } } },
  { "T7/decided", "signal", SIGNAL "|urgency=immediate|decision=advice|decided_on=2027-03-02", "T7" },
  { "signal/passed-on", "signal", SIGNAL "|urgency=planned|decision=forwarded|decided_on=2027-03-02", "-" },
  { "signal/family", "signal", "no=9|received_at=2027-03-01T10:20|lounge_id=$lounge|source=police|summary=Крик"
                              "|subject_text=у пруда"
                               "|urgency=planned|decision=opened_case|decided_on=2027-03-02", "-" },
  { "signal/about", "signal", "no=9|received_at=2027-03-01T10:20|lounge_id=$lounge|source=police|summary=Крик"
                              "|urgency=planned", "-" },
  { "signal/day", "signal", SIGNAL "|urgency=planned|decision=advice|decided_on=2027-02-28", "V5" },
  { "visit/met", "visit_met", "visit_id=$visit|person_id=$mother", "-", { { KEEP, "$visit", "home_visit", VISIT ""
                              "|findings=Чисто" } },
    { { CHANGE, "$visit home_visit", "was_home=0" } } },
  { "visit/member", "visit_met", "visit_id=$visit|person_id=$mother", "-", { { KEEP, "$visit", "home_visit",
      VISIT "|findings=Чисто" } },
    { { REMOVE, "$of_mother family_member" } } },
  { "visit/trip", "home_visit", VISIT "|findings=Чисто|trip_id=$trip", "V5",
    { { KEEP, "$trip", "outreach_trip", "date=2027-03-02|lounge_id=$lounge|settlement_id=12|purpose=Объезд" } },
    { { CHANGE, "$trip outreach_trip", "date=2027-03-01" } } },
  { "placement/twice", "child_placement", "person_id=$son|place=srcn|since=2027-02-09", "-", { AS_IT_IS },
    { { KEEP, "$hospital", "child_placement", "person_id=$son|place=hospital|since=2027-02-01" } } },
};

/* ---- */

static void
take_steps (Ground     *self,
            const Step *steps,
            guint       n_steps)
{
  for (guint i = 0; i < n_steps && steps[i].act != 0; i++)
    {
      g_auto (GStrv) parts = g_strsplit (steps[i].what, " ", 2);

      g_test_message ("%s %s", steps[i].what, steps[i].fields);
      if (steps[i].act == KEEP)
        ground_keep (self, steps[i].what, steps[i].fields, steps[i].more);
      else if (steps[i].act == CHANGE)
        ground_change (self, dov_registry_find (parts[1]), parts[0], steps[i].fields, NULL);
      else if (steps[i].act == REMOVE)
        verdict_remove (&self->club, dov_registry_find (parts[1]), ground_number (self, parts[0]), NULL);
      else if (steps[i].act == ACCEPT)
        dov_store_accept (self->club.store, steps[i].what, steps[i].fields);
    }
}

/* As a form fills it. A number that was given once is not given again (V8). */
static DovRecord *
new_offence (Ground     *self,
             const Case *row,
             const char *no)
{
  g_auto (GStrv) parts = g_strsplit (row->what, " ", 2);
  g_auto (GStrv) pairs = g_strsplit (row->fields, "|", -1);
  DovRecord *draft;

  if (*row->what != '$')
    {
      draft = ground_new (self, row->what, row->fields);
      if (g_str_equal (row->what, "consent"))
        club_fill (draft, "no", no, NULL);
      return draft;
    }
  draft = dov_store_find_draft (self->club.store, dov_registry_find (parts[1]), ground_number (self, parts[0]), NULL);
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);

      club_fill (draft, pair[0], *pair[1] == '$' ? ground_id (self, pair[1]) : pair[1], NULL);
    }

  return draft;
}

/* As another program writes it. */
static char *
dup_line (DovRecord *record)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (record);
  GString *line = g_string_new (NULL);

  g_string_append_printf (line, "{\"record\":\"%s\"", klass->table);
  if (dov_record_get_id (record) != 0)
    g_string_append_printf (line, ",\"id\":\"%" G_GINT64_FORMAT "\"", dov_record_get_id (record));
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const DovField *field = &klass->fields[i];
      g_autofree char *text = dov_record_dup_text (record, field);

      if (field->kind == DOV_KIND_FLAG)
        g_string_append_printf (line, ",\"%s\":%s", field->name, g_strcmp0 (text, "1") == 0 ? "true" : "false");
      else if (text != NULL && *text != '\0')
        g_string_append_printf (line, ",\"%s\":\"%s\"", field->name, text);
      else if (dov_record_get_id (record) != 0)
        g_string_append_printf (line, ",\"%s\":null", field->name);
    }
  g_string_append (line, "}\n");

  return g_string_free (line, FALSE);
}

/* A file is taken with what is only asked about, and told of it; so that is taken back again. */
static void
judge_load (Ground     *self,
            const char *line,
            const char *expected)
{
  DovStore *store = self->club.store;
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (line, -1, NULL);
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  gboolean is_asked = g_str_has_suffix (expected, "?");
  gboolean is_taken = dov_load_stream (store, stream, NULL, NULL, told, NULL, NULL, &error);

  g_test_message ("load: %s%s", line, error != NULL ? error->message : "taken");
  g_assert_true (is_taken == is_asked);
  if (is_taken)
    {
      g_assert_cmpuint (told->len, ==, 1);
      verdict_undo (&self->club, ground_last (self), NULL);
    }
  else
    g_assert_cmpstr (dov_store_get_refusal (store)->rule, ==, *expected == '-' ? NULL : expected);
}

/* Saved while it was right, and taken back: the operation that took it back. */
static gint64
save_and_undo (Ground     *self,
               const Case *row,
               gint64     *id)
{
  g_autoptr (DovRecord) draft = new_offence (self, row, "31");

  verdict_save (&self->club, draft, NULL);
  *id = dov_record_get_id (draft);
  verdict_undo (&self->club, ground_last (self), NULL);

  return ground_last (self);
}

static const char *
get_expected (const char *other,
              const char *rule)
{
  return other == NULL ? rule : *other != '\0' ? other : NULL;
}

static void
test_case (Ground        *self,
           gconstpointer  data)
{
  const Case *row = data;
  gboolean was_right = row->right[0].act != 0;
  gint64 id = 0, taken_back = 0, before;
  g_autoptr (DovRecord) draft = NULL;
  g_autofree char *line = NULL;

  take_steps (self, row->right, G_N_ELEMENTS (row->right));
  if (was_right)
    taken_back = save_and_undo (self, row, &id);
  take_steps (self, row->wrong, G_N_ELEMENTS (row->wrong));
  before = ground_last (self);

  draft = new_offence (self, row, "32");
  line = dup_line (draft);
  g_test_message ("form: %s", row->fields);
  verdict_save (&self->club, draft, row->rule);
  g_assert_cmpint (ground_last (self), ==, before);
  judge_load (self, line, row->rule);
  if (!was_right)
    return;
  g_test_message ("undo");
  verdict_undo (&self->club, taken_back, get_expected (row->undone, row->rule));
  if (*row->what == '$')
    return;
  if (row->undone != NULL && *row->undone == '\0')
    verdict_undo (&self->club, ground_last (self), NULL);
  g_test_message ("restore");
  verdict_restore (&self->club, dov_registry_find (row->what), id, get_expected (row->restored, row->rule));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/case-table/", cases[i].name, NULL);

      g_test_add (path, Ground, &cases[i], ground_open, test_case, ground_close);
    }

  return g_test_run ();
}
