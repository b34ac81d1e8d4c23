/* dov-club-rules.c - what holds of groups, their members, sessions and marks: G1 to G8 */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-club-rules.h"

#include "dov-club-attendance.h"
#include "dov-club-group.h"
#include "dov-club-member.h"
#include "dov-club-session.h"
#include "dov-club-slot.h"
#include "dov-fold.h"
#include "dov-number.h"
#include "dov-person.h"
#include "dov-settings.h"

#include <glib/gi18n.h>

/* In thousandths. */
#define MOST_HOURS 12000

#define CHILD_UPPER_AGE 13
#define YOUTH_UPPER_AGE 35
#define ADULT_AGE       18

static char *
dup_name (DovStore *store,
          gint64    person_id)
{
  g_autoptr (DovPerson) person = dov_store_look_up (store, DOV_TYPE_PERSON, person_id);

  return person != NULL ? dov_person_dup_name (person) : g_strdup ("");
}

/* How long a session lasts. */
static void
check_hours (DovStore  *store,
             DovRecord *before,
             DovRecord *after,
             GPtrArray *problems)
{
  gint64 hours = dov_record_get_number (after, "hours");

  if (hours != DOV_UNKNOWN && hours <= 0)
    dov_problems_add (problems, after, "hours", "V6", _("Type how long a session lasts, such as 1,5."));
  else if (hours > MOST_HOURS)
    dov_problems_add (problems, after, "hours", "V6", _("A session lasts 12 hours at most. Check the number."));
}

/* G1: a session lies in the season of its group, and in the years of its life. */

static void
check_day (DovRecord    *record,
           const char   *field,
           DovClubGroup *group,
           const GDate  *day,
           GPtrArray    *problems)
{
  g_autofree char *shown = dov_date_to_shown (day);
  g_autofree char *season = NULL;

  if (dov_club_group_has_day (group, day))
    return;
  if (group->founded_on != NULL && g_date_compare (day, group->founded_on) < 0)
    dov_problems_add (problems, record, field, "G1",
                      _("“%s” was founded later than %s. Choose another day, or change the group."), group->name, shown);
  else if (group->closed_on != NULL && g_date_compare (day, group->closed_on) > 0)
    dov_problems_add (problems, record, field, "G1",
                      _("“%s” was closed before %s. Choose another day, or change the group."), group->name, shown);
  else
    {
      season = dov_record_dup_shown (DOV_RECORD (group), dov_record_find_field (DOV_RECORD (group), "season"));
      dov_problems_add (problems, record, field, "G1",
                        _("“%s” works in its season: %s. Choose another day than %s, or change the season of the group."),
                        group->name, season, shown);
    }
}

static void
check_session (DovStore  *store,
               DovRecord *before,
               DovRecord *after,
               GPtrArray *problems)
{
  DovClubSession *session = DOV_CLUB_SESSION (after);
  g_autoptr (DovClubGroup) group = dov_store_follow (store, session, "group_id");
  GDate day;

  if (session->starts_at == NULL || group == NULL)
    return;
  day = dov_moment_get_date (session->starts_at);
  check_day (after, "starts_at", group, &day, problems);
}

/* The group itself is changed around its sessions. */
static void
check_group (DovStore  *store,
             DovRecord *before,
             DovRecord *after,
             GPtrArray *problems)
{
  DovClubGroup *group = DOV_CLUB_GROUP (after);
  g_autoptr (DovStatement) rows = NULL;

  if (group->status == DOV_CLUB_STATUS_CLOSED && group->closed_on == NULL)
    dov_problems_add (problems, after, "closed_on", "G1", _("Type the day on which the group was closed."));
  if (before == NULL || !dov_record_has_changed (before, after, "founded_on", "closed_on", "season", NULL))
    return;

  rows = dov_store_ask (store, "SELECT date(starts_at) FROM live_club_session WHERE group_id = ?1"
                        " ORDER BY starts_at DESC",
                        "(x)", dov_record_get_id (after));
  while (dov_statement_next (rows))
    {
      g_autoptr (GDate) day = NULL;
      g_autofree char *shown = NULL;

      dov_date_from_iso (dov_statement_column_text (rows, 0), &day);
      if (day == NULL || dov_club_group_has_day (group, day))
        continue;
      shown = dov_date_to_shown (day);
      if (dov_record_has_changed (before, after, "season", NULL))
        dov_problems_warn (problems, after, "season", "G1",
                           _("The group has a session on %s, outside this season. Choose another season, or say why it changes."),
                           shown);
      else
        dov_problems_add (problems, after, group->closed_on != NULL ? "closed_on" : "founded_on", "G1",
                          _("The group has a session on %s. Remove that session first, or choose another day."), shown);
      return;
    }
}

/* G2: who is marked belongs to the group on that day. */

/* The sessions with a mark of somebody who does not belong to the group then:
 * those of one person in a group, or of one session. */
#define STRAYS \
  "SELECT s.id, a.person_id, date(s.starts_at) FROM live_club_attendance a JOIN live_club_session s ON s.id = a.session_id" \
  " WHERE %s AND NOT EXISTS (" \
  "SELECT 1 FROM live_club_member m WHERE m.group_id = s.group_id AND m.person_id = a.person_id" \
  " AND m.since <= date(s.starts_at) AND (m.until IS NULL OR m.until >= date(s.starts_at)))" \
  " ORDER BY s.starts_at LIMIT 1"

static gboolean
find_stray (DovStore   *store,
            const char *which,
            gint64      first,
            gint64      second,
            gint64     *person_id,
            char      **day)
{
  g_autofree char *sql = g_strdup_printf (STRAYS, which);
  g_autoptr (DovStatement) rows = dov_store_ask (store, sql, second != 0 ? "(xx)" : "(x)", first, second);
  g_autoptr (GDate) date = NULL;

  if (!dov_statement_next (rows))
    return FALSE;

  dov_date_from_iso (dov_statement_column_text (rows, 2), &date);
  *person_id = dov_statement_column_integer (rows, 1);
  *day = dov_date_to_shown (date);

  return TRUE;
}

/* G3 once a session, G4 not before the session. */
static void
check_mark (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  DovClubAttendance *mark = DOV_CLUB_ATTENDANCE (after);
  g_autoptr (DovClubSession) session = dov_store_follow (store, mark, "session_id");
  g_autofree char *day = NULL;
  g_autofree char *name = NULL;
  GDate today = dov_today (), on;
  gint64 stray = 0;

  if (session == NULL || session->starts_at == NULL)
    return;

  name = dup_name (store, mark->person_id);
  on = dov_moment_get_date (session->starts_at);
  if (g_date_compare (&on, &today) > 0)
    dov_problems_add (problems, after, "session_id", "G4",
                      _("The session is still to come. Mark who was there on the day itself."));
  if (dov_store_ask_number (store, "SELECT id FROM live_club_attendance WHERE session_id = ?1 AND person_id = ?2"
                                   " AND id <> ?3",
                            "(xxx)", mark->session_id, mark->person_id, dov_record_get_id (after)) != 0)
    dov_problems_add (problems, after, "person_id", "G3",
                      _("%s is marked at this session already. Change that mark instead."), name);
  if (find_stray (store, "a.session_id = ?1 AND a.person_id = ?2", mark->session_id, mark->person_id, &stray, &day))
    dov_problems_add (problems, after, "person_id", "G2",
                      _("%s is no member of the group on %s. Add the person to the group first."), name, day);
}

/* A session that is moved takes its marks along. */
static void
check_moved (DovStore  *store,
             DovRecord *before,
             DovRecord *after,
             GPtrArray *problems)
{
  DovClubSession *session = DOV_CLUB_SESSION (after);
  gint64 id = 0, stray = 0;
  g_autofree char *day = NULL;
  g_autofree char *name = NULL;
  GDate today = dov_today (), on;

  if (session->starts_at == NULL)
    return;
  id = dov_record_get_id (after);
  on = dov_moment_get_date (session->starts_at);
  if (g_date_compare (&on, &today) > 0 &&
      dov_store_ask_number (store, "SELECT id FROM live_club_attendance WHERE session_id = ?1", "(x)", id) != 0)
    dov_problems_add (problems, after, "starts_at", "G4",
                      _("People are marked at this session, so it was held. Choose a day that is not to come."));
  if (find_stray (store, "a.session_id = ?1", id, 0, &stray, &day))
    {
      name = dup_name (store, stray);
      dov_problems_add (problems, after, "starts_at", "G2",
                        _("%s is marked at this session, but is no member of the group on %s. Choose another day."),
                        name, day);
    }
}

/* G5: two in one room, or one leader at two sessions, at the same time: warned. */

static gboolean
is_same_place (const char *one,
               const char *other)
{
  g_autofree char *first = dov_fold (one);
  g_autofree char *second = dov_fold (other);

  return g_str_equal (first, second);
}

static DovStatement *
find_at_same_time (DovStore       *store,
                   const char     *sql,
                   DovClubSession *session,
                   DovClubGroup   *group)
{
  g_autoptr (GDateTime) ends_at = dov_club_session_dup_end (session);
  DovStatement *rows = dov_store_ask (store, sql, "(xMMx)", group->lounge_id, session->starts_at, ends_at,
                                      dov_record_get_id (DOV_RECORD (session)));

  return rows;
}

#define SESSIONS_THEN \
  "SELECT g.name, coalesce(s.place, g.place, ''), coalesce(s.leader_id, g.leader_id) FROM live_club_session s" \
  " JOIN live_club_group g ON g.id = s.group_id WHERE g.lounge_id = ?1 AND s.id <> ?4" \
  " AND s.starts_at BETWEEN date(?2, '-1 day') AND ?3 AND s.starts_at < ?3" \
  " AND strftime('%Y-%m-%dT%H:%M', s.starts_at, (s.hours * 60 / 1000) || ' minutes') > ?2 ORDER BY s.starts_at, s.id"

#define EVENTS_THEN \
  "SELECT title, coalesce(place, ''), NULL FROM live_event WHERE lounge_id = ?1 AND ?4 IS NOT NULL" \
  " AND status IN ('planned', 'approved', 'held') AND outside = 0" \
  " AND starts_at < ?3 AND ends_at > ?2 ORDER BY starts_at, id"

static gboolean
warn_clash (DovRecord    *record,
            DovStatement *rows,
            const char   *place,
            gint64        leader_id,
            GPtrArray    *problems)
{
  while (dov_statement_next (rows))
    {
      const char *title = dov_statement_column_text (rows, 0);

      if (is_same_place (place, dov_statement_column_text (rows, 1)))
        dov_problems_warn (problems, record, "starts_at", "G5",
                           _("“%s” is at this time in the same room. Choose another time or place, or say why it is right."),
                           title);
      else if (dov_statement_column_integer (rows, 2) == leader_id)
        dov_problems_warn (problems, record, "starts_at", "G5",
                           _("The leader has “%s” at this time. Choose another time or leader, or say why it is right."),
                           title);
      else
        continue;
      return TRUE;
    }

  return FALSE;
}

static void
check_room (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  DovClubSession *session = DOV_CLUB_SESSION (after);
  g_autoptr (DovClubGroup) group = dov_store_follow (store, session, "group_id");
  g_autoptr (DovStatement) sessions = NULL;
  g_autoptr (DovStatement) events = NULL;
  const char *place = NULL;
  gint64 leader_id = 0;

  if (session->starts_at == NULL || session->hours == DOV_UNKNOWN || group == NULL)
    return;

  place = *session->place != '\0' ? session->place : group->place;
  leader_id = session->leader_id != 0 ? session->leader_id : group->leader_id;
  sessions = find_at_same_time (store, SESSIONS_THEN, session, group);
  if (warn_clash (after, sessions, place, leader_id, problems))
    return;
  events = find_at_same_time (store, EVENTS_THEN, session, group);
  warn_clash (after, events, place, leader_id, problems);
}

/* G6: members of an age that the group is not for: warned. */

static int
child_upper_age (DovStore *store)
{
  g_autoptr (DovRecord) settings = dov_store_find_first (store, DOV_TYPE_SETTINGS, NULL, NULL);
  gint64 age = settings != NULL ? DOV_SETTINGS (settings)->child_upper_age : DOV_UNKNOWN;

  return age != DOV_UNKNOWN ? (int) age : CHILD_UPPER_AGE;
}

static gboolean
is_of_age (DovStore  *store,
           DovClubAge age_group,
           int        age)
{
  switch (age_group)
    {
    case DOV_CLUB_AGE_CHILDREN:
      return age <= child_upper_age (store);

    case DOV_CLUB_AGE_YOUTH:
      return age > child_upper_age (store) && age <= YOUTH_UPPER_AGE;

    case DOV_CLUB_AGE_ADULTS:
      return age >= ADULT_AGE;

    case DOV_CLUB_AGE_MIXED:
    default:
      return TRUE;
    }
}

static void
check_age (DovStore  *store,
           DovRecord *before,
           DovRecord *after,
           GPtrArray *problems)
{
  DovClubMember *member = DOV_CLUB_MEMBER (after);
  g_autoptr (DovClubGroup) group = dov_store_follow (store, member, "group_id");
  g_autoptr (DovPerson) person = dov_store_follow (store, member, "person_id");
  g_autofree char *name = NULL;
  g_autofree char *age_group = NULL;
  int age = 0;

  if (member->since == NULL || group == NULL || person == NULL || person->birth_date == NULL)
    return;
  age = dov_age_on (person->birth_date, member->since);
  if (is_of_age (store, group->age_group, age))
    return;

  name = dov_person_dup_name (person);
  age_group = dov_record_dup_shown (DOV_RECORD (group), dov_record_find_field (DOV_RECORD (group), "age_group"));
  dov_problems_warn (problems, after, "person_id", "G6",
                     ngettext ("The group is for another age (%s), and %s is %d year old. Check it, or say why it is right.",
                               "The group is for another age (%s), and %s is %d years old. Check it, or say why it is right.",
                               (gulong) age),
                     age_group, name, age);
}

/* G1: a group that is closed admits nobody. */
static void
check_admitted (DovStore  *store,
                DovRecord *before,
                DovRecord *after,
                GPtrArray *problems)
{
  DovClubMember *member = DOV_CLUB_MEMBER (after);
  g_autoptr (DovClubGroup) group = dov_store_follow (store, member, "group_id");

  if (group != NULL && group->closed_on != NULL && member->since != NULL &&
      g_date_compare (member->since, group->closed_on) > 0)
    dov_problems_add (problems, after, "since", "G1", _("“%s” is closed. Nobody is admitted to it any more."),
                      group->name);
}

/* G8: marks never stand without the membership they were made in. */

static void
tell_stray (DovStore   *store,
            gint64      group_id,
            gint64      person_id,
            DovRecord  *record,
            const char *field,
            GPtrArray  *problems)
{
  g_autofree char *day = NULL;
  g_autofree char *name = NULL;
  gint64 stray = 0;

  if (!find_stray (store, "s.group_id = ?1 AND a.person_id = ?2", group_id, person_id, &stray, &day))
    return;
  name = dup_name (store, stray);
  dov_problems_add (problems, record, field, "G8",
                    _("%s is marked at the session on %s. Take that mark away first, or choose another day."), name, day);
}

static void
check_membership (DovStore  *store,
                  DovRecord *before,
                  DovRecord *after,
                  GPtrArray *problems)
{
  DovClubMember *member = DOV_CLUB_MEMBER (before);

  if (before == NULL || (after != NULL && !dov_record_has_changed (before, after, "group_id", "person_id", "since",
                                                                  "until", NULL)))
    return;
  tell_stray (store, member->group_id, member->person_id, after != NULL ? after : before,
              after == NULL ? NULL : DOV_CLUB_MEMBER (after)->until != NULL ? "until" : "since", problems);
}

static const DovOnce once[] = {
  { dov_club_slot_get_type, "group_id weekday time", DOV_ONCE_AT_SAVE, "time", NULL,
    N_("This weekday and time are in the schedule already."), NULL },
  { dov_club_session_get_type, "group_id starts_at", 0, "starts_at", "G3",
    N_("The group has a session at this time already. Open that one, or choose another time."), NULL },
  /* Who comes back has another line of membership. */
  { dov_club_member_get_type, "group_id person_id", DOV_ONCE_BY_DAYS, "person_id", "G7",
    N_("This person is in the group already. Write down the day of leaving before the person comes back."), NULL },
};

static const DovRuleOf rules[] = {
  { dov_club_group_get_type, 0, "", check_group },
  { dov_club_slot_get_type, 0, "", check_hours },
  { dov_club_session_get_type, 0, "", check_hours },
  { dov_club_session_get_type, 0, "group_id starts_at", check_session },
  { dov_club_session_get_type, 0, "group_id starts_at hours place leader_id", check_room },
  { dov_club_session_get_type, DOV_RULE_AT_END | DOV_RULE_OF_KEPT, "group_id starts_at", check_moved },
  { dov_club_member_get_type, 0, "group_id person_id since", check_age },
  { dov_club_member_get_type, DOV_RULE_AT_END, "group_id person_id since until", check_admitted },
  { dov_club_member_get_type, DOV_RULE_AT_END, NULL, check_membership },
  { dov_club_attendance_get_type, DOV_RULE_AT_END, "session_id person_id", check_mark },
};

void
dov_club_rules_install (DovStore *store)
{
  dov_store_add_once (store, once, G_N_ELEMENTS (once));
  dov_store_add_rules (store, rules, G_N_ELEMENTS (rules));
}
