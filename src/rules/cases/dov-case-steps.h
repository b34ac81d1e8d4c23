/* dov-case-steps.h - a family goes on to another state of its case in one operation (F1–F5) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-family.h"
#include "dov-store.h"

G_BEGIN_DECLS

/**
 * DovCaseEnding:
 * @type: a category or a task
 * @words: how it is called
 *
 * What ends together with the case.
 */
typedef struct
{
  GType   type;
  gint64  id;
  char   *words;
} DovCaseEnding;

gboolean   dov_case_steps_take         (DovStore         *store,
                                        DovFamily        *family,
                                        DovCaseStatus     status,
                                        DovClosingReason  reason,
                                        GError          **error);
GPtrArray *dov_case_steps_list_endings (DovStore         *store,
                                        gint64            family) G_GNUC_WARN_UNUSED_RESULT;
void       dov_case_steps_install      (DovStore         *store);

G_END_DECLS
