/* dov-door-keys.h - which keys count and which lead away from the door */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "dov-band.h"

G_BEGIN_DECLS

gboolean dov_door_keys_is_band        (guint            key,
                                       DovBand         *band);
gboolean dov_door_keys_lead_elsewhere (guint            key,
                                       GdkModifierType  state);

G_END_DECLS
