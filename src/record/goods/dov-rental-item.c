/* dov-rental-item.c - a thing that families borrow */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-rental-item.h"

#include "dov-lounge.h"
#include "dov-ref-item.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovRentalStatus, dov_rental_status,
  { DOV_RENTAL_STATUS_AVAILABLE, N_("available"), "available" },
  { DOV_RENTAL_STATUS_ON_LOAN, N_("lent out"), "on_loan" },
  { DOV_RENTAL_STATUS_REPAIR, N_("in repair"), "repair" },
  { DOV_RENTAL_STATUS_LOST, N_("lost"), "lost" },
  { DOV_RENTAL_STATUS_RETIRED, N_("written off"), "retired" })

static const DovField fields[] = {
  DOV_TEXT (DovRentalItem, inventory_no, N_("Inventory No."), DOV_REQUIRED | DOV_LISTED),
  DOV_TEXT (DovRentalItem, name, N_("Name"), DOV_REQUIRED | DOV_LISTED),
  DOV_ITEM (DovRentalItem, category_id, N_("Category"), DOV_REQUIRED | DOV_LISTED, "rental_category"),
  DOV_LINK (DovRentalItem, lounge_id, N_("Lounge"), DOV_REQUIRED | DOV_LISTED, dov_lounge_get_type),
  DOV_TEXT (DovRentalItem, condition, N_("Condition"), DOV_LISTED),
  DOV_MONEY (DovRentalItem, value, N_("Value, roubles"), 0),
  DOV_CHOICE (DovRentalItem, status, N_("Status"), DOV_REQUIRED | DOV_LISTED,
              DovRentalStatus, dov_rental_status_get_type),
  DOV_DATE (DovRentalItem, acquired_on, N_("In rental since"), DOV_PAST),
  DOV_NOTE (DovRentalItem, note, N_("Note"), 0),
  DOV_DATE (DovRentalItem, name_since, N_("Name since"), DOV_PAST),
  DOV_TEXT (DovRentalItem, former_names, N_("Former names"), DOV_LISTED),
};

DOV_DEFINE_RECORD (DovRentalItem, dov_rental_item, fields,
                   .table = "rental_item",
                   .label = N_("Rental item"),
                   .labels = N_("Rental items"),
                   .line = N_("{name} (No. {inventory_no})"),
                   .presets = DOV_PRESETS (DOV_PRESET (DovRentalItem, status, DOV_RENTAL_STATUS_AVAILABLE)))
