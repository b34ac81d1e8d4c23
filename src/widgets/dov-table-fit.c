/* dov-table-fit.c - how wide the columns of a table are, and which leave where it is narrow */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-table-private.h"

/* The padding of a cell on both sides, and the arrow of a heading, in pixels. */
#define CELL_PADDING 26
#define ARROW 22
#define FRAME 4
#define MOST_TURNS 20
/* How narrow a column with text that goes on may become. */
#define LEAST_SHARE 0.6
#define LEAST_DIGITS 10

/* Whether the cells and the heading stand right, as numbers do. */
gboolean
dov_table_is_right (const DovColumnState *column)
{
  if (column->spec.is_number)
    return TRUE;

  return column->field != NULL && column->spec.words == NULL &&
         (column->field->kind == DOV_KIND_NUMBER || column->field->kind == DOV_KIND_QUANTITY ||
          column->field->kind == DOV_KIND_MONEY);
}

/* In digits, where the column does not say. */
static int
usual_width (const DovField *field)
{
  if (field == NULL)
    return 16;

  switch (field->kind)
    {
    case DOV_KIND_DATE:
      return 11;
    case DOV_KIND_TIME:
      return 6;
    case DOV_KIND_MOMENT:
      return 16;
    case DOV_KIND_FLAG:
      return 5;
    case DOV_KIND_NUMBER:
    case DOV_KIND_QUANTITY:
      return 7;
    case DOV_KIND_MONEY:
      return 12;
    case DOV_KIND_TEXT:
    case DOV_KIND_NOTE:
    case DOV_KIND_CHOICE:
    case DOV_KIND_CHOICES:
    case DOV_KIND_LINK:
    default:
      return 18;
    }
}

/* The inner list and the row of headings are GTK's own affair; they are its only children. */
GtkWidget *
dov_table_get_rows (DovTableView *self)
{
  return gtk_widget_get_last_child (GTK_WIDGET (self->view));
}

static int
measure_words (DovTableView   *self,
               const char *words,
               gboolean    is_bold)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), words);
  int width;

  if (is_bold)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
    }
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

/* The longest word of a heading that may go on in the next line. */
static int
measure_heading (DovTableView         *self,
                 const DovColumnState *column)
{
  g_auto (GStrv) words = g_strsplit (column->title, " ", -1);
  int width = 0;

  if (!column->spec.heading_wraps)
    return measure_words (self, column->title, TRUE) + (gtk_column_view_column_get_sorter (column->column) != NULL ? ARROW : 0);

  for (guint i = 0; words[i] != NULL; i++)
    width = MAX (width, measure_words (self, words[i], TRUE));

  return width;
}

/* Puts the words of a heading one under the other where they do not fit side
 * by side. GTK's headings do not do that by themselves. */
static void
break_heading (DovTableView   *self,
               DovColumnState *column)
{
  g_auto (GStrv) words = g_strsplit (column->title, " ", -1);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *longer = line->len > 0 ? g_strdup_printf ("%s %s", line->str, words[i]) : g_strdup (words[i]);

      if (line->len > 0 && measure_words (self, longer, TRUE) > column->pixels - CELL_PADDING)
        {
          g_string_append_printf (lines, "%s\n", line->str);
          g_string_assign (line, words[i]);
        }
      else
        {
          g_string_assign (line, longer);
        }
    }
  g_string_append (lines, line->str);
  if (g_strcmp0 (gtk_column_view_column_get_title (column->column), lines->str) != 0)
    gtk_column_view_column_set_title (column->column, lines->str);
}

/* Numbers stand right, and so do their headings. */
static void
align_headings (DovTableView *self)
{
  GtkWidget *heading = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (self->view)));

  for (guint i = 0; i < self->columns->len && heading != NULL; i++)
    {
      GtkWidget *box = gtk_widget_get_first_child (heading);

      if (((DovColumnState *) g_ptr_array_index (self->columns, i))->is_away)
        continue;

      if (box != NULL && dov_table_is_right (g_ptr_array_index (self->columns, i)))
        {
          /* The arrow goes before the words, so that these stand over the numbers. */
          gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
          gtk_widget_set_halign (box, GTK_ALIGN_START);
        }
      else if (box != NULL)
        {
          gtk_widget_set_direction (box, GTK_TEXT_DIR_NONE);
          gtk_widget_set_halign (box, GTK_ALIGN_FILL);
        }
      heading = gtk_widget_get_next_sibling (heading);
    }
}

/* GTK 4.8 leaves room for hidden columns and makes rows as high as hidden
 * cells are; and a column that is put in between stands behind in the headings
 * and rows. So when one leaves or comes back, all are taken out and put in anew. */
static void
put_columns (DovTableView *self)
{
  gboolean is_other = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      DovColumnState *column = g_ptr_array_index (self->columns, i);

      is_other |= column->leaves != column->is_away;
    }
  if (!is_other)
    return;

  self->is_putting = TRUE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      DovColumnState *column = g_ptr_array_index (self->columns, i);

      if (!column->is_away)
        gtk_column_view_remove_column (self->view, column->column);
      column->is_away = column->leaves;
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      DovColumnState *column = g_ptr_array_index (self->columns, i);

      if (!column->is_away)
        gtk_column_view_append_column (self->view, column->column);
    }
  if (self->sorted != NULL)
    gtk_column_view_sort_by_column (self->view, self->sorted->column,
                                    self->descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->is_putting = FALSE;
}

/* Makes the columns whose text can go on in the next line narrower, all in the
 * same measure, and gives the width that is still needed. */
static int
shrink (DovTableView *self,
        int           needed,
        int           width)
{
  int spare = 0, missing = needed - width;

  for (guint i = 0; i < self->columns->len; i++)
    spare += ((DovColumnState *) g_ptr_array_index (self->columns, i))->pixels -
             ((DovColumnState *) g_ptr_array_index (self->columns, i))->least;
  if (missing <= 0 || spare == 0 || width <= 0)
    return needed;

  for (guint i = 0; i < self->columns->len; i++)
    {
      DovColumnState *column = g_ptr_array_index (self->columns, i);
      int less = (int) ((column->pixels - column->least) * MIN (1.0, missing / (double) spare) + 0.999);

      less = MIN (less, column->pixels - column->least);
      column->pixels -= less;
      needed -= less;
    }

  return needed;
}

/* GTK 4.8 measures the height of a row by the widths its columns had before;
 * so text that goes on is measured once more when they have the new ones. */
static gboolean
settle_cb (gpointer data)
{
  DovTableView *self = data;

  self->settle_source = 0;
  dov_cells_measure (self->cells);
  align_headings (self);

  return G_SOURCE_REMOVE;
}

/* Gives every column the width its font asks for, and hides those that leave
 * first until the rest fits. */
void
dov_table_fit (DovTableView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)) - FRAME, needed = 0;
  double digit = measure_words (self, "0000000000", FALSE) / 10.0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      DovColumnState *column = g_ptr_array_index (self->columns, i);
      int digits = column->spec.width > 0 ? column->spec.width : usual_width (column->field);
      int heading = measure_heading (self, column);

      column->pixels = MAX ((int) (digits * digit), heading) + CELL_PADDING;
      column->least = !column->spec.wraps ? column->pixels :
        MAX ((int) (MIN (digits, MAX (digits * LEAST_SHARE, LEAST_DIGITS)) * digit), heading) + CELL_PADDING;
      column->leaves = FALSE;
      needed += column->pixels;
    }

  needed = shrink (self, needed, width);
  for (int turn = 1; turn < MOST_TURNS && needed > width && width > 0; turn++)
    for (guint i = 0; i < self->columns->len && needed > width; i++)
      {
        DovColumnState *column = g_ptr_array_index (self->columns, i);

        if (column->spec.leaves == turn && column != self->sorted)
          {
            column->leaves = TRUE;
            needed -= column->pixels;
          }
      }
  for (guint i = 0; i < self->columns->len; i++)
    {
      DovColumnState *column = g_ptr_array_index (self->columns, i);

      if (column->spec.heading_wraps)
        break_heading (self, column);
      gtk_column_view_column_set_fixed_width (column->column, column->pixels);
    }
  put_columns (self);
  gtk_widget_queue_resize (GTK_WIDGET (self->view));
  align_headings (self);
  if (self->settle_source == 0)
    self->settle_source = g_idle_add (settle_cb, self);
  self->fitted_width = gtk_widget_get_width (GTK_WIDGET (self));
}

static gboolean
fit_cb (gpointer data)
{
  DovTableView *self = data;

  self->fit_source = 0;
  dov_table_fit (self);

  return G_SOURCE_REMOVE;
}

/* Not at once: columns may not come and go while sizes are being given. */
void
dov_table_fit_soon (DovTableView *self)
{
  if (self->fit_source == 0)
    self->fit_source = g_idle_add_full (GTK_PRIORITY_RESIZE, fit_cb, self, NULL);
}
