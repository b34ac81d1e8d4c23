/* dov-member-chooser.c - who may take a place on a shift: the free first, why the others are not */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-member-chooser.h"

#include <glib/gi18n.h>

#include "dov-one-stop.h"
#include "dov-section-box.h"

struct _DovMemberChooser
{
  GtkBox     parent_instance;

  GtkWidget *title;
  GtkWidget *list;
  GtkWidget *leave;
};

enum { CHOSEN, GIVEN_UP, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovMemberChooser, dov_member_chooser, GTK_TYPE_BOX)

static void
free_choice (DovMemberChoice *choice)
{
  g_free (choice->name);
  g_free (choice->words);
  g_free (choice);
}

/**
 * dov_member_choices_new:
 *
 * Returns: (transfer full) (element-type DovMemberChoice): nobody to choose yet
 */
GPtrArray *
dov_member_choices_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) free_choice);
}

void
dov_member_choices_add (GPtrArray  *choices,
                        gint64      id,
                        const char *name,
                        const char *words,
                        gboolean    is_free,
                        gboolean    is_warned)
{
  DovMemberChoice *choice = g_new0 (DovMemberChoice, 1);

  choice->id = id;
  choice->name = g_strdup (name);
  choice->words = g_strdup (words);
  choice->is_free = is_free;
  choice->is_warned = is_warned;
  g_ptr_array_add (choices, choice);
}

static void
activated_cb (GtkWidget *row,
              gint64    *id)
{
  g_signal_emit (gtk_widget_get_ancestor (row, DOV_TYPE_MEMBER_CHOOSER), signals[CHOSEN], 0, *id);
}

static void
leave_cb (DovMemberChooser *self)
{
  g_signal_emit (self, signals[GIVEN_UP], 0);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                DovMemberChooser      *self)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  leave_cb (self);

  return GDK_EVENT_STOP;
}

static GtkWidget *
row_new (const DovMemberChoice *choice)
{
  GtkWidget *row = dov_row_line_new ("", choice->name, choice->words);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", choice->name, choice->words);

  dov_row_line_set_icon (DOV_ROW_LINE (row), !choice->is_free ? "process-stop-symbolic" :
                         choice->is_warned ? "dialog-warning-symbolic" : "emblem-ok-symbolic");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), choice->is_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (!choice->is_free)
    gtk_widget_add_css_class (row, "past");
  g_signal_connect_data (row, "activated", G_CALLBACK (activated_cb), g_memdup2 (&choice->id, sizeof choice->id),
                         (GClosureNotify) (GCallback) g_free, 0);

  return row;
}

/**
 * dov_member_chooser_new:
 * @title: what is chosen
 * @choices: (element-type DovMemberChoice): in their order, the free before the others
 *
 * Returns: (transfer floating): the list, to be put where it was asked for
 */
GtkWidget *
dov_member_chooser_new (const char *title,
                        GPtrArray  *choices)
{
  DovMemberChooser *self = g_object_new (DOV_TYPE_MEMBER_CHOOSER, NULL);

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (gboolean free = TRUE;; free = FALSE)
    {
      for (guint i = 0; i < choices->len; i++)
        if (((DovMemberChoice *) g_ptr_array_index (choices, i))->is_free == free)
          gtk_list_box_append (GTK_LIST_BOX (self->list), row_new (g_ptr_array_index (choices, i)));
      if (!free)
        break;
    }

  return GTK_WIDGET (self);
}

/* Puts the keyboard on the first name. */
void
dov_member_chooser_focus (DovMemberChooser *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);

  gtk_widget_grab_focus (first != NULL ? GTK_WIDGET (first) : self->leave);
}

static void
dov_member_chooser_class_init (DovMemberChooserClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[GIVEN_UP] = g_signal_new ("given-up", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dov_member_chooser_init (DovMemberChooser *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *nobody = g_object_new (GTK_TYPE_LABEL, "label", _("There is nobody else in the patrol."), "wrap", TRUE,
                                    "xalign", 0.0, "margin-start", 15, "margin-end", 15, "margin-top", 12,
                                    "margin-bottom", 12, NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "margin-start", 3, NULL);
  gtk_widget_add_css_class (self->title, "caption");
  gtk_widget_add_css_class (self->title, "dim-label");
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), nobody);
  gtk_widget_add_css_class (self->list, "boxed-list");
  dov_one_stop_add (GTK_LIST_BOX (self->list));
  self->leave = g_object_new (GTK_TYPE_BUTTON, "label", _("Leave as it is"), "halign", GTK_ALIGN_START, NULL);
  gtk_widget_add_css_class (self->leave, "flat");
  g_signal_connect_swapped (self->leave, "clicked", G_CALLBACK (leave_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  gtk_box_append (GTK_BOX (self), self->title);
  gtk_box_append (GTK_BOX (self), self->list);
  gtk_box_append (GTK_BOX (self), self->leave);
}
