/* dov-child-place.h - a child who lives elsewhere for a while, and comes back */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

/* SQL about a line of where a child lives: elsewhere on the day. That of coming back is the first at home. */
#define DOV_CHILD_AWAY_ON(line, day) \
  "(" line ".place <> 'home' AND " line ".since <= " day " AND (" line ".until IS NULL OR " line ".until > " day "))"

/* SQL: the person with this id lives elsewhere on the day. */
#define DOV_CHILD_IS_AWAY(person, day) \
  "EXISTS (SELECT 1 FROM live_child_placement away_ WHERE away_.person_id = " person " AND " DOV_CHILD_AWAY_ON ("away_", day) ")"

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
