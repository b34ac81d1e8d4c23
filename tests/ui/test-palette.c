/* test-palette.c - Ctrl+K: anything by any fragment, by keyboard alone */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-palette.h"

#include <glib/gi18n.h>

#include "dov-distribution.h"
#include "dov-drive.h"
#include "dov-family-member.h"
#include "dov-family-page.h"
#include "dov-family.h"
#include "dov-finding.h"
#include "dov-item.h"
#include "dov-patrol-shift.h"
#include "dov-person.h"
#include "dov-seeker.h"
#include "dov-ui-fixture.h"
#include "dov-ui-patrol.h"
#include "dov-ui-stock.h"
#include "dov-ui-test.h"
#include "dov-visitor.h"
#include "dov-window.h"

typedef struct
{
  GPtrArray *findings;
  char      *meant;
  gboolean   is_done;
} Sought;

static void
found_cb (Sought    *sought,
          GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (sought->findings, dov_finding_ref (findings->pdata[i]));
}

static void
done_cb (Sought     *sought,
         const char *meant)
{
  sought->meant = g_strdup (meant);
  sought->is_done = TRUE;
}

/* All that is found, however long it takes. */
static GPtrArray *
look_up (DovStore    *store,
         const char  *typed,
         char       **meant)
{
  g_autoptr (DovSeeker) seeker = dov_seeker_new (store);
  Sought sought = { g_ptr_array_new_with_free_func ((GDestroyNotify) dov_finding_unref), NULL, FALSE };

  g_signal_connect_swapped (seeker, "found", G_CALLBACK (found_cb), &sought);
  g_signal_connect_swapped (seeker, "done", G_CALLBACK (done_cb), &sought);
  dov_seeker_seek (seeker, typed);
  WAIT_FOR (sought.is_done);
  *meant = sought.meant;

  return sought.findings;
}

static gboolean
finds (DovStore   *store,
       const char *typed,
       GType       type,
       const char *title)
{
  g_autofree char *meant = NULL;
  g_autoptr (GPtrArray) findings = look_up (store, typed, &meant);

  for (guint i = 0; i < findings->len; i++)
    {
      DovFinding *finding = findings->pdata[i];

      if (finding->type == type && finding->all == NULL && g_strcmp0 (finding->title, title) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
rename_person (DovStore   *store,
               const char *from,
               const char *to)
{
  DovQuery query = { .where = "last_name = ?1", .params = g_variant_new ("(s)", from) };
  g_autoptr (DovRecord) person = dov_store_find_first (store, DOV_TYPE_PERSON, &query, NULL);
  g_autoptr (DovRecord) draft = dov_record_dup (person);
  GDate today = dov_today ();
  g_autofree char *since = dov_date_to_iso (&today);
  g_autoptr (GError) error = NULL;

  dov_record_set_string (draft, "last_name", to);
  g_assert_true (dov_record_set_text (draft, dov_record_find_field (draft, "name_since"), since, NULL));
  dov_store_save (store, draft, &error);
  g_assert_no_error (error);
}

/* Any fragment, any case, ё or е, the words in any order, also by a child's name or by a former one. */
static void
test_find (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  static const struct
  {
    const char *typed;
    const char *title;
  } cases[] = {
    { "черем", "Черемисиновы" }, { "МИСИН", "Черемисиновы" }, { "елк", "Ёлкины" },       { "ёлки", "Ёлкины" },
    { "заречн", "Черемисиновы" }, { "017", "Ёлкины" },        { "бурец пест", "Пестовы-Загребины" },
    { "дарья", "Ёлкины" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].typed);
      g_assert_true (finds (fixture->store, cases[i].typed, DOV_TYPE_FAMILY, cases[i].title));
    }
  g_assert_true (finds (fixture->store, "русских", DOV_TYPE_PERSON, "Русских Елена Олеговна"));
  rename_person (fixture->store, "Русских", "Зотова");
  g_assert_true (finds (fixture->store, "русских", DOV_TYPE_PERSON, "Зотова Елена Олеговна"));
  g_assert_true (finds (fixture->store, "зо\u00adтова", DOV_TYPE_PERSON, "Зотова Елена Олеговна"));
  g_assert_false (finds (fixture->store, "яшмаков", DOV_TYPE_FAMILY, "Черемисиновы"));
}

/* The order of the door: the surname, the first name, the patronymic, the middle of a word. */
static void
test_order (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *meant = NULL;
  g_autoptr (GString) titles = g_string_new (NULL);

  dov_ui_fixture_add_person (fixture, "Аргольский", "Юлий", "", 1970);
  dov_ui_fixture_add_person (fixture, "Бажин", "Клим", "Гольдович", 1999);
  dov_ui_fixture_add_person (fixture, "Вьюнова", "Гольда", "Егоровна", 1983);
  dov_ui_fixture_add_person (fixture, "Гольдин", "Тарас", "Фёдорович", 1961);
  findings = look_up (fixture->store, "голь", &meant);
  for (guint i = 0; i < findings->len; i++)
    if (((DovFinding *) findings->pdata[i])->type == DOV_TYPE_PERSON)
      g_string_append_printf (titles, "%s|", ((DovFinding *) findings->pdata[i])->title);
  g_assert_cmpstr (titles->str, ==, "Гольдин Тарас Фёдорович|Вьюнова Гольда Егоровна|Бажин Клим Гольдович|Аргольский Юлий|");
}

/* Who is meant stands first: a family that goes by the name, or else the person, and below whose family that is. */
static void
test_person_first (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  g_autofree char *person = g_strdup_printf ("%" G_GINT64_FORMAT,
                                             dov_ui_fixture_add_person (fixture, "Юрлова", "Марфа", "Игнатьевна", 1957));
  g_autofree char *family = g_strdup_printf ("%" G_GINT64_FORMAT,
                                             dov_ui_fixture_add_family (fixture, "Щербинины", "3-2027/078", "д. Куршино",
                                                                        "active", 0));
  static const struct { const char *typed; GType (*first) (void); GType (*second) (void); } cases[] = {
    { "юрлов", dov_person_get_type, dov_family_get_type },
    { "щербин", dov_family_get_type, NULL },
    { "марф юрл", dov_person_get_type, dov_family_get_type },
  };

  dov_ui_fixture_save (fixture, DOV_TYPE_FAMILY_MEMBER, "family_id", family, "person_id", person, "kinship",
                       "grandmother", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *meant = NULL;
      g_autoptr (GPtrArray) findings = look_up (fixture->store, cases[i].typed, &meant);

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpuint (findings->len, >, cases[i].second != NULL ? 1 : 0);
      g_assert_true (((DovFinding *) findings->pdata[0])->type == cases[i].first ());
      if (cases[i].second != NULL)
        g_assert_true (((DovFinding *) findings->pdata[1])->type == cases[i].second ());
    }
}

static guint
count_of (DovStore   *store,
          const char *typed,
          GType       type)
{
  g_autofree char *meant = NULL;
  g_autoptr (GPtrArray) findings = look_up (store, typed, &meant);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += ((DovFinding *) findings->pdata[i])->type == type ? 1 : 0;

  return n;
}

/* Drives, things, what is lent and what a family was given; the last never while a visitor is near. */
static void
test_goods (void)
{
  g_autoptr (DovUiStock) stock = dov_ui_stock_new ();
  DovStore *store = stock->club->store;

  dov_ui_stock_receive (stock, stock->potatoes, "9", "");
  dov_ui_stock_hand_out (stock, stock->family, stock->mother, stock->potatoes, 0, "2", TRUE);
  g_assert_true (finds (store, "урожа", DOV_TYPE_DRIVE, "Поделись урожаем"));
  g_assert_cmpuint (count_of (store, "картоф", DOV_TYPE_ITEM), ==, 1);
  g_assert_cmpuint (count_of (store, "коляс", DOV_TYPE_ITEM), ==, 1);
  g_assert_cmpuint (count_of (store, "черем", DOV_TYPE_DISTRIBUTION), >=, 1);
  g_assert_cmpuint (count_of (store, "яшмак", DOV_TYPE_DISTRIBUTION), ==, 0);

  dov_visitor_set_near (TRUE);
  g_assert_cmpuint (count_of (store, "черем", DOV_TYPE_DISTRIBUTION), ==, 0);
  g_assert_cmpuint (count_of (store, "черем", DOV_TYPE_FAMILY), ==, 1);
  dov_visitor_set_near (FALSE);
}

/* A shift by its day, and by who walks; the latest stands first. */
static void
test_shifts (void)
{
  g_autoptr (DovUiPatrol) patrol = dov_ui_patrol_new ();
  DovStore *store = patrol->club->store;
  g_autofree char *meant = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GDateTime) before = NULL;
  guint n = 0;

  g_assert_cmpuint (count_of (store, "13.03.2027", DOV_TYPE_PATROL_SHIFT), ==, 1);
  g_assert_cmpuint (count_of (store, "14.03.2027", DOV_TYPE_PATROL_SHIFT), ==, 0);
  findings = look_up (store, "суслоп", &meant);
  for (guint i = 0; i < findings->len; i++)
    {
      DovFinding *finding = findings->pdata[i];
      g_autoptr (DovRecord) shift = NULL;

      if (finding->type != DOV_TYPE_PATROL_SHIFT || finding->all != NULL)
        continue;
      shift = dov_store_find (store, finding->type, finding->id, NULL);
      if (before != NULL)
        g_assert_cmpint (g_date_time_compare (before, DOV_PATROL_SHIFT (shift)->starts_at), >=, 0);
      g_clear_pointer (&before, g_date_time_unref);
      before = g_date_time_ref (DOV_PATROL_SHIFT (shift)->starts_at);
      n++;
    }
  g_assert_cmpuint (n, >=, 2);
}

/* Typed with the keyboard in the Latin layout: found all the same, and said so. */
static void
test_layout (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  GtkWidget *palette;

  dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>k");
  palette = dov_ui_test_find (GTK_WIDGET (window), DOV_TYPE_PALETTE, NULL);
  dov_ui_test_type (palette, "xthtv");
  WAIT_FOR (dov_ui_test_says (palette, "Черемисиновы"));
  /* What was meant is said when all was looked through, after the first that is found. */
  WAIT_FOR (dov_ui_test_says (palette, "«черем»") || dov_ui_test_says (palette, "“черем”"));
  dov_ui_test_picture (GTK_WIDGET (window), "palette-layout");
  dov_ui_test_close (GTK_WINDOW (window));
}

/* Ctrl+K, some letters, Enter: the family is open. Esc closes and gives the keyboard back. */
static void
test_keyboard (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  GtkWidget *before;
  GtkWidget *palette;

  dov_ui_test_settle ();
  before = dov_ui_test_get_focus (GTK_WIDGET (window));
  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>k"));
  palette = dov_ui_test_find (GTK_WIDGET (window), DOV_TYPE_PALETTE, NULL);
  g_assert_nonnull (palette);
  g_assert_true (gtk_widget_is_ancestor (dov_ui_test_get_focus (GTK_WIDGET (window)), palette));
  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "Escape"));
  g_assert_null (dov_ui_test_find (GTK_WIDGET (window), DOV_TYPE_PALETTE, NULL));
  g_assert_true (dov_ui_test_get_focus (GTK_WIDGET (window)) == before);

  dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>k");
  dov_ui_test_type (palette, "ёлкин");
  g_assert_true (dov_ui_test_press_accel (GTK_WIDGET (window), "Return"));
  WAIT_FOR (dov_ui_test_find (GTK_WIDGET (window), DOV_TYPE_PALETTE, NULL) == NULL);
  g_assert_true (dov_ui_test_is_of (dov_window_get_page (window), DOV_TYPE_FAMILY));
  g_assert_true (dov_ui_test_says (GTK_WIDGET (dov_window_get_page (window)), "Ёлкины"));
  dov_ui_test_close (GTK_WINDOW (window));
}

/* A document is found by a part of its title, and opens among the reports. */
static void
test_documents (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  GtkWidget *palette;

  dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>k");
  palette = dov_ui_test_find (GTK_WIDGET (window), DOV_TYPE_PALETTE, NULL);
  dov_ui_test_type (palette, "журнал учета");
  WAIT_FOR (dov_ui_test_says (palette, _("Documents")));
  dov_ui_test_picture (GTK_WIDGET (window), "palette-documents");
  dov_ui_test_press_accel (GTK_WIDGET (window), "Return");
  WAIT_FOR (g_str_equal (dov_page_get_section (dov_window_get_page (window)), "reports"));
  dov_ui_test_close (GTK_WINDOW (window));
}

/* Sections and things to do are found too; arrows choose. */
static void
test_commands (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  GtkWidget *palette;
  GtkWidget *list;
  g_autofree char *part = g_utf8_substring (_("Bin"), 1, g_utf8_strlen (_("Bin"), -1));

  dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>k");
  palette = dov_ui_test_find (GTK_WIDGET (window), DOV_TYPE_PALETTE, NULL);
  list = dov_ui_test_find (palette, GTK_TYPE_LIST_BOX, NULL);
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (GTK_LIST_BOX (list))), ==, 0);
  dov_ui_test_press_accel (GTK_WIDGET (window), "Down");
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (GTK_LIST_BOX (list))), ==, 1);
  dov_ui_test_press_accel (GTK_WIDGET (window), "Up");
  dov_ui_test_press_accel (GTK_WIDGET (window), "Up");
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (GTK_LIST_BOX (list))), ==, 0);

  dov_ui_test_type (palette, part);
  dov_ui_test_press_accel (GTK_WIDGET (window), "Return");
  WAIT_FOR (g_str_equal (dov_page_get_section (dov_window_get_page (window)), "bin"));
  dov_ui_test_close (GTK_WINDOW (window));
}

/* However many are found, only some lines are made, and a way to all. */
static void
test_many (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  g_autofree char *meant = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  DovFinding *last;

  dov_ui_fixture_add_many (fixture, 20000);
  findings = look_up (fixture->store, "тест", &meant);
  g_assert_cmpuint (findings->len, <, 60);
  last = NULL;
  for (guint i = 0; i < findings->len; i++)
    if (((DovFinding *) findings->pdata[i])->all != NULL
        && ((DovFinding *) findings->pdata[i])->type == DOV_TYPE_PERSON)
      last = findings->pdata[i];
  g_assert_nonnull (last);
  g_assert_cmpuint (last->all->len, >, 1000);
}

/* One letter after the other, and nobody waits for what the last one finds. */
static void
type_in_a_hurry (GtkWidget  *palette,
                 const char *text)
{
  GtkEditable *field = GTK_EDITABLE (dov_ui_test_find (palette, GTK_TYPE_TEXT, NULL));

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      int position = -1;

      gtk_editable_insert_text (field, c, g_utf8_next_char (c) - c, &position);
      g_main_context_iteration (NULL, FALSE);
    }
}

static char *
dup_rows (GtkWidget *palette)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  GtkWidget *list = dov_ui_test_find (palette, GTK_TYPE_LIST_BOX, NULL);
  GtkListBoxRow *row;

  for (int i = 0; list != NULL && (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i)) != NULL; i++)
    {
      GtkWidget *title = dov_ui_test_find (GTK_WIDGET (row), GTK_TYPE_LABEL, NULL);

      g_string_append_printf (rows, "%s\n", gtk_label_get_label (GTK_LABEL (title)));
    }

  return g_string_free (g_steal_pointer (&rows), FALSE);
}

static char *
dup_expected (DovStore   *store,
              const char *typed)
{
  g_autofree char *meant = NULL;
  g_autoptr (GPtrArray) findings = look_up (store, typed, &meant);
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (rows, "%s\n", ((DovFinding *) findings->pdata[i])->title);

  return g_string_free (g_steal_pointer (&rows), FALSE);
}

static gboolean
shows (GtkWidget  *palette,
       const char *expected)
{
  g_autofree char *rows = dup_rows (palette);

  return g_str_equal (rows, expected);
}

/* However fast the hand, in the end there stands what a slow one finds, and stays. */
static void
test_hurry (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  static const char *const typed[] = { "тестов1234", "ёлкины", "ничего такого", "р" };
  DovWindow *window;
  GtkWidget *palette;

  dov_ui_fixture_add_many (fixture, 20000);
  window = dov_ui_fixture_open_window (fixture);
  dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>k");
  palette = dov_ui_test_find (GTK_WIDGET (window), DOV_TYPE_PALETTE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autofree char *expected = dup_expected (fixture->store, typed[i]);

      dov_ui_test_type (palette, "");
      type_in_a_hurry (palette, typed[i]);
      WAIT_FOR (shows (palette, expected));
      dov_ui_test_settle ();
      g_assert_true (shows (palette, expected));
    }
  dov_ui_test_close (GTK_WINDOW (window));
}

/* Enter before anything was found opens what will be found first; another letter takes it back. */
static void
test_early_enter (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window;
  GtkWidget *palette;

  dov_ui_fixture_add_many (fixture, 20000);
  window = dov_ui_fixture_open_window (fixture);
  dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>k");
  palette = dov_ui_test_find (GTK_WIDGET (window), DOV_TYPE_PALETTE, NULL);
  type_in_a_hurry (palette, "чере");
  dov_ui_test_strike (GTK_WIDGET (window), "Return");
  type_in_a_hurry (palette, "м");
  dov_ui_test_settle ();
  g_assert_true (gtk_widget_get_visible (palette));

  dov_ui_test_type (palette, "");
  type_in_a_hurry (palette, "ёлкин");
  dov_ui_test_strike (GTK_WIDGET (window), "Return");
  WAIT_FOR (dov_ui_test_is_of (dov_window_get_page (window), DOV_TYPE_FAMILY));
  g_assert_false (gtk_widget_get_visible (palette));
  g_assert_true (dov_ui_test_says (GTK_WIDGET (dov_window_get_page (window)), "Ёлкины"));
  dov_ui_test_close (GTK_WINDOW (window));
}

static gboolean
has_log (DovUiFixture *fixture)
{
  g_autofree char *log = g_strconcat (dov_store_get_path (fixture->store), "-wal", NULL);

  return g_file_test (log, G_FILE_TEST_EXISTS);
}

/* Closed while it looks: nothing comes afterwards, and nothing holds the file. */
static void
test_close_while_seeking (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window;
  GtkWidget *palette;

  dov_ui_fixture_add_many (fixture, 20000);
  window = dov_ui_fixture_open_window (fixture);
  dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>k");
  palette = dov_ui_test_find (GTK_WIDGET (window), DOV_TYPE_PALETTE, NULL);
  type_in_a_hurry (palette, "тест");
  dov_ui_test_strike (GTK_WIDGET (window), "Escape");
  g_assert_false (gtk_widget_get_visible (palette));
  dov_ui_test_settle ();
  g_assert_false (dov_ui_test_says (palette, "Тестов1 Пётр"));

  /* The file is closed under it, as when another is opened. */
  dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>k");
  type_in_a_hurry (palette, "тест");
  g_assert_true (has_log (fixture));
  dov_window_set_store (window, NULL);
  g_assert_false (gtk_widget_get_visible (palette));
  g_assert_true (dov_store_close (fixture->store, NULL));
  g_assert_false (has_log (fixture));
  dov_ui_test_settle ();
  dov_ui_test_close (GTK_WINDOW (window));
}

/* What is saved while the palette is open is found by the next letter. */
static void
test_saved_meanwhile (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_PERSON, 0);
  g_autoptr (GError) error = NULL;
  GtkWidget *palette;

  dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>k");
  palette = dov_ui_test_find (GTK_WIDGET (window), DOV_TYPE_PALETTE, NULL);
  dov_ui_test_type (palette, "вяткин");
  WAIT_FOR (dov_ui_test_says (palette, _("Nothing was found. A part of the word is enough: “cher” or “2014”.")));
  dov_record_set_string (draft, "last_name", "Вяткина");
  dov_record_set_string (draft, "first_name", "Зоя");
  dov_store_save (fixture->store, draft, &error);
  g_assert_no_error (error);
  type_in_a_hurry (palette, "а");
  WAIT_FOR (dov_ui_test_says (palette, "Вяткина Зоя"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  dov_ui_test_type (palette, "вяткин");
  WAIT_FOR (dov_ui_test_says (palette, _("Nothing was found. A part of the word is enough: “cher” or “2014”.")));
  dov_ui_test_close (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add_func ("/palette/find", test_find);
  g_test_add_func ("/palette/order", test_order);
  g_test_add_func ("/palette/person-first", test_person_first);
  g_test_add_func ("/palette/goods", test_goods);
  g_test_add_func ("/palette/shifts", test_shifts);
  g_test_add_func ("/palette/layout", test_layout);
  g_test_add_func ("/palette/keyboard", test_keyboard);
  g_test_add_func ("/palette/documents", test_documents);
  g_test_add_func ("/palette/commands", test_commands);
  g_test_add_func ("/palette/many", test_many);
  g_test_add_func ("/palette/hurry", test_hurry);
  g_test_add_func ("/palette/early-enter", test_early_enter);
  g_test_add_func ("/palette/close-while-seeking", test_close_while_seeking);
  g_test_add_func ("/palette/saved-meanwhile", test_saved_meanwhile);

  return g_test_run ();
}
