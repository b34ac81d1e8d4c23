/* dov-events-page.h - the events of a lounge: a month, a week, a list, and what must be looked at */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_EVENTS_PAGE (dov_events_page_get_type ())
G_DECLARE_FINAL_TYPE (DovEventsPage, dov_events_page, DOV, EVENTS_PAGE, DovPage)

DovPage *dov_events_page_new       (DovStore      *store);
void     dov_events_page_show_list (DovEventsPage *self,
                                    const char    *chip);

G_END_DECLS
