/* test-sign-in.c - a sheet of forty rows and ten empty ones, entered back by keyboard alone */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "dov-attendance.h"
#include "dov-event-page.h"
#include "dov-event.h"
#include "dov-go.h"
#include "dov-sign-in-page.h"
#include "dov-ui-fixture.h"
#include "dov-ui-keys.h"
#include "dov-ui-test.h"
#include "dov-walk-in.h"
#include "dov-window.h"

#define N_NAMED 40
#define N_EMPTY 10

static gint64
count (DovUiFixture *fixture,
       gint64        event,
       const char   *condition)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM attendance WHERE event_id = %" G_GINT64_FORMAT
                                          " AND removed IS NULL AND %s", event, condition);
  gint64 n = dov_database_count (dov_store_get_database (fixture->store), sql, &error);

  g_assert_no_error (error);

  return n;
}

static void
put_down (DovUiFixture *fixture,
          gint64        event,
          guint         i)
{
  static const char *const lasts[] = { "Абатуров", "Вершинин", "Голубев", "Жуйков", "Зубарев" };
  g_autofree char *last = g_strconcat (lasts[i % 5], i / 5 % 2 ? "ский" : "", NULL);
  static const char *const firsts[] = { "Артём", "Богдан", "Виктор", "Глеб" };
  gint64 person = dov_ui_fixture_add_person (fixture, last, firsts[i / 10], "", 1950 + (int) i);
  g_autoptr (DovRecord) mark = dov_record_new (DOV_TYPE_ATTENDANCE, 0);
  g_autoptr (GError) error = NULL;

  dov_record_set_number (mark, "event_id", event);
  dov_record_set_number (mark, "person_id", person);
  dov_record_set_int (mark, "status", DOV_ATTENDANCE_STATUS_REGISTERED);
  dov_store_accept_all (fixture->store, NULL);
  dov_store_save (fixture->store, mark, &error);
  g_assert_no_error (error);
}

static void
press (DovWindow  *window,
       const char *key)
{
  dov_ui_test_press_accel (GTK_WIDGET (window), key);
}

static void
type (DovWindow  *window,
      const char *text)
{
  dov_ui_keys_write (GTK_WIDGET (window), text);
  press (window, "Return");
}

static gboolean
says (DovWindow  *window,
      const char *words)
{
  return dov_ui_test_says (GTK_WIDGET (dov_window_get_page (window)), words);
}

static void
test_sheet (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  gint64 event = dov_ui_fixture_add_event (fixture, "Семейный кинозал", "2027-03-16T18:00", "film", "planned");
  DovWindow *window = dov_window_new (NULL);

  for (guint i = 0; i < N_NAMED; i++)
    put_down (fixture, event, i);
  dov_window_set_store (window, fixture->store);
  dov_ui_test_show (GTK_WIDGET (window));
  dov_ui_test_resize (GTK_WINDOW (window), 1366, 768);
  dov_go_record (window, DOV_TYPE_EVENT, event);
  gtk_widget_activate_action (GTK_WIDGET (dov_window_get_page (window)), "event.sheet", NULL);
  dov_ui_test_settle ();
  g_assert_true (DOV_IS_SIGN_IN_PAGE (dov_window_get_page (window)));
  dov_ui_test_picture (GTK_WIDGET (window), "sign-in-empty");

  /* As they are called out by somebody who turns the page. */
  type (window, "1-12 14");
  g_assert_true (says (window, "отмечено 13 + без имени 0 = 13"));
  type (window, "15,16,17, 20-31");
  g_assert_true (says (window, "отмечено 28 + без имени 0 = 28"));
  type (window, "33 58 35-40");
  g_assert_true (says (window, "Строки 58 на листе нет, последняя — 40."));
  g_assert_true (says (window, "отмечено 35 + без имени 0 = 35"));
  dov_ui_test_picture (GTK_WIDGET (window), "sign-in-wrong");
  type (window, "32");
  type (window, "1-5");
  g_assert_true (says (window, "Эти строки уже отмечены, ничего не изменилось."));
  type (window, "13 12");
  g_assert_true (says (window, "Новых: 1. Уже были отмечены: 1."));
  type (window, "18 19 34");
  g_assert_cmpint (count (fixture, event, "status = 'checked_in'"), ==, N_NAMED);

  press (window, "F2");
  for (guint i = 0; i < N_EMPTY; i++)
    {
      g_autofree char *name = g_strdup_printf ("Новиков%s %s", (const char *const[]) { "", "ский" }[i % 2],
                                               (const char *const[]) { "Олег", "Пётр", "Роман", "Савва", "Тарас" }[i / 2]);
      g_autofree char *age = g_strdup_printf ("%u", 5 + i * 6);
      g_autofree char *next = g_strdup_printf ("Пустая строка +%u", i + 1);

      g_assert_true (says (window, next));
      dov_ui_keys_write (GTK_WIDGET (window), name);
      press (window, "Tab");
      type (window, age);
    }
  g_assert_true (says (window, "отмечено 50 + без имени 0 = 50"));
  dov_ui_test_picture (GTK_WIDGET (window), "sign-in-done");
  g_assert_cmpint (count (fixture, event, "status IN ('checked_in', 'walk_in')"), ==, N_NAMED + N_EMPTY);
  g_assert_cmpint (count (fixture, event, "check_in_at IS NOT NULL"), ==, 0);

  /* Whoever is known already is not made again. */
  dov_ui_keys_write (GTK_WIDGET (window), "Новиков Олег");
  press (window, "Tab");
  type (window, "5");
  g_assert_true (says (window, "Возможно, уже есть"));
  dov_ui_test_set_text_size (150);
  dov_ui_test_picture (GTK_WIDGET (window), "sign-in-150");
  dov_ui_test_set_text_size (100);
  dov_ui_test_set_dark (TRUE);
  dov_ui_test_picture (GTK_WIDGET (window), "sign-in-dark");
  dov_ui_test_set_dark (FALSE);
  g_assert_cmpint (count (fixture, event, "1"), ==, N_NAMED + N_EMPTY);
  dov_ui_test_close (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add_func ("/sign-in/forty-and-ten", test_sheet);

  return g_test_run ();
}
