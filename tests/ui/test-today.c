/* test-today.c - «Сегодня»: what is on, what is not marked, figures that open, drafts, copies */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-go.h"
#include "dov-today-page.h"

#include <glib/gi18n.h>

#include "dov-bar-chart.h"
#include "dov-event.h"
#include "dov-family.h"
#include "dov-figure.h"
#include "dov-figures.h"
#include "dov-file-chooser.h"
#include "dov-fold-columns.h"
#include "dov-keeper.h"
#include "dov-person.h"
#include "dov-notice.h"
#include "dov-signal.h"
#include "dov-task.h"
#include "dov-ui-fixture.h"
#include "dov-ui-test.h"
#include "dov-window.h"

static DovWindow *
open_window (DovUiFixture *fixture)
{
  DovWindow *window = dov_window_new (NULL);

  dov_window_set_store (window, fixture->store);
  dov_ui_test_show (GTK_WIDGET (window));

  return window;
}

static void
mark_held (DovUiFixture *fixture,
           gint64        id)
{
  g_autoptr (DovRecord) event = dov_store_find (fixture->store, DOV_TYPE_EVENT, id, NULL);
  g_autoptr (DovRecord) draft = dov_record_dup (event);
  g_autoptr (GError) error = NULL;

  dov_set (DOV_EVENT (draft), status, DOV_EVENT_STATUS_HELD);
  dov_store_save (fixture->store, draft, &error);
  g_assert_no_error (error);
}

/* A figure is the sum over the very records that it opens. */
static void
test_figures (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  static const struct
  {
    DovFigureKind kind;
    gint64        value;
    guint         n_records;
  } cases[] = {
    { DOV_FIGURE_EVENTS, 1, 1 },     { DOV_FIGURE_VISITS, 13, 1 },  { DOV_FIGURE_NAMED, 3, 1 },
    /* As the reports have it: who is watched after support is not taken off. */
    { DOV_FIGURE_FAMILIES, 5, 5 },   { DOV_FIGURE_CHILDREN, 15, 15 }, { DOV_FIGURE_UNCOUNTED, 2, 2 },
  };
  GDate first;
  GDate last;

  g_date_set_dmy (&first, 1, G_DATE_MARCH, 2027);
  g_date_set_dmy (&last, 31, G_DATE_MARCH, 2027);
  mark_held (fixture, fixture->held);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) ids = NULL;

      g_assert_cmpint (dov_figures_count (fixture->store, cases[i].kind, 0, &first, &last, &ids), ==, cases[i].value);
      g_assert_cmpuint (ids->len, ==, cases[i].n_records);
      for (guint r = 0; r < ids->len; r++)
        {
          g_autoptr (DovRecord) record = dov_store_find (fixture->store, dov_figures_get_type (cases[i].kind),
                                                         g_array_index (ids, gint64, r), NULL);

          g_assert_nonnull (record);
        }
      g_assert_cmpint (dov_figures_count (fixture->store, cases[i].kind, fixture->lounge, &first, &last, NULL), ==,
                       cases[i].value);
      g_assert_cmpint (dov_figures_count (fixture->store, cases[i].kind, 5, &first, &last, NULL), ==, 0);
    }
}

/* Past events that nobody marked stand on top, with how long ago it was. */
static void
test_sections (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = open_window (fixture);
  GtkWidget *page = GTK_WIDGET (dov_window_get_page (window));

  g_assert_true (DOV_IS_TODAY_PAGE (page));
  g_assert_true (dov_ui_test_says (page, "17"));
  g_assert_true (dov_ui_test_says (page, _("Past, but not marked held")));
  g_assert_true (dov_ui_test_says (page, "Турнир по шашкам"));
  g_assert_true (dov_ui_test_says (page, _("In the next seven days")));
  g_assert_true (dov_ui_test_says (page, "Весенний концерт «Капель»"));
  /* As many wait as the sidebar says: the past one, the workshop of February and the one that was not marked. */
  g_assert_nonnull (dov_ui_test_find (dov_ui_test_find_name (GTK_WIDGET (window), "today"), GTK_TYPE_LABEL, "3"));
  dov_ui_test_picture (GTK_WIDGET (window), "today-overdue");

  mark_held (fixture, fixture->held);
  WAIT_FOR (dov_ui_test_find (page, DOV_TYPE_FIGURE, "13") != NULL);
  dov_ui_test_click (dov_ui_test_find (page, DOV_TYPE_FIGURE, "13"));
  g_assert_true (dov_window_get_page (window) != DOV_PAGE (page));
  dov_ui_test_press_accel (GTK_WIDGET (window), "Escape");

  dov_ui_test_click (dov_ui_test_find (dov_ui_test_find (page, ADW_TYPE_ACTION_ROW, "Турнир по шашкам"), GTK_TYPE_BUTTON,
                                       _("Mark the event")));
  dov_ui_test_settle ();
  g_assert_true (dov_window_get_page (window) != DOV_PAGE (page));
  g_assert_cmpstr (dov_page_get_title (dov_window_get_page (window)), ==, "Турнир по шашкам");
  dov_go_back (window);
  dov_ui_test_settle ();

  dov_ui_test_click (dov_ui_test_find (page, ADW_TYPE_ACTION_ROW, "Турнир по шашкам"));
  g_signal_emit_by_name (dov_ui_test_find (page, ADW_TYPE_ACTION_ROW, "Турнир по шашкам"), "activated");
  dov_ui_test_settle ();
  g_assert_true (dov_window_get_page (window) != DOV_PAGE (page));
  dov_ui_test_close (GTK_WINDOW (window));
}

/* A task is done or put off where it stands, with its undo; danger stands above everything and opens its signal. */
static void
test_cases (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  g_autoptr (DovRecord) task = dov_record_new (DOV_TYPE_TASK, 0), signal = dov_record_new (DOV_TYPE_SIGNAL, 0);
  g_autoptr (GDateTime) now = dov_clock_dup_now ();
  GDate today = dov_today ();
  DovWindow *window;
  GtkWidget *page;
  GtkWidget *row;

  dov_set (DOV_TASK (task), title, "Позвонить в школу");
  dov_set (DOV_TASK (task), lounge_id, fixture->lounge);
  dov_set (DOV_TASK (task), due_on, &today);
  dov_set (DOV_SIGNAL (signal), no, "31");
  dov_set (DOV_SIGNAL (signal), lounge_id, fixture->lounge);
  dov_set (DOV_SIGNAL (signal), received_at, now);
  dov_set (DOV_SIGNAL (signal), source, DOV_SIGNAL_SOURCE_PATROL);
  dov_set (DOV_SIGNAL (signal), subject_text, "ребёнок на льду");
  dov_set (DOV_SIGNAL (signal), summary, "Один на льду пруда");
  dov_set (DOV_SIGNAL (signal), urgency, DOV_SIGNAL_URGENCY_IMMEDIATE);
  g_assert_true (dov_store_save (fixture->store, task, NULL));
  g_assert_true (dov_store_save (fixture->store, signal, NULL));
  window = open_window (fixture);
  page = GTK_WIDGET (dov_window_get_page (window));

  row = dov_ui_test_find (page, ADW_TYPE_ACTION_ROW, "Позвонить в школу");
  g_assert_nonnull (row);
  dov_ui_test_click (dov_ui_test_find (row, GTK_TYPE_BUTTON, C_("button", "Put off")));
  WAIT_FOR (dov_ui_test_find (page, ADW_TYPE_ACTION_ROW, "Позвонить в школу") == NULL);
  dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>z");
  WAIT_FOR (dov_ui_test_find (page, ADW_TYPE_ACTION_ROW, "Позвонить в школу") != NULL);
  row = dov_ui_test_find (page, ADW_TYPE_ACTION_ROW, "Позвонить в школу");
  dov_ui_test_click (dov_ui_test_find (row, GTK_TYPE_BUTTON, C_("button", "Done")));
  WAIT_FOR (dov_ui_test_find (page, ADW_TYPE_ACTION_ROW, "Позвонить в школу") == NULL);

  g_assert_nonnull (dov_ui_test_find (dov_ui_test_find_name (GTK_WIDGET (window), "signals"), GTK_TYPE_LABEL, "1"));
  dov_ui_test_click (dov_ui_test_find (dov_ui_test_find (page, DOV_TYPE_NOTICE, NULL), GTK_TYPE_BUTTON,
                                       C_("button", "Open")));
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_is_of (dov_window_get_page (window), DOV_TYPE_SIGNAL));
  dov_ui_test_press_accel (GTK_WIDGET (window), "Escape");

  /* With a visitor near nothing of it is seen. */
  dov_ui_test_press_accel (GTK_WIDGET (window), "F9");
  dov_ui_test_settle ();
  g_assert_false (dov_ui_test_says (GTK_WIDGET (window), "ребёнок на льду"));
  dov_ui_test_press_accel (GTK_WIDGET (window), "F9");
  dov_ui_test_close (GTK_WINDOW (window));
}

/* Left open over midnight it tells of the new day, without a key. */
static void
test_midnight (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = open_window (fixture);
  GtkWidget *page = GTK_WIDGET (dov_window_get_page (window));
  g_autoptr (GDateTime) now = dov_clock_dup_now ();
  g_autoptr (GDateTime) later = g_date_time_add_days (now, 1);
  GSource *looks;

  dov_ui_test_settle ();
  g_assert_false (dov_ui_test_says (page, "Четверг, 18 марта"));
  dov_clock_set (later);
  looks = g_main_context_find_source_by_user_data (NULL, page);
  g_assert_nonnull (looks);
  g_source_set_ready_time (looks, 0);
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_says (page, "Четверг, 18 марта"));
  dov_clock_set (now);
  dov_ui_test_close (GTK_WINDOW (window));
}

/* A form that was begun is offered again, and can be put away. */
static void
test_drafts (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_PERSON, 0);
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GDateTime) begun = dov_clock_dup_now ();
  g_autoptr (GDateTime) later = g_date_time_add_minutes (begun, 25);
  g_autoptr (GError) error = NULL;
  gint64 number = 0;
  DovWindow *window;
  GtkWidget *page;
  GtkWidget *row;
  GtkWidget *button;

  dov_set (DOV_PERSON (draft), last_name, "Ожегова");
  dov_store_keep_draft (fixture->store, draft, "Новый человек: Ожегова", &number, &error);
  g_assert_no_error (error);

  window = open_window (fixture);
  page = GTK_WIDGET (dov_window_get_page (window));
  row = dov_ui_test_find (page, ADW_TYPE_ACTION_ROW, "Новый человек: Ожегова");
  g_assert_nonnull (row);
  /* What it is, and since when it waits. */
  dov_clock_set (later);
  dov_store_keep_draft (fixture->store, draft, "Новый человек: Ожегова", &number, &error);
  g_assert_no_error (error);
  g_assert_true (dov_ui_test_says (row, "Человек"));
  drafts = dov_store_list_drafts (fixture->store, NULL);
  g_assert_cmpint (g_date_time_get_minute (((DovDraft *) drafts->pdata[0])->at), ==, g_date_time_get_minute (begun));
  g_clear_pointer (&drafts, g_ptr_array_unref);
  dov_ui_test_picture (GTK_WIDGET (window), "today-drafts");
  g_signal_emit_by_name (row, "activated");
  dov_ui_test_settle ();
  g_assert_true (dov_window_get_page (window) != DOV_PAGE (page));
  g_assert_true (dov_ui_test_says (GTK_WIDGET (dov_window_get_page (window)), "Ожегова"));

  dov_window_show_section (window, "today");
  g_assert_true (dov_ui_test_says (page, "Ожегова"));
  button = dov_ui_test_find_tip (page, _("Not needed any more"));
  dov_ui_test_click (button);
  g_assert_false (dov_ui_test_says (page, "Ожегова"));
  drafts = dov_store_list_drafts (fixture->store, NULL);
  g_assert_cmpuint (drafts->len, ==, 0);
  dov_ui_test_close (GTK_WINDOW (window));
}

static char *
answer_cb (const DovFileWish *wish,
           gpointer           folder)
{
  g_assert_cmpint (wish->action, ==, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER);

  return g_strdup (folder);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    count++;

  return count;
}

static void
daily_asked_cb (GObject      *keeper,
                GAsyncResult *result,
                gpointer      answer)
{
  *(int *) answer = dov_keeper_ask_daily_finish (DOV_KEEPER (keeper), result);
}

static gboolean
is_daily_due (DovKeeper *keeper)
{
  int answer = -1;

  dov_keeper_ask_daily (keeper, daily_asked_cb, &answer);
  WAIT_FOR (answer >= 0);

  return answer;
}

/* A copy is made by one button, and one on a flash drive by another. */
static void
test_copies (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = open_window (fixture);
  GtkWidget *page = GTK_WIDGET (dov_window_get_page (window));
  DovKeeper *keeper = dov_keeper_of (fixture->store);
  g_autofree char *stick = dov_ui_test_dup_folder ();

  g_assert_true (dov_ui_test_says (page, _("There is no copy yet")));
  g_assert_true (is_daily_due (keeper));
  dov_ui_test_click (dov_ui_test_find (page, GTK_TYPE_BUTTON, _("Make a copy")));
  WAIT_FOR (!dov_keeper_is_busy (keeper));
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_says (page, _("in order")));
  g_assert_nonnull (dov_keeper_get_last (keeper));
  g_assert_false (is_daily_due (keeper));

  dov_file_chooser_answer (answer_cb, stick);
  dov_ui_test_click (dov_ui_test_find (page, GTK_TYPE_BUTTON, _("To a flash drive…")));
  WAIT_FOR (!dov_keeper_is_busy (keeper));
  dov_ui_test_settle ();
  g_assert_cmpuint (count_files (stick), ==, 1);
  dov_file_chooser_answer (NULL, NULL);
  dov_ui_test_close (GTK_WINDOW (window));
}

/* Below 1150 pixels, or with large text, the columns stand one under the other. */
static void
test_fold (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = open_window (fixture);
  DovFoldColumns *columns;

  dov_ui_test_resize (GTK_WINDOW (window), 1366, 768);
  columns = DOV_FOLD_COLUMNS (dov_ui_test_find (GTK_WIDGET (window), DOV_TYPE_FOLD_COLUMNS, NULL));
  g_assert_false (dov_fold_columns_is_folded (columns));
  dov_ui_test_resize (GTK_WINDOW (window), 1024, 600);
  g_assert_true (dov_fold_columns_is_folded (columns));
  dov_ui_test_resize (GTK_WINDOW (window), 1366, 768);
  g_assert_false (dov_fold_columns_is_folded (columns));
  dov_ui_test_set_text_size (150);
  g_assert_true (dov_fold_columns_is_folded (columns));
  dov_ui_test_set_text_size (100);
  dov_ui_test_close (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add_func ("/today/cases", test_cases);
  g_test_add_func ("/today/midnight", test_midnight);
  g_test_add_func ("/today/figures", test_figures);
  g_test_add_func ("/today/sections", test_sections);
  g_test_add_func ("/today/drafts", test_drafts);
  g_test_add_func ("/today/copies", test_copies);
  g_test_add_func ("/today/fold", test_fold);

  return g_test_run ();
}
