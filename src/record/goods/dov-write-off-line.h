/* dov-write-off-line.h - one line of what was written off */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_WRITE_OFF_LINE (dov_write_off_line_get_type ())
G_DECLARE_FINAL_TYPE (DovWriteOffLine, dov_write_off_line, DOV, WRITE_OFF_LINE, DovRecord)

struct _DovWriteOffLine
{
  DovRecord parent_instance;

  gint64  write_off_id;
  gint64  item_id;
  gint64  qty;
  GDate  *expires_on;
  gint64  unit_value;
  char   *disposal;
};

G_END_DECLS
