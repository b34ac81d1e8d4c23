/* test-event-page.c - an event by keyboard: people found and marked, numbers, held, moved, cancelled */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event-page.h"

#include "dov-amount.h"
#include "dov-config.h"
#include "dov-event-count.h"
#include "dov-event-people.h"
#include "dov-notice.h"
#include "dov-report-instance.h"
#include "dov-roll.h"
#include "dov-rooms.h"
#include "dov-rules.h"
#include "dov-saving.h"
#include "dov-ui-fixture.h"
#include "dov-ui-test.h"
#include "dov-walk-in.h"
#include "workbook-reading.h"

#include <glib/gi18n.h>

typedef struct
{
  DovUiFixture *club;
  GtkWidget    *page;
  GtkWindow    *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->club = dov_ui_fixture_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    dov_ui_test_close (fixture->window);
  dov_ui_fixture_free (fixture->club);
}

static void
show (Fixture *fixture,
      gint64   event)
{
  fixture->page = GTK_WIDGET (dov_subject_page_new (fixture->club->store, &dov_event_subject, event));
  fixture->window = dov_ui_test_show (fixture->page);
  dov_ui_test_settle ();
  dov_page_focus (DOV_PAGE (fixture->page));
  dov_ui_test_settle ();
}

static DovEvent *
find_event (Fixture *fixture,
            gint64   id)
{
  g_autoptr (GError) error = NULL;
  DovRecord *event = dov_store_find (fixture->club->store, DOV_TYPE_EVENT, id, &error);

  g_assert_no_error (error);

  return DOV_EVENT (event);
}

static DovRoll *
read_roll (Fixture *fixture,
           gint64   id)
{
  g_autoptr (DovEvent) event = find_event (fixture, id);
  g_autoptr (GError) error = NULL;
  DovRoll *roll = dov_roll_read (fixture->club->store, event, &error);

  g_assert_no_error (error);

  return roll;
}

/* Types into the field that adds people and waits for what is found. */
static void
look_for (Fixture    *fixture,
          const char *words)
{
  GtkWidget *people = dov_ui_test_find (fixture->page, DOV_TYPE_EVENT_PEOPLE, NULL);
  GtkWidget *add = dov_ui_test_find (people, GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_widget_grab_focus (add);
  gtk_editable_set_text (GTK_EDITABLE (add), words);
  g_signal_emit_by_name (add, "search-changed");
  dov_ui_test_settle ();
}

static void
press_enter (Fixture *fixture)
{
  GtkWidget *people = dov_ui_test_find (fixture->page, DOV_TYPE_EVENT_PEOPLE, NULL);

  g_signal_emit_by_name (dov_ui_test_find (people, GTK_TYPE_SEARCH_ENTRY, NULL), "activate");
  dov_ui_test_settle ();
}

static void
test_mark (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (DovRoll) before = read_roll (fixture, fixture->club->held);
  g_autoptr (DovRoll) after = NULL;
  g_autoptr (DovRoll) again = NULL;
  g_autoptr (DovRoll) undone = NULL;
  g_autoptr (GError) error = NULL;

  show (fixture, fixture->club->held);
  g_assert_cmpint (before->n_named, ==, 3);
  g_assert_cmpint (before->n_counted, ==, 13);

  look_for (fixture, "поли чер");   /* two fragments, in any order */
  dov_ui_test_picture (fixture->page, "event-found");
  press_enter (fixture);
  after = read_roll (fixture, fixture->club->held);
  g_assert_cmpint (after->n_named, ==, 4);
  g_assert_cmpint (after->n_counted, ==, 14);   /* a name more, and one more in all */

  /* A second mark is answered, not toggled. */
  look_for (fixture, "поли чер");
  press_enter (fixture);
  again = read_roll (fixture, fixture->club->held);
  g_assert_cmpint (again->n_named, ==, 4);
  g_assert_true (dov_ui_test_says (fixture->page, "Черемисиновы Полина") || dov_ui_test_says (fixture->page, "Полина"));
  g_assert_cmpuint (dov_ui_test_count (dov_ui_test_find (fixture->page, DOV_TYPE_EVENT_PEOPLE, NULL), DOV_TYPE_NOTICE), ==, 1);
  dov_ui_test_picture (fixture->page, "event-already");

  g_assert_true (dov_store_undo (fixture->club->store, dov_store_get_last_operation (fixture->club->store), &error));
  g_assert_no_error (error);
  undone = read_roll (fixture, fixture->club->held);
  g_assert_cmpint (undone->n_named, ==, 3);
  g_assert_cmpint (undone->n_counted, ==, 13);
}

/* Whoever was marked by mistake is taken off by the button in the line, and put back by undo. */
static void
test_take_off (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (DovRoll) before = read_roll (fixture, fixture->club->held);
  g_autoptr (DovRoll) after = NULL;
  g_autoptr (DovRoll) undone = NULL;
  GtkWidget *people, *button;

  show (fixture, fixture->club->held);
  people = dov_ui_test_find (fixture->page, DOV_TYPE_EVENT_PEOPLE, NULL);
  button = dov_ui_test_find_tip (people, _("Take off the list"));
  g_assert_nonnull (button);
  dov_ui_test_click (button);
  dov_ui_test_settle ();
  after = read_roll (fixture, fixture->club->held);
  g_assert_cmpint (after->n_named, ==, before->n_named - 1);
  g_assert_cmpint (after->n_counted, ==, before->n_counted - 1);
  g_assert_cmpuint (after->lines->len, ==, before->lines->len - 1);

  g_assert_true (dov_store_undo (fixture->club->store, dov_store_get_last_operation (fixture->club->store), NULL));
  undone = read_roll (fixture, fixture->club->held);
  g_assert_cmpint (undone->n_named, ==, before->n_named);
}

static void
test_stranger (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (DovRoll) roll = NULL;
  GtkWidget *stranger;

  show (fixture, fixture->club->held);
  look_for (fixture, "гостева зоя");
  press_enter (fixture);
  stranger = dov_ui_test_find (fixture->page, DOV_TYPE_WALK_IN, NULL);
  g_assert_nonnull (stranger);
  dov_ui_test_picture (fixture->page, "event-stranger");
  dov_ui_test_set_text_size (150);
  dov_ui_test_picture (fixture->page, "event-stranger-150");
  dov_ui_test_set_text_size (100);
  dov_ui_test_resize (fixture->window, 1024, 600);
  dov_ui_test_picture (fixture->page, "event-stranger-small");
  dov_ui_test_resize (fixture->window, 1366, 768);
  dov_ui_test_settle ();

  /* The keyboard stands where the age goes. */
  gtk_editable_set_text (GTK_EDITABLE (dov_ui_test_get_focus (fixture->page)), "сорок");
  g_assert_true (dov_ui_test_press (dov_ui_test_get_focus (fixture->page), GDK_KEY_Return, 0));
  dov_ui_test_settle ();
  g_assert_cmpuint (dov_ui_test_count (stranger, DOV_TYPE_NOTICE), ==, 1);
  gtk_editable_set_text (GTK_EDITABLE (dov_ui_test_get_focus (fixture->page)), "9");
  g_assert_true (dov_ui_test_press (dov_ui_test_get_focus (fixture->page), GDK_KEY_Return, 0));
  dov_ui_test_settle ();
  g_assert_null (dov_ui_test_find (fixture->page, DOV_TYPE_WALK_IN, NULL));

  roll = read_roll (fixture, fixture->club->held);
  g_assert_cmpint (roll->n_named, ==, 4);
  g_assert_cmpint (roll->named[DOV_BAND_7_13], ==, 2);
}

static GtkWidget *
find_age (Fixture *fixture)
{
  GtkWidget *line = dov_ui_test_find (fixture->page, DOV_TYPE_WALK_IN, NULL);

  return line == NULL ? NULL : dov_ui_test_find_name (line, "age");
}

static gint64
count_people (Fixture *fixture)
{
  return dov_store_count (fixture->club->store, DOV_TYPE_PERSON, NULL, NULL);
}

/* V9: whoever has a card is offered, with nothing that guests should not read, and is marked by one key. */
static void
test_known (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (DovRoll) roll = NULL;
  gint64 n_people = count_people (fixture);
  GtkWidget *notice;

  show (fixture, fixture->club->held);
  look_for (fixture, "ххх");
  press_enter (fixture);
  gtk_editable_set_text (GTK_EDITABLE (dov_ui_test_get_focus (fixture->page)), "Черемисиновы Полина");
  dov_ui_test_type (find_age (fixture), "13");
  g_assert_true (dov_ui_test_press (dov_ui_test_get_focus (fixture->page), GDK_KEY_Return, 0));
  dov_ui_test_settle ();
  notice = dov_ui_test_find (dov_ui_test_find (fixture->page, DOV_TYPE_WALK_IN, NULL), DOV_TYPE_NOTICE, NULL);
  g_assert_nonnull (notice);
  g_assert_true (dov_ui_test_says (notice, "Возможно, уже есть"));
  g_assert_false (dov_ui_test_says (notice, ".20"));   /* no date of birth */
  dov_ui_test_picture (fixture->page, "event-known");
  g_assert_true (dov_ui_test_press (dov_ui_test_get_focus (fixture->page), GDK_KEY_Return, 0));
  dov_ui_test_settle ();

  roll = read_roll (fixture, fixture->club->held);
  g_assert_cmpint (roll->n_named, ==, 4);
  g_assert_cmpint (count_people (fixture), ==, n_people);
  g_assert_null (dov_ui_test_find (fixture->page, DOV_TYPE_WALK_IN, NULL));
}

static guint
count_drafts (Fixture *fixture)
{
  g_autoptr (GPtrArray) drafts = dov_store_list_drafts (fixture->club->store, NULL);

  return drafts->len;
}

/* Somebody half entered outlives the program, waits under “Today” and stands on the page again. */
static void
test_stranger_kept (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (DovRoll) roll = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strdup (dov_store_get_path (fixture->club->store));
  GtkWidget *age;
  gint64 number;

  show (fixture, fixture->club->held);
  look_for (fixture, "гостева зоя");
  press_enter (fixture);
  g_assert_cmpuint (count_drafts (fixture), ==, 0);
  dov_ui_test_type (find_age (fixture), "4");
  WAIT_FOR (count_drafts (fixture) == 1);

  /* The program ends without a word to the page; the file is opened anew. */
  dov_ui_test_close (fixture->window);
  g_assert_true (dov_store_close (fixture->club->store, &error));
  g_clear_object (&fixture->club->store);
  fixture->club->store = dov_store_open (path, 0, &error);
  g_assert_no_error (error);
  dov_rules_install (fixture->club->store);

  show (fixture, fixture->club->coming);
  g_assert_null (find_age (fixture));
  dov_ui_test_close (fixture->window);
  show (fixture, fixture->club->held);
  age = find_age (fixture);
  g_assert_nonnull (age);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (age)), ==, "4");
  dov_ui_test_picture (fixture->page, "event-stranger-kept");

  /* Put away with Esc it is out of the way here, and still under “Today”. */
  g_assert_true (dov_ui_test_press (age, GDK_KEY_Escape, 0));
  dov_ui_test_close (fixture->window);
  show (fixture, fixture->club->held);
  g_assert_null (find_age (fixture));
  dov_ui_test_close (fixture->window);
  drafts = dov_store_list_drafts (fixture->club->store, NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_nonnull (strstr (((DovDraft *) g_ptr_array_index (drafts, 0))->words, "Гостева Зоя"));
  number = ((DovDraft *) g_ptr_array_index (drafts, 0))->number;
  fixture->page = GTK_WIDGET (dov_rooms_open_draft (fixture->club->store, number));
  g_assert_true (DOV_IS_EVENT_PAGE (fixture->page));
  fixture->window = dov_ui_test_show (fixture->page);
  dov_ui_test_settle ();
  age = find_age (fixture);
  g_assert_nonnull (age);

  /* A last key just before the page goes is kept too; what is saved is no draft any more. */
  gtk_editable_set_text (GTK_EDITABLE (age), "41");
  g_assert_true (dov_page_leave (DOV_PAGE (fixture->page)));
  {
    g_autoptr (DovRecord) kept = dov_store_read_draft (fixture->club->store, number, NULL);

    g_assert_cmpstr (dov_record_get_typed (kept, "stranger.age"), ==, "41");
  }
  g_signal_emit_by_name (age, "activate");
  dov_ui_test_settle ();
  g_assert_cmpuint (count_drafts (fixture), ==, 0);
  roll = read_roll (fixture, fixture->club->held);
  g_assert_cmpint (roll->n_named, ==, 4);
}

/* Into the first age, which is 0 to 6. */
static GtkEditable *
type_count (GtkWidget  *count,
            const char *typed)
{
  GtkWidget *amount = dov_ui_test_find (count, DOV_TYPE_AMOUNT, NULL);
  GtkEditable *text = GTK_EDITABLE (dov_amount_get_field (DOV_AMOUNT (amount)));

  gtk_editable_set_text (text, typed);

  return text;
}

/* What cannot be a number of people is refused with words, stays as it was typed and changes no figure. */
static void
test_count_unclear (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkEditable *seven = NULL;
  static const char *const typed[] = { "99999999999", "-5", "+7", "7а", "7 чел.", "12–15", "12-15", "10000", "2,5", "1 2",
                                       "99999999999999999999999" };

  show (fixture, fixture->club->held);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      GtkWidget *count = dov_ui_test_find (fixture->page, DOV_TYPE_EVENT_COUNT, NULL);
      GtkEditable *text = type_count (count, typed[i]);
      g_autoptr (DovRoll) roll = NULL;

      g_assert_false (dov_event_count_flush (DOV_EVENT_COUNT (count)));
      g_assert_cmpuint (dov_ui_test_count (count, DOV_TYPE_NOTICE), ==, 1);
      g_assert_cmpstr (gtk_editable_get_text (text), ==, typed[i]);
      dov_ui_test_press_accel (gtk_widget_get_ancestor (count, GTK_TYPE_WINDOW), "Tab");
      g_assert_cmpstr (gtk_editable_get_text (text), ==, typed[i]);
      roll = read_roll (fixture, fixture->club->held);
      g_assert_cmpint (roll->counted[DOV_BAND_0_6], ==, 2);
    }
  /* Nor does an arrow make a number of it. */
  seven = type_count (dov_ui_test_find (fixture->page, DOV_TYPE_EVENT_COUNT, NULL), "7а");
  dov_ui_test_press (GTK_WIDGET (seven), GDK_KEY_Up, 0);
  g_assert_cmpstr (gtk_editable_get_text (seven), ==, "7а");

  type_count (dov_ui_test_find (fixture->page, DOV_TYPE_EVENT_COUNT, NULL), "2");
  g_assert_true (dov_page_leave (DOV_PAGE (fixture->page)));
}

static void
test_count (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (DovRoll) roll = NULL;
  GtkWidget *count;

  show (fixture, fixture->club->held);
  count = dov_ui_test_find (fixture->page, DOV_TYPE_EVENT_COUNT, NULL);
  type_count (count, "7");
  g_assert_true (dov_page_leave (DOV_PAGE (fixture->page)));   /* what was typed a moment ago is not lost */
  roll = read_roll (fixture, fixture->club->held);
  g_assert_cmpint (roll->counted[DOV_BAND_0_6], ==, 7);
  g_assert_cmpint (roll->n_counted, ==, 18);
  dov_ui_test_settle ();
  dov_ui_test_picture (fixture->page, "event");
  dov_ui_test_resize (fixture->window, 1024, 600);
  dov_ui_test_picture (fixture->page, "event-small");
  dov_ui_test_resize (fixture->window, 1366, 768);
  dov_ui_test_set_text_size (150);
  dov_ui_test_picture (fixture->page, "event-150");
  dov_ui_test_set_text_size (100);
  dov_ui_test_set_dark (TRUE);
  dov_ui_test_settle ();
  dov_ui_test_picture (fixture->page, "event-dark");
  dov_ui_test_set_dark (FALSE);
}

/* E1: an event that nobody counted is not held in silence; the way out stands beside. */
static void
test_held (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (DovEvent) event = find_event (fixture, fixture->club->past);
  GtkWidget *count;

  show (fixture, fixture->club->past);
  gtk_widget_activate_action (fixture->page, "event.edit", NULL);
  dov_ui_test_click (dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, "Mark as held") != NULL ?
                     dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, "Mark as held") :
                     dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, "Проведено"));
  g_assert_cmpint (event->status, ==, DOV_EVENT_STATUS_PLANNED);
  g_assert_nonnull (dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, _("Type how many came")));
  g_assert_nonnull (dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, _("Held for nobody…")));
  dov_ui_test_picture (fixture->page, "event-uncounted");

  count = dov_ui_test_find (fixture->page, DOV_TYPE_EVENT_COUNT, NULL);
  type_count (count, "5");
  dov_ui_test_click (dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, "Mark as held") != NULL ?
                     dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, "Mark as held") :
                     dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, "Проведено"));
  g_assert_cmpint (event->status, ==, DOV_EVENT_STATUS_HELD);
}

static void
give_reason (GtkWidget *around)
{
  GtkWidget *notice = dov_ui_test_find (around, DOV_TYPE_NOTICE, NULL);
  GtkWidget *entry = dov_ui_test_find (notice, GTK_TYPE_ENTRY, NULL);

  g_signal_emit_by_name (entry, "activate");   /* without a reason nothing happens */
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "нашли второй лист");
  g_signal_emit_by_name (entry, "activate");
}

/* Marks somebody by what is typed, new with @age, past a rule that only warns. */
static void
expect_let_in (Fixture    *fixture,
               gint64      n_named,
               const char *words,
               const char *age)
{
  g_autoptr (DovRoll) before = NULL;
  g_autoptr (DovRoll) after = NULL;
  GtkWidget *people = dov_ui_test_find (fixture->page, DOV_TYPE_EVENT_PEOPLE, NULL);
  GtkWidget *go_on;

  look_for (fixture, words);
  press_enter (fixture);
  if (age != NULL)
    {
      dov_ui_test_type (find_age (fixture), age);
      g_assert_true (dov_ui_test_press (dov_ui_test_get_focus (fixture->page), GDK_KEY_Return, 0));
      dov_ui_test_settle ();
    }
  before = read_roll (fixture, fixture->club->held);
  g_assert_cmpint (before->n_named, ==, n_named - 1);
  go_on = dov_ui_test_find (people, GTK_TYPE_BUTTON, _("Mark all the same"));
  g_assert_nonnull (go_on);
  g_assert_true (gtk_widget_is_focus (go_on));
  dov_ui_test_picture (fixture->page, age != NULL ? "event-let-in-new" : "event-let-in");
  g_assert_true (dov_ui_test_press (go_on, GDK_KEY_Return, 0));
  dov_ui_test_settle ();
  after = read_roll (fixture, fixture->club->held);
  g_assert_cmpint (after->n_named, ==, n_named);
}

/* E8: behind a report that is handed in, the step and the numbers ask why, in place. */
static void
test_submitted (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (DovEvent) event = find_event (fixture, fixture->club->held);
  g_autoptr (DovReportInstance) instance = DOV_REPORT_INSTANCE (dov_record_new (DOV_TYPE_REPORT_INSTANCE, 0));
  g_autoptr (DovRoll) roll = NULL;
  g_autoptr (DovRoll) after = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *count;
  GDate today = dov_today (), first = dov_moment_get_date (event->starts_at);

  dov_set (instance, code, "D-22");
  dov_set (instance, since, &first);
  dov_set (instance, until, &today);
  dov_set (instance, status, DOV_REPORT_STATUS_SENT);
  dov_set (instance, sent_on, &today);
  dov_store_save (fixture->club->store, DOV_RECORD (instance), &error);
  g_assert_no_error (error);

  show (fixture, fixture->club->held);
  dov_ui_test_click (dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, "Mark as held") != NULL ?
                     dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, "Mark as held") :
                     dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, "Проведено"));
  g_assert_cmpint (event->status, !=, DOV_EVENT_STATUS_HELD);
  dov_ui_test_picture (fixture->page, "event-submitted");
  give_reason (fixture->page);
  g_assert_cmpint (event->status, ==, DOV_EVENT_STATUS_HELD);
  dov_ui_test_settle ();

  count = dov_ui_test_find (fixture->page, DOV_TYPE_EVENT_COUNT, NULL);
  type_count (count, "7");
  g_assert_false (dov_event_count_flush (DOV_EVENT_COUNT (count)));
  g_assert_false (dov_event_count_flush (DOV_EVENT_COUNT (count)));
  g_assert_cmpuint (dov_ui_test_count (count, DOV_TYPE_NOTICE), ==, 1);
  roll = read_roll (fixture, fixture->club->held);
  g_assert_cmpint (roll->counted[DOV_BAND_0_6], ==, 2);
  give_reason (count);
  after = read_roll (fixture, fixture->club->held);
  g_assert_cmpint (after->counted[DOV_BAND_0_6], ==, 7);
  g_assert_cmpuint (dov_ui_test_count (count, DOV_TYPE_NOTICE), ==, 0);

  /* Who stands at the desk is let in by one key, known or new. */
  expect_let_in (fixture, after->n_named + 1, "поли чер", NULL);
  expect_let_in (fixture, after->n_named + 2, "гостева зоя", "41");
}

/* E2: why and to when are asked in place; the old event leads to the new one; one undo. */
static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (DovEvent) event = find_event (fixture, fixture->club->coming);
  g_autoptr (DovEvent) other = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *when, *why;
  GDate day;

  show (fixture, fixture->club->coming);
  gtk_widget_activate_action (fixture->page, "event.move", NULL);
  dov_ui_test_settle ();
  when = dov_ui_test_find (fixture->page, ADW_TYPE_ENTRY_ROW, NULL);
  g_assert_nonnull (when);
  why = gtk_widget_get_next_sibling (when);
  gtk_editable_set_text (GTK_EDITABLE (when), "31.02.2027");
  gtk_editable_set_text (GTK_EDITABLE (why), "болеет ведущая");
  g_signal_emit_by_name (when, "entry-activated");
  dov_ui_test_settle ();
  g_assert_cmpint (event->status, ==, DOV_EVENT_STATUS_PLANNED);   /* no such day */
  dov_ui_test_picture (fixture->page, "event-move");

  gtk_editable_set_text (GTK_EDITABLE (when), "31.3.2027");
  g_signal_emit_by_name (when, "entry-activated");
  dov_ui_test_settle ();
  g_assert_cmpint (event->status, ==, DOV_EVENT_STATUS_MOVED);
  other = find_event (fixture, event->moved_to_id);
  day = dov_moment_get_date (other->starts_at);
  g_assert_cmpuint (g_date_get_day (&day), ==, 31);
  g_assert_cmpint (dov_moment_get_time (other->starts_at), ==, 16 * 60);
  g_assert_cmpint (other->status, ==, DOV_EVENT_STATUS_PLANNED);
  dov_ui_test_picture (fixture->page, "event-moved");

  g_assert_true (dov_store_undo (fixture->club->store, dov_store_get_last_operation (fixture->club->store), &error));
  g_assert_cmpint (event->status, ==, DOV_EVENT_STATUS_PLANNED);
}

/* People put their names down; the sheet to sign has them, and is read back. */
static void
test_sheet (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (DovRoll) roll = NULL;
  g_autoptr (Reading) reading = NULL;
  DovSaving *saving;
  char **sheets;

  dov_config_set_text ("folder", fixture->club->folder, NULL);
  show (fixture, fixture->club->coming);
  look_for (fixture, "щекле");
  press_enter (fixture);
  roll = read_roll (fixture, fixture->club->coming);
  g_assert_cmpuint (roll->lines->len, ==, 1);
  g_assert_cmpint (roll->n_named, ==, 0);   /* put down is not came */
  g_assert_false (roll->is_counted);

  saving = DOV_SAVING (dov_ui_test_find (fixture->page, DOV_TYPE_SAVING, NULL));
  g_signal_emit_by_name (dov_ui_test_find (fixture->page, DOV_TYPE_EVENT_PEOPLE, NULL), "sheet");
  WAIT_FOR (dov_saving_get_state (saving) == DOV_SAVING_DONE);
  dov_ui_test_settle ();
  dov_ui_test_picture (fixture->page, "event-sheet");
  reading = reading_new (dov_saving_get_path (saving));
  sheets = reading_list_sheets (reading);
  g_assert_nonnull (reading_find (reading, sheets[0], "s Щеклеин Егор"));
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add ("/event-page/mark", Fixture, NULL, set_up, test_mark, tear_down);
  g_test_add ("/event-page/take-off", Fixture, NULL, set_up, test_take_off, tear_down);
  g_test_add ("/event-page/stranger", Fixture, NULL, set_up, test_stranger, tear_down);
  g_test_add ("/rules/V9/event-page", Fixture, NULL, set_up, test_known, tear_down);
  g_test_add ("/event-page/stranger/kept", Fixture, NULL, set_up, test_stranger_kept, tear_down);
  g_test_add ("/event-page/count", Fixture, NULL, set_up, test_count, tear_down);
  g_test_add ("/event-page/count-unclear", Fixture, NULL, set_up, test_count_unclear, tear_down);
  g_test_add ("/event-page/sheet", Fixture, NULL, set_up, test_sheet, tear_down);
  g_test_add ("/rules/E1/event-page", Fixture, NULL, set_up, test_held, tear_down);
  g_test_add ("/rules/E8/submitted/event-page", Fixture, NULL, set_up, test_submitted, tear_down);
  g_test_add ("/rules/E2/event-page", Fixture, NULL, set_up, test_move, tear_down);

  return g_test_run ();
}
