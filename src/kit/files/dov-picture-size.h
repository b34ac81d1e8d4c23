/* dov-picture-size.h - how large a picture is, and a smaller one of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

G_BEGIN_DECLS

/* The longest side of a picture that was shrunk: a page of A4 is read well in it. */
#define DOV_PICTURE_LONGEST 2000

gboolean dov_picture_measure (GBytes  *content,
                              int     *width,
                              int     *height);
GdkPixbuf *dov_picture_read  (GBytes  *content) G_GNUC_WARN_UNUSED_RESULT;
GBytes  *dov_picture_shrink  (GBytes  *content) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
