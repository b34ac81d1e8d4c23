/* test-move-page.c - a family is given to another lounge, with the next number there */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-record-page.h"

#include "dov-case-number.h"
#include "dov-family-move.h"
#include "dov-family.h"
#include "dov-household.h"
#include "dov-lounge.h"
#include "dov-ui-demo.h"
#include "dov-ui-test.h"

typedef struct
{
  DovStore  *store;
  DovRecord *family;    /* the first of the demo data */
  DovRecord *move;
  gint64     others[2]; /* lounges that do not have it */
  DovPage   *page;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = dov_ui_demo_copy (DOV_UI_DEMO_APRIL);
  g_autoptr (GArray) lounges = NULL;
  guint n = 0;

  fixture->store = dov_ui_demo_open (path, 0);
  fixture->family = dov_store_find_first (fixture->store, DOV_TYPE_FAMILY, NULL, NULL);
  lounges = dov_store_list (fixture->store, DOV_TYPE_LOUNGE, NULL, NULL);
  for (guint i = 0; i < lounges->len && n < G_N_ELEMENTS (fixture->others); i++)
    if (g_array_index (lounges, gint64, i) != DOV_FAMILY (fixture->family)->lounge_id)
      fixture->others[n++] = g_array_index (lounges, gint64, i);
  g_assert_cmpuint (n, ==, 2);

  fixture->move = dov_household_new_move (fixture->store, dov_record_get_id (fixture->family));
  fixture->page = dov_record_page_new_draft (fixture->store, fixture->move, 0);
  fixture->window = dov_ui_test_show (GTK_WIDGET (fixture->page));
  dov_ui_test_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  dov_ui_test_close (fixture->window);
  g_clear_object (&fixture->move);
  g_clear_object (&fixture->family);
  g_assert_true (dov_store_close (fixture->store, NULL));
  g_clear_object (&fixture->store);
}

static void
choose (Fixture *fixture,
        gint64   lounge)
{
  dov_set (DOV_FAMILY_MOVE (fixture->move), to_lounge_id, lounge);
  dov_ui_test_settle ();
}

/* Each lounge offers the next number of its own; the family is there afterwards, and one undo brings it back. */
static void
test_moved (Fixture       *fixture,
            gconstpointer  data)
{
  DovFamilyMove *move = DOV_FAMILY_MOVE (fixture->move);
  gint64 from = DOV_FAMILY (fixture->family)->lounge_id;
  g_autofree char *from_number = g_strdup (DOV_FAMILY (fixture->family)->case_no);
  g_autofree char *offered = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (dov_ui_test_says (GTK_WIDGET (fixture->page), DOV_FAMILY (fixture->family)->family_name));
  for (guint i = 0; i < G_N_ELEMENTS (fixture->others); i++)
    {
      choose (fixture, fixture->others[i]);
      g_free (offered);
      offered = dov_case_number_propose (fixture->store, fixture->others[i], move->moved_on);
      g_assert_cmpstr (move->to_case_no, ==, offered);
      g_assert_cmpstr (offered, !=, from_number);
      g_assert_true (dov_ui_test_says (GTK_WIDGET (fixture->page), offered));
    }
  dov_set (move, reason, "переехали к бабушке");
  dov_ui_test_picture (GTK_WIDGET (fixture->page), "family-move");

  g_assert_true (dov_page_save (fixture->page));
  dov_ui_test_settle ();
  g_assert_cmpint (DOV_FAMILY (fixture->family)->lounge_id, ==, fixture->others[1]);
  g_assert_cmpstr (DOV_FAMILY (fixture->family)->case_no, ==, offered);

  dov_store_undo (fixture->store, dov_store_find_undoable (fixture->store), &error);
  g_assert_no_error (error);
  g_assert_cmpint (DOV_FAMILY (fixture->family)->lounge_id, ==, from);
  g_assert_cmpstr (DOV_FAMILY (fixture->family)->case_no, ==, from_number);
}

/* A number that somebody typed is theirs, whichever lounge is chosen then. */
static void
test_typed (Fixture       *fixture,
            gconstpointer  data)
{
  choose (fixture, fixture->others[0]);
  dov_set (DOV_FAMILY_MOVE (fixture->move), to_case_no, "77-2027/501");
  choose (fixture, fixture->others[1]);
  g_assert_cmpstr (DOV_FAMILY_MOVE (fixture->move)->to_case_no, ==, "77-2027/501");
}

/* Without a lounge it goes nowhere, and the form says so. */
static void
test_nowhere (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 from = DOV_FAMILY (fixture->family)->lounge_id;

  dov_page_save (fixture->page);
  dov_ui_test_settle ();
  g_assert_cmpint (DOV_FAMILY (fixture->family)->lounge_id, ==, from);
  g_assert_cmpint (dov_record_get_id (fixture->move), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);
  g_test_add ("/move/moved", Fixture, NULL, set_up, test_moved, tear_down);
  g_test_add ("/move/typed", Fixture, NULL, set_up, test_typed, tear_down);
  g_test_add ("/move/nowhere", Fixture, NULL, set_up, test_nowhere, tear_down);

  return g_test_run ();
}
