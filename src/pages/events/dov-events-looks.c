/* dov-events-looks.c - what events, series and plans look like: form, list, signs of states */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-events-looks.h"


#include <glib/gi18n.h>

#include "dov-attendance.h"
#include "dov-event-helper.h"
#include "dov-event-page.h"
#include "dov-event-partner.h"
#include "dov-event-report-page.h"
#include "dov-event-series.h"
#include "dov-event.h"
#include "dov-film-screening.h"
#include "dov-list-view.h"
#include "dov-look.h"
#include "dov-number.h"
#include "dov-series-page.h"
#include "dov-work-plan-line.h"
#include "dov-work-plan-page.h"
#include "dov-work-plan.h"

/* All who came. An event that is over and was not counted says so with a dash;
 * one still to come or called off says nothing. */
static char *
visits_of_event (DovStore             *store,
                 gpointer              row,
                 const DovTableColumn *column)
{
  DovEvent *event = row;
  gboolean is_off = event->status == DOV_EVENT_STATUS_CANCELLED || event->status == DOV_EVENT_STATUS_MOVED;
  g_autoptr (GDateTime) now = dov_clock_dup_now ();
  g_autofree char *count = dov_list_ask (store,
                                     "SELECT b0_6 + b7_13 + b14_17 + b18_35 + b36_59 + b60 FROM event_headcount "
                                     "WHERE event_id = ?1 AND removed IS NULL",
                                     g_variant_new ("(x)", dov_record_get_id (row)));

  if (count != NULL && g_strcmp0 (count, "0") != 0)
    return dov_number_to_shown (g_ascii_strtoll (count, NULL, 10));

  return g_strdup (!is_off && event->starts_at != NULL && g_date_time_compare (event->starts_at, now) < 0 ? "—" : "");
}

static const DovFormGroup event_form[] = {
  { N_("What and when"), "title form_id starts_at ends_at lounge_id place outside" },
  { N_("For whom"), "audience age_mark responsible_id planned_count registration seat_limit", .at_end = TRUE },
  { N_("For the reports"), "stat_kind direction series_id weekend_program" },
  { N_("Payment and note"), "paid price pushkin note", .at_end = TRUE },
  { 0 },
};

static const DovStateSign event_signs[] = {
  { "draft", { "document-edit-symbolic", "plain" } },
  { "planned", { "x-office-calendar-symbolic", "accent" } },
  { "approved", { "emblem-ok-symbolic", "accent" } },
  { "held", { "emblem-ok-symbolic", "success" } },
  { "cancelled", { "process-stop-symbolic", "plain" } },
  { "moved", { "go-next-symbolic", "plain" } },
  { 0 },
};

static const DovTableColumn event_columns[] = {
  { "starts_at", .title = N_("Date and time"), .width = 14 },
  { "title", .title = N_("Event"), .width = 28, .is_bold = TRUE, .expands = TRUE },
  { "form_id", .width = 17, .leaves = 1 },
  { "lounge_id", .width = 15, .words = dov_list_place_of_lounge, .leaves = 2 },
  { "visits", .title = N_("Came"), .width = 5, .is_number = TRUE, .words = visits_of_event },
  { "status", .title = N_("State"), .width = 13, .sign = dov_list_sign_of_state },
};

static const DovListChip event_chips[] = {
  { "month", N_("This month"), "starts_at >= ?1 AND starts_at < ?2", dov_list_this_month },
  { "last-month", N_("Last month"), "starts_at >= ?1 AND starts_at < ?2", dov_list_last_month },
  { "uncounted", N_("Without numbers"),
    "status IN ('planned', 'approved', 'held') AND starts_at < ?1 AND id NOT IN "
    "(SELECT event_id FROM event_headcount WHERE removed IS NULL AND b0_6 + b7_13 + b14_17 + b18_35 + b36_59 + b60 > 0)",
    dov_list_now },
  { "planned", N_("Planned"), "status IN ('draft', 'planned', 'approved') AND starts_at >= ?1", dov_list_now },
  { "cancelled", N_("Cancelled and moved"), "status IN ('cancelled', 'moved')", NULL },
};

#define EVENTS_BY_SERIES \
  "SELECT e.id FROM event e WHERE e.series_id IN (SELECT s.id FROM event_series s WHERE instr (s.key, ?w) > 0) " \
  "OR e.form_id IN (SELECT r.id FROM ref_item r WHERE instr (r.key, ?w) > 0)"

static const DovFormGroup film_screening_form[] = {
  { N_("Film"), "film_title year duration age_mark rights_ref event_id" },
  { N_("Discussion"), "discussion_held discussion_topics discussion_notes", .at_end = TRUE },
  { 0 },
};

static const DovFormHint film_screening_hints[] = {
  { "rights_ref", N_("Licence, agreement or permission: number and date") },
  { 0 },
};

static const DovFormGroup event_helper_form[] = {
  { NULL, "person_id role duty event_id" },
  { 0 },
};

static const DovFormGroup event_partner_form[] = {
  { NULL, "organisation_id contribution event_id" },
  { 0 },
};

static const DovFormHint event_partner_hints[] = {
  { "contribution", N_("Sound, sweets, a lecturer: what they gave") },
  { 0 },
};

static const DovFormGroup event_series_form[] = {
  { N_("Series"), "title form_id direction responsible_id lounge_id place" },
  { N_("When"), "recurrence weekday week time ends", .at_end = TRUE },
  { N_("From when to when"), "since until", .at_end = TRUE },
  { N_("For whom"), "audience age_mark planned_count registration seat_limit note" },
  { 0 },
};

static const DovTableColumn series_columns[] = {
  { "title", .width = 28, .is_bold = TRUE, .expands = TRUE },
  { "lounge_id", .width = 22, .leaves = 1 },
  { "recurrence", .width = 16 },
  { "weekday", .width = 14 },
  { "time", .width = 7 },
  { "responsible_id", .width = 20, .leaves = 2 },
};

static const DovStateSign work_plan_signs[] = {
  { "draft", { "document-edit-symbolic", "plain" } },
  { "submitted", { "go-next-symbolic", "accent" } },
  { "approved", { "emblem-ok-symbolic", "success" } },
  { 0 },
};

static const DovFormGroup work_plan_line_form[] = {
  { NULL, "title area due_on due_words place responsible_id" },
  { N_("Done"), "done_on note work_plan_id", .at_end = TRUE },
  { 0 },
};

static const DovFormHint work_plan_line_hints[] = {
  { "due_words", N_("Such as “during the month”, if there is no day") },
  { 0 },
};

static const DovStateSign attendance_signs[] = {
  { "waiting", { "alarm-symbolic", "warning" } },
  { "registered", { "checkbox-symbolic", NULL } },
  { "walk_in", { "list-add-symbolic", NULL } },
  { "no_show", { "process-stop-symbolic", "plain" } },
  { "cancelled", { "process-stop-symbolic", "plain" } },
  { 0 },
};

static const DovListView lists[] = {
  { dov_event_get_type, "events", "x-office-calendar-symbolic", N_("New event"),
    N_("Name, series, form, place   (Ctrl+F)"),
    N_("There is no such event"), N_("Your events will be here"), N_("Add the first one: a name, a date and a form"),
    DOV_LIST_NOUN_EVENTS, .also = EVENTS_BY_SERIES, .order = "starts_at", .descending = TRUE, .chip = "month",
    .chips = event_chips, .n_chips = G_N_ELEMENTS (event_chips),
    .columns = event_columns, .n_columns = G_N_ELEMENTS (event_columns) },
  { dov_event_series_get_type, "lists", "view-refresh-symbolic", N_("New series"), N_("Name of the series   (Ctrl+F)"),
    N_("There is no such series"), N_("Series of events will be here"),
    N_("A series brings together events that repeat, such as a weekly film show"),
    .columns = series_columns, .n_columns = G_N_ELEMENTS (series_columns) },
};

static DovPage *
open_report (DovStore  *store,
             DovRecord *draft,
             gint64     kept)
{
  return DOV_EVENT_REPORT (draft)->event_id == 0 ? NULL
         : dov_event_report_page_new (store, DOV_EVENT_REPORT (draft), kept);
}

static const DovLook looks[] = {
  { dov_event_get_type, N_("New event"), .form = event_form, .signs = event_signs,
    .opens_when_made = TRUE, .subject = &dov_event_subject },
  { dov_event_report_get_type, .open = open_report },
  { dov_film_screening_get_type, .form = film_screening_form, .hints = film_screening_hints },
  { dov_event_helper_get_type, .form = event_helper_form },
  { dov_event_partner_get_type, .form = event_partner_form, .hints = event_partner_hints },
  { dov_event_series_get_type, N_("New series"), .form = event_series_form, .subject = &dov_series_subject },
  { dov_work_plan_get_type, .signs = work_plan_signs, .page = dov_work_plan_page_new },
  { dov_work_plan_line_get_type, .form = work_plan_line_form, .hints = work_plan_line_hints },
  { dov_attendance_get_type, .signs = attendance_signs },
};

/* Tells what its records look like. */
void
dov_events_looks_tell (void)
{
  dov_look_add (looks, G_N_ELEMENTS (looks));
  dov_list_view_add (lists, G_N_ELEMENTS (lists));
}
