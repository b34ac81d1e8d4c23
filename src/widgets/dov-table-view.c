/* dov-table-view.c - a column view over records or other rows: sorted in SQL, lazy, as wide as its font asks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-table-view.h"

#include <glib/gi18n.h>

#include "dov-label.h"
#include "dov-record-list.h"
#include "dov-table-keys.h"
#include "dov-table-menu.h"

typedef struct
{
  DovTableColumn       spec;
  const DovField      *field;
  GtkColumnViewColumn *column;
  char                *title;
  int                  pixels;
  int                  least;    /* where there is no room */
  gboolean             leaves;   /* for want of room */
  gboolean             is_away;  /* is not in the view now */
  DovTableView        *table;
} DovColumnState;

struct _DovTableView
{
  AdwBin             parent_instance;

  DovStore          *store;
  GtkColumnView     *view;
  GtkWidget         *popover;
  GtkSelectionModel *selection;
  DovCells          *cells;
  GPtrArray         *columns;
  gboolean           is_single;
  guint              fit_source;
  guint              settle_source;
  gboolean           is_putting;    /* columns come and go; nobody sorts */
  int                fitted_width;

  DovColumnState    *sorted;
  gboolean           descending;
  DovColumnState    *asked;
};

/* A table that is shown as a whole is at most so high. */
#define WHOLE_HEIGHT 1600

enum { OPENED, PRESSED, SELECTION_CHANGED, ORDER_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovTableView, dov_table_view, ADW_TYPE_BIN)

/* The padding of a cell on both sides, and the arrow of a heading, in pixels. */
#define CELL_PADDING 26
#define ARROW 22
#define FRAME 4
#define MOST_TURNS 20
/* How narrow a column with text that goes on may become. */
#define LEAST_SHARE 0.6
#define LEAST_DIGITS 10

/* Whether the cells and the heading stand right, as numbers do. */
static gboolean
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
static GtkWidget *
get_rows (DovTableView *self)
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

/* Whether some of those before it come back: then it has to be put in anew behind them. */
static gboolean
is_behind (DovTableView *self,
           guint         position)
{
  for (guint i = 0; i < position; i++)
    {
      DovColumnState *column = g_ptr_array_index (self->columns, i);

      if (column->is_away && !column->leaves)
        return TRUE;
    }

  return FALSE;
}

/* GTK 4.8 leaves room for hidden columns and makes rows as high as hidden
 * cells are; and a column that is put in between stands behind in the headings
 * and rows. So one that leaves is taken out, and when one comes back, those
 * behind it are put in anew; the others keep their cells. */
static void
put_columns (DovTableView *self)
{
  g_autoptr (GPtrArray) anew = g_ptr_array_new ();

  self->is_putting = TRUE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      DovColumnState *column = g_ptr_array_index (self->columns, i);
      gboolean is_moved = column->leaves || is_behind (self, i);

      if (!column->is_away && is_moved)
        gtk_column_view_remove_column (self->view, column->column);
      if (!column->leaves && (column->is_away || is_moved))
        g_ptr_array_add (anew, column->column);
    }
  for (guint i = 0; i < anew->len; i++)
    gtk_column_view_append_column (self->view, anew->pdata[i]);
  for (guint i = 0; i < self->columns->len; i++)
    {
      DovColumnState *column = g_ptr_array_index (self->columns, i);

      column->is_away = column->leaves;
    }
  if (anew->len > 0 && self->sorted != NULL)
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
static void
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
static void
dov_table_fit_soon (DovTableView *self)
{
  if (self->fit_source == 0)
    self->fit_source = g_idle_add_full (GTK_PRIORITY_RESIZE, fit_cb, self, NULL);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          DovColumnState                   *column)
{
  dov_cells_set_up (column->table->cells, item, &column->spec, column->field, column->title,
                    dov_table_is_right (column));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         DovColumnState                   *column)
{
  dov_cells_bind (column->table->cells, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           DovColumnState                   *column)
{
  dov_cells_unbind (column->table->cells, item);
}

/* The rows are put in order by SQLite, so the sorters of the columns never
 * compare anything. They only tell which heading was pressed: GTK 4.8 has no
 * other way to ask. */
static int
tell_column (gconstpointer a,
             gconstpointer b,
             gpointer      data)
{
  DovColumnState *column = data;

  column->table->asked = column;

  return -1;
}

static void
sorter_changed_cb (GtkSorter       *sorter,
                   GtkSorterChange  change,
                   DovTableView        *self)
{
  GtkOrdering ordering;

  if (self->is_putting)
    return;

  self->asked = NULL;
  ordering = gtk_sorter_compare (sorter, self, sorter);  /* any two things, but not the same */
  self->sorted = self->asked;
  self->descending = self->asked != NULL && ordering == GTK_ORDERING_LARGER;

  g_signal_emit (self, signals[ORDER_CHANGED], 0);
}

static void
selection_changed_cb (GtkSelectionModel *selection,
                      guint              position,
                      guint              n_items,
                      DovTableView          *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  DovTableView   *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/* A figure that opens what it counts was pressed. */
static void
pressed_cb (guint                 position,
            const DovTableColumn *column,
            gpointer              self)
{
  g_signal_emit (self, signals[PRESSED], 0, position, column->index);
}

static void
activate_cb (GtkColumnView *view,
             guint          position,
             DovTableView      *self)
{
  g_signal_emit (self, signals[OPENED], 0, position);
}

/* Whether the rows can be put in order by a field as it stands. */
static const char *
get_order_of (const DovColumnState *column)
{
  if (column->spec.order != NULL)
    return *column->spec.order != '\0' ? column->spec.order : NULL;
  if (column->field == NULL || column->field->kind == DOV_KIND_CHOICES)
    return NULL;

  return column->spec.name;
}

static DovColumnState *
column_new (DovTableView             *self,
            GType                 record,
            const DovTableColumn *spec)
{
  DovColumnState *column = g_new0 (DovColumnState, 1);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  const char *title = spec->title;

  column->spec = *spec;
  column->table = self;
  if (record != G_TYPE_NONE)
    {
      g_autoptr (DovRecordClass) klass = g_type_class_ref (record);

      column->field = dov_record_class_find_field (klass, spec->name);
    }
  if (title == NULL && column->field != NULL)
    title = column->field->label;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), column);
  column->title = g_strdup (title != NULL && *title != '\0' ? _(title) : "");
  column->column = gtk_column_view_column_new (column->title, factory);
  gtk_column_view_column_set_resizable (column->column, TRUE);
  gtk_column_view_column_set_expand (column->column, spec->expands);
  if (get_order_of (column) != NULL)
    {
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (tell_column, column, NULL));

      gtk_column_view_column_set_sorter (column->column, sorter);
    }

  return column;
}

static void
column_free (DovColumnState *column)
{
  g_object_unref (column->column);
  g_free (column->title);
  g_free (column);
}

static void
take_columns (DovTableView *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      DovColumnState *column = g_ptr_array_index (self->columns, i);

      if (!column->is_away)
        gtk_column_view_remove_column (self->view, column->column);
    }
  g_ptr_array_set_size (self->columns, 0);
}

/**
 * dov_table_view_set_columns:
 * @self: the table
 * @record: the type of the rows, %G_TYPE_NONE when they are no records
 * @columns: (array length=n_columns): the columns in their order
 * @n_columns: how many
 *
 * Gives the table its columns, in place of those it has.
 */
void
dov_table_view_set_columns (DovTableView             *self,
                       GType                 record,
                       const DovTableColumn *columns,
                       guint                 n_columns)
{
  gtk_column_view_set_model (self->view, NULL);
  self->sorted = NULL;
  self->asked = NULL;
  take_columns (self);
  for (guint i = 0; i < n_columns; i++)
    {
      DovColumnState *column = column_new (self, record, &columns[i]);

      g_ptr_array_add (self->columns, column);
      gtk_column_view_append_column (self->view, column->column);
    }
  gtk_column_view_set_model (self->view, self->selection);
  dov_table_fit (self);
}

/**
 * dov_table_view_set_model:
 * @self: the table
 * @model: (nullable): the rows; lazy ones stay lazy
 */
void
dov_table_view_set_model (DovTableView   *self,
                     GListModel *model)
{
  if (self->selection != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->selection, self);
      g_clear_object (&self->selection);
    }
  if (model != NULL && self->is_single)
    {
      GtkSingleSelection *single = gtk_single_selection_new (NULL);

      gtk_single_selection_set_autoselect (single, FALSE);
      gtk_single_selection_set_can_unselect (single, TRUE);
      gtk_single_selection_set_model (single, model);
      self->selection = GTK_SELECTION_MODEL (single);
    }
  else if (model != NULL)
    {
      self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (model)));
    }
  if (self->selection != NULL)
    {
      g_signal_connect (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self);
      g_signal_connect (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self);
    }
  gtk_column_view_set_model (self->view, self->selection);
}

GListModel *
dov_table_view_get_model (DovTableView *self)
{
  if (self->selection == NULL)
    return NULL;

  return self->is_single ? gtk_single_selection_get_model (GTK_SINGLE_SELECTION (self->selection)) :
                           gtk_multi_selection_get_model (GTK_MULTI_SELECTION (self->selection));
}

/* What the Menu key and the right button offer for the chosen rows; said once. */
void
dov_table_view_set_menu (DovTableView *self,
                         GMenuModel   *menu)
{
  self->popover = dov_table_menu_new (GTK_WIDGET (self), menu);
}

/* Whether many rows may be chosen at once; to be said before the model is set. */
void
dov_table_view_set_many (DovTableView *self,
                    gboolean  many)
{
  self->is_single = !many;
}

/**
 * dov_table_view_set_whole:
 * @self: the table
 *
 * Shows all rows at once, on a page that scrolls as a whole; a long table
 * still scrolls by itself.
 */
void
dov_table_view_set_whole (DovTableView *self)
{
  GtkWidget *window = adw_bin_get_child (ADW_BIN (self));

  gtk_widget_set_overflow (window, GTK_OVERFLOW_HIDDEN);
  g_object_set (window, "propagate-natural-height", TRUE, "max-content-height", WHOLE_HEIGHT, "vexpand", FALSE, NULL);
}

GtkBitset *
dov_table_view_dup_selected (DovTableView *self)
{
  return self->selection != NULL ? gtk_selection_model_get_selection (self->selection) : gtk_bitset_new_empty ();
}

void
dov_table_view_select (DovTableView *self,
                  guint     position,
                  gboolean  alone)
{
  if (self->selection != NULL)
    gtk_selection_model_select_item (self->selection, position, alone);
}

void
dov_table_view_unselect_all (DovTableView *self)
{
  if (self->selection != NULL)
    gtk_selection_model_unselect_all (self->selection);
}

/* Scrolls until a row is seen, and moves the keyboard's place to it. */
void
dov_table_view_show_row (DovTableView *self,
                    guint     position)
{
  gtk_widget_activate_action (get_rows (self), "list.scroll-to-item", "u", position);
}

/**
 * dov_table_view_focus_rows:
 * @self: the table
 *
 * Puts the keyboard into the rows, as Down in a search field does.
 *
 * Returns: %FALSE when there are no rows
 */
gboolean
dov_table_view_focus_rows (DovTableView *self)
{
  if (self->selection == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return FALSE;

  if (gtk_widget_get_focus_child (get_rows (self)) != NULL &&
      gtk_widget_has_focus (gtk_widget_get_focus_child (get_rows (self))))
    return TRUE;

  return gtk_widget_child_focus (get_rows (self), GTK_DIR_TAB_FORWARD);
}

/**
 * dov_table_view_refresh:
 * @self: the table
 *
 * Computes the cells that are shown once more. Fields follow their records by
 * themselves; what is computed from other records needs this.
 */
void
dov_table_view_refresh (DovTableView *self)
{
  dov_cells_refresh (self->cells);
}

/**
 * dov_table_view_get_order:
 * @self: the table
 * @descending: (out): whether the other way round
 *
 * Tells what the rows are to be ordered by.
 *
 * Returns: (nullable): for DovQuery.order; %NULL: their own order
 */
const char *
dov_table_view_get_order (DovTableView *self,
                     gboolean *descending)
{
  *descending = self->descending;

  return self->sorted != NULL ? get_order_of (self->sorted) : NULL;
}

void
dov_table_view_set_order (DovTableView   *self,
                     const char *name,
                     gboolean    descending)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      DovColumnState *column = g_ptr_array_index (self->columns, i);

      if (g_strcmp0 (column->spec.name, name) == 0)
        gtk_column_view_sort_by_column (self->view, column->column,
                                        descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
}

/**
 * dov_table_view_list_shown:
 * @self: the table
 * @columns: (out caller-allocates): room for them
 * @at_most: how many it holds
 *
 * Lists all columns of the table, those too that left for want of room.
 *
 * Returns: how many there are
 */
guint
dov_table_view_list_shown (DovTableView              *self,
                      const DovTableColumn **columns,
                      guint                  at_most)
{
  guint n = MIN (at_most, self->columns->len);

  for (guint i = 0; i < n; i++)
    columns[i] = &((DovColumnState *) g_ptr_array_index (self->columns, i))->spec;

  return n;
}

/**
 * dov_table_view_new:
 * @store: (nullable): where linked records are looked up
 * @label: what the table holds, told to those who do not see it
 */
GtkWidget *
dov_table_view_new (DovStore   *store,
               const char *label)
{
  DovTableView *self = g_object_new (DOV_TYPE_TABLE_VIEW, NULL);

  g_set_object (&self->store, store);
  dov_cells_set_store (self->cells, store);
  dov_name_widget (self->view, label);
  dov_name_widget (get_rows (self), label);
  gtk_widget_set_focusable (gtk_widget_get_first_child (GTK_WIDGET (self->view)), FALSE);

  return GTK_WIDGET (self);
}

static void
dov_table_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
dov_table_view_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  DovTableView *self = DOV_TABLE_VIEW (widget);

  gtk_widget_size_allocate (adw_bin_get_child (ADW_BIN (widget)), &(GtkAllocation) { 0, 0, width, height }, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
  if (width != self->fitted_width)
    dov_table_fit_soon (self);
}

static void
dov_table_view_css_changed (GtkWidget         *widget,
                       GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (dov_table_view_parent_class)->css_changed (widget, change);
  dov_table_fit_soon (DOV_TABLE_VIEW (widget));
}

static void
dov_table_view_dispose (GObject *object)
{
  DovTableView *self = DOV_TABLE_VIEW (object);

  g_clear_handle_id (&self->fit_source, g_source_remove);
  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  if (self->view != NULL)
    {
      dov_table_view_set_model (self, NULL);
      take_columns (self);
      self->view = NULL;
    }

  G_OBJECT_CLASS (dov_table_view_parent_class)->dispose (object);
}

static void
dov_table_view_finalize (GObject *object)
{
  DovTableView *self = DOV_TABLE_VIEW (object);

  g_ptr_array_unref (self->columns);
  dov_cells_free (self->cells);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_table_view_parent_class)->finalize (object);
}

static void
dov_table_view_class_init (DovTableViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dov_table_view_dispose;
  object_class->finalize = dov_table_view_finalize;
  widget_class->measure = dov_table_view_measure;
  widget_class->size_allocate = dov_table_view_size_allocate;
  widget_class->css_changed = dov_table_view_css_changed;

  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[PRESSED] = g_signal_new ("pressed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                             NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ORDER_CHANGED] = g_signal_new ("order-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dov_table_view_init (DovTableView *self)
{
  GtkWidget *window = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "focusable", FALSE, NULL);

  /* The columns follow the width, of which a layout manager would not tell. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  self->cells = dov_cells_new (pressed_cb, self);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_reorderable (self->view, FALSE);
  dov_table_keys_add (self->view);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "dov-table");
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorter_changed_cb), self);

  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), GTK_WIDGET (self->view));
  gtk_widget_add_css_class (window, "table-frame");
  gtk_widget_set_vexpand (window, TRUE);
  adw_bin_set_child (ADW_BIN (self), window);
}
