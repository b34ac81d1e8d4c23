/* dov-incoming-paper.h - a paper that came in: from whom, what it wants, by when */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_INCOMING_KIND_DECISION = 1,
  DOV_INCOMING_KIND_TASK,
  DOV_INCOMING_KIND_REQUEST,
  DOV_INCOMING_KIND_PLAN,
  DOV_INCOMING_KIND_COMPLAINT,
  DOV_INCOMING_KIND_OTHER,
} DovIncomingKind;

GType dov_incoming_kind_get_type (void);

#define DOV_TYPE_INCOMING_PAPER (dov_incoming_paper_get_type ())
G_DECLARE_FINAL_TYPE (DovIncomingPaper, dov_incoming_paper, DOV, INCOMING_PAPER, DovRecord)

struct _DovIncomingPaper
{
  DovRecord parent_instance;

  char            *no;
  GDate           *date;
  gint64           lounge_id;
  gint64           from_id;
  char            *their_no;
  GDate           *their_date;
  DovIncomingKind  kind;
  char            *gist;
  gint64           family_id;
  gint64           person_id;
  GDate           *due_on;
  GDate           *done_on;
};

G_END_DECLS
