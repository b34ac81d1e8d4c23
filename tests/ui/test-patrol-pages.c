/* test-patrol-pages.c - the month of the patrol, dealing out shifts, members, names to take out, by keyboard */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-go.h"
#include "dov-patrol-page.h"

#include <glib/gi18n.h>

#include "dov-doubt-card.h"
#include "dov-family-page.h"
#include "dov-family.h"
#include "dov-field-row.h"
#include "dov-nameless-page.h"
#include "dov-patrol-absence.h"
#include "dov-patrol-finding.h"
#include "dov-patrol-people-page.h"
#include "dov-roster-page.h"
#include "dov-rooms.h"
#include "dov-section-box.h"
#include "dov-tabs.h"
#include "dov-ui-keys.h"
#include "dov-ui-patrol.h"
#include "dov-ui-test.h"
#include "dov-window.h"

typedef struct
{
  DovUiPatrol *patrol;
  DovWindow   *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->patrol = dov_ui_patrol_new ();
  fixture->window = dov_window_new (NULL);
}

static void
open_window (Fixture *fixture)
{
  dov_window_set_store (fixture->window, fixture->patrol->club->store);
  dov_ui_test_show (GTK_WIDGET (fixture->window));
  dov_ui_test_resize (GTK_WINDOW (fixture->window), 1366, 768);
  dov_window_show_section (fixture->window, "patrol");
  dov_ui_test_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  dov_ui_test_close (GTK_WINDOW (fixture->window));
  dov_ui_patrol_free (fixture->patrol);
}

/* The page that is open, in each size and look. */
static void
take (Fixture    *fixture,
      const char *name)
{
  static const struct { const char *suffix; int width, height; guint percent; gboolean is_dark; } looks[] = {
    { "", 1366, 768, 100, FALSE }, { "-dark", 1366, 768, 100, TRUE },
    { "-150", 1366, 768, 150, FALSE }, { "-small", 1024, 600, 100, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *file = g_strconcat (name, looks[i].suffix, NULL);

      dov_ui_test_set_dark (looks[i].is_dark);
      dov_ui_test_set_text_size (looks[i].percent);
      dov_ui_test_resize (GTK_WINDOW (fixture->window), looks[i].width, looks[i].height);
      dov_ui_test_settle ();
      dov_ui_test_picture (GTK_WIDGET (fixture->window), file);
    }
  dov_ui_test_set_text_size (100);
  dov_ui_test_resize (GTK_WINDOW (fixture->window), 1366, 768);
}

static void
test_month (Fixture       *fixture,
            gconstpointer  data)
{
  dov_ui_patrol_clash (fixture->patrol);
  open_window (fixture);
  take (fixture, "patrol-month");
  g_assert_cmpuint (dov_ui_test_count (GTK_WIDGET (fixture->window), DOV_TYPE_DOUBT_CARD), >=, 3);
}

static gint64
count (Fixture    *fixture,
       const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 n = dov_database_count (dov_store_get_database (fixture->patrol->club->store), sql, &error);

  g_assert_no_error (error);

  return n;
}

#define APRIL "SELECT count(*) FROM patrol_shift WHERE removed IS NULL AND starts_at LIKE '2027-04%'"

/* Fridays and Saturdays of April, one name changed by hand, saved as one and taken back as one. */
static void
test_roster (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  g_autofree char *member = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->patrol->fourth);
  g_autoptr (GPtrArray) drafts = NULL;
  gint64 number;

  dov_ui_fixture_save (fixture->patrol->club, DOV_TYPE_PATROL_ABSENCE, "member_id", member, "since", "2027-04-01",
                       "until", "2027-04-20", "reason", "отпуск", NULL);
  open_window (fixture);
  dov_ui_test_press_accel (window, "Page_Down");
  dov_ui_test_settle ();
  dov_ui_test_click (dov_ui_test_find_name (window, "deal-out"));
  dov_ui_test_settle ();
  g_assert_true (DOV_IS_ROSTER_PAGE (dov_window_get_page (fixture->window)));
  take (fixture, "roster");

  /* Saturdays only from nine to half past midnight; the hour is enough. */
  dov_ui_keys_go_to (window, GTK_TYPE_CHECK_BUTTON, _("Fridays"));
  dov_ui_test_press_accel (window, "space");
  dov_ui_keys_fill (window, DOV_TYPE_FIELD_ROW, _("From"), "21");
  dov_ui_keys_fill (window, DOV_TYPE_FIELD_ROW, _("Ends at"), "2330");
  dov_ui_keys_go_to (window, DOV_TYPE_FIELD_ROW, _("First day"));
  dov_ui_test_settle ();

  /* The second name of the first Saturday becomes another one. */
  dov_ui_keys_go_to (window, GTK_TYPE_DROP_DOWN, NULL);
  dov_ui_keys_go_to (window, DOV_TYPE_ROW_LINE, "21:00–23:30");
  while (!GTK_IS_DROP_DOWN (gtk_widget_get_ancestor (dov_ui_test_get_focus (window), GTK_TYPE_DROP_DOWN)))
    dov_ui_test_press_accel (window, "Tab");
  dov_ui_test_press_accel (window, "Tab");
  dov_ui_test_press_accel (window, "Down");
  dov_ui_test_settle ();
  take (fixture, "roster-hand");

  /* A power cut loses nothing: what was dealt out waits under “Today”. */
  g_assert_true (dov_page_leave (dov_window_get_page (fixture->window)));
  drafts = dov_store_list_drafts (fixture->patrol->club->store, NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  number = ((DovDraft *) g_ptr_array_index (drafts, 0))->number;
  dov_go_back (fixture->window);
  dov_go_to (fixture->window, dov_rooms_open_draft (fixture->patrol->club->store, number));
  dov_ui_test_settle ();
  g_assert_true (DOV_IS_ROSTER_PAGE (dov_window_get_page (fixture->window)));
  dov_ui_test_picture (window, "roster-again");

  g_assert_cmpint (count (fixture, APRIL), ==, 0);
  dov_ui_test_press_accel (window, "<Control>s");
  dov_ui_test_settle ();
  dov_ui_test_picture (window, "roster-warned");
  g_assert_cmpint (count (fixture, APRIL), ==, 0);
  dov_ui_keys_write (window, "сам попросился");   /* he was put there by hand, on a day away: why? */
  dov_ui_test_press_accel (window, "Return");
  dov_ui_test_picture (window, "roster-saved");
  g_assert_cmpint (count (fixture, APRIL), ==, 4);
  g_assert_cmpint (count (fixture, APRIL " AND substr (starts_at, 12) = '21:00' AND substr (ends_at, 12) = '23:30'"), ==, 4);
  dov_window_show_section (fixture->window, "patrol");
  dov_ui_test_settle ();
  take (fixture, "patrol-april");
  g_assert_true (dov_store_undo (fixture->patrol->club->store,
                                 dov_store_get_last_operation (fixture->patrol->club->store), NULL));
  g_assert_cmpint (count (fixture, APRIL), ==, 0);
}

/* Constant pairs take their turns: nobody walks with another one. */
static void
test_pairs (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GDate april;

  g_date_clear (&april, 1);
  g_date_set_dmy (&april, 1, 4, 2027);
  open_window (fixture);
  dov_go_to (fixture->window, dov_roster_page_new (fixture->patrol->club->store, 0, &april));
  dov_ui_keys_go_to (window, GTK_TYPE_SWITCH, NULL);
  dov_ui_test_press_accel (window, "space");
  dov_ui_test_settle ();
  dov_ui_test_picture (window, "roster-pairs");
  dov_ui_test_press_accel (window, "<Control>s");
  dov_ui_test_settle ();
  g_assert_cmpint (count (fixture, APRIL), ==, 9);
  g_assert_cmpint (count (fixture, "SELECT count(DISTINCT a.member_id || '+' || b.member_id) FROM shift_member a "
                                   "JOIN shift_member b ON b.shift_id = a.shift_id AND b.id > a.id "
                                   "JOIN patrol_shift s ON s.id = a.shift_id WHERE s.starts_at LIKE '2027-04%'"), ==, 2);
}

/* A new shift by keyboard: who is free is ticked; what is short stays a draft. */
static void
test_new_shift (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  open_window (fixture);
  dov_ui_test_press_accel (window, "<Control>n");
  dov_ui_test_settle ();
  dov_ui_keys_fill (window, DOV_TYPE_FIELD_ROW, _("Begins"), "26.03.2027 21:00");
  dov_ui_keys_fill (window, DOV_TYPE_FIELD_ROW, _("Ends"), "0030");
  dov_ui_keys_go_to (window, GTK_TYPE_CHECK_BUTTON, NULL);
  dov_ui_test_press_accel (window, "space");
  dov_ui_test_press_accel (window, "Tab");
  dov_ui_test_press_accel (window, "space");
  dov_ui_test_settle ();
  take (fixture, "shift-new");
  dov_ui_test_press_accel (window, "<Control>s");
  dov_ui_test_settle ();
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM shift_member x JOIN patrol_shift s ON s.id = x.shift_id "
                                   "WHERE s.starts_at = '2027-03-26T21:00' AND s.ends_at = '2027-03-27T00:30'"), ==, 2);
}

static void
test_people (Fixture       *fixture,
             gconstpointer  data)
{
  open_window (fixture);
  dov_go_to (fixture->window, dov_patrol_people_page_new (fixture->patrol->club->store, 0));
  dov_ui_test_settle ();
  take (fixture, "patrol-people");
}

/* T9: after 30 days a name goes, from the history too; the counts stay, and it is asked before. */
static void
test_nameless (Fixture       *fixture,
               gconstpointer  data)
{
  DovStore *store = fixture->patrol->club->store;
  g_autofree char *shift = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->patrol->walked);
  g_autofree char *family = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->patrol->family);

  dov_ui_fixture_save (fixture->patrol->club, DOV_TYPE_PATROL_FINDING, "shift_id", shift, "found_at", "2027-02-01T21:20",
                       "kind_id", "704", "place_kind", "shop", "place", "крыльцо магазина", "described_as", "Игнат Птицын",
                       "age_known", "14", "measures", "talk", "outcome", "left_self", NULL);
  dov_ui_fixture_save (fixture->patrol->club, DOV_TYPE_PATROL_FINDING, "shift_id", shift, "found_at", "2027-03-10T21:20",
                       "kind_id", "704", "place_kind", "shop", "place", "у клуба", "described_as", "Захар Птицын",
                       "age_known", "15", "measures", "talk", "outcome", "left_self", NULL);
  dov_ui_fixture_save (fixture->patrol->club, DOV_TYPE_PATROL_FINDING, "shift_id", shift, "found_at", "2027-03-10T21:40",
                       "kind_id", "704", "place_kind", "shop", "place", "на крыльце", "family_id", family,
                       "described_as", "Прохор Птицын", "age_known", "15", "measures", "talk", "outcome", "left_self", NULL);
  open_window (fixture);
  dov_go_record (fixture->window, DOV_TYPE_FAMILY, fixture->patrol->family);
  dov_tabs_show (dov_subject_page_get_tabs (DOV_SUBJECT_PAGE (dov_window_get_page (fixture->window))), "meetings");
  dov_ui_test_settle ();
  take (fixture, "family-findings");
  g_assert_true (dov_ui_test_says (GTK_WIDGET (dov_window_get_page (fixture->window)), "на крыльце"));
  dov_go_back (fixture->window);
  dov_go_to (fixture->window, dov_nameless_page_new (store));
  take (fixture, "nameless");
  dov_ui_test_click (dov_ui_test_find (GTK_WIDGET (dov_window_get_page (fixture->window)), GTK_TYPE_BUTTON,
                                       _("Take the name out")));
  dov_ui_test_picture (GTK_WIDGET (fixture->window), "nameless-asked");
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM patrol_finding WHERE described_as = 'Игнат Птицын'"), ==, 1);
  dov_ui_test_click (dov_ui_test_find (GTK_WIDGET (dov_window_get_page (fixture->window)), GTK_TYPE_BUTTON,
                                       _("Take out for good")));
  dov_ui_test_settle ();
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM patrol_finding WHERE described_as = 'Игнат Птицын'"), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM patrol_finding WHERE anonymised_on = '2027-03-17' "
                                   "AND age_known = 14"), ==, 1);
  dov_ui_test_picture (GTK_WIDGET (fixture->window), "nameless-none");

  /* The history does not know the name either, and undo brings none back. */
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM audit WHERE was LIKE '%Игнат%' OR became LIKE '%Игнат%'"), ==, 0);
  dov_store_undo (store, dov_store_get_last_operation (store), NULL);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM patrol_finding WHERE described_as LIKE '%Игнат%'"), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add ("/patrol/roster", Fixture, NULL, set_up, test_roster, tear_down);
  g_test_add ("/patrol/pairs", Fixture, NULL, set_up, test_pairs, tear_down);
  g_test_add ("/patrol/new-shift", Fixture, NULL, set_up, test_new_shift, tear_down);
  g_test_add ("/patrol/people", Fixture, NULL, set_up, test_people, tear_down);
  g_test_add ("/patrol/nameless", Fixture, NULL, set_up, test_nameless, tear_down);
  g_test_add ("/patrol/month", Fixture, NULL, set_up, test_month, tear_down);

  return g_test_run ();
}
