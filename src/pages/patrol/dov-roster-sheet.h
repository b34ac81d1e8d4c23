/* dov-roster-sheet.h - the roster of a month as a workbook (D-34) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-saving.h"
#include "dov-store.h"

G_BEGIN_DECLS

void dov_roster_sheet_save (DovSaving   *saving,
                            DovStore    *store,
                            const GDate *month,
                            gint64       lounge);

G_END_DECLS
