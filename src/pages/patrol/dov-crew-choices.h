/* dov-crew-choices.h - who of the patrol could walk a shift, and why the others cannot */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-patrol-shift.h"
#include "dov-store.h"

G_BEGIN_DECLS

GPtrArray *dov_crew_list_choices (DovStore       *store,
                                  DovPatrolShift *shift,
                                  gint64          instead_of) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
