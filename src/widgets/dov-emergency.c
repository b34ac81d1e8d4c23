/* dov-emergency.c - «112», first and big, while somebody’s life or health is in danger (T7) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-emergency.h"

#include <glib/gi18n.h>

#include "dov-calendar.h"
#include "dov-label.h"
#include "dov-widgets.h"

struct _DovEmergency
{
  GtkBox     parent_instance;

  GtkLabel  *lead;
  GtkLabel  *advice;
  GtkWidget *called;     /* does “emergency.called” */
};

G_DEFINE_FINAL_TYPE (DovEmergency, dov_emergency, GTK_TYPE_BOX)

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

  gtk_label_set_label (self->lead, lead);
  gtk_widget_set_visible (self->called, at == NULL);
  dov_name_widget (self, lead);
}

/**
 * dov_emergency_set_advice:
 * @words: what to say and to do, instead of what is told of a child who was met outside
 */
void
dov_emergency_set_advice (DovEmergency *self,
                          const char   *words)
{
  gtk_label_set_label (self->advice, words);
}

static void
dov_emergency_class_init (DovEmergencyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-emergency.ui");
  gtk_widget_class_bind_template_child (widget_class, DovEmergency, lead);
  gtk_widget_class_bind_template_child (widget_class, DovEmergency, advice);
  gtk_widget_class_bind_template_child (widget_class, DovEmergency, called);
}

static void
dov_emergency_init (DovEmergency *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dov_emergency_set_called (self, NULL);
}
