/* test-preferences.c - settings of the lounge are saved like any record, those of the computer at once */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-preferences-page.h"

#include <glib/gi18n.h>

#include "dov-config.h"
#include "dov-field-row.h"
#include "dov-fold-columns.h"
#include "dov-settings.h"
#include "dov-ui-fixture.h"
#include "dov-ui-test.h"
#include "dov-window.h"

static DovWindow *
open_preferences (DovUiFixture *fixture)
{
  DovWindow *window = dov_window_new (NULL);

  dov_window_set_store (window, fixture->store);
  dov_ui_test_show (GTK_WIDGET (window));
  dov_window_show_section (window, "preferences");
  g_assert_true (DOV_IS_PREFERENCES_PAGE (dov_window_get_page (window)));

  return window;
}

static GtkWidget *
find_row (GtkWidget  *inside,
          const char *field)
{
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (DOV_IS_FIELD_ROW (child) && g_str_equal (dov_field_row_get_field (DOV_FIELD_ROW (child))->name, field))
        return child;
      found = find_row (child, field);
      if (found != NULL)
        return found;
    }

  return NULL;
}

static DovSettings *
read_settings (DovUiFixture *fixture)
{
  return DOV_SETTINGS (dov_store_find_first (fixture->store, DOV_TYPE_SETTINGS, NULL, NULL));
}

/* Ctrl+S saves; what is saved can be taken back like anything else. */
static void
test_save (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = open_preferences (fixture);
  GtkWidget *page = GTK_WIDGET (dov_window_get_page (window));
  g_autoptr (DovSettings) settings = read_settings (fixture);
  g_autofree char *before = g_strdup (settings->head_position);

  dov_ui_test_type (find_row (page, "head_position"), "директор");
  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>s"));
  g_assert_cmpstr (settings->head_position, ==, "директор");
  g_assert_true (dov_ui_test_says (GTK_WIDGET (window), C_("toast", "The settings were saved")));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  dov_ui_test_settle ();
  g_assert_cmpstr (settings->head_position, ==, before);
  g_assert_false (dov_ui_test_says (find_row (page, "head_position"), "директор"));
  dov_ui_test_close (GTK_WINDOW (window));
}

/* Going to another section saves what was changed; nothing is asked. */
static void
test_leave (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = open_preferences (fixture);
  g_autoptr (DovSettings) settings = read_settings (fixture);

  dov_ui_test_type (find_row (GTK_WIDGET (dov_window_get_page (window)), "operator_name"), "МБУК «Слудский ДК»");
  dov_ui_test_press_accel (GTK_WIDGET (window), "<Alt>1");
  g_assert_cmpstr (dov_page_get_section (dov_window_get_page (window)), ==, "today");
  g_assert_cmpstr (settings->operator_name, ==, "МБУК «Слудский ДК»");
  dov_ui_test_close (GTK_WINDOW (window));
}

/* What cannot be so is told under its field, and the page stays until it is put right. */
static void
test_refused (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = open_preferences (fixture);
  GtkWidget *page = GTK_WIDGET (dov_window_get_page (window));
  g_autoptr (DovSettings) settings = read_settings (fixture);
  g_autofree char *before = g_strdup (settings->phone_area_code);

  dov_ui_test_type (find_row (page, "phone_area_code"), "8");
  dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>s");
  g_assert_cmpstr (settings->phone_area_code, ==, before);
  g_assert_nonnull (dov_field_row_get_error (DOV_FIELD_ROW (find_row (page, "phone_area_code"))));
  dov_ui_test_picture (GTK_WIDGET (window), "preferences-refused");
  dov_ui_test_press_accel (GTK_WIDGET (window), "<Alt>1");
  g_assert_true (DOV_IS_PREFERENCES_PAGE (dov_window_get_page (window)));

  dov_ui_test_type (find_row (page, "phone_area_code"), "83334");
  dov_ui_test_press_accel (GTK_WIDGET (window), "<Alt>1");
  g_assert_cmpstr (settings->phone_area_code, ==, "83334");
  dov_ui_test_close (GTK_WINDOW (window));
}

/* The size of text changes at once and is remembered; the language at the next start. */
static void
test_computer (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = open_preferences (fixture);
  GtkWidget *page = GTK_WIDGET (dov_window_get_page (window));
  g_autofree char *language = NULL;

  adw_combo_row_set_selected (ADW_COMBO_ROW (dov_ui_test_find (page, ADW_TYPE_COMBO_ROW, _("Size of text"))), 3);
  dov_ui_test_settle ();
  g_assert_cmpfloat_with_epsilon (dov_text_scale (), 1.5, 0.01);
  g_assert_cmpint (dov_config_get_number ("text-size", 100), ==, 150);
  adw_combo_row_set_selected (ADW_COMBO_ROW (dov_ui_test_find (page, ADW_TYPE_COMBO_ROW, _("Size of text"))), 0);
  dov_ui_test_settle ();
  g_assert_cmpfloat_with_epsilon (dov_text_scale (), 1.0, 0.01);

  adw_combo_row_set_selected (ADW_COMBO_ROW (dov_ui_test_find (page, ADW_TYPE_COMBO_ROW, _("Language"))), 1);
  language = dov_config_dup_text ("language");
  g_assert_cmpstr (language, ==, "ru");
  dov_ui_test_close (GTK_WINDOW (window));
}

/* Who works here is chosen in the header, and stands beside all that is saved from then on. */
static void
test_who (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = open_preferences (fixture);
  GtkWidget *user = dov_ui_test_find_tip (GTK_WIDGET (window), _("Who is working here now"));
  GtkWidget *button;

  dov_store_set_user (fixture->store, "кто-то");
  g_assert_nonnull (user);
  gtk_menu_button_popup (GTK_MENU_BUTTON (user));
  dov_ui_test_settle ();
  button = dov_ui_test_find (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (user))), GTK_TYPE_BUTTON,
                             "Русских\u00a0Е.О.");
  dov_ui_test_click (button);
  g_assert_cmpstr (dov_store_get_user (fixture->store), ==, "Русских\u00a0Е.О.");
  g_assert_cmpint (dov_config_get_number ("staff", 0), ==, fixture->staff);
  dov_ui_test_close (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add_func ("/preferences/save", test_save);
  g_test_add_func ("/preferences/leave", test_leave);
  g_test_add_func ("/preferences/refused", test_refused);
  g_test_add_func ("/preferences/computer", test_computer);
  g_test_add_func ("/preferences/who", test_who);

  return g_test_run ();
}
