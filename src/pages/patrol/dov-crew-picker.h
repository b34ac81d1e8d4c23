/* dov-crew-picker.h - who walks a shift that is not saved yet: ticked in a list that says who is free */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-patrol-shift.h"
#include "dov-store.h"

G_BEGIN_DECLS

/* Signal: "edited" (): somebody was ticked or unticked. */
#define DOV_TYPE_CREW_PICKER (dov_crew_picker_get_type ())
G_DECLARE_FINAL_TYPE (DovCrewPicker, dov_crew_picker, DOV, CREW_PICKER, GtkBox)

GtkWidget *dov_crew_picker_new       (DovStore       *store,
                                      DovPatrolShift *draft);
void       dov_crew_picker_refresh   (DovCrewPicker  *self);
GArray    *dov_crew_picker_list      (DovCrewPicker  *self) G_GNUC_WARN_UNUSED_RESULT;
gint64     dov_crew_picker_find_leader (DovCrewPicker *self);

G_END_DECLS
