/* dov-stock-move.h - one movement of goods: never changed, never removed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_MOVE_KIND_RECEIPT = 1,
  DOV_MOVE_KIND_ISSUE,
  DOV_MOVE_KIND_RETURN,
  DOV_MOVE_KIND_KIT_BUILD,
  DOV_MOVE_KIND_KIT_PART,
  DOV_MOVE_KIND_TRANSFER_OUT,
  DOV_MOVE_KIND_TRANSFER_IN,
  DOV_MOVE_KIND_WRITEOFF,
  DOV_MOVE_KIND_ADJUST_PLUS,
  DOV_MOVE_KIND_ADJUST_MINUS,
} DovMoveKind;

GType dov_move_kind_get_type (void);

#define DOV_TYPE_STOCK_MOVE (dov_stock_move_get_type ())
G_DECLARE_FINAL_TYPE (DovStockMove, dov_stock_move, DOV, STOCK_MOVE, DovRecord)

struct _DovStockMove
{
  DovRecord parent_instance;

  gint64       item_id;
  GDateTime   *at;
  gint64       lounge_id;
  gint64       drive_id;
  GDate       *expires_on;
  gint64       qty;
  DovMoveKind  kind;
  gint64       donation_line_id;
  gint64       distribution_line_id;
  gint64       write_off_line_id;
  gint64       transfer_line_id;
  gint64       inventory_line_id;
  gint64       kit_build_id;
  gint64       kit_build_line_id;
  gboolean     is_correction;
};

G_END_DECLS
