/* dov-stock-recipient.c - who may take goods for a family, and what a child has got already (S3, S4) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-stock-private.h"

#include "dov-item.h"
#include "dov-person.h"

#include <glib/gi18n.h>

/* Of age on the day ?2; whose age nobody knows is, unless the family has them as a child. */
#define IS_ADULT \
  "(CASE WHEN p.birth_date IS NOT NULL THEN p.birth_date <= date (?2, '-18 years')" \
  " WHEN p.birth_year IS NOT NULL THEN p.birth_year <= CAST (substr (?2, 1, 4) AS INTEGER) - 18" \
  " ELSE m.kinship IS NULL OR m.kinship NOT IN ('child', 'stepchild', 'ward') END)"

/* S3: a child takes nothing, not even with a paper. */
gboolean
dov_stock_is_adult (DovStore    *store,
                    gint64       person_id,
                    gint64       family_id,
                    const GDate *on)
{
  return dov_store_see_number (store, "SELECT " IS_ADULT " FROM person p LEFT JOIN live_family_member m"
                               " ON m.person_id = p.id AND m.family_id = ?3 WHERE p.id = ?1",
                               "(xDx)", person_id, on, family_id) != 0;
}

/* Whether the person belongs to the family on that day. */
gboolean
dov_stock_is_member (DovStore    *store,
                     gint64       person_id,
                     gint64       family_id,
                     const GDate *on)
{
  return dov_store_see_number (store, "SELECT 1 FROM live_family_member WHERE person_id = ?1 AND family_id = ?2"
                               " AND ifnull (since, '') <= ?3 AND ifnull (until, '9999') >= ?3",
                               "(xxD)", person_id, family_id, on) != 0;
}

/**
 * dov_stock_find_repeated:
 * @distribution: of a drive; need not be saved yet
 *
 * S4: the same gift of a drive to one child. Bags, gifts and kits are the same
 * kind of gift even when they are not the same item.
 *
 * Returns: (transfer full) (nullable): what the child got in this drive, and
 *   when, for people; %NULL when nothing of the kind
 */
char *
dov_stock_find_repeated (DovStore        *store,
                         DovDistribution *distribution,
                         gint64           item_id,
                         gint64           child_id)
{
  g_autoptr (DovStatement) rows = NULL;
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *child = NULL;

  if (child_id == 0 || distribution->drive_id == 0)
    return NULL;
  rows = dov_store_see (store, "SELECT l.item_id, d.date, d.no FROM live_distribution_line l"
                        " JOIN live_distribution d ON d.id = l.distribution_id"
                        " JOIN item i ON i.id = l.item_id JOIN item w ON w.id = ?3"
                        " LEFT JOIN ref_item c ON c.id = w.category_id"
                        " WHERE l.child_id = ?1 AND d.drive_id = ?2 AND d.id <> ?4 AND d.status = 'issued'"
                        " AND (i.id = w.id OR"
                        " (i.category_id = w.category_id AND c.code IN ('bag', 'gift', 'kit')))"
                        " ORDER BY d.date, l.id",
                        "(xxxx)", child_id, distribution->drive_id, item_id,
                        dov_record_get_id (DOV_RECORD (distribution)));
  while (dov_statement_next (rows))
    {
      g_autofree char *item = dov_stock_describe_item (store, dov_statement_column_integer (rows, 0));
      g_autoptr (GDate) day = dov_statement_dup_date (rows, 1);
      g_autofree char *shown = dov_date_to_shown (day);

      if (list->len > 0)
        g_string_append (list, ", ");
      /* Translators: a thing that was handed out, the day, the number of the handout */
      g_string_append_printf (list, _("“%1$s” %2$s, No. %3$s"), item, shown, dov_statement_column_text (rows, 2));
    }
  if (list->len == 0)
    return NULL;
  child = dov_store_describe_id (store, DOV_TYPE_PERSON, child_id);

  /* Translators: a child; what it got, each with the day. */
  return g_strdup_printf (_("%s has got this in the drive already: %s."), child, list->str);
}
