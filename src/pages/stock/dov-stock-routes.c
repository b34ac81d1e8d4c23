/* dov-stock-routes.c - which page opens for which record and draft of drives, stock and rental */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-stock-routes.h"

#include "dov-drive-page.h"
#include "dov-drive.h"
#include "dov-handout-page.h"
#include "dov-item.h"
#include "dov-moving-page.h"
#include "dov-posted-page.h"
#include "dov-receipt-page.h"
#include "dov-thing-page.h"

/**
 * dov_stock_routes_open_record:
 *
 * Returns: (transfer floating) (nullable): the page of this record
 */
DovPage *
dov_stock_routes_open_record (DovStore *store,
                              GType     type,
                              gint64    id)
{
  if (type == DOV_TYPE_DRIVE)
    return dov_drive_page_new (store, id);
  if (type == DOV_TYPE_ITEM)
    return dov_thing_page_new (store, id, 0, 0);
  if (dov_posted_page_shows (type))
    return dov_posted_page_new (store, type, id);

  return NULL;
}

/**
 * dov_stock_routes_open_form:
 * @kept: the number of the unfinished form that is taken up again, 0 for none
 *
 * Returns: (transfer floating) (nullable): the form of a new paper
 */
DovPage *
dov_stock_routes_open_form (DovStore  *store,
                            DovRecord *draft,
                            gint64     kept)
{
  if (dov_record_get_id (draft) != 0)
    return NULL;
  if (DOV_IS_DONATION_RECEIPT (draft))
    return dov_receipt_page_new (store, DOV_DONATION_RECEIPT (draft), kept);
  if (dov_moving_page_makes (draft))
    return dov_moving_page_new (store, draft, kept);
  if (DOV_IS_DISTRIBUTION (draft))
    return dov_handout_page_new (store, DOV_DISTRIBUTION (draft), kept);

  return NULL;
}
