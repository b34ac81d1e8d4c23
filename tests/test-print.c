/* test-print.c - pages: figures, headers, margins, signatures, hard texts, blanks, files */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "papers.h"
#include "pdf-reading.h"

#include <glib/gstdio.h>
#include <string.h>

/* What is made here. */

static DovResult *
result_new (const char *title)
{
  DovResult *result = dov_result_new ();
  DovPaper *paper = dov_result_get_paper (result);

  paper->title = g_strdup (title);
  paper->sheet = g_strdup ("Проба");
  paper->file_name = g_strdup ("Проба.xlsx");
  paper->footer = g_strdup ("Составлено 02.04.2027 09:15 в программе «Доверие».");
  paper->institution = g_strdup ("Слудский сельский дом культуры");

  return result;
}

static DovTable *
add_table (DovResult *result)
{
  DovBlock *block = dov_block_new (DOV_BLOCK_TABLE, NULL);

  block->table = dov_result_table_new ();
  g_ptr_array_add (dov_result_get_blocks (result), block);

  return block->table;
}

static void
add_column (DovTable      *table,
            const char    *group,
            const char    *heading,
            DovColumnKind  kind,
            int            width,
            gboolean       grows)
{
  DovColumn *column = g_new0 (DovColumn, 1);

  *column = (DovColumn) {
    .name = g_strdup (heading), .group = g_strdup (group), .heading = g_strdup (heading), .kind = kind,
    .width = width, .grows = grows, .on_paper = TRUE, .on_data = TRUE,
  };
  g_ptr_array_add (table->columns, column);
}

static void
add_row (DovTable   *table,
         const char *text,
         gint64      number)
{
  DovRow *row = dov_result_table_add_row (table, DOV_ROW_BODY);

  row->cells[1].is_empty = FALSE;
  row->cells[1].text = g_strdup (text);
  row->cells[2].is_empty = FALSE;
  row->cells[2].number = number;
}

/* A register of so many rows, and who signs it. */
static DovResult *
make_register (guint n_rows)
{
  DovResult *result = result_new ("Журнал пробы");
  DovTable *table = add_table (result);
  DovBlock *sign = dov_block_new (DOV_BLOCK_SIGN, NULL);

  add_column (table, NULL, "№ п/п", DOV_COLUMN_ROW, 5, FALSE);
  add_column (table, "Дело", "наименование", DOV_COLUMN_TEXT, 30, TRUE);
  add_column (table, "Дело", "пришло", DOV_COLUMN_COUNT, 9, FALSE);
  table->has_numbers = TRUE;
  for (guint i = 1; i <= n_rows; i++)
    {
      g_autofree char *text = g_strdup_printf ("строка-%04u%s", i, i % 3 == 0 ? ", и ещё слова, которым одной строки в таком "
                                               "столбце никак не хватит, хотя столбец довольно широк" : "");

      add_row (table, text, i * 1000 + 7);
    }
  dov_block_add_line (sign, "Составил(а)", "заведующая", "Е.И. Перминова");
  g_ptr_array_add (dov_result_get_blocks (result), sign);

  return result;
}

static DovPrint *
lay_out (DovResult *result)
{
  g_autoptr (GError) error = NULL;
  DovPrint *print = dov_print_new (result, NULL, &error);

  g_assert_no_error (error);

  return print;
}

static char *
write_pdf (Papers    *papers,
           DovResult *result)
{
  g_autoptr (GError) error = NULL;
  char *path = dov_scratch_path (papers->scratch, "pages.pdf");

  dov_print_write_pdf (result, path, TRUE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return path;
}

/* Figures. */

/* A row as it is drawn: cell after cell. */
static char *
join_row (const DovTable *table,
          const DovRow   *row,
          guint           number)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < table->columns->len; i++)
    {
      const DovColumn *column = g_ptr_array_index (table->columns, i);
      g_autofree char *shown = dov_cell_dup_shown (&row->cells[i]);

      if (!column->on_paper)
        continue;
      if (column->kind == DOV_COLUMN_ROW)
        g_string_append_printf (all, "%u", number);
      else
        g_string_append (all, shown);
    }

  return pdf_squeeze (all->str);
}

static void
expect_rows (DovResult  *result,
             const char *path)
{
  g_autofree char *text = pdf_read_tight (path, 0);
  const DovTable *table;

  for (guint i = 0; (table = dov_result_get_table (result, i)) != NULL; i++)
    for (guint j = 0, number = 0; j < table->rows->len; j++)
      {
        const DovRow *row = g_ptr_array_index (table->rows, j);
        g_autofree char *wanted = NULL;

        if (row->role != DOV_ROW_BODY)
          continue;
        wanted = join_row (table, row, ++number);
        if (strstr (text, wanted) == NULL)
          g_error ("the pages have no row “%s”", wanted);
      }
}

/* Every row of every document, as it stands in its result and so in its workbook. */
static void
test_figures (Papers        *papers,
              gconstpointer  unused)
{
  static const char *const codes[] = { "D-15", "D-21", "D-22", "D-29" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (DovDocument) document = papers_load (papers, codes[i]);
      g_autoptr (DovResult) result = papers_run (papers, document, 0, 0);
      g_autoptr (DovPrint) print = lay_out (result);
      g_autofree char *path = write_pdf (papers, result);

      expect_rows (result, path);
      g_assert_cmpuint (pdf_count_pages (path), ==, dov_print_count_pages (print));
      print_assert_margins (print);
    }
}

/* The totals that Excel shows are those of the pages. */
static void
test_totals (Papers        *papers,
             gconstpointer  unused)
{
  g_autoptr (DovDocument) document = papers_load (papers, "D-22");
  g_autoptr (DovResult) result = papers_run (papers, document, papers->club.lounge, 0);
  g_autofree char *path = write_pdf (papers, result);
  g_autofree char *text = pdf_read_tight (path, 0);
  g_autoptr (Reading) reading = papers_write_and_read (papers, result);
  char **sheets = reading_list_sheets (reading);

  /* 63 + 72; 3 + 12; 12 + 24; 48 + 36; then January and February, then all. */
  g_assert_nonnull (strstr (text, "мероприятий:31351536" "84"));
  g_assert_nonnull (strstr (text, "мероприятий:223100330077001" "2100"));
  g_assert_nonnull (strstr (text, "мероприятий:523235331577361" "2184"));
  g_assert_nonnull (reading_find (reading, sheets[0], "n 135"));
  g_assert_nonnull (reading_find (reading, sheets[0], "n 23235"));
}

/* Pages. */

/* Five hundred rows: the header on every page, every row once and whole, numbers from the second page. */
static void
test_long (Papers        *papers,
           gconstpointer  unused)
{
  g_autoptr (DovResult) result = make_register (500);
  g_autoptr (DovPrint) print = lay_out (result);
  g_autofree char *path = write_pdf (papers, result);
  g_autofree char *all = pdf_read_tight (path, 0);
  guint n_pages = dov_print_count_pages (print);

  g_assert_cmpuint (n_pages, >, 10);
  g_assert_cmpuint (pdf_count_pages (path), ==, n_pages);
  for (guint i = 1; i <= 500; i++)
    {
      g_autofree char *row = g_strdup_printf ("строка-%04u", i);

      g_assert_cmpuint (pdf_count (all, row), ==, 1);
    }
  for (guint i = 1; i <= n_pages; i++)
    {
      g_autofree char *page = pdf_read_tight (path, i);
      Ink ink;

      g_assert_cmpuint (pdf_count (page, "№п/пДелонаименованиепришло123"), ==, 1);
      g_assert_cmpuint (pdf_count (page, "ЖУРНАЛПРОБЫ"), ==, i == 1);
      g_assert_cmpuint (pdf_count (page, "Составлено02.04.202709:15впрограмме«Доверие»."), ==, 1);
      /* At the top, in the middle. */
      g_assert_cmpint (print_find_ink (print, i - 1, 0, 50, &ink), ==, i > 1);
      if (i > 1)
        g_assert_cmpfloat_with_epsilon ((ink.left + ink.right) / 2, 56.7 + (595.28 - 56.7 - 28.35) / 2, 4);
    }
  print_assert_margins (print);
}

/* However many rows there are, who signs stands on one page with the last of them. */
static void
test_signature (Papers        *papers,
                gconstpointer  unused)
{
  for (guint n = 20; n < 62; n += 3)
    {
      g_autoptr (DovResult) result = make_register (n);
      g_autofree char *path = write_pdf (papers, result);
      g_autofree char *last_page = pdf_read_tight (path, pdf_count_pages (path));
      g_autofree char *last_row = g_strdup_printf ("строка-%04u", n);

      g_assert_nonnull (strstr (last_page, last_row));
      g_assert_nonnull (strstr (last_page, "Составил(а):заведующаяЕ.И.Перминова(подпись)(расшифровкаподписи)"));
    }
}

/* A page lies or stands, and has room for the binding of what is archived. */
static void
test_page (Papers        *papers,
           gconstpointer  unused)
{
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (DovResult) result = make_register (60);
      g_autoptr (DovPrint) print = NULL;
      double width, height;
      Ink ink;

      dov_result_get_paper (result)->is_landscape = i & 1;
      dov_result_get_paper (result)->is_archived = (i & 2) != 0;
      print = lay_out (result);
      dov_print_get_size (print, &width, &height);
      g_assert_cmpfloat_with_epsilon (width, i & 1 ? 841.89 : 595.28, 0.1);
      g_assert_cmpfloat_with_epsilon (height, i & 1 ? 595.28 : 841.89, 0.1);
      print_assert_margins (print);
      g_assert_true (print_find_ink (print, 0, 200, height - 60, &ink));
      g_assert_cmpfloat_with_epsilon (ink.left, i & 2 ? 85.04 : 56.69, 1);
      g_assert_cmpfloat_with_epsilon (ink.right, width - 28.35, 1.5);
    }
}

/* A paragraph of many pages loses no word and says none twice. */
static void
test_prose (Papers        *papers,
            gconstpointer  unused)
{
  g_autoptr (DovResult) result = result_new ("Договор");
  DovBlock *block = dov_block_new (DOV_BLOCK_TEXT, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *path = NULL;
  g_autofree char *all = NULL;

  for (guint i = 1; i <= 3000; i++)
    g_string_append_printf (text, "слово%04u ", i);
  dov_block_add_line (block, text->str, NULL, NULL);
  g_ptr_array_add (dov_result_get_blocks (result), block);
  path = write_pdf (papers, result);
  all = pdf_read_page (path, 0);
  g_assert_cmpuint (pdf_count_pages (path), >, 3);
  for (guint i = 1; i <= 3000; i++)
    {
      g_autofree char *word = g_strdup_printf ("слово%04u", i);

      g_assert_cmpuint (pdf_count (all, word), ==, 1);
    }
}

/* What is hard to place. */

static void
test_long_words (Papers        *papers,
                 gconstpointer  unused)
{
  g_autoptr (DovResult) result = make_register (2);
  DovTable *table = ((DovBlock *) g_ptr_array_index (dov_result_get_blocks (result), 0))->table;
  g_autoptr (GString) word = g_string_new (NULL);
  g_autoptr (GString) essay = g_string_new (NULL);
  g_autoptr (DovPrint) print = NULL;
  g_autofree char *path = NULL;
  g_autofree char *all = NULL;

  for (guint i = 0; i < 60; i++)
    g_string_append (word, "превысокомногорассмотрительствующий");
  for (guint i = 0; i < 4000; i++)
    g_string_append (essay, "повесть о клубе ");
  add_row (table, word->str, 3);
  add_row (table, essay->str, 1234567890);
  print = lay_out (result);
  print_assert_margins (print);
  path = write_pdf (papers, result);
  all = pdf_read_tight (path, 0);
  g_assert_cmpuint (pdf_count (all, "превысокомногорассмотрительствующий"), ==, 60);
  g_assert_cmpuint (pdf_count (all, "…(полностью—вкарточке)"), ==, 1);
  g_assert_cmpuint (pdf_count (all, "1234567890"), ==, 1);
}

/* More columns than a page can hold: smaller letters, and nothing outside. */
static void
test_many_columns (Papers        *papers,
                   gconstpointer  unused)
{
  for (guint n = 4; n <= 64; n += 12)
    {
      g_autoptr (DovResult) result = result_new ("Широкая таблица");
      DovTable *table = add_table (result);
      g_autoptr (DovPrint) print = NULL;
      DovRow *row;

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *heading = g_strdup_printf ("Показатель %u", i);

          add_column (table, i % 4 == 1 ? "Вместе" : NULL, heading, i % 2 ? DOV_COLUMN_TEXT : DOV_COLUMN_COUNT, 20, i == 1);
        }
      row = dov_result_table_add_row (table, DOV_ROW_BODY);
      for (guint i = 0; i < n; i++)
        {
          row->cells[i].is_empty = FALSE;
          row->cells[i].number = 1000 + i;
          row->cells[i].text = i % 2 ? g_strdup ("благотворительность по-соседски") : NULL;
        }
      dov_result_get_paper (result)->is_list = n > 16;
      print = lay_out (result);
      print_assert_margins (print);
      g_assert_cmpuint (dov_print_count_pages (print), ==, 1);
    }
}

static void
test_empty (Papers        *papers,
            gconstpointer  unused)
{
  g_autoptr (DovResult) nothing = dov_result_new ();
  g_autoptr (DovResult) no_rows = make_register (0);
  g_autoptr (DovResult) no_columns = result_new ("Без столбцов");
  g_autoptr (DovPrint) print = NULL;

  add_table (no_columns);
  print = lay_out (nothing);
  g_assert_cmpuint (dov_print_count_pages (print), ==, 1);
  g_clear_object (&print);
  print = lay_out (no_rows);
  g_assert_cmpuint (dov_print_count_pages (print), ==, 1);
  g_clear_object (&print);
  print = lay_out (no_columns);
  g_assert_cmpuint (dov_print_count_pages (print), ==, 1);
}

/* Blank forms. */

/* Every definition there is: an empty form of one page or more, lines for a pen, nothing outside. */
static void
test_blanks (Papers        *papers,
             gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = dov_document_load_all (papers->club.store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < documents->len; i++)
    {
      DovDocument *document = g_ptr_array_index (documents, i);
      g_autoptr (DovResult) blank = dov_document_run_blank (document, papers->club.store, &error);
      g_autoptr (DovPrint) print = NULL;
      g_autofree char *name = NULL;

      g_assert_no_error (error);
      print = lay_out (blank);
      print_assert_margins (print);
      g_assert_cmpuint (dov_print_count_pages (print), <=, 6);
      name = dov_print_dup_file_name (blank);
      g_assert_true (g_str_has_suffix (name, "бланк.pdf"));
    }
}

/* The rows of a blank register fill its page, each high enough for a hand. */
static void
test_blank_rows (Papers        *papers,
                 gconstpointer  unused)
{
  g_autoptr (DovDocument) document = papers_load (papers, "D-22");
  g_autoptr (GError) error = NULL;
  g_autoptr (DovResult) blank = dov_document_run_blank (document, papers->club.store, &error);
  g_autoptr (DovPrint) print = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  double width, height;
  Ink ink;

  g_assert_no_error (error);
  print = lay_out (blank);
  g_assert_cmpuint (dov_print_count_pages (print), ==, 1);
  dov_print_get_size (print, &width, &height);
  g_assert_true (print_find_ink (print, 0, 0, height - 56, &ink));
  g_assert_cmpfloat (ink.bottom, >, height - 56 - 40);
  path = write_pdf (papers, blank);
  text = pdf_read_page (path, 0);
  g_assert_nonnull (strstr (text, "\n9\n"));
  g_assert_null (strstr (text, "—\n"));
}

/* Files. */

/* The same result gives the same bytes, with all fonts in it. */
static void
test_same (Papers        *papers,
           gconstpointer  unused)
{
  g_autoptr (DovDocument) document = papers_load (papers, "D-22");
  g_autoptr (DovResult) result = papers_run (papers, document, 0, 0);
  g_autofree char *path = write_pdf (papers, result);
  g_autofree char *once = NULL;
  g_autofree char *twice = NULL;
  g_autofree char *fonts = pdf_list_fonts (path);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (fonts), "\n", -1);
  gsize n_once, n_twice;

  g_file_get_contents (path, &once, &n_once, NULL);
  g_free (write_pdf (papers, result));
  g_file_get_contents (path, &twice, &n_twice, NULL);
  g_assert_cmpmem (once, n_once, twice, n_twice);
  g_assert_cmpuint (g_strv_length (lines), >, 2);
  for (guint i = 2; lines[i] != NULL; i++)
    g_assert_nonnull (strstr (lines[i], "yes yes yes"));
}

static void
refuse (Papers     *papers,
        const char *path,
        gboolean    replace,
        int         code)
{
  g_autoptr (DovResult) result = make_register (400);
  g_autoptr (GError) error = NULL;

  g_assert_false (dov_print_write_pdf (result, path, replace, NULL, NULL, NULL, &error));
  g_assert_error (error, DOV_DOCUMENT_ERROR, code);
  g_assert_cmpuint (dov_scratch_count_files (papers->scratch, ".part"), ==, 0);
}

static void
test_refused (Papers        *papers,
              gconstpointer  unused)
{
  g_autofree char *taken = dov_scratch_path (papers->scratch, "taken.pdf");
  g_autofree char *open = dov_scratch_path (papers->scratch, "open.pdf");
  g_autofree char *nowhere = dov_scratch_path (papers->scratch, "no/such/folder.pdf");
  g_autofree char *kept = NULL;

  dov_scratch_write (papers->scratch, "taken.pdf", "прежнее", -1);
  dov_scratch_write (papers->scratch, ".~lock.open.pdf#", "", 0);
  refuse (papers, taken, FALSE, DOV_DOCUMENT_ERROR_EXISTS);
  g_file_get_contents (taken, &kept, NULL, NULL);
  g_assert_cmpstr (kept, ==, "прежнее");
  refuse (papers, open, TRUE, DOV_DOCUMENT_ERROR_FILE);
  refuse (papers, nowhere, TRUE, DOV_DOCUMENT_ERROR_FILE);
}

/* What nobody can see comes neither from a definition nor from what it reads onto a page, into a workbook or a name. */
static void
test_unseen (Papers        *papers,
             gconstpointer  unused)
{
  g_autoptr (DovDocument) document = papers_load_text (
    papers,
    "document X-1\ntitle Про\u00adба\ufffe пера\nfile Про\u200bба\x07\nreceiver К\uffffому\nperiod month\n"
    "[table x]\ndata Сло\u00adва\n"
    "word | Сло\u200bво\ufffe | text | 20+ |\nnote | О н\x02ём | text | 20+ |\n"
    "SELECT 'Сад' || char(65534, 173) || 'ы' AS word, char(8203) AS note\n");
  g_autoptr (DovResult) result = papers_run (papers, document, 0, 0);
  g_autoptr (Reading) reading = papers_write_and_read (papers, result);
  g_autofree char *name = dov_result_dup_file_name (result);
  g_autofree char *path = dov_scratch_path (papers->scratch, "unseen.pdf");
  g_autoptr (GError) error = NULL;

  g_assert_true (g_str_has_prefix (name, "Проба, "));
  g_assert_cmpstr (dov_document_get_title (document), ==, "Проба пера");
  assert_cell (result, 0, "word", "Сады");
  g_assert_true (papers_get_row (result, 0)->cells[papers_find_column (result, "note")].is_empty);
  g_assert_true (reading_says (reading, "Слово"));
  g_assert_true (dov_print_write_pdf (result, path, FALSE, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* A full disk leaves what was there and no half file. */
static void
test_full (Papers        *papers,
           gconstpointer  unused)
{
  g_autoptr (DovScratch) small = dov_scratch_new ();
  g_autoptr (DovResult) result = make_register (500);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (!dov_scratch_mount (small, 64 * 1024))
    {
      g_test_skip ("no small disk can be made here");
      return;
    }
  path = dov_scratch_path (small, "pages.pdf");
  g_assert_false (dov_print_write_pdf (result, path, FALSE, NULL, NULL, NULL, &error));
  g_assert_error (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_FILE);
  g_assert_cmpuint (dov_scratch_count_files (small, ".part"), ==, 0);
  g_assert_cmpuint (dov_scratch_count_files (small, ".pdf"), ==, 0);
}

static void
stop_at_third (guint    done,
               guint    total,
               gpointer data)
{
  if (done == 3)
    g_cancellable_cancel (data);
}

static void
test_cancelled (Papers        *papers,
                gconstpointer  unused)
{
  g_autoptr (DovResult) result = make_register (500);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = dov_scratch_path (papers->scratch, "stopped.pdf");
  g_autoptr (GError) error = NULL;

  g_assert_false (dov_print_write_pdf (result, path, FALSE, stop_at_third, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (dov_scratch_count_files (papers->scratch, ".part"), ==, 0);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  PAPERS_ADD ("/print/figures", test_figures);
  PAPERS_ADD ("/print/totals", test_totals);
  PAPERS_ADD ("/print/long", test_long);
  PAPERS_ADD ("/print/signature", test_signature);
  PAPERS_ADD ("/print/page", test_page);
  PAPERS_ADD ("/print/prose", test_prose);
  PAPERS_ADD ("/print/long-words", test_long_words);
  PAPERS_ADD ("/print/many-columns", test_many_columns);
  PAPERS_ADD ("/print/empty", test_empty);
  PAPERS_ADD ("/print/blanks", test_blanks);
  PAPERS_ADD ("/print/blank-rows", test_blank_rows);
  PAPERS_ADD ("/print/same", test_same);
  PAPERS_ADD ("/print/refused", test_refused);
  PAPERS_ADD ("/print/unseen", test_unseen);
  PAPERS_ADD ("/print/full", test_full);
  PAPERS_ADD ("/print/cancelled", test_cancelled);

  return g_test_run ();
}
