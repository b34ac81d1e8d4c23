/* dov-picture-size.c - how large a picture is, and a smaller one of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-picture-size.h"

/* So many points at once are no photograph but something that would fill the memory. */
#define MOST_POINTS ((gint64) 200 * 1000 * 1000)

/* How much is read before a picture must have told its size. */
#define PIECE (64 * 1024)

typedef struct
{
  int width;
  int height;
} Size;

static void
size_cb (GdkPixbufLoader *loader,
         int              width,
         int              height,
         Size            *size)
{
  *size = (Size) { width, height };
  /* Only the size is wanted: as little as can be is made of the rest. */
  gdk_pixbuf_loader_set_size (loader, 1, 1);
}

/**
 * dov_picture_measure:
 *
 * Returns: whether the content is a picture that can be shown; its size is told before it is read
 */
gboolean
dov_picture_measure (GBytes *content,
                     int    *width,
                     int    *height)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  gsize length = 0;
  const guchar *start = g_bytes_get_data (content, &length);
  Size size = { 0, 0 };

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_cb), &size);
  for (gsize at = 0; at < length && size.width == 0; at += PIECE)
    if (!gdk_pixbuf_loader_write (loader, start + at, MIN (PIECE, length - at), NULL))
      break;
  /* Cut short, it complains. */
  (void) gdk_pixbuf_loader_close (loader, NULL);
  *width = size.width;
  *height = size.height;

  return size.width > 0 && size.height > 0 && (gint64) size.width * size.height <= MOST_POINTS;
}

/**
 * dov_picture_read:
 *
 * Returns: (transfer full) (nullable): the picture upright, with no side longer than %DOV_PICTURE_LONGEST; %NULL when it
 *   cannot be read
 */
GdkPixbuf *
dov_picture_read (GBytes *content)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (content);
  g_autoptr (GdkPixbuf) small = NULL;
  int width, height, longest;

  if (!dov_picture_measure (content, &width, &height))
    return NULL;
  longest = MIN (DOV_PICTURE_LONGEST, MAX (width, height));
  small = gdk_pixbuf_new_from_stream_at_scale (stream, longest, longest, TRUE, NULL, NULL);

  /* A camera that was held upright only writes down that it was. */
  return small != NULL ? gdk_pixbuf_apply_embedded_orientation (small) : NULL;
}

/**
 * dov_picture_shrink:
 *
 * Returns: (transfer full) (nullable): the same picture as a JPEG, without what a camera wrote of place and time; %NULL
 *   when it cannot be read
 */
GBytes *
dov_picture_shrink (GBytes *content)
{
  g_autoptr (GdkPixbuf) small = dov_picture_read (content);
  char *start = NULL;
  gsize length = 0;

  if (small == NULL || !gdk_pixbuf_save_to_buffer (small, &start, &length, "jpeg", NULL, "quality", "85", NULL))
    return NULL;

  return g_bytes_new_take (start, length);
}
