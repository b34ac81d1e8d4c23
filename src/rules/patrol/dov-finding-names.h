/* dov-finding-names.h - names of children go out of findings after thirty days (T9) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

/**
 * DovNameDue:
 * @type: %DOV_TYPE_PATROL_FINDING, or %DOV_TYPE_HANDOVER for one without a finding
 */
typedef struct
{
  GType  type;
  gint64 id;
} DovNameDue;

GArray   *dov_finding_names_list_due (DovStore     *store,
                                      const GDate  *on) G_GNUC_WARN_UNUSED_RESULT;
gboolean  dov_finding_names_take_out (DovStore     *store,
                                      GArray       *due,
                                      GError      **error);

G_END_DECLS
