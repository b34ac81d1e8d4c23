/* dov-steps-picker.h - the steps of a programme that a visit or a talk closes, ticked in its form */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-form.h"

G_BEGIN_DECLS

#define DOV_TYPE_STEPS_PICKER (dov_steps_picker_get_type ())
G_DECLARE_FINAL_TYPE (DovStepsPicker, dov_steps_picker, DOV, STEPS_PICKER, GtkBox)

GtkWidget *dov_steps_picker_new     (DovForm        *form);
void       dov_steps_picker_refresh (DovStepsPicker *self);
gboolean   dov_steps_picker_has_any (DovStepsPicker *self);
GArray    *dov_steps_picker_list    (DovStepsPicker *self) G_GNUC_WARN_UNUSED_RESULT;

void       dov_steps_picker_tick    (DovRecord      *draft,
                                     gint64          step);

G_END_DECLS
