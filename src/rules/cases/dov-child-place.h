/* dov-child-place.h - a child who lives elsewhere for a while, and comes back */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

gint64    dov_child_place_find     (DovStore    *store,
                                    gint64       person,
                                    const GDate *day);
char     *dov_child_place_dup_words (DovStore   *store,
                                    gint64       person) G_GNUC_WARN_UNUSED_RESULT;
char     *dov_child_place_dup_away (DovStore    *store,
                                    gint64       family) G_GNUC_WARN_UNUSED_RESULT;
gboolean  dov_child_place_return   (DovStore    *store,
                                    gint64       placement,
                                    const GDate *day,
                                    GError     **error);

G_END_DECLS
