/* test-meeting-form.c - a visit and a call written down within a minute: what is known, an attempt, a danger, steps */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-chip-box.h"
#include "dov-contact-record.h"
#include "dov-emergency.h"
#include "dov-family.h"
#include "dov-form-page.h"
#include "dov-go.h"
#include "dov-home-visit.h"
#include "dov-last-meeting.h"
#include "dov-meeting-form.h"
#include "dov-outreach-trip.h"
#include "dov-plan-action.h"
#include "dov-staff.h"
#include "dov-steps-picker.h"
#include "dov-ui-demo.h"
#include "dov-ui-test.h"
#include "dov-visit-facts.h"
#include "dov-window.h"

#include <glib/gi18n.h>

typedef struct
{
  DovStore  *store;
  DovWindow *window;
  char      *path;
  gint64     family;
} Fixture;

static gint64
find (Fixture    *fixture,
      const char *sql)
{
  gint64 id = dov_store_see_number (fixture->store, sql, "(x)", fixture->family);

  return id;
}

/* A family with a programme under way and a visit before. */
static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->path = dov_ui_demo_copy (DOV_UI_DEMO_WEDNESDAY);
  fixture->store = dov_ui_demo_open (fixture->path, 0);
  fixture->window = dov_window_new (NULL);
  dov_window_set_store (fixture->window, fixture->store);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1366, 768);
  dov_ui_test_show (GTK_WIDGET (fixture->window));
  fixture->family = find (fixture, "SELECT v.family_id FROM live_home_visit v JOIN live_case_plan p ON p.family_id = v.family_id"
                                   " JOIN live_plan_action a ON a.plan_id = p.id WHERE v.was_home AND ?1 = 0"
                                   " AND p.status = 'in_progress' AND a.status = 'planned' ORDER BY v.id LIMIT 1");
  g_assert_cmpint (fixture->family, >, 0);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  dov_ui_test_close (GTK_WINDOW (fixture->window));
  g_assert_true (dov_store_close (fixture->store, NULL));
  g_clear_object (&fixture->store);
  g_clear_pointer (&fixture->path, g_free);
  dov_clock_set (NULL);
}

static GtkWidget *
get_page (Fixture *fixture)
{
  dov_ui_test_settle ();

  return GTK_WIDGET (dov_window_get_page (fixture->window));
}

static DovForm *
begin (Fixture *fixture,
       GType    type)
{
  g_autoptr (DovRecord) draft = dov_record_new (type, 0);

  dov_record_set_number (draft, "family_id", fixture->family);
  dov_go_form (fixture->window, draft);

  return dov_form_page_get_form (DOV_FORM_PAGE (get_page (fixture)));
}

static void
picture (Fixture    *fixture,
         const char *name)
{
  dov_ui_test_settle ();
  dov_ui_test_picture (GTK_WIDGET (fixture->window), name);
}

static void
press_chip (Fixture    *fixture,
            const char *label)
{
  GtkWidget *chip = dov_ui_test_find (get_page (fixture), GTK_TYPE_TOGGLE_BUTTON, label);

  g_assert_nonnull (chip);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), TRUE);
  dov_ui_test_settle ();
}

/* Everything but what was seen is known; it closes the step that is ticked; the people are kept. */
static void
test_visit (Fixture      *fixture,
            gconstpointer data)
{
  DovForm *form = begin (fixture, DOV_TYPE_HOME_VISIT);
  DovHomeVisit *visit = DOV_HOME_VISIT (dov_form_get_draft (form));
  gint64 n_met = find (fixture, "SELECT count (*) FROM live_visit_met WHERE ?1 = ?1"), n_done, n_living;
  GtkWidget *steps = dov_form_find_widget (form, "steps"), *check;

  g_assert_true (gtk_widget_get_visible (dov_form_find_widget (form, "last")));
  g_assert_true (gtk_widget_get_visible (steps));
  picture (fixture, "visit");
  press_chip (fixture, _("in two"));
  g_assert_nonnull (visit->next_visit_on);
  check = dov_ui_test_find (steps, GTK_TYPE_CHECK_BUTTON, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_false (dov_form_save (form));
  dov_set (visit, findings, "В доме тепло, дети за уроками");
  picture (fixture, "visit-typed");
  n_done = find (fixture, "SELECT count (*) FROM live_plan_action WHERE visit_id IS NOT NULL AND ?1 = ?1");
  n_living = find (fixture, "SELECT count (*) FROM live_family_member WHERE family_id = ?1 AND lives_together AND until IS NULL");
  g_assert_true (dov_form_save (form));
  g_assert_cmpint (find (fixture, "SELECT count (*) FROM live_visit_met WHERE ?1 = ?1"), ==, n_met + n_living);
  g_assert_cmpint (find (fixture, "SELECT count (*) FROM live_plan_action WHERE visit_id IS NOT NULL AND ?1 = ?1"), ==,
                   n_done + 1);
}

/* Where nobody was at home nothing of the middle is asked, and no step is closed. */
static void
test_attempt (Fixture      *fixture,
              gconstpointer data)
{
  DovForm *form = begin (fixture, DOV_TYPE_HOME_VISIT);

  press_chip (fixture, _("Nobody met"));
  g_assert_false (DOV_HOME_VISIT (dov_form_get_draft (form))->was_home);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (dov_form_find_row (form, "findings"))));
  g_assert_false (gtk_widget_get_visible (dov_form_find_widget (form, "steps")));
  g_assert_true (dov_ui_test_says (get_page (fixture), _("An attempt, not a visit")));
  picture (fixture, "visit-attempt");
  press_chip (fixture, _("Met"));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (dov_form_find_row (form, "findings"))));
  g_assert_true (gtk_widget_get_visible (dov_form_find_widget (form, "steps")));
  press_chip (fixture, _("Nobody met"));
  g_assert_true (dov_form_save (form));
}

/* Help comes first: saving waits for the time of the call, the draft does not. */
static void
test_danger (Fixture      *fixture,
             gconstpointer data)
{
  DovForm *form = begin (fixture, DOV_TYPE_HOME_VISIT);
  DovHomeVisit *visit = DOV_HOME_VISIT (dov_form_get_draft (form));
  GtkWidget *emergency = dov_form_find_widget (form, "emergency");

  g_assert_false (gtk_widget_get_visible (emergency));
  dov_set (visit, danger, TRUE);
  dov_set (visit, findings, "Печь дымит, у ребёнка болит голова");
  dov_form_touch (form);
  dov_ui_test_settle ();
  g_assert_true (gtk_widget_get_mapped (emergency));
  g_assert_cmpint (visit->kind, ==, DOV_VISIT_KIND_EMERGENCY);
  g_assert_false (dov_form_save (form));
  picture (fixture, "visit-danger");
  dov_form_keep (form);
  g_assert_cmpint (dov_form_get_kept (form), !=, 0);
  gtk_widget_activate_action (GTK_WIDGET (form), "emergency.called", NULL);
  dov_ui_test_settle ();
  g_assert_nonnull (visit->called_at);
  g_assert_false (gtk_widget_get_mapped (emergency));
  g_assert_true (dov_form_save (form));
}

/* A visit that is kept says who was met, and may be put right. */
static void
test_kept (Fixture      *fixture,
           gconstpointer data)
{
  gint64 id = find (fixture, "SELECT min (id) FROM live_home_visit WHERE family_id = ?1 AND was_home");
  DovForm *form;

  dov_go_record (fixture->window, DOV_TYPE_HOME_VISIT, id);
  form = dov_form_page_get_form (DOV_FORM_PAGE (get_page (fixture)));
  g_assert_null (dov_form_find_widget (form, "steps"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (dov_form_find_row (form, "family_id"))));
  picture (fixture, "visit-kept");
}

static void
test_talk (Fixture      *fixture,
           gconstpointer data)
{
  DovForm *form = begin (fixture, DOV_TYPE_CONTACT_RECORD);
  DovContactRecord *talk = DOV_CONTACT_RECORD (dov_form_get_draft (form));

  picture (fixture, "talk");
  press_chip (fixture, C_("talk", "Not reached"));
  g_assert_false (talk->reached);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (dov_form_find_row (form, "gist"))));
  press_chip (fixture, C_("talk", "Reached"));
  press_chip (fixture, _("in a week"));
  g_assert_nonnull (talk->next_on);
  g_assert_false (dov_form_save (form));
  dov_set (talk, gist, "Придут в субботу");
  g_assert_true (dov_form_save (form));
}

/* Several families on one trip: the next one is a key away, with the day and the trip filled in. */
static void
test_trip (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_OUTREACH_TRIP, 0);
  GDate today = dov_today ();
  g_autoptr (GError) error = NULL;
  DovHomeVisit *visit;
  DovForm *form;

  dov_set (DOV_OUTREACH_TRIP (draft), date, &today);
  dov_set (DOV_OUTREACH_TRIP (draft), lounge_id, find (fixture, "SELECT lounge_id FROM live_family WHERE id = ?1"));
  dov_set (DOV_OUTREACH_TRIP (draft), settlement_id, find (fixture, "SELECT s.id FROM live_settlement s JOIN live_family f"
                                                           " ON instr (f.address, s.name) > 0 WHERE f.id = ?1"));
  dov_set (DOV_OUTREACH_TRIP (draft), purpose, "Проверить печи");
  dov_store_save (fixture->store, draft, &error);
  g_assert_no_error (error);
  dov_go_record (fixture->window, DOV_TYPE_OUTREACH_TRIP, dov_record_get_id (draft));
  picture (fixture, "trip");
  dov_ui_test_click (dov_ui_test_find (get_page (fixture), GTK_TYPE_BUTTON, _("Visit…")));
  form = dov_form_page_get_form (DOV_FORM_PAGE (get_page (fixture)));
  visit = DOV_HOME_VISIT (dov_form_get_draft (form));
  g_assert_cmpint (visit->trip_id, ==, dov_record_get_id (draft));
  g_assert_cmpstr (visit->goal, ==, "Проверить печи");
  dov_set (visit, findings, "Печь исправна");
  dov_set (visit, staff_id, find (fixture, "SELECT min (id) FROM live_staff WHERE ?1 > 0"));
  g_assert_true (dov_form_save (form));
  g_assert_cmpint (find (fixture, "SELECT count (*) FROM live_home_visit WHERE trip_id IS NOT NULL AND goal = 'Проверить печи'"
                                  " AND ?1 > 0"), ==, 1);
  picture (fixture, "trip-visited");
  dov_ui_test_press_accel (GTK_WIDGET (fixture->window), "F2");
  g_assert_true (dov_ui_test_is_form_of (get_page (fixture), DOV_TYPE_HOME_VISIT));
}

/* All that a specialist has on their hands goes to another in one step. */
static void
test_post (Fixture      *fixture,
           gconstpointer data)
{
  gint64 staff = find (fixture, "SELECT curator_id FROM live_family WHERE id = ?1");
  GtkWidget *button, *choice;

  dov_go_record (fixture->window, DOV_TYPE_STAFF, staff);
  picture (fixture, "post");
  button = dov_ui_test_find_name (get_page (fixture), "hand-over");
  g_assert_nonnull (button);
  choice = dov_ui_test_find (gtk_popover_get_child (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), GTK_TYPE_BUTTON,
                             NULL);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  dov_ui_test_settle ();
  dov_ui_test_click (choice);
  dov_ui_test_settle ();
  g_assert_cmpint (find (fixture, "SELECT curator_id FROM live_family WHERE id = ?1"), !=, staff);
  g_assert_false (dov_ui_test_says (get_page (fixture), _("Families in their care")));
}

static void
test_small (Fixture      *fixture,
            gconstpointer data)
{
  dov_ui_test_resize (GTK_WINDOW (fixture->window), 1024, 600);
  begin (fixture, DOV_TYPE_HOME_VISIT);
  picture (fixture, "visit-small");
  dov_ui_test_resize (GTK_WINDOW (fixture->window), 1366, 768);
  dov_ui_test_set_text_size (150);
  picture (fixture, "visit-150");
  dov_ui_test_set_text_size (100);
}

int
main (int   argc,
      char *argv[])
{
  dov_ui_test_init (&argc, &argv);
  g_test_add ("/meeting-form/visit", Fixture, NULL, set_up, test_visit, tear_down);
  g_test_add ("/meeting-form/attempt", Fixture, NULL, set_up, test_attempt, tear_down);
  g_test_add ("/meeting-form/danger", Fixture, NULL, set_up, test_danger, tear_down);
  g_test_add ("/meeting-form/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/meeting-form/talk", Fixture, NULL, set_up, test_talk, tear_down);
  g_test_add ("/meeting-form/trip", Fixture, NULL, set_up, test_trip, tear_down);
  g_test_add ("/meeting-form/post", Fixture, NULL, set_up, test_post, tear_down);
  g_test_add ("/meeting-form/small", Fixture, NULL, set_up, test_small, tear_down);

  return g_test_run ();
}
