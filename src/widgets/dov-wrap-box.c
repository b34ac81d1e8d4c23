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

/* The children of one line, from @first on. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end;       /* the child after the last; NULL at the end */
  int        width;     /* what they take, with the spacing between */
  guint      n_growing;
} Line;

static int
wish_of (GtkWidget *child,
         int        width)
{
  int least = 0, wide = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wide, NULL, NULL);

  return MAX (least, MIN (wide, width));
}

static Line
fill_line (DovWrapBox *self,
           GtkWidget  *first,
           int         width)
{
  Line line = { .first = first };
  GtkWidget *child;

  for (child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int wide;

      if (!gtk_widget_should_layout (child))
        continue;
      wide = wish_of (child, width);
      if (line.width > 0 && line.width + self->spacing + wide > width)
        break;
      line.width += wide + (line.width > 0 ? self->spacing : 0);
      line.n_growing += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
    }
  line.end = child;

  return line;
}

/* What a line leaves goes to those of it that want to grow, and makes them lower; where none does, a line whose first
 * child asks for its end stands there. Returns the height of the line; places the children in @room, when that is known:
 * what asks for the middle stands there, the others at the top. */
static int
lay_line (DovWrapBox *self,
          const Line *line,
          int         width,
          int         y,
          int         room)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int left = MAX (0, width - line->width);
  guint growing = line->n_growing;
  int x = growing == 0 && gtk_widget_get_halign (line->first) == GTK_ALIGN_END ? left : 0;
  int height = 0;

  for (GtkWidget *child = line->first; child != line->end; child = gtk_widget_get_next_sibling (child))
    {
      int wide, low = 0, high = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      wide = wish_of (child, width);
      if (growing > 0 && gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        {
          wide += left / (int) growing;
          left -= left / (int) growing;
          growing--;
        }
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, wide, &low, &high, NULL, NULL);
      height = MAX (height, MAX (high, low));
      if (room >= 0)
        gtk_widget_size_allocate (child, &(GtkAllocation){
          is_rtl ? width - x - wide : x, y, wide,
          gtk_widget_get_valign (child) == GTK_ALIGN_CENTER ? room : MAX (high, low) }, -1);
      x += wide + self->spacing;
    }

  return height;
}

/* Walks the lines that fit into @width; places the children when @places. */
static int
lay_out (DovWrapBox *self,
         int         width,
         gboolean    places)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  int y = 0;

  while (child != NULL)
    {
      Line line = fill_line (self, child, width);
      int height = lay_line (self, &line, width, y, -1);

      if (places)
        lay_line (self, &line, width, y, height);
      y += height;
      if (line.end != NULL && height > 0)
        y += self->spacing;
      child = line.end;
    }

  return y;
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
  return g_object_new (DOV_TYPE_WRAP_BOX, "spacing", spacing, NULL);
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
dov_wrap_box_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  DOV_WRAP_BOX (object)->spacing = g_value_get_int (value);
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
  G_OBJECT_CLASS (klass)->set_property = dov_wrap_box_set_property;
  g_object_class_install_property (G_OBJECT_CLASS (klass), 1,
                                   g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0,
                                                     G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  widget_class->measure = dov_wrap_box_measure;
  widget_class->size_allocate = dov_wrap_box_size_allocate;
  widget_class->get_request_mode = dov_wrap_box_get_request_mode;
}

static void
dov_wrap_box_init (DovWrapBox *self)
{
}
