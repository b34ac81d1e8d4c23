/* dov-drive-page.h - one charity drive: figures, things, needs, received, handed out, the next step */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_DRIVE_PAGE (dov_drive_page_get_type ())
G_DECLARE_FINAL_TYPE (DovDrivePage, dov_drive_page, DOV, DRIVE_PAGE, DovPage)

DovPage *dov_drive_page_new (DovStore *store,
                             gint64    drive);

G_END_DECLS
