/* dov-chip-box.h - a few things to choose from that are all seen at once: one of them, or any */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Signal: "chosen" (): somebody pressed one. */
#define DOV_TYPE_CHIP_BOX (dov_chip_box_get_type ())
G_DECLARE_FINAL_TYPE (DovChipBox, dov_chip_box, DOV, CHIP_BOX, AdwPreferencesRow)

GtkWidget *dov_chip_box_new   (const char *title,
                               gboolean    is_many);
void       dov_chip_box_clear (DovChipBox *self);
void       dov_chip_box_add   (DovChipBox *self,
                               gint64      value,
                               const char *label);
void       dov_chip_box_set   (DovChipBox *self,
                               GArray     *values);
GArray    *dov_chip_box_get   (DovChipBox *self) G_GNUC_WARN_UNUSED_RESULT;
void       dov_chip_box_set_one (DovChipBox *self,
                                 gint64      value);
gint64     dov_chip_box_get_one (DovChipBox *self);

G_END_DECLS
