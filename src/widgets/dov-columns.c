/* dov-columns.c - two columns side by side, one under the other where there is no room for both */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-columns.h"

/* The size the screens are drawn for: 11 points at 96 dots an inch. */
#define USUAL_PIXELS (11.0 * 96.0 / 72.0)

struct _DovColumns
{
  GtkWidget parent_instance;

  int       spacing;
  int       row_spacing;
  int       narrow;
  gboolean  is_stacked;
};

enum { PROP_SPACING = 1, PROP_ROW_SPACING, PROP_NARROW, PROP_STACKED, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DovColumns, dov_columns, GTK_TYPE_WIDGET)

/**
 * dov_columns_text_scale:
 * @widget: any widget
 *
 * Tells how much larger than usual the text of a widget is, from the font and
 * the dots an inch that are set now.
 *
 * Returns: 1.0 for the usual text
 */
double
dov_columns_text_scale (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double pixels = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    pixels *= pango_cairo_context_get_resolution (context) / 72.0;

  return pixels / USUAL_PIXELS;
}

static gboolean
must_stack (DovColumns *self,
            int         width)
{
  return width >= 0 && width < self->narrow * dov_columns_text_scale (GTK_WIDGET (self));
}

/* Gives each visible child its width: its natural one, or an equal part of
 * what is left where it expands. */
static void
share_width (DovColumns *self,
             int         width,
             GArray     *widths)
{
  int left = width, n_expand = 0, n_visible = 0;
  guint i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int natural = 0, minimum = 0;

      if (gtk_widget_should_layout (child))
        {
          gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
          n_visible++;
          if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
            {
              n_expand++;
              natural = 0;
            }
        }
      g_array_append_val (widths, natural);
      left -= natural;
    }

  left -= self->spacing * MAX (0, n_visible - 1);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL && n_expand > 0;
       child = gtk_widget_get_next_sibling (child), i++)
    if (gtk_widget_should_layout (child) && gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
      {
        g_array_index (widths, int, i) = MAX (1, left / n_expand);
        left -= left / n_expand;
        n_expand--;
      }
}

static void
dov_columns_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  DovColumns *self = DOV_COLUMNS (widget);
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (int));
  gboolean stacks = for_size >= 0 ? must_stack (self, for_size) : self->is_stacked;
  int low = 0, high = 0, n = 0;
  guint i = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL && !stacks && for_size >= 0)
    share_width (self, for_size, widths);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    {
      int child_low, child_high, size = stacks ? for_size : -1;

      if (!gtk_widget_should_layout (child))
        continue;
      if (widths->len > 0)
        size = g_array_index (widths, int, i);
      if (orientation == GTK_ORIENTATION_VERTICAL && size >= 0)
        {
          int needs;

          gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &needs, NULL, NULL, NULL);
          size = MAX (size, needs);
        }
      gtk_widget_measure (child, orientation, orientation == GTK_ORIENTATION_VERTICAL ? size : -1,
                          &child_low, &child_high, NULL, NULL);
      if (orientation == GTK_ORIENTATION_VERTICAL && stacks)
        {
          low += child_low + (n > 0 ? self->row_spacing : 0);
          high += child_high + (n > 0 ? self->row_spacing : 0);
        }
      else if (orientation == GTK_ORIENTATION_VERTICAL)
        {
          low = MAX (low, child_low);
          high = MAX (high, child_high);
        }
      else
        {
          low = MAX (low, child_low);  /* they can always be put one under the other */
          high += child_high + (n > 0 ? self->spacing : 0);
        }
      n++;
    }

  *minimum = low;
  *natural = MAX (low, high);
}

static void
dov_columns_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  DovColumns *self = DOV_COLUMNS (widget);
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (int));
  gboolean stacks = must_stack (self, width), is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int at = 0;
  guint i = 0;

  if (stacks != self->is_stacked)
    {
      self->is_stacked = stacks;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STACKED]);
    }
  if (!stacks)
    share_width (self, width, widths);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    {
      GtkAllocation place = { 0, 0, width, height };

      if (!gtk_widget_should_layout (child))
        continue;
      if (stacks)
        {
          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &place.height, NULL, NULL);
          place.y = at;
          at += place.height + self->row_spacing;
        }
      else
        {
          int needs;

          gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &needs, NULL, NULL, NULL);
          place.width = MAX (needs, g_array_index (widths, int, i));
          place.x = is_rtl ? width - at - place.width : at;
          at += place.width + self->spacing;
        }
      gtk_widget_size_allocate (child, &place, -1);
    }
}

static GtkSizeRequestMode
dov_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/**
 * dov_columns_append:
 * @self: the columns
 * @child: (transfer floating): one more, at the end
 */
void
dov_columns_append (DovColumns *self,
                    GtkWidget  *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

gboolean
dov_columns_is_stacked (DovColumns *self)
{
  return self->is_stacked;
}

/**
 * dov_columns_new:
 * @narrow: the width, at ordinary text size, below which the columns are stacked
 *
 * Makes an empty pair of columns.
 */
GtkWidget *
dov_columns_new (int narrow)
{
  return g_object_new (DOV_TYPE_COLUMNS, "narrow", narrow, NULL);
}

static void
dov_columns_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  DovColumns *self = DOV_COLUMNS (object);

  switch (prop_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_ROW_SPACING:
      g_value_set_int (value, self->row_spacing);
      break;
    case PROP_NARROW:
      g_value_set_int (value, self->narrow);
      break;
    case PROP_STACKED:
      g_value_set_boolean (value, self->is_stacked);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dov_columns_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  DovColumns *self = DOV_COLUMNS (object);

  switch (prop_id)
    {
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_ROW_SPACING:
      self->row_spacing = g_value_get_int (value);
      break;
    case PROP_NARROW:
      self->narrow = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
dov_columns_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dov_columns_parent_class)->dispose (object);
}

static void
dov_columns_class_init (DovColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = dov_columns_dispose;
  object_class->get_property = dov_columns_get_property;
  object_class->set_property = dov_columns_set_property;
  widget_class->measure = dov_columns_measure;
  widget_class->size_allocate = dov_columns_size_allocate;
  widget_class->get_request_mode = dov_columns_get_request_mode;

  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 24, flags);
  properties[PROP_ROW_SPACING] = g_param_spec_int ("row-spacing", NULL, NULL, 0, G_MAXINT, 16, flags);
  properties[PROP_NARROW] = g_param_spec_int ("narrow", NULL, NULL, 0, G_MAXINT, 890, flags);
  properties[PROP_STACKED] = g_param_spec_boolean ("stacked", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dov_columns_init (DovColumns *self)
{
  self->spacing = 24;
  self->row_spacing = 16;
  self->narrow = 890;
}
