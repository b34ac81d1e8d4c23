/* test-plan-page.c - a programme in the window: from empty to agreed, a step closed by its proof, a new version */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-ask-card.h"
#include "dov-case-plan.h"
#include "dov-distribution-line.h"
#include "dov-distribution.h"
#include "dov-family.h"
#include "dov-form-page.h"
#include "dov-go.h"
#include "dov-home-visit.h"
#include "dov-plan-action.h"
#include "dov-plan-page.h"
#include "dov-plan-problem-box.h"
#include "dov-plan-progress.h"
#include "dov-stage-page.h"
#include "dov-subject-page.h"
#include "dov-ui-desk.h"
#include "dov-ui-test.h"
#include "dov-window.h"

#include <glib/gi18n.h>

static gint64
find (DovUiDesk  *fixture,
      const char *sql)
{
  gint64 id = dov_store_see_number (fixture->store, sql, "");

  g_assert_cmpint (id, >, 0);

  return id;
}

static GtkWidget *
get_page (DovUiDesk *fixture)
{
  dov_ui_test_settle ();

  return GTK_WIDGET (dov_window_get_page (fixture->window));
}

static void
act (DovUiDesk  *fixture,
     const char *name)
{
  dov_subject_page_act (DOV_SUBJECT_PAGE (get_page (fixture)), name);
  dov_ui_test_settle ();
}

static DovForm *
get_form (DovUiDesk *fixture)
{
  GtkWidget *page = get_page (fixture);

  g_assert_true (DOV_IS_FORM_PAGE (page));

  return dov_form_page_get_form (DOV_FORM_PAGE (page));
}

static void
press_button (DovUiDesk  *fixture,
              const char *label)
{
  GtkWidget *button = dov_ui_test_find (get_page (fixture), GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  dov_ui_test_click (button);
  dov_ui_test_settle ();
}

#define RUNNING "SELECT p.id FROM live_case_plan p JOIN live_plan_action a ON a.plan_id = p.id" \
                " WHERE p.status = 'in_progress' AND a.status = 'planned' GROUP BY p.id ORDER BY count (*) DESC, p.id LIMIT 1"

static void
test_looks (DovUiDesk    *fixture,
            gconstpointer data)
{
  gint64 plan = find (fixture, RUNNING);

  dov_go_record (fixture->window, DOV_TYPE_CASE_PLAN, plan);
  g_assert_cmpuint (dov_ui_test_count (get_page (fixture), DOV_TYPE_PLAN_PROBLEM_BOX), >=, 2);
  dov_ui_desk_picture (fixture, "plan");
  dov_ui_test_set_text_size (150);
  dov_ui_desk_picture (fixture, "plan-150");
  dov_ui_test_set_text_size (100);
  dov_ui_test_resize (GTK_WINDOW (fixture->window), 1024, 600);
  dov_ui_desk_picture (fixture, "plan-small");
}

static gint64
keep_draft (DovUiDesk *fixture)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_CASE_PLAN, 0);
  DovCasePlan *plan = DOV_CASE_PLAN (draft);
  GDate since = dov_today (), until = since;
  g_autoptr (GError) error = NULL;

  g_date_subtract_months (&since, 2);
  g_date_add_months (&until, 6);
  dov_set (plan, family_id, find (fixture, "SELECT id FROM live_family WHERE curator_id IS NOT NULL AND case_status = 'active'"
                                           " ORDER BY id LIMIT 1"));
  dov_set (plan, kind, DOV_PLAN_KIND_ADAPTATION);
  dov_set (plan, since, &since);
  dov_set (plan, until, &until);
  dov_set (plan, goal, "Печь исправна, доход вырос");
  dov_store_save (fixture->store, draft, &error);
  g_assert_no_error (error);

  return dov_record_get_id (draft);
}

/* A visit that is due so many days from now. */
static void
keep_step (DovUiDesk *fixture,
           gint64   plan,
           int      days)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_PLAN_ACTION, 0);
  DovPlanAction *step = DOV_PLAN_ACTION (draft);
  GDate due = dov_today ();
  g_autoptr (GError) error = NULL;

  if (days < 0)
    g_date_subtract_days (&due, -days);
  else
    g_date_add_days (&due, days);
  dov_set (step, plan_id, plan);
  dov_set (step, title, days < 0 ? "Посещать семью раз в месяц" : "Проверить, как закрыта печь");
  dov_set (step, method_id, (gint64) 443);
  dov_set (step, staff_id, find (fixture, "SELECT min (id) FROM live_staff"));
  dov_set (step, due_to, &due);
  dov_store_save (fixture->store, draft, &error);
  g_assert_no_error (error);
}

static DovPlanStatus
status_of (DovUiDesk *fixture,
           gint64   plan)
{
  g_autoptr (DovCasePlan) record = dov_store_look_up (fixture->store, DOV_TYPE_CASE_PLAN, plan);

  return record->status;
}

/* Empty, what is usual is offered; then the signature of the family; then the approval, which asks for what it lacks. */
static void
test_states (DovUiDesk    *fixture,
             gconstpointer data)
{
  gint64 plan = keep_draft (fixture);
  DovForm *form;

  dov_go_record (fixture->window, DOV_TYPE_CASE_PLAN, plan);
  dov_ui_test_settle ();
  dov_ui_desk_picture (fixture, "plan-empty");
  press_button (fixture, _("Take What Is Usual"));
  g_assert_cmpint (dov_store_see_number (fixture->store, "SELECT count (*) FROM live_plan_action WHERE plan_id = ?1", "(x)",
                                         plan), >, 0);
  keep_step (fixture, plan, -1);
  keep_step (fixture, plan, 1);
  dov_ui_desk_picture (fixture, "plan-draft");
  press_button (fixture, _("Agree with the Family…"));
  form = get_form (fixture);
  dov_ui_desk_picture (fixture, "plan-agree");
  dov_set (DOV_CASE_PLAN (dov_form_get_draft (form)), signer_id, 0);
  g_assert_true (dov_form_save (form));
  g_assert_cmpint (status_of (fixture, plan), ==, DOV_PLAN_STATUS_AGREED);
  act (fixture, "plan.approve");
  form = get_form (fixture);
  g_assert_false (dov_form_save (form));
  dov_ui_desk_picture (fixture, "plan-approve");
  dov_set (DOV_CASE_PLAN (dov_form_get_draft (form)), no, "77");
  dov_set (DOV_CASE_PLAN (dov_form_get_draft (form)), approved_by_id, find (fixture, "SELECT min (id) FROM live_staff"));
  g_assert_true (dov_form_save (form));
  g_assert_cmpint (status_of (fixture, plan), ==, DOV_PLAN_STATUS_APPROVED);
  press_button (fixture, _("Begin"));
  g_assert_cmpint (status_of (fixture, plan), ==, DOV_PLAN_STATUS_IN_PROGRESS);
  dov_ui_desk_picture (fixture, "plan-running");
  g_assert_true (dov_ui_test_says (get_page (fixture), _("Overdue and this week")));
  press_button (fixture, _("Write the Visit"));
  g_assert_true (dov_ui_test_is_form_of (get_page (fixture), DOV_TYPE_HOME_VISIT));
  dov_form_dismiss (get_form (fixture));
  dov_ui_test_settle ();
  act (fixture, "plan.complete");
  g_assert_false (dov_form_save (get_form (fixture)));
  g_assert_cmpint (status_of (fixture, plan), ==, DOV_PLAN_STATUS_IN_PROGRESS);
}

/* “Close” asks what proves it; the page then shows the proof. */
static void
test_close (DovUiDesk    *fixture,
            gconstpointer data)
{
  gint64 plan = find (fixture, "SELECT p.id FROM live_case_plan p JOIN live_plan_action a ON a.plan_id = p.id"
                               " JOIN live_home_visit v ON v.family_id = p.family_id AND v.was_home AND v.visited_at >= p.since"
                               " WHERE p.status = 'in_progress' AND a.status = 'planned' ORDER BY p.id LIMIT 1");
  gint64 step = dov_store_see_number (fixture->store, "SELECT min (id) FROM live_plan_action WHERE plan_id = ?1"
                                      " AND status = 'planned'", "(x)", plan);
  g_autoptr (DovPlanAction) record = NULL;
  GtkWidget *section, *check = NULL;

  dov_go_record (fixture->window, DOV_TYPE_CASE_PLAN, plan);
  press_button (fixture, _("Close…"));
  g_assert_true (DOV_IS_STAGE_PAGE (get_page (fixture)));
  section = get_page (fixture);
  check = dov_ui_test_find (section, GTK_TYPE_CHECK_BUTTON, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  dov_ui_desk_picture (fixture, "plan-close");
  g_assert_false (dov_form_save (get_form (fixture)));
  dov_set (DOV_PLAN_ACTION (dov_form_get_draft (get_form (fixture))), result, "Сделано при посещении");
  step = dov_record_get_id (dov_form_get_draft (get_form (fixture)));
  g_assert_true (dov_form_save (get_form (fixture)));
  record = dov_store_look_up (fixture->store, DOV_TYPE_PLAN_ACTION, step);
  g_assert_cmpint (record->status, ==, DOV_PLAN_ACTION_STATUS_DONE);
  g_assert_true (record->visit_id != 0 || record->event_id != 0 || record->contact_id != 0 || record->distribution_id != 0);
  dov_ui_desk_picture (fixture, "plan-proof");
}

/* An approved programme is changed by a new version, which asks why and is worked on at once. */
static void
test_version (DovUiDesk    *fixture,
              gconstpointer data)
{
  gint64 plan = find (fixture, RUNNING);
  GtkWidget *card;

  dov_go_record (fixture->window, DOV_TYPE_CASE_PLAN, plan);
  act (fixture, "plan.version");
  card = dov_ui_test_find (get_page (fixture), DOV_TYPE_ASK_CARD, NULL);
  g_assert_nonnull (card);
  dov_ui_test_type (dov_ui_test_find (card, GTK_TYPE_TEXT, NULL), "печник болел");
  press_button (fixture, _("Make the Version"));
  g_assert_cmpint (dov_plan_version_find_next (fixture->store, plan), >, 0);
  g_assert_cmpint (dov_subject_page_get_id (DOV_SUBJECT_PAGE (get_page (fixture))), ==,
                   dov_plan_version_find_next (fixture->store, plan));
  dov_ui_desk_picture (fixture, "plan-version");
}

#define ON_SHELF \
  " FROM live_stock_move WHERE drive_id IS NULL AND expires_on IS NULL GROUP BY lounge_id, item_id" \
  " HAVING sum (qty) >= 1000 ORDER BY lounge_id, item_id LIMIT 1"

/* A draft with one thing of the stock; on its page it is handed out. */
static gint64
hand_out (DovUiDesk *fixture,
          gint64     family)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_DISTRIBUTION, 0), line = dov_record_new (DOV_TYPE_DISTRIBUTION_LINE, 0);
  DovDistribution *handout = DOV_DISTRIBUTION (draft);
  GDate today = dov_today ();
  g_autoptr (GError) error = NULL;

  dov_set (handout, no, "931");
  dov_set (handout, date, &today);
  dov_set (handout, status, DOV_DISTRIBUTION_STATUS_DRAFT);
  dov_set (handout, family_id, family);
  dov_set (handout, lounge_id, find (fixture, "SELECT lounge_id" ON_SHELF));
  dov_set (handout, issued_by_id, find (fixture, "SELECT min (id) FROM live_staff"));
  dov_set (handout, person_id, dov_store_see_number (fixture->store, "SELECT person_id FROM live_family_member"
                                                     " WHERE family_id = ?1 AND is_legal_rep LIMIT 1", "(x)", family));
  g_assert_true (dov_store_begin (fixture->store, "931", &error));
  dov_store_save (fixture->store, draft, &error);
  g_assert_no_error (error);
  dov_set (DOV_DISTRIBUTION_LINE (line), distribution_id, dov_record_get_id (draft));
  dov_set (DOV_DISTRIBUTION_LINE (line), item_id, find (fixture, "SELECT item_id" ON_SHELF));
  dov_set (DOV_DISTRIBUTION_LINE (line), qty, 1000);
  dov_store_save (fixture->store, line, &error);
  g_assert_no_error (error);
  dov_store_end (fixture->store, TRUE, &error);
  g_assert_no_error (error);

  dov_go_record (fixture->window, DOV_TYPE_DISTRIBUTION, dov_record_get_id (draft));
  dov_ui_test_settle ();
  g_assert_null (dov_ui_test_find (get_page (fixture), GTK_TYPE_BUTTON, _("Close the Step…")));
  press_button (fixture, _("Hand Out"));
  dov_ui_test_settle ();

  return dov_record_get_id (draft);
}

static void
check_offered (DovUiDesk *fixture,
               gint64     handout)
{
  DovPlanAction *step;

  press_button (fixture, _("Close the Step…"));
  g_assert_true (DOV_IS_STAGE_PAGE (get_page (fixture)));
  step = DOV_PLAN_ACTION (dov_form_get_draft (get_form (fixture)));
  g_assert_cmpint (step->distribution_id, ==, handout);
  g_assert_nonnull (step->done_on);
}

/* What was handed out offers the step that it closes, where it was saved and on the page of the family. */
static void
test_offer (DovUiDesk    *fixture,
            gconstpointer data)
{
  gint64 family = find (fixture, "SELECT p.family_id FROM live_plan_action a JOIN live_case_plan p ON p.id = a.plan_id"
                        " WHERE p.status = 'in_progress' AND a.status = 'planned' AND a.method_id = 444"
                        " ORDER BY a.due_to, a.id LIMIT 1");
  gint64 handout;

  dov_go_record (fixture->window, DOV_TYPE_FAMILY, family);
  g_assert_null (dov_ui_test_find (get_page (fixture), GTK_TYPE_BUTTON, _("Close the Step…")));
  handout = hand_out (fixture, family);
  dov_ui_desk_picture (fixture, "handout-closes-step");
  check_offered (fixture, handout);
  dov_form_dismiss (get_form (fixture));
  dov_go_record (fixture->window, DOV_TYPE_FAMILY, family);
  dov_ui_desk_picture (fixture, "family-closes-step");
  check_offered (fixture, handout);
  dov_ui_desk_picture (fixture, "handout-closing");
  dov_set (DOV_PLAN_ACTION (dov_form_get_draft (get_form (fixture))), result, "Извещатель стоит");
  g_assert_true (dov_form_save (get_form (fixture)));
  g_assert_null (dov_ui_test_find (get_page (fixture), GTK_TYPE_BUTTON, _("Close the Step…")));
}

int
main (int   argc,
      char *argv[])
{
  dov_ui_test_init (&argc, &argv);
  g_test_add ("/plan-page/looks", DovUiDesk, DOV_UI_DEMO_WEDNESDAY, dov_ui_desk_open, test_looks, dov_ui_desk_close);
  g_test_add ("/plan-page/states", DovUiDesk, DOV_UI_DEMO_WEDNESDAY, dov_ui_desk_open, test_states, dov_ui_desk_close);
  g_test_add ("/plan-page/close", DovUiDesk, DOV_UI_DEMO_WEDNESDAY, dov_ui_desk_open, test_close, dov_ui_desk_close);
  g_test_add ("/plan-page/offer", DovUiDesk, DOV_UI_DEMO_WEDNESDAY, dov_ui_desk_open, test_offer, dov_ui_desk_close);
  g_test_add ("/plan-page/version", DovUiDesk, DOV_UI_DEMO_WEDNESDAY, dov_ui_desk_open, test_version, dov_ui_desk_close);

  return g_test_run ();
}
