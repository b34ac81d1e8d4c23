/* dov-report-instance.c - a report for one period and lounge, on its way to whoever asked for it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-report-instance.h"

#include "dov-lounge.h"
#include "dov-organisation.h"
#include "dov-period.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovReportStatus, dov_report_status,
  { DOV_REPORT_STATUS_DRAFT, N_("draft"), "draft" },
  { DOV_REPORT_STATUS_CHECKED, N_("checked"), "checked" },
  { DOV_REPORT_STATUS_SIGNED, N_("signed"), "signed" },
  { DOV_REPORT_STATUS_SENT, N_("handed in"), "sent" },
  { DOV_REPORT_STATUS_ACCEPTED, N_("accepted"), "accepted" },
  { DOV_REPORT_STATUS_RETURNED, N_("returned"), "returned" })

/* The title is kept beside the code, for the form of a document may change or go. */
static const DovField fields[] = {
  DOV_TEXT (DovReportInstance, code, N_("Code of the form"), DOV_REQUIRED | DOV_LISTED),
  DOV_TEXT (DovReportInstance, title, N_("Title"), DOV_LISTED),
  DOV_LINK (DovReportInstance, lounge_id, N_("Lounge"), DOV_LISTED, dov_lounge_get_type),
  DOV_DATE (DovReportInstance, since, N_("Since"), DOV_REQUIRED | DOV_LISTED),
  DOV_DATE_AFTER (DovReportInstance, until, N_("Until"), DOV_REQUIRED | DOV_LISTED, since),
  DOV_CHOICE (DovReportInstance, status, N_("Status"), DOV_REQUIRED | DOV_LISTED,
              DovReportStatus, dov_report_status_get_type),
  DOV_LINK (DovReportInstance, sent_to_id, N_("Handed in to"), 0, dov_organisation_get_type),
  DOV_DATE (DovReportInstance, sent_on, N_("Handed in on"), DOV_LISTED | DOV_PAST),
  DOV_TEXT (DovReportInstance, file, N_("File"), 0),
  DOV_NOTE (DovReportInstance, note, N_("Note"), 0),
};

/**
 * dov_report_instance_is_submitted:
 *
 * Returns: whether it is out of the house: handed in, and not returned
 */
gboolean
dov_report_instance_is_submitted (DovReportInstance *self)
{
  return (self->status == DOV_REPORT_STATUS_SENT || self->status == DOV_REPORT_STATUS_ACCEPTED) &&
         self->sent_on != NULL && !dov_record_is_removed (DOV_RECORD (self));
}

static char *
dov_report_instance_describe (DovRecord *record)
{
  DovReportInstance *self = DOV_REPORT_INSTANCE (record);
  const char *name = *self->title != '\0' ? self->title : self->code;
  g_autofree char *words = NULL;
  DovPeriod period;

  if (self->since == NULL || self->until == NULL)
    return g_strdup (name);

  period = dov_period_between (self->since, self->until);
  words = dov_period_to_words (&period);

  return g_strdup_printf ("%s %s", name, words);
}

static void
dov_report_instance_check (DovRecord *record,
                           GPtrArray *problems)
{
  DovReportInstance *self = DOV_REPORT_INSTANCE (record);

  if ((self->status == DOV_REPORT_STATUS_SENT || self->status == DOV_REPORT_STATUS_ACCEPTED) && self->sent_on == NULL)
    dov_problems_add (problems, record, "sent_on", NULL, _("Type the day on which the report was handed in."));
}

DOV_DEFINE_RECORD (DovReportInstance, dov_report_instance, fields,
                   .table = "report_instance",
                   .label = N_("Handed-in report"),
                   .labels = N_("Handed-in reports"),
                   .describe = dov_report_instance_describe,
                   .check = dov_report_instance_check,
                   .presets = DOV_PRESETS (DOV_PRESET (DovReportInstance, status, DOV_REPORT_STATUS_DRAFT)))
