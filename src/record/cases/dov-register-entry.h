/* dov-register-entry.h - a family or a child is put on a register, kept on it and taken off */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_REGISTER_KIND_SOP_KDN = 1,
  DOV_REGISTER_KIND_PDN,
  DOV_REGISTER_KIND_SOCIAL,
  DOV_REGISTER_KIND_SCHOOL,
  DOV_REGISTER_KIND_LOUNGE,
} DovRegisterKind;

GType dov_register_kind_get_type (void);

typedef enum
{
  DOV_REGISTER_STEP_PUT_ON = 1,
  DOV_REGISTER_STEP_PROLONGED,
  DOV_REGISTER_STEP_CHANGED,
  DOV_REGISTER_STEP_CANCELLED,
} DovRegisterStep;

GType dov_register_step_get_type (void);

typedef enum
{
  DOV_REGISTER_OFF_FIXED = 1,
  DOV_REGISTER_OFF_AGE18,
  DOV_REGISTER_OFF_MOVED,
  DOV_REGISTER_OFF_DEPRIVED,
  DOV_REGISTER_OFF_PLACED,
  DOV_REGISTER_OFF_MERGED,
  DOV_REGISTER_OFF_DIED,
  DOV_REGISTER_OFF_OTHER,
} DovRegisterOff;

GType dov_register_off_get_type (void);

#define DOV_TYPE_REGISTER_ENTRY (dov_register_entry_get_type ())
G_DECLARE_FINAL_TYPE (DovRegisterEntry, dov_register_entry, DOV, REGISTER_ENTRY, DovRecord)

struct _DovRegisterEntry
{
  DovRecord parent_instance;

  DovRegisterKind  register_kind;
  gint64           family_id;
  gint64           person_id;
  DovRegisterStep  step;
  gint64           previous_id;
  char            *on_decision_no;
  GDate           *on_date;
  gint64           authority_id;
  char            *reason;
  GDate           *review_due;
  GDate           *off_date;
  char            *off_decision_no;
  DovRegisterOff   off_reason;
};

G_END_DECLS
