/* dov-stock-rules.c - what holds of goods, whoever moves them: S1 to S8, S10 */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-goods-rules.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dov-distribution-line.h"
#include "dov-donation-line.h"
#include "dov-donation-receipt.h"
#include "dov-donor.h"
#include "dov-family.h"
#include "dov-fold.h"
#include "dov-inventory-line.h"
#include "dov-item.h"
#include "dov-kit-build-line.h"
#include "dov-kit-part.h"
#include "dov-number.h"
#include "dov-organisation.h"
#include "dov-person.h"
#include "dov-settings.h"
#include "dov-stock-move.h"
#include "dov-stock-private.h"
#include "dov-stock-status.h"
#include "dov-stock-transfer-line.h"
#include "dov-write-off-line.h"

/* Until somebody sets another: three thousand roubles, as the law has it. */
#define USUAL_THRESHOLD 300000

/* S2: who gives without a name gives what has been used; a new thing has a giver whom somebody may ask for. */
static void
warn_nameless (DovStore  *store,
               DovRecord *before,
               DovRecord *after,
               GPtrArray *problems)
{
  g_autoptr (DovRecord) donor = NULL;
  gint64 new_id;

  if (!dov_stock_is_newly_posted (before, after))
    return;
  donor = dov_store_find (store, DOV_TYPE_DONOR, DOV_DONATION_RECEIPT (after)->donor_id, NULL);
  if (donor == NULL || !DOV_DONOR (donor)->anonymous)
    return;
  new_id =
    dov_store_ask_number (store, "SELECT item_id FROM live_donation_line WHERE receipt_id = ?1 AND condition = 'new'"
                          " ORDER BY id LIMIT 1",
                          "(x)", dov_record_get_id (after));
  if (new_id != 0)
    {
      g_autofree char *item = dov_stock_describe_item (store, new_id);

      dov_problems_warn (problems, after, "donor_id", "S2",
                         _("Without a name only things are taken in that have been used, and “%s” is new. "
                           "Find who gives it, or say why it is right all the same."), item);
    }
}

static gboolean
is_grown_up (DovStore    *store,
             gint64       person_id,
             const GDate *on)
{
  return dov_store_ask_number (store, "SELECT id FROM person WHERE id = ?1 AND coalesce (birth_date <= date (?2, '-18 years'),"
                               " birth_year < CAST (substr (?2, 1, 4) AS INTEGER) - 18)", "(xD)", person_id, on) != 0;
}

/* S3: a child for whom something is handed out is one, and belongs to the family. */
static void
warn_child (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  DovDistribution *self = DOV_DISTRIBUTION (after);
  g_autoptr (DovStatement) rows = NULL;
  guint told = problems->len;

  if (!dov_stock_is_newly_posted (before, after) || self->date == NULL)
    return;
  rows = dov_store_ask (store, "SELECT DISTINCT child_id FROM live_distribution_line WHERE distribution_id = ?1"
                        " AND child_id IS NOT NULL ORDER BY id",
                        "(x)", dov_record_get_id (after));
  while (problems->len == told && dov_statement_next (rows))
    {
      gint64 child = dov_statement_column_integer (rows, 0);
      g_autofree char *name = NULL;

      name = dov_store_describe_id (store, DOV_TYPE_PERSON, child);
      if (is_grown_up (store, child, self->date))
        dov_problems_warn (problems, after, NULL, "S3",
                           _("%s was a grown-up on that day, and stands here as the child. Choose a child, "
                             "or say why it is right all the same."), name);
      if (problems->len > told || dov_stock_is_member (store, child, self->family_id, self->date))
        continue;
      dov_problems_warn (problems, after, NULL, "S3",
                         _("%s is not written down in this family. Choose a child of the family, "
                           "or say why it is right all the same."), name);
    }
}

/* F4: a family that is taken off may be helped; mostly it is another family, or another day. */
static void
warn_taken_off (DovStore  *store,
                DovRecord *before,
                DovRecord *after,
                GPtrArray *problems)
{
  g_autoptr (DovFamily) family = dov_store_follow (store, after, "family_id");
  const GDate *day = DOV_IS_NEED (after) ? DOV_NEED (after)->date : DOV_DISTRIBUTION (after)->date;
  gboolean is_told = DOV_IS_NEED (after) ? before == NULL || dov_record_has_changed (before, after, "family_id", "date", NULL)
                                         : dov_stock_is_newly_posted (before, after);
  g_autofree char *shown = NULL;

  if (!is_told || day == NULL || family == NULL || family->closed_on == NULL ||
      family->case_status == DOV_CASE_STATUS_SUSPENDED || g_date_compare (day, family->closed_on) <= 0)
    return;
  shown = dov_date_to_shown (family->closed_on);
  dov_problems_warn (problems, after, "family_id", "F4",
                     _("The family “%1$s” was taken off on %2$s. Check the family and the date, or say why it is helped "
                       "all the same."), family->family_name, shown);
}

/* S6: what is written later for a day before a count changes what the count was compared with. */
static void
warn_counted (DovStore  *store,
              DovRecord *before,
              DovRecord *after,
              GPtrArray *problems)
{
  g_autoptr (GArray) touched = NULL;
  g_autoptr (DovInventoryCount) count = NULL;
  g_autofree char *sql = NULL;

  if (!dov_stock_is_newly_posted (before, after) || !dov_store_is_operating (store) || dov_store_is_undoing (store))
    return;
  touched = dov_store_list_touched (store, DOV_TYPE_INVENTORY_COUNT);
  if (touched->len > 0)
    return;   /* a whole file comes in: its counts know of its papers */

  sql = g_strdup_printf ("WITH e (cause, day, item_id, lounge_id, drive_id, expires_on, qty, kind) AS (%s)"
                         " SELECT c.id FROM e JOIN live_inventory_count c ON c.lounge_id = e.lounge_id AND c.date > e.day"
                         " JOIN live_inventory_line l ON l.count_id = c.id AND l.item_id = e.item_id"
                         " AND l.drive_id IS e.drive_id WHERE c.status = 'posted'"
                         " ORDER BY c.date DESC LIMIT 1",
                         dov_stock_paper_of (G_OBJECT_TYPE (after))->expected);
  count = dov_store_look_up (store, DOV_TYPE_INVENTORY_COUNT,
                             dov_store_ask_number (store, sql, "(x)", dov_record_get_id (after)));
  if (count != NULL)
    {
      g_autofree char *day = dov_date_to_shown (count->date);

      dov_problems_warn (problems, after, "date", "S6",
                         _("The stock was counted on %s, and this is of a day before: what was found then no longer agrees "
                           "with the books. Type the day on which it is written, or say why it is right all the same."), day);
    }
}

/* S1, for looking over a whole file: in an operation every movement is looked at when it is written. */
static void
check_move (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  DovStockMove *move = DOV_STOCK_MOVE (after);
  g_autofree char *batch = NULL;
  g_autofree char *day = NULL;
  GDate date;

  if (move->qty > 0 || dov_store_is_operating (store))
    return;
  batch = move->expires_on != NULL ? dov_date_to_iso (move->expires_on) : NULL;
  date = dov_moment_get_date (move->at);
  day = dov_date_to_iso (&date);
  if (dov_stock_get_least (store, &(DovStockKey) { move->item_id, move->lounge_id, move->drive_id, batch }, day) < 0)
    dov_problems_add (problems, after, "qty", "S1", _("More has gone out than there was."));
}

/* S2 */

static gboolean
is_perishable (DovStore *store,
               gint64    item_id)
{
  g_autoptr (DovRecord) item = dov_store_look_up (store, DOV_TYPE_ITEM, item_id);

  return item != NULL && DOV_GOODS (item)->perishable;
}

static void
check_use_by (DovStore  *store,
              DovRecord *before,
              DovRecord *after,
              GPtrArray *problems)
{
  gboolean comes_in = DOV_IS_DONATION_LINE (after) ? dov_condition_is_stocked (DOV_DONATION_LINE (after)->condition)
                                                   : dov_inventory_line_get_difference (DOV_INVENTORY_LINE (after)) > 0;

  if (comes_in && dov_record_is_empty (after, dov_record_find_field (after, "expires_on")) &&
      is_perishable (store, dov_record_get_number (after, "item_id")))
    dov_problems_add (problems, after, "expires_on", "S2", _("This goes bad. Type the day until which it is good."));
}

/* S2: what comes in is good yet. */
static void
warn_stale (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  DovDonationLine *line = DOV_DONATION_LINE (after);
  g_autoptr (DovDonationReceipt) receipt = dov_store_follow (store, after, "receipt_id");

  if (receipt != NULL && receipt->date != NULL && line->expires_on != NULL && dov_condition_is_stocked (line->condition) &&
      g_date_compare (line->expires_on, receipt->date) < 0)
    dov_problems_warn (problems, after, "expires_on", "S2",
                       _("It was past its day when it came. Take it in as unfit, check the date, or say why it is right."));
}

/* N16: what is past its day goes to nobody, and into no kit. */
static void
check_expired (DovStore  *store,
               DovRecord *before,
               DovRecord *after,
               GPtrArray *problems)
{
  g_autoptr (DovStatement) rows = NULL;

  if (!dov_stock_is_newly_posted (before, after) || (DOV_IS_KIT_BUILD (after) && DOV_KIT_BUILD (after)->is_unbuild))
    return;
  rows =
    dov_store_ask (store, DOV_IS_KIT_BUILD (after)
                   ? "SELECT l.item_id, l.expires_on FROM live_kit_build_line l JOIN kit_build p ON p.id = l.build_id"
                   " WHERE p.id = ?1 AND l.expires_on < p.date"
                   : "SELECT l.item_id, l.expires_on FROM live_distribution_line l JOIN distribution p"
                   " ON p.id = l.distribution_id WHERE p.id = ?1 AND l.expires_on < p.date",
                   "(x)", dov_record_get_id (after));
  if (dov_statement_next (rows))
    {
      g_autofree char *item = dov_stock_describe_item (store, dov_statement_column_integer (rows, 0));
      g_autoptr (GDate) day = dov_statement_dup_date (rows, 1);
      g_autofree char *shown = dov_date_to_shown (day);

      dov_problems_add (problems, after, NULL, "S2",
                        _("%s was good until %s and may not be handed out. Write it off, or choose another batch."),
                        item, shown);
    }
}

/* S3, S7 */

/* What is handed out before a drive or after it belongs to no drive. */
static gboolean
is_outside (DovDrive    *drive,
            const GDate *day)
{
  return day != NULL && ((drive->since != NULL && g_date_compare (day, drive->since) < 0) ||
                         (drive->until != NULL && g_date_compare (day, drive->until) > 0));
}

static void
refuse_outside (DovDrive   *drive,
                DovRecord  *record,
                const char *field,
                GPtrArray  *problems)
{
  g_autofree char *since = dov_date_to_shown (drive->since);
  g_autofree char *until = dov_date_to_shown (drive->until);

  dov_problems_add (problems, record, field, "S7",
                    _("The drive “%1$s” goes on from %2$s to %3$s, and goods would be handed out on another day. "
                      "Change the days of the drive, or check the date."), drive->name, since, until);
}

static void
check_drive (DovStore  *store,
                 DovRecord *before,
                 DovRecord *after,
                 GPtrArray *problems)
{
  DovDistribution *self = DOV_DISTRIBUTION (after);
  g_autoptr (DovRecord) drive = NULL;

  if (self->status != DOV_DISTRIBUTION_STATUS_DRAFT && self->status != DOV_DISTRIBUTION_STATUS_ISSUED)
    return;
  drive = dov_store_look_up (store, DOV_TYPE_DRIVE, self->drive_id);
  if (drive != NULL && DOV_DRIVE (drive)->kind == DOV_DRIVE_KIND_TARGETED &&
      DOV_DRIVE (drive)->family_id != self->family_id)
    dov_problems_add (problems, after, "family_id", "S3",
                      _("“%s” is for one family, and this is another."), DOV_DRIVE (drive)->name);
  if (drive != NULL && is_outside (DOV_DRIVE (drive), self->date))
    refuse_outside (DOV_DRIVE (drive), after, "date", problems);
}

/* The first day of a drive is set off, or the last one back. */
static void
check_span (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  DovDrive *drive = DOV_DRIVE (after);

  if (dov_store_ask_number (store, "SELECT id FROM live_distribution WHERE drive_id = ?1 AND (date < ?2 OR date > ?3)"
                            " AND status IN ('draft', 'issued')", "(xDD)", dov_record_get_id (after), drive->since,
                            drive->until) != 0)
    refuse_outside (drive, after, dov_record_has_changed (before, after, "until", NULL) ? "until" : "since", problems);
}

/* S4 */
static void
warn_repeated (DovStore  *store,
               DovRecord *before,
               DovRecord *after,
               GPtrArray *problems)
{
  g_autoptr (DovStatement) rows = NULL;

  if (!dov_stock_is_newly_posted (before, after) || DOV_DISTRIBUTION (after)->status != DOV_DISTRIBUTION_STATUS_ISSUED)
    return;
  /* Each line is told: a reason for one says nothing of the others. */
  rows = dov_store_ask (store, "SELECT item_id, child_id FROM live_distribution_line WHERE distribution_id = ?1"
                        " AND child_id IS NOT NULL GROUP BY item_id, child_id ORDER BY min (id)",
                        "(x)", dov_record_get_id (after));
  while (dov_statement_next (rows))
    {
      g_autofree char *words = dov_stock_find_repeated (store, DOV_DISTRIBUTION (after),
                                                        dov_statement_column_integer (rows, 0),
                                                        dov_statement_column_integer (rows, 1));

      if (words != NULL)
        dov_problems_warn (problems, after, NULL, "S4", "%s", words);
    }
}

/* S5 */
static void
check_need (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  DovNeed *need = DOV_NEED (after);
  g_autofree char *words = NULL;
  GDate today = dov_today ();
  DovStockFigure figure;
  gint64 have;

  if (need->person_id != 0 && need->date != NULL && dov_record_has_changed (before, after, "person_id", "family_id", NULL) &&
      !dov_stock_is_member (store, need->person_id, need->family_id, need->date))
    {
      g_autofree char *name = dov_store_describe_id (store, DOV_TYPE_PERSON, need->person_id);

      dov_problems_warn (problems, after, "person_id", "S3",
                         _("%s is not written down in this family. Choose a child of the family, "
                           "or say why it is right all the same."), name);
    }
  if (need->item_id == 0 && need->category_id == 0)
    dov_problems_add (problems, after, "item_id", NULL, _("Choose what is needed: an item, or at least a category."));
  if (need->status != DOV_NEED_STATUS_RESERVED || need->item_id == 0 || need->reserved_until == NULL ||
      !dov_record_has_changed (before, after, "status", "qty", "item_id", "lounge_id", "drive_id", "reserved_until", NULL))
    return;
  if (g_date_compare (need->reserved_until, &today) < 0)
    return;
  dov_stock_get_figure (store, need->item_id, need->lounge_id, need->drive_id, &figure);
  have = figure.balance - dov_stock_get_reserved (store, need->item_id, need->lounge_id, need->drive_id,
                                                  dov_record_get_id (after));
  if (have >= need->qty)
    return;
  words = dov_stock_dup_shortage (store, need->item_id, need->lounge_id, need->drive_id, have, need->qty);
  dov_problems_add (problems, after, "qty", "S5", "%s", words);
}

/* S6 */

static void
check_write_off (DovStore  *store,
                 DovRecord *before,
                 DovRecord *after,
                 GPtrArray *problems)
{
  gint64 n_members;

  if (!dov_stock_is_newly_posted (before, after))
    return;
  n_members =
    dov_store_ask_number (store, "SELECT count(DISTINCT"
                          " coalesce (p.birth_date || ' ' || p.last_name || ' ' || p.first_name, p.id))"
                          " FROM live_commission_member m JOIN person p ON p.id = m.person_id WHERE m.write_off_id = ?1",
                          "(x)", dov_record_get_id (after));
  if (n_members < 3)
    dov_problems_add (problems, after, NULL, "S6",
                      _("A commission of three or more writes goods off. Name its members: there are %d so far."),
                      (int) n_members);
}

/* What the books say otherwise than the line of a count; NULL when the same. */
static char *
describe_book (DovStore          *store,
               DovInventoryCount *count,
               DovInventoryLine  *line)
{
  gint64 book = dov_stock_get_book (store, count, line);
  g_autofree char *item = NULL;
  g_autofree char *now = NULL;
  g_autofree char *was = NULL;

  if (line->book_qty == DOV_UNKNOWN || book == line->book_qty)
    return NULL;
  item = dov_stock_describe_item (store, line->item_id);
  now = dov_quantity_to_shown (book);
  was = dov_quantity_to_shown (line->book_qty);

  /* Translators: the item, two quantities. */
  return g_strdup_printf (_("%s: the books say %s now, not %s. Read the books again and count once more."), item, now, was);
}

static void
check_count (DovStore  *store,
             DovRecord *before,
             DovRecord *after,
             GPtrArray *problems)
{
  g_autoptr (GPtrArray) lines = NULL;
  DovQuery query = { .where = "count_id = ?1" };
  guint told = problems->len;

  if (!dov_stock_is_newly_posted (before, after) || !dov_store_is_operating (store))
    return;
  query.params = g_variant_new ("(x)", dov_record_get_id (after));
  lines = dov_store_read (store, DOV_TYPE_INVENTORY_LINE, &query);
  for (guint i = 0; i < lines->len && problems->len == told; i++)
    {
      DovInventoryLine *line = lines->pdata[i];
      g_autofree char *item = dov_stock_describe_item (store, line->item_id);
      g_autofree char *words = describe_book (store, DOV_INVENTORY_COUNT (after), line);

      if (line->actual_qty == DOV_UNKNOWN)
        dov_problems_add (problems, after, NULL, "S6", _("%s is not counted yet. Type how much there is."), item);
      if (words != NULL)
        dov_problems_warn (problems, after, NULL, "S6", "%s", words);
    }
}

/* S7 */

static void
check_closing (DovStore  *store,
               DovRecord *before,
               DovRecord *after,
               GPtrArray *problems)
{
  g_autoptr (GPtrArray) obstacles = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_closed = DOV_DRIVE (after)->status == DOV_DRIVE_STATUS_CLOSED;
  guint told = problems->len;

  if (!is_closed && DOV_DRIVE (after)->status != DOV_DRIVE_STATUS_CANCELLED)
    return;
  if (is_closed && DOV_DRIVE (after)->closed_on == NULL)
    dov_problems_add (problems, after, "closed_on", "S7", _("Type the day on which the drive was closed."));
  obstacles = dov_stock_list_obstacles (store, dov_record_get_id (after), &error);
  if (obstacles == NULL)
    dov_problems_add (problems, after, "status", "S7", _("What the drive holds cannot be counted. %s"),
                      error != NULL ? error->message : "");
  for (guint i = 0; obstacles != NULL && i < obstacles->len && problems->len == told; i++)
    dov_problems_add (problems, after, "status", "S7",
                      is_closed ? _("The drive cannot be closed yet. %s") : _("The drive cannot be called off yet. %s"),
                      ((DovObstacle *) obstacles->pdata[i])->words);
}

/* The same when undo moves goods in a drive that is closed or called off. */
static void
check_closed (DovStore  *store,
              DovRecord *before,
              DovRecord *after,
              GPtrArray *problems)
{
  DovStockMove *move = DOV_STOCK_MOVE (after);
  g_autoptr (DovRecord) drive = NULL;
  DovStockFigure figure;

  if (before != NULL || move->drive_id == 0 || !dov_store_is_undoing (store))
    return;
  drive = dov_store_find (store, DOV_TYPE_DRIVE, move->drive_id, NULL);
  if (drive == NULL || (DOV_DRIVE (drive)->status != DOV_DRIVE_STATUS_CLOSED &&
                        DOV_DRIVE (drive)->status != DOV_DRIVE_STATUS_CANCELLED))
    return;
  dov_stock_get_figure (store, move->item_id, move->lounge_id, move->drive_id, &figure);
  if (figure.balance != 0)
    dov_problems_add (problems, after, "drive_id", "S7",
                      DOV_DRIVE (drive)->status == DOV_DRIVE_STATUS_CANCELLED
                      ? _("The drive “%s” was called off. Choose another drive or the general stock.")
                      : _("The drive “%s” is closed: everything in it is accounted for. "
                          "Choose another drive or the general stock."),
                      DOV_DRIVE (drive)->name);
}

/* Donors. */

static void
check_donor (DovStore  *store,
             DovRecord *before,
             DovRecord *after,
             GPtrArray *problems)
{
  DovDonor *donor = DOV_DONOR (after);

  if (donor->person_id == 0 && donor->organisation_id == 0 && !donor->anonymous)
    dov_problems_add (problems, after, "organisation_id", NULL,
                      _("A donor is a person, an organisation or anonymous: one of the three."));
}

/* In kopecks: a gift of an organisation that is worth more needs a written agreement. */
gint64
dov_stock_get_threshold (DovStore *store)
{
  g_autoptr (DovRecord) settings = dov_store_find_first (store, DOV_TYPE_SETTINGS, NULL, NULL);

  return settings != NULL && DOV_SETTINGS (settings)->agreement_threshold != DOV_UNKNOWN
         ? DOV_SETTINGS (settings)->agreement_threshold : USUAL_THRESHOLD;
}

/* The law asks for a written agreement when an organisation gives more than so much. */
static void
check_agreement (DovStore  *store,
                 DovRecord *before,
                 DovRecord *after,
                 GPtrArray *problems)
{
  DovDonationReceipt *receipt = DOV_DONATION_RECEIPT (after);
  g_autoptr (DovRecord) donor = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *limit = NULL;
  gint64 total;

  if (!dov_stock_is_newly_posted (before, after) || receipt->legal_form == DOV_LEGAL_FORM_AGREEMENT)
    return;
  donor = dov_store_find (store, DOV_TYPE_DONOR, receipt->donor_id, NULL);
  if (donor == NULL || DOV_DONOR (donor)->organisation_id == 0)
    return;
  total = dov_store_ask_number (store, "SELECT sum ((qty * unit_value + 500) / 1000) FROM live_donation_line"
                                " WHERE receipt_id = ?1",
                                "(x)", dov_record_get_id (after));
  if (total <= dov_stock_get_threshold (store))
    return;
  sum = dov_money_to_shown (total);
  limit = dov_money_to_shown (dov_stock_get_threshold (store));
  dov_problems_add (problems, after, "legal_form", "S2",
                    _("An organisation gives things worth %s roubles. Above %s roubles an agreement is required: "
                      "choose “donation agreement” and type its number."), sum, limit);
}

/* S10 */
static void
check_money (DovStore  *store,
             DovRecord *before,
             DovRecord *after,
             GPtrArray *problems)
{
  static const char *const money[] = { "деньги", "денег", "денежн", "наличн", "рубли", "рублей", "money", "cash" };
  g_auto (GStrv) words = dov_fold_words (DOV_GOODS (after)->name);

  for (guint i = 0; words[i] != NULL; i++)
    for (guint n = 0; n < G_N_ELEMENTS (money); n++)
      if (g_str_has_prefix (words[i], money[n]))
        {
          dov_problems_add (problems, after, "name", "S10",
                            _("Money is not taken in, kept or handed out here. A gift of money is noted in the receipt, "
                              "with the document of the bank."));
          return;
        }
}

/* V6: half a pair is no pair. */

static gboolean
is_whole (DovUnit unit)
{
  return unit == DOV_UNIT_PCS || unit == DOV_UNIT_PAIR || unit == DOV_UNIT_SET;
}

/* Any line of an item, with what it says of how many. */
static void
check_whole (DovStore  *store,
             DovRecord *before,
             DovRecord *after,
             GPtrArray *problems)
{
  static const char *const fields[] = { "qty", "actual_qty" };
  g_autoptr (DovItem) item = dov_store_follow (store, after, DOV_IS_KIT_BUILD (after) ? "kit_id" : "item_id");

  if (item == NULL || (!is_whole (item->unit) && !DOV_IS_KIT_BUILD (after)))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      gint64 qty = dov_record_find_field (after, fields[i]) != NULL ? dov_record_get_number (after, fields[i]) : DOV_UNKNOWN;

      if (qty != DOV_UNKNOWN && qty % 1000 != 0)
        dov_problems_add (problems, after, fields[i], "V6",
                          _("“%s” is counted in pieces, pairs or sets, and those are whole. Type a whole number."), item->name);
    }
}

/* The item is another than when it was counted: its unit, or whether it goes bad. */

#define UNWHOLE(lines, qty) "SELECT 1 FROM live_" lines " WHERE item_id = ?1 AND " qty " % 1000 <> 0"
#define OR " UNION ALL "

static void
check_unit (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  if (is_whole (DOV_GOODS (after)->unit) &&
      dov_store_ask_number (store, UNWHOLE ("donation_line", "qty") OR UNWHOLE ("distribution_line", "qty")
                            OR UNWHOLE ("stock_transfer_line", "qty") OR UNWHOLE ("write_off_line", "qty")
                            OR UNWHOLE ("kit_part", "qty") OR UNWHOLE ("kit_build_line", "qty") OR UNWHOLE ("need", "qty")
                            OR UNWHOLE ("inventory_line", "actual_qty") " LIMIT 1", "(x)", dov_record_get_id (after)) != 0)
    dov_problems_add (problems, after, "unit", "V6",
                      _("Parts of one are written down of this, such as 1,5, and pieces, pairs and sets are whole. "
                        "Make another item for those."));
}

/* S2: what goes bad never lies without its day, whatever the mark said when it came in. */
static void
check_perishable (DovStore  *store,
                  DovRecord *before,
                  DovRecord *after,
                  GPtrArray *problems)
{
  gboolean is_perishable_now = DOV_GOODS (after)->perishable;
  gint64 left =
    dov_store_ask_number (store, "SELECT sum (qty) FROM stock_move WHERE item_id = ?1 AND (expires_on IS NULL) = ?2"
                          " GROUP BY lounge_id, drive_id, expires_on HAVING sum (qty) <> 0 LIMIT 1",
                          "(xb)", dov_record_get_id (after), is_perishable_now);
  g_autofree char *words = NULL;

  if (left == 0)
    return;
  words = dov_stock_dup_quantity (store, dov_record_get_id (after), left);
  if (is_perishable_now)
    dov_problems_add (problems, after, "perishable", "S2",
                      _("%s lie in the stock without a day until which they are good. Count them first and type the day, "
                        "or hand them out or write them off."), words);
  else
    dov_problems_warn (problems, after, "perishable", "S2",
                       _("%s lie in the stock with a day until which they are good, so this goes bad. "
                         "Leave the mark, or say why it is right."), words);
}

/* Kits. */

/* A kit within a kit may not lead back to itself. */
static void
check_kit_part (DovStore  *store,
                DovRecord *before,
                DovRecord *after,
                GPtrArray *problems)
{
  DovKitPart *part = DOV_KIT_PART (after);

  if (dov_store_ask_number (store, "WITH RECURSIVE inside (id) AS (SELECT item_id FROM live_kit_part WHERE kit_id = ?1"
                            " UNION SELECT p.item_id FROM live_kit_part p JOIN inside i ON p.kit_id = i.id"
                            ") SELECT id FROM inside WHERE id = ?2", "(xx)", part->item_id,
                            part->kit_id) != 0)
    dov_problems_add (problems, after, "item_id", NULL,
                      _("A kit is not a part of itself. Choose another item."));
}

/* What is counted, kept and lent has its name from the card of who gave it. */
static gboolean
name_donors (DovStore  *store,
             GError   **error)
{
  g_autoptr (GArray) ids = dov_store_list_touched (store, DOV_TYPE_DONOR);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovRecord) person = NULL;
      g_autoptr (DovDonor) donor = dov_store_find_draft (store, DOV_TYPE_DONOR, g_array_index (ids, gint64, i), error);
      g_autofree char *name = NULL;

      if (donor == NULL)
        return FALSE;
      if (dov_record_is_removed (DOV_RECORD (donor)) || *donor->name != '\0')
        continue;
      if (donor->person_id != 0)
        {
          person = dov_store_find (store, DOV_TYPE_PERSON, donor->person_id, error);
          if (person == NULL)
            return FALSE;
          name = dov_person_dup_name (DOV_PERSON (person));
        }
      else if (donor->organisation_id != 0)
        name = dov_store_describe_id (store, DOV_TYPE_ORGANISATION, donor->organisation_id);
      if (name == NULL)
        continue;
      dov_set (donor, name, name);
      if (!dov_store_save (store, DOV_RECORD (donor), error))
        return FALSE;
    }

  return TRUE;
}

static const DovOnce once[] = {
  { dov_kit_part_get_type, "kit_id item_id", DOV_ONCE_AT_SAVE, "item_id", NULL,
    N_("This is a part of the kit already. Change its quantity there."), NULL },
};

/* What has moved was counted in its unit. */
static void
check_moved (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  if (dov_store_ask_number (store, "SELECT EXISTS (SELECT 1 FROM live_stock_move WHERE item_id = ?1)", "(x)",
                            dov_record_get_id (after)) != 0)
    dov_problems_add (problems, after, "unit", "S1",
                      _("What came and went of this thing was counted in its unit, so that stays. "
                        "Make a new thing with the other unit."));
}

static const DovRuleOf rules[] = {
  { dov_item_get_type, DOV_RULE_OF_KEPT, "unit", check_moved },
  { dov_stock_move_get_type, DOV_RULE_AT_END, "", check_move },
  { dov_stock_move_get_type, DOV_RULE_AT_END, "", check_closed },
  { dov_donation_line_get_type, 0, "", check_use_by },
  { dov_inventory_line_get_type, 0, "", check_use_by },
  { dov_donation_line_get_type, 0, "expires_on condition", warn_stale },
  { dov_distribution_get_type, DOV_RULE_AT_END, "", check_expired },
  { dov_kit_build_get_type, DOV_RULE_AT_END, "", check_expired },
  { dov_distribution_get_type, DOV_RULE_AT_END, "family_id date drive_id status", check_drive },
  { dov_distribution_get_type, DOV_RULE_AT_END, "", warn_repeated },
  { dov_need_get_type, DOV_RULE_AT_END, "", check_need },
  { dov_write_off_get_type, DOV_RULE_AT_END, "", check_write_off },
  { dov_inventory_count_get_type, DOV_RULE_AT_END, "", check_count },
  { dov_drive_get_type, DOV_RULE_AT_END, "status", check_closing },
  { dov_donor_get_type, 0, "", check_donor },
  { dov_donation_receipt_get_type, DOV_RULE_AT_END, "", check_agreement },
  { dov_item_get_type, 0, "name", check_money },
  { dov_kit_build_get_type, DOV_RULE_AT_END, "qty kit_id", check_whole },
  { dov_donation_line_get_type, DOV_RULE_AT_END, "qty item_id", check_whole },
  { dov_distribution_line_get_type, DOV_RULE_AT_END, "qty item_id", check_whole },
  { dov_stock_transfer_line_get_type, DOV_RULE_AT_END, "qty item_id", check_whole },
  { dov_write_off_line_get_type, DOV_RULE_AT_END, "qty item_id", check_whole },
  { dov_kit_build_line_get_type, DOV_RULE_AT_END, "qty item_id", check_whole },
  { dov_kit_part_get_type, DOV_RULE_AT_END, "qty item_id", check_whole },
  { dov_inventory_line_get_type, DOV_RULE_AT_END, "actual_qty item_id", check_whole },
  { dov_need_get_type, DOV_RULE_AT_END, "qty item_id", check_whole },
  { dov_item_get_type, DOV_RULE_AT_END | DOV_RULE_OF_KEPT, "unit", check_unit },
  { dov_item_get_type, DOV_RULE_AT_END | DOV_RULE_OF_KEPT, "perishable", check_perishable },
  { dov_drive_get_type, DOV_RULE_AT_END | DOV_RULE_OF_KEPT, "since until", check_span },
  { dov_kit_part_get_type, DOV_RULE_AT_END, "", check_kit_part },
  { dov_donation_receipt_get_type, DOV_RULE_AT_END, "", warn_nameless },
  { dov_distribution_get_type, DOV_RULE_AT_END, "", warn_child },
  { dov_distribution_get_type, DOV_RULE_AT_END, "", warn_taken_off },
  { dov_need_get_type, DOV_RULE_AT_END, "family_id date", warn_taken_off },
  { dov_donation_receipt_get_type, DOV_RULE_AT_END, "", warn_counted },
  { dov_distribution_get_type, DOV_RULE_AT_END, "", warn_counted },
  { dov_write_off_get_type, DOV_RULE_AT_END, "", warn_counted },
  { dov_stock_transfer_get_type, DOV_RULE_AT_END, "", warn_counted },
  { dov_kit_build_get_type, DOV_RULE_AT_END, "", warn_counted },
};

void
dov_stock_rules_install (DovStore *store)
{
  dov_store_add_once (store, once, G_N_ELEMENTS (once));
  dov_store_add_consequence (store, name_donors);
  dov_store_add_consequence (store, dov_stock_post);
  dov_store_add_rules (store, rules, G_N_ELEMENTS (rules));
  dov_recipient_rules_install (store);
}
