/* dov-catalogue-page.h - the quiet lists: places, staff, forms of events and the like */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

DovPage *dov_catalogue_page_new (DovStore *store);

G_END_DECLS
