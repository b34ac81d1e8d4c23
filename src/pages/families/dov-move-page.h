/* dov-move-page.h - a family is given to another lounge */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-form-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_MOVE_PAGE (dov_move_page_get_type ())
G_DECLARE_FINAL_TYPE (DovMovePage, dov_move_page, DOV, MOVE_PAGE, DovFormPage)

DovPage *dov_move_page_new (DovStore  *store,
                            DovRecord *draft,
                            gint64     kept);

G_END_DECLS
