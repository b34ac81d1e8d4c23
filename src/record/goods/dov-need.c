/* dov-need.c - what a family has asked for, and what is kept back for it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-need.h"

#include "dov-distribution.h"
#include "dov-drive.h"
#include "dov-family.h"
#include "dov-item.h"
#include "dov-lounge.h"
#include "dov-person.h"
#include "dov-ref-item.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovPriority, dov_priority,
  { DOV_PRIORITY_URGENT, N_("urgent"), "urgent" },
  { DOV_PRIORITY_NORMAL, N_("usual"), "normal" },
  { DOV_PRIORITY_LOW, N_("when possible"), "low" })

DOV_DEFINE_CHOICES (
  DovNeedStatus, dov_need_status,
  { DOV_NEED_STATUS_OPEN, N_("not met yet"), "open" },
  { DOV_NEED_STATUS_RESERVED, N_("reserved"), "reserved" },
  { DOV_NEED_STATUS_MET, N_("met"), "met" },
  { DOV_NEED_STATUS_CANCELLED, N_("withdrawn"), "cancelled" })

static const DovField fields[] = {
  DOV_LINK (DovNeed, family_id, N_("Family"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_family_get_type),
  DOV_LINK (DovNeed, person_id, N_("For whom"), DOV_LISTED | DOV_PERSONAL, dov_person_get_type),
  DOV_DATE (DovNeed, date, N_("Date"), DOV_REQUIRED | DOV_LISTED | DOV_PAST | DOV_TODAY),
  DOV_LINK (DovNeed, lounge_id, N_("Lounge"), DOV_REQUIRED | DOV_LISTED, dov_lounge_get_type),
  DOV_LINK (DovNeed, drive_id, N_("Drive"), DOV_LISTED, dov_drive_get_type),
  DOV_LINK (DovNeed, item_id, N_("Item"), DOV_LISTED, dov_item_get_type),
  DOV_ITEM (DovNeed, category_id, N_("Category"), DOV_LISTED, "item_category"),
  DOV_QUANTITY (DovNeed, qty, N_("Quantity"), DOV_REQUIRED | DOV_ABOVE_ZERO | DOV_LISTED),
  DOV_CHOICE (DovNeed, priority, N_("Priority"), DOV_REQUIRED | DOV_LISTED,
              DovPriority, dov_priority_get_type),
  DOV_CHOICE (DovNeed, status, N_("Status"), DOV_REQUIRED | DOV_LISTED,
              DovNeedStatus, dov_need_status_get_type),
  DOV_DATE (DovNeed, reserved_until, N_("Reserved until"), DOV_LISTED),
  DOV_LINK (DovNeed, distribution_id, N_("Met by"), 0, dov_distribution_get_type),
  DOV_NOTE (DovNeed, note, N_("Note"), 0),
};

static void
dov_need_check (DovRecord *record,
                GPtrArray *problems)
{
  DovNeed *self = DOV_NEED (record);

  if (self->status == DOV_NEED_STATUS_RESERVED && self->item_id == 0)
    dov_problems_add (problems, record, "item_id", "S5", _("Choose the item that is kept back."));
  if (self->status == DOV_NEED_STATUS_RESERVED && self->reserved_until == NULL)
    dov_problems_add (problems, record, "reserved_until", "S5", _("Type until what day it is kept back."));
}

DOV_DEFINE_RECORD (DovNeed, dov_need, fields,
                   .table = "need",
                   .label = N_("Need of a family"),
                   .labels = N_("Needs of families"),
                   /* Translators: the day, and whether it is met */
                   .line = N_("need of {date} ({status})"),
                   .check = dov_need_check,
                   .presets = DOV_PRESETS (DOV_PRESET (DovNeed, priority, DOV_PRIORITY_NORMAL),
                                           DOV_PRESET (DovNeed, status, DOV_NEED_STATUS_OPEN)))
