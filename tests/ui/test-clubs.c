/* test-clubs.c - a group by keyboard alone: the list, the page, a month of marks, sessions from the schedule */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-club-attendance.h"
#include "dov-club-member.h"
#include "dov-club-month-page.h"
#include "dov-club-page.h"
#include "dov-club-plan-page.h"
#include "dov-club-plan.h"
#include "dov-club-session.h"
#include "dov-field-row.h"
#include "dov-go.h"
#include "dov-list-page.h"
#include "dov-lounge.h"
#include "dov-number.h"
#include "dov-organisation.h"
#include "dov-paste-page.h"
#include "dov-person.h"
#include "dov-record-page.h"
#include "dov-section-box.h"
#include "dov-staff.h"
#include "dov-ui-demo.h"
#include "dov-ui-keys.h"
#include "dov-ui-test.h"
#include "dov-volunteer.h"
#include "dov-window.h"

#include <glib/gi18n.h>

typedef struct
{
  DovStore  *store;
  DovWindow *window;
  char      *path;
} Fixture;

static void
open_window (Fixture *fixture)
{
  fixture->window = dov_window_new (NULL);
  dov_window_set_store (fixture->window, fixture->store);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1366, 768);
  dov_ui_test_show (GTK_WIDGET (fixture->window));
}

/* It is Thursday, 18 March 2027. */
static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->path = dov_ui_demo_copy (DOV_UI_DEMO_THURSDAY);
  fixture->store = dov_ui_demo_open (fixture->path, 0);
  open_window (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  dov_ui_test_close (GTK_WINDOW (fixture->window));
  g_assert_true (dov_store_close (fixture->store, NULL));
  g_clear_object (&fixture->store);
  g_clear_pointer (&fixture->path, g_free);
  dov_clock_set (NULL);
}

static void
picture (Fixture    *fixture,
         const char *name)
{
  dov_ui_test_settle ();
  dov_ui_test_picture (GTK_WIDGET (fixture->window), name);
}

static void
press (Fixture    *fixture,
       const char *accelerator)
{
  dov_ui_test_press_accel (GTK_WIDGET (fixture->window), accelerator);
  dov_ui_test_settle ();
}

static void
press_key (Fixture *fixture,
           guint    key)
{
  dov_ui_test_press (GTK_WIDGET (fixture->window), key, 0);
}

static gint64
find_group (Fixture    *fixture,
            const char *name)
{
  DovQuery query = { .where = "name = ?1", .params = g_variant_new ("(s)", name) };
  g_autoptr (DovRecord) group = dov_store_find_first (fixture->store, DOV_TYPE_CLUB_GROUP, &query, NULL);

  g_assert_nonnull (group);

  return dov_record_get_id (group);
}

static gint64
ask (Fixture    *fixture,
     const char *sql)
{
  g_autoptr (DovStatement) rows = dov_database_prepare (dov_store_get_database (fixture->store), sql, NULL);

  g_assert_true (dov_statement_step (rows, NULL));

  return dov_statement_column_integer (rows, 0);
}

static DovClubMonthPage *
open_month (Fixture *fixture,
            gint64   group)
{
  DovPage *page = dov_club_month_page_new (fixture->store, group, NULL);

  dov_go_to (fixture->window, page);
  dov_ui_test_settle ();

  return DOV_CLUB_MONTH_PAGE (page);
}

static const char *
text_of (DovClubMonthPage *page,
         guint             row,
         guint             column)
{
  return gtk_inscription_get_text (GTK_INSCRIPTION (
    dov_mark_grid_get_cell (dov_club_month_page_get_grid (page), row, column)));
}

static void
test_looks (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const tabs[] = { "sessions", "schedule", "achievements", "passport", "history" };
  gint64 group = find_group (fixture, "МастерОК");
  DovPage *page;

  dov_window_show_section (fixture->window, "clubs");
  picture (fixture, "clubs");
  dov_go_record (fixture->window, DOV_TYPE_CLUB_GROUP, group);
  page = dov_window_get_page (fixture->window);
  g_assert_true (DOV_IS_SUBJECT_PAGE (page));
  picture (fixture, "club");
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      g_autofree char *name = g_strconcat ("club-", tabs[i], NULL);

      dov_tabs_show (dov_subject_page_get_tabs (DOV_SUBJECT_PAGE (page)), tabs[i]);
      picture (fixture, name);
    }
  press (fixture, "F6");
  picture (fixture, "club-month");
  dov_ui_test_set_dark (TRUE);
  picture (fixture, "club-month-dark");
  dov_ui_test_set_dark (FALSE);
  dov_ui_test_set_text_size (150);
  picture (fixture, "club-month-150");
  press (fixture, "<Alt>Left");
  dov_tabs_show (dov_subject_page_get_tabs (DOV_SUBJECT_PAGE (page)), "members");
  picture (fixture, "club-150");
  dov_ui_test_set_text_size (100);
  dov_ui_test_set_dark (TRUE);
  picture (fixture, "club-dark");
  dov_ui_test_set_dark (FALSE);
  dov_ui_test_resize (GTK_WINDOW (fixture->window), 1024, 600);
  picture (fixture, "club-small");
  press (fixture, "F6");
  picture (fixture, "club-month-small");
}

/* A day's marks without the mouse: letters of both layouts, Enter, the whole column, undo. */
static void
test_marks (Fixture      *fixture,
            gconstpointer data)
{
  gint64 group = find_group (fixture, "МастерОК");
  DovClubMonthPage *page = open_month (fixture, group);
  DovMarkGrid *grid = dov_club_month_page_get_grid (page);
  DovClubMonth *month = dov_club_month_page_get_month (page);
  guint row = 99, column = 99, work = 0;
  gint64 marks = ask (fixture, "SELECT count(*) FROM club_attendance WHERE removed IS NULL");

  /* It begins at the last session that is not to come: today's, not marked yet. */
  g_assert_true (dov_mark_grid_get_cursor (grid, &row, &column));
  g_assert_cmpuint (row, ==, 0);
  g_assert_false (dov_club_month_get_column (month, column)->is_to_come);
  g_assert_cmpuint (dov_club_month_get_column (month, column)->n_marked, ==, 0);
  g_assert_true (dov_ui_test_get_focus (GTK_WIDGET (fixture->window)) == dov_mark_grid_get_cell (grid, 0, column));
  work = column;

  press_key (fixture, GDK_KEY_plus);
  g_assert_cmpstr (text_of (page, 0, work), ==, "+");
  press_key (fixture, GDK_KEY_Down);
  press_key (fixture, GDK_KEY_Cyrillic_en);
  g_assert_cmpstr (text_of (page, 1, work), ==, C_("mark", "n"));
  press_key (fixture, GDK_KEY_Down);
  press_key (fixture, GDK_KEY_Cyrillic_be);
  press_key (fixture, GDK_KEY_Down);
  press_key (fixture, GDK_KEY_Cyrillic_u);
  press_key (fixture, GDK_KEY_Down);
  g_assert_cmpstr (text_of (page, 2, work), ==, C_("mark", "i"));
  g_assert_cmpstr (text_of (page, 3, work), ==, C_("mark", "e"));

  /* The same keys where the layout is Latin: y, comma, e, and = for +. */
  press_key (fixture, GDK_KEY_y);
  press_key (fixture, GDK_KEY_Down);
  press_key (fixture, GDK_KEY_comma);
  press_key (fixture, GDK_KEY_Down);
  press_key (fixture, GDK_KEY_e);
  press_key (fixture, GDK_KEY_Down);
  press_key (fixture, GDK_KEY_equal);
  g_assert_cmpstr (text_of (page, 4, work), ==, C_("mark", "n"));
  g_assert_cmpstr (text_of (page, 5, work), ==, C_("mark", "i"));
  g_assert_cmpstr (text_of (page, 6, work), ==, C_("mark", "e"));
  g_assert_cmpstr (text_of (page, 7, work), ==, "+");

  /* A key that means nothing marks nothing. */
  press_key (fixture, GDK_KEY_q);
  g_assert_cmpstr (text_of (page, 7, work), ==, "+");

  /* Enter: a mark that is there stays, an empty cell gets «+»; then the next person. */
  press_key (fixture, GDK_KEY_Up);
  press_key (fixture, GDK_KEY_Return);
  press_key (fixture, GDK_KEY_Return);
  press_key (fixture, GDK_KEY_Return);
  g_assert_cmpstr (text_of (page, 6, work), ==, C_("mark", "e"));
  g_assert_cmpstr (text_of (page, 8, work), ==, "+");
  g_assert_true (dov_mark_grid_get_cursor (grid, &row, &column));
  g_assert_cmpuint (row, ==, 9);

  /* Every mark is in the file at once. */
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM club_attendance WHERE removed IS NULL"), ==, marks + 9);

  /* All the others were there, in one operation; undo takes them away, then the last mark alone. */
  press (fixture, "<Control>Return");
  month = dov_club_month_page_get_month (page);
  g_assert_cmpuint (dov_club_month_get_column (month, work)->n_marked, ==, month->rows->len);
  g_assert_cmpstr (text_of (page, 9, work), ==, "+");
  press (fixture, "<Control>z");
  g_assert_cmpstr (text_of (page, 9, work), ==, "");
  g_assert_cmpstr (text_of (page, 8, work), ==, "+");
  press (fixture, "<Control>z");
  g_assert_cmpstr (text_of (page, 8, work), ==, "");
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM club_attendance WHERE removed IS NULL"), ==, marks + 8);

  /* A mark is changed and taken away. */
  press_key (fixture, GDK_KEY_Home);
  press_key (fixture, GDK_KEY_End);
  dov_mark_grid_move (grid, 0, work, TRUE);
  press_key (fixture, GDK_KEY_Cyrillic_EN);
  g_assert_cmpstr (text_of (page, 0, work), ==, C_("mark", "n"));
  press_key (fixture, GDK_KEY_Delete);
  g_assert_cmpstr (text_of (page, 0, work), ==, "");
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM club_attendance WHERE removed IS NULL"), ==, marks + 7);
  picture (fixture, "club-marked");
}

/* What stands in the grid is what the store counts, also of months before. */
static void
test_sums (Fixture      *fixture,
           gconstpointer data)
{
  gint64 group = find_group (fixture, "ЗигЗаг");
  DovClubMonthPage *page = open_month (fixture, group);
  DovClubMonth *month;
  g_autofree char *sql = NULL;
  gint64 present = 0, held = 0;

  press (fixture, "<Control>Page_Up");
  month = dov_club_month_page_get_month (page);
  g_assert_cmpint (g_date_get_month (&month->first), ==, G_DATE_FEBRUARY);
  sql = g_strdup_printf ("SELECT count(*) FROM club_attendance a JOIN club_session s ON s.id = a.session_id"
                         " WHERE s.group_id = %" G_GINT64_FORMAT " AND a.mark = 'present'"
                         " AND substr(s.starts_at, 1, 7) = '2027-02'", group);
  present = ask (fixture, sql);
  g_clear_pointer (&sql, g_free);
  sql = g_strdup_printf ("SELECT count(*) FROM club_session WHERE group_id = %" G_GINT64_FORMAT
                         " AND substr(starts_at, 1, 7) = '2027-02'", group);
  held = ask (fixture, sql);
  g_assert_cmpint (present, >, 20);
  g_assert_cmpuint (month->n_present, ==, present);
  g_assert_cmpuint (month->n_held, ==, held);
  picture (fixture, "club-february");

  /* A month with nothing in it: an average of nothing is a dash. */
  for (guint i = 0; i < 12; i++)
    press (fixture, "<Control>Page_Up");
  g_assert_true (dov_ui_test_says (GTK_WIDGET (page), _("No sessions in this month")));
  g_assert_true (dov_ui_test_says (GTK_WIDGET (page), "—"));
  picture (fixture, "club-no-sessions");
}

/* The topic and the hours of the session one stands on. */
static void
test_topic (Fixture      *fixture,
            gconstpointer data)
{
  DovClubMonthPage *page = open_month (fixture, find_group (fixture, "МастерОК"));
  DovClubMonth *month;
  guint row = 0, column = 0;

  dov_mark_grid_get_cursor (dov_club_month_page_get_grid (page), &row, &column);
  press (fixture, "F2");
  g_assert_true (GTK_IS_TEXT (dov_ui_test_get_focus (GTK_WIDGET (fixture->window))));
  dov_ui_test_type (dov_ui_test_get_focus (GTK_WIDGET (fixture->window)), "Вятский узор");
  g_signal_emit_by_name (dov_ui_test_get_focus (GTK_WIDGET (fixture->window)), "activate");
  dov_ui_test_settle ();
  month = dov_club_month_page_get_month (page);
  g_assert_cmpstr (dov_club_month_get_column (month, column)->session->topic, ==, "Вятский узор");
  press (fixture, "<Control>z");
  month = dov_club_month_page_get_month (page);
  g_assert_cmpstr (dov_club_month_get_column (month, column)->session->topic, ==, "");
}

/* The sessions of the next month in one step; holidays are off, one more is taken off by hand. */
static void
test_plan (Fixture      *fixture,
           gconstpointer data)
{
  gint64 group = find_group (fixture, "Вкусняшки"), before = ask (fixture, "SELECT count(*) FROM club_session");
  GDate may;
  DovPage *page;
  GtkWidget *check;

  g_date_set_dmy (&may, 1, 5, 2027);
  page = dov_club_plan_page_new (fixture->store, group, &may);
  dov_go_to (fixture->window, page);
  dov_ui_test_settle ();
  picture (fixture, "club-plan");
  check = dov_ui_test_find (GTK_WIDGET (page), GTK_TYPE_CHECK_BUTTON, NULL);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  gtk_widget_grab_focus (check);
  gtk_widget_activate (check);
  press (fixture, "<Control>s");
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM club_session"), ==, before + 3);
  press (fixture, "<Control>z");
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM club_session WHERE removed IS NULL"), ==, before);
}

/* A clash is told in its row; making it all the same asks on the page why it is right. */
static void
test_plan_clash (Fixture      *fixture,
                 gconstpointer data)
{
  gint64 group = find_group (fixture, "Вкусняшки"), before;
  g_autoptr (DovRecord) own = dov_store_find (fixture->store, DOV_TYPE_CLUB_GROUP, group, NULL);
  DovQuery neighbours = { .where = "id <> ?1 AND lounge_id = (SELECT lounge_id FROM club_group WHERE id = ?1)",
                          .params = g_variant_new ("(x)", group) };
  g_autoptr (DovRecord) other = dov_store_find_first (fixture->store, DOV_TYPE_CLUB_GROUP, &neighbours, NULL);
  g_autoptr (DovRecord) session = dov_record_new (DOV_TYPE_CLUB_SESSION, 0);
  g_autoptr (GPtrArray) plan = NULL;
  g_autoptr (GError) error = NULL;
  DovClubPlanned *planned = NULL;
  GtkWidget *reason;
  DovPage *page;
  GDate may;

  g_assert_nonnull (other);
  g_assert_cmpstr (DOV_CLUB_GROUP (own)->place, !=, "");
  g_date_set_dmy (&may, 1, 5, 2027);
  plan = dov_club_plan_list (fixture->store, group, &may, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < plan->len && (planned == NULL || !planned->is_wanted); i++)
    planned = g_ptr_array_index (plan, i);
  dov_set (DOV_CLUB_SESSION (session), group_id, dov_record_get_id (other));
  dov_set (DOV_CLUB_SESSION (session), starts_at, planned->draft->starts_at);
  dov_set (DOV_CLUB_SESSION (session), hours, planned->draft->hours);
  dov_set (DOV_CLUB_SESSION (session), place, DOV_CLUB_GROUP (own)->place);
  dov_store_accept_all (fixture->store, NULL);
  g_assert_true (dov_store_save (fixture->store, session, &error));
  g_assert_no_error (error);
  before = ask (fixture, "SELECT count(*) FROM club_session");

  page = dov_club_plan_page_new (fixture->store, group, &may);
  dov_go_to (fixture->window, page);
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_says (GTK_WIDGET (page), _("clash")));
  press (fixture, "<Control>s");
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM club_session"), ==, before);
  reason = dov_ui_test_find (GTK_WIDGET (page), GTK_TYPE_ENTRY, NULL);
  g_assert_nonnull (reason);
  g_assert_true (gtk_widget_is_ancestor (dov_ui_test_get_focus (GTK_WIDGET (fixture->window)), reason));
  picture (fixture, "club-plan-clash");
  gtk_editable_set_text (GTK_EDITABLE (reason), "в другой половине зала");
  press (fixture, "Return");
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM club_session"), ==, before + 4);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM audit WHERE what = 'accepted'"
                                " AND became = 'в другой половине зала'"), >, 0);
}

/* A big group in a busy month: how long it takes to open, and to mark. */
static void
test_quick (Fixture      *fixture,
            gconstpointer data)
{
  gint64 group = find_group (fixture, "ЮнАгро"), began, opened, marked;
  g_autofree char *group_text = g_strdup_printf ("%" G_GINT64_FORMAT, group);
  g_autoptr (GArray) people = dov_store_list (fixture->store, DOV_TYPE_PERSON, NULL, NULL);
  g_autoptr (GError) error = NULL;
  DovClubMonthPage *page;
  guint n = 0;

  g_assert_true (dov_store_begin (fixture->store, "Большой кружок", &error));
  dov_store_accept_all (fixture->store, NULL);
  for (guint i = 0; i < people->len && n < 32; i++)
    {
      g_autoptr (DovRecord) member = dov_record_new (DOV_TYPE_CLUB_MEMBER, 0);
      g_autoptr (GDate) since = g_date_new_dmy (1, 2, 2027);
      DovQuery query = { .where = "group_id = ?1 AND person_id = ?2",
                         .params = g_variant_new ("(xx)", group, g_array_index (people, gint64, i)) };

      if (dov_store_count (fixture->store, DOV_TYPE_CLUB_MEMBER, &query, NULL) > 0)
        continue;
      dov_set (DOV_CLUB_MEMBER (member), group_id, group);
      dov_set (DOV_CLUB_MEMBER (member), person_id, g_array_index (people, gint64, i));
      dov_set (DOV_CLUB_MEMBER (member), since, since);
      g_assert_true (dov_store_save (fixture->store, member, &error));
      n++;
    }
  for (guint day = 1; day <= 18; day++)
    {
      g_autoptr (DovRecord) session = dov_record_new (DOV_TYPE_CLUB_SESSION, 0);
      g_autoptr (GDateTime) at = g_date_time_new_utc (2027, 3, (int) day, 9, 5, 0);

      dov_set (DOV_CLUB_SESSION (session), group_id, group);
      dov_set (DOV_CLUB_SESSION (session), starts_at, at);
      g_assert_true (dov_store_save (fixture->store, session, &error));
    }
  g_assert_true (dov_store_commit (fixture->store, NULL, &error));

  began = g_get_monotonic_time ();
  page = open_month (fixture, group);
  opened = g_get_monotonic_time () - began;
  g_assert_cmpuint (dov_mark_grid_get_n_rows (dov_club_month_page_get_grid (page)), ==, 40);
  g_assert_cmpuint (dov_mark_grid_get_n_columns (dov_club_month_page_get_grid (page)), >=, 20);
  dov_mark_grid_move (dov_club_month_page_get_grid (page), 0, 0, TRUE);
  began = g_get_monotonic_time ();
  for (guint i = 0; i < 40; i++)
    g_signal_emit_by_name (dov_club_month_page_get_grid (page), "entered", i, 0);
  marked = g_get_monotonic_time () - began;
  g_test_message ("a month of 40 people and %u sessions opens in %.1f ms; a mark takes %.1f ms",
                  dov_mark_grid_get_n_columns (dov_club_month_page_get_grid (page)), opened / 1000.0, marked / 40000.0);
  g_assert_cmpuint (dov_club_month_get_column (dov_club_month_page_get_month (page), 0)->n_present, ==, 40);
  picture (fixture, "club-month-large");
}

/* From nothing: a group, its weekday, a child, the sessions of the month, leaving and coming back. */
static void
test_whole_way (Fixture      *fixture,
                gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  g_autoptr (DovRecord) draft = NULL;
  gint64 group = 0, member = 0;

  dov_window_show_section (fixture->window, "clubs");
  press (fixture, "<Control>n");
  dov_ui_keys_fill (window, DOV_TYPE_FIELD_ROW, _("Name"), "Резьба по дереву");
  dov_ui_keys_choose (window, DOV_TYPE_FIELD_ROW, _("Kind"), _("studio"));
  dov_ui_keys_fill (window, DOV_TYPE_FIELD_ROW, _("Leader"), "русских");
  press (fixture, "Return");
  dov_ui_keys_choose (window, DOV_TYPE_FIELD_ROW, _("Age of the members"), _("all ages"));
  picture (fixture, "club-new");
  press (fixture, "<Control>s");
  group = find_group (fixture, "Резьба по дереву");

  dov_go_record (fixture->window, DOV_TYPE_CLUB_GROUP, group);
  dov_ui_test_settle ();
  picture (fixture, "club-empty");
  press (fixture, "F6");
  g_assert_true (dov_ui_test_says (window, _("Nobody is in the group yet")));
  press (fixture, "<Alt>Left");
  press (fixture, "<Control>n");
  dov_ui_keys_fill (window, DOV_TYPE_FIELD_ROW, _("Person"), "бузмаков иван");
  press (fixture, "Return");
  picture (fixture, "club-member-new");
  press (fixture, "<Control>s");
  member = ask (fixture, "SELECT max(id) FROM club_member WHERE removed IS NULL");
  draft = dov_store_find (fixture->store, DOV_TYPE_CLUB_MEMBER, member, NULL);
  g_assert_cmpint (DOV_CLUB_MEMBER (draft)->group_id, ==, group);
  g_assert_cmpint (g_date_get_day (DOV_CLUB_MEMBER (draft)->since), ==, 18);

  /* Left today, with the form filled in; then back again. */
  dov_ui_test_click (dov_ui_test_find (window, GTK_TYPE_BUTTON, _("Left…")));
  press (fixture, "<Control>s");
  g_assert_nonnull (DOV_CLUB_MEMBER (draft)->until);
  press (fixture, "<Control>z");
  g_assert_null (DOV_CLUB_MEMBER (draft)->until);
}

/* Hours in one line: a day, a length, what for, Enter. */
static void
test_volunteer (Fixture      *fixture,
                gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  gint64 volunteer = ask (fixture, "SELECT v.id FROM volunteer v WHERE v.kind = 'general' ORDER BY v.id LIMIT 1");
  gint64 n = ask (fixture, "SELECT count(*) FROM volunteer_hours"), young = 0;
  GtkWidget *focus;

  dov_window_show_section (fixture->window, "volunteers");
  picture (fixture, "volunteers");
  dov_go_record (fixture->window, DOV_TYPE_VOLUNTEER, volunteer);
  dov_ui_test_settle ();
  picture (fixture, "volunteer");

  /* The keyboard stands in the hours; nonsense is told under the line, and nothing is lost. */
  focus = dov_ui_test_get_focus (window);
  g_assert_true (GTK_IS_TEXT (focus));
  dov_ui_test_type (focus, "много");
  g_signal_emit_by_name (focus, "activate");
  dov_ui_test_settle ();
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM volunteer_hours"), ==, n);
  picture (fixture, "volunteer-wrong");
  dov_ui_test_type (dov_ui_test_get_focus (window), "2,5");
  g_signal_emit_by_name (dov_ui_test_get_focus (window), "activate");
  dov_ui_test_settle ();
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM volunteer_hours"), ==, n + 1);
  g_assert_cmpint (ask (fixture, "SELECT hours FROM volunteer_hours ORDER BY id DESC LIMIT 1"), ==, 2500);
  g_assert_cmpint (ask (fixture, "SELECT date = '2027-03-18' FROM volunteer_hours ORDER BY id DESC LIMIT 1"), ==, 1);
  dov_ui_test_click (dov_ui_test_find (window, GTK_TYPE_BUTTON, _("Undo")));
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM volunteer_hours WHERE removed IS NULL"), ==, n);
  dov_ui_test_click (dov_ui_test_find (window, GTK_TYPE_BUTTON, _("By month and kind")));
  picture (fixture, "volunteer-sums");

  /* A sum opens the hours that it adds up. */
  {
    DovPage *page = dov_window_get_page (fixture->window);
    GtkWidget *sums = dov_ui_test_find (GTK_WIDGET (page), GTK_TYPE_GRID, NULL);
    g_autofree char *sum = dov_quantity_to_shown (ask (fixture, "SELECT sum(hours) FROM volunteer_hours WHERE removed IS NULL "
      "AND date LIKE '2027-%' AND volunteer_id = (SELECT v.id FROM volunteer v WHERE v.kind = 'general' ORDER BY v.id LIMIT 1)"));

    g_assert_nonnull (sums);
    dov_ui_test_click (dov_ui_test_find (sums, GTK_TYPE_BUTTON, sum));
    dov_ui_test_settle ();
    g_assert_true (DOV_IS_LIST_PAGE (dov_window_get_page (fixture->window)));
    picture (fixture, "volunteer-hours-of-sum");
    dov_go_back (fixture->window);
    g_assert_true (dov_window_get_page (fixture->window) == page);
  }
  dov_ui_test_set_text_size (150);
  picture (fixture, "volunteer-150");
  dov_ui_test_set_text_size (100);
  dov_ui_test_set_dark (TRUE);
  picture (fixture, "volunteer-dark");
  dov_ui_test_set_dark (FALSE);

  /* Under 18 without a consent: the page says so, and no hours are taken. */
  young = ask (fixture, "SELECT v.id FROM volunteer v WHERE v.kind = 'young' ORDER BY v.id LIMIT 1");
  {
    g_autoptr (DovRecord) record = dov_store_find (fixture->store, DOV_TYPE_VOLUNTEER, young, NULL);
    g_autoptr (DovRecord) bare = dov_record_new (DOV_TYPE_VOLUNTEER, 0);
    GDate since;
    g_autoptr (GError) error = NULL;

    g_date_set_dmy (&since, 18, 3, 2027);
    dov_set (DOV_VOLUNTEER (bare), person_id,
             ask (fixture, "SELECT id FROM person WHERE birth_date BETWEEN '2011-01-01' AND '2012-12-31'"
                           " AND id NOT IN (SELECT person_id FROM volunteer) ORDER BY id LIMIT 1"));
    dov_set (DOV_VOLUNTEER (bare), lounge_id, DOV_VOLUNTEER (record)->lounge_id);
    dov_set (DOV_VOLUNTEER (bare), kind, DOV_VOLUNTEER_KIND_YOUNG);
    dov_set (DOV_VOLUNTEER (bare), since, &since);
    dov_store_accept (fixture->store, "W1", "принесут завтра");
    g_assert_true (dov_store_save (fixture->store, bare, &error));
    g_assert_no_error (error);
    dov_go_record (fixture->window, DOV_TYPE_VOLUNTEER, dov_record_get_id (bare));
  }
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_says (window, _("No consent of a parent")));
  dov_ui_test_type (dov_ui_test_get_focus (window), "1");
  g_signal_emit_by_name (dov_ui_test_get_focus (window), "activate");
  dov_ui_test_settle ();
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM volunteer_hours WHERE removed IS NULL"), ==, n);
  picture (fixture, "volunteer-consent");
}

/* A partner gets a participation on the card of the organisation. */
static void
test_partner (Fixture      *fixture,
              gconstpointer data)
{
  gint64 organisation = ask (fixture, "SELECT organisation_id FROM partner_participation ORDER BY id LIMIT 1");
  GtkWidget *row;

  dov_go_record (fixture->window, DOV_TYPE_ORGANISATION, organisation);
  dov_ui_test_settle ();
  picture (fixture, "partner");
  row = gtk_widget_get_ancestor (dov_ui_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, _("Add participation")),
                                 GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (row, "activated");
  dov_ui_test_settle ();
  g_assert_true (DOV_IS_RECORD_PAGE (dov_window_get_page (fixture->window)));
  picture (fixture, "partner-new");
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

static void
add_person (Fixture    *fixture,
            const char *last,
            const char *first)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_PERSON, 0);
  g_autoptr (GError) error = NULL;

  dov_set (DOV_PERSON (draft), last_name, last);
  dov_set (DOV_PERSON (draft), first_name, first);
  dov_set (DOV_PERSON (draft), birth_year, 2016);
  dov_store_save (fixture->store, draft, &error);
  g_assert_no_error (error);
}

/* A table pasted over the members of a group becomes members of this group: looked over first, who is not known stays
 * with the reason in view, goes with one key, and the button counts those that will be added. */
static void
test_paste_members (Fixture      *fixture,
                    gconstpointer data)
{
  static const char now[] = "SELECT count(*) FROM live_club_member WHERE since = '2027-03-02'";
  gint64 group = find_group (fixture, "МастерОК");
  g_autofree char *of_group = g_strdup_printf ("%s AND group_id = %" G_GINT64_FORMAT, now, group);
  g_autofree char *two = g_strdup_printf (ngettext ("Add %u row", "Add %u rows", 2), 2);
  gint64 before = ask (fixture, of_group);
  GtkWidget *section, *page;

  add_person (fixture, "Щукина-Ершова", "Ольга");
  add_person (fixture, "Налимова-Сомова", "Инна");
  dov_go_record (fixture->window, DOV_TYPE_CLUB_GROUP, group);
  dov_ui_test_settle ();
  section = dov_ui_test_find (GTK_WIDGET (dov_window_get_page (fixture->window)), DOV_TYPE_SECTION_BOX, _("Members"));
  g_assert_nonnull (section);
  gtk_widget_child_focus (section, GTK_DIR_TAB_FORWARD);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (section), "Person\tAdmitted on\n"
                                                             "Щукина-Ершова Ольга\t02.03.2027\n"
                                                             "Никому Неизвестная\t02.03.2027\n"
                                                             "Налимова-Сомова Инна\t02.03.2027\n");
  press (fixture, "<Control>Cyrillic_em");
  WAIT_FOR (DOV_IS_PASTE_PAGE (dov_window_get_page (fixture->window)));
  dov_ui_test_settle ();
  page = GTK_WIDGET (dov_window_get_page (fixture->window));
  g_assert_nonnull (dov_ui_test_find (page, GTK_TYPE_BUTTON, two));
  g_assert_true (dov_ui_test_says (page, "Никому Неизвестная"));
  picture (fixture, "club-paste");
  press (fixture, "<Control>s");
  g_assert_cmpint (ask (fixture, of_group), ==, before + 2);
  g_assert_cmpint (ask (fixture, now), ==, ask (fixture, of_group));
  press (fixture, "Delete");
  g_assert_false (dov_ui_test_says (page, "Никому Неизвестная"));
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  ADD ("/clubs/looks", test_looks);
  ADD ("/clubs/marks", test_marks);
  ADD ("/clubs/sums", test_sums);
  ADD ("/clubs/topic", test_topic);
  ADD ("/clubs/plan", test_plan);
  ADD ("/clubs/plan/clash", test_plan_clash);
  ADD ("/clubs/quick", test_quick);
  ADD ("/clubs/whole-way", test_whole_way);
  ADD ("/clubs/paste-members", test_paste_members);
  ADD ("/volunteers/hours", test_volunteer);
  ADD ("/partners/participation", test_partner);

  return g_test_run ();
}
