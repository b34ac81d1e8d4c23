/* dov-wrap-box.c - things in a line that goes on in the next one where it is full */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-wrap-box.h"

/* A flow box makes columns of equal width; words of unequal length need none. */

struct _DovWrapBox
{
  GtkWidget  parent_instance;

  int        spacing;
};

G_DEFINE_FINAL_TYPE (DovWrapBox, dov_wrap_box, GTK_TYPE_WIDGET)

/* Walks the lines that fit into @width; places the children when @places. */
static int
lay_out (DovWrapBox *self,
         int         width,
         gboolean    places)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least = 0, wide = 0, low = 0, high = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wide, NULL, NULL);
      wide = MAX (least, MIN (wide, width));
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, wide, &low, &high, NULL, NULL);
      if (x > 0 && x + wide > width)
        {
          y += line + self->spacing;
          x = line = 0;
        }
      if (places)
        gtk_widget_size_allocate (child, &(GtkAllocation){ is_rtl ? width - x - wide : x, y, wide, high }, -1);
      x += wide + self->spacing;
      line = MAX (line, high);
    }

  return y + line;
}

static void
dov_wrap_box_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  DovWrapBox *self = DOV_WRAP_BOX (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = lay_out (self, for_size < 0 ? G_MAXINT / 2 : for_size, FALSE);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least = 0, wide = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wide, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += wide + (*natural > 0 ? self->spacing : 0);
    }
}

static void
dov_wrap_box_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  lay_out (DOV_WRAP_BOX (widget), width, TRUE);
}

static GtkSizeRequestMode
dov_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/**
 * dov_wrap_box_new:
 * @spacing: between the things and between the lines
 *
 * Returns: (transfer floating): an empty box
 */
GtkWidget *
dov_wrap_box_new (int spacing)
{
  DovWrapBox *self = g_object_new (DOV_TYPE_WRAP_BOX, NULL);

  self->spacing = spacing;

  return GTK_WIDGET (self);
}

/**
 * dov_wrap_box_append:
 * @child: (transfer floating): one more, at the end
 */
void
dov_wrap_box_append (DovWrapBox *self,
                     GtkWidget  *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

void
dov_wrap_box_clear (DovWrapBox *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
dov_wrap_box_dispose (GObject *object)
{
  dov_wrap_box_clear (DOV_WRAP_BOX (object));

  G_OBJECT_CLASS (dov_wrap_box_parent_class)->dispose (object);
}

static void
dov_wrap_box_class_init (DovWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_wrap_box_dispose;
  widget_class->measure = dov_wrap_box_measure;
  widget_class->size_allocate = dov_wrap_box_size_allocate;
  widget_class->get_request_mode = dov_wrap_box_get_request_mode;
}

static void
dov_wrap_box_init (DovWrapBox *self)
{
}
