/* dov-draft-completing.h - what follows in a form from the settings and from what is typed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

void dov_draft_complete (DovStore  *store,
                         DovRecord *draft);

G_END_DECLS
