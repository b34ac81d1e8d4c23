/* dov-notice-number.h - the number of an outgoing notice (V8) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

char *dov_notice_number_propose (DovStore    *store,
                                 gint64       lounge_id,
                                 const GDate *on) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
