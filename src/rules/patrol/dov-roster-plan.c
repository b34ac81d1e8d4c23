/* dov-roster-plan.c - a roster filled by a pattern that people type: everybody in turn, nobody in two places */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-roster-plan.h"

#include "dov-crew.h"
#include "dov-patrol-route.h"
#include "dov-patrol.h"
#include "dov-shift-member.h"

#include <glib/gi18n.h>

#define MINUTES_OF_A_DAY (24 * 60)
#define SHORTEST_MINUTES 30
#define LONGEST_MINUTES (6 * 60)
#define LONGEST_DAYS 800
#define COUNTED_DAYS 90

/* What the filling carries from shift to shift. */
typedef struct
{
  DovStore               *store;
  const DovRosterPattern *pattern;
  DovRosterBook          *book;
  GHashTable             *led;      /* member id → how many shifts led here */
  GQueue                  groups;   /* GArray of member ids, whoever is next first */
  GArray                 *routes;   /* gint64 */
  guint                   n_routed;
  DovMinute               first;
  DovMinute               last;
} Filling;

static void
dov_roster_line_free (DovRosterLine *line)
{
  g_clear_pointer (&line->starts_at, g_date_time_unref);
  g_clear_pointer (&line->ends_at, g_date_time_unref);
  g_clear_pointer (&line->members, g_array_unref);
  g_free (line->words);
  g_free (line);
}

void
dov_roster_proposal_free (DovRosterProposal *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self);
}

static gint64
count_minutes (const DovRosterPattern *pattern)
{
  return pattern->ends > pattern->starts ? pattern->ends - pattern->starts
                                         : pattern->ends + MINUTES_OF_A_DAY - pattern->starts;
}

static gboolean
check_pattern (DovStore                *store,
               const DovRosterPattern  *pattern,
               GError                 **error)
{
  g_autoptr (DovRecord) patrol = dov_store_find (store, DOV_TYPE_PATROL, pattern->patrol_id, NULL);
  g_autoptr (DovRecord) leader = pattern->leader_id != 0
                                   ? dov_store_find (store, DOV_TYPE_PATROL_MEMBER, pattern->leader_id, NULL) : NULL;

  if (patrol == NULL || dov_record_is_removed (patrol))
    return dov_refuse (error, _("Choose the patrol."));
  if (DOV_PATROL (patrol)->status == DOV_PATROL_STATUS_CLOSED)
    return dov_refuse (error, _("“%s” is closed. Choose a patrol that is at work."), DOV_PATROL (patrol)->name);
  if (!g_date_valid (&pattern->since) || !g_date_valid (&pattern->until))
    return dov_refuse (error, _("Type the first and the last day of the roster."));
  if (g_date_compare (&pattern->since, &pattern->until) > 0)
    return dov_refuse (error, _("The last day is earlier than the first. Check both."));
  if (g_date_days_between (&pattern->since, &pattern->until) > LONGEST_DAYS)
    return dov_refuse (error, _("A roster is for two years at most. Check both days."));
  if ((pattern->weekdays & 0x7f) == 0)
    return dov_refuse (error, _("Choose the days of the week."));
  if (pattern->starts == DOV_NO_TIME || pattern->ends == DOV_NO_TIME)
    return dov_refuse (error, _("Type when a shift begins and ends."));
  if (count_minutes (pattern) < SHORTEST_MINUTES || count_minutes (pattern) > LONGEST_MINUTES)
    return dov_refuse (error, _("A shift is half an hour to six hours long. Check both times."));
  if (pattern->n_people < DOV_ROSTER_LEAST_PEOPLE)
    return dov_refuse (error, _("At least two people walk together."));
  if (pattern->leader_id != 0 && (leader == NULL || !DOV_PATROL_MEMBER (leader)->may_lead ||
                                  DOV_PATROL_MEMBER (leader)->patrol_id != pattern->patrol_id))
    return dov_refuse (error, _("Choose a leader of this patrol who may lead."));

  return TRUE;
}

static gboolean
start_routes (Filling  *filling,
              GError  **error)
{
  DovQuery query = { .where = "patrol_id = ?1" };

  if (filling->pattern->route_id != 0)
    {
      filling->routes = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_val (filling->routes, filling->pattern->route_id);
      return TRUE;
    }
  query.params = g_variant_new ("(x)", filling->pattern->patrol_id);
  filling->routes = dov_store_list (filling->store, DOV_TYPE_PATROL_ROUTE, &query, error);
  if (filling->routes == NULL)
    return FALSE;
  if (filling->routes->len == 0)
    return dov_refuse (error, _("The patrol has no route yet. Make its route first."));

  return TRUE;
}

/* Who walks. */

static guint
count_led (Filling       *filling,
           DovBookMember *member)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (filling->led, &member->id));
}

/* The fewer shifts, the earlier somebody's turn is: in this roster, then in
 * the last 90 days. Who was not briefed comes after all others, and who can
 * lead is kept for leading. */
static int
compare_turns (Filling       *filling,
               DovBookMember *ours,
               DovBookMember *theirs,
               DovMinute      start)
{
  gboolean is_briefed = dov_roster_book_is_briefed (ours, start);
  guint n_ours, n_theirs;

  if (is_briefed != dov_roster_book_is_briefed (theirs, start))
    return is_briefed ? -1 : 1;
  n_ours = dov_roster_book_count (filling->book, ours->person_id, filling->first, filling->last);
  n_theirs = dov_roster_book_count (filling->book, theirs->person_id, filling->first, filling->last);
  if (n_ours == n_theirs)
    {
      n_ours = dov_roster_book_count (filling->book, ours->person_id, start - COUNTED_DAYS * MINUTES_OF_A_DAY, start);
      n_theirs = dov_roster_book_count (filling->book, theirs->person_id, start - COUNTED_DAYS * MINUTES_OF_A_DAY, start);
    }
  if (n_ours != n_theirs)
    return n_ours < n_theirs ? -1 : 1;
  if (ours->may_lead != theirs->may_lead)
    return theirs->may_lead ? -1 : 1;

  return (ours->id > theirs->id) - (ours->id < theirs->id);
}

/* The free member whose turn it is, NULL when nobody is free. */
static DovBookMember *
choose_next (Filling          *filling,
             const DovBookAsk *ask,
             GArray           *chosen,
             gboolean          leads)
{
  GPtrArray *members = dov_roster_book_get_members (filling->book);
  DovBookMember *best = NULL;

  for (guint i = 0; i < members->len; i++)
    {
      DovBookMember *member = members->pdata[i];

      if (member->patrol_id != ask->patrol_id || (leads && !member->may_lead) || dov_roster_has (chosen, member->id) ||
          !dov_roster_book_is_free (filling->book, member, ask))
        continue;
      if (best == NULL || compare_turns (filling, member, best, ask->start) < 0)
        best = member;
    }

  return best;
}

/* Of those who walk, the one who may lead and led least. */
static gint64
choose_leader (Filling *filling,
               GArray  *chosen)
{
  DovBookMember *best = NULL;

  for (guint i = 0; i < chosen->len; i++)
    {
      DovBookMember *member = dov_roster_book_find (filling->book, g_array_index (chosen, gint64, i));

      if (!member->may_lead)
        continue;
      if (member->id == filling->pattern->leader_id)
        return member->id;
      if (best == NULL || count_led (filling, member) < count_led (filling, best))
        best = member;
    }

  return best != NULL ? best->id : 0;
}

static gboolean
is_whole (Filling          *filling,
          GArray           *group,
          const DovBookAsk *ask)
{
  gboolean has_leader = FALSE;

  if (group->len > filling->pattern->n_people)
    return FALSE;
  for (guint i = 0; i < group->len; i++)
    {
      DovBookMember *member = dov_roster_book_find (filling->book, g_array_index (group, gint64, i));

      if (member == NULL || !dov_roster_book_is_free (filling->book, member, ask))
        return FALSE;
      has_leader = has_leader || member->may_lead;
    }

  return has_leader || group->len < filling->pattern->n_people;
}

/* Groups go in turn: whoever was passed over, since one of them is away, is next. */
static void
choose_group (Filling          *filling,
              const DovBookAsk *ask,
              GArray           *chosen)
{
  for (GList *link = filling->groups.head; link != NULL; link = link->next)
    {
      GArray *group = link->data;

      if (!is_whole (filling, group, ask))
        continue;
      g_array_append_vals (chosen, group->data, group->len);
      g_queue_unlink (&filling->groups, link);
      g_queue_push_tail_link (&filling->groups, link);
      return;
    }
}

static void
choose_people (Filling          *filling,
               const DovBookAsk *ask,
               GArray           *chosen)
{
  DovBookMember *fixed = dov_roster_book_find (filling->book, filling->pattern->leader_id);

  choose_group (filling, ask, chosen);
  if (fixed != NULL && chosen->len < filling->pattern->n_people && !dov_roster_has (chosen, fixed->id) &&
      dov_roster_book_is_free (filling->book, fixed, ask))
    g_array_append_val (chosen, fixed->id);
  if (choose_leader (filling, chosen) == 0 && chosen->len < filling->pattern->n_people)
    {
      DovBookMember *leader = choose_next (filling, ask, chosen, TRUE);

      if (leader != NULL)
        g_array_append_val (chosen, leader->id);
    }
  while (chosen->len < filling->pattern->n_people)
    {
      DovBookMember *member = choose_next (filling, ask, chosen, FALSE);

      if (member == NULL)
        break;
      g_array_append_val (chosen, member->id);
    }
}

static void
put_leader_first (GArray *chosen,
                  gint64  leader_id)
{
  for (guint i = 1; i < chosen->len; i++)
    if (g_array_index (chosen, gint64, i) == leader_id)
      {
        g_array_remove_index (chosen, i);
        g_array_prepend_val (chosen, leader_id);
        return;
      }
}

/* Lines. */

/* A shift of the patrol that is there at that time, also one that was called off. */
static DovPatrolShift *
find_standing (Filling   *filling,
               DovMinute  start,
               DovMinute  end)
{
  g_autoptr (GDateTime) since = dov_minute_to_moment (start);
  g_autoptr (GDateTime) until = dov_minute_to_moment (end);
  g_autoptr (GDateTime) before = dov_minute_to_moment (start - LONGEST_MINUTES);
  g_autofree char *earliest = dov_moment_to_iso (before);
  g_autofree char *first = dov_moment_to_iso (since);
  g_autofree char *last = dov_moment_to_iso (until);
  DovQuery query = {
    .where = "+patrol_id = ?1 AND starts_at >= ?4 AND starts_at < ?3 AND ends_at > ?2",
    .params = g_variant_new ("(xsss)", filling->pattern->patrol_id, first, last, earliest),
    .order = "starts_at",
  };
  DovRecord *record = dov_store_find_first (filling->store, DOV_TYPE_PATROL_SHIFT, &query, NULL);

  return record != NULL ? DOV_PATROL_SHIFT (record) : NULL;
}

static DovRosterLine *
make_kept_line (Filling        *filling,
                DovPatrolShift *shift)
{
  DovRosterLine *line = g_new0 (DovRosterLine, 1);
  g_autoptr (GPtrArray) crew = dov_crew_read (filling->store, shift);

  line->shift_id = dov_record_get_id (DOV_RECORD (shift));
  line->starts_at = g_date_time_ref (shift->starts_at);
  line->ends_at = g_date_time_ref (shift->ends_at);
  line->route_id = shift->route_id;
  line->leader_id = shift->leader_id;
  line->members = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < crew->len; i++)
    g_array_append_val (line->members, ((DovCrewLine *) crew->pdata[i])->place->member_id);
  line->words = g_strdup (dov_patrol_shift_is_on (shift) ? _("Is there already and stays.")
                                                         : _("Was called off and stays so."));

  return line;
}

static char *
dup_line_words (Filling       *filling,
                DovRosterLine *line)
{
  GString *words = g_string_new (NULL);

  if (line->n_missing > 0)
    g_string_append_printf (words, ngettext ("%u person is missing: nobody else is free.",
                                             "%u people are missing: nobody else is free.", line->n_missing),
                            line->n_missing);
  if (line->leader_id == 0)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", _("Nobody who may lead is free."));
  for (guint i = 0; i < line->members->len; i++)
    {
      DovBookMember *member = dov_roster_book_find (filling->book, g_array_index (line->members, gint64, i));

      if (!dov_roster_book_is_briefed (member, dov_minute_of_moment (line->starts_at)))
        {
          g_string_append_printf (words, words->len > 0 ? " " : "");
          g_string_append_printf (words, _("%s needs a briefing."), member->name);
        }
    }

  return g_string_free (words, FALSE);
}

static DovRosterLine *
make_new_line (Filling          *filling,
               const DovBookAsk *ask)
{
  DovRosterLine *line = g_new0 (DovRosterLine, 1);
  DovBookSpan span = { ask->start, ask->end, DOV_TYPE_PATROL_SHIFT, 0, 0 };

  line->starts_at = dov_minute_to_moment (ask->start);
  line->ends_at = dov_minute_to_moment (ask->end);
  line->route_id = g_array_index (filling->routes, gint64, filling->n_routed++ % filling->routes->len);
  line->members = g_array_new (FALSE, FALSE, sizeof (gint64));
  choose_people (filling, ask, line->members);
  line->leader_id = choose_leader (filling, line->members);
  line->n_missing = filling->pattern->n_people - line->members->len;
  put_leader_first (line->members, line->leader_id);
  line->words = dup_line_words (filling, line);

  for (guint i = 0; i < line->members->len; i++)
    {
      DovBookMember *member = dov_roster_book_find (filling->book, g_array_index (line->members, gint64, i));

      dov_roster_book_add (filling->book, member->person_id, &span);
      if (member->id == line->leader_id)
        g_hash_table_insert (filling->led, &member->id, GUINT_TO_POINTER (count_led (filling, member) + 1));
    }

  return line;
}

static void
add_line (Filling            *filling,
          DovRosterProposal  *proposal,
          const GDate        *date)
{
  DovMinute start = dov_minute_of_date (date) + filling->pattern->starts;
  DovBookAsk ask = { start, start + count_minutes (filling->pattern), filling->pattern->patrol_id, 0, 0 };
  g_autoptr (DovPatrolShift) standing = find_standing (filling, ask.start, ask.end);
  DovRosterLine *line = standing != NULL ? make_kept_line (filling, standing) : make_new_line (filling, &ask);

  g_ptr_array_add (proposal->lines, line);
  if (standing != NULL)
    proposal->n_kept++;
  else
    proposal->n_new++;
  if (standing == NULL && (line->n_missing > 0 || line->leader_id == 0))
    proposal->n_short++;
}

static void
start_groups (Filling *filling)
{
  g_queue_init (&filling->groups);
  for (guint i = 0; filling->pattern->groups != NULL && i < filling->pattern->groups->len; i++)
    g_queue_push_tail (&filling->groups, filling->pattern->groups->pdata[i]);
}

/**
 * dov_roster_propose:
 *
 * Returns: (transfer full) (nullable): the shifts of @pattern, filled so that
 *   nobody is in two places, away or without a pause, and everybody walks
 *   about as often; nothing is saved. Refused with %DOV_RECORD_ERROR_REFUSED
 *   when the pattern makes no sense.
 */
DovRosterProposal *
dov_roster_propose (DovStore                *store,
                    const DovRosterPattern  *pattern,
                    GError                 **error)
{
  g_autoptr (DovRosterProposal) proposal = NULL;
  g_autoptr (DovRosterBook) book = NULL;
  g_autoptr (GHashTable) led = NULL;
  g_autoptr (GArray) routes = NULL;
  Filling filling = { .store = store, .pattern = pattern };
  GDate date = pattern->since;

  if (!check_pattern (store, pattern, error))
    return NULL;
  if (!start_routes (&filling, error))
    {
      g_clear_pointer (&filling.routes, g_array_unref);
      return NULL;
    }

  routes = filling.routes;
  filling.first = dov_minute_of_date (&pattern->since);
  filling.last = dov_minute_of_date (&pattern->until) + 2 * MINUTES_OF_A_DAY;
  filling.book = book = dov_roster_book_read (store, 0, filling.first - COUNTED_DAYS * MINUTES_OF_A_DAY, filling.last);
  filling.led = led = g_hash_table_new (g_int64_hash, g_int64_equal);
  start_groups (&filling);

  proposal = g_new0 (DovRosterProposal, 1);
  proposal->patrol_id = pattern->patrol_id;
  proposal->kind = pattern->kind != 0 ? pattern->kind : DOV_PATROL_SHIFT_KIND_PLANNED;
  proposal->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_roster_line_free);
  for (; g_date_compare (&date, &pattern->until) <= 0; g_date_add_days (&date, 1))
    if (pattern->weekdays & (1u << (g_date_get_weekday (&date) - G_DATE_MONDAY)))
      add_line (&filling, proposal, &date);
  g_queue_clear (&filling.groups);

  return g_steal_pointer (&proposal);
}

static gboolean
save_line (DovStore           *store,
           DovRosterProposal  *proposal,
           DovRosterLine      *line,
           GError            **error)
{
  g_autoptr (DovRecord) record = dov_record_new (DOV_TYPE_PATROL_SHIFT, 0);
  DovPatrolShift *shift = DOV_PATROL_SHIFT (record);
  gboolean is_whole = line->members->len >= DOV_ROSTER_LEAST_PEOPLE && line->leader_id != 0;

  dov_set (shift, patrol_id, proposal->patrol_id);
  dov_set (shift, starts_at, line->starts_at);
  dov_set (shift, ends_at, line->ends_at);
  dov_set (shift, route_id, line->route_id);
  dov_set (shift, leader_id, line->leader_id);
  dov_set (shift, kind, proposal->kind);
  dov_set (shift, status, is_whole ? DOV_PATROL_SHIFT_STATUS_PLANNED : DOV_PATROL_SHIFT_STATUS_DRAFT);

  return dov_crew_save_shift (store, shift, line->members, error);
}

/**
 * dov_roster_save:
 *
 * Saves what @proposal has that is new and was not left out, as one operation
 * with one undo. Warnings are accepted before, as with any save. When it
 * fails, nothing is saved.
 */
gboolean
dov_roster_save (DovStore           *store,
                 DovRosterProposal  *proposal,
                 GError            **error)
{
  gboolean is_well = TRUE;

  if (!dov_store_begin (store, C_("toast", "Roster of a patrol"), error))
    return FALSE;
  for (guint i = 0; i < proposal->lines->len && is_well; i++)
    {
      DovRosterLine *line = proposal->lines->pdata[i];

      is_well = line->shift_id != 0 || line->is_left_out || save_line (store, proposal, line, error);
    }

  return dov_store_end (store, is_well, error);
}

/* More people than this are not a patrol but a march. */
#define MOST_PEOPLE 8

/* A roster is made for half a year at most; then lives have changed. */
#define MOST_DAYS 190

DOV_DEFINE_CHOICE_SET (
  DovWeekdays, dov_weekdays,
  { DOV_WEEKDAYS_MONDAY, N_("Mondays"), "mon" },
  { DOV_WEEKDAYS_TUESDAY, N_("Tuesdays"), "tue" },
  { DOV_WEEKDAYS_WEDNESDAY, N_("Wednesdays"), "wed" },
  { DOV_WEEKDAYS_THURSDAY, N_("Thursdays"), "thu" },
  { DOV_WEEKDAYS_FRIDAY, N_("Fridays"), "fri" },
  { DOV_WEEKDAYS_SATURDAY, N_("Saturdays"), "sat" },
  { DOV_WEEKDAYS_SUNDAY, N_("Sundays"), "sun" })

static const DovField fields[] = {
  DOV_LINK (DovRosterPlan, patrol_id, N_("Patrol"), DOV_REQUIRED, dov_patrol_get_type),
  DOV_CHOICES (DovRosterPlan, weekdays, N_("On which days of the week"), DOV_REQUIRED, DovWeekdays, dov_weekdays_get_type),
  DOV_TIME (DovRosterPlan, starts, N_("From"), DOV_REQUIRED),
  DOV_TIME (DovRosterPlan, ends, N_("Ends at"), DOV_REQUIRED),
  DOV_DATE (DovRosterPlan, since, N_("First day"), DOV_REQUIRED),
  DOV_DATE_AFTER (DovRosterPlan, until, N_("Last day"), DOV_REQUIRED, since),
  DOV_NUMBER (DovRosterPlan, n_people, N_("People on a shift"), DOV_REQUIRED),
  DOV_LINK (DovRosterPlan, route_id, N_("Route"), 0, dov_patrol_route_get_type),
  DOV_FLAG (DovRosterPlan, in_pairs, N_("In constant pairs"), 0),
};

static void
dov_roster_plan_check (DovRecord *record,
                       GPtrArray *problems)
{
  DovRosterPlan *self = DOV_ROSTER_PLAN (record);

  if (self->n_people != DOV_UNKNOWN && (self->n_people < DOV_ROSTER_LEAST_PEOPLE || self->n_people > MOST_PEOPLE))
    dov_problems_add (problems, record, "n_people", "T2", _("From %d to %d people walk together."),
                      DOV_ROSTER_LEAST_PEOPLE, MOST_PEOPLE);
  if (self->since != NULL && self->until != NULL && g_date_days_between (self->since, self->until) > MOST_DAYS)
    dov_problems_add (problems, record, "until", NULL, _("Deal out half a year at most, then the next."));
  if (self->starts != DOV_NO_TIME && self->starts == self->ends)
    dov_problems_add (problems, record, "ends", "V5", _("The shift ends when it begins. Check both times."));
}

/**
 * dov_roster_plan_get_pattern:
 * @pattern: (out caller-allocates): borrows nothing
 */
void
dov_roster_plan_get_pattern (DovRosterPlan    *self,
                             DovRosterPattern *pattern)
{
  *pattern = (DovRosterPattern) {
    .patrol_id = self->patrol_id,
    .since = *self->since,
    .until = *self->until,
    .weekdays = (guint) self->weekdays,
    .starts = self->starts,
    .ends = self->ends,
    .n_people = (guint) self->n_people,
    .route_id = self->route_id,
    .kind = DOV_PATROL_SHIFT_KIND_PLANNED,
  };
}

DOV_DEFINE_RECORD (DovRosterPlan, dov_roster_plan, fields,
                   .table = "roster_plan",
                   .label = N_("Pattern of shifts"),
                   .labels = N_("Patterns of shifts"),
                   .check = dov_roster_plan_check,
                   .presets = DOV_PRESETS (DOV_PRESET (DovRosterPlan, weekdays, DOV_WEEKDAYS_FRIDAY | DOV_WEEKDAYS_SATURDAY),
                                           DOV_PRESET (DovRosterPlan, starts, 20 * 60),
                                           DOV_PRESET (DovRosterPlan, ends, 22 * 60),
                                           DOV_PRESET (DovRosterPlan, n_people, DOV_ROSTER_LEAST_PEOPLE)))
