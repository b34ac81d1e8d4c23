/* dov-event-rules.c - what holds of events, their times, parts, headcounts and attendances: E1 to E9 */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event-rules.h"

#include <glib/gi18n.h>

#include "dov-attendance.h"
#include "dov-curfew.h"
#include "dov-event-helper.h"
#include "dov-event-partner.h"
#include "dov-event-report.h"
#include "dov-event-times.h"
#include "dov-event.h"
#include "dov-film-screening.h"
#include "dov-fold.h"
#include "dov-headcount.h"
#include "dov-person.h"
#include "dov-seats.h"
#include "dov-work-plan-line.h"
#include "dov-work-plan.h"

/* A chain of moves longer than that has lost its way. */
#define MOST_MOVES 50

static const char *
mark_to_words (DovAgeMark mark)
{
  g_autoptr (GEnumClass) marks = g_type_class_ref (dov_age_mark_get_type ());
  GEnumValue *value = g_enum_get_value (marks, mark);

  return value != NULL ? value->value_nick : "";
}

/* E6: an event is marked at least as its film. */
static void
check_marks (DovEvent         *event,
             DovFilmScreening *film,
             DovRecord        *record,
             GPtrArray        *problems)
{
  if (film->age_mark > event->age_mark)
    dov_problems_add (problems, record, "age_mark", "E6",
                      _("The film is marked %s, the event only %s. Mark the event as the film is marked."),
                      mark_to_words (film->age_mark), mark_to_words (event->age_mark));
}

static void
check_film (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  DovFilmScreening *film = DOV_FILM_SCREENING (after);
  g_autoptr (DovRecord) event = dov_store_find (store, DOV_TYPE_EVENT, film->event_id, NULL);

  if (event != NULL)
    check_marks (DOV_EVENT (event), film, after, problems);
}

static void
check_mark_of_event (DovStore  *store,
                     DovRecord *before,
                     DovRecord *after,
                     GPtrArray *problems)
{
  DovQuery query = { .where = "event_id = ?1" };
  g_autoptr (DovRecord) film = NULL;

  query.params = g_variant_new ("(x)", dov_record_get_id (after));
  film = dov_store_find_first (store, DOV_TYPE_FILM_SCREENING, &query, NULL);
  if (film != NULL)
    check_marks (DOV_EVENT (after), DOV_FILM_SCREENING (film), after, problems);
}

static void
check_plan (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  DovWorkPlan *plan = DOV_WORK_PLAN (after);

  if (before != NULL && plan->since != NULL && plan->until != NULL)
    {
      g_autoptr (DovStatement) rows =
        dov_store_ask (store, "SELECT title FROM live_work_plan_line WHERE work_plan_id = ?1"
                       " AND due_on NOT BETWEEN ?2 AND ?3",
                       "(xDD)", dov_record_get_id (after), plan->since, plan->until);

      if (dov_statement_next (rows))
        dov_problems_add (problems, after, "since", NULL, _("“%s” would lie outside of the plan. Change its day first."),
                          dov_statement_column_text (rows, 0));
    }
}

/* A plan that comes from a file with its lines was approved with them. */
static gboolean
is_written_with (DovStore *store,
                 gint64    plan_id)
{
  g_autoptr (GArray) plans = dov_store_list_touched (store, DOV_TYPE_WORK_PLAN);

  for (guint i = 0; i < plans->len; i++)
    if (g_array_index (plans, gint64, i) == plan_id)
      return TRUE;

  return FALSE;
}

/* N8: what was approved is not changed in silence. That a work is done may always be told. */
static void
check_line (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  DovWorkPlanLine *line = DOV_WORK_PLAN_LINE (after != NULL ? after : before);
  g_autoptr (DovRecord) record = dov_store_find (store, DOV_TYPE_WORK_PLAN, line->work_plan_id, NULL);
  DovWorkPlan *plan;

  if (record == NULL)
    return;
  plan = DOV_WORK_PLAN (record);
  if (after != NULL && line->due_on != NULL && plan->since != NULL && plan->until != NULL &&
      (g_date_compare (line->due_on, plan->since) < 0 || g_date_compare (line->due_on, plan->until) > 0))
    dov_problems_add (problems, after, "due_on", NULL, _("This day is not in the plan. Check the date, or choose another plan."));
  if (plan->status != DOV_WORK_PLAN_STATUS_APPROVED || dov_record_is_removed (record) ||
      (before != NULL && after != NULL &&
       !dov_record_has_changed (before, after, "work_plan_id", "title", "area", "due_on", "due_words", NULL)))
    return;
  if (is_written_with (store, line->work_plan_id) ||
      (before == NULL && dov_store_ask_number (store, "SELECT id FROM live_work_plan_line WHERE id = ?1", "(x)",
                                               dov_record_get_id (after)) != 0))
    return;
  dov_problems_warn (problems, after != NULL ? after : before, NULL, "N8",
                     _("The plan is approved already. Type why it is changed."));
}

/* What goes on for longer, such as an exhibition, shares its room. */
#define LONGEST_IN_A_ROOM (24 * G_TIME_SPAN_HOUR)

#define EVENTS_THEN \
  "SELECT id, title, coalesce(place, ''), starts_at FROM live_event" \
  " WHERE lounge_id = ?1 AND id <> ?4 AND NOT outside" \
  " AND status IN ('planned', 'approved', 'held') AND starts_at > ?5 AND starts_at < ?3 AND ends_at > ?2" \
  " AND julianday(ends_at) - julianday(starts_at) <= 1 ORDER BY starts_at, id"

#define SESSIONS_THEN \
  "SELECT 0, g.name, coalesce(s.place, g.place, ''), s.starts_at FROM live_club_session s" \
  " JOIN live_club_group g ON g.id = s.group_id WHERE g.lounge_id = ?1 AND ?4 IS NOT NULL" \
  " AND s.starts_at > ?5 AND s.starts_at < ?3" \
  " AND strftime('%Y-%m-%dT%H:%M', s.starts_at, (s.hours * 60 / 1000) || ' minutes') > ?2 ORDER BY s.starts_at, s.id"

void
dov_event_clash_free (DovEventClash *clash)
{
  g_free (clash->title);
  g_date_time_unref (clash->starts_at);
  g_free (clash);
}

static gboolean
takes_a_room (DovEvent *event)
{
  return event->starts_at != NULL && event->ends_at != NULL && !event->outside &&
         (event->status == DOV_EVENT_STATUS_PLANNED || event->status == DOV_EVENT_STATUS_APPROVED ||
          event->status == DOV_EVENT_STATUS_HELD) &&
         g_date_time_difference (event->ends_at, event->starts_at) <= LONGEST_IN_A_ROOM;
}

static DovEventClash *
find_clash (DovStore   *store,
            DovEvent   *event,
            const char *sql)
{
  g_autoptr (GDateTime) earliest = g_date_time_add (event->starts_at, -LONGEST_IN_A_ROOM - G_TIME_SPAN_MINUTE);
  g_autofree char *since = dov_moment_to_iso (event->starts_at);
  g_autofree char *place = dov_fold (event->place);
  g_autofree char *title = dov_fold (event->title);
  g_autoptr (DovStatement) rows = dov_store_ask (store, sql, "(xsMxM)", event->lounge_id, since,
                                                 event->ends_at, dov_record_get_id (DOV_RECORD (event)),
                                                 earliest);

  while (dov_statement_next (rows))
    {
      g_autofree char *other = dov_fold (dov_statement_column_text (rows, 2));
      g_autofree char *other_title = dov_fold (dov_statement_column_text (rows, 1));
      DovEventClash *clash;

      /* The same event entered twice is another matter (E7). */
      if (!g_str_equal (other, place) ||
          (g_str_equal (other_title, title) && g_strcmp0 (since, dov_statement_column_text (rows, 3)) == 0))
        continue;
      clash = g_new0 (DovEventClash, 1);
      clash->event_id = dov_statement_column_integer (rows, 0);
      clash->title = g_strdup (dov_statement_column_text (rows, 1));
      if (!dov_moment_from_iso (dov_statement_column_text (rows, 3), &clash->starts_at) || clash->starts_at == NULL)
        clash->starts_at = g_date_time_ref (event->starts_at);
      return clash;
    }

  return NULL;
}

/**
 * dov_event_find_clash:
 * @event: stored or not
 *
 * Looks for what takes the same room of the same lounge at the same time:
 * another event, or a session of a group.
 *
 * Returns: (transfer full) (nullable): the first of them
 */
DovEventClash *
dov_event_find_clash (DovStore *store,
                      DovEvent *event)
{
  DovEventClash *clash = takes_a_room (event) ? find_clash (store, event, EVENTS_THEN) : NULL;

  return clash != NULL || !takes_a_room (event) ? clash : find_clash (store, event, SESSIONS_THEN);
}

/* Whether there may be people under 16 among those it is for. */
static gboolean
is_for_young (DovEvent *event)
{
  return event->audience == DOV_AUDIENCE_CHILDREN || event->audience == DOV_AUDIENCE_YOUTH ||
         event->audience == DOV_AUDIENCE_FAMILY || event->audience == DOV_AUDIENCE_ALL;
}

/**
 * dov_event_get_night:
 * @night: (out): when children must be at home on the day of the event
 * @age: (out): under what age
 *
 * Returns: whether the event is for children too and ends after that
 */
gboolean
dov_event_get_night (DovStore *store,
                     DovEvent *event,
                     DovTime  *night,
                     gint64   *age)
{
  g_autoptr (GDateTime) begins = NULL;
  GDate day;

  if (event->starts_at == NULL || event->ends_at == NULL || !is_for_young (event) ||
      event->status == DOV_EVENT_STATUS_CANCELLED || event->status == DOV_EVENT_STATUS_MOVED)
    return FALSE;

  /* Of what goes on for days the last one is asked. */
  day = dov_moment_get_date (g_date_time_difference (event->ends_at, event->starts_at) > LONGEST_IN_A_ROOM
                             ? event->ends_at : event->starts_at);
  *night = dov_curfew_get_night_start (store, &day);
  *age = dov_curfew_get_age_limit (store, &day);
  if (*night == DOV_NO_TIME)
    return FALSE;
  begins = dov_moment_new (&day, *night);

  return g_date_time_compare (event->ends_at, begins) > 0;
}

static void
check_room (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  DovEventClash *clash;
  g_autofree char *time = NULL;

  if (before != NULL && takes_a_room (DOV_EVENT (before)) &&
      !dov_record_has_changed (before, after, "starts_at", "ends_at", "lounge_id", "place", "outside", NULL))
    return;
  clash = dov_event_find_clash (store, DOV_EVENT (after));
  if (clash == NULL)
    return;

  time = dov_time_to_shown (dov_moment_get_time (clash->starts_at));
  dov_problems_warn (problems, after, "starts_at", "E3",
                     _("“%s” is in the same room at %s. Choose another time or place, or say why it is right."),
                     clash->title, time);
  dov_event_clash_free (clash);
}

static void
check_night (DovStore  *store,
             DovRecord *before,
             DovRecord *after,
             GPtrArray *problems)
{
  g_autofree char *time = NULL;
  DovTime night;
  gint64 age;

  if (!dov_event_get_night (store, DOV_EVENT (after), &night, &age))
    return;

  time = dov_time_to_shown (night);
  dov_problems_warn (problems, after, "ends_at", "E5",
                     _("After %s children under %d must be at home or with an adult. End earlier, or say who takes them home."),
                     time, (int) age);
}

/* E1 */

static gint64
count_people (DovStore *store,
              gint64    event_id)
{
  g_autoptr (DovEventHeadcount) headcount = dov_headcount_find (store, event_id);

  return headcount != NULL ? dov_event_headcount_get_total (headcount) : 0;
}

/* An event that was held has people who came, or a reason why nobody did. */
static void
check_held (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  if (DOV_EVENT (after)->status != DOV_EVENT_STATUS_HELD)
    return;
  if (count_people (store, dov_record_get_id (after)) == 0)
    dov_problems_warn (problems, after, "status", "E1",
                       _("Nobody is counted at this event. Type how many came, or say why it was held for nobody."));
}

/* The same when the headcount of such an event is emptied or taken away. */
static void
check_emptied (DovStore  *store,
               DovRecord *before,
               DovRecord *after,
               GPtrArray *problems)
{
  DovRecord *record = after != NULL ? after : before;
  g_autoptr (DovEvent) event = dov_store_look_up (store, DOV_TYPE_EVENT, DOV_EVENT_HEADCOUNT (record)->event_id);

  if (event == NULL || event->status != DOV_EVENT_STATUS_HELD || dov_record_is_removed (DOV_RECORD (event)))
    return;
  if (count_people (store, DOV_EVENT_HEADCOUNT (record)->event_id) == 0)
    dov_problems_warn (problems, record, NULL, "E1",
                       _("“%s” was held, but then nobody would be counted at it. Type how many came, or say why."),
                       event->title);
}

/* E2 */

/* A moved event leads to the one it was moved to, and never round in a circle. */
static void
check_moved (DovStore  *store,
             DovRecord *before,
             DovRecord *after,
             GPtrArray *problems)
{
  gint64 next = DOV_EVENT (after)->moved_to_id;

  if (DOV_EVENT (after)->status == DOV_EVENT_STATUS_MOVED && next == 0)
    dov_problems_add (problems, after, "moved_to_id", "E2",
                      _("Plan the event anew and name it here, or mark this one as cancelled."));

  for (int i = 0; next != 0 && i < MOST_MOVES; i++)
    {
      g_autoptr (DovEvent) event = dov_store_look_up (store, DOV_TYPE_EVENT, next);

      if (next == dov_record_get_id (after))
        {
          dov_problems_add (problems, after, "moved_to_id", "E2",
                            _("These events are moved to each other in a circle. Choose another event."));
          return;
        }
      next = event != NULL ? event->moved_to_id : 0;
    }
}

/* E6 */

static int
least_age (DovAgeMark mark)
{
  if (mark == DOV_AGE_MARK_18)
    return 18;

  return mark == DOV_AGE_MARK_16 ? 16 : 0;
}

static void
warn_young (DovStore   *store,
            DovRecord  *record,
            const char *field,
            DovEvent   *event,
            gint64      person_id,
            GPtrArray  *problems)
{
  g_autoptr (DovRecord) person = dov_store_find (store, DOV_TYPE_PERSON, person_id, NULL);
  g_autofree char *name = NULL;
  GDate on, *born = NULL;

  if (person == NULL || event->starts_at == NULL || least_age (event->age_mark) == 0)
    return;
  born = DOV_PERSON (person)->birth_date;
  on = dov_moment_get_date (event->starts_at);
  if (born == NULL || dov_age_on (born, &on) >= least_age (event->age_mark))
    return;

  name = dov_person_dup_name (DOV_PERSON (person));
  dov_problems_warn (problems, record, field, "E6",
                     _("The event is marked %d+, and %s is younger. Change the mark, or say why it is right."),
                     least_age (event->age_mark), name);
}

static gboolean
is_guest (DovAttendance *attendance)
{
  return (attendance->role == DOV_ATTENDANCE_ROLE_GUEST || attendance->role == DOV_ATTENDANCE_ROLE_PARENT) &&
         attendance->status != DOV_ATTENDANCE_STATUS_CANCELLED &&
         attendance->status != DOV_ATTENDANCE_STATUS_NO_SHOW;
}

/* Somebody who is put on the list of an event that is not for that age. */
static void
check_guest_age (DovStore  *store,
                 DovRecord *before,
                 DovRecord *after,
                 GPtrArray *problems)
{
  g_autoptr (DovEvent) event = NULL;

  if (after == NULL || !is_guest (DOV_ATTENDANCE (after)) ||
      (before != NULL && is_guest (DOV_ATTENDANCE (before)) &&
       !dov_record_has_changed (before, after, "event_id", "person_id", NULL)))
    return;
  event = dov_store_look_up (store, DOV_TYPE_EVENT, DOV_ATTENDANCE (after)->event_id);
  if (event != NULL)
    warn_young (store, after, "person_id", event, DOV_ATTENDANCE (after)->person_id, problems);
}

/* An event that gets such a mark when people are on its list already. */
static void
check_mark (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  g_autoptr (DovStatement) rows =
    dov_store_ask (store, "SELECT person_id FROM live_attendance WHERE event_id = ?1"
                   " AND role IN ('guest', 'parent') AND status NOT IN ('cancelled', 'no_show')",
                   "(x)", dov_record_get_id (after));

  while (dov_statement_next (rows))
    {
      guint told = problems->len;

      warn_young (store, after, "age_mark", DOV_EVENT (after), dov_statement_column_integer (rows, 0), problems);
      if (problems->len > told)
        return;
    }
}

/* E7 */

/* The same event entered twice would be counted twice. */
static void
check_twice (DovStore  *store,
             DovRecord *before,
             DovRecord *after,
             GPtrArray *problems)
{
  DovEvent *event = DOV_EVENT (after);
  g_autoptr (DovStatement) rows = NULL;
  g_autofree char *title = NULL;

  title = dov_fold (event->title);
  rows =
    dov_store_ask (store, "SELECT title FROM live_event WHERE starts_at = ?1 AND +lounge_id = ?2 AND id <> ?3"
                   " AND status NOT IN ('cancelled', 'moved')",
                   "(Mxx)", event->starts_at, event->lounge_id, dov_record_get_id (after));
  while (dov_statement_next (rows))
    {
      g_autofree char *other = dov_fold (dov_statement_column_text (rows, 0));

      if (g_str_equal (title, other))
        {
          dov_problems_warn (problems, after, "title", "E7",
                             _("An event of this name at this time is there already. Open that one, or say why there are two."));
          return;
        }
    }
}

static gboolean
is_to_come (DovEvent *event)
{
  GDate today = dov_today (), day;

  if (event->starts_at == NULL)
    return FALSE;
  day = dov_moment_get_date (event->starts_at);

  return g_date_compare (&day, &today) > 0;
}

/* What was moved or cancelled was not visited: people are counted where they came. */
static void
refuse_off (DovEvent   *event,
            DovRecord  *record,
            GPtrArray  *problems)
{
  if (event->status == DOV_EVENT_STATUS_MOVED)
    dov_problems_add (problems, record, "event_id", "E7",
                      _("“%s” was moved. Count people at the event it was moved to."), event->title);
  else if (event->status == DOV_EVENT_STATUS_CANCELLED)
    dov_problems_add (problems, record, "event_id", "E7",
                      _("“%s” was cancelled. Nobody is counted at it."), event->title);
}

static void
check_headcount (DovStore  *store,
                 DovRecord *before,
                 DovRecord *after,
                 GPtrArray *problems)
{
  DovEventHeadcount *headcount = DOV_EVENT_HEADCOUNT (after);
  g_autoptr (DovEvent) event = dov_store_follow (store, after, "event_id");

  if (event == NULL || dov_event_headcount_get_total (headcount) == 0)
    return;
  refuse_off (event, after, problems);
  if (is_to_come (event))
    dov_problems_add (problems, after, "event_id", "E1",
                      _("The event is still to come. Count who came on the day itself."));
}

/* A report is of what was held, and signed when it was over. */
static void
check_report (DovEvent  *event,
              DovRecord *told,
              DovRecord *record,
              GPtrArray *problems)
{
  DovEventReport *report = DOV_EVENT_REPORT (told);
  gboolean is_event = DOV_IS_EVENT (record);
  GDate day;

  if (event->starts_at == NULL)
    return;
  day = dov_moment_get_date (event->starts_at);
  if (is_to_come (event))
    dov_problems_add (problems, record, is_event ? "starts_at" : "event_id", "E1",
                      is_event ? _("There is a report of this event. Choose a day that is not to come, or remove the report.")
                               : _("The event is still to come. Write its report when it has been held."));
  else if (report->signed_on != NULL && g_date_compare (report->signed_on, &day) < 0)
    {
      g_autofree char *shown = dov_date_to_shown (&day);

      dov_problems_add (problems, record, is_event ? "starts_at" : "signed_on", "V5",
                        _("The event is of %s, and its report would be signed before. Check both days."), shown);
    }
}

/* A headcount stays behind when its event goes to a day that is to come. */
static void
check_counted (DovStore  *store,
               DovRecord *before,
               DovRecord *after,
               GPtrArray *problems)
{
  if (is_to_come (DOV_EVENT (after)) && count_people (store, dov_record_get_id (after)) > 0)
    dov_problems_add (problems, after, "starts_at", "E1",
                      _("People are counted at this event. Choose a day that is not to come, or take the numbers away."));
}

/* A headcount or visits stay behind when their event is moved or cancelled. */
static void
check_off (DovStore  *store,
           DovRecord *before,
           DovRecord *after,
           GPtrArray *problems)
{
  DovEvent *event = DOV_EVENT (after);
  DovNamed named = { 0 };

  if (event->status != DOV_EVENT_STATUS_CANCELLED && event->status != DOV_EVENT_STATUS_MOVED)
    return;
  if (!dov_headcount_count_named (store, event, &named, NULL))
    return;
  if (named.total > 0 || count_people (store, dov_record_get_id (after)) > 0)
    dov_problems_add (problems, after, "status", "E7",
                      _("People are counted at this event, so it took place. Remove them first, or leave it as held."));
}

/* E8 */

/* Those named fit into those counted, in all and in each band. */
static void
check_counts (DovStore  *store,
              DovEvent  *event,
              DovRecord *record,
              gboolean   only_warns,
              GPtrArray *problems)
{
  g_autoptr (DovEventHeadcount) headcount = dov_headcount_find (store, dov_record_get_id (DOV_RECORD (event)));
  void (*tell) (GPtrArray *, DovRecord *, const char *, const char *, const char *, ...) =
    only_warns ? dov_problems_warn : dov_problems_add;
  gboolean is_headcount = DOV_IS_EVENT_HEADCOUNT (record);
  DovNamed named = { 0 };
  guint told = problems->len;

  if (headcount == NULL || !dov_headcount_count_named (store, event, &named, NULL))
    return;

  for (DovBand band = 0; band < DOV_N_BANDS; band++)
    if (named.bands[band] > dov_event_headcount_get_band (headcount, band))
      tell (problems, record, is_headcount ? dov_band_get_field (band) : NULL, "E8",
            _("“%s”: %d of %s are marked by name, but only %d are counted. Raise the number or take a mark away."),
            event->title, (int) named.bands[band], dov_band_get_label (band),
            (int) dov_event_headcount_get_band (headcount, band));
  if (problems->len == told && named.total > dov_event_headcount_get_total (headcount))
    tell (problems, record, NULL, "E8",
          _("“%s”: %d people are marked by name, but only %d are counted. Raise the number or take a mark away."),
          event->title, (int) named.total, (int) dov_event_headcount_get_total (headcount));
}

static void
check_headcount_counts (DovStore  *store,
                        DovRecord *before,
                        DovRecord *after,
                        GPtrArray *problems)
{
  g_autoptr (DovEvent) event = dov_store_follow (store, after, "event_id");

  if (event != NULL)
    check_counts (store, event, after, FALSE, problems);
}

static void
check_attendance_counts (DovStore  *store,
                         DovRecord *before,
                         DovRecord *after,
                         GPtrArray *problems)
{
  g_autoptr (DovEvent) event = NULL;

  if (!dov_attendance_is_visit (DOV_ATTENDANCE (after)))
    return;
  event = dov_store_look_up (store, DOV_TYPE_EVENT, DOV_ATTENDANCE (after)->event_id);
  if (event == NULL)
    return;
  refuse_off (event, after, problems);
  check_counts (store, event, after, FALSE, problems);
}

/* On another day people may be a year older. */
static void
check_event_counts (DovStore  *store,
                    DovRecord *before,
                    DovRecord *after,
                    GPtrArray *problems)
{
  if (before != NULL && after != NULL && dov_record_has_changed (before, after, "starts_at", NULL))
    check_counts (store, DOV_EVENT (after), after, FALSE, problems);
}

/* Who gets another date of birth was in another band of events long past. The
 * date is right nevertheless; the headcount is to be mended. */
static void
check_person_counts (DovStore  *store,
                     DovRecord *before,
                     DovRecord *after,
                     GPtrArray *problems)
{
  g_autoptr (DovStatement) rows =
    dov_store_ask (store, "SELECT a.event_id FROM live_attendance a WHERE a.person_id = ?1"
                   " AND a.status IN ('checked_in', 'walk_in') AND a.role IN ('guest', 'parent')"
                   " ORDER BY a.event_id DESC",
                   "(x)", dov_record_get_id (after));

  while (dov_statement_next (rows))
    {
      g_autoptr (DovEvent) event = dov_store_look_up (store, DOV_TYPE_EVENT, dov_statement_column_integer (rows, 0));
      guint told = problems->len;

      if (event != NULL)
        check_counts (store, event, after, TRUE, problems);
      if (problems->len > told)
        return;
    }
}

/* E9 */

static void
check_attendance (DovStore  *store,
                  DovRecord *before,
                  DovRecord *after,
                  GPtrArray *problems)
{
  DovAttendance *attendance = DOV_ATTENDANCE (after);
  g_autoptr (DovEvent) event = dov_store_look_up (store, DOV_TYPE_EVENT, attendance->event_id);

  if (event != NULL && attendance->status == DOV_ATTENDANCE_STATUS_NO_SHOW && !event->registration)
    dov_problems_add (problems, after, "status", "E9",
                      _("“Did not come” is for events with registration only. Remove the person from the list instead."));
}

/* E9 when the event gives up its registration. */
static void
check_registration (DovStore  *store,
                    DovRecord *before,
                    DovRecord *after,
                    GPtrArray *problems)
{
  if (DOV_EVENT (after)->registration)
    return;
  if (dov_store_ask_number (store,
                            "SELECT id FROM live_attendance WHERE event_id = ?1 AND status = 'no_show'",
                            "(x)", dov_record_get_id (after)) != 0)
    dov_problems_add (problems, after, "registration", "E9",
                      _("Somebody is marked as “did not come”, so there was a registration. Change those marks first."));
}

/* Who is on the list of an event that gets such a mark, and gets another date of birth. */
static void
check_person_marks (DovStore  *store,
                    DovRecord *before,
                    DovRecord *after,
                    GPtrArray *problems)
{
  g_autoptr (DovStatement) rows =
    dov_store_ask (store, "SELECT a.event_id FROM live_attendance a JOIN live_event e ON e.id = a.event_id"
                   " WHERE a.person_id = ?1 AND e.age_mark IN ('16+', '18+') AND a.role IN ('guest', 'parent')"
                   " AND a.status NOT IN ('cancelled', 'no_show')", "(x)", dov_record_get_id (after));
  guint told = problems->len;

  while (problems->len == told && dov_statement_next (rows))
    {
      g_autoptr (DovEvent) event = dov_store_look_up (store, DOV_TYPE_EVENT, dov_statement_column_integer (rows, 0));

      if (event != NULL)
        warn_young (store, after, "birth_date", event, dov_record_get_id (after), problems);
    }
}

/* V5: nobody comes long before an event, nor long after it, nor to one that is still to come. */

#define LONGEST_BESIDE (12 * G_TIME_SPAN_HOUR)

static gboolean
is_same_day (GDateTime *a,
             GDateTime *b)
{
  GDate first = dov_moment_get_date (a), second = dov_moment_get_date (b);

  return g_date_compare (&first, &second) == 0;
}

static gboolean
is_near (DovEvent  *event,
         GDateTime *at)
{
  return (g_date_time_difference (event->starts_at, at) <= LONGEST_BESIDE || is_same_day (event->starts_at, at)) &&
         (g_date_time_difference (at, event->ends_at) <= LONGEST_BESIDE || is_same_day (event->ends_at, at));
}

static void
check_arrival (DovEvent  *event,
               DovRecord *told,
               DovRecord *record,
               GPtrArray *problems)
{
  DovAttendance *attendance = DOV_ATTENDANCE (told);
  gboolean is_event = DOV_IS_EVENT (record);

  if (event->starts_at == NULL || event->ends_at == NULL)
    return;
  if (dov_attendance_was_there (attendance) && is_to_come (event))
    dov_problems_add (problems, record, is_event ? "starts_at" : "status", "E1",
                      is_event ? _("Somebody is marked as having come. Choose a day that is not to come, or take the marks away.")
                               : _("The event is still to come. Mark who came on the day itself."));
  else if (attendance->check_in_at != NULL && !is_near (event, attendance->check_in_at))
    {
      g_autofree char *at = dov_moment_to_shown (attendance->check_in_at);
      g_autofree char *since = dov_moment_to_shown (event->starts_at);

      dov_problems_add (problems, record, is_event ? "starts_at" : "check_in_at", "V5",
                        _("The event is on %1$s, and somebody would have come to it on %2$s. Check both times."), since, at);
    }
}

/* What is told of an event, and fits its day; @record is the one that is saved, the event or what tells. */
static const struct
{
  GType  (*type)  (void);
  void   (*check) (DovEvent *event, DovRecord *told, DovRecord *record, GPtrArray *problems);
} tellings[] = { { dov_attendance_get_type, check_arrival }, { dov_event_report_get_type, check_report } };

static void
check_told (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  g_autoptr (DovEvent) event = dov_store_follow (store, after, "event_id");

  for (guint i = 0; event != NULL && i < G_N_ELEMENTS (tellings); i++)
    if (tellings[i].type () == G_OBJECT_TYPE (after))
      tellings[i].check (event, after, after, problems);
}

/* It stays behind when its event goes to another day; one trouble is enough. */
static void
check_all_told (DovStore  *store,
                DovRecord *before,
                DovRecord *after,
                GPtrArray *problems)
{
  guint n = problems->len;

  for (guint i = 0; i < G_N_ELEMENTS (tellings); i++)
    {
      DovQuery query = { .where = "event_id = ?1", .params = g_variant_new ("(x)", dov_record_get_id (after)) };
      g_autoptr (GPtrArray) told = dov_store_read (store, tellings[i].type (), &query);

      for (guint t = 0; t < told->len && problems->len == n; t++)
        tellings[i].check (DOV_EVENT (after), told->pdata[t], after, problems);
    }
}

static const DovOnce once[] = {
  { dov_event_headcount_get_type, "event_id", 0, "event_id", "E7",
    N_("The people of this event are counted already. Change those numbers instead."), NULL },
  { dov_attendance_get_type, "event_id person_id", 0, "person_id", "E8",
    N_("This person is on the list of the event already. Change that mark instead."), NULL },
  { dov_film_screening_get_type, "event_id", 0, "event_id", "E6",
    N_("The film of this event is known already. Change that one, or plan another event."), NULL },
  { dov_event_report_get_type, "event_id", 0, "event_id", NULL,
    N_("There is a report of this event already. Change that one."), NULL },
  { dov_event_helper_get_type, "event_id person_id", 0, "person_id", NULL,
    N_("This person helps at the event already. Change that line instead."), NULL },
  { dov_event_partner_get_type, "event_id organisation_id", 0, "organisation_id", NULL,
    N_("This partner is named already. Change that line instead."), NULL },
  { dov_work_plan_get_type, "lounge_id period_kind since", 0, "since", NULL,
    N_("There is a plan of this lounge for this time already. Open that one."), NULL },
};

static const DovRuleOf rules[] = {
  { dov_event_get_type, DOV_RULE_OF_KEPT, "age_mark starts_at", check_mark },
  { dov_event_get_type, 0, "title lounge_id starts_at", check_twice },
  { dov_event_get_type, DOV_RULE_AT_END, "status", check_held },
  { dov_event_get_type, DOV_RULE_AT_END, "status moved_to_id", check_moved },
  { dov_event_get_type, DOV_RULE_AT_END, "status", check_off },
  { dov_event_get_type, DOV_RULE_AT_END, NULL, check_event_counts },
  { dov_event_get_type, DOV_RULE_AT_END | DOV_RULE_OF_KEPT, "registration", check_registration },
  { dov_event_headcount_get_type, DOV_RULE_AT_END, NULL, check_headcount },
  { dov_event_headcount_get_type, DOV_RULE_AT_END, NULL, check_headcount_counts },
  { dov_event_headcount_get_type, DOV_RULE_AT_END, NULL, check_emptied },
  { dov_attendance_get_type, 0, NULL, check_guest_age },
  { dov_attendance_get_type, DOV_RULE_AT_END, "event_id status", check_attendance },
  { dov_attendance_get_type, DOV_RULE_AT_END, "event_id person_id status role", check_attendance_counts },
  { dov_person_get_type, DOV_RULE_AT_END | DOV_RULE_OF_KEPT, "birth_date birth_year", check_person_counts },
  { dov_person_get_type, DOV_RULE_AT_END | DOV_RULE_OF_KEPT, "birth_date", check_person_marks },
  { dov_attendance_get_type, DOV_RULE_AT_END, "event_id status check_in_at", check_told },
  { dov_event_get_type, DOV_RULE_AT_END | DOV_RULE_OF_KEPT, "starts_at", check_counted },
  { dov_event_get_type, DOV_RULE_AT_END | DOV_RULE_OF_KEPT, "starts_at ends_at", check_all_told },
  { dov_event_report_get_type, DOV_RULE_AT_END, "event_id signed_on", check_told },
  { dov_event_get_type, 0, "starts_at ends_at lounge_id place outside status", check_room },
  { dov_event_get_type, 0, "starts_at ends_at audience", check_night },
  { dov_film_screening_get_type, DOV_RULE_AT_END, "event_id age_mark", check_film },
  { dov_event_get_type, DOV_RULE_AT_END | DOV_RULE_OF_KEPT, "age_mark", check_mark_of_event },
  { dov_work_plan_get_type, DOV_RULE_AT_END, "lounge_id period_kind since until", check_plan },
  { dov_work_plan_line_get_type, 0, NULL, check_line },
};

void
dov_event_rules_install (DovStore *store)
{
  dov_store_add_once (store, once, G_N_ELEMENTS (once));
  dov_store_add_rules (store, rules, G_N_ELEMENTS (rules));

  dov_seats_rules_install (store);
}
