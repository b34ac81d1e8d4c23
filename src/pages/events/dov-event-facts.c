/* dov-event-facts.c - the head of an event's page: title, state, facts, what is missing, the plan */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event-page-private.h"

#include <glib/gi18n.h>

#include "dov-capital.h"
#include "dov-door-lock.h"
#include "dov-go.h"
#include "dov-name.h"
#include "dov-notice.h"
#include "dov-number.h"
#include "dov-reason.h"
#include "dov-seats.h"
#include "dov-signs.h"
#include "dov-staff.h"

static char *
dup_shown (DovEventPage *self,
           const char   *field)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (self->event);

  return dov_store_dup_shown (self->store, DOV_RECORD (self->event), dov_record_class_find_field (klass, field));
}

static void
add_part (GString    *text,
          const char *part)
{
  if (*part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "  ·  " : "", part);
}

/* “Wednesday, 10 March, 18:00–20:05”. */
static char *
dup_when (DovEvent *event)
{
  g_autofree char *words = NULL;
  g_autofree char *weekday = NULL;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  GDate day;

  if (event->starts_at == NULL)
    return g_strdup (_("no date yet"));

  day = dov_moment_get_date (event->starts_at);
  words = dov_date_to_words (&day);
  weekday = dov_capitalise (dov_weekday_name (g_date_get_weekday (&day)));
  start = dov_time_to_shown (dov_moment_get_time (event->starts_at));
  if (event->ends_at == NULL)
    return g_strdup_printf ("%s, %s, %s", weekday, words, start);
  end = dov_time_to_shown (dov_moment_get_time (event->ends_at));

  return g_strdup_printf ("%s, %s, %s–%s", weekday, words, start, end);
}

/* “Russkikh E. O.”: the post stands in the form. */
static char *
dup_responsible (DovEventPage *self)
{
  g_autoptr (DovRecord) staff = dov_store_find (self->store, DOV_TYPE_STAFF, self->event->responsible_id, NULL);
  g_autoptr (DovRecord) person = staff != NULL ?
    dov_store_find (self->store, DOV_TYPE_PERSON, DOV_STAFF (staff)->person_id, NULL) : NULL;

  if (person == NULL)
    return g_strdup ("");

  return dov_name_short (DOV_PERSON (person)->last_name, DOV_PERSON (person)->first_name, DOV_PERSON (person)->patronymic);
}

/* What the one strong button does now; 0: there is no such step. */
static DovEventStatus
find_next_step (DovEventPage  *self,
                const char   **label)
{
  *label = "";
  switch (self->event->status)
    {
    case DOV_EVENT_STATUS_DRAFT:
      *label = _("Into the plan");
      return DOV_EVENT_STATUS_PLANNED;
    case DOV_EVENT_STATUS_PLANNED:
      if (dov_event_is_to_come (self->event))
        {
          *label = _("Approve");
          return DOV_EVENT_STATUS_APPROVED;
        }
      *label = _("Mark as held");
      return DOV_EVENT_STATUS_HELD;
    case DOV_EVENT_STATUS_APPROVED:
      if (dov_event_is_to_come (self->event))
        return 0;
      *label = _("Mark as held");
      return DOV_EVENT_STATUS_HELD;
    case DOV_EVENT_STATUS_HELD:
    case DOV_EVENT_STATUS_CANCELLED:
    case DOV_EVENT_STATUS_MOVED:
    default:
      return 0;
    }
}

/**
 * dov_event_page_show_head:
 * @self: the page
 *
 * Shows title, state, facts and the next step.
 */
void
dov_event_page_show_head (DovEventPage *self)
{
  g_autoptr (GString) facts = g_string_new (NULL);
  g_autofree char *when = dup_when (self->event);
  g_autofree char *status = dup_shown (self, "status");
  g_autofree char *audience = dup_shown (self, "audience");
  g_autofree char *mark = dup_shown (self, "age_mark");
  g_autofree char *who = dup_responsible (self);
  g_autofree char *form = dup_shown (self, "form_id");
  gboolean is_off = self->event->status == DOV_EVENT_STATUS_CANCELLED || self->event->status == DOV_EVENT_STATUS_MOVED;
  gboolean is_held = self->event->status == DOV_EVENT_STATUS_HELD;
  const char *label;
  DovEventStatus next = find_next_step (self, &label);

  add_part (facts, when);
  add_part (facts, form);
  add_part (facts, self->event->place);
  if (*audience != '\0' && *mark != '\0')
    {
      g_autofree char *both = g_strdup_printf ("%s, %s", audience, mark);

      add_part (facts, both);
    }
  if (*who != '\0')
    {
      /* Translators: who answers for the event */
      g_autofree char *words = g_strdup_printf (_("in charge: %s"), who);

      add_part (facts, words);
    }

  gtk_label_set_text (self->name, self->event->title);
  gtk_label_set_text (self->facts, facts->str);
  adw_bin_set_child (self->status, dov_badge_new (status, dov_sign_of_state (DOV_RECORD (self->event), "status")));
  gtk_widget_set_visible (GTK_WIDGET (self->door), dov_door_check_event (self->event, NULL));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "event.sheet", dov_door_check_event (self->event, NULL));
  if (is_held)
    label = dov_event_page_has_report (self) ? _("Report") : _("Report of the event");
  gtk_widget_set_visible (GTK_WIDGET (self->step), next != 0 || is_held);
  gtk_button_set_label (self->step, label);
  g_object_set_data (G_OBJECT (self->step), "status", GINT_TO_POINTER (next));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "event.move", !is_off && !is_held);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "event.cancel", !is_off && !is_held);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "event.plan", is_held || self->event->status == DOV_EVENT_STATUS_CANCELLED);
}

static void
open_moved_cb (DovEventPage *self)
{
  dov_go_record (self, DOV_TYPE_EVENT, self->event->moved_to_id);
}

static void
count_cb (DovEventPage *self)
{
  dov_event_count_focus (self->count);
}

GtkWidget *
dov_event_page_add_notice (DovEventPage  *self,
                           DovNoticeKind  kind,
                           const char    *lead,
                           const char    *text)
{
  GtkWidget *notice = dov_notice_new (kind, lead, text);

  gtk_widget_set_name (notice, "state");
  gtk_box_append (self->notices, notice);

  return notice;
}

static void
clear_notices (DovEventPage *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->notices));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (g_str_equal (gtk_widget_get_name (child), "state"))
        gtk_box_remove (self->notices, child);
      child = next;
    }
}

/* The step once more, now that it is known why. */
static void
given_cb (const char *reason,
          gpointer    data)
{
  DovEventPage *self = data;

  dov_store_accept (self->store, "E8", reason);
  dov_event_page_take_step (self, self->refused, NULL);
}

/* The step that was refused, with the way out. */
void
dov_event_page_refuse (DovEventPage *self,
                       const GError *error)
{
  const DovProblem *refusal = dov_store_get_refusal (self->store);
  gboolean is_count = refusal != NULL && g_strcmp0 (refusal->rule, "E1") == 0 && refusal->is_warning;
  GtkWidget *notice;

  clear_notices (self);
  if (refusal != NULL && refusal->is_warning && g_strcmp0 (refusal->rule, "E8") == 0)
    {
      notice = dov_reason_new (error->message, given_cb, self);
      gtk_widget_set_name (notice, "state");
      gtk_box_append (self->notices, notice);
      return;
    }
  notice = dov_event_page_add_notice (self, is_count ? DOV_NOTICE_WARNS : DOV_NOTICE_REFUSES, error->message, "");
  if (is_count)
    {
      g_signal_connect_swapped (dov_notice_add_action (DOV_NOTICE (notice), _("Type how many came"), NULL), "clicked",
                                G_CALLBACK (count_cb), self);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (dov_notice_add_action (DOV_NOTICE (notice),
                                                                             _("Held for nobody…"), NULL)),
                                      "event.held-empty");
    }
}

/**
 * dov_event_page_show_notices:
 * @self: the page
 *
 * Says what the event still needs, or where it went.
 */
void
dov_event_page_show_notices (DovEventPage *self)
{
  DovEvent *event = self->event;
  GtkWidget *notice;

  clear_notices (self);
  if (event->status == DOV_EVENT_STATUS_CANCELLED)
    {
      dov_event_page_add_notice (self, DOV_NOTICE_INFORMS, _("The event was cancelled"), event->status_reason);
    }
  else if (event->status == DOV_EVENT_STATUS_MOVED)
    {
      g_autofree char *other = dov_store_describe_id (self->store, DOV_TYPE_EVENT, event->moved_to_id);
      g_autofree char *lead = g_strdup_printf (_("Moved: %s"), other);

      notice = dov_event_page_add_notice (self, DOV_NOTICE_INFORMS, lead, event->status_reason);
      g_signal_connect_swapped (dov_notice_add_action (DOV_NOTICE (notice), _("Open"), NULL), "clicked",
                                G_CALLBACK (open_moved_cb), self);
    }
  else if (event->status == DOV_EVENT_STATUS_HELD && !self->roll->is_counted)
    {
      notice = dov_event_page_add_notice (self, DOV_NOTICE_WARNS, _("Nobody has written how many came"),
                           *event->status_reason != '\0' ? event->status_reason :
                           _("In the registers it stands with a dash: it is counted as an event, but not in the visits."));
      g_signal_connect_swapped (dov_notice_add_action (DOV_NOTICE (notice), _("Type how many came"), NULL), "clicked",
                                G_CALLBACK (count_cb), self);
    }
  else if (event->status != DOV_EVENT_STATUS_HELD && event->status != DOV_EVENT_STATUS_DRAFT && event->starts_at != NULL &&
           !dov_event_is_to_come (event))
    {
      g_autoptr (GDateTime) now = dov_clock_dup_now ();

      if (g_date_time_compare (event->starts_at, now) < 0)
        dov_event_page_add_notice (self, DOV_NOTICE_WARNS, _("The time of the event has passed"),
                    _("Type how many came and mark it as held, or say that it was moved or cancelled."));
    }

  dov_event_page_show_seats (self);
  dov_event_page_show_report (self);
}

static void
add_fact (DovEventPage *self,
          const char   *icon,
          const char   *title,
          const char   *subtitle)
{
  GtkWidget *row;

  if (*title == '\0')
    return;

  row = dov_row_line_new ("", title, subtitle);
  dov_row_line_set_icon (DOV_ROW_LINE (row), icon);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  dov_section_box_append (self->plan, row);
}

static void
add_field (DovEventPage *self,
           const char   *icon,
           const char   *field)
{
  g_autofree char *shown = dup_shown (self, field);
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (self->event);

  add_fact (self, icon, shown, _(dov_record_class_find_field (klass, field)->label));
}

/* “20 places: 18 taken, 3 people wait”. */
static char *
dup_seats (DovEventPage *self)
{
  DovSeats seats;

  if (!dov_seats_count (self->store, self->event, &seats, NULL) || seats.limit == DOV_UNKNOWN)
    return g_strdup ("");
  if (seats.waiting == 0)
    return g_strdup_printf (_("places: %1$d, taken: %2$d"), (int) seats.limit, (int) seats.taken);

  return g_strdup_printf (_("places: %1$d, taken: %2$d, waiting: %3$d"), (int) seats.limit, (int) seats.taken,
                          (int) seats.waiting);
}

/**
 * dov_event_page_show_plan:
 * @self: the page
 *
 * Shows what was planned and is not in the head: series, direction, lounge,
 * registration, the marks.
 */
void
dov_event_page_show_plan (DovEventPage *self)
{
  DovEvent *event = self->event;
  g_autofree char *weekend = dup_shown (self, "weekend_program");
  g_autofree char *pushkin = dup_shown (self, "pushkin");
  g_autofree char *paid = dup_shown (self, "paid");
  g_autofree char *marks = NULL;

  dov_section_box_clear (self->plan);
  add_field (self, "view-refresh-symbolic", "series_id");
  add_field (self, "view-list-symbolic", "direction");
  add_field (self, "go-home-symbolic", "lounge_id");
  add_field (self, "x-office-spreadsheet-symbolic", "stat_kind");
  if (event->registration)
    {
      g_autofree char *limit = dup_seats (self);

      add_fact (self, "system-users-symbolic", _("People put their names down first"), limit);
    }
  marks = g_strdup_printf (_("Weekend programme — %s · Pushkin card — %s · paid — %s"), weekend, pushkin, paid);
  add_fact (self, "emblem-documents-symbolic", marks, event->note);
}
