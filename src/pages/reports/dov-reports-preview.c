/* dov-reports-preview.c - the rows of the document before it is saved, and the records behind its figures */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-reports-page-private.h"

#include <glib/gi18n.h>

#include "dov-errors.h"
#include "dov-event.h"
#include "dov-list-page.h"
#include "dov-notice.h"
#include "dov-number.h"
#include "dov-report-rows.h"

/* Many saves together need one look. In milliseconds. */
#define PAUSE 250
/* Names that a notice tells. */
#define AT_MOST_NAMED 3

/* What the counting thread is given. */
typedef struct
{
  DovDocument *document;
  DovStore    *store;
  DovPeriod    period;
  gboolean     has_period;
  gint64       lounge;
  gint64       asked;
  guint        run;
} Run;

static void
run_free (Run *run)
{
  g_object_unref (run->document);
  g_object_unref (run->store);
  g_free (run);
}

static void
clear_notices (DovReportsPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->notices))) != NULL)
    gtk_box_remove (self->notices, child);
}

/* The lounge that is chosen; 0: all. */
gint64
dov_reports_page_get_lounge (DovReportsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->lounge);

  return selected < self->lounges->len ? g_array_index (self->lounges, gint64, selected) : 0;
}

/* ---- what the figures lack ---- */

/* Events of the period that are over and have no numbers. */
static GArray *
list_uncounted (DovReportsPage *self)
{
  const DovPeriod *period = dov_period_bar_get (self->period);
  g_autofree char *from = dov_date_to_iso (&period->from);
  g_autofree char *to = dov_date_to_iso (&period->to);
  g_autofree char *until = g_strconcat (to, "T23:59", NULL);
  g_autoptr (GDateTime) now = dov_clock_dup_now ();
  g_autofree char *moment = dov_moment_to_iso (now);
  gint64 lounge = dov_reports_page_get_lounge (self);
  g_autoptr (GVariant) params = g_variant_ref_sink (g_variant_new ("(sssx)", from, until, moment, lounge));
  DovQuery query = {
    .where = "starts_at >= ?1 AND starts_at <= ?2 AND starts_at < ?3 AND (?4 = 0 OR lounge_id = ?4) "
             "AND status IN ('planned', 'approved', 'held') AND id NOT IN (SELECT event_id FROM event_headcount "
             "WHERE removed IS NULL AND b0_6 + b7_13 + b14_17 + b18_35 + b36_59 + b60 > 0)",
    .params = params,
    .order = "starts_at",
  };
  g_autoptr (GError) error = NULL;
  GArray *ids = dov_store_list (self->store, DOV_TYPE_EVENT, &query, &error);

  if (ids == NULL)
    g_warning ("Events without numbers cannot be found: %s", error->message);

  return ids;
}

static void
show_uncounted_cb (GtkButton      *button,
                   DovReportsPage *self)
{
  DovShell *shell = dov_shell_around (GTK_WIDGET (self));
  GArray *ids = g_object_get_data (G_OBJECT (button), "ids");

  if (shell != NULL && ids->len == 1)
    dov_shell_open_record (shell, DOV_TYPE_EVENT, g_array_index (ids, gint64, 0));
  else if (shell != NULL)
    dov_shell_push (shell, dov_list_page_new_of_ids (self->store, DOV_TYPE_EVENT, _("Events without numbers"), ids));
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

/**
 * dov_reports_page_show_table:
 * @self: the page
 *
 * Shows the rows of the chosen table of the last result.
 */
void
dov_reports_page_show_table (DovReportsPage *self)
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

  g_signal_handlers_block_by_func (self->tables, dov_reports_page_show_table, self);
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
  g_signal_handlers_unblock_by_func (self->tables, dov_reports_page_show_table, self);
}

static void
ran_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  DovReportsPage *self = DOV_REPORTS_PAGE (source);
  Run *run = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (DovResult) given = g_task_propagate_pointer (G_TASK (result), &error);

  if (run->run != self->run || self->document == NULL)
    return;

  self->is_running = FALSE;
  clear_notices (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->excel), given != NULL);
  if (given == NULL)
    {
      g_autofree char *words = dov_errors_dup_words (error);

      gtk_widget_set_visible (GTK_WIDGET (self->tables), FALSE);
      show_message (self, _("The document cannot be made"), words);
      return;
    }

  self->result = g_steal_pointer (&given);
  dov_reports_page_write_state (self);
  tell_uncounted (self);
  fill_tables (self);
  if (dov_result_count_tables (self->result) == 0)
    show_message (self, _("A form without a table"), _("Save it to see it whole."));
  else
    dov_reports_page_show_table (self);
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
  Run *run = data;
  GError *error = NULL;
  DovResult *result = dov_document_run (run->document, run->store, run->has_period ? &run->period : NULL, run->lounge,
                                        run->asked, &error);

  if (result != NULL)
    g_task_return_pointer (task, result, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * dov_reports_page_preview:
 * @self: the page
 *
 * Runs the document for what is chosen, in another thread, and shows its rows.
 */
void
dov_reports_page_preview (DovReportsPage *self)
{
  g_autoptr (GTask) task = NULL;
  const char *label = NULL;
  const char *trouble;
  Run *run;

  g_clear_handle_id (&self->soon, g_source_remove);
  if (self->document == NULL)
    return;

  dov_reports_page_show_submitted (self);

  /* What was counted before must not be saved under the name of what is asked now. */
  self->run++;
  self->is_running = FALSE;
  g_clear_object (&self->result);
  trouble = dov_document_get_trouble (self->document);
  if (trouble != NULL)
    {
      clear_notices (self);
      gtk_widget_set_sensitive (GTK_WIDGET (self->excel), FALSE);
      show_message (self, _("The form of the document has an error"), trouble);
      return;
    }
  if (dov_document_get_asked (self->document, &label) != NULL && dov_record_search_get (self->asked) == 0)
    {
      clear_notices (self);
      gtk_widget_set_sensitive (GTK_WIDGET (self->excel), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->tables), FALSE);
      show_message (self, label != NULL ? label : "", _("Choose it above: any letters of the name, then Enter."));
      return;
    }

  self->is_running = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->excel), TRUE);
  run = g_new0 (Run, 1);
  run->document = g_object_ref (self->document);
  run->store = g_object_ref (self->store);
  run->has_period = dov_document_get_periods (self->document) != 0;
  run->period = *dov_period_bar_get (self->period);
  run->lounge = dov_reports_page_get_lounge (self);
  run->asked = label != NULL ? dov_record_search_get (self->asked) : 0;
  run->run = self->run;
  task = g_task_new (self, NULL, ran_cb, NULL);
  g_task_set_task_data (task, run, (GDestroyNotify) run_free);
  g_task_run_in_thread (task, run_thread);
}

static gboolean
soon_cb (gpointer data)
{
  DovReportsPage *self = data;

  self->soon = 0;
  dov_reports_page_preview (self);

  return G_SOURCE_REMOVE;
}

/* What is saved elsewhere changes the figures; they follow in a moment. */
void
dov_reports_page_preview_soon (DovReportsPage *self)
{
  if (self->soon == 0)
    self->soon = g_timeout_add (PAUSE, soon_cb, self);
}

/**
 * dov_reports_page_open_behind:
 * @self: the page
 * @position: a row
 * @cell: which figure, -1: the row
 *
 * Opens the records that a figure counts: one by itself, many as a list.
 */
void
dov_reports_page_open_behind (DovReportsPage *self,
                              guint           position,
                              int             cell)
{
  GListModel *rows = dov_table_view_get_model (self->table);
  g_autoptr (DovReportRow) row = g_list_model_get_item (rows, position);
  g_autoptr (GArray) ids = NULL;
  DovShell *shell = dov_shell_around (GTK_WIDGET (self));
  GType type = row != NULL ? dov_report_row_find_behind (row, cell, &ids) : G_TYPE_INVALID;

  if (shell == NULL || ids == NULL)
    return;

  if (ids->len == 1)
    {
      dov_shell_open_record (shell, type, g_array_index (ids, gint64, 0));
    }
  else
    {
      g_autofree char *title = dov_report_row_dup_title (row, cell);

      dov_shell_push (shell, dov_list_page_new_of_ids (self->store, type, title, ids));
    }
}
