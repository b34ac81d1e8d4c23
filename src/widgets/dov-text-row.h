/* dov-text-row.h - a field that is typed in one line: texts, numbers, money, times */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-field-row.h"

G_BEGIN_DECLS

#define DOV_TYPE_TEXT_ROW (dov_text_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (DovTextRow, dov_text_row, DOV, TEXT_ROW, DovFieldRow)

struct _DovTextRowClass
{
  DovFieldRowClass parent_class;
};

GtkText    *dov_text_row_get_entry (DovTextRow *self);
const char *dov_text_row_get_text  (DovTextRow *self);
void        dov_text_row_set_text  (DovTextRow *self,
                                    const char *text);

G_END_DECLS
