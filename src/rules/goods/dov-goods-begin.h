/* dov-goods-begin.h - what is known of a new paper, need, drive or loan before anybody types */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

void dov_goods_begin (DovStore  *store,
                      DovRecord *draft);

G_END_DECLS
