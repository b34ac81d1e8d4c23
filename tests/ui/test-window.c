/* test-window.c - the window: sections, back, undo, what went wrong */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-go.h"
#include "dov-window.h"

#include <glib/gi18n.h>

#include "dov-ask-card.h"
#include "dov-attendance.h"
#include "dov-event.h"
#include "dov-event-people.h"
#include "dov-event-steps.h"
#include "dov-family.h"
#include "dov-form-footer.h"
#include "dov-message-page.h"
#include "dov-notice.h"
#include "dov-parts.h"
#include "dov-person.h"
#include "dov-rooms.h"
#include "dov-settlement.h"
#include "dov-sidebar.h"
#include "dov-text-row.h"
#include "dov-ui-fixture.h"
#include "dov-ui-test.h"

static const char *
section_of (DovWindow *window)
{
  return dov_page_get_section (dov_window_get_page (window));
}

static void
test_empty (void)
{
  DovWindow *window = dov_window_new (NULL);
  DovPage *page = dov_message_page_new ("dialog-warning-symbolic", "Нет файла", "Выберите другой.");

  dov_window_show_only (window, page);
  dov_ui_test_show (GTK_WIDGET (window));

  g_assert_true (dov_ui_test_says (GTK_WIDGET (window), "Нет файла"));
  g_assert_false (gtk_widget_is_sensitive (dov_ui_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, _("Today"))));
  dov_ui_test_close (GTK_WINDOW (window));
}

/* Alt+1…9 go through the sections in the order of the sidebar, to its foot. */
static void
test_sections (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  guint n_sections = 0;
  const DovRoom *sections = dov_rooms_list_sections (&n_sections);

  for (guint i = MIN (n_sections, 9); i > 0; i--)
    {
      g_assert_true (dov_ui_test_press (GTK_WIDGET (window), GDK_KEY_0 + i, GDK_ALT_MASK));
      g_assert_cmpstr (section_of (window), ==, sections[i - 1].name);
    }

  g_assert_true (dov_ui_test_press (GTK_WIDGET (window), GDK_KEY_F1, 0));
  g_assert_cmpstr (section_of (window), ==, "help");
  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>comma"));
  g_assert_cmpstr (section_of (window), ==, "preferences");

  dov_ui_test_click (dov_ui_test_find_name (GTK_WIDGET (window), "order"));
  dov_ui_test_settle ();
  dov_ui_test_click (gtk_widget_get_ancestor (dov_ui_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, _("Bin")),
                                              GTK_TYPE_LIST_BOX_ROW));
  g_assert_cmpstr (section_of (window), ==, "bin");
  dov_ui_test_close (GTK_WINDOW (window));
}

/* A page on top of another is left by Esc and by Alt+Left; the first page stays. */
static void
test_back (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  DovPage *first = dov_window_get_page (window);

  for (guint i = 0; i < 2; i++)
    {
      DovPage *page = dov_message_page_new ("dialog-information-symbolic", "Вторая", "Страница поверх первой");

      dov_page_set_title (page, "Вторая");
      dov_go_to (window, page);
      g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), !=, _("Doverie"));
      g_assert_nonnull (dov_ui_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, _("Today")));
      g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), i == 0 ? "Escape" : "<Alt>Left"));
      g_assert_true (dov_window_get_page (window) == first);
    }

  dov_ui_test_press_accel (GTK_WIDGET (window), "Escape");
  g_assert_true (dov_window_get_page (window) == first);
  dov_ui_test_close (GTK_WINDOW (window));
}

/* Somebody who is not in the file yet. */
static DovRecord *
add_person (DovUiFixture *fixture,
            const char   *last_name,
            const char   *first_name)
{
  return dov_store_find (fixture->store, DOV_TYPE_PERSON,
                         dov_ui_fixture_add_person (fixture, last_name, first_name, "Ивановна", 1980), NULL);
}

static void
save_phone (DovUiFixture *fixture,
            DovRecord    *person,
            const char   *phone)
{
  g_autoptr (DovRecord) draft = dov_record_dup (person);
  g_autoptr (GError) error = NULL;

  dov_set (DOV_PERSON (draft), phone, phone);
  dov_store_save (fixture->store, draft, &error);
  g_assert_no_error (error);
}

static char *
dup_phone (DovUiFixture *fixture,
           gint64        id)
{
  g_autoptr (DovRecord) person = dov_store_find (fixture->store, DOV_TYPE_PERSON, id, NULL);

  return g_strdup (DOV_PERSON (person)->phone);
}

/* What the toast says now. */
static void
assert_toast (DovWindow  *window,
              const char *format,
              const char *what)
{
  g_autoptr (GString) expected = g_string_new (format);

  dov_ui_test_settle ();
  g_string_replace (expected, "%s", what, 0);
  g_assert_true (dov_ui_test_says (GTK_WIDGET (window), expected->str));
}

static void
click_undo (DovWindow *window)
{
  dov_ui_test_click (dov_ui_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, _("Undo")));
}

/* Ctrl+Z takes back what was saved, Ctrl+Shift+Z does it again; the toast says what. */
static void
test_undo (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  g_autoptr (DovRecord) person = add_person (fixture, "Ямшанова", "Ольга");
  gint64 id = dov_record_get_id (person);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *changed = NULL;

  save_phone (fixture, person, "+79000001722");
  changed = dov_store_describe_operation (fixture->store, dov_store_get_last_operation (fixture->store));

  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>z"));
  undone = dup_phone (fixture, id);
  g_assert_cmpstr (undone, ==, "");
  g_assert_nonnull (dov_ui_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, _("Undo")));
  assert_toast (window, _("Undone: %s"), changed);

  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "<Control><Shift>z"));
  redone = dup_phone (fixture, id);
  g_assert_cmpstr (redone, ==, "+79000001722");
  assert_toast (window, _("Done again: %s"), changed);

  /* And by the button of the toast, there and back. */
  click_undo (window);
  assert_toast (window, _("Undone: %s"), changed);
  click_undo (window);
  assert_toast (window, _("Done again: %s"), changed);
  dov_ui_test_close (GTK_WINDOW (window));
}

typedef gboolean (*Deed) (DovUiFixture *fixture, GError **error);

static gboolean
call_off (DovUiFixture  *fixture,
          GError       **error)
{
  g_autoptr (DovRecord) event = dov_store_find (fixture->store, DOV_TYPE_EVENT, fixture->coming, error);

  return dov_event_take_step (fixture->store, DOV_EVENT (event), DOV_EVENT_STATUS_CANCELLED, "метель", error);
}

static gboolean
write_down (DovUiFixture  *fixture,
            GError       **error)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_SETTLEMENT, 0);

  dov_set (DOV_SETTLEMENT (draft), name, "Щелканово");
  dov_set (DOV_SETTLEMENT (draft), type, DOV_SETTLEMENT_TYPE_VILLAGE);

  return dov_store_save (fixture->store, draft, error);
}

static gboolean
put_away (DovUiFixture  *fixture,
          GError       **error)
{
  g_autoptr (DovRecord) event = dov_store_find (fixture->store, DOV_TYPE_EVENT, fixture->past, error);

  return dov_parts_remove (fixture->store, event, error);
}

/* All that the file holds now of what these deeds touch. */
static char *
dup_held (DovUiFixture *fixture)
{
  DovDatabase *database = dov_store_get_database (fixture->store);

  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                          dov_database_count (database, "SELECT count(*) FROM live_event WHERE status = 'cancelled'", NULL),
                          dov_database_count (database, "SELECT count(*) FROM live_settlement", NULL),
                          dov_database_count (database, "SELECT count(*) FROM live_event", NULL));
}

/* A step, a new record, a removal: each is taken back and done again by keyboard as often as one likes, and the toast
 * says which way it went. */
static void
test_deeds_there_and_back (void)
{
  static const Deed deeds[] = { call_off, write_down, put_away };
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *before = dup_held (fixture), *after = NULL, *what = NULL;

      g_assert_true (dov_store_begin (fixture->store, NULL, &error));
      deeds[i] (fixture, &error);
      g_assert_no_error (error);
      g_assert_true (dov_store_commit (fixture->store, NULL, &error));
      after = dup_held (fixture);
      g_assert_cmpstr (after, !=, before);
      what = dov_store_describe_operation (fixture->store, dov_store_get_last_operation (fixture->store));
      gtk_window_set_focus (GTK_WINDOW (window), NULL);
      for (guint n = 0; n < 3; n++)
        {
          g_autofree char *undone = NULL, *redone = NULL;

          dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>z");
          assert_toast (window, _("Undone: %s"), what);
          undone = dup_held (fixture);
          g_assert_cmpstr (undone, ==, before);
          dov_ui_test_press_accel (GTK_WIDGET (window), "<Control><Shift>z");
          assert_toast (window, _("Done again: %s"), what);
          redone = dup_held (fixture);
          g_assert_cmpstr (redone, ==, after);
        }
    }
  dov_ui_test_close (GTK_WINDOW (window));
}

/* The button of a toast is about its own deed, also when something else was done since; what was changed over since is
 * not taken back, and it is said why. */
static void
test_toast_of_before (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  g_autoptr (DovRecord) first = add_person (fixture, "Ямшанова", "Ольга");
  gint64 of_first = dov_store_get_last_operation (fixture->store);
  g_autoptr (DovRecord) person = add_person (fixture, "Зуева", "Инна");
  g_autofree char *phone = NULL;

  dov_go_tell (window, "Ямшанова", of_first);
  dov_ui_test_settle ();
  click_undo (window);
  g_assert_true (dov_record_is_removed (first));
  g_assert_false (dov_record_is_removed (person));

  save_phone (fixture, person, "+79000001733");
  dov_go_tell (window, "Зуева", dov_store_get_last_operation (fixture->store));
  save_phone (fixture, person, "+79000001744");
  dov_ui_test_settle ();
  click_undo (window);
  phone = dup_phone (fixture, dov_record_get_id (person));
  g_assert_cmpstr (phone, ==, "+79000001744");
  g_assert_false (dov_ui_test_says (GTK_WIDGET (window), "Отменено: "));
  g_assert_nonnull (dov_ui_test_find (GTK_WIDGET (window), DOV_TYPE_NOTICE, NULL));
  dov_ui_test_close (GTK_WINDOW (window));
}

static char *
dup_nothing (void)
{
  return g_strdup (_("There is nothing more to take back since the program was opened. "
                     "What was done before is taken back in the journal: Ctrl+H"));
}

static gint64
count_people (DovUiFixture *fixture)
{
  return dov_store_count (fixture->store, DOV_TYPE_PERSON, NULL, NULL);
}

static void
reopen (DovUiFixture *fixture)
{
  g_autofree char *path = g_strdup (dov_store_get_path (fixture->store));
  g_autoptr (GError) error = NULL;

  dov_store_close (fixture->store, NULL);
  g_clear_object (&fixture->store);
  fixture->store = dov_store_open (path, 0, &error);
  g_assert_no_error (error);
}

/* One Ctrl+Z too many takes back nothing of yesterday: it says where that is found, and there it is asked about. */
static void
test_undo_too_often (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window;
  g_autofree char *nothing = dup_nothing ();
  gint64 last, n_people;
  GtkWidget *card;

  dov_ui_fixture_add_person (fixture, "Ямшанова", "Ольга", "Николаевна", 1980);
  reopen (fixture);
  window = dov_ui_fixture_open_window (fixture);
  last = dov_store_get_last_operation (fixture->store);
  n_people = count_people (fixture);
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  for (guint i = 0; i < 3; i++)
    dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>z");
  g_assert_cmpint (dov_store_get_last_operation (fixture->store), ==, last);
  g_assert_true (dov_ui_test_says (GTK_WIDGET (window), nothing));

  /* In the journal it is said how much it is, and nothing happens before the answer. */
  dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>h");
  dov_ui_test_click (dov_ui_test_find (GTK_WIDGET (dov_window_get_page (window)), GTK_TYPE_BUTTON, _("Undo")));
  g_assert_cmpint (dov_store_get_last_operation (fixture->store), ==, last);
  card = dov_ui_test_find (GTK_WIDGET (window), DOV_TYPE_ASK_CARD, NULL);
  g_assert_nonnull (card);
  g_assert_true (dov_ui_test_says (card, "Ямшанова"));
  dov_ui_test_picture (GTK_WIDGET (window), "journal-asks");
  dov_ui_test_click (dov_ui_test_find (card, GTK_TYPE_BUTTON, _("Take it back")));
  g_assert_cmpint (dov_store_get_last_operation (fixture->store), ==, last + 1);
  g_assert_cmpint (count_people (fixture), ==, n_people - 1);
  dov_ui_test_close (GTK_WINDOW (window));
}

static gint64
count_settlements (DovUiFixture *fixture)
{
  return dov_store_count (fixture->store, DOV_TYPE_SETTLEMENT, NULL, NULL);
}

static void
load_settlements (DovUiFixture *fixture,
                  guint         n)
{
  g_assert_true (dov_store_begin (fixture->store, "Загружено из района", NULL));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_SETTLEMENT, 0);
      g_autoptr (GString) name = g_string_new ("Дальняя ");
      g_autoptr (GError) error = NULL;

      g_string_append_unichar (name, 0x430 + i / 8);
      g_string_append_unichar (name, 0x430 + i % 8);
      dov_record_set_string (draft, "name", name->str);
      dov_record_set_int (draft, "type", DOV_SETTLEMENT_TYPE_VILLAGE);
      dov_store_save (fixture->store, draft, &error);
      g_assert_no_error (error);
    }
  g_assert_true (dov_store_commit (fixture->store, NULL, NULL));
}

/* What is larger than a deed is asked about, by whatever key or button. */
static void
test_undo_of_a_load (void)
{
  static const char *const actions[] = { "<Control>z", "<Control><Shift>z" };
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  gint64 n_before = count_settlements (fixture);

  load_settlements (fixture, 61);
  g_assert_cmpint (count_settlements (fixture), ==, n_before + 61);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gint64 n_now = n_before + (i == 0 ? 61 : 0);
      GtkWidget *card;

      gtk_window_set_focus (GTK_WINDOW (window), NULL);
      dov_ui_test_press_accel (GTK_WIDGET (window), actions[i]);
      dov_ui_test_settle ();
      g_assert_cmpint (count_settlements (fixture), ==, n_now);
      card = dov_ui_test_find (GTK_WIDGET (window), DOV_TYPE_ASK_CARD, NULL);
      g_assert_nonnull (card);
      g_assert_true (dov_ui_test_says (card, "Загружено из района"));
      g_assert_true (dov_ui_test_says (card, "61"));
      dov_ui_test_click (dov_ui_test_find (card, GTK_TYPE_BUTTON, i == 0 ? _("Take it back") : _("Do again")));
      dov_ui_test_settle ();
      g_assert_cmpint (count_settlements (fixture), ==, n_before + (i == 0 ? 0 : 61));
      g_assert_null (dov_ui_test_find (GTK_WIDGET (window), DOV_TYPE_ASK_CARD, NULL));
    }

  /* The button of the toast is no way round. */
  click_undo (window);
  g_assert_cmpint (count_settlements (fixture), ==, n_before + 61);
  g_assert_nonnull (dov_ui_test_find (GTK_WIDGET (window), DOV_TYPE_ASK_CARD, NULL));
  dov_ui_test_close (GTK_WINDOW (window));
}

/* While a form is being filled in, keys take back what is typed in it and nothing else, wherever in it the keyboard
 * is; so it is on every page that is a form. */
static void
test_undo_in_a_form (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_PERSON, 0);
  gint64 id = dov_ui_fixture_add_person (fixture, "Ямшанова", "Ольга", "Николаевна", 1980);
  gint64 last = dov_store_get_last_operation (fixture->store);
  GtkWidget *widget;

  dov_go_form (window, draft);
  dov_ui_test_settle ();
  for (guint i = 0; i < 20; i++)
    {
      dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>z");
      dov_ui_test_press_accel (GTK_WIDGET (window), "<Control><Shift>z");
      g_assert_cmpint (dov_store_get_last_operation (fixture->store), ==, last);
      gtk_widget_child_focus (GTK_WIDGET (dov_window_get_page (window)), GTK_DIR_TAB_FORWARD);
    }
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>z");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpint (dov_store_get_last_operation (fixture->store), ==, last);

  /* Out of it, the same key takes back what was saved. */
  dov_go_back (window);
  dov_ui_test_settle ();
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>z");
  g_assert_cmpint (dov_store_get_last_operation (fixture->store), ==, last + 1);
  g_clear_object (&draft);
  draft = dov_store_find (fixture->store, DOV_TYPE_PERSON, id, NULL);
  g_assert_true (dov_record_is_removed (draft));

  /* Preferences that were changed wait for their own saving. */
  dov_window_show_section (window, "preferences");
  widget = dov_ui_test_find (GTK_WIDGET (dov_window_get_page (window)), DOV_TYPE_TEXT_ROW, NULL);
  dov_ui_test_type (widget, "иное");
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  dov_ui_test_press_accel (GTK_WIDGET (window), "<Control><Shift>z");
  g_assert_cmpint (dov_store_get_last_operation (fixture->store), ==, last + 1);
  dov_ui_test_close (GTK_WINDOW (window));
}

/* What went wrong stands above the page in plain words until it was read. */
static void
test_error (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "ENOSPC");
  GtkWidget *button;

  dov_shell_show_error (DOV_SHELL (window), error);
  dov_ui_test_settle ();
  g_assert_false (dov_ui_test_says (GTK_WIDGET (window), "ENOSPC"));
  button = dov_ui_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, _("Got it"));
  dov_ui_test_click (button);
  g_assert_null (dov_ui_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, _("Got it")));

  dov_shell_show_error (DOV_SHELL (window), error);
  dov_window_show_section (window, "bin");
  g_assert_null (dov_ui_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, _("Got it")));
  dov_ui_test_close (GTK_WINDOW (window));
}

/* A removed record waits in the bin and comes back from there. */
static void
test_bin (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  g_autoptr (DovRecord) person = add_person (fixture, "Суслопаров", "Андрей");
  g_autoptr (GError) error = NULL;

  dov_store_remove (fixture->store, person, &error);
  g_assert_no_error (error);
  dov_window_show_section (window, "bin");
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_says (GTK_WIDGET (window), "Суслопаров"));
  dov_ui_test_picture (GTK_WIDGET (window), "bin-full");

  dov_ui_test_click (dov_ui_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, _("Restore")));
  g_assert_false (dov_record_is_removed (person));
  g_assert_true (dov_ui_test_says (GTK_WIDGET (window), _("The bin is empty")));
  dov_ui_test_close (GTK_WINDOW (window));
}

/* Everything that was done stands in the journal; any of it can be taken back there. */
static void
test_journal (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  g_autoptr (DovRecord) person = add_person (fixture, "Щеклеина", "Рита");

  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>h"));
  g_assert_true (dov_ui_test_says (GTK_WIDGET (window), "Щеклеина"));
  dov_ui_test_picture (GTK_WIDGET (window), "journal-full");
  dov_ui_test_click (dov_ui_test_find (GTK_WIDGET (dov_window_get_page (window)), GTK_TYPE_BUTTON, _("Undo")));
  g_assert_true (dov_record_is_removed (person));
  dov_ui_test_close (GTK_WINDOW (window));
}

/* A file that may only be read says so, and offers no way to change it. */
static void
test_read_only (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DovStore) store = dov_store_open (dov_store_get_path (fixture->store), DOV_STORE_READ_ONLY, &error);
  DovWindow *window = dov_window_new (NULL);

  g_assert_no_error (error);
  dov_window_set_store (window, store);
  dov_ui_test_show (GTK_WIDGET (window));
  g_assert_true (dov_ui_test_says (GTK_WIDGET (window), _("Looking only")));
  dov_ui_test_picture (GTK_WIDGET (window), "read-only");

  /* Who came can be filtered and printed, and looks as ever; nothing offers to change it. */
  dov_go_record (window, DOV_TYPE_EVENT, fixture->held);
  dov_ui_test_settle ();
  g_assert_true (gtk_widget_is_sensitive (dov_ui_test_find (GTK_WIDGET (window), DOV_TYPE_EVENT_PEOPLE, NULL)));
  g_assert_null (dov_ui_test_find_tip (GTK_WIDGET (window), _("Take off the list")));
  g_assert_false (dov_ui_test_says (GTK_WIDGET (window), _("Add: any letters of the name, then Enter   (Ctrl+F)")));
  dov_ui_test_close (GTK_WINDOW (window));
  dov_store_close (store, NULL);
}

/* At the start the section in which one is looks chosen and no other, nor does a row below them have the keyboard. */
static void
test_chosen (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  GtkWidget *sidebar = dov_ui_test_find (GTK_WIDGET (window), DOV_TYPE_SIDEBAR, NULL);
  GtkWidget *below = gtk_widget_get_ancestor (dov_ui_test_find (sidebar, GTK_TYPE_LABEL, _("Preferences")),
                                              GTK_TYPE_LIST_BOX_ROW);
  GtkWidget *today = gtk_widget_get_ancestor (dov_ui_test_find (sidebar, GTK_TYPE_LABEL, _("Today")), GTK_TYPE_LIST_BOX_ROW);

  g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (today)));
  for (GtkWidget *row = below; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      g_assert_false (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row)));
      g_assert_cmpint (gtk_widget_get_state_flags (row) & (GTK_STATE_FLAG_SELECTED | GTK_STATE_FLAG_FOCUSED |
                                                           GTK_STATE_FLAG_FOCUS_VISIBLE), ==, 0);
    }
  dov_ui_test_close (GTK_WINDOW (window));
}

/* Whatever sign the program names is in its own pictures or in the theme of this system. */
static void
test_signs_are_there (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "src", "widgets", "dov-icons.c", NULL);
  g_autoptr (GRegex) regex = g_regex_new ("\"([a-z][a-z-]+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *source = NULL;
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  guint n_signs = 0;

  g_assert_true (g_file_get_contents (path, &source, NULL, NULL));
  for (g_regex_match (regex, strstr (source, "names[]"), 0, &match); g_match_info_matches (match); n_signs++)
    {
      g_autofree char *name = g_match_info_fetch (match, 1), *icon = g_strconcat (name, "-symbolic", NULL);

      g_test_message ("%s", icon);
      g_assert_true (gtk_icon_theme_has_icon (theme, icon));
      g_match_info_next (match, NULL);
    }
  g_assert_cmpuint (n_signs, >, 70);
}

/* Each section has its sign, and signs have a size in which they are sharp, near that of the letters. */
static void
test_signs (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_window_new (NULL);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  guint n_sections = 0;
  const DovRoom *sections = dov_rooms_list_sections (&n_sections);
  static const struct
  {
    guint       percent;
    const char *class;
  } cases[] = { { 100, "signs-16" }, { 125, "signs-20" }, { 150, "signs-24" }, { 200, "signs-32" }, { 100, "signs-16" } };

  for (guint i = 0; i < n_sections; i++)
    g_assert_true (gtk_icon_theme_has_icon (theme, sections[i].icon));

  dov_window_set_store (window, fixture->store);
  dov_ui_test_show (GTK_WIDGET (window));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n_classes = 0;
      g_auto (GStrv) classes = NULL;

      dov_ui_test_set_text_size (cases[i].percent);
      classes = gtk_widget_get_css_classes (GTK_WIDGET (window));
      for (guint c = 0; classes[c] != NULL; c++)
        n_classes += g_str_has_prefix (classes[c], "signs-");
      g_assert_cmpuint (n_classes, ==, 1);
      g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (window), cases[i].class));
    }
  dov_ui_test_close (GTK_WINDOW (window));
}

/* The eye is at hand in large text and in a small window; the main action gives up its words for it, not its name. */
static void
test_eye (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  GtkWidget *eye = dov_ui_test_find_tip (GTK_WIDGET (window), _("A visitor is near: hide what is about others (F9)"));
  int least;

  dov_ui_test_set_text_size (150);
  dov_ui_test_resize (GTK_WINDOW (window), 1024, 600);
  dov_window_show_section (window, "events");
  dov_ui_test_settle ();
  g_assert_true (gtk_widget_get_mapped (eye));
  g_assert_nonnull (dov_ui_test_find_tip (GTK_WIDGET (window), _("New event")));

  /* A page that goes back, with a main action, asks for no wider window either, whatever stood there before. */
  dov_ui_test_resize (GTK_WINDOW (window), 1366, 768);
  dov_go_to (window, dov_rooms_open_list (fixture->store, DOV_TYPE_FAMILY));
  dov_ui_test_settle ();
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 1024);
  dov_go_back (window);

  dov_ui_test_set_text_size (100);
  g_assert_true (gtk_widget_get_mapped (eye));
  g_assert_null (dov_ui_test_find_tip (GTK_WIDGET (window), _("New event")));
  dov_ui_test_close (GTK_WINDOW (window));
}

/* Whatever kind a record is of: one that is not in the file opens no empty form. */
static void
test_gone (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  const GType types[] = { DOV_TYPE_PERSON, DOV_TYPE_FAMILY, DOV_TYPE_ATTENDANCE };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      dov_go_record (window, types[i], 7001 + i);
      dov_ui_test_settle ();
      g_assert_true (DOV_IS_MESSAGE_PAGE (dov_window_get_page (window)));
      g_assert_true (dov_ui_test_says (GTK_WIDGET (window), _("This is not here any more")));
      dov_go_back (window);
    }
  dov_ui_test_close (GTK_WINDOW (window));
}

/* What is told for some seconds covers no button at the foot of a form. */
static void
test_toast_over_form (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_PERSON, 0);
  DovWindow *window = dov_ui_fixture_open_window (fixture);

  dov_go_form (window, draft);
  for (guint percent = 100; percent <= 200; percent += 50)
    {
      graphene_rect_t toast, foot;

      dov_ui_test_set_text_size (percent);
      dov_ui_test_resize (GTK_WINDOW (window), 1024, 600);
      dov_go_tell (window, "Записано", 1);
      dov_ui_test_settle ();
      g_assert_true (gtk_widget_compute_bounds (dov_ui_test_find (GTK_WIDGET (window), g_type_from_name ("AdwToastWidget"),
                                                                  NULL), GTK_WIDGET (window), &toast));
      g_assert_true (gtk_widget_compute_bounds (dov_ui_test_find (GTK_WIDGET (window), DOV_TYPE_FORM_FOOTER, NULL),
                                                GTK_WIDGET (window), &foot));
      g_assert_cmpfloat (toast.origin.y + toast.size.height, <=, foot.origin.y);
    }
  dov_ui_test_set_text_size (100);
  dov_ui_test_close (GTK_WINDOW (window));
}

/* What is told goes with the page it is told on; a deed that leads to another page is told there. */
static void
test_toast_leaves (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_PERSON, 0);
  DovWindow *window = dov_ui_fixture_open_window (fixture);

  dov_go_form (window, draft);
  dov_ui_test_settle ();
  dov_go_tell (window, "Записано: Ожегова", 1);
  dov_go_back (window);
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_says (GTK_WIDGET (window), "Записано: Ожегова"));
  dov_window_show_section (window, "events");
  WAIT_FOR (!dov_ui_test_says (GTK_WIDGET (window), "Записано: Ожегова"));
  dov_ui_test_close (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add_func ("/window/empty", test_empty);
  g_test_add_func ("/window/signs", test_signs);
  g_test_add_func ("/window/chosen", test_chosen);
  g_test_add_func ("/window/signs-are-there", test_signs_are_there);
  g_test_add_func ("/window/sections", test_sections);
  g_test_add_func ("/window/back", test_back);
  g_test_add_func ("/window/undo", test_undo);
  g_test_add_func ("/window/deeds-there-and-back", test_deeds_there_and_back);
  g_test_add_func ("/window/toast-of-before", test_toast_of_before);
  g_test_add_func ("/window/undo-too-often", test_undo_too_often);
  g_test_add_func ("/window/undo-of-a-load", test_undo_of_a_load);
  g_test_add_func ("/window/undo-in-a-form", test_undo_in_a_form);
  g_test_add_func ("/window/error", test_error);
  g_test_add_func ("/window/bin", test_bin);
  g_test_add_func ("/window/journal", test_journal);
  g_test_add_func ("/window/read-only", test_read_only);
  g_test_add_func ("/window/eye", test_eye);
  g_test_add_func ("/window/gone", test_gone);
  g_test_add_func ("/window/toast-over-form", test_toast_over_form);
  g_test_add_func ("/window/toast-leaves", test_toast_leaves);

  return g_test_run ();
}
