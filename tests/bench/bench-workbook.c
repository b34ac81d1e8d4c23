/* bench-workbook.c - what a workbook costs against a bare loop that writes the same cells */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-document.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xlsxwriter.h>

#define N_COLUMNS 10
#define N_TIMES   5

static const char *const words[] = {
  "Мастер-класс «Открытка маме»", "в клубе", "семьи", "Перминова\xc2\xa0Е.И.", "бесплатно", "киносеанс",
};

/* A list of so many rows: texts, numbers and dates as a register has them. */
static DovResult *
make_result (guint n_rows)
{
  DovResult *result = dov_result_new ();
  DovPaper *paper = dov_result_get_paper (result);
  DovBlock *block = dov_block_new (DOV_BLOCK_TABLE, NULL);
  DovTable *table = block->table = dov_result_table_new ();

  paper->title = g_strdup ("Мероприятия");
  paper->sheet = g_strdup ("Мероприятия");
  paper->is_list = TRUE;
  table->data = g_strdup ("Мероприятия");
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      DovColumn *column = g_new0 (DovColumn, 1);

      column->name = g_strdup ("");
      column->heading = g_strdup_printf ("Столбец %u", i + 1);
      column->kind = i < 6 ? DOV_COLUMN_TEXT : i < 9 ? DOV_COLUMN_COUNT : DOV_COLUMN_DATE;
      column->width = 12;
      column->on_paper = column->on_data = TRUE;
      g_ptr_array_add (table->columns, column);
    }
  for (guint i = 0; i < n_rows; i++)
    {
      DovRow *row = dov_result_table_add_row (table, DOV_ROW_BODY);

      for (guint j = 0; j < N_COLUMNS; j++)
        {
          row->cells[j].is_empty = FALSE;
          row->cells[j].number = i * 7 + j;
          if (j < 6)
            row->cells[j].text = g_strdup_printf ("%s %u", words[j], i);
          else if (j == 9)
            {
              g_autofree char *day = g_strdup_printf ("2027-%02u-%02u", i % 12 + 1, i % 28 + 1);

              dov_cell_set_text (&row->cells[j], DOV_COLUMN_DATE, day);
            }
        }
    }
  g_ptr_array_add (dov_result_get_blocks (result), block);

  return result;
}

static void
write_ours (DovResult  *result,
            const char *path)
{
  g_autoptr (GError) error = NULL;

  if (!dov_workbook_write (result, path, TRUE, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
}

/* The same cells with the same formats, and nothing else. */
static void
write_bare (DovResult  *result,
            const char *path)
{
  const DovTable *table = dov_result_get_table (result, 0);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (book, NULL);
  lxw_format *text = workbook_add_format (book);
  lxw_format *number = workbook_add_format (book);
  lxw_format *date = workbook_add_format (book);

  format_set_text_wrap (text);
  format_set_num_format (number, "#,##0");
  format_set_num_format (date, "dd\\.mm\\.yyyy");
  for (guint j = 0; j < N_COLUMNS; j++)
    worksheet_write_string (sheet, 0, (lxw_col_t) j, ((DovColumn *) g_ptr_array_index (table->columns, j))->heading, text);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const DovRow *row = g_ptr_array_index (table->rows, i);

      worksheet_set_row (sheet, i + 1, 16, NULL);
      for (guint j = 0; j < N_COLUMNS; j++)
        if (j < 6)
          worksheet_write_string (sheet, i + 1, (lxw_col_t) j, row->cells[j].text, text);
        else
          worksheet_write_number (sheet, i + 1, (lxw_col_t) j, row->cells[j].number, j < 9 ? number : date);
    }
  workbook_close (book);
}

typedef void (*Write) (DovResult *result, const char *path);

static double
measure (Write       write,
         DovResult  *result,
         const char *path)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_TIMES; i++)
    {
      gint64 start = g_get_monotonic_time ();

      write (result, path);
      best = MIN (best, (double) (g_get_monotonic_time () - start) / 1000);
      g_unlink (path);
    }

  return best;
}

static glong
get_peak (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return usage.ru_maxrss;
}

/* How much the most memory of a process grows while it writes, in KiB. */
static glong
measure_memory (DovResult  *result,
                const char *path)
{
  int ends[2];
  glong grown = 0;
  pid_t child;

  if (pipe (ends) != 0)
    return -1;
  child = fork ();
  if (child == 0)
    {
      glong before = get_peak ();
      glong told;

      write_ours (result, path);
      told = get_peak () - before;
      _exit (write (ends[1], &told, sizeof told) == sizeof told ? 0 : 1);
    }
  close (ends[1]);
  if (read (ends[0], &grown, sizeof grown) != sizeof grown)
    grown = -1;
  close (ends[0]);
  waitpid (child, NULL, 0);
  g_unlink (path);

  return grown;
}

int
main (void)
{
  const guint sizes[] = { 10000, 100000 };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("doverie-bench-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "bench.xlsx", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (DovResult) result = make_result (sizes[i]);
      glong memory = measure_memory (result, path);
      double bare = measure (write_bare, result, path);
      double ours = measure (write_ours, result, path);

      printf ("workbook of %u cells: %.0f ms, bare loop %.0f ms, ratio %.2f (budget 1.40), memory +%ld KiB\n",
              sizes[i] * N_COLUMNS, ours, bare, ours / bare, memory);
    }
  g_rmdir (folder);

  return 0;
}
