/* dov-paste-columns.c - what stands in each column of a pasted table: found by its heading, or asked */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-paste-columns.h"

#include <glib/gi18n.h>

#include "dov-fold.h"
#include "dov-label.h"
#include "dov-list-columns.h"
#include "dov-wrap-box.h"

/* What stands at the head of the list of fields, before the fields. */
enum { ASK, SKIP, FIRST_FIELD };

/* What stands in the list of orders. */
enum { ASK_ORDER, DAY_FIRST, MONTH_FIRST };

typedef struct
{
  char        *title;
  GtkDropDown *list;
  GtkDropDown *orders;   /* asked only where dates with slashes do not say it themselves */
  GtkLabel    *settled;  /* else what said it */
} Column;

struct _DovPasteColumns
{
  AdwBin     parent_instance;

  GType      type;
  GPtrArray *table;
  GPtrArray *fields;     /* const DovField *, in the order of the lists */
  GArray    *columns;    /* Column */
  GArray    *listed;     /* DovTableColumn: what the list of these records can show */
  guint      heading;    /* its row */
  guint      first_row;  /* the first row below it */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovPasteColumns, dov_paste_columns, ADW_TYPE_BIN)

static Column *
get_column (DovPasteColumns *self,
            guint            column)
{
  return &g_array_index (self->columns, Column, column);
}

GPtrArray *
dov_paste_columns_get_table (DovPasteColumns *self)
{
  return self->table;
}

guint
dov_paste_columns_get_n (DovPasteColumns *self)
{
  return self->columns->len;
}

guint
dov_paste_columns_get_first_row (DovPasteColumns *self)
{
  return self->first_row;
}

const char *
dov_paste_columns_get_title (DovPasteColumns *self,
                             guint            column)
{
  return get_column (self, column)->title;
}

/**
 * dov_paste_columns_get_field:
 *
 * Returns: (nullable): what the column goes into; %NULL while that is not said, or it is left out
 */
const DovField *
dov_paste_columns_get_field (DovPasteColumns *self,
                             guint            column)
{
  guint at = gtk_drop_down_get_selected (get_column (self, column)->list);

  return at >= FIRST_FIELD && at != GTK_INVALID_LIST_POSITION ? g_ptr_array_index (self->fields, at - FIRST_FIELD) : NULL;
}

/* Whether it is said what the column goes into, or that it is left out. */
gboolean
dov_paste_columns_is_decided (DovPasteColumns *self,
                              guint            column)
{
  return gtk_drop_down_get_selected (get_column (self, column)->list) != ASK;
}

static gboolean
holds_dates (DovPasteColumns *self,
             guint            column)
{
  const DovField *field = dov_paste_columns_get_field (self, column);

  return field != NULL && (field->kind == DOV_KIND_DATE || field->kind == DOV_KIND_MOMENT);
}

/**
 * dov_paste_columns_get_order:
 *
 * Returns: the order of day and month in the column; %DOV_DATE_ORDER_EITHER while nobody knows
 */
DovDateOrder
dov_paste_columns_get_order (DovPasteColumns *self,
                             guint            column)
{
  DovDateOrder order = holds_dates (self, column) ? dov_pasted_find_order (self->table, self->first_row, column, NULL)
                                                  : DOV_DATE_ORDER_PLAIN;
  guint chosen = gtk_drop_down_get_selected (get_column (self, column)->orders);

  if (order != DOV_DATE_ORDER_EITHER || chosen == ASK_ORDER)
    return order;

  return chosen == DAY_FIRST ? DOV_DATE_ORDER_DAY_FIRST : DOV_DATE_ORDER_MONTH_FIRST;
}

static gboolean
is_about_name (const DovField *field)
{
  return g_str_equal (field->name, "last_name") || g_str_equal (field->name, "first_name") ||
         g_str_equal (field->name, "patronymic");
}

/* Whether two columns would go into the same. */
static gboolean
meet (const DovField *one,
      const DovField *other)
{
  return one == other || (one == &dov_pasted_whole_name && is_about_name (other)) ||
         (other == &dov_pasted_whole_name && is_about_name (one));
}

static char *
find_fault (DovPasteColumns *self,
            guint            column)
{
  const DovField *field = dov_paste_columns_get_field (self, column);

  if (!dov_paste_columns_is_decided (self, column))
    return g_strdup_printf (_("Say what stands in the column “%s”, or choose “Leave out”."), get_column (self, column)->title);
  for (guint other = 0; field != NULL && other < column; other++)
    if (dov_paste_columns_get_field (self, other) != NULL && meet (field, dov_paste_columns_get_field (self, other)))
      return g_strdup_printf (_("“%s” is chosen for two columns. Leave one of them out."), _(field->label));
  if (dov_paste_columns_get_order (self, column) == DOV_DATE_ORDER_EITHER)
    return g_strdup_printf (_("Say what stands first in the dates of the column “%s”, the day or the month."),
                            get_column (self, column)->title);

  return NULL;
}

/**
 * dov_paste_columns_check:
 *
 * A field stands in one column, every column is decided upon, and so is the
 * order of its dates. Puts the keyboard where something is missing.
 *
 * Returns: (nullable): what is missing
 */
char *
dov_paste_columns_check (DovPasteColumns *self)
{
  for (guint c = 0; c < self->columns->len; c++)
    {
      char *fault = find_fault (self, c);
      Column *column = get_column (self, c);

      if (fault == NULL)
        continue;
      gtk_widget_grab_focus (GTK_WIDGET (gtk_widget_get_visible (GTK_WIDGET (column->orders)) &&
                                         dov_paste_columns_get_order (self, c) == DOV_DATE_ORDER_EITHER ? column->orders
                                                                                                       : column->list));
      return fault;
    }

  return NULL;
}

/* ---- headings ---- */

/* The columns of the program's own list that have this heading, first the usual ones; how many of them these are. */
static GPtrArray *
list_called (DovPasteColumns *self,
             const char      *heading,
             guint           *n_usual)
{
  const DovListView *view = dov_list_view_find (self->type);
  g_autofree char *wanted = dov_fold (heading);
  GPtrArray *called = g_ptr_array_new ();

  *n_usual = 0;
  for (guint i = 0; i < self->listed->len && *heading != '\0'; i++)
    {
      const DovTableColumn *column = &g_array_index (self->listed, DovTableColumn, i);
      g_autofree char *title = dov_list_columns_dup_heading (self->type, column);
      g_autofree char *folded = dov_fold (title);

      if (!g_str_equal (heading, title) && (*wanted == '\0' || !g_str_equal (folded, wanted)))
        continue;
      g_ptr_array_add (called, (gpointer) column);
      *n_usual += view != NULL && i < view->n_columns;
    }

  return called;
}

static gboolean
knows (const char *heading,
       gpointer    data)
{
  DovPasteColumns *self = data;
  guint n_usual = 0;
  g_autoptr (GPtrArray) called = list_called (self, heading, &n_usual);

  return called->len > 0 || dov_pasted_find_field (self->type, heading) != NULL || dov_pasted_is_number_of_row (heading);
}

static guint
find_place (DovPasteColumns *self,
            const DovField  *field)
{
  guint at = 0;

  return field != NULL && g_ptr_array_find (self->fields, field, &at) ? FIRST_FIELD + at : SKIP;
}

/* Where a heading leads that is the @nth of @n with the same words: to a field, or out, for what only counts or is
 * computed from the rest. The list itself has some words twice; then all of them must be here, in its order. */
static guint
find_meaning (DovPasteColumns *self,
              const char      *heading,
              guint            nth,
              guint            n)
{
  g_autoptr (DovRecordClass) klass = g_type_class_ref (self->type);
  guint n_usual = 0;
  g_autoptr (GPtrArray) called = list_called (self, heading, &n_usual);
  const DovField *field = dov_pasted_find_field (self->type, heading);

  if (n == n_usual || n == called->len)
    return find_place (self, dov_record_class_find_field (klass, ((DovTableColumn *) g_ptr_array_index (called, nth))->name));
  if (called->len > 0 || n > 1 || (field == NULL && !dov_pasted_is_number_of_row (heading)))
    return ASK;

  return find_place (self, field);
}

/* What stands over a column, with what stands over several of them. */
static char *
dup_heading (DovPasteColumns *self,
             guint            column)
{
  g_autofree char *group = NULL;
  const char *own = NULL;

  if (self->first_row == 0)
    return g_strdup ("");
  own = dov_pasted_get_cell (self->table, self->heading, column);
  if (self->first_row > self->heading + 1)
    {
      const char *below = dov_pasted_get_cell (self->table, self->heading + 1, column);

      group = *below != '\0' ? dov_pasted_dup_group (self->table, self->heading, column) : NULL;
      own = *below != '\0' ? below : own;
    }
  else if (self->heading > 0)
    group = dov_pasted_dup_group (self->table, self->heading - 1, column);

  return group != NULL && *group != '\0' && *own != '\0' ? g_strdup_printf ("%s: %s", group, own) : g_strdup (own);
}

/* What is known of the column; a heading that stands twice says nothing, nor does one that is joined with another. */
static guint
choose (DovPasteColumns *self,
        guint            column)
{
  const char *heading = dov_pasted_get_cell (self->table, self->heading, column);
  guint nth = 0, n = 0;

  if (self->first_row == 0 || *heading == '\0' ||
      (self->first_row > self->heading + 1 && *dov_pasted_get_cell (self->table, self->heading + 1, column) != '\0'))
    return ASK;
  for (guint other = 0; other < dov_pasted_get_width (self->table); other++)
    if (g_str_equal (heading, dov_pasted_get_cell (self->table, self->heading, other)))
      {
        nth += other < column;
        n++;
      }

  return find_meaning (self, heading, nth, n);
}

/* ---- making ---- */

/* The order of dates is asked, or said, as soon as the column is known to hold them. */
static void
show_order (DovPasteColumns *self,
            guint            column)
{
  const char *by = NULL;
  DovDateOrder order = holds_dates (self, column) ? dov_pasted_find_order (self->table, self->first_row, column, &by)
                                                  : DOV_DATE_ORDER_PLAIN;
  g_autofree char *words = NULL;

  if (order == DOV_DATE_ORDER_DAY_FIRST)
    words = g_strdup_printf (_("The day first: “%s” says so"), by);
  else if (order == DOV_DATE_ORDER_MONTH_FIRST)
    words = g_strdup_printf (_("The month first: “%s” says so"), by);
  gtk_label_set_label (get_column (self, column)->settled, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (get_column (self, column)->settled), words != NULL);
  gtk_widget_set_visible (GTK_WIDGET (get_column (self, column)->orders), order == DOV_DATE_ORDER_EITHER);
}

static void
chosen_cb (DovPasteColumns *self)
{
  for (guint c = 0; c < self->columns->len; c++)
    show_order (self, c);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkDropDown *
list_new (DovPasteColumns *self,
          GtkStringList   *labels,
          const char      *spoken)
{
  GtkWidget *list = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);

  dov_name_widget (list, spoken);

  return GTK_DROP_DOWN (list);
}

static GtkWidget *
column_new (DovPasteColumns *self,
            guint            at)
{
  static const char *const orders[] = { N_("What stands first?"), N_("day/month"), N_("month/day"), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *heading = dup_heading (self, at);
  Column column = { *heading != '\0' ? g_strdup (heading) : g_strdup_printf (_("Column %u"), at + 1), NULL, NULL, NULL };
  GtkWidget *caption = g_object_new (GTK_TYPE_LABEL, "label", column.title, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                     "max-width-chars", 20, "tooltip-text", column.title, NULL);
  GtkStringList *labels = gtk_string_list_new (NULL);
  GtkStringList *order_labels = gtk_string_list_new (NULL);
  g_autofree char *spoken = g_strdup_printf (_("Dates of “%s”"), column.title);

  gtk_string_list_append (labels, _("Choose…"));
  gtk_string_list_append (labels, _("Leave out"));
  for (guint i = 0; i < self->fields->len; i++)
    gtk_string_list_append (labels, _(((const DovField *) g_ptr_array_index (self->fields, i))->label));
  for (guint i = 0; orders[i] != NULL; i++)
    gtk_string_list_append (order_labels, _(orders[i]));

  column.list = list_new (self, labels, column.title);
  column.orders = list_new (self, order_labels, spoken);
  column.settled = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "max-width-chars", 20, NULL);
  gtk_drop_down_set_selected (column.list, choose (self, at));
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (column.settled), "caption");
  g_signal_connect_object (column.list, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (column.orders, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (column.list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (column.orders));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (column.settled));
  g_array_append_val (self->columns, column);
  show_order (self, at);

  return box;
}

/* Where the heading was found, when that is not simply the first row. */
static char *
dup_place (DovPasteColumns *self)
{
  if (self->first_row > self->heading + 1)
    return g_strdup_printf (_("The heading stands in the rows %u and %u. Say what stands in the columns that it joins."),
                            self->heading + 1, self->heading + 2);
  if (self->first_row > 0 && self->heading > 0)
    return g_strdup_printf (_("The heading stands in row %u; what is above it is left out."), self->heading + 1);

  return NULL;
}

/**
 * dov_paste_columns_new:
 * @type: what the rows are to become
 * @table: from dov_pasted_split()
 * @only: (nullable): the fields that a column may go into; %NULL: all
 *
 * Returns: (transfer floating): a list over each column of the table
 */
GtkWidget *
dov_paste_columns_new (GType              type,
                       GPtrArray         *table,
                       const char *const *only)
{
  DovPasteColumns *self = g_object_new (DOV_TYPE_PASTE_COLUMNS, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = dov_wrap_box_new (12);
  g_autofree char *place = NULL;

  self->type = type;
  self->table = g_ptr_array_ref (table);
  self->fields = dov_pasted_list_fields (type, only);
  self->listed = dov_list_columns_list_all (type, dov_list_view_find (type));
  if (dov_pasted_find_heading (table, knows, self, &self->heading))
    self->first_row = self->heading + (dov_pasted_is_double (table, self->heading) ? 2 : 1);
  for (guint c = 0; c < dov_pasted_get_width (table); c++)
    dov_wrap_box_append (DOV_WRAP_BOX (line), column_new (self, c));
  place = dup_place (self);
  gtk_box_append (GTK_BOX (box), line);
  if (place != NULL)
    gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "label", place, "xalign", 0.0, "wrap", TRUE, NULL));
  adw_bin_set_child (ADW_BIN (self), box);

  return GTK_WIDGET (self);
}

static void
clear_column (gpointer column)
{
  g_free (((Column *) column)->title);
}

static void
dov_paste_columns_finalize (GObject *object)
{
  DovPasteColumns *self = DOV_PASTE_COLUMNS (object);

  g_ptr_array_unref (self->table);
  g_ptr_array_unref (self->fields);
  g_array_unref (self->columns);
  g_array_unref (self->listed);

  G_OBJECT_CLASS (dov_paste_columns_parent_class)->finalize (object);
}

static void
dov_paste_columns_class_init (DovPasteColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_paste_columns_finalize;
  signals[CHANGED] = g_signal_new ("changed", DOV_TYPE_PASTE_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
dov_paste_columns_init (DovPasteColumns *self)
{
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
}
