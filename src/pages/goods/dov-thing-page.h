/* dov-thing-page.h - the card of one thing: what there is of it and where, and every movement */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_THING_PAGE (dov_thing_page_get_type ())
G_DECLARE_FINAL_TYPE (DovThingPage, dov_thing_page, DOV, THING_PAGE, DovPage)

DovPage *dov_thing_page_new (DovStore *store,
                             gint64    item,
                             gint64    lounge,
                             gint64    drive);

G_END_DECLS
