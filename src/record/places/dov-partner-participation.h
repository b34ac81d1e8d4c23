/* dov-partner-participation.h - how an organisation took part in the work of the lounges */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_PARTNER_PARTICIPATION (dov_partner_participation_get_type ())
G_DECLARE_FINAL_TYPE (DovPartnerParticipation, dov_partner_participation, DOV, PARTNER_PARTICIPATION, DovRecord)

struct _DovPartnerParticipation
{
  DovRecord parent_instance;

  gint64  organisation_id;
  char   *project;
  gint64  lounge_id;
  GDate  *since;
  GDate  *until;
  char   *role;
  char   *contribution;
};

G_END_DECLS
