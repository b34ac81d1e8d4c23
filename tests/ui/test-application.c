/* test-application.c - the program from its start: first file, the usual file, trouble with files, copies */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-application.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "dov-backup.h"
#include "dov-config.h"
#include "dov-door-lock.h"
#include "dov-door-page.h"
#include "dov-event.h"
#include "dov-file-chooser.h"
#include "dov-founding-page.h"
#include "dov-go.h"
#include "dov-keeper.h"
#include "dov-lounge.h"
#include "dov-person.h"
#include "dov-settings.h"
#include "dov-staff.h"
#include "dov-today-page.h"
#include "dov-ui-fixture.h"
#include "dov-ui-program.h"
#include "dov-ui-test.h"
#include "dov-visitor.h"
#include "dov-window.h"

static void
forget_everything (void)
{
  g_autofree char *usual = dov_application_dup_default_path ();

  g_unlink (usual);
  dov_config_set_text ("file", "", NULL);
}

/* From nothing to «Сегодня» by keyboard alone. */
static void
test_first_start (void)
{
  g_autoptr (DovApplication) application = NULL;
  g_autoptr (DovRecord) settings = NULL;
  g_autoptr (DovRecord) lounge = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autofree char *missing = NULL;
  GtkWidget *window;
  GtkWidget *page;
  DovStore *store;

  forget_everything ();
  application = dov_ui_program_start (NULL);
  window = dov_ui_program_get_window (application);
  g_assert_true (dov_ui_test_says (window, _("Begin work in our lounge")));
  g_assert_true (GTK_IS_LIST_BOX_ROW (dov_ui_test_get_focus (window)));
  gtk_widget_activate (dov_ui_test_get_focus (window));
  WAIT_FOR (dov_application_get_store (application) != NULL);
  dov_ui_test_settle ();

  page = GTK_WIDGET (dov_ui_program_get_page (application));
  g_assert_true (DOV_IS_FOUNDING_PAGE (page));
  store = dov_application_get_store (application);

  /* Saved too early: says what is missing and goes there. Nobody knows the village yet. */
  dov_ui_test_press_accel (window, "<Control>s");
  missing = g_strdup_printf (_("Please fill in: %s"), _("Settlement"));
  g_assert_true (dov_ui_test_says (page, missing));
  g_assert_true (dov_ui_test_says (page, _("Institution: club, house of culture")));
  g_assert_cmpint (dov_store_count (store, DOV_TYPE_LOUNGE, NULL, NULL), ==, 0);
  dov_ui_test_picture (window, "founding-missing");

  dov_ui_test_type (dov_ui_test_find (page, ADW_TYPE_ENTRY_ROW, _("Institution: club, house of culture")),
                    "Слудский Дом культуры");
  adw_combo_row_set_selected (ADW_COMBO_ROW (dov_ui_test_find (page, ADW_TYPE_COMBO_ROW, NULL)), 3);

  /* One click beside it loses nothing, and there is a way back: from any section, and after the program has ended. */
  dov_window_show_section (DOV_WINDOW (window), "families");
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_says (window, _("This file has no lounge yet")));
  dov_ui_test_picture (window, "unfounded");
  dov_window_show_section (DOV_WINDOW (window), "today");
  dov_ui_test_settle ();
  g_assert_nonnull (dov_ui_test_find (window, ADW_TYPE_ACTION_ROW, _("About the lounge")));
  dov_ui_test_click (dov_ui_test_find (window, GTK_TYPE_BUTTON, _("About the lounge")));
  page = GTK_WIDGET (dov_ui_program_get_page (application));
  g_assert_true (DOV_IS_FOUNDING_PAGE (page));
  g_assert_true (dov_ui_test_says (page, "Слудский Дом культуры"));
  g_assert_false (dov_ui_test_says (window, _("This file has no lounge yet")));
  dov_ui_program_close (application);
  g_clear_object (&application);

  application = dov_ui_program_start (NULL);
  WAIT_FOR (dov_application_get_store (application) != NULL);
  dov_ui_test_settle ();
  window = dov_ui_program_get_window (application);
  page = GTK_WIDGET (dov_ui_program_get_page (application));
  store = dov_application_get_store (application);
  g_assert_true (DOV_IS_FOUNDING_PAGE (page));
  g_assert_true (dov_ui_test_says (page, "Слудский Дом культуры"));
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (dov_ui_test_find (page, ADW_TYPE_COMBO_ROW, NULL))), ==, 3);
  dov_ui_test_type (dov_ui_test_find (page, ADW_TYPE_ENTRY_ROW, _("Address")), "с. Слудка, ул. Мира, 1");
  dov_ui_test_type (dov_ui_test_find (page, ADW_TYPE_ENTRY_ROW, _("Last name")), "Ветлугина");
  dov_ui_test_type (dov_ui_test_find (page, ADW_TYPE_ENTRY_ROW, _("First name")), "Надежда");
  dov_ui_test_type (dov_ui_test_find (page, ADW_TYPE_ENTRY_ROW, _("Patronymic")), "Павловна");
  dov_ui_test_press_accel (window, "<Control>s");

  g_assert_true (DOV_IS_TODAY_PAGE (dov_ui_program_get_page (application)));
  g_assert_cmpint (dov_store_count (store, DOV_TYPE_LOUNGE, NULL, NULL), ==, 1);
  settings = dov_store_find_first (store, DOV_TYPE_SETTINGS, NULL, NULL);
  lounge = dov_store_find (store, DOV_TYPE_LOUNGE, DOV_SETTINGS (settings)->lounge_id, NULL);
  g_assert_nonnull (lounge);
  g_assert_cmpstr (DOV_SETTINGS (settings)->head_name, ==, "");
  g_assert_cmpstr (DOV_SETTINGS (settings)->head_position, ==, "");
  g_assert_cmpstr (dov_store_get_user (store), ==, "Ветлугина\u00a0Н.П.");
  g_assert_true (dov_ui_test_says (window, "Ветлугина\u00a0Н.П."));
  g_assert_true (dov_ui_test_says (window, _("The file is ready")));
  g_assert_false (dov_ui_test_says (window, _("This file has no lounge yet")));
  drafts = dov_store_list_drafts (store, NULL);
  g_assert_cmpuint (drafts->len, ==, 0);
  dov_ui_test_picture (window, "today-new-file");

  /* All of it is one step, and can be taken back as one. */
  gtk_widget_activate_action (window, "win.undo", NULL);
  g_assert_cmpint (dov_store_count (store, DOV_TYPE_LOUNGE, NULL, NULL), ==, 0);
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_says (window, _("This file has no lounge yet")));
  dov_ui_program_close (application);
}

/* Whatever is pressed beside the first form, nothing typed is lost and there is a way back, also after a second start. */
static void
test_first_start_ways (void)
{
  static const char *const ways[] = {
    "Escape", "<Alt>Left", "<Alt>2", "<Control>k", "F1", "<Control>comma", "<Control>n", "<Control>h", "<Control>d",
    "F9", "close",
  };
  g_autoptr (DovApplication) application = NULL;
  GtkWidget *window;

  forget_everything ();
  application = dov_ui_program_start (NULL);
  gtk_widget_activate (dov_ui_test_get_focus (dov_ui_program_get_window (application)));
  WAIT_FOR (dov_application_get_store (application) != NULL);
  dov_ui_test_settle ();

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *typed = g_strdup_printf ("Дом культуры № %u", 31 + i);
      GtkWidget *page;

      window = dov_ui_program_get_window (application);
      page = GTK_WIDGET (dov_ui_program_get_page (application));
      g_test_message ("%s", ways[i]);
      g_assert_true (DOV_IS_FOUNDING_PAGE (page));
      dov_ui_test_type (dov_ui_test_find (page, ADW_TYPE_ENTRY_ROW, _("Institution: club, house of culture")), typed);
      if (g_str_equal (ways[i], "close"))
        {
          dov_ui_program_close (application);
          g_clear_object (&application);
          application = dov_ui_program_start (NULL);
          WAIT_FOR (dov_application_get_store (application) != NULL);
          dov_ui_test_settle ();
        }
      else
        {
          dov_ui_test_press_accel (window, ways[i]);
          if (g_str_equal (ways[i], "<Control>k"))
            dov_ui_test_press_accel (window, "Escape");
        }
      dov_visitor_set_near (FALSE);
      dov_ui_test_settle ();
      window = dov_ui_program_get_window (application);
      if (!DOV_IS_FOUNDING_PAGE (dov_ui_program_get_page (application)))
        dov_ui_test_click (dov_ui_test_find (window, GTK_TYPE_BUTTON, _("About the lounge")));
      page = GTK_WIDGET (dov_ui_program_get_page (application));
      g_assert_true (DOV_IS_FOUNDING_PAGE (page));
      g_assert_true (dov_ui_test_says (page, typed));
      g_assert_cmpint (dov_store_count (dov_application_get_store (application), DOV_TYPE_LOUNGE, NULL, NULL), ==, 0);
    }
  dov_ui_program_close (application);
}

static char *
ask_nobody (const DovFileWish *wish,
            gpointer           n_asked)
{
  (*(guint *) n_asked)++;

  return NULL;
}

/* “Begin work in our lounge” pressed once more goes on with the file that was begun. */
static void
test_begun (void)
{
  g_autofree char *usual = dov_application_dup_default_path ();
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  g_autofree char *example = g_strdup (dov_store_get_path (fixture->store));
  g_autoptr (DovApplication) application = NULL;
  guint n_asked = 0;

  dov_file_chooser_answer (ask_nobody, &n_asked);
  dov_store_close (fixture->store, NULL);
  forget_everything ();
  application = dov_ui_program_start (NULL);
  g_action_group_activate_action (G_ACTION_GROUP (application), "create", NULL);
  WAIT_FOR (dov_application_get_store (application) != NULL);

  /* Put away unfinished, and begun again; then from another file. */
  g_action_group_activate_action (G_ACTION_GROUP (application), "begin", NULL);
  dov_ui_test_settle ();
  g_assert_null (dov_application_get_store (application));
  g_action_group_activate_action (G_ACTION_GROUP (application), "create", NULL);
  WAIT_FOR (dov_application_get_store (application) != NULL);
  g_assert_cmpstr (dov_store_get_path (dov_application_get_store (application)), ==, usual);
  dov_application_open (application, example, 0);
  g_assert_cmpstr (dov_store_get_path (dov_application_get_store (application)), ==, example);
  g_action_group_activate_action (G_ACTION_GROUP (application), "create", NULL);
  g_assert_cmpstr (dov_store_get_path (dov_application_get_store (application)), ==, usual);
  g_assert_cmpuint (n_asked, ==, 0);
  dov_file_chooser_answer (NULL, NULL);
  dov_ui_program_close (application);
}

/* Where a lounge is at work already, a second file is begun only by who says so. */
static void
test_begun_again (void)
{
  g_autofree char *usual = dov_application_dup_default_path ();
  g_autofree char *folder = g_path_get_dirname (usual);
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  g_autofree char *made = g_strdup (dov_store_get_path (fixture->store));
  g_autoptr (GFile) from = g_file_new_for_path (made);
  g_autoptr (GFile) to = g_file_new_for_path (usual);
  g_autoptr (DovApplication) application = NULL;
  guint n_asked = 0;

  dov_file_chooser_answer (ask_nobody, &n_asked);
  dov_store_close (fixture->store, NULL);
  forget_everything ();
  g_mkdir_with_parents (folder, 0700);
  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL);
  application = dov_ui_program_start (usual);
  g_action_group_activate_action (G_ACTION_GROUP (application), "begin", NULL);
  for (guint i = 0; i < 2; i++)
    {
      static const char *const responses[] = { "another", "open" };

      dov_ui_test_settle ();
      g_action_group_activate_action (G_ACTION_GROUP (application), "create", NULL);
      WAIT_FOR (dov_ui_test_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
      dov_ui_test_settle ();
      dov_ui_test_picture (dov_ui_test_find_window (ADW_TYPE_MESSAGE_DIALOG), "begun-already");
      /* F9 puts the question away, and nothing has come of it. */
      dov_ui_test_press_accel (dov_ui_test_find_window (ADW_TYPE_MESSAGE_DIALOG), "F9");
      WAIT_FOR (dov_ui_test_find_window (ADW_TYPE_MESSAGE_DIALOG) == NULL);
      g_assert_true (dov_visitor_is_near ());
      dov_visitor_set_near (FALSE);
      g_assert_null (dov_application_get_store (application));
      g_action_group_activate_action (G_ACTION_GROUP (application), "create", NULL);
      WAIT_FOR (dov_ui_test_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (dov_ui_test_find_window (ADW_TYPE_MESSAGE_DIALOG)), responses[i]);
      gtk_window_destroy (GTK_WINDOW (dov_ui_test_find_window (ADW_TYPE_MESSAGE_DIALOG)));
      dov_ui_test_settle ();
      g_assert_cmpuint (n_asked, ==, 1);
    }
  g_assert_cmpstr (dov_store_get_path (dov_application_get_store (application)), ==, usual);
  dov_file_chooser_answer (NULL, NULL);
  dov_ui_program_close (application);
}

/* An example says what it is, as long as it is open. */
static void
test_example (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  g_autofree char *path = g_strdup (dov_store_get_path (fixture->store));
  g_autoptr (DovApplication) plain = NULL;
  g_autoptr (DovApplication) example = NULL;
  g_autoptr (GError) error = NULL;

  dov_store_close (fixture->store, NULL);
  plain = dov_ui_program_start (path);
  g_assert_false (dov_ui_test_says (dov_ui_program_get_window (plain), _("This is an example with invented people")));
  dov_store_mark_demo (dov_application_get_store (plain), &error);
  g_assert_no_error (error);
  dov_ui_program_close (plain);

  example = dov_ui_program_start (path);
  g_assert_true (dov_ui_test_says (dov_ui_program_get_window (example), _("This is an example with invented people")));
  g_assert_true (dov_ui_test_says (dov_ui_program_get_window (example), _("Begin work in our lounge")));
  dov_ui_program_close (example);
}

/* The window is drawn before the file is read: nothing in it is to be pressed in vain, and it can be closed. */
static void
test_window_comes_first (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  g_autofree char *path = g_strdup (dov_store_get_path (fixture->store));
  GtkWindow *window;

  dov_store_close (fixture->store, NULL);
  dov_config_set_text ("file", path, NULL);
  {
    g_autoptr (DovApplication) application = dov_application_new (NULL);

    g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
    g_application_register (G_APPLICATION (application), NULL, NULL);
    g_application_activate (G_APPLICATION (application));
    window = gtk_application_get_active_window (GTK_APPLICATION (application));
    g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window)));
    g_assert_null (dov_application_get_store (application));
    g_assert_true (dov_ui_test_says (GTK_WIDGET (window), _("Families")));
    /* Too early: nothing happens, and nothing breaks. */
    gtk_widget_activate_action (GTK_WIDGET (window), "win.section", "s", "families");
    gtk_widget_activate_action (GTK_WIDGET (window), "win.find", NULL);
    gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
    WAIT_FOR (dov_application_get_store (application) != NULL);
    g_assert_true (gtk_application_get_active_window (GTK_APPLICATION (application)) == window);
    g_assert_true (DOV_IS_TODAY_PAGE (dov_ui_program_get_page (application)));
    dov_ui_test_settle ();
    dov_ui_program_close (application);
  }
  {
    g_autoptr (DovApplication) application = dov_application_new (NULL);

    g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
    g_application_register (G_APPLICATION (application), NULL, NULL);
    g_application_activate (G_APPLICATION (application));
    gtk_window_close (gtk_application_get_active_window (GTK_APPLICATION (application)));
    dov_ui_test_settle ();
    g_assert_null (gtk_application_get_windows (GTK_APPLICATION (application)));
    g_assert_null (dov_application_get_store (application));
  }
}

/* The copy of the day is made when the window is there, and «Сегодня» says so. */
static void
test_daily_copy (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  g_autofree char *path = g_strdup (dov_store_get_path (fixture->store));
  g_autoptr (DovApplication) application = NULL;
  DovKeeper *keeper;
  GtkWidget *page;

  dov_store_close (fixture->store, NULL);
  g_assert_true (dov_backup_is_due (path));
  application = dov_application_new (NULL);
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  dov_application_open (application, path, 0);

  keeper = dov_keeper_of (dov_application_get_store (application));
  page = GTK_WIDGET (dov_ui_program_get_page (application));
  g_assert_true (DOV_IS_TODAY_PAGE (page));
  g_assert_false (dov_keeper_is_busy (keeper));
  WAIT_FOR (dov_ui_test_says (page, _("A copy is being made…")));
  WAIT_FOR (dov_ui_test_says (page, _("in order")));
  g_assert_false (dov_backup_is_due (path));
  dov_ui_program_close (application);
}

/* The next start opens the same file, in a window of the same size; closing it makes a copy. */
static void
test_second_start (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  g_autofree char *path = g_strdup (dov_store_get_path (fixture->store));
  g_autoptr (GPtrArray) copies = NULL;
  int width = 0;

  dov_store_close (fixture->store, NULL);
  {
    g_autoptr (DovApplication) application = dov_ui_program_start (path);

    width = gtk_widget_get_width (dov_ui_program_get_window (application));
    g_assert_true (DOV_IS_TODAY_PAGE (dov_ui_program_get_page (application)));
    WAIT_FOR (!dov_backup_is_due (path));
    dov_ui_test_settle ();
    dov_ui_test_settle ();
    dov_ui_program_close (application);
  }
  {
    g_autoptr (DovApplication) application = dov_ui_program_start (NULL);

    g_assert_cmpstr (dov_store_get_path (dov_application_get_store (application)), ==, path);
    g_assert_cmpint (gtk_widget_get_width (dov_ui_program_get_window (application)), ==, width);
    dov_ui_program_close (application);
  }
  copies = dov_backup_list (path, NULL);
  g_assert_cmpuint (copies->len, >=, 1);
}

/* What is saved after the daily copy is copied when the window closes. */
static void
test_copy_on_exit (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  g_autofree char *path = g_strdup (dov_store_get_path (fixture->store));
  g_autoptr (DovApplication) application = NULL;
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GError) error = NULL;
  DovStore *store;
  guint n_before;

  dov_store_close (fixture->store, NULL);
  application = dov_ui_program_start (path);
  WAIT_FOR (!dov_backup_is_due (path));
  dov_ui_test_settle ();
  copies = dov_backup_list (path, NULL);
  n_before = copies->len;
  g_clear_pointer (&copies, g_ptr_array_unref);

  store = dov_application_get_store (application);
  {
    g_autoptr (DovRecord) settings = dov_store_find_first (store, DOV_TYPE_SETTINGS, NULL, NULL);
    g_autoptr (DovRecord) changed = dov_record_dup (settings);

    dov_set (DOV_SETTINGS (changed), district_name, "Уржумский");
    dov_store_save (store, changed, &error);
    g_assert_no_error (error);
  }
  g_assert_true (dov_backup_is_due (path));
  dov_ui_program_close (application);
  g_assert_false (dov_backup_is_due (path));
  copies = dov_backup_list (path, NULL);
  g_assert_cmpuint (copies->len, >=, n_before);
}

/* A file that is damaged is not opened; the last copy is one key away. */
static void
test_damaged (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  g_autofree char *path = g_strdup (dov_store_get_path (fixture->store));
  g_autofree char *copy = dov_backup_make (path, NULL, NULL, NULL, NULL, NULL);
  g_autoptr (DovApplication) application = NULL;
  GtkWidget *window;
  GtkWidget *dialog;

  g_assert_nonnull (copy);
  dov_store_close (fixture->store, NULL);
  g_assert_cmpint (truncate (path, 5000), ==, 0);

  application = dov_ui_program_start (path);
  window = dov_ui_program_get_window (application);
  g_assert_null (dov_application_get_store (application));
  g_assert_true (dov_ui_test_says (window, _("The file is damaged")));
  g_assert_nonnull (dov_ui_test_find (window, GTK_TYPE_BUTTON, _("Choose another file…")));
  dov_ui_test_picture (window, "trouble-damaged");

  /* It is said first what would be lost; then the copy opens. */
  g_action_group_activate_action (G_ACTION_GROUP (application), "restore", g_variant_new_string (copy));
  dialog = dov_ui_test_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  WAIT_FOR (gtk_widget_get_mapped (dialog));
  dov_ui_test_picture (dialog, "restore");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "restore");
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_FOR (dov_application_get_store (application) != NULL);
  dov_ui_test_settle ();
  g_assert_cmpint (dov_store_count (dov_application_get_store (application), DOV_TYPE_LOUNGE, NULL, NULL), ==, 1);
  g_assert_true (DOV_IS_TODAY_PAGE (dov_ui_program_get_page (application)));
  dov_ui_program_close (application);
}

/* Whose the copy is stands in the question; the file of another lounge is not called a copy. */
static void
test_restore_of_another (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  g_autofree char *path = g_strdup (dov_store_get_path (fixture->store));
  g_autofree char *own = dov_backup_make (path, NULL, NULL, NULL, NULL, NULL);
  g_autofree char *folder = dov_ui_test_dup_folder ();
  g_autofree char *other = g_build_filename (folder, "other.doverie", NULL);
  g_autofree char *lounge = NULL;
  g_autoptr (DovApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  const char *copies[] = { own, other };

  g_assert_true (dov_store_make (other, NULL, NULL, &error));
  lounge = dov_store_describe_id (fixture->store, DOV_TYPE_LOUNGE, fixture->lounge);
  dov_store_close (fixture->store, NULL);
  application = dov_ui_program_start (path);

  for (guint i = 0; i < G_N_ELEMENTS (copies); i++)
    {
      GtkWidget *dialog;

      g_action_group_activate_action (G_ACTION_GROUP (application), "restore", g_variant_new_string (copies[i]));
      dialog = dov_ui_test_find_window (ADW_TYPE_MESSAGE_DIALOG);
      g_assert_nonnull (dialog);
      WAIT_FOR (gtk_widget_get_mapped (dialog));
      g_assert_cmpint (dov_ui_test_says (dialog, _("This is the file of another lounge")), ==, i == 1);
      g_assert_true (dov_ui_test_says (dialog, i == 0 ? lounge : _("a lounge that has no name yet")));
      dov_ui_test_picture (dialog, i == 0 ? "restore-own" : "restore-another");
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "keep");
      gtk_window_close (GTK_WINDOW (dialog));
      dov_ui_test_settle ();
    }
  dov_ui_program_close (application);
}

/* Not a file of ours, or none at all: said in words, with a way on. */
static void
test_foreign (void)
{
  g_autofree char *folder = dov_ui_test_dup_folder ();
  g_autofree char *foreign = g_build_filename (folder, "letter.doverie", NULL);
  g_autofree char *missing = g_build_filename (folder, "nothing.doverie", NULL);
  const char *files[] = { foreign, missing };
  const char *titles[] = { _("This is not a file of this program"), _("The file is not there") };

  g_file_set_contents (foreign, "Dear Nadezhda, this is a letter and no database at all.", -1, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (DovApplication) application = dov_ui_program_start (files[i]);

      g_assert_true (dov_ui_test_says (dov_ui_program_get_window (application), titles[i]));
      dov_ui_program_close (application);
    }
}

/* A file that somebody else has open can be looked at. */
static void
test_in_use (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  g_autofree char *path = g_strdup (dov_store_get_path (fixture->store));
  g_autoptr (DovApplication) application = dov_ui_program_start (path);
  GtkWidget *window = dov_ui_program_get_window (application);

  g_assert_true (dov_ui_test_says (window, _("The file is already open")));
  dov_ui_test_picture (window, "trouble-in-use");
  dov_ui_test_click (dov_ui_test_find (window, GTK_TYPE_BUTTON, _("Open to look only")));
  g_assert_true (dov_store_is_read_only (dov_application_get_store (application)));
  g_assert_true (dov_ui_test_says (window, _("Looking only")));
  dov_ui_program_close (application);
}

/* Starts the program once more beside the one that runs, as GApplication hands it over: what stands after --file, and
 * --demo, apart from the other words. */
static void
start_with (DovApplication    *application,
            const char *const *words,
            const char        *file,
            gboolean           is_demo)
{
  GVariantDict options = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (GApplicationCommandLine) line = NULL;
  int status = -1;

  if (file != NULL)
    g_variant_dict_insert_value (&options, "file", g_variant_new_bytestring (file));
  if (is_demo)
    g_variant_dict_insert (&options, "demo", "b", TRUE);
  line = g_object_new (G_TYPE_APPLICATION_COMMAND_LINE, "arguments", g_variant_new_bytestring_array (words, -1),
                       "options", g_variant_dict_end (&options), NULL);
  g_signal_emit_by_name (application, "command-line", line, &status);
  g_assert_cmpint (status, ==, 0);
  WAIT_FOR (dov_application_get_store (application) != NULL);
  dov_ui_test_settle ();
}

static void
start_again (DovApplication *application,
             const char     *word,
             const char     *option)
{
  const char *words[] = { "doverie", word, NULL };

  start_with (application, words, option, FALSE);
}

static const char *
get_open (DovApplication *application)
{
  return dov_store_get_path (dov_application_get_store (application));
}

static void
lock_door (DovStore *store,
           gint64    id)
{
  g_autoptr (DovRecord) event = dov_store_find (store, DOV_TYPE_EVENT, id, NULL);
  g_autoptr (GError) error = NULL;

  dov_door_open (store, DOV_EVENT (event), "2580", &error);
  g_assert_no_error (error);
}

static GString *printed;

static void
print_cb (const char *words)
{
  g_string_append (printed, words);
}

/* Of several files the first is opened, and of each other one it is said that it was not: of what stands after --file
 * and beside --demo as well, and of one named twice not that it was left out. */
static void
test_several_files (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  g_autofree char *path = g_strdup (dov_store_get_path (fixture->store));
  g_autofree char *folder = dov_ui_test_dup_folder ();
  g_autofree char *second = g_build_filename (folder, "Слудка.doverie", NULL);
  g_autofree char *third = g_build_filename (folder, "третий.doverie", NULL);
  GDate today = dov_today ();
  g_autofree char *name = g_strdup_printf ("demo %04d-%02d.doverie", g_date_get_year (&today), g_date_get_month (&today));
  g_autofree char *place = g_build_filename (g_get_user_data_dir (), "doverie", NULL);
  g_autofree char *demo = g_build_filename (place, name, NULL);
  const struct {
    const char *words[4], *file, *opened, *left_out[3];
    gboolean    is_demo;
  } starts[] = {
    { { "doverie", second, third }, NULL, second, { third } },
    { { "doverie", second, third }, path, path, { second, third } },
    { { "doverie", second, second, path }, NULL, second, { path } },
    { { "doverie", third }, path, demo, { path, third }, TRUE },
  };
  g_autoptr (DovApplication) application = NULL;
  GPrintFunc before;

  g_assert_true (dov_store_make (second, NULL, NULL, NULL));
  g_mkdir_with_parents (place, 0700);
  g_assert_true (dov_store_make (demo, NULL, NULL, NULL));
  dov_store_close (fixture->store, NULL);
  application = dov_ui_program_start (path);
  printed = g_string_new (NULL);
  before = g_set_printerr_handler (print_cb);
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      const char *words[5] = { NULL };
      g_autoptr (GString) told = g_string_new (NULL);

      for (guint j = 0; j < G_N_ELEMENTS (starts[i].words); j++)
        words[j] = starts[i].words[j];
      for (guint j = 0; j < G_N_ELEMENTS (starts[i].left_out) && starts[i].left_out[j] != NULL; j++)
        g_string_append_printf (told, _("One file is open at a time: “%s” was not opened.\n"), starts[i].left_out[j]);
      g_string_truncate (printed, 0);
      start_with (application, words, starts[i].file, starts[i].is_demo);
      g_assert_cmpstr (printed->str, ==, told->str);
      WAIT_FOR (g_str_equal (get_open (application), starts[i].opened));
    }
  g_set_printerr_handler (before);
  g_string_free (printed, TRUE);
  dov_ui_program_close (application);
  g_unlink (second);
  g_unlink (demo);
}

/* A second start finds the first. The same file, by whatever link: the page and what is half typed in it stay. One that
 * is no file, is not there or lies on no disk: it is said, and the present one stays. Another file: it opens, and what was
 * half typed waits in the first. Beside a door that is locked nothing opens. */
static void
test_start_beside (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  g_autofree char *path = g_strdup (dov_store_get_path (fixture->store));
  g_autofree char *folder = dov_ui_test_dup_folder ();
  g_autofree char *other = g_build_filename (folder, "Гремячка.doverie", NULL);
  g_autofree char *link = g_build_filename (folder, "ярлык.doverie", NULL);
  g_autofree char *missing = g_build_filename (folder, "нет такого.doverie", NULL);
  const char *wrong[] = { missing, folder, "trash:///doverie.doverie", "https://example.org/a.doverie" };
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_PERSON, 0);
  g_autoptr (DovApplication) application = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;
  gint64 event = dov_ui_fixture_add_event (fixture, "Посиделки", "2027-03-17T15:00", "concert", "planned");
  DovPage *page;
  GtkWidget *window;

  g_assert_true (dov_store_make (other, NULL, NULL, NULL));
  g_assert_cmpint (symlink (path, link), ==, 0);
  dov_store_close (fixture->store, NULL);
  application = dov_ui_program_start (path);
  window = dov_ui_program_get_window (application);
  dov_go_form (window, draft);
  dov_ui_test_settle ();
  page = dov_ui_program_get_page (application);
  dov_ui_test_type (dov_ui_test_find (GTK_WIDGET (page), GTK_TYPE_TEXT, NULL), "Ямшанова");

  start_again (application, NULL, NULL);
  start_again (application, path, NULL);
  start_again (application, NULL, link);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      start_again (application, i % 2 == 0 ? wrong[i] : NULL, i % 2 == 0 ? NULL : wrong[i]);
      g_assert_nonnull (dov_ui_test_find (window, GTK_TYPE_BUTTON, _("Got it")));
      gtk_widget_activate_action (window, "win.close-notice", NULL);
    }
  g_assert_true (dov_ui_program_get_page (application) == page);
  g_assert_true (dov_ui_test_says (GTK_WIDGET (page), "Ямшанова"));
  g_assert_cmpstr (get_open (application), ==, path);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (application))), ==, 1);

  start_again (application, other, NULL);
  g_assert_cmpstr (get_open (application), ==, other);
  g_assert_false (dov_ui_test_says (window, "Ямшанова"));
  start_again (application, NULL, path);
  g_assert_cmpstr (get_open (application), ==, path);
  drafts = dov_store_list_drafts (dov_application_get_store (application), NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (((DovDraft *) g_ptr_array_index (drafts, 0))->words, ==, "Ямшанова");

  /* The PIN of the door is asked for, whatever file is named. */
  lock_door (dov_application_get_store (application), event);
  dov_go_to (window, dov_door_page_new_open (dov_application_get_store (application), event));
  dov_ui_test_settle ();
  start_again (application, other, NULL);
  g_assert_cmpstr (get_open (application), ==, path);
  g_assert_true (DOV_IS_DOOR_PAGE (dov_ui_program_get_page (application)));

  /* The computer is told to shut down while it is asked, and the program is started again before the copy is made. */
  dov_window_end (DOV_WINDOW (window));
  start_again (application, NULL, NULL);
  g_assert_cmpstr (get_open (application), ==, path);
  g_assert_true (DOV_IS_DOOR_PAGE (dov_ui_program_get_page (application)));
  WAIT_FOR (!dov_backup_is_due (path));
  dov_window_end (DOV_WINDOW (dov_ui_program_get_window (application)));
  dov_ui_test_settle ();
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add_func ("/application/first-start", test_first_start);
  g_test_add_func ("/application/first-start-ways", test_first_start_ways);
  g_test_add_func ("/application/begun", test_begun);
  g_test_add_func ("/application/begun-again", test_begun_again);
  g_test_add_func ("/application/window-comes-first", test_window_comes_first);
  g_test_add_func ("/application/daily-copy", test_daily_copy);
  g_test_add_func ("/application/second-start", test_second_start);
  g_test_add_func ("/application/start-beside", test_start_beside);
  g_test_add_func ("/application/several-files", test_several_files);
  g_test_add_func ("/application/example", test_example);
  g_test_add_func ("/application/copy-on-exit", test_copy_on_exit);
  g_test_add_func ("/application/damaged", test_damaged);
  g_test_add_func ("/application/restore-of-another", test_restore_of_another);
  g_test_add_func ("/application/foreign", test_foreign);
  g_test_add_func ("/application/in-use", test_in_use);

  return g_test_run ();
}
