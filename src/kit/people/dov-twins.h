/* dov-twins.h - perhaps the card is there already: it is this one, or another (V9), asked in one place */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Who it is, and what tells them from namesakes; NULL: nobody to be offered. */
typedef char *(*DovTwinsTell)   (gint64   person,
                                 gpointer data);

/* It is @person; 0: another one. */
typedef void  (*DovTwinsAnswer) (gpointer from,
                                 gint64   person);

GtkWidget *dov_twins_new (GArray         *people,
                          const char     *why,
                          DovTwinsTell    tell,
                          gpointer        data,
                          DovTwinsAnswer  answer,
                          gpointer        from);

/* DovTwinsTell where the date of birth may be seen; @data is the store. */
char      *dov_twins_tell_person  (gint64   person,
                                   gpointer store) G_GNUC_WARN_UNUSED_RESULT;

void       dov_twins_ask_in_links (void);

G_END_DECLS
