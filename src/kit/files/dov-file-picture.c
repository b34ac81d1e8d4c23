/* dov-file-picture.c - a picture as wide as its page, and as high as it is then */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-file-picture.h"

#include "dov-label.h"
#include "dov-picture-size.h"

/* GtkPicture in what scrolls is as low as it may be; a paper is to be read. */
struct _DovFilePicture
{
  GtkWidget     parent_instance;

  GdkPaintable *paintable;
};

G_DEFINE_FINAL_TYPE (DovFilePicture, dov_file_picture, GTK_TYPE_WIDGET)

/* As wide as there is room, but no wider than it is. */
static int
fit_width (DovFilePicture *self,
           int             width)
{
  int own = gdk_paintable_get_intrinsic_width (self->paintable);

  return width < 0 ? own : MIN (own, width);
}

static int
find_height (DovFilePicture *self,
             int             width)
{
  double ratio = (double) gdk_paintable_get_intrinsic_height (self->paintable)
                 / MAX (1, gdk_paintable_get_intrinsic_width (self->paintable));

  return (int) (fit_width (self, width) * ratio + 0.5);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkWidget      *widget,
         GtkOrientation  orientation,
         int             for_size,
         int            *minimum,
         int            *natural,
         int            *minimum_baseline,
         int            *natural_baseline)
{
  DovFilePicture *self = DOV_FILE_PICTURE (widget);

  *minimum = *natural = 0;
  if (self->paintable == NULL)
    return;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = fit_width (self, -1);
  else
    *minimum = *natural = find_height (self, for_size);
}

static void
snapshot (GtkWidget   *widget,
          GtkSnapshot *snapshot)
{
  DovFilePicture *self = DOV_FILE_PICTURE (widget);
  int width;

  if (self->paintable == NULL)
    return;
  width = fit_width (self, gtk_widget_get_width (widget));
  gdk_paintable_snapshot (self->paintable, snapshot, width, find_height (self, width));
}

/**
 * dov_file_picture_new:
 *
 * Returns: (transfer floating): nothing yet
 */
GtkWidget *
dov_file_picture_new (void)
{
  return g_object_new (DOV_TYPE_FILE_PICTURE, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
}

/**
 * dov_file_picture_show:
 * @content: (nullable): of a picture
 * @name: what it shows, for those who hear it
 *
 * Returns: whether it can be shown
 */
gboolean
dov_file_picture_show (DovFilePicture *self,
                       GBytes         *content,
                       const char     *name)
{
  g_autoptr (GdkPixbuf) pixbuf = content != NULL ? dov_picture_read (content) : NULL;

  g_clear_object (&self->paintable);
  if (pixbuf != NULL)
    self->paintable = GDK_PAINTABLE (gdk_texture_new_for_pixbuf (pixbuf));
  dov_name_widget (GTK_WIDGET (self), name);
  gtk_widget_set_visible (GTK_WIDGET (self), self->paintable != NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self));

  return self->paintable != NULL;
}

static void
dov_file_picture_dispose (GObject *object)
{
  g_clear_object (&DOV_FILE_PICTURE (object)->paintable);

  G_OBJECT_CLASS (dov_file_picture_parent_class)->dispose (object);
}

static void
dov_file_picture_class_init (DovFilePictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_file_picture_dispose;
  widget_class->get_request_mode = get_request_mode;
  widget_class->measure = measure;
  widget_class->snapshot = snapshot;
}

static void
dov_file_picture_init (DovFilePicture *self)
{
}
