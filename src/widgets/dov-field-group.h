/* dov-field-group.h - some fields of one draft in a boxed list under a title */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-field-row.h"

G_BEGIN_DECLS

/* A group has at most this many rows, so that it can be taken in at a glance. */
#define DOV_FIELD_GROUP_MOST 6

#define DOV_TYPE_FIELD_GROUP (dov_field_group_get_type ())
G_DECLARE_FINAL_TYPE (DovFieldGroup, dov_field_group, DOV, FIELD_GROUP, GtkBox)

GtkWidget   *dov_field_group_new         (DovStore         *store,
                                          DovRecord        *draft,
                                          const char       *title);
void         dov_field_group_set_title   (DovFieldGroup    *self,
                                          const char       *title);
DovRecord   *dov_field_group_get_draft   (DovFieldGroup    *self);
DovFieldRow *dov_field_group_add         (DovFieldGroup    *self,
                                          const char       *field);
DovFieldRow *dov_field_group_add_of      (DovFieldGroup    *self,
                                          DovRecord        *draft,
                                          const char       *field);
void         dov_field_group_add_main    (DovFieldGroup    *self);
GPtrArray   *dov_field_group_get_rows    (DovFieldGroup    *self);
DovFieldRow *dov_field_group_find        (DovFieldGroup    *self,
                                          const char       *field);

gboolean     dov_field_group_read        (DovFieldGroup    *self);
gboolean     dov_field_group_show_problem (DovFieldGroup   *self,
                                          DovRecord        *draft,
                                          const DovProblem *problem);
void         dov_field_group_set_refusal (DovFieldGroup    *self,
                                          const char       *message);

/* For a group that is a small form of its own. */
gboolean     dov_field_group_check       (DovFieldGroup    *self);
void         dov_field_group_focus_first (DovFieldGroup    *self);
void         dov_field_group_focus_error (DovFieldGroup    *self);

G_END_DECLS
