/* dov-field-follower.h - rows of a list that belong under another: an error, a hint, a small form */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *dov_field_follower_new       (const char *css_class,
                                         GtkWidget  *child) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *dov_field_follower_new_error (GtkWidget **label) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *dov_field_follower_new_hint  (GtkWidget **label) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *dov_field_follower_place     (GtkWidget  *list,
                                         GtkWidget  *follower,
                                         gboolean    wanted,
                                         GtkWidget  *after);

G_END_DECLS
