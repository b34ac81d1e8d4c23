/* dov-help-page.h - how the work goes, in plain words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

DovPage *dov_help_page_new (void);

G_END_DECLS
