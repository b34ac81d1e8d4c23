/* dov-write-off.c - goods that went bad, with the commission that looked at them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-write-off.h"

#include "dov-drive.h"
#include "dov-fold.h"
#include "dov-lounge.h"
#include "dov-staff.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovWriteOffReason, dov_write_off_reason,
  { DOV_WRITE_OFF_REASON_EXPIRED, N_("use-by date is over"), "expired" },
  { DOV_WRITE_OFF_REASON_DAMAGED, N_("damaged"), "damaged" },
  { DOV_WRITE_OFF_REASON_UNFIT, N_("unfit"), "unfit" },
  { DOV_WRITE_OFF_REASON_OTHER, N_("other"), "other" })

static const DovField fields[] = {
  DOV_TEXT (DovWriteOff, no, N_("No."), DOV_REQUIRED | DOV_LISTED),
  DOV_DATE (DovWriteOff, date, N_("Date"), DOV_REQUIRED | DOV_LISTED),
  DOV_LINK (DovWriteOff, lounge_id, N_("Lounge"), DOV_REQUIRED | DOV_LISTED, dov_lounge_get_type),
  DOV_LINK (DovWriteOff, drive_id, N_("Drive"), DOV_LISTED, dov_drive_get_type),
  DOV_CHOICE (DovWriteOff, reason, N_("Reason"), DOV_REQUIRED | DOV_LISTED,
              DovWriteOffReason, dov_write_off_reason_get_type),
  DOV_TEXT (DovWriteOff, reason_words, N_("Reason in words"), 0),
  DOV_LINK (DovWriteOff, made_by_id, N_("Made by"), DOV_LISTED, dov_staff_get_type),
  DOV_CHOICE (DovWriteOff, status, N_("Status"), DOV_REQUIRED | DOV_LISTED,
              DovStockStatus, dov_stock_status_get_type),
  DOV_TEXT (DovWriteOff, status_reason, N_("Reason for cancelling"), 0),
  DOV_NOTE (DovWriteOff, note, N_("Note"), 0),
};

static void
dov_write_off_check (DovRecord *record,
                     GPtrArray *problems)
{
  DovWriteOff *self = DOV_WRITE_OFF (record);

  if (self->reason == DOV_WRITE_OFF_REASON_OTHER && dov_fold_is_empty (self->reason_words))
    dov_problems_add (problems, record, "reason_words", NULL, _("Type the reason in words."));
}

DOV_DEFINE_RECORD (DovWriteOff, dov_write_off, fields,
                   .table = "write_off",
                   .label = N_("Write-off"),
                   .labels = N_("Write-offs"),
                   .line = N_("Write-off No. {no} of {date}"),
                   .check = dov_write_off_check,
                   .presets = DOV_PRESETS (DOV_PRESET (DovWriteOff, status, DOV_STOCK_STATUS_DRAFT)))
