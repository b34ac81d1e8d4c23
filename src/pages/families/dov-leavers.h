/* dov-leavers.h - who leaves a family for a new one, chosen in the form of the new one */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-form.h"

G_BEGIN_DECLS

#define DOV_TYPE_LEAVERS (dov_leavers_get_type ())
G_DECLARE_FINAL_TYPE (DovLeavers, dov_leavers, DOV, LEAVERS, GtkBox)

DovRecord *dov_leavers_new_draft  (DovStore    *store,
                                   gint64       source) G_GNUC_WARN_UNUSED_RESULT;
gint64     dov_leavers_get_source (DovRecord   *draft);
GtkWidget *dov_leavers_new        (DovForm     *form);
gboolean   dov_leavers_save       (DovLeavers  *self,
                                   GError     **error);

G_END_DECLS
