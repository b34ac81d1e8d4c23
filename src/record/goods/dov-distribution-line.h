/* dov-distribution-line.h - one line of what was handed out */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_DISTRIBUTION_LINE (dov_distribution_line_get_type ())
G_DECLARE_FINAL_TYPE (DovDistributionLine, dov_distribution_line, DOV, DISTRIBUTION_LINE, DovRecord)

struct _DovDistributionLine
{
  DovRecord parent_instance;

  gint64  distribution_id;
  gint64  item_id;
  gint64  qty;
  gint64  unit_value;
  gint64  child_id;
  GDate  *expires_on;
};

G_END_DECLS
