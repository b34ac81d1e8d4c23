/* dov-printing.c - sends the pages of a document to the printer */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-printing.h"

#include <glib/gi18n.h>
#include <math.h>

#include "dov-errors.h"
#include "dov-go.h"
#include "dov-shell.h"
#include "dov-visitor.h"

/* What was chosen last: the printer, both sides, how many. */
static GtkPrintSettings *last_settings;

static char *test_path;

/* What one job needs until it is done. */
typedef struct
{
  DovPrint   *print;
  GtkWidget  *near;    /* weak */
  gboolean    is_told; /* that it went wrong */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->print);
  g_clear_weak_pointer (&job->near);
  g_free (job);
}

static GtkPageSetup *
make_setup (DovPrint *print)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  double width, height;

  dov_print_get_size (print, &width, &height);
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_MM);
  gtk_paper_size_free (paper);

  return setup;
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Job               *job)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height, scale;

  /* Other paper than A4 takes the page smaller or larger, whole. */
  dov_print_get_size (job->print, &width, &height);
  scale = MIN (gtk_print_context_get_width (context) / width, gtk_print_context_get_height (context) / height);
  if (fabs (scale - 1) > 0.01)
    cairo_scale (cr, scale, scale);
  dov_print_draw_page (job->print, cr, (guint) page);
}

static void
show_failure (Job          *job,
              const GError *error)
{
  g_autoptr (GError) told = NULL;

  if (job->near == NULL || job->is_told)
    return;
  job->is_told = TRUE;

  /* Translators: %s says what went wrong */
  g_set_error (&told, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_FILE,
               _("The document was not printed: %s. See whether the printer is on and has paper, or save a PDF."),
               error != NULL ? error->message : _("the printer does not answer"));
  dov_errors_show (job->near, told);
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         Job                     *job)
{
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      g_autoptr (GError) error = NULL;

      gtk_print_operation_get_error (operation, &error);
      show_failure (job, error);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      g_set_object (&last_settings, gtk_print_operation_get_print_settings (operation));
      dov_go_tell (job->near, C_("toast", "The document was sent to the printer"), 0);
    }
}

/* Asks for the printer and sends the pages. */
static void
send_pages (Job *job)
{
  DovPrint *print = job->print;
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = make_setup (print);
  g_autofree char *name = dov_print_dup_file_name (dov_print_get_result (print));
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (job->near);
  GtkPrintOperationAction action = GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG;

  g_object_set_data_full (G_OBJECT (operation), "dov-job", job, job_free);

  gtk_print_operation_set_n_pages (operation, (int) dov_print_count_pages (print));
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  if (last_settings != NULL)
    gtk_print_operation_set_print_settings (operation, last_settings);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), job);

  if (test_path != NULL)
    {
      gtk_print_operation_set_export_filename (operation, test_path);
      action = GTK_PRINT_OPERATION_ACTION_EXPORT;
    }
  if (gtk_print_operation_run (operation, action, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    show_failure (job, error);
}

static void
answered_cb (gboolean is_wanted,
             gpointer job)
{
  if (is_wanted && ((Job *) job)->near != NULL)
    send_pages (job);
  else
    job_free (job);
}

/**
 * dov_printing_start:
 * @near: the widget that asks; failures are told around it
 * @print: the pages, which nobody else draws from another thread
 *
 * Asks for the printer and sends the pages; asks first whether to do that
 * when a visitor is near and there are people in them.
 */
void
dov_printing_start (GtkWidget *near,
                    DovPrint  *print)
{
  Job *job = g_new0 (Job, 1);

  job->print = g_object_ref (print);
  g_set_weak_pointer (&job->near, near);
  if (dov_result_get_paper (dov_print_get_result (print))->is_personal)
    dov_visitor_ask (near, _("There are people in this document. Print it all the same?"), _("Do not print"),
                     _("Print all the same"), answered_cb, job);
  else
    send_pages (job);
}

/**
 * dov_printing_answer:
 * @path: (nullable): the file that takes the place of the printer
 */
void
dov_printing_answer (const char *path)
{
  g_free (test_path);
  test_path = g_strdup (path);
}
