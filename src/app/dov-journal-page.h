/* dov-journal-page.h - everything that was done, the last first; each can be taken back */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

DovPage *dov_journal_page_new (DovStore *store);

G_END_DECLS
