/* dov-consent.h - a consent to what is done with the data of one person */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-person.h"
#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_SIGNER_CAPACITY_SELF = 1,
  DOV_SIGNER_CAPACITY_PARENT,
  DOV_SIGNER_CAPACITY_GUARDIAN,
  DOV_SIGNER_CAPACITY_PROXY,
  DOV_SIGNER_CAPACITY_INSTITUTION,
} DovSignerCapacity;

GType dov_signer_capacity_get_type (void);

typedef enum
{
  DOV_CONSENT_KIND_PROCESSING = 1,
  DOV_CONSENT_KIND_SPECIAL,
  DOV_CONSENT_KIND_TRANSFER,
  DOV_CONSENT_KIND_DISSEMINATION,
  DOV_CONSENT_KIND_PHOTO,
  DOV_CONSENT_KIND_SMS,
} DovConsentKind;

GType dov_consent_kind_get_type (void);

typedef enum
{
  DOV_CONSENT_PURPOSE_CASE      = 1 << 0,
  DOV_CONSENT_PURPOSE_EVENTS    = 1 << 1,
  DOV_CONSENT_PURPOSE_CHARITY   = 1 << 2,
  DOV_CONSENT_PURPOSE_PATROL    = 1 << 3,
  DOV_CONSENT_PURPOSE_MENTOR    = 1 << 4,
  DOV_CONSENT_PURPOSE_REPORTING = 1 << 5,
} DovConsentPurpose;

GType dov_consent_purpose_get_type (void);

typedef enum
{
  DOV_CONSENT_DATA_NAME       = 1 << 0,
  DOV_CONSENT_DATA_BIRTH      = 1 << 1,
  DOV_CONSENT_DATA_SEX        = 1 << 2,
  DOV_CONSENT_DATA_ADDRESS    = 1 << 3,
  DOV_CONSENT_DATA_PHONE      = 1 << 4,
  DOV_CONSENT_DATA_DOCUMENT   = 1 << 5,
  DOV_CONSENT_DATA_SNILS      = 1 << 6,
  DOV_CONSENT_DATA_FAMILY     = 1 << 7,
  DOV_CONSENT_DATA_EDUCATION  = 1 << 8,
  DOV_CONSENT_DATA_INCOME     = 1 << 9,
  DOV_CONSENT_DATA_HOUSING    = 1 << 10,
  DOV_CONSENT_DATA_ATTENDANCE = 1 << 11,
  DOV_CONSENT_DATA_HELP       = 1 << 12,
  DOV_CONSENT_DATA_HEALTH     = 1 << 13,
  DOV_CONSENT_DATA_IMAGE      = 1 << 14,
} DovConsentData;

GType dov_consent_data_get_type (void);

typedef enum
{
  DOV_CONSENT_ACTIONS_COLLECT     = 1 << 0,
  DOV_CONSENT_ACTIONS_RECORD      = 1 << 1,
  DOV_CONSENT_ACTIONS_SYSTEMATISE = 1 << 2,
  DOV_CONSENT_ACTIONS_ACCUMULATE  = 1 << 3,
  DOV_CONSENT_ACTIONS_STORE       = 1 << 4,
  DOV_CONSENT_ACTIONS_UPDATE      = 1 << 5,
  DOV_CONSENT_ACTIONS_RETRIEVE    = 1 << 6,
  DOV_CONSENT_ACTIONS_USE         = 1 << 7,
  DOV_CONSENT_ACTIONS_TRANSFER    = 1 << 8,
  DOV_CONSENT_ACTIONS_ANONYMISE   = 1 << 9,
  DOV_CONSENT_ACTIONS_BLOCK       = 1 << 10,
  DOV_CONSENT_ACTIONS_DELETE      = 1 << 11,
  DOV_CONSENT_ACTIONS_DESTROY     = 1 << 12,
} DovConsentActions;

GType dov_consent_actions_get_type (void);

typedef enum
{
  DOV_CONSENT_STATUS_DRAFT = 1,
  DOV_CONSENT_STATUS_ACTIVE,
  DOV_CONSENT_STATUS_EXPIRED,
  DOV_CONSENT_STATUS_WITHDRAWN,
} DovConsentStatus;

GType dov_consent_status_get_type (void);

#define DOV_TYPE_CONSENT (dov_consent_get_type ())
G_DECLARE_FINAL_TYPE (DovConsent, dov_consent, DOV, CONSENT, DovRecord)

struct _DovConsent
{
  DovRecord parent_instance;

  char              *no;
  gint64             lounge_id;
  gint64             subject_id;
  DovConsentKind     kind;
  gint64             signer_id;
  DovSignerCapacity  signer_capacity;
  char              *authority_doc;
  GDate             *signed_on;
  gboolean           teen_signed;
  DovConsentPurpose  purpose;
  DovConsentData     data_list;
  DovConsentActions  actions;
  GDate             *valid_until;
  char              *until_event;
  char              *withdrawal_way;
  GDate             *withdrawn_on;
  char              *withdrawn_reason;
};

gboolean         dov_consent_find_end   (DovConsent  *self,
                                         DovPerson   *subject,
                                         GDate       *end);
DovConsentStatus dov_consent_get_status (DovConsent  *self,
                                         DovPerson   *subject,
                                         const GDate *today);

G_END_DECLS
