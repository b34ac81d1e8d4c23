/* dov-family-goods.h - what a family was given, has borrowed and asks for, on its page */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-section-box.h"
#include "dov-store.h"

G_BEGIN_DECLS

guint dov_family_fill_gifts (DovSectionBox *section,
                             DovStore      *store,
                             gint64         family);
guint dov_family_fill_loans (DovSectionBox *section,
                             DovStore      *store,
                             gint64         family);
guint dov_family_fill_needs (DovSectionBox *section,
                             DovStore      *store,
                             gint64         family);

G_END_DECLS
