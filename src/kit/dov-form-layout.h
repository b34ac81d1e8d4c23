/* dov-form-layout.h - which fields of a record stand together in its form */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-form.h"

G_BEGIN_DECLS

void       dov_form_layout_fill      (DovForm   *form);
GtkWidget *dov_form_layout_head_new  (DovForm   *form);
char      *dov_form_layout_dup_title (DovStore  *store,
                                      DovRecord *draft) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
