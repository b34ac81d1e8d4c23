/* dov-trouble-page.h - why the file cannot be opened, and every way on */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

DovPage *dov_trouble_page_new (const char   *path,
                               const GError *error);

G_END_DECLS
