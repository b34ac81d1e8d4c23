/* dov-table-cell.c - the columns of a table and their cells: words, badges, and how they follow their rows */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-table-cell.h"

#include "dov-label.h"

struct _DovCells
{
  DovStore       *store;   /* the table's */
  GHashTable     *bound;   /* the items that stand for a row now */
  DovCellPressed  pressed;
  gpointer        user_data;
};

/* Hung on the item and on the widget in it. */
typedef struct
{
  const DovTableColumn *column;
  const DovField       *field;
  DovCells             *cells;
  const char           *look;
  const char           *title;     /* read before what means nothing without it, such as a number */
  char                 *spoken;
  gulong                follows;
} Cell;

static GQuark
cell_quark (void)
{
  return g_quark_from_static_string ("dov-cell");
}

static GQuark
item_quark (void)
{
  return g_quark_from_static_string ("dov-item");
}

static char *
dup_words (Cell     *cell,
           gpointer  row)
{
  if (cell->column->words != NULL)
    return cell->column->words (cell->cells->store, row, cell->column);
  if (cell->field == NULL || !DOV_IS_RECORD (row))
    return g_strdup ("");
  if (cell->cells->store != NULL)
    return dov_store_dup_shown (cell->cells->store, DOV_RECORD (row), cell->field);

  return dov_record_dup_shown (DOV_RECORD (row), cell->field);
}

static void
free_cell (gpointer data)
{
  g_free (((Cell *) data)->spoken);
  g_free (data);
}

/* The cell that stands at a place of a row. */
static Cell *
find_cell (GtkWidget *place)
{
  GtkWidget *child = gtk_widget_get_first_child (place);
  GtkListItem *item = child != NULL ? g_object_get_qdata (G_OBJECT (child), item_quark ()) : NULL;

  return item != NULL ? g_object_get_qdata (G_OBJECT (item), cell_quark ()) : NULL;
}

/* A row is read as one line: its cells are no places for the keyboard. The last cell comes last, and tells it. */
static void
name_row (GtkWidget *place)
{
  GtkWidget *row = gtk_widget_get_parent (place);
  g_autoptr (GString) line = g_string_new (NULL);

  if (row == NULL || gtk_widget_get_next_sibling (place) != NULL)
    return;

  for (GtkWidget *other = gtk_widget_get_first_child (row); other != NULL; other = gtk_widget_get_next_sibling (other))
    {
      Cell *cell = find_cell (other);

      if (cell == NULL || cell->spoken == NULL || *cell->spoken == '\0')
        continue;
      if (cell->title != NULL)
        g_string_append_printf (line, "%s%s: %s", line->len > 0 ? ", " : "", cell->title, cell->spoken);
      else
        g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", cell->spoken);
    }
  dov_name_widget (row, line->str);
}

static void
draw (GtkListItem *item)
{
  Cell *cell = g_object_get_qdata (G_OBJECT (item), cell_quark ());
  GtkWidget *child = gtk_list_item_get_child (item);
  gpointer row = gtk_list_item_get_item (item);
  GtkWidget *place = gtk_widget_get_parent (child);
  g_autofree char *words = dup_words (cell, row);
  const char *look = cell->column->look != NULL ? cell->column->look (row, cell->column) : NULL;

  g_clear_pointer (&cell->spoken, g_free);
  if (cell->column->badge != NULL)
    {
      g_autofree char *badge = cell->column->badge (cell->cells->store, row, cell->column);

      gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (child)), words);
      cell->spoken = *badge != '\0' ? g_strdup_printf ("%s, %s", words, badge) : NULL;
      dov_badge_show (gtk_widget_get_last_child (child), badge,
                      cell->column->sign != NULL ? cell->column->sign (row, cell->column) : NULL);
    }
  else if (cell->column->sign != NULL)
    dov_badge_show (child, words, cell->column->sign (row, cell->column));
  else if (GTK_IS_INSCRIPTION (child))
    gtk_inscription_set_text (GTK_INSCRIPTION (child), words);
  else
    gtk_label_set_text (GTK_LABEL (child), words);

  if (cell->spoken == NULL)
    cell->spoken = g_steal_pointer (&words);
  if (place != NULL)
    name_row (place);
  if (place != NULL && g_strcmp0 (look, cell->look) != 0)
    {
      if (cell->look != NULL)
        gtk_widget_remove_css_class (place, cell->look);
      if (look != NULL)
        gtk_widget_add_css_class (place, look);
      cell->look = look;
    }
}

static GtkWidget *
words_new (const DovTableColumn *column,
           gboolean              is_right)
{
  GtkWidget *child;

  if (column->wraps)
    child = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL);
  else
    child = g_object_new (GTK_TYPE_INSCRIPTION, "text-overflow", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END,
                          "xalign", is_right ? 1.0 : 0.0, NULL);
  gtk_widget_add_css_class (child, "numeric");
  /* By style: GTK 4.8 never gives back the attributes of an inscription. */
  if (column->is_bold)
    gtk_widget_add_css_class (child, "strong");

  return child;
}

/* A badge as wide as its words, and no wider than its column. */
static GtkWidget *
sign_new (void)
{
  GtkWidget *badge = dov_badge_new ("", NULL);

  gtk_label_set_ellipsize (GTK_LABEL (gtk_widget_get_last_child (badge)), PANGO_ELLIPSIZE_END);

  return badge;
}

/* Words with a badge behind them. */
static GtkWidget *
badged_new (const DovTableColumn *column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  if (column->is_bold)
    gtk_widget_add_css_class (label, "strong");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), dov_badge_new ("", NULL));

  return box;
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             GtkListItem     *item)
{
  Cell *cell = g_object_get_qdata (G_OBJECT (item), cell_quark ());

  if (n_press == 1 && cell->look != NULL && g_str_has_suffix (cell->look, "opens"))
    cell->cells->pressed (gtk_list_item_get_position (item), cell->column, cell->cells->user_data);
}

/* A new cell of a column, still without a row; the title lives as long as the column. */
void
dov_cells_set_up (DovCells             *self,
                  GtkListItem          *item,
                  const DovTableColumn *column,
                  const DovField       *field,
                  const char           *title,
                  gboolean              is_right)
{
  Cell *cell = g_new0 (Cell, 1);
  GtkWidget *child = column->badge != NULL ? badged_new (column) :
                     column->sign != NULL ? sign_new () : words_new (column, is_right);

  cell->column = column;
  cell->field = field;
  cell->cells = self;
  if (is_right || (field != NULL && field->kind == DOV_KIND_FLAG))
    cell->title = title;
  g_object_set_qdata_full (G_OBJECT (item), cell_quark (), cell, free_cell);
  g_object_set_qdata (G_OBJECT (child), item_quark (), item);
  gtk_list_item_set_child (item, child);
  if (column->look != NULL)
    {
      GtkGesture *click = gtk_gesture_click_new ();

      g_signal_connect (click, "released", G_CALLBACK (released_cb), item);
      gtk_widget_add_controller (child, GTK_EVENT_CONTROLLER (click));
    }
}

void
dov_cells_bind (DovCells    *self,
                GtkListItem *item)
{
  Cell *cell = g_object_get_qdata (G_OBJECT (item), cell_quark ());

  cell->follows = g_signal_connect_swapped (gtk_list_item_get_item (item), "notify", G_CALLBACK (draw), item);
  g_hash_table_add (self->bound, item);
  draw (item);
}

void
dov_cells_unbind (DovCells    *self,
                  GtkListItem *item)
{
  Cell *cell = g_object_get_qdata (G_OBJECT (item), cell_quark ());

  g_signal_handler_disconnect (gtk_list_item_get_item (item), cell->follows);
  g_hash_table_remove (self->bound, item);
}

/* Draws every cell that stands for a row once more. */
void
dov_cells_refresh (DovCells *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    draw (item);
}

/* Asks anew how high the cells are whose text goes on in the next line. */
void
dov_cells_measure (DovCells *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (GTK_IS_LABEL (gtk_list_item_get_child (item)))
      gtk_widget_queue_resize (gtk_list_item_get_child (item));
}

/* The position of a row of the view, asked from any of its cells. */
gboolean
dov_cells_find_position (GtkWidget *row,
                         guint     *position)
{
  GtkWidget *cell = gtk_widget_get_first_child (row);
  GtkWidget *child = cell != NULL ? gtk_widget_get_first_child (cell) : NULL;
  GtkListItem *item = child != NULL ? g_object_get_qdata (G_OBJECT (child), item_quark ()) : NULL;

  if (item == NULL)
    return FALSE;

  *position = gtk_list_item_get_position (item);

  return *position != GTK_INVALID_LIST_POSITION;
}

void
dov_cells_set_store (DovCells *self,
                     DovStore *store)
{
  self->store = store;
}

DovCells *
dov_cells_new (DovCellPressed pressed,
               gpointer       user_data)
{
  DovCells *self = g_new0 (DovCells, 1);

  self->pressed = pressed;
  self->user_data = user_data;
  self->bound = g_hash_table_new (NULL, NULL);

  return self;
}

void
dov_cells_free (DovCells *self)
{
  g_hash_table_unref (self->bound);
  g_free (self);
}
