/* test-record-page.c - the page of any record: what points to it, the sign of its state, a new one */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-family-page.h"
#include "dov-go.h"
#include "dov-list-page.h"
#include "dov-record-page.h"
#include "dov-signs.h"
#include "dov-window.h"

#include "dov-config.h"
#include "dov-event.h"
#include "dov-family.h"
#include "dov-field-row.h"
#include "dov-person.h"
#include "dov-rooms.h"
#include "dov-section-box.h"
#include "dov-staff.h"
#include "dov-ui-desk.h"
#include "dov-ui-test.h"

#include <glib/gi18n.h>

static gboolean
has_icon (GtkWidget  *inside,
          const char *name)
{
  if (GTK_IS_IMAGE (inside) && g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (inside)), name) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_icon (child, name))
      return TRUE;

  return FALSE;
}

/* The state of a family has one sign, on its page as in lists. */
static void
test_sign (DovUiDesk    *fixture,
           gconstpointer data)
{
  static const DovCaseStatus states[] = { DOV_CASE_STATUS_IDENTIFIED, DOV_CASE_STATUS_SUSPENDED };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      DovQuery query = { .where = "case_status = ?1",
                         .params = g_variant_new ("(s)", i == 0 ? "identified" : "suspended") };
      g_autoptr (DovRecord) family = dov_store_find_first (fixture->store, DOV_TYPE_FAMILY, &query, NULL);
      const DovSign *sign;
      DovPage *page;

      g_assert_nonnull (family);
      g_assert_cmpint (DOV_FAMILY (family)->case_status, ==, states[i]);
      sign = dov_sign_of_state (family, "case_status");
      page = dov_subject_page_new (fixture->store, &dov_family_subject, dov_record_get_id (family));
      dov_go_to (fixture->window, page);
      dov_ui_test_settle ();
      g_assert_true (has_icon (GTK_WIDGET (page), sign->icon));
    }
}

/* On a person's page every visit names its event and day, and all of them open. */
static void
test_related (DovUiDesk    *fixture,
              gconstpointer data)
{
  g_autoptr (DovStatement) row =
    dov_database_prepare (dov_store_get_database (fixture->store),
                          "SELECT person_id, count (*) FROM attendance WHERE removed IS NULL"
                          " GROUP BY person_id ORDER BY count (*) DESC, person_id LIMIT 1", NULL);
  g_autoptr (DovRecord) newest = NULL;
  g_autofree char *more = NULL;
  DovPage *page;
  GtkWidget *section, *rest, *line;
  gint64 n;

  g_assert_true (dov_statement_step (row, NULL));
  n = dov_statement_column_integer (row, 1);
  g_assert_cmpint (n, >, 8);
  page = dov_rooms_open_record (fixture->store, DOV_TYPE_PERSON, dov_statement_column_integer (row, 0));
  dov_go_to (fixture->window, page);
  dov_ui_test_settle ();
  dov_ui_test_picture (GTK_WIDGET (fixture->window), "person-related");

  more = g_strdup_printf (ngettext ("%u more", "%u more", n - 8), (guint) (n - 8));
  rest = dov_ui_test_find (GTK_WIDGET (page), DOV_TYPE_ROW_LINE, more);
  g_assert_nonnull (rest);
  section = gtk_widget_get_ancestor (rest, DOV_TYPE_SECTION_BOX);
  g_assert_cmpuint (dov_ui_test_count (section, DOV_TYPE_ROW_LINE), ==, 8 + 1);
  line = dov_ui_test_find (section, DOV_TYPE_ROW_LINE, NULL);
  {
    DovQuery query = { .where = "id = (SELECT a.event_id FROM attendance a JOIN event e ON e.id = a.event_id"
                                " WHERE a.person_id = ?1 AND a.removed IS NULL ORDER BY e.starts_at DESC, a.id DESC)",
                       .params = g_variant_new ("(x)", dov_statement_column_integer (row, 0)) };

    newest = dov_store_find_first (fixture->store, DOV_TYPE_EVENT, &query, NULL);
  }
  g_assert_true (g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (line)),
                                   DOV_EVENT (newest)->title));

  gtk_widget_activate (rest);
  dov_ui_test_settle ();
  g_assert_true (DOV_IS_LIST_PAGE (dov_window_get_page (fixture->window)));
  dov_ui_test_picture (GTK_WIDGET (fixture->window), "person-related-all");
}

/* The mother may be left out: the stars stand there only once she is begun. */
static void
test_stars (DovUiDesk    *fixture,
            gconstpointer data)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_FAMILY, 0);
  GtkWidget *page, *first;

  dov_go_form (fixture->window, draft);
  dov_ui_test_settle ();
  page = GTK_WIDGET (dov_window_get_page (fixture->window));
  g_assert_true (dov_ui_test_says (page, "Адрес проживания *"));
  g_assert_false (dov_ui_test_says (page, "Фамилия *"));
  dov_ui_test_picture (GTK_WIDGET (fixture->window), "new-family");

  first = dov_ui_test_find (page, DOV_TYPE_FIELD_ROW, _("First name"));
  g_assert_nonnull (first);
  dov_ui_test_type (dov_field_row_get_editor (DOV_FIELD_ROW (first)), "Алла");
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_says (page, "Фамилия *"));
  gtk_editable_set_text (GTK_EDITABLE (dov_field_row_get_editor (DOV_FIELD_ROW (first))), "");
  dov_ui_test_settle ();
  g_assert_false (dov_ui_test_says (page, "Фамилия *"));
}

/* A new event is called so, is of who works here, and its end takes a time alone. */
static void
test_new_event (DovUiDesk    *fixture,
                gconstpointer data)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_EVENT, 0);
  g_autoptr (DovRecord) staff = dov_store_find_first (fixture->store, DOV_TYPE_STAFF, NULL, NULL);
  DovFieldRow *start, *end;
  GtkWidget *page;
  g_autofree char *ends_at = NULL;

  dov_config_set_number ("staff", dov_record_get_id (staff), NULL);
  dov_go_form (fixture->window, draft);
  dov_ui_test_settle ();
  page = GTK_WIDGET (dov_window_get_page (fixture->window));
  g_assert_true (dov_ui_test_says (page, "Новое мероприятие"));
  g_assert_false (dov_ui_test_says (page, "Причина отмены или переноса"));
  g_assert_cmpint (DOV_EVENT (draft)->responsible_id, ==, dov_record_get_id (staff));
  g_assert_cmpint (DOV_EVENT (draft)->lounge_id, !=, 0);

  start = DOV_FIELD_ROW (dov_ui_test_find (page, DOV_TYPE_FIELD_ROW, _("Start")));
  end = DOV_FIELD_ROW (dov_ui_test_find (page, DOV_TYPE_FIELD_ROW, _("End")));
  dov_ui_test_type (dov_field_row_get_editor (start), "15.4.2027 15:00");
  dov_ui_test_type (dov_field_row_get_editor (end), "1630");
  g_assert_true (dov_field_row_read (start));
  g_assert_true (dov_field_row_read (end));
  ends_at = dov_moment_to_iso (DOV_EVENT (draft)->ends_at);
  g_assert_cmpstr (ends_at, ==, "2027-04-15T16:30");
  dov_ui_test_type (dov_field_row_get_editor (end), "16.4 9:05");
  g_assert_true (dov_field_row_read (end));
  g_free (ends_at);
  ends_at = dov_moment_to_iso (DOV_EVENT (draft)->ends_at);
  g_assert_cmpstr (ends_at, ==, "2027-04-16T09:05");
  dov_ui_test_picture (GTK_WIDGET (fixture->window), "new-event");
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);
  g_test_add ("/record/related", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_related, dov_ui_desk_close);
  g_test_add ("/record/new-family/stars", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_stars, dov_ui_desk_close);
  g_test_add ("/record/new-event", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_new_event, dov_ui_desk_close);
  g_test_add ("/record/sign", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_sign, dov_ui_desk_close);

  return g_test_run ();
}
