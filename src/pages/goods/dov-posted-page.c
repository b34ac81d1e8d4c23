/* dov-posted-page.c - a paper about goods that was written: what it says, its lines, how it is taken back */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-posted-page.h"

#include <glib/gi18n.h>

#include "dov-commission-member.h"
#include "dov-distribution.h"
#include "dov-donation-receipt.h"
#include "dov-errors.h"
#include "dov-fold-columns.h"
#include "dov-go.h"
#include "dov-goods-query.h"
#include "dov-history.h"
#include "dov-item.h"
#include "dov-notice.h"
#include "dov-paper-page.h"
#include "dov-posted-paper.h"
#include "dov-record-list.h"
#include "dov-record-page.h"
#include "dov-registry.h"
#include "dov-section-box.h"
#include "dov-signs.h"
#include "dov-sorting-box.h"
#include "dov-stock-status.h"
#include "dov-stock.h"
#include "dov-table-view.h"

/* What waits for a reason. */
typedef enum
{
  ASKS_NOTHING,
  ASKS_RETURN,
  ASKS_CANCEL,
} Asks;

struct _DovPostedPage
{
  DovPage        parent_instance;

  DovStore      *store;
  const DovPostedPaper *paper;
  DovRecord     *record;     /* the living record */
  guint          refresh;
  Asks           asks;
  GArray        *columns;    /* DovTableColumn */
  char         **fields;     /* their names, which the columns point to */

  GtkWidget     *status;
  GtkWidget     *marks;      /* signed or not */
  GtkWidget     *facts;
  GtkWidget     *actions;
  GtkWidget     *notices;
  GtkWidget     *table;
  DovSectionBox *about;
  DovSectionBox *commission;
};

G_DEFINE_FINAL_TYPE (DovPostedPage, dov_posted_page, DOV_TYPE_PAGE)

/**
 * dov_posted_page_shows:
 *
 * Returns: whether records of this kind are papers about goods
 */
gboolean
dov_posted_page_shows (GType type)
{
  return dov_posted_paper_find (type) != NULL;
}

static const DovField *
find_field (DovPostedPage *self,
            const char    *name)
{
  return dov_record_class_find_field (DOV_RECORD_GET_CLASS (self->record), name);
}

static gint64
get_id (DovPostedPage *self)
{
  return dov_record_get_id (self->record);
}

static gboolean
has_status (DovPostedPage *self,
            const char    *code)
{
  g_autofree char *status = dov_record_dup_text (self->record, find_field (self, "status"));

  return g_str_equal (status, code);
}

static void
tell (DovPostedPage *self)
{
  gint64 operation = dov_store_get_last_operation (self->store);
  g_autofree char *words = dov_store_describe_operation (self->store, operation);

  if (words != NULL)
    dov_go_tell (self, words, operation);
}

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
refuse (DovPostedPage *self,
        const GError  *error)
{
  g_autofree char *words = dov_errors_dup_words (error);

  clear (self->notices);
  gtk_box_append (GTK_BOX (self->notices), dov_notice_new (DOV_NOTICE_REFUSES, words, ""));
}

/* ---- what can be done ---- */

static void
sign_cb (DovPostedPage *self)
{
  g_autoptr (DovRecord) draft = dov_record_dup (self->record);
  g_autofree char *words = g_strdup_printf (_("Signed: handout No. %s"), DOV_DISTRIBUTION (draft)->no);
  g_autoptr (GError) error = NULL;

  dov_set (DOV_DISTRIBUTION (draft), is_signed, TRUE);
  if (!dov_store_begin (self->store, words, &error))
    {
      refuse (self, error);
      return;
    }
  if (!dov_store_save (self->store, draft, &error) || !dov_store_commit (self->store, NULL, &error))
    {
      dov_store_abandon (self->store);
      refuse (self, error);
      return;
    }
  tell (self);
}

static void
hand_out_cb (DovPostedPage *self)
{
  g_autoptr (GError) error = NULL;

  if (dov_stock_issue_prepared (self->store, get_id (self), FALSE, &error))
    tell (self);
  else
    refuse (self, error);
}

static void
take_back (DovPostedPage *self,
           const char    *reason)
{
  g_autoptr (GError) error = NULL;
  GDate today = dov_today ();
  gboolean is_done = self->asks == ASKS_RETURN ?
    dov_stock_return (self->store, get_id (self), &today, reason, &error) :
    dov_stock_cancel (self->store, self->record, reason, &error);

  if (!is_done)
    {
      refuse (self, error);
      return;
    }
  clear (self->notices);
  tell (self);
}

static void
given_cb (GtkWidget *button,
          GtkWidget *entry)
{
  DovPostedPage *self = DOV_POSTED_PAGE (gtk_widget_get_ancestor (entry, DOV_TYPE_POSTED_PAGE));
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (*reason == '\0')
    {
      gtk_widget_add_css_class (entry, "error");
      gtk_widget_grab_focus (entry);
      return;
    }
  take_back (self, reason);
}

static void
leave_cb (DovPostedPage *self)
{
  clear (self->notices);
}

/* Why, in place; nothing is done before it is answered. */
static void
ask (DovPostedPage *self,
     Asks           asks)
{
  GtkWidget *notice = dov_notice_new (DOV_NOTICE_WARNS,
                                      asks == ASKS_RETURN ? _("The things come back") : _("The paper is annulled"),
                                      asks == ASKS_RETURN ? _("They are in the stock again from today; the paper stays.") :
                                      _("Its movements are taken back; the paper stays, crossed out."));
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "hexpand", TRUE, "margin-top", 6, "placeholder-text", _("Why"), NULL);
  GtkWidget *go = dov_notice_add_action (DOV_NOTICE (notice), asks == ASKS_RETURN ? _("_Brought back") : _("_Annul"), NULL);
  GtkWidget *leave = dov_notice_add_action (DOV_NOTICE (notice), _("_Leave as it is"), NULL);

  clear (self->notices);
  self->asks = asks;
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Why"), -1);
  dov_notice_add_widget (DOV_NOTICE (notice), entry);
  g_signal_connect_object (go, "clicked", G_CALLBACK (given_cb), entry, 0);
  g_signal_connect_object (entry, "activate", G_CALLBACK (given_cb), entry, 0);
  g_signal_connect_swapped (leave, "clicked", G_CALLBACK (leave_cb), self);
  gtk_box_append (GTK_BOX (self->notices), notice);
  gtk_widget_grab_focus (entry);
}

static void
return_cb (DovPostedPage *self)
{
  ask (self, ASKS_RETURN);
}

static void
cancel_cb (DovPostedPage *self)
{
  ask (self, ASKS_CANCEL);
}

static void
document_cb (GtkWidget     *button,
             DovPostedPage *self)
{
  dov_go_to (self, dov_paper_page_new (self->store, g_object_get_data (G_OBJECT (button), "code"), get_id (self)));
}

static GtkWidget *
add_action (DovPostedPage *self,
            const char    *label,
            GCallback      clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  if (clicked != NULL)
    g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (self->actions), button);

  return button;
}

static const char *
get_document_label (const char *code)
{
  static const struct { const char *code, *label; } labels[] = {
    { "D-30", N_("Agreement") }, { "D-31", N_("Act of acceptance") }, { "D-33b", N_("Act of help") },
    { "D-33c", N_("Act of writing off") }, { "D-33d", N_("Stock list") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].code, code))
      return _(labels[i].label);

  return code;
}

static void
add_documents (DovPostedPage *self)
{
  g_auto (GStrv) codes = g_strsplit (self->paper->documents, " ", -1);

  for (guint i = 0; codes[i] != NULL && *codes[i] != '\0'; i++)
    {
      GtkWidget *button;

      if (g_str_equal (codes[i], "D-30") && DOV_IS_DONATION_RECEIPT (self->record) &&
          DOV_DONATION_RECEIPT (self->record)->legal_form != DOV_LEGAL_FORM_AGREEMENT)
        continue;
      button = add_action (self, get_document_label (codes[i]), NULL);
      g_object_set_data_full (G_OBJECT (button), "code", g_strdup (codes[i]), g_free);
      g_signal_connect (button, "clicked", G_CALLBACK (document_cb), self);
    }
}

static void
show_actions (DovPostedPage *self)
{
  gboolean is_read_only = dov_store_is_read_only (self->store);
  gboolean is_issued = DOV_IS_DISTRIBUTION (self->record) && has_status (self, "issued");

  clear (self->actions);
  if (!is_read_only && DOV_IS_DISTRIBUTION (self->record) && has_status (self, "draft"))
    gtk_widget_add_css_class (add_action (self, _("_Hand Out"), G_CALLBACK (hand_out_cb)), "suggested-action");
  if (!is_read_only && is_issued && !DOV_DISTRIBUTION (self->record)->is_signed)
    gtk_widget_add_css_class (add_action (self, _("The _signature is there"), G_CALLBACK (sign_cb)), "suggested-action");
  add_documents (self);
  if (!is_read_only && is_issued)
    add_action (self, _("_Brought back…"), G_CALLBACK (return_cb));
  if (!is_read_only && !has_status (self, "cancelled") && !has_status (self, "returned"))
    add_action (self, _("_Annul…"), G_CALLBACK (cancel_cb));
}

/* ---- what is shown ---- */

static void
open_link_cb (GtkWidget *row,
              gpointer   type)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "id");

  dov_go_record (row, GPOINTER_TO_SIZE (type), *id);
}

static void
add_fact (DovPostedPage  *self,
          const DovField *field)
{
  g_autofree char *words = dov_store_dup_shown (self->store, self->record, field);
  GtkWidget *row;

  if (dov_record_is_empty (self->record, field) || (field->kind == DOV_KIND_FLAG && g_strcmp0 (words, _("no")) == 0))
    return;
  row = dov_row_line_new ("", words, _(field->label));
  gtk_widget_add_css_class (row, "property");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (field->kind == DOV_KIND_LINK && field->list == NULL)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      gint64 id;

      dov_record_get_value (self->record, field, &value);
      id = g_value_get_int64 (&value);
      g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&id, sizeof id), g_free);
      dov_row_line_append (DOV_ROW_LINE (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect (row, "activated", G_CALLBACK (open_link_cb), GSIZE_TO_POINTER (field->target ()));
    }
  dov_section_box_append (self->about, row);
}

static void
show_commission (DovPostedPage *self)
{
  const char *link = DOV_IS_WRITE_OFF (self->record) ? "write_off_id = ?1" : "count_id = ?1";
  DovQuery query = { .where = link, .params = g_variant_new ("(x)", get_id (self)) };
  g_autoptr (GArray) ids = NULL;
  gboolean has_one = DOV_IS_WRITE_OFF (self->record) || DOV_IS_INVENTORY_COUNT (self->record);

  gtk_widget_set_visible (GTK_WIDGET (self->commission), has_one);
  dov_section_box_clear (self->commission);
  if (!has_one)
    {
      g_variant_unref (g_variant_ref_sink (query.params));
      return;
    }
  ids = dov_store_list (self->store, DOV_TYPE_COMMISSION_MEMBER, &query, NULL);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (DovRecord) member = dov_store_find (self->store, DOV_TYPE_COMMISSION_MEMBER,
                                                     g_array_index (ids, gint64, i), NULL);
      g_autofree char *name = NULL;
      g_autofree char *role = NULL;

      if (member == NULL)
        continue;
      name = dov_goods_person_short (self->store, DOV_COMMISSION_MEMBER (member)->person_id);
      role = dov_record_dup_shown (member, dov_record_class_find_field (DOV_RECORD_GET_CLASS (member), "role"));
      dov_section_box_append (self->commission, dov_row_line_new ("", name, role));
    }
}

static void
show_head (DovPostedPage *self)
{
  static const DovSign missing = { "document-edit-symbolic", "error" };
  static const DovSign there = { "emblem-ok-symbolic", "success" };
  g_autofree char *status = dov_record_dup_shown (self->record, find_field (self, "status"));

  dov_badge_show (self->status, status, dov_sign_of_state (self->record, "status"));
  if (DOV_IS_DISTRIBUTION (self->record) && has_status (self, "issued"))
    dov_badge_show (self->marks, DOV_DISTRIBUTION (self->record)->is_signed ? _("signed") : _("no signature"),
                    DOV_DISTRIBUTION (self->record)->is_signed ? &there : &missing);
  else
    dov_badge_show (self->marks, "", NULL);
}

static void
show_all (DovPostedPage *self)
{
  g_auto (GStrv) fields = g_strsplit (self->paper->fields, " ", -1);
  g_autoptr (DovRecordList) lines = dov_record_list_new (self->store, self->paper->line ());
  g_autofree char *where = g_strdup_printf ("%s = ?1", self->paper->owner);
  DovQuery query = { .where = where, .params = g_variant_new ("(x)", get_id (self)) };
  g_autoptr (GError) error = NULL;

  show_head (self);
  show_actions (self);
  dov_section_box_clear (self->about);
  for (guint i = 0; fields[i] != NULL; i++)
    add_fact (self, find_field (self, fields[i]));
  show_commission (self);
  if (dov_record_list_set_query (lines, &query, &error))
    dov_table_view_set_model (DOV_TABLE_VIEW (self->table), G_LIST_MODEL (lines));
  else
    refuse (self, error);
}

static gboolean
refresh_cb (gpointer data)
{
  DovPostedPage *self = data;

  self->refresh = 0;
  show_all (self);

  return G_SOURCE_REMOVE;
}

static void
refresh_soon (DovPostedPage *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (refresh_cb, self);
}

/* ---- how it is built ---- */

static void
add_columns (DovPostedPage *self)
{
  DovRecordClass *klass = dov_registry_class (self->paper->line ());
  DovTableColumn item = { .name = "item_id", .width = 24, .is_bold = TRUE, .expands = TRUE, .wraps = TRUE, .order = "" };

  self->fields = g_strsplit (self->paper->lines, " ", -1);
  g_array_append_val (self->columns, item);
  for (guint i = 0; self->fields[i] != NULL; i++)
    {
      const DovField *field = dov_record_class_find_field (klass, self->fields[i]);
      DovTableColumn column = { .name = self->fields[i], .order = "", .width = 12 };

      if (field->kind == DOV_KIND_QUANTITY)
        column.words = dov_posted_paper_amount_words, column.is_number = TRUE, column.width = 10;
      else if (field->kind == DOV_KIND_LINK || field->kind == DOV_KIND_TEXT)
        column.width = 18, column.leaves = 1;
      g_array_append_val (self->columns, column);
    }
  dov_table_view_set_columns (DOV_TABLE_VIEW (self->table), self->paper->line (), (DovTableColumn *) self->columns->data,
                              self->columns->len);
}

static void
opened_cb (DovPostedPage *self,
           guint          position)
{
  DovShell *shell = dov_shell_around (GTK_WIDGET (self));
  g_autoptr (DovRecord) line = g_list_model_get_item (dov_table_view_get_model (DOV_TABLE_VIEW (self->table)), position);
  g_auto (GValue) item = G_VALUE_INIT;

  if (shell == NULL || line == NULL)
    return;
  dov_record_get_value (line, dov_record_class_find_field (DOV_RECORD_GET_CLASS (line), "item_id"), &item);
  dov_shell_open_record (shell, DOV_TYPE_ITEM, g_value_get_int64 (&item));
}

static GtkWidget *
head_new (DovPostedPage *self)
{
  GtkWidget *head = dov_fold_columns_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *words = dov_record_describe (self->record);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (title, "page-title");
  self->status = dov_badge_new ("", NULL);
  self->marks = dov_badge_new ("", NULL);
  gtk_widget_set_valign (self->status, GTK_ALIGN_START);
  gtk_widget_set_valign (self->marks, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->status, "beside-title");
  gtk_widget_add_css_class (self->marks, "beside-title");
  self->actions = g_object_new (GTK_TYPE_BOX, "spacing", 6, "halign", GTK_ALIGN_END, "valign", GTK_ALIGN_START, NULL);
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), self->status);
  gtk_box_append (GTK_BOX (line), self->marks);
  g_object_set (head, "side-width", 520, "fold-width", 860, "row-spacing", 8, NULL);
  dov_fold_columns_append (DOV_FOLD_COLUMNS (head), line);
  dov_fold_columns_append (DOV_FOLD_COLUMNS (head), self->actions);

  return head;
}

static void
build (DovPostedPage *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 12, "margin-top", 14,
                                 "margin-bottom", 18, "margin-start", 24, "margin-end", 24, NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 1240, "tightening-threshold", 1000, "child", box, NULL);
  GtkWidget *fold = dov_fold_columns_new ();
  GtkWidget *left = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 16, "hexpand", TRUE, NULL);
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkWidget *history = gtk_expander_new (_("History"));

  self->notices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->table = dov_table_view_new (self->store, _("Things of the paper"));
  dov_table_view_set_many (DOV_TABLE_VIEW (self->table), FALSE);
  dov_table_view_set_whole (DOV_TABLE_VIEW (self->table));
  g_signal_connect_swapped (self->table, "opened", G_CALLBACK (opened_cb), self);
  add_columns (self);
  self->about = DOV_SECTION_BOX (dov_section_box_new (_("What it says")));
  self->commission = DOV_SECTION_BOX (dov_section_box_new (_("Commission")));
  dov_section_box_set_empty (self->commission, _("Nobody is named."));
  gtk_box_append (GTK_BOX (left), self->table);
  if (DOV_IS_DONATION_RECEIPT (self->record))
    gtk_box_append (GTK_BOX (left), dov_sorting_box_new (self->store, get_id (self), 0));
  gtk_expander_set_child (GTK_EXPANDER (history),
                          dov_history_new (self->store, G_OBJECT_TYPE (self->record), get_id (self)));
  gtk_box_append (GTK_BOX (left), history);
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->about));
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->commission));
  dov_fold_columns_append (DOV_FOLD_COLUMNS (fold), left);
  dov_fold_columns_append (DOV_FOLD_COLUMNS (fold), side);
  gtk_box_append (GTK_BOX (box), head_new (self));
  gtk_box_append (GTK_BOX (box), self->notices);
  gtk_box_append (GTK_BOX (box), fold);
  adw_bin_set_child (ADW_BIN (self), g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", clamp, "vexpand", TRUE,
                                                   "hscrollbar-policy", GTK_POLICY_NEVER, NULL));
}

/**
 * dov_posted_page_new:
 * @type: one of those that dov_posted_page_shows()
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_posted_page_new (DovStore *store,
                     GType     type,
                     gint64    id)
{
  DovPostedPage *self = g_object_new (DOV_TYPE_POSTED_PAGE, NULL);
  g_autofree char *title = NULL;

  self->store = g_object_ref (store);
  self->paper = dov_posted_paper_find (type);
  self->record = dov_store_find (store, type, id, NULL);
  if (self->record == NULL)
    self->record = dov_record_new (type, 0);
  title = dov_record_describe (self->record);
  dov_page_set_title (DOV_PAGE (self), title);
  dov_page_set_section (DOV_PAGE (self), "drives");
  build (self);
  show_all (self);
  g_signal_connect_object (store, "committed", G_CALLBACK (refresh_soon), self, G_CONNECT_SWAPPED);

  return DOV_PAGE (self);
}

static void
dov_posted_page_focus (DovPage *page)
{
  gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
}

static void
dov_posted_page_dispose (GObject *object)
{
  DovPostedPage *self = DOV_POSTED_PAGE (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_object (&self->record);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_posted_page_parent_class)->dispose (object);
}

static void
dov_posted_page_finalize (GObject *object)
{
  DovPostedPage *self = DOV_POSTED_PAGE (object);

  g_array_unref (self->columns);
  g_strfreev (self->fields);

  G_OBJECT_CLASS (dov_posted_page_parent_class)->finalize (object);
}

static void
dov_posted_page_class_init (DovPostedPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_posted_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = dov_posted_page_finalize;
  DOV_PAGE_CLASS (klass)->focus = dov_posted_page_focus;
}

static void
dov_posted_page_init (DovPostedPage *self)
{
  self->columns = g_array_new (FALSE, FALSE, sizeof (DovTableColumn));
}
