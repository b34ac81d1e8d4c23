/* dov-handover.h - a child is handed to somebody known by name */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_RECIPIENT_KIND_PARENT = 1,
  DOV_RECIPIENT_KIND_GUARDIAN,
  DOV_RECIPIENT_KIND_POLICE,
  DOV_RECIPIENT_KIND_SRCN,
  DOV_RECIPIENT_KIND_MEDICAL,
  DOV_RECIPIENT_KIND_KDN,
} DovRecipientKind;

GType dov_recipient_kind_get_type (void);

#define DOV_TYPE_HANDOVER (dov_handover_get_type ())
G_DECLARE_FINAL_TYPE (DovHandover, dov_handover, DOV, HANDOVER, DovRecord)

struct _DovHandover
{
  DovRecord parent_instance;

  char              *act_no;
  GDateTime         *handed_at;
  char              *place;
  gint64             person_id;
  char              *child_name;
  GDate             *child_born;
  char              *child_address;
  char              *circumstances;
  char              *child_state;
  char              *injuries;
  char              *belongings;
  DovRecipientKind   recipient_kind;
  char              *recipient_name;
  char              *recipient_position;
  char              *recipient_document;
  char              *recipient_phone;
  gint64             handed_by_id;
  char              *witness;
  gboolean           is_signed;
  GDate             *anonymised_on;
};

G_END_DECLS
