/* dov-post.h - what a specialist has on their hands, and handing it over to another in one operation */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

/* What is handed over; the ids of each are asked for alone. */
typedef enum
{
  DOV_POST_FAMILIES,
  DOV_POST_STEPS,
  DOV_POST_TASKS,
  DOV_POST_SIGNALS,
  DOV_POST_N_KINDS,
} DovPostKind;

GType       dov_post_get_type  (DovPostKind   kind);
const char *dov_post_get_title (DovPostKind   kind);
GArray     *dov_post_list      (DovStore     *store,
                                DovPostKind   kind,
                                gint64        staff_id) G_GNUC_WARN_UNUSED_RESULT;
gboolean    dov_post_hand_over (DovStore     *store,
                                gint64        from_id,
                                gint64        to_id,
                                GError      **error);

G_END_DECLS
