/* test-keys.c - keys of the window: under every layout, in fields and beside the page, in searches */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-go.h"
#include "dov-window.h"

#include <gdk/x11/gdkx.h>

#include "dov-attendance.h"
#include "dov-event.h"
#include "dov-sidebar.h"
#include "dov-ui-fixture.h"
#include "dov-ui-test.h"

static const char *
section_of (DovWindow *window)
{
  return dov_page_get_section (dov_window_get_page (window));
}

/* While one types, Ctrl+Z never takes back what was saved. */
static void
test_undo_while_typing (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  gint64 last = dov_store_get_last_operation (fixture->store);

  dov_window_show_section (window, "preferences");
  dov_ui_test_settle ();
  g_assert_true (GTK_IS_TEXT (dov_ui_test_get_focus (GTK_WIDGET (window))));
  dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>z");
  g_assert_cmpint (dov_store_get_last_operation (fixture->store), ==, last);
  dov_ui_test_close (GTK_WINDOW (window));
}

static gint64
count_marks (DovUiFixture *fixture)
{
  DovQuery query = { .where = "event_id = ?1", .params = g_variant_new ("(x)", fixture->held) };

  return dov_store_count (fixture->store, DOV_TYPE_ATTENDANCE, &query, NULL);
}

/* The empty search of an event has nothing to take back, so Ctrl+Z takes back the mark; words in it stay. */
static void
test_undo_in_search (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  gint64 n_before = count_marks (fixture);
  GtkWidget *add;

  dov_go_record (window, DOV_TYPE_EVENT, fixture->held);
  dov_ui_test_settle ();
  add = dov_ui_test_find (GTK_WIDGET (dov_window_get_page (window)), GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_widget_grab_focus (add);
  dov_ui_test_type (add, "поли чер");
  g_signal_emit_by_name (add, "activate");
  dov_ui_test_settle ();
  g_assert_cmpint (count_marks (fixture), ==, n_before + 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (add)), ==, "");

  dov_ui_test_type (add, "артём");
  dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>z");
  g_assert_cmpint (count_marks (fixture), ==, n_before + 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (add)), ==, "артём");

  gtk_editable_set_text (GTK_EDITABLE (add), "");
  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>z"));
  g_assert_cmpint (count_marks (fixture), ==, n_before);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (add)), ==, "");
  dov_ui_test_close (GTK_WINDOW (window));
}

/* No search keeps letters to take back: a key that does both would surprise. */
static void
test_searches (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  static const char *const sections[] = { "families", "events", "people", "reports" };

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      GtkWidget *entry;

      dov_window_show_section (window, sections[i]);
      dov_page_search (dov_window_get_page (window));
      dov_ui_test_settle ();
      entry = dov_ui_test_find (GTK_WIDGET (dov_window_get_page (window)), GTK_TYPE_SEARCH_ENTRY, NULL);
      g_assert_nonnull (entry);
      g_assert_false (gtk_editable_get_enable_undo (GTK_EDITABLE (entry)));
    }
  dov_ui_test_close (GTK_WINDOW (window));
}

/* Esc empties a search and leads back from an empty one; letters of another layout are told, wherever one searches. */
static void
test_escape_in_search (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  DovPage *first = dov_window_get_page (window);
  DovPage *event;
  GtkWidget *add;

  dov_go_record (window, DOV_TYPE_EVENT, fixture->held);
  dov_ui_test_settle ();
  event = dov_window_get_page (window);
  add = dov_ui_test_find (GTK_WIDGET (event), GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_widget_grab_focus (add);
  dov_ui_test_type (add, "xthtv");
  WAIT_FOR (dov_ui_test_says (GTK_WIDGET (window), "Найдено для «черем»"));
  dov_ui_test_press_accel (GTK_WIDGET (window), "Escape");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (add)), ==, "");
  g_assert_false (dov_ui_test_says (GTK_WIDGET (window), "Найдено для «черем»"));
  g_assert_true (dov_window_get_page (window) == event);
  dov_ui_test_press_accel (GTK_WIDGET (window), "Escape");
  g_assert_true (dov_window_get_page (window) == first);

  dov_window_show_section (window, "reports");
  dov_page_search (dov_window_get_page (window));
  dov_ui_test_settle ();
  add = dov_ui_test_find (GTK_WIDGET (dov_window_get_page (window)), GTK_TYPE_SEARCH_ENTRY, NULL);
  dov_ui_test_type (add, ";ehyfk");
  WAIT_FOR (dov_ui_test_says (GTK_WIDGET (window), "Найдено для «журнал»"));
  dov_ui_test_press_accel (GTK_WIDGET (window), "Escape");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (add)), ==, "");
  dov_ui_test_close (GTK_WINDOW (window));
}

/* Under the Russian layout alone every letter answers, also those of fields; Ctrl+N answers on every page. */
static void
test_letters (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  static const char *const sections[] = { "reports", "help", "preferences", "bin" };
  GtkWidget *entry;
  DovPage *stock;
  int start = 0, end = 0;

  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>Cyrillic_be"));
  g_assert_cmpstr (section_of (window), ==, "preferences");
  dov_window_show_section (window, "families");
  dov_page_search (dov_window_get_page (window));
  dov_ui_test_settle ();
  entry = dov_ui_test_find (GTK_WIDGET (dov_window_get_page (window)), GTK_TYPE_SEARCH_ENTRY, NULL);
  dov_ui_test_type (entry, "ковал");
  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>Cyrillic_ef"));
  g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (entry), &start, &end));
  g_assert_cmpint (end - start, ==, 5);
  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>Cyrillic_che"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>Cyrillic_em"));
  WAIT_FOR (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), "ковал"));

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      dov_window_show_section (window, sections[i]);
      dov_ui_test_settle ();
      g_test_message ("%s", sections[i]);
      g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), i % 2 ? "<Control>n" : "<Control>Cyrillic_te"));
      g_assert_true (dov_ui_test_says (GTK_WIDGET (window), "На этой странице ничего не добавляют"));
    }

  /* The keys of a page answer when the keyboard is beside it. */
  dov_window_show_section (window, "drives");
  dov_ui_test_settle ();
  stock = dov_window_get_page (window);
  gtk_widget_child_focus (dov_ui_test_find (GTK_WIDGET (window), DOV_TYPE_SIDEBAR, NULL), GTK_DIR_TAB_FORWARD);
  g_assert_null (gtk_widget_get_ancestor (dov_ui_test_get_focus (GTK_WIDGET (window)), DOV_TYPE_PAGE));
  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "F3"));
  g_assert_true (dov_window_get_page (window) != stock);
  dov_ui_test_close (GTK_WINDOW (window));
}

/* ---- the keyboard of the screen itself ---- */

static gboolean
run (const char *command)
{
  g_auto (GStrv) words = g_strsplit (command, " ", -1);
  g_autoptr (GSubprocess) process = g_subprocess_newv ((const char *const *) words, G_SUBPROCESS_FLAGS_NONE, NULL);

  return process != NULL && g_subprocess_wait_check (process, NULL, NULL);
}

static void
strike (const char *keys)
{
  g_autofree char *command = g_strconcat ("xdotool key ", keys, NULL);

  g_assert_true (run (command));
  dov_ui_test_settle ();
}

static gboolean
close_shortcuts (void)
{
  GtkWidget *keys = dov_ui_test_find_window (GTK_TYPE_SHORTCUTS_WINDOW);

  if (keys != NULL)
    gtk_window_destroy (GTK_WINDOW (keys));

  return keys != NULL;
}

/* By their places on the keyboard, whatever stands on them: 61 is the key of “?”, 52 that of Z, 29 that of Y. */
static void
try_layout (DovUiFixture *fixture,
            DovWindow    *window,
            gint64        n_marks)
{
  DovPage *page;

  dov_go_record (window, DOV_TYPE_EVENT, fixture->held);
  dov_ui_test_settle ();
  page = dov_window_get_page (window);
  strike ("ctrl+shift+61");
  g_assert_true (close_shortcuts ());
  g_assert_true (dov_window_get_page (window) == page);
  strike ("ctrl+52");
  g_assert_cmpint (count_marks (fixture), ==, n_marks - 1);
  strike ("ctrl+shift+52");
  g_assert_cmpint (count_marks (fixture), ==, n_marks);
  strike ("ctrl+52");
  strike ("ctrl+29");
  g_assert_cmpint (count_marks (fixture), ==, n_marks);
  strike ("ctrl+59");
  g_assert_cmpstr (section_of (window), ==, "preferences");
  g_assert_false (close_shortcuts ());
}

/* All keys, undo, redo and the settings under each layout, and the Russian one alone. */
static void
test_layouts (void)
{
  static const char *const layouts[] = { "us", "ru", "us,ru" };
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  g_autofree char *xdotool = g_find_program_in_path ("xdotool");
  g_autofree char *setxkbmap = g_find_program_in_path ("setxkbmap");
  g_autofree char *focus = NULL;
  GtkWidget *add;
  gint64 n_marks;

  if (xdotool == NULL || setxkbmap == NULL)
    {
      g_test_skip ("xdotool and setxkbmap are not installed");
      dov_ui_test_close (GTK_WINDOW (window));
      return;
    }
  focus = g_strdup_printf ("xdotool windowfocus %lu",
                           gdk_x11_surface_get_xid (gtk_native_get_surface (GTK_NATIVE (window))));
  g_assert_true (run (focus));
  dov_ui_test_settle ();
  dov_go_record (window, DOV_TYPE_EVENT, fixture->held);
  dov_ui_test_settle ();
  add = dov_ui_test_find (GTK_WIDGET (dov_window_get_page (window)), GTK_TYPE_SEARCH_ENTRY, NULL);
  dov_ui_test_type (add, "поли чер");
  g_signal_emit_by_name (add, "activate");
  dov_ui_test_settle ();
  n_marks = count_marks (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      g_autofree char *command = g_strdup_printf ("setxkbmap -layout %s", layouts[i]);

      g_test_message ("%s", command);
      g_assert_true (run (command));
      dov_ui_test_settle ();
      try_layout (fixture, window, n_marks);
    }
  dov_ui_test_close (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add_func ("/keys/undo-while-typing", test_undo_while_typing);
  g_test_add_func ("/keys/undo-in-search", test_undo_in_search);
  g_test_add_func ("/keys/searches", test_searches);
  g_test_add_func ("/keys/escape-in-search", test_escape_in_search);
  g_test_add_func ("/keys/letters", test_letters);
  g_test_add_func ("/keys/layouts", test_layouts);

  return g_test_run ();
}
