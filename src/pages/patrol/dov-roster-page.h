/* dov-roster-page.h - «Составить график…»: a pattern, the shifts it gives, changed by hand and saved at once */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-form-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_ROSTER_PAGE (dov_roster_page_get_type ())
G_DECLARE_FINAL_TYPE (DovRosterPage, dov_roster_page, DOV, ROSTER_PAGE, DovFormPage)

DovPage  *dov_roster_page_new       (DovStore    *store,
                                     gint64       patrol,
                                     const GDate *month);
DovPage  *dov_roster_page_new_draft (DovStore    *store,
                                     DovRecord   *draft,
                                     gint64       kept);
gboolean  dov_roster_page_is_draft  (DovRecord   *draft);

G_END_DECLS
