/* dov-crew-chooser.h - who may take a place on a shift: the free first, why the others are not */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-patrol-shift.h"
#include "dov-store.h"

G_BEGIN_DECLS

/* Signals: "chosen" (gint64 member); "given-up" (). */
#define DOV_TYPE_CREW_CHOOSER (dov_crew_chooser_get_type ())
G_DECLARE_FINAL_TYPE (DovCrewChooser, dov_crew_chooser, DOV, CREW_CHOOSER, GtkBox)

GtkWidget *dov_crew_chooser_new (DovStore       *store,
                                 DovPatrolShift *shift,
                                 gint64          instead_of,
                                 const char     *name);

G_END_DECLS
