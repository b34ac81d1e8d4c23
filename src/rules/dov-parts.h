/* dov-parts.h - removing and restoring a record together with what belongs to nothing else */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

gboolean dov_parts_remove  (DovStore   *store,
                            DovRecord  *record,
                            GError    **error);
gboolean dov_parts_restore (DovStore   *store,
                            DovRecord  *record,
                            GError    **error);

G_END_DECLS
