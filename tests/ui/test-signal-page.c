/* test-signal-page.c - a signal from the call to the decision: taken in a minute, passed on, taken up, not confirmed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "dov-ask-card.h"
#include "dov-family.h"
#include "dov-field-row.h"
#include "dov-form-page.h"
#include "dov-go.h"
#include "dov-incoming-paper.h"
#include "dov-list-page.h"
#include "dov-notice.h"
#include "dov-organisation.h"
#include "dov-outgoing-notice.h"
#include "dov-signal.h"
#include "dov-text-row.h"
#include "dov-ui-fixture.h"
#include "dov-ui-test.h"
#include "dov-window.h"

static gint64
add_signal (DovUiFixture    *fixture,
            const char      *no,
            gint64           family,
            DovSignalUrgency urgency)
{
  g_autoptr (DovRecord) record = dov_record_new (DOV_TYPE_SIGNAL, 0);
  DovSignal *signal = DOV_SIGNAL (record);
  g_autoptr (GDateTime) now = dov_clock_dup_now ();
  g_autoptr (GDateTime) before = g_date_time_add_minutes (now, -46);
  g_autoptr (GError) error = NULL;

  dov_set (signal, no, no);
  dov_set (signal, lounge_id, fixture->lounge);
  dov_set (signal, received_at, before);
  dov_set (signal, source, DOV_SIGNAL_SOURCE_SCHOOL);
  dov_set (signal, family_id, family);
  dov_set (signal, subject_text, family == 0 ? "Кощеевы" : "");
  dov_set (signal, summary, "Вторую неделю не приходит в школу");
  dov_set (signal, urgency, urgency);
  dov_store_save (fixture->store, record, &error);
  g_assert_no_error (error);

  return dov_record_get_id (record);
}

static DovSignal *
find_signal (DovUiFixture *fixture,
             gint64        id)
{
  return dov_store_look_up (fixture->store, DOV_TYPE_SIGNAL, id);
}

static DovForm *
form_of (DovWindow *window)
{
  g_assert_true (DOV_IS_FORM_PAGE (dov_window_get_page (window)));

  return dov_form_page_get_form (DOV_FORM_PAGE (dov_window_get_page (window)));
}

/* ---- the list ---- */

static void
test_list (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window;
  GtkWidget *page;

  add_signal (fixture, "1", 0, DOV_SIGNAL_URGENCY_PLANNED);
  add_signal (fixture, "2", 0, DOV_SIGNAL_URGENCY_IMMEDIATE);
  window = dov_ui_fixture_open_window (fixture);
  dov_window_show_section (window, "signals");
  dov_ui_test_settle ();
  page = GTK_WIDGET (dov_window_get_page (window));
  g_assert_true (DOV_IS_LIST_PAGE (page));
  g_assert_cmpstr (dov_page_get_title (DOV_PAGE (page)), ==, _("Appeals and signals"));
  g_assert_true (dov_ui_test_says (page, "46\u00a0мин, немедленно"));
  g_assert_true (dov_ui_test_says (page, "до 17 апреля"));
  g_assert_true (dov_ui_test_says (page, "Кощеевы"));
  g_assert_nonnull (dov_ui_test_find (dov_ui_test_find_name (GTK_WIDGET (window), "signals"), GTK_TYPE_LABEL, "2"));
  dov_ui_test_picture (GTK_WIDGET (window), "signals");
  dov_ui_test_close (GTK_WINDOW (window));
}

/* ---- taking one ---- */

static void
test_taking (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_SIGNAL, 0);
  gint64 family = dov_ui_fixture_add_family (fixture, "Кощеевы", "3-2027/077", "д. Тойма, ул. Береговая, 15", "identified", 1);
  g_autoptr (DovRecord) kept = NULL;
  DovSignal *typed;
  DovForm *form;
  GtkWidget *danger;

  dov_go_form (window, draft);
  dov_ui_test_settle ();
  form = form_of (window);
  typed = DOV_SIGNAL (dov_form_get_draft (form));
  danger = dov_form_find_widget (form, "danger");
  g_assert_false (gtk_widget_get_visible (danger));

  dov_set (typed, summary, "Ребёнок один на льду");
  dov_set (typed, source, DOV_SIGNAL_SOURCE_NEIGHBOUR);
  dov_set (typed, family_id, family);
  dov_set (typed, urgency, DOV_SIGNAL_URGENCY_WITHIN_3_DAYS);
  dov_form_touch (form);
  dov_ui_test_settle ();
  g_assert_false (gtk_widget_get_visible (danger));
  g_assert_true (dov_ui_test_says (GTK_WIDGET (form), "20.03.2027"));

  /* Danger says 112 over everything, with the address. */
  dov_set (typed, urgency, DOV_SIGNAL_URGENCY_IMMEDIATE);
  dov_form_touch (form);
  dov_ui_test_settle ();
  g_assert_true (gtk_widget_get_visible (danger));
  g_assert_true (dov_ui_test_says (danger, "112"));
  g_assert_true (dov_ui_test_says (danger, "Береговая, 15"));
  dov_ui_test_picture (GTK_WIDGET (window), "signal-new");

  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>s"));
  dov_ui_test_settle ();
  kept = dov_store_find_first (fixture->store, DOV_TYPE_SIGNAL, NULL, NULL);
  g_assert_nonnull (kept);
  g_assert_cmpint (DOV_SIGNAL (kept)->forwarded_to_id, ==, 0);
  /* It is worked on at once, red until it says to whom it was passed on. */
  WAIT_FOR (dov_ui_test_is_of (dov_window_get_page (window), DOV_TYPE_SIGNAL));
  g_assert_true (dov_ui_test_says (GTK_WIDGET (dov_window_get_page (window)), "112"));
  dov_ui_test_close (GTK_WINDOW (window));
}

/* ---- what is done with one ---- */

/* A known family: one key, one operation, one undo. */
static void
test_take_up (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  gint64 family = dov_ui_fixture_add_family (fixture, "Кощеевы", "3-2027/077", "д. Тойма, 15", "identified", 1);
  gint64 id = add_signal (fixture, "1", family, DOV_SIGNAL_URGENCY_WITHIN_3_DAYS);
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  g_autoptr (DovSignal) taken = NULL, back = NULL;

  dov_go_record (window, DOV_TYPE_SIGNAL, id);
  dov_ui_test_settle ();
  dov_ui_test_picture (GTK_WIDGET (window), "signal");
  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "F2"));
  dov_ui_test_settle ();
  taken = find_signal (fixture, id);
  g_assert_cmpint (taken->decision, ==, DOV_SIGNAL_DECISION_OPENED_CASE);
  g_assert_nonnull (taken->decided_on);
  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>z"));
  dov_ui_test_settle ();
  back = find_signal (fixture, id);
  g_assert_cmpint (back->decision, ==, 0);
  dov_ui_test_close (GTK_WINDOW (window));
}

/* A family nobody knows: its form with what the signal tells; saving it decides the signal. */
static void
test_take_up_new (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  gint64 id = add_signal (fixture, "1", 0, DOV_SIGNAL_URGENCY_WITHIN_3_DAYS);
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  g_autoptr (DovSignal) taken = NULL, back = NULL;
  g_autoptr (DovFamily) family = NULL;
  DovFamily *typed;

  dov_go_record (window, DOV_TYPE_SIGNAL, id);
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "F2"));
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_is_form_of (dov_window_get_page (window), DOV_TYPE_FAMILY));
  typed = DOV_FAMILY (dov_form_get_draft (form_of (window)));
  g_assert_cmpstr (typed->family_name, ==, "Кощеевы");
  g_assert_cmpint (typed->lounge_id, ==, fixture->lounge);
  dov_set (typed, address, "д. Тойма, ул. Береговая, 15");
  dov_set (typed, structure, DOV_FAMILY_STRUCTURE_FULL);
  if (*typed->case_no == '\0')
    dov_set (typed, case_no, "3-2027/078");
  g_assert_true (dov_form_save (form_of (window)));
  dov_ui_test_settle ();

  taken = find_signal (fixture, id);
  g_assert_cmpint (taken->decision, ==, DOV_SIGNAL_DECISION_OPENED_CASE);
  family = dov_store_look_up (fixture->store, DOV_TYPE_FAMILY, taken->family_id);
  g_assert_cmpstr (family->family_name, ==, "Кощеевы");
  /* One undo takes the family and the decision back. */
  g_assert_true (dov_store_undo (fixture->store, dov_store_get_last_operation (fixture->store), NULL));
  back = find_signal (fixture, id);
  g_assert_cmpint (back->decision, ==, 0);
  g_assert_cmpint (back->family_id, ==, 0);
  dov_ui_test_close (GTK_WINDOW (window));
}

/* «Не подтвердилось» asks for words, and keeps them; without them nothing is decided. */
static void
test_refute (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  gint64 id = add_signal (fixture, "1", 0, DOV_SIGNAL_URGENCY_PLANNED);
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  g_autoptr (DovSignal) open = NULL, refuted = NULL;
  GtkWidget *card;

  dov_go_record (window, DOV_TYPE_SIGNAL, id);
  dov_ui_test_settle ();
  dov_ui_test_click (dov_ui_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, _("Not confirmed…")));
  dov_ui_test_settle ();
  card = dov_ui_test_find (GTK_WIDGET (window), DOV_TYPE_ASK_CARD, NULL);
  g_assert_nonnull (card);
  open = find_signal (fixture, id);
  g_assert_cmpint (open->decision, ==, 0);
  dov_ui_test_type (dov_ui_test_get_focus (GTK_WIDGET (window)), "Дети дома, печь топится");
  dov_ui_test_press_accel (GTK_WIDGET (window), "Return");
  dov_ui_test_settle ();
  refuted = find_signal (fixture, id);
  g_assert_cmpint (refuted->decision, ==, DOV_SIGNAL_DECISION_NOT_CONFIRMED);
  g_assert_cmpstr (refuted->decision_note, ==, "Дети дома, печь топится");
  dov_ui_test_close (GTK_WINDOW (window));
}

static gint64
add_police (DovUiFixture *fixture)
{
  g_autoptr (DovRecord) police = dov_record_new (DOV_TYPE_ORGANISATION, 0);
  g_autoptr (GError) error = NULL;

  dov_set (DOV_ORGANISATION (police), short_name, "ОВД Слудки");
  dov_set (DOV_ORGANISATION (police), full_name, "Отдел внутренних дел, с. Слудка");
  dov_set (DOV_ORGANISATION (police), kind, DOV_ORGANISATION_KIND_STATE);
  dov_set (DOV_ORGANISATION (police), sector, DOV_ORGANISATION_SECTOR_POLICE);
  dov_store_save (fixture->store, police, &error);
  g_assert_no_error (error);

  return dov_record_get_id (police);
}

/* Passed on by a notice: only to whom is chosen; the signal says it then, and asks for the answer. */
static void
test_pass_on (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  gint64 id = add_signal (fixture, "1", 0, DOV_SIGNAL_URGENCY_IMMEDIATE);
  gint64 police = add_police (fixture);
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  g_autoptr (DovSignal) passed = NULL;
  DovOutgoingNotice *notice;

  dov_go_record (window, DOV_TYPE_SIGNAL, id);
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_says (GTK_WIDGET (window), _("First call 112: danger to life and health")));
  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "F4"));
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_is_form_of (dov_window_get_page (window), DOV_TYPE_OUTGOING_NOTICE));
  notice = DOV_OUTGOING_NOTICE (dov_form_get_draft (form_of (window)));
  g_assert_cmpint (notice->signal_id, ==, id);
  g_assert_cmpstr (notice->text, ==, "Вторую неделю не приходит в школу");
  dov_set (notice, to_id, police);
  g_assert_true (dov_form_save (form_of (window)));
  WAIT_FOR (dov_ui_test_is_of (dov_window_get_page (window), DOV_TYPE_SIGNAL));
  dov_ui_test_settle ();
  passed = find_signal (fixture, id);
  g_assert_cmpint (passed->forwarded_to_id, ==, police);
  g_assert_nonnull (passed->forwarded_at);
  g_assert_true (dov_ui_test_says (GTK_WIDGET (window), _("Passed on, no answer yet")));
  g_assert_false (dov_ui_test_says (GTK_WIDGET (window), _("First call 112: danger to life and health")));
  dov_ui_test_close (GTK_WINDOW (window));
}

/* An incoming paper is answered to whom it came from, and is done by that. */
static void
test_answer (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  g_autoptr (DovRecord) record = dov_record_new (DOV_TYPE_INCOMING_PAPER, 0);
  DovIncomingPaper *paper = DOV_INCOMING_PAPER (record);
  gint64 police = add_police (fixture);
  GDate day = dov_today ();
  DovWindow *window;
  DovOutgoingNotice *notice;
  g_autoptr (GError) error = NULL;
  g_autoptr (DovIncomingPaper) done = NULL;

  g_date_subtract_days (&day, 10);
  dov_set (paper, no, "7");
  dov_set (paper, date, &day);
  dov_set (paper, lounge_id, fixture->lounge);
  dov_set (paper, from_id, police);
  dov_set (paper, kind, DOV_INCOMING_KIND_REQUEST);
  dov_set (paper, gist, "Характеристика семьи");
  g_date_add_days (&day, 8);
  dov_set (paper, due_on, &day);
  dov_store_save (fixture->store, record, &error);
  g_assert_no_error (error);

  window = dov_ui_fixture_open_window (fixture);
  dov_go_list (window, DOV_TYPE_INCOMING_PAPER);
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_says (GTK_WIDGET (dov_window_get_page (window)), "просрочено 2 дня"));
  dov_go_record (window, DOV_TYPE_INCOMING_PAPER, dov_record_get_id (record));
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_says (GTK_WIDGET (window), _("The term of this paper is over")));
  dov_ui_test_picture (GTK_WIDGET (window), "incoming");
  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "F2"));
  dov_ui_test_settle ();
  notice = DOV_OUTGOING_NOTICE (dov_form_get_draft (form_of (window)));
  g_assert_cmpint (notice->to_id, ==, police);
  g_assert_cmpint (notice->kind, ==, DOV_OUTGOING_NOTICE_KIND_ANSWER);
  dov_set (notice, text, "Характеристика приложена");
  g_assert_true (dov_form_save (form_of (window)));
  WAIT_FOR (dov_ui_test_is_of (dov_window_get_page (window), DOV_TYPE_INCOMING_PAPER));
  dov_ui_test_settle ();
  done = dov_store_look_up (fixture->store, DOV_TYPE_INCOMING_PAPER, dov_record_get_id (record));
  g_assert_nonnull (done->done_on);
  g_assert_true (dov_ui_test_says (GTK_WIDGET (window), "исполнено 17.03.2027"));
  dov_ui_test_close (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add_func ("/signal/list", test_list);
  g_test_add_func ("/signal/taking", test_taking);
  g_test_add_func ("/signal/take-up", test_take_up);
  g_test_add_func ("/signal/take-up-new", test_take_up_new);
  g_test_add_func ("/signal/refute", test_refute);
  g_test_add_func ("/signal/pass-on", test_pass_on);
  g_test_add_func ("/incoming/answer", test_answer);

  return g_test_run ();
}
