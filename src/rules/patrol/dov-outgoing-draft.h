/* dov-outgoing-draft.h - what is known of an outgoing notice or an act before anything is typed: its number (V8), its facts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-patrol-finding.h"
#include "dov-store.h"

G_BEGIN_DECLS

char      *dov_notice_number_propose  (DovStore         *store,
                                       gint64            lounge_id,
                                       const GDate      *on) G_GNUC_WARN_UNUSED_RESULT;
char      *dov_handover_number_propose (DovStore        *store,
                                       gint64            member_id,
                                       const GDate      *on) G_GNUC_WARN_UNUSED_RESULT;
void       dov_outgoing_draft_fill_in (DovStore         *store,
                                       DovRecord        *draft);
DovRecord *dov_outgoing_draft_about   (DovStore         *store,
                                       DovPatrolFinding *finding) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
