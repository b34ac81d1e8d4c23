/* dov-newcomer.h - somebody who comes into a family: found among the known, or made */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-family-member.h"
#include "dov-form.h"
#include "dov-person.h"

G_BEGIN_DECLS

#define DOV_TYPE_NEWCOMER (dov_newcomer_get_type ())
G_DECLARE_FINAL_TYPE (DovNewcomer, dov_newcomer, DOV, NEWCOMER, GtkBox)

GtkWidget     *dov_newcomer_new       (DovForm         *form,
                                       DovFamilyMember *member,
                                       const char      *part,
                                       const char      *title,
                                       gboolean         is_optional);
void           dov_newcomer_set_kinship
                                      (DovNewcomer     *self,
                                       DovKinship       kinship,
                                       const char      *title);
DovFieldGroup *dov_newcomer_get_group (DovNewcomer     *self);
char          *dov_newcomer_dup_name  (DovNewcomer     *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean       dov_newcomer_save      (DovNewcomer     *self,
                                       gint64           family,
                                       GError         **error);

G_END_DECLS
