/* dov-form-page.h - a page that is a form: it is kept when one leaves, and closes when it is saved or not */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-form.h"
#include "dov-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_FORM_PAGE (dov_form_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (DovFormPage, dov_form_page, DOV, FORM_PAGE, DovPage)

/**
 * DovFormPageClass:
 * @saved: after it was saved; the default goes back and says what the
 *   operation was, with the way to undo it
 */
struct _DovFormPageClass
{
  DovPageClass parent_class;

  void (*saved) (DovFormPage *self);
};

DovStore *dov_form_page_get_store (DovFormPage *self);
DovForm  *dov_form_page_get_form  (DovFormPage *self);
void      dov_form_page_set_form  (DovFormPage *self,
                                   DovForm     *form);

/* Of any page that has a form. */
void      dov_form_page_dismissed (DovForm     *form,
                                   DovPage     *page);

G_END_DECLS
