/* dov-finding-names.c - names of children go out of findings after thirty days (T9) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-finding-names.h"

#include "dov-curfew.h"
#include "dov-handover.h"

#include <glib/gi18n.h>

/* A finding that has a ground to be kept longer: one written in it, or a
 * family that is being helped. Statuses are those of a case that goes on. */
#define IS_KEPT "(f.keep_basis IS NOT NULL OR EXISTS (SELECT 1 FROM live_family c WHERE c.id = f.family_id" \
                " AND c.case_status IN ('identified', 'assessed', 'active', 'monitoring', 'suspended')))"

static const char due_sql[] =
  "SELECT 'finding', f.id, date (f.found_at, '+30 days') FROM live_patrol_finding f"
  " WHERE f.anonymised_on IS NULL AND date (f.found_at, '+30 days') <= ?1"
  " AND (f.person_id IS NOT NULL OR f.described_as IS NOT NULL OR f.with_whom IS NOT NULL OR f.family_id IS NOT NULL"
  "  OR f.handover_id IS NOT NULL OR f.parents_reason IS NOT NULL OR f.note IS NOT NULL) AND NOT " IS_KEPT
  " UNION ALL SELECT 'handover', h.id, date (h.handed_at, '+30 days') FROM live_handover h"
  " WHERE h.anonymised_on IS NULL AND date (h.handed_at, '+30 days') <= ?1"
  " AND NOT EXISTS (SELECT 1 FROM live_patrol_finding f WHERE f.handover_id = h.id)"
  " ORDER BY 3, 2";

/**
 * dov_finding_names_list_due:
 * @on: mostly today
 *
 * T9. Returns: (transfer full) (element-type DovNameDue): findings older than
 *   thirty days that still say who the child was, without a ground for it, and
 *   acts of handing over that have lost their finding; the oldest first
 */
GArray *
dov_finding_names_list_due (DovStore    *store,
                            const GDate *on)
{
  g_autoptr (DovStatement) rows = dov_store_see (store, due_sql, "(D)", on);
  GArray *due = g_array_new (FALSE, FALSE, sizeof (DovNameDue));

  while (dov_statement_next (rows))
    {
      gboolean is_finding = g_str_equal (dov_statement_column_text (rows, 0), "finding");
      DovNameDue entry = { is_finding ? DOV_TYPE_PATROL_FINDING : DOV_TYPE_HANDOVER, dov_statement_column_integer (rows, 1) };

      g_array_append_val (due, entry);
    }

  return due;
}

/* «Н., 13 лет», official: the paper is Russian. */
static char *
dup_nameless (gint64 age)
{
  gint64 last = age % 10, tens = age % 100 / 10;

  if (age == DOV_UNKNOWN)
    return g_strdup ("Н.");

  return g_strdup_printf ("Н., %d %s", (int) age, tens != 1 && last == 1                ? "год"
                                                  : tens != 1 && last >= 2 && last <= 4 ? "года"
                                                                                        : "лет");
}

/* Officers stay: the club handed a child to their office. Kin do not. */
static gboolean
is_kin (DovRecipientKind kind)
{
  return kind == DOV_RECIPIENT_KIND_PARENT || kind == DOV_RECIPIENT_KIND_GUARDIAN;
}

static gboolean
strip_handover (DovStore    *store,
                gint64       id,
                const char  *nameless,
                GError     **error)
{
  static const char *const fields[] = {
    "person_id", "child_name", "child_born", "child_address", "circumstances", "child_state", "recipient_name",
    "recipient_position", "recipient_document", "recipient_phone", "witness", NULL,
  };
  g_autoptr (DovRecord) record = dov_store_find (store, DOV_TYPE_HANDOVER, id, error);
  g_autoptr (DovRecord) draft = record != NULL ? dov_record_dup (record) : NULL;
  DovHandover *handover = DOV_HANDOVER (draft);
  GDate today = dov_today ();

  if (record == NULL)
    return FALSE;

  dov_set (handover, person_id, (gint64) 0);
  dov_set (handover, child_name, nameless);
  dov_set (handover, child_born, NULL);
  dov_set (handover, child_address, "");
  dov_set (handover, circumstances, "");
  dov_set (handover, child_state, "");
  dov_set (handover, witness, "");
  dov_set (handover, anonymised_on, &today);
  if (is_kin (handover->recipient_kind))
    {
      dov_set (handover, recipient_name, "Законный представитель");
      dov_set (handover, recipient_position, "");
      dov_set (handover, recipient_document, "");
      dov_set (handover, recipient_phone, "");
    }

  return dov_store_save (store, draft, error) && dov_store_scrub (store, draft, fields, error);
}

static gboolean
strip_finding (DovStore  *store,
               gint64     id,
               GError   **error)
{
  static const char *const fields[] = {
    "person_id", "described_as", "with_whom", "family_id", "parents_reason", "note", NULL,
  };
  g_autoptr (DovRecord) record = dov_store_find (store, DOV_TYPE_PATROL_FINDING, id, error);
  g_autoptr (DovRecord) draft = record != NULL ? dov_record_dup (record) : NULL;
  DovPatrolFinding *finding = DOV_PATROL_FINDING (draft);
  g_autofree char *nameless = NULL;
  gboolean is_apparent = FALSE;
  GDate today = dov_today ();
  gint64 age;

  if (record == NULL)
    return FALSE;

  /* What is counted stays: how old the child was. */
  age = dov_curfew_get_finding_age (store, finding, &is_apparent);
  nameless = dup_nameless (age);
  if (age != DOV_UNKNOWN && finding->age_known == DOV_UNKNOWN && !is_apparent)
    dov_set (finding, age_known, age);
  if (age != DOV_UNKNOWN && finding->age_apparent == DOV_UNKNOWN && is_apparent)
    dov_set (finding, age_apparent, age);
  if (dov_patrol_finding_is_of_child (finding))
    dov_set (finding, described_as, nameless);
  dov_set (finding, person_id, (gint64) 0);
  dov_set (finding, family_id, (gint64) 0);
  dov_set (finding, with_whom, "");
  if (*finding->parents_reason != '\0')
    dov_set (finding, parents_reason, "причина указывалась");
  dov_set (finding, note, "");
  dov_set (finding, anonymised_on, &today);

  return dov_store_save (store, draft, error) && dov_store_scrub (store, draft, fields, error) &&
         (finding->handover_id == 0 || strip_handover (store, finding->handover_id, nameless, error));
}

/**
 * dov_finding_names_take_out:
 * @due: (element-type DovNameDue): of dov_finding_names_list_due(), or some of it
 *
 * T9, always by a person: takes out who the child was, who was with it and who
 * of its kin took it; what is counted stays. The log forgets too, so that this
 * cannot be undone. One operation: all of them, or none.
 */
gboolean
dov_finding_names_take_out (DovStore  *store,
                            GArray    *due,
                            GError   **error)
{
  g_autofree char *words = g_strdup_printf (ngettext ("Names taken out of %u finding", "Names taken out of %u findings",
                                                      due->len), due->len);
  gboolean is_well = TRUE;

  if (!dov_store_begin (store, words, error))
    return FALSE;
  dov_store_accept_all (store, NULL);
  for (guint i = 0; i < due->len && is_well; i++)
    {
      DovNameDue *entry = &g_array_index (due, DovNameDue, i);

      is_well = entry->type == DOV_TYPE_HANDOVER ? strip_handover (store, entry->id, "Н.", error)
                                                 : strip_finding (store, entry->id, error);
    }

  return dov_store_end (store, is_well, error);
}
