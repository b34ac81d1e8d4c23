/* dov-nameless.c - names are taken out of findings after 30 days, unless there is a ground to keep them (T9) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-nameless.h"

#include <glib/gi18n.h>

#include "dov-handover.h"
#include "dov-patrol-finding.h"

/* A family on support is a ground of its own; so is one that somebody has written down. */
#define DUE_WHERE \
  "found_at < ?1 AND anonymised_on IS NULL AND keep_basis IS NULL " \
  "AND (person_id IS NOT NULL OR described_as IS NOT NULL OR handover_id IS NOT NULL) " \
  "AND (family_id IS NULL OR family_id NOT IN (SELECT id FROM live_family" \
  " WHERE case_status IN ('assessed', 'active', 'monitoring')))"

static DovQuery
due_query (void)
{
  GDate day = dov_today ();
  g_autofree char *before = NULL;

  g_date_subtract_days (&day, DOV_NAMELESS_DAYS);
  before = dov_date_to_iso (&day);

  return (DovQuery) { .where = DUE_WHERE, .params = g_variant_new ("(s)", before), .order = "found_at" };
}

guint
dov_nameless_count_due (DovStore *store)
{
  DovQuery query = due_query ();
  gint64 n = dov_store_count (store, DOV_TYPE_PATROL_FINDING, &query, NULL);

  return n > 0 ? (guint) n : 0;
}

/**
 * dov_nameless_list_due:
 *
 * Returns: (transfer full) (element-type gint64): the findings whose names are
 *   to be taken out, the oldest first
 */
GArray *
dov_nameless_list_due (DovStore *store)
{
  DovQuery query = due_query ();
  GArray *ids = dov_store_list (store, DOV_TYPE_PATROL_FINDING, &query, NULL);

  return ids != NULL ? ids : g_array_new (FALSE, FALSE, sizeof (gint64));
}

/* «Н., 13 лет»: enough for the counts, too little to know who it was. */
static char *
dup_nameless (DovPatrolFinding *finding)
{
  gint64 age = finding->age_known != DOV_UNKNOWN ? finding->age_known : finding->age_apparent;

  if (age == DOV_UNKNOWN)
    /* Translators: stands in the place of the name of a child */
    return g_strdup (C_("nameless", "N."));

  /* Translators: stands in the place of the name of a child: “N., 13 years old” */
  return g_strdup_printf (ngettext ("N., %d year old", "N., %d years old", (gulong) age), (int) age);
}

/* The age stays known after the card is not linked any more. */
static void
keep_age (DovStore         *store,
          DovPatrolFinding *draft)
{
  g_autoptr (DovRecord) record = draft->person_id == 0 ? NULL :
    dov_store_find (store, DOV_TYPE_PERSON, draft->person_id, NULL);
  GDate day = dov_moment_get_date (draft->found_at);

  if (record == NULL)
    return;
  if (draft->age_known == DOV_UNKNOWN && DOV_PERSON (record)->birth_date != NULL)
    dov_set (draft, age_known, (gint64) dov_age_on (DOV_PERSON (record)->birth_date, &day));
  if (draft->sex == 0)
    dov_set (draft, sex, DOV_PERSON (record)->sex);
}

static gboolean
empty_handover (DovStore         *store,
                DovPatrolFinding *finding,
                const char       *nameless,
                GError          **error)
{
  g_autoptr (DovRecord) record = dov_store_find (store, DOV_TYPE_HANDOVER, finding->handover_id, error);
  g_autoptr (DovHandover) draft = record != NULL ? DOV_HANDOVER (dov_record_dup (record)) : NULL;
  GDate today = dov_today ();

  if (draft == NULL)
    return FALSE;

  dov_set (draft, person_id, 0);
  dov_set (draft, child_name, nameless);
  dov_set (draft, child_born, NULL);
  dov_set (draft, child_address, "");
  dov_set (draft, circumstances, "");
  dov_set (draft, child_state, "");
  dov_set (draft, witness, "");
  /* Those on duty are named in their office; a parent’s name would tell the child’s. */
  if (draft->recipient_kind == DOV_RECIPIENT_KIND_PARENT || draft->recipient_kind == DOV_RECIPIENT_KIND_GUARDIAN)
    {
      /* Translators: stands in the place of a name; two words of letters */
      dov_set (draft, recipient_name, _("Name removed"));
      dov_set (draft, recipient_document, "");
      dov_set (draft, recipient_phone, "");
    }
  dov_set (draft, anonymised_on, &today);

  return dov_store_save (store, DOV_RECORD (draft), error);
}

static gboolean
empty_finding (DovStore  *store,
               gint64     id,
               GError   **error)
{
  g_autoptr (DovRecord) record = dov_store_find (store, DOV_TYPE_PATROL_FINDING, id, error);
  g_autoptr (DovPatrolFinding) draft = record != NULL ? DOV_PATROL_FINDING (dov_record_dup (record)) : NULL;
  g_autofree char *nameless = NULL;
  GDate today = dov_today ();

  if (draft == NULL)
    return FALSE;

  keep_age (store, draft);
  nameless = dup_nameless (draft);
  dov_set (draft, person_id, 0);
  dov_set (draft, described_as, nameless);
  dov_set (draft, with_whom, "");
  dov_set (draft, note, "");
  dov_set (draft, family_id, 0);
  dov_set (draft, anonymised_on, &today);
  if (draft->handover_id != 0 && !empty_handover (store, draft, nameless, error))
    return FALSE;

  return dov_store_save (store, DOV_RECORD (draft), error);
}

/**
 * dov_nameless_take_out:
 * @findings: (element-type gint64): whose names are taken out
 *
 * Takes the names out, as one operation. The counts of the journal stay.
 */
gboolean
dov_nameless_take_out (DovStore *store,
                       GArray   *findings,
                       GError  **error)
{
  g_autofree char *words = g_strdup_printf (ngettext ("Names taken out of %u finding", "Names taken out of %u findings",
                                                      findings->len), findings->len);
  gboolean is_well = TRUE;

  if (!dov_store_begin (store, words, error))
    return FALSE;
  for (guint i = 0; i < findings->len && is_well; i++)
    {
      dov_store_accept_all (store, NULL);
      is_well = empty_finding (store, g_array_index (findings, gint64, i), error);
    }
  if (is_well && dov_store_commit (store, NULL, error))
    return TRUE;

  dov_store_abandon (store);

  return FALSE;
}
