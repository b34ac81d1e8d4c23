/* dov-signal-steps.h - what is done with a signal: taken up, passed on, and how soon something was done */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-signal.h"
#include "dov-store.h"

G_BEGIN_DECLS

gboolean   dov_signal_take_up        (DovStore   *store,
                                      gint64      signal_id,
                                      gint64      family_id,
                                      GError    **error);
DovRecord *dov_signal_begin_notice   (DovStore   *store,
                                      DovSignal  *self) G_GNUC_WARN_UNUSED_RESULT;
DovRecord *dov_signal_begin_family   (DovStore   *store,
                                      DovSignal  *self) G_GNUC_WARN_UNUSED_RESULT;
gint64     dov_signal_find_notice    (DovStore   *store,
                                      DovSignal  *self,
                                      gboolean    without_answer);
char      *dov_signal_dup_response   (DovStore   *store,
                                      DovSignal  *self) G_GNUC_WARN_UNUSED_RESULT;
void       dov_signal_steps_install  (DovStore   *store);

G_END_DECLS
