/* dov-event-report-page.h - the report of an event that was held, written with its figures in view */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-event-report.h"
#include "dov-event.h"
#include "dov-form-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_EVENT_REPORT_PAGE (dov_event_report_page_get_type ())
G_DECLARE_FINAL_TYPE (DovEventReportPage, dov_event_report_page, DOV, EVENT_REPORT_PAGE, DovFormPage)

DovPage *dov_event_report_page_new     (DovStore       *store,
                                        DovEventReport *draft,
                                        gint64          kept);
DovPage *dov_event_report_page_new_for (DovStore       *store,
                                        DovEvent       *event);
char    *dov_event_report_dup_measure  (const char     *description) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
