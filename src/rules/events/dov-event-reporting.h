/* dov-event-reporting.h - the report of an event: what it begins with, how long it should be */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-event-report.h"
#include "dov-event.h"
#include "dov-store.h"

G_BEGIN_DECLS

DovRecord *dov_event_report_begin       (DovStore   *store,
                                         DovEvent   *event) G_GNUC_WARN_UNUSED_RESULT;
void       dov_event_report_fill_in     (DovStore   *store,
                                         DovRecord  *draft);
char      *dov_event_report_dup_measure (const char *description) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
