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

G_END_DECLS
