/* dov-club-sections.h - what the sections of a group's page show */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-club-group.h"
#include "dov-section-box.h"
#include "dov-store.h"

G_BEGIN_DECLS

guint dov_club_fill_members      (DovSectionBox *section,
                                  DovStore      *store,
                                  DovClubGroup  *group);
guint dov_club_fill_sessions     (DovSectionBox *section,
                                  DovStore      *store,
                                  DovClubGroup  *group);
guint dov_club_fill_schedule     (DovSectionBox *section,
                                  DovStore      *store,
                                  DovClubGroup  *group);
guint dov_club_fill_achievements (DovSectionBox *section,
                                  DovStore      *store,
                                  DovClubGroup  *group);
void  dov_club_fill_passport     (DovSectionBox *section,
                                  DovStore      *store,
                                  DovClubGroup  *group);

G_END_DECLS
