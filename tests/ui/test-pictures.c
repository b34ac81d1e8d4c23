/* test-pictures.c - every page on demo data, in the sizes and looks that people use, as pictures to look at */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-go.h"
#include "dov-window.h"

#include <glib/gi18n.h>

#include "dov-assistant-page.h"
#include "dov-founding-page.h"
#include "dov-palette.h"
#include "dov-registry.h"
#include "dov-rooms.h"
#include "dov-trouble-page.h"
#include "dov-ui-pictures.h"
#include "dov-ui-test.h"

static DovStore *store;
static DovWindow *window;

static void
take (const char *name)
{
  dov_ui_pictures_take (window, name, TRUE);
}

static void
test_sections (void)
{
  guint n_sections;
  const DovRoom *sections = dov_rooms_list_sections (&n_sections);

  for (guint i = 0; i < n_sections; i++)
    {
      dov_window_show_section (window, sections[i].name);
      g_assert_cmpstr (dov_page_get_section (dov_window_get_page (window)), ==, sections[i].name);
      take (sections[i].name);
    }
}

/* The event with most people by name, and the family with most members. */
static void
test_records (void)
{
  static const struct { const char *name; const char *sql; } busiest[] = {
    { "event", "SELECT event_id FROM attendance WHERE removed IS NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1" },
    { "family", "SELECT family_id FROM family_member WHERE removed IS NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (busiest); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *file = g_strconcat ("demo-", busiest[i].name, NULL);
      gint64 id = dov_database_count (dov_store_get_database (store), busiest[i].sql, &error);

      g_assert_no_error (error);
      dov_window_show_section (window, i == 0 ? "events" : "families");
      dov_go_record (window, dov_registry_find (busiest[i].name), id);
      take (file);
      dov_go_back (window);
    }
}

static void
test_palette (void)
{
  GtkWidget *entry;

  dov_window_show_section (window, "today");
  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>k"));
  entry = dov_ui_test_find (GTK_WIDGET (window), DOV_TYPE_PALETTE, NULL);
  dov_ui_test_picture (entry, "palette-empty");
  dov_ui_test_type (entry, "ан");
  dov_ui_test_settle ();
  take ("palette");
  dov_ui_test_press_accel (GTK_WIDGET (window), "Escape");
}

static void
test_journal (void)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.journal", NULL);
  take ("journal");
  dov_go_back (window);
}

static void
test_error (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "no space");

  dov_window_show_section (window, "today");
  dov_shell_show_error (DOV_SHELL (window), error);
  take ("error");
}

/* No larger than the window it stands over: all of it can be seen on that screen. */
static void
assert_fits (GtkWidget *apart)
{
  GtkRequisition wanted;

  gtk_widget_get_preferred_size (apart, NULL, &wanted);
  g_assert_cmpint (wanted.width, <=, gtk_widget_get_width (GTK_WIDGET (window)));
  g_assert_cmpint (wanted.height, <=, gtk_widget_get_height (GTK_WIDGET (window)));
}

/* The windows that stand apart: every key, and about the program. */
static void
test_apart (void)
{
  GtkWidget *apart;

  dov_ui_test_resize (GTK_WINDOW (window), 1024, 600);
  dov_ui_test_set_text_size (150);
  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>question"));
  apart = dov_ui_test_find_window (GTK_TYPE_SHORTCUTS_WINDOW);
  g_assert_nonnull (apart);
  dov_ui_test_picture (apart, "shortcuts-150");
  assert_fits (apart);
  dov_ui_test_set_text_size (100);
  dov_ui_test_resize (GTK_WINDOW (window), 1366, 768);
  dov_ui_test_picture (apart, "shortcuts");
  g_object_set (apart, "section-name", "records", NULL);
  dov_ui_test_settle ();
  dov_ui_test_picture (apart, "shortcuts-records");
  /* Those of the pages of records are taken from what the pages declare. */
  g_assert_true (dov_ui_test_says (apart, _("Mark who was there")));
  g_assert_true (dov_ui_test_says (apart, _("Finish the shift")));
  gtk_window_destroy (GTK_WINDOW (apart));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.about", NULL);
  apart = dov_ui_test_find_window (ADW_TYPE_ABOUT_WINDOW);
  g_assert_nonnull (apart);
  dov_ui_test_picture (apart, "about");
  gtk_window_destroy (GTK_WINDOW (apart));
}

static void
test_first_start (void)
{
  g_autoptr (GError) damaged = g_error_new_literal (DOV_STORE_ERROR, DOV_STORE_ERROR_DAMAGED,
                                                    "Файл обрезан: в нём не хватает половины.");

  dov_go_to (window, dov_founding_page_new (store));
  take ("founding");
  dov_window_set_store (window, NULL);
  dov_window_show_only (window, dov_assistant_page_new ());
  take ("assistant");
  dov_window_show_only (window, dov_trouble_page_new ("doverie.doverie", damaged));
  take ("trouble");
}

int
main (int    argc,
      char **argv)
{
  int status;

  dov_ui_test_init (&argc, &argv);
  window = dov_ui_pictures_open (&store);

  g_test_add_func ("/pictures/sections", test_sections);
  g_test_add_func ("/pictures/records", test_records);
  g_test_add_func ("/pictures/palette", test_palette);
  g_test_add_func ("/pictures/journal", test_journal);
  g_test_add_func ("/pictures/error", test_error);
  g_test_add_func ("/pictures/apart", test_apart);
  g_test_add_func ("/pictures/first-start", test_first_start);
  status = g_test_run ();

  dov_ui_test_close (GTK_WINDOW (window));
  dov_store_close (store, NULL);
  g_assert_finalize_object (store);

  return status;
}
