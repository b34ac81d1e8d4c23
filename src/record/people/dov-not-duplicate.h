/* dov-not-duplicate.h - two people who look like one and are not */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_NOT_DUPLICATE (dov_not_duplicate_get_type ())
G_DECLARE_FINAL_TYPE (DovNotDuplicate, dov_not_duplicate, DOV, NOT_DUPLICATE, DovRecord)

struct _DovNotDuplicate
{
  DovRecord parent_instance;

  gint64  person_id;
  gint64  other_id;
  char   *reason;
};

G_END_DECLS
