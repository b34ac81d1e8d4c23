/* dov-form-footer.h - the bar under a form: the state of its draft, do not save, save */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DOV_TYPE_FORM_FOOTER (dov_form_footer_get_type ())
G_DECLARE_FINAL_TYPE (DovFormFooter, dov_form_footer, DOV, FORM_FOOTER, GtkBox)

/* Signals: "save", "dismiss". */
GtkWidget *dov_form_footer_new          (void);
void       dov_form_footer_set_verbs    (DovFormFooter *self,
                                         const char    *save,
                                         const char    *dismiss);
void       dov_form_footer_set_total    (DovFormFooter *self,
                                         const char    *words);
GtkWidget *dov_form_footer_add_action   (DovFormFooter *self,
                                         const char    *icon,
                                         const char    *label);
void       dov_form_footer_set_kept     (DovFormFooter *self);
void       dov_form_footer_set_as_begun (DovFormFooter *self);
void       dov_form_footer_set_not_kept (DovFormFooter *self,
                                         const char    *why);
void       dov_form_footer_set_taken_up (DovFormFooter *self);

G_END_DECLS
