/* dov-goods-begin.c - what is known of a new paper, need, drive or loan before anybody types */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-goods-begin.h"

#include "dov-goods-words.h"
#include "dov-own-lounge.h"
#include "dov-rental.h"
#include "dov-stock.h"

/* A loan lasts so long unless somebody says otherwise. */
#define USUAL_DAYS 14

static gboolean
is_missing (DovRecord  *draft,
            const char *name)
{
  const DovField *field = dov_record_find_field (draft, name);

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
  const char *day = DOV_IS_RENTAL_LOAN (draft) ? "issued_on" : "date";
  const char *number = DOV_IS_RENTAL_LOAN (draft) ? "agreement_no" : "no";
  GDate today = dov_today (), due = today;

  if (is_missing (draft, "lounge_id"))
    dov_record_set_number (draft, "lounge_id", find_lounge (store, draft));
  if (is_missing (draft, day))
    dov_record_set_date (draft, day, &today);
  if (is_missing (draft, number))
    {
      g_autofree char *no = dov_stock_propose_number (store, G_OBJECT_TYPE (draft),
                                                      dov_record_get_number (draft, "lounge_id"), &today);

      dov_record_set_string (draft, number, no);
    }
  fill_in_worker (store, draft);
  g_date_add_days (&due, USUAL_DAYS);
  if (is_missing (draft, "due_on"))
    dov_record_set_date (draft, "due_on", &due);
  if (DOV_IS_NEED (draft) && is_missing (draft, "qty"))
    dov_set (DOV_NEED (draft), qty, 1000);
}
