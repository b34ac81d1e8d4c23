/* dov-event-matter.h - what an event is about and for whom: direction, audience, age mark */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_DIRECTION_LEISURE = 1,
  DOV_DIRECTION_CREATIVITY,
  DOV_DIRECTION_CINEMA,
  DOV_DIRECTION_PARENTING,
  DOV_DIRECTION_PREVENTION,
  DOV_DIRECTION_CAREER,
  DOV_DIRECTION_FINANCE,
  DOV_DIRECTION_PATRIOTIC,
  DOV_DIRECTION_SPORT,
  DOV_DIRECTION_ECOLOGY,
  DOV_DIRECTION_CHARITY,
  DOV_DIRECTION_METHODICAL,
} DovDirection;

GType dov_direction_get_type (void);

typedef enum
{
  DOV_AUDIENCE_CHILDREN = 1,
  DOV_AUDIENCE_YOUTH,
  DOV_AUDIENCE_FAMILY,
  DOV_AUDIENCE_ADULTS,
  DOV_AUDIENCE_PARENTS,
  DOV_AUDIENCE_SENIOR,
  DOV_AUDIENCE_ALL,
} DovAudience;

GType dov_audience_get_type (void);

typedef enum
{
  DOV_AGE_MARK_0 = 1,
  DOV_AGE_MARK_6,
  DOV_AGE_MARK_12,
  DOV_AGE_MARK_16,
  DOV_AGE_MARK_18,
} DovAgeMark;

GType dov_age_mark_get_type (void);

G_END_DECLS
