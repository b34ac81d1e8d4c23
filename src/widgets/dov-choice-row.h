/* dov-choice-row.h - a field that is one of a few words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-field-row.h"

G_BEGIN_DECLS

#define DOV_TYPE_CHOICE_ROW (dov_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (DovChoiceRow, dov_choice_row, DOV, CHOICE_ROW, DovFieldRow)

G_END_DECLS
