/* dov-shell.c - what a page may ask of the window that shows it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-shell.h"

G_DEFINE_INTERFACE (DovShell, dov_shell, GTK_TYPE_WIDGET)

static void
dov_shell_default_init (DovShellInterface *iface)
{
}

/**
 * dov_shell_around:
 * @widget: (nullable): where it was asked for
 *
 * Returns: (transfer none) (nullable): the shell that shows @widget, %NULL when
 *   it stands alone, as in a test. Its popovers and dialogs find it too.
 */
DovShell *
dov_shell_around (GtkWidget *widget)
{
  g_return_val_if_fail (widget == NULL || GTK_IS_WIDGET (widget), NULL);

  while (widget != NULL && !DOV_IS_SHELL (widget))
    {
      GtkWidget *above = gtk_widget_get_parent (widget);

      if (above == NULL && GTK_IS_WINDOW (widget))
        above = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (widget)));

      widget = above;
    }

  return widget != NULL ? DOV_SHELL (widget) : NULL;
}

/**
 * dov_shell_get_store:
 *
 * Returns: (transfer none) (nullable): the records of the club
 */
DovStore *
dov_shell_get_store (DovShell *self)
{
  g_return_val_if_fail (DOV_IS_SHELL (self), NULL);

  return DOV_SHELL_GET_IFACE (self)->get_store (self);
}

/**
 * dov_shell_show_error:
 *
 * Tells what went wrong, in the one way the program has for it.
 */
void
dov_shell_show_error (DovShell     *self,
                      const GError *error)
{
  g_return_if_fail (DOV_IS_SHELL (self));

  DOV_SHELL_GET_IFACE (self)->show_error (self, error);
}

/**
 * dov_shell_show_notice:
 * @notice: (transfer floating) (nullable): stands above the page in the place
 *   of the last one, until the page changes; %NULL: takes that away
 */
void
dov_shell_show_notice (DovShell  *self,
                       GtkWidget *notice)
{
  g_return_if_fail (DOV_IS_SHELL (self));

  DOV_SHELL_GET_IFACE (self)->show_notice (self, notice);
}
