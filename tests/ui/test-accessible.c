/* test-accessible.c - what a person who cannot see the screen is told of forms and of a family */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-family-page.h"
#include "dov-form-layout.h"
#include "dov-month.h"
#include "dov-record-page.h"
#include "dov-paper-page.h"
#include "dov-paper-view.h"

#include "dov-family.h"
#include "dov-person.h"
#include "dov-rules.h"
#include "dov-tab-bar.h"
#include "dov-ui-bus.h"
#include "dov-ui-fixture.h"
#include "dov-ui-test.h"

#include <glib/gi18n.h>

static void
assert_role (GtkWidget         *widget,
             GtkAccessibleRole  role)
{
  g_assert_true (gtk_test_accessible_has_role (GTK_ACCESSIBLE (widget), role));
}

static void
test_form (void)
{
  g_autoptr (DovUiFixture) club = dov_ui_fixture_new ();
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_PERSON, 0);
  DovForm *form = DOV_FORM (dov_form_new (club->store, draft));
  DovFieldRow *row;
  GtkWidget *editor;
  GtkWindow *window;

  dov_form_layout_fill (form);
  window = dov_ui_test_show (GTK_WIDGET (form));
  dov_ui_bus_check_names ("form");

  row = dov_form_find_row (form, "birth_date");
  editor = dov_field_row_get_editor (row);
  assert_role (editor, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  g_assert_null (gtk_test_accessible_check_property (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                     _("Date of birth")));
  dov_ui_test_type (GTK_WIDGET (row), "31.02.2015");
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
  dov_ui_test_settle ();
  g_assert_null (gtk_test_accessible_check_state (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_STATE_INVALID,
                                                  GTK_ACCESSIBLE_INVALID_TRUE));
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE));

  dov_ui_test_type (GTK_WIDGET (row), "28.02.2015");
  g_assert_null (gtk_test_accessible_check_state (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_STATE_INVALID,
                                                  GTK_ACCESSIBLE_INVALID_FALSE));
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE));

  editor = dov_field_row_get_editor (dov_form_find_row (form, "last_name"));
  g_assert_null (gtk_test_accessible_check_property (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_REQUIRED, TRUE));
  g_assert_null (gtk_test_accessible_check_property (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                     "Фамилия, обязательно"));
  dov_ui_test_close (window);
}

static void
test_new_family (void)
{
  g_autoptr (DovUiFixture) club = dov_ui_fixture_new ();
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_FAMILY, 0);
  GtkWindow *window;

  dov_rules_install (club->store);
  window = dov_ui_test_show (GTK_WIDGET (dov_record_page_new_draft (club->store, draft, 0)));
  dov_ui_bus_check_names ("new family");
  dov_ui_test_close (window);
}

static gboolean
is_heard (const char *name)
{
  g_autoptr (GPtrArray) heard = dov_ui_bus_read ();

  for (guint i = 0; i < heard->len; i++)
    if (g_strcmp0 (((DovUiHeard *) g_ptr_array_index (heard, i))->name, name) == 0)
      return TRUE;

  return FALSE;
}

static void
test_family (void)
{
  g_autoptr (DovUiFixture) club = dov_ui_fixture_new ();
  g_autoptr (DovRecord) family = dov_store_find_first (club->store, DOV_TYPE_FAMILY, NULL, NULL);
  DovPage *page = dov_subject_page_new (club->store, &dov_family_subject, dov_record_get_id (family));
  DovTabs *tabs = dov_subject_page_get_tabs (DOV_SUBJECT_PAGE (page));
  GtkWindow *window = dov_ui_test_show (GTK_WIDGET (page));
  GtkWidget *bar = adw_bin_get_child (ADW_BIN (dov_ui_test_find (GTK_WIDGET (page), DOV_TYPE_TAB_BAR, NULL)));
  GtkWidget *tab = dov_ui_test_find (bar, GTK_TYPE_TOGGLE_BUTTON, NULL);

  dov_ui_bus_check_names ("family");
  assert_role (bar, GTK_ACCESSIBLE_ROLE_TAB_LIST);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL));
  assert_role (tab, GTK_ACCESSIBLE_ROLE_TAB);
  g_assert_null (gtk_test_accessible_check_state (GTK_ACCESSIBLE (tab), GTK_ACCESSIBLE_STATE_SELECTED, TRUE));
  g_assert_true (is_heard ("Добавить: Состав семьи"));
  dov_tabs_show (tabs, "history");
  g_assert_false (is_heard ("Добавить: Состав семьи"));
  g_assert_null (gtk_test_accessible_check_state (GTK_ACCESSIBLE (tab), GTK_ACCESSIBLE_STATE_SELECTED, FALSE));
  dov_ui_test_close (window);
}

static void
test_month (void)
{
  GtkWidget *month = dov_month_new ();
  GtkWindow *window = dov_ui_test_show (month);
  GtkWidget *day;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 5, 3, 2027);
  dov_month_set_chosen (DOV_MONTH (month), &date);
  day = dov_ui_test_find (month, GTK_TYPE_BUTTON, "5");
  g_assert_null (gtk_test_accessible_check_state (GTK_ACCESSIBLE (day), GTK_ACCESSIBLE_STATE_SELECTED, TRUE));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (day), GTK_ACCESSIBLE_PROPERTY_LABEL));
  dov_ui_test_close (window);
}

/* Pages are a picture; which of them is before the eyes is told. */
static void
test_paper (void)
{
  g_autoptr (DovUiFixture) club = dov_ui_fixture_new ();
  DovPage *page = dov_paper_page_new (club->store, "D-23", club->coming);
  GtkWindow *window = dov_ui_test_show (GTK_WIDGET (page));
  g_autofree char *place = g_strdup_printf (_("Page %s of %s"), "1", "2");
  GtkWidget *view;

  WAIT_FOR (dov_paper_page_get_print (DOV_PAPER_PAGE (page)) != NULL);
  dov_ui_test_settle ();
  dov_ui_bus_check_names ("paper");
  view = dov_ui_test_find (GTK_WIDGET (page), DOV_TYPE_PAPER_VIEW, NULL);
  assert_role (view, GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_null (gtk_test_accessible_check_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, place));
  dov_ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add_func ("/accessible/form", test_form);
  g_test_add_func ("/accessible/new-family", test_new_family);
  g_test_add_func ("/accessible/family", test_family);
  g_test_add_func ("/accessible/month", test_month);
  g_test_add_func ("/accessible/paper", test_paper);

  return g_test_run ();
}
