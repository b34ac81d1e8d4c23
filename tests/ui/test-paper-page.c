/* test-paper-page.c - a document on paper by keyboard: pages turned, enlarged, printed, saved, blank, refused */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-paper-page.h"

#include "dov-config.h"
#include "dov-event.h"
#include "dov-paper-view.h"
#include "dov-printing.h"
#include "dov-reports-page.h"
#include "dov-saving.h"
#include "dov-ui-fixture.h"
#include "dov-ui-test.h"
#include "dov-window.h"

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
  fixture->club = dov_ui_fixture_new ();
  dov_config_set_text ("folder", fixture->club->folder, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  dov_printing_answer (NULL);
  if (fixture->window != NULL)
    dov_ui_test_close (fixture->window);
  dov_ui_fixture_free (fixture->club);
}

static void
show (Fixture *fixture,
      DovPage *page)
{
  fixture->page = GTK_WIDGET (page);
  fixture->window = dov_ui_test_show (fixture->page);
  dov_ui_test_settle ();
}

static DovPrint *
get_print (Fixture *fixture)
{
  return dov_paper_page_get_print (DOV_PAPER_PAGE (fixture->page));
}

static DovPaperView *
get_view (Fixture *fixture)
{
  return DOV_PAPER_VIEW (dov_ui_test_find (fixture->page, DOV_TYPE_PAPER_VIEW, NULL));
}

static void
press (Fixture         *fixture,
       guint            key,
       GdkModifierType  state)
{
  g_assert_true (dov_ui_test_press (dov_ui_test_get_focus (fixture->page), key, state));
  dov_ui_test_settle ();
}

static gboolean
says_place (Fixture    *fixture,
            const char *page,
            const char *all)
{
  g_autofree char *words = g_strdup_printf (_("Page %s of %s"), page, all);

  return dov_ui_test_says (fixture->page, words);
}

static gsize
measure_file (const char *path)
{
  GStatBuf found;

  return g_stat (path, &found) == 0 ? (gsize) found.st_size : 0;
}

/* The sign-in sheet has two pages: turned, enlarged, and back. */
static void
test_turn (Fixture       *fixture,
           gconstpointer  data)
{
  int percent;

  show (fixture, dov_paper_page_new (fixture->club->store, "D-23", fixture->club->coming));
  WAIT_FOR (get_print (fixture) != NULL);
  dov_ui_test_settle ();
  dov_page_focus (DOV_PAGE (fixture->page));
  g_assert_cmpuint (dov_print_count_pages (get_print (fixture)), ==, 2);
  dov_ui_test_picture (fixture->page, "paper");
  g_assert_true (says_place (fixture, "1", "2"));

  press (fixture, GDK_KEY_Page_Down, 0);
  g_assert_cmpuint (dov_paper_page_get_page (DOV_PAPER_PAGE (fixture->page)), ==, 1);
  g_assert_true (says_place (fixture, "2", "2"));
  press (fixture, GDK_KEY_Page_Up, 0);
  g_assert_cmpuint (dov_paper_page_get_page (DOV_PAPER_PAGE (fixture->page)), ==, 0);
  press (fixture, GDK_KEY_End, 0);
  g_assert_cmpuint (dov_paper_page_get_page (DOV_PAPER_PAGE (fixture->page)), ==, 1);
  press (fixture, GDK_KEY_Home, 0);
  g_assert_cmpuint (dov_paper_page_get_page (DOV_PAPER_PAGE (fixture->page)), ==, 0);

  percent = dov_paper_view_get_percent (get_view (fixture));
  press (fixture, GDK_KEY_minus, GDK_CONTROL_MASK);
  g_assert_cmpint (dov_paper_view_get_percent (get_view (fixture)), <, percent);
  press (fixture, GDK_KEY_plus, GDK_CONTROL_MASK);
  press (fixture, GDK_KEY_plus, GDK_CONTROL_MASK);
  g_assert_cmpint (dov_paper_view_get_percent (get_view (fixture)), >, percent);
  dov_ui_test_picture (fixture->page, "paper-larger");
  press (fixture, GDK_KEY_0, GDK_CONTROL_MASK);
  g_assert_cmpint (dov_paper_view_get_percent (get_view (fixture)), ==, percent);
  dov_paper_view_fit_page (get_view (fixture));
  dov_ui_test_settle ();
  dov_ui_test_picture (fixture->page, "paper-whole");
}

static void
test_sizes (Fixture       *fixture,
            gconstpointer  data)
{
  show (fixture, dov_paper_page_new (fixture->club->store, "D-22", 0));
  WAIT_FOR (get_print (fixture) != NULL);
  dov_ui_test_resize (fixture->window, 1366, 768);
  dov_ui_test_settle ();
  dov_ui_test_picture (fixture->page, "paper-period");
  dov_ui_test_resize (fixture->window, 1024, 600);
  dov_ui_test_picture (fixture->page, "paper-small");
  dov_ui_test_resize (fixture->window, 1366, 768);
  dov_ui_test_set_text_size (150);
  dov_ui_test_settle ();
  dov_ui_test_picture (fixture->page, "paper-150");
  dov_ui_test_set_text_size (100);
  dov_ui_test_set_dark (TRUE);
  dov_ui_test_settle ();
  dov_ui_test_picture (fixture->page, "paper-dark");
  dov_ui_test_set_dark (FALSE);
}

/* Ctrl+P: the same pages, here into a file instead of a printer. */
static void
test_print (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->club->folder, "printed.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->club->folder, "no", "such", "printed.pdf", NULL);

  dov_printing_answer (path);
  show (fixture, dov_paper_page_new (fixture->club->store, "D-23", fixture->club->coming));
  WAIT_FOR (get_print (fixture) != NULL);
  dov_page_focus (DOV_PAGE (fixture->page));
  press (fixture, GDK_KEY_p, GDK_CONTROL_MASK);
  WAIT_FOR (measure_file (path) > 1000);

  dov_printing_answer (nowhere);
  press (fixture, GDK_KEY_Cyrillic_ze, GDK_CONTROL_MASK);
  dov_ui_test_settle ();
  g_assert_false (g_file_test (nowhere, G_FILE_TEST_EXISTS));
}

static void
test_save (Fixture       *fixture,
           gconstpointer  data)
{
  DovSaving *saving;
  g_autofree char *first = NULL;

  show (fixture, dov_paper_page_new (fixture->club->store, "D-23", fixture->club->coming));
  WAIT_FOR (get_print (fixture) != NULL);
  dov_page_focus (DOV_PAGE (fixture->page));
  saving = DOV_SAVING (dov_ui_test_find (fixture->page, DOV_TYPE_SAVING, NULL));
  press (fixture, GDK_KEY_E, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  WAIT_FOR (dov_saving_get_state (saving) == DOV_SAVING_DONE);
  first = g_strdup (dov_saving_get_path (saving));
  g_assert_true (g_str_has_suffix (first, ".pdf"));
  g_assert_cmpuint (measure_file (first), >, 1000);
  dov_ui_test_settle ();
  dov_ui_test_picture (fixture->page, "paper-saved");

  /* The same once more: asked, and the second name is free. */
  g_assert_true (dov_page_save (DOV_PAGE (fixture->page)));
  WAIT_FOR (dov_saving_get_state (saving) == DOV_SAVING_TAKEN);
  dov_ui_test_click (dov_ui_test_get_focus (fixture->page));
  WAIT_FOR (dov_saving_get_state (saving) == DOV_SAVING_DONE);
  g_assert_true (g_str_has_suffix (dov_saving_get_path (saving), " (2).pdf"));

  dov_page_focus (DOV_PAGE (fixture->page));
  press (fixture, GDK_KEY_e, GDK_CONTROL_MASK);
  WAIT_FOR (dov_saving_get_state (saving) == DOV_SAVING_DONE);
  g_assert_true (g_str_has_suffix (dov_saving_get_path (saving), ".xlsx"));
}

static void
test_blank (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *blank;
  DovPrint *before;

  show (fixture, dov_paper_page_new (fixture->club->store, "D-22", 0));
  WAIT_FOR (get_print (fixture) != NULL);
  before = get_print (fixture);
  blank = dov_ui_test_find (fixture->page, GTK_TYPE_TOGGLE_BUTTON, _("Blank form"));
  dov_ui_test_click (blank);
  WAIT_FOR (get_print (fixture) != NULL && get_print (fixture) != before);
  g_assert_true (dov_result_get_paper (dov_print_get_result (get_print (fixture)))->is_blank);
  dov_ui_test_settle ();
  dov_ui_test_picture (fixture->page, "paper-blank");
}

/* What is asked for is asked here too; what does not exist is told. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  show (fixture, dov_paper_page_new (fixture->club->store, "D-23", 0));
  dov_ui_test_settle ();
  g_assert_null (get_print (fixture));
  g_assert_true (dov_ui_test_says (fixture->page, _("Choose it above: any letters of the name, then Enter.")));
  dov_ui_test_picture (fixture->page, "paper-asked");
  dov_ui_test_close (fixture->window);

  show (fixture, dov_paper_page_new (fixture->club->store, "D-99", 0));
  g_assert_true (dov_ui_test_says (fixture->page, _("There is no such document")));
  dov_ui_test_close (fixture->window);

  show (fixture, dov_paper_page_new (fixture->club->store, "D-23", fixture->club->lounge));
  WAIT_FOR (dov_ui_test_says (fixture->page, _("The document cannot be made")));
}

/* A save elsewhere shows at once. */
static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (DovRecord) event = NULL;
  g_autoptr (DovEvent) draft = NULL;
  g_autoptr (GError) error = NULL;
  DovPrint *before;

  show (fixture, dov_paper_page_new (fixture->club->store, "D-23", fixture->club->coming));
  WAIT_FOR (get_print (fixture) != NULL);
  before = get_print (fixture);
  event = dov_store_find (fixture->club->store, DOV_TYPE_EVENT, fixture->club->coming, NULL);
  draft = DOV_EVENT (dov_record_dup (event));
  dov_set (draft, place, "у реки");
  dov_store_save (fixture->club->store, DOV_RECORD (draft), &error);
  g_assert_no_error (error);
  WAIT_FOR (get_print (fixture) != NULL && get_print (fixture) != before);
}

/* A list as it is shown: what was searched stands above it, and nothing else is in it. */
static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  DovWindow *window = dov_window_new (NULL);
  GtkWidget *entry;
  DovPaperPage *page;
  DovResult *result;

  dov_ui_fixture_add_family (fixture->club, "Вахрушевы", "1-2027/901", "с. Слудка", "active", 2);
  dov_ui_fixture_add_family (fixture->club, "Перминовы", "1-2027/902", "с. Слудка", "active", 3);
  dov_window_set_store (window, fixture->club->store);
  fixture->window = dov_ui_test_show (GTK_WIDGET (window));
  dov_window_show_section (window, "families");
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>f"));
  entry = gtk_widget_get_ancestor (dov_ui_test_get_focus (GTK_WIDGET (window)), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "вахр");
  g_signal_emit_by_name (entry, "search-changed");
  dov_ui_test_settle ();
  dov_ui_test_picture (GTK_WIDGET (window), "list-print-button");
  g_assert_true (dov_ui_test_press (dov_ui_test_get_focus (GTK_WIDGET (window)), GDK_KEY_p, GDK_CONTROL_MASK));
  WAIT_FOR (DOV_IS_PAPER_PAGE (dov_window_get_page (window)));
  page = DOV_PAPER_PAGE (dov_window_get_page (window));
  WAIT_FOR (dov_paper_page_get_print (page) != NULL);
  result = dov_print_get_result (dov_paper_page_get_print (page));
  g_assert_cmpuint (dov_result_count_rows (result), ==, 1);
  g_assert_nonnull (strstr (dov_result_get_paper (result)->filter, "вахр"));
  dov_ui_test_settle ();
  dov_ui_test_picture (GTK_WIDGET (window), "paper-list");
  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "Escape"));
  g_assert_false (DOV_IS_PAPER_PAGE (dov_window_get_page (window)));
}

/* From the reports, with the period that was chosen there. */
static void
test_report (Fixture       *fixture,
             gconstpointer  data)
{
  DovWindow *window = dov_window_new (NULL);
  DovPaperPage *page;
  DovPaper *paper;

  dov_window_set_store (window, fixture->club->store);
  fixture->window = dov_ui_test_show (GTK_WIDGET (window));
  dov_window_show_section (window, "reports");
  dov_reports_page_choose (DOV_REPORTS_PAGE (dov_window_get_page (window)), "D-22");
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_press (dov_ui_test_get_focus (GTK_WIDGET (window)), GDK_KEY_Cyrillic_ze, GDK_CONTROL_MASK));
  WAIT_FOR (DOV_IS_PAPER_PAGE (dov_window_get_page (window)));
  page = DOV_PAPER_PAGE (dov_window_get_page (window));
  WAIT_FOR (dov_paper_page_get_print (page) != NULL);
  paper = dov_result_get_paper (dov_print_get_result (dov_paper_page_get_print (page)));
  g_assert_cmpstr (paper->code, ==, "D-22");
  g_assert_true (DOV_IS_PAPER_VIEW (dov_ui_test_get_focus (GTK_WIDGET (window))));
  g_assert_true (paper->has_period);
  dov_ui_test_settle ();
  dov_ui_test_picture (GTK_WIDGET (window), "paper-window");
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add ("/paper-page/turn", Fixture, NULL, set_up, test_turn, tear_down);
  g_test_add ("/paper-page/sizes", Fixture, NULL, set_up, test_sizes, tear_down);
  g_test_add ("/paper-page/print", Fixture, NULL, set_up, test_print, tear_down);
  g_test_add ("/paper-page/save", Fixture, NULL, set_up, test_save, tear_down);
  g_test_add ("/paper-page/blank", Fixture, NULL, set_up, test_blank, tear_down);
  g_test_add ("/paper-page/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/paper-page/follows", Fixture, NULL, set_up, test_follows, tear_down);

  g_test_add ("/paper-page/list", Fixture, NULL, set_up, test_list, tear_down);
  g_test_add ("/paper-page/report", Fixture, NULL, set_up, test_report, tear_down);

  return g_test_run ();
}
