/* dov-field-row.h - one field of a draft, edited in a row of a boxed list */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-store.h"

G_BEGIN_DECLS

#define DOV_TYPE_FIELD_ROW (dov_field_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (DovFieldRow, dov_field_row, DOV, FIELD_ROW, AdwPreferencesRow)

/**
 * DovFieldRowClass:
 * @build: makes the editor, once the field is known
 * @show: what the draft holds into the editor
 * @read: what stands in the editor into the draft; FALSE when it cannot be understood
 * @dup_typed: what stands in the editor, as typed; NULL where nothing can be half typed
 * @show_typed: puts back what was typed once and could not be understood
 *
 * Signals: "edited": a person changed what stands in the editor; "left": the
 * keyboard went on and the text was read into the draft, or found unclear.
 */
struct _DovFieldRowClass
{
  AdwPreferencesRowClass parent_class;

  void     (*build)      (DovFieldRow *self);
  void     (*show)       (DovFieldRow *self);
  gboolean (*read)       (DovFieldRow *self,
                          GError     **error);
  char    *(*dup_typed)  (DovFieldRow *self);
  void     (*show_typed) (DovFieldRow *self,
                          const char  *typed);
};

GtkWidget      *dov_field_row_new          (DovStore    *store,
                                            DovRecord   *draft,
                                            const char  *field);
DovStore       *dov_field_row_get_store    (DovFieldRow *self);
DovRecord      *dov_field_row_get_draft    (DovFieldRow *self);
const DovField *dov_field_row_get_field    (DovFieldRow *self);
GtkWidget      *dov_field_row_get_editor   (DovFieldRow *self);
void            dov_field_row_set_whose    (DovFieldRow *self,
                                            const char  *whose);
void            dov_field_row_set_required (DovFieldRow *self,
                                            gboolean     is_required);
void            dov_field_row_set_hint     (DovFieldRow *self,
                                            const char  *hint);
const char     *dov_field_row_get_error    (DovFieldRow *self);
void            dov_field_row_set_error    (DovFieldRow *self,
                                            const char  *message);
gboolean        dov_field_row_is_unclear   (DovFieldRow *self);
gboolean        dov_field_row_read         (DovFieldRow *self);
void            dov_field_row_read_quietly (DovFieldRow *self);
void            dov_field_row_show         (DovFieldRow *self);
char           *dov_field_row_dup_typed    (DovFieldRow *self) G_GNUC_WARN_UNUSED_RESULT;
void            dov_field_row_show_typed   (DovFieldRow *self,
                                            const char  *typed);

/* For the rows of each kind. */
void            dov_field_row_bind         (DovFieldRow *self,
                                            DovStore    *store,
                                            DovRecord   *draft,
                                            const DovField *field);
void            dov_field_row_set_editor   (DovFieldRow *self,
                                            GtkWidget   *editor,
                                            GtkWidget   *focus,
                                            gboolean     is_beside);
void            dov_field_row_add_suffix   (DovFieldRow *self,
                                            GtkWidget   *suffix);
void            dov_field_row_set_panel    (DovFieldRow *self,
                                            GtkWidget   *panel);
void            dov_field_row_edited       (DovFieldRow *self);
void            dov_field_row_chosen       (DovFieldRow *self);

G_END_DECLS
