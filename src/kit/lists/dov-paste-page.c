/* dov-paste-page.c - a table copied from a spreadsheet, looked over and added as new records */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-paste-page.h"

#include <glib/gi18n.h>

#include "dov-case-number.h"
#include "dov-draft-completing.h"
#include "dov-family.h"
#include "dov-pasted.h"
#include "dov-table-view.h"
#include "dov-wrap-box.h"

/* What stands at the head of the list of fields, before the fields. */
enum { ASK, SKIP, FIRST_FIELD };

/* One row of the table: what it would become, and what stands against it. */
#define DOV_TYPE_PASTED_ROW (dov_pasted_row_get_type ())
G_DECLARE_FINAL_TYPE (DovPastedRow, dov_pasted_row, DOV, PASTED_ROW, GObject)

struct _DovPastedRow
{
  GObject    parent_instance;

  guint      at;        /* in the table */
  GPtrArray *table;
  DovRecord *draft;
  char      *trouble;   /* NULL: it can be added */
  gboolean   is_doubt;  /* only a warning */
};

G_DEFINE_FINAL_TYPE (DovPastedRow, dov_pasted_row, G_TYPE_OBJECT)

struct _DovPastePage
{
  DovManyPage   parent_instance;

  GType         type;
  GPtrArray    *table;
  gboolean      has_heading;
  GPtrArray    *fields;      /* const DovField *, in the order of the lists */
  GPtrArray    *lists;       /* GtkDropDown, one a column */
  GArray       *columns;     /* DovTableColumn of the preview */
  GPtrArray    *titles;
  GListStore   *rows;
  DovTableView *view;
  GtkLabel     *count;
};

G_DEFINE_FINAL_TYPE (DovPastePage, dov_paste_page, DOV_TYPE_MANY_PAGE)

static void
dov_pasted_row_finalize (GObject *object)
{
  DovPastedRow *self = DOV_PASTED_ROW (object);

  g_ptr_array_unref (self->table);
  g_clear_object (&self->draft);
  g_free (self->trouble);

  G_OBJECT_CLASS (dov_pasted_row_parent_class)->finalize (object);
}

static void
dov_pasted_row_class_init (DovPastedRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_pasted_row_finalize;
}

static void
dov_pasted_row_init (DovPastedRow *self)
{
}

/* ---- reading ---- */

static const DovField *
get_field (DovPastePage *self,
           guint         column)
{
  guint at = gtk_drop_down_get_selected (g_ptr_array_index (self->lists, column));

  return at >= FIRST_FIELD && at != GTK_INVALID_LIST_POSITION ? g_ptr_array_index (self->fields, at - FIRST_FIELD) : NULL;
}

static void
set_trouble (DovPastedRow *row,
             const char   *words,
             gboolean      is_doubt)
{
  g_free (row->trouble);
  row->trouble = g_strdup (words);
  row->is_doubt = is_doubt;
}

/* A family that brings no number takes the next one. */
static void
number_case (DovPastePage *self,
             DovRecord    *draft)
{
  DovStore *store = dov_many_page_get_store (DOV_MANY_PAGE (self));
  g_autofree char *number = NULL;
  GDate today = dov_today ();

  if (!DOV_IS_FAMILY (draft) || *DOV_FAMILY (draft)->case_no != '\0' || DOV_FAMILY (draft)->lounge_id == 0)
    return;
  number = dov_case_number_propose (store, DOV_FAMILY (draft)->lounge_id,
                                    DOV_FAMILY (draft)->opened_on != NULL ? DOV_FAMILY (draft)->opened_on : &today);
  dov_set (DOV_FAMILY (draft), case_no, number);
}

static void
find_trouble (DovPastePage *self,
              DovPastedRow *row)
{
  DovStore *store = dov_many_page_get_store (DOV_MANY_PAGE (self));
  g_autoptr (DovRecord) whole = dov_record_dup (row->draft);
  g_autoptr (GPtrArray) problems = NULL;

  number_case (self, whole);
  problems = dov_store_list_problems (store, whole);
  for (guint i = 0; i < problems->len; i++)
    {
      const DovProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *words = problem->field != NULL ?
        g_strdup_printf ("%s: %s", _(problem->field->label), problem->message) : g_strdup (problem->message);

      if (row->trouble == NULL || (row->is_doubt && !problem->is_warning))
        set_trouble (row, words, problem->is_warning);
    }
}

static void
read_row (DovPastePage *self,
          DovPastedRow *row)
{
  DovStore *store = dov_many_page_get_store (DOV_MANY_PAGE (self));

  g_clear_object (&row->draft);
  g_clear_pointer (&row->trouble, g_free);
  row->draft = dov_record_new (self->type, 0);
  dov_draft_complete (store, row->draft);
  for (guint c = 0; c < self->lists->len; c++)
    {
      const DovField *field = get_field (self, c);
      g_autoptr (GError) error = NULL;
      g_autofree char *words = NULL;

      if (field == NULL || dov_pasted_read_cell (store, row->draft, field, dov_pasted_get_cell (self->table, row->at, c), &error))
        continue;
      words = g_strdup_printf ("%s: %s", _(field->label), error->message);
      set_trouble (row, words, FALSE);
      return;
    }
  find_trouble (self, row);
}

static void
show_count (DovPastePage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows)), n_bad = 0, n_doubt = 0;
  g_autofree char *label = g_strdup_printf (ngettext ("Add %u row", "Add %u rows", n), n);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DovPastedRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      n_bad += row->trouble != NULL && !row->is_doubt;
      n_doubt += row->trouble != NULL && row->is_doubt;
    }
  g_string_append_printf (words, ngettext ("%u row", "%u rows", n), n);
  if (n_bad > 0)
    g_string_append_printf (words, ngettext (", %u cannot be added yet", ", %u cannot be added yet", n_bad), n_bad);
  if (n_doubt > 0)
    g_string_append_printf (words, ngettext (", look at %u", ", look at %u", n_doubt), n_doubt);
  gtk_label_set_text (self->count, words->str);
  dov_many_page_set_save (DOV_MANY_PAGE (self), label, n > 0);
}

static void
read_all (DovPastePage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DovPastedRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      read_row (self, row);
    }
  dov_table_view_refresh (self->view);
  show_count (self);
}

/* ---- the table ---- */

static char *
cell_words (DovStore             *store,
            gpointer              item,
            const DovTableColumn *column)
{
  DovPastedRow *row = item;

  return g_strdup (dov_pasted_get_cell (row->table, row->at, column->index));
}

static char *
trouble_words (DovStore             *store,
               gpointer              item,
               const DovTableColumn *column)
{
  DovPastedRow *row = item;

  return g_strdup (row->trouble != NULL ? row->trouble : _("can be added"));
}

static const DovSign *
trouble_sign (gpointer              item,
              const DovTableColumn *column)
{
  static const DovSign fine = { "emblem-ok-symbolic", "success" };
  static const DovSign doubt = { "dialog-warning-symbolic", "warning" };
  static const DovSign wrong = { "dialog-error-symbolic", "error" };
  DovPastedRow *row = item;

  if (row->trouble == NULL)
    return &fine;

  return row->is_doubt ? &doubt : &wrong;
}

static void
add_rows (DovPastePage *self)
{
  for (guint i = self->has_heading ? 1 : 0; i < self->table->len; i++)
    {
      g_autoptr (DovPastedRow) row = g_object_new (DOV_TYPE_PASTED_ROW, NULL);

      row->at = i;
      row->table = g_ptr_array_ref (self->table);
      g_list_store_append (self->rows, row);
    }
}

static void
remove_chosen (DovPastePage *self)
{
  g_autoptr (GtkBitset) chosen = dov_table_view_dup_selected (self->view);

  while (!gtk_bitset_is_empty (chosen))
    {
      guint last = gtk_bitset_get_maximum (chosen);

      g_list_store_remove (self->rows, last);
      gtk_bitset_remove (chosen, last);
    }
  show_count (self);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        DovPastePage          *self)
{
  if (key != GDK_KEY_Delete)
    return GDK_EVENT_PROPAGATE;
  remove_chosen (self);

  return GDK_EVENT_STOP;
}

/* ---- saving ---- */

/* A field stands in one column, and every column is decided upon. */
static gboolean
check_columns (DovPastePage *self)
{
  for (guint c = 0; c < self->lists->len; c++)
    {
      guint at = gtk_drop_down_get_selected (g_ptr_array_index (self->lists, c));
      g_autofree char *words = NULL;

      if (at == ASK)
        words = g_strdup_printf (_("Say what stands in the column “%s”, or choose “Leave out”."),
                                 (const char *) g_ptr_array_index (self->titles, c));
      for (guint other = 0; at >= FIRST_FIELD && other < c; other++)
        if (at == gtk_drop_down_get_selected (g_ptr_array_index (self->lists, other)))
          words = g_strdup_printf (_("“%s” is chosen for two columns. Leave one of them out."),
                                   _(get_field (self, c)->label));
      if (words != NULL)
        {
          dov_many_page_refuse (DOV_MANY_PAGE (self), words);
          gtk_widget_grab_focus (g_ptr_array_index (self->lists, c));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
dov_paste_page_check (DovManyPage *page)
{
  DovPastePage *self = DOV_PASTE_PAGE (page);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  if (!check_columns (self))
    return FALSE;
  read_all (self);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DovPastedRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (row->trouble != NULL && !row->is_doubt)
        {
          dov_many_page_refuse (page, _("Some rows cannot be added. Put them right in the spreadsheet and copy it again, "
                                        "or take them out here with Delete."));
          dov_table_view_show_row (self->view, i);
          dov_table_view_select (self->view, i, TRUE);
          return FALSE;
        }
    }

  return n > 0;
}

static char *
dov_paste_page_dup_words (DovManyPage *page)
{
  DovPastePage *self = DOV_PASTE_PAGE (page);
  g_autoptr (DovRecordClass) klass = g_type_class_ref (self->type);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  /* Translators: the operation in the history, as “From a table: Families, 12 rows” */
  return g_strdup_printf (ngettext ("From a table: %s, %u row", "From a table: %s, %u rows", n), _(klass->labels), n);
}

static gboolean
dov_paste_page_write (DovManyPage  *page,
                      GError      **error)
{
  DovPastePage *self = DOV_PASTE_PAGE (page);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DovPastedRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      g_autoptr (DovRecord) draft = dov_record_dup (row->draft);

      number_case (self, draft);
      if (!dov_store_save (dov_many_page_get_store (page), draft, error))
        {
          dov_table_view_show_row (self->view, i);
          dov_table_view_select (self->view, i, TRUE);
          return FALSE;
        }
    }

  return TRUE;
}

/* ---- making ---- */

/* The first row is a heading when it names any field. */
static gboolean
find_heading (DovPastePage *self)
{
  for (guint c = 0; c < dov_pasted_get_width (self->table); c++)
    if (dov_pasted_find_field (self->type, dov_pasted_get_cell (self->table, 0, c)) != NULL)
      return TRUE;

  return FALSE;
}

static GtkWidget *
list_new (DovPastePage *self,
          guint         column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const char *title = g_ptr_array_index (self->titles, column);
  const DovField *known = self->has_heading ? dov_pasted_find_field (self->type, title) : NULL;
  GtkStringList *labels = gtk_string_list_new (NULL);
  GtkWidget *caption = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                     "max-width-chars", 20, NULL);
  GtkWidget *list;
  guint chosen = ASK;

  gtk_string_list_append (labels, _("Choose…"));
  gtk_string_list_append (labels, _("Leave out"));
  for (guint i = 0; i < self->fields->len; i++)
    {
      const DovField *field = g_ptr_array_index (self->fields, i);

      gtk_string_list_append (labels, _(field->label));
      chosen = field == known ? FIRST_FIELD + i : chosen;
    }
  list = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (list), chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_add_css_class (caption, "caption");
  g_signal_connect_object (list, "notify::selected", G_CALLBACK (read_all), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->lists, list);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), list);

  return box;
}

static char *
heading_dup (DovPastePage *self,
             guint         column)
{
  const char *heading = self->has_heading ? dov_pasted_get_cell (self->table, 0, column) : "";

  return *heading != '\0' ? g_strdup (heading) : g_strdup_printf (_("Column %u"), column + 1);
}

static GtkWidget *
lists_new (DovPastePage *self)
{
  g_autoptr (DovRecordClass) klass = g_type_class_ref (self->type);
  GtkWidget *box = dov_wrap_box_new (12);

  for (guint i = 0; i < klass->n_fields; i++)
    if (dov_pasted_is_field (&klass->fields[i]))
      g_ptr_array_add (self->fields, (gpointer) &klass->fields[i]);
  for (guint c = 0; c < dov_pasted_get_width (self->table); c++)
    {
      g_ptr_array_add (self->titles, heading_dup (self, c));
      dov_wrap_box_append (DOV_WRAP_BOX (box), list_new (self, c));
    }

  return box;
}

static GtkWidget *
table_new (DovPastePage *self,
           DovStore     *store)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  DovTableColumn state = { "trouble", .title = N_("Can it be added?"), .width = 34, .expands = TRUE, .order = "",
                           .words = trouble_words, .sign = trouble_sign };

  for (guint c = 0; c < self->titles->len; c++)
    {
      DovTableColumn column = { "cell", .title = g_ptr_array_index (self->titles, c), .width = 14, .order = "",
                                .words = cell_words, .index = c };

      g_array_append_val (self->columns, column);
    }
  g_array_append_val (self->columns, state);
  self->view = DOV_TABLE_VIEW (dov_table_view_new (store, _("What would be added")));
  dov_table_view_set_columns (self->view, G_TYPE_NONE, (const DovTableColumn *) self->columns->data, self->columns->len);
  dov_table_view_set_model (self->view, G_LIST_MODEL (self->rows));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  gtk_widget_set_vexpand (GTK_WIDGET (self->view), TRUE);

  return GTK_WIDGET (self->view);
}

/**
 * dov_paste_page_new:
 * @type: what the rows are to become
 * @text: from the clipboard
 *
 * Returns: (transfer floating): the page that looks a table over before it is added
 */
DovPage *
dov_paste_page_new (DovStore   *store,
                    GType       type,
                    const char *text)
{
  DovPastePage *self = g_object_new (DOV_TYPE_PASTE_PAGE, NULL);
  g_autoptr (DovRecordClass) klass = g_type_class_ref (type);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  /* Translators: a heading: From a table: Families */
  g_autofree char *heading = g_strdup_printf (_("From a table: %s"), _(klass->labels));

  self->type = type;
  self->table = dov_pasted_split (text);
  self->has_heading = self->table->len > 1 && find_heading (self);
  self->count = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_box_append (GTK_BOX (body), lists_new (self));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (body), table_new (self, store));
  dov_page_set_title (DOV_PAGE (self), _("From a table"));
  dov_many_page_set_up (DOV_MANY_PAGE (self), store, heading,
                        _("Nothing is added before you say so. Delete takes a row out; one “Undo” takes all of them back."),
                        body, "");
  add_rows (self);
  read_all (self);

  return DOV_PAGE (self);
}

static void
dov_paste_page_finalize (GObject *object)
{
  DovPastePage *self = DOV_PASTE_PAGE (object);

  g_ptr_array_unref (self->table);
  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->lists);
  g_ptr_array_unref (self->titles);
  g_array_unref (self->columns);
  g_object_unref (self->rows);

  G_OBJECT_CLASS (dov_paste_page_parent_class)->finalize (object);
}

static void
dov_paste_page_class_init (DovPastePageClass *klass)
{
  DovManyPageClass *many_class = DOV_MANY_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dov_paste_page_finalize;
  many_class->check = dov_paste_page_check;
  many_class->dup_words = dov_paste_page_dup_words;
  many_class->write = dov_paste_page_write;
}

static void
dov_paste_page_init (DovPastePage *self)
{
  self->fields = g_ptr_array_new ();
  self->lists = g_ptr_array_new ();
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->columns = g_array_new (FALSE, FALSE, sizeof (DovTableColumn));
  self->rows = g_list_store_new (DOV_TYPE_PASTED_ROW);
}
