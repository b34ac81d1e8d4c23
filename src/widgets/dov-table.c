/* dov-table.c - a column view over records or other rows: sorted in SQL, lazy, as wide as its font asks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-table.h"

#include <glib/gi18n.h>

#include "dov-record-list.h"
#include "dov-table-cell.h"

/* The padding of a cell on both sides, and the arrow of a heading, in pixels. */
#define CELL_PADDING 26
#define ARROW 22

typedef struct
{
  DovTableColumn       spec;
  const DovField      *field;
  GtkColumnViewColumn *column;
  int                  pixels;
  DovTable            *table;
} Column;

struct _DovTable
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
  int                fitted_width;

  Column            *sorted;
  gboolean           descending;
  Column            *asked;
};

enum { OPENED, SELECTION_CHANGED, ORDER_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovTable, dov_table, ADW_TYPE_BIN)

static gboolean
is_right (const Column *column)
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
get_rows (DovTable *self)
{
  return gtk_widget_get_last_child (GTK_WIDGET (self->view));
}

static int
measure_words (DovTable   *self,
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
align_headings (DovTable *self)
{
  GtkWidget *heading = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (self->view)));

  for (guint i = 0; i < self->columns->len && heading != NULL; i++)
    {
      GtkWidget *box = gtk_widget_get_first_child (heading);

      if (box != NULL && is_right (g_ptr_array_index (self->columns, i)))
        gtk_widget_set_halign (box, GTK_ALIGN_END);
      heading = gtk_widget_get_next_sibling (heading);
    }
}

/* Gives every column the width its font asks for, and hides those that leave
 * first until the rest fits. */
static void
fit (DovTable *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), needed = 0;
  double digit = measure_words (self, "0000000000", FALSE) / 10.0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = g_ptr_array_index (self->columns, i);
      const char *title = gtk_column_view_column_get_title (column->column);
      int digits = column->spec.width > 0 ? column->spec.width : usual_width (column->field);
      gboolean sorts = gtk_column_view_column_get_sorter (column->column) != NULL;

      column->pixels = MAX ((int) (digits * digit), measure_words (self, title, TRUE) + (sorts ? ARROW : 0));
      column->pixels += CELL_PADDING;
      needed += column->pixels;
    }

  for (guint i = 0; i < self->columns->len; i++)
    gtk_column_view_column_set_visible (((Column *) g_ptr_array_index (self->columns, i))->column, TRUE);
  for (int turn = 1; turn < 9 && needed > width && width > 0; turn++)
    for (guint i = 0; i < self->columns->len && needed > width; i++)
      {
        Column *column = g_ptr_array_index (self->columns, i);

        if (column->spec.leaves == turn)
          {
            gtk_column_view_column_set_visible (column->column, FALSE);
            needed -= column->pixels;
          }
      }
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = g_ptr_array_index (self->columns, i);

      gtk_column_view_column_set_fixed_width (column->column, column->pixels);
    }
  align_headings (self);
  self->fitted_width = width;
}

static gboolean
fit_cb (gpointer data)
{
  DovTable *self = data;

  self->fit_source = 0;
  fit (self);

  return G_SOURCE_REMOVE;
}

/* Not at once: columns may not come and go while sizes are being given. */
static void
fit_soon (DovTable *self)
{
  if (self->fit_source == 0)
    self->fit_source = g_idle_add_full (GTK_PRIORITY_RESIZE, fit_cb, self, NULL);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          Column                   *column)
{
  dov_cells_set_up (column->table->cells, item, &column->spec, column->field, is_right (column));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         Column                   *column)
{
  dov_cells_bind (column->table->cells, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           Column                   *column)
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
  Column *column = data;

  column->table->asked = column;

  return -1;
}

static void
sorter_changed_cb (GtkSorter       *sorter,
                   GtkSorterChange  change,
                   DovTable        *self)
{
  GtkOrdering ordering;

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
                      DovTable          *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  DovTable   *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
activate_cb (GtkColumnView *view,
             guint          position,
             DovTable      *self)
{
  g_signal_emit (self, signals[OPENED], 0, position);
}

/* The row a widget inside the list belongs to. */
static gboolean
find_row (DovTable  *self,
          GtkWidget *inside,
          guint     *position,
          GtkWidget **row)
{
  GtkWidget *rows = get_rows (self);

  while (inside != NULL && gtk_widget_get_parent (inside) != rows)
    inside = gtk_widget_get_parent (inside);
  if (inside == NULL)
    return FALSE;

  *row = inside;

  return dov_cells_find_position (inside, position);
}

static void
pop_up (DovTable           *self,
        guint               position,
        const GdkRectangle *place)
{
  if (self->popover == NULL)
    return;

  if (!gtk_selection_model_is_selected (self->selection, position))
    gtk_selection_model_select_item (self->selection, position, TRUE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), place);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
right_pressed_cb (GtkGestureClick *gesture,
                  int              n_press,
                  double           x,
                  double           y,
                  DovTable        *self)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT), *row;
  guint position;

  if (picked != NULL && find_row (self, picked, &position, &row))
    {
      pop_up (self, position, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                DovTable              *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focused = root != NULL ? gtk_root_get_focus (root) : NULL, *row;
  graphene_rect_t bounds;
  guint position;

  if (key != GDK_KEY_Menu && !(key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    return GDK_EVENT_PROPAGATE;
  if (focused == NULL || !find_row (self, focused, &position, &row) ||
      !gtk_widget_compute_bounds (row, GTK_WIDGET (self), &bounds))
    return GDK_EVENT_PROPAGATE;

  pop_up (self, position, &(GdkRectangle) { (int) bounds.origin.x + 24, (int) bounds.origin.y,
                                            1, (int) bounds.size.height });

  return GDK_EVENT_STOP;
}

/* Whether the rows can be put in order by a field as it stands. */
static const char *
get_order_of (const Column *column)
{
  if (column->spec.order != NULL)
    return *column->spec.order != '\0' ? column->spec.order : NULL;
  if (column->field == NULL || column->field->kind == DOV_KIND_LINK || column->field->kind == DOV_KIND_CHOICES)
    return NULL;

  return column->spec.name;
}

static Column *
column_new (DovTable             *self,
            GType                 record,
            const DovTableColumn *spec)
{
  Column *column = g_new0 (Column, 1);
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
  column->column = gtk_column_view_column_new (title != NULL ? _(title) : "", factory);
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
column_free (Column *column)
{
  g_object_unref (column->column);
  g_free (column);
}

/**
 * dov_table_set_columns:
 * @self: the table
 * @record: the type of the rows, %G_TYPE_NONE when they are no records
 * @columns: (array length=n_columns): the columns in their order
 * @n_columns: how many
 *
 * Gives the table its columns, in place of those it has.
 */
void
dov_table_set_columns (DovTable             *self,
                       GType                 record,
                       const DovTableColumn *columns,
                       guint                 n_columns)
{
  gtk_column_view_set_model (self->view, NULL);
  self->sorted = NULL;
  self->asked = NULL;
  for (guint i = 0; i < self->columns->len; i++)
    gtk_column_view_remove_column (self->view, ((Column *) g_ptr_array_index (self->columns, i))->column);
  g_ptr_array_set_size (self->columns, 0);

  for (guint i = 0; i < n_columns; i++)
    {
      Column *column = column_new (self, record, &columns[i]);

      g_ptr_array_add (self->columns, column);
      gtk_column_view_append_column (self->view, column->column);
    }
  gtk_column_view_set_model (self->view, self->selection);
  fit (self);
}

/**
 * dov_table_set_model:
 * @self: the table
 * @model: (nullable): the rows; lazy ones stay lazy
 */
void
dov_table_set_model (DovTable   *self,
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
dov_table_get_model (DovTable *self)
{
  if (self->selection == NULL)
    return NULL;

  return self->is_single ? gtk_single_selection_get_model (GTK_SINGLE_SELECTION (self->selection)) :
                           gtk_multi_selection_get_model (GTK_MULTI_SELECTION (self->selection));
}

/* Whether many rows may be chosen at once; to be said before the model is set. */
void
dov_table_set_many (DovTable *self,
                    gboolean  many)
{
  self->is_single = !many;
}

/* What the Menu key and the right button offer for the chosen rows. */
void
dov_table_set_menu (DovTable   *self,
                    GMenuModel *menu)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  if (menu != NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
}

GtkBitset *
dov_table_dup_selected (DovTable *self)
{
  return self->selection != NULL ? gtk_selection_model_get_selection (self->selection) : gtk_bitset_new_empty ();
}

void
dov_table_select (DovTable *self,
                  guint     position,
                  gboolean  alone)
{
  if (self->selection != NULL)
    gtk_selection_model_select_item (self->selection, position, alone);
}

void
dov_table_unselect_all (DovTable *self)
{
  if (self->selection != NULL)
    gtk_selection_model_unselect_all (self->selection);
}

/* Scrolls until a row is seen, and moves the keyboard's place to it. */
void
dov_table_show_row (DovTable *self,
                    guint     position)
{
  gtk_widget_activate_action (get_rows (self), "list.scroll-to-item", "u", position);
}

/**
 * dov_table_focus_rows:
 * @self: the table
 *
 * Puts the keyboard into the rows, as Down in a search field does.
 *
 * Returns: %FALSE when there are no rows
 */
gboolean
dov_table_focus_rows (DovTable *self)
{
  if (self->selection == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return FALSE;

  return gtk_widget_child_focus (get_rows (self), GTK_DIR_TAB_FORWARD);
}

/**
 * dov_table_refresh:
 * @self: the table
 *
 * Computes the cells that are shown once more. Fields follow their records by
 * themselves; what is computed from other records needs this.
 */
void
dov_table_refresh (DovTable *self)
{
  dov_cells_refresh (self->cells);
}

/**
 * dov_table_get_order:
 * @self: the table
 * @descending: (out): whether the other way round
 *
 * Tells what the rows are to be ordered by.
 *
 * Returns: (nullable): for DovQuery.order; %NULL: their own order
 */
const char *
dov_table_get_order (DovTable *self,
                     gboolean *descending)
{
  *descending = self->descending;

  return self->sorted != NULL ? get_order_of (self->sorted) : NULL;
}

void
dov_table_set_order (DovTable   *self,
                     const char *name,
                     gboolean    descending)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = g_ptr_array_index (self->columns, i);

      if (g_strcmp0 (column->spec.name, name) == 0)
        gtk_column_view_sort_by_column (self->view, column->column,
                                        descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
}

/**
 * dov_table_list_shown:
 * @self: the table
 * @columns: (out caller-allocates): room for them
 * @at_most: how many it holds
 *
 * Lists all columns of the table, those too that left for want of room.
 *
 * Returns: how many there are
 */
guint
dov_table_list_shown (DovTable              *self,
                      const DovTableColumn **columns,
                      guint                  at_most)
{
  guint n = MIN (at_most, self->columns->len);

  for (guint i = 0; i < n; i++)
    columns[i] = &((Column *) g_ptr_array_index (self->columns, i))->spec;

  return n;
}

/**
 * dov_table_new:
 * @store: (nullable): where linked records are looked up
 * @label: what the table holds, told to those who do not see it
 */
GtkWidget *
dov_table_new (DovStore   *store,
               const char *label)
{
  DovTable *self = g_object_new (DOV_TYPE_TABLE, NULL);

  g_set_object (&self->store, store);
  dov_cells_set_store (self->cells, store);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

static void
dov_table_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  DovTable *self = DOV_TABLE (widget);

  GTK_WIDGET_CLASS (dov_table_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
  if (width != self->fitted_width)
    fit_soon (self);
}

static void
dov_table_css_changed (GtkWidget         *widget,
                       GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (dov_table_parent_class)->css_changed (widget, change);
  fit_soon (DOV_TABLE (widget));
}

static void
dov_table_dispose (GObject *object)
{
  DovTable *self = DOV_TABLE (object);

  g_clear_handle_id (&self->fit_source, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  if (self->view != NULL)
    {
      dov_table_set_model (self, NULL);
      for (guint i = 0; i < self->columns->len; i++)
        gtk_column_view_remove_column (self->view, ((Column *) g_ptr_array_index (self->columns, i))->column);
      g_ptr_array_set_size (self->columns, 0);
      self->view = NULL;
    }

  G_OBJECT_CLASS (dov_table_parent_class)->dispose (object);
}

static void
dov_table_finalize (GObject *object)
{
  DovTable *self = DOV_TABLE (object);

  g_ptr_array_unref (self->columns);
  dov_cells_free (self->cells);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_table_parent_class)->finalize (object);
}

static void
dov_table_class_init (DovTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dov_table_dispose;
  object_class->finalize = dov_table_finalize;
  widget_class->size_allocate = dov_table_size_allocate;
  widget_class->css_changed = dov_table_css_changed;

  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                             NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ORDER_CHANGED] = g_signal_new ("order-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dov_table_init (DovTable *self)
{
  GtkWidget *window = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *right = gtk_gesture_click_new ();

  self->cells = dov_cells_new ();
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_reorderable (self->view, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "dov-table");
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorter_changed_cb), self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (right), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (right), GTK_PHASE_CAPTURE);
  g_signal_connect (right, "pressed", G_CALLBACK (right_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (right));

  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), GTK_WIDGET (self->view));
  gtk_widget_add_css_class (window, "table-frame");
  gtk_widget_set_vexpand (window, TRUE);
  adw_bin_set_child (ADW_BIN (self), window);
}
