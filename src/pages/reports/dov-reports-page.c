/* dov-reports-page.c - the documents: choose one and a period, look at its rows, save it for Excel */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-reports-page.h"

#include <glib/gi18n.h>

#include "dov-badge.h"
#include "dov-chips.h"
#include "dov-config.h"
#include "dov-deed.h"
#include "dov-errors.h"
#include "dov-event.h"
#include "dov-file-chooser.h"
#include "dov-fold-columns.h"
#include "dov-go.h"
#include "dov-label.h"
#include "dov-notice.h"
#include "dov-number.h"
#include "dov-one-stop.h"
#include "dov-own-lounge.h"
#include "dov-paper-choice.h"
#include "dov-paper-page.h"
#include "dov-report-rows.h"
#include "dov-reports-catalogue.h"
#include "dov-saving.h"
#include "dov-submitted.h"
#include "dov-work-plans.h"
#include "dov-widgets.h"
#include "dov-wrap-box.h"

/* Names that a notice tells. */
#define AT_MOST_NAMED 3

/* Narrower than this, times the size of the text, the table would lose its columns. */
#define FOLD_WIDTH 820

struct _DovReportsPage
{
  DovPage          parent_instance;

  DovStore        *store;
  GPtrArray       *documents;   /* DovDocument */
  DovDocument     *document;    /* the one shown */
  DovResult       *result;      /* what its last run gave */
  GCancellable    *awaited;     /* of the run asked for last: older answers are stale */
  gboolean         saves_then;  /* as soon as what is asked for has been counted */

  gboolean         is_folded;   /* for want of room */
  gboolean         is_choosing; /* the catalogue stands in place of the document */
  guint            fold_source;

  GtkWidget       *side;
  GtkWidget       *sheet;
  GtkWidget       *others;
  GtkSearchEntry  *filter;
  GtkWidget       *slip;
  GtkListBox      *catalogue;
  GtkLabel        *name;
  GtkLabel        *receiver;
  AdwBin          *submitted_place;
  AdwSplitButton  *excel;
  AdwBin          *choice_place;
  DovChips        *tables;
  GtkBox          *notices;
  GtkStack        *state;
  AdwBin          *place;
  AdwStatusPage   *empty;
  GtkLabel        *count;
  GtkLabel        *hint;
  DovSaving       *saving;

  DovPaperChoice  *choice;
  DovTableView    *table;
};

G_DEFINE_FINAL_TYPE (DovReportsPage, dov_reports_page, DOV_TYPE_PAGE)

/* ---- where it is narrow, the catalogue and the document take the page in turns ---- */

static void
show_sides (DovReportsPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->side), !self->is_folded || self->is_choosing);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet), !self->is_folded || !self->is_choosing);
  gtk_widget_set_visible (GTK_WIDGET (self->others), self->is_folded);
  gtk_widget_set_hexpand (GTK_WIDGET (self->side), self->is_folded);
  gtk_widget_set_margin_end (GTK_WIDGET (self->side), self->is_folded ? 18 : 0);
}

static gboolean
fold_cb (gpointer data)
{
  DovReportsPage *self = data;

  self->fold_source = 0;
  self->is_choosing = FALSE;
  show_sides (self);

  return G_SOURCE_REMOVE;
}

/* Not at once: nothing may come and go while sizes are being given. */
static void
fit (DovReportsPage *self,
     int             width)
{
  gboolean is_folded = width < FOLD_WIDTH * dov_text_scale ();

  if (is_folded == self->is_folded)
    return;

  self->is_folded = is_folded;
  if (self->fold_source == 0)
    self->fold_source = g_idle_add_full (GTK_PRIORITY_RESIZE, fold_cb, self, NULL);
}

/* The catalogue in place of the document, or the document again. Side by side both are there anyway. */
static void
show_catalogue (DovReportsPage *self,
                gboolean        is_choosing)
{
  self->is_choosing = is_choosing && self->is_folded;
  show_sides (self);
}

/* ---- a document that is handed in: marked as such, and told under its title ever after ---- */

/* Only what is made for a period can be handed in for it. */
static const DovPeriod *
get_period (DovReportsPage *self)
{
  return self->document != NULL && dov_document_get_trouble (self->document) == NULL
         ? dov_paper_choice_get_period (self->choice) : NULL;
}

/* Whether it was handed in for what is chosen, and whether it would be another one now. */
static void
show_submitted (DovReportsPage *self)
{
  static const DovSign as_sent = { "dov-emblem-ok-symbolic", NULL };
  static const DovSign as_changed = { "dialog-warning-symbolic", "warning" };
  const DovPeriod *period = get_period (self);
  g_autoptr (DovReportInstance) instance =
    period != NULL ? dov_report_instance_find (self->store, dov_document_get_code (self->document), period,
                                               dov_paper_choice_get_lounge (self->choice)) : NULL;
  g_autoptr (GDate) sent_on =
    period != NULL ? dov_submitted_find_day (self->store, dov_document_get_code (self->document), period,
                                             dov_paper_choice_get_lounge (self->choice)) : NULL;
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;
  gboolean is_changed;
  GtkWidget *badge;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.submit", period != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->submitted_place), sent_on != NULL);
  adw_bin_set_child (self->submitted_place, NULL);
  if (sent_on == NULL)
    return;

  is_changed = instance != NULL && dov_report_instance_is_changed (self->store, instance);
  day = dov_date_to_words (sent_on);
  words = g_strdup_printf (is_changed ? _("Handed in on %s, changed since") : _("Handed in on %s"), day);
  badge = dov_badge_new (words, is_changed ? &as_changed : &as_sent);
  gtk_widget_set_halign (badge, GTK_ALIGN_START);
  adw_bin_set_child (self->submitted_place, badge);
}

/* A plan is handed in where it is made as well, in the same operation. */
static gboolean
save_submitted (DovStore  *store,
                gpointer   data,
                GError   **error)
{
  DovReportInstance *instance = data;
  DovPeriod period = dov_period_between (instance->since, instance->until);

  return (!g_str_equal (instance->code, DOV_PLAN_DOCUMENT) ||
          dov_work_plan_hand_in (store, instance->lounge_id, &period, instance->sent_on, error)) &&
         dov_store_save (store, DOV_RECORD (instance), error);
}

static void
submit (DovReportsPage *self)
{
  g_autoptr (DovReportInstance) draft = DOV_REPORT_INSTANCE (dov_record_new (DOV_TYPE_REPORT_INSTANCE, 0));
  const DovPeriod *period = get_period (self);
  g_autofree char *title = NULL;
  g_autofree char *file = NULL;
  g_autofree char *words = NULL;
  GDate today = dov_today ();

  if (period == NULL)
    return;

  title = dov_document_dup_plain_title (self->document);
  file = self->result != NULL ? dov_result_dup_file_name (self->result) : g_strdup ("");
  dov_set (draft, code, dov_document_get_code (self->document));
  dov_set (draft, title, title);
  dov_set (draft, lounge_id, dov_paper_choice_get_lounge (self->choice));
  dov_set (draft, since, &period->from);
  dov_set (draft, until, &period->to);
  dov_set (draft, status, DOV_REPORT_STATUS_SENT);
  dov_set (draft, sent_on, &today);
  dov_set (draft, file, file);
  words = g_strdup_printf (_("Marked as handed in: %s"), title);
  dov_deed_do (self, self->store, &(DovDeed) {
    .words = words, .act = save_submitted, .data = g_object_ref (draft), .free_data = g_object_unref });
}

/* ---- what the figures lack ---- */

/* Events of the period that are over and have no numbers. */
static GArray *
list_uncounted (DovReportsPage *self)
{
  const DovPeriod *period = dov_paper_choice_get_period (self->choice);
  g_autofree char *from = dov_date_to_iso (&period->from);
  g_autofree char *to = dov_date_to_iso (&period->to);
  g_autofree char *until = g_strconcat (to, "T23:59", NULL);
  g_autoptr (GDateTime) now = dov_clock_dup_now ();
  g_autofree char *moment = dov_moment_to_iso (now);
  gint64 lounge = dov_paper_choice_get_lounge (self->choice);
  g_autoptr (GVariant) params = g_variant_ref_sink (g_variant_new ("(sssx)", from, until, moment, lounge));
  DovQuery query = {
    .where = "starts_at >= ?1 AND starts_at <= ?2 AND starts_at < ?3 AND (?4 = 0 OR lounge_id = ?4) "
             "AND status IN ('planned', 'approved', 'held') AND id NOT IN (SELECT event_id FROM live_event_headcount "
             "WHERE b0_6 + b7_13 + b14_17 + b18_35 + b36_59 + b60 > 0)",
    .params = params,
    .order = "starts_at",
  };
  g_autoptr (GError) error = NULL;
  GArray *ids = dov_store_list (self->store, DOV_TYPE_EVENT, &query, &error);

  if (ids == NULL)
    g_warning ("Events without numbers cannot be found: %s", error->message);

  return ids;
}

/* One record by itself, many as a list. */
static void
open_ids (DovReportsPage *self,
          GType           type,
          GArray         *ids,
          const char     *title)
{
  if (ids->len == 1)
    dov_go_record (self, type, g_array_index (ids, gint64, 0));
  else
    dov_go_ids (self, type, title, ids);
}

static void
show_uncounted_cb (GtkButton      *button,
                   DovReportsPage *self)
{
  open_ids (self, DOV_TYPE_EVENT, g_object_get_data (G_OBJECT (button), "ids"), _("Events without numbers"));
}

/* Whether the figures of the document would be others with these numbers: a plan has none. */
static gboolean
counts_people (DovReportsPage *self)
{
  if (g_strcmp0 (dov_document_get_right (self->document), "reports") != 0 ||
      dov_document_get_periods (self->document) == 0)
    return FALSE;

  for (guint i = 0; i < dov_result_count_tables (self->result); i++)
    {
      const DovTable *table = dov_result_get_table (self->result, i);

      for (guint j = 0; j < table->columns->len; j++)
        if (((DovColumn *) g_ptr_array_index (table->columns, j))->kind == DOV_COLUMN_COUNT)
          return TRUE;
    }

  return FALSE;
}

static void
tell_uncounted (DovReportsPage *self)
{
  g_autoptr (GArray) ids = counts_people (self) ? list_uncounted (self) : NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *number = NULL;
  g_autofree char *lead = NULL;
  g_autofree char *text = NULL;
  GtkWidget *notice, *button;
  gboolean all_held = TRUE;

  if (ids == NULL || ids->len == 0)
    return;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovRecord) event = dov_store_find (self->store, DOV_TYPE_EVENT, g_array_index (ids, gint64, i), NULL);

      if (event == NULL)
        continue;
      all_held = all_held && DOV_EVENT (event)->status == DOV_EVENT_STATUS_HELD;
      if (i < AT_MOST_NAMED)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", DOV_EVENT (event)->title);
    }
  if (ids->len > AT_MOST_NAMED)
    g_string_append (names, "…");
  number = dov_number_to_shown (ids->len);
  lead = g_strdup_printf (ngettext ("%s past event has no numbers yet", "%s past events have no numbers yet", ids->len), number);
  if (all_held)
    text = g_strdup_printf (_("They are counted as events, but not in the visits: %s."), names->str);
  else
    text = g_strdup_printf (_("They are not in the visits; what is not marked as held is not counted as an event "
                              "either: %s."), names->str);
  notice = dov_notice_new (DOV_NOTICE_WARNS, lead, text);
  button = dov_notice_add_action (DOV_NOTICE (notice), C_("events without numbers", "Show"), NULL);
  g_object_set_data_full (G_OBJECT (button), "ids", g_steal_pointer (&ids), (GDestroyNotify) g_array_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (show_uncounted_cb), self);
  gtk_box_append (self->notices, notice);
}

/* ---- rows ---- */

static guint
get_table_index (DovReportsPage *self)
{
  const char *name = dov_chips_get_selected (self->tables);

  return name != NULL ? (guint) g_ascii_strtoull (name, NULL, 10) : 0;
}

static void
show_message (DovReportsPage *self,
              const char     *title,
              const char     *text)
{
  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, text);
  gtk_stack_set_visible_child_name (self->state, "empty");
  gtk_label_set_text (self->count, "");
  gtk_label_set_text (self->hint, "");
}

static guint
count_rows (const DovTable *table)
{
  guint n = 0;

  for (guint i = 0; i < table->rows->len; i++)
    n += ((DovRow *) g_ptr_array_index (table->rows, i))->role == DOV_ROW_BODY;

  return n;
}

static void
show_table (DovReportsPage *self)
{
  const DovTable *table;
  g_autoptr (GListModel) rows = NULL;
  g_autofree char *number = NULL;
  g_autofree char *words = NULL;
  guint n;

  if (self->result == NULL || dov_result_count_tables (self->result) == 0)
    return;

  table = dov_result_get_table (self->result, MIN (get_table_index (self), dov_result_count_tables (self->result) - 1));
  n = count_rows (table);
  if (n == 0)
    {
      show_message (self, _("No rows"), table->empty != NULL ? table->empty :
                    _("There is nothing of this in the period. Choose another one, or save the empty form."));
      return;
    }

  rows = dov_report_rows_new (self->result, table);
  dov_report_rows_show (self->table, table, rows);
  number = dov_number_to_shown (n);
  words = g_strdup_printf (ngettext ("%s row", "%s rows", n), number);
  gtk_label_set_text (self->count, words);
  gtk_label_set_text (self->hint, table->opens != NULL ? _("Press a figure to see the records") : "");
  gtk_stack_set_visible_child_name (self->state, "rows");
}

/* A document of several tables shows them one at a time. */
static void
fill_tables (DovReportsPage *self)
{
  guint n = dov_result_count_tables (self->result);
  g_autofree char *selected = g_strdup (dov_chips_get_selected (self->tables));

  g_signal_handlers_block_by_func (self->tables, show_table, self);
  dov_chips_clear (self->tables);
  for (guint i = 0; i < n; i++)
    {
      const DovTable *table = dov_result_get_table (self->result, i);
      g_autofree char *name = g_strdup_printf ("%u", i);
      g_autofree char *number = g_strdup_printf (_("Table %u"), i + 1);

      dov_chips_add (self->tables, name, table->title != NULL && *table->title != '\0' ? table->title : number);
      dov_chips_set_count (self->tables, name, count_rows (table));
    }
  dov_chips_set_selected (self->tables, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->tables), n > 1);
  g_signal_handlers_unblock_by_func (self->tables, show_table, self);
}

static void
ran_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  DovReportsPage *self = DOV_REPORTS_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (DovResult) given = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->awaited)
    return;

  g_clear_object (&self->awaited);
  dov_clear_box (self->notices);
  gtk_widget_set_sensitive (GTK_WIDGET (self->excel), given != NULL);
  if (given == NULL)
    {
      g_autofree char *words = dov_errors_dup_words (error);

      gtk_widget_set_visible (GTK_WIDGET (self->tables), FALSE);
      show_message (self, _("The document cannot be made"), words);
      return;
    }

  self->result = g_steal_pointer (&given);
  tell_uncounted (self);
  fill_tables (self);
  if (dov_result_count_tables (self->result) == 0)
    show_message (self, _("A form without a table"), _("Save it to see it whole."));
  else
    show_table (self);
  if (self->saves_then)
    {
      self->saves_then = FALSE;
      dov_saving_start (self->saving, self->result);
    }
}

static void
run_thread (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  GError *error = NULL;
  DovResult *result = dov_order_make (data, cancellable, &error);

  if (result != NULL)
    g_task_return_pointer (task, result, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* Nothing can be counted, and why. */
static void
refuse (DovReportsPage *self,
        const char     *title,
        const char     *text)
{
  dov_clear_box (self->notices);
  gtk_widget_set_sensitive (GTK_WIDGET (self->excel), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->tables), FALSE);
  show_message (self, title, text);
}

/* What was counted before must not be saved under the name of what is asked now. */
static void
forget (DovReportsPage *self)
{
  g_clear_object (&self->awaited);
  g_clear_object (&self->result);
}

/* Runs the document for what is chosen, in another thread, and shows its rows. */
static void
preview (DovReportsPage *self)
{
  g_autoptr (GTask) task = NULL;
  const char *trouble = dov_document_get_trouble (self->document);

  show_submitted (self);
  forget (self);
  if (trouble != NULL)
    {
      refuse (self, _("The form of the document has an error"), trouble);
      return;
    }
  if (dov_paper_choice_get_lack (self->choice) != NULL)
    {
      refuse (self, dov_paper_choice_get_lack (self->choice), _("Choose it above: any letters of the name, then Enter."));
      return;
    }

  gtk_widget_set_sensitive (GTK_WIDGET (self->excel), TRUE);
  self->awaited = g_cancellable_new ();
  task = g_task_new (self, self->awaited, ran_cb, NULL);
  g_task_set_task_data (task, dov_paper_choice_make_order (self->choice), dov_order_free);
  g_task_run_in_thread (task, run_thread);
}

/* The records that a figure counts; of the row when @cell is -1. */
static void
open_behind (DovReportsPage *self,
             guint           position,
             int             cell)
{
  g_autoptr (DovReportRow) row = g_list_model_get_item (dov_table_view_get_model (self->table), position);
  g_autoptr (GArray) ids = NULL;
  g_autofree char *title = NULL;
  GType type = row != NULL ? dov_report_row_find_behind (row, cell, &ids) : G_TYPE_INVALID;

  if (ids == NULL)
    return;

  title = dov_report_row_dup_title (row, cell);
  open_ids (self, type, ids, title);
}

/* ---- choosing ---- */

static void
show_document (DovReportsPage *self,
               DovDocument    *document)
{
  g_autofree char *title = dov_document_dup_plain_title (document);
  const char *receiver = dov_document_get_receiver (document);

  g_set_object (&self->document, document);
  self->saves_then = FALSE;
  gtk_label_set_text (self->name, title);
  gtk_label_set_text (self->receiver, receiver != NULL ? receiver : "");
  dov_paper_choice_set_document (self->choice, document, 0);
  preview (self);
}

static void
row_selected_cb (GtkListBox     *catalogue,
                 GtkListBoxRow  *row,
                 DovReportsPage *self)
{
  DovDocument *document = dov_reports_catalogue_get (row);

  if (document != NULL && document != self->document)
    show_document (self, document);
}

static void
row_activated_cb (GtkListBox     *catalogue,
                  GtkListBoxRow  *row,
                  DovReportsPage *self)
{
  gboolean was_choosing = self->is_choosing;

  show_catalogue (self, FALSE);
  if (was_choosing)
    dov_page_focus (DOV_PAGE (self));
}

static void
others_cb (DovReportsPage *self)
{
  show_catalogue (self, TRUE);
  dov_page_focus (DOV_PAGE (self));
}

/**
 * dov_reports_page_choose:
 * @self: the page
 * @code: the code of a document, such as "D-22"
 *
 * Shows a document, as pressing it in the catalogue does.
 */
void
dov_reports_page_choose (DovReportsPage *self,
                         const char     *code)
{
  GtkListBoxRow *row;

  g_return_if_fail (DOV_IS_REPORTS_PAGE (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->catalogue, i)) != NULL; i++)
    if (g_strcmp0 (dov_document_get_code (dov_reports_catalogue_get (row)), code) == 0)
      gtk_list_box_select_row (self->catalogue, row);
}

/* ---- saving ---- */

static void
save_cb (DovReportsPage *self)
{
  if (self->result != NULL)
    dov_saving_start (self->saving, self->result);
  else if (self->awaited != NULL)
    self->saves_then = TRUE;
}

static void
save_pdf (DovReportsPage *self)
{
  if (self->result != NULL)
    dov_saving_start_pdf (self->saving, self->result);
}

/* The pages of what is chosen, to look at and to print. */
static void
show_paper (DovReportsPage *self)
{
  if (self->document != NULL)
    dov_go_to (self, dov_paper_page_new_for (self->store, dov_document_get_code (self->document),
                                             dov_paper_choice_get_asked (self->choice),
                                             dov_paper_choice_get_period (self->choice),
                                             dov_paper_choice_get_lounge (self->choice)));
}

static void
save_blank (DovReportsPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DovResult) blank = NULL;

  if (self->document == NULL)
    return;

  blank = dov_document_run_blank (self->document, self->store, &error);
  if (blank != NULL)
    dov_saving_start (self->saving, blank);
  else
    dov_errors_show (GTK_WIDGET (self), error);
}

static void
folder_chosen_cb (GFile    *file,
                  gpointer  data)
{
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    dov_config_set_text ("folder", path, NULL);
}

static void
choose_folder (DovReportsPage *self)
{
  g_autofree char *folder = dov_saving_dup_folder ();
  DovFileWish wish = {
    .title = _("Where to save documents"),
    .accept = _("Choose"),
    .action = GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
    .folder = folder,
  };

  dov_file_chooser_ask (GTK_WIDGET (self), &wish, folder_chosen_cb, NULL);
}

static const struct
{
  const char *name;
  void      (*act) (DovReportsPage *self);
} acts[] = {
  { "reports.save", save_cb },
  { "reports.pdf", save_pdf },
  { "reports.print", show_paper },
  { "reports.blank", save_blank },
  { "reports.submit", submit },
  { "reports.folder", choose_folder },
};

static void
act_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (name, acts[i].name))
      acts[i].act (DOV_REPORTS_PAGE (widget));
}

/* ---- the page ---- */

static void
pressed_cb (DovTableView   *table,
            guint           position,
            guint           cell,
            DovReportsPage *self)
{
  open_behind (self, position, (int) cell);
}

static void
opened_cb (DovTableView   *table,
           guint           position,
           DovReportsPage *self)
{
  open_behind (self, position, -1);
}

static void
dov_reports_page_focus (DovPage *page)
{
  DovReportsPage *self = DOV_REPORTS_PAGE (page);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->catalogue);

  if (self->is_folded && !self->is_choosing)
    gtk_widget_grab_focus (self->others);
  else
    gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->filter));
}

static gboolean
dov_reports_page_search (DovPage *page)
{
  show_catalogue (DOV_REPORTS_PAGE (page), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (DOV_REPORTS_PAGE (page)->filter));

  return TRUE;
}

static gboolean
dov_reports_page_save (DovPage *page)
{
  save_cb (DOV_REPORTS_PAGE (page));

  return TRUE;
}

static void
dov_reports_page_measure (GtkWidget      *widget,
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
dov_reports_page_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  gtk_widget_size_allocate (adw_bin_get_child (ADW_BIN (widget)), &(GtkAllocation) { 0, 0, width, height }, baseline);
  fit (DOV_REPORTS_PAGE (widget), width);
}

static void
set_up (DovReportsPage *self,
        DovStore       *store)
{
  g_autoptr (GError) error = NULL;

  self->store = g_object_ref (store);
  self->choice = DOV_PAPER_CHOICE (dov_paper_choice_new (store, dov_own_lounge_find (store)));
  gtk_box_set_spacing (GTK_BOX (self->choice), 10);
  self->table = DOV_TABLE_VIEW (dov_table_view_new (store, _("Rows of the document")));
  dov_table_view_set_many (self->table, FALSE);
  adw_bin_set_child (self->choice_place, GTK_WIDGET (self->choice));
  adw_bin_set_child (self->place, GTK_WIDGET (self->table));

  self->documents = dov_document_load_all (store, &error);
  if (self->documents == NULL)
    {
      self->documents = g_ptr_array_new_with_free_func (g_object_unref);
      adw_status_page_set_title (self->empty, _("The documents cannot be read"));
      adw_status_page_set_description (self->empty, error->message);
      gtk_stack_set_visible_child_name (self->state, "empty");
    }
  dov_reports_catalogue_fill (self->catalogue, self->documents, GTK_EDITABLE (self->filter), self->slip);

  g_signal_connect_swapped (self->choice, "changed", G_CALLBACK (preview), self);
  g_signal_connect_swapped (self->tables, "notify::selected", G_CALLBACK (show_table), self);
  g_signal_connect (self->table, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (self->table, "opened", G_CALLBACK (opened_cb), self);
  gtk_list_box_select_row (self->catalogue, gtk_list_box_get_row_at_index (self->catalogue, 0));
}

/**
 * dov_reports_page_new:
 * @store: the store
 *
 * Makes the page of the documents; the first of the catalogue is shown.
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_reports_page_new (DovStore *store)
{
  DovReportsPage *self = g_object_new (DOV_TYPE_REPORTS_PAGE, NULL);

  set_up (self, store);
  dov_page_set_title (DOV_PAGE (self), _("Reports"));
  dov_page_set_section (DOV_PAGE (self), "reports");

  return DOV_PAGE (self);
}

static void
dov_reports_page_dispose (GObject *object)
{
  DovReportsPage *self = DOV_REPORTS_PAGE (object);

  g_clear_handle_id (&self->fold_source, g_source_remove);
  g_clear_object (&self->awaited);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (dov_reports_page_parent_class)->dispose (object);
}

static void
dov_reports_page_finalize (GObject *object)
{
  DovReportsPage *self = DOV_REPORTS_PAGE (object);

  g_clear_object (&self->result);
  g_clear_object (&self->store);
  g_clear_pointer (&self->documents, g_ptr_array_unref);

  G_OBJECT_CLASS (dov_reports_page_parent_class)->finalize (object);
}

static void
dov_reports_page_class_init (DovReportsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DovPageClass *page_class = DOV_PAGE_CLASS (klass);

  object_class->dispose = dov_reports_page_dispose;
  object_class->finalize = dov_reports_page_finalize;
  widget_class->measure = dov_reports_page_measure;
  widget_class->size_allocate = dov_reports_page_size_allocate;
  page_class->focus = dov_reports_page_focus;
  page_class->search = dov_reports_page_search;
  page_class->save = dov_reports_page_save;

  g_type_ensure (DOV_TYPE_CHIPS);
  g_type_ensure (DOV_TYPE_SAVING);
  g_type_ensure (DOV_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-reports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, side);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, sheet);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, others);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, filter);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, slip);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, catalogue);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, name);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, receiver);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, submitted_place);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, excel);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, choice_place);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, tables);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, notices);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, state);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, place);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, empty);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, count);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, hint);
  gtk_widget_class_bind_template_child (widget_class, DovReportsPage, saving);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_class_install_action (widget_class, acts[i].name, NULL, act_cb);
}

static void
dov_reports_page_init (DovReportsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dov_hush_unseen (self->state);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  dov_page_add_key (self, "<Control>e", "reports.save", NULL);
  dov_page_add_key (self, "<Control>p", "reports.print", NULL);
  dov_one_stop_add (self->catalogue);
  g_signal_connect (self->catalogue, "row-selected", G_CALLBACK (row_selected_cb), self);
  g_signal_connect (self->catalogue, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_swapped (self->others, "clicked", G_CALLBACK (others_cb), self);
  g_signal_connect_swapped (self->excel, "clicked", G_CALLBACK (save_cb), self);
  dov_name_widget (gtk_widget_get_first_child (GTK_WIDGET (self->excel)), _("Save for Excel"));
  dov_name_widget (gtk_widget_get_last_child (GTK_WIDGET (self->excel)), adw_split_button_get_dropdown_tooltip (self->excel));
}
