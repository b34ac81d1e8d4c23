/* dov-bin-page.h - what was removed and can be taken back, by kind */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

DovPage *dov_bin_page_new (DovStore *store);

G_END_DECLS
