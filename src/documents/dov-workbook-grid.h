/* dov-workbook-grid.h - the columns of a sheet: the union of the edges of all its tables */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-workbook-private.h"

G_BEGIN_DECLS

/* Where a column of a table lies among the columns of the sheet. */
typedef struct
{
  guint column;    /* of the table */
  guint first;
  guint last;      /* of the sheet, inclusive */
} DovPlace;

typedef struct
{
  int       *widths;       /* in pixels, one a column of the sheet */
  guint      n_columns;
  int        width;        /* of all */
  int        printable;    /* of the page, in pixels */
  guint      n_tables;
  GPtrArray *places;       /* GArray of DovPlace, one a table: columns on paper only */
} DovGrid;

DovGrid *dov_grid_new           (DovResult      *result);
void     dov_grid_free          (DovGrid        *self);
guint    dov_grid_find_edge     (const DovGrid  *self,
                                 double          share);
int      dov_grid_measure       (const DovGrid  *self,
                                 guint           first,
                                 guint           last);
guint    dov_grid_reach         (const DovGrid  *self,
                                 guint           first,
                                 int             pixels);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovGrid, dov_grid_free)

G_END_DECLS
