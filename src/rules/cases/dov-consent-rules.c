/* dov-consent-rules.c - who may sign a consent (C2, C3) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-consent-rules.h"

#include <glib/gi18n.h>

#include "dov-consent.h"

#define OF_AGE       18
#define OWN_PARENT   16   /* from then on the law lets a minor speak for their own child */
#define TEENAGER     14

/* Whether the signer speaks for the subject on that day, and what the rights of a parent are. */
#define SPEAKS_FOR \
  "SELECT s.parental_rights FROM live_family_member s JOIN live_family_member c ON c.family_id = s.family_id" \
  " WHERE s.person_id = ?1 AND c.person_id = ?2 AND s.is_legal_rep AND (s.until IS NULL OR s.until > ?3)" \
  " ORDER BY s.parental_rights IN ('limited', 'deprived') DESC"

static int
get_age (DovPerson   *person,
         const GDate *day)
{
  return person->birth_date != NULL ? dov_age_on (person->birth_date, day) : OF_AGE;
}

/* Who is not of age yet signs for themselves only where the law made them so before. */
static void
check_self (DovStore    *store,
            DovConsent  *consent,
            DovPerson   *signer,
            const GDate *day,
            GPtrArray   *problems)
{
  int age = get_age (signer, day);

  if (age < OWN_PARENT)
    dov_problems_add (problems, DOV_RECORD (consent), "signer_id", "C2",
                      _("A child does not consent alone. Choose the legal representative."));
  else if (age < OF_AGE)
    dov_problems_warn (problems, DOV_RECORD (consent), "signer_id", "C2",
                       _("Until 18 the legal representative signs. Choose them, or type by what the law lets this "
                         "person sign."));
}

static void
check_rights (DovStore    *store,
              DovConsent  *consent,
              const GDate *day,
              GPtrArray   *problems)
{
  g_autoptr (DovStatement) rows = dov_store_ask (store, SPEAKS_FOR, "(xxD)", consent->signer_id, consent->subject_id,
                                                 day);
  const char *rights;

  if (!dov_statement_next (rows))
    {
      dov_problems_add (problems, DOV_RECORD (consent), "signer_id", "C2",
                        _("This person is not marked as a legal representative in the family of the child. Mark "
                          "them there, or choose somebody else."));
      return;
    }
  rights = dov_statement_column_text (rows, 0);
  if (g_strcmp0 (rights, "deprived") == 0 || g_strcmp0 (rights, "limited") == 0)
    dov_problems_add (problems, DOV_RECORD (consent), "signer_id", "C2",
                      g_str_equal (rights, "limited")
                      ? _("The rights of this parent are limited by a court, so another legal representative or the "
                          "guardianship body signs. Choose them.")
                      : _("This parent is deprived of rights, so another legal representative or the guardianship "
                          "body signs. Choose them."));
}

/* C2: a grown-up who speaks for the child; a mother of seventeen does so by law, and that is asked about. */
static void
check_representative (DovStore    *store,
                      DovConsent  *consent,
                      DovPerson   *subject,
                      DovPerson   *signer,
                      const GDate *day,
                      GPtrArray   *problems)
{
  DovRecord *record = DOV_RECORD (consent);
  gboolean is_of_family = consent->signer_capacity == DOV_SIGNER_CAPACITY_PARENT ||
                          consent->signer_capacity == DOV_SIGNER_CAPACITY_GUARDIAN;
  int age = get_age (signer, day);

  if (consent->signer_capacity == DOV_SIGNER_CAPACITY_PARENT && subject->birth_date != NULL &&
      get_age (subject, day) >= OF_AGE)
    {
      dov_problems_add (problems, record, "signer_capacity", "C2",
                        _("On that day this person is of age and signs for themselves."));
      return;
    }
  if (age < OWN_PARENT || (age < OF_AGE && consent->signer_capacity != DOV_SIGNER_CAPACITY_PARENT))
    dov_problems_add (problems, record, "signer_id", "C2",
                      _("Who signs for another is of age. Choose somebody else."));
  else if (age < OF_AGE)
    dov_problems_warn (problems, record, "signer_id", "C2",
                       _("The parent is not of age yet. From 16 on the law lets a parent sign for the own child. "
                         "Check the date of birth, or type the reason."));
  if (is_of_family)
    check_rights (store, consent, day, problems);
}

/* C3: from fourteen on both sign. */
static void
check_teenager (DovConsent  *consent,
                DovPerson   *subject,
                const GDate *day,
                GPtrArray   *problems)
{
  int age = get_age (subject, day);

  if (consent->signed_on != NULL && !consent->teen_signed && age >= TEENAGER && age < OF_AGE)
    dov_problems_warn (problems, DOV_RECORD (consent), "teen_signed", "C3",
                       _("From 14 to 17 the teenager signs too. Mark that signature, or type the reason why it is "
                         "not there."));
}

static void
check_signer (DovStore  *store,
              DovRecord *before,
              DovRecord *after,
              GPtrArray *problems)
{
  DovConsent *consent = DOV_CONSENT (after);
  g_autoptr (DovPerson) subject = dov_store_follow (store, after, "subject_id");
  g_autoptr (DovPerson) signer = dov_store_follow (store, after, "signer_id");
  GDate day = consent->signed_on != NULL ? *consent->signed_on : dov_today ();

  if (subject == NULL || signer == NULL || consent->signer_capacity == 0)
    return;
  if (consent->signer_id == consent->subject_id)
    {
      check_self (store, consent, signer, &day, problems);
      return;
    }
  check_representative (store, consent, subject, signer, &day, problems);
  check_teenager (consent, subject, &day, problems);
}

/* What is handed to nobody in particular may be handed to nobody. */
static void
check_receivers (DovStore  *store,
                 DovRecord *before,
                 DovRecord *after,
                 GPtrArray *problems)
{
  DovConsent *consent = DOV_CONSENT (after);

  if (consent->kind == DOV_CONSENT_KIND_TRANSFER && consent->signed_on != NULL &&
      dov_store_ask_number (store, "SELECT count(*) FROM live_consent_receiver WHERE consent_id = ?1", "(x)",
                            dov_record_get_id (after)) == 0)
    dov_problems_add (problems, after, "signed_on", NULL,
                      _("Such a consent names to whom data are handed. Save it without the day of signing, add the "
                        "organisations, "
                        "then type the day."));
}

static const DovRuleOf rules[] = {
  { dov_consent_get_type, 0, "subject_id signer_id signer_capacity signed_on teen_signed", check_signer },
  { dov_consent_get_type, DOV_RULE_AT_END, "kind signed_on", check_receivers },
};

void
dov_consent_rules_install (DovStore *store)
{
  dov_store_add_rules (store, rules, G_N_ELEMENTS (rules));
}
