/* dov-patrol-rules.c - who walks (T1, T2, T6, N2) and what was found: the night (T3), what became of a child (T5), V8 */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-patrol-rules.h"

#include <glib/gi18n.h>

#include "dov-attendance.h"
#include "dov-curfew.h"
#include "dov-event-helper.h"
#include "dov-event.h"
#include "dov-handover-rules.h"
#include "dov-likely.h"
#include "dov-outgoing-notice.h"
#include "dov-patrol-route.h"
#include "dov-patrol-shift.h"
#include "dov-person.h"
#include "dov-roster-book.h"
#include "dov-shift-member.h"
#include "dov-staff.h"

#define GROWN_UP 18

/* T3: a child at night is young enough, and it is night. */
static void
check_curfew (DovStore         *store,
              DovPatrolFinding *finding,
              GPtrArray        *problems)
{
  DovRecord *record = DOV_RECORD (finding);
  GDate date = dov_moment_get_date (finding->found_at);
  g_autoptr (DovCurfewRule) rule = dov_curfew_find_rule (store, &date);
  gint64 age = dov_curfew_get_finding_age (store, finding, NULL);

  if (finding->kind_id != DOV_FINDING_KIND_CURFEW || finding->outcome == DOV_FINDING_OUTCOME_NO_CHILD)
    return;
  if (rule == NULL)
    {
      dov_problems_warn (problems, record, "kind_id", "T3",
                         _("No rule says when it is night on that day in the region. "
                           "Fill in the curfew rules, or say why it is right."));
      return;
    }
  if (!dov_curfew_is_night (store, finding->found_at))
    {
      g_autofree char *start = dov_time_to_shown (rule->night_start);
      g_autofree char *end = dov_time_to_shown (rule->night_end);

      dov_problems_add (problems, record, "found_at", "T3",
                        _("On that day the night is from %s to %s. Check the time, or choose another kind."), start, end);
    }
  if (age == DOV_UNKNOWN)
    dov_problems_add (problems, record, "age_apparent", "T3", _("Type the child’s age as told, or as it seems."));
  else if (age >= rule->age_limit)
    dov_problems_add (problems, record, "kind_id", "T3",
                      _("The law is for children under %d, and this one was %d. Choose another kind."),
                      (int) rule->age_limit, (int) age);
}

/* What is told of a child is of a child: who is a grown-up would be counted as one. */
static void
warn_grown_up (DovStore         *store,
               DovPatrolFinding *finding,
               GPtrArray        *problems)
{
  gint64 age = dov_curfew_get_finding_age (store, finding, NULL);

  if (age == DOV_UNKNOWN || age < GROWN_UP || finding->outcome == DOV_FINDING_OUTCOME_NO_CHILD ||
      (finding->person_id == 0 && *finding->described_as == '\0') || finding->kind_id == DOV_FINDING_KIND_CURFEW)
    return;
  dov_problems_warn (problems, DOV_RECORD (finding), finding->person_id != 0 ? "person_id" : "described_as", "V2",
                     _("The findings count children, and this one was %d. Choose “there was no child” and tell of the "
                       "grown-up in the note, or say why it is right."), (int) age);
}

static void
check_finding_of_shift (DovStore         *store,
                        DovPatrolFinding *finding,
                        GPtrArray        *problems)
{
  DovRecord *record = DOV_RECORD (finding);
  g_autoptr (DovPatrolShift) shift = dov_store_follow (store, finding, "shift_id");

  if (shift == NULL)
    return;
  if (!dov_patrol_shift_is_on (shift))
    dov_problems_add (problems, record, "shift_id", "T6",
                      _("This shift was called off or replaced. Choose the one that was walked."));
  if (shift->status == DOV_PATROL_SHIFT_STATUS_DONE && finding->outcome == 0)
    dov_problems_add (problems, record, "outcome", "T6",
                      _("The walk is over. Choose what came of this finding."));
  if (g_date_time_compare (finding->found_at, dov_patrol_shift_get_start (shift)) < 0 ||
      g_date_time_compare (finding->found_at, dov_patrol_shift_get_end (shift)) > 0)
    dov_problems_warn (problems, record, "found_at", "T6",
                       _("Nobody of the shift was on the walk at that time. Check the time, or say why it is right."));
}

/* Whatever was found, a child is not left to itself at night, nor to adults who were talked to. */
static gboolean
lets_go_too_young (DovStore         *store,
                   DovPatrolFinding *finding)
{
  return (finding->outcome == DOV_FINDING_OUTCOME_LEFT_SELF || finding->outcome == DOV_FINDING_OUTCOME_ADULTS_TALKED) &&
         !dov_curfew_allows_left_self (store, finding);
}

static void
check_finding (DovStore  *store,
               DovRecord *before,
               DovRecord *after,
               GPtrArray *problems)
{
  DovPatrolFinding *finding = DOV_PATROL_FINDING (after);

  if (finding->found_at == NULL || finding->anonymised_on != NULL)
    return;
  if (dov_record_has_changed (before, after, "found_at", "kind_id", "person_id", "age_known", "age_apparent", "outcome",
                              "described_as", "handover_id",
                            NULL))
    {
      check_curfew (store, finding, problems);
      warn_grown_up (store, finding, problems);
      if (lets_go_too_young (store, finding))
        dov_problems_add (problems, after, "outcome", "T5", _("So young a child is not let go alone at night. "
                                                              "Hand the child to the parents or to the police."));
    }
  if (dov_record_has_changed (before, after, "handover_id", "outcome", "found_at", "person_id", "described_as", "sex",
                              "age_known", "shift_id", "family_id", NULL))
    dov_handover_judge (store, finding, after, problems);
  if (dov_record_has_changed (before, after, "shift_id", "found_at", "outcome", NULL))
    check_finding_of_shift (store, finding, problems);
}

static GPtrArray *
list_findings (DovStore   *store,
               const char *where,
               gint64      id)
{
  return dov_store_read (store, DOV_TYPE_PATROL_FINDING, &(DovQuery) {
    .where = where, .params = g_variant_new ("(x)", id) });
}

/* Another date of birth makes another child of whom was let go. */
static void
check_age_of_let_go (DovStore  *store,
                     DovRecord *before,
                     DovRecord *after,
                     GPtrArray *problems)
{
  g_autoptr (GPtrArray) findings = list_findings (store, "person_id = ?1", dov_record_get_id (after));

  for (guint i = 0; i < findings->len; i++)
    {
      DovPatrolFinding *finding = findings->pdata[i];

      if (lets_go_too_young (store, finding))
        {
          dov_problems_warn (problems, after, "birth_date", "T5",
                             _("A patrol let this child go alone at night, and by this date the child was too young. "
                               "Check the date, or say why it is right."));
          return;
        }
      if (finding->kind_id == DOV_FINDING_KIND_CURFEW && finding->outcome != DOV_FINDING_OUTCOME_NO_CHILD &&
          !dov_curfew_is_offered (store, finding))
        {
          dov_problems_warn (problems, after, "birth_date", "T3",
                             _("A patrol found this person out at night as a child, and by this date it was no child. "
                               "Check the date, or say why it is right."));
          return;
        }
    }
}

/* T4: a rule is of its time. What was found by it stays found by it. */
static void
check_rule (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  DovRecord *record = after != NULL ? after : before;
  g_autoptr (GPtrArray) findings = NULL;

  if (before == NULL)
    return;
  findings = list_findings (store, "kind_id = ?1 AND anonymised_on IS NULL"
                                   " AND ifnull (outcome, '') <> 'no_child'", DOV_FINDING_KIND_CURFEW);
  for (guint i = 0; i < findings->len; i++)
    {
      DovPatrolFinding *finding = findings->pdata[i];

      if (finding->found_at != NULL && !dov_curfew_is_offered (store, finding))
        {
          dov_problems_add (problems, record, NULL, "T4",
                            _("Children were found by this rule as it was. "
                              "Fill in until when it was in force, and add a new row."));
          return;
        }
    }
}

/* V8: a number is given once in a lounge and year, and never again, not even
 * after its paper went into the bin. */
static void
check_number (DovStore  *store,
              DovRecord *before,
              DovRecord *after,
              GPtrArray *problems)
{
  DovOutgoingNotice *notice = DOV_OUTGOING_NOTICE (after);
  g_autoptr (DovStatement) rows = NULL;
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;

  if (notice->date == NULL)
    return;
  day = dov_date_to_iso (notice->date);
  day[4] = '\0';
  rows = dov_store_ask (store, "SELECT id, removed IS NOT NULL FROM outgoing_notice WHERE +lounge_id = ?1"
                        " AND notice_no = ?2 AND substr (date, 1, 4) = ?3 AND id <> ?4",
                        "(xssx)", notice->lounge_id, notice->notice_no, day, dov_record_get_id (after));
  if (!dov_statement_next (rows))
    return;

  words = dov_store_describe_id (store, DOV_TYPE_OUTGOING_NOTICE, dov_statement_column_integer (rows, 0));
  dov_problems_add (problems, after, "notice_no", "V8",
                    dov_statement_column_integer (rows, 1)
                      ? _("The number was that of a notice in the bin: %s. A number is given once; take the next one.")
                      : _("The number is that of another notice: %s. Take the next number."), words);
}

/* V5: what is told of a finding is told after it. */
static void
check_told (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  DovOutgoingNotice *notice = DOV_OUTGOING_NOTICE (after);
  g_autoptr (DovPatrolFinding) finding = dov_store_follow (store, after, "finding_id");
  GDate day;

  if (finding == NULL || finding->found_at == NULL || notice->date == NULL)
    return;
  day = dov_moment_get_date (finding->found_at);
  if (g_date_compare (notice->date, &day) < 0)
    {
      g_autofree char *shown = dov_date_to_shown (&day);

      dov_problems_add (problems, after, "date", "V5", _("The finding is of %s. A notice of it is not earlier: check the date."),
                        shown);
    }
}

static gboolean
is_walking (DovShiftMember *walker)
{
  return walker->came == DOV_SHIFT_CAME_EXPECTED || walker->came == DOV_SHIFT_CAME_CAME;
}

static void
tell (GPtrArray      *problems,
      DovRecord      *record,
      const char     *field,
      const DovClash *clash)
{
  if (clash->is_warning)
    dov_problems_warn (problems, record, field, clash->rule, "%s", clash->words);
  else
    dov_problems_add (problems, record, field, clash->rule, "%s", clash->words);
}

/* What stands against one who walks. That somebody was away is no matter once they came. */
static void
check_walk (DovStore       *store,
            DovShiftMember *walker,
            DovPatrolShift *shift,
            DovRecord      *record,
            const char     *field,
            GPtrArray      *problems)
{
  GDateTime *start = walker->since != NULL ? walker->since : dov_patrol_shift_get_start (shift);
  GDateTime *end = walker->until != NULL ? walker->until : dov_patrol_shift_get_end (shift);
  g_autoptr (DovPatrolMember) member = dov_store_follow (store, walker, "member_id");
  g_autoptr (GPtrArray) clashes = dov_clashes_new ();
  g_autoptr (DovRosterBook) book = NULL;
  DovBookAsk ask = { .patrol_id = shift->patrol_id, .shift_id = dov_record_get_id (DOV_RECORD (shift)),
                     .event_id = shift->event_id };

  if (member == NULL || start == NULL || end == NULL || !is_walking (walker) || !dov_patrol_shift_is_on (shift))
    return;
  ask.start = dov_minute_of_moment (start);
  ask.end = dov_minute_of_moment (end);
  book = dov_roster_book_read (store, member->person_id, ask.start, ask.end);
  dov_roster_book_check (book, walker->member_id, &ask, clashes);
  for (guint i = 0; i < clashes->len; i++)
    {
      DovClash *clash = clashes->pdata[i];

      if (clash->kind != DOV_CLASH_ABSENCE || shift->status != DOV_PATROL_SHIFT_STATUS_DONE)
        tell (problems, record, field, clash);
    }
}

static GPtrArray *
list_walkers (DovStore       *store,
              DovPatrolShift *shift)
{
  return dov_store_read (store, DOV_TYPE_SHIFT_MEMBER, &(DovQuery) {
    .where = "shift_id = ?1", .params = g_variant_new ("(x)", dov_record_get_id (DOV_RECORD (shift))) });
}

/* T2, T6: two people at least, one of whom leads and may; of a shift that was walked, who came. */
static void
check_staffing (DovStore       *store,
                DovPatrolShift *shift,
                DovRecord      *record,
                GPtrArray      *problems)
{
  g_autoptr (GPtrArray) walkers = list_walkers (store, shift);
  g_autoptr (DovPatrolMember) leader = dov_store_follow (store, shift, "leader_id");
  const char *leader_field = DOV_IS_PATROL_SHIFT (record) ? "leader_id" : NULL;
  gboolean leads = FALSE, is_done = shift->status == DOV_PATROL_SHIFT_STATUS_DONE;
  guint n_walking = 0, n_unmarked = 0;

  for (guint i = 0; i < walkers->len; i++)
    {
      DovShiftMember *walker = walkers->pdata[i];

      if (!is_walking (walker))
        continue;
      n_walking++;
      n_unmarked += walker->came == DOV_SHIFT_CAME_EXPECTED;
      leads = leads || walker->member_id == shift->leader_id;
    }

  if (is_done && n_unmarked > 0)
    dov_problems_add (problems, record, NULL, "T6", _("Mark who came to the shift and who did not."));
  if (n_walking < DOV_ROSTER_LEAST_PEOPLE)
    dov_problems_add (problems, record, NULL, "T2",
                      is_done ? _("Fewer than two people came, so nobody could walk. Call the shift off, or mark who came.")
                              : _("At least two people walk together. Put somebody else down too."));
  if (leader != NULL && !leads)
    dov_problems_add (problems, record, leader_field, "T2",
                      is_done ? _("The leader did not come. Choose who of those who came led the walk.")
                              : _("The leader is not among those who walk. Put the leader down too, or choose another."));
  if (leader != NULL && !leader->may_lead)
    {
      g_autofree char *name = dov_store_describe_id (store, DOV_TYPE_PERSON, leader->person_id);

      dov_problems_add (problems, record, leader_field, "T2", _("%s may not lead a shift. Choose another leader."), name);
    }
}

static gboolean
is_set (DovPatrolShift *shift)
{
  return dov_patrol_shift_is_on (shift) && shift->status != DOV_PATROL_SHIFT_STATUS_DRAFT;
}

static gboolean
is_same_moment (GDateTime *a,
                GDateTime *b)
{
  return a == b || (a != NULL && b != NULL && g_date_time_equal (a, b));
}

/* Whether those who walk may have come into each other's way. */
static gboolean
is_moved (DovPatrolShift *before,
          DovPatrolShift *after)
{
  return (!dov_patrol_shift_is_on (before) && dov_patrol_shift_is_on (after)) ||
         !is_same_moment (dov_patrol_shift_get_start (before), dov_patrol_shift_get_start (after)) ||
         !is_same_moment (dov_patrol_shift_get_end (before), dov_patrol_shift_get_end (after)) ||
         before->patrol_id != after->patrol_id || before->event_id != after->event_id;
}

static void
check_belonging (DovStore       *store,
                 DovPatrolShift *shift,
                 GPtrArray      *problems)
{
  g_autoptr (DovPatrolRoute) route = dov_store_follow (store, shift, "route_id");
  g_autoptr (DovPatrolMember) leader = dov_store_follow (store, shift, "leader_id");

  if (route != NULL && route->patrol_id != shift->patrol_id)
    dov_problems_add (problems, DOV_RECORD (shift), "route_id", NULL,
                      _("This is a route of another patrol. Choose one of this patrol."));
  if (leader != NULL && leader->patrol_id != shift->patrol_id)
    dov_problems_add (problems, DOV_RECORD (shift), "leader_id", "T2",
                      _("The leader is of another patrol. Choose one of this patrol."));
}

static void
check_shift (DovStore  *store,
             DovRecord *before,
             DovRecord *after,
             GPtrArray *problems)
{
  DovPatrolShift *shift = DOV_PATROL_SHIFT (after);
  gint64 id = dov_record_get_id (after);

  check_belonging (store, shift, problems);
  if (is_set (shift))
    check_staffing (store, shift, after, problems);
  if (before != NULL && is_moved (DOV_PATROL_SHIFT (before), shift))
    {
      g_autoptr (GPtrArray) walkers = list_walkers (store, shift);

      for (guint i = 0; i < walkers->len; i++)
        check_walk (store, walkers->pdata[i], shift, after, NULL, problems);
    }
  if (shift->status == DOV_PATROL_SHIFT_STATUS_DONE &&
      dov_store_ask_number (store, "SELECT id FROM live_patrol_finding WHERE shift_id = ?1 AND outcome IS NULL", "(x)", id) != 0)
    dov_problems_add (problems, after, "status", "T6",
                      _("A finding of this shift has no outcome yet. Fill it in first."));
  if (shift->status == DOV_PATROL_SHIFT_STATUS_DONE &&
      dov_store_ask_number (store, "SELECT f.id FROM live_patrol_finding f JOIN live_handover h ON h.id = f.handover_id"
                            " WHERE f.shift_id = ?1 AND NOT h.is_signed AND h.anonymised_on IS NULL", "(x)", id) != 0)
    dov_problems_add (problems, after, "status", "N4",
                      _("Nobody has signed for a child who was handed over on this shift. Get the signature and mark it first."));
  if (!dov_patrol_shift_is_on (shift) &&
      dov_store_ask_number (store, "SELECT id FROM live_patrol_finding WHERE shift_id = ?1", "(x)", id) != 0)
    dov_problems_add (problems, after, "status", "T6",
                      _("There are findings of this shift, so it was walked. Remove them first, or leave it as walked."));
}

/* T1 */

/* Nobody stands on the list of a shift twice. */
static void
check_once (DovStore       *store,
            DovShiftMember *walker,
            GPtrArray      *problems)
{
  g_autoptr (DovPatrolMember) member = dov_store_follow (store, walker, "member_id");
  g_autoptr (GArray) cards = member != NULL ? dov_person_list_cards (store, member->person_id) : NULL;
  guint told = problems->len;

  for (guint i = 0; cards != NULL && i < cards->len && problems->len == told; i++)
    if (dov_store_ask_number (store,
                              "SELECT x.id FROM live_shift_member x JOIN patrol_member m ON m.id = x.member_id"
                              " WHERE x.shift_id = ?1 AND x.id <> ?2 AND m.person_id = ?3",
                              "(xxx)", walker->shift_id, dov_record_get_id (DOV_RECORD (walker)),
                              g_array_index (cards, gint64, i)) != 0)
      dov_problems_add (problems, DOV_RECORD (walker), "member_id", "T1",
                        _("This person is on the list of the shift already. Change that line instead."));
}

/* Own times lie in the shift's; of what was walked, in those of the walk. */
static void
check_own_times (DovShiftMember *walker,
                 DovPatrolShift *shift,
                 GPtrArray      *problems)
{
  GDateTime *start = dov_patrol_shift_get_start (shift), *end = dov_patrol_shift_get_end (shift);

  if (walker->since != NULL && end != NULL && g_date_time_compare (walker->since, end) >= 0)
    dov_problems_add (problems, DOV_RECORD (walker), "since", "V5",
                      _("The shift was over by then. Check the time."));
  if (walker->until != NULL && start != NULL && g_date_time_compare (walker->until, start) <= 0)
    dov_problems_add (problems, DOV_RECORD (walker), "until", "V5",
                      _("The shift had not begun by then. Check the time."));
  if (shift->actual_start == NULL || shift->actual_end == NULL)
    return;
  if (walker->since != NULL && g_date_time_compare (walker->since, start) < 0)
    dov_problems_add (problems, DOV_RECORD (walker), "since", "V5",
                      _("The walk began later. Check the time, or that of the walk."));
  if (walker->until != NULL && g_date_time_compare (walker->until, end) > 0)
    dov_problems_add (problems, DOV_RECORD (walker), "until", "V5",
                      _("The walk ended earlier. Check the time, or that of the walk."));
}

static void
check_walker (DovStore  *store,
              DovRecord *before,
              DovRecord *after,
              GPtrArray *problems)
{
  DovShiftMember *walker = DOV_SHIFT_MEMBER (after);
  g_autoptr (DovPatrolShift) shift = dov_store_follow (store, walker, "shift_id");
  gboolean starts_walking = is_walking (walker) && (before == NULL || !is_walking (DOV_SHIFT_MEMBER (before)));

  if (shift == NULL)
    return;
  check_once (store, walker, problems);
  if (!starts_walking && !dov_record_has_changed (before, after, "shift_id", "member_id", "since", "until", NULL))
    return;
  check_own_times (walker, shift, problems);
  check_walk (store, walker, shift, after, "member_id", problems);
}

/* Who is taken off a shift, or did not come, leaves the others. */
static void
check_left (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  g_autoptr (DovPatrolShift) left = dov_store_follow (store, before, "shift_id");
  g_autoptr (DovPatrolShift) joined = dov_store_follow (store, after, "shift_id");

  if (after != NULL && !dov_record_has_changed (before, after, "shift_id", "member_id", "came", NULL))
    return;
  if (left != NULL && left != joined && is_set (left))
    check_staffing (store, left, before, problems);
  if (joined != NULL && is_set (joined))
    check_staffing (store, joined, after, problems);
  if (before != NULL)
    dov_handover_judge_walker (store, DOV_SHIFT_MEMBER (before), after != NULL ? after : before, problems);
}

/* T2 */

static gboolean
is_child (DovPerson   *person,
          const GDate *on)
{
  if (person->birth_date != NULL)
    return dov_age_on (person->birth_date, on) < 18;

  return person->birth_year != DOV_UNKNOWN && g_date_get_year (on) - person->birth_year < 18;
}

static void
check_adult (DovStore  *store,
             DovRecord *before,
             DovRecord *after,
             GPtrArray *problems)
{
  DovPatrolMember *member = DOV_PATROL_MEMBER (after);
  g_autoptr (DovPerson) person = dov_store_follow (store, member, "person_id");

  if (member->since == NULL || person == NULL)
    return;

  if (is_child (person, member->since))
    dov_problems_add (problems, after, "person_id", "T2",
                      _("Only adults walk with a patrol. Choose somebody who is 18 by that day."));
  else if (person->birth_date == NULL && person->birth_year == DOV_UNKNOWN)
    dov_problems_warn (problems, after, "person_id", "T2",
                       _("Nobody knows the date of birth. Type it on the card, or say how you know that this is an adult."));
}

/* Another date of birth may make a child of somebody who walks. */
static void
check_birth (DovStore  *store,
             DovRecord *before,
             DovRecord *after,
             GPtrArray *problems)
{
  DovQuery query = { .where = "person_id = ?1", .params = g_variant_new ("(x)", dov_record_get_id (after)) };
  g_autoptr (GPtrArray) members = dov_store_read (store, DOV_TYPE_PATROL_MEMBER, &query);
  guint told = problems->len;

  for (guint i = 0; i < members->len && problems->len == told; i++)
    if (is_child (DOV_PERSON (after), DOV_PATROL_MEMBER (members->pdata[i])->since))
      dov_problems_add (problems, after, "birth_date", "T2",
                        _("This person walks with a patrol, and only adults do. Check the date, or end the membership."));
}

/* T1: a card that becomes a second one of somebody has walked when that one walked. */
static void
check_second_card (DovStore  *store,
                   DovRecord *before,
                   DovRecord *after,
                   GPtrArray *problems)
{
  g_autoptr (GArray) cards = dov_person_list_cards (store, dov_record_get_id (after));
  g_autoptr (GPtrArray) found = dov_problems_new ();
  g_autoptr (DovStatement) rows = NULL;

  if (cards->len < 2)
    return;
  rows = dov_store_ask (store, "SELECT x.id FROM live_shift_member x JOIN live_patrol_member m ON m.id = x.member_id"
                        " WHERE m.person_id = ?1", "(x)", dov_record_get_id (after));
  while (dov_statement_next (rows))
    {
      g_autoptr (DovShiftMember) walker = dov_store_look_up (store, DOV_TYPE_SHIFT_MEMBER,
                                                             dov_statement_column_integer (rows, 0));
      g_autoptr (DovPatrolShift) shift = walker != NULL ? dov_store_follow (store, walker, "shift_id") : NULL;

      if (shift == NULL)
        continue;
      check_once (store, walker, found);
      check_walk (store, walker, shift, DOV_RECORD (walker), "member_id", found);
    }
  for (guint i = 0; i < found->len; i++)
    {
      const DovProblem *problem = found->pdata[i];

      if (problem->is_warning || g_strcmp0 (problem->rule, "T1") != 0)
        continue;
      dov_problems_add (problems, after, "last_name", "T1", "%s", problem->message);
      return;
    }
}

/* A shift on which a member of these days, who may or may not lead, no longer fits. */
static const char unfit_sql[] =
  "SELECT s.id FROM live_patrol_shift s JOIN live_shift_member x ON x.shift_id = s.id AND x.member_id = ?1"
  " WHERE s.status NOT IN ('cancelled', 'replaced')"
  " AND x.came NOT IN ('no_show', 'excused')"
  " AND (s.patrol_id <> ?2 OR (?3 = 0 AND s.leader_id = ?1 AND s.status <> 'draft')"
  "  OR substr (coalesce (s.actual_start, s.starts_at), 1, 10) < ?4"
  "  OR substr (coalesce (s.actual_start, s.starts_at), 1, 10) > ?5) ORDER BY s.starts_at";

static void
check_still_fits (DovStore  *store,
                  DovRecord *before,
                  DovRecord *after,
                  GPtrArray *problems)
{
  DovPatrolMember *member = DOV_PATROL_MEMBER (after);
  g_autoptr (DovStatement) rows = NULL;
  g_autofree char *until = NULL;
  g_autofree char *words = NULL;

  until = member->until != NULL ? dov_date_to_iso (member->until) : g_strdup ("9999");
  rows = dov_store_ask (store, unfit_sql, "(xxbDs)", dov_record_get_id (after), member->patrol_id,
                        member->may_lead, member->since, until);
  if (!dov_statement_next (rows))
    return;

  words = dov_store_describe_id (store, DOV_TYPE_PATROL_SHIFT, dov_statement_column_integer (rows, 0));
  if (dov_record_has_changed (before, after, "may_lead", NULL) && !member->may_lead)
    dov_problems_add (problems, after, "may_lead", "T2",
                      _("This member leads a shift: %s. Choose another leader there; if it was walked, "
                        "end this membership and put the person down anew."), words);
  else
    dov_problems_add (problems, after, "until", "T2",
                      _("This member is on a shift: %s. Take the member off it first, or check the days."), words);
}

/* T1 from the side of an event: who has a duty there is on no walk meanwhile. */

static void
check_duty (DovStore   *store,
            DovEvent   *event,
            gint64      person_id,
            DovRecord  *record,
            const char *field,
            GPtrArray  *problems)
{
  static const char sql[] =
    "SELECT s.id FROM live_patrol_member m CROSS JOIN live_shift_member x CROSS JOIN live_patrol_shift s"
    " WHERE m.person_id = ?1 AND x.member_id = m.id"
    " AND x.came NOT IN ('no_show', 'excused') AND s.id = x.shift_id"
    " AND s.status NOT IN ('cancelled', 'replaced') AND ifnull (s.event_id, 0) <> ?2"
    " AND coalesce (x.since, s.actual_start, s.starts_at) < ?4"
    " AND coalesce (x.until, s.actual_end, s.ends_at) > ?3";
  g_autoptr (GArray) cards = dov_person_list_cards (store, person_id);
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;
  gint64 shift_id = 0;

  for (guint i = 0; i < cards->len && shift_id == 0; i++)
    shift_id = dov_store_ask_number (store, sql, "(xxMM)", g_array_index (cards, gint64, i),
                                     dov_record_get_id (DOV_RECORD (event)), event->starts_at, event->ends_at);
  if (shift_id == 0)
    return;

  name = dov_store_describe_id (store, DOV_TYPE_PERSON, person_id);
  words = dov_store_describe_id (store, DOV_TYPE_PATROL_SHIFT, shift_id);
  dov_problems_add (problems, record, field, "T1",
                    _("%s walks with a patrol at that time: %s. Choose somebody else, or change the shift first."),
                    name, words);
}

static gboolean
has_duties (DovEvent *event)
{
  return event != NULL && event->starts_at != NULL && event->ends_at != NULL &&
         !dov_record_is_removed (DOV_RECORD (event)) &&
         (event->status == DOV_EVENT_STATUS_PLANNED || event->status == DOV_EVENT_STATUS_APPROVED ||
          event->status == DOV_EVENT_STATUS_HELD);
}

static void
check_event (DovStore  *store,
             DovRecord *before,
             DovRecord *after,
             GPtrArray *problems)
{
  static const char sql[] =
    "SELECT person_id FROM live_attendance WHERE event_id = ?1 AND role IN ('helper', 'organiser')"
    " AND status NOT IN ('no_show', 'cancelled')"
    " UNION SELECT person_id FROM live_event_helper WHERE event_id = ?1";
  g_autoptr (DovStaff) staff = dov_store_follow (store, after, "responsible_id");
  g_autoptr (DovStatement) rows = NULL;

  if (!has_duties (DOV_EVENT (after)))
    return;
  check_duty (store, DOV_EVENT (after), staff != NULL ? staff->person_id : 0, after, "responsible_id", problems);
  if (before == NULL)
    return;

  rows = dov_store_ask (store, sql, "(x)", dov_record_get_id (after));
  while (dov_statement_next (rows))
    check_duty (store, DOV_EVENT (after), dov_statement_column_integer (rows, 0), after, "starts_at", problems);
}

static void
check_helper (DovStore  *store,
              DovRecord *before,
              DovRecord *after,
              GPtrArray *problems)
{
  g_autoptr (DovEvent) event = dov_store_follow (store, after, "event_id");

  if (has_duties (event))
    check_duty (store, event, DOV_EVENT_HELPER (after)->person_id, after, "person_id", problems);
}

static void
check_attendance (DovStore  *store,
                  DovRecord *before,
                  DovRecord *after,
                  GPtrArray *problems)
{
  DovAttendance *attendance = DOV_ATTENDANCE (after);
  g_autoptr (DovEvent) event = dov_store_follow (store, after, "event_id");

  if ((attendance->role != DOV_ATTENDANCE_ROLE_HELPER && attendance->role != DOV_ATTENDANCE_ROLE_ORGANISER) ||
      attendance->status == DOV_ATTENDANCE_STATUS_NO_SHOW ||
      attendance->status == DOV_ATTENDANCE_STATUS_CANCELLED)
    return;
  if (has_duties (event))
    check_duty (store, event, attendance->person_id, after, "person_id", problems);
}

static const DovOnce once[] = {
  { dov_patrol_member_get_type, "person_id patrol_id", DOV_ONCE_BY_DAYS, "person_id", "T2",
    N_("This person is in the patrol already. Open that line, or end it first."), NULL },
};

static const DovRuleOf rules[] = {
  { dov_patrol_shift_get_type, DOV_RULE_AT_END,
    "patrol_id starts_at ends_at route_id leader_id status event_id actual_start actual_end", check_shift },
  { dov_shift_member_get_type, DOV_RULE_AT_END, "", check_walker },
  { dov_shift_member_get_type, DOV_RULE_AT_END, NULL, check_left },
  { dov_patrol_member_get_type, 0, "person_id since", check_adult },
  { dov_patrol_member_get_type, DOV_RULE_AT_END | DOV_RULE_OF_KEPT,
    "patrol_id since until may_lead", check_still_fits },
  { dov_person_get_type, DOV_RULE_AT_END | DOV_RULE_OF_KEPT, "birth_date birth_year", check_birth },
  { dov_person_get_type, DOV_RULE_AT_END | DOV_RULE_OF_KEPT,
    "last_name first_name patronymic birth_date snils", check_second_card },
  { dov_event_get_type, DOV_RULE_AT_END, "starts_at ends_at responsible_id status", check_event },
  { dov_event_helper_get_type, DOV_RULE_AT_END, "event_id person_id", check_helper },
  { dov_attendance_get_type, DOV_RULE_AT_END, "event_id person_id role status", check_attendance },
  { dov_patrol_finding_get_type, DOV_RULE_AT_END, "", check_finding },
  { dov_person_get_type, DOV_RULE_AT_END | DOV_RULE_OF_KEPT, "birth_date birth_year", check_age_of_let_go },
  { dov_curfew_rule_get_type, DOV_RULE_AT_END, NULL, check_rule },
  { dov_outgoing_notice_get_type, DOV_RULE_AT_END, "notice_no lounge_id date", check_number },
  { dov_outgoing_notice_get_type, DOV_RULE_AT_END, "finding_id date", check_told },
};

void
dov_patrol_rules_install (DovStore *store)
{
  dov_store_add_once (store, once, G_N_ELEMENTS (once));
  dov_store_add_rules (store, rules, G_N_ELEMENTS (rules));
  dov_handover_rules_install (store);
}
