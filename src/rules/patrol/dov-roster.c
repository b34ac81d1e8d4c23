/* dov-roster.c - clashes of shifts with all that people do, in one list, with who is free instead (T1, T2) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-roster.h"

#include "dov-shift-member.h"

#include <glib/gi18n.h>

#define MINUTES_OF_A_DAY (24 * 60)
#define COUNTED_DAYS 90

static DovBookAsk
ask_of_shift (DovPatrolShift *shift)
{
  DovBookAsk ask = {
    .start = dov_minute_of_moment (dov_patrol_shift_get_start (shift)),
    .end = dov_minute_of_moment (dov_patrol_shift_get_end (shift)),
    .patrol_id = shift->patrol_id,
    .shift_id = dov_record_get_id (DOV_RECORD (shift)),
    .event_id = shift->event_id,
  };

  return ask;
}

static gint64
find_person (DovStore *store,
             gint64    member_id)
{
  g_autoptr (DovPatrolMember) member = dov_store_look_up (store, DOV_TYPE_PATROL_MEMBER, member_id);

  return member != NULL ? member->person_id : 0;
}

/**
 * dov_roster_check_person:
 * @member_id: of a patrol
 * @shift_id: a shift that is left out of account, or 0
 *
 * Returns: (transfer full) (element-type DovClash): what stands against the
 *   member walking at that time
 */
GPtrArray *
dov_roster_check_person (DovStore  *store,
                         gint64     member_id,
                         GDateTime *starts_at,
                         GDateTime *ends_at,
                         gint64     shift_id)
{
  g_autoptr (DovRecord) shift = dov_store_look_up (store, DOV_TYPE_PATROL_SHIFT, shift_id);
  GPtrArray *clashes = dov_clashes_new ();
  DovBookAsk ask = { dov_minute_of_moment (starts_at), dov_minute_of_moment (ends_at), 0, shift_id,
                     shift != NULL ? DOV_PATROL_SHIFT (shift)->event_id : 0 };
  gint64 person_id = find_person (store, member_id);

  if (person_id != 0)
    {
      g_autoptr (DovRosterBook) book = dov_roster_book_read (store, person_id, ask.start, ask.end);

      dov_roster_book_check (book, member_id, &ask, clashes);
    }

  return clashes;
}

/* Whether the shift has enough people, and one of them leads. */
static void
check_staffing (DovRosterBook    *book,
                const DovBookAsk *ask,
                gint64            leader_id,
                GArray           *member_ids,
                gboolean          is_draft,
                GPtrArray        *clashes)
{
  DovBookMember *leader = dov_roster_book_find (book, leader_id);
  char *words = NULL;
  guint first = clashes->len;

  if (member_ids->len < DOV_ROSTER_LEAST_PEOPLE)
    dov_clashes_add (clashes, DOV_CLASH_FEW, ask,
                     g_strdup (_("At least two people walk together. Put somebody else down too.")));
  if (leader_id == 0)
    words = g_strdup (_("Nobody leads the shift. Choose who does."));
  else if (!dov_roster_has (member_ids, leader_id))
    words = g_strdup (_("The leader is not among those who walk. Put the leader down too, or choose another."));
  else if (leader != NULL && !leader->may_lead)
    words = g_strdup_printf (_("%s may not lead a shift. Choose another leader."), leader->name);
  if (words != NULL)
    dov_clashes_add (clashes, DOV_CLASH_NO_LEADER, ask, words)->member_id = leader_id;
  for (guint i = first; is_draft && i < clashes->len; i++)
    ((DovClash *) clashes->pdata[i])->is_warning = TRUE;
}

static void
check_people (DovRosterBook    *book,
              const DovBookAsk *ask,
              GArray           *member_ids,
              GPtrArray        *clashes)
{
  for (guint i = 0; i < member_ids->len; i++)
    dov_roster_book_check (book, g_array_index (member_ids, gint64, i), ask, clashes);
}

/**
 * dov_roster_check_shift:
 * @shift: a draft, or a stored shift; it has its times and its patrol
 * @member_ids: (element-type gint64): who is to walk
 *
 * Returns: (transfer full) (element-type DovClash): all that stands against
 *   the shift as a page has it, saved or not
 */
GPtrArray *
dov_roster_check_shift (DovStore       *store,
                        DovPatrolShift *shift,
                        GArray         *member_ids)
{
  GPtrArray *clashes = dov_clashes_new ();
  DovBookAsk ask;
  g_autoptr (DovRosterBook) book = NULL;

  if (dov_patrol_shift_get_start (shift) == NULL || dov_patrol_shift_get_end (shift) == NULL ||
      !dov_patrol_shift_is_on (shift))
    return clashes;

  ask = ask_of_shift (shift);
  book = dov_roster_book_read (store, 0, ask.start, ask.end);
  check_people (book, &ask, member_ids, clashes);
  check_staffing (book, &ask, shift->leader_id, member_ids, shift->status == DOV_PATROL_SHIFT_STATUS_DRAFT, clashes);

  return clashes;
}

/* A shift as a list is read: one row for each of its people. */
typedef struct
{
  DovBookAsk  ask;
  gint64      leader_id;
  gboolean    is_draft;
  GArray     *member_ids;
} ListedShift;

static void
listed_shift_clear (ListedShift *listed)
{
  g_clear_pointer (&listed->member_ids, g_array_unref);
}

static const char listed_sql[] =
  "SELECT s.id, s.patrol_id, coalesce (s.actual_start, s.starts_at), coalesce (s.actual_end, s.ends_at), s.event_id,"
  " s.leader_id, s.status = 'draft', x.member_id FROM live_patrol_shift s"
  " LEFT JOIN live_shift_member x ON x.shift_id = s.id AND x.came NOT IN ('no_show', 'excused')"
  " WHERE s.status NOT IN ('cancelled', 'replaced') AND (?1 = 0 OR s.patrol_id = ?1)"
  " AND s.starts_at >= ?2 AND s.starts_at < ?3 ORDER BY s.starts_at, s.id, x.id";

static GArray *
list_shifts (DovStore    *store,
             gint64       patrol_id,
             const GDate *since,
             const GDate *until)
{
  GDate after = *until;
  g_autoptr (DovStatement) rows = NULL;
  GArray *shifts = g_array_new (FALSE, FALSE, sizeof (ListedShift));

  g_array_set_clear_func (shifts, (GDestroyNotify) listed_shift_clear);
  g_date_add_days (&after, 1);
  rows = dov_store_see (store, listed_sql, "(xDD)", patrol_id, since, &after);
  while (dov_statement_next (rows))
    {
      ListedShift *last_one = shifts->len > 0 ? &g_array_index (shifts, ListedShift, shifts->len - 1) : NULL;
      gint64 member_id = dov_statement_column_integer (rows, 7);

      if (last_one == NULL || last_one->ask.shift_id != dov_statement_column_integer (rows, 0))
        {
          ListedShift listed = {
            .ask = { dov_minute_read (rows, 2), dov_minute_read (rows, 3), dov_statement_column_integer (rows, 1),
                     dov_statement_column_integer (rows, 0), dov_statement_column_integer (rows, 4) },
            .leader_id = dov_statement_column_integer (rows, 5),
            .is_draft = dov_statement_column_integer (rows, 6) != 0,
            .member_ids = g_array_new (FALSE, FALSE, sizeof (gint64)),
          };

          g_array_append_val (shifts, listed);
          last_one = &g_array_index (shifts, ListedShift, shifts->len - 1);
        }
      if (member_id != 0)
        g_array_append_val (last_one->member_ids, member_id);
    }

  return shifts;
}

/**
 * dov_roster_list_clashes:
 * @patrol_id: 0: all patrols
 *
 * Returns: (transfer full) (element-type DovClash): all clashes of
 *   shifts that begin in the period, in the order of time, each with who is
 *   free instead
 */
GPtrArray *
dov_roster_list_clashes (DovStore    *store,
                         gint64       patrol_id,
                         const GDate *since,
                         const GDate *until)
{
  g_autoptr (GArray) shifts = list_shifts (store, patrol_id, since, until);
  g_autoptr (DovRosterBook) book =
    dov_roster_book_read (store, 0, dov_minute_of_date (since) - COUNTED_DAYS * MINUTES_OF_A_DAY,
                          dov_minute_of_date (until) + (COUNTED_DAYS + 1) * MINUTES_OF_A_DAY);
  GPtrArray *clashes = dov_clashes_new ();

  for (guint i = 0; i < shifts->len; i++)
    {
      ListedShift *listed = &g_array_index (shifts, ListedShift, i);
      guint first = clashes->len;

      check_people (book, &listed->ask, listed->member_ids, clashes);
      check_staffing (book, &listed->ask, listed->leader_id, listed->member_ids, listed->is_draft, clashes);
      for (guint k = first; k < clashes->len; k++)
        ((DovClash *) clashes->pdata[k])->free = dov_roster_book_list_free (book, &listed->ask, listed->member_ids);
    }

  return clashes;
}

/**
 * dov_roster_list_free:
 * @shift_id: a shift whose own people are not offered, and which does not
 *   stand in anybody’s way; or 0
 *
 * Returns: (transfer full) (element-type DovFree): who of the patrol could
 *   walk at that time, those first who walk least
 */
GArray *
dov_roster_list_free (DovStore  *store,
                      gint64     patrol_id,
                      GDateTime *starts_at,
                      GDateTime *ends_at,
                      gint64     shift_id)
{
  DovBookAsk ask = { dov_minute_of_moment (starts_at), dov_minute_of_moment (ends_at), patrol_id, shift_id, 0 };
  g_autoptr (DovRosterBook) book = dov_roster_book_read (store, 0, ask.start - COUNTED_DAYS * MINUTES_OF_A_DAY,
                                                         ask.end + COUNTED_DAYS * MINUTES_OF_A_DAY);
  g_autoptr (GArray) walking = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) places = dov_store_read (store, DOV_TYPE_SHIFT_MEMBER, &(DovQuery) {
    .where = "shift_id = ?1", .params = g_variant_new ("(x)", shift_id) });

  for (guint i = 0; i < places->len; i++)
    g_array_append_val (walking, DOV_SHIFT_MEMBER (places->pdata[i])->member_id);

  return dov_roster_book_list_free (book, &ask, walking);
}

/**
 * dov_roster_count_shares:
 * @patrol_id: 0: all patrols
 *
 * Returns: (transfer full) (element-type DovRosterShare): what each
 *   member did in shifts that began in the period, members without any too;
 *   whoever walked most first
 */
GArray *
dov_roster_count_shares (DovStore    *store,
                         gint64       patrol_id,
                         const GDate *since,
                         const GDate *until)
{
  static const char sql[] =
    "WITH served AS MATERIALIZED (SELECT x.member_id, x.came, s.status, s.leader_id,"
    "  (unixepoch (coalesce (x.until, s.actual_end)) - unixepoch (coalesce (x.since, s.actual_start))) / 60 AS minutes"
    "  FROM live_patrol_shift s JOIN live_shift_member x ON x.shift_id = s.id"
    "  WHERE s.starts_at >= ?2 AND s.starts_at < ?3"
    "  AND s.status NOT IN ('cancelled', 'replaced'))"
    " SELECT m.id,"
    " total (d.status IN ('draft', 'planned', 'in_progress') AND d.came IN ('expected', 'came')),"
    " total (d.status = 'done' AND d.came = 'came'),"
    " total (d.came = 'no_show'), total (d.came = 'excused'),"
    " total (d.status = 'done' AND d.came = 'came' AND d.leader_id = m.id),"
    " total (CASE WHEN d.status = 'done' AND d.came = 'came' THEN d.minutes END)"
    " FROM live_patrol_member m LEFT JOIN served d ON d.member_id = m.id"
    " WHERE (?1 = 0 OR m.patrol_id = ?1) AND m.since < ?3"
    "  AND (m.until IS NULL OR m.until >= ?2)"
    " GROUP BY m.id ORDER BY 3 DESC, 2 DESC, m.key, m.id";
  GArray *shares = g_array_new (FALSE, FALSE, sizeof (DovRosterShare));
  g_autoptr (DovStatement) rows = NULL;
  GDate after = *until;

  g_date_add_days (&after, 1);
  rows = dov_store_see (store, sql, "(xDD)", patrol_id, since, &after);
  while (dov_statement_next (rows))
    {
      DovRosterShare share = {
        .member_id = dov_statement_column_integer (rows, 0),
        .n_planned = (guint) dov_statement_column_real (rows, 1),
        .n_came = (guint) dov_statement_column_real (rows, 2),
        .n_no_show = (guint) dov_statement_column_real (rows, 3),
        .n_excused = (guint) dov_statement_column_real (rows, 4),
        .n_led = (guint) dov_statement_column_real (rows, 5),
        .minutes = (gint64) dov_statement_column_real (rows, 6),
      };

      g_array_append_val (shares, share);
    }

  return shares;
}
