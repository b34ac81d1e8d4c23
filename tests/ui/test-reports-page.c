/* test-reports-page.c - documents by keyboard: chosen, a period, the records behind, saved, stopped, named */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-reports-page.h"

#include "dov-config.h"
#include "dov-event.h"
#include "dov-headcount.h"
#include "dov-notice.h"
#include "dov-paper-page.h"
#include "dov-period-bar.h"
#include "dov-record-search.h"
#include "dov-report-instance.h"
#include "dov-saving.h"
#include "dov-table-view.h"
#include "dov-ui-fixture.h"
#include "dov-ui-test.h"
#include "workbook-reading.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  DovUiFixture *club;
  GtkWidget    *page;
  GtkWindow    *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (DovRecord) held = NULL;
  g_autoptr (GError) error = NULL;

  fixture->club = dov_ui_fixture_new ();
  held = dov_store_find (fixture->club->store, DOV_TYPE_EVENT, fixture->club->held, &error);
  g_assert_no_error (error);
  {
    g_autoptr (DovEvent) draft = DOV_EVENT (dov_record_dup (held));

    dov_set (draft, status, DOV_EVENT_STATUS_HELD);
    dov_store_save (fixture->club->store, DOV_RECORD (draft), &error);
    g_assert_no_error (error);
  }
  dov_config_set_text ("folder", fixture->club->folder, NULL);
  fixture->page = GTK_WIDGET (dov_reports_page_new (fixture->club->store));
  fixture->window = dov_ui_test_show (fixture->page);
  dov_ui_test_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  dov_ui_test_close (fixture->window);
  dov_ui_fixture_free (fixture->club);
}

static GListModel *
get_rows (Fixture *fixture)
{
  GtkWidget *table = dov_ui_test_find (fixture->page, DOV_TYPE_TABLE_VIEW, NULL);

  return table != NULL ? dov_table_view_get_model (DOV_TABLE_VIEW (table)) : NULL;
}

static void
choose_march (Fixture *fixture)
{
  DovPeriodBar *bar = DOV_PERIOD_BAR (dov_ui_test_find (fixture->page, DOV_TYPE_PERIOD_BAR, NULL));
  GDate day;
  DovPeriod march;

  g_date_set_dmy (&day, 17, G_DATE_MARCH, 2027);
  march = dov_period_around (DOV_PERIOD_MONTH, &day);
  dov_period_bar_set (bar, &march);
  g_signal_emit_by_name (bar, "changed");
}

static void
test_preview (Fixture       *fixture,
              gconstpointer  data)
{
  dov_reports_page_choose (DOV_REPORTS_PAGE (fixture->page), "D-22");
  choose_march (fixture);
  WAIT_FOR (get_rows (fixture) != NULL && g_list_model_get_n_items (get_rows (fixture)) >= 2);
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_says (fixture->page, "Зимовье у тихой реки"));
  g_assert_cmpuint (dov_ui_test_count (fixture->page, DOV_TYPE_NOTICE), ==, 1);   /* the draughts of yesterday */
  g_assert_true (dov_ui_test_says (fixture->page, "Проведено:"));
  g_assert_true (dov_ui_test_says (fixture->page, "Присутствовало:"));
  dov_ui_test_picture (fixture->page, "reports");
  dov_ui_test_resize (fixture->window, 1024, 600);
  dov_ui_test_picture (fixture->page, "reports-small");
  dov_ui_test_resize (fixture->window, 1366, 768);
  dov_ui_test_set_text_size (150);
  dov_ui_test_picture (fixture->page, "reports-150");
  dov_ui_test_set_text_size (100);
  dov_ui_test_set_dark (TRUE);
  dov_ui_test_settle ();
  dov_ui_test_picture (fixture->page, "reports-dark");
  dov_ui_test_set_dark (FALSE);
}

static void
test_save (Fixture       *fixture,
           gconstpointer  data)
{
  DovSaving *saving = DOV_SAVING (dov_ui_test_find (fixture->page, DOV_TYPE_SAVING, NULL));
  g_autoptr (Reading) reading = NULL;
  char **sheets;
  g_autofree char *first = NULL;

  dov_reports_page_choose (DOV_REPORTS_PAGE (fixture->page), "D-22");
  choose_march (fixture);
  WAIT_FOR (get_rows (fixture) != NULL && g_list_model_get_n_items (get_rows (fixture)) >= 2);

  g_assert_true (dov_page_save (DOV_PAGE (fixture->page)));
  WAIT_FOR (dov_saving_get_state (saving) == DOV_SAVING_DONE);
  first = g_strdup (dov_saving_get_path (saving));
  g_assert_true (g_file_test (first, G_FILE_TEST_EXISTS));
  g_assert_nonnull (strstr (first, "Журнал мероприятий"));   /* not the document that was shown before it */
  dov_ui_test_settle ();
  dov_ui_test_picture (fixture->page, "reports-saved");
  reading = reading_new (first);
  sheets = reading_list_sheets (reading);
  g_assert_nonnull (reading_find (reading, sheets[0], "s Семейный кинозал: «Зимовье у тихой реки»"));
  g_assert_null (reading_find (reading, sheets[0], "s Турнир по шашкам"));   /* nobody is counted there */

  /* The same once more: asked, and the second name is free. */
  g_assert_true (dov_page_save (DOV_PAGE (fixture->page)));
  WAIT_FOR (dov_saving_get_state (saving) == DOV_SAVING_TAKEN);
  dov_ui_test_settle ();
  dov_ui_test_picture (fixture->page, "reports-taken");
  dov_ui_test_click (dov_ui_test_get_focus (fixture->page));
  WAIT_FOR (dov_saving_get_state (saving) == DOV_SAVING_DONE);
  g_assert_cmpstr (dov_saving_get_path (saving), !=, first);
  g_assert_true (g_str_has_suffix (dov_saving_get_path (saving), " (2).xlsx"));
}

static void
test_asked (Fixture       *fixture,
            gconstpointer  data)
{
  DovRecordSearch *search;
  GtkWidget *entry;

  dov_reports_page_choose (DOV_REPORTS_PAGE (fixture->page), "D-23");
  dov_ui_test_settle ();
  search = DOV_RECORD_SEARCH (dov_ui_test_find (fixture->page, DOV_TYPE_RECORD_SEARCH, NULL));
  g_assert_nonnull (search);
  dov_ui_test_picture (fixture->page, "reports-asked");
  entry = dov_ui_test_find (GTK_WIDGET (search), GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "капель");
  g_signal_emit_by_name (entry, "search-changed");
  dov_ui_test_settle ();
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (dov_record_search_get (search), ==, fixture->club->coming);
}

/* The file of the document says what it is; once it was handed in, so does the paper itself. */
static void
expect_state (Fixture    *fixture,
              const char *state)
{
  DovSaving *saving = DOV_SAVING (dov_ui_test_find (fixture->page, DOV_TYPE_SAVING, NULL));
  g_autofree char *cell = g_strconcat ("s ", state, NULL);
  g_autofree char *on_paper = g_strdup_printf ("s (%s)", state);
  g_autoptr (Reading) reading = NULL;

  g_assert_true (dov_page_save (DOV_PAGE (fixture->page)));
  WAIT_FOR (dov_saving_get_state (saving) == DOV_SAVING_DONE);
  reading = reading_new (dov_saving_get_path (saving));
  g_assert_cmpint (reading_find (reading, reading_list_sheets (reading)[0], on_paper) != NULL, ==,
                   g_str_has_prefix (state, "сдан"));
  g_assert_nonnull (reading_find (reading, "О файле", cell));
  g_assert_cmpint (g_remove (dov_saving_get_path (saving)), ==, 0);
  dov_saving_close (saving);
}

/* What goes to the printer is the same paper. */
static void
expect_printed_state (Fixture    *fixture,
                      const char *state)
{
  DovPage *page = dov_paper_page_new (fixture->club->store, "D-22", 0);
  GtkWindow *window = dov_ui_test_show (GTK_WIDGET (page));
  DovPeriodBar *bar = DOV_PERIOD_BAR (dov_ui_test_find (GTK_WIDGET (page), DOV_TYPE_PERIOD_BAR, NULL));
  const char *printed = NULL;

  if (bar != NULL)
    {
      GDate day;
      DovPeriod march;

      g_date_set_dmy (&day, 17, G_DATE_MARCH, 2027);
      march = dov_period_around (DOV_PERIOD_MONTH, &day);
      dov_period_bar_set (bar, &march);
      g_signal_emit_by_name (bar, "changed");
    }
  WAIT_FOR (dov_paper_page_get_print (DOV_PAPER_PAGE (page)) != NULL);
  printed = dov_result_get_paper (dov_print_get_result (dov_paper_page_get_print (DOV_PAPER_PAGE (page))))->state;
  g_assert_cmpstr (printed, ==, state);
  dov_ui_test_close (window);
}

/* Handed in: told under the title and in the file, by period; then changed. */
static void
test_submit (Fixture       *fixture,
             gconstpointer  data)
{
  DovStore *store = fixture->club->store;
  g_autofree char *day = NULL;
  g_autofree char *as_sent = NULL;
  g_autofree char *as_changed = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *sent = NULL;
  g_autofree char *changed = NULL;
  g_autoptr (DovRecord) instance = NULL;
  g_autoptr (DovEventHeadcount) headcount = NULL;
  g_autoptr (DovEventHeadcount) draft = NULL;
  g_autoptr (GError) error = NULL;
  GDate today = dov_today ();

  day = dov_date_to_words (&today);
  shown = dov_date_to_shown (&today);
  sent = g_strconcat ("сдан ", shown, NULL);
  changed = g_strconcat (sent, ", изменён после сдачи", NULL);
  as_sent = g_strdup_printf (_("Handed in on %s"), day);
  as_changed = g_strdup_printf (_("Handed in on %s, changed since"), day);
  dov_reports_page_choose (DOV_REPORTS_PAGE (fixture->page), "D-22");
  choose_march (fixture);
  WAIT_FOR (get_rows (fixture) != NULL && g_list_model_get_n_items (get_rows (fixture)) >= 2);
  g_assert_false (dov_ui_test_says (fixture->page, as_sent));
  expect_state (fixture, "черновик");

  gtk_widget_activate_action (fixture->page, "reports.submit", NULL);
  WAIT_FOR (dov_ui_test_says (fixture->page, as_sent));
  instance = dov_store_find_first (store, DOV_TYPE_REPORT_INSTANCE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (DOV_REPORT_INSTANCE (instance)->code, ==, "D-22");
  g_assert_cmpint (DOV_REPORT_INSTANCE (instance)->status, ==, DOV_REPORT_STATUS_SENT);
  g_assert_nonnull (strstr (DOV_REPORT_INSTANCE (instance)->file, "2027-03.xlsx"));
  dov_ui_test_settle ();
  expect_state (fixture, sent);
  dov_ui_test_picture (fixture->page, "reports-submitted");

  headcount = dov_headcount_find (store, fixture->club->held);
  draft = DOV_EVENT_HEADCOUNT (dov_record_dup (DOV_RECORD (headcount)));
  dov_set (draft, b60, headcount->b60 + 1);
  dov_store_accept (store, "E8", "нашли второй лист");
  dov_store_save (store, DOV_RECORD (draft), &error);
  g_assert_no_error (error);
  WAIT_FOR (dov_ui_test_says (fixture->page, as_changed));
  dov_ui_test_settle ();
  expect_state (fixture, changed);
  expect_printed_state (fixture, changed);
  dov_ui_test_picture (fixture->page, "reports-submitted-changed");

  /* Another document was not handed in, and one without a period cannot be. */
  dov_reports_page_choose (DOV_REPORTS_PAGE (fixture->page), "D-29");
  WAIT_FOR (!dov_ui_test_says (fixture->page, as_changed));
  dov_reports_page_choose (DOV_REPORTS_PAGE (fixture->page), "D-23");
  gtk_widget_activate_action (fixture->page, "reports.submit", NULL);
  g_assert_cmpint (dov_store_count (store, DOV_TYPE_REPORT_INSTANCE, NULL, NULL), ==, 1);
}

/* At large text the catalogue leaves, opens in place of the document, and leaves again with a choice. */
static void
test_fold (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *others;
  GtkWidget *catalogue = dov_ui_test_find (fixture->page, GTK_TYPE_LIST_BOX, NULL);

  dov_ui_test_resize (fixture->window, 1366, 768);
  g_assert_true (gtk_widget_get_mapped (catalogue));
  dov_ui_test_set_text_size (200);
  WAIT_FOR (!gtk_widget_get_mapped (catalogue));
  others = dov_ui_test_find_tip (fixture->page, _("Choose another document"));
  g_assert_true (others != NULL && gtk_widget_get_mapped (others));
  dov_ui_test_click (others);
  dov_ui_test_settle ();
  g_assert_true (gtk_widget_get_mapped (catalogue));
  g_assert_false (gtk_widget_get_mapped (others));
  dov_ui_test_picture (fixture->page, "reports-choosing-200");
  g_signal_emit_by_name (catalogue, "row-activated", gtk_list_box_get_selected_row (GTK_LIST_BOX (catalogue)));
  dov_ui_test_settle ();
  g_assert_false (gtk_widget_get_mapped (catalogue));
  dov_ui_test_set_text_size (100);
  WAIT_FOR (gtk_widget_get_mapped (catalogue));
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add ("/reports-page/preview", Fixture, NULL, set_up, test_preview, tear_down);
  g_test_add ("/reports-page/fold", Fixture, NULL, set_up, test_fold, tear_down);
  g_test_add ("/reports-page/save", Fixture, NULL, set_up, test_save, tear_down);
  g_test_add ("/reports-page/submit", Fixture, NULL, set_up, test_submit, tear_down);
  g_test_add ("/reports-page/asked", Fixture, NULL, set_up, test_asked, tear_down);

  return g_test_run ();
}
