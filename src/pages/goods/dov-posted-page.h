/* dov-posted-page.h - a paper about goods that was written: what it says, its lines, how it is taken back */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_POSTED_PAGE (dov_posted_page_get_type ())
G_DECLARE_FINAL_TYPE (DovPostedPage, dov_posted_page, DOV, POSTED_PAGE, DovPage)

gboolean  dov_posted_page_shows (GType     type);
DovPage  *dov_posted_page_new   (DovStore *store,
                                 GType     type,
                                 gint64    id);

G_END_DECLS
