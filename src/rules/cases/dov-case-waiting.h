/* dov-case-waiting.h - families that wait for something: a first visit, a review, a new programme (F8) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_CASE_WAITING_FIRST_VISIT,
  DOV_CASE_WAITING_VISIT,
  DOV_CASE_WAITING_REVIEW,
  DOV_CASE_WAITING_PROGRAMME,
  DOV_N_CASE_WAITINGS,
} DovCaseWaiting;

const char *dov_case_waiting_get_words (DovCaseWaiting  waiting);
GArray     *dov_case_waiting_list      (DovStore       *store,
                                        DovCaseWaiting  waiting,
                                        gint64          lounge) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
