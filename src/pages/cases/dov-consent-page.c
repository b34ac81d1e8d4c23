/* dov-consent-page.c - one consent: to what, until when, how it is signed, renewed and withdrawn */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-consent-page.h"

#include <glib/gi18n.h>

#include "dov-capital.h"
#include "dov-consent-receiver.h"
#include "dov-consent-table.h"
#include "dov-consent-withdrawal.h"
#include "dov-files-box.h"
#include "dov-go.h"
#include "dov-person.h"
#include "dov-subject-page.h"

static DovConsentStatus
get_status (DovStore  *store,
            DovRecord *record)
{
  g_autoptr (DovPerson) subject = dov_store_look_up (store, DOV_TYPE_PERSON, DOV_CONSENT (record)->subject_id);
  GDate today = dov_today ();

  return dov_consent_get_status (DOV_CONSENT (record), subject, &today);
}

static char *
dup_title (DovStore  *store,
           DovRecord *record)
{
  g_autofree char *kind = dov_field_path_dup (store, record, "kind", "");

  /* Translators: to what a person consented */
  return g_strdup_printf (_("Consent: %s"), kind);
}

static char *
dup_facts (DovStore  *store,
           DovRecord *record)
{
  return g_strdup_printf (_("No. %s"), DOV_CONSENT (record)->no);
}

static char *
dup_status (DovStore  *store,
            DovRecord *record)
{
  g_autoptr (GEnumClass) statuses = g_type_class_ref (dov_consent_status_get_type ());
  GEnumValue *value = g_enum_get_value (statuses, (int) get_status (store, record));

  return dov_capitalise (_(value->value_name));
}

/* ---- what can be done ---- */

static gboolean
is_unsigned (DovStore  *store,
             DovRecord *record)
{
  return DOV_CONSENT (record)->signed_on == NULL && !dov_consent_asks_teenager (store, DOV_CONSENT (record));
}

static gboolean
is_unsigned_by_both (DovStore  *store,
                     DovRecord *record)
{
  return DOV_CONSENT (record)->signed_on == NULL && dov_consent_asks_teenager (store, DOV_CONSENT (record));
}

static gboolean
is_signed (DovStore  *store,
           DovRecord *record)
{
  return DOV_CONSENT (record)->signed_on != NULL;
}

static gboolean
is_in_force (DovStore  *store,
             DovRecord *record)
{
  return DOV_CONSENT (record)->signed_on != NULL && DOV_CONSENT (record)->withdrawn_on == NULL;
}

static gboolean
hands_on (DovStore  *store,
          DovRecord *record)
{
  return DOV_CONSENT (record)->kind == DOV_CONSENT_KIND_TRANSFER;
}

static gboolean
sign (DovStore    *store,
      DovRecord   *record,
      const char  *typed,
      GError     **error)
{
  return dov_consent_sign (store, record, FALSE, error);
}

static gboolean
sign_both (DovStore    *store,
           DovRecord   *record,
           const char  *typed,
           GError     **error)
{
  return dov_consent_sign (store, record, TRUE, error);
}

static void
renew (DovSubjectPage *page,
       const char     *typed)
{
  g_autoptr (DovRecord) draft = dov_consent_new_renewal (dov_subject_page_get_store (page), dov_subject_page_get_record (page));

  dov_go_form (page, draft);
}

static gboolean
do_withdraw (DovStore    *store,
             gpointer     record,
             const char  *typed,
             GError     **error)
{
  return dov_consent_withdraw (store, record, error);
}

/* It says what happens before it happens; it does not ask why. */
static void
ask_withdrawal (DovSubjectPage *page,
                const char     *typed)
{
  GDate until = dov_today ();
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;

  g_date_add_days (&until, DOV_CONSENT_DAYS_KEPT);
  day = dov_date_to_shown (&until);
  title = g_strdup_printf (_("From today nothing more is done with these data for this purpose. By %s what was kept on "
                             "its grounds is destroyed; that becomes a task. Papers that were signed stay."), day);
  dov_deed_ask (page, dov_subject_page_get_store (page),
                &(DovAsk) { .title = title, .go_on = _("Withdraw"), .act = do_withdraw,
                            .data = dov_record_dup (dov_subject_page_get_record (page)), .free_data = g_object_unref });
}

static const DovAct acts[] = {
  { "consent.sign", N_("Signed today"), "dov-emblem-ok-symbolic", .kind = DOV_ACT_DO, .rule = sign, .may = is_unsigned,
    .is_strong = TRUE },
  { "consent.sign-both", N_("Both signed today"), "dov-emblem-ok-symbolic", .kind = DOV_ACT_DO, .rule = sign_both,
    .may = is_unsigned_by_both, .is_strong = TRUE },
  { "consent.renew", N_("Take anew…"), .kind = DOV_ACT_RUN, .run = renew, .may = is_signed },
  { "consent.withdraw", N_("Withdraw…"), .kind = DOV_ACT_RUN, .run = ask_withdrawal, .may = is_in_force },
  { "consent.print", N_("Print"), "document-print-symbolic", .kind = DOV_ACT_PAPER, .code = "D-04" },
  { "consent.statement", N_("Statement of withdrawal"), .kind = DOV_ACT_PAPER, .code = "D-04-o", .may = is_signed,
    .place = DOV_ACT_IN_MENU },
  { "consent.edit", .kind = DOV_ACT_EDIT, .place = DOV_ACT_IN_MENU },
  { "consent.remove", .kind = DOV_ACT_REMOVE, .place = DOV_ACT_IN_MENU },
  { NULL },
};

/* ---- what is told ---- */

static void
tell_end (DovSubjectPage *page,
          DovRecord      *record)
{
  g_autoptr (DovPerson) subject = dov_store_follow (dov_subject_page_get_store (page), record, "subject_id");
  GDate today = dov_today ();
  GDate end;
  g_autofree char *day = NULL;
  g_autofree char *lead = NULL;

  if (!dov_consent_find_end (DOV_CONSENT (record), subject, &end) ||
      g_date_days_between (&today, &end) > DOV_CONSENT_DAYS_ENDING)
    return;
  day = dov_date_to_shown (&end);
  lead = g_strdup_printf (_("Ends on %s"), day);
  dov_subject_page_add_notice (page, DOV_NOTICE_WARNS, lead, _("Afterwards nothing may be done on its grounds."),
                               "consent.renew");
}

static void
tell_withdrawal (DovSubjectPage *page,
                 DovRecord      *record)
{
  GDate until = *DOV_CONSENT (record)->withdrawn_on;
  g_autofree char *since = dov_date_to_shown (&until);
  g_autofree char *lead = g_strdup_printf (_("Withdrawn on %s"), since);
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  g_date_add_days (&until, DOV_CONSENT_DAYS_KEPT);
  day = dov_date_to_shown (&until);
  text = g_strdup_printf (_("What was kept on its grounds is destroyed by %s."), day);
  dov_subject_page_add_notice (page, DOV_NOTICE_REFUSES, lead, text, NULL);
}

static void
tell (DovSubjectPage *page,
      DovRecord      *record)
{
  switch (get_status (dov_subject_page_get_store (page), record))
    {
    case DOV_CONSENT_STATUS_DRAFT:
      dov_subject_page_add_notice (page, DOV_NOTICE_WARNS, C_("consent", "Not signed yet"),
                                   _("Print it and have it signed: it holds from the day of the signature."), NULL);
      break;
    case DOV_CONSENT_STATUS_WITHDRAWN:
      tell_withdrawal (page, record);
      break;
    case DOV_CONSENT_STATUS_EXPIRED:
      dov_subject_page_add_notice (page, DOV_NOTICE_REFUSES, _("No longer in force"),
                                   _("Its term is over, or the child whose parent signed has come of age."), "consent.renew");
      break;
    case DOV_CONSENT_STATUS_ACTIVE:
    default:
      tell_end (page, record);
      break;
    }
}

static const DovRelatedList receivers = {
  N_("Handed to"), N_("Nobody is named yet: nothing may be handed on."), dov_consent_receiver_get_type, "consent_id",
  .order = "id", .add = N_("Add"), .first = "organisation_id",
};

static const DovTab tabs[] = {
  { "paper", N_("What was signed"),
    .fields = "signed_on signer_id signer_capacity authority_doc teen_signed valid_until until_event purpose data_list actions "
              "withdrawal_way withdrawn_on withdrawn_reason", .fields_act = "consent.edit" },
  { "receivers", N_("Handed to"), { &receivers }, .may = hands_on },
  { "files", N_("Files"), .make = dov_files_part_new, .refresh = dov_files_part_show, .is_covered = TRUE },
  { NULL },
};

const DovSubject dov_consent_subject = {
  dov_consent_get_type, "families", .title = dup_title, .state_words = dup_status, .facts = "subject_id lounge_id",
  .facts_words = dup_facts, .acts = acts, .tabs = tabs, .tell = tell,
};
