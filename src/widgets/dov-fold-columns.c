/* dov-fold-columns.c - columns side by side where there is room, one under the other where there is not */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-fold-columns.h"

struct _DovFoldColumns
{
  GtkWidget parent_instance;

  int       spacing;
  int       row_spacing;
  int       side_width;
  int       fold_width;
  gboolean  is_folded;
};

enum
{
  PROP_SPACING = 1,
  PROP_ROW_SPACING,
  PROP_SIDE_WIDTH,
  PROP_FOLD_WIDTH,
  PROP_FOLDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void dov_fold_columns_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DovFoldColumns, dov_fold_columns, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, dov_fold_columns_buildable_init))

static GtkBuildableIface *parent_buildable;

/**
 * dov_text_scale:
 *
 * Returns: how much larger the text is than the usual size: 1.5 at 150 %
 */
double
dov_text_scale (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi = 0;

  if (settings != NULL)
    g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);

  return dpi > 0 ? dpi / (96.0 * 1024.0) : 1.0;
}

static GtkWidget *
next_seen (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static guint
count_seen (DovFoldColumns *self)
{
  guint count = 0;

  for (GtkWidget *child = next_seen (gtk_widget_get_first_child (GTK_WIDGET (self))); child != NULL;
       child = next_seen (gtk_widget_get_next_sibling (child)))
    count++;

  return count;
}

/* The width of the column at this position, the first being 0. */
static int
column_width (DovFoldColumns *self,
              int             width,
              guint           n_columns,
              guint           position)
{
  int free_width = width - self->spacing * (int) (n_columns - 1);
  int side = self->side_width > 0 ? self->side_width * dov_text_scale () : free_width / (int) n_columns;

  if (n_columns < 2)
    return width;

  return position == 0 ? free_width - side * (int) (n_columns - 1) : side;
}

/* Also where a column would be narrower than it can be. */
static gboolean
folds_at (DovFoldColumns *self,
          int             width)
{
  guint n_columns = count_seen (self);
  guint position = 0;

  if (width < self->fold_width * dov_text_scale ())
    return TRUE;

  for (GtkWidget *child = next_seen (gtk_widget_get_first_child (GTK_WIDGET (self))); child != NULL;
       child = next_seen (gtk_widget_get_next_sibling (child)))
    {
      int least;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      if (least > column_width (self, width, n_columns, position++))
        return TRUE;
    }

  return FALSE;
}

static int
height_for_width (DovFoldColumns *self,
                  int             width,
                  gboolean        wants_minimum)
{
  guint n_columns = count_seen (self);
  gboolean is_folded = folds_at (self, width);
  int height = 0;
  guint position = 0;

  for (GtkWidget *child = next_seen (gtk_widget_get_first_child (GTK_WIDGET (self))); child != NULL;
       child = next_seen (gtk_widget_get_next_sibling (child)))
    {
      int given = is_folded ? width : column_width (self, width, n_columns, position);
      int minimum;
      int natural;
      int least;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (given, least), &minimum, &natural, NULL, NULL);
      if (is_folded)
        height += (wants_minimum ? minimum : natural) + (position > 0 ? self->row_spacing : 0);
      else
        height = MAX (height, wants_minimum ? minimum : natural);
      position++;
    }

  return height;
}

static void
dov_fold_columns_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  DovFoldColumns *self = DOV_FOLD_COLUMNS (widget);
  int sum = 0;

  *minimum = 0;
  *natural = 0;

  for (GtkWidget *child = next_seen (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_seen (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum;
      int child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      sum += child_natural + (sum > 0 ? self->spacing : 0);
    }
  *natural = MAX (*minimum, sum);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      int width = for_size < 0 ? *natural : MAX (for_size, *minimum);

      *minimum = height_for_width (self, width, TRUE);
      *natural = MAX (*minimum, height_for_width (self, width, FALSE));
    }
}

static void
dov_fold_columns_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  DovFoldColumns *self = DOV_FOLD_COLUMNS (widget);
  guint n_columns = count_seen (self);
  gboolean is_folded = folds_at (self, width);
  gboolean is_right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint position = 0;
  int x = 0;
  int y = 0;

  for (GtkWidget *child = next_seen (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_seen (gtk_widget_get_next_sibling (child)))
    {
      int given = is_folded ? width : column_width (self, width, n_columns, position);
      int natural;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, given, NULL, &natural, NULL, NULL);
      gtk_widget_size_allocate (child,
                                &(GtkAllocation) { is_right_to_left ? width - x - given : x, y, given,
                                                   is_folded ? natural : height },
                                -1);
      if (is_folded)
        y += natural + self->row_spacing;
      else
        x += given + self->spacing;
      position++;
    }

  if (self->is_folded != is_folded)
    {
      self->is_folded = is_folded;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
    }
}

static GtkSizeRequestMode
dov_fold_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/**
 * dov_fold_columns_new:
 *
 * Returns: (transfer floating): a container without columns yet
 */
GtkWidget *
dov_fold_columns_new (void)
{
  return g_object_new (DOV_TYPE_FOLD_COLUMNS, NULL);
}

/**
 * dov_fold_columns_append:
 * @child: (transfer floating): the next column
 */
void
dov_fold_columns_append (DovFoldColumns *self,
                         GtkWidget      *child)
{
  g_return_if_fail (DOV_IS_FOLD_COLUMNS (self));

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

/**
 * dov_fold_columns_is_folded:
 *
 * Returns: whether the columns stand one under the other now
 */
gboolean
dov_fold_columns_is_folded (DovFoldColumns *self)
{
  g_return_val_if_fail (DOV_IS_FOLD_COLUMNS (self), FALSE);

  return self->is_folded;
}

static void
dov_fold_columns_add_child (GtkBuildable *buildable,
                            GtkBuilder   *builder,
                            GObject      *child,
                            const char   *type)
{
  if (GTK_IS_WIDGET (child))
    dov_fold_columns_append (DOV_FOLD_COLUMNS (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
dov_fold_columns_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = dov_fold_columns_add_child;
}

static int *
member_of (DovFoldColumns *self,
           guint           id)
{
  switch (id)
    {
    case PROP_SPACING:
      return &self->spacing;

    case PROP_ROW_SPACING:
      return &self->row_spacing;

    case PROP_SIDE_WIDTH:
      return &self->side_width;

    case PROP_FOLD_WIDTH:
      return &self->fold_width;

    default:
      return NULL;
    }
}

static void
dov_fold_columns_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  DovFoldColumns *self = DOV_FOLD_COLUMNS (object);

  if (id == PROP_FOLDED)
    g_value_set_boolean (value, self->is_folded);
  else
    g_value_set_int (value, *member_of (self, id));
}

static void
dov_fold_columns_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  *member_of (DOV_FOLD_COLUMNS (object), id) = g_value_get_int (value);
  gtk_widget_queue_resize (GTK_WIDGET (object));
}

static void
dov_fold_columns_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dov_fold_columns_parent_class)->dispose (object);
}

static void
dov_fold_columns_class_init (DovFoldColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = dov_fold_columns_get_property;
  object_class->set_property = dov_fold_columns_set_property;
  object_class->dispose = dov_fold_columns_dispose;
  widget_class->measure = dov_fold_columns_measure;
  widget_class->size_allocate = dov_fold_columns_size_allocate;
  widget_class->get_request_mode = dov_fold_columns_get_request_mode;

  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 24, flags);
  properties[PROP_ROW_SPACING] = g_param_spec_int ("row-spacing", NULL, NULL, 0, G_MAXINT, 16, flags);
  properties[PROP_SIDE_WIDTH] = g_param_spec_int ("side-width", NULL, NULL, 0, G_MAXINT, 380, flags);
  properties[PROP_FOLD_WIDTH] = g_param_spec_int ("fold-width", NULL, NULL, 0, G_MAXINT, 890, flags);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

/* A change of the size of text measures every label anew, and with them this. */
static void
dov_fold_columns_init (DovFoldColumns *self)
{
  self->spacing = 24;
  self->row_spacing = 16;
  self->side_width = 380;
  self->fold_width = 890;
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi",
                           G_CALLBACK (gtk_widget_queue_resize), self, G_CONNECT_SWAPPED);
}
