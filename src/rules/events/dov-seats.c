/* dov-seats.c - the places at an event with registration, and who waits for one (E4) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-seats.h"

#include "dov-headcount.h"
#include "dov-lounge.h"

#include <glib/gi18n.h>

#define GUESTS "event_id = ?1 AND role IN ('guest', 'parent')"

/* Whether people put their names down for a limited number of places. */
static gboolean
has_limit (DovEvent *event)
{
  return event->registration && event->seat_limit != DOV_UNKNOWN;
}

/**
 * dov_seats_count:
 * @seats: (out caller-allocates): the places of @event
 */
gboolean
dov_seats_count (DovStore  *store,
                 DovEvent  *event,
                 DovSeats  *seats,
                 GError   **error)
{
  g_autoptr (DovRecord) lounge = dov_store_look_up (store, DOV_TYPE_LOUNGE, event->lounge_id);
  g_autoptr (DovEventHeadcount) headcount = dov_headcount_find (store, dov_record_get_id (DOV_RECORD (event)));
  g_autoptr (DovStatement) row =
    dov_store_see (store, "SELECT coalesce(sum(status IN ('registered', 'checked_in')), 0),"
                   " coalesce(sum(status = 'waiting'), 0),"
                   " coalesce(sum(status IN ('checked_in', 'walk_in')), 0) FROM live_attendance WHERE " GUESTS,
                   "(x)", dov_record_get_id (DOV_RECORD (event)));

  *seats = (DovSeats) { .limit = DOV_UNKNOWN, .capacity = DOV_UNKNOWN };
  if (!dov_statement_next (row))
    return dov_store_has_seen (store, error);

  if (has_limit (event))
    seats->limit = event->seat_limit;
  if (lounge != NULL && !event->outside)
    seats->capacity = DOV_LOUNGE (lounge)->capacity;
  seats->taken = dov_statement_column_integer (row, 0);
  seats->waiting = dov_statement_column_integer (row, 1);
  seats->came = MAX (dov_statement_column_integer (row, 2),
                     headcount != NULL ? dov_event_headcount_get_total (headcount) : 0);

  return TRUE;
}

/**
 * dov_seats_get_free:
 *
 * Returns: how many more may put their names down, never below 0; very many without a limit
 */
gint64
dov_seats_get_free (const DovSeats *seats)
{
  if (seats->limit == DOV_UNKNOWN)
    return G_MAXINT64;

  return MAX (0, seats->limit - seats->taken);
}

/**
 * dov_seats_get_over:
 *
 * Everybody who comes is let in, but not more than fit.
 *
 * Returns: how many more came than the lounge holds or places were given; 0 when they fit
 */
gint64
dov_seats_get_over (const DovSeats *seats)
{
  gint64 most = seats->limit != DOV_UNKNOWN ? seats->limit : G_MAXINT64;

  if (seats->capacity != DOV_UNKNOWN)
    most = MIN (most, seats->capacity);

  return MAX (0, seats->came - most);
}

/**
 * dov_seats_choose_status:
 *
 * Returns: what becomes of somebody who wants a place now: registered, or
 *   waiting where none is free
 */
DovAttendanceStatus
dov_seats_choose_status (DovStore *store,
                         DovEvent *event)
{
  DovSeats seats;

  if (!has_limit (event) || !dov_seats_count (store, event, &seats, NULL))
    return DOV_ATTENDANCE_STATUS_REGISTERED;

  return dov_seats_get_free (&seats) > 0 ? DOV_ATTENDANCE_STATUS_REGISTERED : DOV_ATTENDANCE_STATUS_WAITING;
}

/* ---- the rules ---- */

/* Nobody gets a place that is not there. */
static void
check_place (DovStore  *store,
             DovRecord *before,
             DovRecord *after,
             GPtrArray *problems)
{
  DovAttendance *attendance = DOV_ATTENDANCE (after);
  g_autoptr (DovEvent) event = NULL;
  DovSeats seats;

  if (attendance->status != DOV_ATTENDANCE_STATUS_REGISTERED ||
      (attendance->role != DOV_ATTENDANCE_ROLE_GUEST && attendance->role != DOV_ATTENDANCE_ROLE_PARENT))
    return;
  event = dov_store_look_up (store, DOV_TYPE_EVENT, attendance->event_id);
  if (event == NULL || !has_limit (event) || !dov_seats_count (store, event, &seats, NULL))
    return;
  if (seats.taken > seats.limit)
    dov_problems_add (problems, after, "status", "E4",
                      _("“%s” has %d places, and all are taken. Put the person on the waiting list, or raise the limit."),
                      event->title, (int) seats.limit);
}

/* Fewer places than people who have one already. */
static void
check_limit (DovStore  *store,
             DovRecord *before,
             DovRecord *after,
             GPtrArray *problems)
{
  DovSeats seats;

  if (!has_limit (DOV_EVENT (after)) || !dov_seats_count (store, DOV_EVENT (after), &seats, NULL))
    return;
  if (seats.taken > seats.limit)
    dov_problems_warn (problems, after, "seat_limit", "E4",
                       _("%d people have a place already, and only %d are left. Raise the limit, or say why it is right."),
                       (int) seats.taken, (int) seats.limit);
}

/* ---- a place that is free again ---- */

static gboolean
is_open (DovEvent *event)
{
  GDate today = dov_today (), day;

  if (event->starts_at == NULL || dov_record_is_removed (DOV_RECORD (event)) ||
      (event->status != DOV_EVENT_STATUS_DRAFT && event->status != DOV_EVENT_STATUS_PLANNED &&
       event->status != DOV_EVENT_STATUS_APPROVED))
    return FALSE;
  day = dov_moment_get_date (event->starts_at);

  return g_date_compare (&day, &today) >= 0;
}

static gboolean
has_id (GArray *ids,
        gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

/* Whoever waits longest gets the place. Those whom this very operation put on
 * the waiting list stay there: somebody meant it so. */
static gboolean
give_places (DovStore  *store,
             DovEvent  *event,
             GArray    *touched,
             GError   **error)
{
  g_autoptr (GArray) waiting = NULL;
  DovSeats seats;
  gint64 n_free;

  if (!is_open (event) || !event->registration || !dov_seats_count (store, event, &seats, NULL) || seats.waiting == 0)
    return TRUE;
  n_free = dov_seats_get_free (&seats);
  if (n_free == 0)
    return TRUE;
  waiting = dov_store_see_ids (store, "SELECT id FROM live_attendance WHERE " GUESTS " AND status = 'waiting' ORDER BY id",
                               "(x)", dov_record_get_id (DOV_RECORD (event)));
  for (guint i = 0; i < waiting->len && n_free > 0; i++)
    {
      g_autoptr (DovRecord) draft = NULL;

      if (has_id (touched, g_array_index (waiting, gint64, i)))
        continue;
      draft = dov_store_find_draft (store, DOV_TYPE_ATTENDANCE, g_array_index (waiting, gint64, i), error);
      if (draft == NULL)
        return FALSE;
      dov_record_set_int (draft, "status", DOV_ATTENDANCE_STATUS_REGISTERED);
      if (!dov_store_save (store, draft, error))
        return FALSE;
      n_free--;
    }

  return TRUE;
}

/**
 * dov_seats_give:
 *
 * Gives free places to those who wait longest, in one operation.
 */
gboolean
dov_seats_give (DovStore  *store,
                DovEvent  *event,
                GError   **error)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *words = g_strdup_printf (C_("toast", "Free places given: %s"), event->title);

  if (!dov_store_begin (store, words, error))
    return FALSE;

  return dov_store_end (store, give_places (store, event, none, error), error);
}

/* A place is free when somebody gives it up, or when the limit is raised; on every path. */
static gboolean
pass_places_on (DovStore  *store,
                GError   **error)
{
  g_autoptr (GArray) touched = dov_store_list_touched (store, DOV_TYPE_ATTENDANCE);
  g_autoptr (GArray) events = dov_store_list_touched (store, DOV_TYPE_EVENT);

  if (dov_store_is_undoing (store))
    return TRUE;
  for (guint i = 0; i < touched->len; i++)
    {
      g_autoptr (DovRecord) record = dov_store_find (store, DOV_TYPE_ATTENDANCE,
                                                     g_array_index (touched, gint64, i), NULL);
      gint64 event_id = record != NULL ? DOV_ATTENDANCE (record)->event_id : 0;

      if (event_id != 0 && !has_id (events, event_id))
        g_array_append_val (events, event_id);
    }
  for (guint i = 0; i < events->len; i++)
    {
      g_autoptr (DovEvent) event = dov_store_look_up (store, DOV_TYPE_EVENT, g_array_index (events, gint64, i));

      if (event != NULL && !give_places (store, event, touched, error))
        return FALSE;
    }

  return TRUE;
}

static const DovRuleOf rules[] = {
  { dov_attendance_get_type, DOV_RULE_AT_END, "event_id status role", check_place },
  { dov_event_get_type, DOV_RULE_AT_END | DOV_RULE_OF_KEPT, "seat_limit registration", check_limit },
};

void
dov_seats_rules_install (DovStore *store)
{
  dov_store_add_rules (store, rules, G_N_ELEMENTS (rules));
  dov_store_add_consequence (store, pass_places_on);
}
