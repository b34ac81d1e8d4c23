/* dov-roster-book.c - who belongs to which patrol, is taken up when, and what clashes: read once for many questions */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-roster-book.h"

#include "dov-event.h"
#include "dov-likely.h"
#include "dov-name.h"
#include "dov-patrol-absence.h"

#include <glib/gi18n.h>

#define MINUTES_OF_A_DAY (24 * 60)
#define JULIAN_OF_1970 719163u
#define MONTHS_OF_A_BRIEFING 12
#define YEARS_OF_AN_ADULT 18
#define COUNTED_DAYS 90

/* A shift or an event may begin on the day before the one that is asked about. */
#define SLACK (2 * MINUTES_OF_A_DAY)

struct _DovRosterBook
{
  DovStore   *store;
  GPtrArray  *members;     /* DovBookMember */
  GHashTable *by_id;       /* member id → DovBookMember */
  GHashTable *spans;       /* person id → GArray of DovBookSpan */
};

DovMinute
dov_minute_of_moment (GDateTime *moment)
{
  return g_date_time_to_unix (moment) / 60;
}

DovMinute
dov_minute_of_date (const GDate *date)
{
  return ((gint64) g_date_get_julian (date) - JULIAN_OF_1970) * MINUTES_OF_A_DAY;
}

GDateTime *
dov_minute_to_moment (DovMinute minute)
{
  return g_date_time_new_from_unix_utc (minute * 60);
}

static guint32
dov_minute_get_julian (DovMinute minute)
{
  return (guint32) (minute / MINUTES_OF_A_DAY + JULIAN_OF_1970);
}

/* Reading. */

static guint32
read_julian (DovStatement *rows,
             int           column,
             guint32       unknown,
             guint         add_months)
{
  g_autoptr (GDate) date = NULL;

  if (dov_statement_column_is_null (rows, column) ||
      !dov_date_from_iso (dov_statement_column_text (rows, column), &date) || date == NULL)
    return unknown;
  g_date_add_months (date, add_months);

  return g_date_get_julian (date);
}

/* 0 for what is not known. */
DovMinute
dov_minute_read (DovStatement *rows,
                 int           column)
{
  g_autoptr (GDateTime) moment = NULL;

  if (dov_statement_column_is_null (rows, column) ||
      !dov_moment_from_iso (dov_statement_column_text (rows, column), &moment) || moment == NULL)
    return 0;

  return dov_minute_of_moment (moment);
}

static void
dov_book_member_free (DovBookMember *member)
{
  g_free (member->name);
  g_free (member);
}

static void
read_members (DovRosterBook *self,
              gint64         person_id)
{
  g_autoptr (DovStatement) rows =
    dov_store_see (self->store, "SELECT m.id, m.patrol_id, m.person_id, m.since, m.until, m.may_lead, m.instructed_on,"
                   " p.birth_date, p.birth_year, p.last_name, p.first_name, p.patronymic"
                   " FROM live_patrol_member m JOIN person p ON p.id = m.person_id"
                   " WHERE (?1 = 0 OR m.person_id = ?1) ORDER BY m.id",
                   "(x)", person_id);

  while (dov_statement_next (rows))
    {
      DovBookMember *member = g_new0 (DovBookMember, 1);
      GDate grown;

      member->id = dov_statement_column_integer (rows, 0);
      member->patrol_id = dov_statement_column_integer (rows, 1);
      member->person_id = dov_statement_column_integer (rows, 2);
      member->since = read_julian (rows, 3, 0, 0);
      member->until = read_julian (rows, 4, G_MAXUINT32, 0);
      member->may_lead = dov_statement_column_integer (rows, 5) != 0;
      member->briefed_until = read_julian (rows, 6, 0, MONTHS_OF_A_BRIEFING);
      member->adult_from = read_julian (rows, 7, 0, YEARS_OF_AN_ADULT * 12);
      if (member->adult_from == 0 && !dov_statement_column_is_null (rows, 8))
        {
          g_date_set_dmy (&grown, 1, G_DATE_JANUARY,
                          (GDateYear) (dov_statement_column_integer (rows, 8) + YEARS_OF_AN_ADULT));
          member->adult_from = g_date_get_julian (&grown);
        }
      member->name = dov_name_full (dov_statement_column_text (rows, 9), dov_statement_column_text (rows, 10),
                                    dov_statement_column_text (rows, 11));
      g_ptr_array_add (self->members, member);
      g_hash_table_insert (self->by_id, &member->id, member);
    }
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const DovBookSpan *ours = a, *theirs = b;

  return ours->start != theirs->start ? (ours->start < theirs->start ? -1 : 1)
                                      : (ours->id > theirs->id) - (ours->id < theirs->id);
}

static GArray *
get_spans (DovRosterBook *self,
           gint64         person_id)
{
  GArray *spans = g_hash_table_lookup (self->spans, &person_id);

  if (spans == NULL)
    {
      spans = g_array_new (FALSE, FALSE, sizeof (DovBookSpan));
      g_hash_table_insert (self->spans, g_memdup2 (&person_id, sizeof person_id), spans);
    }

  return spans;
}

/* Rows of a person, an id, a start, an end, and an event. They are of @card_id, and it is one of
 * @person_id; 0: of everybody, each of their own. */
static void
read_spans (DovRosterBook *self,
            GType          type,
            const char    *sql,
            gint64         card_id,
            gint64         person_id,
            DovMinute      since,
            DovMinute      until)
{
  g_autoptr (GDateTime) first = dov_minute_to_moment (since - SLACK);
  g_autoptr (GDateTime) last = dov_minute_to_moment (until + SLACK);
  g_autoptr (DovStatement) rows = dov_store_see (self->store, sql, "(MMx)", first, last, card_id);

  while (dov_statement_next (rows))
    {
      DovBookSpan span = { dov_minute_read (rows, 2), dov_minute_read (rows, 3), type,
                           dov_statement_column_integer (rows, 1), dov_statement_column_integer (rows, 4) };

      g_array_append_val (get_spans (self, person_id != 0 ? person_id : dov_statement_column_integer (rows, 0)), span);
    }
}

/* The time leads to the rows, so that years past cost nothing. ?3 is a person, 0: all. */
static const char shifts_sql[] =
  "SELECT m.person_id, s.id, coalesce (x.since, s.actual_start, s.starts_at),"
  " coalesce (x.until, s.actual_end, s.ends_at), s.event_id"
  " FROM live_patrol_shift s CROSS JOIN live_shift_member x CROSS JOIN live_patrol_member m"
  " WHERE s.starts_at BETWEEN ?1 AND ?2 AND x.shift_id = s.id AND m.id = x.member_id AND (?3 = 0 OR m.person_id = ?3)"
  " AND s.status NOT IN ('cancelled', 'replaced') AND x.came NOT IN ('no_show', 'excused')";

/* T1: a duty at an event is that of who answers for it, and of who helps. */
#define EVENTS_OF "SELECT d.person_id, e.id, e.starts_at, e.ends_at, e.id FROM live_event e CROSS JOIN "
#define OF_EVENTS " WHERE e.starts_at BETWEEN ?1 AND ?2" \
                  " AND e.status IN ('planned', 'approved', 'held') AND (?3 = 0 OR d.person_id = ?3)"

static const char events_sql[] =
  EVENTS_OF "staff d" OF_EVENTS " AND d.id = e.responsible_id"
  " UNION " EVENTS_OF "live_event_helper d" OF_EVENTS " AND d.event_id = e.id"
  " UNION " EVENTS_OF "live_attendance d" OF_EVENTS " AND d.event_id = e.id"
  " AND d.role IN ('helper', 'organiser') AND d.status NOT IN ('no_show', 'cancelled')";

/* Whoever is away is away from every patrol; the last day is a whole day. */
static const char absences_sql[] =
  "SELECT m.person_id, a.id, a.since || 'T00:00', a.until || 'T23:59', 0 FROM live_patrol_absence a"
  " JOIN live_patrol_member m ON m.id = a.member_id"
  " WHERE a.until >= substr (?1, 1, 10) AND a.since <= substr (?2, 1, 10) AND (?3 = 0 OR m.person_id = ?3)";

/**
 * dov_roster_book_read:
 * @person_id: 0: everybody
 *
 * Returns: (transfer full): the members of all patrols, and what they have to
 *   do from @since to @until; one of several cards of a person has what all of them have to do
 */
DovRosterBook *
dov_roster_book_read (DovStore  *store,
                      gint64     person_id,
                      DovMinute  since,
                      DovMinute  until)
{
  DovRosterBook *self = g_new0 (DovRosterBook, 1);
  g_autoptr (GArray) cards = dov_person_list_cards (store, person_id);
  GHashTableIter iter;
  gpointer spans;

  self->store = store;
  self->members = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_book_member_free);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->spans = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);

  read_members (self, person_id);
  for (guint i = 0; i < cards->len; i++)
    {
      gint64 card_id = g_array_index (cards, gint64, i);

      read_spans (self, DOV_TYPE_PATROL_SHIFT, shifts_sql, card_id, person_id, since, until);
      read_spans (self, DOV_TYPE_EVENT, events_sql, card_id, person_id, since, until);
      read_spans (self, DOV_TYPE_PATROL_ABSENCE, absences_sql, card_id, person_id, since, until);
    }

  g_hash_table_iter_init (&iter, self->spans);
  while (g_hash_table_iter_next (&iter, NULL, &spans))
    g_array_sort (spans, compare_spans);

  return self;
}

void
dov_roster_book_free (DovRosterBook *self)
{
  g_hash_table_unref (self->spans);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->members);
  g_free (self);
}

/**
 * dov_roster_book_find:
 *
 * Returns: (transfer none) (nullable): a member by its id
 */
DovBookMember *
dov_roster_book_find (DovRosterBook *self,
                      gint64         member_id)
{
  return g_hash_table_lookup (self->by_id, &member_id);
}

/**
 * dov_roster_book_get_members:
 *
 * Returns: (transfer none) (element-type DovBookMember): of all patrols
 */
GPtrArray *
dov_roster_book_get_members (DovRosterBook *self)
{
  return self->members;
}

/**
 * dov_roster_book_add:
 *
 * Takes up somebody for a time that is not saved yet.
 */
void
dov_roster_book_add (DovRosterBook      *self,
                     gint64              person_id,
                     const DovBookSpan  *span)
{
  GArray *spans = get_spans (self, person_id);
  guint at = spans->len;

  while (at > 0 && compare_spans (span, &g_array_index (spans, DovBookSpan, at - 1)) < 0)
    at--;
  g_array_insert_vals (spans, at, span, 1);
}

/**
 * dov_roster_book_count:
 *
 * Returns: on how many shifts somebody is that begin in that time
 */
guint
dov_roster_book_count (DovRosterBook *self,
                       gint64         person_id,
                       DovMinute      since,
                       DovMinute      until)
{
  GArray *spans = g_hash_table_lookup (self->spans, &person_id);
  guint n = 0;

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      DovBookSpan *span = &g_array_index (spans, DovBookSpan, i);

      if (span->type == DOV_TYPE_PATROL_SHIFT && span->start >= since && span->start < until)
        n++;
    }

  return n;
}

/* Clashes. */

static void
dov_clash_free (DovClash *clash)
{
  g_clear_pointer (&clash->starts_at, g_date_time_unref);
  g_clear_pointer (&clash->free, g_array_unref);
  g_free (clash->words);
  g_free (clash);
}

GPtrArray *
dov_clashes_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) dov_clash_free);
}

/* Takes @words. */
DovClash *
dov_clashes_add (GPtrArray         *clashes,
                 DovClashKind       kind,
                 const DovBookAsk  *ask,
                 char              *words)
{
  DovClash *clash = g_new0 (DovClash, 1);

  clash->kind = kind;
  clash->rule = kind >= DOV_CLASH_NOT_MEMBER ? "T2" : "T1";
  clash->is_warning = kind == DOV_CLASH_PAUSE || kind == DOV_CLASH_ABSENCE || kind == DOV_CLASH_BRIEFING;
  clash->shift_id = ask->shift_id;
  clash->starts_at = dov_minute_to_moment (ask->start);
  clash->words = words;
  g_ptr_array_add (clashes, clash);

  return clash;
}

static gboolean
is_of_guarded_event (const DovBookSpan *span,
                     const DovBookAsk  *ask)
{
  return ask->event_id != 0 && span->type == DOV_TYPE_EVENT && span->event_id == ask->event_id;
}

/* How a time stands in the way of another, 0 when it does not. */
static DovClashKind
judge_span (const DovBookSpan *span,
            const DovBookAsk  *ask)
{
  gboolean overlaps = span->start < ask->end && ask->start < span->end;

  if ((span->type == DOV_TYPE_PATROL_SHIFT && span->id == ask->shift_id && span->id != 0) ||
      is_of_guarded_event (span, ask))
    return 0;
  if (span->type == DOV_TYPE_PATROL_ABSENCE)
    return overlaps ? DOV_CLASH_ABSENCE : 0;
  if (overlaps)
    return span->type == DOV_TYPE_EVENT ? DOV_CLASH_EVENT : DOV_CLASH_SHIFT;
  if (span->start < ask->end + DOV_ROSTER_LEAST_PAUSE && ask->start < span->end + DOV_ROSTER_LEAST_PAUSE)
    return DOV_CLASH_PAUSE;

  return 0;
}

static char *
dup_span_time (const DovBookSpan *span)
{
  g_autoptr (GDateTime) since = dov_minute_to_moment (span->start);
  g_autoptr (GDateTime) until = dov_minute_to_moment (span->end);
  g_autofree char *first = dov_moment_to_shown (since);
  g_autofree char *last = dov_time_to_shown (dov_moment_get_time (until));

  return g_strdup_printf ("%s–%s", first, last);
}

static char *
dup_absence_words (DovBookMember     *member,
                   const DovBookSpan *span)
{
  GDate first, last;
  g_autofree char *since = NULL;
  g_autofree char *until = NULL;

  g_date_clear (&first, 1);
  g_date_clear (&last, 1);
  g_date_set_julian (&first, dov_minute_get_julian (span->start));
  g_date_set_julian (&last, dov_minute_get_julian (span->end));
  since = dov_date_to_shown (&first);
  until = dov_date_to_shown (&last);

  return g_strdup_printf (_("%s is away from %s to %s."), member->name, since, until);
}

static void
add_span_clash (DovRosterBook     *self,
                DovBookMember     *member,
                const DovBookSpan *span,
                DovClashKind       kind,
                const DovBookAsk  *ask,
                GPtrArray         *clashes)
{
  g_autofree char *when = dup_span_time (span);
  g_autofree char *what = kind != DOV_CLASH_ABSENCE && span->id != 0
                            ? dov_store_describe_id (self->store, span->type, span->id) : g_strdup (when);
  char *words = NULL;
  DovClash *clash;

  if (kind == DOV_CLASH_ABSENCE)
    words = dup_absence_words (member, span);
  else if (kind == DOV_CLASH_SHIFT)
    /* Translators: a name; a shift with its patrol and time. */
    words = g_strdup_printf (_("%s walks with a patrol at that time: %s."), member->name, what);
  else if (kind == DOV_CLASH_EVENT)
    /* Translators: a name; an event. */
    words = g_strdup_printf (_("%s has a duty at an event at that time: %s."), member->name, what);
  else
    /* Translators: a name; a shift or an event. */
    words = g_strdup_printf (_("%s has less than half an hour between this and: %s."), member->name, what);

  clash = dov_clashes_add (clashes, kind, ask, words);
  clash->member_id = member->id;
  clash->other_type = span->type;
  clash->other_id = span->id;
}

static char *
dup_day (DovMinute minute)
{
  g_autoptr (GDateTime) moment = dov_minute_to_moment (minute);
  GDate date = dov_moment_get_date (moment);

  return dov_date_to_shown (&date);
}

static gboolean
is_member (DovBookMember    *member,
           const DovBookAsk *ask)
{
  guint32 day = dov_minute_get_julian (ask->start);

  return member->since <= day && member->until >= day && (ask->patrol_id == 0 || ask->patrol_id == member->patrol_id);
}

static gboolean
is_minor (DovBookMember    *member,
          const DovBookAsk *ask)
{
  return member->adult_from > dov_minute_get_julian (ask->start);
}

gboolean
dov_roster_book_is_briefed (DovBookMember *member,
                            DovMinute      at)
{
  return member->briefed_until != 0 && member->briefed_until >= dov_minute_get_julian (at);
}

/* T2 */
static void
check_standing (DovBookMember    *member,
                const DovBookAsk *ask,
                GPtrArray        *clashes)
{
  g_autofree char *day = dup_day (ask->start);
  guint first = clashes->len;

  if (!is_member (member, ask))
    dov_clashes_add (clashes, DOV_CLASH_NOT_MEMBER, ask, g_strdup_printf (
      _("%s is not a member of this patrol on %s. Choose somebody else."), member->name, day));
  if (is_minor (member, ask))
    dov_clashes_add (clashes, DOV_CLASH_MINOR, ask, g_strdup_printf (
      _("%s is not of age on %s. Only adults walk with a patrol."), member->name, day));
  if (!dov_roster_book_is_briefed (member, ask->start))
    dov_clashes_add (clashes, DOV_CLASH_BRIEFING, ask, g_strdup_printf (
      _("%s was not briefed in the twelve months before %s. Hold a briefing, or say why it is right."), member->name, day));
  for (guint i = first; i < clashes->len; i++)
    ((DovClash *) clashes->pdata[i])->member_id = member->id;
}

/**
 * dov_roster_book_check:
 * @clashes: (element-type DovClash): gets what stands against the member
 *   walking at that time
 */
void
dov_roster_book_check (DovRosterBook     *self,
                       gint64             member_id,
                       const DovBookAsk  *ask,
                       GPtrArray         *clashes)
{
  DovBookMember *member = dov_roster_book_find (self, member_id);
  GArray *spans = member != NULL ? g_hash_table_lookup (self->spans, &member->person_id) : NULL;

  if (member == NULL)
    return;
  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      DovBookSpan *span = &g_array_index (spans, DovBookSpan, i);
      DovClashKind kind = judge_span (span, ask);

      if (kind != 0)
        add_span_clash (self, member, span, kind, ask, clashes);
    }
  check_standing (member, ask, clashes);
}

/**
 * dov_roster_book_is_free:
 *
 * Returns: whether nothing stands against it, not even a short pause; only
 *   the briefing is not asked about
 */
gboolean
dov_roster_book_is_free (DovRosterBook    *self,
                         DovBookMember    *member,
                         const DovBookAsk *ask)
{
  GArray *spans = g_hash_table_lookup (self->spans, &member->person_id);

  if (!is_member (member, ask) || is_minor (member, ask))
    return FALSE;
  for (guint i = 0; spans != NULL && i < spans->len; i++)
    if (judge_span (&g_array_index (spans, DovBookSpan, i), ask) != 0)
      return FALSE;

  return TRUE;
}

static int
compare_free (gconstpointer a,
              gconstpointer b)
{
  const DovFree *ours = a, *theirs = b;

  return ours->n_shifts != theirs->n_shifts ? (ours->n_shifts < theirs->n_shifts ? -1 : 1)
                                            : (ours->member_id > theirs->member_id) -
                                              (ours->member_id < theirs->member_id);
}

gboolean
dov_roster_has (GArray *members,
                gint64  id)
{
  for (guint i = 0; members != NULL && i < members->len; i++)
    if (g_array_index (members, gint64, i) == id)
      return TRUE;

  return FALSE;
}

/**
 * dov_roster_book_list_free:
 * @except: (nullable) (element-type gint64): who walks already
 *
 * Returns: (transfer full) (element-type DovFree): who of the patrol could
 *   walk, those first who walk least
 */
GArray *
dov_roster_book_list_free (DovRosterBook    *self,
                           const DovBookAsk *ask,
                           GArray           *except)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (DovFree));

  for (guint i = 0; i < self->members->len; i++)
    {
      DovBookMember *member = self->members->pdata[i];
      DovFree entry = { member->id, member->may_lead, 0 };

      if (member->patrol_id != ask->patrol_id || dov_roster_has (except, member->id) ||
          !dov_roster_book_is_briefed (member, ask->start) || !dov_roster_book_is_free (self, member, ask))
        continue;
      entry.n_shifts = dov_roster_book_count (self, member->person_id,
                                              ask->start - COUNTED_DAYS * MINUTES_OF_A_DAY,
                                              ask->start + COUNTED_DAYS * MINUTES_OF_A_DAY);
      g_array_append_val (found, entry);
    }
  g_array_sort (found, compare_free);

  return found;
}
