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
#include "dov-rental-item.h"
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

/* What is so of most needs, drives and things to lend, until somebody says otherwise. */
static void
fill_in (DovStore  *store,
         DovRecord *draft)
{
  GDate today = dov_today ();

  if (DOV_IS_NEED (draft))
    {
      DovNeed *need = DOV_NEED (draft);

      if (need->date == NULL)
        dov_set (need, date, &today);
      if (need->lounge_id == 0)
        dov_set (need, lounge_id, dov_own_lounge_find (store));
      if (need->qty == DOV_UNKNOWN)
        dov_set (need, qty, 1000);
      if (need->priority == 0)
        dov_set (need, priority, DOV_PRIORITY_NORMAL);
      if (need->status == 0)
        dov_set (need, status, DOV_NEED_STATUS_OPEN);
    }
  else if (DOV_IS_DRIVE (draft))
    {
      DovDrive *drive = DOV_DRIVE (draft);

      if (drive->kind == 0)
        dov_set (drive, kind, DOV_DRIVE_KIND_GENERAL);
      if (drive->lounge_id == 0)
        dov_set (drive, lounge_id, dov_own_lounge_find (store));
      if (drive->since == NULL)
        dov_set (drive, since, &today);
      if (drive->status == 0)
        dov_set (drive, status, DOV_DRIVE_STATUS_PLANNED);
    }
  else if (DOV_IS_RENTAL_ITEM (draft))
    {
      DovRentalItem *item = DOV_RENTAL_ITEM (draft);

      if (item->lounge_id == 0)
        dov_set (item, lounge_id, dov_own_lounge_find (store));
      if (item->status == 0)
        dov_set (item, status, DOV_RENTAL_STATUS_AVAILABLE);
    }
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
