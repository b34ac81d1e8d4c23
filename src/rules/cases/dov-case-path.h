/* dov-case-path.h - the path of a family: states behind it, the present one, the next and the doors before it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-case-status.h"

G_BEGIN_DECLS

/**
 * DovCaseStep:
 * @since: (nullable): the day, where something tells it
 * @is_now: the present state
 * @is_aside: off the way: refused, suspended, transferred, not needed
 *
 * A state on the path of a family, behind it or the present one.
 */
typedef struct
{
  DovCaseStatus  status;
  GDate         *since;
  gboolean       is_now;
  gboolean       is_aside;
} DovCaseStep;

GPtrArray    *dov_case_path_list_steps (DovStore         *store,
                                        DovFamily        *family) G_GNUC_WARN_UNUSED_RESULT;
DovCaseStatus dov_case_path_get_next   (DovFamily        *family);
GPtrArray    *dov_case_path_list_doors (DovStore         *store,
                                        DovFamily        *family) G_GNUC_WARN_UNUSED_RESULT;
gboolean      dov_case_path_is_open    (DovStore         *store,
                                        DovFamily        *family,
                                        DovCaseStatus     status);
char         *dov_case_gap_dup_door    (DovStore         *store,
                                        const DovCaseGap *gap) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
