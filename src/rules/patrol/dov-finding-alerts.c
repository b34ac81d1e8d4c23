/* dov-finding-alerts.c - what findings ask for: a notice to the commission (T10), a word to the family's curator */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-finding-alerts.h"

#include "dov-fold.h"
#include "dov-patrol-finding.h"

#include <string.h>

#define LOOKED_BACK_DAYS 90
#define MANY_FINDINGS 3

static void
dov_repeated_free (DovRepeated *repeated)
{
  g_array_unref (repeated->finding_ids);
  g_free (repeated->described_as);
  g_free (repeated);
}

/* What tells one child from another: the card, else the words in which a name
 * may stand; one word is no name. */
static char *
dup_identity (gint64      person_id,
              const char *described_as)
{
  g_autofree char *folded = dov_fold (described_as);

  if (person_id != 0)
    return g_strdup_printf ("#%" G_GINT64_FORMAT, person_id);

  return strchr (folded, ' ') != NULL ? g_steal_pointer (&folded) : NULL;
}

static const char findings_sql[] =
  "SELECT id, person_id, ifnull (described_as, '') FROM live_patrol_finding WHERE anonymised_on IS NULL"
  " AND found_at >= ?1 AND found_at < ?2 AND ifnull (outcome, '') <> 'no_child' ORDER BY found_at, id";

/**
 * dov_findings_list_repeated:
 * @on: mostly today
 *
 * T10. Returns: (transfer full) (nullable) (element-type DovRepeated): children
 *   found three times or more in the 90 days up to @on
 */
GPtrArray *
dov_findings_list_repeated (DovStore     *store,
                            const GDate  *on,
                            GError      **error)
{
  g_autoptr (DovStatement) rows = dov_database_prepare (dov_store_get_seen (store), findings_sql, error);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_repeated_free);
  g_autoptr (GError) own_error = NULL;
  GDate first = *on, after = *on;
  g_autofree char *since = NULL;
  g_autofree char *until = NULL;

  if (rows == NULL)
    return NULL;
  g_date_subtract_days (&first, LOOKED_BACK_DAYS);
  g_date_add_days (&after, 1);
  since = dov_date_to_iso (&first);
  until = dov_date_to_iso (&after);
  dov_statement_bind_text (rows, 1, since);
  dov_statement_bind_text (rows, 2, until);
  while (dov_statement_step (rows, &own_error))
    {
      gint64 id = dov_statement_column_integer (rows, 0), person_id = dov_statement_column_integer (rows, 1);
      const char *described_as = dov_statement_column_text (rows, 2);
      g_autofree char *identity = dup_identity (person_id, described_as);
      DovRepeated *repeated = identity != NULL ? g_hash_table_lookup (known, identity) : NULL;

      if (identity == NULL)
        continue;
      if (repeated == NULL)
        {
          repeated = g_new0 (DovRepeated, 1);
          repeated->person_id = person_id;
          repeated->is_certain = person_id != 0;
          repeated->finding_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
          g_ptr_array_add (all, repeated);
          g_hash_table_insert (known, g_steal_pointer (&identity), repeated);
        }
      g_free (repeated->described_as);
      repeated->described_as = g_strdup (described_as);
      repeated->n_findings++;
      g_array_append_val (repeated->finding_ids, id);
    }
  if (own_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return NULL;
    }
  for (guint i = all->len; i > 0; i--)
    if (((DovRepeated *) all->pdata[i - 1])->n_findings < MANY_FINDINGS)
      g_ptr_array_remove_index (all, i - 1);

  return g_steal_pointer (&all);
}

/* No moment of the last day comes after T99; said so, the index of moments is read. */
#define FOUND_BETWEEN "f.found_at BETWEEN ?1 AND ?2 || 'T99'"

static GArray *
list_between (DovStore     *store,
              const char   *sql,
              const GDate  *since,
              const GDate  *until,
              GError      **error)
{
  g_autoptr (DovStatement) rows = dov_database_prepare (dov_store_get_seen (store), sql, error);
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (DovCuratorWord));
  g_autoptr (GError) own_error = NULL;
  g_autofree char *first = dov_date_to_iso (since);
  g_autofree char *last = dov_date_to_iso (until);

  if (rows == NULL)
    return NULL;
  dov_statement_bind_text (rows, 1, first);
  dov_statement_bind_text (rows, 2, last);
  while (dov_statement_step (rows, &own_error))
    {
      DovCuratorWord word = { dov_statement_column_integer (rows, 0), dov_statement_column_integer (rows, 1),
                              dov_statement_column_integer (rows, 2) };

      g_array_append_val (words, word);
    }
  if (own_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return NULL;
    }

  return g_steal_pointer (&words);
}

/**
 * dov_findings_list_for_curators:
 * @since: mostly yesterday, for a walk ends after midnight
 * @until: mostly today
 *
 * Returns: (transfer full) (nullable) (element-type DovCuratorWord): findings
 *   of those days that are linked with a family, or whose child belongs to one
 */
GArray *
dov_findings_list_for_curators (DovStore     *store,
                                const GDate  *since,
                                const GDate  *until,
                                GError      **error)
{
  return list_between (store,
                       /* CROSS JOIN: the few findings of those days first, never all families. */
                       "SELECT f.id, c.id, ifnull (c.curator_id, 0) FROM live_patrol_finding f CROSS JOIN live_family c"
                       " WHERE c.id IN (SELECT f.family_id UNION ALL SELECT m.family_id FROM live_family_member m"
                       "  WHERE f.family_id IS NULL AND m.person_id = f.person_id AND m.until IS NULL)"
                       " AND " FOUND_BETWEEN
                       " ORDER BY f.found_at, f.id, c.id", since, until, error);
}

/**
 * dov_findings_list_dangers:
 *
 * T7. Returns: (transfer full) (nullable) (element-type DovCuratorWord):
 *   findings of those days with danger to life or health, with or without a
 *   family
 */
GArray *
dov_findings_list_dangers (DovStore     *store,
                           const GDate  *since,
                           const GDate  *until,
                           GError      **error)
{
  return list_between (store,
                       "SELECT f.id, ifnull (f.family_id, 0), ifnull (c.curator_id, 0) FROM live_patrol_finding f"
                       " LEFT JOIN live_family c ON c.id = f.family_id"
                       " WHERE f.danger AND " FOUND_BETWEEN
                       " ORDER BY f.found_at, f.id", since, until, error);
}
