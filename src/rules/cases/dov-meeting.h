/* dov-meeting.h - a family was visited or spoken to: what is known of it before, and what is saved with it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-contact-record.h"
#include "dov-home-visit.h"
#include "dov-store.h"

G_BEGIN_DECLS

void       dov_meeting_begin       (DovStore      *store,
                                    DovRecord     *draft);
gint64     dov_meeting_find_staff  (DovStore      *store,
                                    gint64         family_id);
GArray    *dov_meeting_list_people (DovStore      *store,
                                    DovHomeVisit  *visit) G_GNUC_WARN_UNUSED_RESULT;
GArray    *dov_meeting_list_met    (DovStore      *store,
                                    DovHomeVisit  *visit) G_GNUC_WARN_UNUSED_RESULT;
DovRecord *dov_meeting_find_last   (DovStore      *store,
                                    DovRecord     *draft) G_GNUC_WARN_UNUSED_RESULT;

gboolean   dov_meeting_save_visit  (DovStore      *store,
                                    DovHomeVisit  *visit,
                                    GArray        *met,
                                    GArray        *closes,
                                    GError       **error);
gboolean   dov_meeting_save_talk   (DovStore      *store,
                                    DovContactRecord *talk,
                                    GArray        *closes,
                                    GError       **error);

G_END_DECLS
