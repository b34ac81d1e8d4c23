/* test-family-case.c - the case work on the page of a family: path and doors, keys, taking off, a visitor, a low window */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-contact-record.h"
#include "dov-family-category.h"
#include "dov-family-page.h"
#include "dov-family.h"
#include "dov-form-page.h"
#include "dov-go.h"
#include "dov-home-visit.h"
#include "dov-label.h"
#include "dov-living-conditions-act.h"
#include "dov-lounge.h"
#include "dov-paper-page.h"
#include "dov-path-bar.h"
#include "dov-section-box.h"
#include "dov-staff.h"
#include "dov-tab-bar.h"
#include "dov-ui-desk.h"
#include "dov-ui-keys.h"
#include "dov-ui-test.h"
#include "dov-window.h"
#include "dov-written-application.h"

#include <glib/gi18n.h>
#include <string.h>

/* A family of this state that has most of what its page shows. */
static gint64
find_family (DovUiDesk  *fixture,
             const char *status)
{
  g_autoptr (DovStatement) row =
    dov_database_prepare (dov_store_get_database (fixture->store),
                          "SELECT f.id FROM live_family f WHERE f.case_status = ?1 ORDER BY"
                          " (SELECT min (3, count(*)) FROM live_home_visit WHERE family_id = f.id)"
                          " + (SELECT min (2, count(*)) FROM live_contact_record WHERE family_id = f.id)"
                          " + 4 * (SELECT min (2, count(*)) FROM live_case_plan WHERE family_id = f.id)"
                          " + 3 * (SELECT min (1, count(*)) FROM live_living_conditions_act WHERE family_id = f.id)"
                          " + (SELECT min (3, count(*)) FROM live_case_review WHERE family_id = f.id) DESC, f.id LIMIT 1", NULL);

  dov_statement_bind_text (row, 1, status);
  g_assert_true (dov_statement_step (row, NULL));

  return dov_statement_column_integer (row, 0);
}

static DovSubjectPage *
open_family (DovUiDesk *fixture,
             gint64   family)
{
  dov_go_record (fixture->window, DOV_TYPE_FAMILY, family);
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_is_of (dov_window_get_page (fixture->window), DOV_TYPE_FAMILY));

  return DOV_SUBJECT_PAGE (dov_window_get_page (fixture->window));
}

static void
test_looks (DovUiDesk    *fixture,
            gconstpointer data)
{
  DovSubjectPage *page = open_family (fixture, find_family (fixture, "active"));
  static const char *const tabs[] = { "overview", "support", "meetings", "help", "home", "papers", "history" };

  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      g_autofree char *name = g_strconcat ("family-", tabs[i], NULL);

      dov_tabs_show (dov_subject_page_get_tabs (page), tabs[i]);
      dov_ui_desk_picture (fixture, name);
    }
  {
    g_autoptr (DovRecord) draft = dov_store_find_draft (fixture->store, DOV_TYPE_FAMILY, dov_subject_page_get_id (page), NULL);

    dov_set (DOV_FAMILY (draft), urgent_remark, "Дымит печь, в спальне дети. Печник придёт 8 апреля, датчик выдан.");
    g_assert_true (dov_store_save (fixture->store, draft, NULL));
  }
  dov_tabs_show (dov_subject_page_get_tabs (page), "overview");
  dov_ui_test_set_text_size (150);
  dov_ui_desk_picture (fixture, "family-150");
  dov_ui_test_set_text_size (100);
  dov_ui_test_set_dark (TRUE);
  dov_ui_desk_picture (fixture, "family-dark");
  dov_ui_test_set_dark (FALSE);
  dov_ui_test_resize (GTK_WINDOW (fixture->window), 1024, 600);
  dov_ui_desk_picture (fixture, "family-small");
  dov_ui_test_resize (GTK_WINDOW (fixture->window), 1366, 768);
  open_family (fixture, find_family (fixture, "identified"));
  dov_tabs_show (dov_subject_page_get_tabs (DOV_SUBJECT_PAGE (dov_window_get_page (fixture->window))), "support");
  dov_ui_desk_picture (fixture, "family-doors");
  open_family (fixture, find_family (fixture, "assessed"));
  dov_tabs_show (dov_subject_page_get_tabs (DOV_SUBJECT_PAGE (dov_window_get_page (fixture->window))), "support");
  dov_ui_desk_picture (fixture, "family-assessed");
  open_family (fixture, find_family (fixture, "suspended"));
  dov_ui_desk_picture (fixture, "family-aside");
}

/* ---- the path, its doors, and what can be done ---- */

/* The button of the path, or of the page, that is heard so. */
static GtkWidget *
find_heard (GtkWidget  *inside,
            const char *words)
{
  const char *name = dov_get_name (inside);

  if (!gtk_widget_get_visible (inside))
    return NULL;
  if (GTK_IS_BUTTON (inside) && name != NULL && strstr (name, words) != NULL)
    return inside;
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_heard (child, words);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static DovForm *
get_form (DovUiDesk *fixture)
{
  return dov_form_page_get_form (DOV_FORM_PAGE (dov_window_get_page (fixture->window)));
}

static DovFamily *
read_family (DovUiDesk *fixture,
             gint64   family)
{
  return DOV_FAMILY (dov_store_find (fixture->store, DOV_TYPE_FAMILY, family, NULL));
}

static gint64
add_family (DovUiDesk  *fixture,
            const char *name)
{
  g_autoptr (DovRecord) family = dov_record_new (DOV_TYPE_FAMILY, 0);
  g_autoptr (DovRecord) lounge = dov_store_find_first (fixture->store, DOV_TYPE_LOUNGE, NULL, NULL);

  dov_set (DOV_FAMILY (family), family_name, name);
  dov_set (DOV_FAMILY (family), case_no, "3-2027/915");
  dov_set (DOV_FAMILY (family), lounge_id, dov_record_get_id (lounge));
  dov_set (DOV_FAMILY (family), address, "с. Слудка, ул. Луговая, 15");
  dov_set (DOV_FAMILY (family), structure, DOV_FAMILY_STRUCTURE_SINGLE_MOTHER);
  g_assert_true (dov_store_save (fixture->store, family, NULL));

  return dov_record_get_id (family);
}

/* What is missing is a button that opens the form where it is written, with the family in it. */
static void
test_door (DovUiDesk    *fixture,
           gconstpointer data)
{
  gint64 family = add_family (fixture, "Дверкины");
  DovSubjectPage *page = open_family (fixture, family);
  g_autofree char *missing = g_strdup_printf ("%s: %s", g_dpgettext2 (NULL, "path", "Missing"),
                                              g_dpgettext2 (NULL, "door", "act of living conditions"));
  GtkWidget *door = find_heard (GTK_WIDGET (page), missing);

  g_assert_nonnull (door);
  g_assert_null (find_heard (GTK_WIDGET (page), g_dpgettext2 (NULL, "path", "Behind")));
  g_assert_false (dov_subject_page_may_act (page, "family.assess"));
  dov_ui_desk_picture (fixture, "family-new");
  dov_ui_test_click (door);
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_is_form_of (dov_window_get_page (fixture->window), DOV_TYPE_LIVING_CONDITIONS_ACT));
  g_assert_cmpint (dov_record_get_number (dov_form_get_draft (get_form (fixture)), "family_id"), ==, family);
}

/* F2 and F7 open what is written each day: the family, the moment and who works stand there. */
static void
test_keys_of_work (DovUiDesk    *fixture,
                   gconstpointer data)
{
  gint64 family = find_family (fixture, "active");
  g_autoptr (DovFamily) of = read_family (fixture, family);

  open_family (fixture, family);
  dov_ui_desk_press (fixture, "F2");
  g_assert_true (dov_ui_test_is_form_of (dov_window_get_page (fixture->window), DOV_TYPE_HOME_VISIT));
  g_assert_cmpint (DOV_HOME_VISIT (dov_form_get_draft (get_form (fixture)))->family_id, ==, family);
  g_assert_nonnull (DOV_HOME_VISIT (dov_form_get_draft (get_form (fixture)))->visited_at);
  g_assert_cmpint (DOV_HOME_VISIT (dov_form_get_draft (get_form (fixture)))->staff_id, ==, of->curator_id);
  dov_go_back (fixture->window);
  dov_ui_test_settle ();
  dov_ui_desk_press (fixture, "F7");
  g_assert_true (dov_ui_test_is_form_of (dov_window_get_page (fixture->window), DOV_TYPE_CONTACT_RECORD));
  g_assert_cmpint (DOV_CONTACT_RECORD (dov_form_get_draft (get_form (fixture)))->family_id, ==, family);
  g_assert_cmpint (DOV_CONTACT_RECORD (dov_form_get_draft (get_form (fixture)))->form, ==, DOV_CONTACT_FORM_CALL);
}

/* F8: what must be known before anything else stands above everything until it is taken off. */
static void
test_remark (DovUiDesk    *fixture,
             gconstpointer data)
{
  gint64 family = add_family (fixture, "Печниковы");
  DovSubjectPage *page = open_family (fixture, family);
  g_autoptr (DovFamily) with = NULL;
  g_autoptr (DovFamily) without = NULL;

  dov_ui_desk_press (fixture, "F8");
  dov_ui_test_type (dov_ui_test_find (GTK_WIDGET (page), ADW_TYPE_ENTRY_ROW, _("What must be known before anything else")),
                    "Дымит печь");
  dov_ui_desk_press (fixture, "Return");
  with = read_family (fixture, family);
  g_assert_cmpstr (with->urgent_remark, ==, "Дымит печь");
  g_assert_true (dov_ui_test_says (GTK_WIDGET (page), "Дымит печь"));
  dov_ui_desk_picture (fixture, "family-remark");
  dov_ui_test_click (dov_ui_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, _("Take it off")));
  dov_ui_test_settle ();
  without = read_family (fixture, family);
  g_assert_cmpstr (without->urgent_remark, ==, "");
  g_assert_false (dov_ui_test_says (GTK_WIDGET (page), "Дымит печь"));
}

/* The next step goes to another day from the line that tells of it, with the reason. */
static void
test_put_off (DovUiDesk    *fixture,
              gconstpointer data)
{
  gint64 family = dov_store_see_number (fixture->store, "SELECT f.id FROM live_family f JOIN live_home_visit v"
                                        " ON v.family_id = f.id AND v.next_visit_on < '2027-04-05' WHERE f.case_status = 'active'"
                                        " AND f.closed_on IS NULL AND v.id = (SELECT w.id FROM live_home_visit w"
                                        " WHERE w.family_id = f.id ORDER BY w.visited_at DESC LIMIT 1)"
                                        " AND v.next_visit_on < coalesce ((SELECT max (r.next_review_on) FROM live_case_review r"
                                        " WHERE r.family_id = f.id), '2027-04-01') ORDER BY f.id LIMIT 1", "");
  DovSubjectPage *page;

  g_assert_cmpint (family, >, 0);
  page = open_family (fixture, family);
  g_assert_true (dov_subject_page_may_act (page, "family.put-off"));
  dov_ui_desk_picture (fixture, "family-late-step");
  dov_ui_test_click (dov_ui_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, _("Put Off…")));
  dov_ui_test_settle ();
  dov_ui_test_type (dov_ui_test_find (GTK_WIDGET (page), ADW_TYPE_ENTRY_ROW, _("To which day *")), "12.04.2027");
  dov_ui_desk_press (fixture, "Return");
  g_assert_true (dov_ui_test_says (GTK_WIDGET (page), _("Type why. A few words are enough.")));
  dov_ui_test_type (dov_ui_test_find (GTK_WIDGET (page), ADW_TYPE_ENTRY_ROW, _("Why *")), "семья в отъезде");
  dov_ui_desk_picture (fixture, "family-put-off");
  dov_ui_desk_press (fixture, "Return");
  g_assert_cmpint (dov_store_see_number (fixture->store, "SELECT count (*) FROM live_home_visit WHERE family_id = ?1"
                                         " AND next_visit_on = '2027-04-12'", "(x)", family), ==, 1);
}

/* Ctrl+P, where the letters are Russian: what can be printed now, and what the rest lacks leads to where that is made. */
static void
test_prints (DovUiDesk    *fixture,
             gconstpointer data)
{
  gint64 family = add_family (fixture, "Бумажкины");
  DovSubjectPage *page = open_family (fixture, family);

  dov_ui_desk_press (fixture, "<Control>Cyrillic_ze");
  g_assert_true (dov_ui_keys_stand_on (GTK_WIDGET (fixture->window), DOV_TYPE_ROW_LINE, _("Social passport")));
  g_assert_true (dov_ui_test_says (GTK_WIDGET (page), _("there is no application yet")));
  {
    GtkWidget *section = dov_subject_page_get_part (page, "prints");
    graphene_rect_t place;

    g_assert_true (gtk_widget_compute_bounds (section, GTK_WIDGET (fixture->window), &place));
    g_assert_cmpfloat (place.origin.y, >, 0);
    g_assert_cmpfloat (place.origin.y + place.size.height, <, gtk_widget_get_height (GTK_WIDGET (fixture->window)));
  }
  dov_ui_desk_picture (fixture, "family-prints");
  dov_ui_test_set_text_size (150);
  dov_ui_desk_picture (fixture, "family-prints-150");
  dov_ui_test_set_text_size (100);
  dov_ui_keys_go_to (GTK_WIDGET (fixture->window), DOV_TYPE_ROW_LINE, _("Application"));
  dov_ui_desk_press (fixture, "Return");
  g_assert_true (dov_ui_test_is_form_of (dov_window_get_page (fixture->window), DOV_TYPE_WRITTEN_APPLICATION));
  dov_go_back (fixture->window);
  dov_ui_test_settle ();
  dov_ui_desk_press (fixture, "<Control>Cyrillic_ze");
  dov_ui_desk_press (fixture, "Return");
  g_assert_true (DOV_IS_PAPER_PAGE (dov_window_get_page (fixture->window)));
}

/* Whoever opens the family reads who is asked while its curator is away. */
static void
test_deputy (DovUiDesk    *fixture,
             gconstpointer data)
{
  gint64 family = find_family (fixture, "active");
  gint64 curator = dov_store_ask_number (fixture->store, "SELECT curator_id FROM live_family WHERE id = ?1", "(x)", family);
  gint64 deputy = dov_store_ask_number (fixture->store, "SELECT id FROM live_staff WHERE id <> ?1 AND until IS NULL", "(x)",
                                        curator);
  g_autoptr (DovRecord) draft = dov_store_find_draft (fixture->store, DOV_TYPE_STAFF, curator, NULL);
  g_autoptr (GDate) until = g_date_new_dmy (12, G_DATE_APRIL, 2027);
  GDate today = dov_today ();
  DovSubjectPage *page;

  dov_set (DOV_STAFF (draft), away_since, &today);
  dov_set (DOV_STAFF (draft), away_until, until);
  dov_set (DOV_STAFF (draft), deputy_id, deputy);
  g_assert_true (dov_store_save (fixture->store, draft, NULL));
  page = open_family (fixture, family);
  g_assert_true (dov_ui_test_says (GTK_WIDGET (page), _("stands in for the curator")));
  dov_ui_desk_picture (fixture, "family-deputy");
}

/* What the type of the family says makes its category without typing it again; when it says otherwise, the line is asked
 * about. */
static void
test_doubts (DovUiDesk    *fixture,
             gconstpointer data)
{
  gint64 family = add_family (fixture, "Сомнениевы");
  DovSubjectPage *page = open_family (fixture, family);
  g_autoptr (DovRecord) draft = NULL;

  dov_tabs_show (dov_subject_page_get_tabs (page), "support");
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_says (GTK_WIDGET (page), _("so says the type of the family")));
  dov_ui_desk_picture (fixture, "family-doubts");
  dov_ui_keys_go_to (GTK_WIDGET (fixture->window), DOV_TYPE_ROW_LINE, "Добавить? Неполная");
  dov_ui_desk_press (fixture, "Return");
  g_assert_true (dov_ui_test_is_form_of (dov_window_get_page (fixture->window), DOV_TYPE_FAMILY_CATEGORY));
  dov_ui_desk_press (fixture, "<Control>s");
  g_assert_true (dov_ui_test_is_of (dov_window_get_page (fixture->window), DOV_TYPE_FAMILY));
  g_assert_cmpint (dov_store_ask_number (fixture->store, "SELECT count(*) FROM live_family_category WHERE family_id = ?1", "(x)",
                                         family), ==, 1);

  draft = dov_store_find_draft (fixture->store, DOV_TYPE_FAMILY, family, NULL);
  dov_set (DOV_FAMILY (draft), structure, DOV_FAMILY_STRUCTURE_FULL);
  g_assert_true (dov_store_save (fixture->store, draft, NULL));
  page = open_family (fixture, family);
  dov_tabs_show (dov_subject_page_get_tabs (page), "support");
  dov_ui_test_settle ();
  dov_ui_keys_go_to (GTK_WIDGET (fixture->window), DOV_TYPE_ROW_LINE, "Завершить? Неполная");
  dov_ui_desk_press (fixture, "Return");
  g_assert_true (dov_ui_test_is_form_of (dov_window_get_page (fixture->window), DOV_TYPE_FAMILY_CATEGORY));
}

/* A family that can be taken off: nothing of its programme is open. */
static gint64
find_closable (DovUiDesk *fixture)
{
  g_autoptr (DovStatement) row =
    dov_database_prepare (dov_store_get_database (fixture->store),
                          "SELECT f.id FROM live_family f WHERE f.case_status IN ('active', 'monitoring')"
                          " AND NOT EXISTS (SELECT 1 FROM live_case_plan WHERE family_id = f.id"
                          "  AND status IN ('agreed', 'approved', 'in_progress'))"
                          " AND NOT EXISTS (SELECT 1 FROM live_rental_loan WHERE family_id = f.id AND returned_on IS NULL)"
                          " AND EXISTS (SELECT 1 FROM live_family_category WHERE family_id = f.id AND until IS NULL)"
                          " ORDER BY f.id LIMIT 1", NULL);

  g_assert_true (dov_statement_step (row, NULL));

  return dov_statement_column_integer (row, 0);
}

/* Taking off shows what ends with it, asks the reason, and is one operation with one undo. */
static void
test_closing (DovUiDesk    *fixture,
              gconstpointer data)
{
  gint64 family = find_closable (fixture);
  DovSubjectPage *page = open_family (fixture, family);
  g_autoptr (DovFamily) was = read_family (fixture, family);
  g_autoptr (DovFamily) closed = NULL;
  g_autoptr (DovFamily) back = NULL;
  GtkWidget *reason;
  gint64 operation;

  g_assert_true (dov_subject_page_may_act (page, "family.close"));
  dov_subject_page_act (page, "family.close");
  dov_ui_test_settle ();
  dov_ui_desk_picture (fixture, "family-closing");
  dov_ui_test_click (dov_ui_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, _("Take off")));
  g_assert_true (dov_ui_test_says (GTK_WIDGET (page), _("Choose the reason.")));
  reason = dov_ui_test_find (GTK_WIDGET (page), ADW_TYPE_COMBO_ROW, _("Reason of taking off"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (reason), DOV_CLOSING_REASON_MOVED);
  dov_ui_test_settle ();
  dov_ui_test_click (dov_ui_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, _("Take off")));
  dov_ui_test_settle ();
  dov_ui_desk_picture (fixture, "family-closing-after");
  closed = read_family (fixture, family);
  g_assert_cmpint (closed->case_status, ==, DOV_CASE_STATUS_CLOSED);
  g_assert_cmpint (closed->closing_reason, ==, DOV_CLOSING_REASON_MOVED);
  g_assert_nonnull (closed->closed_on);
  dov_ui_desk_picture (fixture, "family-closed");

  operation = dov_store_get_last_operation (fixture->store);
  g_assert_true (dov_store_undo (fixture->store, operation, NULL));
  back = read_family (fixture, family);
  g_assert_cmpint (back->case_status, ==, was->case_status);
}

/* F9: what is left may be read aloud to the family. */
static void
test_beside_visitor (DovUiDesk    *fixture,
                     gconstpointer data)
{
  gint64 family = find_family (fixture, "active");
  DovSubjectPage *page = open_family (fixture, family);
  g_autoptr (DovFamily) of = read_family (fixture, family);
  g_autofree char *number = g_strdup_printf (_("case %s"), of->case_no);
  static const char *const gone[] = { "Support", "Home and income", "History" };

  g_assert_true (dov_ui_test_says (GTK_WIDGET (page), number));
  dov_ui_desk_press (fixture, "F9");
  dov_ui_test_settle ();
  g_assert_false (dov_ui_test_says (GTK_WIDGET (page), number));
  g_assert_null (find_heard (GTK_WIDGET (page), g_dpgettext2 (NULL, "path", "Now")));
  g_assert_false (dov_subject_page_may_act (page, "family.remark"));
  g_assert_false (dov_subject_page_may_act (page, "family.refuse"));
  g_assert_true (dov_subject_page_may_act (page, "family.visit"));
  for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
    g_assert_null (dov_ui_test_find (GTK_WIDGET (page), GTK_TYPE_TOGGLE_BUTTON, _(gone[i])));
  /* Without its number. */
  g_assert_nonnull (dov_ui_test_find (GTK_WIDGET (page), GTK_TYPE_TOGGLE_BUTTON, _("Meetings and visits")));
  dov_ui_desk_picture (fixture, "family-visitor");
  dov_ui_desk_press (fixture, "F9");
  g_assert_true (dov_ui_test_says (GTK_WIDGET (page), number));
}

/* The head stays while the rest scrolls where the window is high enough, and scrolls with it where it is not. */
static void
test_low (DovUiDesk    *fixture,
          gconstpointer data)
{
  DovSubjectPage *page = open_family (fixture, find_family (fixture, "active"));
  GtkWidget *path = dov_ui_test_find (GTK_WIDGET (page), DOV_TYPE_PATH_BAR, NULL);
  GtkWidget *bar = dov_ui_test_find (GTK_WIDGET (page), DOV_TYPE_TAB_BAR, NULL);
  GtkWidget *foot = dov_ui_test_find_name (GTK_WIDGET (page), "family.visit");
  int one_line;

  g_assert_nonnull (path);
  g_assert_false (dov_path_bar_is_tight (DOV_PATH_BAR (path)));
  g_assert_null (gtk_widget_get_ancestor (bar, GTK_TYPE_SCROLLED_WINDOW));
  one_line = gtk_widget_get_height (path);
  g_assert_cmpint (one_line, <, 50);
  dov_ui_test_resize (GTK_WINDOW (fixture->window), 1024, 600);
  dov_ui_test_settle ();
  g_assert_true (dov_path_bar_is_tight (DOV_PATH_BAR (path)));
  g_assert_cmpint (gtk_widget_get_height (path), <=, one_line);
  g_assert_nonnull (gtk_widget_get_ancestor (bar, GTK_TYPE_SCROLLED_WINDOW));
  g_assert_true (gtk_widget_get_mapped (foot));
  dov_ui_test_resize (GTK_WINDOW (fixture->window), 1366, 768);
  dov_ui_test_settle ();
  g_assert_null (gtk_widget_get_ancestor (bar, GTK_TYPE_SCROLLED_WINDOW));
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add ("/family/looks", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_looks, dov_ui_desk_close);
  g_test_add ("/family/path/door", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_door, dov_ui_desk_close);
  g_test_add ("/family/keys", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_keys_of_work, dov_ui_desk_close);
  g_test_add ("/family/remark", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_remark, dov_ui_desk_close);
  g_test_add ("/family/deputy", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_deputy, dov_ui_desk_close);
  g_test_add ("/family/doubts", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_doubts, dov_ui_desk_close);
  g_test_add ("/family/prints", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_prints, dov_ui_desk_close);
  g_test_add ("/family/put-off", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_put_off, dov_ui_desk_close);
  g_test_add ("/rules/F4/closing", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_closing, dov_ui_desk_close);
  g_test_add ("/family/visitor", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_beside_visitor, dov_ui_desk_close);
  g_test_add ("/family/low", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_low, dov_ui_desk_close);

  return g_test_run ();
}
