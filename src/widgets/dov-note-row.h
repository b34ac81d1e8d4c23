/* dov-note-row.h - a field of many lines, as tall as what is written in it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-field-row.h"

G_BEGIN_DECLS

#define DOV_TYPE_NOTE_ROW (dov_note_row_get_type ())
G_DECLARE_FINAL_TYPE (DovNoteRow, dov_note_row, DOV, NOTE_ROW, DovFieldRow)

G_END_DECLS
