/* test-list-shape.c - a list as somebody likes it: columns, views, many rows changed, copied and pasted */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-batch-page.h"

#include <glib/gi18n.h>

#include "dov-chips.h"
#include "dov-config.h"
#include "dov-deed.h"
#include "dov-family.h"
#include "dov-list-columns.h"
#include "dov-list-filter.h"
#include "dov-list-page.h"
#include "dov-lounge.h"
#include "dov-notice.h"
#include "dov-number.h"
#include "dov-paste-columns.h"
#include "dov-paste-page.h"
#include "dov-person.h"
#include "dov-registry.h"
#include "dov-rooms.h"
#include "dov-saved-view.h"
#include "dov-table-view.h"
#include "dov-ui-fixture.h"
#include "dov-ui-test.h"
#include "dov-window.h"

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
  dov_config_set_text ("columns-family", "", NULL);
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
      DovPage *page)
{
  fixture->page = GTK_WIDGET (page);
  fixture->window = dov_ui_test_show (fixture->page);
  dov_ui_test_settle ();
}

static DovTableView *
get_table (Fixture *fixture)
{
  return DOV_TABLE_VIEW (dov_ui_test_find (fixture->page, DOV_TYPE_TABLE_VIEW, NULL));
}

static char *
dup_columns (Fixture *fixture)
{
  const DovTableColumn *columns[64];
  guint n = dov_table_view_list_shown (get_table (fixture), columns, G_N_ELEMENTS (columns));
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "," : "", columns[i]->name);

  return g_string_free (names, FALSE);
}

static GtkMenuButton *
find_shape (Fixture *fixture)
{
  return GTK_MENU_BUTTON (dov_ui_test_find_tip (fixture->page, _("Columns and views of this list")));
}

static void
open_shape (Fixture *fixture)
{
  gtk_menu_button_popup (find_shape (fixture));
  dov_ui_test_settle ();
}

static void
close_shape (Fixture *fixture)
{
  gtk_menu_button_popdown (find_shape (fixture));
  dov_ui_test_settle ();
}

static void
press_row (Fixture    *fixture,
           const char *column,
           guint       key,
           GdkModifierType modifiers)
{
  GtkWidget *row = dov_ui_test_find_name (fixture->page, column);

  g_assert_nonnull (row);
  gtk_widget_grab_focus (row);
  dov_ui_test_settle ();
  dov_ui_test_press (row, key, modifiers);
  dov_ui_test_settle ();
}

static void
test_columns (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *usual = NULL;
  g_autofree char *fewer = NULL;
  g_autofree char *moved = NULL;
  g_autofree char *again = NULL;
  g_autofree char *back = NULL;

  show (fixture, dov_list_page_new (fixture->club->store, DOV_TYPE_FAMILY));
  usual = dup_columns (fixture);
  g_assert_true (g_str_has_prefix (usual, "case_no,family_name,children,"));
  open_shape (fixture);
  dov_ui_test_picture (gtk_popover_get_child (gtk_menu_button_get_popover (find_shape (fixture))),
                       "list-shape");

  press_row (fixture, "children", GDK_KEY_Return, 0);
  fewer = dup_columns (fixture);
  g_assert_null (strstr (fewer, "children"));
  g_assert_nonnull (strstr (fewer, "family_name"));
  press_row (fixture, "heating", GDK_KEY_Return, 0);
  press_row (fixture, "family_name", GDK_KEY_Up, GDK_ALT_MASK);
  moved = dup_columns (fixture);
  g_assert_true (g_str_has_prefix (moved, "family_name,case_no,"));
  g_assert_true (g_str_has_suffix (moved, ",heating"));
  /* Ticked, it is there on a small screen too: others make room. */
  close_shape (fixture);
  dov_ui_test_resize (fixture->window, 1024, 600);
  dov_ui_test_set_text_size (150);
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_says (GTK_WIDGET (get_table (fixture)), _("Heating")));
  dov_ui_test_set_text_size (100);
  /* health and the like can never be chosen */
  g_assert_null (dov_ui_test_find_name (fixture->page, "relations_note"));

  close_shape (fixture);
  dov_ui_test_close (fixture->window);
  show (fixture, dov_list_page_new (fixture->club->store, DOV_TYPE_FAMILY));
  again = dup_columns (fixture);
  g_assert_cmpstr (again, ==, moved);
  open_shape (fixture);
  dov_ui_test_click (dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, _("Usual columns")));
  dov_ui_test_settle ();
  back = dup_columns (fixture);
  g_assert_cmpstr (back, ==, usual);
  close_shape (fixture);
}

static void
test_pick (void)
{
  g_autoptr (GArray) all = dov_list_columns_list_all (DOV_TYPE_PERSON, NULL);
  static const struct
  {
    const char *names;
    const char *first;
    guint       n;
  } cases[] = {
    { "first_name,last_name", "first_name", 2 },
    { "first_name,first_name", "first_name", 1 },
    { "gone,phone", "phone", 1 },
    { "disability,sex", "sex", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) picked = dov_list_columns_pick (all, cases[i].names);

      g_assert_cmpuint (picked->len, ==, cases[i].n);
      g_assert_cmpstr (g_array_index (picked, DovTableColumn, 0).name, ==, cases[i].first);
      g_assert_true (g_array_index (picked, DovTableColumn, 0).is_bold);
    }
}

static void
test_views (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *name, *chips;
  g_autofree char *columns = NULL;

  show (fixture, dov_list_page_new (fixture->club->store, DOV_TYPE_FAMILY));
  dov_list_page_show_chip (DOV_LIST_PAGE (fixture->page), "=identified");
  open_shape (fixture);
  press_row (fixture, "children", GDK_KEY_Return, 0);
  name = dov_ui_test_find (fixture->page, GTK_TYPE_ENTRY, NULL);
  dov_ui_test_click (dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, _("Keep")));
  g_assert_true (dov_ui_test_says (fixture->page, _("Write what to call this view, such as “Large families of Sludka”.")));
  gtk_editable_set_text (GTK_EDITABLE (name), "Новые семьи");
  dov_ui_test_click (dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, _("Keep")));
  dov_ui_test_settle ();
  g_assert_cmpint (dov_store_count (fixture->club->store, DOV_TYPE_SAVED_VIEW, NULL, NULL), ==, 1);

  /* the usual columns again, then the view by its chip */
  open_shape (fixture);
  dov_ui_test_click (dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, _("Usual columns")));
  gtk_editable_set_text (GTK_EDITABLE (dov_ui_test_find (fixture->page, GTK_TYPE_ENTRY, NULL)), "Новые семьи");
  dov_ui_test_click (dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, _("Keep")));
  g_assert_true (dov_ui_test_says (fixture->page, "“Новые семьи”") || dov_ui_test_says (fixture->page, "«Новые семьи»"));
  close_shape (fixture);
  dov_list_page_show_chip (DOV_LIST_PAGE (fixture->page), "all");
  dov_ui_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (dov_table_view_get_model (get_table (fixture))), ==, 7);
  chips = dov_ui_test_find (fixture->page, DOV_TYPE_CHIPS, NULL);
  g_assert_true (dov_ui_test_says (chips, "Новые семьи"));
  dov_ui_test_click (dov_ui_test_find (chips, GTK_TYPE_TOGGLE_BUTTON, "Новые семьи"));
  dov_ui_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (dov_table_view_get_model (get_table (fixture))), ==, 1);
  columns = dup_columns (fixture);
  g_assert_null (strstr (columns, "children"));
  dov_ui_test_picture (fixture->page, "list-view-chip");

  /* removing it can be undone like everything else */
  g_assert_true (dov_store_undo (fixture->club->store, dov_store_get_last_operation (fixture->club->store), NULL));
  dov_ui_test_settle ();
  g_assert_false (dov_ui_test_says (chips, "Новые семьи"));
  g_assert_cmpuint (g_list_model_get_n_items (dov_table_view_get_model (get_table (fixture))), ==, 7);
}

static guint
count_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (dov_table_view_get_model (get_table (fixture)));
}

static guint
count_families (Fixture    *fixture,
                const char *where)
{
  DovQuery query = { .where = where };

  return (guint) dov_store_count (fixture->club->store, DOV_TYPE_FAMILY, &query, NULL);
}

/* What a chip says of this state is how many families it would show now. */
static void
assert_chip (Fixture    *fixture,
             const char *label,
             guint       n)
{
  GtkWidget *chip = dov_ui_test_find (dov_ui_test_find (fixture->page, DOV_TYPE_CHIPS, NULL), GTK_TYPE_TOGGLE_BUTTON, label);
  GtkWidget *count = gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (chip)));
  g_autofree char *shown = dov_number_to_shown (n);

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (count)), ==, shown);
}

/* Several things at once; the numbers are counted once more by other words. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  DovListFilter *filter;
  GtkWidget *narrow;
  guint n_sludka, n_years;
  g_autofree char *kept = NULL;

  show (fixture, dov_list_page_new (fixture->club->store, DOV_TYPE_FAMILY));
  narrow = dov_ui_test_find_tip (fixture->page, _("Category, village, age of the children, how long nobody came"));
  filter = DOV_LIST_FILTER (gtk_menu_button_get_popover (GTK_MENU_BUTTON (narrow)));
  g_assert_cmpuint (count_rows (fixture), ==, 7);

  n_sludka = count_families (fixture, "address LIKE '%Слудка%'");
  g_assert_cmpuint (n_sludka, >, 0);
  g_assert_cmpuint (n_sludka, <, 7);
  assert_chip (fixture, "На сопровождении", count_families (fixture, "case_status = 'active'"));
  dov_list_filter_take (filter, "village=Слудка");
  dov_ui_test_settle ();
  g_assert_cmpuint (count_rows (fixture), ==, n_sludka);
  assert_chip (fixture, "На сопровождении", count_families (fixture, "case_status = 'active' AND address LIKE '%Слудка%'"));
  assert_chip (fixture, C_("a filter", "All"), n_sludka);
  g_assert_cmpuint (count_families (fixture, "case_status = 'active' AND address LIKE '%Слудка%'"), !=,
                    count_families (fixture, "case_status = 'active'"));

  n_years = count_families (fixture, "address LIKE '%Слудка%' AND id IN (SELECT m.family_id FROM family_member m"
                                     " JOIN person p ON p.id = m.person_id WHERE 2027 - p.birth_year BETWEEN 14 AND 17)");
  dov_list_filter_take (filter, "village=Слудка;age=14-17");
  dov_ui_test_settle ();
  g_assert_cmpuint (count_rows (fixture), ==, n_years);
  dov_list_filter_take (filter, "age=7-13");
  dov_ui_test_settle ();
  g_assert_cmpuint (count_rows (fixture), ==, count_families (fixture, "id IN (SELECT m.family_id FROM family_member m"
    " JOIN person p ON p.id = m.person_id WHERE 2027 - p.birth_year BETWEEN 8 AND 13 OR p.birth_year = 2019)"));
  g_assert_cmpuint (count_rows (fixture), <, 7);
  dov_list_filter_take (filter, "village=Слудка;age=14-17");
  g_assert_cmpuint (dov_list_filter_count (filter), ==, 2);
  kept = dov_list_filter_dup_kept (filter);
  g_assert_cmpstr (kept, ==, "village=Слудка;age=14-17");

  /* Who came to nothing: more the shorter the time, and nobody who was marked this month. */
  dov_list_filter_take (filter, "silence=30");
  dov_ui_test_settle ();
  g_assert_cmpuint (count_rows (fixture), ==, count_families (fixture, "id NOT IN (SELECT m.family_id FROM family_member m,"
    " attendance a, event e WHERE a.person_id = m.person_id AND e.id = a.event_id AND e.starts_at > '2027-02-16'"
    " AND a.status IN ('checked_in', 'walk_in'))"));
  dov_list_filter_take (filter, "nobody=knows");
  dov_ui_test_settle ();
  g_assert_cmpuint (count_rows (fixture), ==, 7);
}

static void
read_cb (GObject      *clipboard,
         GAsyncResult *result,
         gpointer      text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_autofree char *heading = NULL;
  g_auto (GStrv) lines = NULL;

  dov_config_set_text ("columns-family", "family_name,children,phone", NULL);
  show (fixture, dov_list_page_new (fixture->club->store, DOV_TYPE_FAMILY));
  dov_table_view_select (get_table (fixture), 1, TRUE);
  dov_table_view_select (get_table (fixture), 3, FALSE);
  g_assert_true (gtk_widget_activate_action (fixture->page, "list.copy", NULL));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->page), NULL, read_cb, &text);
  WAIT_FOR (text != NULL);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);   /* heading, two rows, the end */
  heading = g_strdup_printf ("%s\t%s\t%s", _("Family"), _("Children"), _("Contact telephone"));
  g_assert_cmpstr (lines[0], ==, heading);
  g_assert_nonnull (strchr (lines[1], '\t'));
  g_assert_cmpstr (lines[1], !=, lines[2]);
  g_assert_cmpstr (lines[3], ==, "");
}

static GArray *
list_all (Fixture *fixture,
          GType    type)
{
  return dov_store_list (fixture->club->store, type, NULL, NULL);
}

static void
test_batch (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GArray) ids = list_all (fixture, DOV_TYPE_FAMILY);
  GtkWidget *which;
  GtkStringObject *label;
  guint at = 0;

  g_array_set_size (ids, 3);
  show (fixture, dov_batch_page_new (fixture->club->store, DOV_TYPE_FAMILY, ids, "3 families"));
  which = dov_ui_test_find (fixture->page, GTK_TYPE_DROP_DOWN, NULL);
  while ((label = g_list_model_get_item (gtk_drop_down_get_model (GTK_DROP_DOWN (which)), at)) != NULL &&
         g_strcmp0 (gtk_string_object_get_string (label), _("Rooms")) != 0)
    {
      g_object_unref (label);
      at++;
    }
  g_assert_nonnull (label);
  g_object_unref (label);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (which), at);
  dov_ui_test_settle ();
  gtk_editable_set_text (GTK_EDITABLE (dov_ui_test_find (fixture->page, GTK_TYPE_TEXT, NULL)), "4");
  dov_ui_test_picture (fixture->page, "batch");
  g_assert_true (dov_page_save (DOV_PAGE (fixture->page)));

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovRecord) family = dov_store_find (fixture->club->store, DOV_TYPE_FAMILY,
                                                     g_array_index (ids, gint64, i), NULL);

      g_assert_cmpint (DOV_FAMILY (family)->rooms, ==, 4);
    }
  g_assert_true (dov_store_undo (fixture->club->store, dov_store_get_last_operation (fixture->club->store), NULL));
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovRecord) family = dov_store_find (fixture->club->store, DOV_TYPE_FAMILY,
                                                     g_array_index (ids, gint64, i), NULL);

      g_assert_cmpint (DOV_FAMILY (family)->rooms, !=, 4);
    }
}

static GtkDropDown *
find_list (Fixture    *fixture,
           const char *heading)
{
  GtkWidget *caption = dov_ui_test_find (fixture->page, GTK_TYPE_LABEL, heading);

  g_assert_nonnull (caption);

  return GTK_DROP_DOWN (gtk_widget_get_next_sibling (caption));
}

static guint
count_pasted (Fixture *fixture)
{
  return g_list_model_get_n_items (dov_table_view_get_model (get_table (fixture)));
}

static void
show_pasted (Fixture    *fixture,
             GType       type,
             const char *text)
{
  g_autoptr (DovRecord) begun = dov_record_new (type, 0);

  show (fixture, dov_paste_page_new (fixture->club->store, begun, text));
}

/* What can be added is added, as many as the button says; what cannot stays, with the hand on it. */
static void
test_paste (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 before = dov_store_count (fixture->club->store, DOV_TYPE_PERSON, NULL, NULL);
  g_autofree char *one = g_strdup_printf (ngettext ("Add %u row", "Add %u rows", 1), 1);

  show_pasted (fixture, DOV_TYPE_PERSON, "Last name\tFirst name\tDate of birth\tРост\n"
                                         "Паклина\tАрина\t3.4.2015\t130\n"
                                         "Паклин\tЛев\t31.02.2013\t150\n"
                                         "\tИгорь\t5.6.2012\t155\n");
  g_assert_true (dov_ui_test_says (fixture->page, "3 ") && dov_ui_test_says (fixture->page, ", 2 "));
  g_assert_true (dov_ui_test_says (fixture->page, "2013"));
  g_assert_nonnull (dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, one));
  dov_ui_test_picture (fixture->page, "paste");
  dov_page_save (DOV_PAGE (fixture->page));
  g_assert_true (dov_ui_test_says (fixture->page, "“Рост”") || dov_ui_test_says (fixture->page, "«Рост»"));
  g_assert_cmpint (dov_store_count (fixture->club->store, DOV_TYPE_PERSON, NULL, NULL), ==, before);

  gtk_drop_down_set_selected (find_list (fixture, "Рост"), 1);
  dov_page_save (DOV_PAGE (fixture->page));
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_says (fixture->page, "Delete"));
  g_assert_cmpint (dov_store_count (fixture->club->store, DOV_TYPE_PERSON, NULL, NULL), ==, before + 1);
  g_assert_cmpuint (count_pasted (fixture), ==, 2);
  dov_ui_test_picture (fixture->page, "paste-refused");

  dov_ui_test_press (fixture->page, GDK_KEY_Delete, 0);
  dov_ui_test_settle ();
  g_assert_cmpuint (count_pasted (fixture), ==, 1);
  g_assert_true (dov_store_undo (fixture->club->store, dov_store_get_last_operation (fixture->club->store), NULL));
  g_assert_cmpint (dov_store_count (fixture->club->store, DOV_TYPE_PERSON, NULL, NULL), ==, before);
}

static const struct { const char *last, *first, *patronymic; int year; } namesakes[] = {
  { "Ямшанова", "Ольга", "Николаевна", 1980 }, { "Зуева", "Инна", "Петровна", 1981 },
  { "Кайсина", "Дарья", "Львовна", 1982 }, { "Суслова", "Вера", "Ильинична", 1983 },
  { "Мышкина", "Анна", "Олеговна", 1984 }, { "Паклина", "Яна", "Юрьевна", 1985 },
  { "Лазарева", "Нина", "Фёдоровна", 1986 }, { "Шмелёва", "Роза", "Марковна", 1987 },
};

static gint64
count_reasons (Fixture    *fixture,
               const char *reason)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(DISTINCT id) FROM main.audit WHERE what = 'accepted' AND was = 'V9'"
                                          " AND became = '%s'", reason);

  return dov_database_count (dov_store_get_database (fixture->club->store), sql, NULL);
}

/* Says what was asked, gives a reason and goes on. */
static void
give_reason (Fixture    *fixture,
             const char *reason)
{
  GtkWidget *notice = dov_ui_test_find (fixture->page, DOV_TYPE_NOTICE, NULL);

  g_assert_nonnull (notice);
  if (reason != NULL)
    dov_ui_test_type (dov_ui_test_find (notice, GTK_TYPE_ENTRY, NULL), reason);
  dov_ui_test_press (fixture->page, GDK_KEY_Return, 0);
  dov_ui_test_settle ();
}

/* What the columns go into is seen whole. */
static void
assert_whole (GtkWidget *page)
{
  GtkWidget *list = dov_ui_test_find (page, GTK_TYPE_DROP_DOWN, NULL);
  GtkWidget *scrolled = gtk_widget_get_ancestor (list, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (list, scrolled, &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (scrolled));
}

/* One reason holds for what was read with it, and stands in the history of each record: six different warnings are read
 * at once, and the rest is asked with the reason offered. */
static void
test_paste_reasons (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("Last name\tFirst name\tPatronymic\tDate of birth\n");
  gint64 before;

  for (guint i = 0; i < G_N_ELEMENTS (namesakes); i++)
    {
      dov_ui_fixture_add_person (fixture->club, namesakes[i].last, namesakes[i].first, namesakes[i].patronymic,
                                 namesakes[i].year);
      g_string_append_printf (text, "%s\t%s\t%s\t%02u.05.%d\n", namesakes[i].last, namesakes[i].first,
                              namesakes[i].patronymic, 11 + i, namesakes[i].year);
    }
  before = dov_store_count (fixture->club->store, DOV_TYPE_PERSON, NULL, NULL);
  show_pasted (fixture, DOV_TYPE_PERSON, text->str);
  dov_page_save (DOV_PAGE (fixture->page));
  dov_ui_test_settle ();
  g_assert_cmpuint (dov_ui_test_count (fixture->page, DOV_TYPE_NOTICE), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (namesakes); i++)
    {
      GtkWidget *notice = dov_ui_test_find (fixture->page, DOV_TYPE_NOTICE, NULL);

      g_assert_cmpint (dov_ui_test_says (notice, namesakes[i].last), ==, i < 6);
    }
  dov_ui_test_picture (fixture->page, "paste-reasons");
  dov_ui_test_set_text_size (150);
  dov_ui_test_resize (fixture->window, 1024, 600);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->window)), <=, 600);
  assert_whole (fixture->page);
  dov_ui_test_picture (fixture->page, "paste-reasons-150");
  dov_ui_test_resize (fixture->window, 1366, 768);
  dov_ui_test_set_text_size (100);

  give_reason (fixture, "тёзки из списка");
  g_assert_cmpint (dov_store_count (fixture->club->store, DOV_TYPE_PERSON, NULL, NULL), ==, before);
  for (guint i = 0; i < G_N_ELEMENTS (namesakes); i++)
    {
      GtkWidget *notice = dov_ui_test_find (fixture->page, DOV_TYPE_NOTICE, NULL);

      g_assert_cmpint (dov_ui_test_says (notice, namesakes[i].last), ==, i >= 6);
    }
  give_reason (fixture, NULL);
  g_assert_cmpint (dov_store_count (fixture->club->store, DOV_TYPE_PERSON, NULL, NULL), ==,
                   before + G_N_ELEMENTS (namesakes));
  g_assert_cmpint (count_reasons (fixture, "тёзки из списка"), ==, G_N_ELEMENTS (namesakes));
}

static gboolean
save_namesakes (DovStore  *store,
                gpointer   data,
                GError   **error)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_PERSON, 0);

      dov_set (DOV_PERSON (draft), last_name, namesakes[i].last);
      dov_set (DOV_PERSON (draft), first_name, namesakes[i].first);
      dov_set (DOV_PERSON (draft), patronymic, namesakes[i].patronymic);
      dov_set (DOV_PERSON (draft), birth_year, namesakes[i].year);
      if (!dov_store_save (store, draft, error))
        return FALSE;
    }

  return TRUE;
}

/* So it is with any deed: who is left out after reading the question is not saved with the others’ reason. */
static void
test_deed_reasons (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GArray) list = NULL;
  gint64 before;

  for (guint i = 0; i < 2; i++)
    dov_ui_fixture_add_person (fixture->club, namesakes[i].last, namesakes[i].first, namesakes[i].patronymic,
                               namesakes[i].year);
  before = dov_store_count (fixture->club->store, DOV_TYPE_PERSON, NULL, NULL);
  /* The page of one that is on support has a notice of its own. */
  list = dov_store_list (fixture->club->store, DOV_TYPE_FAMILY, &(DovQuery) { .where = "opened_on IS NULL" }, NULL);
  show (fixture, dov_rooms_open_record (fixture->club->store, DOV_TYPE_FAMILY, g_array_index (list, gint64, 0)));
  dov_deed_do (fixture->page, fixture->club->store, &(DovDeed) { .act = save_namesakes });
  dov_ui_test_settle ();
  for (guint i = 0; i < 2; i++)
    g_assert_true (dov_ui_test_says (dov_ui_test_find (fixture->page, DOV_TYPE_NOTICE, NULL), namesakes[i].last));
  dov_ui_test_picture (fixture->page, "deed-reasons");
  g_assert_cmpint (dov_store_count (fixture->club->store, DOV_TYPE_PERSON, NULL, NULL), ==, before);
  give_reason (fixture, "обе здесь");
  g_assert_cmpint (dov_store_count (fixture->club->store, DOV_TYPE_PERSON, NULL, NULL), ==, before + 2);
  g_assert_cmpint (count_reasons (fixture, "обе здесь"), ==, 2);
}

/* A title above, the whole name in one column, dates whose order must be asked: nothing is guessed, and what was
 * understood is shown. */
static void
test_paste_asks (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GtkWidget) orders = NULL;

  show_pasted (fixture, DOV_TYPE_PERSON, "Список детей\t\t\n"
                                         "№\tФИО\tDate of birth\n"
                                         "1\tПаклина Арина Игоревна\t3/4/2015\n"
                                         "2\tМышкин Лев Олегович\t5/6/2012\n");
  g_assert_true (dov_ui_test_says (fixture->page, "Паклина · Арина · Игоревна"));
  g_assert_cmpuint (count_pasted (fixture), ==, 2);
  g_assert_true (dov_ui_test_says (fixture->page, ", 2 "));
  dov_ui_test_picture (fixture->page, "paste-asks");
  dov_ui_test_resize (fixture->window, 1024, 600);
  dov_ui_test_picture (fixture->page, "paste-asks-small");
  dov_ui_test_resize (fixture->window, 1366, 768);

  orders = g_object_ref (gtk_widget_get_next_sibling (GTK_WIDGET (find_list (fixture, "Date of birth"))));
  g_assert_true (gtk_widget_get_visible (orders));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (orders), 2);
  g_assert_true (dov_ui_test_says (fixture->page, "4\u00a0марта 2015") || dov_ui_test_says (fixture->page, "4 March 2015"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (orders), 1);
  g_assert_true (dov_ui_test_says (fixture->page, "3\u00a0апреля 2015") || dov_ui_test_says (fixture->page, "3 April 2015"));

  /* One value that can be read only one way says it for the whole column. */
  show_pasted (fixture, DOV_TYPE_PERSON, "ФИО\tDate of birth\n"
                                         "Паклина Арина Игоревна\t3/4/2015\n"
                                         "Мышкин Лев Олегович\t7/30/2012\n");
  g_assert_true (dov_ui_test_says (fixture->page, "4\u00a0марта 2015") || dov_ui_test_says (fixture->page, "4 March 2015"));
  g_assert_true (dov_ui_test_says (fixture->page, "7/30/2012"));
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_next_sibling (GTK_WIDGET (find_list (fixture, "Date of birth")))));

  /* A heading in two rows, joined over columns. */
  show_pasted (fixture, DOV_TYPE_PERSON, "ФИО\tРодился\t\n"
                                         "\tдень\tгде\n"
                                         "Паклина Арина Игоревна\t3.4.2015\tСлудка\n");
  g_assert_cmpuint (count_pasted (fixture), ==, 1);
  g_assert_cmpuint (gtk_drop_down_get_selected (find_list (fixture, "Родился: день")), ==, 0);
}

/* One that is partly called so is offered, and taken only when somebody says so. */
static void
test_paste_offers (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GArray) lounges = dov_store_list (fixture->club->store, DOV_TYPE_LOUNGE, NULL, NULL);
  g_autofree char *lounge = dov_store_describe_id (fixture->club->store, DOV_TYPE_LOUNGE, g_array_index (lounges, gint64, 0));
  g_autofree char *part = g_utf8_substring (lounge, 0, 4);
  g_autofree char *text = g_strdup_printf ("Family name\tHome address\tType of family\tLounge\n"
                                           "Кокорины\tул. Речная, 7\tfull\t%s\n"
                                           "Морозовы\tул. Речная, 9\tother\t%s\n", part, part);
  g_autofree char *offer = g_strdup_printf (_("It is “%s”"), lounge);

  show_pasted (fixture, DOV_TYPE_FAMILY, text);
  g_assert_true (dov_ui_test_says (fixture->page, ", 2 "));
  dov_ui_test_picture (fixture->page, "paste-offers");
  dov_ui_test_click (dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, offer));
  g_assert_false (dov_ui_test_says (fixture->page, ", 2 "));
  g_assert_null (dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, offer));
}

/* However many columns there are, rows and verdict stay in view on the smallest screen. */
static void
test_paste_wide (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("ФИО");
  GtkWidget *remove = NULL;
  graphene_rect_t bounds;

  for (guint i = 0; i < 24; i++)
    g_string_append_printf (text, "\tСтолбец %u", i);
  g_string_append (text, "\nПаклина Арина Игоревна");
  for (guint i = 0; i < 24; i++)
    g_string_append_printf (text, "\t%u", i);
  show_pasted (fixture, DOV_TYPE_PERSON, text->str);
  dov_ui_test_resize (fixture->window, 1024, 600);
  dov_ui_test_settle ();
  dov_ui_test_picture (fixture->page, "paste-wide");
  remove = dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, _("_Take this row out"));
  g_assert_true (gtk_widget_compute_bounds (remove, GTK_WIDGET (fixture->window), &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, 600);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (get_table (fixture))), >, 80);
}

/* One column alone: under its heading it is understood; without one it is asked what it is, and nothing is added before. */
static void
test_paste_one_column (Fixture       *fixture,
                       gconstpointer  data)
{
  gint64 before = dov_store_count (fixture->club->store, DOV_TYPE_PERSON, NULL, NULL);

  show_pasted (fixture, DOV_TYPE_PERSON, "Паклина Арина Игоревна\nМышкин Лев Олегович\n");
  dov_page_save (DOV_PAGE (fixture->page));
  g_assert_cmpint (dov_store_count (fixture->club->store, DOV_TYPE_PERSON, NULL, NULL), ==, before);
  dov_ui_test_picture (fixture->page, "paste-one-column");

  show_pasted (fixture, DOV_TYPE_PERSON, "ФИО\nПаклина Арина Игоревна\nМышкин Лев Олегович\n");
  dov_page_save (DOV_PAGE (fixture->page));
  g_assert_cmpint (dov_store_count (fixture->club->store, DOV_TYPE_PERSON, NULL, NULL), ==, before + 2);
}

/* A long text is kept whole or refused with words; the verdict on it stays in view, also in large letters. */
static void
test_paste_long (Fixture       *fixture,
                 gconstpointer  data)
{
  DovQuery longest = { .where = "length (workplace) = 500" };
  g_autoptr (GString) text = g_string_new ("ФИО\tPlace of work or study\n");
  gint64 before = dov_store_count (fixture->club->store, DOV_TYPE_PERSON, NULL, NULL);
  g_autofree char *one = g_strdup_printf (ngettext ("Add %u row", "Add %u rows", 2), 2);
  GtkWidget *remove = NULL;
  graphene_rect_t bounds;

  for (guint i = 0; i < 3; i++)
    {
      static const char *const names[] = { "Паклина Арина Игоревна", "Мышкин Лев Олегович", "Зорин Пётр Ильич" };
      guint letters = i == 0 ? 210 : i == 1 ? 500 : 501;

      g_string_append_printf (text, "%s\t", names[i]);
      for (guint n = 0; n < letters; n++)
        g_string_append (text, n % 9 == 8 && n + 1 < letters ? " " : "ж");
      g_string_append_c (text, '\n');
    }
  show_pasted (fixture, DOV_TYPE_PERSON, text->str);
  g_assert_nonnull (dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, one));
  dov_table_view_select (get_table (fixture), 2, TRUE);
  dov_ui_test_set_text_size (150);
  dov_ui_test_resize (fixture->window, 1024, 600);
  dov_ui_test_settle ();
  dov_ui_test_picture (fixture->page, "paste-long");
  remove = dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, _("_Take this row out"));
  g_assert_true (gtk_widget_compute_bounds (remove, GTK_WIDGET (fixture->window), &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, 600);
  g_assert_true (dov_ui_test_says (fixture->page, "501"));
  dov_ui_test_set_text_size (100);

  dov_page_save (DOV_PAGE (fixture->page));
  g_assert_cmpint (dov_store_count (fixture->club->store, DOV_TYPE_PERSON, NULL, NULL), ==, before + 2);
  g_assert_cmpint (dov_store_count (fixture->club->store, DOV_TYPE_PERSON, &longest, NULL), ==, 1);
  g_assert_cmpuint (count_pasted (fixture), ==, 1);
}

/* A whole district: the button counts those that will be added, and those are added; the one that is refused stays. */
static void
test_paste_many (Fixture       *fixture,
                 gconstpointer  data)
{
  gint64 before = dov_store_count (fixture->club->store, DOV_TYPE_PERSON, NULL, NULL);
  g_autofree char *label = g_strdup_printf (ngettext ("Add %u row", "Add %u rows", 4999), 4999);
  g_autoptr (GString) text = g_string_new ("ФИО\tDate of birth\n");

  for (guint i = 0; i < 5000; i++)
    {
      g_string_append (text, "Ю");
      for (guint n = 0, rest = i; n < 4; n++, rest /= 20)
        g_string_append_unichar (text, 0x430 + rest % 20);
      g_string_append_printf (text, "ова Алла Ильинична\t%s\n", i == 2718 ? "31.02.1980" : "14.06.1980");
    }
  show_pasted (fixture, DOV_TYPE_PERSON, text->str);
  g_assert_nonnull (dov_ui_test_find (fixture->page, GTK_TYPE_BUTTON, label));
  dov_page_save (DOV_PAGE (fixture->page));
  dov_ui_test_settle ();
  g_assert_cmpint (dov_store_count (fixture->club->store, DOV_TYPE_PERSON, NULL, NULL), ==, before + 4999);
  g_assert_cmpuint (count_pasted (fixture), ==, 1);
  g_assert_true (dov_ui_test_says (fixture->page, "31.02.1980"));
}

/* Every list that can be copied is understood when it comes back. */
static void
test_paste_own_lists (Fixture       *fixture,
                      gconstpointer  data)
{
  guint n_types = 0, n_lists = 0;
  const GType *types = dov_registry_list (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      const DovListView *view = dov_list_view_find (types[i]);
      g_autoptr (GArray) all = dov_list_columns_list_all (types[i], view);
      g_autofree char *usual = dov_list_columns_dup_usual (types[i], view);
      g_autoptr (GArray) columns = view != NULL ? dov_list_columns_pick (all, usual) : g_array_ref (all);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) table = NULL;
      g_autoptr (GtkWidget) over = NULL;

      for (guint c = 0; c < columns->len; c++)
        {
          g_autofree char *heading = dov_list_columns_dup_heading (types[i], &g_array_index (columns, DovTableColumn, c));

          g_string_append_printf (text, "%s%s", c > 0 ? "\t" : "", heading);
        }
      g_string_append (text, "\nчто-то\n");
      table = dov_pasted_split (text->str);
      over = g_object_ref_sink (dov_paste_columns_new (types[i], table, NULL));
      g_test_message ("%s", dov_registry_class (types[i])->table);
      g_assert_cmpuint (dov_paste_columns_get_first_row (DOV_PASTE_COLUMNS (over)), ==, 1);
      for (guint c = 0; c < columns->len; c++)
        {
          const DovTableColumn *column = &g_array_index (columns, DovTableColumn, c);
          const DovField *field = dov_paste_columns_get_field (DOV_PASTE_COLUMNS (over), c);

          g_test_message ("%s", column->name);
          g_assert_true (dov_paste_columns_is_decided (DOV_PASTE_COLUMNS (over), c));
          g_assert_true (field == dov_record_class_find_field (dov_registry_class (types[i]), column->name));
        }
      n_lists++;
    }
  g_assert_cmpuint (n_lists, >, 20);
}

/* Families take numbers one after the other; one that is kept already asks for a reason. */
static void
test_paste_families (Fixture       *fixture,
                     gconstpointer  data)
{
  gint64 before = dov_store_count (fixture->club->store, DOV_TYPE_FAMILY, NULL, NULL);

  show_pasted (fixture, DOV_TYPE_FAMILY, "Family name\tHome address\tType of family\n"
                                         "Кокорины\tул. Речная, 7\tfull\n"
                                         "Морозовы\tул. Речная, 9\tother\n");
  dov_page_save (DOV_PAGE (fixture->page));
  g_assert_cmpint (dov_store_count (fixture->club->store, DOV_TYPE_FAMILY, NULL, NULL), ==, before + 2);
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);
  g_test_add_func ("/list/pick", test_pick);
  g_test_add ("/list/columns", Fixture, NULL, set_up, test_columns, tear_down);
  g_test_add ("/list/views", Fixture, NULL, set_up, test_views, tear_down);
  g_test_add ("/list/narrow", Fixture, NULL, set_up, test_narrow, tear_down);
  g_test_add ("/list/copy", Fixture, NULL, set_up, test_copy, tear_down);
  g_test_add ("/list/batch", Fixture, NULL, set_up, test_batch, tear_down);
  g_test_add ("/list/paste", Fixture, NULL, set_up, test_paste, tear_down);
  g_test_add ("/list/paste-reasons", Fixture, NULL, set_up, test_paste_reasons, tear_down);
  g_test_add ("/list/deed-reasons", Fixture, NULL, set_up, test_deed_reasons, tear_down);
  g_test_add ("/list/paste-asks", Fixture, NULL, set_up, test_paste_asks, tear_down);
  g_test_add ("/list/paste-offers", Fixture, NULL, set_up, test_paste_offers, tear_down);
  g_test_add ("/list/paste-one-column", Fixture, NULL, set_up, test_paste_one_column, tear_down);
  g_test_add ("/list/paste-long", Fixture, NULL, set_up, test_paste_long, tear_down);
  g_test_add ("/list/paste-many", Fixture, NULL, set_up, test_paste_many, tear_down);
  g_test_add ("/list/paste-wide", Fixture, NULL, set_up, test_paste_wide, tear_down);
  g_test_add ("/list/paste-own-lists", Fixture, NULL, set_up, test_paste_own_lists, tear_down);
  g_test_add ("/list/paste-families", Fixture, NULL, set_up, test_paste_families, tear_down);

  return g_test_run ();
}
