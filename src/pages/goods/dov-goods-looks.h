/* dov-goods-looks.h - what drives, things, papers and loans look like: form, list, signs of states */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

void dov_goods_looks_tell (void);
