/* dov-case-plan.h - a programme of support of a family, one version of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_PLAN_KIND_FAMILY_CHILDREN = 1,
  DOV_PLAN_KIND_ADAPTATION,
  DOV_PLAN_KIND_FOREIGN,
} DovPlanKind;

GType dov_plan_kind_get_type (void);

typedef enum
{
  DOV_PLAN_STATUS_DRAFT = 1,
  DOV_PLAN_STATUS_AGREED,
  DOV_PLAN_STATUS_APPROVED,
  DOV_PLAN_STATUS_IN_PROGRESS,
  DOV_PLAN_STATUS_COMPLETED,
  DOV_PLAN_STATUS_EXTENDED,
  DOV_PLAN_STATUS_TERMINATED,
} DovPlanStatus;

GType dov_plan_status_get_type (void);

typedef enum
{
  DOV_PLAN_OUTCOME_ACHIEVED = 1,
  DOV_PLAN_OUTCOME_PARTIAL,
  DOV_PLAN_OUTCOME_NOT_ACHIEVED,
  DOV_PLAN_OUTCOME_REFUSED,
} DovPlanOutcome;

GType dov_plan_outcome_get_type (void);

#define DOV_TYPE_CASE_PLAN (dov_case_plan_get_type ())
G_DECLARE_FINAL_TYPE (DovCasePlan, dov_case_plan, DOV, CASE_PLAN, DovRecord)

struct _DovCasePlan
{
  DovRecord parent_instance;

  gint64          family_id;
  DovPlanKind     kind;
  char           *no;
  GDate          *since;
  GDate          *until;
  char           *goal;
  DovPlanStatus   status;
  gint64          body_id;
  char           *protocol_no;
  GDate          *protocol_on;
  gint64          approved_by_id;
  GDate          *approved_on;
  GDate          *family_agreed_on;
  gint64          signer_id;
  gint64          previous_id;
  char           *change_reason;
  GDate          *next_review_on;
  GDate          *next_report_on;
  GDate          *ended_on;
  DovPlanOutcome  outcome;
  char           *conclusion;
};

gboolean dov_plan_status_is_approved (DovPlanStatus status);
gboolean dov_plan_status_is_over     (DovPlanStatus status);

G_END_DECLS
