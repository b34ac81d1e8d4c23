/* dov-balance.h - width moved from columns that have enough of it to those that make the rows high */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-result.h"

G_BEGIN_DECLS

#define DOV_PIXELS_TO_POINTS 0.75

/* What a cell needs besides its text, in points. */
#define DOV_AROUND_TEXT 7.0

/* The columns of a table that stand on paper. */
typedef struct
{
  guint   n;
  guint  *columns;   /* of the table */
  double *widths;    /* in points */
  double  scale;     /* of the fonts */
} DovFit;

double dov_balance_columns (const DovTable *table,
                            DovFit         *fit,
                            const double   *least);

G_END_DECLS
