/* dov-flag-row.h - a field that is yes or no, as a switch */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-field-row.h"

G_BEGIN_DECLS

#define DOV_TYPE_FLAG_ROW (dov_flag_row_get_type ())
G_DECLARE_FINAL_TYPE (DovFlagRow, dov_flag_row, DOV, FLAG_ROW, DovFieldRow)

G_END_DECLS
