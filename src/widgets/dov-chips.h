/* dov-chips.h - a row of filters with counts, of which one is on; it scrolls sideways where it is narrow */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Property "selected": the name of the chip that is on, NULL while there is none. */
#define DOV_TYPE_CHIPS (dov_chips_get_type ())
G_DECLARE_FINAL_TYPE (DovChips, dov_chips, DOV, CHIPS, AdwBin)

typedef gint64 (*DovChipsCount) (const char *name,
                                 gpointer    user_data);

void        dov_chips_clear        (DovChips   *self);
void        dov_chips_add          (DovChips   *self,
                                    const char *name,
                                    const char *label);
void        dov_chips_set_count    (DovChips   *self,
                                    const char *name,
                                    gint64      count);
void        dov_chips_count        (DovChips      *self,
                                    DovChipsCount  count,
                                    gpointer       user_data);
const char *dov_chips_get_selected (DovChips   *self);
void        dov_chips_set_selected (DovChips   *self,
                                    const char *name);
const char *dov_chips_get_label    (DovChips   *self,
                                    const char *name);

G_END_DECLS
