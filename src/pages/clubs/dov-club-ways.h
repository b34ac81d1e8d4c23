/* dov-club-ways.h - the ways on from the journal of a group: buttons, new records, the plan of a month */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-shell.h"

G_BEGIN_DECLS

void       dov_club_ways_plan   (GtkWidget   *page,
                                 gint64       group_id,
                                 const GDate *day);
void       dov_club_ways_add    (GtkWidget   *page,
                                 GType        type,
                                 gint64       group_id);
void       dov_club_ways_append (GtkWidget   *box,
                                 const char  *label,
                                 gboolean     is_main,
                                 GCallback    clicked,
                                 gpointer     page);
GtkWidget *dov_club_ways_icon   (const char  *icon,
                                 const char  *words,
                                 GCallback    clicked,
                                 gpointer     page);

G_END_DECLS
