/* test-visitor.c - F9 covers at once what is about others, everywhere */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-go.h"
#include "dov-window.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "dov-backup.h"
#include "dov-date-row.h"
#include "dov-door-page.h"
#include "dov-family-category.h"
#include "dov-family-member.h"
#include "dov-family.h"
#include "dov-field-group.h"
#include "dov-file-chooser.h"
#include "dov-link-row.h"
#include "dov-palette.h"
#include "dov-paper-page.h"
#include "dov-person.h"
#include "dov-printing.h"
#include "dov-registry.h"
#include "dov-restore-question.h"
#include "dov-rooms.h"
#include "dov-saving.h"
#include "dov-sign-in-page.h"
#include "dov-table-view.h"
#include "dov-ui-fixture.h"
#include "dov-ui-keys.h"
#include "dov-ui-test.h"
#include "dov-visitor.h"

static const char *const others[] = { "Ёлкины", "Кощеевы", "Пестовы-Загребины", "Яранцевы" };

static gboolean
says_others (DovWindow *window)
{
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (dov_ui_test_says (GTK_WIDGET (window), others[i]))
      return TRUE;

  return FALSE;
}

static gint64
find_family (DovUiFixture *fixture,
             const char   *name)
{
  DovQuery query = { .where = "family_name = ?1", .params = g_variant_new ("(s)", name) };
  g_autoptr (GArray) ids = dov_store_list (fixture->store, DOV_TYPE_FAMILY, &query, NULL);

  g_assert_cmpuint (ids->len, ==, 1);

  return g_array_index (ids, gint64, 0);
}

static void
press_f9 (DovWindow *window)
{
  g_assert_true (dov_ui_test_press (GTK_WIDGET (window), GDK_KEY_F9, 0));
  dov_ui_test_settle ();
}

/* No section shows another family while somebody sits there, and none needs to be opened again after. */
static void
test_sections (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  guint n_sections = 0;
  const DovRoom *sections = dov_rooms_list_sections (&n_sections);

  dov_window_show_section (window, "families");
  dov_ui_test_settle ();
  g_assert_true (says_others (window));
  press_f9 (window);
  g_assert_false (says_others (window));
  g_assert_true (dov_ui_test_says (GTK_WIDGET (window), _("A visitor is near")));
  dov_ui_test_picture (GTK_WIDGET (window), "visitor-families");

  for (guint i = 0; i < n_sections; i++)
    {
      dov_window_show_section (window, sections[i].name);
      dov_ui_test_settle ();
      g_assert_false (says_others (window));
    }

  dov_window_show_section (window, "families");
  press_f9 (window);
  g_assert_true (says_others (window));
  g_assert_false (dov_ui_test_says (GTK_WIDGET (window), _("Show everything again")));
  dov_ui_test_close (GTK_WINDOW (window));
}

static void
test_family (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  gint64 id = find_family (fixture, "Черемисиновы");
  g_autoptr (DovRecord) family = dov_store_find (fixture->store, DOV_TYPE_FAMILY, id, NULL);
  g_autoptr (DovRecord) draft = dov_record_dup (family);
  g_autoptr (GError) error = NULL;

  dov_set (DOV_FAMILY (draft), urgent_remark, "Звонить только вечером");
  dov_store_save (fixture->store, draft, &error);
  g_assert_no_error (error);
  dov_go_record (window, DOV_TYPE_FAMILY, id);
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_says (GTK_WIDGET (window), "Черемисиновы"));
  g_assert_true (dov_ui_test_says (GTK_WIDGET (window), "На сопровождении"));

  press_f9 (window);
  g_assert_true (dov_ui_test_says (GTK_WIDGET (window), "Черемисиновы"));
  g_assert_false (dov_ui_test_says (GTK_WIDGET (window), "На сопровождении"));
  g_assert_false (dov_ui_test_says (GTK_WIDGET (window), "Звонить только вечером"));
  g_assert_false (dov_ui_test_says (GTK_WIDGET (window), _("Categories")));
  g_assert_false (dov_ui_test_says (GTK_WIDGET (window), _("History")));
  dov_ui_test_picture (GTK_WIDGET (window), "visitor-family");

  /* the form of the family is filled in together, without what is covered */
  dov_ui_test_press (GTK_WIDGET (window), GDK_KEY_Return, GDK_CONTROL_MASK);
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_says (GTK_WIDGET (window), _("Home address")));
  g_assert_false (dov_ui_test_says (GTK_WIDGET (window), _("Case status")));
  g_assert_false (dov_ui_test_says (GTK_WIDGET (window), "Звонить только вечером"));
  dov_ui_test_picture (GTK_WIDGET (window), "visitor-form");
  press_f9 (window);
  g_assert_true (dov_ui_test_says (GTK_WIDGET (window), _("Case status")));
  dov_ui_test_close (GTK_WINDOW (window));
}

/* The search finds the one who is called by name, not a list of others. */
static void
test_palette (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  static const struct
  {
    const char *typed;
    gboolean    is_found;
  } cases[] = { { "ёл", FALSE }, { "о", FALSE }, { "яранц", TRUE } };

  press_f9 (window);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *entry;

      g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>k"));
      dov_ui_test_settle ();
      entry = dov_ui_test_get_focus (GTK_WIDGET (window));
      gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_ancestor (entry, GTK_TYPE_ENTRY)), cases[i].typed);
      if (cases[i].is_found)
        WAIT_FOR (dov_ui_test_says (GTK_WIDGET (window), "Яранцевы"));
      else
        WAIT_FOR (dov_ui_test_says (GTK_WIDGET (window), _("A visitor is near: type more of the name, until few are left.")));
      g_assert_cmpint (says_others (window), ==, cases[i].is_found);
      g_assert_false (dov_ui_test_says (GTK_WIDGET (window), "ул. Лесная"));
      dov_ui_test_press_accel (GTK_WIDGET (window), "Escape");
    }
  press_f9 (window);
  dov_ui_test_close (GTK_WINDOW (window));
}

/* What others read too, on the bar of windows and on a picture of the screen, names no family. */
static void
test_titles_and_toasts (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  gint64 id = find_family (fixture, "Ёлкины");
  g_autofree char *of_section = g_strdup_printf (_("%s — Doverie"), _("Families"));
  g_autofree char *of_family = g_strdup_printf (_("%s — Doverie"), "Ёлкины");
  g_autoptr (DovRecord) family = dov_store_find (fixture->store, DOV_TYPE_FAMILY, id, NULL);
  g_autoptr (DovRecord) draft = dov_record_dup (family);
  g_autoptr (GError) error = NULL;

  dov_window_show_section (window, "families");
  dov_go_record (window, DOV_TYPE_FAMILY, id);
  dov_ui_test_settle ();
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, of_family);
  press_f9 (window);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, of_section);
  press_f9 (window);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, of_family);

  /* The way back names the page below, here a family too. */
  dov_go_form (window, draft);
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_says (GTK_WIDGET (window), "Ёлкины"));
  press_f9 (window);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, of_section);
  dov_go_back (window);
  dov_go_back (window);

  dov_set (DOV_FAMILY (draft), urgent_remark, "Звонить только вечером");
  dov_store_save (fixture->store, draft, &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_says (GTK_WIDGET (window), _("It is done")));
  g_assert_false (dov_ui_test_says (GTK_WIDGET (window), "Ёлкины"));
  press_f9 (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  dov_ui_test_settle ();
  g_assert_false (dov_ui_test_says (GTK_WIDGET (window), _("It is done")));
  dov_ui_test_close (GTK_WINDOW (window));
}

/* A workbook of families is not written unasked; its name says what is in it, not who. */
static void
test_saving (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  g_autoptr (GArray) ids = dov_store_list (fixture->store, DOV_TYPE_FAMILY, NULL, NULL);
  g_autofree char *name = NULL;
  GtkWidget *page;
  DovSaving *saving;

  dov_go_to (window, dov_rooms_open_ids (fixture->store, DOV_TYPE_FAMILY, "Семьи: ёлкин", ids));
  dov_ui_test_settle ();
  page = GTK_WIDGET (dov_window_get_page (window));
  saving = DOV_SAVING (dov_ui_test_find (page, DOV_TYPE_SAVING, NULL));
  press_f9 (window);
  g_assert_true (gtk_widget_activate_action (page, "list.excel", NULL));
  WAIT_FOR (dov_saving_get_state (saving) != DOV_SAVING_BUSY);
  g_assert_cmpint (dov_saving_get_state (saving), ==, DOV_SAVING_ASKS);
  g_assert_false (g_file_test (dov_saving_get_path (saving), G_FILE_TEST_EXISTS));
  name = g_path_get_basename (dov_saving_get_path (saving));
  g_assert_cmpstr (name, ==, "Семьи, 2027-03-17.xlsx");
  dov_saving_close (saving);

  /* Asked anew each time; what was answered holds for the one file. Who answers sees the page. */
  g_assert_true (gtk_widget_activate_action (page, "list.excel", NULL));
  WAIT_FOR (dov_saving_get_state (saving) == DOV_SAVING_ASKS);
  press_f9 (window);
  dov_ui_test_picture (GTK_WIDGET (window), "visitor-saving");
  dov_ui_test_click (dov_ui_test_find (GTK_WIDGET (saving), GTK_TYPE_BUTTON, _("Save all the same")));
  WAIT_FOR (dov_saving_get_state (saving) == DOV_SAVING_DONE);
  g_assert_true (g_file_test (dov_saving_get_path (saving), G_FILE_TEST_EXISTS));

  g_assert_true (gtk_widget_activate_action (page, "list.excel", NULL));
  WAIT_FOR (dov_saving_get_state (saving) == DOV_SAVING_TAKEN);
  dov_ui_test_close (GTK_WINDOW (window));
}

static void
answer (const char *response)
{
  GtkWidget *dialog;

  WAIT_FOR ((dialog = dov_ui_test_find_window (ADW_TYPE_MESSAGE_DIALOG)) != NULL);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Nor do pages with people in them come out of the printer unasked. */
static void
test_printing (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "printed.pdf", NULL);
  GtkWidget *page;

  dov_printing_answer (path);
  dov_window_show_section (window, "families");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dov_window_get_page (window)), "list.print", NULL));
  dov_ui_test_settle ();
  page = GTK_WIDGET (dov_window_get_page (window));
  WAIT_FOR (dov_paper_page_get_print (DOV_PAPER_PAGE (page)) != NULL);
  press_f9 (window);
  g_assert_true (gtk_widget_activate_action (page, "paper.print", NULL));
  WAIT_FOR (dov_ui_test_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  answer ("keep");
  dov_ui_test_settle ();
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  g_assert_true (gtk_widget_activate_action (page, "paper.print", NULL));
  answer ("go-on");
  WAIT_FOR (g_file_test (path, G_FILE_TEST_EXISTS));
  g_unlink (path);

  /* Alone, nobody is asked. */
  press_f9 (window);
  g_assert_true (gtk_widget_activate_action (page, "paper.print", NULL));
  WAIT_FOR (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_null (dov_ui_test_find_window (ADW_TYPE_MESSAGE_DIALOG));
  dov_printing_answer (NULL);
  dov_ui_test_close (GTK_WINDOW (window));
}

/* Who goes leaves everything as it was: what was hidden for another reason stays hidden. */
static void
test_leaving (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *shown = gtk_label_new ("Звонить вечером");
  GtkWidget *hidden = gtk_label_new ("Диспансерный учёт");
  GtkWidget *late = gtk_label_new ("Группа здоровья");
  GtkWidget *inside = gtk_label_new ("Долги");
  GtkWidget *veil = dov_veil_new (inside);
  GtkWidget *all[] = { shown, hidden, late, veil };
  GtkWindow *window;

  gtk_widget_set_visible (hidden, FALSE);
  gtk_widget_set_visible (late, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    gtk_box_append (GTK_BOX (box), all[i]);
  for (guint i = 0; i < 3; i++)
    dov_visitor_hide (all[i]);
  window = dov_ui_test_show (box);
  g_assert_true (gtk_widget_is_visible (shown));
  g_assert_false (gtk_widget_is_visible (hidden));

  dov_visitor_set_near (TRUE);
  gtk_widget_set_visible (late, TRUE);      /* a reason that comes up while somebody sits there */
  gtk_widget_set_visible (inside, FALSE);
  dov_ui_test_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_assert_false (gtk_widget_is_visible (all[i]));

  for (guint i = 0; i < 2; i++)
    {
      dov_visitor_set_near (FALSE);
      g_assert_true (gtk_widget_is_visible (shown));
      g_assert_false (gtk_widget_is_visible (hidden));
      g_assert_true (gtk_widget_is_visible (late));
      g_assert_false (gtk_widget_is_visible (inside));
      dov_visitor_set_near (TRUE);
      g_assert_false (gtk_widget_is_visible (shown));
      g_assert_false (gtk_widget_is_visible (late));
    }

  dov_visitor_set_near (FALSE);
  dov_ui_test_close (window);
}

/* What is typed into a covered form is not saved, sought in or added to by keys that a person presses unseen; what was
 * to be read above the page, and what Ctrl+K had found, is not read by others. */
static void
test_keys (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  g_autoptr (DovRecord) draft = dov_record_new (dov_registry_find ("drive"), 0);
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "Ёлкины: такой номер уже есть");
  gint64 before = dov_store_get_last_operation (fixture->store);
  GtkWidget *page, *palette;

  dov_go_form (window, draft);
  dov_ui_test_settle ();
  page = GTK_WIDGET (dov_window_get_page (window));
  dov_ui_test_type (dov_ui_test_find (page, GTK_TYPE_TEXT, NULL), "Дрова вдовам");
  dov_shell_show_error (DOV_SHELL (window), error);
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_says (GTK_WIDGET (window), "Ёлкины"));
  press_f9 (window);
  g_assert_false (dov_ui_test_says (GTK_WIDGET (window), "Ёлкины"));
  for (guint i = 0; i < 4; i++)
    {
      static const char *const keys[] = { "<Control>s", "<Control>f", "<Control>n", "<Control>z" };

      dov_ui_test_press_accel (GTK_WIDGET (window), keys[i]);
      g_assert_true (GTK_WIDGET (dov_window_get_page (window)) == page);
      g_assert_false (gtk_widget_is_ancestor (dov_ui_test_get_focus (page), page));
      g_assert_cmpint (dov_store_get_last_operation (fixture->store), ==, before);
    }
  press_f9 (window);
  g_assert_true (dov_ui_test_says (page, "Дрова вдовам"));
  g_assert_true (dov_ui_test_says (GTK_WIDGET (window), "Ёлкины"));

  dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>k");
  palette = dov_ui_test_find (GTK_WIDGET (window), DOV_TYPE_PALETTE, NULL);
  dov_ui_test_type (palette, "ёл");
  WAIT_FOR (dov_ui_test_says (palette, "Ёлкины"));
  dov_ui_test_press_accel (GTK_WIDGET (window), "Escape");
  press_f9 (window);
  dov_ui_test_strike (GTK_WIDGET (window), "<Control>k");
  g_assert_true (gtk_widget_get_mapped (palette));
  g_assert_false (says_others (window));
  press_f9 (window);
  dov_ui_test_close (GTK_WINDOW (window));
}

/* Whoever comes in is covered with one press, in every window and text. */
static void
test_eye (void)
{
  static const struct { int width; int height; guint percent; } looks[] = {
    { 1366, 768, 100 }, { 1366, 768, 150 }, { 1366, 768, 200 }, { 1024, 600, 100 }, { 1024, 600, 150 },
  };
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  guint n_sections = 0;
  const DovRoom *sections = dov_rooms_list_sections (&n_sections);
  GtkWidget *eye = dov_ui_test_find_tip (GTK_WIDGET (window), _("A visitor is near: hide what is about others (F9)"));

  g_assert_nonnull (eye);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *name = g_strdup_printf ("eye-%d-%u", looks[i].width, looks[i].percent);

      dov_ui_test_set_text_size (looks[i].percent);
      for (guint n = 0; n < n_sections; n++)
        {
          graphene_rect_t place;

          dov_window_show_section (window, sections[n].name);
          dov_ui_test_resize (GTK_WINDOW (window), looks[i].width, looks[i].height);
          g_assert_true (gtk_widget_compute_bounds (eye, GTK_WIDGET (window), &place));
          g_test_message ("%s at %d × %d, %u %%: to %g", sections[n].name, looks[i].width, looks[i].height,
                          looks[i].percent, place.origin.x + place.size.width);
          g_assert_cmpfloat (place.origin.x + place.size.width, <=, looks[i].width);
          g_assert_cmpfloat (place.size.width, >=, 16);
        }
      dov_window_show_section (window, "families");
      dov_ui_test_picture (GTK_WIDGET (window), name);
    }
  dov_ui_test_set_text_size (100);
  dov_ui_test_close (GTK_WINDOW (window));
}

static gboolean
is_covered (DovWindow *window)
{
  return !gtk_widget_get_mapped (GTK_WIDGET (dov_window_get_page (window)))
         && dov_ui_test_says (GTK_WIDGET (window), _("Show everything again"));
}

/* Under a link field stands who is called by name, not who else there is; nothing can be chosen from a hint. */
static void
test_link_row (void)
{
  static const struct { const char *typed; gboolean is_found; } cases[] = {
    { "", FALSE }, { "о", FALSE }, { "ёл", FALSE }, { "ны", FALSE }, { "ёлкин", TRUE },
  };
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  g_autoptr (DovRecord) draft = dov_record_new (dov_registry_find ("family_link"), 0);
  GtkWidget *group = dov_field_group_new (fixture->store, draft, "Связь");
  GtkWidget *row = GTK_WIDGET (dov_field_group_add (DOV_FIELD_GROUP (group), "family_id"));
  GtkWindow *window = dov_ui_test_show (group);
  GtkWidget *popover = dov_link_row_get_popover (DOV_LINK_ROW (row));

  for (guint near = 0; near < 2; near++)
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        dov_visitor_set_near (near > 0);
        dov_ui_test_type (row, cases[i].typed);
        if (*cases[i].typed == '\0')
          dov_ui_test_press_accel (row, "Down");
        WAIT_FOR (gtk_widget_get_mapped (popover));
        g_assert_cmpint (dov_ui_test_says (popover, "Ёлкины"), ==, near == 0 || cases[i].is_found);
        g_assert_cmpint (dov_ui_test_says (popover, dov_visitor_get_hint ()), ==, near > 0 && !cases[i].is_found);
        if (near > 0)
          g_assert_false (dov_ui_test_says (popover, "Кощеевы") || dov_ui_test_says (popover, "Яранцевы"));
        if (near > 0 && !cases[i].is_found)
          dov_ui_test_press_accel (row, "Return");
        g_assert_cmpint (dov_record_get_number (draft, "family_id"), ==, 0);
        dov_ui_test_press_accel (row, "Escape");
      }
  dov_ui_test_type (row, "ёлкин");
  WAIT_FOR (dov_ui_test_says (popover, "Ёлкины"));
  dov_ui_test_press_accel (row, "Return");
  g_assert_cmpint (dov_record_get_number (draft, "family_id"), ==, find_family (fixture, "Ёлкины"));
  dov_visitor_set_near (FALSE);
  dov_ui_test_close (window);
}

static const struct { const char *record; GType (*row) (void); const char *typed; } fields_that_open[] = {
  { "family_link", dov_link_row_get_type, "ёл" }, { "drive", dov_date_row_get_type, NULL },
};

/* Opens what the field of a new record has found, or the calendar of its day. */
static GtkWidget *
open_popover (DovWindow  *window,
              guint       which,
              GtkWidget **popover)
{
  g_autoptr (DovRecord) draft = dov_record_new (dov_registry_find (fields_that_open[which].record), 0);
  GtkWidget *row;

  dov_go_form (window, draft);
  dov_ui_test_settle ();
  row = dov_ui_test_find (GTK_WIDGET (window), fields_that_open[which].row (), NULL);
  gtk_widget_grab_focus (row);
  if (fields_that_open[which].typed != NULL)
    dov_ui_test_type (row, fields_that_open[which].typed);
  else
    dov_ui_test_press_accel (row, "<Alt>Down");
  WAIT_FOR ((*popover = dov_ui_test_find (row, GTK_TYPE_POPOVER, NULL)) != NULL && gtk_widget_get_mapped (*popover));

  return row;
}

/* What stood open over a form goes with it: what a field has found, and the calendar of a day. */
static void
test_popovers (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (fields_that_open); i++)
    {
      GtkWidget *popover, *row = open_popover (window, i, &popover);

      press_f9 (window);
      WAIT_FOR (!gtk_widget_get_mapped (popover));
      g_assert_false (says_others (window));
      g_assert_true (is_covered (window));
      g_assert_false (gtk_widget_is_ancestor (dov_ui_test_get_focus (GTK_WIDGET (window)), row));
      press_f9 (window);
      dov_go_back (window);
    }
  dov_ui_test_close (GTK_WINDOW (window));
}

/* The list of who came is covered as any other; at the door names are called out, and none stays when it is left. */
static void
test_door (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  gint64 event = dov_ui_fixture_add_event (fixture, "Посиделки", "2027-03-17T15:00", "concert", "planned");
  GtkWidget *page;

  dov_go_to (window, dov_sign_in_page_new (fixture->store, fixture->held));
  dov_ui_test_settle ();
  page = GTK_WIDGET (dov_window_get_page (window));
  press_f9 (window);
  g_assert_true (is_covered (window));
  g_assert_false (gtk_widget_get_mapped (page));
  g_assert_false (gtk_widget_is_ancestor (dov_ui_test_get_focus (page), page));
  dov_go_back (window);

  dov_window_show_section (window, "families");
  dov_go_to (window, dov_door_page_new (fixture->store, event));
  dov_ui_test_settle ();
  page = GTK_WIDGET (dov_window_get_page (window));
  g_assert_true (gtk_widget_get_mapped (page));
  dov_ui_test_press_accel (page, "Return");
  g_assert_false (dov_ui_test_says (page, "ул. Лесная"));
  dov_ui_keys_write (page, "ёлкин");
  dov_ui_test_press_accel (page, "Return");
  dov_ui_test_press_accel (page, "<Control>z");
  g_assert_true (dov_ui_test_says (page, "Ёлкин"));
  for (guint i = 0; i < 4 && GTK_WIDGET (dov_window_get_page (window)) == page; i++)
    dov_ui_test_press_accel (page, "Escape");
  g_assert_true (is_covered (window));
  g_assert_true (dov_visitor_is_near ());
  g_assert_false (dov_ui_test_says (GTK_WIDGET (window), "Ёлкин"));
  press_f9 (window);
  dov_ui_test_close (GTK_WINDOW (window));
}

/* What is copied from a covered list is nothing. */
static void
test_copying (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));

  for (guint near = 0; near < 2; near++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      GtkWidget *table;

      dov_window_show_section (window, "families");
      dov_ui_test_settle ();
      if (near > 0)
        press_f9 (window);
      gdk_clipboard_set_text (clipboard, "прежнее");
      table = dov_ui_test_find (GTK_WIDGET (dov_window_get_page (window)), DOV_TYPE_TABLE_VIEW, NULL);
      if (table != NULL)
        {
          dov_table_view_select (DOV_TABLE_VIEW (table), 2, TRUE);
          gtk_widget_child_focus (table, GTK_DIR_TAB_FORWARD);
        }
      dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>c");
      g_value_init (&value, G_TYPE_STRING);
      g_assert_true (gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &value, NULL));
      g_test_message ("near %u: %s", near, g_value_get_string (&value));
      g_assert_cmpint (g_strcmp0 (g_value_get_string (&value), "прежнее") == 0, ==, near > 0);
    }
  press_f9 (window);
  dov_ui_test_close (GTK_WINDOW (window));
}

static void
never_cb (gpointer data)
{
  g_assert_not_reached ();
}

/* A question in a window of its own: F9 puts it away and covers; asked while somebody sits there it names nobody. */
static void
test_dialog (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  const char *path = dov_store_get_path (fixture->store);
  g_autofree char *copy = dov_backup_make (path, NULL, NULL, NULL, NULL, NULL);

  for (guint i = 0; i < 4; i++)
    {
      static const char *const which[] = { "Первые", "Вторые", "Третьи", "Поздние" };
      g_autofree char *name = g_strdup_printf ("Ёлкины-%s", which[i]);
      g_autofree char *case_no = g_strdup_printf ("3-2027/%u", 901 + i);

      dov_ui_fixture_add_family (fixture, name, case_no, "с. Слудка, ул. Дальняя, 3", "active", 0);
    }
  dov_window_show_section (window, "families");
  for (guint near = 0; near < 2; near++)
    {
      GtkWidget *dialog;

      dov_restore_question_ask (GTK_WINDOW (window), path, copy, never_cb, g_strdup (""), g_free);
      WAIT_FOR (dov_ui_test_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
      dialog = dov_ui_test_find_window (ADW_TYPE_MESSAGE_DIALOG);
      g_assert_cmpint (dov_ui_test_says (dialog, "Поздние"), ==, near == 0);
      g_assert_cmpint (dov_ui_test_says (dialog, "Третьи"), ==, near == 0);
      g_assert_false (dov_ui_test_says (dialog, "Первые"));   /* three are named, the last first */
      dov_ui_test_picture (dialog, near > 0 ? "restore-visitor" : "restore-three");
      dov_ui_test_press_accel (dialog, "F9");
      WAIT_FOR (dov_ui_test_find_window (ADW_TYPE_MESSAGE_DIALOG) == NULL);
      g_assert_true (dov_visitor_is_near ());
      g_assert_true (is_covered (window));
    }
  press_f9 (window);
  dov_ui_test_close (GTK_WINDOW (window));
}

static void
save (DovUiFixture *fixture,
      DovRecord    *draft)
{
  g_autoptr (GError) error = NULL;

  dov_store_save (fixture->store, draft, &error);
  g_assert_no_error (error);
}

/* What cannot be saved as it is, for the sake of the card of somebody else: a number that is hers, a name and a year that
 * are hers, a child whose family is another one, a case that is another family’s. */
static DovRecord *
dup_refused (DovUiFixture *fixture,
             guint         which)
{
  DovQuery of_family = { .where = "family_id = ?1", .params = g_variant_new ("(x)", find_family (fixture, "Ёлкины")) };
  g_autoptr (DovRecord) member = dov_store_find_first (fixture->store, DOV_TYPE_FAMILY_MEMBER, &of_family, NULL);
  g_autoptr (DovRecord) primary = dov_record_dup (member);
  DovRecord *draft = dov_record_new (which < 2 ? DOV_TYPE_PERSON : which == 2 ? DOV_TYPE_FAMILY_MEMBER : DOV_TYPE_FAMILY, 0);

  if (which < 2)
    {
      dov_set (DOV_PERSON (draft), last_name, which == 0 ? "Ямшанова" : "Ёлкины-Кощеевы");
      dov_set (DOV_PERSON (draft), first_name, "Инна");
      dov_set (DOV_PERSON (draft), birth_year, 1984);
      dov_set (DOV_PERSON (draft), snils, which == 0 ? "11223344595" : "");
    }
  else if (which == 2)
    {
      dov_set (DOV_FAMILY_MEMBER (primary), is_primary, TRUE);
      save (fixture, primary);
      dov_set (DOV_FAMILY_MEMBER (draft), family_id, find_family (fixture, "Ветошкины"));
      dov_set (DOV_FAMILY_MEMBER (draft), person_id, DOV_FAMILY_MEMBER (member)->person_id);
      dov_set (DOV_FAMILY_MEMBER (draft), kinship, DOV_KINSHIP_CHILD);
      dov_set (DOV_FAMILY_MEMBER (draft), is_primary, TRUE);
    }
  else
    {
      dov_set (DOV_FAMILY (draft), family_name, "Ямшановы");
      dov_set (DOV_FAMILY (draft), lounge_id, fixture->lounge);
      dov_set (DOV_FAMILY (draft), case_no, "3-2024/017");
    }

  return draft;
}

/* Where a name is left out. */
static GtkLabel *
find_covered (DovWindow *window)
{
  GtkWidget *page = GTK_WIDGET (dov_window_get_page (window));
  g_autofree char *all = dov_ui_test_dup_words (page);
  g_auto (GStrv) lines = g_strsplit (all, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], _("(hidden: F9)")) != NULL)
      return GTK_LABEL (dov_ui_test_find (page, GTK_TYPE_LABEL, lines[i]));

  return NULL;
}

/* A rule that names somebody else says it without the name while a visitor is near, wherever it is said: under a field,
 * over the form, with a place for a reason. When he has gone it is read, and when the next one comes it is not. */
static void
test_rules (void)
{
  static const char *const hidden[] = { "Ёлкины-Кощеевы", "Ёлкины-Кощеевы", "Ёлкины", "Ёлкины" };
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  gint64 other = dov_ui_fixture_add_person (fixture, "Ёлкины-Кощеевы", "Инна", "", 1984);
  g_autoptr (DovRecord) person = dov_store_find (fixture->store, DOV_TYPE_PERSON, other, NULL);
  g_autoptr (DovRecord) numbered = dov_record_dup (person);

  dov_set (DOV_PERSON (numbered), snils, "11223344595");
  save (fixture, numbered);
  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    {
      g_autoptr (DovRecord) draft = dup_refused (fixture, i);
      gint64 last = dov_store_get_last_operation (fixture->store);
      GtkLabel *said;

      dov_go_form (window, draft);
      dov_ui_test_settle ();
      press_f9 (window);
      dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>s");
      dov_ui_test_settle ();
      g_assert_cmpint (dov_store_get_last_operation (fixture->store), ==, last);
      dov_ui_test_picture (GTK_WIDGET (window), i == 0 ? "visitor-rule" : "visitor-rule-over");
      said = find_covered (window);
      g_assert_nonnull (said);
      for (guint n = 0; n < 4; n++)
        {
          g_assert_cmpint (strstr (gtk_label_get_label (said), hidden[i]) == NULL, ==, n % 2 == 0);
          press_f9 (window);
        }
      press_f9 (window);
      dov_go_back (window);
    }
  dov_ui_test_close (GTK_WINDOW (window));
}

static guint n_answers;

static void
nothing_cb (GFile    *file,
            gpointer  data)
{
  g_assert_null (file);
  n_answers++;
}

/* Names of files name families, and no veil lies over the window that shows them: it is asked first, leaving is the
 * default, and F9 puts away the window that is open. */
static void
test_choosers (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  const DovFileWish wish = { .title = "Какой файл", .accept = "Открыть", .action = GTK_FILE_CHOOSER_ACTION_OPEN,
                             .folder = fixture->folder };

  n_answers = 0;
  press_f9 (window);
  dov_file_chooser_ask (GTK_WIDGET (window), &wish, nothing_cb, NULL);
  answer ("keep");
  g_assert_cmpuint (n_answers, ==, 1);
  g_assert_null (dov_ui_test_find_window (GTK_TYPE_FILE_CHOOSER));

  dov_file_chooser_ask (GTK_WIDGET (window), &wish, nothing_cb, NULL);
  answer ("go-on");
  WAIT_FOR (dov_ui_test_find_window (GTK_TYPE_FILE_CHOOSER) != NULL);
  dov_ui_test_press_accel (dov_ui_test_find_window (GTK_TYPE_FILE_CHOOSER), "F9");
  WAIT_FOR (n_answers == 2);
  g_assert_null (dov_ui_test_find_window (GTK_TYPE_FILE_CHOOSER));

  /* Alone, nobody is asked; who comes in then sees nothing either. */
  press_f9 (window);
  dov_file_chooser_ask (GTK_WIDGET (window), &wish, nothing_cb, NULL);
  WAIT_FOR (dov_ui_test_find_window (GTK_TYPE_FILE_CHOOSER) != NULL);
  g_assert_null (dov_ui_test_find_window (ADW_TYPE_MESSAGE_DIALOG));
  dov_ui_test_press_accel (dov_ui_test_find_window (GTK_TYPE_FILE_CHOOSER), "F9");
  WAIT_FOR (n_answers == 3);
  g_assert_true (dov_visitor_is_near ());
  press_f9 (window);
  dov_ui_test_close (GTK_WINDOW (window));
}

/* The window is closed while something is open over its page, or is asked beside it: nothing of the page is needed then. */
static void
test_closed_beneath (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  const DovFileWish wish = { .title = "Какой файл", .accept = "Открыть", .action = GTK_FILE_CHOOSER_ACTION_OPEN };
  /* The window in which GTK chooses a file keeps some of its own: it is opened where leaks are not looked for. */
  guint n_dialogs = g_test_slow () ? 1 : 0;
  DovWindow *window;
  gpointer left;

  n_answers = 0;
  for (guint i = 0; i < G_N_ELEMENTS (fields_that_open) + n_dialogs; i++)
    {
      GtkWidget *popover;

      left = window = dov_ui_fixture_open_window (fixture);
      g_object_add_weak_pointer (left, &left);
      if (i < G_N_ELEMENTS (fields_that_open))
        open_popover (window, i, &popover);
      else
        {
          press_f9 (window);
          dov_file_chooser_ask (GTK_WIDGET (dov_window_get_page (window)), &wish, nothing_cb, NULL);
          WAIT_FOR (dov_ui_test_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
        }
      gtk_window_close (GTK_WINDOW (window));
      WAIT_FOR (left == NULL);
    }
  g_assert_null (dov_ui_test_find_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_cmpuint (n_answers, ==, n_dialogs);
  dov_visitor_set_near (FALSE);
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);
  g_test_add_func ("/visitor/leaving", test_leaving);
  g_test_add_func ("/visitor/sections", test_sections);
  g_test_add_func ("/visitor/family", test_family);
  g_test_add_func ("/visitor/palette", test_palette);
  g_test_add_func ("/visitor/titles-and-toasts", test_titles_and_toasts);
  g_test_add_func ("/visitor/keys", test_keys);
  g_test_add_func ("/visitor/eye", test_eye);
  g_test_add_func ("/visitor/link-row", test_link_row);
  g_test_add_func ("/visitor/popovers", test_popovers);
  g_test_add_func ("/visitor/closed-beneath", test_closed_beneath);
  g_test_add_func ("/visitor/door", test_door);
  g_test_add_func ("/visitor/copying", test_copying);
  g_test_add_func ("/visitor/dialog", test_dialog);
  g_test_add_func ("/visitor/saving", test_saving);
  /* The window in which GTK chooses a file keeps some of its own: it is opened where leaks are not looked for. */
  if (g_test_slow ())
    g_test_add_func ("/visitor/choosers", test_choosers);
  g_test_add_func ("/visitor/rules", test_rules);
  g_test_add_func ("/visitor/printing", test_printing);

  return g_test_run ();
}
