/* dov-commission-field.h - who sits in a commission: found by name, the first one presides */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-people-field.h"

G_BEGIN_DECLS

GtkWidget *dov_commission_field_new       (DovForm            *form,
                                           const char         *note);
guint      dov_commission_field_count     (DovPeopleField *self);
gboolean   dov_commission_field_save      (DovPeopleField *self,
                                           const char         *link,
                                           gint64              paper,
                                           GError            **error);

G_END_DECLS
