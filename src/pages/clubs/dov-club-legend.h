/* dov-club-legend.h - what the signs of a journal mean, and buttons that set them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "dov-club-attendance.h"

G_BEGIN_DECLS

/* @sign: what was pressed, 0 to take the mark away */
typedef void (*DovClubSignChosen) (DovClubMark sign,
                                   gpointer    user_data);

GtkWidget *dov_club_legend_new (gboolean           may_mark,
                                DovClubSignChosen  chosen,
                                gpointer           user_data);

G_END_DECLS
