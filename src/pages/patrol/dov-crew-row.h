/* dov-crew-row.h - one of those who walk, as a line: what they are, whether they came */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-crew.h"

G_BEGIN_DECLS

GtkWidget *dov_crew_row_new (DovPatrolShift *shift,
                             DovCrewLine    *line,
                             gboolean        has_begun);

G_END_DECLS
