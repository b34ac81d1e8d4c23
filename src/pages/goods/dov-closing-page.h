/* dov-closing-page.h - the end of a drive: every open thing named, what is left decided, then closed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_CLOSING_PAGE (dov_closing_page_get_type ())
G_DECLARE_FINAL_TYPE (DovClosingPage, dov_closing_page, DOV, CLOSING_PAGE, DovPage)

DovPage *dov_closing_page_new (DovStore *store,
                               gint64    drive);

G_END_DECLS
