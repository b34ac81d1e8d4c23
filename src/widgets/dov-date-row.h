/* dov-date-row.h - a date or a moment: typed first, a calendar second */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-text-row.h"

G_BEGIN_DECLS

#define DOV_TYPE_DATE_ROW (dov_date_row_get_type ())
G_DECLARE_FINAL_TYPE (DovDateRow, dov_date_row, DOV, DATE_ROW, DovTextRow)

void       dov_date_row_set_shows_age (DovDateRow *self,
                                       gboolean    shows_age);
void       dov_date_row_set_near      (DovDateRow *self,
                                       GDateTime  *near);
GtkWidget *dov_date_row_get_month     (DovDateRow *self);

G_END_DECLS
