/* dov-stock-routes.c - which page opens for which record and draft of drives, stock and rental */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-stock-routes.h"

#include "dov-drive-page.h"
#include "dov-drive.h"
#include "dov-goods-page.h"
#include "dov-item.h"
#include "dov-need.h"
#include "dov-own-lounge.h"
#include "dov-posted-page.h"
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
  const DovSubject *posted = dov_posted_subject_find (type);

  if (type == DOV_TYPE_DRIVE)
    return dov_subject_page_new (store, &dov_drive_subject, id);
  if (type == DOV_TYPE_ITEM)
    return dov_thing_page_new (store, id, 0, 0);

  return posted != NULL ? dov_subject_page_new (store, posted, id) : NULL;
}

/* What is so of most needs and drives, until somebody says otherwise. */
static void
fill_in (DovStore  *store,
         DovRecord *draft)
{
  if (DOV_IS_NEED (draft) && DOV_NEED (draft)->qty == DOV_UNKNOWN)
    dov_set (DOV_NEED (draft), qty, 1000);
  if (DOV_IS_DRIVE (draft) && DOV_DRIVE (draft)->lounge_id == 0)
    dov_set (DOV_DRIVE (draft), lounge_id, dov_own_lounge_find (store));
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
  const DovGoodsPaper *paper = dov_goods_paper_find (G_OBJECT_TYPE (draft));

  if (dov_record_get_id (draft) != 0)
    return NULL;
  if (kept == 0)
    fill_in (store, draft);

  return paper != NULL ? dov_goods_page_new (store, paper, draft, kept) : NULL;
}
