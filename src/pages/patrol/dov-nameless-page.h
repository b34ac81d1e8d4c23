/* dov-nameless-page.h - findings whose names are kept longer than they may be, and taking them out (T9) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"
#include "dov-store.h"

G_BEGIN_DECLS

/* So long a finding may have a name without another ground. */
#define DOV_NAMELESS_DAYS 30

#define DOV_TYPE_NAMELESS_PAGE (dov_nameless_page_get_type ())
G_DECLARE_FINAL_TYPE (DovNamelessPage, dov_nameless_page, DOV, NAMELESS_PAGE, DovPage)

DovPage  *dov_nameless_page_new  (DovStore *store);

guint     dov_nameless_count_due (DovStore *store);
GArray   *dov_nameless_list_due  (DovStore *store) G_GNUC_WARN_UNUSED_RESULT;
gboolean  dov_nameless_take_out  (DovStore *store,
                                  GArray   *findings,
                                  GError  **error);

G_END_DECLS
