/* dov-application.c - one program a person, one window, one file of data */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-application.h"

#include "dov-store.h"
#include "dov-widgets.h"
#include "dov-window.h"

struct _DovApplication
{
  AdwApplication  parent_instance;

  DovStore       *store;
};

G_DEFINE_FINAL_TYPE (DovApplication, dov_application, ADW_TYPE_APPLICATION)

static void
dov_application_startup (GApplication *application)
{
  dov_widgets_init ();

  G_APPLICATION_CLASS (dov_application_parent_class)->startup (application);

  /* Without it Cyrillic is spaced unevenly at 96 dpi. */
  g_object_set (gtk_settings_get_default (), "gtk-hint-font-metrics", TRUE, NULL);
}

static void
dov_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (dov_window_new (GTK_APPLICATION (application)));

  gtk_window_present (window);
}

static void
dov_application_finalize (GObject *object)
{
  DovApplication *self = DOV_APPLICATION (object);

  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_application_parent_class)->finalize (object);
}

static void
dov_application_class_init (DovApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dov_application_finalize;
  application_class->startup = dov_application_startup;
  application_class->activate = dov_application_activate;
}

static void
dov_application_init (DovApplication *self)
{
}

/**
 * dov_application_new:
 *
 * Returns: (transfer full): the program
 */
DovApplication *
dov_application_new (void)
{
  return g_object_new (DOV_TYPE_APPLICATION, "application-id", "io.github.doverie.Doverie",
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE, NULL);
}
