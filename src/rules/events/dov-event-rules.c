/* dov-event-rules.c - what holds of events, their headcounts and attendances: E1, E2, E6 to E9 */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event-rules.h"

#include "dov-attendance.h"
#include "dov-event.h"
#include "dov-fold.h"
#include "dov-headcount.h"
#include "dov-person.h"
#include "dov-seats.h"

#include <glib/gi18n.h>

/* A chain of moves longer than that has lost its way. */
#define MOST_MOVES 50

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

  if (event == NULL)
    return;
  if (dov_event_headcount_get_total (headcount) > 0)
    refuse_off (event, after, problems);
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

static const DovOnce once[] = {
  { dov_event_headcount_get_type, "event_id", 0, "event_id", "E7",
    N_("The people of this event are counted already. Change those numbers instead."), NULL },
  { dov_attendance_get_type, "event_id person_id", 0, "person_id", "E8",
    N_("This person is on the list of the event already. Change that mark instead."), NULL },
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
};

void
dov_event_rules_install (DovStore *store)
{
  dov_store_add_once (store, once, G_N_ELEMENTS (once));
  dov_store_add_rules (store, rules, G_N_ELEMENTS (rules));

  dov_event_time_rules_install (store);
  dov_event_part_rules_install (store);
  dov_seats_rules_install (store);
}
