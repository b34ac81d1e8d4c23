/* test-consents.c - the consents of a family as people take, sign and withdraw them, by keyboard */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-consent-page.h"
#include "dov-consent-part.h"
#include "dov-consent-table.h"
#include "dov-family-page.h"
#include "dov-go.h"
#include "dov-subject-page.h"
#include "dov-window.h"

#include "dov-family.h"
#include "dov-organisation.h"
#include "dov-person.h"
#include "dov-ui-desk.h"
#include "dov-ui-test.h"

#include <glib/gi18n.h>

/* A family in whose running programme another body has a step, and whose people have consented to being led. */
#define HANDED_ON \
  "SELECT p.family_id FROM case_plan p JOIN plan_action a ON a.plan_id = p.id" \
  " WHERE p.status = 'in_progress' AND a.organisation_id IS NOT NULL AND a.status = 'planned'" \
  " AND (SELECT count(*) FROM family_member m WHERE m.family_id = p.family_id) >= 3" \
  " AND NOT EXISTS (SELECT 1 FROM consent c JOIN family_member m ON m.person_id = c.subject_id" \
  " WHERE m.family_id = p.family_id AND c.kind = 'transfer') ORDER BY p.family_id LIMIT 1"

static DovPage *
open_papers (DovUiDesk *fixture)
{
  gint64 family = dov_store_ask_number (fixture->store, HANDED_ON, "()");
  DovPage *page = dov_subject_page_new (fixture->store, &dov_family_subject, family);

  g_assert_cmpint (family, !=, 0);
  dov_go_to (fixture->window, page);
  dov_tabs_show (dov_subject_page_get_tabs (DOV_SUBJECT_PAGE (page)), "papers");
  dov_ui_test_settle ();

  return page;
}

static void
click (GtkWidget  *inside,
       const char *words)
{
  GtkWidget *label = dov_ui_test_find (inside, GTK_TYPE_LABEL, words);
  GtkWidget *button;

  g_assert_nonnull (label);
  button = gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);
  g_assert_nonnull (button);
  dov_ui_test_click (button);
  dov_ui_test_settle ();
}

static void
test_all_at_once (DovUiDesk    *fixture,
                  gconstpointer data)
{
  DovPage *page = open_papers (fixture);
  GtkWidget *widget = GTK_WIDGET (page);
  gint64 before = dov_store_ask_number (fixture->store, "SELECT count(*) FROM live_consent", "()");
  gint64 after;

  g_assert_true (dov_ui_test_says (widget, _("The programme cannot be handed to its executors")));
  dov_ui_test_picture (GTK_WIDGET (fixture->window), "consents");
  click (widget, _("Take for all…"));
  after = dov_store_ask_number (fixture->store, "SELECT count(*) FROM live_consent", "()");
  g_assert_cmpint (after, >=, before + 2);
  g_assert_false (dov_ui_test_says (widget, _("The programme cannot be handed to its executors")));
  g_assert_true (dov_ui_test_says (widget, C_("consent", "to be signed")));
  dov_ui_test_resize (GTK_WINDOW (fixture->window), 1024, 600);
  dov_ui_test_settle ();
  dov_ui_test_picture (GTK_WIDGET (fixture->window), "consents-small");
  dov_ui_test_set_text_size (150);
  dov_ui_test_settle ();
  dov_ui_test_picture (GTK_WIDGET (fixture->window), "consents-small-150");
  dov_ui_test_set_text_size (100);
}

/* A door leads to the form with whose consent it is, to what and who signs. */
static void
test_door (DovUiDesk    *fixture,
           gconstpointer data)
{
  DovPage *page = open_papers (fixture);
  gint64 family = dov_subject_page_get_id (DOV_SUBJECT_PAGE (page));
  g_autoptr (GPtrArray) rows = dov_consent_table_list_rows (fixture->store, family);
  const DovConsentRow *row = rows->pdata[0];
  g_autoptr (DovPerson) person = dov_store_look_up (fixture->store, DOV_TYPE_PERSON, row->person);
  const DovConsentCell *cell = dov_consent_row_get (row, DOV_CONSENT_KIND_TRANSFER);
  g_autofree char *whose = dov_person_dup_name (person);
  g_autoptr (DovOrganisation) receiver = dov_store_look_up (fixture->store, DOV_TYPE_ORGANISATION, cell->receiver);
  g_autofree char *state = NULL;

  g_assert_cmpint (cell->state, ==, DOV_CONSENT_STOPS);
  state = g_strdup_printf (C_("consent", "none — for %s"), receiver->short_name);
  click (GTK_WIDGET (page), state);
  g_assert_true (dov_ui_test_is_form_of (dov_window_get_page (fixture->window), DOV_TYPE_CONSENT));
  g_assert_true (dov_ui_test_says (GTK_WIDGET (fixture->window), whose));
}

/* Not signed, signed, withdrawn: each state says what it means and what can be done. */
static void
test_page (DovUiDesk    *fixture,
           gconstpointer data)
{
  DovPage *family = open_papers (fixture);
  GtkWidget *window = GTK_WIDGET (fixture->window);
  gint64 id;
  g_autoptr (DovConsent) consent = NULL;

  click (GTK_WIDGET (family), _("Take for all…"));
  id = dov_store_ask_number (fixture->store, "SELECT c.id FROM live_consent c JOIN live_person p ON p.id = c.subject_id"
                             " WHERE c.signed_on IS NULL ORDER BY p.birth_date LIMIT 1", "()");
  dov_go_record (fixture->window, DOV_TYPE_CONSENT, id);
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_says (window, C_("consent", "Not signed yet")));
  dov_ui_test_picture (window, "consent");

  click (window, _("Signed today"));
  consent = dov_store_look_up (fixture->store, DOV_TYPE_CONSENT, id);
  g_assert_nonnull (consent->signed_on);
  g_assert_false (dov_ui_test_says (window, C_("consent", "Not signed yet")));
  g_assert_false (dov_ui_test_says (window, _("Signed today")));

  click (window, _("Withdraw…"));
  dov_ui_test_picture (window, "consent-withdraw");
  g_clear_object (&consent);
  consent = dov_store_look_up (fixture->store, DOV_TYPE_CONSENT, id);
  g_assert_null (consent->withdrawn_on);
  click (window, _("Withdraw"));
  g_clear_object (&consent);
  consent = dov_store_look_up (fixture->store, DOV_TYPE_CONSENT, id);
  g_assert_nonnull (consent->withdrawn_on);
  dov_ui_test_picture (window, "consent-withdrawn");
  g_assert_cmpint (dov_store_ask_number (fixture->store, "SELECT count(*) FROM live_task WHERE person_id = ?1", "(x)",
                                         consent->subject_id), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add ("/consents/all-at-once", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_all_at_once, dov_ui_desk_close);
  g_test_add ("/consents/door", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_door, dov_ui_desk_close);
  g_test_add ("/consents/page", DovUiDesk, DOV_UI_DEMO_APRIL, dov_ui_desk_open, test_page, dov_ui_desk_close);

  return g_test_run ();
}
