/* dov-wrap-box.h - things in a line that goes on in the next one where it is full */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Property: "spacing", between the things and between the lines. */
#define DOV_TYPE_WRAP_BOX (dov_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (DovWrapBox, dov_wrap_box, DOV, WRAP_BOX, GtkWidget)

GtkWidget *dov_wrap_box_new    (int         spacing);
void       dov_wrap_box_append (DovWrapBox *self,
                                GtkWidget  *child);
void       dov_wrap_box_clear  (DovWrapBox *self);

G_END_DECLS
