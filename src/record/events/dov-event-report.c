/* dov-event-report.c - what is told about an event that was held */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event-report.h"

#include "dov-event.h"
#include "dov-staff.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_LINK (DovEventReport, event_id, N_("Event"), DOV_REQUIRED | DOV_LISTED | DOV_PART, dov_event_get_type),
  DOV_NOTE (DovEventReport, goals, N_("Aim of the event"), 0),
  DOV_NOTE (DovEventReport, description, N_("Short description"), DOV_REQUIRED),
  DOV_NOTE (DovEventReport, partners, N_("Partners and helpers"), 0),
  DOV_NOTE (DovEventReport, results, N_("Results"), 0),
  DOV_NUMBER (DovEventReport, photos, N_("Photographs"), DOV_LISTED),
  DOV_NOTE (DovEventReport, links, N_("Links to publications"), 0),
  DOV_NOTE (DovEventReport, feedback, N_("What people said"), 0),
  DOV_NOTE (DovEventReport, resources, N_("Resources used"), 0),
  DOV_LINK (DovEventReport, signed_by_id, N_("Signed by"), DOV_LISTED, dov_staff_get_type),
  DOV_DATE (DovEventReport, signed_on, N_("Date of the report"), DOV_LISTED | DOV_PAST),
};

/**
 * dov_event_report_count_letters:
 *
 * Returns: how long the description is, without the white space around it
 */
glong
dov_event_report_count_letters (const char *description)
{
  g_autofree char *text = g_strstrip (g_strdup (description));

  return g_utf8_strlen (text, -1);
}

static void
dov_event_report_check (DovRecord *record,
                        GPtrArray *problems)
{
  DovEventReport *self = DOV_EVENT_REPORT (record);

  if (self->photos != DOV_UNKNOWN && self->photos < 0)
    dov_problems_add (problems, record, "photos", NULL, _("Type how many photographs there are, such as 2."));
}

DOV_DEFINE_RECORD (DovEventReport, dov_event_report, fields,
                   .table = "event_report",
                   .label = N_("Report of an event"),
                   .labels = N_("Reports of events"),
                   .line = N_("Report of an event[, {signed_on}]"),
                   .check = dov_event_report_check)
