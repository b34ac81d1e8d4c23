/* dov-contact-record.h - a call, a message or a talk with a family */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_CONTACT_FORM_CALL = 1,
  DOV_CONTACT_FORM_MESSAGE,
  DOV_CONTACT_FORM_MET,
  DOV_CONTACT_FORM_AT_LOUNGE,
} DovContactForm;

GType dov_contact_form_get_type (void);

#define DOV_TYPE_CONTACT_RECORD (dov_contact_record_get_type ())
G_DECLARE_FINAL_TYPE (DovContactRecord, dov_contact_record, DOV, CONTACT_RECORD, DovRecord)

struct _DovContactRecord
{
  DovRecord parent_instance;

  gint64          family_id;
  GDateTime      *contacted_at;
  DovContactForm  form;
  gint64          staff_id;
  char           *with_whom;
  gboolean        reached;
  char           *gist;
  char           *next_step;
  GDate          *next_on;
};

G_END_DECLS
