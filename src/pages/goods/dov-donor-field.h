/* dov-donor-field.h - who gives: found among donors, people and organisations, made in place, or nobody by name */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-people-field.h"

G_BEGIN_DECLS

typedef DovPeopleField DovDonorField;
#define DOV_DONOR_FIELD(field) DOV_PEOPLE_FIELD (field)
#define dov_donor_field_set_error dov_people_field_set_error

GtkWidget *dov_donor_field_new             (DovForm       *form);
gboolean   dov_donor_field_is_organisation (DovDonorField *self);
gboolean   dov_donor_field_is_anonymous    (DovDonorField *self);
gboolean   dov_donor_field_is_given        (DovDonorField *self);
gint64     dov_donor_field_save            (DovDonorField *self,
                                            GError       **error);

G_END_DECLS
