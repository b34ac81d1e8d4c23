/* dov-former-name.h - what a person was called until a day */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_FORMER_NAME (dov_former_name_get_type ())
G_DECLARE_FINAL_TYPE (DovFormerName, dov_former_name, DOV, FORMER_NAME, DovRecord)

/* From the day on the person has another name. */
struct _DovFormerName
{
  DovRecord parent_instance;

  gint64  person_id;
  char   *last_name;
  char   *first_name;
  char   *patronymic;
  GDate  *until;
};

G_END_DECLS
