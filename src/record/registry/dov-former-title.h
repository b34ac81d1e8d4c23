/* dov-former-title.h - what an organisation, a place, a club, a drive, a donor or a patrol was called until a day */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_FORMER_TITLE (dov_former_title_get_type ())
G_DECLARE_FINAL_TYPE (DovFormerTitle, dov_former_title, DOV, FORMER_TITLE, DovRecord)

/* Of one of them; only an organisation has a full name besides. */
struct _DovFormerTitle
{
  DovRecord parent_instance;

  gint64  organisation_id;
  gint64  lounge_id;
  gint64  group_id;
  gint64  drive_id;
  gint64  settlement_id;
  gint64  donor_id;
  gint64  patrol_id;
  gint64  route_id;
  char   *name;
  char   *full_name;
  GDate  *until;
};

G_END_DECLS
