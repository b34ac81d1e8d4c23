/* dov-family-kin.h - families linked with a family, and what the patrol found, on its page */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-section-box.h"
#include "dov-store.h"

G_BEGIN_DECLS

guint dov_family_fill_kin      (DovSectionBox *section,
                                DovStore      *store,
                                gint64         family);
guint dov_family_fill_findings (DovSectionBox *section,
                                DovStore      *store,
                                gint64         family);

G_END_DECLS
