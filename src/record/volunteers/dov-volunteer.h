/* dov-volunteer.h - somebody who helps of their own free will */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_VOLUNTEER_KIND_SILVER = 1,
  DOV_VOLUNTEER_KIND_YOUNG,
  DOV_VOLUNTEER_KIND_CORPORATE,
  DOV_VOLUNTEER_KIND_GENERAL,
} DovVolunteerKind;

GType dov_volunteer_kind_get_type (void);

#define DOV_TYPE_VOLUNTEER (dov_volunteer_get_type ())
G_DECLARE_FINAL_TYPE (DovVolunteer, dov_volunteer, DOV, VOLUNTEER, DovRecord)

struct _DovVolunteer
{
  DovRecord parent_instance;

  gint64            person_id;
  gint64            lounge_id;
  DovVolunteerKind  kind;
  GDate            *since;
  GDate            *until;
  gint64            organisation_id;
  char             *skills;
  char             *dobro_id;
  GDate            *parent_consent_on;
  gint64            parent_id;
  char             *note;
};

G_END_DECLS
