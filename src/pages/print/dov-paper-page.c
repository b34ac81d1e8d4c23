/* dov-paper-page.c - a document as it will lie on paper: look, print, save */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-paper-page.h"

#include <glib/gi18n.h>

#include "dov-document.h"
#include "dov-errors.h"
#include "dov-own-lounge.h"
#include "dov-period-bar.h"
#include "dov-saving.h"

struct _DovPaperPage
{
  DovPage       parent_instance;

  DovStore     *store;
  DovDocument  *document;
  gint64        subject;
  DovPeriodBar *period;
  DovSaving    *saving;
};

G_DEFINE_FINAL_TYPE (DovPaperPage, dov_paper_page, DOV_TYPE_PAGE)

static void
save (DovPaperPage *self,
      gboolean      is_blank)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DovResult) result = NULL;

  if (is_blank)
    result = dov_document_run_blank (self->document, self->store, &error);
  else
    result = dov_document_run (self->document, self->store,
                               self->period != NULL ? dov_period_bar_get (self->period) : NULL,
                               self->subject == 0 ? dov_own_lounge_find (self->store) : 0, self->subject, &error);
  if (result != NULL)
    dov_saving_start (self->saving, result);
  else
    dov_errors_show (GTK_WIDGET (self), error);
}

static void
excel_cb (DovPaperPage *self)
{
  save (self, FALSE);
}

static void
blank_cb (DovPaperPage *self)
{
  save (self, TRUE);
}

static void
add_button (DovPaperPage *self,
            GtkBox       *box,
            const char   *label,
            GCallback     callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_sensitive (button, self->document != NULL);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (box, button);
}

static void
find_document (DovPaperPage *self,
               const char   *code)
{
  g_autoptr (GPtrArray) documents = dov_document_load_all (self->store, NULL);

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    if (g_strcmp0 (dov_document_get_code (documents->pdata[i]), code) == 0)
      g_set_object (&self->document, documents->pdata[i]);
}

/**
 * dov_paper_page_new:
 * @store: the store
 * @code: of a document, such as "D-23"
 * @subject: the record it is about, 0: none
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_paper_page_new (DovStore   *store,
                    const char *code,
                    gint64      subject)
{
  DovPaperPage *self = g_object_new (DOV_TYPE_PAPER_PAGE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->store = g_object_ref (store);
  self->subject = subject;
  find_document (self, code);
  if (self->document != NULL)
    dov_page_set_title (DOV_PAGE (self), dov_document_get_title (self->document));
  dov_page_set_section (DOV_PAGE (self), "reports");

  g_object_set (box, "margin-top", 18, "margin-bottom", 18, "margin-start", 24, "margin-end", 24, NULL);
  if (self->document != NULL && dov_document_get_periods (self->document) != 0)
    {
      self->period = DOV_PERIOD_BAR (dov_period_bar_new ());
      dov_period_bar_set_kinds (self->period, dov_document_get_periods (self->document));
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->period));
    }
  add_button (self, GTK_BOX (buttons), _("To Excel"), G_CALLBACK (excel_cb));
  add_button (self, GTK_BOX (buttons), _("Blank form"), G_CALLBACK (blank_cb));
  gtk_box_append (GTK_BOX (box), buttons);
  self->saving = DOV_SAVING (dov_saving_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->saving));
  adw_bin_set_child (ADW_BIN (self), box);

  return DOV_PAGE (self);
}

static void
dov_paper_page_finalize (GObject *object)
{
  DovPaperPage *self = DOV_PAPER_PAGE (object);

  g_clear_object (&self->store);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (dov_paper_page_parent_class)->finalize (object);
}

static void
dov_paper_page_class_init (DovPaperPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_paper_page_finalize;
}

static void
dov_paper_page_init (DovPaperPage *self)
{
}
