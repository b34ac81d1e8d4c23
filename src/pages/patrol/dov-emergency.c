/* dov-emergency.c - «112», first and big, while somebody’s life or health is in danger (T7) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-emergency.h"

#include <glib/gi18n.h>

#include "dov-calendar.h"

struct _DovEmergency
{
  GtkBox     parent_instance;

  GtkWidget *number;
  GtkWidget *lead;
  GtkWidget *words;
  GtkWidget *called;
};

enum { CALLED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovEmergency, dov_emergency, GTK_TYPE_BOX)

static void
called_cb (DovEmergency *self)
{
  g_signal_emit (self, signals[CALLED], 0);
}

/**
 * dov_emergency_set_called:
 * @at: (nullable): when help was called, %NULL while it was not
 */
void
dov_emergency_set_called (DovEmergency *self,
                          GDateTime    *at)
{
  g_autofree char *time = at != NULL ? dov_time_to_shown (dov_moment_get_time (at)) : NULL;
  g_autofree char *lead = at == NULL ? g_strdup (_("Call first, write afterwards")) :
    /* Translators: %s is a time */
    g_strdup_printf (_("Help was called at %s"), time);

  gtk_label_set_label (GTK_LABEL (self->lead), lead);
  gtk_widget_set_visible (self->called, at == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, lead, -1);
}

GtkWidget *
dov_emergency_new (void)
{
  return g_object_new (DOV_TYPE_EMERGENCY, NULL);
}

static void
dov_emergency_class_init (DovEmergencyClass *klass)
{
  signals[CALLED] = g_signal_new ("called", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
dov_emergency_init (DovEmergency *self)
{
  GtkWidget *words = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 2, "hexpand", TRUE,
                                   "valign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (GTK_WIDGET (self), "emergency");
  gtk_box_set_spacing (GTK_BOX (self), 20);

  self->number = gtk_label_new ("112");
  gtk_widget_add_css_class (self->number, "emergency-number");
  self->lead = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (self->lead, "emergency-lead");
  self->words = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "label",
                              _("From any telephone, also without a SIM card. Fire and rescue 101, police 102, "
                                "ambulance 103. Stay with the child until help is there."), NULL);
  gtk_box_append (GTK_BOX (words), self->lead);
  gtk_box_append (GTK_BOX (words), self->words);

  self->called = g_object_new (GTK_TYPE_BUTTON, "label", _("Called just now"), "valign", GTK_ALIGN_CENTER, NULL);
  g_signal_connect_swapped (self->called, "clicked", G_CALLBACK (called_cb), self);

  gtk_box_append (GTK_BOX (self), self->number);
  gtk_box_append (GTK_BOX (self), words);
  gtk_box_append (GTK_BOX (self), self->called);
  dov_emergency_set_called (self, NULL);
}
