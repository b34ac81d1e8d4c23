/* dov-finding-names.h - names of children go out of findings after thirty days (T9) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

#define DOV_FINDING_KEPT_DAYS 30

/**
 * DovNameDue:
 * @type: %DOV_TYPE_PATROL_FINDING, or %DOV_TYPE_HANDOVER for one without a finding
 * @due_on: from that day on the name is to be taken out
 */
typedef struct
{
  GType  type;
  gint64 id;
  GDate  due_on;
} DovNameDue;

GArray   *dov_finding_names_list_due (DovStore     *store,
                                      const GDate  *on,
                                      GError      **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  dov_finding_names_take_out (DovStore     *store,
                                      GArray       *due,
                                      GError      **error);

G_END_DECLS
