/* dov-event.h - an event: planned, held, counted once */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-event-matter.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_STAT_KIND_LEISURE = 1,
  DOV_STAT_KIND_INFO,
  DOV_STAT_KIND_NOT_COUNTED,
} DovStatKind;

GType dov_stat_kind_get_type (void);

typedef enum
{
  DOV_EVENT_STATUS_DRAFT = 1,
  DOV_EVENT_STATUS_PLANNED,
  DOV_EVENT_STATUS_APPROVED,
  DOV_EVENT_STATUS_HELD,
  DOV_EVENT_STATUS_CANCELLED,
  DOV_EVENT_STATUS_MOVED,
} DovEventStatus;

GType dov_event_status_get_type (void);

#define DOV_TYPE_EVENT (dov_event_get_type ())
G_DECLARE_FINAL_TYPE (DovEvent, dov_event, DOV, EVENT, DovRecord)

struct _DovEvent
{
  DovRecord parent_instance;

  char           *title;
  GDateTime      *starts_at;
  GDateTime      *ends_at;
  gint64          lounge_id;
  char           *place;
  gboolean        outside;
  gint64          form_id;
  DovStatKind     stat_kind;
  DovDirection    direction;
  gint64          series_id;
  DovAudience     audience;
  DovAgeMark      age_mark;
  gint64          responsible_id;
  gint64          planned_count;
  gboolean        registration;
  gint64          seat_limit;
  gboolean        paid;
  gint64          price;
  gboolean        pushkin;
  gboolean        weekend_program;
  DovEventStatus  status;
  char           *status_reason;
  gint64          moved_to_id;
  char           *note;
};

gint64 dov_event_get_number (DovEvent *self);

G_END_DECLS
