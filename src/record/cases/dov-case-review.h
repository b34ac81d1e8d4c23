/* dov-case-review.h - how a family is getting on, looked at from time to time */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-family.h"
#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_REVIEW_DYNAMICS_BETTER = 1,
  DOV_REVIEW_DYNAMICS_SAME,
  DOV_REVIEW_DYNAMICS_WORSE,
} DovReviewDynamics;

GType dov_review_dynamics_get_type (void);

#define DOV_TYPE_CASE_REVIEW (dov_case_review_get_type ())
G_DECLARE_FINAL_TYPE (DovCaseReview, dov_case_review, DOV, CASE_REVIEW, DovRecord)

struct _DovCaseReview
{
  DovRecord parent_instance;

  gint64             family_id;
  GDate             *date;
  gint64             reviewer_id;
  gint64             income;
  gint64             housing;
  gint64             health;
  gint64             relations;
  gint64             study;
  gint64             leisure;
  gint64             surroundings;
  gint64             motivation;
  DovReviewDynamics  dynamics;
  char              *conclusion;
  gboolean           is_final;
  GDate             *next_review_on;
  DovSupportLevel    support_level;
};

G_END_DECLS
