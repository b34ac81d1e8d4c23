/* dov-case-number.h - the number of a family's case: 3-2027/014 (V8) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

int   dov_case_number_get_year (const char  *case_no,
                                const GDate *opened_on);
char *dov_case_number_propose  (DovStore    *store,
                                gint64       lounge_id,
                                const GDate *on) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
