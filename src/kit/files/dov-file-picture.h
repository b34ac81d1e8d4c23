/* dov-file-picture.h - a picture as wide as its page, and as high as it is then */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DOV_TYPE_FILE_PICTURE (dov_file_picture_get_type ())
G_DECLARE_FINAL_TYPE (DovFilePicture, dov_file_picture, DOV, FILE_PICTURE, GtkWidget)

GtkWidget *dov_file_picture_new  (void);
gboolean   dov_file_picture_show (DovFilePicture *self,
                                  GBytes         *content,
                                  const char     *name);

G_END_DECLS
