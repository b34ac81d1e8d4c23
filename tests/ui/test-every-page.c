/* test-every-page.c - every kind of record of the demo data opens, is listed, and can be begun */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-form.h"
#include "dov-go.h"
#include "dov-window.h"

#include "dov-registry.h"
#include "dov-rooms.h"
#include "dov-ui-demo.h"
#include "dov-ui-test.h"
#include "dov-visitor.h"

static char *path;

static DovWindow *
open_window (DovStoreFlags flags)
{
  g_autoptr (DovStore) store = dov_ui_demo_open (path, flags);
  DovWindow *window = dov_window_new (NULL);

  dov_window_set_store (window, store);
  dov_ui_test_show (GTK_WIDGET (window));
  dov_ui_test_resize (GTK_WINDOW (window), 1366, 768);

  return window;
}

/* Some records of each kind, from the first to the last; each page is left again. */
static void
open_some (DovWindow *window,
           guint      n_of_a_kind)
{
  DovStore *store = dov_shell_get_store (DOV_SHELL (window));
  guint n_types;
  const GType *types = dov_registry_list (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (GArray) ids = dov_store_list (store, types[i], NULL, NULL);
      guint step = MAX ((ids->len + n_of_a_kind - 1) / n_of_a_kind, 1);

      g_test_message ("%s", dov_registry_class (types[i])->table);
      for (guint n = 0; n < ids->len; n += step)
        {
          dov_go_record (window, types[i], g_array_index (ids, gint64, n));
          dov_ui_test_settle ();
          dov_go_back (window);
        }
    }
}

static void
test_records (void)
{
  DovWindow *window = open_window (0);

  open_some (window, 2);
  dov_ui_test_close (GTK_WINDOW (window));
}

/* What hides itself while a visitor is near hides without a warning. */
static void
test_visitor (void)
{
  DovWindow *window = open_window (0);

  dov_visitor_set_near (TRUE);
  open_some (window, 1);
  dov_visitor_set_near (FALSE);
  dov_ui_test_close (GTK_WINDOW (window));
}

/* ---- the keyboard while a visitor is near ---- */

/* So often Tab is pressed on a page: past the head of every one. */
#define SOME_PLACES 12

/* The keyboard stands nowhere, or where a person sees it. */
static void
assert_seen (DovWindow *window)
{
  GtkWidget *focus = dov_ui_test_get_focus (GTK_WIDGET (window));
  GtkWidget *page = GTK_WIDGET (dov_window_get_page (window));

  if (focus == NULL)
    return;
  if (!gtk_widget_get_mapped (focus))
    g_error ("%s: the keyboard is in a hidden %s (%s)", G_OBJECT_TYPE_NAME (page), G_OBJECT_TYPE_NAME (focus),
             gtk_widget_get_name (focus));
  if (!dov_page_is_for_visitors (DOV_PAGE (page)))
    g_assert_false (gtk_widget_is_ancestor (focus, page));
}

static void
press (DovWindow  *window,
       const char *key)
{
  dov_ui_test_press_accel (GTK_WIDGET (window), key);
}

static void
press_tab (DovWindow *window)
{
  dov_ui_test_strike (GTK_WIDGET (window), "Tab");
}

/* What Enter or Space does at once, it does not uncover anything. */
static void
try_entering (DovWindow *window)
{
  static const char *const keys[] = { "Return", "space" };
  DovPage *page = dov_window_get_page (window);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      press (window, "F9");
      press (window, keys[i]);
      g_assert_true (dov_visitor_is_near ());
      assert_seen (window);
      press (window, "Escape");
      dov_visitor_set_near (FALSE);
      if (dov_window_get_page (window) != page)
        return;
    }
}

/* F9 in the middle of the page: what a hand does next reaches nothing that is hidden, and uncovers nothing. */
static void
try_keyboard (DovWindow  *window,
              const char *name,
              gboolean    enters)
{
  DovPage *page = dov_window_get_page (window);
  GtkWidget *focus;

  g_test_message ("%s", name);
  for (guint i = 0; i < 3; i++)
    press_tab (window);
  focus = dov_ui_test_get_focus (GTK_WIDGET (window));
  press (window, "F9");
  g_assert_true (dov_visitor_is_near ());
  assert_seen (window);

  /* Who goes leaves the keyboard where it was. */
  dov_visitor_set_near (FALSE);
  g_assert_true (dov_window_get_page (window) == page);
  if (!dov_page_is_for_visitors (page) && gtk_widget_is_ancestor (focus, GTK_WIDGET (page)))
    g_assert_true (dov_ui_test_get_focus (GTK_WIDGET (window)) == focus);

  dov_visitor_set_near (TRUE);
  for (guint i = 0; i < SOME_PLACES; i++)
    {
      press_tab (window);
      assert_seen (window);
    }
  press (window, "F9");
  g_assert_false (dov_visitor_is_near ());
  if (enters)
    try_entering (window);
}

static void
test_keyboard_of_sections (void)
{
  DovWindow *window = open_window (0);
  guint n_sections;
  const DovRoom *sections = dov_rooms_list_sections (&n_sections);

  for (guint i = 0; i < n_sections; i++)
    {
      dov_window_show_section (window, sections[i].name);
      dov_ui_test_settle ();
      try_keyboard (window, sections[i].name, TRUE);
    }
  dov_ui_test_close (GTK_WINDOW (window));
}

static void
test_keyboard_of_records (void)
{
  DovWindow *window = open_window (0);
  DovStore *store = dov_shell_get_store (DOV_SHELL (window));
  guint n_types;
  const GType *types = dov_registry_list (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (GArray) ids = dov_store_list (store, types[i], NULL, NULL);

      if (ids->len == 0)
        continue;
      dov_window_show_section (window, "today");
      dov_go_record (window, types[i], g_array_index (ids, gint64, 0));
      dov_ui_test_settle ();
      try_keyboard (window, dov_registry_class (types[i])->table,
                    dov_page_is_for_visitors (dov_window_get_page (window)));
    }
  dov_ui_test_close (GTK_WINDOW (window));
}

static void
test_keyboard_of_forms (void)
{
  DovWindow *window = open_window (0);
  guint n_types;
  const GType *types = dov_registry_list (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (DovRecord) draft = dov_record_new (types[i], 0);

      dov_window_show_section (window, "today");
      dov_go_form (window, draft);
      dov_ui_test_settle ();
      try_keyboard (window, dov_registry_class (types[i])->table,
                    dov_page_is_for_visitors (dov_window_get_page (window)));
    }
  dov_ui_test_close (GTK_WINDOW (window));
}

static void
check_width (DovWindow  *window,
             const char *name)
{
  int least;

  dov_ui_test_settle ();
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (least <= 1024)
    return;
  g_test_message ("%s is %d wide", name, least);
  g_test_fail ();
}

/* At twice the size of text no page is wider than a small screen: nothing stands past its edge. */
static void
test_large_text (void)
{
  DovWindow *window = open_window (0);
  DovStore *store = dov_shell_get_store (DOV_SHELL (window));
  guint n_sections, n_types;
  const DovRoom *sections = dov_rooms_list_sections (&n_sections);
  const GType *types = dov_registry_list (&n_types);

  dov_ui_test_set_text_size (200);
  for (guint i = 0; i < n_sections; i++)
    {
      dov_window_show_section (window, sections[i].name);
      check_width (window, sections[i].name);
    }
  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (GArray) ids = dov_store_list (store, types[i], NULL, NULL);

      if (ids->len == 0)
        continue;
      dov_go_record (window, types[i], g_array_index (ids, gint64, ids->len / 2));
      check_width (window, dov_registry_class (types[i])->table);
      dov_go_back (window);
    }
  dov_ui_test_set_text_size (100);
  dov_ui_test_close (GTK_WINDOW (window));
}

/* A file that is open to look only: all is shown, nothing new is begun. */
static void
test_looking (void)
{
  DovWindow *window = open_window (DOV_STORE_READ_ONLY);
  g_autoptr (DovRecord) draft = dov_record_new (dov_registry_find ("drive"), 0);
  DovPage *before;

  open_some (window, 1);
  before = dov_window_get_page (window);
  dov_go_form (window, draft);
  g_assert_true (dov_window_get_page (window) == before);
  dov_ui_test_close (GTK_WINDOW (window));
}

static void
test_lists (void)
{
  DovWindow *window = open_window (0);
  DovStore *store = dov_shell_get_store (DOV_SHELL (window));
  guint n_types;
  const GType *types = dov_registry_list (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_test_message ("%s", dov_registry_class (types[i])->table);
      dov_go_to (window, dov_rooms_open_list (store, types[i]));
      dov_ui_test_settle ();
      dov_go_back (window);
    }
  dov_ui_test_close (GTK_WINDOW (window));
}

static guint
count_drafts (DovWindow *window)
{
  g_autoptr (GPtrArray) drafts = dov_store_list_drafts (dov_shell_get_store (DOV_SHELL (window)), NULL);

  return drafts->len;
}

/* The first field that takes letters. */
static GtkWidget *
find_field (GtkWidget *page)
{
  GtkWidget *field = dov_ui_test_find (page, GTK_TYPE_TEXT, NULL);

  return field != NULL && gtk_widget_is_sensitive (field) && gtk_editable_get_editable (GTK_EDITABLE (field)) ? field : NULL;
}

/* A form that was only looked at, or from which all is taken back, is not an unfinished one; one letter makes it that,
 * and it is called by its name or its kind. */
static void
test_forms (void)
{
  DovWindow *window = open_window (0);
  guint n_types, n_begun = 0;
  const GType *types = dov_registry_list (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (DovRecord) draft = dov_record_new (types[i], 0);
      GtkWidget *field;

      g_test_message ("%s", dov_registry_class (types[i])->table);
      dov_go_form (window, draft);
      dov_ui_test_settle ();
      dov_go_back (window);
      g_assert_cmpuint (count_drafts (window), ==, 0);

      dov_go_form (window, draft);
      dov_ui_test_settle ();
      field = find_field (GTK_WIDGET (dov_window_get_page (window)));
      if (field != NULL)
        {
          g_autofree char *before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (field)));

          dov_ui_test_type (field, "ю");
          dov_ui_test_type (field, before);
        }
      dov_go_back (window);
      g_assert_cmpuint (count_drafts (window), ==, 0);

      dov_go_form (window, draft);
      dov_ui_test_settle ();
      field = find_field (GTK_WIDGET (dov_window_get_page (window)));
      if (field != NULL)
        {
          g_autoptr (GPtrArray) drafts = NULL;

          dov_ui_test_type (field, "ю");
          dov_go_back (window);
          drafts = dov_store_list_drafts (dov_shell_get_store (DOV_SHELL (window)), NULL);
          g_test_message ("%s", drafts->len > 0 ? ((DovDraft *) drafts->pdata[0])->words : "nothing is kept");
          if (drafts->len == 0)
            continue;
          /* Taken up again and emptied by hand it is none any more. */
          n_begun++;
          dov_go_draft (window, ((DovDraft *) drafts->pdata[0])->number);
          dov_ui_test_settle ();
          field = find_field (GTK_WIDGET (dov_window_get_page (window)));
          dov_ui_test_type (field, "");
          dov_go_back (window);
          g_assert_cmpuint (count_drafts (window), ==, 0);
        }
      else
        dov_go_back (window);
    }
  g_assert_cmpuint (n_begun, >, 25);
  dov_ui_test_close (GTK_WINDOW (window));
}

/* Something that can stand in a field. */
static void
put_in (DovStore       *store,
        DovRecord      *draft,
        const DovField *field)
{
  static const char *const texts[] = {
    [DOV_KIND_TEXT] = "Юла", [DOV_KIND_NOTE] = "Юла", [DOV_KIND_NUMBER] = "7", [DOV_KIND_QUANTITY] = "7",
    [DOV_KIND_MONEY] = "7", [DOV_KIND_FLAG] = "1", [DOV_KIND_DATE] = "2027-03-02", [DOV_KIND_TIME] = "10:20",
    [DOV_KIND_MOMENT] = "2027-03-02T10:20",
  };

  if (field->kind == DOV_KIND_LINK)
    {
      g_autoptr (GArray) ids = dov_store_list (store, field->target (), NULL, NULL);

      dov_record_set_number (draft, field->name, ids->len > 0 ? g_array_index (ids, gint64, 0) : 0);
    }
  else if (field->kind < G_N_ELEMENTS (texts))
    {
      dov_record_set_text (draft, field, texts[field->kind], NULL);
    }
}

/* What an unfinished form is called says something at both ends, and has no hole where a field is empty. */
static gboolean
has_gap (const char *words)
{
  return g_regex_match_simple ("^$|^[\\s,.:;·›—–(-]|[\\s,:;·›—–№(-]$|\\s\\s|«\\s*»|\\(\\s*\\)|№\\s*(от|$|,)|"
                               "(^|\\s)от(\\s*,|$)|[,:;·]\\s*[,:;·]", words, 0, 0);
}

/* Whatever alone is filled in: the unfinished form says what it is and since when, without gaps; emptied again it goes. */
static void
test_drafts (void)
{
  DovWindow *window = open_window (0);
  DovStore *store = dov_shell_get_store (DOV_SHELL (window));
  guint n_types, n_kept = 0;
  const GType *types = dov_registry_list (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      DovRecordClass *klass = dov_registry_class (types[i]);
      g_autoptr (DovRecord) blank = dov_record_new (types[i], 0);
      GtkWidget *form;

      dov_go_form (window, blank);
      dov_ui_test_settle ();
      form = dov_ui_test_find (GTK_WIDGET (dov_window_get_page (window)), DOV_TYPE_FORM, NULL);
      for (guint n = 0; form != NULL && n < klass->n_fields; n++)
        {
          DovRecord *draft = dov_form_get_draft (DOV_FORM (form));
          const DovField *field = dov_record_find_field (draft, klass->fields[n].name);
          DovFieldRow *row = field != NULL ? dov_form_find_row (DOV_FORM (form), field->name) : NULL;
          g_autofree char *before = row != NULL ? dov_record_dup_text (draft, field) : NULL;
          g_autoptr (GPtrArray) drafts = NULL;

          if (row == NULL || !dov_record_is_empty (draft, field))
            continue;
          put_in (store, draft, field);
          dov_field_row_show (row);
          dov_field_row_edited (row);
          dov_form_keep (DOV_FORM (form));
          drafts = dov_store_list_drafts (store, NULL);
          if (drafts->len > 0)
            {
              const DovDraft *kept = drafts->pdata[0];

              g_test_message ("%s.%s: “%s”", klass->table, field->name, kept->words);
              g_assert_false (has_gap (kept->words));
              g_assert_nonnull (kept->at);
              n_kept++;
            }
          dov_record_set_text (draft, field, before, NULL);
          dov_field_row_show (row);
          dov_field_row_edited (row);
          dov_form_keep (DOV_FORM (form));
        }
      dov_go_back (window);
    }
  g_assert_cmpuint (n_kept, >, 200);
  dov_ui_test_close (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  int failed;

  dov_ui_test_init (&argc, &argv);
  path = dov_ui_demo_copy (DOV_UI_DEMO_WEDNESDAY);

  g_test_add_func ("/every/record", test_records);
  g_test_add_func ("/every/visitor", test_visitor);
  g_test_add_func ("/every/keyboard/sections", test_keyboard_of_sections);
  g_test_add_func ("/every/keyboard/records", test_keyboard_of_records);
  g_test_add_func ("/every/keyboard/forms", test_keyboard_of_forms);
  g_test_add_func ("/every/large-text", test_large_text);
  g_test_add_func ("/every/looking", test_looking);
  g_test_add_func ("/every/list", test_lists);
  g_test_add_func ("/every/form", test_forms);
  g_test_add_func ("/every/draft", test_drafts);

  failed = g_test_run ();
  g_free (path);

  return failed;
}
