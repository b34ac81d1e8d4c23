/* test-event-parts.c - film and talk, helpers, partners, places, copying and the report of an event, by keyboard */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event-page.h"

#include "dov-attendance.h"
#include "dov-event-count.h"
#include "dov-event-headcount.h"
#include "dov-event-reporting.h"
#include "dov-event.h"
#include "dov-film-screening.h"
#include "dov-go.h"
#include "dov-note-row.h"
#include "dov-roll.h"
#include "dov-section-box.h"
#include "dov-record-page.h"
#include "dov-text-row.h"
#include "dov-ui-fixture.h"
#include "dov-ui-keys.h"
#include "dov-ui-test.h"
#include "dov-window.h"

#include <glib/gi18n.h>
#include <string.h>

static DovUiFixture *club;
static DovWindow *window;

static void
set_up (void)
{
  club = dov_ui_fixture_new ();
  window = dov_window_new (NULL);
  dov_window_set_store (window, club->store);
  dov_ui_test_show (GTK_WIDGET (window));
  dov_ui_test_resize (GTK_WINDOW (window), 1366, 768);
  dov_window_show_section (window, "events");
}

static void
tear_down (void)
{
  dov_ui_test_close (GTK_WINDOW (window));
  g_clear_pointer (&club, dov_ui_fixture_free);
}

static DovPage *
get_page (void)
{
  dov_ui_test_settle ();

  return dov_window_get_page (window);
}

static gint64
count (const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 n = dov_database_count (dov_store_get_database (club->store), sql, &error);

  g_assert_no_error (error);

  return n;
}

static gboolean
says (const char *words)
{
  return dov_ui_test_says (GTK_WIDGET (get_page ()), words);
}

static void
change (gint64      event,
        const char *field,
        const char *text)
{
  g_autoptr (DovRecord) stored = dov_store_find (club->store, DOV_TYPE_EVENT, event, NULL);
  g_autoptr (DovRecord) draft = dov_record_dup (stored);
  g_autoptr (GError) error = NULL;

  dov_record_set_text (draft, dov_record_class_find_field (DOV_RECORD_GET_CLASS (draft), field), text, &error);
  g_assert_no_error (error);
  dov_store_save (club->store, draft, &error);
  g_assert_no_error (error);
}

static void
press (const char *accelerator)
{
  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), accelerator));
  dov_ui_test_settle ();
}

/* The film is written down with what is known of it, by keyboard; then the talk. */
static void
test_film (void)
{
  set_up ();
  dov_go_record (window, DOV_TYPE_EVENT, club->held);
  dov_ui_test_click (dov_ui_test_find (GTK_WIDGET (get_page ()), GTK_TYPE_BUTTON, _("Write down the film…")));
  g_assert_true (DOV_IS_RECORD_PAGE (get_page ()));
  dov_ui_keys_fill (GTK_WIDGET (window), ADW_TYPE_PREFERENCES_ROW, _("Length, minutes"), "92");
  dov_ui_keys_fill (GTK_WIDGET (window), ADW_TYPE_PREFERENCES_ROW, _("Topics of the discussion"), "Почему герой не ушёл");
  dov_ui_test_picture (GTK_WIDGET (window), "film-form");
  press ("<Control>s");
  g_assert_true (DOV_IS_EVENT_PAGE (get_page ()));
  g_assert_cmpint (count ("SELECT count(*) FROM film_screening WHERE film_title = 'Зимовье у тихой реки' AND duration = 92"
                          " AND age_mark = '6+' AND discussion_topics = 'Почему герой не ушёл'"), ==, 1);
  g_assert_true (says ("Почему герой не ушёл"));
  dov_ui_test_picture (GTK_WIDGET (window), "event-film");
  tear_down ();
}

static void
test_helper_and_partner (void)
{
  set_up ();
  dov_go_record (window, DOV_TYPE_EVENT, club->coming);
  dov_ui_test_click (dov_ui_test_find (dov_ui_test_find (GTK_WIDGET (get_page ()), DOV_TYPE_SECTION_BOX, _("Helpers")),
                                       GTK_TYPE_BUTTON, _("Add…")));
  dov_ui_keys_fill (GTK_WIDGET (window), ADW_TYPE_PREFERENCES_ROW, _("Who helps"), "бузмакова");
  press ("Return");
  dov_ui_keys_fill (GTK_WIDGET (window), ADW_TYPE_PREFERENCES_ROW, _("What they do"), "встречает гостей");
  press ("<Control>s");
  g_assert_true (DOV_IS_EVENT_PAGE (get_page ()));
  g_assert_cmpint (count ("SELECT count(*) FROM event_helper h JOIN person p ON p.id = h.person_id"
                          " WHERE p.last_name = 'Бузмакова' AND h.role = 'volunteer' AND h.duty = 'встречает гостей'"), ==, 1);
  g_assert_true (says ("встречает гостей"));

  dov_ui_test_click (dov_ui_test_find (dov_ui_test_find (GTK_WIDGET (get_page ()), DOV_TYPE_SECTION_BOX, _("Partners")),
                                       GTK_TYPE_BUTTON, _("Add…")));
  dov_ui_keys_fill (GTK_WIDGET (window), ADW_TYPE_PREFERENCES_ROW, _("Partner"), "слудский");
  press ("Return");
  dov_ui_keys_fill (GTK_WIDGET (window), ADW_TYPE_PREFERENCES_ROW, _("Contribution"), "звук и свет");
  press ("<Control>s");
  g_assert_cmpint (count ("SELECT count(*) FROM event_partner WHERE contribution = 'звук и свет'"), ==, 1);
  tear_down ();
}

static void
mark (gint64      event,
      const char *last,
      const char *first)
{
  g_autoptr (DovRecord) record = dov_store_find (club->store, DOV_TYPE_EVENT, event, NULL);
  g_autoptr (DovRecord) person =
    dov_store_find (club->store, DOV_TYPE_PERSON, dov_ui_fixture_add_person (club, last, first, "", 2012), NULL);
  g_autoptr (GError) error = NULL;

  dov_roll_mark (club->store, DOV_EVENT (record), DOV_PERSON (person), &error);
  g_assert_no_error (error);
}

/* Two places and three people: the third waits, and gets the place that one gives up. */
static void
test_places (void)
{
  set_up ();
  change (club->coming, "seat_limit", "2");
  mark (club->coming, "Агеева", "Анна");
  mark (club->coming, "Быкова", "Вера");
  mark (club->coming, "Волкова", "Зоя");
  g_assert_cmpint (count ("SELECT count(*) FROM attendance WHERE status = 'waiting'"), ==, 1);
  dov_go_record (window, DOV_TYPE_EVENT, club->coming);
  {
    g_autofree char *words = g_strdup_printf (_("places: %1$d, taken: %2$d, waiting: %3$d"), 2, 2, 1);

    g_assert_true (says (words));
  }
  dov_ui_test_picture (GTK_WIDGET (window), "event-places");
  dov_ui_test_click (dov_ui_test_find (GTK_WIDGET (get_page ()), GTK_TYPE_BUTTON, C_("a mark", "Will not come")));
  dov_ui_test_settle ();
  g_assert_cmpint (count ("SELECT count(*) FROM attendance a JOIN person p ON p.id = a.person_id"
                          " WHERE p.last_name = 'Волкова' AND a.status = 'registered'"), ==, 1);
  {
    g_autofree char *words = g_strdup_printf (_("A place was free and went to: %s"), "Волкова Зоя");

    g_assert_true (says (words));
  }
  dov_ui_test_picture (GTK_WIDGET (window), "event-passed");
  tear_down ();
}

static void
test_copy (void)
{
  gint64 before;

  set_up ();
  before = count ("SELECT count(*) FROM event WHERE removed IS NULL");
  dov_go_record (window, DOV_TYPE_EVENT, club->held);
  gtk_widget_activate_action (GTK_WIDGET (get_page ()), "event.copy", NULL);
  g_assert_true (DOV_IS_RECORD_PAGE (get_page ()));
  g_assert_true (says ("17.03.2027 18:00"));
  press ("<Control>s");
  g_assert_cmpint (count ("SELECT count(*) FROM event WHERE removed IS NULL"), ==, before + 1);
  g_assert_cmpint (count ("SELECT count(*) FROM event WHERE starts_at = '2027-03-17T18:00' AND status = 'planned'"
                          " AND title LIKE 'Семейный кинозал%'"), ==, 1);
  tear_down ();
}

/* The report: figures in view, the measure follows what is typed, saved by keyboard. */
static void
test_report (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *short_measure = dov_event_report_dup_measure ("Показали фильм.");
  g_autofree char *expected = g_strdup_printf (ngettext ("%d letter more to 300", "%d letters more to 300", 285), 285);
  GtkWidget *row;

  g_assert_cmpstr (short_measure, ==, expected);
  set_up ();
  change (club->held, "status", "held");
  dov_go_record (window, DOV_TYPE_EVENT, club->held);
  g_assert_true (says (_("The report of this event is not written yet")));
  dov_ui_test_picture (GTK_WIDGET (window), "event-wants-report");
  dov_ui_test_click (dov_ui_test_find (GTK_WIDGET (get_page ()), GTK_TYPE_BUTTON, _("Report of the event")));
  g_assert_true (DOV_IS_RECORD_PAGE (get_page ()));
  g_assert_true (says (_("came in all")));
  g_assert_cmpstr (dov_page_get_section (get_page ()), ==, "events");
  dov_ui_test_picture (GTK_WIDGET (window), "report-empty");
  press ("<Control>s");                  /* nothing is saved without a description */
  g_assert_true (DOV_IS_RECORD_PAGE (get_page ()));
  while (g_utf8_strlen (text->str, -1) < 320)
    g_string_append (text, "Смотрели всей семьёй и говорили о героях. ");
  row = dov_ui_test_find (GTK_WIDGET (get_page ()), DOV_TYPE_NOTE_ROW, _("Short description"));
  g_assert_nonnull (row);
  dov_ui_keys_go_to (GTK_WIDGET (window), DOV_TYPE_NOTE_ROW, _("Short description"));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (dov_ui_test_get_focus (GTK_WIDGET (window)))),
                            text->str, -1);
  dov_ui_test_settle ();
  dov_ui_test_picture (GTK_WIDGET (window), "report");
  press ("<Control>s");
  g_assert_true (DOV_IS_EVENT_PAGE (get_page ()));
  g_assert_cmpint (count ("SELECT count(*) FROM event_report WHERE length(description) >= 300"
                          " AND signed_on = '2027-03-17'"), ==, 1);
  g_assert_false (says (_("The report of this event is not written yet")));
  g_assert_nonnull (dov_ui_test_find (GTK_WIDGET (get_page ()), GTK_TYPE_BUTTON, _("Report")));
  dov_ui_test_set_dark (TRUE);
  dov_ui_test_picture (GTK_WIDGET (window), "event-held-dark");
  dov_ui_test_set_dark (FALSE);
  dov_ui_test_set_text_size (150);
  dov_ui_test_picture (GTK_WIDGET (window), "event-held-150");
  dov_ui_test_set_text_size (100);
  tear_down ();
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add_func ("/event-parts/film", test_film);
  g_test_add_func ("/event-parts/helper-and-partner", test_helper_and_partner);
  g_test_add_func ("/event-parts/places", test_places);
  g_test_add_func ("/event-parts/copy", test_copy);
  g_test_add_func ("/event-parts/report", test_report);

  return g_test_run ();
}
