/* dov-assistant-page.h - the first start: a new file, the example, a file that is there, or a copy */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

DovPage *dov_assistant_page_new (void);

G_END_DECLS
