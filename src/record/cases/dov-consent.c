/* dov-consent.c - a consent to what is done with the data of one person */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-consent.h"

#include "dov-fold.h"
#include "dov-lounge.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovSignerCapacity, dov_signer_capacity,
  { DOV_SIGNER_CAPACITY_SELF, N_("for themselves"), "self" },
  { DOV_SIGNER_CAPACITY_PARENT, N_("as a parent"), "parent" },
  { DOV_SIGNER_CAPACITY_GUARDIAN, N_("as a guardian"), "guardian" },
  { DOV_SIGNER_CAPACITY_PROXY, N_("by a power of attorney"), "proxy" },
  { DOV_SIGNER_CAPACITY_INSTITUTION, N_("as head of an institution"), "institution" })

DOV_DEFINE_CHOICES (
  DovConsentKind, dov_consent_kind,
  { DOV_CONSENT_KIND_PROCESSING, N_("to process personal data"), "processing" },
  { DOV_CONSENT_KIND_SPECIAL, N_("to process special data (health)"), "special" },
  { DOV_CONSENT_KIND_TRANSFER, N_("to hand data to others"), "transfer" },
  { DOV_CONSENT_KIND_DISSEMINATION, N_("to make data public"), "dissemination" },
  { DOV_CONSENT_KIND_PHOTO, N_("to photograph and film"), "photo" },
  { DOV_CONSENT_KIND_SMS, N_("to be sent messages"), "sms" })

DOV_DEFINE_CHOICE_SET (
  DovConsentPurpose, dov_consent_purpose,
  { DOV_CONSENT_PURPOSE_CASE, N_("support of the family"), "case" },
  { DOV_CONSENT_PURPOSE_EVENTS, N_("count of who takes part"), "events" },
  { DOV_CONSENT_PURPOSE_CHARITY, N_("handing out of help"), "charity" },
  { DOV_CONSENT_PURPOSE_PATROL, N_("prevention"), "patrol" },
  { DOV_CONSENT_PURPOSE_MENTOR, N_("mentoring"), "mentor" },
  { DOV_CONSENT_PURPOSE_REPORTING, N_("reports without names"), "reporting" })

DOV_DEFINE_CHOICE_SET (
  DovConsentData, dov_consent_data,
  { DOV_CONSENT_DATA_NAME, N_("name"), "name" },
  { DOV_CONSENT_DATA_BIRTH, N_("date of birth"), "birth" },
  { DOV_CONSENT_DATA_SEX, N_("sex"), "sex" },
  { DOV_CONSENT_DATA_ADDRESS, N_("addresses"), "address" },
  { DOV_CONSENT_DATA_PHONE, N_("telephone and e-mail"), "phone" },
  { DOV_CONSENT_DATA_DOCUMENT, N_("identity document"), "document" },
  { DOV_CONSENT_DATA_SNILS, N_("insurance number"), "snils" },
  { DOV_CONSENT_DATA_FAMILY, N_("composition of the family"), "family" },
  { DOV_CONSENT_DATA_EDUCATION, N_("education and work"), "education" },
  { DOV_CONSENT_DATA_INCOME, N_("income"), "income" },
  { DOV_CONSENT_DATA_HOUSING, N_("housing conditions"), "housing" },
  { DOV_CONSENT_DATA_ATTENDANCE, N_("events and clubs attended"), "attendance" },
  { DOV_CONSENT_DATA_HELP, N_("help received"), "help" },
  { DOV_CONSENT_DATA_HEALTH, N_("health and disability"), "health" },
  { DOV_CONSENT_DATA_IMAGE, N_("photographs and films"), "image" })

DOV_DEFINE_CHOICE_SET (
  DovConsentActions, dov_consent_actions,
  { DOV_CONSENT_ACTIONS_COLLECT, N_("collection"), "collect" },
  { DOV_CONSENT_ACTIONS_RECORD, N_("recording"), "record" },
  { DOV_CONSENT_ACTIONS_SYSTEMATISE, N_("systematisation"), "systematise" },
  { DOV_CONSENT_ACTIONS_ACCUMULATE, N_("accumulation"), "accumulate" },
  { DOV_CONSENT_ACTIONS_STORE, N_("storage"), "store" },
  { DOV_CONSENT_ACTIONS_UPDATE, N_("correction"), "update" },
  { DOV_CONSENT_ACTIONS_RETRIEVE, N_("retrieval"), "retrieve" },
  { DOV_CONSENT_ACTIONS_USE, N_("use"), "use" },
  { DOV_CONSENT_ACTIONS_TRANSFER, N_("transfer (provision or access)"), "transfer" },
  { DOV_CONSENT_ACTIONS_ANONYMISE, N_("depersonalisation"), "anonymise" },
  { DOV_CONSENT_ACTIONS_BLOCK, N_("blocking"), "block" },
  { DOV_CONSENT_ACTIONS_DELETE, N_("deletion"), "delete" },
  { DOV_CONSENT_ACTIONS_DESTROY, N_("destruction"), "destroy" })

DOV_DEFINE_CHOICES (
  DovConsentStatus, dov_consent_status,
  { DOV_CONSENT_STATUS_DRAFT, N_("not signed yet"), "draft" },
  { DOV_CONSENT_STATUS_ACTIVE, N_("in force"), "active" },
  { DOV_CONSENT_STATUS_EXPIRED, N_("expired"), "expired" },
  { DOV_CONSENT_STATUS_WITHDRAWN, N_("consent withdrawn"), "withdrawn" })

static const DovField fields[] = {
  DOV_TEXT (DovConsent, no, N_("No."), DOV_REQUIRED | DOV_LISTED),
  DOV_LINK (DovConsent, lounge_id, N_("Lounge"), DOV_REQUIRED | DOV_LISTED, dov_lounge_get_type),
  DOV_LINK (DovConsent, subject_id, N_("Whose data"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_person_get_type),
  DOV_CHOICE (DovConsent, kind, N_("Kind of consent"), DOV_REQUIRED | DOV_LISTED, DovConsentKind,
              dov_consent_kind_get_type),
  DOV_LINK (DovConsent, signer_id, N_("Who signs"), DOV_REQUIRED | DOV_PERSONAL | DOV_LISTED,
            dov_person_get_type),
  DOV_CHOICE (DovConsent, signer_capacity, N_("In what capacity"), DOV_REQUIRED, DovSignerCapacity,
              dov_signer_capacity_get_type),
  DOV_TEXT (DovConsent, authority_doc, N_("Document of authority"), DOV_PERSONAL),
  DOV_DATE (DovConsent, signed_on, N_("Signed on"), DOV_LISTED | DOV_PAST),
  DOV_FLAG (DovConsent, teen_signed, N_("The teenager signed too"), 0),
  DOV_CHOICES (DovConsent, purpose, N_("Purpose of the consent"), DOV_REQUIRED, DovConsentPurpose,
               dov_consent_purpose_get_type),
  DOV_CHOICES (DovConsent, data_list, N_("Which data"), DOV_REQUIRED, DovConsentData,
               dov_consent_data_get_type),
  DOV_CHOICES (DovConsent, actions, N_("What is done with them"), DOV_REQUIRED, DovConsentActions,
               dov_consent_actions_get_type),
  DOV_DATE_AFTER (DovConsent, valid_until, N_("In force until"), 0, signed_on),
  DOV_TEXT (DovConsent, until_event, N_("In force until what happens"), 0),
  DOV_TEXT (DovConsent, withdrawal_way, N_("How it is withdrawn"), DOV_REQUIRED),
  DOV_DATE_AFTER (DovConsent, withdrawn_on, N_("Withdrawn on"), DOV_PAST, signed_on),
  DOV_TEXT (DovConsent, withdrawn_reason, N_("Why it was withdrawn"), 0),
};

#define OF_AGE 18

/* The day on which somebody is of age; who was born on 29 February, on 1 March of a common year. */
static GDate
find_grown (const GDate *born)
{
  GDateYear year = g_date_get_year (born) + OF_AGE;
  GDate grown;

  if (g_date_valid_dmy (g_date_get_day (born), g_date_get_month (born), year))
    g_date_set_dmy (&grown, g_date_get_day (born), g_date_get_month (born), year);
  else
    g_date_set_dmy (&grown, 1, G_DATE_MARCH, year);

  return grown;
}

/**
 * dov_consent_find_end:
 * @subject: (nullable): whose data it is about
 * @end: (out): its last day: the one that is named, or the eve of the day on which the child for whom somebody signed
 *   is of age (C3)
 *
 * Returns: whether a day is known
 */
gboolean
dov_consent_find_end (DovConsent *self,
                      DovPerson  *subject,
                      GDate      *end)
{
  gboolean is_named = self->valid_until != NULL;
  GDate grown;

  if (is_named)
    *end = *self->valid_until;
  if (self->signer_id == self->subject_id || self->signed_on == NULL || subject == NULL || subject->birth_date == NULL)
    return is_named;
  grown = find_grown (subject->birth_date);
  if (g_date_compare (&grown, self->signed_on) <= 0)
    return is_named;
  g_date_subtract_days (&grown, 1);
  if (!is_named || g_date_compare (&grown, end) < 0)
    *end = grown;

  return TRUE;
}

/**
 * dov_consent_get_status:
 * @subject: (nullable): whose data it is about
 *
 * Returns: what the consent is on that day. What somebody signed for a child
 *   lapses on the day when the child is of age (C3).
 */
DovConsentStatus
dov_consent_get_status (DovConsent  *self,
                        DovPerson   *subject,
                        const GDate *today)
{
  GDate end;

  if (self->signed_on == NULL || g_date_compare (self->signed_on, today) > 0)
    return DOV_CONSENT_STATUS_DRAFT;
  if (self->withdrawn_on != NULL && g_date_compare (self->withdrawn_on, today) <= 0)
    return DOV_CONSENT_STATUS_WITHDRAWN;
  if (dov_consent_find_end (self, subject, &end) && g_date_compare (&end, today) < 0)
    return DOV_CONSENT_STATUS_EXPIRED;

  return DOV_CONSENT_STATUS_ACTIVE;
}

static void
dov_consent_check (DovRecord *record,
                   GPtrArray *problems)
{
  DovConsent *self = DOV_CONSENT (record);
  gboolean is_own = self->signer_capacity == DOV_SIGNER_CAPACITY_SELF;

  if (self->signer_capacity != 0 && self->signer_id != 0 && is_own != (self->signer_id == self->subject_id))
    dov_problems_add (problems, record, is_own ? "signer_id" : "signer_capacity", "C2",
                      is_own ? _("For themselves nobody else signs. Choose the same person, or another capacity.")
                             : _("Who signs for themselves does so in no other capacity. Choose “for themselves”."));
  if (self->signer_capacity > DOV_SIGNER_CAPACITY_PARENT && dov_fold_is_empty (self->authority_doc))
    dov_problems_add (problems, record, "authority_doc", "C2",
                      _("Type the document by which the signer acts: its number and date."));
  if (self->kind != 0 && self->valid_until == NULL && dov_fold_is_empty (self->until_event))
    dov_problems_add (problems, record, "valid_until", NULL,
                      _("A consent has a term: type the day, or until what happens it is in force."));
}

DOV_DEFINE_RECORD (DovConsent, dov_consent, fields,
                   .table = "consent",
                   .label = N_("Consent"),
                   .labels = N_("Consents"),
                   .line = N_("{kind}[, no. {no}][, {signed_on}]"),
                   .subject = "subject_id",
                   .check = dov_consent_check,
                   .presets = DOV_PRESETS (DOV_PRESET (DovConsent, actions, (DOV_CONSENT_ACTIONS_DESTROY << 1) - 1),
                                            DOV_PRESET (DovConsent, data_list,
                                                        DOV_CONSENT_DATA_NAME | DOV_CONSENT_DATA_BIRTH)))
