/* dov-nav-group.c - a heading of the sidebar: it folds the sections under it and says how much waits there */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-nav-group.h"

#include "dov-label.h"
#include "dov-resources.h"
#include "dov-visitor.h"
#include "dov-widgets.h"

struct _DovNavGroup
{
  GtkListBoxRow  parent_instance;

  GtkLabel      *words;
  GtkBox        *end;
  GtkImage      *arrow;
  GtkWidget     *count;
  guint          n_waiting;
  gboolean       is_open;
};

G_DEFINE_FINAL_TYPE (DovNavGroup, dov_nav_group, GTK_TYPE_LIST_BOX_ROW)

/* What is in sight says itself how much waits; what is folded says it in one sum, so that nothing hides. */
static void
show_state (DovNavGroup *self)
{
  const char *label = gtk_label_get_label (self->words);
  gboolean shows_count = !self->is_open && self->n_waiting > 0;
  g_autofree char *text = g_strdup_printf ("%u", self->n_waiting);
  g_autofree char *spoken = g_strdup_printf ("%s, %u", label, self->n_waiting);

  gtk_label_set_label (GTK_LABEL (self->count), text);
  gtk_widget_set_visible (self->count, shows_count);
  gtk_image_set_from_icon_name (self->arrow, self->is_open ? "pan-down-symbolic" : "pan-end-symbolic");
  dov_name_widget (self, shows_count ? spoken : label);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, self->is_open, -1);
}

/**
 * dov_nav_group_set_open:
 * @is_open: whether the sections under it are in sight
 */
void
dov_nav_group_set_open (DovNavGroup *self,
                        gboolean     is_open)
{
  g_return_if_fail (DOV_IS_NAV_GROUP (self));

  self->is_open = is_open;
  show_state (self);
}

gboolean
dov_nav_group_is_open (DovNavGroup *self)
{
  g_return_val_if_fail (DOV_IS_NAV_GROUP (self), FALSE);

  return self->is_open;
}

/**
 * dov_nav_group_set_count:
 * @count: how many things wait in its sections together
 */
void
dov_nav_group_set_count (DovNavGroup *self,
                         guint        count)
{
  g_return_if_fail (DOV_IS_NAV_GROUP (self));

  self->n_waiting = count;
  show_state (self);
}

static void
dov_nav_group_class_init (DovNavGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-nav-group.ui");
  gtk_widget_class_bind_template_child (widget_class, DovNavGroup, words);
  gtk_widget_class_bind_template_child (widget_class, DovNavGroup, end);
  gtk_widget_class_bind_template_child (widget_class, DovNavGroup, arrow);
}

static void
dov_nav_group_init (DovNavGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->count = dov_label_new ("", "count numeric");
  gtk_widget_set_valign (self->count, GTK_ALIGN_CENTER);
  gtk_box_append (self->end, dov_veil_new (self->count));
}

/**
 * dov_nav_group_new:
 * @name: by which the machine remembers whether it is folded
 * @label: what people read
 */
GtkWidget *
dov_nav_group_new (const char *name,
                   const char *label)
{
  DovNavGroup *self = g_object_new (DOV_TYPE_NAV_GROUP, "name", name, NULL);

  gtk_label_set_label (self->words, label);
  dov_nav_group_set_open (self, TRUE);

  return GTK_WIDGET (self);
}
