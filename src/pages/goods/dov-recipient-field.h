/* dov-recipient-field.h - which grown-up takes the things for a family: a member, or somebody by proxy */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-form.h"

G_BEGIN_DECLS

#define DOV_TYPE_RECIPIENT_FIELD (dov_recipient_field_get_type ())
G_DECLARE_FINAL_TYPE (DovRecipientField, dov_recipient_field, DOV, RECIPIENT_FIELD, GtkBox)

GtkWidget *dov_recipient_field_new        (DovForm           *form,
                                           const char        *title,
                                           DovFieldGroup     *proxy);
void       dov_recipient_field_set_family (DovRecipientField *self,
                                           gint64             family);

/* The grown-ups of a family, likeliest first, and its children, each with a few words. */
GPtrArray *dov_family_list_adults         (DovStore          *store,
                                           gint64             family,
                                           const GDate       *on) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *dov_family_list_children       (DovStore          *store,
                                           gint64             family,
                                           const GDate       *on) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
