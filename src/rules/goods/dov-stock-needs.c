/* dov-stock-needs.c - what families have asked for: kept back, met, open again (S5) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-stock-private.h"

static gboolean
set_state (DovStore       *store,
           gint64          need_id,
           DovNeedStatus   status,
           const GDate    *until,
           gint64          distribution_id,
           GError        **error)
{
  g_autoptr (DovNeed) need = dov_store_find_draft (store, DOV_TYPE_NEED, need_id, error);

  if (need == NULL)
    return FALSE;
  dov_set (need, status, status);
  dov_set (need, reserved_until, until);
  dov_set (need, distribution_id, distribution_id);

  return dov_store_save (store, DOV_RECORD (need), error);
}

/* Open needs of the family for the item, those for which it was kept back first. */
static gboolean
meet (DovStore         *store,
      DovDistribution  *distribution,
      gint64            item_id,
      gint64            child_id,
      gint64            qty,
      GError          **error)
{
  g_autoptr (DovStatement) rows =
    dov_store_ask (store, "SELECT id, qty FROM live_need WHERE family_id = ?1 AND item_id = ?2"
                   " AND status IN ('open', 'reserved') AND (drive_id IS NULL OR drive_id IS ?3)"
                   " AND (person_id IS NULL OR ?4 = 0 OR person_id = ?4)"
                   " ORDER BY status DESC, date, id",
                   "(xxlx)", distribution->family_id, item_id, distribution->drive_id, child_id);
  g_autoptr (GArray) met = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (dov_statement_next (rows))
    if (dov_statement_column_integer (rows, 1) <= qty)
      {
        gint64 id = dov_statement_column_integer (rows, 0);

        qty -= dov_statement_column_integer (rows, 1);
        g_array_append_val (met, id);
      }

  for (guint i = 0; i < met->len; i++)
    if (!set_state (store, g_array_index (met, gint64, i), DOV_NEED_STATUS_MET, NULL,
                    dov_record_get_id (DOV_RECORD (distribution)), error))
      return FALSE;

  return TRUE;
}

static gboolean
meet_all (DovStore         *store,
          DovDistribution  *distribution,
          GError          **error)
{
  g_autoptr (DovStatement) rows =
    dov_store_ask (store, "SELECT item_id, ifnull (child_id, 0), sum (qty) FROM live_distribution_line"
                   " WHERE distribution_id = ?1 GROUP BY item_id, child_id",
                   "(x)", dov_record_get_id (DOV_RECORD (distribution)));

  while (dov_statement_next (rows))
    if (!meet (store, distribution, dov_statement_column_integer (rows, 0), dov_statement_column_integer (rows, 1),
               dov_statement_column_integer (rows, 2), error))
      return FALSE;

  return TRUE;
}

static gboolean
open_again (DovStore         *store,
            DovDistribution  *distribution,
            GError          **error)
{
  DovQuery query = { .where = "distribution_id = ?1 AND status = 'met'",
                     .params = g_variant_new ("(x)", dov_record_get_id (DOV_RECORD (distribution))) };
  g_autoptr (GArray) ids = dov_store_list (store, DOV_TYPE_NEED, &query, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!set_state (store, g_array_index (ids, gint64, i), DOV_NEED_STATUS_OPEN, NULL, 0, error))
      return FALSE;

  return ids != NULL;
}

/* What a handout does to the needs of its family. */
gboolean
dov_stock_settle_needs (DovStore         *store,
                        DovDistribution  *distribution,
                        gboolean          has_issued,
                        GError          **error)
{
  gboolean stands = !dov_record_is_removed (DOV_RECORD (distribution)) &&
                    distribution->status == DOV_DISTRIBUTION_STATUS_ISSUED;

  if (!stands)
    return open_again (store, distribution, error);

  return !has_issued || meet_all (store, distribution, error);
}

/**
 * dov_stock_reserve:
 * @until: the last day for which it is kept back; then it is free again by itself
 *
 * Keeps back what the need asks for, in its lounge and drive. The balance
 * stays, what is free becomes less (S5).
 */
gboolean
dov_stock_reserve (DovStore     *store,
                   gint64        need_id,
                   const GDate  *until,
                   GError      **error)
{
  return set_state (store, need_id, DOV_NEED_STATUS_RESERVED, until, 0, error);
}
