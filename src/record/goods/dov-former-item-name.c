/* dov-former-item-name.c - what a thing was called until a day */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-former-item-name.h"

#include "dov-item.h"
#include "dov-rental-item.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_TEXT (DovFormerItemName, name, N_("Name"), DOV_REQUIRED | DOV_LISTED),
  DOV_TEXT (DovFormerItemName, size, N_("Size"), DOV_LISTED),
  DOV_DATE (DovFormerItemName, until, N_("Until"), DOV_REQUIRED | DOV_PAST | DOV_LISTED),
  DOV_LINK (DovFormerItemName, item_id, N_("Item"), DOV_LISTED | DOV_PART, dov_item_get_type),
  DOV_LINK (DovFormerItemName, rental_item_id, N_("Rental item"), DOV_LISTED | DOV_PART, dov_rental_item_get_type),
};

static void
dov_former_item_name_check (DovRecord *record,
                            GPtrArray *problems)
{
  DovFormerItemName *self = DOV_FORMER_ITEM_NAME (record);

  /* Of a new one the fields that must be filled in speak first. */
  if (*self->name != '\0' && (self->item_id != 0) == (self->rental_item_id != 0))
    dov_problems_add (problems, record, "item_id", NULL, _("A former name is of one thing. Choose which."));
}

DOV_DEFINE_RECORD (DovFormerItemName, dov_former_item_name, fields,
                   .table = "former_item_name",
                   .label = N_("Former name of a thing"),
                   .labels = N_("Former names of things"),
                   .line = N_("{name}[, size {size}], until {until}"),
                   .check = dov_former_item_name_check)
