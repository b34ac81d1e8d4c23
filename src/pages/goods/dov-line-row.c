/* dov-line-row.c - one line of a paper about goods: the thing, how much, for whom, in what state */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-line-row.h"

#include <glib/gi18n.h>

#include "dov-amount.h"
#include "dov-fold-columns.h"
#include "dov-item.h"
#include "dov-line-choice.h"

/* Room for what is typed, in pixels at the usual size of text. */
#define ROOM_FOR_WORDS 190

typedef struct
{
  const DovField *field;
  GtkWidget      *editor;    /* DovAmount, GtkDropDown or GtkEntry */
} Cell;

struct _DovLineRow
{
  GtkListBoxRow  parent_instance;

  DovStore      *store;
  DovRecord     *record;
  char          *name;
  GPtrArray     *people;     /* DovLinePerson, borrowed */
  GArray        *cells;
  gboolean       is_showing;

  GtkWidget     *columns;
  GtkWidget     *note;
  GtkWidget     *tail;
  GtkWidget     *unit;
  GtkWidget     *drop;
  GtkWidget     *remark;
  GtkWidget     *error;
};

enum { CHANGED, DONE, DROPPED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovLineRow, dov_line_row, GTK_TYPE_LIST_BOX_ROW)

static gint64
get_item (DovLineRow *self)
{
  return dov_record_get_number (self->record, "item_id");
}

static Cell *
find_cell (DovLineRow *self,
           const char   *field)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (g_str_equal (g_array_index (self->cells, Cell, i).field->name, field))
      return &g_array_index (self->cells, Cell, i);

  return NULL;
}

static void
changed_cb (DovLineRow *self)
{
  if (!self->is_showing)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* Enter goes on in the line, and after it to the next thing. */
static void
activate_cb (GtkWidget *editor)
{
  DovLineRow *self = DOV_LINE_ROW (gtk_widget_get_ancestor (editor, DOV_TYPE_LINE_ROW));

  for (guint i = 0; i + 1 < self->cells->len; i++)
    {
      GtkWidget *next = g_array_index (self->cells, Cell, i + 1).editor;

      if (g_array_index (self->cells, Cell, i).editor != editor)
        continue;
      if (!GTK_IS_DROP_DOWN (next))
        {
          gtk_widget_grab_focus (next);
          return;
        }
    }
  g_signal_emit (self, signals[DONE], 0);
}

static void
drop_cb (DovLineRow *self)
{
  g_signal_emit (self, signals[DROPPED], 0);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                DovLineRow          *self)
{
  if (self->drop == NULL || !(modifiers & GDK_CONTROL_MASK) || key != GDK_KEY_Delete)
    return GDK_EVENT_PROPAGATE;

  drop_cb (self);

  return GDK_EVENT_STOP;
}

/* “Quantity: Potatoes”: each editor says what it is of. */
static void
give_name (DovLineRow   *self,
           GtkWidget      *editor,
           const DovField *field)
{
  g_autofree char *label = g_strdup_printf ("%s: %s", _(field->label), self->name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static GtkWidget *
list_new (DovLineRow   *self,
          const DovField *field)
{
  GtkWidget *list = dov_line_choice_new ();

  give_name (self, list, field);
  g_signal_connect_swapped (list, "notify::selected", G_CALLBACK (changed_cb), self);

  return list;
}

static GtkWidget *
entry_new (DovLineRow   *self,
           const DovField *field)
{
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "width-chars", field->kind == DOV_KIND_TEXT ? 14 : 9,
                                   "max-width-chars", field->kind == DOV_KIND_TEXT ? 14 : 9, "valign",
                                   GTK_ALIGN_CENTER, "placeholder-text", _(field->label), NULL);

  gtk_widget_set_tooltip_text (entry, _(field->label));
  if (field->kind != DOV_KIND_TEXT)
    gtk_widget_add_css_class (entry, "numeric");
  give_name (self, entry, field);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (entry, "activate", G_CALLBACK (activate_cb), NULL);

  return entry;
}

static GtkWidget *
amount_new (DovLineRow   *self,
            const DovField *field)
{
  g_autofree char *label = g_strdup_printf ("%s: %s", _(field->label), self->name);
  GtkWidget *amount = dov_amount_new (label);

  g_signal_connect_swapped (amount, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (amount, "activate", G_CALLBACK (activate_cb), NULL);

  return amount;
}

static void
add_cell (DovLineRow *self,
          const char   *name)
{
  const DovField *field = dov_record_class_find_field (DOV_RECORD_GET_CLASS (self->record), name);
  Cell cell = { .field = field };

  g_return_if_fail (field != NULL);

  if (field->kind == DOV_KIND_QUANTITY)
    cell.editor = amount_new (self, field);
  else if (field->kind == DOV_KIND_CHOICE)
    dov_line_choice_fill (cell.editor = list_new (self, field), field);
  else if (field->kind == DOV_KIND_LINK)
    dov_line_choice_fill_people (cell.editor = list_new (self, field), self->people);
  else
    cell.editor = entry_new (self, field);

  gtk_widget_set_valign (cell.editor, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->tail), cell.editor);
  if (field->kind == DOV_KIND_QUANTITY)
    {
      g_autoptr (DovRecord) item = dov_store_find (self->store, DOV_TYPE_ITEM, get_item (self), NULL);
      g_autofree char *unit = item != NULL ?
        dov_record_dup_shown (item, dov_record_class_find_field (DOV_RECORD_GET_CLASS (item), "unit")) : g_strdup ("");

      self->unit = g_object_new (GTK_TYPE_LABEL, "label", unit, "xalign", 0.0, "width-chars", 5, NULL);
      gtk_box_append (GTK_BOX (self->tail), self->unit);
    }
  g_array_append_val (self->cells, cell);
}

DovRecord *
dov_line_row_get_record (DovLineRow *self)
{
  return self->record;
}

void
dov_line_row_set_note (DovLineRow *self,
                         const char   *note)
{
  gtk_label_set_label (GTK_LABEL (self->note), note);
  gtk_widget_set_visible (self->note, *note != '\0');
}

/**
 * dov_line_row_set_error:
 * @error: (nullable): what is wrong, in words that say what to do
 */
void
dov_line_row_set_error (DovLineRow *self,
                          const char   *error)
{
  Cell *amount = find_cell (self, "qty");

  gtk_label_set_label (GTK_LABEL (self->error), error != NULL ? error : "");
  gtk_widget_set_visible (self->remark, error != NULL);
  if (amount == NULL)
    amount = find_cell (self, "actual_qty");
  if (amount == NULL)
    return;
  if (error != NULL)
    gtk_widget_add_css_class (amount->editor, "error");
  else
    gtk_widget_remove_css_class (amount->editor, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (dov_amount_get_field (DOV_AMOUNT (amount->editor))),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

const char *
dov_line_row_get_error (DovLineRow *self)
{
  return gtk_widget_get_visible (self->remark) ? gtk_label_get_label (GTK_LABEL (self->error)) : NULL;
}

/**
 * dov_line_row_set_people:
 * @people: (element-type DovLinePerson): whom the thing can be for; outlives the line
 */
void
dov_line_row_set_people (DovLineRow *self,
                           GPtrArray    *people)
{
  self->people = people;
  self->is_showing = TRUE;
  for (guint i = 0; i < self->cells->len; i++)
    if (g_array_index (self->cells, Cell, i).field->kind == DOV_KIND_LINK)
      dov_line_choice_fill_people (g_array_index (self->cells, Cell, i).editor, self->people);
  self->is_showing = FALSE;
  dov_line_row_show (self);
}

static void
show_cell (DovLineRow *self,
           Cell         *cell)
{
  if (GTK_IS_DROP_DOWN (cell->editor))
    {
      g_auto (GValue) value = G_VALUE_INIT;
      guint selected = 0;

      dov_record_get_value (self->record, cell->field, &value);
      if (cell->field->kind == DOV_KIND_CHOICE)
        {
          g_autoptr (GEnumClass) choices = g_type_class_ref (cell->field->target ());

          for (guint i = 1; i < choices->n_values; i++)
            if (choices->values[i].value == g_value_get_enum (&value))
              selected = i - 1;
        }
      for (guint i = 0; cell->field->kind == DOV_KIND_LINK && self->people != NULL && i < self->people->len; i++)
        if (((DovLinePerson *) g_ptr_array_index (self->people, i))->id == g_value_get_int64 (&value))
          selected = i + 1;
      gtk_drop_down_set_selected (GTK_DROP_DOWN (cell->editor), selected);
    }
  else
    {
      g_autofree char *shown = dov_record_dup_shown (self->record, cell->field);

      if (DOV_IS_AMOUNT (cell->editor))
        dov_amount_set_text (DOV_AMOUNT (cell->editor), shown);
      else
        gtk_editable_set_text (GTK_EDITABLE (cell->editor), shown);
    }
}

/**
 * dov_line_row_show:
 *
 * Shows what the record holds.
 */
void
dov_line_row_show (DovLineRow *self)
{
  self->is_showing = TRUE;
  for (guint i = 0; i < self->cells->len; i++)
    show_cell (self, &g_array_index (self->cells, Cell, i));
  self->is_showing = FALSE;
}

static const char *
get_text (Cell *cell)
{
  return DOV_IS_AMOUNT (cell->editor) ? dov_amount_get_text (DOV_AMOUNT (cell->editor)) :
                                        gtk_editable_get_text (GTK_EDITABLE (cell->editor));
}

/* What is chosen goes into the record at once; it cannot be half chosen. */
static void
read_list (DovLineRow *self,
           Cell         *cell)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (cell->editor));

  if (cell->field->kind == DOV_KIND_CHOICE)
    {
      g_autoptr (GEnumClass) choices = g_type_class_ref (cell->field->target ());

      if (selected + 1 < choices->n_values)
        dov_record_set_int (self->record, cell->field->name, choices->values[selected + 1].value);
    }
  else if (self->people != NULL && selected <= self->people->len)
    {
      DovLinePerson *person = selected > 0 ? g_ptr_array_index (self->people, selected - 1) : NULL;

      dov_record_set_number (self->record, cell->field->name, person != NULL ? person->id : 0);
    }
}

/**
 * dov_line_row_read:
 *
 * Reads what was typed and chosen into the record.
 *
 * Returns: %FALSE when something cannot be understood
 */
gboolean
dov_line_row_read (DovLineRow  *self,
                     GError       **error)
{
  gboolean is_well = TRUE;

  for (guint i = 0; i < self->cells->len; i++)
    {
      Cell *cell = &g_array_index (self->cells, Cell, i);

      if (GTK_IS_DROP_DOWN (cell->editor))
        read_list (self, cell);
      else if (!dov_record_set_typed (self->record, cell->field, get_text (cell), is_well ? error : NULL))
        is_well = FALSE;
    }

  return is_well;
}

/**
 * dov_line_row_dup_typed:
 *
 * Returns: (transfer full): what stands in an editor, for a draft
 */
char *
dov_line_row_dup_typed (DovLineRow *self,
                          const char   *field)
{
  Cell *cell = find_cell (self, field);

  if (cell == NULL)
    return g_strdup ("");
  if (!GTK_IS_DROP_DOWN (cell->editor))
    return g_strdup (get_text (cell));
  read_list (self, cell);

  return dov_record_dup_text (self->record, cell->field);
}

void
dov_line_row_show_typed (DovLineRow *self,
                           const char   *field,
                           const char   *typed)
{
  Cell *cell = find_cell (self, field);

  if (cell == NULL)
    {
      dov_record_set_text (self->record, dov_record_class_find_field (DOV_RECORD_GET_CLASS (self->record), field), typed, NULL);
      return;
    }

  self->is_showing = TRUE;
  if (GTK_IS_DROP_DOWN (cell->editor))
    {
      if (dov_record_set_text (self->record, cell->field, typed, NULL))
        show_cell (self, cell);
    }
  else if (DOV_IS_AMOUNT (cell->editor))
    {
      dov_amount_set_text (DOV_AMOUNT (cell->editor), typed);
    }
  else
    {
      gtk_editable_set_text (GTK_EDITABLE (cell->editor), typed);
    }
  self->is_showing = FALSE;
}

/**
 * dov_line_row_focus_next:
 *
 * Puts the keyboard where something is still to be typed: how much, first.
 */
gboolean
dov_line_row_focus_next (DovLineRow *self)
{
  Cell *amount = find_cell (self, "qty");

  if (amount == NULL)
    amount = find_cell (self, "actual_qty");
  if (amount == NULL)
    return FALSE;
  gtk_widget_grab_focus (amount->editor);
  gtk_editable_select_region (GTK_EDITABLE (dov_amount_get_field (DOV_AMOUNT (amount->editor))), 0, -1);

  return TRUE;
}

static int
measure_tail (DovLineRow *self)
{
  int natural = 0;

  gtk_widget_measure (self->tail, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

/* The tail goes under the words where both have no room. */
static void
css_changed_cb (DovLineRow *self)
{
  int tail = measure_tail (self);
  double scale = dov_text_scale ();

  g_object_set (self->columns, "side-width", (int) (tail / scale) + 1,
                "fold-width", (int) (tail / scale) + ROOM_FOR_WORDS, NULL);
}

/**
 * dov_line_row_new:
 * @record: a line, with the thing it is of
 * @fields: what is typed
 * @people: (nullable): whom the thing can be for; outlives the line
 * @may_go: can be taken out
 *
 * Returns: (transfer floating): the line
 */
GtkWidget *
dov_line_row_new (DovStore  *store,
                    DovRecord *record,
                    char     **fields,
                    GPtrArray *people,
                    gboolean   may_go)
{
  DovLineRow *self = g_object_new (DOV_TYPE_LINE_ROW, NULL);
  GtkWidget *words = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 2,
                                   "valign", GTK_ALIGN_CENTER, "hexpand", TRUE, NULL);
  GtkWidget *title;

  self->store = g_object_ref (store);
  self->record = g_object_ref (record);
  self->people = people;
  self->name = dov_store_describe_id (store, DOV_TYPE_ITEM, get_item (self));
  title = g_object_new (GTK_TYPE_LABEL, "label", self->name, "xalign", 0.0, "wrap", TRUE, "lines", 2,
                        "ellipsize", PANGO_ELLIPSIZE_END, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  gtk_widget_add_css_class (title, "title");
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), self->note);
  dov_fold_columns_append (DOV_FOLD_COLUMNS (self->columns), words);
  dov_fold_columns_append (DOV_FOLD_COLUMNS (self->columns), self->tail);
  for (guint i = 0; fields[i] != NULL && *fields[i] != '\0'; i++)
    add_cell (self, fields[i]);
  if (may_go)
    {
      g_autofree char *label = g_strdup_printf (_("Take out: %s"), self->name);

      self->drop = gtk_button_new_from_icon_name ("edit-clear-symbolic");
      gtk_widget_add_css_class (self->drop, "flat");
      gtk_widget_set_valign (self->drop, GTK_ALIGN_CENTER);
      gtk_widget_set_focusable (self->drop, FALSE);
      gtk_widget_set_tooltip_text (self->drop, _("Take out (Ctrl+Delete)"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      g_signal_connect_swapped (self->drop, "clicked", G_CALLBACK (drop_cb), self);
      gtk_box_append (GTK_BOX (self->tail), self->drop);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name, -1);
  dov_line_row_show (self);
  css_changed_cb (self);

  return GTK_WIDGET (self);
}

static void
dov_line_row_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (dov_line_row_parent_class)->css_changed (widget, change);
  if (DOV_LINE_ROW (widget)->tail != NULL)
    css_changed_cb (DOV_LINE_ROW (widget));
}

static void
dov_line_row_finalize (GObject *object)
{
  DovLineRow *self = DOV_LINE_ROW (object);

  g_clear_object (&self->record);
  g_clear_object (&self->store);
  g_array_unref (self->cells);
  g_free (self->name);

  G_OBJECT_CLASS (dov_line_row_parent_class)->finalize (object);
}

static void
dov_line_row_class_init (DovLineRowClass *klass)
{
  static const char *const names[] = { "changed", "done", "dropped" };

  G_OBJECT_CLASS (klass)->finalize = dov_line_row_finalize;
  GTK_WIDGET_CLASS (klass)->css_changed = dov_line_row_css_changed;

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], DOV_TYPE_LINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
}

static void
dov_line_row_init (DovLineRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->note = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->note, "dim-label");
  gtk_widget_add_css_class (self->note, "caption");
  gtk_widget_add_css_class (self->note, "numeric");
  self->tail = g_object_new (GTK_TYPE_BOX, "spacing", 8, "valign", GTK_ALIGN_CENTER, "halign", GTK_ALIGN_END, NULL);
  gtk_widget_add_css_class (self->tail, "tail");
  self->columns = dov_fold_columns_new ();
  g_object_set (self->columns, "spacing", 10, "row-spacing", 4, NULL);
  self->error = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "hexpand", TRUE, NULL);
  gtk_widget_add_css_class (self->error, "caption");
  self->remark = g_object_new (GTK_TYPE_BOX, "spacing", 6, "margin-top", 4, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->remark, "line-error");
  gtk_box_append (GTK_BOX (self->remark), g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-error-symbolic", "valign",
                                                        GTK_ALIGN_START, "accessible-role",
                                                        GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (self->remark), self->error);
  gtk_box_append (GTK_BOX (box), self->columns);
  gtk_box_append (GTK_BOX (box), self->remark);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "goods-line");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
