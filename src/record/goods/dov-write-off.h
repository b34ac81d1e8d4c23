/* dov-write-off.h - goods that went bad, with the commission that looked at them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"
#include "dov-stock-status.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_WRITE_OFF_REASON_EXPIRED = 1,
  DOV_WRITE_OFF_REASON_DAMAGED,
  DOV_WRITE_OFF_REASON_UNFIT,
  DOV_WRITE_OFF_REASON_OTHER,
} DovWriteOffReason;

GType dov_write_off_reason_get_type (void);

#define DOV_TYPE_WRITE_OFF (dov_write_off_get_type ())
G_DECLARE_FINAL_TYPE (DovWriteOff, dov_write_off, DOV, WRITE_OFF, DovRecord)

struct _DovWriteOff
{
  DovRecord parent_instance;

  char              *no;
  GDate             *date;
  gint64             lounge_id;
  gint64             drive_id;
  DovWriteOffReason  reason;
  char              *reason_words;
  gint64             made_by_id;
  DovStockStatus     status;
  char              *status_reason;
  char              *note;
};

G_END_DECLS
