/* test-workbook.c - the look of workbooks, read back by another program */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-document.h"
#include "dov-scratch.h"
#include "dov-whole-file.h"
#include "dov-workbook-private.h"
#include "workbook-reading.h"

#include "dov-language.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A journal with the very texts and figures of the reference workbook. */
static const struct
{
  const char *date, *hours, *starts, *ends, *title, *form, *place, *audience;
  int         visits, children, youth, adults;   /* -1: nobody counted */
  const char *paid, *responsible, *note;
  double      height;
} events[] = {
  { "2027-03-01", "16:00–18:00", "16:00", "18:00",
    "Круглый стол «Помощь, которую можно получить на месте»: социальный контракт, пособия, детский телефон доверия, школа",
    "круглый стол", "в клубе", "взрослые", 16, 0, 5, 11, "бесплатно", "Перминова\xc2\xa0Е.И.", "", 70 },
  { "2027-03-02", "17:00–18:30", "17:00", "18:30", "Экскурсия на пилораму: проба профессии", "экскурсия",
    "вне клуба: СПК «Вятская нива»", "молодёжь", 17, 3, 13, 1, "бесплатно", "Кайсина\xc2\xa0Д.Л.", "", 70 },
  { "2027-03-03", "17:00–18:30", "17:00", "18:30",
    "Беседа с родителями «Ответственное родительство: как говорить с подростком»", "беседа", "в клубе", "родители",
    11, 0, 5, 6, "бесплатно", "Кайсина\xc2\xa0Д.Л.", "", 57 },
  { "2027-03-22", "16:00–18:00", "16:00", "18:00", "Мастер-класс «Подарок папе»: роспись деревянной ложки",
    "мастер-класс", "в клубе", "семьи", 1026, 9, 9, 1008, "бесплатно", "Кайсина\xc2\xa0Д.Л.", "=1+1", 43.75 },
  { "2027-03-23", "15:00–16:00", "15:00", "16:00", "Выставка рисунков «Моя семья»", "выставка", "в клубе", "все",
    -1, -1, -1, -1, "бесплатно", "Вахрушева\xc2\xa0Н.А.", "перенесено с 12.03", 30.5 },
};

static void
set_paper (DovResult *result)
{
  DovPaper *paper = dov_result_get_paper (result);

  *paper = (DovPaper) {
    .code = g_strdup ("D-22"),
    .institution = g_strdup ("Муниципальное бюджетное учреждение культуры «Слудский сельский дом культуры»"),
    .title = g_strdup ("Журнал учёта работы клубного учреждения"),
    .period = g_strdup ("за март 2027 года"),
    .sheet = g_strdup ("Журнал мероприятий"),
    .file_name = dov_file_name_make ("Журнал мероприятий", "Слудка", "2027-03"),
    .footer = g_strdup ("Составлено 02.04.2027 09:15 в программе «Доверие». Исполнитель: Д.Л. Кайсина & Ко"),
    .lounge = g_strdup ("Площадка-гостиная «Доверие», с. Слудка"),
    .filter = g_strdup ("только проведённые мероприятия"),
    .made_by = g_strdup ("Д.Л. Кайсина, культорганизатор"),
    .made_at = g_date_time_new_utc (2027, 4, 2, 9, 15, 0),
    .has_period = TRUE,
    .is_landscape = TRUE,
  };
  g_date_clear (&paper->from, 1);
  g_date_set_dmy (&paper->from, 1, 3, 2027);
  g_date_clear (&paper->to, 1);
  g_date_set_dmy (&paper->to, 31, 3, 2027);
}

static void
add_column (DovTable      *table,
            const char    *name,
            const char    *group,
            const char    *heading,
            DovColumnKind  kind,
            int            width,
            gboolean       grows,
            const char    *more)
{
  DovColumn *column = g_new0 (DovColumn, 1);

  *column = (DovColumn) {
    .name = g_strdup (name), .group = g_strdup (group), .heading = g_strdup (heading), .kind = kind, .width = width,
    .grows = grows, .on_paper = strstr (more, "data") == NULL,
    .on_data = strstr (more, "paper") == NULL && kind != DOV_COLUMN_ROW,
    .centers = strstr (more, "center") != NULL,
    .total = strstr (more, "sum") ? DOV_TOTAL_SUM : strstr (more, "count") ? DOV_TOTAL_COUNT : DOV_TOTAL_NONE,
    .word = strstr (more, "count") ? g_strdup ("мероприятий") : NULL,
  };
  g_ptr_array_add (table->columns, column);
}

static void
set_text (DovRow     *row,
          guint       column,
          const char *text)
{
  dov_cell_set_text (&row->cells[column], row->cells[column].kind, text);
}

static void
set_number (DovRow *row,
            guint   column,
            gint64  number)
{
  row->cells[column].is_empty = number < 0;
  row->cells[column].number = number;
}

static void
add_total (DovTable   *table,
           DovRowRole  role,
           const char *label,
           gint64      count,
           gint64      first)
{
  DovRow *row = dov_result_table_add_row (table, role);

  row->label = g_strdup (label);
  row->cells[5].kind = DOV_COLUMN_COUNT;
  set_number (row, 5, count);
  for (guint i = 0; i < 4; i++)
    set_number (row, 9 + i, first + i);
}

static DovResult *
make_journal (guint n_times)
{
  DovResult *result = dov_result_new ();
  DovBlock *fields = dov_block_new (DOV_BLOCK_FIELDS, NULL);
  DovBlock *block = dov_block_new (DOV_BLOCK_TABLE, NULL);
  DovBlock *sign = dov_block_new (DOV_BLOCK_SIGN, NULL);
  DovTable *table = dov_result_table_new ();
  double sums[4] = { 0 };
  DovRow *total;

  set_paper (result);
  dov_block_add_line (fields, "Площадка", "Площадка-гостиная «Доверие», с. Слудка", NULL);
  dov_block_add_line (fields, "Место нахождения", "с. Слудка, ул. Советская, д. 11", NULL);
  g_ptr_array_add (dov_result_get_blocks (result), fields);

  table->data = g_strdup ("Мероприятия");
  table->has_numbers = TRUE;
  add_column (table, "row", NULL, "№ п/п", DOV_COLUMN_ROW, 4, FALSE, "");
  add_column (table, "date", "Проведено", "число, месяц", DOV_COLUMN_DATE, 10, FALSE, "");
  add_column (table, "hours", "Проведено", "часы", DOV_COLUMN_TEXT, 7, FALSE, "center paper");
  add_column (table, "starts", NULL, "Начало", DOV_COLUMN_TIME, 8, FALSE, "data");
  add_column (table, "ends", NULL, "Окончание", DOV_COLUMN_TIME, 8, FALSE, "data");
  add_column (table, "title", NULL, "Наименование мероприятия, тема", DOV_COLUMN_TEXT, 26, TRUE, "count");
  add_column (table, "form", NULL, "Форма", DOV_COLUMN_TEXT, 12, TRUE, "");
  add_column (table, "place", NULL, "Место (в клубе, вне клуба)", DOV_COLUMN_TEXT, 9, TRUE, "");
  add_column (table, "audience", NULL, "Аудитория", DOV_COLUMN_TEXT, 10, FALSE, "");
  add_column (table, "visits", "Присутствовало", "всего", DOV_COLUMN_COUNT, 7, FALSE, "sum");
  add_column (table, "children", "Присутствовало", "дети до 14 лет", DOV_COLUMN_COUNT, 7, FALSE, "sum");
  add_column (table, "youth", "Присутствовало", "молодёжь 14–35 лет", DOV_COLUMN_COUNT, 9, FALSE, "sum");
  add_column (table, "adults", "Присутствовало", "взрослые", DOV_COLUMN_COUNT, 9, FALSE, "sum");
  add_column (table, "paid", NULL, "Платно, бесплатно", DOV_COLUMN_TEXT, 9, FALSE, "center");
  add_column (table, "responsible", NULL, "Ответственный", DOV_COLUMN_TEXT, 12, FALSE, "");
  add_column (table, "note", NULL, "Примечание", DOV_COLUMN_TEXT, 10, TRUE, "");

  for (guint i = 0; i < n_times * G_N_ELEMENTS (events); i++)
    {
      const guint e = i % G_N_ELEMENTS (events);
      const int counts[] = { events[e].visits, events[e].children, events[e].youth, events[e].adults };
      DovRow *row = dov_result_table_add_row (table, DOV_ROW_BODY);

      set_text (row, 1, events[e].date);
      set_text (row, 2, events[e].hours);
      set_text (row, 3, events[e].starts);
      set_text (row, 4, events[e].ends);
      set_text (row, 5, events[e].title);
      set_text (row, 6, events[e].form);
      set_text (row, 7, events[e].place);
      set_text (row, 8, events[e].audience);
      for (guint j = 0; j < 4; j++)
        {
          set_number (row, 9 + j, counts[j]);
          sums[j] += MAX (counts[j], 0);
        }
      set_text (row, 13, events[e].paid);
      set_text (row, 14, events[e].responsible);
      set_text (row, 15, events[e].note);
    }
  total = dov_result_table_add_row (table, DOV_ROW_TOTAL);
  total->label = g_strdup ("Итого за март 2027 года");
  total->cells[5].kind = DOV_COLUMN_COUNT;
  set_number (total, 5, n_times * G_N_ELEMENTS (events));
  for (guint i = 0; i < 4; i++)
    set_number (total, 9 + i, sums[i]);
  add_total (table, DOV_ROW_CARRIED, "За январь – февраль", 22, 725);
  add_total (table, DOV_ROW_GROWING, "Всего с начала 2027 года", n_times * G_N_ELEMENTS (events) + 22, 0);
  for (guint i = 0; i < 4; i++)
    set_number (g_ptr_array_index (table->rows, table->rows->len - 1), 9 + i, sums[i] + 725 + i);
  block->table = table;
  g_ptr_array_add (dov_result_get_blocks (result), block);

  dov_block_add_line (sign, "Записи проверил(а)", "заведующий площадкой", "Н.А.\xc2\xa0Вахрушева");
  g_ptr_array_add (dov_result_get_blocks (result), sign);

  return result;
}

static char *
write_workbook (DovScratch *scratch,
                DovResult  *result,
                const char *name)
{
  char *path = dov_scratch_path (scratch, name);
  g_autoptr (GError) error = NULL;
  gboolean written = dov_workbook_write (result, path, FALSE, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (written);

  return path;
}

static void
test_journal (void)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autoptr (DovResult) result = make_journal (1);
  g_autofree char *name = dov_result_dup_file_name (result);
  g_autofree char *path = write_workbook (scratch, result, name);
  g_autoptr (Reading) reading = reading_new (path);
  const char *const sheet = "Журнал мероприятий";
  const struct { const char *column; int pixels; } widths[] = {
    { "width A", 33 }, { "width B", 75 }, { "width C", 54 }, { "width D", 187 }, { "width E", 89 },
    { "width F", 68 }, { "width G", 79 }, { "width H", 54 }, { "width I", 54 }, { "width J", 72 },
    { "width K", 68 }, { "width L", 75 }, { "width M", 113 }, { "width N", 87 },
  };

  g_assert_cmpstr (name, ==, "Журнал мероприятий, Слудка, 2027-03.xlsx");
  g_assert_cmpuint (g_strv_length (reading_list_sheets (reading)), ==, 3);
  g_assert_cmpstr (reading_list_sheets (reading)[1], ==, "Данные");
  g_assert_cmpstr (reading_list_sheets (reading)[2], ==, "О файле");

  /* The widths and heights of the reference workbook. */
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_test_message ("%s", widths[i].column);
      g_assert_cmpint (atoi (reading_get_fact (reading, sheet, widths[i].column)), ==, widths[i].pixels);
    }
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_autofree char *row = g_strdup_printf ("height %u", 12 + i);

      g_test_message ("%s", row);
      g_assert_cmpfloat (g_ascii_strtod (reading_get_fact (reading, sheet, row), NULL), ==, events[i].height);
    }
  g_assert_cmpstr (reading_get_fact (reading, sheet, "height 1"), ==, "20.5");
  g_assert_cmpstr (reading_get_fact (reading, sheet, "height 3"), ==, "23");
  g_assert_cmpstr (reading_get_fact (reading, sheet, "height 9"), ==, "16");
  g_assert_cmpstr (reading_get_fact (reading, sheet, "height 10"), ==, "36");

  /* The page. */
  g_assert_cmpstr (reading_get_fact (reading, sheet, "repeat"), ==, "$9:$11");
  g_assert_cmpstr (reading_get_fact (reading, sheet, "area"), ==, "$A$1:$N$22");
  g_assert_cmpstr (reading_get_fact (reading, sheet, "orientation"), ==, "landscape");
  g_assert_cmpstr (reading_get_fact (reading, sheet, "paper"), ==, "9");
  g_assert_cmpstr (reading_get_fact (reading, sheet, "margins"), ==, "20 10 20 20 10");
  g_assert_cmpstr (reading_get_fact (reading, sheet, "gridlines"), ==, "0");
  g_assert_cmpstr (reading_get_fact (reading, sheet, "freeze"), ==, "");
  g_assert_true (g_str_has_prefix (reading_get_fact (reading, sheet, "footer"), "Составлено 02.04.2027 09:15"));
  g_assert_true (g_str_has_suffix (reading_get_fact (reading, sheet, "footer"), "|Стр. &P из &N"));
  g_assert_nonnull (strstr (reading_get_fact (reading, sheet, "footer"), "Кайсина && Ко"));

  /* The head of the paper, its cells and totals. */
  reading_assert (reading, sheet, "A3", "s ЖУРНАЛ УЧЁТА РАБОТЫ КЛУБНОГО УЧРЕЖДЕНИЯ");
  reading_assert (reading, sheet, "A4", "s за март 2027 года");
  reading_assert (reading, sheet, "A7", "s Место нахождения: с. Слудка, ул. Советская, д. 11");
  reading_assert (reading, sheet, "H9", "s Присутствовало");
  reading_assert (reading, sheet, "J10", "s молодёжь 14–35 лет");
  reading_assert (reading, sheet, "N11", "n 14");
  reading_assert (reading, sheet, "A12", "n 1");
  reading_assert (reading, sheet, "B12", "d 2027-03-01");
  reading_assert (reading, sheet, "H15", "n 1026");
  reading_assert (reading, sheet, "I12", "n 0");
  reading_assert (reading, sheet, "H16", "s —");
  reading_assert (reading, sheet, "N12", "b ");
  reading_assert (reading, sheet, "N15", "s =1+1");
  g_assert_null (reading_get_formula (reading, sheet, "N15"));
  g_assert_cmpstr (reading_get_formula (reading, sheet, "D17"), ==, "=COUNTA(D12:D16)");
  g_assert_cmpstr (reading_get_formula (reading, sheet, "H17"), ==, "=SUM(H12:H16)");
  g_assert_cmpstr (reading_get_formula (reading, sheet, "H19"), ==, "=H17+H18");
  g_assert_null (reading_get_formula (reading, sheet, "H18"));
  reading_assert (reading, sheet, "H17", "n 1070");
  reading_assert (reading, sheet, "H19", "n 1795");
  reading_assert (reading, sheet, "A18", "s За январь – февраль");
  reading_assert (reading, sheet, "A21", "s Записи проверил(а): заведующий площадкой");
  reading_assert (reading, sheet, "I21", "s Н.А.\xc2\xa0Вахрушева");
  reading_assert (reading, sheet, "G22", "s (подпись)");
  g_assert_cmpuint (reading_count_formulas (reading), ==, 10);

  /* Formats by name. */
  g_assert_cmpstr (reading_get_format (reading, sheet, "H12"), ==,
                   "#,##0;\"−\"#,##0|Times New Roman 11|right1||thin");
  g_assert_cmpstr (reading_get_format (reading, sheet, "B12"), ==, "dd\\.mm\\.yyyy|Times New Roman 11|center0||thin");
  g_assert_cmpstr (reading_get_format (reading, sheet, "D17"), ==,
                   "\"мероприятий: \"#,##0|Times New Roman 11 bold|left0||thin");
  g_assert_cmpstr (reading_get_format (reading, sheet, "A9"), ==, "General|Times New Roman 10 bold|center0|wrap|thin");
  g_assert_cmpstr (reading_get_format (reading, sheet, "A3"), ==, "General|Times New Roman 14 bold|center0|wrap|");

  /* No merged cell in the body. */
  g_assert_null (strstr (reading_get_fact (reading, sheet, "merged"), "12:"));
  g_assert_null (strstr (reading_get_fact (reading, sheet, "merged"), "16:"));
}

static void
test_data_sheet (void)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autoptr (DovResult) result = make_journal (1);
  g_autofree char *path = write_workbook (scratch, result, "data.xlsx");
  g_autoptr (Reading) reading = reading_new (path);

  g_assert_cmpstr (reading_get_fact (reading, "Данные", "table"), ==, "data_rows A1:P6 TableStyleLight15 0");
  g_assert_cmpstr (reading_get_fact (reading, "Данные", "freeze"), ==, "A2");
  g_assert_cmpstr (reading_get_fact (reading, "Данные", "merged"), ==, "");
  reading_assert (reading, "Данные", "A1", "s Проведено, число, месяц");
  reading_assert (reading, "Данные", "B1", "s Начало");
  reading_assert (reading, "Данные", "H1", "s Присутствовало, всего");
  reading_assert (reading, "Данные", "A2", "d 2027-03-01");
  reading_assert (reading, "Данные", "B2", "t 16:00");
  reading_assert (reading, "Данные", "H6", "b ");
  reading_assert (reading, "Данные", "H5", "n 1026");
  g_assert_cmpstr (reading_get_format (reading, "Данные", "H5"), ==, "#,##0|Arial 10|right1||");
  g_assert_cmpstr (reading_get_format (reading, "Данные", "A1"), ==, "General|Arial 10 bold|left0|wrap|");
  g_assert_cmpint (atoi (reading_get_fact (reading, "Данные", "width D")), ==, 320);

  reading_assert (reading, "О файле", "B3", "s D-22");
  reading_assert (reading, "О файле", "B4", "d 2027-03-01");
  reading_assert (reading, "О файле", "B7", "s только проведённые мероприятия");
  reading_assert (reading, "О файле", "B8", "m 2027-04-02T09:15");
  reading_assert (reading, "О файле", "B11", "n 5");
  reading_assert (reading, "О файле", "A12", "s Контрольная сумма: мероприятий");
  reading_assert (reading, "О файле", "A13", "s Контрольная сумма: Присутствовало, всего");
  reading_assert (reading, "О файле", "B13", "n 1070");
}

/* More cells than are kept in memory: written row by row, the same book. */
static void
test_large (void)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autoptr (DovResult) result = make_journal (400);
  g_autofree char *path = write_workbook (scratch, result, "large.xlsx");
  g_autoptr (Reading) reading = reading_new (path);
  const char *const sheet = "Журнал мероприятий";

  reading_assert (reading, sheet, "H2012", "n 428000");
  g_assert_cmpstr (reading_get_formula (reading, sheet, "H2012"), ==, "=SUM(H12:H2011)");
  reading_assert (reading, sheet, "A9", "s № п/п");
  reading_assert (reading, sheet, "J10", "s молодёжь 14–35 лет");
  reading_assert (reading, sheet, "D2007", "s Круглый стол «Помощь, которую можно получить на месте»: "
                  "социальный контракт, пособия, детский телефон доверия, школа");
  g_assert_cmpstr (reading_get_fact (reading, "Данные", "table"), ==, "data_rows A1:P2001 TableStyleLight15 0");
  reading_assert (reading, "Данные", "A2001", "d 2027-03-23");
}

/* The folder of the locale is made by the test; without locale data it is skipped. */
static void
test_locale (void)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autofree char *folder = dov_scratch_path (scratch, "ru_RU.UTF-8");
  g_autofree char *parent = g_path_get_dirname (folder);
  const char *const command[] = { "localedef", "-i", "ru_RU", "-f", "UTF-8", folder, NULL };
  g_autofree char *told = NULL;
  g_autofree char *complained = NULL;
  int status = 0;

  if (g_test_subprocess ())
    {
      g_assert_nonnull (setlocale (LC_ALL, ""));
      g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
      test_journal ();
      test_data_sheet ();
      g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
      return;
    }
  if (!g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &told, &complained, &status, NULL)
      || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("no locale data to make ru_RU from");
      return;
    }
  /* The system's library forgets the list it makes of LOCPATH; that leak is not ours. */
  g_setenv ("ASAN_OPTIONS", "detect_leaks=0", TRUE);
  g_setenv ("LOCPATH", parent, TRUE);
  g_setenv ("LC_ALL", "ru_RU.UTF-8", TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_unsetenv ("LOCPATH");
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_test_trap_assert_passed ();
}

static void
assert_refused (DovResult        *result,
                const char       *path,
                gboolean          replace,
                DovDocumentError  code)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (dov_workbook_write (result, path, replace, NULL, NULL, NULL, &error));
  g_assert_error (error, DOV_DOCUMENT_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));
}

static void
test_exists (void)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autoptr (DovResult) result = make_journal (1);
  g_autofree char *path = dov_scratch_path (scratch, "there.xlsx");
  g_autofree char *lock = dov_scratch_path (scratch, ".~lock.there.xlsx#");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  dov_scratch_write (scratch, "there.xlsx", "old", 3);
  assert_refused (result, path, FALSE, DOV_DOCUMENT_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "old");

  dov_scratch_write (scratch, ".~lock.there.xlsx#", "x", 1);
  assert_refused (result, path, TRUE, DOV_DOCUMENT_ERROR_FILE);
  g_unlink (lock);

  g_assert_true (dov_workbook_write (result, path, TRUE, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  reading_free (reading_new (path));
  g_assert_cmpuint (dov_scratch_count_files (scratch, ".part"), ==, 0);
}

static void
test_bad_places (void)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autoptr (DovResult) result = make_journal (1);
  g_autofree char *nowhere = dov_scratch_path (scratch, "no-folder/there.xlsx");
  g_autofree char *folder = dov_scratch_path (scratch, "");
  g_autofree char *path = dov_scratch_path (scratch, "there.xlsx");

  assert_refused (result, nowhere, FALSE, DOV_DOCUMENT_ERROR_FILE);
  /* Root is kept out by a disk that may only be read; another, who cannot mount one, by a folder. */
  if (dov_scratch_mount (scratch, 1 << 20))
    dov_scratch_make_read_only (scratch);
  else if (getuid () != 0)
    g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  else
    return;
  assert_refused (result, path, FALSE, DOV_DOCUMENT_ERROR_FILE);
}

/* A disk with room for some of the book, and temporary files on the same. */
static void
test_full_disk (void)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autoptr (DovResult) result = make_journal (400);
  g_autofree char *path = NULL;
  const gsize sizes[] = { 16 << 10, 128 << 10, 1 << 20 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (DovScratch) small = dov_scratch_new ();
      g_autofree char *folder = NULL;

      if (!dov_scratch_mount (small, sizes[i]))
        {
          g_test_skip ("no right to mount a small disk");
          return;
        }
      g_free (path);
      path = dov_scratch_path (small, "full.xlsx");
      folder = g_path_get_dirname (path);

      /* Both the book and the library's own temporary files fill it up. */
      g_setenv ("TMPDIR", folder, TRUE);
      assert_refused (result, path, FALSE, DOV_DOCUMENT_ERROR_FILE);
      g_unsetenv ("TMPDIR");
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
      if (i == 0)
        assert_refused (result, path, FALSE, DOV_DOCUMENT_ERROR_FILE);

      /* Only the temporary files: the library would pack what got there. */
      g_free (path);
      path = dov_scratch_path (scratch, "beside.xlsx");
      g_setenv ("TMPDIR", folder, TRUE);
      assert_refused (result, path, FALSE, DOV_DOCUMENT_ERROR_FILE);
      g_unsetenv ("TMPDIR");
      g_assert_cmpuint (dov_scratch_count_files (scratch, ""), ==, 0);
    }
}

static void
progressed_cb (guint    done,
               guint    total,
               gpointer user_data)
{
  GCancellable *cancellable = user_data;

  g_assert_cmpuint (done, <=, total);
  if (done > total / 2)
    g_cancellable_cancel (cancellable);
}

static void
test_cancel (void)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autoptr (DovResult) result = make_journal (400);
  g_autofree char *path = dov_scratch_path (scratch, "cancelled.xlsx");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (dov_workbook_write (result, path, FALSE, progressed_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (dov_scratch_count_files (scratch, ""), ==, 0);
}

static void
test_long_text (void)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autoptr (DovResult) result = make_journal (1);
  const DovTable *table = dov_result_get_table (result, 0);
  DovRow *row = g_ptr_array_index (table->rows, 0);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *path = NULL;
  g_autoptr (Reading) reading = NULL;

  while (text->len < 80000)
    g_string_append_printf (text, "слово%" G_GSIZE_FORMAT " ", text->len);
  g_free (row->cells[5].text);
  row->cells[5].text = g_strdup (text->str);
  path = write_workbook (scratch, result, "long.xlsx");
  reading = reading_new (path);

  g_assert_cmpstr (reading_get_fact (reading, "Журнал мероприятий", "height 12"), ==, "409");
  g_assert_true (g_str_has_suffix (reading_get (reading, "Журнал мероприятий", "D12"), "… (полностью — в карточке)"));
  g_assert_cmpint (g_utf8_strlen (reading_get (reading, "Журнал мероприятий", "D12"), -1), <, 1500);
  g_assert_true (g_str_has_suffix (reading_get (reading, "Данные", "D2"), "… (полностью — в карточке)"));
  g_assert_cmpint (g_utf8_strlen (reading_get (reading, "Данные", "D2"), -1), <=, 32767 + 2);
  g_assert_cmpint (g_utf8_strlen (reading_get (reading, "Данные", "D2"), -1), >, 32700);
}

/* What older files may still hold does not make a workbook that no office opens. */
static void
test_unseen (void)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autoptr (DovResult) result = make_journal (1);
  DovPaper *paper = dov_result_get_paper (result);
  DovRow *row = g_ptr_array_index (dov_result_get_table (result, 0)->rows, 0);
  g_autofree char *path = NULL;
  g_autoptr (Reading) reading = NULL;

  g_free (paper->title);
  paper->title = g_strdup ("Журнал\ufffe мероприятий");
  g_free (paper->footer);
  paper->footer = g_strdup ("Составлено\uffff здесь\001");
  g_free (row->cells[5].text);
  row->cells[5].text = g_strdup ("Масте\u00adр-кл\uffffасс\002");
  path = write_workbook (scratch, result, "unseen.xlsx");
  reading = reading_new (path);
  reading_assert (reading, "Данные", "D2", "s Мастер-класс");
}

/* A workbook is read by a parser of XML before it is called done. */
static void
test_no_xml (void)
{
  static const char *const texts[] = { "хорошо", "пло\ufffeхо", "пло\uffffхо", "пло\xed\xa0\x80хо" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (DovScratch) scratch = dov_scratch_new ();
      g_autofree char *path = dov_scratch_path (scratch, "bare.xlsx");
      g_autoptr (GPtrArray) rows = g_ptr_array_new ();
      lxw_workbook *workbook = workbook_new (path);
      lxw_worksheet *sheet = workbook_add_worksheet (workbook, "Лист");

      worksheet_write_string (sheet, 0, 0, texts[i], NULL);
      worksheet_write_string (sheet, 1, 0, "и ещё", NULL);
      g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
      g_ptr_array_add (rows, GUINT_TO_POINTER (2));
      g_test_message ("text %u", i);
      g_assert_cmpint (dov_workbook_is_whole (path, rows), ==, i == 0);
    }
}

/* What is not whole when it is read back has not failed for want of room. */
static void
test_read_back (void)
{
  g_autoptr (GError) room = NULL;
  g_autoptr (GError) error = NULL;

  dov_whole_file_set_error (&room, "/any/journal.xlsx", ENOSPC);
  dov_whole_file_set_error (&error, "/any/journal.xlsx", EBADMSG);
  g_assert_nonnull (strstr (room->message, "не хватает места"));
  g_assert_null (strstr (error->message, "места"));
  g_assert_nonnull (strstr (error->message, "прочитан не полностью"));
  g_assert_nonnull (strstr (error->message, "journal.xlsx"));
  g_assert_null (strstr (error->message, g_strerror (EBADMSG)));
}

int
main (int    argc,
      char **argv)
{
  dov_language_start (NULL);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workbook/journal", test_journal);
  g_test_add_func ("/workbook/data-sheet", test_data_sheet);
  g_test_add_func ("/workbook/large", test_large);
  g_test_add_func ("/workbook/locale", test_locale);
  g_test_add_func ("/workbook/exists", test_exists);
  g_test_add_func ("/workbook/bad-places", test_bad_places);
  g_test_add_func ("/workbook/full-disk", test_full_disk);
  g_test_add_func ("/workbook/cancel", test_cancel);
  g_test_add_func ("/workbook/long-text", test_long_text);
  g_test_add_func ("/workbook/unseen", test_unseen);
  g_test_add_func ("/workbook/no-xml", test_no_xml);
  g_test_add_func ("/workbook/read-back", test_read_back);

  return g_test_run ();
}
