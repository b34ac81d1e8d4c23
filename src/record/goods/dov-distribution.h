/* dov-distribution.h - what was handed out to a family */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_DISTRIBUTION_STATUS_DRAFT = 1,
  DOV_DISTRIBUTION_STATUS_ISSUED,
  DOV_DISTRIBUTION_STATUS_RETURNED,
  DOV_DISTRIBUTION_STATUS_CANCELLED,
} DovDistributionStatus;

GType dov_distribution_status_get_type (void);

#define DOV_TYPE_DISTRIBUTION (dov_distribution_get_type ())
G_DECLARE_FINAL_TYPE (DovDistribution, dov_distribution, DOV, DISTRIBUTION, DovRecord)

struct _DovDistribution
{
  DovRecord parent_instance;

  char                  *no;
  GDate                 *date;
  gint64                 lounge_id;
  gint64                 drive_id;
  gint64                 family_id;
  gint64                 person_id;
  char                  *proxy;
  gint64                 issued_by_id;
  gboolean               is_signed;
  DovDistributionStatus  status;
  GDate                 *returned_on;
  char                  *status_reason;
  char                  *basis;
  char                  *sheet_no;
  gint64                 row_no;
  char                  *note;
};

G_END_DECLS
