/* dov-report-instance.h - a report for one period and lounge, on its way to whoever asked for it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_REPORT_STATUS_DRAFT = 1,
  DOV_REPORT_STATUS_CHECKED,
  DOV_REPORT_STATUS_SIGNED,
  DOV_REPORT_STATUS_SENT,
  DOV_REPORT_STATUS_ACCEPTED,
  DOV_REPORT_STATUS_RETURNED,
} DovReportStatus;

GType dov_report_status_get_type (void);

#define DOV_TYPE_REPORT_INSTANCE (dov_report_instance_get_type ())
G_DECLARE_FINAL_TYPE (DovReportInstance, dov_report_instance, DOV, REPORT_INSTANCE, DovRecord)

struct _DovReportInstance
{
  DovRecord parent_instance;

  char            *code;
  char            *title;
  gint64           lounge_id;
  GDate           *since;
  GDate           *until;
  DovReportStatus  status;
  gint64           sent_to_id;
  GDate           *sent_on;
  char            *file;
  char            *note;
};

gboolean dov_report_instance_is_submitted (DovReportInstance *self);

G_END_DECLS
