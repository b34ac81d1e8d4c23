/* dov-signal.h - what somebody told of a family that may need help */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_SIGNAL_SOURCE_SELF = 1,
  DOV_SIGNAL_SOURCE_SCHOOL,
  DOV_SIGNAL_SOURCE_HEALTH,
  DOV_SIGNAL_SOURCE_POLICE,
  DOV_SIGNAL_SOURCE_KDN,
  DOV_SIGNAL_SOURCE_SOCIAL,
  DOV_SIGNAL_SOURCE_PATROL,
  DOV_SIGNAL_SOURCE_SETTLEMENT,
  DOV_SIGNAL_SOURCE_NEIGHBOUR,
  DOV_SIGNAL_SOURCE_MENTOR,
  DOV_SIGNAL_SOURCE_ANONYMOUS,
  DOV_SIGNAL_SOURCE_OTHER,
} DovSignalSource;

GType dov_signal_source_get_type (void);

typedef enum
{
  DOV_SIGNAL_URGENCY_IMMEDIATE = 1,
  DOV_SIGNAL_URGENCY_WITHIN_3_DAYS,
  DOV_SIGNAL_URGENCY_PLANNED,
} DovSignalUrgency;

GType dov_signal_urgency_get_type (void);

typedef enum
{
  DOV_SIGNAL_DECISION_OPENED_CASE = 1,
  DOV_SIGNAL_DECISION_ADVICE,
  DOV_SIGNAL_DECISION_FORWARDED,
  DOV_SIGNAL_DECISION_NOT_CONFIRMED,
  DOV_SIGNAL_DECISION_JOINED,
} DovSignalDecision;

GType dov_signal_decision_get_type (void);

#define DOV_TYPE_SIGNAL (dov_signal_get_type ())
G_DECLARE_FINAL_TYPE (DovSignal, dov_signal, DOV, SIGNAL, DovRecord)

struct _DovSignal
{
  DovRecord parent_instance;

  char              *no;
  GDateTime         *received_at;
  gint64             lounge_id;
  DovSignalSource    source;
  char              *reporter;
  gint64             family_id;
  char              *subject_text;
  char              *summary;
  DovSignalUrgency   urgency;
  gint64             finding_id;
  gint64             visit_id;
  gint64             act_id;
  gint64             forwarded_to_id;
  GDateTime         *forwarded_at;
  DovSignalDecision  decision;
  GDate             *decided_on;
  char              *decision_note;
  gint64             staff_id;
};

G_END_DECLS
