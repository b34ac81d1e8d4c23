/* dov-shift-lines.h - the shifts of a span with those who walk them and what clashes, for the month and other lists */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-crew.h"
#include "dov-roster.h"

G_BEGIN_DECLS

/**
 * DovShiftLine:
 * @crew: (element-type DovCrewLine): its leader first
 * @has_conflict: it cannot stay so
 * @has_warning: it is to be looked at
 * @is_overdue: past, and nobody has closed it
 */
typedef struct
{
  DovPatrolShift *shift;
  GPtrArray      *crew;
  gboolean        has_conflict;
  gboolean        has_warning;
  gboolean        is_overdue;
} DovShiftLine;

/**
 * DovShiftLines:
 * @lines: (element-type DovShiftLine): by their beginning
 * @clashes: (element-type DovClash): of these shifts that are still to come, each pair once
 */
typedef struct
{
  GPtrArray *lines;
  GPtrArray *clashes;
} DovShiftLines;

DovShiftLines *dov_shift_lines_read (DovStore      *store,
                                     gint64         patrol,
                                     const GDate   *since,
                                     const GDate   *until) G_GNUC_WARN_UNUSED_RESULT;
void           dov_shift_lines_free (DovShiftLines *self);
char          *dov_shift_lines_dup_summary (DovShiftLines *lines,
                                     const GDate   *first,
                                     const GDate   *last) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovShiftLines, dov_shift_lines_free)

G_END_DECLS
