/* dov-sheet.h - the sign-in sheet come back: its rows in the order in which they were printed, and numbers typed from it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-attendance.h"
#include "dov-event.h"
#include "dov-store.h"

G_BEGIN_DECLS

/**
 * DovSheetRow:
 * @number: stays with the person from the moment they are put down, whoever
 *   comes later, is taken off or changes: so a paper printed before is right
 */
typedef struct
{
  guint                number;
  gint64               attendance_id;
  gint64               person_id;
  DovAttendanceStatus  status;
} DovSheetRow;

/**
 * DovSheetTyped:
 * @rows: (element-type DovSheetRow): who is meant, each once, in order
 * @rest: what could not be read, as it was typed, to be mended
 * @words: (nullable): what is wrong with it
 */
typedef struct
{
  GArray *rows;
  char   *rest;
  char   *words;
} DovSheetTyped;

void           dov_sheet_typed_free   (DovSheetTyped *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovSheetTyped, dov_sheet_typed_free)

GArray        *dov_sheet_read         (DovStore      *store,
                                       DovEvent      *event,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
DovSheetTyped *dov_sheet_read_numbers (GArray        *sheet,
                                       const char    *typed) G_GNUC_WARN_UNUSED_RESULT;
gboolean       dov_sheet_row_is_there (const DovSheetRow *row);
gint64         dov_sheet_find_event   (DovStore      *store,
                                       gint64         number);

G_END_DECLS
