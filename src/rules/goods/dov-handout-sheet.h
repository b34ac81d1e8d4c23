/* dov-handout-sheet.h - handing out to many families of a drive: who is on the list, what each gets, who came */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-stock.h"

G_BEGIN_DECLS

/**
 * DovHandoutSheet:
 * @no: its number within the drive
 *
 * One sheet of paper. On it are handouts that were prepared, with their rows; whoever came was handed them out.
 */
typedef struct
{
  DovStore *store;
  gint64    drive;
  gint64    lounge;
  char     *no;
} DovHandoutSheet;

/* What all who are still to come get of one thing, and what there is for them. */
typedef struct
{
  gint64 item;
  gint64 wanted;
  gint64 have;
} DovHandoutTotal;

DovHandoutSheet *dov_handout_sheet_open             (DovStore         *store,
                                                     gint64            drive) G_GNUC_WARN_UNUSED_RESULT;
void             dov_handout_sheet_free             (DovHandoutSheet  *self);

GArray          *dov_handout_sheet_list             (DovHandoutSheet  *self) G_GNUC_WARN_UNUSED_RESULT;
GArray          *dov_handout_sheet_list_totals      (DovHandoutSheet  *self) G_GNUC_WARN_UNUSED_RESULT;
GArray          *dov_handout_sheet_list_asking      (DovHandoutSheet  *self) G_GNUC_WARN_UNUSED_RESULT;
GArray          *dov_handout_sheet_list_categories  (DovHandoutSheet  *self) G_GNUC_WARN_UNUSED_RESULT;
GArray          *dov_handout_sheet_list_of_category (DovHandoutSheet  *self,
                                                     gint64            category) G_GNUC_WARN_UNUSED_RESULT;

DovRecord       *dov_handout_sheet_line_new         (gint64            item,
                                                     gint64            qty,
                                                     gint64            child) G_GNUC_WARN_UNUSED_RESULT;
gboolean         dov_handout_sheet_add              (DovHandoutSheet  *self,
                                                     gint64            family,
                                                     gint64            recipient,
                                                     GPtrArray        *lines,
                                                     gboolean          by_needs,
                                                     GError          **error);
gboolean         dov_handout_sheet_is_called        (DovHandoutSheet  *self,
                                                     gint64            family,
                                                     char            **words);
gint64           dov_handout_sheet_find_row         (DovHandoutSheet  *self,
                                                     gint64            row);
gboolean         dov_handout_sheet_issue            (DovHandoutSheet  *self,
                                                     gint64            handout,
                                                     GError          **error);

/* “1-5, 8 12”: every number in their order; NULL with the piece that is no number. */
GArray          *dov_handout_sheet_read_rows        (const char       *typed,
                                                     char            **wrong) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
