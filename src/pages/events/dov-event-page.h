/* dov-event-page.h - one event: its plan and state, how many came, who came */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-subject-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_EVENT_PAGE (dov_event_page_get_type ())
G_DECLARE_FINAL_TYPE (DovEventPage, dov_event_page, DOV, EVENT_PAGE, DovSubjectPage)

extern const DovSubject dov_event_subject;

void     dov_event_page_take_up (DovEventPage *self,
                                 gint64        number);
void     dov_event_page_begin   (gpointer      from,
                                 DovStore     *store,
                                 gint64        event,
                                 const char   *act);

G_END_DECLS
