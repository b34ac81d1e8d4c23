/* dov-reason.h - a warning with a place to type why it is right all the same */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*DovReasonGiven) (const char *reason,
                                gpointer    user_data);

GtkWidget *dov_reason_new       (const char     *words,
                                 const char     *go_on,
                                 gpointer        owner,
                                 DovReasonGiven  given,
                                 gpointer        user_data);
GtkWidget *dov_reason_get_entry (GtkWidget      *notice);
void       dov_reason_offer     (GtkWidget      *notice,
                                 const char     *reason);
char      *dov_reason_dup_given (GtkWidget      *box) G_GNUC_WARN_UNUSED_RESULT;
void       dov_reason_forget    (gpointer        owner);

G_END_DECLS
