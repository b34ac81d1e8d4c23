/* dov-patrol-people-page.h - the members of the patrol: briefings, absences, who served how often */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"
#include "dov-store.h"

G_BEGIN_DECLS

#define DOV_TYPE_PATROL_PEOPLE_PAGE (dov_patrol_people_page_get_type ())
G_DECLARE_FINAL_TYPE (DovPatrolPeoplePage, dov_patrol_people_page, DOV, PATROL_PEOPLE_PAGE, DovPage)

DovPage *dov_patrol_people_page_new (DovStore *store,
                                     gint64    patrol);

G_END_DECLS
