/* dov-former-item-name.h - what a thing was called until a day */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_FORMER_ITEM_NAME (dov_former_item_name_get_type ())
G_DECLARE_FINAL_TYPE (DovFormerItemName, dov_former_item_name, DOV, FORMER_ITEM_NAME, DovRecord)

/* Of a thing that is given away, or of one that is lent. */
struct _DovFormerItemName
{
  DovRecord parent_instance;

  gint64  item_id;
  gint64  rental_item_id;
  char   *name;
  char   *size;
  GDate  *until;
};

G_END_DECLS
