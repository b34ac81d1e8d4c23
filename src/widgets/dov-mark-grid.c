/* dov-mark-grid.c - lines and columns of short marks, filled by keyboard alone; heads and sums stay in sight */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Nine fields: heads, lines and sums scroll with the marks in the middle,
 * each in one direction. All cells are as wide as the style sheet says, so
 * that the fields agree. Tab passes the marks in one step. */

#include "dov-mark-grid.h"

#include <glib/gi18n.h>

#include "dov-label.h"

struct _DovMarkGrid
{
  AdwBin     parent_instance;

  GtkWidget *fields;
  GtkWidget *marks;        /* the middle: a box of boxes */
  GtkWidget *heads;
  GtkWidget *lines;
  GtkWidget *row_sums;
  GtkWidget *column_sums;
  GtkWidget *rows_title;
  GtkWidget *sums_title;
  GtkWidget *foot_title;
  GtkWidget *total;

  GPtrArray *cells;        /* row by row */
  GPtrArray *head_cells;
  GPtrArray *line_cells;
  GPtrArray *row_sum_cells;
  GPtrArray *column_sum_cells;

  guint      n_rows;
  guint      n_columns;
  guint      row;
  guint      column;
};

G_DEFINE_FINAL_TYPE (DovMarkGrid, dov_mark_grid, ADW_TYPE_BIN)

enum { TYPED, CLEARED, ENTERED, FILLED, MOVED, HEAD_CLICKED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* The class of a cell that is not of its base look is kept with it. */
static void
set_look (GtkWidget  *widget,
          const char *look)
{
  const char *was = g_object_get_data (G_OBJECT (widget), "look");

  if (g_strcmp0 (was, look) == 0)
    return;
  if (was != NULL)
    gtk_widget_remove_css_class (widget, was);
  if (look != NULL)
    gtk_widget_add_css_class (widget, look);
  g_object_set_data (G_OBJECT (widget), "look", (gpointer) g_intern_string (look));
}

static void
set_name (GtkWidget  *widget,
          const char *name)
{
  dov_name_widget (widget, name);
}

/* Making. */

static GtkWidget *
label_new (const char *look,
           float       xalign)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", xalign, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (label, look);
  gtk_widget_add_css_class (label, "numeric");

  return label;
}

static GtkWidget *
part_new (GtkWidget       *child,
          GtkPolicyType    across,
          GtkPolicyType    down,
          GtkScrolledWindow *follows)
{
  GtkWidget *part = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "focusable", FALSE,
                                  "hscrollbar-policy", across, "vscrollbar-policy", down,
                                  "propagate-natural-width", TRUE, "propagate-natural-height", TRUE, NULL);

  if (follows != NULL && across == GTK_POLICY_EXTERNAL)
    gtk_scrolled_window_set_hadjustment (GTK_SCROLLED_WINDOW (part), gtk_scrolled_window_get_hadjustment (follows));
  if (follows != NULL && down == GTK_POLICY_EXTERNAL)
    gtk_scrolled_window_set_vadjustment (GTK_SCROLLED_WINDOW (part), gtk_scrolled_window_get_vadjustment (follows));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (part), child);

  return part;
}

static void
attach (DovMarkGrid *self,
        GtkWidget   *widget,
        int          column,
        int          row)
{
  gtk_grid_attach (GTK_GRID (self->fields), widget, column, row, 1, 1);
}

static void
make_fields (DovMarkGrid *self,
             const char  *label)
{
  GtkWidget *middle;

  self->fields = g_object_new (GTK_TYPE_GRID, "halign", GTK_ALIGN_START, "valign", GTK_ALIGN_START,
                               "overflow", GTK_OVERFLOW_HIDDEN, NULL);
  gtk_widget_add_css_class (self->fields, "card");
  gtk_widget_add_css_class (self->fields, "marks");
  self->marks = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_GRID, NULL);
  set_name (self->marks, label);
  self->heads = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->row_sums = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->column_sums = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->rows_title = label_new ("mark-title", 0.0);
  self->sums_title = label_new ("mark-sum-title", 1.0);
  self->foot_title = label_new ("mark-foot", 0.0);
  self->total = label_new ("mark-total", 1.0);

  middle = part_new (self->marks, GTK_POLICY_AUTOMATIC, GTK_POLICY_AUTOMATIC, NULL);
  gtk_scrolled_window_set_min_content_width (GTK_SCROLLED_WINDOW (middle), 120);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (middle), 120);
  attach (self, self->rows_title, 0, 0);
  attach (self, part_new (self->heads, GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER, GTK_SCROLLED_WINDOW (middle)), 1, 0);
  attach (self, self->sums_title, 2, 0);
  attach (self, part_new (self->lines, GTK_POLICY_NEVER, GTK_POLICY_EXTERNAL, GTK_SCROLLED_WINDOW (middle)), 0, 1);
  attach (self, middle, 1, 1);
  attach (self, part_new (self->row_sums, GTK_POLICY_NEVER, GTK_POLICY_EXTERNAL, GTK_SCROLLED_WINDOW (middle)), 2, 1);
  attach (self, self->foot_title, 0, 2);
  attach (self, part_new (self->column_sums, GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER, GTK_SCROLLED_WINDOW (middle)), 1, 2);
  attach (self, self->total, 2, 2);
  adw_bin_set_child (ADW_BIN (self), self->fields);
}

static void
head_clicked_cb (GtkWidget   *head,
                 DovMarkGrid *self)
{
  guint column = 0;

  if (g_ptr_array_find (self->head_cells, head, &column))
    g_signal_emit (self, signals[HEAD_CLICKED], 0, column);
}

static void
add_head (DovMarkGrid *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = g_object_new (GTK_TYPE_BUTTON, "has-frame", FALSE, "child", words, NULL);

  gtk_box_append (GTK_BOX (words), label_new ("mark-weekday", 0.5));
  gtk_box_append (GTK_BOX (words), label_new ("mark-day", 0.5));
  gtk_widget_add_css_class (head, "mark-head");
  g_signal_connect (head, "clicked", G_CALLBACK (head_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->heads), head);
  g_ptr_array_add (self->head_cells, head);
}

static void
add_row (DovMarkGrid *self)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, NULL);
  GtkWidget *line = label_new ("mark-line", 0.0);
  GtkWidget *sum = label_new ("mark-sum", 1.0);

  gtk_widget_add_css_class (row, "mark-row");
  for (guint i = 0; i < self->n_columns; i++)
    {
      GtkWidget *cell = g_object_new (GTK_TYPE_INSCRIPTION, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID_CELL,
                                      "xalign", 0.5f, "yalign", 0.5f, "nat-chars", 1, "min-chars", 1, NULL);

      gtk_widget_add_css_class (cell, "mark-cell");
      gtk_box_append (GTK_BOX (row), cell);
      g_ptr_array_add (self->cells, cell);
    }
  gtk_box_append (GTK_BOX (self->marks), row);
  gtk_box_append (GTK_BOX (self->lines), line);
  gtk_box_append (GTK_BOX (self->row_sums), sum);
  g_ptr_array_add (self->line_cells, line);
  g_ptr_array_add (self->row_sum_cells, sum);
}

/**
 * dov_mark_grid_build:
 *
 * Makes the cells, all empty; as many as there were stay as they are, to be
 * written anew. The keyboard stays where it stood, as far as there is such a cell.
 */
void
dov_mark_grid_build (DovMarkGrid *self,
                     guint        n_rows,
                     guint        n_columns)
{
  g_return_if_fail (DOV_IS_MARK_GRID (self));

  if (n_rows > 0 && n_rows == self->n_rows && n_columns == self->n_columns)
    return;

  dov_clear_box (self->marks);
  dov_clear_box (self->heads);
  dov_clear_box (self->lines);
  dov_clear_box (self->row_sums);
  dov_clear_box (self->column_sums);
  g_ptr_array_set_size (self->cells, 0);
  g_ptr_array_set_size (self->head_cells, 0);
  g_ptr_array_set_size (self->line_cells, 0);
  g_ptr_array_set_size (self->row_sum_cells, 0);
  g_ptr_array_set_size (self->column_sum_cells, 0);
  self->n_rows = n_rows;
  self->n_columns = n_columns;

  for (guint i = 0; i < n_columns; i++)
    {
      GtkWidget *sum = label_new ("mark-column-sum", 0.5);

      add_head (self);
      gtk_box_append (GTK_BOX (self->column_sums), sum);
      g_ptr_array_add (self->column_sum_cells, sum);
    }
  for (guint i = 0; i < n_rows; i++)
    add_row (self);
  if (n_rows > 0 && n_columns > 0)
    dov_mark_grid_move (self, MIN (self->row, n_rows - 1), MIN (self->column, n_columns - 1), FALSE);
}

/* Filling. */

void
dov_mark_grid_set_titles (DovMarkGrid *self,
                          const char  *rows,
                          const char  *sums,
                          const char  *foot)
{
  gtk_label_set_label (GTK_LABEL (self->rows_title), rows);
  gtk_label_set_label (GTK_LABEL (self->sums_title), sums);
  gtk_label_set_label (GTK_LABEL (self->foot_title), foot);
}

void
dov_mark_grid_set_head (DovMarkGrid *self,
                        guint        column,
                        const char  *first,
                        const char  *second,
                        const char  *name,
                        const char  *look)
{
  GtkWidget *head = g_ptr_array_index (self->head_cells, column);
  GtkWidget *words = gtk_button_get_child (GTK_BUTTON (head));

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (words)), first);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (words)), second);
  gtk_widget_set_tooltip_text (head, name);
  set_name (head, name);
  set_look (head, look);
}

void
dov_mark_grid_set_line (DovMarkGrid *self,
                        guint        row,
                        const char  *title,
                        const char  *tip,
                        const char  *look)
{
  GtkWidget *line = g_ptr_array_index (self->line_cells, row);

  gtk_label_set_label (GTK_LABEL (line), title);
  gtk_widget_set_tooltip_text (line, tip);
  set_look (line, look);
}

/**
 * dov_mark_grid_set_cell:
 * @text: the mark, "" for none
 * @name: what is said of the cell: whose, when, what
 * @look: (nullable): a class of the style sheet
 */
void
dov_mark_grid_set_cell (DovMarkGrid *self,
                        guint        row,
                        guint        column,
                        const char  *text,
                        const char  *name,
                        const char  *look)
{
  GtkWidget *cell = dov_mark_grid_get_cell (self, row, column);

  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
  set_name (cell, name);
  set_look (cell, look);
}

void
dov_mark_grid_set_row_sum (DovMarkGrid *self,
                           guint        row,
                           const char  *text,
                           const char  *name)
{
  GtkWidget *sum = g_ptr_array_index (self->row_sum_cells, row);

  gtk_label_set_label (GTK_LABEL (sum), text);
  gtk_widget_set_tooltip_text (sum, name);
  set_name (sum, name);
}

void
dov_mark_grid_set_column_sum (DovMarkGrid *self,
                              guint        column,
                              const char  *text,
                              const char  *name)
{
  GtkWidget *sum = g_ptr_array_index (self->column_sum_cells, column);

  gtk_label_set_label (GTK_LABEL (sum), text);
  gtk_widget_set_tooltip_text (sum, name);
  set_name (sum, name);
}

void
dov_mark_grid_set_total (DovMarkGrid *self,
                         const char  *text,
                         const char  *name)
{
  gtk_label_set_label (GTK_LABEL (self->total), text);
  gtk_widget_set_tooltip_text (self->total, name);
  set_name (self->total, name);
}

/* Where the keyboard stands. */

guint
dov_mark_grid_get_n_rows (DovMarkGrid *self)
{
  return self->n_rows;
}

guint
dov_mark_grid_get_n_columns (DovMarkGrid *self)
{
  return self->n_columns;
}

GtkWidget *
dov_mark_grid_get_cell (DovMarkGrid *self,
                        guint        row,
                        guint        column)
{
  g_return_val_if_fail (row < self->n_rows && column < self->n_columns, NULL);

  return g_ptr_array_index (self->cells, row * self->n_columns + column);
}

/**
 * dov_mark_grid_get_cursor:
 *
 * Returns: whether there is any cell to stand on
 */
gboolean
dov_mark_grid_get_cursor (DovMarkGrid *self,
                          guint       *row,
                          guint       *column)
{
  *row = self->row;
  *column = self->column;

  return self->row < self->n_rows && self->column < self->n_columns;
}

static void
set_stands (DovMarkGrid *self,
            gboolean     stands)
{
  GtkWidget *cell, *head;

  if (self->row >= self->n_rows || self->column >= self->n_columns)
    return;
  cell = dov_mark_grid_get_cell (self, self->row, self->column);
  head = g_ptr_array_index (self->head_cells, self->column);
  gtk_widget_set_focusable (cell, stands);
  if (stands)
    {
      gtk_widget_add_css_class (cell, "cursor");
      gtk_widget_add_css_class (head, "cursor");
      gtk_widget_add_css_class (g_ptr_array_index (self->line_cells, self->row), "cursor");
    }
  else
    {
      gtk_widget_remove_css_class (cell, "cursor");
      gtk_widget_remove_css_class (head, "cursor");
      gtk_widget_remove_css_class (g_ptr_array_index (self->line_cells, self->row), "cursor");
    }
}

/**
 * dov_mark_grid_move:
 * @takes_keyboard: the cell gets the keyboard; else only when one of them has it
 */
void
dov_mark_grid_move (DovMarkGrid *self,
                    guint        row,
                    guint        column,
                    gboolean     takes_keyboard)
{
  gboolean had_keyboard = gtk_widget_get_focus_child (self->marks) != NULL;

  if (row >= self->n_rows || column >= self->n_columns)
    return;

  /* The new one first: the keyboard must not fall out of the grid in between. */
  gtk_widget_set_focusable (dov_mark_grid_get_cell (self, row, column), TRUE);
  if (takes_keyboard || had_keyboard)
    gtk_widget_grab_focus (dov_mark_grid_get_cell (self, row, column));
  set_stands (self, FALSE);
  self->row = row;
  self->column = column;
  set_stands (self, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->marks), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT,
                                  dov_mark_grid_get_cell (self, row, column), -1);
  g_signal_emit (self, signals[MOVED], 0, row, column);
}

/**
 * dov_mark_grid_move_on:
 *
 * Goes to the next line of the column, behind the last to the first of the next column.
 */
void
dov_mark_grid_move_on (DovMarkGrid *self)
{
  if (self->row + 1 < self->n_rows)
    dov_mark_grid_move (self, self->row + 1, self->column, TRUE);
  else if (self->column + 1 < self->n_columns)
    dov_mark_grid_move (self, 0, self->column + 1, TRUE);
}

/* Hands. */

static gboolean
move_by (DovMarkGrid *self,
         int          rows,
         int          columns)
{
  int row = CLAMP ((int) self->row + rows, 0, (int) self->n_rows - 1);
  int column = CLAMP ((int) self->column + columns, 0, (int) self->n_columns - 1);

  dov_mark_grid_move (self, (guint) row, (guint) column, TRUE);

  return TRUE;
}

static gboolean
walk (DovMarkGrid     *self,
      guint            key,
      GdkModifierType  modifiers)
{
  gboolean far = (modifiers & GDK_CONTROL_MASK) != 0;

  switch (key)
    {
    case GDK_KEY_Up: case GDK_KEY_KP_Up:
      return move_by (self, far ? -(int) self->n_rows : -1, 0);
    case GDK_KEY_Down: case GDK_KEY_KP_Down:
      return move_by (self, far ? (int) self->n_rows : 1, 0);
    case GDK_KEY_Left: case GDK_KEY_KP_Left:
      return move_by (self, 0, far ? -(int) self->n_columns : -1);
    case GDK_KEY_Right: case GDK_KEY_KP_Right:
      return move_by (self, 0, far ? (int) self->n_columns : 1);
    case GDK_KEY_Home: case GDK_KEY_KP_Home:
      return move_by (self, far ? -(int) self->n_rows : 0, -(int) self->n_columns);
    case GDK_KEY_End: case GDK_KEY_KP_End:
      return move_by (self, far ? (int) self->n_rows : 0, (int) self->n_columns);
    default:
      return FALSE;
    }
}

static gboolean
take_letter (DovMarkGrid *self,
             guint        key)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  char text[7] = "";

  if (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete || key == GDK_KEY_BackSpace || key == GDK_KEY_space)
    {
      g_signal_emit (self, signals[CLEARED], 0, self->row, self->column);
      return TRUE;
    }
  if (letter == 0 || !g_unichar_isgraph (letter))
    return FALSE;
  g_unichar_to_utf8 (letter, text);
  g_signal_emit (self, signals[TYPED], 0, self->row, self->column, text);

  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                DovMarkGrid           *self)
{
  gboolean is_enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;

  if (self->n_rows == 0 || self->n_columns == 0 || (modifiers & GDK_ALT_MASK))
    return FALSE;
  if (is_enter && (modifiers & GDK_CONTROL_MASK))
    g_signal_emit (self, signals[FILLED], 0, self->column);
  else if (is_enter)
    g_signal_emit (self, signals[ENTERED], 0, self->row, self->column);
  else if (walk (self, key, modifiers))
    return TRUE;
  else
    return (modifiers & GDK_CONTROL_MASK) ? FALSE : take_letter (self, key);

  return TRUE;
}

static void
pressed_cb (GtkGestureClick *clicks,
            int              n_press,
            double           x,
            double           y,
            DovMarkGrid     *self)
{
  GtkWidget *cell = gtk_widget_pick (self->marks, x, y, GTK_PICK_DEFAULT);
  guint place = 0;

  if (cell != NULL && g_ptr_array_find (self->cells, cell, &place))
    dov_mark_grid_move (self, place / self->n_columns, place % self->n_columns, TRUE);
}

/**
 * dov_mark_grid_new:
 * @label: what the marks are, for who cannot see them
 */
GtkWidget *
dov_mark_grid_new (const char *label)
{
  DovMarkGrid *self = g_object_new (DOV_TYPE_MARK_GRID, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *clicks = gtk_gesture_click_new ();

  make_fields (self, label);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->marks, keys);
  g_signal_connect (clicks, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (self->marks, GTK_EVENT_CONTROLLER (clicks));

  return GTK_WIDGET (self);
}

static void
dov_mark_grid_finalize (GObject *object)
{
  DovMarkGrid *self = DOV_MARK_GRID (object);

  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->head_cells);
  g_ptr_array_unref (self->line_cells);
  g_ptr_array_unref (self->row_sum_cells);
  g_ptr_array_unref (self->column_sum_cells);

  G_OBJECT_CLASS (dov_mark_grid_parent_class)->finalize (object);
}

static guint
add_signal (const char *name,
            guint       n_numbers,
            gboolean    has_text)
{
  return g_signal_new (name, DOV_TYPE_MARK_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       n_numbers + (has_text ? 1 : 0), G_TYPE_UINT, G_TYPE_UINT, G_TYPE_STRING);
}

static void
dov_mark_grid_class_init (DovMarkGridClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_mark_grid_finalize;

  signals[TYPED] = add_signal ("typed", 2, TRUE);
  signals[CLEARED] = add_signal ("cleared", 2, FALSE);
  signals[ENTERED] = add_signal ("entered", 2, FALSE);
  signals[FILLED] = add_signal ("filled", 1, FALSE);
  signals[MOVED] = add_signal ("moved", 2, FALSE);
  signals[HEAD_CLICKED] = add_signal ("head-clicked", 1, FALSE);
}

static void
dov_mark_grid_init (DovMarkGrid *self)
{
  self->cells = g_ptr_array_new ();
  self->head_cells = g_ptr_array_new ();
  self->line_cells = g_ptr_array_new ();
  self->row_sum_cells = g_ptr_array_new ();
  self->column_sum_cells = g_ptr_array_new ();
}
