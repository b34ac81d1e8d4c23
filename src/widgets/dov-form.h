/* dov-form.h - a form: groups of fields, what is wrong with them, the kept draft, save */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-field-group.h"

G_BEGIN_DECLS

#define DOV_TYPE_FORM (dov_form_get_type ())
G_DECLARE_FINAL_TYPE (DovForm, dov_form, DOV, FORM, AdwBin)

/**
 * DovFormSave:
 *
 * Saves what the form edits; the form has begun the operation, and ends it. It
 * may give it words by dov_store_name_operation(). Without one the form saves
 * its own draft.
 */
typedef gboolean (*DovFormSave) (DovForm   *form,
                                 gpointer   user_data,
                                 GError   **error);

/* Signals: "saved" (); "dismissed" (): «Do not save» was asked for and the draft is gone;
 * "edited" (): somebody typed; "rested" (): a second after the last key, or on leaving a field. */
GtkWidget     *dov_form_new            (DovStore      *store,
                                        DovRecord     *draft);
DovStore      *dov_form_get_store      (DovForm       *self);
DovRecord     *dov_form_get_draft      (DovForm       *self);
void           dov_form_set_words      (DovForm       *self,
                                        const char    *words);
GtkWidget     *dov_form_set_around     (DovForm       *self,
                                        GtkWidget     *page);
void           dov_form_set_kept       (DovForm       *self,
                                        gint64         number);
gint64         dov_form_get_kept       (DovForm       *self);
gint64         dov_form_get_operation  (DovForm       *self);
void           dov_form_set_save       (DovForm       *self,
                                        DovFormSave    save,
                                        gpointer       user_data);

DovFieldGroup *dov_form_add_group      (DovForm       *self,
                                        const char    *title,
                                        const char    *fields,
                                        gboolean       at_end);
DovFieldGroup *dov_form_add_linked     (DovForm       *self,
                                        const char    *link,
                                        const char    *title,
                                        const char    *fields,
                                        gboolean       at_end);
DovFieldGroup *dov_form_part_new       (DovForm       *self,
                                        DovRecord     *draft,
                                        const char    *part,
                                        const char    *title,
                                        const char    *fields);
DovFieldGroup *dov_form_add_part       (DovForm       *self,
                                        DovRecord     *draft,
                                        const char    *part,
                                        const char    *title,
                                        const char    *fields,
                                        gboolean       at_end);
void           dov_form_fill_later     (DovForm       *self,
                                        DovRecord     *draft,
                                        const char    *field);
void           dov_form_set_optional   (DovForm       *self,
                                        DovRecord     *draft);
void           dov_form_set_skipped    (DovForm       *self,
                                        DovRecord     *draft,
                                        gboolean       is_skipped);
void           dov_form_accept         (DovForm       *self,
                                        DovRecord     *draft,
                                        const char    *rule,
                                        const char    *said,
                                        const char    *reason);
void           dov_form_keep_reason    (DovForm       *self,
                                        const char    *rule,
                                        const char    *typed);
gboolean       dov_form_is_untouched   (DovForm       *self,
                                        DovRecord     *draft);
void           dov_form_set_head       (DovForm       *self,
                                        GtkWidget     *head);
void           dov_form_add_below      (DovForm       *self,
                                        GtkWidget     *widget);
void           dov_form_add_widget     (DovForm       *self,
                                        GtkWidget     *widget,
                                        gboolean       at_end);
void           dov_form_set_wide       (DovForm       *self,
                                        int            side_width);
void           dov_form_set_verbs      (DovForm       *self,
                                        const char    *save,
                                        const char    *dismiss);
void           dov_form_set_total      (DovForm       *self,
                                        const char    *words);
GtkWidget     *dov_form_add_action     (DovForm       *self,
                                        const char    *icon,
                                        const char    *label);
void           dov_form_add_all        (DovForm       *self);
DovFieldRow   *dov_form_find_row       (DovForm       *self,
                                        const char    *field);
gpointer       dov_form_find_draft     (DovForm       *self,
                                        const char    *part);
gpointer       dov_form_find_widget    (DovForm       *self,
                                        const char    *name);

void           dov_form_touch          (DovForm       *self);
gboolean       dov_form_is_changed     (DovForm       *self);
gboolean       dov_form_check          (DovForm       *self);
gboolean       dov_form_save           (DovForm       *self);
void           dov_form_keep           (DovForm       *self);
void           dov_form_dismiss        (DovForm       *self);
void           dov_form_focus          (DovForm       *self);
gboolean       dov_form_next_error     (DovForm       *self);

G_END_DECLS
