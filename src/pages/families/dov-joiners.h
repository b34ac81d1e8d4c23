/* dov-joiners.h - which of two families that become one goes on, and who is what there */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-form.h"

G_BEGIN_DECLS

#define DOV_TYPE_JOINERS (dov_joiners_get_type ())
G_DECLARE_FINAL_TYPE (DovJoiners, dov_joiners, DOV, JOINERS, GtkBox)

DovRecord *dov_joiners_new_draft (gint64       family) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dov_joiners_is_asked  (DovRecord   *draft);
GtkWidget *dov_joiners_new       (DovForm     *form);
void       dov_joiners_narrow    (DovForm     *form);
gboolean   dov_joiners_save      (DovJoiners  *self,
                                  GError     **error);

G_END_DECLS
