/* dov-commission-field.h - who sits in a commission: found by name, the first one presides */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-people-field.h"

G_BEGIN_DECLS

typedef DovPeopleField DovCommissionField;
#define DOV_COMMISSION_FIELD(field) DOV_PEOPLE_FIELD (field)
#define dov_commission_field_set_error dov_people_field_set_error

GtkWidget *dov_commission_field_new       (DovForm            *form,
                                           const char         *note);
guint      dov_commission_field_count     (DovCommissionField *self);
gboolean   dov_commission_field_save      (DovCommissionField *self,
                                           const char         *link,
                                           gint64              paper,
                                           GError            **error);
GPtrArray *dov_commission_field_list      (DovCommissionField *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
