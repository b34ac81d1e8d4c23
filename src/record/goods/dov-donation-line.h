/* dov-donation-line.h - one line of what a donor gave */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_CONDITION_NEW = 1,
  DOV_CONDITION_GOOD,
  DOV_CONDITION_TO_SORT,
  DOV_CONDITION_UNFIT,
} DovCondition;

GType dov_condition_get_type (void);

#define DOV_TYPE_DONATION_LINE (dov_donation_line_get_type ())
G_DECLARE_FINAL_TYPE (DovDonationLine, dov_donation_line, DOV, DONATION_LINE, DovRecord)

struct _DovDonationLine
{
  DovRecord parent_instance;

  gint64        receipt_id;
  gint64        item_id;
  gint64        qty;
  DovCondition  condition;
  gint64        unit_value;
  GDate        *expires_on;
};

gboolean dov_condition_is_stocked (DovCondition condition);

G_END_DECLS
