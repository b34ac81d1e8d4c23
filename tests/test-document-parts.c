/* test-document-parts.c - what definitions can do beyond the papers there are: totals, lists, threads, limits */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "papers.h"

#include "dov-event.h"
#include "dov-language.h"
#include "dov-lounge.h"
#include "dov-record-list.h"

#include <string.h>

/* Units apart, means, and their growing; kilograms are not added to pairs. */
static void
test_totals (Papers        *papers,
             gconstpointer  unused)
{
  g_autoptr (DovDocument) document = papers_load_text (
    papers,
    "document X-1\ntitle Ведомость\nperiod month\n"
    "[table x]\ndata Выдача\ntotal Итого\ngrowing С начала года\n"
    "row | № | row | 4 |\n"
    "item | Что | text | 20+ | count позиций\n"
    "unit | Ед. | text | 8 | center\n"
    "qty | Сколько | quantity | 9 | sum by unit\n"
    "price | Цена | money | 9 | mean\n"
    "cost | Сумма | money | 11 | sum\n"
    "WITH given (day, item, unit, qty, price) AS (VALUES\n"
    " ('2027-01-05', 'Сапоги', 'пар', 4, 100.0), ('2027-02-05', 'Мёд', 'кг', 0.25, 900.0),\n"
    " ('2027-03-05', 'Яблоки', 'кг', 2.5, 10.1), ('2027-03-06', 'Валенки', 'пар', 1, 20.2),\n"
    " ('2027-03-07', 'Груши', 'кг', 0.125, 30.3), ('2027-03-08', NULL, 'шт.', 7, NULL))\n"
    "SELECT item, unit, qty, price, qty * price AS cost FROM given WHERE day BETWEEN :from AND :to ORDER BY day\n");
  g_autoptr (DovResult) result = papers_run (papers, document, 0, 0);
  g_autoptr (Reading) reading = papers_write_and_read (papers, result);

  /* Four rows; then three times the money of all of them, which is of no unit, and three units. */
  g_assert_cmpuint (dov_result_get_table (result, 0)->rows->len, ==, 16);
  g_assert_cmpstr (papers_get_row (result, 4)->label, ==, "Итого (без цены: 1)");
  assert_cell (result, 4, "unit", "");
  assert_cell (result, 4, "item", "3");
  assert_cell (result, 4, "cost", "49,24");
  assert_cell (result, 4, "price", "20,20");
  assert_cell (result, 5, "unit", "кг");
  assert_cell (result, 5, "qty", "2,625");
  g_assert_true (papers_get_row (result, 5)->cells[papers_find_column (result, "cost")].is_empty);
  assert_cell (result, 6, "unit", "пар");
  assert_cell (result, 6, "qty", "1");
  assert_cell (result, 7, "unit", "шт.");
  g_assert_cmpstr (papers_get_row (result, 8)->label, ==, "За январь – февраль");
  assert_cell (result, 9, "qty", "0,25");
  assert_cell (result, 10, "qty", "4");
  assert_cell (result, 11, "qty", "0");
  assert_cell (result, 12, "cost", "674,24");
  assert_cell (result, 13, "qty", "2,875");
  assert_cell (result, 14, "qty", "5");
  assert_cell (result, 15, "qty", "7");
  g_assert_cmpuint (reading_count_formulas (reading), ==, 3 + 3 + 3 + 2);
  g_assert_cmpstr (reading_get_formula (reading, "Ведомость", "D10"), ==, "=SUMIF(C5:C8,C10,D5:D8)");
}

/* What nobody priced did not cost nothing: a total of none of them is unknown. */
static void
test_unpriced (Papers        *papers,
               gconstpointer  unused)
{
  g_autoptr (DovDocument) document = papers_load_text (
    papers,
    "document X-1\ntitle Без цены\n"
    "[table x]\ntotal Итого\nheading place\nsubtotal По месту\n"
    "item | Что | text | 20+ | count позиций\n"
    "cost | Сумма | money | 11 | sum\n"
    "WITH given (place, item, cost) AS (VALUES ('А', 'Мёд', 5.5), ('А', 'Чай', NULL), ('Б', NULL, NULL))\n"
    "SELECT place, item, cost FROM given ORDER BY place, item\n");
  g_autoptr (DovResult) result = papers_run (papers, document, 0, 0);

  g_assert_cmpstr (papers_get_row (result, 3)->label, ==, "По месту (без цены: 1)");
  assert_cell (result, 3, "cost", "5,50");
  g_assert_cmpstr (papers_get_row (result, 6)->label, ==, "По месту (без цены: 1)");
  assert_cell (result, 6, "cost", "—");
  /* A section of other things says nothing of none. */
  g_assert_true (papers_get_row (result, 6)->cells[0].is_empty);
  g_assert_cmpstr (papers_get_row (result, 7)->label, ==, "Итого (без цены: 2)");
  assert_cell (result, 7, "cost", "5,50");
}

/* Every row of «Данные» tells whose it is and for when; every table that is declared is there, a grid as it was read. */
static void
test_data_sheets (Papers        *papers,
                  gconstpointer  unused)
{
  g_autoptr (DovDocument) document = papers_load_text (
    papers,
    "document X-1\ntitle Таблицы\nperiod month\n"
    "[table x]\ndata Вещи\nitem | Что | text | 20+ |\nborn | Год | year | 9 |\n"
    "SELECT 'Мёд' AS item, '1987' AS born\n"
    "[table y]\ndata Посещаемость\nacross month day mark\nopens person\n"
    "name | Имя | text | 20 |\nmonth | Месяц | text | 9 |\nday | День | text | 4 |\nmark | Отметка | text | 4 |\n"
    "SELECT 7 AS id, 'Анна' AS name, 'Март' AS month, '5' AS day, '+' AS mark\n");
  g_autoptr (DovResult) result = papers_run (papers, document, papers->club.lounge, 0);
  g_autoptr (Reading) reading = papers_write_and_read (papers, result);
  static const char *const cells[][2] = {
    { "A1", "s Что" }, { "B1", "s Год" }, { "C1", "s Площадка" }, { "D1", "s Период с" }, { "E1", "s Период по" },
    { "A2", "s Мёд" }, { "B2", "n 1987" }, { "C2", "s Слудка" }, { "D2", "d 2027-03-01" }, { "E2", "d 2027-03-31" },
  };
  static const char *const grid[] = { "s Анна", "s Март", "s 5", "s +", "s Слудка" };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    reading_assert (reading, "Данные", cells[i][0], cells[i][1]);
  for (guint i = 0; i < G_N_ELEMENTS (grid); i++)
    {
      const char cell[] = { (char) ('A' + i), '2', '\0' };

      reading_assert (reading, "Данные, Посещаемость", cell, grid[i]);
    }
  g_assert_true (g_str_has_prefix (reading_get_format (reading, "Данные", "B2"), "0|"));
}

/* A figure is whole from the row to the cell: these come out wrong when roubles
 * and hours are added up as they are. */
static void
test_exact (Papers        *papers,
            gconstpointer  unused)
{
  g_autoptr (DovDocument) document = papers_load_text (
    papers,
    "document X-1\ntitle Точно\nperiod month\n"
    "[table x]\ntotal Итого\n"
    "cost | Сумма | money | 20 | sum\n"
    "qty | Сколько | quantity | 9 | sum\n"
    "hours | Часы | decimal | 9 | sum\n"
    "WITH given (cost, qty) AS (VALUES (45035996273704.97, 0.1), (45035996273704.98, 0.1), (0, 0.1), (0, 3), (0, 0),\n"
    " (NULL, 0), (9e300, 0))\n"
    "SELECT cost, qty, 5 / 60.0 AS hours FROM given\n");
  g_autoptr (DovResult) result = papers_run (papers, document, 0, 0);
  const DovCell *total = papers_get_row (result, 7)->cells;

  g_assert_cmpint (papers_get_row (result, 7)->role, ==, DOV_ROW_TOTAL);
  assert_cell (result, 6, "cost", "—");
  assert_cell (result, 7, "cost", "90\u00a0071\u00a0992\u00a0547\u00a0409,95");
  g_assert_cmpint (total[0].number, ==, G_GINT64_CONSTANT (9007199254740995));
  g_assert_cmpint (total[1].number, ==, 3300);
  g_assert_cmpfloat (dov_cell_get_real (&total[1]), ==, 3.3);
  g_assert_cmpfloat (dov_cell_get_real (&total[2]), ==, 35 / 60.0);
}

/* So is a day; what is none stays a text. */
static void
test_days (Papers        *papers,
           gconstpointer  unused)
{
  g_autoptr (DovDocument) document = papers_load_text (
    papers,
    "document X-1\ntitle Дни\nperiod month\n"
    "[table x]\ndata Данные\n"
    "day | День | date | 10 |\n"
    "at | Когда | moment | 16 |\n"
    "clock | Час | time | 8 |\n"
    "WITH given (day, at, clock) AS (VALUES ('2027-03-05', '2027-03-05T18:30', '23:59'),\n"
    " ('2027-02-30', '2027-03-05', '24:00'), ('1899-12-31', '2027-03-05 07:05:59', '07:05:59'), (NULL, NULL, ''))\n"
    "SELECT day, at, clock FROM given\n");
  g_autoptr (DovResult) result = papers_run (papers, document, 0, 0);
  g_autoptr (Reading) reading = papers_write_and_read (papers, result);

  assert_cell (result, 0, "day", "05.03.2027");
  assert_cell (result, 1, "day", "2027-02-30");
  assert_cell (result, 2, "day", "31.12.1899");
  assert_cell (result, 3, "day", "");
  assert_cell (result, 0, "at", "05.03.2027 18:30");
  assert_cell (result, 1, "at", "05.03.2027");
  assert_cell (result, 2, "at", "05.03.2027 07:05");
  assert_cell (result, 0, "clock", "23:59");
  assert_cell (result, 1, "clock", "24:00");
  assert_cell (result, 2, "clock", "07:05");
  g_assert_true (dov_cell_is_day (&papers_get_row (result, 0)->cells[0]));
  g_assert_false (dov_cell_is_day (&papers_get_row (result, 1)->cells[0]));
  reading_assert (reading, "Данные", "A2", "d 2027-03-05");
  reading_assert (reading, "Данные", "A3", "s 2027-02-30");
  reading_assert (reading, "Данные", "A4", "s 31.12.1899");
  reading_assert (reading, "Данные", "B3", "d 2027-03-05");
}

static void
test_subtotals (Papers        *papers,
                gconstpointer  unused)
{
  g_autoptr (DovDocument) document = papers_load_text (
    papers,
    "document X-1\ntitle Разделы\nperiod month\n"
    "[table x]\nheading part\nsubtotal По разделу\ntotal Итого\n"
    "name | Что | text | 20+ |\n"
    "n | Число | count | 9 | sum\n"
    "m | Среднее | count | 9 | mean\n"
    "SELECT column1 AS part, column2 AS name, column3 AS n, column4 AS m FROM (VALUES\n"
    " ('А', 'раз', 1, 10), ('А', 'два', 2, NULL), ('Б', '=3+3', -4, 20), ('Б', 'пять', NULL, 3))\n"
    "[sign]\nSELECT 'Принял' AS what, 'Кладовщик' AS post, 'И.И. Первый' AS name UNION ALL SELECT 'Сдал', NULL, NULL\n");
  g_autoptr (DovResult) result = papers_run (papers, document, 0, 0);
  g_autoptr (Reading) reading = papers_write_and_read (papers, result);

  g_assert_cmpint (papers_get_row (result, 0)->role, ==, DOV_ROW_HEADING);
  g_assert_cmpint (papers_get_row (result, 3)->role, ==, DOV_ROW_SUBTOTAL);
  assert_cell (result, 3, "n", "3");
  assert_cell (result, 3, "m", "10,0");
  assert_cell (result, 7, "n", "−4");
  assert_cell (result, 7, "m", "11,5");
  assert_cell (result, 8, "n", "−1");
  assert_cell (result, 8, "m", "11,0");
  g_assert_cmpuint (reading_count_formulas (reading), ==, 6);
  g_assert_nonnull (reading_find (reading, "Разделы", "s =3+3"));
  /* A table of so few columns has none to sign in: one line each. */
  g_assert_nonnull (reading_find (reading, "Разделы", "s Принял: Кладовщик  ____________________  И.И.\u00a0Первый"));
  g_assert_nonnull (reading_find (reading, "Разделы", "s Сдал  ____________________  _________________________"));
}

/* Lounges side by side; who was in two of them is one; a lounge that was not
 * open yet has no data and not zero. */
static void
test_pivot (Papers        *papers,
            gconstpointer  unused)
{
  static const char definition[] =
    "document X-1\ntitle Сводный отчёт\nperiod month quarter\n"
    "[pivot report]\nacross lounge\nall Всего по району\ndata Сводный отчёт\nnumbers yes\nwidth 5 30+ 8 13 14\n"
    "| Мероприятия\n"
    "events | Проведено | ед.\n"
    "visits | Посещения | посещ.\n"
    "people | из них люди | чел.\n"
    "money | Потрачено | руб.\n";
  static const char measures[] =
    "document measures\n"
    "[measure events]\nopens event\nSELECT lounge_id AS lounge, id FROM event"
    " WHERE status = 'held' AND date(starts_at) BETWEEN :from AND :to\n"
    "[measure visits]\nopens event\nSELECT e.lounge_id AS lounge, v.total AS value, e.id FROM event e"
    " JOIN event_visits v ON v.event_id = e.id WHERE e.status = 'held' AND date(e.starts_at) BETWEEN :from AND :to\n"
    "[measure people]\ncount unique\nopens lounge\nSELECT id AS lounge, 'а' AS who, id FROM lounge"
    " UNION ALL SELECT max(id), 'б', max(id) FROM lounge\n"
    "[measure money]\ncount sum money\nopens lounge\nSELECT id AS lounge, 0.1 AS value, id FROM lounge"
    " UNION ALL SELECT id, 0.2, id FROM lounge\n";
  g_autoptr (DovDocument) document = NULL;
  g_autoptr (DovResult) result = NULL;
  g_autoptr (DovResult) blank = NULL;
  g_autoptr (Reading) reading = NULL;
  g_autoptr (GError) error = NULL;
  const DovRow *row;

  club_add (&papers->club, DOV_TYPE_LOUNGE, "name", "Доверие-2", "settlement_id", "15", "host_institution_id",
            papers_text_of (papers->club.organisation), "address", "с. Новый Бурец", "opened_on", "2027-04-01",
            "manager_id", papers_text_of (papers->club.manager), NULL);
  dov_scratch_write (papers->scratch, "measures.document", measures, -1);
  document = papers_load_text (papers, definition);
  result = papers_run (papers, document, 0, 0);

  g_assert_cmpint (papers_get_row (result, 0)->role, ==, DOV_ROW_HEADING);
  row = papers_get_row (result, 1);
  g_assert_cmpstr (row->opens, ==, "event");
  g_assert_cmpint (row->cells[3].number, ==, 3);
  g_assert_cmpuint (row->cells[3].ids->len, ==, 3);   /* a number is the list of its records */
  g_assert_true (row->cells[4].is_empty);
  g_assert_cmpint (row->cells[5].number, ==, 3);
  g_assert_cmpint (papers_get_row (result, 2)->cells[5].number, ==, 135);
  g_assert_cmpuint (papers_get_row (result, 2)->cells[5].ids->len, ==, 2);
  row = papers_get_row (result, 3);
  g_assert_cmpint (row->cells[3].number + row->cells[4].number, ==, 3);
  g_assert_cmpint (row->cells[5].number, ==, 2);
  g_assert_true (row->cells[5].is_unique);
  g_assert_cmpint (papers_get_row (result, 4)->cells[5].number, ==, 60);

  blank = dov_document_run_blank (document, papers->club.store, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (papers_get_row (blank, 1)->cells[1].text, ==, "Проведено");
  reading_free (papers_write_and_read (papers, blank));

  reading = papers_write_and_read (papers, result);
  reading_assert (reading, "Сводный отчёт", "D4", "s Площадки");
  reading_assert (reading, "Сводный отчёт", "E5", "s с.\xc2\xa0Новый Бурец");
  reading_assert (reading, "Сводный отчёт", "A7", "s Мероприятия");
  reading_assert (reading, "Сводный отчёт", "E8", "s —");
  g_assert_cmpstr (reading_get_formula (reading, "Сводный отчёт", "F8"), ==, "=SUM(D8:E8)");
  g_assert_null (reading_get_formula (reading, "Сводный отчёт", "F10"));
  g_assert_cmpstr (reading_get_format (reading, "Сводный отчёт", "F10"), ==,
                   "#,##0\"*\"|Times New Roman 11 bold|right1||thin");
  g_assert_cmpstr (reading_get_format (reading, "Сводный отчёт", "B10"), ==, "General|Times New Roman 11|left2|wrap|thin");
  g_assert_cmpstr (reading_get_fact (reading, "Данные", "table"), ==, "data_rows A1:H9 TableStyleLight15 0");
  reading_assert (reading, "Данные", "A2", "s Мероприятия");
  /* A village is spelt as in every other workbook. */
  reading_assert (reading, "Данные", "D3", "s Новый Бурец");
  reading_assert (reading, "Данные", "H1", "s Складывается");
  reading_assert (reading, "Данные", "H2", "s да");
  reading_assert (reading, "Данные", "E3", "b ");
  reading_assert (reading, "Данные", "F2", "d 2027-03-01");
}

/* The same measures month by month: the quarter's total is counted anew. */
static void
test_months (Papers        *papers,
             gconstpointer  unused)
{
  g_autoptr (DovDocument) document = papers_load_text (
    papers, "document X-1\ntitle По месяцам\nperiod quarter\n[pivot p]\nacross month\n"
            "events | Проведено | ед.\nvisits | Посещения | посещ.\n");
  DovPeriod quarter = papers_march ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DovResult) result = NULL;
  const DovRow *row;

  quarter = dov_period_around (DOV_PERIOD_QUARTER, &quarter.from);
  result = dov_document_run (document, papers->club.store, &quarter, papers->club.lounge, 0, &error);
  g_assert_no_error (error);
  row = papers_get_row (result, 0);
  g_assert_cmpint (row->cells[3].number, ==, 1);
  g_assert_cmpint (row->cells[4].number, ==, 1);
  g_assert_cmpint (row->cells[5].number, ==, 3);
  g_assert_cmpint (row->cells[6].number, ==, 5);
  g_assert_cmpint (papers_get_row (result, 1)->cells[6].number, ==, 23235);
  g_assert_cmpstr (((DovColumn *) g_ptr_array_index (dov_result_get_table (result, 0)->columns, 4))->heading, ==, "февраль");
}

/* Several tables share the columns of one sheet; labels stand beside their values. */
static void
test_several_tables (Papers        *papers,
                     gconstpointer  unused)
{
  g_autoptr (DovDocument) document = papers_load_text (
    papers, "document X-1\ntitle Паспорт\nmargin archive\n"
            "[fields]\nacross 2\nСемья | Ивановы\nЧленов | {n:count}\nАдрес | {none}\nПлощадь | {area:decimal}\n"
            "SELECT 4 AS n, NULL AS none, 54.5 AS area\n"
            "[table one]\ntitle 1. Состав\na | Имя | text | 20+ |\nb | Год | count | 9 |\n"
            "SELECT 'Пётр' AS a, 2013 AS b\n"
            "[table two]\ntitle 2. Учёт\nempty На учётах не состоит\nc | Дата | date | 11 |\nd | Вид | text | 15+ |\n"
            "e | Итог | text | 18+ |\nSELECT NULL AS c, NULL AS d, NULL AS e WHERE 0\n"
            "[text]\ntitle 3. Слова\nСильные стороны: {none}\nЧленов {n:count}, площадь {area:decimal}\n");
  g_autoptr (DovResult) result = papers_run (papers, document, 0, 0);
  g_autoptr (Reading) reading = papers_write_and_read (papers, result);

  g_assert_cmpstr (reading_get_fact (reading, "Паспорт", "margins"), ==, "30 10 20 20 10");
  g_assert_cmpstr (reading_get_fact (reading, "Паспорт", "repeat"), ==, "");
  g_assert_nonnull (reading_find (reading, "Паспорт", "s На учётах не состоит"));
  g_assert_nonnull (reading_find (reading, "Паспорт", "n 54.5"));
  g_assert_nonnull (reading_find (reading, "Паспорт", "n 2013"));
  g_assert_nonnull (reading_find (reading, "Паспорт", "s Членов 4, площадь 54,5"));
  g_assert_null (reading_find (reading, "Паспорт", "s Сильные стороны: "));
  g_assert_cmpuint (g_strv_length (reading_list_sheets (reading)), ==, 2);
}

/* Any list as it is shown: its columns, its order, its filter. */
static void
test_list (Papers        *papers,
           gconstpointer  unused)
{
  g_autoptr (DovRecordList) list = dov_record_list_new (papers->club.store, DOV_TYPE_EVENT);
  g_autoptr (GTypeClass) klass = g_type_class_ref (DOV_TYPE_EVENT);
  const char *const names[] = { "starts_at", "title", "form_id", "outside", "planned_count", "responsible_id" };
  DovListColumn columns[G_N_ELEMENTS (names)] = { 0 };
  DovQuery query = { .words = "кинозал", .order = "starts_at" };
  g_autoptr (GError) error = NULL;
  g_autoptr (DovResult) result = NULL;
  g_autoptr (Reading) reading = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    columns[i].field = dov_record_class_find_field (DOV_RECORD_CLASS (klass), names[i]);
  g_assert_true (dov_record_list_set_query (list, &query, &error));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  result = dov_list_to_result (papers->club.store, G_LIST_MODEL (list), columns, G_N_ELEMENTS (names),
                               "Мероприятия", "кинозал", &error);
  g_assert_no_error (error);
  reading = papers_write_and_read (papers, result);

  g_assert_cmpuint (g_strv_length (reading_list_sheets (reading)), ==, 2);
  reading_assert (reading, "Мероприятия", "A2", "m 2027-03-31T18:30");
  reading_assert (reading, "Мероприятия", "B2", "s Кинозал: «Снег»");
  reading_assert (reading, "Мероприятия", "C2", "s киносеанс (семейный кинозал)");
  reading_assert (reading, "Мероприятия", "D2", "s нет");
  reading_assert (reading, "Мероприятия", "E2", "b ");
  g_assert_nonnull (strstr (reading_get (reading, "Мероприятия", "F2"), "Демакова"));
  g_assert_cmpstr (reading_get_fact (reading, "Мероприятия", "table"), ==, "data_rows A1:F2 TableStyleLight15 0");
  g_assert_nonnull (reading_find (reading, "О файле", "s кинозал"));
}

/* A SELECT that never ends is stopped and says whose it is. */
static void
test_endless (Papers        *papers,
              gconstpointer  unused)
{
  g_autoptr (DovDocument) document = papers_load_text (
    papers, "document X-1\ntitle Бесконечный\n[table x]\nn | Число | count | 9 |\n"
             "WITH RECURSIVE x (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM x) SELECT n FROM x\n");
  g_autoptr (GError) error = NULL;

  g_assert_null (dov_document_run (document, papers->club.store, NULL, 0, 0, &error));
  g_assert_error (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_ASKED);
  g_assert_nonnull (strstr (error->message, "Бесконечный"));
}

/* What would fill the memory before its time is over is stopped by what it takes. */
static void
test_huge (Papers        *papers,
           gconstpointer  unused)
{
  static const char *const selects[] = {
    "WITH RECURSIVE x (a) AS (SELECT 'xxxxxxxx' UNION ALL SELECT a || a FROM x) SELECT max (a) AS n FROM x\n",
    "SELECT replace (printf ('%.*c', 1000000, 'x'), 'x', printf ('%.*c', 1000, 'y')) AS n\n",
    ("WITH RECURSIVE x (a, b) AS (SELECT 1, 'x' UNION SELECT a + 1, printf ('%.*c', 20000000, a) FROM x) "
     "SELECT group_concat (b) AS n FROM x\n"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (selects); i++)
    {
      g_autofree char *text = g_strconcat ("document X-1\ntitle Огромный\n[table x]\nn | Текст | text | 9 |\n",
                                           selects[i], NULL);
      g_autoptr (DovDocument) document = papers_load_text (papers, text);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", selects[i]);
      g_assert_null (dov_document_run (document, papers->club.store, NULL, 0, 0, &error));
      g_assert_error (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_ASKED);
      g_assert_nonnull (strstr (error->message, "Огромный"));
    }
}

/* Months of two thousand years are no table, and a table of so many columns is none either. */
static void
test_too_wide (Papers        *papers,
               gconstpointer  unused)
{
  g_autoptr (DovDocument) months = papers_load_text (
    papers, "document X-1\ntitle Века\nperiod year\n[pivot x]\nacross month\nevents | Проведено | ед.\n");
  g_autoptr (GString) wide = g_string_new ("document X-1\ntitle Ширь\n[table x]\n");
  g_autofree char *path = dov_scratch_path (papers->scratch, "X-1.document");
  DovPeriod period = { .kind = DOV_PERIOD_DATES };
  g_autoptr (GError) error = NULL;

  g_date_set_dmy (&period.from, 1, G_DATE_JANUARY, 1);
  g_date_set_dmy (&period.to, 31, G_DATE_DECEMBER, 2027);
  g_assert_null (dov_document_run (months, papers->club.store, &period, 0, 0, &error));
  g_assert_error (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_ASKED);
  g_assert_nonnull (strstr (error->message, "1000"));
  g_clear_error (&error);

  for (guint i = 0; i < 1001; i++)
    g_string_append_printf (wide, "c%u | К | hand | 5 |\n", i);
  g_string_append (wide, "SELECT 1 AS a\n");
  dov_scratch_write (papers->scratch, "X-1.document", wide->str, -1);
  g_assert_null (dov_document_load (path, papers->club.store, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_DEFINITION);
  g_assert_nonnull (strstr (error->message, "1000"));
}

static gpointer
run_in_thread (gpointer user_data)
{
  Papers *papers = user_data;
  g_autoptr (DovDocument) document = papers_load (papers, "D-22");
  g_autoptr (DovResult) result = papers_run (papers, document, 0, 0);
  g_autoptr (Reading) reading = papers_write_and_read (papers, result);

  return GUINT_TO_POINTER (dov_result_count_rows (result));
}

static void
test_thread (Papers        *papers,
             gconstpointer  unused)
{
  GThread *thread = g_thread_new ("document", run_in_thread, papers);

  g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (thread)), ==, 3);
}

#define CONDITIONS(before) \
  "document X-1\ntitle Заявление {on_what}\nperiod month\n" before \
  "[text]\nfixed yes\n{boxes}\n" \
  "SELECT 'о приёме' AS on_what, ticks('family.utilities', 'water,gas') AS boxes\n" \
  "[text]\nSELECT 'да' AS known, '' AS silent, 0 AS zero\n" \
  "[text]\nwhen known\nИзвестно.\n" \
  "[text]\nwhen not known\nНеизвестно.\n" \
  "[text]\nwhen silent\nПусто.\n" \
  "[note]\nwhen not zero\nНоль.\n" \
  "[table x]\nform 3\nwhat | Что | text | 20 |\nSELECT 'строка' AS what\n"

static char *
list_paragraphs (DovResult *result)
{
  GPtrArray *blocks = dov_result_get_blocks (result);
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const DovBlock *block = g_ptr_array_index (blocks, i);

      for (guint j = 0; block->kind != DOV_BLOCK_TABLE && j < block->lines->len; j++)
        g_string_append_printf (said, "%s|", ((const DovLine *) g_ptr_array_index (block->lines, j))->label);
    }

  return g_string_free (said, FALSE);
}

/* What is printed only where a word says something; what an empty form asks too; boxes to tick. */
static void
test_conditions (Papers        *papers,
                 gconstpointer  unused)
{
  g_autoptr (DovDocument) document = papers_load_text (papers, CONDITIONS (""));
  g_autoptr (DovResult) result = papers_run (papers, document, 0, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (DovResult) blank = dov_document_run_blank (document, papers->club.store, &error);
  g_autofree char *filled = list_paragraphs (result);
  g_autofree char *empty = NULL;
  g_autofree char *title = dov_document_dup_plain_title (document);

  g_assert_no_error (error);
  empty = list_paragraphs (blank);
  g_assert_cmpstr (title, ==, "Заявление");
  g_assert_cmpstr (dov_result_get_paper (result)->title, ==, "Заявление о приёме");
  g_assert_cmpstr (dov_result_get_paper (blank)->title, ==, "Заявление о приёме");
  g_assert_cmpstr (filled, ==, "☑\u00a0вода   ☐\u00a0канализация   ☑\u00a0газ   ☐\u00a0электричество|Известно.|Ноль.|");
  g_assert_nonnull (strstr (empty, "|Неизвестно.|Ноль.|"));
  g_assert_null (strstr (empty, "|Известно.|"));
  g_assert_cmpuint (dov_result_get_table (result, 0)->rows->len, ==, 1);
  g_assert_cmpuint (dov_result_get_table (blank, 0)->rows->len, ==, 3);
}

/* A block is decided by what stands above it. */
static void
test_unknown_condition (Papers        *papers,
                        gconstpointer  unused)
{
  g_autofree char *path = dov_scratch_path (papers->scratch, "X-1.document");
  g_autoptr (GError) error = NULL;

  dov_scratch_write (papers->scratch, "X-1.document", CONDITIONS ("[text]\nwhen known\nРано.\n"), -1);
  g_assert_null (dov_document_load (path, papers->club.store, &error));
  g_assert_nonnull (strstr (error->message, "X-1.document:5: "));
}

int
main (int    argc,
      char **argv)
{
  dov_language_start (NULL);
  g_test_init (&argc, &argv, NULL);

  PAPERS_ADD ("/document/totals", test_totals);
  PAPERS_ADD ("/document/unpriced", test_unpriced);
  PAPERS_ADD ("/document/data-sheets", test_data_sheets);
  PAPERS_ADD ("/document/exact", test_exact);
  PAPERS_ADD ("/document/days", test_days);
  PAPERS_ADD ("/document/subtotals", test_subtotals);
  PAPERS_ADD ("/document/pivot", test_pivot);
  PAPERS_ADD ("/document/months", test_months);
  PAPERS_ADD ("/document/several-tables", test_several_tables);
  PAPERS_ADD ("/document/list", test_list);
  PAPERS_ADD ("/document/endless", test_endless);
  PAPERS_ADD ("/document/huge", test_huge);
  PAPERS_ADD ("/document/too-wide", test_too_wide);
  PAPERS_ADD ("/document/conditions", test_conditions);
  PAPERS_ADD ("/document/unknown-condition", test_unknown_condition);
  PAPERS_ADD ("/document/thread", test_thread);

  return g_test_run ();
}
