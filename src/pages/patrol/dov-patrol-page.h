/* dov-patrol-page.h - the patrol: a month of shifts, what cannot stay so, and the way to everything else */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-month-view.h"
#include "dov-page.h"
#include "dov-store.h"

G_BEGIN_DECLS

#define DOV_TYPE_PATROL_PAGE (dov_patrol_page_get_type ())
G_DECLARE_FINAL_TYPE (DovPatrolPage, dov_patrol_page, DOV, PATROL_PAGE, DovPage)

DovPage      *dov_patrol_page_new      (DovStore      *store);

/* How many things on the roster of the coming month cannot stay as they are. */
guint         dov_patrol_count_waiting (DovStore      *store);

G_END_DECLS
