/* dov-drive-menu.c - the buttons and the menu of a drive */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-drive-page-private.h"

#include <glib/gi18n.h>

/* A button of the head: sign, verb and the key that does the same. */
GtkWidget *
dov_drive_button_new (const char *icon,
                      const char *label,
                      const char *key,
                      const char *action)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name", icon, "accessible-role",
                                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  if (key != NULL)
    {
      GtkWidget *cap = gtk_label_new (key);

      gtk_widget_add_css_class (cap, "key");
      gtk_box_append (GTK_BOX (box), cap);
    }
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static void
add_entry (GMenu      *menu,
           const char *label,
           const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

/* What is done less often with a drive. */
GMenuModel *
dov_drive_menu_new (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) work = g_menu_new ();
  g_autoptr (GMenu) papers = g_menu_new ();
  g_autoptr (GMenu) drive = g_menu_new ();

  add_entry (work, _("Hand out to many families…"), "drive.batch");
  add_entry (work, _("A need of a family…"), "drive.need");
  add_entry (work, _("Make up kits…"), "drive.kits");
  add_entry (work, _("Move things to another lounge or drive…"), "drive.transfer");
  add_entry (work, _("Write off…"), "drive.write-off");
  add_entry (papers, _("Sheet of handing out"), "drive.sheet");
  add_entry (papers, _("Register of what was received"), "drive.journal");
  add_entry (drive, _("Change the plan…"), "drive.edit");
  add_entry (drive, _("Close the drive…"), "drive.close");
  add_entry (drive, _("Open it again"), "drive.reopen");
  add_entry (drive, _("Put into the bin"), "drive.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (work));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (papers));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (drive));

  return G_MENU_MODEL (menu);
}
