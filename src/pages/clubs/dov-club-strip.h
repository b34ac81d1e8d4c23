/* dov-club-strip.h - the session that the keyboard stands on: its day, topic and hours, all were there */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "dov-club-month.h"

G_BEGIN_DECLS

/* Does “journal.fill”: all who have no mark yet were there; “journal.back”: the keyboard may go back to the marks. */
#define DOV_TYPE_CLUB_STRIP (dov_club_strip_get_type ())
G_DECLARE_FINAL_TYPE (DovClubStrip, dov_club_strip, DOV, CLUB_STRIP, GtkBox)

void dov_club_strip_set_store (DovClubStrip  *self,
                               DovStore      *store);
void dov_club_strip_show      (DovClubStrip  *self,
                               DovClubColumn *column);
void dov_club_strip_focus     (DovClubStrip  *self);

G_END_DECLS
