/* dov-reports-fold.c - where it is narrow, the catalogue and the document take the page in turns */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-reports-page-private.h"

#include "dov-fold-columns.h"

/* Narrower than this, times the size of the text, the table would lose its columns. */
#define FOLD_WIDTH 820

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

/**
 * dov_reports_page_fit:
 * @self: the page
 * @width: what it has got
 *
 * Folds or unfolds the page. Not at once: nothing may come and go while sizes are being given.
 */
void
dov_reports_page_fit (DovReportsPage *self,
                      int             width)
{
  gboolean is_folded = width < FOLD_WIDTH * dov_text_scale ();

  if (is_folded == self->is_folded)
    return;

  self->is_folded = is_folded;
  if (self->fold_source == 0)
    self->fold_source = g_idle_add_full (GTK_PRIORITY_RESIZE, fold_cb, self, NULL);
}

/**
 * dov_reports_page_show_catalogue:
 * @self: the page
 * @is_choosing: whether a document is to be chosen
 *
 * Shows the catalogue in place of the document, or the document again. Side by
 * side both are there anyway.
 */
void
dov_reports_page_show_catalogue (DovReportsPage *self,
                                 gboolean        is_choosing)
{
  self->is_choosing = is_choosing && self->is_folded;
  show_sides (self);
}
