/* patrols.c - an invented patrol with members, routes and shifts, for tests */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "patrols.h"

#include "dov-patrol-member.h"
#include "dov-patrol-route.h"
#include "dov-patrol-shift.h"
#include "dov-patrol.h"
#include "dov-shift-member.h"

char *
patrol_write_id (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

gint64
patrol_add_member (Club     *club,
                   Patrol   *patrol,
                   gint64    person,
                   gboolean  may_lead)
{
  g_autofree char *patrol_id = patrol_write_id (patrol->patrol);
  g_autofree char *person_id = patrol_write_id (person);

  return club_add (club, DOV_TYPE_PATROL_MEMBER, "patrol_id", patrol_id, "person_id", person_id, "kind", "public",
                   "since", "2026-09-01", "instructed_on", "2027-01-11", "may_lead", may_lead ? "1" : "0", NULL);
}

void
patrol_make (Club       *club,
             Patrol     *patrol,
             const char *name)
{
  static const char *const first_names[PATROL_N_MEMBERS] = { "Анна", "Борис", "Вера", "Глеб", "Дина", "Егор" };
  g_autofree char *patrol_id = NULL;

  patrol->patrol = club_add (club, DOV_TYPE_PATROL, "name", name, "settlement_id", "14", NULL);
  patrol_id = patrol_write_id (patrol->patrol);
  patrol->route = club_add (club, DOV_TYPE_PATROL_ROUTE, "patrol_id", patrol_id, "name", "Клуб — пруд", NULL);
  for (guint i = 0; i < PATROL_N_MEMBERS; i++)
    {
      patrol->persons[i] = club_add_person (club, name, first_names[i]);
      patrol->members[i] = patrol_add_member (club, patrol, patrol->persons[i], i < 2);
    }
}

DovRecord *
patrol_new_shift (Club       *club,
                  Patrol     *patrol,
                  const char *starts_at,
                  const char *ends_at,
                  gint64      leader)
{
  g_autofree char *patrol_id = patrol_write_id (patrol->patrol);
  g_autofree char *route_id = patrol_write_id (patrol->route);
  g_autofree char *leader_id = patrol_write_id (leader);

  return club_new (club, DOV_TYPE_PATROL_SHIFT, "patrol_id", patrol_id, "route_id", route_id,
                   "leader_id", leader != 0 ? leader_id : "", "starts_at", starts_at, "ends_at", ends_at,
                   "status", leader != 0 ? "planned" : "draft", NULL);
}

DovRecord *
patrol_new_walker (Club   *club,
                   gint64  shift,
                   gint64  member)
{
  g_autofree char *shift_id = patrol_write_id (shift);
  g_autofree char *member_id = patrol_write_id (member);

  return club_new (club, DOV_TYPE_SHIFT_MEMBER, "shift_id", shift_id, "member_id", member_id, NULL);
}

gint64
patrol_begin_shift (Club       *club,
                    Patrol     *patrol,
                    const char *starts_at,
                    const char *ends_at,
                    gint64      leader,
                    gint64      other)
{
  g_autoptr (DovRecord) shift = patrol_new_shift (club, patrol, starts_at, ends_at, leader);
  g_autoptr (DovRecord) first = NULL;
  g_autoptr (DovRecord) second = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_assert_true (dov_store_begin (club->store, "Дежурство", &error));
  g_assert_no_error (error);
  id = club_save (club, shift);
  first = patrol_new_walker (club, id, leader);
  club_save (club, first);
  if (other != 0)
    {
      second = patrol_new_walker (club, id, other);
      club_save (club, second);
    }

  return id;
}

gint64
patrol_add_shift (Club       *club,
                  Patrol     *patrol,
                  const char *starts_at,
                  const char *ends_at,
                  gint64      leader,
                  gint64      other)
{
  g_autoptr (GError) error = NULL;
  gint64 id = patrol_begin_shift (club, patrol, starts_at, ends_at, leader, other);

  dov_store_commit (club->store, NULL, &error);
  g_assert_no_error (error);

  return id;
}

/* Walked as planned, and everybody came. */
void
patrol_mark_done (Club   *club,
                  gint64  shift)
{
  g_autoptr (GError) error = NULL;
  DovQuery query = { .where = "shift_id = ?1 AND removed IS NULL", .params = g_variant_new ("(x)", shift) };
  g_autoptr (GArray) walkers = dov_store_list (club->store, DOV_TYPE_SHIFT_MEMBER, &query, &error);
  g_autofree char *start = club_read (club, DOV_TYPE_PATROL_SHIFT, shift, "starts_at");
  g_autofree char *end = club_read (club, DOV_TYPE_PATROL_SHIFT, shift, "ends_at");

  g_assert_true (dov_store_begin (club->store, "Проведено", &error));
  for (guint i = 0; i < walkers->len; i++)
    club_change (club, DOV_TYPE_SHIFT_MEMBER, g_array_index (walkers, gint64, i), "came", "came");
  club_change (club, DOV_TYPE_PATROL_SHIFT, shift, "actual_start", start);
  club_change (club, DOV_TYPE_PATROL_SHIFT, shift, "actual_end", end);
  club_change (club, DOV_TYPE_PATROL_SHIFT, shift, "status", "done");
  dov_store_commit (club->store, NULL, &error);
  g_assert_no_error (error);
}
