/* dov-event-lists.h - what belongs to an event, as its page shows it: the film, who helps, who takes part */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-related-list.h"

G_BEGIN_DECLS

extern const DovRelatedList dov_event_film;
extern const DovRelatedList dov_event_no_film;
extern const DovRelatedList dov_event_helpers;
extern const DovRelatedList dov_event_partners;

gboolean dov_event_has_film   (DovStore  *store,
                               DovRecord *event);
gboolean dov_event_wants_film (DovStore  *store,
                               DovRecord *event);
void     dov_event_begin_film (DovRecord *event,
                               DovRecord *draft);

G_END_DECLS
