/* dov-emergency.h - «112», first and big, while somebody’s life or health is in danger (T7) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DOV_TYPE_EMERGENCY (dov_emergency_get_type ())
G_DECLARE_FINAL_TYPE (DovEmergency, dov_emergency, DOV, EMERGENCY, GtkBox)

void       dov_emergency_set_called (DovEmergency *self,
                                     GDateTime    *at);
void       dov_emergency_set_advice (DovEmergency *self,
                                     const char   *words);

G_END_DECLS
