/* dov-case-programme.h - the programme of a family that is under way */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-plan-progress.h"
#include "dov-store.h"

G_BEGIN_DECLS

typedef struct
{
  gint64           plan;
  DovPlanProgress  progress;
  GArray          *open;     /* gint64: steps still to do, the late ones first */
} DovCaseProgramme;

gboolean dov_case_programme_find  (DovStore         *store,
                                   gint64            family,
                                   DovCaseProgramme *programme);
void     dov_case_programme_clear (DovCaseProgramme *programme);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DovCaseProgramme, dov_case_programme_clear)

G_END_DECLS
