/* dov-staff.h - somebody who works for the lounge */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_STAFF_ROLE_LOUNGE_MANAGER = 1,
  DOV_STAFF_ROLE_CULTURE_WORKER,
  DOV_STAFF_ROLE_CASE_WORKER,
  DOV_STAFF_ROLE_FAMILY_CURATOR,
  DOV_STAFF_ROLE_PSYCHOLOGIST,
  DOV_STAFF_ROLE_SOCIAL_PEDAGOGUE,
  DOV_STAFF_ROLE_NARCOLOGIST,
  DOV_STAFF_ROLE_EMPLOYMENT_OFFICER,
  DOV_STAFF_ROLE_POLICE_OFFICER,
  DOV_STAFF_ROLE_SETTLEMENT_HEAD,
  DOV_STAFF_ROLE_COORDINATOR,
  DOV_STAFF_ROLE_OTHER,
} DovStaffRole;

GType dov_staff_role_get_type (void);

#define DOV_TYPE_STAFF (dov_staff_get_type ())
G_DECLARE_FINAL_TYPE (DovStaff, dov_staff, DOV, STAFF, DovRecord)

struct _DovStaff
{
  DovRecord parent_instance;

  gint64        person_id;
  char         *position;
  DovStaffRole  role;
  gint64        organisation_id;
  GDate        *since;
  GDate        *until;
  GDate        *away_since;
  GDate        *away_until;
  gint64        deputy_id;      /* who stands in for them meanwhile */
  char         *phone_work;
  gint64        experience_since;
};

G_END_DECLS
