/* dov-answers.c - where it is answered what was asked for: on the page, or in a part that has a place of its own */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-answers.h"

#include "dov-notice.h"

static GQuark
place_quark (void)
{
  return g_quark_from_static_string ("dov-answers");
}

static void
free_place (gpointer place)
{
  g_weak_ref_clear (place);
  g_free (place);
}

/**
 * dov_answers_set:
 * @part: of a page
 * @answers: in @part: what was asked for in it is answered there, not on top of the page
 */
void
dov_answers_set (GtkWidget *part,
                 GtkBox    *answers)
{
  GWeakRef *place = g_new0 (GWeakRef, 1);

  g_weak_ref_init (place, answers);
  gtk_widget_set_visible (GTK_WIDGET (answers), FALSE);
  g_object_set_qdata_full (G_OBJECT (part), place_quark (), place, free_place);
}

/* The place of the nearest part around @from that has one; NULL: the page answers. */
static GtkBox *
dup_place (GtkWidget *from)
{
  for (GtkWidget *part = from; part != NULL && !DOV_IS_PAGE (part); part = gtk_widget_get_parent (part))
    {
      GWeakRef *place = g_object_get_qdata (G_OBJECT (part), place_quark ());

      if (place != NULL)
        return g_weak_ref_get (place);
    }

  return NULL;
}

/**
 * dov_answers_show:
 * @from: the widget where it was asked for
 * @notice: (transfer floating): why not, or what must be known first; takes the
 *   place of the last answer and the keyboard
 */
void
dov_answers_show (gpointer   from,
                  GtkWidget *notice)
{
  GtkWidget *page = gtk_widget_get_ancestor (from, DOV_TYPE_PAGE);
  g_autoptr (GtkBox) answers = dup_place (from);

  dov_answers_clear (from);
  if (answers != NULL)
    {
      gtk_box_append (answers, notice);
      gtk_widget_set_visible (GTK_WIDGET (answers), TRUE);
      if (DOV_IS_NOTICE (notice))
        dov_notice_tell (DOV_NOTICE (notice));
      gtk_widget_child_focus (notice, GTK_DIR_TAB_FORWARD);
    }
  else if (page != NULL)
    {
      dov_page_answer (DOV_PAGE (page), notice);
    }
  else
    {
      g_object_unref (g_object_ref_sink (notice));
    }
}

/* What was answered last, here and on the page, has been read. */
void
dov_answers_clear (gpointer from)
{
  GtkWidget *page = gtk_widget_get_ancestor (from, DOV_TYPE_PAGE);
  g_autoptr (GtkBox) answers = dup_place (from);
  GtkWidget *child;

  while (answers != NULL && (child = gtk_widget_get_first_child (GTK_WIDGET (answers))) != NULL)
    gtk_box_remove (answers, child);
  if (answers != NULL)
    gtk_widget_set_visible (GTK_WIDGET (answers), FALSE);
  if (page != NULL)
    dov_page_clear_answer (DOV_PAGE (page));
}
