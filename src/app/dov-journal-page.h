/* dov-journal-page.h - everything that was done, the last first; each can be taken back */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

DovPage *dov_journal_page_new (DovStore *store);
gboolean dov_journal_page_ask (DovPage  *page,
                               gint64    operation);

G_END_DECLS
