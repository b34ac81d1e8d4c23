/* dov-nameless.h - names are taken out of findings after 30 days, unless there is a ground to keep them (T9) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

/* So long a finding may have a name without another ground. */
#define DOV_NAMELESS_DAYS 30

guint     dov_nameless_count_due (DovStore *store);
GArray   *dov_nameless_list_due  (DovStore *store) G_GNUC_WARN_UNUSED_RESULT;
gboolean  dov_nameless_take_out  (DovStore *store,
                                  GArray   *findings,
                                  GError  **error);

G_END_DECLS
