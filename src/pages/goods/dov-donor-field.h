/* dov-donor-field.h - who gives: found among donors, people and organisations, made in place, or nobody by name */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-form.h"

G_BEGIN_DECLS

/* Signal: "changed": somebody else gives. */
#define DOV_TYPE_DONOR_FIELD (dov_donor_field_get_type ())
G_DECLARE_FINAL_TYPE (DovDonorField, dov_donor_field, DOV, DONOR_FIELD, GtkBox)

GtkWidget *dov_donor_field_new             (DovForm       *form);
gboolean   dov_donor_field_is_organisation (DovDonorField *self);
gboolean   dov_donor_field_is_anonymous    (DovDonorField *self);
gboolean   dov_donor_field_is_given        (DovDonorField *self);
gint64     dov_donor_field_save            (DovDonorField *self,
                                            GError       **error);
void       dov_donor_field_set_error       (DovDonorField *self,
                                            const char    *error);

G_END_DECLS
