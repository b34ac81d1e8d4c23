/* dov-signal-clock.h - by when a signal wants its first act, and how long it has waited */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-signal.h"
#include "dov-store.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_SIGNAL_CLOCK_DECIDED,   /* what was decided stands instead of the clock */
  DOV_SIGNAL_CLOCK_DANGER,    /* danger to life, and nobody has decided */
  DOV_SIGNAL_CLOCK_LATE,
  DOV_SIGNAL_CLOCK_NEAR,      /* within a day */
  DOV_SIGNAL_CLOCK_RUNS,
} DovSignalClock;

DovSignalClock  dov_signal_clock_find       (DovSignal *self);
GDateTime      *dov_signal_clock_dup_due    (DovSignal *self) G_GNUC_WARN_UNUSED_RESULT;
char           *dov_signal_clock_dup_words  (DovSignal *self) G_GNUC_WARN_UNUSED_RESULT;
char           *dov_signal_clock_dup_waited (GTimeSpan  span) G_GNUC_WARN_UNUSED_RESULT;
gint64          dov_signal_clock_count_open (DovStore  *store,
                                             gint64     lounge_id);

G_END_DECLS
