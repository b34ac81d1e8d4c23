/* dov-newcomer.h - somebody who comes into a family: found among the known, or made */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-family-member.h"
#include "dov-form.h"
#include "dov-person.h"

G_BEGIN_DECLS

#define DOV_TYPE_NEWCOMER (dov_newcomer_get_type ())
G_DECLARE_FINAL_TYPE (DovNewcomer, dov_newcomer, DOV, NEWCOMER, GObject)

DovNewcomer     *dov_newcomer_new        (DovForm         *form,
                                          DovFamilyMember *member,
                                          const char      *part,
                                          const char      *title,
                                          gboolean         at_end);
DovFieldGroup   *dov_newcomer_get_group  (DovNewcomer     *self);
gboolean         dov_newcomer_is_given   (DovNewcomer     *self);
void             dov_newcomer_set_optional (DovNewcomer   *self);
void             dov_newcomer_choose     (DovNewcomer     *self,
                                          gint64           person);
char            *dov_newcomer_dup_name   (DovNewcomer     *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean         dov_newcomer_save       (DovNewcomer     *self,
                                          gint64           family,
                                          GError         **error);

G_END_DECLS
