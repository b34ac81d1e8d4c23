/* dov-series.h - the events of a series: previewed, made, skipped where something is in the way */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-event-series.h"
#include "dov-store.h"

G_BEGIN_DECLS

/**
 * DovSeriesDay:
 * @starts_at: when an event would be
 * @event_id: of the event of the series that is there already, 0 if none
 * @reason: (nullable): why it is skipped at first: a holiday, the room is taken
 * @is_wanted: whether an event is made
 */
typedef struct
{
  GDateTime *starts_at;
  gint64     event_id;
  char      *reason;
  gboolean   is_wanted;
} DovSeriesDay;

GPtrArray *dov_series_preview    (DovStore        *store,
                                  DovEventSeries  *series,
                                  const GDate     *since,
                                  const GDate     *until) G_GNUC_WARN_UNUSED_RESULT;
char      *dov_series_find_lack  (DovEventSeries  *series) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dov_series_make       (DovStore        *store,
                                  DovEventSeries  *series,
                                  GPtrArray       *days,
                                  guint           *n_made,
                                  GError         **error);

G_END_DECLS
