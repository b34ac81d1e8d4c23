/* test-patrol-accessible.c - what a person who cannot see the screen is told of the patrol */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-doubt-card.h"
#include "dov-emergency.h"
#include "dov-nameless-page.h"
#include "dov-notice.h"
#include "dov-outgoing-notice.h"
#include "dov-patrol-finding.h"
#include "dov-patrol-page.h"
#include "dov-patrol-people-page.h"
#include "dov-patrol-shift.h"
#include "dov-roster-page.h"
#include "dov-record-page.h"
#include "dov-shift-page.h"
#include "dov-ui-bus.h"
#include "dov-ui-patrol.h"
#include "dov-ui-test.h"

static void
check_page (DovPage *page)
{
  GtkWindow *window = dov_ui_test_show (GTK_WIDGET (page));

  dov_ui_test_settle ();
  dov_ui_bus_check_names (G_OBJECT_TYPE_NAME (page));
  dov_ui_test_close (window);
}

static void
test_pages (void)
{
  g_autoptr (DovUiPatrol) patrol = dov_ui_patrol_new ();
  DovStore *store = patrol->club->store;
  g_autoptr (DovRecord) shift = dov_record_new (DOV_TYPE_PATROL_SHIFT, 0);
  g_autoptr (DovRecord) finding = dov_record_new (DOV_TYPE_PATROL_FINDING, 0);
  g_autoptr (DovRecord) notice = dov_record_new (DOV_TYPE_OUTGOING_NOTICE, 0);
  GDate today = dov_today ();

  dov_ui_patrol_clash (patrol);
  dov_set (DOV_PATROL_FINDING (finding), shift_id, patrol->walked);
  check_page (dov_patrol_page_new (store));
  check_page (dov_subject_page_new (store, &dov_shift_subject, patrol->walked));
  check_page (dov_subject_page_new (store, &dov_shift_subject, patrol->tonight));
  check_page (dov_record_page_new_draft (store, shift, 0));
  check_page (dov_roster_page_new (store, 0, &today));
  check_page (dov_record_page_new_draft (store, finding, 0));
  check_page (dov_record_page_new_draft (store, notice, 0));
  check_page (dov_patrol_people_page_new (store, 0));
  check_page (dov_nameless_page_new (store));
}

/* What clashes is one group with all its words; help is an alert. */
static void
test_roles (void)
{
  g_autoptr (DovUiPatrol) patrol = dov_ui_patrol_new ();
  DovPage *page;
  GtkWindow *window;
  GtkWidget *emergency = g_object_new (DOV_TYPE_EMERGENCY, NULL);
  GtkWidget *card;

  dov_ui_patrol_clash (patrol);
  page = dov_patrol_page_new (patrol->club->store);
  window = dov_ui_test_show (GTK_WIDGET (page));
  dov_ui_test_settle ();
  card = dov_ui_test_find (GTK_WIDGET (page), DOV_TYPE_DOUBT_CARD, NULL);
  g_assert_nonnull (card);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL));
  dov_ui_test_close (window);

  window = dov_ui_test_show (emergency);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (emergency), GTK_ACCESSIBLE_ROLE_ALERT);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (emergency), GTK_ACCESSIBLE_PROPERTY_LABEL));
  dov_ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add_func ("/patrol/accessible/pages", test_pages);
  g_test_add_func ("/patrol/accessible/roles", test_roles);

  return g_test_run ();
}
