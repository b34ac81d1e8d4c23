/* test-pictures-work.c - the pages of the daily work on demo data, as pictures to look at */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-go.h"
#include "dov-ui-pictures.h"

#include <glib/gi18n.h>

#include "dov-closing-page.h"
#include "dov-club-month-page.h"
#include "dov-events-page.h"
#include "dov-own-lounge.h"
#include "dov-paper-page.h"
#include "dov-patrol-people-page.h"
#include "dov-registry.h"
#include "dov-roster-page.h"
#include "dov-rooms.h"
#include "dov-sheet-page.h"
#include "dov-tabs.h"
#include "dov-ui-test.h"
#include "dov-work-plan-page.h"

/* That to which most records of a table lead. */
#define BUSIEST(link, table) "SELECT " link " FROM " table " WHERE removed IS NULL AND " link " IS NOT NULL " \
                             "GROUP BY 1 ORDER BY count(*) DESC LIMIT 1"
#define BUSIEST_DRIVE BUSIEST ("drive_id", "distribution")
#define BUSIEST_GROUP BUSIEST ("group_id", "club_member")
#define BUSIEST_PATROL BUSIEST ("patrol_id", "patrol_member")
#define BUSIEST_FAMILY BUSIEST ("family_id", "family_member")
#define BUSIEST_VOLUNTEER BUSIEST ("volunteer_id", "volunteer_hours")

static DovStore *store;
static DovWindow *window;

static gint64
find (const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 id = dov_database_count (dov_store_get_database (store), sql, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);

  return id;
}

/* There are many pages; $DOVERIE_EVERY_LOOK takes each in all looks. */
static void
take (const char *name)
{
  dov_ui_pictures_take (window, name, g_getenv ("DOVERIE_EVERY_LOOK") != NULL);
}

/* The record of a kind of which there is most to see. */
static void
test_records (void)
{
  static const struct { const char *name; const char *section; const char *sql; } busiest[] = {
    { "event_series", "events", BUSIEST ("series_id", "event") },
    { "work_plan", "events", BUSIEST ("plan_id", "work_plan_line") },
    { "event_report", "events", "SELECT max(id) FROM event_report" },
    { "club_group", "clubs", BUSIEST_GROUP },
    { "volunteer", "volunteers", BUSIEST_VOLUNTEER },
    { "drive", "drives", BUSIEST_DRIVE },
    { "item", "drives", BUSIEST ("item_id", "stock_move") },
    { "donation_receipt", "drives", BUSIEST ("receipt_id", "donation_line") },
    { "distribution", "drives", BUSIEST ("distribution_id", "distribution_line") },
    { "inventory_count", "drives", "SELECT max(id) FROM inventory_count" },
    { "write_off", "drives", "SELECT max(id) FROM write_off" },
    { "rental_item", "rental", BUSIEST ("item_id", "rental_loan") },
    { "rental_loan", "rental", "SELECT max(id) FROM rental_loan" },
    { "patrol", "patrol", BUSIEST_PATROL },
    { "patrol_shift", "patrol", BUSIEST ("shift_id", "patrol_finding") },
    { "patrol_finding", "patrol", "SELECT max(id) FROM patrol_finding WHERE handover_id IS NOT NULL" },
    { "outgoing_notice", "patrol", "SELECT max(id) FROM outgoing_notice" },
    { "case_plan", "families", BUSIEST ("plan_id", "plan_action") },
    { "outreach_trip", "families", "SELECT max(id) FROM outreach_trip" },
    { "person", "people", BUSIEST ("person_id", "attendance") },
    { "organisation", "organisations", BUSIEST ("organisation_id", "event_partner") },
    { "settlement", "lists", "SELECT min(id) FROM settlement" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (busiest); i++)
    {
      g_autofree char *file = g_strconcat ("demo-", busiest[i].name, NULL);

      dov_window_show_section (window, busiest[i].section);
      if (dov_database_count (dov_store_get_database (store), busiest[i].sql, NULL) <= 0)
        {
          g_test_message ("No %s", busiest[i].name);
          continue;
        }
      dov_go_record (window, dov_registry_find (busiest[i].name), find (busiest[i].sql));
      take (file);
    }
}

/* Pages that are tabs of others. */
static void
test_tabs (void)
{
  static const struct { const char *section; const char *kind; const char *sql; const char *tabs[9]; } pages[] = {
    { "families", "family", BUSIEST_FAMILY,
      { "support", "meetings", "help", "home", "papers", "history" } },
    { "clubs", "club_group", BUSIEST_GROUP, { "sessions", "schedule", "achievements", "passport" } },
    { "volunteers", "volunteer", BUSIEST_VOLUNTEER, { "sums" } },
    { "drives", NULL, NULL, { "things", "needs", "papers" } },
    { "rental", NULL, NULL, { "things", "calendar" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      dov_window_show_section (window, pages[i].section);
      if (pages[i].kind != NULL)
        dov_go_record (window, dov_registry_find (pages[i].kind), find (pages[i].sql));
      for (guint tab = 0; pages[i].tabs[tab] != NULL; tab++)
        {
          GtkWidget *tabs = dov_ui_test_find (GTK_WIDGET (dov_window_get_page (window)), DOV_TYPE_TABS, NULL);
          const char *of = pages[i].kind != NULL ? pages[i].kind : pages[i].section;
          g_autofree char *file = g_strdup_printf ("tab-%s-%s", of, pages[i].tabs[tab]);

          dov_tabs_show (DOV_TABS (tabs), pages[i].tabs[tab]);
          g_assert_cmpstr (dov_tabs_get_shown (DOV_TABS (tabs)), ==, pages[i].tabs[tab]);
          take (file);
        }
    }
}

static void
push (const char *section,
      DovPage    *page,
      const char *name)
{
  dov_window_show_section (window, section);
  dov_go_to (window, page);
  take (name);
}

static void
test_pages (void)
{
  g_autoptr (GDate) day = g_date_new_dmy (1, 3, 2027);
  g_autoptr (GDate) april = g_date_new_dmy (1, 4, 2027);
  DovPeriod year = dov_period_around (DOV_PERIOD_YEAR, day);
  DovPage *page;

  push ("events", dov_work_plan_page_new_for (store, dov_own_lounge_find (store), &year), "page-plan-year");
  push ("clubs", dov_club_month_page_new (store, find (BUSIEST_GROUP), day), "page-club-month");
  push ("drives", dov_sheet_page_new (store, find (BUSIEST_DRIVE)), "page-sheet");
  push ("drives", dov_subject_page_new (store, &dov_closing_subject, find (BUSIEST_DRIVE)), "page-closing");
  push ("patrol", dov_roster_page_new (store, find (BUSIEST_PATROL), april), "page-roster");
  push ("patrol", dov_patrol_people_page_new (store, find (BUSIEST_PATROL)), "page-patrol-people");
  push ("drives", dov_paper_page_new (store, "D-33a", find (BUSIEST_DRIVE)), "page-paper");

  page = dov_events_page_new (store);
  push ("events", page, "page-events");
  dov_events_page_show_list (DOV_EVENTS_PAGE (page), NULL);
  take ("page-events-list");
}

/* Empty forms of what is written down most often. */
static void
test_forms (void)
{
  static const struct { const char *kind; const char *section; } kinds[] = {
    { "event", "events" },
    { "donation_receipt", "drives" },
    { "distribution", "drives" },
    { "inventory_count", "drives" },
    { "write_off", "drives" },
    { "stock_transfer", "drives" },
    { "need", "drives" },
    { "drive", "drives" },
    { "rental_loan", "rental" },
    { "rental_item", "rental" },
    { "patrol_shift", "patrol" },
    { "patrol_finding", "patrol" },
    { "outgoing_notice", "patrol" },
    { "club_group", "clubs" },
    { "volunteer", "volunteers" },
    { "family", "families" },
    { "signal", "families" },
    { "home_visit", "families" },
    { "contact_record", "families" },
    { "case_plan", "families" },
    { "consent", "families" },
    { "living_conditions_act", "families" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (DovRecord) draft = dov_record_new (dov_registry_find (kinds[i].kind), 0);
      g_autofree char *file = g_strconcat ("new-", kinds[i].kind, NULL);

      push (kinds[i].section, dov_rooms_open_new (store, draft), file);
    }
}

static void
test_popover (void)
{
  GtkWidget *button, *popover;

  dov_window_show_section (window, "families");
  button = dov_ui_test_find_tip (GTK_WIDGET (window), _("Columns and views of this list"));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  dov_ui_test_picture (gtk_popover_get_child (GTK_POPOVER (popover)), "columns");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
}

int
main (int    argc,
      char **argv)
{
  int status;

  dov_ui_test_init (&argc, &argv);
  window = dov_ui_pictures_open (&store);

  g_test_add_func ("/pictures-work/records", test_records);
  g_test_add_func ("/pictures-work/tabs", test_tabs);
  g_test_add_func ("/pictures-work/pages", test_pages);
  g_test_add_func ("/pictures-work/forms", test_forms);
  g_test_add_func ("/pictures-work/popover", test_popover);
  status = g_test_run ();

  dov_ui_test_close (GTK_WINDOW (window));
  dov_store_close (store, NULL);
  g_assert_finalize_object (store);

  return status;
}
