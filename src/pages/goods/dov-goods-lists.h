/* dov-goods-lists.h - what the lists of drives, papers of the stock, things and loans look like */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-list-view.h"

G_BEGIN_DECLS

void dov_goods_lists_tell (void);

G_END_DECLS
