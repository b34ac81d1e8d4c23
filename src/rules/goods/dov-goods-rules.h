/* dov-goods-rules.h - installs what stock, papers and rental must keep to */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

void dov_stock_rules_install  (DovStore *store);
void dov_paper_rules_install  (DovStore *store);
void dov_recipient_rules_install (DovStore *store);

G_END_DECLS
