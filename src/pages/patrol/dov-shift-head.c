/* dov-shift-head.c - what the page of a shift is made of: its head with the steps, and where the walk goes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-shift-page-private.h"

#include <glib/gi18n.h>

#include "dov-fold-columns.h"
#include "dov-patrol-route.h"
#include "dov-section-box.h"

/* What the buttons take, and from when on there is no room for both. */
#define ACTIONS_WIDTH 470
#define FOLD_WIDTH 960

static GMenuModel *
menu_new (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) plan = g_menu_new ();
  g_autoptr (GMenu) bin = g_menu_new ();
  const struct { const char *label, *action; } items[] = {
    { _("Change the plan…"), "shift.edit" },
    { _("Move to another time…"), "shift.move" },
    { _("Call the shift off…"), "shift.cancel" },
    { _("Back to the roster"), "shift.plan" },
    { _("Open again"), "shift.reopen" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (items[i].label, items[i].action);

      g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
      g_menu_append_item (plan, item);
    }
  g_menu_append (bin, _("Move to the bin"), "shift.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (plan));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (bin));

  return G_MENU_MODEL (menu);
}

static GtkWidget *
actions_new (DovShiftPage *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "spacing", 6, "valign", GTK_ALIGN_START,
                                 "halign", GTK_ALIGN_END, NULL);
  GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *key = gtk_label_new ("F7");
  g_autoptr (GMenuModel) menu = menu_new ();

  self->raid = gtk_button_new_with_label (_("Note on the raid"));
  g_signal_connect_swapped (self->raid, "clicked", G_CALLBACK (dov_shift_page_print_raid), self);
  self->step_label = gtk_label_new ("");
  gtk_widget_add_css_class (key, "key");
  gtk_box_append (GTK_BOX (inside), self->step_label);
  gtk_box_append (GTK_BOX (inside), key);
  self->step = g_object_new (GTK_TYPE_BUTTON, "child", inside, NULL);
  gtk_widget_add_css_class (self->step, "suggested-action");
  g_signal_connect_swapped (self->step, "clicked", G_CALLBACK (dov_shift_page_take_step), self);
  self->more = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "view-more-symbolic", "menu-model", menu,
                             "tooltip-text", _("More to do with the shift"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("More to do with the shift"), -1);
  gtk_box_append (GTK_BOX (box), self->raid);
  gtk_box_append (GTK_BOX (box), self->step);
  gtk_box_append (GTK_BOX (box), self->more);

  return box;
}

/**
 * dov_shift_page_make_head:
 *
 * Returns: (transfer floating): title, state, facts and steps; filled by dov_shift_page_show_head()
 */
GtkWidget *
dov_shift_page_make_head (DovShiftPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *line = dov_fold_columns_new ();
  GtkWidget *words = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 4, "hexpand", TRUE, NULL);
  GtkWidget *title = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->name = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "accessible-role",
                             GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (self->name, "page-title");
  self->status = g_object_new (ADW_TYPE_BIN, "valign", GTK_ALIGN_START, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->status), "beside-title");
  self->facts = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (self->facts, "numeric");
  gtk_box_append (GTK_BOX (title), self->name);
  gtk_box_append (GTK_BOX (title), GTK_WIDGET (self->status));
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), self->facts);
  /* Where it is narrow the buttons stand under the facts. */
  g_object_set (line, "side-width", ACTIONS_WIDTH, "fold-width", FOLD_WIDTH, "row-spacing", 8, NULL);
  dov_fold_columns_append (DOV_FOLD_COLUMNS (line), words);
  dov_fold_columns_append (DOV_FOLD_COLUMNS (line), actions_new (self));
  self->notices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->asking = NULL;
  gtk_box_append (GTK_BOX (head), line);
  gtk_box_append (GTK_BOX (head), self->notices);

  return head;
}

/* What the patrol is to do, while it has not set out. */
GtkWidget *
dov_shift_page_make_plan (DovShiftPage *self)
{
  GtkWidget *section = dov_section_box_new (_("The walk"));
  g_autoptr (DovRecord) record = self->shift->route_id == 0 ? NULL :
    dov_store_find (self->store, DOV_TYPE_PATROL_ROUTE, self->shift->route_id, NULL);
  DovPatrolRoute *route = record != NULL ? DOV_PATROL_ROUTE (record) : NULL;
  GtkWidget *row;

  dov_section_box_set_empty (DOV_SECTION_BOX (section), _("No route is chosen yet."));
  if (route == NULL)
    return section;

  row = dov_row_line_new ("", route->name, route->points);
  dov_row_line_set_icon (DOV_ROW_LINE (row), "mark-location-symbolic");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 6);
  dov_section_box_append (DOV_SECTION_BOX (section), row);
  if (*route->map_note != '\0')
    {
      row = dov_row_line_new ("", route->map_note, _("on the map"));
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
      dov_section_box_append (DOV_SECTION_BOX (section), row);
    }

  return section;
}
