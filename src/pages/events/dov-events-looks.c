/* dov-events-looks.c - what events, series and plans look like: form, list, signs of states */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-events-looks.h"

#include <glib/gi18n.h>

#include "dov-attendance.h"
#include "dov-event-helper.h"
#include "dov-event-page.h"
#include "dov-event-partner.h"
#include "dov-event-report.h"
#include "dov-event-reporting.h"
#include "dov-event-series.h"
#include "dov-event.h"
#include "dov-film-screening.h"
#include "dov-form.h"
#include "dov-headcount.h"
#include "dov-list-view.h"
#include "dov-look.h"
#include "dov-number.h"
#include "dov-section-box.h"
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
                                     "SELECT b0_6 + b7_13 + b14_17 + b18_35 + b36_59 + b60 FROM live_event_headcount "
                                     "WHERE event_id = ?1",
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
  { "approved", { "dov-emblem-ok-symbolic", "accent" } },
  { "held", { "dov-emblem-ok-symbolic", "success" } },
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
    "(SELECT event_id FROM live_event_headcount WHERE b0_6 + b7_13 + b14_17 + b18_35 + b36_59 + b60 > 0)",
    dov_list_now },
  { "planned", N_("Planned"), "status IN ('draft', 'planned', 'approved') AND starts_at >= ?1", dov_list_now },
  { "cancelled", N_("Cancelled and moved"), "status IN ('cancelled', 'moved')", NULL },
};

#define EVENTS_BY_SERIES \
  "SELECT e.id FROM event e WHERE e.series_id IN (SELECT s.id FROM event_series s WHERE holds (s.key, ?w)) " \
  "OR e.form_id IN (SELECT r.id FROM ref_item r WHERE holds (r.key, ?w))"

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
  { "approved", { "dov-emblem-ok-symbolic", "success" } },
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

/* ---- the report of an event ---- */

static void
add_figure (DovSectionBox *box,
            const char    *label,
            gint64         number)
{
  g_autofree char *text = g_strdup_printf ("%d", (int) number);

  dov_section_box_append (box, dov_row_line_new (text, label, ""));
}

/* The figures are those of the headcount: they are changed on the page of the event. */
static GtkWidget *
make_figures (DovForm *form)
{
  DovSectionBox *box = DOV_SECTION_BOX (dov_section_box_new (_("Figures of the report")));
  g_autoptr (DovEventHeadcount) headcount = dov_headcount_find (
    dov_form_get_store (form), DOV_EVENT_REPORT (dov_form_get_draft (form))->event_id);

  dov_section_box_set_empty (box, _("Nobody has written how many came. Do it on the page of the event."));
  if (headcount != NULL)
    {
      add_figure (box, _("came in all"), dov_event_headcount_get_total (headcount));
      add_figure (box, _("children under 14"), headcount->b0_6 + headcount->b7_13);
      add_figure (box, _("young people 14–35"), headcount->b14_17 + headcount->b18_35);
      add_figure (box, _("of them 14–17"), headcount->b14_17);
      add_figure (box, _("adults of 36 and older"), headcount->b36_59 + headcount->b60);
      add_figure (box, _("of the target group"), headcount->of_target_group);
    }

  return GTK_WIDGET (box);
}

static char *
dup_report_title (DovStore  *store,
                  DovRecord *draft)
{
  g_autoptr (DovRecord) event = dov_store_follow (store, draft, "event_id");
  g_autofree char *name = event != NULL ? dov_store_describe (store, event) : NULL;

  return name != NULL ? g_strdup_printf (_("Report: %s"), name) : NULL;
}

/* How far the description is from the letters that are asked for. */
static void
show_measure (DovForm *form)
{
  DovFieldRow *row = dov_form_find_row (form, "description");
  g_autofree char *typed = dov_field_row_dup_typed (row);
  g_autofree char *words = dov_event_report_dup_measure (typed != NULL ? typed :
                                                         DOV_EVENT_REPORT (dov_form_get_draft (form))->description);

  dov_field_row_set_hint (row, words);
}

static const DovFormGroup event_report_form[] = {
  { N_("What was done"), "goals description results" },
  { NULL, "", .at_end = TRUE, .make = make_figures },
  { N_("Who, and what remains"), "partners photos links feedback resources", .at_end = TRUE },
  { N_("Signature"), "signed_by_id signed_on", .at_end = TRUE },
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

static char *
name_event (DovRecord  *record,
            char      **apart)
{
  *apart = dov_moment_to_shown (DOV_EVENT (record)->starts_at);

  return g_strdup (DOV_EVENT (record)->title);
}

static const DovLook looks[] = {
  { dov_event_get_type, N_("New event"), .form = event_form, .signs = event_signs,
    .opens_when_made = TRUE, .subject = &dov_event_subject,
    .sought = { 3, "x-office-calendar-symbolic", .name = name_event } },
  { dov_film_screening_get_type, .form = film_screening_form, .hints = film_screening_hints },
  { dov_event_helper_get_type, .form = event_helper_form },
  { dov_event_partner_get_type, .form = event_partner_form, .hints = event_partner_hints },
  { dov_event_report_get_type, .form = event_report_form, .title = dup_report_title, .fill_in = dov_event_report_fill_in,
    .follow = show_measure, .place = "events", .paper = "D-24", .paper_of = "event_id" },
  { dov_event_series_get_type, N_("New series"), .form = event_series_form, .subject = &dov_series_subject,
    .sought = { 10, "object-rotate-right-symbolic" } },
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
