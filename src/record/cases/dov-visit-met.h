/* dov-visit-met.h - who of a family was met on a visit */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_VISIT_MET (dov_visit_met_get_type ())
G_DECLARE_FINAL_TYPE (DovVisitMet, dov_visit_met, DOV, VISIT_MET, DovRecord)

struct _DovVisitMet
{
  DovRecord parent_instance;

  gint64 visit_id;
  gint64 person_id;
};

G_END_DECLS
