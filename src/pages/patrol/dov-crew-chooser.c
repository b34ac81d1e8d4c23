/* dov-crew-chooser.c - who may take a place on a shift: the free first, why the others are not */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-crew-chooser.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dov-crew.h"
#include "dov-finder.h"
#include "dov-fold.h"

struct _DovCrewChooser
{
  GtkBox     parent_instance;

  GPtrArray *choices;   /* DovCrewChoice */
  GtkWidget *finder;
};

enum { CHOSEN, GIVEN_UP, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovCrewChooser, dov_crew_chooser, GTK_TYPE_BOX)

static gboolean
is_meant (const DovCrewChoice  *choice,
          char                **words)
{
  g_autofree char *folded = dov_fold (choice->name);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static GPtrArray *
look_cb (const char *typed,
         guint       at_most,
         gpointer    user_data)
{
  DovCrewChooser *self = user_data;
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_found_free);
  g_auto (GStrv) words = dov_fold_words (typed);

  for (guint i = 0; i < self->choices->len; i++)
    {
      const DovCrewChoice *choice = g_ptr_array_index (self->choices, i);
      DovFound *one;

      if (!is_meant (choice, words))
        continue;
      one = dov_found_new (choice->id, g_strdup (choice->name), g_strdup (choice->words));
      one->is_refused = !choice->is_free;
      one->icon = !choice->is_free ? "process-stop-symbolic" :
                  choice->is_warned ? "dialog-warning-symbolic" : "dov-emblem-ok-symbolic";
      g_ptr_array_add (found, one);
    }

  return found;
}

static void
chosen_cb (DovCrewChooser *self,
           gint64          member)
{
  g_signal_emit (self, signals[CHOSEN], 0, member);
}

static void
leave_cb (DovCrewChooser *self)
{
  g_signal_emit (self, signals[GIVEN_UP], 0);
}

static GtkWidget *
caption_new (const char *words)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap", TRUE, "margin-start", 3, NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

/**
 * dov_crew_chooser_new:
 * @instead_of: whose place is given away, 0: somebody is added
 * @name: (nullable): of whom
 *
 * Returns: (transfer floating): the list, to be put where it was asked for
 */
GtkWidget *
dov_crew_chooser_new (DovStore       *store,
                      DovPatrolShift *shift,
                      gint64          instead_of,
                      const char     *name)
{
  DovCrewChooser *self = g_object_new (DOV_TYPE_CREW_CHOOSER, NULL);
  g_autofree char *title = instead_of == 0 || name == NULL ? g_strdup (_("Who is put down for the shift")) :
    g_strdup_printf (_("Who comes instead of %s"), name);
  GtkWidget *leave = g_object_new (GTK_TYPE_BUTTON, "label", _("Leave as it is"), "halign", GTK_ALIGN_START, NULL);

  self->choices = dov_crew_list_choices (store, shift, instead_of);
  self->finder = dov_finder_new (title, look_cb, self);
  g_object_set (dov_finder_get_entry (DOV_FINDER (self->finder)), "placeholder-text", _("Any letters of a name"), NULL);
  dov_finder_stay_open (DOV_FINDER (self->finder));
  g_signal_connect_swapped (self->finder, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->finder, "left", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (leave, "clicked", G_CALLBACK (leave_cb), self);
  gtk_widget_add_css_class (leave, "flat");
  gtk_box_append (GTK_BOX (self), caption_new (title));
  if (self->choices->len == 0)
    gtk_box_append (GTK_BOX (self), caption_new (_("There is nobody else in the patrol.")));
  else
    gtk_box_append (GTK_BOX (self), self->finder);
  gtk_box_append (GTK_BOX (self), leave);

  return GTK_WIDGET (self);
}

static gboolean
dov_crew_chooser_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
dov_crew_chooser_finalize (GObject *object)
{
  g_ptr_array_unref (DOV_CREW_CHOOSER (object)->choices);

  G_OBJECT_CLASS (dov_crew_chooser_parent_class)->finalize (object);
}

static void
dov_crew_chooser_class_init (DovCrewChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_crew_chooser_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = dov_crew_chooser_grab_focus;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[GIVEN_UP] = g_signal_new ("given-up", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_signal (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "given-up", NULL);
}

static void
dov_crew_chooser_init (DovCrewChooser *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}
