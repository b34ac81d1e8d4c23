/* dov-tab-bar.c - tabs that stand apart from what they show: one stop of the keyboard */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-tab-bar.h"

struct _DovTabBar
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (DovTabBar, dov_tab_bar, ADW_TYPE_BIN)

/* Tab comes to the tab that is shown and goes on from it; the arrows belong to the tabs. */
static gboolean
dov_tab_bar_focus (GtkWidget        *widget,
                   GtkDirectionType  direction)
{
  GtkWidget *bar = adw_bin_get_child (ADW_BIN (widget));

  if (bar == NULL || gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (bar); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *button = gtk_widget_get_first_child (child);

      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
        return gtk_widget_grab_focus (button);
    }

  return FALSE;
}

/**
 * dov_tab_bar_new:
 *
 * Returns: (transfer floating): a place for the flow box of toggles of some tabs
 */
GtkWidget *
dov_tab_bar_new (void)
{
  return g_object_new (DOV_TYPE_TAB_BAR, NULL);
}

static void
dov_tab_bar_class_init (DovTabBarClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = dov_tab_bar_focus;
}

static void
dov_tab_bar_init (DovTabBar *self)
{
}
