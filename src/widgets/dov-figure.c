/* dov-figure.c - a number that opens the records it counts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-figure.h"

#include "dov-label.h"
#include "dov-widgets.h"

struct _DovFigure
{
  GtkButton  parent_instance;

  GtkLabel  *value;
  GtkLabel  *caption;
};

G_DEFINE_FINAL_TYPE (DovFigure, dov_figure, GTK_TYPE_BUTTON)

/**
 * dov_figure_new:
 * @caption: what is counted: «семей на сопровождении»
 *
 * Returns: (transfer floating): the figure
 */
GtkWidget *
dov_figure_new (const char *value,
                const char *caption)
{
  DovFigure *self = g_object_new (DOV_TYPE_FIGURE, NULL);

  dov_figure_set (self, value, caption);

  return GTK_WIDGET (self);
}

void
dov_figure_set (DovFigure  *self,
                const char *value,
                const char *caption)
{
  g_autofree char *words = g_strdup_printf ("%s %s", value, caption);

  g_return_if_fail (DOV_IS_FIGURE (self));

  gtk_label_set_label (self->value, value);
  gtk_label_set_label (self->caption, caption);
  dov_name_widget (self, words);
}

static void
dov_figure_class_init (DovFigureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-figure.ui");
  gtk_widget_class_bind_template_child (widget_class, DovFigure, value);
  gtk_widget_class_bind_template_child (widget_class, DovFigure, caption);
}

static void
dov_figure_init (DovFigure *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
