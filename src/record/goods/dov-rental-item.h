/* dov-rental-item.h - a thing that families borrow */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_RENTAL_STATUS_AVAILABLE = 1,
  DOV_RENTAL_STATUS_ON_LOAN,
  DOV_RENTAL_STATUS_REPAIR,
  DOV_RENTAL_STATUS_LOST,
  DOV_RENTAL_STATUS_RETIRED,
} DovRentalStatus;

GType dov_rental_status_get_type (void);

#define DOV_TYPE_RENTAL_ITEM (dov_rental_item_get_type ())
G_DECLARE_FINAL_TYPE (DovRentalItem, dov_rental_item, DOV, RENTAL_ITEM, DovRecord)

struct _DovRentalItem
{
  DovRecord parent_instance;

  char            *inventory_no;
  char            *name;
  gint64           category_id;
  gint64           lounge_id;
  char            *condition;
  gint64           value;
  DovRentalStatus  status;
  GDate           *acquired_on;
  char            *note;
  GDate           *name_since;
  char            *former_names;
};

G_END_DECLS
