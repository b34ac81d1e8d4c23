/* dov-briefing.h - the yearly briefing of the members of a patrol is written down */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

/* Each is one operation, with its line in the history and its undo. */
gboolean dov_briefing_write     (DovStore    *store,
                                 gint64       member,
                                 const char  *typed,
                                 GError     **error);
gboolean dov_briefing_write_all (DovStore    *store,
                                 gint64       patrol,
                                 const char  *typed,
                                 GError     **error);

G_END_DECLS
