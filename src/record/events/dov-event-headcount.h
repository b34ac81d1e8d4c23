/* dov-event-headcount.h - how many people came to an event, by age */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-band.h"
#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_EVENT_HEADCOUNT (dov_event_headcount_get_type ())
G_DECLARE_FINAL_TYPE (DovEventHeadcount, dov_event_headcount, DOV, EVENT_HEADCOUNT, DovRecord)

struct _DovEventHeadcount
{
  DovRecord parent_instance;

  gint64 event_id;
  gint64 b0_6;
  gint64 b7_13;
  gint64 b14_17;
  gint64 b18_35;
  gint64 b36_59;
  gint64 b60;
  gint64 of_disabled;
  gint64 of_target_group;
  gint64 online_views;
};

gint64 dov_event_headcount_get_band  (DovEventHeadcount *self,
                                      DovBand            band);
gint64 dov_event_headcount_get_total (DovEventHeadcount *self);

G_END_DECLS
