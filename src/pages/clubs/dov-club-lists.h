/* dov-club-lists.h - members and sessions of a group, as its page shows them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-related-list.h"

G_BEGIN_DECLS

extern const DovRelatedList dov_club_members;
extern const DovRelatedList dov_club_sessions;

/* A row of the schedule. */
char *dov_club_slot_words (DovStore  *store,
                           DovRecord *slot) G_GNUC_WARN_UNUSED_RESULT;
char *dov_club_slot_place (DovStore  *store,
                           DovRecord *slot) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
