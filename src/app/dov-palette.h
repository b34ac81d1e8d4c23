/* dov-palette.h - finds anything by any fragment, by keyboard alone */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-store.h"

G_BEGIN_DECLS

#define DOV_TYPE_PALETTE (dov_palette_get_type ())
G_DECLARE_FINAL_TYPE (DovPalette, dov_palette, DOV, PALETTE, GtkBox)

void      dov_palette_open      (DovPalette *self,
                                 DovStore   *store);
void      dov_palette_close     (DovPalette *self);

G_END_DECLS
