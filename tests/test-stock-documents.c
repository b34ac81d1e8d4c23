/* test-stock-documents.c - D-30 to D-33g: what they say is what was moved */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "goods.h"
#include "papers.h"

#include "dov-club-group.h"
#include "dov-club-session.h"
#include "dov-distribution-line.h"
#include "dov-donation-line.h"
#include "dov-donor.h"
#include "dov-drive.h"
#include "dov-former-name.h"
#include "dov-former-title.h"
#include "dov-inventory-line.h"
#include "dov-item.h"
#include "dov-lounge.h"
#include "dov-organisation.h"
#include "dov-person.h"
#include "dov-registry.h"
#include "dov-rental.h"
#include "dov-settlement.h"
#include "dov-result.h"

#include <string.h>

typedef struct
{
  Papers papers;
  Goods  goods;
  gint64 receipt;
  gint64 handout;
  gint64 write_off;
  gint64 count;
  gint64 loan;
} Shelf;

static gint64
count_sql (Shelf      *shelf,
           const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 count = dov_database_count (dov_store_get_database (shelf->goods.club.store), sql, &error);

  g_assert_no_error (error);

  return count;
}

static gint64
receive (Shelf *shelf)
{
  Goods *goods = &shelf->goods;
  g_autoptr (DovRecord) paper = dov_record_new (DOV_TYPE_DONATION_RECEIPT, 0);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  const struct { gint64 item; gint64 qty; gint64 value; DovCondition condition; const char *until; } cases[] = {
    { goods->bag, 11000, 185000, DOV_CONDITION_NEW, NULL },
    { goods->copybook, 120000, 1850, DOV_CONDITION_NEW, NULL },
    { goods->apples, 12500, 6000, DOV_CONDITION_GOOD, "2027-05-20" },
    { goods->bag, 2000, DOV_UNKNOWN, DOV_CONDITION_UNFIT, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DovRecord *line = dov_record_new (DOV_TYPE_DONATION_LINE, 0);

      dov_set (DOV_DONATION_LINE (line), item_id, cases[i].item);
      dov_set (DOV_DONATION_LINE (line), qty, cases[i].qty);
      dov_set (DOV_DONATION_LINE (line), unit_value, cases[i].value);
      dov_set (DOV_DONATION_LINE (line), condition, cases[i].condition);
      if (cases[i].until != NULL)
        club_fill (line, "expires_on", cases[i].until, NULL);
      g_ptr_array_add (lines, line);
    }
  club_fill (paper, "date", "2027-03-03", "legal_form", "agreement", "agreement_no", "17-П", "purpose", "Подготовка к школе",
             NULL);
  dov_record_set_number (paper, "lounge_id", goods->club.lounge);
  dov_record_set_number (paper, "drive_id", goods->drive);
  dov_record_set_number (paper, "donor_id", goods->farm);
  dov_record_set_number (paper, "received_by_id", goods->club.manager);
  goods_judge (goods, goods_post (goods->club.store, paper, lines, NULL, &error), error, NULL);

  return dov_record_get_id (paper);
}

static gint64
hand_out (Shelf *shelf)
{
  Goods *goods = &shelf->goods;
  g_autoptr (DovRecord) paper = dov_record_new (DOV_TYPE_DISTRIBUTION, 0);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  const struct { gint64 item; gint64 qty; gint64 value; gint64 child; } cases[] = {
    { goods->bag, 1000, 185000, goods->child },
    { goods->copybook, 12000, 1850, goods->child },
    { goods->apples, 2500, 6000, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DovRecord *line = dov_record_new (DOV_TYPE_DISTRIBUTION_LINE, 0);

      dov_set (DOV_DISTRIBUTION_LINE (line), item_id, cases[i].item);
      dov_set (DOV_DISTRIBUTION_LINE (line), qty, cases[i].qty);
      dov_set (DOV_DISTRIBUTION_LINE (line), unit_value, cases[i].value);
      dov_set (DOV_DISTRIBUTION_LINE (line), child_id, cases[i].child);
      g_ptr_array_add (lines, line);
    }
  club_fill (paper, "date", "2027-03-09", "sheet_no", "1", "row_no", "7", "basis", "Решение № 4", NULL);
  dov_record_set_number (paper, "lounge_id", goods->club.lounge);
  dov_record_set_number (paper, "drive_id", goods->drive);
  dov_record_set_number (paper, "family_id", goods->family);
  dov_record_set_number (paper, "person_id", goods->mother);
  dov_record_set_number (paper, "issued_by_id", goods->club.manager);
  goods_judge (goods, goods_post (goods->club.store, paper, lines, NULL, &error), error, NULL);

  return dov_record_get_id (paper);
}

static gint64
count_goods (Shelf *shelf)
{
  DovStore *store = shelf->goods.club.store;
  g_autoptr (DovRecord) paper = dov_record_new (DOV_TYPE_INVENTORY_COUNT, 0);
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  DovQuery query = { .where = "count_id = ?1" };

  club_fill (paper, "date", "2027-03-20", NULL);
  dov_record_set_number (paper, "lounge_id", shelf->goods.club.lounge);
  g_assert_true (goods_begin_count (store, DOV_INVENTORY_COUNT (paper), &error));
  query.params = g_variant_new ("(x)", dov_record_get_id (paper));
  lines = dov_store_list (store, DOV_TYPE_INVENTORY_LINE, &query, NULL);
  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (DovRecord) line = goods_dup (&shelf->goods, DOV_TYPE_INVENTORY_LINE, g_array_index (lines, gint64, i));
      DovInventoryLine *self = DOV_INVENTORY_LINE (line);

      dov_set (self, actual_qty, self->item_id == shelf->goods.bag ? self->book_qty - 3000
                                 : self->item_id == shelf->goods.copybook ? self->book_qty + 5000 : self->book_qty);
      club_save (&shelf->goods.club, line);
    }
  goods_judge (&shelf->goods, goods_post_count (store, dov_record_get_id (paper), &error), error, NULL);

  return dov_record_get_id (paper);
}

static gint64
lend (Shelf *shelf)
{
  Goods *goods = &shelf->goods;
  g_autofree char *lounge = g_strdup_printf ("%" G_GINT64_FORMAT, goods->club.lounge);
  gint64 item = club_add (&goods->club, DOV_TYPE_RENTAL_ITEM, "inventory_no", "П-8", "name", "Коляска", "category_id", "331",
                          "lounge_id", lounge, "value", "9500.00", NULL);
  g_autoptr (DovRecord) loan = dov_record_new (DOV_TYPE_RENTAL_LOAN, 0);
  g_autoptr (GError) error = NULL;

  club_fill (loan, "lounge_id", lounge, "issued_on", "2027-03-04", "due_on", "2027-03-18", "condition_out", "новая", NULL);
  dov_record_set_number (loan, "item_id", item);
  dov_record_set_number (loan, "family_id", goods->family);
  dov_record_set_number (loan, "person_id", goods->mother);
  dov_record_set_number (loan, "issued_by_id", goods->club.manager);
  goods_judge (goods, dov_rental_lend (goods->club.store, DOV_RENTAL_LOAN (loan), &error), error, NULL);

  return dov_record_get_id (loan);
}

static void
set_up (Shelf         *shelf,
        gconstpointer  unused)
{
  papers_set_up (&shelf->papers, NULL);
  shelf->goods = (Goods) { .club = shelf->papers.club };
  goods_fill (&shelf->goods);
  shelf->receipt = receive (shelf);
  shelf->handout = hand_out (shelf);
  shelf->write_off = goods_write_off (&shelf->goods, shelf->goods.bag, 1000, "2027-03-12", 3, NULL);
  goods_transfer (&shelf->goods, shelf->goods.copybook, 20000, "2027-03-14", shelf->goods.far, shelf->goods.drive, NULL);
  shelf->count = count_goods (shelf);
  shelf->loan = lend (shelf);
}

static void
tear_down (Shelf         *shelf,
           gconstpointer  unused)
{
  papers_tear_down (&shelf->papers, NULL);
}

/* The workbook says what the screen says, in its own numbers. */
static Reading *
run (Shelf       *shelf,
     const char  *code,
     gint64       asked,
     DovResult  **result)
{
  g_autoptr (DovDocument) document = papers_load (&shelf->papers, code);

  *result = papers_run (&shelf->papers, document, shelf->goods.club.lounge, asked);

  return papers_write_and_read (&shelf->papers, *result);
}

static void
assert_number (Shelf       *shelf,
               Reading     *reading,
               DovResult   *result,
               guint        row,
               const char  *column,
               gint64       thousandths)
{
  const DovCell *cell = &papers_get_row (result, row)->cells[papers_find_column (result, column)];
  char **sheets = reading_list_sheets (reading);
  g_autofree char *value = thousandths % 1000 == 0 ? g_strdup_printf ("n %" G_GINT64_FORMAT, thousandths / 1000)
                                                   : g_strdup_printf ("n %g", (double) thousandths / 1000);

  g_assert_false (cell->is_empty);
  g_assert_cmpint (cell->number * 1000 / dov_column_kind_get_parts (cell->kind), ==, thousandths);
  if (reading_find (reading, sheets[0], value) == NULL)
    g_error ("%s is nowhere on the sheet “%s”", value, sheets[0]);
}

static void
test_acts (Shelf         *shelf,
           gconstpointer  unused)
{
  g_autoptr (DovResult) agreement = NULL;
  g_autoptr (DovResult) act = NULL;
  g_autoptr (Reading) first = run (shelf, "D-30", shelf->receipt, &agreement);
  g_autoptr (Reading) second = run (shelf, "D-31", shelf->receipt, &act);
  char **sheets = reading_list_sheets (first);
  gint64 total = count_sql (shelf, "SELECT sum ((qty * unit_value + 500) / 1000) FROM donation_line");

  g_assert_nonnull (reading_find (first, sheets[0], "s Договор №: 17-П"));
  g_assert_cmpuint (dov_result_count_rows (act), ==, 4);
  assert_cell (act, 0, "name", "Рюкзак");
  assert_number (shelf, second, act, 0, "qty", 11000);
  assert_number (shelf, second, act, 1, "value", 2220000);
  assert_cell (act, 2, "qty", "12,5");
  assert_cell (act, 3, "price", "—");
  assert_number (shelf, second, act, 4, "value", total * 10);
}

/* Who gives and who takes is told with what they act on; what is unknown has its line. */
static void
test_agreement (Shelf         *shelf,
                gconstpointer  unused)
{
  GType organisation = dov_registry_find ("organisation");
  g_autoptr (DovResult) bare = NULL, full = NULL, act = NULL;
  g_autoptr (Reading) before = run (shelf, "D-30", shelf->receipt, &bare);
  g_autoptr (Reading) after = NULL;
  g_autoptr (Reading) second = NULL;
  gint64 host = shelf->goods.club.organisation;

  g_assert_true (reading_says (before, "в лице _____"));
  g_assert_true (reading_says (before, "действующего(ей) на основании _____"));
  g_assert_true (reading_says (before, "4\u00a0наименования на сумму"));
  g_assert_true (reading_says (before, "(без цены: 1)"));
  club_change (&shelf->goods.club, organisation, host, "represented_by", "директора Ронжиной Т.К.");
  club_change (&shelf->goods.club, organisation, host, "acts_under", "Устава");
  club_change (&shelf->goods.club, organisation, host, "inn", "4307000030");
  club_change (&shelf->goods.club, organisation, host, "phone", "+79000000099");
  after = run (shelf, "D-30", shelf->receipt, &full);
  g_assert_true (reading_says (after, "в лице директора Ронжиной Т.К., действующего(ей) на основании Устава"));
  g_assert_true (reading_says (after, "тел. +7 (900) 000-00-99, ИНН 4307000030"));
  second = run (shelf, "D-31", shelf->receipt, &act);
  g_assert_true (reading_says (second, "Всего 4\u00a0наименования, без цены: 1."));
}

/* Acts of a day lie side by side in a folder: each is called by its number and its own day. */
static void
test_file_names (Shelf         *shelf,
                 gconstpointer  unused)
{
  const struct { const char *code; gint64 asked; const char *name; } cases[] = {
    { "D-30", shelf->receipt, "Договор пожертвования № 17-П, приём № 1, Слудка, 2027-03-03.xlsx" },
    { "D-31", shelf->receipt, "Акт приёма-передачи пожертвования № 1, Слудка, 2027-03-03.xlsx" },
    { "D-33a", shelf->goods.drive, "Ведомость выдачи, Скоро в школу, Слудка, 2027-02-01 – 2027-03-31.xlsx" },
    { "D-33a-s", shelf->handout, "Лист ведомости № 1, Скоро в школу, Слудка, 2027-03-09.xlsx" },
    { "D-33b", shelf->handout, "Акт адресной помощи № 1, Слудка, 2027-03-09.xlsx" },
    { "D-33c", shelf->write_off, "Акт списания № 1, Слудка, 2027-03-12.xlsx" },
    { "D-33d", shelf->count, "Инвентаризационная опись № 1, Слудка, 2027-03-20.xlsx" },
    { "D-33e", shelf->goods.drive, "Отчёт об акции, Скоро в школу, Слудка, 2027-02-01 – 2027-03-31.xlsx" },
    { "D-33f-d", shelf->loan, "Договор социального проката № 1, Слудка, 2027-03-04.xlsx" },
    { "D-33g", shelf->goods.copybook, "Карточка складского учёта, Тетрадь, Слудка, 2027-04-02.xlsx" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DovDocument) document = papers_load (&shelf->papers, cases[i].code);
      g_autoptr (DovResult) result = papers_run (&shelf->papers, document, shelf->goods.club.lounge, cases[i].asked);
      g_autofree char *name = dov_result_dup_file_name (result);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
test_journal (Shelf         *shelf,
              gconstpointer  unused)
{
  g_autoptr (DovResult) journal = NULL;
  g_autoptr (Reading) reading = run (shelf, "D-32", 0, &journal);
  gint64 total = count_sql (shelf, "SELECT sum ((qty * unit_value + 500) / 1000) FROM donation_line");
  const DovTable *table = dov_result_get_table (journal, 0);

  /* The unfit bags stand apart, and are in no total. */
  g_assert_cmpuint (dov_result_count_rows (journal), ==, 4);
  g_assert_cmpuint (dov_result_get_table (journal, 1)->rows->len, ==, 1);
  assert_cell (journal, table->rows->len - 1, "name", "3");
  assert_number (shelf, reading, journal, table->rows->len - 1, "value", total * 10);
  g_assert_nonnull (reading_find (reading, "Данные, Не поставлено на учёт", "s непригодно"));
  assert_cell (journal, 1, "donor", "СПК «Заря»");
  assert_cell (journal, 1, "document", "договор №\u00a017-П, акт №\u00a01");
}

static void
test_handouts (Shelf         *shelf,
               gconstpointer  unused)
{
  g_autoptr (DovResult) sheet = NULL;
  g_autoptr (DovResult) act = NULL;
  g_autoptr (Reading) first = run (shelf, "D-33a", shelf->goods.drive, &sheet);
  g_autoptr (Reading) second = run (shelf, "D-33b", shelf->handout, &act);

  g_assert_cmpuint (dov_result_count_rows (sheet), ==, 3);
  assert_cell (sheet, 0, "recipient", "Черемисинова Анна");
  assert_cell (sheet, 0, "child", "Артём, 9\u00a0лет");
  assert_cell (sheet, 2, "child", "");
  assert_number (shelf, first, sheet, 1, "qty", 12000);
  /* The money of pieces and kilograms is of neither. */
  g_assert_cmpstr (papers_get_row (sheet, 3)->label, ==, "Всего");
  assert_cell (sheet, 3, "unit", "");
  assert_cell (sheet, 4, "unit", "шт.");
  assert_cell (sheet, 4, "qty", "13");
  assert_cell (sheet, 5, "unit", "кг");
  assert_number (shelf, first, sheet, 3, "value",
                 count_sql (shelf, "SELECT sum ((qty * unit_value + 500) / 1000) FROM distribution_line") * 10);
  assert_number (shelf, second, act, 2, "qty", 2500);
  assert_number (shelf, second, act, 2, "value", 150000);
}

/* Prepared, not handed out yet. */
static gint64
prepare (Shelf      *shelf,
         const char *sheet,
         const char *row)
{
  Goods *goods = &shelf->goods;
  g_autoptr (DovRecord) paper = dov_record_new (DOV_TYPE_DISTRIBUTION, 0);
  g_autoptr (DovRecord) line = dov_record_new (DOV_TYPE_DISTRIBUTION_LINE, 0);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  dov_set (DOV_DISTRIBUTION_LINE (line), item_id, goods->apples);
  dov_set (DOV_DISTRIBUTION_LINE (line), qty, 1500);
  g_ptr_array_add (lines, line);
  club_fill (paper, "date", "2027-03-10", "sheet_no", sheet, "row_no", row, NULL);
  dov_record_set_number (paper, "lounge_id", goods->club.lounge);
  dov_record_set_number (paper, "drive_id", goods->drive);
  dov_record_set_number (paper, "family_id", goods->family);
  dov_record_set_number (paper, "person_id", goods->mother);
  dov_record_set_number (paper, "issued_by_id", goods->club.manager);
  goods_judge (goods, dov_stock_prepare_issue (goods->club.store, DOV_DISTRIBUTION (paper), lines, &error), error, NULL);

  return dov_record_get_id (paper);
}

/* One sheet alone, each row with the number it is typed back by; the drive has them all. */
static void
test_one_sheet (Shelf         *shelf,
                gconstpointer  unused)
{
  static const double numbers[] = { 3, 7, 7, 7 };
  gint64 same = prepare (shelf, "1", "3"), other = prepare (shelf, "2", "12"), none = prepare (shelf, "", "");
  const struct { gint64 asked; guint rows; } cases[] = { { same, 4 }, { shelf->handout, 4 }, { other, 1 }, { none, 1 } };
  g_autoptr (DovResult) all = NULL;
  g_autoptr (Reading) reading = run (shelf, "D-33a", shelf->goods.drive, &all);

  g_assert_cmpuint (dov_result_count_rows (all), ==, 6);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DovResult) sheet = NULL;
      g_autoptr (Reading) first = run (shelf, "D-33a-s", cases[i].asked, &sheet);
      char **sheets = reading_list_sheets (first);

      g_assert_cmpuint (dov_result_count_rows (sheet), ==, cases[i].rows);
      if (cases[i].asked == other)
        {
          g_assert_nonnull (reading_find (first, sheets[0], "n 12"));
          g_assert_cmpint (papers_get_row (sheet, 0)->cells[papers_find_column (sheet, "row")].number, ==, 12);
        }
      for (guint n = 0; cases[i].rows == 4 && n < G_N_ELEMENTS (numbers); n++)
        g_assert_cmpint (papers_get_row (sheet, n)->cells[papers_find_column (sheet, "row")].number, ==, numbers[n]);
    }
}

/* No document of charity has a word of what a family is. */
static void
test_no_categories (Shelf         *shelf,
                    gconstpointer  unused)
{
  static const char *const codes[] = { "D-30", "D-31", "D-32", "D-33a", "D-33a-s", "D-33b", "D-33c", "D-33d", "D-33e", "D-33f",
                                       "D-33f-d", "D-33g" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *name = g_strconcat (codes[i], ".document", NULL);
      g_autofree char *path = g_build_filename (g_getenv ("DOVERIE_DATADIR"), "documents", name, NULL);
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (DovDocument) document = papers_load (&shelf->papers, codes[i]);
      g_autoptr (DovResult) blank = dov_document_run_blank (document, shelf->goods.club.store, &error);

      g_assert_no_error (error);
      g_assert_nonnull (blank);
      g_assert_true (g_file_get_contents (path, &text, NULL, &error));
      g_assert_null (strstr (text, "family_category"));
      g_assert_null (strstr (text, "family_name"));
    }
}

static void
test_write_off_and_count (Shelf         *shelf,
                          gconstpointer  unused)
{
  g_autoptr (DovResult) act = NULL;
  g_autoptr (DovResult) list = NULL;
  g_autoptr (Reading) first = run (shelf, "D-33c", shelf->write_off, &act);
  g_autoptr (Reading) second = run (shelf, "D-33d", shelf->count, &list);

  assert_number (shelf, first, act, 0, "qty", 1000);
  g_assert_cmpuint (dov_result_count_rows (list), ==, 3);
  assert_cell (list, 0, "name", "Рюкзак");
  assert_number (shelf, second, list, 0, "book", 9000);
  assert_number (shelf, second, list, 0, "actual", 6000);
  assert_number (shelf, second, list, 0, "less", 3000);
  assert_cell (list, 0, "more", "—");
  assert_cell (list, 1, "name", "Тетрадь");
  assert_number (shelf, second, list, 1, "more", 5000);
  assert_cell (list, 2, "more", "—");
}

static void
assert_fact (DovResult  *report,
             const char *name,
             const char *fact)
{
  const DovTable *table = dov_result_get_table (report, 0);

  for (guint i = 0; i < table->rows->len; i++)
    if (g_strcmp0 (papers_get_row (report, i)->cells[papers_find_column (report, "name")].text, name) == 0)
      {
        g_test_message ("%s", name);
        assert_cell (report, i, "fact", fact);
        return;
      }
  g_error ("There is no row “%s”", name);
}

/* A row of the second table: its figures from the third column on. */
static void
assert_moved (DovResult          *report,
              const char         *item,
              const char *const  *figures)
{
  const DovTable *table = dov_result_get_table (report, 1);

  for (guint i = 0; i < table->rows->len; i++)
    {
      const DovRow *row = g_ptr_array_index (table->rows, i);

      for (guint n = 0; g_strcmp0 (row->cells[1].text, item) == 0 && n < 8; n++)
        {
          g_autofree char *shown = dov_cell_dup_shown (&row->cells[3 + n]);

          g_assert_cmpstr (shown, ==, figures[n]);
        }
      if (g_strcmp0 (row->cells[1].text, item) == 0)
        return;
    }
  g_error ("There is no row “%s”", item);
}

static void
test_drive (Shelf         *shelf,
            gconstpointer  unused)
{
  g_autoptr (DovResult) report = NULL;
  g_autoptr (Reading) reading = run (shelf, "D-33e", shelf->goods.drive, &report);
  g_autoptr (DovDocument) document = papers_load (&shelf->papers, "D-33e");
  g_autoptr (DovResult) foreign = papers_run (&shelf->papers, document, shelf->goods.far, shelf->goods.drive);
  char **sheets = reading_list_sheets (reading);

  /* The two unfit bags were never stocked; what was counted, moved and written off has its sum. */
  assert_fact (report, "Собрано наименований (новое и хорошее)", "3");
  assert_fact (report, "Собрано на сумму", "23\u00a0320");
  assert_fact (report, "Сверх того непригодно, строк", "1");
  assert_fact (report, "Жертвователи: организации", "1");
  assert_fact (report, "Выдано на сумму", "2\u00a0222");
  assert_fact (report, "Передано в другие запасы на сумму", "370");
  assert_fact (report, "Списано на сумму", "1\u00a0850");
  assert_fact (report, "Недостача по инвентаризации на сумму", "5\u00a0550");
  assert_fact (report, "Излишек по инвентаризации на сумму", "92,5");
  assert_fact (report, "Остаток на сумму", "13\u00a0420,5");
  assert_fact (report, "Семьи, получившие помощь", "1");
  assert_fact (report, "Дети, получившие помощь", "1");
  /* 23320 − 2222 − 370 − 1850 − 5550 + 92.5 = 13420.5: S7 is read from it, and of every thing below. */
  assert_moved (report, "Рюкзак", (const char *[]) { "11", "0", "1", "0", "1", "−3", "0", "6" });
  assert_moved (report, "Тетрадь", (const char *[]) { "120", "0", "12", "20", "0", "5", "0", "93" });
  assert_moved (report, "Яблоки", (const char *[]) { "12,5", "0", "2,5", "0", "0", "0", "0", "10" });
  /* The lounge that was chosen has only what came to it. */
  assert_fact (foreign, "Собрано наименований (новое и хорошее)", "0");
  assert_fact (foreign, "Получено из других запасов на сумму", "370");
  /* Nobody is thanked who has not agreed (S8). */
  g_assert_nonnull (reading_find (reading, sheets[0], "s Благодарим всех, кто оказал помощь."));
}

static void
test_card (Shelf         *shelf,
           gconstpointer  unused)
{
  g_autoptr (DovResult) card = NULL;
  g_autoptr (Reading) reading = run (shelf, "D-33g", shelf->goods.copybook, &card);
  guint rows = dov_result_count_rows (card);
  gint64 balance = count_sql (shelf, "SELECT sum (m.qty) FROM stock_move m JOIN item i ON i.id = m.item_id"
                              " WHERE i.name = 'Тетрадь' AND m.lounge_id = (SELECT min (id) FROM lounge)");

  g_assert_cmpint (balance, ==, goods_balance (&shelf->goods, shelf->goods.copybook));
  g_assert_cmpuint (rows, ==, 4);
  assert_number (shelf, reading, card, 0, "income", 120000);
  assert_number (shelf, reading, card, 1, "outcome", 12000);
  assert_number (shelf, reading, card, rows - 1, "left", balance);
}

static void
test_rental (Shelf         *shelf,
             gconstpointer  unused)
{
  g_autoptr (DovResult) journal = NULL;
  g_autoptr (DovResult) agreement = NULL;
  g_autoptr (Reading) first = run (shelf, "D-33f", 0, &journal);
  g_autoptr (Reading) second = run (shelf, "D-33f-d", shelf->loan, &agreement);
  char **sheets = reading_list_sheets (first);
  char **others = reading_list_sheets (second);

  g_assert_cmpuint (dov_result_count_rows (journal), ==, 1);
  assert_cell (journal, 0, "inventory", "П-8");
  assert_cell (journal, 0, "due", "18.03.2027");
  g_assert_nonnull (reading_find (first, sheets[0], "s На руках на конец периода: 1"));
  g_assert_nonnull (reading_find (first, sheets[0], "s из них просрочено: 1"));
  g_assert_nonnull (reading_find (second, others[0], "s Вещь, инв. №: Коляска, П-8"));
}

/* While the month runs, what is due later in it is not late yet; on the day after it is. */
static void
test_rental_running (Shelf         *shelf,
                     gconstpointer  unused)
{
  static const struct { const char *now; const char *late; } days[] = {
    { "2027-03-10T12:00", "s из них просрочено: 0" },
    { "2027-03-18T12:00", "s из них просрочено: 0" },
    { "2027-03-19T12:00", "s из них просрочено: 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GDateTime) now = NULL;
      g_autoptr (DovResult) journal = NULL;
      g_autoptr (Reading) reading = NULL;

      g_assert_true (dov_moment_from_iso (days[i].now, &now));
      dov_clock_set (now);
      reading = run (shelf, "D-33f", 0, &journal);
      g_test_message ("%s", days[i].now);
      g_assert_nonnull (reading_find (reading, reading_list_sheets (reading)[0], days[i].late));
    }
}

#define ADD(path, function) g_test_add (path, Shelf, NULL, set_up, function, tear_down)

/* Several fields of one record at once, as a form saves them. */
static void
call_otherwise (Shelf      *shelf,
                GType       type,
                gint64      id,
                const char *expected,
                ...)
{
  g_autoptr (DovRecord) draft = dov_store_find_draft (shelf->goods.club.store, type, id, NULL);
  g_autoptr (GError) error = NULL;
  const char *field;
  va_list pairs;

  va_start (pairs, expected);
  while ((field = va_arg (pairs, const char *)) != NULL)
    club_fill (draft, field, va_arg (pairs, const char *), NULL);
  va_end (pairs);
  goods_judge (&shelf->goods, dov_store_save (shelf->goods.club.store, draft, &error), error, expected);
}

static void
assert_found (Shelf      *shelf,
              GType       type,
              const char *words,
              gint64      id)
{
  DovQuery query = { .words = words };
  g_autoptr (GArray) found = dov_store_list (shelf->goods.club.store, type, &query, NULL);
  gboolean is_there = FALSE;

  for (guint i = 0; i < found->len; i++)
    is_there = is_there || g_array_index (found, gint64, i) == id;
  if (!is_there)
    g_error ("“%s” is not found", words);
}

/* What the papers say: the act of the 9th, and in the sheet of the drive the rows of the 9th and the 10th. */
static void
assert_named (Shelf      *shelf,
              const char *recipient,
              const char *thing,
              const char *later)
{
  g_autoptr (DovResult) act = NULL;
  g_autoptr (DovResult) sheet = NULL;
  g_autoptr (Reading) first = run (shelf, "D-33b", shelf->handout, &act);
  g_autoptr (Reading) second = run (shelf, "D-33a", shelf->goods.drive, &sheet);
  g_autofree char *words = g_strdup_printf ("s Получатель (взрослый член семьи): %s", recipient);

  g_assert_nonnull (reading_find (first, reading_list_sheets (first)[0], words));
  assert_cell (act, 0, "name", thing);
  assert_cell (sheet, 0, "recipient", recipient);
  assert_cell (sheet, 0, "name", thing);
  assert_cell (sheet, 3, "recipient", later);
}

/* V1: who is called otherwise since a day is called as before in the papers of before; a misspelling was one always. */
static void
test_former_names (Shelf         *shelf,
                   gconstpointer  unused)
{
  Goods *goods = &shelf->goods;
  DovStore *store = goods->club.store;
  g_autoptr (GDateTime) later = g_date_time_new_utc (2027, 5, 1, 9, 0, 0);

  (void) prepare (shelf, "1", "9");
  dov_clock_set (later);
  assert_named (shelf, "Черемисинова Анна", "Рюкзак", "Черемисинова Анна");

  call_otherwise (shelf, DOV_TYPE_PERSON, goods->mother, "V1?", "last_name", "Громова", NULL);
  call_otherwise (shelf, DOV_TYPE_PERSON, goods->mother, NULL, "last_name", "Громова", "name_since", "2027-03-10", NULL);
  call_otherwise (shelf, DOV_TYPE_ITEM, goods->bag, "V1?", "name", "Ранец", NULL);
  call_otherwise (shelf, DOV_TYPE_ITEM, goods->bag, NULL, "name", "Ранец", "size", "М", "name_since", "2027-03-10", NULL);
  assert_named (shelf, "Черемисинова Анна", "Рюкзак", "Громова Анна");
  assert_found (shelf, DOV_TYPE_PERSON, "черемисинова", goods->mother);
  assert_found (shelf, DOV_TYPE_PERSON, "громова", goods->mother);
  assert_found (shelf, DOV_TYPE_ITEM, "рюкзак", goods->bag);

  /* The day alone put right; one that is too early; the former name misspelt, and the new one. */
  call_otherwise (shelf, DOV_TYPE_PERSON, goods->mother, NULL, "name_since", "2027-03-09", NULL);
  assert_named (shelf, "Громова Анна", "Рюкзак", "Громова Анна");
  call_otherwise (shelf, DOV_TYPE_PERSON, goods->mother, NULL, "name_since", "2027-03-10", NULL);
  call_otherwise (shelf, DOV_TYPE_PERSON, goods->mother, "V1", "last_name", "Лесных", "name_since", "2027-03-01", NULL);
  dov_store_accept (store, "V1", "описка");
  call_otherwise (shelf, DOV_TYPE_PERSON, goods->mother, NULL, "last_name", "Громыко", NULL);
  assert_named (shelf, "Черемисинова Анна", "Рюкзак", "Громыко Анна");
  call_otherwise (shelf, DOV_TYPE_PERSON, goods->mother, NULL, "last_name", "Лесных", "name_since", "2027-03-20", NULL);
  assert_named (shelf, "Черемисинова Анна", "Рюкзак", "Громыко Анна");
  g_assert_true (dov_store_undo (store, dov_store_get_last_operation (store), NULL));
  assert_named (shelf, "Черемисинова Анна", "Рюкзак", "Громыко Анна");
  g_assert_cmpint (dov_store_count (store, DOV_TYPE_FORMER_NAME, NULL, NULL), ==, 1);

  /* It was a misspelling after all. */
  call_otherwise (shelf, DOV_TYPE_PERSON, goods->mother, NULL, "name_since", "", NULL);
  assert_named (shelf, "Громыко Анна", "Рюкзак", "Громыко Анна");
}

static gint64
add_group (Shelf *shelf)
{
  g_autofree char *lounge = g_strdup_printf ("%" G_GINT64_FORMAT, shelf->goods.club.lounge);
  g_autofree char *leader = g_strdup_printf ("%" G_GINT64_FORMAT, shelf->goods.club.manager);
  gint64 group = club_add (&shelf->goods.club, DOV_TYPE_CLUB_GROUP, "name", "Ложкари", "lounge_id", lounge, "kind", "interest",
                           "leader_id", leader, "season", "school", "age_group", "children", "status", "active", NULL);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, group);

  club_add (&shelf->goods.club, DOV_TYPE_CLUB_SESSION, "group_id", id, "starts_at", "2027-03-02T15:00", "hours", "2", NULL);

  return group;
}

static void
assert_says (Shelf      *shelf,
             const char *code,
             gint64      asked,
             const char *words)
{
  g_autoptr (DovResult) result = NULL;
  g_autoptr (Reading) reading = run (shelf, code, asked, &result);

  if (!reading_says (reading, words))
    g_error ("%s does not say “%s”", code, words);
}

/* V1: what is renamed is called as before in the papers of before, is found by both names, and may be taken back. */
static void
test_former_titles (Shelf         *shelf,
                    gconstpointer  unused)
{
  Club *club = &shelf->goods.club;
  DovStore *store = club->store;
  gint64 farm = dov_store_ask_number (store, "SELECT organisation_id FROM donor WHERE id = ?1", "(x)", shelf->goods.farm);
  const struct { GType type; gint64 id; const char *field, *name, *code; gint64 asked; const char *was; } cases[] = {
    { DOV_TYPE_DRIVE, shelf->goods.drive, "name", "Помоги собраться", "D-33b", shelf->handout, "Скоро в школу" },
    { DOV_TYPE_DRIVE, shelf->goods.drive, "name", "К первому звонку", "D-33a", shelf->goods.drive, "Скоро в школу" },
    { DOV_TYPE_ORGANISATION, farm, "full_name", "ООО «Нива»", "D-31", shelf->receipt, "Сельскохозяйственный кооператив «Заря»" },
    { DOV_TYPE_ORGANISATION, club->organisation, "full_name", "Дом ремёсел", "D-31", shelf->receipt, "Дом культуры села Слудка" },
    { DOV_TYPE_LOUNGE, club->lounge, "name", "Родник", "D-31", shelf->receipt, "Доверие" },
    { DOV_TYPE_CLUB_GROUP, add_group (shelf), "name", "Гусляры", "D-26", 0, "Ложкари" },
    { DOV_TYPE_DONOR, shelf->goods.farm, "name", "Хозяйство «Нива»", "D-32", 0, "СПК «Заря»" },
    { DOV_TYPE_SETTLEMENT, 14, "name", "Заречье", "D-32", 0, "Слудка" },
  };
  g_autoptr (GDateTime) later = g_date_time_new_utc (2027, 5, 1, 9, 0, 0);

  dov_clock_set (later);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 asked = cases[i].asked != 0 ? cases[i].asked : cases[i].id;
      g_autofree char *since = g_strdup_printf ("2027-04-%02u", i + 3);
      gint64 n_kept = dov_store_count (store, DOV_TYPE_FORMER_TITLE, NULL, NULL);
      g_autofree char *kept = NULL;

      call_otherwise (shelf, cases[i].type, cases[i].id, "V1?", cases[i].field, cases[i].name, NULL);
      call_otherwise (shelf, cases[i].type, cases[i].id, NULL, cases[i].field, cases[i].name, "name_since", since, NULL);
      assert_says (shelf, cases[i].code, asked, cases[i].was);
      assert_found (shelf, cases[i].type, cases[i].was, cases[i].id);
      assert_found (shelf, cases[i].type, cases[i].name, cases[i].id);
      g_assert_cmpint (dov_store_count (store, DOV_TYPE_FORMER_TITLE, NULL, NULL), ==, n_kept + 1);
      g_assert_true (dov_store_undo (store, dov_store_get_last_operation (store), NULL));
      g_assert_cmpint (dov_store_count (store, DOV_TYPE_FORMER_TITLE, NULL, NULL), ==, n_kept);
      kept = club_read (club, cases[i].type, cases[i].id, "former_names");
      g_assert_cmpstr (kept, ==, "");

      /* Misspelt after all: all papers change. */
      if (i == 0)
        continue;
      call_otherwise (shelf, cases[i].type, cases[i].id, NULL, cases[i].field, cases[i].name, "name_since", since, NULL);
      call_otherwise (shelf, cases[i].type, cases[i].id, NULL, "name_since", "", NULL);
      assert_says (shelf, cases[i].code, asked, cases[i].name);
      g_assert_true (dov_store_undo (store, dov_store_get_last_operation (store), NULL));
      g_assert_cmpint (dov_store_count (store, DOV_TYPE_FORMER_TITLE, NULL, NULL), ==, n_kept + 1);
    }
}

/* A paper that was cancelled says so and why; one that holds says nothing of the kind. */
static void
test_cancelled (Shelf         *shelf,
                gconstpointer  unused)
{
  const struct { const char *table; gint64 id; const char *code, *says; } cases[] = {
    { "inventory_count", shelf->count, "D-33d", "1 — аннулирована: не того числа" },
    { "write_off", shelf->write_off, "D-33c", "1 — аннулирован: не того числа" },
    { "distribution", shelf->handout, "D-33b", "1 — аннулирован: не того числа" },
    { "donation_receipt", shelf->receipt, "D-31", "1 — аннулирован: не того числа" },
    { "donation_receipt", shelf->receipt, "D-30", "17-П — аннулирован: не того числа" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE main.%s SET status = 'cancelled', status_reason = 'не того числа'",
                                              cases[i].table);
      g_autoptr (DovResult) result = NULL;
      g_autoptr (Reading) before = run (shelf, cases[i].code, cases[i].id, &result);

      if (i < 4)
        g_assert_false (reading_says (before, cases[i].says));
      g_assert_true (dov_database_execute (dov_store_get_database (shelf->goods.club.store), sql, NULL));
      assert_says (shelf, cases[i].code, cases[i].id, cases[i].says);
    }
}

/* What has moved stays in its unit; what has not may be put right. */
static void
test_unit (Shelf         *shelf,
           gconstpointer  unused)
{
  call_otherwise (shelf, DOV_TYPE_ITEM, shelf->goods.bag, "S1", "unit", "kg", NULL);
  call_otherwise (shelf, DOV_TYPE_ITEM, shelf->goods.sweets, NULL, "unit", "pack", NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/documents/D-30-D-31", test_acts);
  ADD ("/documents/D-30/parties", test_agreement);
  ADD ("/documents/charity/file-names", test_file_names);
  ADD ("/documents/D-32", test_journal);
  ADD ("/documents/D-33a-D-33b", test_handouts);
  ADD ("/documents/D-33a-s", test_one_sheet);
  ADD ("/documents/D-33c-D-33d", test_write_off_and_count);
  ADD ("/documents/D-33e", test_drive);
  ADD ("/documents/D-33f", test_rental);
  ADD ("/documents/D-33f/running", test_rental_running);
  ADD ("/documents/D-33g", test_card);
  ADD ("/documents/former names", test_former_names);
  ADD ("/documents/former titles", test_former_titles);
  ADD ("/documents/cancelled", test_cancelled);
  ADD ("/documents/unit", test_unit);
  ADD ("/documents/charity/no-categories", test_no_categories);

  return g_test_run ();
}
