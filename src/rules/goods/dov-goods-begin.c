/* dov-goods-begin.c - what is known of a new paper, need, drive or loan before anybody types */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-goods-begin.h"

#include "dov-goods-query.h"
#include "dov-own-lounge.h"
#include "dov-rental.h"
#include "dov-stock.h"

/* A loan lasts so long unless somebody says otherwise. */
#define USUAL_DAYS 14

/* The day on which each begins, and the number it gets. */
static const struct
{
  GType     (*type) (void);
  const char *day;
  const char *number;
} kinds[] = {
  { dov_need_get_type, "date", NULL },
  { dov_drive_get_type, "since", NULL },
  { dov_rental_item_get_type, NULL, NULL },
  { dov_rental_loan_get_type, "issued_on", "agreement_no" },
  { dov_donation_receipt_get_type, "date", "no" },
  { dov_distribution_get_type, "date", "no" },
  { dov_kit_build_get_type, "date", "no" },
  { dov_stock_transfer_get_type, "date", "no" },
  { dov_write_off_get_type, "date", "no" },
  { dov_inventory_count_get_type, "date", "no" },
};

static gboolean
is_missing (DovRecord  *draft,
            const char *name)
{
  const DovField *field = name != NULL ? dov_record_find_field (draft, name) : NULL;

  return field != NULL && dov_record_is_empty (draft, field);
}

/* That of the drive, else of this computer. */
static gint64
find_lounge (DovStore  *store,
             DovRecord *draft)
{
  gint64 id = dov_record_get_number (draft, "drive_id");
  g_autoptr (DovRecord) drive = id != 0 ? dov_store_find (store, DOV_TYPE_DRIVE, id, NULL) : NULL;

  return drive != NULL && DOV_DRIVE (drive)->lounge_id != 0 ? DOV_DRIVE (drive)->lounge_id : dov_own_lounge_find (store);
}

/* Who works at this computer; whoever receives what was sent from elsewhere works elsewhere. */
static void
fill_in_worker (DovStore  *store,
                DovRecord *draft)
{
  static const char *const workers[] = { "received_by_id", "issued_by_id", "made_by_id", "sent_by_id" };

  for (gsize i = 0; i < G_N_ELEMENTS (workers); i++)
    if (is_missing (draft, workers[i]) && (i > 0 || dov_record_find_field (draft, "sent_by_id") == NULL))
      dov_record_set_number (draft, workers[i], dov_goods_find_me (store));
}

/**
 * dov_goods_begin:
 * @draft: a new record; what somebody said of it stays
 *
 * Fills in the lounge, today, the next number, who works here.
 */
void
dov_goods_begin (DovStore  *store,
                 DovRecord *draft)
{
  GDate today = dov_today (), due = today;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (kinds[i].type () != G_OBJECT_TYPE (draft))
        continue;
      if (is_missing (draft, "lounge_id"))
        dov_record_set_number (draft, "lounge_id", find_lounge (store, draft));
      if (is_missing (draft, kinds[i].day))
        dov_record_set_date (draft, kinds[i].day, &today);
      if (is_missing (draft, kinds[i].number))
        {
          g_autofree char *no = dov_stock_propose_number (store, kinds[i].type (),
                                                          dov_record_get_number (draft, "lounge_id"), &today);

          dov_record_set_string (draft, kinds[i].number, no);
        }
      fill_in_worker (store, draft);
    }
  g_date_add_days (&due, USUAL_DAYS);
  if (is_missing (draft, "due_on"))
    dov_record_set_date (draft, "due_on", &due);
  if (DOV_IS_NEED (draft) && is_missing (draft, "qty"))
    dov_set (DOV_NEED (draft), qty, 1000);
}
