/* bench-print.c - what the PDF of a register costs against a bare loop that draws the same cells */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-print.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <pango/pangocairo.h>
#include <stdio.h>

#define N_COLUMNS 14
#define N_TIMES   5

static const char *const words[] = {
  "16:00–17:30", "Мастер-класс «Открытка маме»: складываем, клеим, подписываем", "мастер-класс", "в клубе", "семьи",
  "бесплатно", "Перминова\xc2\xa0Е.И.", "обсуждение за чаем",
};

/* The columns of a club's register: texts 0–7, the rest figures, a date and the number of the row. */
static const struct { DovColumnKind kind; int width; int word; } columns[N_COLUMNS] = {
  { DOV_COLUMN_ROW, 4, -1 },   { DOV_COLUMN_DATE, 10, -1 }, { DOV_COLUMN_TEXT, 7, 0 },  { DOV_COLUMN_TEXT, 26, 1 },
  { DOV_COLUMN_TEXT, 12, 2 },  { DOV_COLUMN_TEXT, 9, 3 },   { DOV_COLUMN_TEXT, 10, 4 }, { DOV_COLUMN_COUNT, 7, -1 },
  { DOV_COLUMN_COUNT, 7, -1 }, { DOV_COLUMN_COUNT, 9, -1 }, { DOV_COLUMN_COUNT, 9, -1 }, { DOV_COLUMN_TEXT, 9, 5 },
  { DOV_COLUMN_TEXT, 12, 6 },  { DOV_COLUMN_TEXT, 10, 7 },
};

static DovResult *
make_register (guint n_rows)
{
  DovResult *result = dov_result_new ();
  DovPaper *paper = dov_result_get_paper (result);
  DovBlock *block = dov_block_new (DOV_BLOCK_TABLE, NULL);
  DovTable *table = block->table = dov_result_table_new ();

  paper->title = g_strdup ("Журнал учёта работы клубного учреждения");
  paper->file_name = g_strdup ("Журнал.xlsx");
  paper->is_landscape = TRUE;
  table->has_numbers = TRUE;
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      DovColumn *column = g_new0 (DovColumn, 1);

      *column = (DovColumn) {
        .name = g_strdup (""), .heading = g_strdup_printf ("Столбец %u", i + 1), .kind = columns[i].kind,
        .width = columns[i].width, .grows = i == 3, .on_paper = TRUE,
      };
      g_ptr_array_add (table->columns, column);
    }
  for (guint i = 0; i < n_rows; i++)
    {
      DovRow *row = dov_result_table_add_row (table, DOV_ROW_BODY);

      for (guint j = 0; j < N_COLUMNS; j++)
        {
          DovCell *cell = &row->cells[j];

          cell->is_empty = FALSE;
          cell->number = (i * 7 + j * 13) % 90;
          if (columns[j].word == 1)
            cell->text = g_strdup_printf ("%s, занятие %u", words[1], i + 1);
          else if (columns[j].word >= 0)
            cell->text = g_strdup (words[columns[j].word]);
          else if (columns[j].kind == DOV_COLUMN_DATE)
            {
              g_autofree char *day = g_strdup_printf ("2027-%02u-%02u", i % 12 + 1, i % 28 + 1);

              dov_cell_set_text (cell, DOV_COLUMN_DATE, day);
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

  if (!dov_print_write_pdf (result, path, TRUE, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
}

/* One layout a column, every text set, measured and shown once, a frame around it; a new page when it is full. */
static void
write_bare (DovResult  *result,
            const char *path)
{
  const DovTable *table = dov_result_get_table (result, 0);
  cairo_surface_t *surface = cairo_pdf_surface_create (path, 841.89, 595.28);
  cairo_t *cr = cairo_create (surface);
  PangoLayout *layouts[N_COLUMNS];
  double x[N_COLUMNS + 1] = { 57 };
  double y = 57, total = 0;

  for (guint j = 0; j < N_COLUMNS; j++)
    total += columns[j].width;
  for (guint j = 0; j < N_COLUMNS; j++)
    {
      g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Liberation Serif 11px");
      double width = 756 * columns[j].width / total;

      x[j + 1] = x[j] + width;
      layouts[j] = pango_cairo_create_layout (cr);
      pango_layout_set_font_description (layouts[j], font);
      pango_layout_set_width (layouts[j], (int) ((width - 6) * PANGO_SCALE));
      pango_layout_set_wrap (layouts[j], PANGO_WRAP_WORD_CHAR);
    }
  for (guint i = 0; i < table->rows->len; i++)
    {
      const DovRow *row = g_ptr_array_index (table->rows, i);
      double height = 0;

      for (guint j = 0; j < N_COLUMNS; j++)
        {
          g_autofree char *shown = dov_cell_dup_shown (&row->cells[j]);
          int down;

          pango_layout_set_text (layouts[j], shown, -1);
          pango_layout_get_size (layouts[j], NULL, &down);
          height = MAX (height, (double) down / PANGO_SCALE + 4);
        }
      if (y + height > 538)
        {
          cairo_show_page (cr);
          y = 57;
        }
      for (guint j = 0; j < N_COLUMNS; j++)
        {
          cairo_rectangle (cr, x[j], y, x[j + 1] - x[j], height);
          cairo_stroke (cr);
          cairo_move_to (cr, x[j] + 3, y + 2);
          pango_cairo_show_layout (cr, layouts[j]);
        }
      y += height;
    }
  for (guint j = 0; j < N_COLUMNS; j++)
    g_object_unref (layouts[j]);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
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

int
main (void)
{
  const guint sizes[] = { 1000, 5000 };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("doverie-bench-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "bench.pdf", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (DovResult) result = make_register (sizes[i]);
      g_autoptr (DovPrint) print = dov_print_new (result, NULL, &error);
      double bare = measure (write_bare, result, path);
      double ours = measure (write_ours, result, path);

      printf ("PDF of a register of %u rows: %u pages, %.0f ms, bare loop %.0f ms, ratio %.2f\n", sizes[i],
              dov_print_count_pages (print), ours, bare, ours / bare);
    }
  g_rmdir (folder);

  return 0;
}
