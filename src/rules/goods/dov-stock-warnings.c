/* dov-stock-warnings.c - papers about goods that may be right, but want a reason: S2, S3, S6 */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-stock-private.h"

#include "dov-distribution-line.h"
#include "dov-donor.h"
#include "dov-person.h"

#include <glib/gi18n.h>

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

/* S3: a child for whom something is handed out belongs to the family. */
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

      if (dov_stock_is_member (store, child, self->family_id, self->date))
        continue;
      name = dov_store_describe_id (store, DOV_TYPE_PERSON, child);
      dov_problems_warn (problems, after, NULL, "S3",
                         _("%s is not written down in this family. Choose a child of the family, "
                           "or say why it is right all the same."), name);
    }
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

static const DovRuleOf rules[] = {
  { dov_donation_receipt_get_type, DOV_RULE_AT_END, "", warn_nameless },
  { dov_distribution_get_type, DOV_RULE_AT_END, "", warn_child },
  { dov_donation_receipt_get_type, DOV_RULE_AT_END, "", warn_counted },
  { dov_distribution_get_type, DOV_RULE_AT_END, "", warn_counted },
  { dov_write_off_get_type, DOV_RULE_AT_END, "", warn_counted },
  { dov_stock_transfer_get_type, DOV_RULE_AT_END, "", warn_counted },
  { dov_kit_build_get_type, DOV_RULE_AT_END, "", warn_counted },
};

void
dov_stock_warnings_install (DovStore *store)
{
  dov_store_add_rules (store, rules, G_N_ELEMENTS (rules));
}
