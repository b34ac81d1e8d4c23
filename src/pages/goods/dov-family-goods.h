/* dov-family-goods.h - what a family asks for, was given and has borrowed, as its page shows it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

void dov_family_goods_offer (void);
