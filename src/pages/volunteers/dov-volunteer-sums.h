/* dov-volunteer-sums.h - the hours of a volunteer in a year, by month and by what they were for */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "dov-store.h"

G_BEGIN_DECLS

#define DOV_TYPE_VOLUNTEER_SUMS (dov_volunteer_sums_get_type ())
G_DECLARE_FINAL_TYPE (DovVolunteerSums, dov_volunteer_sums, DOV, VOLUNTEER_SUMS, GtkBox)

GtkWidget *dov_volunteer_sums_new  (DovStore         *store,
                                    gint64            volunteer_id);
void       dov_volunteer_sums_show (DovVolunteerSums *self);

G_END_DECLS
