/* dov-event.c - an event: planned, held, counted once */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event.h"

#include "dov-event-series.h"
#include "dov-fold.h"
#include "dov-lounge.h"
#include "dov-ref-item.h"
#include "dov-staff.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovStatKind, dov_stat_kind,
  { DOV_STAT_KIND_LEISURE, N_("cultural and leisure"), "leisure" },
  { DOV_STAT_KIND_INFO, N_("information and enlightenment"), "info" },
  { DOV_STAT_KIND_NOT_COUNTED, N_("not counted"), "not_counted" })

DOV_DEFINE_CHOICES (
  DovEventStatus, dov_event_status,
  { DOV_EVENT_STATUS_DRAFT, N_("draft"), "draft" },
  { DOV_EVENT_STATUS_PLANNED, N_("in the plan"), "planned" },
  { DOV_EVENT_STATUS_APPROVED, N_("approved"), "approved" },
  { DOV_EVENT_STATUS_HELD, N_("held"), "held" },
  { DOV_EVENT_STATUS_CANCELLED, N_("cancelled"), "cancelled" },
  { DOV_EVENT_STATUS_MOVED, N_("moved"), "moved" })

static const DovField fields[] = {
  DOV_TEXT (DovEvent, title, N_("Name"), DOV_REQUIRED | DOV_LISTED),
  DOV_MOMENT (DovEvent, starts_at, N_("Start"), DOV_REQUIRED | DOV_LISTED),
  DOV_MOMENT_AFTER (DovEvent, ends_at, N_("End"), DOV_REQUIRED, starts_at),
  DOV_LINK (DovEvent, lounge_id, N_("Lounge"), DOV_REQUIRED | DOV_LISTED, dov_lounge_get_type),
  DOV_TEXT (DovEvent, place, N_("Place"), DOV_LISTED),
  DOV_FLAG (DovEvent, outside, N_("Outside the club"), DOV_LISTED),
  DOV_ITEM (DovEvent, form_id, N_("Form"), DOV_REQUIRED | DOV_LISTED, "event_form"),
  DOV_CHOICE (DovEvent, stat_kind, N_("Kind for 7-NK"), DOV_REQUIRED, DovStatKind, dov_stat_kind_get_type),
  DOV_CHOICE (DovEvent, direction, N_("Direction"), DOV_LISTED, DovDirection, dov_direction_get_type),
  DOV_LINK (DovEvent, series_id, N_("Series of the event"), 0, dov_event_series_get_type),
  DOV_CHOICE (DovEvent, audience, N_("Audience"), DOV_REQUIRED | DOV_LISTED,
              DovAudience, dov_audience_get_type),
  DOV_CHOICE (DovEvent, age_mark, N_("Age mark"), DOV_REQUIRED | DOV_LISTED,
              DovAgeMark, dov_age_mark_get_type),
  DOV_LINK (DovEvent, responsible_id, N_("Responsible"), DOV_REQUIRED | DOV_LISTED, dov_staff_get_type),
  DOV_NUMBER (DovEvent, planned_count, N_("Planned, people"), 0),
  DOV_FLAG (DovEvent, registration, N_("Registration is needed"), 0),
  DOV_NUMBER (DovEvent, seat_limit, N_("Limit of places"), 0),
  DOV_FLAG (DovEvent, paid, N_("Paid"), 0),
  DOV_MONEY (DovEvent, price, N_("Price"), 0),
  DOV_FLAG (DovEvent, pushkin, N_("Pushkin card"), 0),
  DOV_FLAG (DovEvent, weekend_program, N_("Weekend programme"), 0),
  DOV_CHOICE (DovEvent, status, N_("Status"), DOV_REQUIRED | DOV_LISTED,
              DovEventStatus, dov_event_status_get_type),
  DOV_TEXT (DovEvent, status_reason, N_("Reason for cancelling or moving"), 0),
  DOV_LINK (DovEvent, moved_to_id, N_("Moved to"), 0, dov_event_get_type),
  DOV_NOTE (DovEvent, note, N_("Note"), 0),
};

/**
 * dov_event_get_number:
 *
 * Returns: the number that stands on the papers of the event: no other event
 *   made in this file has it
 */
gint64
dov_event_get_number (DovEvent *self)
{
  return dov_record_get_id (DOV_RECORD (self)) & G_MAXUINT32;
}

/* An exhibition hangs for a month; what is longer is a slip in the year. */
#define LONGEST_DAYS 31
#define USUAL_DAYS   7

static void
check_length (DovEvent  *self,
              GPtrArray *problems)
{
  gint64 days;

  if (self->starts_at == NULL || self->ends_at == NULL)
    return;
  days = g_date_time_difference (self->ends_at, self->starts_at) / G_TIME_SPAN_DAY;
  if (days >= LONGEST_DAYS)
    dov_problems_add (problems, DOV_RECORD (self), "ends_at", "V5",
                      _("An event lasts %d days at most. Check both days, or make an event of each part."), LONGEST_DAYS);
  else if (days >= USUAL_DAYS)
    dov_problems_warn (problems, DOV_RECORD (self), "ends_at", "V5",
                       _("The event would last longer than %d days. Check both days, or say why it is right."), USUAL_DAYS);
}

static void
check_status (DovEvent  *self,
              GPtrArray *problems)
{
  DovRecord *record = DOV_RECORD (self);
  gboolean is_off = self->status == DOV_EVENT_STATUS_CANCELLED || self->status == DOV_EVENT_STATUS_MOVED;
  GDate today = dov_today (), day;

  if (self->status == DOV_EVENT_STATUS_HELD && self->starts_at != NULL)
    {
      day = dov_moment_get_date (self->starts_at);
      if (g_date_compare (&day, &today) > 0)
        dov_problems_add (problems, record, "status", "E1",
                          _("The event is still to come. Mark it as held on the day itself, or change the date."));
    }
  if (is_off && dov_fold_is_empty (self->status_reason))
    dov_problems_add (problems, record, "status_reason", "E2",
                      _("Type why the event was cancelled or moved."));
  if (self->moved_to_id != 0 && self->status != DOV_EVENT_STATUS_MOVED)
    dov_problems_add (problems, record, "moved_to_id", "E2",
                      _("Only an event that was moved leads to another one. Change the status or leave this empty."));
  if (self->moved_to_id != 0 && self->moved_to_id == dov_record_get_id (record))
    dov_problems_add (problems, record, "moved_to_id", "E2", _("An event cannot be moved to itself."));
}

static void
dov_event_check (DovRecord *record,
                 GPtrArray *problems)
{
  DovEvent *self = DOV_EVENT (record);

  check_length (self, problems);
  check_status (self, problems);
  if (self->age_mark == DOV_AGE_MARK_18 && self->audience == DOV_AUDIENCE_CHILDREN)
    dov_problems_add (problems, record, "age_mark", "E6",
                      _("An event marked 18+ is not for children. Change the mark or the audience."));
  if (self->paid && self->price == DOV_UNKNOWN)
    dov_problems_add (problems, record, "price", NULL, _("Type the price, or mark the event as free."));
  if (self->outside && *self->place == '\0')
    dov_problems_add (problems, record, "place", NULL, _("Type the place outside the club."));
}

DOV_DEFINE_RECORD (DovEvent, dov_event, fields,
                   .table = "event",
                   .label = N_("Event"),
                   .labels = N_("Events"),
                   .line = "{title}[, {starts_at}]",
                   .check = dov_event_check,
                   .presets = DOV_PRESETS (DOV_PRESET (DovEvent, status, DOV_EVENT_STATUS_PLANNED)))
