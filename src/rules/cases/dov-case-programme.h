/* dov-case-programme.h - the programme of a family that is under way, and which consents its people gave */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

/* Cancelled steps count in neither number. */
typedef struct
{
  gint64  plan;
  guint   n_steps;
  guint   n_done;
  guint   n_late;
  GArray *open;     /* gint64: steps still to do, the late ones first */
} DovCaseProgramme;

gboolean dov_case_programme_find  (DovStore         *store,
                                   gint64            family,
                                   DovCaseProgramme *programme);
void     dov_case_programme_clear (DovCaseProgramme *programme);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DovCaseProgramme, dov_case_programme_clear)

typedef enum
{
  DOV_CASE_CONSENT_NONE,
  DOV_CASE_CONSENT_ACTIVE,
  DOV_CASE_CONSENT_ENDING,     /* within a month */
  DOV_CASE_CONSENT_EXPIRED,
  DOV_CASE_CONSENT_WITHDRAWN,
} DovCaseConsentState;

DovCaseConsentState dov_case_consent_find (DovStore *store,
                                           gint64    person,
                                           GDate    *until);

G_END_DECLS
