/* test-roster.c - a roster by pattern, all clashes in one list, who is free instead, fair shares */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event.h"
#include "dov-patrol-absence.h"
#include "dov-patrol-route.h"
#include "dov-patrol-words.h"
#include "dov-patrol.h"
#include "dov-registry.h"
#include "dov-roster-plan.h"
#include "dov-roster.h"
#include "dov-rules.h"
#include "dov-shift-member.h"
#include "patrols.h"
#include "verdict.h"

#include <string.h>

#define FRIDAY   (1u << 4)
#define SATURDAY (1u << 5)

static void
open_club (Club   *club,
           Patrol *patrol)
{
  club_open (club);
  dov_rules_install (club->store);
  patrol_make (club, patrol, "Слудский");
}

static GDate
date_of (const char *text)
{
  g_autoptr (GDate) date = NULL;

  g_assert_true (dov_date_from_iso (text, &date));

  return *date;
}

/* Every Friday and Saturday from eight to ten. */
static DovRosterPattern
pattern_of (Patrol     *patrol,
            const char *since,
            const char *until)
{
  DovRosterPattern pattern = {
    .patrol_id = patrol->patrol, .since = date_of (since), .until = date_of (until), .weekdays = FRIDAY | SATURDAY,
    .starts = 20 * 60, .ends = 22 * 60, .n_people = 2,
  };

  return pattern;
}

static DovRosterProposal *
propose (Club             *club,
         DovRosterPattern *pattern)
{
  g_autoptr (GError) error = NULL;
  DovRosterProposal *proposal = dov_roster_propose (club->store, pattern, &error);

  g_assert_no_error (error);

  return proposal;
}

static gboolean
has_member (GArray *members,
            gint64  member)
{
  for (guint i = 0; i < members->len; i++)
    if (g_array_index (members, gint64, i) == member)
      return TRUE;

  return FALSE;
}

static guint
count_of (DovRosterProposal *proposal,
          gint64             member)
{
  guint n = 0;

  for (guint i = 0; i < proposal->lines->len; i++)
    n += has_member (((DovRosterLine *) proposal->lines->pdata[i])->members, member);

  return n;
}

static gint64
count_sql (Club       *club,
           const char *sql)
{
  return dov_database_count (dov_store_get_database (club->store), sql, NULL);
}

/* A half-year of Fridays and Saturdays: the days, the times over midnight,
 * nobody twice, fair shares, and one operation with one undo. */
static void
test_half_year (void)
{
  Club club;
  Patrol patrol;
  DovRosterPattern pattern;
  g_autoptr (DovRosterProposal) proposal = NULL;
  g_autoptr (GError) error = NULL;
  GDate first, second;
  guint least = G_MAXUINT, most = 0;
  gint64 before = 0;

  open_club (&club, &patrol);
  pattern = pattern_of (&patrol, "2027-03-08", "2027-09-07");
  pattern.starts = 22 * 60 + 30;
  pattern.ends = 30;
  proposal = propose (&club, &pattern);
  g_assert_cmpuint (proposal->lines->len, ==, 52);
  g_assert_cmpuint (proposal->n_new, ==, 52);
  g_assert_cmpuint (proposal->n_kept + proposal->n_short, ==, 0);
  g_assert_cmpint (count_sql (&club, "SELECT count(*) FROM patrol_shift"), ==, 0);
  for (guint i = 0; i < proposal->lines->len; i++)
    {
      DovRosterLine *line = proposal->lines->pdata[i];

      first = dov_moment_get_date (line->starts_at);
      second = dov_moment_get_date (line->ends_at);
      g_assert_true (g_date_get_weekday (&first) == G_DATE_FRIDAY || g_date_get_weekday (&first) == G_DATE_SATURDAY);
      g_assert_cmpint (g_date_days_between (&first, &second), ==, 1);
      g_assert_cmpint (dov_moment_get_time (line->ends_at), ==, 30);
      g_assert_cmpuint (line->members->len, ==, 2);
      g_assert_cmpint (g_array_index (line->members, gint64, 0), ==, line->leader_id);
      g_assert_true (line->leader_id == patrol.members[0] || line->leader_id == patrol.members[1]);
      g_assert_cmpstr (line->words, ==, "");
    }

  /* Two lead 26 times each; the other four share the rest evenly. */
  g_assert_cmpuint (count_of (proposal, patrol.members[0]), ==, 26);
  g_assert_cmpuint (count_of (proposal, patrol.members[1]), ==, 26);
  for (guint i = 2; i < PATROL_N_MEMBERS; i++)
    {
      least = MIN (least, count_of (proposal, patrol.members[i]));
      most = MAX (most, count_of (proposal, patrol.members[i]));
    }
  g_assert_cmpuint (least, ==, 13);
  g_assert_cmpuint (most, ==, 13);

  before = dov_store_get_last_operation (club.store);
  g_assert_true (dov_roster_save (club.store, proposal, &error));
  g_assert_no_error (error);
  g_assert_cmpint (dov_store_get_last_operation (club.store), ==, before + 1);
  g_assert_cmpint (count_sql (&club, "SELECT count(*) FROM patrol_shift WHERE status = 'planned'"), ==, 52);
  g_assert_cmpint (count_sql (&club, "SELECT count(*) FROM shift_member"), ==, 104);
  verdict_undo (&club, before + 1, NULL);
  g_assert_cmpint (count_sql (&club, "SELECT count(*) FROM patrol_shift WHERE removed IS NULL"), ==, 0);
  club_close (&club);
}

/* What is there stays, also what was called off, and nothing is made twice. */
static void
test_kept (void)
{
  Club club;
  Patrol patrol;
  DovRosterPattern pattern;
  g_autoptr (DovRosterProposal) proposal = NULL, again = NULL, longer = NULL;
  g_autoptr (GError) error = NULL;
  gint64 kept = 0, off = 0;

  open_club (&club, &patrol);
  kept = patrol_add_shift (&club, &patrol, "2027-03-12T21:00", "2027-03-12T23:00", patrol.members[1], patrol.members[5]);
  off = patrol_add_shift (&club, &patrol, "2027-03-13T20:00", "2027-03-13T22:00", patrol.members[1], patrol.members[5]);
  club_change (&club, DOV_TYPE_PATROL_SHIFT, off, "status_reason", "выборы");
  club_change (&club, DOV_TYPE_PATROL_SHIFT, off, "status", "cancelled");
  pattern = pattern_of (&patrol, "2027-03-08", "2027-03-21");
  proposal = propose (&club, &pattern);
  g_assert_cmpuint (proposal->lines->len, ==, 4);
  g_assert_cmpuint (proposal->n_kept, ==, 2);
  g_assert_cmpint (((DovRosterLine *) proposal->lines->pdata[0])->shift_id, ==, kept);
  g_assert_cmpint (((DovRosterLine *) proposal->lines->pdata[1])->shift_id, ==, off);
  g_assert_cmpint (((DovRosterLine *) proposal->lines->pdata[0])->leader_id, ==, patrol.members[1]);

  /* One is left out by the page. */
  ((DovRosterLine *) proposal->lines->pdata[2])->is_left_out = TRUE;
  g_assert_true (dov_roster_save (club.store, proposal, &error));
  g_assert_cmpint (count_sql (&club, "SELECT count(*) FROM patrol_shift"), ==, 3);
  again = propose (&club, &pattern);
  g_assert_cmpuint (again->n_new, ==, 1);
  g_assert_true (dov_roster_save (club.store, again, &error));
  longer = propose (&club, &pattern);
  g_assert_cmpuint (longer->n_new, ==, 0);

  /* The turn goes on where the last roster ended: who walked comes later. */
  g_clear_pointer (&longer, dov_roster_proposal_free);
  pattern = pattern_of (&patrol, "2027-03-22", "2027-03-28");
  longer = propose (&club, &pattern);
  for (guint i = 2; i < PATROL_N_MEMBERS; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM shift_member x JOIN patrol_shift s ON s.id = x.shift_id"
                                              " WHERE s.status = 'planned' AND x.member_id = %" G_GINT64_FORMAT,
                                              patrol.members[i]);

      g_assert_cmpint (count_sql (&club, sql) + count_of (longer, patrol.members[i]), <=, 2);
    }
  club_close (&club);
}

/* Absences, other patrols, events and pauses are respected; what is short says so and becomes a draft. */
static void
test_respected (void)
{
  Club club;
  Patrol patrol, other;
  DovRosterPattern pattern;
  g_autoptr (DovRosterProposal) proposal = NULL;
  g_autoptr (GError) error = NULL;
  DovRosterLine *line = NULL;
  gint64 twin = 0;

  open_club (&club, &patrol);
  patrol_make (&club, &other, "Бурецкий");
  twin = patrol_add_member (&club, &other, patrol.persons[1], TRUE);

  /* On the 12th only Anna may lead, and only Dina is with her: the rest are away, elsewhere or only just back. */
  for (guint i = 2; i < 4; i++)
    {
      g_autofree char *member = patrol_write_id (patrol.members[i]);

      club_add (&club, DOV_TYPE_PATROL_ABSENCE, "member_id", member, "since", "2027-03-10", "until", "2027-03-12", NULL);
    }
  patrol_add_shift (&club, &other, "2027-03-12T18:00", "2027-03-12T20:00", other.members[0], twin);
  {
    g_autofree char *person = patrol_write_id (patrol.persons[5]);
    gint64 staff = club_add (&club, dov_registry_find ("staff"), "person_id", person, "position", "Методист",
                             "role", "culture_worker", NULL);
    g_autofree char *responsible = patrol_write_id (staff);
    gint64 event = club_add_event (&club, "Вечер", "2027-03-12T20:30");

    club_change (&club, DOV_TYPE_EVENT, event, "responsible_id", responsible);
  }
  pattern = pattern_of (&patrol, "2027-03-12", "2027-03-12");
  pattern.n_people = 3;
  proposal = propose (&club, &pattern);
  line = proposal->lines->pdata[0];
  g_assert_cmpuint (line->members->len, ==, 2);
  g_assert_cmpint (line->leader_id, ==, patrol.members[0]);
  g_assert_true (has_member (line->members, patrol.members[4]));
  g_assert_cmpuint (line->n_missing, ==, 1);
  g_assert_cmpuint (proposal->n_short, ==, 1);
  g_assert_cmpstr (line->words, !=, "");
  g_clear_pointer (&proposal, dov_roster_proposal_free);

  /* Nobody who may lead: a draft to be completed by hand. */
  {
    g_autofree char *member = patrol_write_id (patrol.members[0]);

    club_add (&club, DOV_TYPE_PATROL_ABSENCE, "member_id", member, "since", "2027-03-12", "until", "2027-03-12", NULL);
  }
  proposal = propose (&club, &pattern);
  line = proposal->lines->pdata[0];
  g_assert_cmpint (line->leader_id, ==, 0);
  g_assert_true (dov_roster_save (club.store, proposal, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_sql (&club, "SELECT count(*) FROM patrol_shift WHERE status = 'draft'"), ==, 1);
  club_close (&club);
}

static GPtrArray *
make_pairs (Patrol *patrol)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < 2; i++)
    {
      GArray *pair = g_array_new (FALSE, FALSE, sizeof (gint64));

      g_array_append_val (pair, patrol->members[i]);
      g_array_append_val (pair, patrol->members[i + 2]);
      g_ptr_array_add (groups, pair);
    }

  return groups;
}

/* Pairs walk in turn; one that was passed over is next. */
static void
test_pairs (void)
{
  Club club;
  Patrol patrol;
  DovRosterPattern pattern;
  g_autoptr (DovRosterProposal) proposal = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree char *away = NULL;
  static const guint expected[] = { 0, 1, 1, 0, 1, 0 };

  open_club (&club, &patrol);
  groups = make_pairs (&patrol);
  away = patrol_write_id (patrol.members[2]);
  club_add (&club, DOV_TYPE_PATROL_ABSENCE, "member_id", away, "since", "2027-03-19", "until", "2027-03-19", NULL);
  pattern = pattern_of (&patrol, "2027-03-08", "2027-03-28");
  pattern.groups = groups;
  proposal = propose (&club, &pattern);
  g_assert_cmpuint (proposal->lines->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      DovRosterLine *line = proposal->lines->pdata[i];

      g_test_message ("line %u", i);
      g_assert_cmpint (line->leader_id, ==, patrol.members[expected[i]]);
      g_assert_true (has_member (line->members, patrol.members[expected[i] + 2]));
    }

  /* A leader of one's own choice, and three at a time. */
  g_clear_pointer (&proposal, dov_roster_proposal_free);
  pattern.leader_id = patrol.members[1];
  pattern.n_people = 3;
  proposal = propose (&club, &pattern);
  for (guint i = 0; i < proposal->lines->len; i++)
    {
      DovRosterLine *line = proposal->lines->pdata[i];

      g_assert_cmpint (line->leader_id, ==, patrol.members[1]);
      g_assert_cmpuint (line->members->len, ==, 3);
    }
  club_close (&club);
}

/* A pattern that makes no sense is refused in words; nothing else happens. */
static void
test_bad_patterns (void)
{
  Club club;
  Patrol patrol;
  DovRosterPattern good, bad;
  gint64 closed = 0, empty = 0;

  open_club (&club, &patrol);
  good = pattern_of (&patrol, "2027-03-08", "2027-03-28");
  closed = club_add (&club, DOV_TYPE_PATROL, "name", "Бывший", "settlement_id", "15", "status", "closed", NULL);
  empty = club_add (&club, DOV_TYPE_PATROL, "name", "Новый", "settlement_id", "15", NULL);

#define REFUSED(change) \
  G_STMT_START { \
    g_autoptr (GError) error = NULL; \
    bad = good; \
    change; \
    g_assert_null (dov_roster_propose (club.store, &bad, &error)); \
    g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED); \
  } G_STMT_END

  REFUSED (bad.patrol_id = 0);
  REFUSED (bad.patrol_id = closed);
  REFUSED (bad.patrol_id = empty);
  REFUSED (bad.until = date_of ("2027-03-07"));
  REFUSED (bad.until = date_of ("2037-03-07"));
  REFUSED (g_date_clear (&bad.since, 1));
  REFUSED (bad.weekdays = 0);
  REFUSED (bad.starts = DOV_NO_TIME);
  REFUSED (bad.ends = 20 * 60 + 20);
  REFUSED (bad.ends = 19 * 60);
  REFUSED (bad.n_people = 1);
  REFUSED (bad.leader_id = patrol.members[4]);
#undef REFUSED
  club_close (&club);
}

/* All clashes of a period in one list, each with who is free instead. */
static void
test_clashes (void)
{
  Club club;
  Patrol patrol;
  gint64 shift = 0, draft = 0;
  g_autofree char *member = NULL;
  g_autoptr (DovRecord) empty = NULL;
  g_autoptr (GPtrArray) clashes = NULL, none = NULL, of_draft = NULL, of_person = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GDate since = date_of ("2027-03-08"), until = date_of ("2027-03-14"), next = date_of ("2027-03-15");
  DovClash *clash = NULL;

  open_club (&club, &patrol);
  shift = patrol_add_shift (&club, &patrol, "2027-03-12T22:30", "2027-03-13T00:30", patrol.members[0], patrol.members[2]);
  none = dov_roster_list_clashes (club.store, 0, &since, &until);
  g_assert_cmpuint (none->len, ==, 0);

  /* An absence entered later is no refusal: it stands in the list. */
  member = patrol_write_id (patrol.members[2]);
  club_add (&club, DOV_TYPE_PATROL_ABSENCE, "member_id", member, "since", "2027-03-13", "until", "2027-03-20", NULL);
  g_clear_pointer (&member, g_free);
  member = patrol_write_id (patrol.members[4]);
  club_add (&club, DOV_TYPE_PATROL_ABSENCE, "member_id", member, "since", "2027-03-13", "until", "2027-03-20", NULL);
  empty = patrol_new_shift (&club, &patrol, "2027-03-14T20:00", "2027-03-14T22:00", 0);
  draft = club_save (&club, empty);
  clashes = dov_roster_list_clashes (club.store, patrol.patrol, &since, &until);
  g_assert_no_error (error);
  g_assert_cmpuint (clashes->len, ==, 3);
  clash = clashes->pdata[0];
  g_assert_cmpint (clash->kind, ==, DOV_CLASH_ABSENCE);
  g_assert_cmpint (clash->shift_id, ==, shift);
  g_assert_cmpint (clash->member_id, ==, patrol.members[2]);
  g_assert_true (clash->is_warning);
  g_assert_cmpstr (clash->rule, ==, "T1");
  g_assert_nonnull (strstr (clash->words, "Вера"));
  g_assert_cmpuint (clash->free->len, ==, 3);
  g_assert_true (g_array_index (clash->free, DovFree, 0).may_lead);
  g_assert_cmpint (g_array_index (clash->free, DovFree, 0).member_id, ==, patrol.members[1]);
  clash = clashes->pdata[1];
  g_assert_cmpint (clash->kind, ==, DOV_CLASH_FEW);
  g_assert_cmpint (clash->shift_id, ==, draft);
  g_assert_true (clash->is_warning);
  g_assert_cmpuint (clash->free->len, ==, 4);
  g_assert_cmpint (((DovClash *) clashes->pdata[2])->kind, ==, DOV_CLASH_NO_LEADER);
  g_clear_pointer (&clashes, g_ptr_array_unref);
  clashes = dov_roster_list_clashes (club.store, patrol.patrol, &next, &next);
  g_assert_cmpuint (clashes->len, ==, 0);

  /* What a page has in hand, before it is saved. */
  club_fill (empty, "starts_at", "2027-03-13T00:00", "ends_at", "2027-03-13T01:00", "status", "planned", NULL);
  g_array_append_val (ids, patrol.members[0]);
  of_draft = dov_roster_check_shift (club.store, DOV_PATROL_SHIFT (empty), ids);
  g_assert_cmpuint (of_draft->len, ==, 3);
  g_assert_cmpint (((DovClash *) of_draft->pdata[0])->kind, ==, DOV_CLASH_SHIFT);
  g_assert_false (((DovClash *) of_draft->pdata[1])->is_warning);
  of_person = dov_roster_check_person (club.store, patrol.members[0], DOV_PATROL_SHIFT (empty)->starts_at,
                                       DOV_PATROL_SHIFT (empty)->ends_at, shift);
  g_assert_cmpuint (of_person->len, ==, 0);
  club_close (&club);
}

static const DovRosterShare *
share_of (GArray *shares,
          gint64  member)
{
  for (guint i = 0; i < shares->len; i++)
    if (g_array_index (shares, DovRosterShare, i).member_id == member)
      return &g_array_index (shares, DovRosterShare, i);

  return NULL;
}

/* Who served how often, who did not come, and for how long really. */
static void
test_shares (void)
{
  Club club;
  Patrol patrol;
  g_autoptr (GArray) shares = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DovRecord) extra = NULL, off = NULL;
  gint64 first = 0, second = 0, cancelled = 0;
  GDate since = date_of ("2027-02-01"), until = date_of ("2027-03-31");
  const DovRosterShare *share = NULL;

  open_club (&club, &patrol);
  first = patrol_add_shift (&club, &patrol, "2027-02-12T22:30", "2027-02-13T00:40", patrol.members[0], patrol.members[2]);
  extra = patrol_new_walker (&club, first, patrol.members[3]);
  club_save (&club, extra);
  patrol_mark_done (&club, first);
  club_change (&club, DOV_TYPE_SHIFT_MEMBER, dov_record_get_id (extra), "came", "no_show");
  second = patrol_add_shift (&club, &patrol, "2027-02-19T20:00", "2027-02-19T22:00", patrol.members[0], patrol.members[2]);
  patrol_mark_done (&club, second);
  {
    DovQuery query = { .where = "shift_id = ?1 AND member_id = ?2",
                       .params = g_variant_new ("(xx)", second, patrol.members[2]) };
    g_autoptr (DovRecord) line = dov_store_find_first (club.store, DOV_TYPE_SHIFT_MEMBER, &query, NULL);

    club_change (&club, DOV_TYPE_SHIFT_MEMBER, dov_record_get_id (line), "until", "2027-02-19T20:45");
  }
  patrol_add_shift (&club, &patrol, "2027-03-31T20:00", "2027-03-31T22:00", patrol.members[1], patrol.members[2]);
  patrol_add_shift (&club, &patrol, "2027-04-01T20:00", "2027-04-01T22:00", patrol.members[1], patrol.members[2]);
  cancelled = patrol_add_shift (&club, &patrol, "2027-03-20T20:00", "2027-03-20T22:00", patrol.members[1], patrol.members[2]);
  club_change (&club, DOV_TYPE_PATROL_SHIFT, cancelled, "status_reason", "метель");
  club_change (&club, DOV_TYPE_PATROL_SHIFT, cancelled, "status", "cancelled");

  shares = dov_roster_count_shares (club.store, patrol.patrol, &since, &until);
  g_assert_no_error (error);
  g_assert_cmpuint (shares->len, ==, PATROL_N_MEMBERS);
  share = share_of (shares, patrol.members[0]);
  g_assert_cmpuint (share->n_came, ==, 2);
  g_assert_cmpuint (share->n_led, ==, 2);
  g_assert_cmpint (share->minutes, ==, 130 + 120);
  share = share_of (shares, patrol.members[2]);
  g_assert_cmpuint (share->n_came, ==, 2);
  g_assert_cmpuint (share->n_planned, ==, 1);
  g_assert_cmpuint (share->n_led, ==, 0);
  g_assert_cmpint (share->minutes, ==, 130 + 45);
  share = share_of (shares, patrol.members[3]);
  g_assert_cmpuint (share->n_no_show, ==, 1);
  g_assert_cmpuint (share->n_came, ==, 0);
  g_assert_cmpint (share->minutes, ==, 0);
  share = share_of (shares, patrol.members[1]);
  g_assert_cmpuint (share->n_planned, ==, 1);
  share = share_of (shares, patrol.members[5]);
  g_assert_cmpuint (share->n_planned + share->n_came + share->n_no_show + share->n_excused, ==, 0);
  club_close (&club);
}

/* What a new pattern begins with, and nothing beside it. */
static void
test_presets (void)
{
  g_autoptr (DovRosterPlan) plan = DOV_ROSTER_PLAN (dov_record_new (DOV_TYPE_ROSTER_PLAN, 0));

  g_assert_cmpint (plan->weekdays, ==, DOV_WEEKDAYS_FRIDAY | DOV_WEEKDAYS_SATURDAY);
  g_assert_cmpint (plan->starts, ==, 20 * 60);
  g_assert_cmpint (plan->ends, ==, 22 * 60);
  g_assert_cmpint (plan->n_people, ==, DOV_ROSTER_LEAST_PEOPLE);
  g_assert_null (plan->since);
  g_assert_null (plan->until);
  g_assert_cmpint (plan->route_id, ==, 0);
}

/* Hours are rounded, and never cut: papers and the page of a walk say the same of it. */
static void
test_hours (void)
{
  static const struct { gint64 minutes; const char *hours; } cases[] = {
    { 100, "1,67" }, { 80, "1,33" }, { 405, "6,75" }, { 59, "0,98" }, { 119, "1,98" }, { 120, "2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *hours = dov_patrol_dup_hours (cases[i].minutes);

      g_assert_cmpstr (hours, ==, cases[i].hours);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/roster/presets", test_presets);
  g_test_add_func ("/roster/half-year", test_half_year);
  g_test_add_func ("/roster/kept", test_kept);
  g_test_add_func ("/roster/respected", test_respected);
  g_test_add_func ("/roster/pairs", test_pairs);
  g_test_add_func ("/roster/bad-patterns", test_bad_patterns);
  g_test_add_func ("/roster/clashes", test_clashes);
  g_test_add_func ("/roster/shares", test_shares);
  g_test_add_func ("/roster/hours", test_hours);

  return g_test_run ();
}
