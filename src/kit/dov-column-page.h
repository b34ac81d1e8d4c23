/* dov-column-page.h - a page of sections one below the other, made anew after each operation */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

/**
 * DovColumnFill:
 * @column: empty; takes the sections
 *
 * Makes what the page shows.
 */
typedef void (*DovColumnFill) (DovPage  *page,
                               DovStore *store,
                               GtkBox   *column);

DovPage *dov_column_page_new (DovStore      *store,
                              int            width,
                              DovColumnFill  fill);

G_END_DECLS
