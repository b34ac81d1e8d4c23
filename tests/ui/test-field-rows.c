/* test-field-rows.c - a row for every kind of field: typed well, typed badly, by keyboard alone */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-date-row.h"
#include "dov-field-group.h"
#include "dov-label.h"
#include "dov-link-panel.h"
#include "dov-link-row.h"
#include "dov-notice.h"
#include "dov-month.h"

#include "dov-number.h"
#include "dov-person.h"
#include "dov-settlement.h"
#include "dov-ui-test.h"

#include <glib/gi18n.h>

/* One field of every kind. */

typedef enum { HEAT_STOVE = 1, HEAT_GAS, HEAT_CENTRAL } Heat;
typedef enum { HAS_WATER = 1 << 0, HAS_GAS = 1 << 1, HAS_LIGHT = 1 << 2 } Has;

GType heat_get_type (void);
GType has_get_type (void);

DOV_DEFINE_CHOICES (
  Heat, heat,
  { HEAT_STOVE, "печное", "stove" },
  { HEAT_GAS, "газовое", "gas" },
  { HEAT_CENTRAL, "центральное", "central" })

DOV_DEFINE_CHOICE_SET (
  Has, has,
  { HAS_WATER, "вода", "water" },
  { HAS_GAS, "газ", "gas" },
  { HAS_LIGHT, "электричество", "light" })

#define TYPE_HOME (home_get_type ())
G_DECLARE_FINAL_TYPE (Home, home, TEST, HOME, DovRecord)

struct _Home
{
  DovRecord   parent_instance;

  char       *name;
  char       *phone;
  char       *note;
  gint64      rooms;
  gint64      area;
  gint64      rent;
  gboolean    is_warm;
  GDate      *built_on;
  DovTime     opens_at;
  GDateTime  *visited_at;
  Heat        heat;
  Has         has;
  gint64      settlement_id;
};

static const DovField fields[] = {
  DOV_TEXT (Home, name, "Название", DOV_REQUIRED),
  DOV_TEXT (Home, phone, "Телефон", DOV_PHONE),
  DOV_NOTE (Home, note, "Заметка", 0),
  DOV_NUMBER (Home, rooms, "Комнат", 0),
  DOV_QUANTITY (Home, area, "Площадь, м²", 0),
  DOV_MONEY (Home, rent, "Плата, руб.", 0),
  DOV_FLAG (Home, is_warm, "Тёплый дом", 0),
  DOV_DATE (Home, built_on, "Построен", 0),
  DOV_TIME (Home, opens_at, "Открывается в", 0),
  DOV_MOMENT (Home, visited_at, "Когда были", 0),
  DOV_CHOICE (Home, heat, "Отопление", 0, Heat, heat_get_type),
  DOV_CHOICES (Home, has, "Удобства", 0, Has, has_get_type),
  DOV_LINK (Home, settlement_id, "Населённый пункт", 0, dov_settlement_get_type),
};

DOV_DEFINE_RECORD (Home, home, fields, .table = "home", .label = "Дом", .labels = "Дома")

typedef struct
{
  DovStore      *store;
  Home          *draft;
  DovFieldGroup *group;
  GtkWindow     *window;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer names)
{
  g_autofree char *folder = dov_ui_test_dup_folder ();
  g_autofree char *path = g_build_filename (folder, "rows.doverie", NULL);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2027, 3, 5, 10, 42, 0);
  g_auto (GStrv) wanted = g_strsplit (names ? names : "", " ", -1);
  g_autoptr (GError) error = NULL;
  GtkWidget *clamp = adw_clamp_new ();

  dov_clock_set (now);
  fixture->store = dov_store_open (path, DOV_STORE_CREATE, &error);
  g_assert_no_error (error);
  fixture->draft = TEST_HOME (dov_record_new (TYPE_HOME, 0));
  fixture->group = DOV_FIELD_GROUP (dov_field_group_new (fixture->store, DOV_RECORD (fixture->draft), "Дом"));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (names == NULL || g_strv_contains ((const char *const *) wanted, fields[i].name))
      dov_field_group_add (fixture->group, fields[i].name);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (fixture->group));
  gtk_widget_set_margin_top (clamp, 24);
  fixture->window = dov_ui_test_show (clamp);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer names)
{
  dov_ui_test_close (fixture->window);
  g_clear_object (&fixture->draft);
  g_assert_true (dov_store_close (fixture->store, NULL));
  g_clear_object (&fixture->store);
  dov_clock_set (NULL);
}

static DovFieldRow *
find (Fixture    *fixture,
      const char *field)
{
  return dov_field_group_find (fixture->group, field);
}

/* Types into a field and goes on with Tab. */
static void
type (Fixture    *fixture,
      const char *field,
      const char *text)
{
  dov_ui_test_type (GTK_WIDGET (find (fixture, field)), text);
  gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_FORWARD);
  dov_ui_test_settle ();
}

static const char *
shown (Fixture    *fixture,
       const char *field)
{
  return gtk_editable_get_text (GTK_EDITABLE (dov_field_row_get_editor (find (fixture, field))));
}

static void
test_typed (Fixture      *fixture,
            gconstpointer names)
{
  static const struct { const char *field, *typed, *shown, *kept; } cases[] = {
    { "name", "  Дом у реки ", "Дом у реки", "Дом у реки" },
    { "rooms", "3", "3", "3" },
    { "area", "54.3", "54,3", "54.3" },
    { "rent", "1500,50", "1 500,50", "1500.50" },
    { "built_on", "1.9", "01.09.2027", "2027-09-01" },
    { "built_on", "010926", "01.09.2026", "2026-09-01" },
    { "built_on", "вчера", "04.03.2027", "2027-03-04" },
    { "built_on", "+7", "12.03.2027", "2027-03-12" },
    { "opens_at", "930", "9:30", "09:30" },
    { "visited_at", "5.3 1830", "05.03.2027 18:30", "2027-03-05T18:30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const DovField *field = dov_field_row_get_field (find (fixture, cases[i].field));
      g_autofree char *kept = NULL;
      g_autofree char *same = NULL;

      type (fixture, cases[i].field, cases[i].typed);
      kept = dov_record_dup_text (DOV_RECORD (fixture->draft), field);
      same = dov_record_dup_shown (DOV_RECORD (fixture->draft), field);
      g_test_message ("%s: %s", cases[i].field, cases[i].typed);
      g_assert_cmpstr (kept, ==, cases[i].kept);
      g_assert_cmpstr (shown (fixture, cases[i].field), ==, same);
      g_assert_null (dov_field_row_get_error (find (fixture, cases[i].field)));
    }
}

static void
test_unclear (Fixture      *fixture,
              gconstpointer names)
{
  static const struct { const char *field, *good, *bad; } cases[] = {
    { "rooms", "4", "много" },
    { "area", "40", "сорок" },
    { "rent", "12", "12 рублей и ещё" },
    { "built_on", "1.9.2026", "31.02.2027" },
    { "opens_at", "9:30", "24:00" },
    { "visited_at", "1.3.2027 9:30", "32.13 99:99" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DovFieldRow *row = find (fixture, cases[i].field);
      const DovField *field = dov_field_row_get_field (row);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      type (fixture, cases[i].field, cases[i].good);
      before = dov_record_dup_text (DOV_RECORD (fixture->draft), field);
      type (fixture, cases[i].field, cases[i].bad);
      after = dov_record_dup_text (DOV_RECORD (fixture->draft), field);

      g_test_message ("%s: %s", cases[i].field, cases[i].bad);
      g_assert_cmpstr (after, ==, before);
      g_assert_cmpstr (shown (fixture, cases[i].field), ==, cases[i].bad);
      g_assert_nonnull (dov_field_row_get_error (row));
      g_assert_true (dov_field_row_is_unclear (row));
      g_assert_true (dov_ui_test_says (GTK_WIDGET (fixture->group), dov_field_row_get_error (row)));
      g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "error"));
      g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "joined"));
    }
  dov_ui_test_picture (GTK_WIDGET (fixture->window), "field-rows-unclear");

  /* The error goes as soon as the text makes sense, while one still types. */
  dov_ui_test_type (GTK_WIDGET (find (fixture, "built_on")), "28.02.2027");
  g_assert_null (dov_field_row_get_error (find (fixture, "built_on")));
  g_assert_cmpstr (shown (fixture, "built_on"), ==, "28.02.2027");
}

/* Nothing is rewritten under the fingers. */
static void
test_while_typing (Fixture      *fixture,
                   gconstpointer names)
{
  dov_ui_test_type (GTK_WIDGET (find (fixture, "built_on")), "1.9");
  dov_field_row_read_quietly (find (fixture, "built_on"));
  g_assert_cmpstr (shown (fixture, "built_on"), ==, "1.9");
  g_assert_cmpint (g_date_get_month (fixture->draft->built_on), ==, G_DATE_SEPTEMBER);

  dov_ui_test_type (GTK_WIDGET (find (fixture, "rent")), "");
  dov_field_row_read (find (fixture, "rent"));
  g_assert_cmpint (fixture->draft->rent, ==, DOV_UNKNOWN);
}

static void
test_date_keys (Fixture      *fixture,
                gconstpointer names)
{
  DovFieldRow *row = find (fixture, "built_on");

  gtk_widget_grab_focus (GTK_WIDGET (row));
  dov_ui_test_press (GTK_WIDGET (fixture->window), GDK_KEY_Up, 0);
  g_assert_cmpstr (shown (fixture, "built_on"), ==, "05.03.2027");
  dov_ui_test_press (GTK_WIDGET (fixture->window), GDK_KEY_Up, 0);
  g_assert_cmpstr (shown (fixture, "built_on"), ==, "06.03.2027");
  for (guint i = 0; i < 7; i++)
    dov_ui_test_press (GTK_WIDGET (fixture->window), GDK_KEY_Down, 0);
  g_assert_cmpstr (shown (fixture, "built_on"), ==, "27.02.2027");

  dov_ui_test_press (GTK_WIDGET (fixture->window), GDK_KEY_Down, GDK_ALT_MASK);
  WAIT_FOR (gtk_widget_get_mapped (dov_date_row_get_month (DOV_DATE_ROW (row))));
  dov_ui_test_picture (dov_date_row_get_month (DOV_DATE_ROW (row)), "date-picker");
  g_assert_true (dov_ui_test_says (dov_date_row_get_month (DOV_DATE_ROW (row)), "Февраль 2027"));
  dov_ui_test_press (dov_date_row_get_month (DOV_DATE_ROW (row)), GDK_KEY_Page_Down, 0);
  dov_ui_test_press (dov_date_row_get_month (DOV_DATE_ROW (row)), GDK_KEY_Down, 0);
  dov_ui_test_press (dov_date_row_get_month (DOV_DATE_ROW (row)), GDK_KEY_Left, 0);
  dov_ui_test_press (dov_date_row_get_month (DOV_DATE_ROW (row)), GDK_KEY_Return, 0);
  g_assert_cmpstr (shown (fixture, "built_on"), ==, "02.04.2027");
  WAIT_FOR (!gtk_widget_get_mapped (dov_date_row_get_month (DOV_DATE_ROW (row))));
}

/* A moment keeps its time when the arrows move its day. */
static void
test_moment_keys (Fixture      *fixture,
                  gconstpointer names)
{
  type (fixture, "visited_at", "28.2.2027 18:30");
  gtk_widget_grab_focus (GTK_WIDGET (find (fixture, "visited_at")));
  dov_ui_test_press (GTK_WIDGET (fixture->window), GDK_KEY_Up, 0);
  g_assert_cmpstr (shown (fixture, "visited_at"), ==, "01.03.2027 18:30");
}

/* A time alone is of the night that is told of, on either side of midnight. */
static void
test_moment_near (Fixture      *fixture,
                  gconstpointer names)
{
  static const struct { const char *near, *typed, *moment; } cases[] = {
    { "2027-03-13T21:00", "2220", "2027-03-13T22:20" },
    { "2027-03-13T21:00", "20:50", "2027-03-13T20:50" },
    { "2027-03-13T21:00", "0:15", "2027-03-14T00:15" },
    { "2027-03-31T22:30", "5", "2027-04-01T05:00" },
    { "2027-03-14T00:30", "23:50", "2027-03-13T23:50" },
    { "2027-03-13T21:00", "12.3 22:00", "2027-03-12T22:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) near = NULL;
      g_autofree char *moment = NULL;

      dov_moment_from_iso (cases[i].near, &near);
      dov_date_row_set_near (DOV_DATE_ROW (find (fixture, "visited_at")), near);
      type (fixture, "visited_at", cases[i].typed);
      moment = dov_moment_to_iso (fixture->draft->visited_at);
      g_assert_cmpstr (moment, ==, cases[i].moment);
    }

  dov_date_row_set_near (DOV_DATE_ROW (find (fixture, "visited_at")), NULL);
  type (fixture, "visited_at", "2220");
  g_assert_nonnull (dov_field_row_get_error (find (fixture, "visited_at")));
}

static void
test_choice (Fixture      *fixture,
             gconstpointer names)
{
  gtk_widget_grab_focus (GTK_WIDGET (find (fixture, "heat")));
  dov_ui_test_press (GTK_WIDGET (fixture->window), GDK_KEY_Down, 0);
  g_assert_cmpint (fixture->draft->heat, ==, HEAT_STOVE);
  dov_ui_test_press (GTK_WIDGET (fixture->window), GDK_KEY_Cyrillic_tse, 0);
  g_assert_cmpint (fixture->draft->heat, ==, HEAT_CENTRAL);
  dov_ui_test_press (GTK_WIDGET (fixture->window), GDK_KEY_Up, 0);
  g_assert_cmpint (fixture->draft->heat, ==, HEAT_GAS);

  /* What changes the draft elsewhere is shown. */
  dov_set (fixture->draft, heat, HEAT_STOVE);
  g_assert_cmpint (gtk_drop_down_get_selected (GTK_DROP_DOWN (dov_field_row_get_editor (find (fixture, "heat")))),
                   ==, 1);
}

static void
test_choices (Fixture      *fixture,
              gconstpointer names)
{
  GtkWidget *row = GTK_WIDGET (find (fixture, "has"));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (dov_ui_test_find (row, GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);
  g_assert_cmpint (fixture->draft->has, ==, HAS_WATER);
  dov_set (fixture->draft, has, HAS_GAS | HAS_LIGHT);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (dov_ui_test_find (row, GTK_TYPE_CHECK_BUTTON, NULL))));
}

static void
test_flag (Fixture      *fixture,
           gconstpointer names)
{
  GtkWidget *toggle = dov_field_row_get_editor (find (fixture, "is_warm"));

  gtk_widget_grab_focus (GTK_WIDGET (find (fixture, "is_warm")));
  g_assert_true (gtk_widget_has_focus (toggle));
  gtk_widget_activate (toggle);
  WAIT_FOR (fixture->draft->is_warm);
}

static void
test_note (Fixture      *fixture,
           gconstpointer names)
{
  GtkWidget *view = dov_field_row_get_editor (find (fixture, "note"));
  int height = gtk_widget_get_height (view);

  type (fixture, "note", "Первая строка\nвторая\nтретья\nчетвёртая");
  g_assert_cmpstr (fixture->draft->note, ==, "Первая строка\nвторая\nтретья\nчетвёртая");
  g_assert_cmpint (gtk_widget_get_height (view), >, height);
}

/* A long text that is there from the start stands in all its lines. */
static void
test_note_kept (Fixture      *fixture,
                gconstpointer names)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *view, *group;
  GtkWindow *window;
  GtkTextIter end;
  GdkRectangle place;

  for (guint i = 0; i < 40; i++)
    g_string_append (text, "и ещё несколько слов ");
  dov_record_set_string (DOV_RECORD (fixture->draft), "note", text->str);
  group = dov_field_group_new (fixture->store, DOV_RECORD (fixture->draft), "Дом");
  dov_field_group_add (DOV_FIELD_GROUP (group), "note");
  adw_clamp_set_child (ADW_CLAMP (clamp), group);
  window = dov_ui_test_show (clamp);
  dov_ui_test_settle ();

  view = dov_field_row_get_editor (dov_field_group_find (DOV_FIELD_GROUP (group), "note"));
  gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), &end);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (view), &end, &place);
  g_assert_cmpint (place.y, >, 0);
  g_assert_cmpint (place.y + place.height, <=, gtk_widget_get_height (view));
  dov_ui_test_close (window);
}

static void
test_link (Fixture      *fixture,
           gconstpointer names)
{
  DovLinkRow *row = DOV_LINK_ROW (find (fixture, "settlement_id"));
  GtkListBox *list = GTK_LIST_BOX (dov_link_row_get_list (row));

  dov_ui_test_type (GTK_WIDGET (row), "слуд");
  WAIT_FOR (gtk_widget_get_visible (dov_link_row_get_popover (row)));
  dov_ui_test_settle ();
  dov_ui_test_picture (dov_link_row_get_popover (row), "link-found");
  dov_ui_test_picture (GTK_WIDGET (row), "field-rows");
  g_assert_nonnull (gtk_list_box_get_selected_row (list));
  dov_ui_test_press (GTK_WIDGET (row), GDK_KEY_Return, 0);
  g_assert_cmpint (fixture->draft->settlement_id, >, 0);
  g_assert_nonnull (strstr (shown (fixture, "settlement_id"), "Слудка"));
  g_assert_false (gtk_widget_get_visible (dov_link_row_get_popover (row)));

  /* Another text is not another record. */
  type (fixture, "settlement_id", "Слудк");
  g_assert_cmpint (fixture->draft->settlement_id, ==, 0);
  g_assert_nonnull (dov_field_row_get_error (DOV_FIELD_ROW (row)));

  type (fixture, "settlement_id", "");
  g_assert_null (dov_field_row_get_error (DOV_FIELD_ROW (row)));
  g_assert_cmpint (fixture->draft->settlement_id, ==, 0);
}

static void
test_link_made (Fixture      *fixture,
                gconstpointer names)
{
  DovLinkRow *row = DOV_LINK_ROW (find (fixture, "settlement_id"));
  g_autoptr (DovRecord) made = NULL;

  dov_ui_test_type (GTK_WIDGET (row), "Ёлкино");
  WAIT_FOR (gtk_widget_get_visible (dov_link_row_get_popover (row)));
  gtk_list_box_select_row (GTK_LIST_BOX (dov_link_row_get_list (row)),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (dov_link_row_get_list (row)), 0));
  dov_ui_test_press (GTK_WIDGET (row), GDK_KEY_Return, 0);
  dov_ui_test_settle ();
  dov_ui_test_picture (GTK_WIDGET (row), "link-make");

  /* The type is missing: said in place, nothing is saved. */
  dov_ui_test_press (GTK_WIDGET (row), GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_cmpint (fixture->draft->settlement_id, ==, 0);
  dov_ui_test_picture (GTK_WIDGET (row), "link-make-missing");

  dov_ui_test_press (GTK_WIDGET (row), GDK_KEY_Down, 0);
  dov_ui_test_press (GTK_WIDGET (row), GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_cmpint (fixture->draft->settlement_id, >, 0);
  made = dov_store_find (fixture->store, DOV_TYPE_SETTLEMENT, fixture->draft->settlement_id, NULL);
  g_assert_cmpstr (DOV_SETTLEMENT (made)->name, ==, "Ёлкино");
}

static void
warns (DovStore  *store,
       DovRecord *before,
       DovRecord *after,
       GPtrArray *problems)
{
  dov_problems_warn (problems, after, NULL, "E1", "Такое село уже было.");
}

/* A warning on the way asks for a reason of its own: pressing “Add” once more is none. Esc goes back to the fields and
 * keeps what was typed, Ctrl+S goes on with it. */
static void
test_link_reason (Fixture      *fixture,
                  gconstpointer names)
{
  DovLinkRow *row = DOV_LINK_ROW (find (fixture, "settlement_id"));
  DovDatabase *database = dov_store_get_database (fixture->store);
  g_autoptr (GString) book = g_string_new (NULL);
  GtkWidget *panel, *add, *notice;

  dov_store_add_rule (fixture->store, DOV_TYPE_SETTLEMENT, FALSE, warns);
  dov_ui_test_type (GTK_WIDGET (row), "Щелканово");
  WAIT_FOR (gtk_widget_get_visible (dov_link_row_get_popover (row)));
  gtk_list_box_select_row (GTK_LIST_BOX (dov_link_row_get_list (row)),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (dov_link_row_get_list (row)), 0));
  dov_ui_test_press (GTK_WIDGET (row), GDK_KEY_Return, 0);
  dov_ui_test_press (GTK_WIDGET (row), GDK_KEY_Down, 0);
  panel = dov_ui_test_find (GTK_WIDGET (fixture->group), DOV_TYPE_LINK_PANEL, NULL);
  add = dov_ui_test_find (panel, GTK_TYPE_BUTTON, _("_Add"));
  for (guint i = 0; i < 3; i++)
    {
      dov_ui_test_click (add);
      g_assert_cmpint (fixture->draft->settlement_id, ==, 0);
      g_assert_true (dov_ui_test_says (panel, "Такое село уже было."));
    }
  notice = gtk_widget_get_ancestor (dov_ui_test_get_focus (panel), DOV_TYPE_NOTICE);
  g_assert_nonnull (notice);
  dov_ui_test_picture (GTK_WIDGET (row), "link-make-reason");

  dov_ui_test_type (notice, "бывший хутор");
  dov_ui_test_press_accel (panel, "Escape");
  g_assert_true (gtk_widget_get_mapped (panel));
  g_assert_null (dov_ui_test_find (panel, DOV_TYPE_NOTICE, NULL));
  g_assert_true (gtk_widget_is_ancestor (dov_ui_test_get_focus (panel), panel));
  dov_ui_test_press_accel (panel, "<Control>s");
  g_assert_cmpint (fixture->draft->settlement_id, ==, 0);
  g_assert_true (dov_ui_test_says (panel, "бывший хутор"));

  for (guint i = 0; i < 126; i++)
    g_string_append (book, "Так.");
  notice = dov_ui_test_find (panel, DOV_TYPE_NOTICE, NULL);
  dov_ui_test_type (notice, book->str);
  dov_ui_test_press_accel (panel, "<Control>s");
  g_assert_cmpint (fixture->draft->settlement_id, ==, 0);
  g_assert_true (dov_ui_test_says (panel, "504"));
  dov_ui_test_type (dov_ui_test_find (panel, DOV_TYPE_NOTICE, NULL), "бывший хутор");
  dov_ui_test_press_accel (panel, "<Control>s");
  g_assert_cmpint (fixture->draft->settlement_id, >, 0);
  g_assert_cmpint (dov_database_count (database, "SELECT count(*) FROM audit WHERE what = 'accepted' AND was = 'E1' "
                                       "AND became = 'бывший хутор'", NULL), ==, 1);
  g_assert_cmpint (dov_database_count (database, "SELECT count(*) FROM audit WHERE what = 'accepted'", NULL), ==, 1);
}

/* Tab goes down the rows and past every remark, once round. */
static void
test_tab (Fixture      *fixture,
          gconstpointer names)
{
  GPtrArray *rows = dov_field_group_get_rows (fixture->group);

  dov_field_row_set_error (find (fixture, "name"), "Заполните");
  dov_field_row_set_hint (find (fixture, "phone"), "С кодом");
  gtk_widget_grab_focus (g_ptr_array_index (rows, 0));
  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (rows, i);

      g_test_message ("%s", dov_field_row_get_field (DOV_FIELD_ROW (row))->name);
      g_assert_true (gtk_widget_is_ancestor (dov_ui_test_get_focus (row), row));
      while (gtk_widget_is_ancestor (dov_ui_test_get_focus (row), row))
        if (!gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_FORWARD))
          break;
    }
}

static guint
count_cut (GtkWidget *widget)
{
  guint n = GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
            pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget)));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_cut (child);

  return n;
}

/* An open list of choices is as wide as its words, however narrow its button is. */
static void
test_choice_words (void)
{
  static const char *const words[] = { "неполная (мать)", "неполная (отец)", "неполная (бабушка или дедушка)", NULL };
  GtkWidget *list = gtk_drop_down_new_from_strings (words);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 80, "tightening-threshold", 80, "child", list, NULL);
  GtkWindow *window;
  GtkWidget *popover;

  dov_name_widget (list, "Состав");
  window = dov_ui_test_show (clamp);
  g_assert_cmpint (gtk_widget_get_width (list), <=, 80);
  g_assert_cmpuint (count_cut (gtk_widget_get_first_child (list)), ==, 1);
  dov_ui_test_click (gtk_widget_get_first_child (list));
  popover = gtk_widget_get_last_child (list);
  g_assert_true (GTK_IS_POPOVER (popover) && gtk_widget_get_mapped (popover));
  g_assert_nonnull (dov_ui_test_find (popover, GTK_TYPE_LABEL, words[2]));
  g_assert_cmpuint (count_cut (popover), ==, 0);
  /* With the list still open GTK would look half a second later for a tooltip over a window that is gone. */
  gtk_popover_popdown (GTK_POPOVER (popover));
  WAIT_FOR (!gtk_widget_get_mapped (popover));
  dov_ui_test_close (window);
}

static void
test_month (void)
{
  static const struct { int year, month, first_day, first_month; } cases[] = {
    { 2027, 3, 1, 3 }, { 2015, 2, 26, 1 }, { 2027, 8, 26, 7 }, { 2024, 2, 29, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate first = dov_month_first_shown (cases[i].year, cases[i].month);

      g_assert_cmpint (g_date_get_day (&first), ==, cases[i].first_day);
      g_assert_cmpint (g_date_get_month (&first), ==, cases[i].first_month);
      g_assert_cmpint (g_date_get_weekday (&first), ==, G_DATE_MONDAY);
    }
}

int
main (int    argc,
      char **argv)
{
  static const struct { const char *path; void (*test) (Fixture *, gconstpointer); const char *fields; } tests[] = {
    { "/rows/typed", test_typed, NULL },
    { "/rows/unclear", test_unclear, NULL },
    { "/rows/while-typing", test_while_typing, NULL },
    { "/rows/date/keys", test_date_keys, NULL },
    { "/rows/moment/keys", test_moment_keys, NULL },
    { "/rows/moment/near", test_moment_near, NULL },
    { "/rows/choice", test_choice, NULL },
    { "/rows/choices", test_choices, NULL },
    { "/rows/flag", test_flag, NULL },
    { "/rows/note", test_note, NULL },
    { "/rows/note-kept", test_note_kept, NULL },
    { "/rows/link", test_link, NULL },
    { "/rows/link/made", test_link_made, "name settlement_id" },
    { "/rows/link/reason", test_link_reason, "name settlement_id" },
    { "/rows/tab", test_tab, NULL },
  };

  dov_ui_test_init (&argc, &argv);

  g_test_add_func ("/rows/choice/words", test_choice_words);
  g_test_add_func ("/month/first-shown", test_month);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, tests[i].fields, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
