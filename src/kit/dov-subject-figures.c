/* dov-subject-figures.c - numbers in the head of the page of a record, each a door to what it counts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-subject-figures.h"

#include "dov-figure.h"
#include "dov-go.h"
#include "dov-number.h"
#include "dov-subject-page.h"

#include <glib/gi18n.h>

/* Null while it cannot be asked. */
static GArray *
list_counted (DovSubjectPage         *self,
              const DovSubjectFigure *figure)
{
  DovStore *store = dov_subject_page_get_store (self);
  g_autoptr (DovStatement) rows = dov_database_prepare (dov_store_get_seen (store), figure->ids, NULL);
  GArray *ids;

  g_return_val_if_fail (rows != NULL, NULL);

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  dov_statement_bind_integer (rows, 1, dov_subject_page_get_id (self));
  while (dov_statement_step (rows, NULL))
    {
      gint64 id = dov_statement_column_integer (rows, 0);

      g_array_append_val (ids, id);
    }

  return ids;
}

static void
show_figure (DovSubjectPage         *self,
             DovFigure              *figure,
             const DovSubjectFigure *told,
             const char             *value)
{
  DovStore *store = dov_subject_page_get_store (self);
  DovRecord *record = dov_subject_page_get_record (self);
  g_autoptr (GArray) ids = told->ids != NULL ? list_counted (self, told) : NULL;
  gint64 n = ids != NULL ? ids->len : 0;
  g_autofree char *number = ids != NULL ? dov_number_to_shown (n) : g_strdup (value != NULL && *value != '\0' ? value : "—");
  g_autofree char *words = told->words != NULL ? told->words (store, record, n) : g_strdup (_(told->caption));

  dov_figure_set (figure, number, words);
}

/**
 * dov_subject_figures_show:
 *
 * Counts them anew.
 */
void
dov_subject_figures_show (DovSubjectPage *self,
                          DovWrapBox     *box)
{
  const DovSubjectFigure *figures = dov_subject_page_get_subject (self)->figures;
  GtkWidget *figure = gtk_widget_get_first_child (GTK_WIDGET (box));
  char *values[12] = { NULL };

  if (figures == NULL)
    return;

  if (dov_subject_page_get_subject (self)->count != NULL)
    dov_subject_page_get_subject (self)->count (self, values);
  for (guint i = 0; figures[i].caption != NULL; i++, figure = gtk_widget_get_next_sibling (figure))
    {
      show_figure (self, DOV_FIGURE (figure), &figures[i], values[i]);
      g_free (values[i]);
    }
}

static void
open_counted (DovSubjectPage         *self,
              const DovSubjectFigure *figure)
{
  g_autofree char *title = g_strdup_printf ("%s › %s", dov_page_get_title (DOV_PAGE (self)), _(figure->caption));
  g_autoptr (GArray) ids = list_counted (self, figure);

  dov_go_ids (self, figure->type (), title, ids);
}

static void
figure_cb (GtkWidget              *button,
           const DovSubjectFigure *figure)
{
  DovSubjectPage *self = DOV_SUBJECT_PAGE (gtk_widget_get_ancestor (button, DOV_TYPE_SUBJECT_PAGE));

  if (figure->tab != NULL)
    dov_tabs_show (dov_subject_page_get_tabs (self), figure->tab);
  else if (figure->act != NULL)
    gtk_widget_activate_action (button, figure->act, NULL);
  else if (figure->ids != NULL)
    open_counted (self, figure);
}

/**
 * dov_subject_figures_add:
 * @box: where they stand
 *
 * Makes the numbers in the head of a page.
 */
void
dov_subject_figures_add (DovSubjectPage *self,
                         DovWrapBox     *box)
{
  const DovSubjectFigure *figures = dov_subject_page_get_subject (self)->figures;

  for (guint i = 0; figures != NULL && figures[i].caption != NULL; i++)
    {
      GtkWidget *figure = dov_figure_new ("", _(figures[i].caption));

      gboolean leads = figures[i].tab != NULL || figures[i].act != NULL || figures[i].ids != NULL;

      gtk_widget_set_can_target (figure, leads);
      gtk_widget_set_focusable (figure, leads);
      g_signal_connect (figure, "clicked", G_CALLBACK (figure_cb), (gpointer) &figures[i]);
      dov_wrap_box_append (box, figure);
    }
  gtk_widget_set_visible (GTK_WIDGET (box), figures != NULL);
}
