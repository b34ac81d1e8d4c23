/* dov-written-application.h - what somebody asks the lounge for in writing */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_APPLICATION_KIND_JOIN = 1,
  DOV_APPLICATION_KIND_SERVICE,
  DOV_APPLICATION_KIND_MENTOR_REQUEST,
  DOV_APPLICATION_KIND_MENTOR_CANDIDATE,
  DOV_APPLICATION_KIND_VOLUNTEER,
  DOV_APPLICATION_KIND_PATROL_MEMBER,
  DOV_APPLICATION_KIND_CLUB_JOIN,
  DOV_APPLICATION_KIND_EXIT,
} DovApplicationKind;

GType dov_application_kind_get_type (void);

typedef enum
{
  DOV_APPLICATION_DECISION_GRANTED = 1,
  DOV_APPLICATION_DECISION_REFUSED,
} DovApplicationDecision;

GType dov_application_decision_get_type (void);

#define DOV_TYPE_WRITTEN_APPLICATION (dov_written_application_get_type ())
G_DECLARE_FINAL_TYPE (DovWrittenApplication, dov_written_application, DOV, WRITTEN_APPLICATION, DovRecord)

struct _DovWrittenApplication
{
  DovRecord parent_instance;

  char                   *no;
  GDate                  *date;
  gint64                  lounge_id;
  gint64                  person_id;
  gint64                  family_id;
  DovApplicationKind      kind;
  char                   *text;
  DovApplicationDecision  decision;
  GDate                  *decided_on;
  gint64                  decided_by_id;
  GDate                  *notified_on;
};

G_END_DECLS
