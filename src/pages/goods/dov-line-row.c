/* dov-line-row.c - one line of a paper about goods: the thing, how much, for whom, in what state */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-line-row.h"

#include <glib/gi18n.h>

#include "dov-amount.h"
#include "dov-fold-columns.h"
#include "dov-item.h"
#include "dov-label.h"
#include "dov-widgets.h"

/* Room for what is typed, in pixels at the usual size of text. */
#define ROOM_FOR_WORDS 190

typedef struct
{
  const DovField *field;
  GtkWidget      *editor;    /* DovAmount, GtkDropDown or GtkEntry */
  GtkEditable    *text;      /* where it is typed; NULL where it is chosen */
} Cell;

struct _DovLineRow
{
  GtkListBoxRow  parent_instance;

  DovStore      *store;
  DovRecord     *record;
  char          *name;
  GPtrArray     *people;     /* DovLinePerson, borrowed */
  GArray        *cells;
  guint          amount;     /* which of them says how much */
  gboolean       is_showing;

  GtkWidget     *columns;
  GtkWidget     *title;
  GtkWidget     *note;
  GtkWidget     *tail;
  GtkWidget     *editors;
  GtkWidget     *drop;
  GtkWidget     *remark;
  GtkWidget     *error;
};

enum { CHANGED, DONE, DROPPED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovLineRow, dov_line_row, GTK_TYPE_LIST_BOX_ROW)

static Cell *
get_cell (DovLineRow *self,
          guint       position)
{
  return &g_array_index (self->cells, Cell, position);
}

static Cell *
find_cell (DovLineRow *self,
           const char *field)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (g_str_equal (get_cell (self, i)->field->name, field))
      return get_cell (self, i);

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
    if (get_cell (self, i)->editor == editor && get_cell (self, i + 1)->text != NULL)
      {
        gtk_widget_grab_focus (get_cell (self, i + 1)->editor);
        return;
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
                DovLineRow            *self)
{
  if (!gtk_widget_get_visible (self->drop) || !(modifiers & GDK_CONTROL_MASK) || key != GDK_KEY_Delete)
    return GDK_EVENT_PROPAGATE;

  drop_cb (self);

  return GDK_EVENT_STOP;
}

/* ---- editors ---- */

static GtkWidget *
list_new (DovLineRow     *self,
          const DovField *field)
{
  GtkWidget *list = dov_line_choice_new ();

  if (field->kind == DOV_KIND_CHOICE)
    dov_line_choice_fill (list, field);
  else
    dov_line_choice_fill_people (list, self->people);
  g_signal_connect_swapped (list, "notify::selected", G_CALLBACK (changed_cb), self);

  return list;
}

static GtkWidget *
entry_new (DovLineRow     *self,
           const DovField *field)
{
  int width = field->kind == DOV_KIND_TEXT ? 14 : 9;
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "width-chars", width, "max-width-chars", width,
                                   "placeholder-text", _(field->label), "tooltip-text", _(field->label), NULL);

  if (field->kind != DOV_KIND_TEXT)
    gtk_widget_add_css_class (entry, "numeric");

  return entry;
}

static void
add_unit (DovLineRow *self)
{
  g_autoptr (DovRecord) item = dov_store_find (self->store, DOV_TYPE_ITEM, dov_record_get_number (self->record, "item_id"),
                                               NULL);
  g_autofree char *unit = item != NULL ? dov_record_dup_shown (item, dov_record_find_field (item, "unit")) : g_strdup ("");

  gtk_box_append (GTK_BOX (self->editors), g_object_new (GTK_TYPE_LABEL, "label", unit, "xalign", 0.0, "width-chars", 5, NULL));
}

/* “Quantity: Potatoes”: each editor says what it is of. */
static void
add_cell (DovLineRow *self,
          const char *name)
{
  const DovField *field = dov_record_find_field (self->record, name);
  g_autofree char *label = g_strdup_printf ("%s: %s", _(field->label), self->name);
  Cell cell = { .field = field };

  if (field->kind == DOV_KIND_QUANTITY)
    cell.editor = dov_amount_new (label);
  else if (field->kind == DOV_KIND_CHOICE || field->kind == DOV_KIND_LINK)
    cell.editor = list_new (self, field);
  else
    cell.editor = entry_new (self, field);
  if (field->kind == DOV_KIND_QUANTITY)
    cell.text = GTK_EDITABLE (dov_amount_get_field (DOV_AMOUNT (cell.editor)));
  else if (GTK_IS_EDITABLE (cell.editor))
    cell.text = GTK_EDITABLE (cell.editor);
  if (field->kind != DOV_KIND_QUANTITY)
    dov_name_widget (cell.editor, label);
  if (cell.text != NULL)
    {
      g_signal_connect_swapped (cell.editor, "changed", G_CALLBACK (changed_cb), self);
      g_signal_connect (cell.editor, "activate", G_CALLBACK (activate_cb), NULL);
    }

  gtk_widget_set_valign (cell.editor, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->editors), cell.editor);
  if (field->kind == DOV_KIND_QUANTITY)
    {
      self->amount = self->cells->len;
      add_unit (self);
    }
  g_array_append_val (self->cells, cell);
}

/* ---- showing ---- */

DovRecord *
dov_line_row_get_record (DovLineRow *self)
{
  return self->record;
}

void
dov_line_row_set_note (DovLineRow *self,
                       const char *note)
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
                        const char *error)
{
  Cell *amount = get_cell (self, self->amount);

  gtk_label_set_label (GTK_LABEL (self->error), error != NULL ? error : "");
  gtk_widget_set_visible (self->remark, error != NULL);
  dov_set_class (amount->editor, "error", error != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (amount->text), GTK_ACCESSIBLE_STATE_INVALID,
                               error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

const char *
dov_line_row_get_error (DovLineRow *self)
{
  return gtk_widget_get_visible (self->remark) ? gtk_label_get_label (GTK_LABEL (self->error)) : NULL;
}

static guint
find_choice (DovLineRow *self,
             Cell       *cell)
{
  g_auto (GValue) value = G_VALUE_INIT;

  dov_record_get_value (self->record, cell->field, &value);
  if (cell->field->kind == DOV_KIND_CHOICE)
    {
      g_autoptr (GEnumClass) choices = g_type_class_ref (cell->field->target ());

      for (guint i = 1; i < choices->n_values; i++)
        if (choices->values[i].value == g_value_get_enum (&value))
          return i - 1;
      return 0;
    }
  for (guint i = 0; self->people != NULL && i < self->people->len; i++)
    if (((DovLinePerson *) g_ptr_array_index (self->people, i))->id == g_value_get_int64 (&value))
      return i + 1;

  return 0;
}

static void
show_cell (DovLineRow *self,
           Cell       *cell)
{
  g_autofree char *shown = cell->text != NULL ? dov_record_dup_shown (self->record, cell->field) : NULL;

  if (shown != NULL)
    gtk_editable_set_text (cell->text, shown);
  else
    gtk_drop_down_set_selected (GTK_DROP_DOWN (cell->editor), find_choice (self, cell));
}

static void
show (DovLineRow *self)
{
  self->is_showing = TRUE;
  for (guint i = 0; i < self->cells->len; i++)
    show_cell (self, get_cell (self, i));
  self->is_showing = FALSE;
}

/**
 * dov_line_row_set_people:
 * @people: (element-type DovLinePerson): whom the thing can be for; outlives the line
 */
void
dov_line_row_set_people (DovLineRow *self,
                         GPtrArray  *people)
{
  self->people = people;
  self->is_showing = TRUE;
  for (guint i = 0; i < self->cells->len; i++)
    if (get_cell (self, i)->field->kind == DOV_KIND_LINK)
      dov_line_choice_fill_people (get_cell (self, i)->editor, people);
  show (self);
}

/* ---- reading ---- */

/* What is chosen goes into the record at once; it cannot be half chosen. */
static void
read_list (DovLineRow *self,
           Cell       *cell)
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
                   GError     **error)
{
  gboolean is_well = TRUE;

  for (guint i = 0; i < self->cells->len; i++)
    {
      Cell *cell = get_cell (self, i);

      if (cell->text == NULL)
        read_list (self, cell);
      else if (!dov_record_set_typed (self->record, cell->field, gtk_editable_get_text (cell->text), is_well ? error : NULL))
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
                        const char *field)
{
  Cell *cell = find_cell (self, field);

  if (cell->text != NULL)
    return g_strdup (gtk_editable_get_text (cell->text));
  read_list (self, cell);

  return dov_record_dup_text (self->record, cell->field);
}

/**
 * dov_line_row_show_typed:
 * @field: of an editor, or one that belongs to the line and is not typed
 */
void
dov_line_row_show_typed (DovLineRow *self,
                         const char *field,
                         const char *typed)
{
  Cell *cell = find_cell (self, field);

  self->is_showing = TRUE;
  if (cell != NULL && cell->text != NULL)
    gtk_editable_set_text (cell->text, typed);
  else if (dov_record_set_text (self->record, dov_record_find_field (self->record, field), typed, NULL) && cell != NULL)
    show_cell (self, cell);
  self->is_showing = FALSE;
}

gboolean
dov_line_row_has_amount (DovLineRow *self)
{
  return dov_record_get_number (self->record, get_cell (self, self->amount)->field->name) != DOV_UNKNOWN;
}

/* Puts the keyboard where something is still to be typed: how much, first. */
gboolean
dov_line_row_focus_amount (DovLineRow *self)
{
  Cell *amount = get_cell (self, self->amount);

  gtk_widget_grab_focus (amount->editor);
  gtk_editable_select_region (amount->text, 0, -1);

  return TRUE;
}

/* ---- how it is built ---- */

/* The tail goes under the words where both have no room. */
static void
measure_tail (DovLineRow *self)
{
  double scale = dov_text_scale ();
  int natural = 0;

  gtk_widget_measure (self->tail, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  g_object_set (self->columns, "side-width", (int) (natural / scale) + 1,
                "fold-width", (int) (natural / scale) + ROOM_FOR_WORDS, NULL);
}

/**
 * dov_line_row_new:
 * @record: a line, with the thing it is of
 * @fields: what is typed, how much among it
 * @people: (nullable): whom the thing can be for; outlives the line
 * @may_go: can be taken out
 *
 * Returns: (transfer floating): the line
 */
GtkWidget *
dov_line_row_new (DovStore   *store,
                  DovRecord  *record,
                  char      **fields,
                  GPtrArray  *people,
                  gboolean    may_go)
{
  DovLineRow *self = g_object_new (DOV_TYPE_LINE_ROW, NULL);
  g_autofree char *label = NULL;

  self->store = g_object_ref (store);
  self->record = g_object_ref (record);
  self->people = people;
  self->name = dov_store_describe_id (store, DOV_TYPE_ITEM, dov_record_get_number (record, "item_id"));
  label = g_strdup_printf (_("Take out: %s"), self->name);
  gtk_label_set_label (GTK_LABEL (self->title), self->name);
  for (guint i = 0; fields[i] != NULL; i++)
    add_cell (self, fields[i]);
  gtk_widget_set_visible (self->drop, may_go);
  dov_name_widget (self->drop, label);
  dov_name_widget (self, self->name);
  show (self);
  measure_tail (self);

  return GTK_WIDGET (self);
}

static void
dov_line_row_css_changed (GtkWidget         *widget,
                          GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (dov_line_row_parent_class)->css_changed (widget, change);
  if (DOV_LINE_ROW (widget)->tail != NULL)
    measure_tail (DOV_LINE_ROW (widget));
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
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dov_line_row_finalize;
  widget_class->css_changed = dov_line_row_css_changed;

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], DOV_TYPE_LINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);

  g_type_ensure (DOV_TYPE_FOLD_COLUMNS);
  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-line-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DovLineRow, columns);
  gtk_widget_class_bind_template_child (widget_class, DovLineRow, title);
  gtk_widget_class_bind_template_child (widget_class, DovLineRow, note);
  gtk_widget_class_bind_template_child (widget_class, DovLineRow, tail);
  gtk_widget_class_bind_template_child (widget_class, DovLineRow, editors);
  gtk_widget_class_bind_template_child (widget_class, DovLineRow, drop);
  gtk_widget_class_bind_template_child (widget_class, DovLineRow, remark);
  gtk_widget_class_bind_template_child (widget_class, DovLineRow, error);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
dov_line_row_init (DovLineRow *self)
{
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  gtk_widget_init_template (GTK_WIDGET (self));
}
