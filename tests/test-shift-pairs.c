/* test-shift-pairs.c - T1: every pair of shifts of one person, over midnight and over the end of a month */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-parts.h"
#include "dov-patrol-shift.h"
#include "dov-rules.h"
#include "patrols.h"
#include "verdict.h"

static void
open_club (Club   *club,
           Patrol *patrol)
{
  club_open (club);
  dov_rules_install (club->store);
  patrol_make (club, patrol, "Слудский");
}

static gint64
minute_of (const char *text)
{
  g_autoptr (GDateTime) moment = NULL;

  g_assert_true (dov_moment_from_iso (text, &moment));

  return g_date_time_to_unix (moment) / 60;
}

/* What T1 says of two spans, worked out here anew. */
static const char *
judge_pair (const char *const first[2],
            const char *const second[2])
{
  gint64 a = minute_of (first[0]), b = minute_of (first[1]), c = minute_of (second[0]), d = minute_of (second[1]);

  if (MAX (a, c) < MIN (b, d))
    return "T1";

  return MAX (a, c) - MIN (b, d) < 30 ? "T1?" : NULL;
}

/* Every span against every other, over midnight and over the end of a month:
 * one person in both, in one patrol or in two. */
static void
test_pairs (void)
{
  static const char *const spans[][2] = {
    { "2027-03-12T20:00", "2027-03-12T22:00" }, { "2027-03-12T21:30", "2027-03-12T23:30" },
    { "2027-03-12T22:00", "2027-03-12T23:00" }, { "2027-03-12T22:29", "2027-03-12T23:30" },
    { "2027-03-12T22:30", "2027-03-13T00:30" }, { "2027-03-13T00:00", "2027-03-13T01:00" },
    { "2027-03-13T00:30", "2027-03-13T01:30" }, { "2027-03-13T01:00", "2027-03-13T03:00" },
    { "2027-03-12T19:00", "2027-03-13T01:00" }, { "2027-03-12T18:00", "2027-03-12T19:30" },
    { "2027-03-31T23:00", "2027-04-01T02:00" }, { "2027-04-01T01:30", "2027-04-01T04:00" },
    { "2027-04-01T02:15", "2027-04-01T04:15" },
  };
  Club club;
  Patrol patrol, other;
  guint n_refused = 0, n_warned = 0, n_passed = 0;
  gint64 twin = 0;

  open_club (&club, &patrol);
  patrol_make (&club, &other, "Бурецкий");
  twin = patrol_add_member (&club, &other, patrol.persons[2], FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      gint64 first = patrol_add_shift (&club, &patrol, spans[i][0], spans[i][1], patrol.members[0], patrol.members[2]);
      g_autoptr (DovRecord) shift = dov_store_find (club.store, DOV_TYPE_PATROL_SHIFT, first, NULL);
      g_autoptr (GError) error = NULL;

      for (guint k = 0; k < G_N_ELEMENTS (spans); k++)
        {
          const char *expected = judge_pair (spans[i], spans[k]);
          gboolean is_twin = (i + k) % 2 == 0;

          g_test_message ("%s–%s, %s–%s", spans[i][0], spans[i][1], spans[k][0], spans[k][1]);
          if (is_twin)
            patrol_begin_shift (&club, &other, spans[k][0], spans[k][1], other.members[0], twin);
          else
            patrol_begin_shift (&club, &patrol, spans[k][0], spans[k][1], patrol.members[1], patrol.members[2]);
          verdict_commit (&club, expected);
          if (expected == NULL)
            verdict_undo (&club, dov_store_get_last_operation (club.store), NULL);
          n_refused += g_strcmp0 (expected, "T1") == 0;
          n_warned += g_strcmp0 (expected, "T1?") == 0;
          n_passed += expected == NULL;
        }
      g_assert_true (dov_parts_remove (club.store, shift, &error));
      g_assert_no_error (error);
    }
  g_test_message ("%u refused, %u asked, %u passed", n_refused, n_warned, n_passed);
  g_assert_cmpuint (n_refused, >, 40);
  g_assert_cmpuint (n_warned, >, 8);
  g_assert_cmpuint (n_passed, >, 50);
  club_close (&club);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/T1/pairs", test_pairs);

  return g_test_run ();
}
