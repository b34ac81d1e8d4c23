/* dov-donor-field.h - who gives: found among donors, people and organisations, made in place, or nobody by name */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-people-field.h"

G_BEGIN_DECLS

GtkWidget *dov_donor_field_new             (DovForm       *form);
gboolean   dov_donor_field_is_organisation (DovPeopleField *self);
gboolean   dov_donor_field_is_anonymous    (DovPeopleField *self);
gboolean   dov_donor_field_is_given        (DovPeopleField *self);
gint64     dov_donor_field_save            (DovPeopleField *self,
                                            GError       **error);

G_END_DECLS
