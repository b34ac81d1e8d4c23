/* test-sidebar.c - the headings of the sidebar: folded by hand and by key, remembered, their sums, a low window */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "dov-nav-group.h"
#include "dov-rooms.h"
#include "dov-sidebar.h"
#include "dov-ui-fixture.h"
#include "dov-ui-test.h"
#include "dov-window.h"

static GtkWidget *
sidebar_of (DovWindow *window)
{
  return dov_ui_test_find (GTK_WIDGET (window), DOV_TYPE_SIDEBAR, NULL);
}

static GtkWidget *
row_of (DovWindow  *window,
        const char *name)
{
  return dov_ui_test_find_name (sidebar_of (window), name);
}

static gboolean
is_seen (DovWindow  *window,
         const char *name)
{
  return gtk_widget_get_mapped (row_of (window, name));
}

/* What is needed once a month is folded at first; a click unfolds it, and this computer remembers. */
static void
test_folding (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);

  g_assert_true (is_seen (window, "families"));
  g_assert_false (is_seen (window, "bin"));
  dov_ui_test_click (row_of (window, "order"));
  dov_ui_test_click (row_of (window, "club"));
  dov_ui_test_settle ();
  g_assert_true (is_seen (window, "bin"));
  g_assert_false (is_seen (window, "events"));
  g_assert_true (is_seen (window, "reports"));
  dov_ui_test_close (GTK_WINDOW (window));

  window = dov_ui_fixture_open_window (fixture);
  g_assert_true (is_seen (window, "bin"));
  g_assert_false (is_seen (window, "events"));

  /* Whoever comes to a folded section by its key sees where it is; what was folded stays so for the next start. */
  g_assert_true (dov_ui_test_press (GTK_WIDGET (window), GDK_KEY_6, GDK_ALT_MASK));
  dov_ui_test_settle ();
  g_assert_cmpstr (dov_page_get_section (dov_window_get_page (window)), ==, "events");
  g_assert_true (is_seen (window, "events"));
  g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row_of (window, "events"))));
  dov_ui_test_close (GTK_WINDOW (window));

  window = dov_ui_fixture_open_window (fixture);
  g_assert_false (is_seen (window, "events"));
  dov_ui_test_click (row_of (window, "club"));
  dov_ui_test_click (row_of (window, "order"));
  dov_ui_test_close (GTK_WINDOW (window));
}

/* ← goes up to the heading and folds it, → unfolds it, Enter does either; the page stays. */
static void
test_keys (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  DovPage *page = dov_window_get_page (window);

  gtk_widget_grab_focus (row_of (window, "people"));
  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "Left"));
  g_assert_true (dov_ui_test_get_focus (GTK_WIDGET (window)) == row_of (window, "care"));
  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "Left"));
  g_assert_false (is_seen (window, "people"));
  g_assert_false (dov_nav_group_is_open (DOV_NAV_GROUP (row_of (window, "care"))));
  g_assert_true (dov_ui_test_get_focus (GTK_WIDGET (window)) == row_of (window, "care"));
  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "Right"));
  dov_ui_test_settle ();
  g_assert_true (is_seen (window, "people"));
  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "Return"));
  g_assert_false (is_seen (window, "people"));
  /* The arrows walk over what is in sight, headings among it. */
  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "Down"));
  g_assert_true (dov_ui_test_get_focus (GTK_WIDGET (window)) == row_of (window, "club"));
  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "Up"));
  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "Return"));
  dov_ui_test_settle ();
  g_assert_true (is_seen (window, "people"));
  g_assert_true (dov_window_get_page (window) == page);
  g_assert_false (gtk_list_box_row_get_selectable (GTK_LIST_BOX_ROW (row_of (window, "care"))));
  dov_ui_test_close (GTK_WINDOW (window));
}

/* Nothing hides: a folded heading says how much waits under it, an open one leaves that to its rows. */
static void
test_sums (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  DovSidebar *sidebar = DOV_SIDEBAR (sidebar_of (window));

  dov_sidebar_set_count (sidebar, "families", 2);
  dov_sidebar_set_count (sidebar, "signals", 3);
  g_assert_false (dov_ui_test_says (row_of (window, "care"), "5"));
  dov_ui_test_click (row_of (window, "care"));
  g_assert_true (dov_ui_test_says (row_of (window, "care"), "5"));
  dov_sidebar_set_count (sidebar, "signals", 0);
  g_assert_true (dov_ui_test_says (row_of (window, "care"), "2"));
  dov_sidebar_set_count (sidebar, "families", 0);
  g_assert_false (dov_ui_test_says (row_of (window, "care"), "0"));
  dov_ui_test_click (row_of (window, "care"));
  dov_ui_test_close (GTK_WINDOW (window));
}

/* Where there is room for little, the sections of one heading are in sight, and it is that of the page. */
static void
test_low (void)
{
  static const struct
  {
    const char *section, *seen, *unseen;
  } cases[] = { { "families", "signals", "patrol" }, { "patrol", "drives", "signals" }, { "bin", "lists", "drives" } };
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);

  dov_ui_test_resize (GTK_WINDOW (window), 1024, 600);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      dov_window_show_section (window, cases[i].section);
      dov_ui_test_settle ();
      g_assert_true (is_seen (window, cases[i].seen));
      g_assert_false (is_seen (window, cases[i].unseen));
      g_assert_true (is_seen (window, "club"));
    }

  /* One may look under another heading; the page that is open keeps its own when it is folded and unfolded again. */
  dov_ui_test_click (row_of (window, "care"));
  dov_ui_test_settle ();
  g_assert_true (is_seen (window, "signals"));
  g_assert_false (is_seen (window, "lists"));
  dov_ui_test_resize (GTK_WINDOW (window), 1366, 768);
  dov_ui_test_settle ();
  g_assert_true (is_seen (window, "signals"));
  g_assert_true (is_seen (window, "patrol"));
  g_assert_true (is_seen (window, "lists"));

  /* At twice the size of text a window of the usual height is a low one. */
  dov_ui_test_set_text_size (200);
  dov_ui_test_settle ();
  g_assert_false (is_seen (window, "patrol"));
  dov_ui_test_set_text_size (100);
  dov_ui_test_close (GTK_WINDOW (window));
}

/* Every section stands under its heading, and each heading over some. */
static void
test_headings (void)
{
  guint n_sections, n_headings;
  const DovRoom *sections = dov_rooms_list_sections (&n_sections);
  const DovRoomHeading *headings = dov_rooms_list_headings (&n_headings);

  for (guint i = 1; i < n_sections; i++)
    g_assert_cmpint (sections[i].group, >=, sections[i - 1].group);
  for (guint h = 0; h < n_headings; h++)
    {
      guint n_under = 0;

      for (guint i = 0; i < n_sections; i++)
        n_under += sections[i].group == headings[h].group;
      g_assert_cmpuint (n_under, >, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add_func ("/sidebar/headings", test_headings);
  g_test_add_func ("/sidebar/folding", test_folding);
  g_test_add_func ("/sidebar/keys", test_keys);
  g_test_add_func ("/sidebar/sums", test_sums);
  g_test_add_func ("/sidebar/low", test_low);

  return g_test_run ();
}
