/* dov-stock-steps.c - what people do with goods: each one operation, done once */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-stock-private.h"

#include "dov-commission-member.h"
#include "dov-stock-status.h"

#include <glib/gi18n.h>

/* What stands of the paper in the file. */
static DovRecord *
find_standing (DovStore  *store,
               DovRecord *draft)
{
  gint64 id = dov_record_get_id (draft);

  return id != 0 ? dov_store_find (store, G_OBJECT_TYPE (draft), id, NULL) : NULL;
}

/* A second click finds the work done. */
static gboolean
is_done (DovStore  *store,
         DovRecord *draft)
{
  g_autoptr (DovRecord) standing = find_standing (store, draft);

  return standing != NULL && !dov_record_is_removed (standing) && dov_stock_is_posted (standing);
}

static void
give_number (DovStore  *store,
             DovRecord *draft)
{
  const DovField *no = dov_record_find_field (draft, "no");
  const DovField *lounge = dov_record_find_field (draft, "lounge_id");
  const DovField *date = dov_record_find_field (draft, "date");
  const GDate *on = G_STRUCT_MEMBER (GDate *, draft, date->offset);
  g_autofree char *number = NULL;

  if (!dov_record_is_empty (draft, no) || on == NULL)
    return;
  number = dov_stock_propose_number (store, G_OBJECT_TYPE (draft), G_STRUCT_MEMBER (gint64, draft, lounge->offset), on);
  dov_record_set_string (draft, "no", number);
}

static gboolean
save_parts (DovStore    *store,
            gint64       paper_id,
            const char  *link,
            GPtrArray   *parts,
            GError     **error)
{
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      DovRecord *part = parts->pdata[i];

      dov_record_set_number (part, link, paper_id);
      if (!dov_store_save (store, part, error))
        return FALSE;
    }

  return TRUE;
}

/* Saves a paper with its lines as one operation; the rest follows at its end. */
static gboolean
save_paper (DovStore    *store,
            DovRecord   *draft,
            const char  *link,
            GPtrArray   *lines,
            const char  *commission_link,
            GPtrArray   *commission,
            GError     **error)
{
  const DovField *no = dov_record_find_field (draft, "no");
  gboolean had_number = !dov_record_is_empty (draft, no);
  g_autofree char *words = NULL;

  give_number (store, draft);
  words = dov_record_describe (draft);
  if (!dov_store_begin (store, words, error))
    return FALSE;
  if (dov_store_save (store, draft, error) && save_parts (store, dov_record_get_id (draft), link, lines, error) &&
      save_parts (store, dov_record_get_id (draft), commission_link, commission, error) &&
      dov_store_commit (store, NULL, error))
    return TRUE;

  dov_store_abandon (store);
  if (!had_number)
    dov_record_set_string (draft, "no", "");
  dov_record_set_int (draft, "status", DOV_STOCK_STATUS_DRAFT);

  return FALSE;
}

/**
 * dov_stock_receive:
 * @receipt: a draft; posted when this succeeds
 * @lines: (nullable) (element-type DovDonationLine)
 *
 * Takes a donation in: what is new or in good state goes into the stock (S2).
 */
gboolean
dov_stock_receive (DovStore            *store,
                   DovDonationReceipt  *receipt,
                   GPtrArray           *lines,
                   GError             **error)
{
  if (is_done (store, DOV_RECORD (receipt)))
    return TRUE;
  dov_set (receipt, status, DOV_STOCK_STATUS_POSTED);

  return save_paper (store, DOV_RECORD (receipt), "receipt_id", lines, NULL, NULL, error);
}

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
  if (!dov_store_begin (store, _("Goods sorted"), error))
    return FALSE;

  return dov_store_end (store, dov_store_save (store, first, error) &&
                        (good == 0 || DOV_DONATION_LINE (rest)->qty == 0 || dov_store_save (store, rest, error)), error);
}

/**
 * dov_stock_prepare_issue:
 * @distribution: a draft, saved as one: nothing is handed out yet
 * @lines: (nullable) (element-type DovDistributionLine)
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
  if (is_done (store, DOV_RECORD (distribution)))
    return TRUE;
  dov_set (distribution, status, DOV_DISTRIBUTION_STATUS_DRAFT);

  return save_paper (store, DOV_RECORD (distribution), "distribution_id", lines, NULL, NULL, error);
}

/**
 * dov_stock_issue:
 * @distribution: a draft
 * @lines: (nullable) (element-type DovDistributionLine): NULL when they are
 *   saved already
 *
 * Hands goods out to a family. Lines that name no batch take what goes bad
 * first. Needs of the family for these items are met.
 */
gboolean
dov_stock_issue (DovStore         *store,
                 DovDistribution  *distribution,
                 GPtrArray        *lines,
                 GError          **error)
{
  if (is_done (store, DOV_RECORD (distribution)))
    return TRUE;
  dov_set (distribution, status, DOV_DISTRIBUTION_STATUS_ISSUED);

  return save_paper (store, DOV_RECORD (distribution), "distribution_id", lines, NULL, NULL, error);
}

/**
 * dov_stock_issue_prepared:
 *
 * Ticks one family off the list: what was prepared is handed out.
 */
gboolean
dov_stock_issue_prepared (DovStore  *store,
                          gint64     distribution_id,
                          gboolean   is_signed,
                          GError   **error)
{
  g_autoptr (DovRecord) living = dov_store_find (store, DOV_TYPE_DISTRIBUTION, distribution_id, error);
  g_autoptr (DovDistribution) draft = living != NULL ? DOV_DISTRIBUTION (dov_record_dup (living)) : NULL;

  if (draft == NULL)
    return FALSE;
  if (is_signed)
    dov_set (draft, is_signed, TRUE);

  return dov_stock_issue (store, draft, NULL, error);
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
  g_autoptr (DovRecord) living = dov_store_find (store, DOV_TYPE_DISTRIBUTION, distribution_id, error);
  g_autoptr (DovDistribution) draft = living != NULL ? DOV_DISTRIBUTION (dov_record_dup (living)) : NULL;

  if (draft == NULL)
    return FALSE;
  if (draft->status == DOV_DISTRIBUTION_STATUS_RETURNED)
    return TRUE;
  dov_set (draft, status, DOV_DISTRIBUTION_STATUS_RETURNED);
  dov_set (draft, returned_on, on);
  dov_set (draft, status_reason, reason);

  return dov_store_save (store, DOV_RECORD (draft), error);
}

/**
 * dov_stock_transfer:
 * @lines: (nullable) (element-type DovStockTransferLine)
 *
 * Moves goods to another lounge, another drive or the general stock.
 */
gboolean
dov_stock_transfer (DovStore          *store,
                    DovStockTransfer  *transfer,
                    GPtrArray         *lines,
                    GError           **error)
{
  if (is_done (store, DOV_RECORD (transfer)))
    return TRUE;
  dov_set (transfer, status, DOV_STOCK_STATUS_POSTED);

  return save_paper (store, DOV_RECORD (transfer), "transfer_id", lines, NULL, NULL, error);
}

/**
 * dov_stock_write_off:
 * @lines: (nullable) (element-type DovWriteOffLine)
 * @commission: (nullable) (element-type DovCommissionMember): three or more (S6)
 */
gboolean
dov_stock_write_off (DovStore     *store,
                     DovWriteOff  *write_off,
                     GPtrArray    *lines,
                     GPtrArray    *commission,
                     GError      **error)
{
  if (is_done (store, DOV_RECORD (write_off)))
    return TRUE;
  dov_set (write_off, status, DOV_STOCK_STATUS_POSTED);

  return save_paper (store, DOV_RECORD (write_off), "write_off_id", lines, "write_off_id", commission, error);
}

/**
 * dov_stock_build_kits:
 * @build: a draft: which kit, how many, made up or taken apart
 *
 * Makes kits of their parts, what goes bad first, or takes them apart into
 * what they were made of. The parts are written down as lines of @build.
 */
gboolean
dov_stock_build_kits (DovStore     *store,
                      DovKitBuild  *build,
                      GError      **error)
{
  if (is_done (store, DOV_RECORD (build)))
    return TRUE;
  dov_set (build, status, DOV_STOCK_STATUS_POSTED);

  return save_paper (store, DOV_RECORD (build), "build_id", NULL, NULL, NULL, error);
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
  g_autoptr (DovRecord) standing = find_standing (store, paper);
  g_autoptr (DovRecord) draft = standing != NULL ? dov_record_dup (standing) : NULL;
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
