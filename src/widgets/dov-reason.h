/* dov-reason.h - a warning with a place to type why it is right all the same */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*DovReasonGiven) (const char *reason,
                                gpointer    user_data);

GtkWidget *dov_reason_new (const char     *words,
                           DovReasonGiven  given,
                           gpointer        user_data);

GtkWidget *dov_reason_get_entry (GtkWidget *notice);

G_END_DECLS
