/* dov-paper-making.c - the pages of a document, made in another thread */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-paper-page-private.h"

#include <glib/gi18n.h>

#include "dov-errors.h"
#include "dov-printing.h"
#include "dov-registry.h"
#include "dov-submitted.h"

/* Many saves together need one look. In milliseconds. */
#define PAUSE 250

/* What the making thread is given. */
typedef struct
{
  DovDocument    *document;
  DovPaperSource *source;
  DovStore       *store;
  DovPeriod       period;
  gboolean        has_period;
  gboolean        is_blank;
  gint64          lounge;
  gint64          asked;
  guint           run;
} Run;

static void
clear_source (gpointer data)
{
  DovPaperSource *self = data;

  if (self->free_data != NULL)
    self->free_data (self->user_data);
}

DovPaperSource *
dov_paper_source_new (DovSavingMake  make,
                      gpointer       user_data,
                      GDestroyNotify free_data)
{
  DovPaperSource *self = g_atomic_rc_box_new0 (DovPaperSource);

  self->make = make;
  self->user_data = user_data;
  self->free_data = free_data;

  return self;
}

DovPaperSource *
dov_paper_source_ref (DovPaperSource *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
dov_paper_source_unref (DovPaperSource *self)
{
  g_atomic_rc_box_release_full (self, clear_source);
}

static void
run_free (Run *run)
{
  g_clear_object (&run->document);
  g_clear_pointer (&run->source, dov_paper_source_unref);
  g_object_unref (run->store);
  g_free (run);
}

static DovResult *
make_result (Run           *run,
             GCancellable  *cancellable,
             GError       **error)
{
  if (run->source != NULL)
    return run->source->make (run->source->user_data, cancellable, error);
  if (run->is_blank)
    return dov_document_run_blank (run->document, run->store, error);

  return dov_document_run (run->document, run->store, run->has_period ? &run->period : NULL, run->lounge, run->asked,
                           error);
}

static void
make_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Run *run = data;
  GError *error = NULL;
  g_autoptr (DovResult) result = make_result (run, cancellable, &error);
  DovPrint *print = result != NULL ? dov_print_new (result, cancellable, &error) : NULL;

  if (print != NULL)
    g_task_return_pointer (task, print, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
allow (DovPaperPage *self,
       gboolean      can)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.print", can);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.pdf", can);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.excel", can);
}

static void
show_message (DovPaperPage *self,
              const char   *title,
              const char   *text)
{
  adw_status_page_set_title (self->message, title);
  adw_status_page_set_description (self->message, text);
  gtk_stack_set_visible_child_name (self->state, "message");
  gtk_widget_set_visible (self->bar, FALSE);
  allow (self, FALSE);
}

/* Lets the file say whether it was handed in. */
static void
write_state (DovPaperPage *self,
             const Run    *run)
{
  g_autoptr (DovReportInstance) instance = NULL;
  DovPaper *paper = dov_result_get_paper (dov_print_get_result (self->print));

  if (run->document == NULL || run->is_blank || !run->has_period)
    return;
  instance = dov_report_instance_find (self->store, dov_document_get_code (run->document), &run->period, run->lounge);
  if (instance == NULL)
    return;
  g_free (paper->state);
  paper->state = dov_report_instance_dup_state (self->store, instance);
}

static void
made_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  DovPaperPage *self = DOV_PAPER_PAGE (object);
  Run *run = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (DovPrint) print = g_task_propagate_pointer (G_TASK (result), &error);

  if (run->run != self->run || self->view == NULL)
    return;

  if (print == NULL)
    {
      g_autofree char *words = dov_errors_dup_words (error);

      self->prints_then = FALSE;
      self->focuses_then = FALSE;
      show_message (self, _("The document cannot be made"), words);
      return;
    }

  g_set_object (&self->print, print);
  write_state (self, run);
  dov_paper_view_set_print (self->view, print);
  gtk_stack_set_visible_child_name (self->state, "pages");
  gtk_widget_set_visible (self->bar, TRUE);
  allow (self, TRUE);
  dov_paper_page_show_place (self);
  if (self->focuses_then)
    {
      self->focuses_then = FALSE;
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
    }
  if (self->prints_then)
    {
      self->prints_then = FALSE;
      dov_printing_start (GTK_WIDGET (self), print);
    }
}

static gint64
get_lounge (DovPaperPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->lounge);

  return self->subject == 0 && selected < self->lounges->len ? g_array_index (self->lounges, gint64, selected) : 0;
}

static Run *
run_new (DovPaperPage *self)
{
  Run *run = g_new0 (Run, 1);

  g_set_object (&run->document, self->document);
  if (self->source != NULL)
    run->source = dov_paper_source_ref (self->source);
  run->store = g_object_ref (self->store);
  run->has_period = self->period != NULL;
  if (run->has_period)
    run->period = *dov_period_bar_get (self->period);
  run->is_blank = gtk_toggle_button_get_active (self->blank);
  run->lounge = get_lounge (self);
  run->asked = self->subject != 0 ? self->subject : self->asked != NULL ? dov_record_search_get (self->asked) : 0;
  run->run = ++self->run;

  return run;
}

/**
 * dov_paper_page_make:
 *
 * Makes the pages of what is chosen and shows them.
 */
void
dov_paper_page_make (DovPaperPage *self)
{
  g_autoptr (GTask) task = NULL;
  const char *trouble = self->document != NULL ? dov_document_get_trouble (self->document) : NULL;
  Run *run;

  g_clear_handle_id (&self->soon, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->print);
  self->run++;
  if (self->document == NULL && self->source == NULL)
    {
      show_message (self, _("There is no such document"), _("Its form is not installed."));
      return;
    }
  if (trouble != NULL)
    {
      show_message (self, _("The form of the document has an error"), trouble);
      return;
    }
  run = run_new (self);
  if (self->asked != NULL && run->asked == 0 && !run->is_blank)
    {
      const char *label = NULL;

      run_free (run);
      dov_document_get_asked (self->document, &label);
      show_message (self, label != NULL ? label : "", _("Choose it above: any letters of the name, then Enter."));
      return;
    }

  allow (self, FALSE);
  if (gtk_stack_get_visible_child (self->state) == NULL
      || g_strcmp0 (gtk_stack_get_visible_child_name (self->state), "pages") != 0)
    gtk_stack_set_visible_child_name (self->state, "busy");
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, made_cb, NULL);
  g_task_set_task_data (task, run, (GDestroyNotify) run_free);
  g_task_run_in_thread (task, make_thread);
}

static gboolean
soon_cb (gpointer data)
{
  DovPaperPage *self = data;

  self->soon = 0;
  dov_paper_page_make (self);

  return G_SOURCE_REMOVE;
}

/* What is saved elsewhere changes the figures; they follow in a moment. */
void
dov_paper_page_make_soon (DovPaperPage *self)
{
  if (self->soon == 0)
    self->soon = g_timeout_add (PAUSE, soon_cb, self);
}
