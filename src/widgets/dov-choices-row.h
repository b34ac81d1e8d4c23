/* dov-choices-row.h - a field that is any number of a few words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-field-row.h"

G_BEGIN_DECLS

#define DOV_TYPE_CHOICES_ROW (dov_choices_row_get_type ())
G_DECLARE_FINAL_TYPE (DovChoicesRow, dov_choices_row, DOV, CHOICES_ROW, DovFieldRow)

G_END_DECLS
