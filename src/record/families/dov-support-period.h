/* dov-support-period.h - from when to when a lounge had a family on support, and how that ended */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_SUPPORT_END_CLOSED = 1,
  DOV_SUPPORT_END_MOVED,
  DOV_SUPPORT_END_REFUSED,
  DOV_SUPPORT_END_TRANSFERRED,
  DOV_SUPPORT_END_SUSPENDED,
  DOV_SUPPORT_END_REJECTED,
} DovSupportEnd;

GType dov_support_end_get_type (void);

#define DOV_TYPE_SUPPORT_PERIOD (dov_support_period_get_type ())
G_DECLARE_FINAL_TYPE (DovSupportPeriod, dov_support_period, DOV, SUPPORT_PERIOD, DovRecord)

/* The first day belongs to it, the last one no more. */
struct _DovSupportPeriod
{
  DovRecord parent_instance;

  gint64         family_id;
  gint64         lounge_id;
  GDate         *since;
  GDate         *until;
  DovSupportEnd  end_kind;
};

G_END_DECLS
