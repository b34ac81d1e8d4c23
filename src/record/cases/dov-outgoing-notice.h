/* dov-outgoing-notice.h - what is told to the police, the commission or a school */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_OUTGOING_NOTICE_KIND_INFORMATION = 1,
  DOV_OUTGOING_NOTICE_KIND_FINDING,
  DOV_OUTGOING_NOTICE_KIND_REPEATED,
  DOV_OUTGOING_NOTICE_KIND_REQUEST,
  DOV_OUTGOING_NOTICE_KIND_SIGNAL,
  DOV_OUTGOING_NOTICE_KIND_ANSWER,
  DOV_OUTGOING_NOTICE_KIND_OTHER,
} DovOutgoingNoticeKind;

GType dov_outgoing_notice_kind_get_type (void);

typedef enum
{
  DOV_OUTGOING_NOTICE_DELIVERY_HAND = 1,
  DOV_OUTGOING_NOTICE_DELIVERY_POST,
  DOV_OUTGOING_NOTICE_DELIVERY_EMAIL,
  DOV_OUTGOING_NOTICE_DELIVERY_PHONE,
  DOV_OUTGOING_NOTICE_DELIVERY_OTHER,
} DovOutgoingNoticeDelivery;

GType dov_outgoing_notice_delivery_get_type (void);

#define DOV_TYPE_OUTGOING_NOTICE (dov_outgoing_notice_get_type ())
G_DECLARE_FINAL_TYPE (DovOutgoingNotice, dov_outgoing_notice, DOV, OUTGOING_NOTICE, DovRecord)

struct _DovOutgoingNotice
{
  DovRecord parent_instance;

  char              *notice_no;
  GDate             *date;
  gint64             lounge_id;
  gint64             to_id;
  DovOutgoingNoticeKind      kind;
  char              *text;
  char              *measures;
  char              *request;
  gint64             finding_id;
  gint64             signal_id;
  gint64             family_id;
  gint64             incoming_id;
  DovOutgoingNoticeDelivery  delivered_by;
  GDate             *delivered_on;
  GDate             *answered_on;
  char              *answer;
};

G_END_DECLS
