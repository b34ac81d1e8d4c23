/* dov-event-time-rules.c - the room and the hour of an event: E3 and E5 */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event-rules.h"

#include "dov-curfew.h"
#include "dov-event-times.h"
#include "dov-fold.h"

#include <glib/gi18n.h>

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

static const DovRuleOf rules[] = {
  { dov_event_get_type, 0, "starts_at ends_at lounge_id place outside status", check_room },
  { dov_event_get_type, 0, "starts_at ends_at audience", check_night },
};

void
dov_event_time_rules_install (DovStore *store)
{
  dov_store_add_rules (store, rules, G_N_ELEMENTS (rules));
}
