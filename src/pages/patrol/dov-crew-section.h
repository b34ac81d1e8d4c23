/* dov-crew-section.h - the composition of a shift on its page: who is put down, who came, who takes whose place */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-crew.h"

G_BEGIN_DECLS

#define DOV_TYPE_CREW_SECTION (dov_crew_section_get_type ())
G_DECLARE_FINAL_TYPE (DovCrewSection, dov_crew_section, DOV, CREW_SECTION, GtkBox)

GtkWidget *dov_crew_section_new       (DovStore       *store,
                                       DovPatrolShift *shift);
void       dov_crew_section_refresh   (DovCrewSection *self);
GPtrArray *dov_crew_section_get_crew  (DovCrewSection *self);
void       dov_crew_section_focus     (DovCrewSection *self);
void       dov_crew_section_ask       (DovCrewSection *self,
                                       gint64          instead_of);

G_END_DECLS
