/* dov-volunteer-entry.h - hours of a volunteer in one line: day, hours, what for, what was done */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "dov-store.h"

G_BEGIN_DECLS

#define DOV_TYPE_VOLUNTEER_ENTRY (dov_volunteer_entry_get_type ())
G_DECLARE_FINAL_TYPE (DovVolunteerEntry, dov_volunteer_entry, DOV, VOLUNTEER_ENTRY, GtkBox)

GtkWidget *dov_volunteer_entry_new (DovStore *store,
                                    gint64    volunteer_id);

G_END_DECLS
