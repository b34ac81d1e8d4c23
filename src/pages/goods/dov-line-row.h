/* dov-line-row.h - one line of a paper about goods */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-line-choice.h"
#include "dov-store.h"

G_BEGIN_DECLS

/* Signals: "changed": something was typed or chosen; "done": Enter was pressed in the last field;
 * "dropped": it is to be taken out. */
#define DOV_TYPE_LINE_ROW (dov_line_row_get_type ())
G_DECLARE_FINAL_TYPE (DovLineRow, dov_line_row, DOV, LINE_ROW, GtkListBoxRow)

GtkWidget  *dov_line_row_new          (DovStore    *store,
                                       DovRecord   *record,
                                       char       **fields,
                                       GPtrArray   *people,
                                       gboolean     may_go);
DovRecord  *dov_line_row_get_record   (DovLineRow  *self);
void        dov_line_row_set_note     (DovLineRow  *self,
                                       const char  *note);
void        dov_line_row_set_error    (DovLineRow  *self,
                                       const char  *error);
const char *dov_line_row_get_error    (DovLineRow  *self);
void        dov_line_row_set_people   (DovLineRow  *self,
                                       GPtrArray   *people);
char       *dov_line_row_dup_typed    (DovLineRow  *self,
                                       const char  *field) G_GNUC_WARN_UNUSED_RESULT;
void        dov_line_row_show_typed   (DovLineRow  *self,
                                       const char  *field,
                                       const char  *typed);
gboolean    dov_line_row_read         (DovLineRow  *self,
                                       GError     **error);
gboolean    dov_line_row_has_amount   (DovLineRow  *self);
gboolean    dov_line_row_focus_amount (DovLineRow  *self);

G_END_DECLS
