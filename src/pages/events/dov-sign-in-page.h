/* dov-sign-in-page.h - a sign-in sheet come back from the table: numbers mark, empty rows become newcomers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_SIGN_IN_PAGE (dov_sign_in_page_get_type ())
G_DECLARE_FINAL_TYPE (DovSignInPage, dov_sign_in_page, DOV, SIGN_IN_PAGE, DovPage)

DovPage *dov_sign_in_page_new (DovStore *store,
                               gint64    event);

G_END_DECLS
