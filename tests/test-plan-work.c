/* test-plan-work.c - work with a programme: usual steps, versions, proofs; a visit with all that it closes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-case-plan.h"
#include "dov-contact-record.h"
#include "dov-deputy.h"
#include "dov-distribution.h"
#include "dov-event.h"
#include "dov-family.h"
#include "dov-home-visit.h"
#include "dov-incoming-paper.h"
#include "dov-meeting.h"
#include "dov-person.h"
#include "dov-plan-action.h"
#include "dov-plan-offer.h"
#include "dov-plan-problem.h"
#include "dov-plan-progress.h"
#include "dov-plan-proof.h"
#include "dov-plan-template.h"
#include "dov-plan-work.h"
#include "dov-post.h"
#include "dov-registry.h"
#include "dov-rules.h"
#include "dov-visit-met.h"
#include "verdict.h"

/* Today is 5 March 2027. A mother and her son, on support; a programme from the middle of January. */
typedef struct
{
  Club   club;
  gint64 mother, son, family, plan, problem, visits, pipe;
} Ground;

/* “family_id=12|since=2027-03-02” */
static gint64 G_GNUC_PRINTF (3, 4)
keep (Ground     *self,
      const char *table,
      const char *format,
      ...)
{
  g_autoptr (DovRecord) record = dov_record_new (dov_registry_find (table), 0);
  g_autofree char *fields = NULL;
  g_auto (GStrv) pairs = NULL;
  va_list args;

  va_start (args, format);
  fields = g_strdup_vprintf (format, args);
  va_end (args);
  pairs = g_strsplit (fields, "|", -1);
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);

      club_fill (record, pair[0], pair[1], NULL);
    }
  verdict_save (&self->club, record, NULL);

  return dov_record_get_id (record);
}

#define ID "%" G_GINT64_FORMAT

static void
set_up (Ground        *self,
        gconstpointer  data)
{
  club_open (&self->club);
  dov_rules_install (self->club.store);
  self->mother = keep (self, "person", "last_name=Шубина|first_name=Анна|no_patronymic=1|birth_date=1990-04-07");
  self->son = keep (self, "person", "last_name=Шубин|first_name=Лев|no_patronymic=1|birth_date=2016-06-08");
  self->family = keep (self, "family", "family_name=Шубины|case_no=3-2027/014|lounge_id=" ID "|address=с. Слудка"
                       "|structure=single_mother|curator_id=" ID, self->club.lounge, self->club.manager);
  keep (self, "family_member", "family_id=" ID "|person_id=" ID "|kinship=mother|is_legal_rep=1", self->family, self->mother);
  keep (self, "family_member", "family_id=" ID "|person_id=" ID "|kinship=child", self->family, self->son);
  self->plan = keep (self, "case_plan", "family_id=" ID "|since=2027-01-15|until=2027-12-20|goal=Дома тепло", self->family);
}

static void
tear_down (Ground        *self,
           gconstpointer  data)
{
  club_close (&self->club);
}

static DovRecord *
find (Ground *self,
      GType   type,
      gint64  id)
{
  DovRecord *record = dov_store_look_up (self->club.store, type, id);

  g_assert_nonnull (record);

  return record;
}

static void
change (Ground     *self,
        GType       type,
        gint64      id,
        const char *field,
        const char *text)
{
  verdict_change (&self->club, type, id, field, text, NULL);
}

/* A problem with two steps, agreed and approved. */
static void
approve (Ground *self)
{
  g_autoptr (DovRecord) draft = NULL;
  g_autoptr (DovRecord) stage = NULL;
  DovCasePlan *plan;

  self->problem = keep (self, "plan_problem", "plan_id=" ID "|problem_id=408|cause=Печь дымит|severity=3", self->plan);
  self->visits = keep (self, "plan_action", "plan_id=" ID "|plan_problem_id=" ID "|title=Посещать семью|method_id=443"
                       "|staff_id=" ID "|due_to=2027-03-03", self->plan, self->problem, self->club.manager);
  self->pipe = keep (self, "plan_action", "plan_id=" ID "|plan_problem_id=" ID "|title=Чистка печи|method_id=441"
                     "|staff_id=" ID "|due_to=2027-03-20", self->plan, self->problem, self->club.manager);
  draft = find (self, DOV_TYPE_CASE_PLAN, self->plan);
  g_assert_false (dov_plan_work_is_stage (self->club.store, draft));
  stage = dov_plan_work_new_stage (self->club.store, draft, DOV_PLAN_STATUS_AGREED);
  plan = DOV_CASE_PLAN (stage);
  g_assert_true (dov_plan_work_is_stage (self->club.store, stage));
  g_assert_cmpint (plan->signer_id, ==, self->mother);
  g_assert_nonnull (plan->family_agreed_on);
  verdict_save (&self->club, stage, NULL);
  g_clear_object (&draft);
  g_clear_object (&stage);
  draft = find (self, DOV_TYPE_CASE_PLAN, self->plan);
  stage = dov_plan_work_new_stage (self->club.store, draft, DOV_PLAN_STATUS_APPROVED);
  g_assert_cmpstr (DOV_CASE_PLAN (stage)->no, ==, "1");
  verdict_save (&self->club, stage, "P2");
  dov_set (DOV_CASE_PLAN (stage), no, "4");
  dov_set (DOV_CASE_PLAN (stage), approved_by_id, self->club.manager);
  verdict_save (&self->club, stage, NULL);
}

static void
take_on_support (Ground *self)
{
  /* Without papers; what they are is tested under F2. */
  dov_database_execute (dov_store_get_database (self->club.store),
                        "UPDATE family SET case_status = 'active', opened_on = '2027-01-10' WHERE family_name = 'Шубины'",
                        NULL);
  club_reopen (&self->club);
  dov_rules_install (self->club.store);
}

static void
begin (Ground *self,
       gint64  plan_id)
{
  g_autoptr (DovRecord) plan = find (self, DOV_TYPE_CASE_PLAN, plan_id);
  g_autoptr (GError) error = NULL;

  dov_plan_work_begin (self->club.store, plan, NULL, &error);
  g_assert_no_error (error);
}

/* What is usual for a family of its category and for all, once, with days inside the programme. */
static void
test_templates (Ground        *self,
                gconstpointer  data)
{
  g_autoptr (DovRecord) plan = find (self, DOV_TYPE_CASE_PLAN, self->plan);
  g_autoptr (GArray) of_all = dov_plan_work_list_templates (self->club.store, self->family);
  g_autoptr (GArray) of_large = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GError) error = NULL;

  keep (self, "family_category", "family_id=" ID "|category_id=213|since=2027-01-01", self->family);
  keep (self, "family_category", "family_id=" ID "|category_id=209|since=2026-01-01|until=2026-12-31", self->family);
  of_large = dov_plan_work_list_templates (self->club.store, self->family);
  g_assert_cmpuint (of_large->len, ==, of_all->len + 1);
  dov_plan_work_take_templates (self->club.store, plan, NULL, &error);
  g_assert_no_error (error);
  steps = dov_store_read (self->club.store, DOV_TYPE_PLAN_ACTION, &(DovQuery) {
    .where = "plan_id = ?1", .order = "due_to", .params = g_variant_new ("(x)", self->plan) });
  g_assert_cmpuint (steps->len, ==, of_large->len);
  for (guint i = 0; i < steps->len; i++)
    g_assert_cmpint (DOV_PLAN_ACTION (steps->pdata[i])->staff_id, ==, self->club.manager);
  g_assert_cmpint (dov_store_count (self->club.store, DOV_TYPE_PLAN_PROBLEM, NULL, NULL), ==, 1);
  verdict_undo (&self->club, dov_store_get_last_operation (self->club.store), NULL);
  g_assert_cmpint (dov_store_count (self->club.store, DOV_TYPE_PLAN_ACTION, NULL, NULL), ==, 0);

  change (self, DOV_TYPE_FAMILY, self->family, "curator_id", "");
  g_assert_false (dov_plan_work_take_templates (self->club.store, plan, NULL, &error));
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED);
}

static void
test_progress (Ground        *self,
               gconstpointer  data)
{
  DovPlanProgress progress;
  GDate today = dov_today ();
  g_autoptr (GPtrArray) parties = NULL;
  g_autoptr (GArray) urgent = NULL;

  approve (self);
  change (self, DOV_TYPE_PLAN_ACTION, self->pipe, "status", "in_progress");
  dov_plan_progress_count (self->club.store, self->plan, &today, &progress);
  g_assert_cmpuint (progress.n_all, ==, 2);
  g_assert_cmpuint (progress.n_done, ==, 0);
  g_assert_cmpuint (progress.n_overdue, ==, 1);
  urgent = dov_plan_progress_list_urgent (self->club.store, self->plan);
  g_assert_cmpuint (urgent->len, ==, 1);
  g_assert_cmpint (g_array_index (urgent, gint64, 0), ==, self->visits);
  parties = dov_plan_progress_list_parties (self->club.store, self->plan);
  g_assert_cmpuint (parties->len, ==, 1);
  g_assert_cmpuint (((DovPlanParty *) parties->pdata[0])->n_steps, ==, 2);
}

/* A new version has all that was; what is done meanwhile is done in it too; the old one ends where it begins. */
static void
test_version (Ground        *self,
              gconstpointer  data)
{
  g_autoptr (DovRecord) plan = NULL;
  g_autoptr (DovCasePlan) second = NULL;
  g_autoptr (DovPlanAction) step = NULL;
  g_autoptr (GArray) versions = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *changes = NULL;
  gint64 version = 0, added = 0, visit;

  approve (self);
  take_on_support (self);
  begin (self, self->plan);
  plan = find (self, DOV_TYPE_CASE_PLAN, self->plan);
  dov_plan_work_make_version (self->club.store, plan, "печник болел", &version, &error);
  g_assert_no_error (error);
  g_assert_cmpint (dov_plan_version_find_next (self->club.store, self->plan), ==, version);
  g_assert_cmpuint (dov_plan_version_count (self->club.store, version), ==, 2);
  versions = dov_plan_version_list (self->club.store, self->plan);
  g_assert_cmpuint (versions->len, ==, 2);
  g_assert_cmpint (g_array_index (versions, gint64, 0), ==, version);
  added = keep (self, "plan_action", "plan_id=" ID "|title=Датчик дыма|staff_id=" ID "|due_to=2027-04-01", version,
                self->club.manager);
  second = (DovCasePlan *) find (self, DOV_TYPE_CASE_PLAN, version);
  changes = dov_plan_version_dup_changes (self->club.store, second);
  g_assert_nonnull (strstr (changes, "Датчик дыма"));
  g_assert_nonnull (strstr (changes, "печник болел"));
  g_assert_null (strstr (changes, "Чистка печи"));
  g_assert_cmpint (added, !=, 0);

  visit = keep (self, "home_visit", "family_id=" ID "|visited_at=2027-03-04T16:10|staff_id=" ID "|goal=Узнать|findings=Тепло",
                self->family, self->club.manager);
  change (self, DOV_TYPE_PLAN_ACTION, self->pipe, "status", "in_progress");
  {
    g_autoptr (DovRecord) proof = find (self, DOV_TYPE_HOME_VISIT, visit);
    GDate day = dov_moment_get_date (DOV_HOME_VISIT (proof)->visited_at);

    dov_plan_proof_close (self->club.store, self->visits, proof, &day, "Были", &error);
    g_assert_no_error (error);
  }
  verdict_change (&self->club, DOV_TYPE_CASE_PLAN, version, "family_agreed_on", "2027-03-05", NULL);
  change (self, DOV_TYPE_CASE_PLAN, version, "status", "agreed");
  {
    g_autoptr (DovRecord) draft = dov_store_find_draft (self->club.store, DOV_TYPE_CASE_PLAN, version, NULL);
    g_autoptr (DovRecord) stage = dov_plan_work_new_stage (self->club.store, draft, DOV_PLAN_STATUS_APPROVED);

    dov_set (DOV_CASE_PLAN (stage), approved_by_id, self->club.manager);
    verdict_save (&self->club, stage, NULL);
  }
  begin (self, version);
  g_clear_object (&plan);
  plan = find (self, DOV_TYPE_CASE_PLAN, self->plan);
  g_assert_cmpint (DOV_CASE_PLAN (plan)->status, ==, DOV_PLAN_STATUS_EXTENDED);
  step = (DovPlanAction *) dov_store_find_first (self->club.store, DOV_TYPE_PLAN_ACTION, &(DovQuery) {
    .where = "plan_id = ?1 AND previous_id = ?2", .params = g_variant_new ("(xx)", version, self->visits) }, &error);
  g_assert_cmpint (step->status, ==, DOV_PLAN_ACTION_STATUS_DONE);
  g_assert_cmpint (step->visit_id, ==, visit);
  verdict_undo (&self->club, dov_store_get_last_operation (self->club.store), NULL);
  g_clear_object (&plan);
  plan = find (self, DOV_TYPE_CASE_PLAN, self->plan);
  g_assert_cmpint (DOV_CASE_PLAN (plan)->status, ==, DOV_PLAN_STATUS_IN_PROGRESS);
}

static DovRecord *
new_visit (Ground *self)
{
  DovRecord *draft = dov_record_new (DOV_TYPE_HOME_VISIT, 0);

  dov_set (DOV_HOME_VISIT (draft), family_id, self->family);
  dov_meeting_begin (self->club.store, draft);

  return draft;
}

/* A visit begins with what is known, keeps who was met and closes what it proves; all in one undo. */
static void
test_visit (Ground        *self,
            gconstpointer  data)
{
  g_autoptr (DovRecord) draft = NULL;
  g_autoptr (GArray) people = NULL;
  g_autoptr (GArray) closes = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (DovPlanAction) step = NULL;
  g_autoptr (DovPlanProof) proof = NULL;
  g_autoptr (GError) error = NULL;
  GDate today = dov_today ();
  DovHomeVisit *visit;

  approve (self);
  step = (DovPlanAction *) find (self, DOV_TYPE_PLAN_ACTION, self->visits);
  g_assert_true (dov_plan_proof_is_sure (self->club.store, step, DOV_TYPE_HOME_VISIT, &today));
  g_assert_false (dov_plan_proof_is_sure (self->club.store, step, DOV_TYPE_CONTACT_RECORD, &today));
  draft = new_visit (self);
  visit = DOV_HOME_VISIT (draft);
  g_assert_cmpint (visit->staff_id, ==, self->club.manager);
  g_assert_cmpstr (visit->goal, ==, "Посещать семью");
  people = dov_meeting_list_met (self->club.store, visit);
  g_assert_cmpuint (people->len, ==, 2);
  dov_set (visit, findings, "Тепло");
  g_array_append_val (closes, self->visits);
  g_assert_true (dov_store_begin (self->club.store, NULL, &error));
  dov_store_end (self->club.store, dov_meeting_save_visit (self->club.store, visit, people, closes, &error), &error);
  g_assert_no_error (error);
  g_assert_cmpint (dov_store_count (self->club.store, DOV_TYPE_VISIT_MET, NULL, NULL), ==, 2);
  g_clear_object (&step);
  step = (DovPlanAction *) find (self, DOV_TYPE_PLAN_ACTION, self->visits);
  g_assert_cmpint (step->status, ==, DOV_PLAN_ACTION_STATUS_DONE);
  g_assert_cmpstr (step->result, ==, "Тепло");
  proof = dov_plan_proof_find (self->club.store, step);
  g_assert_cmpint (proof->id, ==, dov_record_get_id (draft));
  verdict_undo (&self->club, dov_store_get_last_operation (self->club.store), NULL);
  g_assert_cmpint (dov_store_count (self->club.store, DOV_TYPE_VISIT_MET, NULL, NULL), ==, 0);
}

/* An attempt meets nobody and closes nothing. */
static void
test_attempt (Ground        *self,
              gconstpointer  data)
{
  g_autoptr (DovRecord) draft = NULL;
  g_autoptr (GArray) people = NULL;
  g_autoptr (GArray) closes = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (DovPlanAction) step = NULL;
  g_autoptr (GError) error = NULL;

  approve (self);
  draft = new_visit (self);
  people = dov_meeting_list_met (self->club.store, DOV_HOME_VISIT (draft));
  dov_set (DOV_HOME_VISIT (draft), was_home, FALSE);
  g_array_append_val (closes, self->visits);
  g_assert_true (dov_store_begin (self->club.store, NULL, &error));
  dov_store_end (self->club.store, dov_meeting_save_visit (self->club.store, DOV_HOME_VISIT (draft), people, closes, &error),
                 &error);
  g_assert_no_error (error);
  g_assert_cmpint (dov_store_count (self->club.store, DOV_TYPE_VISIT_MET, NULL, NULL), ==, 0);
  step = (DovPlanAction *) find (self, DOV_TYPE_PLAN_ACTION, self->visits);
  g_assert_cmpint (step->status, ==, DOV_PLAN_ACTION_STATUS_PLANNED);
}

/* What may prove a step is of this family and since the step began; attempts are none. */
static void
test_proofs (Ground        *self,
             gconstpointer  data)
{
  g_autoptr (DovPlanAction) step = NULL;
  g_autoptr (GPtrArray) proofs = NULL;

  approve (self);
  keep (self, "home_visit", "family_id=" ID "|visited_at=2027-01-10T16:10|staff_id=" ID "|goal=Узнать|findings=Тепло",
        self->family, self->club.manager);
  keep (self, "home_visit", "family_id=" ID "|visited_at=2027-02-10T16:10|staff_id=" ID "|goal=Узнать|was_home=0",
        self->family, self->club.manager);
  keep (self, "contact_record", "family_id=" ID "|contacted_at=2027-02-12T10:00|reached=0", self->family);
  keep (self, "home_visit", "family_id=" ID "|visited_at=2027-02-11T16:10|staff_id=" ID "|goal=Узнать|findings=Тепло",
        self->family, self->club.manager);
  keep (self, "contact_record", "family_id=" ID "|contacted_at=2027-02-13T10:00|gist=Придут", self->family);
  step = (DovPlanAction *) find (self, DOV_TYPE_PLAN_ACTION, self->visits);
  proofs = dov_plan_proof_list (self->club.store, step);
  g_assert_cmpuint (proofs->len, ==, 2);
  g_assert_cmpint (((DovPlanProof *) proofs->pdata[0])->type, ==, DOV_TYPE_CONTACT_RECORD);
  g_assert_cmpint (((DovPlanProof *) proofs->pdata[1])->type, ==, DOV_TYPE_HOME_VISIT);
}

static gint64
find_method (Ground     *self,
             const char *code)
{
  return dov_store_see_number (self->club.store, "SELECT id FROM ref_item WHERE id BETWEEN 441 AND 460 AND code = ?1", "(s)",
                               code);
}

/* Handed out without the stock, which is tested elsewhere. */
static gint64
hand_out (Ground     *self,
          const char *day)
{
  gint64 id = keep (self, "distribution", "no=31|date=%s|lounge_id=" ID "|family_id=" ID "|person_id=" ID "|issued_by_id=" ID
                    "|status=draft", day, self->club.lounge, self->family, self->mother, self->club.manager);

  dov_database_execute (dov_store_get_database (self->club.store), "UPDATE distribution SET status = 'issued'", NULL);
  club_reopen (&self->club);
  dov_rules_install (self->club.store);

  return id;
}

static void
check_offers (Ground     *self,
              GType       type,
              gint64      id,
              guint       n,
              gint64      step)
{
  g_autoptr (DovRecord) of = find (self, type, id);
  g_autoptr (GPtrArray) offers = dov_plan_offer_list (self->club.store, of);

  g_assert_cmpuint (offers->len, ==, n);
  if (n > 0)
    g_assert_cmpint (dov_record_get_id (DOV_RECORD (((DovPlanOffer *) offers->pdata[0])->step)), ==, step);
}

/* A handout offers the step that waits for help, told on its own page and on that of the family, until it is closed. */
static void
test_handout_offers (Ground        *self,
                     gconstpointer  data)
{
  gint64 coat, handout;
  g_autoptr (DovRecord) family = NULL, closing = NULL;
  g_autoptr (GPtrArray) offers = NULL;

  coat = keep (self, "plan_action", "plan_id=" ID "|title=Помочь с одеждой|method_id=" ID "|staff_id=" ID "|due_to=2027-03-09",
               self->plan, find_method (self, "aid"), self->club.manager);
  keep (self, "plan_action", "plan_id=" ID "|title=Собрать в школу|method_id=" ID "|staff_id=" ID "|due_to=2027-03-11",
        self->plan, find_method (self, "aid"), self->club.manager);
  keep (self, "plan_action", "plan_id=" ID "|title=Дрова|method_id=" ID "|staff_id=" ID "|due_to=2027-08-20",
        self->plan, find_method (self, "aid"), self->club.manager);
  approve (self);
  handout = hand_out (self, "2027-03-04");
  check_offers (self, DOV_TYPE_DISTRIBUTION, handout, 2, coat);
  check_offers (self, DOV_TYPE_FAMILY, self->family, 2, coat);
  family = find (self, DOV_TYPE_FAMILY, self->family);
  offers = dov_plan_offer_list (self->club.store, family);
  closing = dov_plan_offer_new_closing (self->club.store, offers->pdata[0]);
  g_assert_cmpint (DOV_PLAN_ACTION (closing)->distribution_id, ==, handout);
  g_assert_cmpint (g_date_get_day (DOV_PLAN_ACTION (closing)->done_on), ==, 4);
  dov_set (DOV_PLAN_ACTION (closing), result, "Куртка");
  verdict_save (&self->club, closing, NULL);
  /* The same coat is not offered for another step. */
  check_offers (self, DOV_TYPE_DISTRIBUTION, handout, 0, 0);
  check_offers (self, DOV_TYPE_FAMILY, self->family, 0, 0);
}

/* So does an event where somebody of the family was; not one that was before the programme. */
static void
test_event_offers (Ground        *self,
                   gconstpointer  data)
{
  gint64 games, before, event;

  games = keep (self, "plan_action", "plan_id=" ID "|title=Звать на мероприятия|method_id=" ID "|staff_id=" ID
                "|due_to=2027-03-01", self->plan, find_method (self, "event"), self->club.manager);
  approve (self);
  before = club_add_event (&self->club, "Ёлка", "2027-01-03T12:00");
  event = club_add_event (&self->club, "Игры", "2027-03-04T12:00");
  keep (self, "attendance", "event_id=" ID "|person_id=" ID "|status=checked_in", before, self->son);
  check_offers (self, DOV_TYPE_EVENT, event, 0, 0);
  keep (self, "attendance", "event_id=" ID "|person_id=" ID "|status=registered", event, self->son);
  check_offers (self, DOV_TYPE_EVENT, event, 0, 0);
  keep (self, "attendance", "event_id=" ID "|person_id=" ID "|status=checked_in", event, self->mother);
  check_offers (self, DOV_TYPE_EVENT, event, 1, games);
  check_offers (self, DOV_TYPE_EVENT, before, 0, 0);
  check_offers (self, DOV_TYPE_FAMILY, self->family, 1, games);
}

/* A post goes over in one operation: families, tasks, steps of drafts; in what was signed the other takes part. */
static void
test_post (Ground        *self,
           gconstpointer  data)
{
  gint64 nurse = keep (self, "person", "last_name=Лузянина|first_name=Вера|no_patronymic=1|birth_date=1985-11-02");
  gint64 to = keep (self, "staff", "person_id=" ID "|position=психолог|role=psychologist", nurse);
  gint64 task, open_plan, open_step;
  g_autoptr (DovFamily) family = NULL;
  g_autoptr (DovPlanAction) step = NULL, other = NULL;
  g_autoptr (GArray) families = NULL, steps = NULL;
  g_autoptr (GError) error = NULL;

  approve (self);
  task = keep (self, "task", "title=Позвонить в школу|staff_id=" ID "|due_on=2027-03-10|lounge_id=" ID, self->club.manager,
               self->club.lounge);
  open_plan = keep (self, "case_plan", "family_id=" ID "|kind=adaptation|since=2027-03-01|until=2027-12-20|goal=Доход",
                    self->family);
  open_step = keep (self, "plan_action", "plan_id=" ID "|title=Смета|staff_id=" ID "|due_to=2027-03-20", open_plan,
                    self->club.manager);
  g_assert_false (dov_post_hand_over (self->club.store, to, to, &error));
  g_clear_error (&error);
  dov_post_hand_over (self->club.store, self->club.manager, to, &error);
  g_assert_no_error (error);
  family = (DovFamily *) find (self, DOV_TYPE_FAMILY, self->family);
  g_assert_cmpint (family->curator_id, ==, to);
  g_assert_cmpint (dov_store_see_number (self->club.store, "SELECT staff_id FROM task WHERE id = ?1", "(x)", task), ==, to);
  step = (DovPlanAction *) find (self, DOV_TYPE_PLAN_ACTION, open_step);
  g_assert_cmpint (step->staff_id, ==, to);
  other = (DovPlanAction *) find (self, DOV_TYPE_PLAN_ACTION, self->visits);
  g_assert_cmpint (other->staff_id, ==, self->club.manager);
  g_assert_cmpint (dov_store_see_number (self->club.store, "SELECT staff_id FROM live_plan_participant WHERE plan_id = ?1", "(x)",
                                         self->plan), ==, to);
  families = dov_post_list (self->club.store, DOV_POST_FAMILIES, self->club.manager);
  g_assert_cmpuint (families->len, ==, 0);
  verdict_undo (&self->club, dov_store_get_last_operation (self->club.store), NULL);
  steps = dov_post_list (self->club.store, DOV_POST_STEPS, self->club.manager);
  g_assert_cmpuint (steps->len, ==, 3);
}

/* What the commission asks becomes a step of its own plan, or of a programme that is not signed yet; with its day. */
static void
test_asked (Ground        *self,
            gconstpointer  data)
{
  gint64 about = keep (self, "incoming_paper", "no=7|date=2027-03-01|lounge_id=" ID "|from_id=" ID "|kind=task"
                       "|gist=Проверить печь|due_on=2027-03-19|family_id=" ID, self->club.lounge, self->club.organisation,
                       self->family);
  gint64 other = keep (self, "incoming_paper", "no=8|date=2027-03-01|lounge_id=" ID "|from_id=" ID "|kind=task"
                       "|gist=Составить список", self->club.lounge, self->club.organisation);
  g_autoptr (DovRecord) paper = find (self, DOV_TYPE_INCOMING_PAPER, about);
  g_autoptr (DovRecord) of_nobody = find (self, DOV_TYPE_INCOMING_PAPER, other);
  g_autoptr (DovRecord) step = dov_plan_work_new_asked_step (self->club.store, paper);
  g_autoptr (DovRecord) later = NULL;
  g_autofree char *due = NULL;
  gint64 foreign;

  g_assert_cmpint (DOV_PLAN_ACTION (step)->plan_id, ==, self->plan);
  g_assert_cmpstr (DOV_PLAN_ACTION (step)->title, ==, "Проверить печь");
  due = dov_date_to_iso (DOV_PLAN_ACTION (step)->due_to);
  g_assert_cmpstr (due, ==, "2027-03-19");
  g_assert_null (dov_plan_work_new_asked_step (self->club.store, of_nobody));

  approve (self);
  g_assert_null (dov_plan_work_new_asked_step (self->club.store, paper));
  foreign = keep (self, "case_plan", "family_id=" ID "|kind=foreign|since=2027-01-15|until=2027-06-20|goal=Надзор|body_id=" ID,
                  self->family, self->club.organisation);
  later = dov_plan_work_new_asked_step (self->club.store, paper);
  g_assert_cmpint (DOV_PLAN_ACTION (later)->plan_id, ==, foreign);
  dov_set (DOV_PLAN_ACTION (later), staff_id, self->club.manager);
  dov_set (DOV_PLAN_ACTION (later), method_id, 441);
  verdict_save (&self->club, later, NULL);
}

/* Who is away for a time has a deputy, from day to day; nobody stands in for themselves, or without a first day. */
static void
test_deputy (Ground        *self,
             gconstpointer  data)
{
  gint64 nurse = keep (self, "person", "last_name=Лузянина|first_name=Вера|no_patronymic=1|birth_date=1985-11-02");
  gint64 deputy = keep (self, "staff", "person_id=" ID "|position=педагог|role=case_worker", nurse);
  gint64 curator = self->club.manager;
  g_autofree char *id = g_strdup_printf (ID, deputy);
  g_autofree char *own = g_strdup_printf (ID, curator);
  static const struct { const char *since, *until; gboolean stands_in; } cases[] = {
    { "2027-03-05", "2027-03-05", TRUE },     /* today */
    { "2027-03-06", "2027-03-20", FALSE },
    { "2027-02-01", "2027-03-04", FALSE },
    { "2027-02-01", "", TRUE },
  };

  g_assert_cmpint (dov_deputy_find (self->club.store, 0), ==, 0);
  g_assert_cmpint (dov_deputy_find (self->club.store, curator), ==, 0);
  verdict_change (&self->club, DOV_TYPE_STAFF, curator, "deputy_id", id, "-");
  change (self, DOV_TYPE_STAFF, curator, "away_since", "2027-03-05");
  verdict_change (&self->club, DOV_TYPE_STAFF, curator, "deputy_id", own, "-");
  change (self, DOV_TYPE_STAFF, curator, "deputy_id", id);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      change (self, DOV_TYPE_STAFF, curator, "away_until", "");
      change (self, DOV_TYPE_STAFF, curator, "away_since", cases[i].since);
      change (self, DOV_TYPE_STAFF, curator, "away_until", cases[i].until);
      g_assert_cmpint (dov_deputy_find (self->club.store, curator), ==, cases[i].stands_in ? deputy : 0);
    }
  change (self, DOV_TYPE_STAFF, deputy, "until", "2027-03-05");
  g_assert_cmpint (dov_deputy_find (self->club.store, curator), ==, 0);
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
    { "/plan/templates", test_templates },
    { "/plan/progress", test_progress },
    { "/plan/version", test_version },
    { "/plan/asked", test_asked },
    { "/plan/proofs", test_proofs },
    { "/plan/handout-offers", test_handout_offers },
    { "/plan/event-offers", test_event_offers },
    { "/meeting/visit", test_visit },
    { "/meeting/attempt", test_attempt },
    { "/post", test_post },
    { "/post/deputy", test_deputy },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Ground, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
