/* test-shift-page.c - a shift after the walk, by keyboard: who came, real times, a child at night, handing over, finishing */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-go.h"
#include "dov-shift-page.h"

#include <glib/gi18n.h>

#include "dov-crew-chooser.h"
#include "dov-crew-section.h"
#include "dov-emergency.h"
#include "dov-field-row.h"
#include "dov-handover.h"
#include "dov-link-row.h"
#include "dov-notice.h"
#include "dov-outgoing-notice.h"
#include "dov-paper-page.h"
#include "dov-patrol-finding.h"
#include "dov-record-page.h"
#include "dov-rooms.h"
#include "dov-shift-member.h"
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
  dov_window_set_store (fixture->window, fixture->patrol->club->store);
  dov_ui_test_show (GTK_WIDGET (fixture->window));
  dov_ui_test_resize (GTK_WINDOW (fixture->window), 1366, 768);
  dov_window_show_section (fixture->window, "patrol");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  dov_ui_test_close (GTK_WINDOW (fixture->window));
  dov_ui_patrol_free (fixture->patrol);
}

static GtkWidget *
get_page (Fixture *fixture)
{
  return GTK_WIDGET (dov_window_get_page (fixture->window));
}

static void
open_shift (Fixture *fixture,
            gint64   shift)
{
  dov_go_record (fixture->window, DOV_TYPE_PATROL_SHIFT, shift);
  dov_ui_test_settle ();
}

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
  dov_ui_test_set_dark (FALSE);
  dov_ui_test_resize (GTK_WINDOW (fixture->window), 1366, 768);
  dov_ui_test_settle ();
}

/* Goes to a field of the form by its label and types. */
static void
fill (Fixture    *fixture,
      const char *title,
      const char *text)
{
  dov_ui_keys_fill (GTK_WIDGET (fixture->window), DOV_TYPE_FIELD_ROW, title, text);
}

static DovPatrolShift *
find_shift (Fixture *fixture)
{
  return DOV_PATROL_SHIFT (dov_store_find (fixture->patrol->club->store, DOV_TYPE_PATROL_SHIFT, fixture->patrol->walked, NULL));
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

/* The whole evening: times, who came, a child at night without adults, the mother, finished. */
static void
test_evening (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (DovPatrolShift) shift = find_shift (fixture);
  g_autoptr (DovRecord) finding = NULL;
  GtkWidget *window = GTK_WIDGET (fixture->window);

  open_shift (fixture, fixture->patrol->walked);
  take (fixture, "shift-open");

  /* Nothing is written down yet: F7 says what is missing, the shift stays open. */
  dov_ui_test_press_accel (window, "F7");
  g_assert_cmpint (shift->status, ==, DOV_PATROL_SHIFT_STATUS_PLANNED);
  g_assert_cmpuint (dov_ui_test_count (get_page (fixture), DOV_TYPE_NOTICE), >=, 1);
  dov_ui_test_picture (window, "shift-missing");

  fill (fixture, _("Really began"), "2105");
  fill (fixture, _("Really ended"), "2320");
  dov_ui_keys_go_to (window, GTK_TYPE_BUTTON, _("All came"));
  dov_ui_test_press_accel (window, "Return");
  dov_ui_test_picture (window, "shift-all-came");
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM shift_member WHERE came = 'came' AND shift_id = "
                                   "(SELECT id FROM patrol_shift WHERE starts_at = '2027-03-13T21:00')"), ==, 3);
  fill (fixture, _("Talks held"), "5");
  fill (fixture, _("Leaflets given out"), "8");
  fill (fixture, _("Places looked at"), "4");

  /* A boy of 13 at the bus stop at 22:20: the curfew is offered, not set. */
  dov_ui_test_press_accel (window, "F4");
  g_assert_true (dov_ui_test_is_form_of (get_page (fixture), DOV_TYPE_PATROL_FINDING));
  fill (fixture, _("Found at"), "2220");
  fill (fixture, _("Place"), "остановка «Слудка, центр»");
  dov_ui_keys_choose (window, DOV_TYPE_FIELD_ROW, _("Kind of place"), _("bus stop"));
  fill (fixture, _("Child, as told or as seen"), "Алексей К.");
  fill (fixture, _("Age, as told"), "13");
  dov_ui_keys_go_to (window, DOV_TYPE_FIELD_ROW, _("With whom the child was"));
  dov_ui_test_settle ();
  take (fixture, "finding-offer");
  dov_ui_keys_go_to (window, GTK_TYPE_BUTTON, _("At night without adults"));
  dov_ui_test_press_accel (window, "Return");
  dov_ui_keys_go_to (window, GTK_TYPE_CHECK_BUTTON, _("talk held"));
  dov_ui_test_press_accel (window, "space");
  fill (fixture, _("Parents told at"), "2225");
  dov_ui_keys_choose (window, DOV_TYPE_FIELD_ROW, _("Outcome"), _("at home, handed to the parents"));
  dov_ui_test_settle ();

  /* Handed to nobody: refused in place, nothing is kept. */
  dov_ui_test_press_accel (window, "<Control>s");
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM patrol_finding"), ==, 0);
  take (fixture, "finding-nobody");
  fill (fixture, _("Who took the child: full name"), "Кощеева Ирина Львовна");
  fill (fixture, _("Kinship or post, rank"), "мать");
  fill (fixture, _("Handed over at"), "2240");
  dov_ui_test_press_accel (window, "<Control>s");
  dov_ui_test_settle ();
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM patrol_finding WHERE outcome = 'home' AND kind_id = 701"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM handover WHERE recipient_name = 'Кощеева Ирина Львовна'"), ==, 1);

  /* The act is printed on the spot. */
  dov_ui_test_click (dov_ui_test_find (window, GTK_TYPE_BUTTON, _("Act of handing over")));
  g_assert_true (DOV_IS_PAPER_PAGE (get_page (fixture)));
  WAIT_FOR (dov_paper_page_get_print (DOV_PAPER_PAGE (get_page (fixture))) != NULL);
  dov_ui_test_settle ();
  dov_ui_test_picture (window, "act");
  dov_go_back (fixture->window);
  dov_ui_test_settle ();

  /* What was typed before F4 is still there. */
  g_assert_true (DOV_IS_SHIFT_PAGE (get_page (fixture)));
  take (fixture, "shift-finding");

  /* Nobody has signed the act: the shift stays open until the signature is marked. */
  dov_ui_test_press_accel (window, "F7");
  dov_ui_test_settle ();
  g_assert_cmpint (shift->status, ==, DOV_PATROL_SHIFT_STATUS_PLANNED);
  dov_ui_test_picture (window, "shift-unsigned");
  finding = dov_store_find_first (fixture->patrol->club->store, DOV_TYPE_PATROL_FINDING, NULL, NULL);
  dov_go_edit (fixture->window, finding);
  dov_ui_test_settle ();
  dov_ui_keys_go_to (window, DOV_TYPE_FIELD_ROW, _("Signed"));
  dov_ui_test_press_accel (window, "space");
  dov_ui_test_press_accel (window, "<Control>s");
  dov_ui_test_settle ();
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM handover WHERE is_signed"), ==, 1);
  dov_ui_test_press_accel (window, "F7");
  dov_ui_test_settle ();
  g_assert_cmpint (shift->status, ==, DOV_PATROL_SHIFT_STATUS_DONE);
  g_assert_cmpint (shift->talks, ==, 5);
  g_assert_cmpint (shift->places_checked, ==, 4);
  take (fixture, "shift-done");
}

static gint64
add_finding (Fixture    *fixture,
             const char *found_at)
{
  g_autofree char *shift = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->patrol->walked);
  g_autofree char *child = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->patrol->child);

  return dov_ui_fixture_save (fixture->patrol->club, DOV_TYPE_PATROL_FINDING, "shift_id", shift, "found_at", found_at,
                              "kind_id", "704", "place_kind", "shop", "place", "крыльцо магазина", "person_id", child,
                              "measures", "talk", NULL);
}

static DovForm *
get_form (Fixture *fixture)
{
  return dov_form_page_get_form (DOV_FORM_PAGE (get_page (fixture)));
}

/* A child that is known, in a form of which all is filled in but to whom the child was handed. */
static DovPatrolFinding *
begin_finding (Fixture *fixture)
{
  DovPatrolFinding *finding = DOV_PATROL_FINDING (dov_record_new (DOV_TYPE_PATROL_FINDING, 0));
  g_autoptr (GDate) day = g_date_new_dmy (13, 3, 2027);
  g_autoptr (GDateTime) found_at = dov_moment_new (day, 21 * 60 + 45);

  dov_set (finding, shift_id, fixture->patrol->walked);
  dov_set (finding, found_at, found_at);
  dov_set (finding, kind_id, 704);
  dov_set (finding, place_kind, DOV_PLACE_KIND_SHOP);
  dov_set (finding, place, "крыльцо магазина");
  dov_set (finding, measures, DOV_FINDING_MEASURES_ESCORTED);
  dov_set (finding, parents_reason, "телефона нет");
  dov_go_form (fixture->window, DOV_RECORD (finding));
  dov_ui_test_settle ();
  dov_link_row_choose (DOV_LINK_ROW (dov_form_find_row (get_form (fixture), "person_id")), fixture->patrol->child);
  g_assert_cmpint (finding->family_id, ==, fixture->patrol->family);
  fill (fixture, _("Age, as told"), "13");
  dov_ui_keys_choose (GTK_WIDGET (fixture->window), DOV_TYPE_FIELD_ROW, _("Outcome"), _("at home, handed to the parents"));

  return finding;
}

/* The act is a part of the form: kept half typed with it, printed as soon as it is saved, gone with its outcome. */
static void
test_act_at_once (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char *const acts = "SELECT count(*) FROM handover WHERE removed IS NULL";
  static const char *const findings = "SELECT count(*) FROM patrol_finding WHERE removed IS NULL";
  GtkWidget *window = GTK_WIDGET (fixture->window);
  DovStore *store = fixture->patrol->club->store;
  g_autoptr (DovPatrolFinding) finding = begin_finding (fixture);
  g_autoptr (DovRecord) kept = NULL;
  gint64 number;

  fill (fixture, _("Who took the child: full name"), "Кощеева Ирина Львовна");
  fill (fixture, _("Handed over at"), "22 с чем-то");
  dov_ui_test_settle ();
  number = dov_form_get_kept (get_form (fixture));
  g_assert_cmpint (number, !=, 0);
  dov_window_show_section (fixture->window, "today");
  dov_go_to (fixture->window, dov_rooms_open_draft (store, number));
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_is_form_of (get_page (fixture), DOV_TYPE_PATROL_FINDING));
  g_assert_true (dov_ui_test_says (get_page (fixture), "Кощеева Ирина Львовна"));
  g_assert_true (dov_ui_test_says (get_page (fixture), "22 с чем-то"));

  fill (fixture, _("Handed over at"), "2250");
  fill (fixture, _("Kinship or post, rank"), "мать");
  dov_ui_test_click (dov_ui_test_find (window, GTK_TYPE_BUTTON, _("Save and _print the act")));
  g_assert_true (DOV_IS_PAPER_PAGE (get_page (fixture)));
  WAIT_FOR (dov_paper_page_get_print (DOV_PAPER_PAGE (get_page (fixture))) != NULL);
  g_assert_cmpint (count (fixture, acts), ==, 1);
  g_assert_cmpint (count (fixture, findings), ==, 1);

  kept = dov_store_find_first (store, DOV_TYPE_PATROL_FINDING, NULL, NULL);
  dov_go_edit (fixture->window, kept);
  dov_ui_test_settle ();
  dov_ui_test_set_text_size (150);
  dov_ui_test_resize (GTK_WINDOW (window), 1024, 600);
  dov_ui_test_picture (window, "finding-kept");
  dov_ui_test_set_text_size (100);
  dov_ui_test_resize (GTK_WINDOW (window), 1366, 768);
  dov_ui_keys_choose (window, DOV_TYPE_FIELD_ROW, _("Outcome"), _("the adults were talked to"));
  dov_ui_test_settle ();
  g_assert_null (dov_ui_test_find (get_page (fixture), DOV_TYPE_FIELD_ROW, _("Who took the child: full name")));
  dov_ui_test_press_accel (window, "<Control>s");
  dov_ui_test_settle ();
  g_assert_cmpint (count (fixture, acts), ==, 0);
  g_assert_cmpint (DOV_PATROL_FINDING (kept)->handover_id, ==, 0);
}

/* What was never found is put away from its form, in words, and comes back. */
static void
test_mistake (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const findings = "SELECT count(*) FROM patrol_finding WHERE removed IS NULL";
  DovStore *store = fixture->patrol->club->store;
  gint64 id = add_finding (fixture, "2027-03-13T21:40");
  g_autoptr (DovRecord) finding = dov_store_find (store, DOV_TYPE_PATROL_FINDING, id, NULL);

  open_shift (fixture, fixture->patrol->walked);
  dov_go_edit (fixture->window, finding);
  dov_ui_test_settle ();
  /* It has no outcome yet: there work begins. */
  g_assert_true (gtk_widget_is_ancestor (dov_ui_test_get_focus (GTK_WIDGET (fixture->window)),
                                         GTK_WIDGET (dov_form_find_row (get_form (fixture), "outcome"))));
  dov_ui_test_click (dov_ui_test_find (get_page (fixture), GTK_TYPE_BUTTON, _("Written down by _mistake")));
  dov_ui_test_settle ();
  g_assert_true (DOV_IS_SHIFT_PAGE (get_page (fixture)));
  g_assert_cmpint (count (fixture, findings), ==, 0);
  g_assert_true (dov_store_undo (store, dov_store_get_last_operation (store), NULL));
  g_assert_cmpint (count (fixture, findings), ==, 1);
}

/* T7: 112 stands first, with one key. */
static void
test_danger (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *emergency;

  open_shift (fixture, fixture->patrol->walked);
  dov_ui_test_press_accel (window, "F4");
  g_assert_null (dov_ui_test_find (get_page (fixture), DOV_TYPE_EMERGENCY, NULL));
  /* The key of the button stands in one line: it broke into “F-” and “2”. */
  g_assert_false (gtk_label_get_wrap (GTK_LABEL (dov_ui_test_find (get_page (fixture), GTK_TYPE_LABEL, "F2"))));
  dov_ui_test_press_accel (window, "F2");
  emergency = dov_ui_test_find (get_page (fixture), DOV_TYPE_EMERGENCY, NULL);
  g_assert_nonnull (emergency);
  g_assert_true (gtk_widget_get_mapped (emergency));
  g_assert_true (gtk_widget_is_ancestor (dov_ui_test_get_focus (window), emergency));
  take (fixture, "finding-danger");
  dov_ui_test_press_accel (window, "Return");
  g_assert_false (gtk_widget_is_ancestor (dov_ui_test_get_focus (window), emergency));
}

/* T10: the third within 90 days suggests a notice; it is written by a person. */
static void
test_repeats (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *cards;

  add_finding (fixture, "2027-03-13T21:20");
  add_finding (fixture, "2027-03-13T21:50");
  open_shift (fixture, fixture->patrol->walked);
  cards = dov_ui_test_find_name (get_page (fixture), "findings");
  g_assert_cmpuint (dov_ui_test_count (cards, DOV_TYPE_NOTICE), ==, 0);
  add_finding (fixture, "2027-03-13T22:10");
  dov_ui_test_settle ();
  g_assert_cmpuint (dov_ui_test_count (cards, DOV_TYPE_NOTICE), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM outgoing_notice"), ==, 0);
  take (fixture, "shift-repeats");
  dov_ui_test_click (dov_ui_test_find (dov_ui_test_find (cards, DOV_TYPE_NOTICE, NULL), GTK_TYPE_BUTTON, NULL));
  g_assert_true (DOV_IS_RECORD_PAGE (get_page (fixture)));
  take (fixture, "notice");
  dov_ui_test_press_accel (window, "Escape");

  /* Two findings have no outcome: finishing says so and F8 leads there. */
  dov_ui_test_press_accel (window, "F7");
  dov_ui_test_picture (window, "shift-open-findings");
  dov_ui_test_press_accel (window, "F8");
  g_assert_true (dov_ui_test_is_form_of (get_page (fixture), DOV_TYPE_PATROL_FINDING));
}

/* Somebody else comes: the free stand first, and why the others cannot. */
static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  open_shift (fixture, fixture->patrol->tonight);
  take (fixture, "shift-ahead");
  dov_shift_page_ask_replace (DOV_SHIFT_PAGE (get_page (fixture)), fixture->patrol->fourth);
  dov_ui_test_settle ();
  dov_ui_test_picture (window, "shift-replace");
  dov_ui_test_press_accel (window, "Return");
  dov_ui_test_settle ();
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM shift_member x JOIN patrol_shift s ON s.id = x.shift_id "
                                   "WHERE s.starts_at = '2027-03-17T20:00' AND x.note IS NOT NULL"), ==, 1);
  g_assert_true (dov_store_undo (fixture->patrol->club->store,
                                 dov_store_get_last_operation (fixture->patrol->club->store), NULL));
  dov_ui_test_settle ();
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM shift_member WHERE note IS NOT NULL"), ==, 0);
}

/* Letters make the list less, who walks elsewhere is not taken, and Esc leaves everything as it is. */
static void
test_choosing (Fixture       *fixture,
               gconstpointer  data)
{
  static const char *const places = "SELECT count(*) FROM shift_member WHERE removed IS NULL";
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *chooser;
  gint64 before;

  dov_ui_patrol_add_shift (fixture->patrol, "2027-03-17T20:30", "2027-03-17T21:30", "draft", fixture->patrol->third, 0);
  before = count (fixture, places);
  open_shift (fixture, fixture->patrol->tonight);
  dov_shift_page_ask_replace (DOV_SHIFT_PAGE (get_page (fixture)), fixture->patrol->fourth);
  dov_ui_test_settle ();
  chooser = dov_ui_test_find (get_page (fixture), DOV_TYPE_CREW_CHOOSER, NULL);
  g_assert_nonnull (chooser);
  g_assert_cmpuint (dov_ui_test_count (chooser, DOV_TYPE_ROW_LINE), ==, 3);
  dov_ui_test_picture (window, "shift-replace-refused");

  dov_ui_keys_write (window, "ямша");
  WAIT_FOR (dov_ui_test_count (chooser, DOV_TYPE_ROW_LINE) == 1);
  dov_ui_test_press_accel (window, "Return");
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_find (get_page (fixture), DOV_TYPE_CREW_CHOOSER, NULL) == chooser);
  g_assert_cmpint (count (fixture, places), ==, before);

  dov_ui_test_press_accel (window, "Escape");
  WAIT_FOR (dov_ui_test_count (chooser, DOV_TYPE_ROW_LINE) == 3);
  dov_ui_test_press_accel (window, "Escape");
  g_assert_null (dov_ui_test_find (get_page (fixture), DOV_TYPE_CREW_CHOOSER, NULL));
  g_assert_cmpint (count (fixture, places), ==, before);
}

/* A step that wants a field which the page has no place for leads to the form that has one. */
static void
test_way_on (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  g_autoptr (DovRecord) shift = dov_store_find (fixture->patrol->club->store, DOV_TYPE_PATROL_SHIFT, fixture->patrol->tonight,
                                                NULL);
  g_autoptr (DovRecord) draft = dov_record_dup (shift);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) label = g_string_new (_("_Fill in…"));
  GtkWidget *fill_in;

  g_string_replace (label, "_", "", 1);
  dov_set (DOV_PATROL_SHIFT (draft), status, DOV_PATROL_SHIFT_STATUS_DRAFT);
  dov_set (DOV_PATROL_SHIFT (draft), route_id, 0);
  dov_store_save (fixture->patrol->club->store, draft, &error);
  g_assert_no_error (error);
  open_shift (fixture, fixture->patrol->tonight);
  dov_ui_test_press_accel (window, "F7");
  dov_ui_test_settle ();
  g_assert_cmpint (DOV_PATROL_SHIFT (shift)->status, ==, DOV_PATROL_SHIFT_STATUS_DRAFT);
  fill_in = dov_ui_test_find (get_page (fixture), GTK_TYPE_BUTTON, label->str);
  g_assert_nonnull (fill_in);
  dov_ui_test_picture (window, "shift-way-on");
  dov_ui_test_click (fill_in);
  g_assert_true (dov_ui_test_is_form_of (get_page (fixture), DOV_TYPE_PATROL_SHIFT));
}

/* What was typed and not saved stands there again when the shift is opened. */
static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  g_autoptr (DovPatrolShift) shift = find_shift (fixture);
  GtkWidget *row;

  open_shift (fixture, fixture->patrol->walked);
  fill (fixture, _("Really began"), "2105");
  fill (fixture, _("Really ended"), "23 с чем-то");
  dov_window_show_section (fixture->window, "today");
  dov_ui_test_settle ();
  g_assert_null (shift->actual_start);
  dov_window_show_section (fixture->window, "patrol");
  open_shift (fixture, fixture->patrol->walked);
  row = dov_ui_test_find (window, DOV_TYPE_FIELD_ROW, _("Really began"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (dov_field_row_get_editor (DOV_FIELD_ROW (row)))), ==, "13.03.2027 21:05");
  row = dov_ui_test_find (window, DOV_TYPE_FIELD_ROW, _("Really ended"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (dov_field_row_get_editor (DOV_FIELD_ROW (row)))), ==, "23 с чем-то");
  dov_ui_test_picture (window, "shift-kept");
}

static const char n_came[] =
  "SELECT count(*) FROM shift_member WHERE came = 'came' AND shift_id = "
  "(SELECT id FROM patrol_shift WHERE starts_at = '2027-03-13T21:00')";

static const char n_ended[] =
  "SELECT count(*) FROM patrol_shift WHERE status = 'done' AND actual_end = '2027-03-13T23:20'";

/* The keys take back what was done last and do it again, and the toast says what; the keyboard stays where it is. */
static void
press_there_and_back (Fixture    *fixture,
                      const char *back,
                      const char *again,
                      const char *sql,
                      gint64      n_before,
                      gint64      n_after)
{
  DovStore *store = fixture->patrol->club->store;
  g_autofree char *what = dov_store_describe_operation (store, dov_store_get_last_operation (store));
  g_autoptr (GString) undone = g_string_new (_("Undone: %s")), redone = g_string_new (_("Done again: %s"));

  g_string_replace (undone, "%s", what, 0);
  g_string_replace (redone, "%s", what, 0);
  g_assert_cmpint (count (fixture, sql), ==, n_after);
  dov_ui_test_press_accel (GTK_WIDGET (fixture->window), back);
  g_assert_cmpint (count (fixture, sql), ==, n_before);
  g_assert_true (dov_ui_test_says (GTK_WIDGET (fixture->window), undone->str));
  dov_ui_test_press_accel (GTK_WIDGET (fixture->window), again);
  g_assert_cmpint (count (fixture, sql), ==, n_after);
  g_assert_true (dov_ui_test_says (GTK_WIDGET (fixture->window), redone->str));
}

/* On this page marks are saved at once and times are typed: the keys take back the marks and the end of the shift while
 * nothing is typed, and only what is typed while something is; under the Russian layout too. */
static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  DovStore *store = fixture->patrol->club->store;
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *text;
  gint64 last;

  open_shift (fixture, fixture->patrol->walked);
  dov_ui_keys_go_to (window, GTK_TYPE_BUTTON, _("All came"));
  dov_ui_test_press_accel (window, "Return");
  dov_ui_keys_go_to (window, DOV_TYPE_CREW_SECTION, NULL);
  press_there_and_back (fixture, "<Control>Cyrillic_ya", "<Control>Cyrillic_en", n_came, 0, 3);

  /* Half typed: wherever the keyboard is, the marks stay; in the field the letters go and come. */
  fill (fixture, _("Really began"), "2105");
  text = dov_ui_test_get_focus (window);
  last = dov_store_get_last_operation (store);
  dov_ui_test_press_accel (window, "<Control>Cyrillic_ya");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), !=, "2105");
  dov_ui_test_press_accel (window, "<Control>Cyrillic_en");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "2105");
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  dov_ui_test_press_accel (window, "<Control>z");
  dov_ui_keys_go_to (window, DOV_TYPE_CREW_SECTION, NULL);
  dov_ui_test_press_accel (window, "<Control>z");
  g_assert_cmpint (dov_store_get_last_operation (store), ==, last);

  /* Finished with it: the end is taken back as any deed, with what was typed for it. */
  fill (fixture, _("Really ended"), "2320");
  dov_ui_test_press_accel (window, "F7");
  press_there_and_back (fixture, "<Control>z", "<Control><Shift>Cyrillic_ya", n_ended, 0, 1);
  g_assert_cmpint (count (fixture, n_came), ==, 3);
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add ("/shift/evening", Fixture, NULL, set_up, test_evening, tear_down);
  g_test_add ("/shift/way-on", Fixture, NULL, set_up, test_way_on, tear_down);
  g_test_add ("/shift/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/shift/finding/act-at-once", Fixture, NULL, set_up, test_act_at_once, tear_down);
  g_test_add ("/shift/finding/mistake", Fixture, NULL, set_up, test_mistake, tear_down);
  g_test_add ("/shift/danger", Fixture, NULL, set_up, test_danger, tear_down);
  g_test_add ("/shift/repeats", Fixture, NULL, set_up, test_repeats, tear_down);
  g_test_add ("/shift/choosing", Fixture, NULL, set_up, test_choosing, tear_down);
  g_test_add ("/shift/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/shift/replace", Fixture, NULL, set_up, test_replace, tear_down);

  return g_test_run ();
}
