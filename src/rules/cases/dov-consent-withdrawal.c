/* dov-consent-withdrawal.c - a consent is signed, or withdrawn, and what follows from that (C3, C7) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-consent-withdrawal.h"

#include <glib/gi18n.h>

#include "dov-case-begin.h"
#include "dov-consent-table.h"
#include "dov-person.h"
#include "dov-task.h"

#define TEENAGER  14
#define OF_AGE    18

#define FAMILY_OF \
  "SELECT family_id FROM live_family_member WHERE person_id = ?1 AND (until IS NULL OR until > ?2)" \
  " ORDER BY is_primary DESC, lives_together DESC, id LIMIT 1"

/**
 * dov_consent_asks_teenager:
 *
 * Returns: whether the person signs too, beside whoever signs for them (C3): from 14 to 17
 */
gboolean
dov_consent_asks_teenager (DovStore   *store,
                           DovConsent *consent)
{
  g_autoptr (DovPerson) subject = dov_store_look_up (store, DOV_TYPE_PERSON, consent->subject_id);
  GDate today = dov_today ();
  int age;

  if (subject == NULL || subject->birth_date == NULL || consent->signer_id == consent->subject_id)
    return FALSE;
  age = dov_age_on (subject->birth_date, &today);

  return age >= TEENAGER && age < OF_AGE;
}

static gboolean
save_named (DovStore    *store,
            DovRecord   *draft,
            const char  *words,
            GError     **error)
{
  g_autofree char *whose = dov_store_describe_id (store, DOV_TYPE_PERSON, DOV_CONSENT (draft)->subject_id);
  g_autoptr (GString) named = g_string_new (words);

  g_string_replace (named, "%s", whose, 1);
  if (!dov_store_begin (store, named->str, error))
    return FALSE;

  return dov_store_end (store, dov_store_save (store, draft, error), error);
}

/**
 * dov_consent_sign:
 * @with_teenager: the teenager signed too
 *
 * The paper was signed today; from now on it holds.
 *
 * Returns: whether it was saved
 */
gboolean
dov_consent_sign (DovStore   *store,
                  DovRecord  *consent,
                  gboolean    with_teenager,
                  GError    **error)
{
  g_autoptr (DovRecord) draft = dov_record_dup (consent);
  GDate today = dov_today ();

  dov_set (DOV_CONSENT (draft), signed_on, &today);
  if (with_teenager)
    dov_set (DOV_CONSENT (draft), teen_signed, TRUE);

  return save_named (store, draft, C_("toast", "Consent signed: %s"), error);
}

/**
 * dov_consent_withdraw:
 *
 * Withdrawn today; no reason is asked. The clock of thirty days begins (C7).
 *
 * Returns: whether it was saved
 */
gboolean
dov_consent_withdraw (DovStore   *store,
                      DovRecord  *consent,
                      GError    **error)
{
  g_autoptr (DovRecord) draft = dov_record_dup (consent);
  GDate today = dov_today ();

  dov_set (DOV_CONSENT (draft), withdrawn_on, &today);

  return save_named (store, draft, C_("toast", "Consent withdrawn: %s"), error);
}

/**
 * dov_consent_new_renewal:
 * @consent: that ends, or is over
 *
 * Returns: (transfer full): a new one that waits for the hand and says the same; whoever has come of age signs alone
 */
DovRecord *
dov_consent_new_renewal (DovStore  *store,
                         DovRecord *consent)
{
  static const char *const kept[] = {
    "lounge_id", "subject_id", "kind", "signer_id", "signer_capacity", "authority_doc", "purpose", "data_list", "actions",
    "until_event", "withdrawal_way",
  };
  DovRecord *draft = dov_record_new (DOV_TYPE_CONSENT, 0);
  g_autoptr (DovPerson) subject = dov_store_follow (store, consent, "subject_id");
  GDate today = dov_today ();

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autofree char *text = dov_record_dup_text (consent, dov_record_find_field (consent, kept[i]));

      if (text != NULL)
        (void) dov_record_set_text (draft, dov_record_find_field (draft, kept[i]), text, NULL);
    }
  if (subject != NULL && subject->birth_date != NULL && dov_age_on (subject->birth_date, &today) >= OF_AGE &&
      DOV_CONSENT (draft)->signer_id != DOV_CONSENT (draft)->subject_id)
    {
      dov_set (DOV_CONSENT (draft), signer_id, DOV_CONSENT (draft)->subject_id);
      dov_set (DOV_CONSENT (draft), signer_capacity, DOV_SIGNER_CAPACITY_SELF);
      dov_set (DOV_CONSENT (draft), authority_doc, "");
    }
  dov_case_begin (store, draft);

  return draft;
}

/* ---- what follows ---- */

static gboolean
add_task (DovStore    *store,
          DovConsent  *consent,
          GError     **error)
{
  g_autoptr (DovRecord) record = dov_record_new (DOV_TYPE_TASK, 0);
  DovTask *task = DOV_TASK (record);
  g_autofree char *kind = dov_record_dup_shown (DOV_RECORD (consent), dov_record_find_field (DOV_RECORD (consent), "kind"));
  g_autofree char *title = g_strdup_printf (_("Destroy what was kept on the grounds of the consent %s"), kind);
  GDate due = *consent->withdrawn_on;

  g_date_add_days (&due, DOV_CONSENT_DAYS_KEPT);
  dov_set (task, title, title);
  dov_set (task, lounge_id, consent->lounge_id);
  dov_set (task, due_on, &due);
  dov_set (task, person_id, consent->subject_id);
  dov_set (task, family_id, dov_store_ask_number (store, FAMILY_OF, "(xD)", consent->subject_id, consent->withdrawn_on));

  return dov_store_save (store, record, error);
}

/* C7: a consent that is withdrawn, by the act or in its form, leaves a task with the last day of the thirty. One that
 * is entered as it was, or loaded, brings along what was done about it. */
static gboolean
begin_clocks (DovStore  *store,
              GError   **error)
{
  g_autoptr (GArray) consents = dov_store_list_touched (store, DOV_TYPE_CONSENT);

  if (dov_store_is_undoing (store))
    return TRUE;
  for (guint i = 0; i < consents->len; i++)
    {
      gint64 id = g_array_index (consents, gint64, i);
      g_autoptr (DovConsent) now = (DovConsent *) dov_store_find (store, DOV_TYPE_CONSENT, id, error);
      g_autoptr (DovConsent) was = (DovConsent *) dov_store_find_before (store, DOV_TYPE_CONSENT, id);

      if (now == NULL)
        return FALSE;
      if (was != NULL && was->withdrawn_on == NULL && now->withdrawn_on != NULL &&
          !dov_record_is_removed (DOV_RECORD (now)) && !add_task (store, now, error))
        return FALSE;
    }

  return TRUE;
}

void
dov_consent_withdrawal_install (DovStore *store)
{
  dov_store_add_consequence (store, begin_clocks);
}
