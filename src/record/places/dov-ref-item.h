/* dov-ref-item.h - an entry of a list that the club may extend */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_REF_ITEM (dov_ref_item_get_type ())
G_DECLARE_FINAL_TYPE (DovRefItem, dov_ref_item, DOV, REF_ITEM, DovRecord)

struct _DovRefItem
{
  DovRecord parent_instance;

  char     *label;
  char     *list_code;
  char     *code;
  gint64    position;
  gboolean  is_active;
  gboolean  is_system;
  char     *detail;
};

G_END_DECLS
