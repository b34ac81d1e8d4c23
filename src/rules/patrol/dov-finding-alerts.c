/* dov-finding-alerts.c - what findings ask for: a notice to the commission (T10), a word to the family's curator */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-finding-alerts.h"

#include "dov-fold.h"
#include "dov-outgoing-notice.h"

#include <string.h>

/* Whether both are told of in the same words; one word is no name. */
static gboolean
is_same_name (const char *one,
              const char *other)
{
  g_autofree char *name = dov_fold (one);
  g_autofree char *also = dov_fold (other);

  return strchr (name, ' ') != NULL && g_str_equal (name, also);
}

/**
 * dov_findings_list_same:
 *
 * Returns: (transfer full) (element-type gint64): the findings of this child in
 *   90 days, up to this one and with it: by the card, else by the same name;
 *   none of whom nobody could know again
 */
GArray *
dov_findings_list_same (DovStore         *store,
                        DovPatrolFinding *finding)
{
  g_autoptr (GDateTime) first = g_date_time_add_days (finding->found_at, -DOV_REPEATS_DAYS);
  g_autofree char *since = dov_moment_to_iso (first);
  g_autofree char *until = dov_moment_to_iso (finding->found_at);
  g_autoptr (GPtrArray) found = dov_store_read (store, DOV_TYPE_PATROL_FINDING, &(DovQuery) {
    .where = "anonymised_on IS NULL AND found_at > ?1 AND found_at <= ?2 AND ifnull (outcome, '') <> 'no_child'"
             " AND ifnull (person_id, 0) = ?3",
    .order = "found_at", .params = g_variant_new ("(ssx)", since, until, finding->person_id) });
  GArray *same = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < found->len; i++)
    {
      DovPatrolFinding *other = g_ptr_array_index (found, i);
      gint64 id = dov_record_get_id (DOV_RECORD (other));

      if (finding->person_id != 0 || is_same_name (finding->described_as, other->described_as))
        g_array_append_val (same, id);
    }

  return same;
}

/* Whether somebody has written a notice about one of these findings. */
gboolean
dov_findings_are_told (DovStore *store,
                       GArray   *findings)
{
  for (guint i = 0; i < findings->len; i++)
    if (dov_store_count (store, DOV_TYPE_OUTGOING_NOTICE, &(DovQuery) {
          .where = "finding_id = ?1", .params = g_variant_new ("(x)", g_array_index (findings, gint64, i)) }, NULL) > 0)
      return TRUE;

  return FALSE;
}

/**
 * dov_findings_list_for_curators:
 * @since: mostly yesterday, for a walk ends after midnight
 * @until: mostly today
 *
 * Returns: (transfer full) (element-type DovCuratorWord): findings of those
 *   days that are linked with a family, or whose child belongs to one
 */
GArray *
dov_findings_list_for_curators (DovStore    *store,
                                const GDate *since,
                                const GDate *until)
{
  /* CROSS JOIN: the few findings of those days first, never all families. No moment of the last day comes
   * after T99; said so, the index of moments is read. */
  g_autoptr (DovStatement) rows = dov_store_see (
    store,
    "SELECT f.id, c.id, ifnull (c.curator_id, 0) FROM live_patrol_finding f CROSS JOIN live_family c"
    " WHERE c.id IN (SELECT f.family_id UNION ALL SELECT m.family_id FROM live_family_member m"
    "  WHERE f.family_id IS NULL AND m.person_id = f.person_id AND m.until IS NULL)"
    " AND f.found_at BETWEEN ?1 AND ?2 || 'T99' ORDER BY f.found_at, f.id, c.id", "(DD)", since, until);
  GArray *words = g_array_new (FALSE, FALSE, sizeof (DovCuratorWord));

  while (dov_statement_next (rows))
    {
      DovCuratorWord word = { dov_statement_column_integer (rows, 0), dov_statement_column_integer (rows, 1),
                              dov_statement_column_integer (rows, 2) };

      g_array_append_val (words, word);
    }

  return words;
}
