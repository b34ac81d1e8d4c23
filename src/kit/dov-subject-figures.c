/* dov-subject-figures.c - numbers in the head of the page of a record, each a door to what it counts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-subject-figures.h"

#include "dov-figure.h"
#include "dov-go.h"
#include "dov-number.h"

#include <glib/gi18n.h>

/* One of them, and where it stands. */
typedef struct
{
  DovSubjectFigures       of;
  const DovSubjectFigure *told;
} Way;

/* Null while it cannot be asked. */
static GArray *
list_counted (const DovSubjectFigures *self,
              const DovSubjectFigure  *told)
{
  g_autoptr (DovStatement) rows = dov_database_prepare (dov_store_get_seen (self->store), told->ids, NULL);
  GArray *ids;

  g_return_val_if_fail (rows != NULL, NULL);

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  dov_statement_bind_integer (rows, 1, dov_record_get_id (self->record));
  while (dov_statement_step (rows, NULL))
    {
      gint64 id = dov_statement_column_integer (rows, 0);

      g_array_append_val (ids, id);
    }

  return ids;
}

static void
show_figure (const DovSubjectFigures *self,
             DovFigure               *figure,
             const DovSubjectFigure  *told,
             const char              *value)
{
  g_autoptr (GArray) ids = told->ids != NULL ? list_counted (self, told) : NULL;
  gint64 n = ids != NULL ? ids->len : 0;
  g_autofree char *number = ids != NULL ? dov_number_to_shown (n) : g_strdup (value != NULL && *value != '\0' ? value : "—");
  g_autofree char *words = told->words != NULL ? told->words (self->store, self->record, n) : g_strdup (_(told->caption));

  dov_figure_set (figure, number, words);
}

/**
 * dov_subject_figures_show:
 *
 * Counts them anew.
 */
void
dov_subject_figures_show (const DovSubjectFigures *self)
{
  const DovSubjectFigure *figures = self->subject->figures;
  GtkWidget *figure = gtk_widget_get_first_child (GTK_WIDGET (self->box));
  char *values[12] = { NULL };

  if (figures == NULL)
    return;

  if (self->subject->count != NULL)
    self->subject->count (self->page, values);
  for (guint i = 0; figures[i].caption != NULL; i++, figure = gtk_widget_get_next_sibling (figure))
    {
      show_figure (self, DOV_FIGURE (figure), &figures[i], values[i]);
      g_free (values[i]);
    }
}

static void
open_counted (const Way *way)
{
  const char *name = dov_page_get_title (DOV_PAGE (way->of.page));
  g_autofree char *title = g_strdup_printf ("%s › %s", name, _(way->told->caption));
  g_autoptr (GArray) ids = list_counted (&way->of, way->told);

  dov_go_ids (way->of.page, way->told->type (), title, ids);
}

static void
figure_cb (GtkWidget *button,
           const Way *way)
{
  if (way->told->tab != NULL)
    dov_tabs_show (way->of.tabs, way->told->tab);
  else if (way->told->act != NULL)
    gtk_widget_activate_action (button, way->told->act, NULL);
  else if (way->told->ids != NULL)
    open_counted (way);
}

static void
free_way (gpointer  way,
          GClosure *closure)
{
  g_free (way);
}

/**
 * dov_subject_figures_add:
 *
 * Makes the numbers in the head of a page.
 */
void
dov_subject_figures_add (const DovSubjectFigures *self)
{
  const DovSubjectFigure *figures = self->subject->figures;

  for (guint i = 0; figures != NULL && figures[i].caption != NULL; i++)
    {
      GtkWidget *figure = dov_figure_new ("", _(figures[i].caption));
      gboolean leads = figures[i].tab != NULL || figures[i].act != NULL || figures[i].ids != NULL;
      Way way = { *self, &figures[i] };

      gtk_widget_set_can_target (figure, leads);
      gtk_widget_set_focusable (figure, leads);
      g_signal_connect_data (figure, "clicked", G_CALLBACK (figure_cb), g_memdup2 (&way, sizeof way), free_way, 0);
      dov_wrap_box_append (self->box, figure);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->box), figures != NULL);
}
