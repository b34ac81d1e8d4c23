/* dov-support-period.c - from when to when a lounge had a family on support, and how that ended */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-support-period.h"

#include "dov-family.h"
#include "dov-lounge.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovSupportEnd, dov_support_end,
  { DOV_SUPPORT_END_CLOSED, N_("taken off"), "closed" },
  { DOV_SUPPORT_END_MOVED, N_("moved to another lounge"), "moved" },
  { DOV_SUPPORT_END_REFUSED, N_("family refused"), "refused" },
  { DOV_SUPPORT_END_TRANSFERRED, N_("handed to another organisation"), "transferred" },
  { DOV_SUPPORT_END_SUSPENDED, N_("suspended"), "suspended" },
  { DOV_SUPPORT_END_REJECTED, N_("needs no support"), "rejected" })

static const DovField fields[] = {
  DOV_LINK (DovSupportPeriod, family_id, N_("Family"), DOV_REQUIRED | DOV_LISTED | DOV_PART, dov_family_get_type),
  DOV_LINK (DovSupportPeriod, lounge_id, N_("Lounge"), DOV_REQUIRED | DOV_LISTED, dov_lounge_get_type),
  DOV_DATE (DovSupportPeriod, since, N_("Since"), DOV_REQUIRED | DOV_LISTED),
  DOV_DATE_AFTER (DovSupportPeriod, until, N_("Until"), DOV_LISTED, since),
  DOV_CHOICE (DovSupportPeriod, end_kind, N_("How it ended"), DOV_LISTED, DovSupportEnd, dov_support_end_get_type),
};

static void
dov_support_period_check (DovRecord *record,
                          GPtrArray *problems)
{
  DovSupportPeriod *self = DOV_SUPPORT_PERIOD (record);

  if ((self->until == NULL) != (self->end_kind == 0))
    dov_problems_add (problems, record, self->until == NULL ? "until" : "end_kind", NULL,
                      _("A period of support that has ended has both its last day and how it ended."));
}

DOV_DEFINE_RECORD (DovSupportPeriod, dov_support_period, fields,
                   .table = "support_period",
                   .label = N_("Period of support"),
                   .labels = N_("Periods of support"),
                   .line = N_("On support since {since}[ until {until}]"),
                   .check = dov_support_period_check)
