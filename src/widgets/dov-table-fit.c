/* dov-table-fit.c - how wide the columns of a table are, and which leave where it is narrow */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-table-private.h"

/* The padding of a cell on both sides, and the arrow of a heading, in pixels. */
#define CELL_PADDING 26
#define ARROW 22
#define FRAME 4

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

/* Numbers stand right, and so do their headings. */
static void
align_headings (DovTableView *self)
{
  GtkWidget *heading = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (self->view)));

  for (guint i = 0; i < self->columns->len && heading != NULL; i++)
    {
      GtkWidget *box = gtk_widget_get_first_child (heading);

      if (box != NULL && dov_table_is_right (g_ptr_array_index (self->columns, i)))
        {
          /* The arrow goes before the words, so that these stand over the numbers. */
          gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
          gtk_widget_set_halign (box, GTK_ALIGN_START);
        }
      heading = gtk_widget_get_next_sibling (heading);
    }
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
      const char *title = gtk_column_view_column_get_title (column->column);
      int digits = column->spec.width > 0 ? column->spec.width : usual_width (column->field);
      gboolean sorts = gtk_column_view_column_get_sorter (column->column) != NULL;

      column->pixels = MAX ((int) (digits * digit), measure_words (self, title, TRUE) + (sorts ? ARROW : 0));
      column->pixels += CELL_PADDING;
      column->leaves = FALSE;
      needed += column->pixels;
    }

  for (int turn = 1; turn < 9 && needed > width && width > 0; turn++)
    for (guint i = 0; i < self->columns->len && needed > width; i++)
      {
        DovColumnState *column = g_ptr_array_index (self->columns, i);

        if (column->spec.leaves == turn)
          {
            column->leaves = TRUE;
            needed -= column->pixels;
          }
      }
  for (guint i = 0; i < self->columns->len; i++)
    {
      DovColumnState *column = g_ptr_array_index (self->columns, i);

      /* GTK 4.8 leaves room for hidden columns too. */
      gtk_column_view_column_set_fixed_width (column->column, column->leaves ? 0 : column->pixels);
      if (gtk_column_view_column_get_visible (column->column) == column->leaves)
        gtk_column_view_column_set_visible (column->column, !column->leaves);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self->view));
  align_headings (self);
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
