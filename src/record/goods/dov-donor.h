/* dov-donor.h - who gives: a person, an organisation, or nobody knows who */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_DONOR (dov_donor_get_type ())
G_DECLARE_FINAL_TYPE (DovDonor, dov_donor, DOV, DONOR, DovRecord)

struct _DovDonor
{
  DovRecord parent_instance;

  char     *name;
  gint64    person_id;
  gint64    organisation_id;
  gboolean  anonymous;
  gboolean  wants_public_thanks;
  char     *consent;
  char     *note;
  GDate    *name_since;
  char     *former_names;
};

G_END_DECLS
