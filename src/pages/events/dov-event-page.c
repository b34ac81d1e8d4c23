/* dov-event-page.c - one event: its plan and state, how many came, who came */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event-page.h"

#include <glib/gi18n.h>

#include "dov-answers.h"
#include "dov-capital.h"
#include "dov-door-lock.h"
#include "dov-door-page.h"
#include "dov-errors.h"
#include "dov-event-count.h"
#include "dov-event-lists.h"
#include "dov-event-move.h"
#include "dov-event-people.h"
#include "dov-event-reporting.h"
#include "dov-event-steps.h"
#include "dov-film-screening.h"
#include "dov-go.h"
#include "dov-join.h"
#include "dov-name.h"
#include "dov-saving.h"
#include "dov-seats.h"
#include "dov-sign-in-page.h"
#include "dov-staff.h"

/* A report is due so many days after the event, and asked for no longer than so many. */
#define REPORT_DAYS 3
#define LONGEST_ASKED 31

struct _DovEventPage
{
  DovSubjectPage  parent_instance;

  DovRoll        *roll;
  DovEventCount  *count;
  DovEventPeople *people;
  DovSaving      *saving;
  GArray         *waiting;     /* people who waited for a place when it was last looked */
  char           *passed;      /* who has just got a place that was free */
};

G_DEFINE_FINAL_TYPE (DovEventPage, dov_event_page, DOV_TYPE_SUBJECT_PAGE)

static DovStore *
store_of (DovEventPage *self)
{
  return dov_subject_page_get_store (DOV_SUBJECT_PAGE (self));
}

static DovEvent *
event_of (DovEventPage *self)
{
  return DOV_EVENT (dov_subject_page_get_record (DOV_SUBJECT_PAGE (self)));
}

static DovRecord *
find_part (DovStore  *store,
           DovRecord *event,
           GType      type)
{
  DovQuery query = { .where = "event_id = ?1", .params = g_variant_new ("(x)", dov_record_get_id (event)) };

  return dov_store_find_first (store, type, &query, NULL);
}

/* ---- head ---- */

static char *
dup_title (DovStore  *store,
           DovRecord *record)
{
  return g_strdup (DOV_EVENT (record)->title);
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
dup_responsible (DovStore *store,
                 DovEvent *event)
{
  g_autoptr (DovRecord) staff = dov_store_find (store, DOV_TYPE_STAFF, event->responsible_id, NULL);
  g_autoptr (DovRecord) person = staff != NULL ?
    dov_store_find (store, DOV_TYPE_PERSON, DOV_STAFF (staff)->person_id, NULL) : NULL;
  g_autofree char *name = NULL;

  if (person == NULL)
    return NULL;
  name = dov_name_short (DOV_PERSON (person)->last_name, DOV_PERSON (person)->first_name, DOV_PERSON (person)->patronymic);

  /* Translators: who answers for the event */
  return g_strdup_printf (_("in charge: %s"), name);
}

/* “places: 20, taken: 18, waiting: 3”. */
static char *
dup_seats (DovStore *store,
           DovEvent *event)
{
  DovSeats seats;

  if (!event->registration || !dov_seats_count (store, event, &seats, NULL) || seats.limit == DOV_UNKNOWN)
    return NULL;
  if (seats.waiting == 0)
    return g_strdup_printf (_("places: %1$d, taken: %2$d"), (int) seats.limit, (int) seats.taken);

  return g_strdup_printf (_("places: %1$d, taken: %2$d, waiting: %3$d"), (int) seats.limit, (int) seats.taken,
                          (int) seats.waiting);
}

static char *
dup_facts (DovStore  *store,
           DovRecord *record)
{
  DovEvent *event = DOV_EVENT (record);
  g_autofree char *when = dup_when (event);
  g_autofree char *where = dov_field_path_dup (store, record, "form_id place", DOV_JOIN_FACTS);
  g_autofree char *mark = dov_field_path_dup (store, record, "age_mark", "");
  g_autofree char *whom = *mark != '\0' ? dov_field_path_dup (store, record, "audience age_mark", ", ") : NULL;
  g_autofree char *responsible = dup_responsible (store, event);
  g_autofree char *seats = dup_seats (store, event);
  g_autoptr (GString) facts = g_string_new (when);

  dov_join (facts, DOV_JOIN_FACTS, where);
  dov_join (facts, DOV_JOIN_FACTS, whom);
  dov_join (facts, DOV_JOIN_FACTS, responsible);
  dov_join (facts, DOV_JOIN_FACTS, seats);

  return g_string_free (g_steal_pointer (&facts), FALSE);
}

/* ---- notices ---- */

/* More came than fit; places are free while people wait; who has just got a place. */
static void
tell_seats (DovEventPage *self)
{
  DovSubjectPage *page = DOV_SUBJECT_PAGE (self);
  DovSeats seats;
  gint64 over;

  if (!dov_seats_count (store_of (self), event_of (self), &seats, NULL))
    return;

  over = dov_seats_get_over (&seats);
  if (over > 0)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("%d person more than fits", "%d people more than fit",
                                                          (gulong) over), (int) over);

      dov_subject_page_add_notice (page, DOV_NOTICE_REFUSES, words,
                                   seats.limit != DOV_UNKNOWN
                                   ? _("More came than there are places. Open a second room, or do not let in more.")
                                   : _("More came than the lounge holds. Open a second room, or do not let in more."), NULL);
    }
  if (*self->passed != '\0')
    {
      g_autofree char *words = g_strdup_printf (_("A place was free and went to: %s"), self->passed);

      dov_subject_page_add_notice (page, DOV_NOTICE_INFORMS, words, _("They waited longest. Tell them."), NULL);
    }
  if (seats.waiting > 0 && dov_seats_get_free (&seats) > 0 && dov_event_is_to_come (event_of (self)))
    dov_subject_page_add_notice (page, DOV_NOTICE_WARNS, _("Places are free, and people wait for one"), "", "event.give");
}

/* What the report of a held event still lacks, and by when it is wanted. */
static void
tell_report (DovEventPage *self)
{
  DovEvent *event = event_of (self);
  g_autoptr (DovRecord) report = find_part (store_of (self), DOV_RECORD (event), DOV_TYPE_EVENT_REPORT);
  glong letters = report != NULL ? dov_event_report_count_letters (DOV_EVENT_REPORT (report)->description) : 0;
  glong lacking = DOV_EVENT_REPORT_LEAST - letters;
  GDate due, today = dov_today ();
  g_autofree char *lead = NULL;
  g_autofree char *when = NULL;
  g_autofree char *text = NULL;
  gboolean is_late;

  if (event->status != DOV_EVENT_STATUS_HELD || event->starts_at == NULL || !self->roll->is_counted || lacking <= 0)
    return;
  due = dov_moment_get_date (event->starts_at);
  g_date_add_days (&due, REPORT_DAYS);
  if (g_date_days_between (&due, &today) > LONGEST_ASKED)
    return;

  is_late = g_date_compare (&due, &today) < 0;
  when = g_strdup_printf ("%d %s", g_date_get_day (&due), dov_month_name_of (g_date_get_month (&due)));
  lead = report == NULL ? g_strdup (_("The report of this event is not written yet")) :
    g_strdup_printf (ngettext ("The report lacks %d letter of the description", "The report lacks %d letters of the description",
                               (gulong) lacking), (int) lacking);
  text = g_strdup_printf (is_late ? _("It was wanted by %s.") : _("It is wanted by %s."), when);
  dov_subject_page_add_notice (DOV_SUBJECT_PAGE (self), is_late ? DOV_NOTICE_WARNS : DOV_NOTICE_INFORMS, lead, text,
                               report == NULL ? "event.write" : "event.write-on");
}

static gboolean
has_passed (DovEvent *event)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();

  return event->starts_at != NULL && g_date_time_compare (event->starts_at, now) < 0;
}

/* What the event still needs, or where it went. */
static void
tell (DovSubjectPage *page,
      DovRecord      *record)
{
  DovEventPage *self = DOV_EVENT_PAGE (page);
  DovEvent *event = DOV_EVENT (record);

  if (event->status == DOV_EVENT_STATUS_CANCELLED)
    {
      dov_subject_page_add_notice (page, DOV_NOTICE_INFORMS, _("The event was cancelled"), event->status_reason, NULL);
    }
  else if (event->status == DOV_EVENT_STATUS_MOVED)
    {
      g_autofree char *other = dov_store_describe_id (store_of (self), DOV_TYPE_EVENT, event->moved_to_id);
      g_autofree char *lead = g_strdup_printf (_("Moved: %s"), other);

      dov_subject_page_add_notice (page, DOV_NOTICE_INFORMS, lead, event->status_reason, "event.follow");
    }
  else if (event->status == DOV_EVENT_STATUS_HELD && !self->roll->is_counted)
    {
      dov_subject_page_add_notice (page, DOV_NOTICE_WARNS, _("Nobody has written how many came"),
                                   *event->status_reason != '\0' ? event->status_reason :
                                   _("In the registers it stands with a dash: it is counted as an event, but not in the visits."),
                                   "event.count");
    }
  else if ((event->status == DOV_EVENT_STATUS_PLANNED || event->status == DOV_EVENT_STATUS_APPROVED) &&
           !dov_event_is_to_come (event) && has_passed (event))
    {
      dov_subject_page_add_notice (page, DOV_NOTICE_WARNS, _("The time of the event has passed"),
                                   _("Type how many came and mark it as held, or say that it was moved or cancelled."), NULL);
    }

  tell_seats (self);
  tell_report (self);
}

/* ---- steps ---- */

typedef struct
{
  DovEvent       *event;
  DovEventStatus  status;
  char           *reason;
} Step;

static void
free_step (gpointer data)
{
  Step *step = data;

  g_object_unref (step->event);
  g_free (step->reason);
  g_free (step);
}

/* What was asked before is the reason for the rules too. */
static gboolean
do_step (DovStore  *store,
         gpointer   data,
         GError   **error)
{
  Step *step = data;

  if (step->reason != NULL)
    {
      dov_store_accept (store, "E1", step->reason);
      dov_store_accept (store, "E8", step->reason);
    }

  return dov_event_take_step (store, step->event, step->status, step->reason, error);
}

/* E1: nobody is counted. The way out is to count, or to say why nobody came. */
static gboolean
refused (gpointer      from,
         const GError *error,
         gpointer      data)
{
  const DovProblem *refusal = dov_store_get_refusal (store_of (from));
  g_autofree char *words = NULL;
  GtkWidget *notice;

  if (refusal == NULL || !refusal->is_warning || g_strcmp0 (refusal->rule, "E1") != 0)
    return FALSE;

  words = dov_errors_dup_words (error);
  notice = dov_notice_new (DOV_NOTICE_WARNS, words, "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (dov_notice_add_action (DOV_NOTICE (notice), _("Type how many came"), NULL)),
                                  "event.count");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (dov_notice_add_action (DOV_NOTICE (notice), _("Held for nobody…"), NULL)),
                                  "event.held-empty");
  dov_answers_show (from, notice);

  return TRUE;
}

static void
take_step (DovSubjectPage *page,
           DovEventStatus  status,
           const char     *reason)
{
  DovEventPage *self = DOV_EVENT_PAGE (page);
  Step *step;

  if (!dov_event_count_flush (self->count))
    return;
  step = g_new0 (Step, 1);
  step->event = g_object_ref (event_of (self));
  step->status = status;
  step->reason = g_strdup (reason);
  dov_deed_do (page, store_of (self), &(DovDeed) {
    .act = do_step, .refused = refused, .data = step, .free_data = free_step });
}

static void
plan (DovSubjectPage *page,
      const char     *typed)
{
  take_step (page, DOV_EVENT_STATUS_PLANNED, NULL);
}

static void
approve (DovSubjectPage *page,
         const char     *typed)
{
  take_step (page, DOV_EVENT_STATUS_APPROVED, NULL);
}

static void
hold (DovSubjectPage *page,
      const char     *typed)
{
  take_step (page, DOV_EVENT_STATUS_HELD, typed);
}

static void
cancel (DovSubjectPage *page,
        const char     *typed)
{
  take_step (page, DOV_EVENT_STATUS_CANCELLED, typed);
}

/* ---- moving ---- */

typedef struct
{
  DovEvent *event;
  char     *when;
  char     *reason;
} Move;

static void
free_move (gpointer data)
{
  Move *move = data;

  g_object_unref (move->event);
  g_free (move->when);
  g_free (move->reason);
  g_free (move);
}

static gboolean
do_move (DovStore  *store,
         gpointer   data,
         GError   **error)
{
  Move *move = data;

  dov_store_accept (store, "E8", move->reason);

  return dov_event_move_typed (store, move->event, move->when, move->reason, error);
}

static void
move_cb (DovAskCard   *card,
         DovEventPage *self)
{
  Move move = { NULL, NULL, g_strstrip (g_strdup (dov_ask_card_get_text (card, "why"))) };

  if (*move.reason == '\0')
    {
      dov_ask_card_refuse (card, "why", _("Type why. A few words are enough."));
      g_free (move.reason);
      return;
    }
  move.event = g_object_ref (event_of (self));
  move.when = g_strdup (dov_ask_card_get_text (card, "when"));
  dov_deed_do (self, store_of (self), &(DovDeed) {
    .act = do_move, .card = card, .at = "when", .data = g_memdup2 (&move, sizeof move), .free_data = free_move });
}

static void
ask_move (DovSubjectPage *page,
          const char     *typed)
{
  GtkWidget *card = dov_ask_card_new (_("Move to another day"), _("Move the event"));

  dov_ask_card_add (DOV_ASK_CARD (card), "when", _("To which day, and time if it changes *"), "");
  dov_ask_card_add (DOV_ASK_CARD (card), "why", _("Why *"), "");
  g_signal_connect (card, "go-on", G_CALLBACK (move_cb), page);
  dov_ask_card_ask (DOV_ASK_CARD (card), page);
}

/* ---- other acts ---- */

static gboolean
give (DovStore   *store,
      DovRecord  *event,
      const char *typed,
      GError    **error)
{
  return dov_seats_give (store, DOV_EVENT (event), error);
}

static void
begin_door (DovSubjectPage *page,
            const char     *typed)
{
  dov_door_page_begin (GTK_WIDGET (page), dov_subject_page_get_store (page), dov_subject_page_get_id (page));
}

/* The paper that lay on the table, entered back. */
static void
open_sheet (DovSubjectPage *page,
            const char     *typed)
{
  dov_go_to (page, dov_sign_in_page_new (dov_subject_page_get_store (page), dov_subject_page_get_id (page)));
}

/* The sheet that people sign, with those who have put their names down. */
static void
save_sheet (DovEventPage *self)
{
  dov_saving_make_document (self->saving, store_of (self), "D-23", _("Sign-in sheet"), NULL, 0,
                            dov_subject_page_get_id (DOV_SUBJECT_PAGE (self)));
}

/* The same once more, a week later unless another day is typed. */
static void
copy (DovSubjectPage *page,
      const char     *typed)
{
  g_autoptr (DovEvent) draft = dov_event_copy (event_of (DOV_EVENT_PAGE (page)));

  dov_go_form (page, DOV_RECORD (draft));
}

static void
count_people (DovSubjectPage *page,
              const char     *typed)
{
  dov_event_count_focus (DOV_EVENT_PAGE (page)->count);
}

static void
follow (DovSubjectPage *page,
        const char     *typed)
{
  dov_go_record (page, DOV_TYPE_EVENT, event_of (DOV_EVENT_PAGE (page))->moved_to_id);
}

static void
write_report (DovSubjectPage *page,
              const char     *typed)
{
  g_autoptr (DovRecord) draft = dov_event_report_begin (dov_subject_page_get_store (page), event_of (DOV_EVENT_PAGE (page)));

  dov_go_form (page, draft);
}

static gboolean
has_door (DovStore  *store,
          DovRecord *event)
{
  return dov_door_check_event (DOV_EVENT (event), NULL);
}

static gboolean
is_to_come (DovStore  *store,
            DovRecord *event)
{
  return dov_event_is_to_come (DOV_EVENT (event));
}

static gboolean
is_not_to_come (DovStore  *store,
                DovRecord *event)
{
  return !dov_event_is_to_come (DOV_EVENT (event));
}

static gboolean
has_report (DovStore  *store,
            DovRecord *event)
{
  g_autoptr (DovRecord) report = find_part (store, event, DOV_TYPE_EVENT_REPORT);

  return report != NULL;
}

static gboolean
has_no_report (DovStore  *store,
               DovRecord *event)
{
  return !has_report (store, event);
}

static void
begin_film (DovSubjectPage *page,
            DovRecord      *draft)
{
  dov_event_begin_film (dov_subject_page_get_record (page), draft);
}

/* ---- the table ---- */

static GtkWidget *
make_count (DovSubjectPage *page)
{
  DovEventPage *self = DOV_EVENT_PAGE (page);

  self->count = DOV_EVENT_COUNT (dov_event_count_new (store_of (self), event_of (self)));

  return GTK_WIDGET (self->count);
}

static GtkWidget *
make_people (DovSubjectPage *page)
{
  DovEventPage *self = DOV_EVENT_PAGE (page);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->people = DOV_EVENT_PEOPLE (dov_event_people_new (store_of (self), event_of (self)));
  self->saving = DOV_SAVING (dov_saving_new ());
  g_signal_connect_swapped (self->people, "sheet", G_CALLBACK (save_sheet), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->people));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->saving));

  return box;
}

static const DovAct acts[] = {
  { "event.door", N_("Door"), .kind = DOV_ACT_RUN, .run = begin_door, .may = has_door },
  { "event.into-plan", N_("Into the plan"), .kind = DOV_ACT_RUN, .run = plan, .while_in = "draft", .is_strong = TRUE },
  { "event.approve", N_("Approve"), .kind = DOV_ACT_RUN, .run = approve, .while_in = "planned", .may = is_to_come,
    .is_strong = TRUE },
  { "event.hold", N_("Mark as held"), .kind = DOV_ACT_RUN, .run = hold, .while_in = "planned approved",
    .may = is_not_to_come, .is_strong = TRUE },
  { "event.report", N_("Report"), .kind = DOV_ACT_RUN, .run = write_report, .while_in = "held", .may = has_report,
    .is_strong = TRUE, .reads = TRUE },
  { "event.first-report", N_("Report of the event"), .kind = DOV_ACT_RUN, .run = write_report, .while_in = "held",
    .may = has_no_report, .is_strong = TRUE },
  { "event.sheet", N_("From the sign-in sheet…"), .kind = DOV_ACT_RUN, .run = open_sheet, .may = has_door,
    .place = DOV_ACT_IN_MENU },
  { "event.edit", N_("Change the plan…"), .kind = DOV_ACT_EDIT, .place = DOV_ACT_IN_MENU, .begins = TRUE },
  { "event.copy", N_("Copy the event…"), .kind = DOV_ACT_RUN, .run = copy, .place = DOV_ACT_IN_MENU },
  { "event.move", N_("Move to another day…"), .kind = DOV_ACT_RUN, .run = ask_move, .while_in = "draft planned approved",
    .place = DOV_ACT_IN_MENU },
  { "event.cancel", N_("Cancel the event…"), .kind = DOV_ACT_RUN, .run = cancel, .asks = N_("Why *"),
    .while_in = "draft planned approved", .place = DOV_ACT_IN_MENU },
  { "event.plan", N_("Back to the plan"), .kind = DOV_ACT_RUN, .run = plan, .while_in = "held cancelled",
    .place = DOV_ACT_IN_MENU },
  { "event.remove", N_("Move to the bin"), .kind = DOV_ACT_REMOVE, .place = DOV_ACT_IN_MENU, .begins = TRUE },
  { "event.held-empty", N_("Held all the same"), .kind = DOV_ACT_RUN, .run = hold, .asks = N_("Why *"),
    .ask_title = N_("Held, but nobody is counted"), .place = DOV_ACT_UNSEEN },
  { "event.count", N_("Type how many came"), .kind = DOV_ACT_RUN, .run = count_people, .place = DOV_ACT_UNSEEN },
  { "event.give", N_("Give the places to the first"), .kind = DOV_ACT_DO, .rule = give, .place = DOV_ACT_UNSEEN },
  { "event.follow", N_("Open"), .kind = DOV_ACT_RUN, .run = follow, .reads = TRUE, .place = DOV_ACT_UNSEEN },
  { "event.write", N_("Write"), .kind = DOV_ACT_RUN, .run = write_report, .place = DOV_ACT_UNSEEN },
  { "event.write-on", N_("Write on"), .kind = DOV_ACT_RUN, .run = write_report, .place = DOV_ACT_UNSEEN },
  { "event.film", N_("Write down the film…"), .kind = DOV_ACT_NEW, .type = dov_film_screening_get_type,
    .prepare = begin_film, .place = DOV_ACT_UNSEEN },
  { NULL },
};

static const DovTab left[] = {
  { "count", N_("How many came"), .make = make_count },
  { "no-film", N_("Film and discussion"), { &dov_event_no_film }, .may = dov_event_wants_film },
  { "film", N_("Film and discussion"), { &dov_event_film }, .may = dov_event_has_film },
  { "plan", N_("Plan"), .fields = "series_id direction lounge_id stat_kind registration weekend_program pushkin paid note",
    .fields_act = "event.edit" },
  { NULL },
};

static const DovTab right[] = {
  { "people", N_("Were there"), .make = make_people },
  { "helpers", N_("Helpers"), { &dov_event_helpers } },
  { "partners", N_("Partners"), { &dov_event_partners } },
  { NULL },
};

const DovSubject dov_event_subject = {
  dov_event_get_type, "events", .page = dov_event_page_get_type,
  .state = "status", .title = dup_title, .facts_words = dup_facts, .acts = acts,
  .tabs = left, .sides = right, .tell = tell, .is_equal = TRUE,
};

/* ---- the page ---- */

/* Who waited until now and has a place: they should be told. */
static void
note_passed (DovEventPage *self,
             DovRoll      *roll)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; self->waiting != NULL && i < self->waiting->len; i++)
    {
      DovRollLine *line = dov_roll_find (roll, g_array_index (self->waiting, gint64, i));
      g_autofree char *name = line != NULL ? dov_person_dup_name (line->person) : NULL;

      if (line != NULL && line->mark->status == DOV_ATTENDANCE_STATUS_REGISTERED)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  g_free (self->passed);
  self->passed = g_strdup (names->str);

  g_clear_pointer (&self->waiting, g_array_unref);
  self->waiting = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < roll->lines->len; i++)
    {
      DovRollLine *line = g_ptr_array_index (roll->lines, i);

      if (line->mark->status == DOV_ATTENDANCE_STATUS_WAITING)
        g_array_append_val (self->waiting, line->mark->person_id);
    }
}

static void
dov_event_page_refresh (DovSubjectPage *page)
{
  DovEventPage *self = DOV_EVENT_PAGE (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (DovRoll) roll = dov_roll_read (store_of (self), event_of (self), &error);
  gboolean writes;

  if (roll == NULL)
    {
      dov_errors_show (GTK_WIDGET (self), error);
      return;
    }

  note_passed (self, roll);
  writes = dov_subject_may_write (store_of (self), DOV_RECORD (event_of (self)));
  dov_event_count_show (self->count, roll, writes);
  dov_event_people_show (self->people, roll, writes);
  g_clear_pointer (&self->roll, dov_roll_free);
  self->roll = g_steal_pointer (&roll);
  DOV_SUBJECT_PAGE_CLASS (dov_event_page_parent_class)->refresh (page);
}

static void
dov_event_page_focus (DovPage *page)
{
  dov_event_people_focus (DOV_EVENT_PAGE (page)->people);
}

static gboolean
dov_event_page_search (DovPage *page)
{
  dov_event_people_search (DOV_EVENT_PAGE (page)->people);

  return TRUE;
}

static gboolean
dov_event_page_save (DovPage *page)
{
  return dov_event_count_flush (DOV_EVENT_PAGE (page)->count);
}

static gboolean
dov_event_page_leave (DovPage *page)
{
  dov_event_people_keep (DOV_EVENT_PAGE (page)->people);

  return dov_event_count_flush (DOV_EVENT_PAGE (page)->count);
}

/**
 * dov_event_page_take_up:
 * @number: of a kept draft
 *
 * Goes on with somebody new who was half entered here.
 */
void
dov_event_page_take_up (DovEventPage *self,
                        gint64        number)
{
  dov_event_people_take_up (self->people, number);
}

/**
 * dov_event_page_begin:
 * @from: the widget where it was asked for
 * @act: one of its acts: "event.move"
 *
 * Opens an event and begins to do something with it, if it still may be done.
 */
void
dov_event_page_begin (gpointer    from,
                      DovStore   *store,
                      gint64      event,
                      const char *act)
{
  g_autoptr (DovPage) page = g_object_ref_sink (dov_subject_page_new (store, &dov_event_subject, event));

  dov_go_to (from, page);
  if (DOV_IS_EVENT_PAGE (page))
    dov_subject_page_act (DOV_SUBJECT_PAGE (page), act);
}

static void
dov_event_page_finalize (GObject *object)
{
  DovEventPage *self = DOV_EVENT_PAGE (object);

  g_clear_pointer (&self->roll, dov_roll_free);
  g_clear_pointer (&self->waiting, g_array_unref);
  g_free (self->passed);

  G_OBJECT_CLASS (dov_event_page_parent_class)->finalize (object);
}

static void
dov_event_page_class_init (DovEventPageClass *klass)
{
  DovPageClass *page_class = DOV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dov_event_page_finalize;
  page_class->focus = dov_event_page_focus;
  page_class->search = dov_event_page_search;
  page_class->save = dov_event_page_save;
  page_class->leave = dov_event_page_leave;
  DOV_SUBJECT_PAGE_CLASS (klass)->refresh = dov_event_page_refresh;
}

static void
dov_event_page_init (DovEventPage *self)
{
}
