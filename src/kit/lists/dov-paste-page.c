/* dov-paste-page.c - a table copied from a spreadsheet, looked over and added as new records */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-paste-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dov-case-number.h"
#include "dov-draft-completing.h"
#include "dov-family.h"
#include "dov-go.h"
#include "dov-label.h"
#include "dov-paste-columns.h"
#include "dov-table-view.h"
#include "dov-wrap-box.h"

/* How high the lists over the columns may stand before they scroll; so many of them need more than one line, and a piece
 * of the third is seen, so that nobody takes two lines for all. */
#define MOST_OF_COLUMNS  190
#define LEAST_OF_COLUMNS 144
#define MANY_COLUMNS     8

/* Some rows are seen, however little room there is; then the page scrolls. */
#define LEAST_OF_ROWS    160

/* One row of the table: what it would become, and what stands against it. */
#define DOV_TYPE_PASTED_ROW (dov_pasted_row_get_type ())
G_DECLARE_FINAL_TYPE (DovPastedRow, dov_pasted_row, DOV, PASTED_ROW, GObject)

struct _DovPastedRow
{
  GObject          parent_instance;

  guint            at;            /* in the table */
  DovPasteColumns *columns;
  DovRecord       *draft;
  guint64          unread;        /* a bit for each column that was not understood */
  char            *trouble;       /* NULL: it can be added */
  gboolean         is_doubt;      /* only a warning */
  guint            asked;         /* the column in which something is offered, */
  gint64           offered;       /* and what; 0: nothing */
};

G_DEFINE_FINAL_TYPE (DovPastedRow, dov_pasted_row, G_TYPE_OBJECT)

struct _DovPastePage
{
  DovManyPage      parent_instance;

  GType            type;
  DovRecord       *begun;      /* what every row begins with */
  GtkWidget       *form;       /* where the rows go; NULL: they are saved */
  const DovPasteInto *into;
  GPtrArray       *above;      /* DovRecord: what was read of it so far and can be added */
  DovPasteColumns *columns;
  GHashTable      *taken;      /* "column text": the id that was offered for it and taken */
  GArray          *shown;      /* DovTableColumn of the preview */
  GListStore      *rows;
  DovTableView    *view;
  GtkLabel        *count;
  GtkLabel        *verdict;    /* of the row that is chosen */
  GtkWidget       *take;
  GtkWidget       *remove;
  GtkWidget       *remove_bad;
};

G_DEFINE_FINAL_TYPE (DovPastePage, dov_paste_page, DOV_TYPE_MANY_PAGE)

static void
dov_pasted_row_finalize (GObject *object)
{
  DovPastedRow *self = DOV_PASTED_ROW (object);

  g_object_unref (self->columns);
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

static const char *
get_cell (DovPastedRow *row,
          guint         column)
{
  return dov_pasted_get_cell (dov_paste_columns_get_table (row->columns), row->at, column);
}

static gboolean
is_bad (DovPastedRow *row)
{
  return row->trouble != NULL && !row->is_doubt;
}

/* ---- reading ---- */

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
  problems = self->form != NULL ? self->into->list_problems (self->form, whole, self->above)
                                : dov_store_list_problems (store, whole);
  for (guint i = 0; i < problems->len; i++)
    {
      const DovProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *words = problem->field != NULL ?
        g_strdup_printf ("%s: %s", _(problem->field->label), problem->message) : g_strdup (problem->message);

      if (row->trouble == NULL || (row->is_doubt && !problem->is_warning))
        set_trouble (row, words, problem->is_warning);
    }
}

static char *
dup_key (guint       column,
         const char *text)
{
  return g_strdup_printf ("%u %s", column, text);
}

/* The first cell that is not understood is told; the others are read all the same, to be seen. */
static void
read_cell (DovPastePage *self,
           DovPastedRow *row,
           guint         column)
{
  DovStore *store = dov_many_page_get_store (DOV_MANY_PAGE (self));
  const DovField *field = dov_paste_columns_get_field (self->columns, column);
  g_autofree char *key = dup_key (column, get_cell (row, column));
  const gint64 *taken = g_hash_table_lookup (self->taken, key);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  gint64 offered = 0;

  if (field == NULL)
    return;
  if (taken != NULL && field->kind == DOV_KIND_LINK)
    {
      dov_record_set_number (row->draft, field->name, *taken);
      return;
    }
  if (dov_pasted_read_cell (store, row->draft, field, get_cell (row, column),
                            dov_paste_columns_get_order (self->columns, column), &offered, &error))
    return;

  row->unread |= column < 64 ? G_GUINT64_CONSTANT (1) << column : 0;
  words = g_strdup_printf ("%s: %s", _(field->label), error->message);
  if (row->trouble != NULL)
    return;
  set_trouble (row, words, FALSE);
  row->asked = column;
  row->offered = offered;
}

static void
read_row (DovPastePage *self,
          DovPastedRow *row)
{
  g_clear_object (&row->draft);
  g_clear_pointer (&row->trouble, g_free);
  row->unread = 0;
  row->offered = 0;
  row->draft = dov_record_dup (self->begun);
  dov_draft_complete (dov_many_page_get_store (DOV_MANY_PAGE (self)), row->draft);
  for (guint c = 0; c < dov_paste_columns_get_n (self->columns); c++)
    read_cell (self, row, c);
  if (row->trouble == NULL)
    find_trouble (self, row);
  if (!is_bad (row))
    g_ptr_array_add (self->above, g_object_ref (row->draft));
}

static void
count_rows (DovPastePage *self,
            guint        *n_bad,
            guint        *n_doubt)
{
  *n_bad = *n_doubt = 0;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (DovPastedRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      *n_bad += is_bad (row);
      *n_doubt += row->trouble != NULL && row->is_doubt;
    }
}

/* The button says how many will be added, and not how many there are. */
static void
show_count (DovPastePage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows)), n_bad = 0, n_doubt = 0;
  g_autofree char *label = NULL, *bad = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  count_rows (self, &n_bad, &n_doubt);
  label = g_strdup_printf (ngettext ("Add %u row", "Add %u rows", n - n_bad), n - n_bad);
  bad = g_strdup_printf (ngettext ("Take out %u that cannot be added", "Take out %u that cannot be added", n_bad), n_bad);
  g_string_append_printf (words, ngettext ("%u row", "%u rows", n), n);
  if (n_bad > 0)
    g_string_append_printf (words, ngettext (", %u cannot be added yet", ", %u cannot be added yet", n_bad), n_bad);
  if (n_doubt > 0)
    g_string_append_printf (words, ngettext (", look at %u", ", look at %u", n_doubt), n_doubt);
  gtk_label_set_text (self->count, words->str);
  gtk_button_set_label (GTK_BUTTON (self->remove_bad), bad);
  gtk_widget_set_visible (self->remove_bad, n_bad > 0);
  dov_many_page_set_save (DOV_MANY_PAGE (self), label, n > n_bad);
}

/* ---- the row that is chosen ---- */

static DovPastedRow *
dup_chosen (DovPastePage *self)
{
  g_autoptr (GtkBitset) chosen = dov_table_view_dup_selected (self->view);

  return gtk_bitset_is_empty (chosen) ? NULL : g_list_model_get_item (G_LIST_MODEL (self->rows),
                                                                      gtk_bitset_get_minimum (chosen));
}

/* What stands against the chosen row is always in view, in full, with what can be done. */
static void
show_verdict (DovPastePage *self)
{
  g_autoptr (DovPastedRow) row = dup_chosen (self);
  const DovField *field = row != NULL && row->offered != 0 ? dov_paste_columns_get_field (self->columns, row->asked) : NULL;
  g_autofree char *offer = NULL;

  if (field != NULL && field->kind == DOV_KIND_LINK)
    {
      g_autofree char *called = dov_store_describe_id (dov_many_page_get_store (DOV_MANY_PAGE (self)), field->target (),
                                                       row->offered);

      offer = g_strdup_printf (_("It is “%s”"), called);
    }
  gtk_label_set_label (self->verdict, row == NULL ? _("Choose a row to see what is with it.") :
                                      row->trouble == NULL ? _("This row can be added.") : row->trouble);
  gtk_widget_set_visible (self->take, offer != NULL);
  gtk_button_set_label (GTK_BUTTON (self->take), offer != NULL ? offer : "");
  gtk_widget_set_sensitive (self->remove, row != NULL);
}

static void
choose_bad (DovPastePage *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (DovPastedRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (!is_bad (row))
        continue;
      dov_table_view_show_row (self->view, i);
      dov_table_view_select (self->view, i, TRUE);
      return;
    }
}

static void
read_all (DovPastePage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  g_ptr_array_set_size (self->above, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DovPastedRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      read_row (self, row);
    }
  dov_table_view_refresh (self->view);
  show_count (self);
  show_verdict (self);
}

/* The same words mean the same in the whole column. */
static void
take_cb (DovPastePage *self)
{
  g_autoptr (DovPastedRow) row = dup_chosen (self);

  if (row == NULL || row->offered == 0)
    return;
  g_hash_table_replace (self->taken, dup_key (row->asked, get_cell (row, row->asked)),
                        g_memdup2 (&row->offered, sizeof row->offered));
  read_all (self);
}

/* ---- the table ---- */

static char *
cell_words (DovStore             *store,
            gpointer              item,
            const DovTableColumn *column)
{
  DovPastedRow *row = item;
  const DovField *field = dov_paste_columns_get_field (row->columns, column->index);
  const char *text = get_cell (row, column->index);

  if (field == NULL || *text == '\0' || row->draft == NULL || column->index >= 64 ||
      (row->unread & G_GUINT64_CONSTANT (1) << column->index) != 0)
    return g_strdup (text);

  return dov_pasted_dup_understood (store, row->draft, field);
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
  static const DovSign fine = { "dov-emblem-ok-symbolic", "success" };
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
  GPtrArray *table = dov_paste_columns_get_table (self->columns);

  for (guint i = dov_paste_columns_get_first_row (self->columns); i < table->len; i++)
    {
      g_autoptr (DovPastedRow) row = g_object_new (DOV_TYPE_PASTED_ROW, NULL);

      row->at = i;
      row->columns = g_object_ref (self->columns);
      g_list_store_append (self->rows, row);
    }
}

/* The keyboard leaves the table before its last row does: GTK looks for it there. */
static void
leave_empty (DovPastePage *self,
             guint64       n_left)
{
  if (n_left == 0)
    gtk_widget_child_focus (GTK_WIDGET (self->columns), GTK_DIR_TAB_FORWARD);
}

/* What a form thinks of a row may depend on those above it. */
static void
show_left (DovPastePage *self)
{
  if (self->form != NULL)
    read_all (self);
  show_count (self);
  show_verdict (self);
}

static void
remove_chosen (DovPastePage *self)
{
  g_autoptr (GtkBitset) chosen = dov_table_view_dup_selected (self->view);

  leave_empty (self, g_list_model_get_n_items (G_LIST_MODEL (self->rows)) - gtk_bitset_get_size (chosen));
  while (!gtk_bitset_is_empty (chosen))
    {
      guint last = gtk_bitset_get_maximum (chosen);

      g_list_store_remove (self->rows, last);
      gtk_bitset_remove (chosen, last);
    }
  show_left (self);
}

/* Takes out all rows that can be added, or all that cannot. */
static void
remove_all (DovPastePage *self,
            gboolean      bad)
{
  guint n_bad = 0, n_doubt = 0;

  count_rows (self, &n_bad, &n_doubt);
  leave_empty (self, bad ? g_list_model_get_n_items (G_LIST_MODEL (self->rows)) - n_bad : n_bad);
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i-- > 0;)
    {
      g_autoptr (DovPastedRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (is_bad (row) == bad)
        g_list_store_remove (self->rows, i);
    }
  show_left (self);
}

static void
remove_bad_cb (DovPastePage *self)
{
  remove_all (self, TRUE);
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

static gboolean
dov_paste_page_check (DovManyPage *page)
{
  DovPastePage *self = DOV_PASTE_PAGE (page);
  g_autofree char *missing = dov_paste_columns_check (self->columns);
  guint n_bad = 0, n_doubt = 0;

  if (missing != NULL)
    {
      dov_many_page_refuse (page, missing);
      return FALSE;
    }
  read_all (self);
  count_rows (self, &n_bad, &n_doubt);

  return g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > n_bad;
}

static char *
dov_paste_page_dup_words (DovManyPage *page)
{
  DovPastePage *self = DOV_PASTE_PAGE (page);
  g_autoptr (DovRecordClass) klass = g_type_class_ref (self->type);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows)), n_bad = 0, n_doubt = 0;

  count_rows (self, &n_bad, &n_doubt);

  /* Translators: the operation in the history, as “From a table: Families, 12 rows” */
  return g_strdup_printf (ngettext ("From a table: %s, %u row", "From a table: %s, %u rows", n - n_bad), _(klass->labels),
                          n - n_bad);
}

static gboolean
dov_paste_page_write (DovManyPage  *page,
                      GError      **error)
{
  DovPastePage *self = DOV_PASTE_PAGE (page);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  if (self->form != NULL)
    self->into->take (self->form, self->above);
  for (guint i = 0; i < n && self->form == NULL; i++)
    {
      g_autoptr (DovPastedRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      g_autoptr (DovRecord) draft = dov_record_dup (row->draft);

      if (is_bad (row))
        continue;
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

/* What could not be added stays, with the hand on it. */
static gboolean
dov_paste_page_stays (DovManyPage *page)
{
  DovPastePage *self = DOV_PASTE_PAGE (page);

  remove_all (self, FALSE);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) == 0)
    return FALSE;
  dov_many_page_refuse (page, _("The others are added. These rows cannot be: put them right in the spreadsheet and copy them "
                                "again, or take them out here with Delete."));
  dov_table_view_focus_rows (self->view);
  choose_bad (self);

  return TRUE;
}

/* ---- making ---- */

static GtkWidget *
table_new (DovPastePage *self,
           DovStore     *store)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  DovTableColumn state = { "trouble", .title = N_("Can it be added?"), .width = 30, .expands = TRUE, .order = "", .wraps = TRUE,
                           .words = trouble_words, .sign = trouble_sign };

  /* The verdict first: a wide table goes out of sight on the right. */
  g_array_append_val (self->shown, state);
  for (guint c = 0; c < dov_paste_columns_get_n (self->columns); c++)
    {
      const DovField *field = dov_paste_columns_get_field (self->columns, c);
      gboolean is_name = field == &dov_pasted_whole_name || (field != NULL && field->kind == DOV_KIND_LINK);
      DovTableColumn column = { "cell", .title = dov_paste_columns_get_title (self->columns, c), .width = is_name ? 28 : 14,
                                .order = "", .words = cell_words, .index = c };

      g_array_append_val (self->shown, column);
    }
  self->view = DOV_TABLE_VIEW (dov_table_view_new (store, _("What would be added")));
  dov_table_view_set_columns (self->view, G_TYPE_NONE, (const DovTableColumn *) self->shown->data, self->shown->len);
  dov_table_view_set_model (self->view, G_LIST_MODEL (self->rows));
  g_signal_connect_object (self->view, "selection-changed", G_CALLBACK (show_verdict), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  gtk_widget_set_vexpand (GTK_WIDGET (self->view), TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self->view), -1, LEAST_OF_ROWS);

  return GTK_WIDGET (self->view);
}

static GtkWidget *
button_new (DovPastePage *self,
            const char   *label,
            GCallback     clicked)
{
  GtkWidget *button = dov_mnemonic_button_new (label);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);

  return button;
}

/* Below the table: what is with the chosen row, and what can be done with it. */
static GtkWidget *
verdict_new (DovPastePage *self)
{
  GtkWidget *line = dov_wrap_box_new (6);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->verdict = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "selectable", TRUE,
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL));
  self->take = button_new (self, "", G_CALLBACK (take_cb));
  self->remove = button_new (self, _("_Take this row out"), G_CALLBACK (remove_chosen));
  self->remove_bad = button_new (self, "", G_CALLBACK (remove_bad_cb));
  dov_wrap_box_append (DOV_WRAP_BOX (line), self->take);
  dov_wrap_box_append (DOV_WRAP_BOX (line), self->remove);
  dov_wrap_box_append (DOV_WRAP_BOX (line), self->remove_bad);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->verdict));
  gtk_box_append (GTK_BOX (box), line);

  return box;
}

/* Twenty columns leave room for the rows all the same. */
static GtkWidget *
columns_new (DovPastePage *self,
             GPtrArray    *table)
{
  GPtrArray *first = table->len > 0 ? g_ptr_array_index (table, 0) : NULL;

  if (first == NULL || first->len <= MANY_COLUMNS)
    return GTK_WIDGET (self->columns);

  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "focusable", FALSE,
                       "child", self->columns, "hscrollbar-policy", GTK_POLICY_NEVER,
                       "propagate-natural-height", TRUE, "max-content-height", MOST_OF_COLUMNS,
                       "min-content-height", LEAST_OF_COLUMNS, NULL);
}

static DovPage *
page_new (DovStore           *store,
          DovRecord          *begun,
          const char         *text,
          GtkWidget          *form,
          const DovPasteInto *into)
{
  DovPastePage *self = g_object_new (DOV_TYPE_PASTE_PAGE, NULL);
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (begun);
  g_autoptr (GPtrArray) table = dov_pasted_split (text);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  /* Translators: a heading: From a table: Families */
  g_autofree char *heading = g_strdup_printf (_("From a table: %s"), _(klass->labels));

  self->type = G_OBJECT_TYPE (begun);
  self->begun = dov_record_dup (begun);
  g_set_object (&self->form, form);
  self->into = into;
  self->columns = DOV_PASTE_COLUMNS (dov_paste_columns_new (self->type, table, form != NULL ? into->fields : NULL));
  g_object_ref_sink (self->columns);
  self->count = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_box_append (GTK_BOX (body), columns_new (self, table));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (body), table_new (self, store));
  gtk_box_append (GTK_BOX (body), verdict_new (self));
  dov_page_set_title (DOV_PAGE (self), _("From a table"));
  dov_many_page_set_up (DOV_MANY_PAGE (self), store, heading, form != NULL ?
                        _("Nothing is added before you say so. Delete takes a row out. The rows go into the form you came "
                          "from; save them there.") :
                        _("Nothing is added before you say so. Delete takes a row out; one “Undo” takes all of them back."),
                        body, "");
  add_rows (self);
  read_all (self);
  choose_bad (self);
  g_signal_connect_object (self->columns, "changed", G_CALLBACK (read_all), self, G_CONNECT_SWAPPED);

  return DOV_PAGE (self);
}

/**
 * dov_paste_page_new:
 * @begun: what the rows are to become, with what is known of each before: whose they are
 * @text: from the clipboard
 *
 * Returns: (transfer floating): the page that looks a table over before it is added
 */
DovPage *
dov_paste_page_new (DovStore   *store,
                    DovRecord  *begun,
                    const char *text)
{
  return page_new (store, begun, text, NULL, NULL);
}

typedef struct
{
  GtkWidget          *from;
  DovStore           *store;
  DovRecord          *begun;
  const DovPasteInto *into;    /* NULL: the rows are saved */
} Pasting;

/* What is no table goes where it would have gone: into the text in which the keyboard is. */
static void
paste_text (GtkWidget *from)
{
  GtkRoot *root = gtk_widget_get_root (from);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (GTK_IS_TEXT (focus))
    gtk_widget_activate_action (focus, "clipboard.paste", NULL);
  else
    dov_go_tell (from, _("There is no table to paste. Copy some rows in a spreadsheet first"), 0);
}

static void
pasted_cb (GObject      *clipboard,
           GAsyncResult *result,
           gpointer      data)
{
  Pasting *pasting = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (text == NULL || strpbrk (text, "\t\n") == NULL)
    paste_text (pasting->from);
  else
    dov_go_to (pasting->from, page_new (pasting->store, pasting->begun, text, pasting->into != NULL ? pasting->from : NULL,
                                        pasting->into));
  g_object_unref (pasting->from);
  g_object_unref (pasting->store);
  g_object_unref (pasting->begun);
  g_free (pasting);
}

/**
 * dov_paste_page_begin_into:
 * @form: where it was asked for, and where the rows go
 * @begun: as in dov_paste_page_new()
 * @into: (nullable): lives as long as @form; %NULL: the rows are saved
 *
 * As dov_paste_page_begin(), for rows of what is still being filled in.
 */
void
dov_paste_page_begin_into (GtkWidget          *form,
                           DovStore           *store,
                           DovRecord          *begun,
                           const DovPasteInto *into)
{
  Pasting *pasting = g_new (Pasting, 1);

  *pasting = (Pasting) { g_object_ref (form), g_object_ref (store), g_object_ref (begun), into };
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (form), NULL, pasted_cb, pasting);
}

/**
 * dov_paste_page_begin:
 * @from: the widget where it was asked for
 * @begun: as in dov_paste_page_new()
 *
 * A table from a spreadsheet becomes new rows, once somebody has looked it over.
 */
void
dov_paste_page_begin (GtkWidget *from,
                      DovStore  *store,
                      DovRecord *begun)
{
  dov_paste_page_begin_into (from, store, begun, NULL);
}

static void
dov_paste_page_finalize (GObject *object)
{
  DovPastePage *self = DOV_PASTE_PAGE (object);

  g_clear_object (&self->columns);
  g_object_unref (self->begun);
  g_clear_object (&self->form);
  g_ptr_array_unref (self->above);
  g_hash_table_unref (self->taken);
  g_array_unref (self->shown);
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
  many_class->stays = dov_paste_page_stays;
}

static void
dov_paste_page_init (DovPastePage *self)
{
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->shown = g_array_new (FALSE, FALSE, sizeof (DovTableColumn));
  self->rows = g_list_store_new (DOV_TYPE_PASTED_ROW);
  self->above = g_ptr_array_new_with_free_func (g_object_unref);
}
