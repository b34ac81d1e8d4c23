/* dov-stock-steps.c - what people do with goods: each one operation, done once */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-stock-private.h"

#include <glib/gi18n.h>

/**
 * dov_stock_sort:
 * @line: one that was taken in as “to be sorted”
 * @good: how much of it is good; the rest is unfit
 *
 * Sorting is the one change that a posted receipt takes.
 */
gboolean
dov_stock_sort (DovStore         *store,
                DovDonationLine  *line,
                gint64            good,
                GError          **error)
{
  g_autoptr (DovRecord) first = dov_record_dup (DOV_RECORD (line));
  g_autoptr (DovRecord) rest = dov_record_new (DOV_TYPE_DONATION_LINE, 0);

  if (line->condition != DOV_CONDITION_TO_SORT)
    return TRUE;
  if (good < 0 || good > line->qty)
    return dov_store_refuse (store, first, "qty", "S2", _("More cannot be good than there was to sort."), error);

  dov_record_assign (rest, first);
  dov_set (DOV_DONATION_LINE (first), condition, good > 0 ? DOV_CONDITION_GOOD : DOV_CONDITION_UNFIT);
  dov_set (DOV_DONATION_LINE (first), qty, good > 0 ? good : line->qty);
  dov_set (DOV_DONATION_LINE (rest), condition, DOV_CONDITION_UNFIT);
  dov_set (DOV_DONATION_LINE (rest), qty, line->qty - good);
  if (!dov_store_begin (store, C_("toast", "Goods sorted"), error))
    return FALSE;

  return dov_store_end (store, dov_store_save (store, first, error) &&
                        (good == 0 || DOV_DONATION_LINE (rest)->qty == 0 || dov_store_save (store, rest, error)), error);
}

/**
 * dov_stock_prepare_issue:
 * @distribution: a draft, saved as one: nothing is handed out yet; an empty number is given here
 * @lines: (element-type DovDistributionLine): without the link to it
 *
 * Puts a family on the list of a batch: what it will get, to be ticked off
 * with dov_stock_issue_prepared().
 */
gboolean
dov_stock_prepare_issue (DovStore         *store,
                         DovDistribution  *distribution,
                         GPtrArray        *lines,
                         GError          **error)
{
  g_autofree char *number = NULL;
  g_autofree char *words = NULL;
  gboolean is_well;

  if (*distribution->no == '\0')
    {
      number = dov_stock_propose_number (store, DOV_TYPE_DISTRIBUTION, distribution->lounge_id, distribution->date);
      dov_set (distribution, no, number);
    }
  words = dov_record_describe (DOV_RECORD (distribution));
  if (!dov_store_begin (store, words, error))
    return FALSE;

  is_well = dov_store_save (store, DOV_RECORD (distribution), error);
  for (guint i = 0; is_well && i < lines->len; i++)
    {
      dov_record_set_number (lines->pdata[i], "distribution_id", dov_record_get_id (DOV_RECORD (distribution)));
      is_well = dov_store_save (store, lines->pdata[i], error);
    }

  return dov_store_end (store, is_well, error);
}

/**
 * dov_stock_issue_prepared:
 *
 * Ticks one family off the list: what was prepared is handed out. Lines that
 * name no batch take what goes bad first; needs of the family for these items
 * are met. A second click finds it done.
 */
gboolean
dov_stock_issue_prepared (DovStore  *store,
                          gint64     distribution_id,
                          gboolean   is_signed,
                          GError   **error)
{
  g_autoptr (DovDistribution) draft = dov_store_find_draft (store, DOV_TYPE_DISTRIBUTION, distribution_id, error);
  g_autofree char *words = NULL;

  if (draft == NULL || dov_stock_is_posted (DOV_RECORD (draft)))
    return draft != NULL;
  if (is_signed)
    dov_set (draft, is_signed, TRUE);
  dov_set (draft, status, DOV_DISTRIBUTION_STATUS_ISSUED);
  words = dov_record_describe (DOV_RECORD (draft));
  if (!dov_store_begin (store, words, error))
    return FALSE;

  return dov_store_end (store, dov_store_save (store, DOV_RECORD (draft), error), error);
}

/**
 * dov_stock_return:
 * @on: the day on which the goods came back
 *
 * What was handed out comes back, all of it: the stock has it again from that day.
 */
gboolean
dov_stock_return (DovStore     *store,
                  gint64        distribution_id,
                  const GDate  *on,
                  const char   *reason,
                  GError      **error)
{
  g_autoptr (DovDistribution) draft = dov_store_find_draft (store, DOV_TYPE_DISTRIBUTION, distribution_id, error);

  if (draft == NULL || draft->status == DOV_DISTRIBUTION_STATUS_RETURNED)
    return draft != NULL;
  dov_set (draft, status, DOV_DISTRIBUTION_STATUS_RETURNED);
  dov_set (draft, returned_on, on);
  dov_set (draft, status_reason, reason);

  return dov_store_save (store, DOV_RECORD (draft), error);
}

/**
 * dov_stock_count_kits:
 * @scarce_id: (out) (optional): the part of which there is least
 *
 * Returns: how many kits can be made of what is free there today
 */
gint64
dov_stock_count_kits (DovStore *store,
                      gint64    kit_id,
                      gint64    lounge_id,
                      gint64    drive_id,
                      gint64   *scarce_id)
{
  g_autoptr (DovStatement) rows =
    dov_store_see (store, "SELECT item_id, sum (qty) FROM live_kit_part WHERE kit_id = ?1"
                   " GROUP BY item_id ORDER BY min (id)",
                   "(x)", kit_id);
  GDate today = dov_today ();
  g_autofree char *day = dov_date_to_iso (&today);
  gint64 least = -1;

  if (scarce_id != NULL)
    *scarce_id = 0;
  while (dov_statement_next (rows))
    {
      DovStockKey key = { dov_statement_column_integer (rows, 0), lounge_id, drive_id, NULL };
      gint64 free = dov_stock_get_issuable (store, &key, day, FALSE) -
                    dov_stock_get_reserved (store, key.item_id, lounge_id, drive_id, 0);
      gint64 kits = MAX (0, free) / dov_statement_column_integer (rows, 1);

      if (least >= 0 && kits >= least)
        continue;
      least = kits;
      if (scarce_id != NULL)
        *scarce_id = key.item_id;
    }

  return MAX (0, least);
}

/**
 * dov_stock_cancel:
 * @paper: a handout, receipt, transfer, write-off, count or making up of kits
 * @reason: why, kept in the paper
 *
 * Takes a posted paper back by counter-movements, as if it had never been;
 * the paper stays and says so. Refused when its goods have gone on.
 */
gboolean
dov_stock_cancel (DovStore    *store,
                  DovRecord   *paper,
                  const char  *reason,
                  GError     **error)
{
  g_autoptr (DovRecord) draft = dov_store_find_draft (store, G_OBJECT_TYPE (paper), dov_record_get_id (paper), error);
  const DovField *status = dov_record_find_field (paper, "status");
  g_autofree char *now = draft != NULL ? dov_record_dup_text (draft, status) : NULL;

  if (draft == NULL || g_str_equal (now, "cancelled"))
    return draft != NULL;
  if (!dov_record_set_text (draft, status, "cancelled", error))
    return FALSE;
  if (DOV_IS_DISTRIBUTION (draft))
    dov_record_set_date (draft, "returned_on", NULL);
  dov_record_set_string (draft, "status_reason", reason);

  return dov_store_save (store, draft, error);
}
