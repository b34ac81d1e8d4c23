/* dov-crew-choices.h - who of the patrol could walk a shift, and why the others cannot */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-patrol-shift.h"
#include "dov-store.h"

G_BEGIN_DECLS

/**
 * DovCrewChoice:
 * @id: of the member of the patrol
 * @words: “free, 2 shifts in March”, “on the Day of the Family until 21:30”
 * @is_free: may be chosen
 * @is_warned: though something is to be said against it
 */
typedef struct
{
  gint64    id;
  char     *name;
  char     *words;
  gboolean  is_free;
  gboolean  is_warned;
} DovCrewChoice;

GPtrArray *dov_crew_list_choices (DovStore       *store,
                                  DovPatrolShift *shift,
                                  gint64          instead_of) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
