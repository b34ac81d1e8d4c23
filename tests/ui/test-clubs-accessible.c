/* test-clubs-accessible.c - what the pages of clubs and volunteers say to a person who cannot see them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-club-member.h"
#include "dov-club-month-page.h"
#include "dov-club-plan-page.h"
#include "dov-club-slot.h"
#include "dov-go.h"
#include "dov-rooms.h"
#include "dov-rules.h"
#include "dov-ui-bus.h"
#include "dov-ui-fixture.h"
#include "dov-ui-test.h"
#include "dov-volunteer.h"
#include "dov-window.h"

#include <glib/gi18n.h>
#include <string.h>

/* It is Wednesday 17 March 2027. */
typedef struct
{
  DovUiFixture *club;
  DovWindow    *window;
  gint64        group;
  gint64        child;
} Fixture;

static void
save (Fixture   *fixture,
      DovRecord *draft)
{
  g_autoptr (GError) error = NULL;

  dov_store_accept_all (fixture->club->store, NULL);
  g_assert_true (dov_store_save (fixture->club->store, draft, &error));
  g_assert_no_error (error);
}

static void
admit (Fixture *fixture,
       gint64   person)
{
  g_autoptr (DovRecord) member = dov_record_new (DOV_TYPE_CLUB_MEMBER, 0);
  g_autoptr (GDate) since = g_date_new_dmy (1, 3, 2027);

  dov_set (DOV_CLUB_MEMBER (member), group_id, fixture->group);
  dov_set (DOV_CLUB_MEMBER (member), person_id, person);
  dov_set (DOV_CLUB_MEMBER (member), since, since);
  save (fixture, member);
}

static void
hold (Fixture   *fixture,
      GDateTime *at)
{
  g_autoptr (DovRecord) session = dov_record_new (DOV_TYPE_CLUB_SESSION, 0);

  dov_set (DOV_CLUB_SESSION (session), group_id, fixture->group);
  dov_set (DOV_CLUB_SESSION (session), starts_at, at);
  save (fixture, session);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (DovRecord) group = dov_record_new (DOV_TYPE_CLUB_GROUP, 0);
  g_autoptr (DovRecord) slot = dov_record_new (DOV_TYPE_CLUB_SLOT, 0);
  g_autoptr (GDateTime) at = g_date_time_new_utc (2027, 3, 16, 15, 0, 0);

  fixture->club = dov_ui_fixture_new ();
  fixture->child = dov_ui_fixture_add_person (fixture->club, "Шубина", "Ева", "Ивановна", 2016);
  dov_set (DOV_CLUB_GROUP (group), name, "Бисер");
  dov_set (DOV_CLUB_GROUP (group), lounge_id, fixture->club->lounge);
  dov_set (DOV_CLUB_GROUP (group), leader_id, fixture->club->staff);
  dov_set (DOV_CLUB_GROUP (group), kind, DOV_CLUB_KIND_STUDIO);
  dov_set (DOV_CLUB_GROUP (group), age_group, DOV_CLUB_AGE_CHILDREN);
  save (fixture, group);
  fixture->group = dov_record_get_id (group);
  dov_set (DOV_CLUB_SLOT (slot), group_id, fixture->group);
  dov_set (DOV_CLUB_SLOT (slot), weekday, DOV_WEEKDAY_TUE);
  dov_set (DOV_CLUB_SLOT (slot), time, 900);
  save (fixture, slot);
  admit (fixture, fixture->child);
  hold (fixture, at);

  fixture->window = dov_window_new (NULL);
  dov_window_set_store (fixture->window, fixture->club->store);
  dov_ui_test_show (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  dov_ui_test_close (GTK_WINDOW (fixture->window));
  dov_ui_fixture_free (fixture->club);
}

/* Every cell says whose it is, which day, and what stands there; the grid is one. */
static void
test_grid (Fixture      *fixture,
           gconstpointer data)
{
  DovPage *page = dov_club_month_page_new (fixture->club->store, fixture->group, NULL);
  DovMarkGrid *grid = dov_club_month_page_get_grid (DOV_CLUB_MONTH_PAGE (page));
  GtkWidget *cell;

  dov_go_to (fixture->window, page);
  dov_ui_bus_check_names ("month");
  cell = dov_mark_grid_get_cell (grid, 0, 0);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (cell)), ==, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (gtk_widget_get_parent (cell))), ==,
                   GTK_ACCESSIBLE_ROLE_ROW);
  g_assert_cmpint (gtk_accessible_get_accessible_role (
                     GTK_ACCESSIBLE (gtk_widget_get_parent (gtk_widget_get_parent (cell)))), ==,
                   GTK_ACCESSIBLE_ROLE_GRID);
  {
    g_autofree char *empty = g_strdup_printf ("Шубина Ева Ивановна, 16 марта, %s", _("no mark"));
    g_autofree char *marked = g_strdup_printf ("Шубина Ева Ивановна, 16 марта, %s", _("was at the session"));

    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, empty);
    dov_ui_test_press (GTK_WIDGET (fixture->window), GDK_KEY_plus, 0);
    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, marked);
  }
}

/* A club begins with what is done there most often; the arrows in its month tell whose cell it is and of which day. */
static void
test_heard (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GDateTime) before = g_date_time_new_utc (2027, 3, 9, 15, 0, 0);
  g_autofree char *first = NULL;
  g_autofree char *said = NULL;
  GtkWidget *window = GTK_WIDGET (fixture->window);

  admit (fixture, dov_ui_fixture_add_person (fixture->club, "Ельцов", "Пётр", "Юрьевич", 2017));
  hold (fixture, before);
  dov_go_record (DOV_SHELL (fixture->window), DOV_TYPE_CLUB_GROUP, fixture->group);
  first = dov_ui_bus_dup_focus ();
  g_assert_cmpstr (first, ==, _("Mark who was there"));
  dov_go_to (fixture->window, dov_club_month_page_new (fixture->club->store, fixture->group, NULL));
  dov_ui_bus_listen ();
  dov_ui_test_press (window, GDK_KEY_Left, 0);
  dov_ui_test_press (window, GDK_KEY_Down, 0);
  dov_ui_test_press (window, GDK_KEY_plus, 0);
  said = dov_ui_bus_dup_said ();
  g_test_message ("%s", said);
  g_assert_nonnull (strstr (said, "Ельцов Пётр Юрьевич, 9 марта, без отметки (grid cell)\n"
                                  "Шубина Ева Ивановна, 9 марта, без отметки (grid cell)\n"));
  g_assert_true (g_str_has_suffix (said, "    Шубина Ева Ивановна, 9 марта, был(а)\n"));
}

static void
test_pages (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const sections[] = { "clubs", "volunteers" };
  DovShell *shell = DOV_SHELL (fixture->window);
  g_autoptr (DovRecord) volunteer = dov_record_new (DOV_TYPE_VOLUNTEER, 0);
  g_autoptr (GDate) since = g_date_new_dmy (1, 3, 2027);
  GDate today = dov_today ();

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      dov_window_show_section (fixture->window, sections[i]);
      dov_ui_bus_check_names (sections[i]);
    }
  dov_go_record (shell, DOV_TYPE_CLUB_GROUP, fixture->group);
  dov_ui_bus_check_names ("group");
  dov_go_to (shell, dov_club_plan_page_new (fixture->club->store, fixture->group, &today));
  dov_ui_bus_check_names ("plan");

  dov_set (DOV_VOLUNTEER (volunteer), person_id,
           dov_ui_fixture_add_person (fixture->club, "Кротова", "Ольга", "Львовна", 1980));
  dov_set (DOV_VOLUNTEER (volunteer), lounge_id, fixture->club->lounge);
  dov_set (DOV_VOLUNTEER (volunteer), since, since);
  save (fixture, volunteer);
  dov_go_record (shell, DOV_TYPE_VOLUNTEER, dov_record_get_id (volunteer));
  dov_ui_bus_check_names ("volunteer");
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add ("/clubs/accessible/grid", Fixture, NULL, set_up, test_grid, tear_down);
  g_test_add ("/clubs/accessible/heard", Fixture, NULL, set_up, test_heard, tear_down);
  g_test_add ("/clubs/accessible/pages", Fixture, NULL, set_up, test_pages, tear_down);

  return g_test_run ();
}
