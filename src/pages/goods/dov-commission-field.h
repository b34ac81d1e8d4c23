/* dov-commission-field.h - who sits in a commission: found by name, the first one presides */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-form.h"

G_BEGIN_DECLS

#define DOV_TYPE_COMMISSION_FIELD (dov_commission_field_get_type ())
G_DECLARE_FINAL_TYPE (DovCommissionField, dov_commission_field, DOV, COMMISSION_FIELD, GtkBox)

GtkWidget *dov_commission_field_new       (DovForm            *form,
                                           const char         *note);
guint      dov_commission_field_count     (DovCommissionField *self);
gboolean   dov_commission_field_save      (DovCommissionField *self,
                                           const char         *link,
                                           gint64              paper,
                                           GError            **error);
void       dov_commission_field_set_error (DovCommissionField *self,
                                           const char         *error);

G_END_DECLS
