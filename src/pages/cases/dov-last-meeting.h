/* dov-last-meeting.h - what there was the last time, beside the form of a visit or a talk */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-form.h"

G_BEGIN_DECLS

#define DOV_TYPE_LAST_MEETING (dov_last_meeting_get_type ())
G_DECLARE_FINAL_TYPE (DovLastMeeting, dov_last_meeting, DOV, LAST_MEETING, AdwBin)

GtkWidget *dov_last_meeting_new     (DovForm        *form);
void       dov_last_meeting_refresh (DovLastMeeting *self);

G_END_DECLS
