/* dov-submitted.h - reports that were handed in, and what has changed behind them since */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-period.h"
#include "dov-report-instance.h"
#include "dov-store.h"

G_BEGIN_DECLS

DovReportInstance *dov_report_instance_find       (DovStore          *store,
                                                   const char        *code,
                                                   const DovPeriod   *period,
                                                   gint64             lounge) G_GNUC_WARN_UNUSED_RESULT;
GDate             *dov_submitted_find_day         (DovStore          *store,
                                                   const char        *code,
                                                   const DovPeriod   *period,
                                                   gint64             lounge) G_GNUC_WARN_UNUSED_RESULT;
gboolean           dov_report_instance_is_changed (DovStore          *store,
                                                   DovReportInstance *instance);
char              *dov_report_instance_dup_state  (DovStore          *store,
                                                   const char        *code,
                                                   const DovPeriod   *period,
                                                   gint64             lounge) G_GNUC_WARN_UNUSED_RESULT;

/* The document whose handing in is kept with the plan of work as well. */
#define DOV_PLAN_DOCUMENT "D-21"

/* Whether the document of @code reads @field of @table; NULL: anything of it. */
typedef gboolean (*DovSubmittedReads) (DovStore *store, const char *code, const char *table, const char *field);
void dov_submitted_set_reads      (DovSubmittedReads reads);

/* Rules. */
void dov_submitted_rules_install (DovStore *store);

G_END_DECLS
