/* test-rules-patrol.c - T1, T2, T6, N2: nobody in two places, nobody unfit or alone, real times; on every path */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-attendance.h"
#include "dov-briefing.h"
#include "dov-event-helper.h"
#include "dov-event.h"
#include "dov-parts.h"
#include "dov-patrol-absence.h"
#include "dov-patrol-finding.h"
#include "dov-patrol-member.h"
#include "dov-patrol-route.h"
#include "dov-patrol-shift.h"
#include "dov-patrol.h"
#include "dov-person.h"
#include "dov-roster.h"
#include "dov-rules.h"
#include "dov-shift-member.h"
#include "dov-shift-move.h"
#include "dov-staff.h"
#include "patrols.h"
#include "verdict.h"

#include <string.h>

static void
open_club (Club   *club,
           Patrol *patrol)
{
  club_open (club);
  dov_rules_install (club->store);
  patrol_make (club, patrol, "Слудский");
}

static void
begin (Club *club)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (dov_store_begin (club->store, "Вместе", &error));
  g_assert_no_error (error);
}

static void
verdict_move (Club       *club,
              GType       type,
              gint64      id,
              const char *starts_at,
              const char *ends_at,
              const char *expected)
{
  g_autoptr (DovRecord) record = dov_store_find (club->store, type, id, NULL);
  g_autoptr (DovRecord) draft = dov_record_dup (record);

  club_fill (draft, "starts_at", starts_at, "ends_at", ends_at, NULL);
  verdict_save (club, draft, expected);
}

/* The vectors of part 9, word for word. */
static void
test_vectors (void)
{
  Club club;
  Patrol patrol;

  open_club (&club, &patrol);
  patrol_add_shift (&club, &patrol, "2027-03-12T20:00", "2027-03-12T22:00", patrol.members[0], patrol.members[2]);
  patrol_begin_shift (&club, &patrol, "2027-03-12T21:30", "2027-03-12T23:30", patrol.members[1], patrol.members[2]);
  verdict_commit (&club, "T1");
  patrol_begin_shift (&club, &patrol, "2027-03-12T22:00", "2027-03-12T23:00", patrol.members[1], patrol.members[2]);
  verdict_commit (&club, "T1?");
  patrol_begin_shift (&club, &patrol, "2027-03-12T22:00", "2027-03-12T23:00", patrol.members[1], patrol.members[2]);
  dov_store_accept (club.store, "T1", "живёт рядом");
  verdict_commit (&club, NULL);
  patrol_add_shift (&club, &patrol, "2027-03-19T22:30", "2027-03-20T00:30", patrol.members[0], patrol.members[2]);
  patrol_begin_shift (&club, &patrol, "2027-03-20T00:00", "2027-03-20T01:00", patrol.members[1], patrol.members[2]);
  verdict_commit (&club, "T1");
  club_close (&club);
}

/* T1, N2 on every path: form, batch, change of times, of status, undo, restore. */
static void
test_paths (void)
{
  Club club;
  Patrol patrol;
  gint64 first = 0, second = 0, third = 0, walker = 0, moved = 0;
  g_autoptr (DovRecord) line = NULL, double_line = NULL, removed = NULL;
  g_autoptr (GError) error = NULL;

  open_club (&club, &patrol);
  first = patrol_add_shift (&club, &patrol, "2027-03-12T20:00", "2027-03-12T22:00", patrol.members[0], patrol.members[2]);
  second = patrol_add_shift (&club, &patrol, "2027-03-12T20:00", "2027-03-12T22:00", patrol.members[1], patrol.members[3]);

  /* The form of a line, and twice on one list. */
  line = patrol_new_walker (&club, second, patrol.members[2]);
  verdict_save (&club, line, "T1");
  double_line = patrol_new_walker (&club, first, patrol.members[2]);
  verdict_save (&club, double_line, "T1");

  /* A shift that moves onto another. */
  third = patrol_add_shift (&club, &patrol, "2027-03-13T20:00", "2027-03-13T22:00", patrol.members[0], patrol.members[2]);
  verdict_move (&club, DOV_TYPE_PATROL_SHIFT, third, "2027-03-12T21:00", "2027-03-12T23:00", "T1");

  /* What was called off takes nobody up; it is not called on again over another. */
  begin (&club);
  club_change (&club, DOV_TYPE_PATROL_SHIFT, first, "status_reason", "метель");
  club_change (&club, DOV_TYPE_PATROL_SHIFT, first, "status", "cancelled");
  verdict_commit (&club, NULL);
  verdict_save (&club, line, NULL);
  verdict_change (&club, DOV_TYPE_PATROL_SHIFT, first, "status", "planned", "T1");
  verdict_undo (&club, dov_store_get_last_operation (club.store), NULL);
  verdict_change (&club, DOV_TYPE_PATROL_SHIFT, first, "status", "planned", NULL);

  /* Undo and restore do not walk around it. */
  removed = dov_store_find (club.store, DOV_TYPE_PATROL_SHIFT, first, NULL);
  g_assert_true (dov_parts_remove (club.store, removed, &error));
  g_assert_no_error (error);
  moved = dov_store_get_last_operation (club.store);
  g_clear_object (&line);
  line = patrol_new_walker (&club, second, patrol.members[2]);
  verdict_save (&club, line, NULL);
  verdict_undo (&club, moved, "T1");
  walker = dov_record_get_id (line);
  verdict_remove (&club, DOV_TYPE_SHIFT_MEMBER, walker, NULL);
  verdict_undo (&club, moved, NULL);
  verdict_restore (&club, DOV_TYPE_SHIFT_MEMBER, walker, "T1");
  club_close (&club);
}

/* Who did not come is free to be elsewhere. */
static void
test_no_show_is_free (void)
{
  Club club;
  Patrol patrol;
  gint64 first = 0, second = 0;
  g_autoptr (DovRecord) third_one = NULL, line = NULL, again = NULL;

  open_club (&club, &patrol);
  first = patrol_add_shift (&club, &patrol, "2027-03-01T20:00", "2027-03-01T22:00", patrol.members[0], patrol.members[2]);
  second = patrol_add_shift (&club, &patrol, "2027-03-01T20:00", "2027-03-01T22:00", patrol.members[1], patrol.members[3]);
  third_one = patrol_new_walker (&club, first, patrol.members[4]);
  verdict_save (&club, third_one, NULL);
  verdict_change (&club, DOV_TYPE_SHIFT_MEMBER, dov_record_get_id (third_one), "came", "no_show", NULL);
  line = patrol_new_walker (&club, second, patrol.members[4]);
  verdict_save (&club, line, NULL);
  verdict_change (&club, DOV_TYPE_SHIFT_MEMBER, dov_record_get_id (third_one), "came", "came", "T1");

  /* Times of one's own narrow it: here until nine, there from half past nine. */
  verdict_change (&club, DOV_TYPE_SHIFT_MEMBER, dov_record_get_id (line), "came", "came", NULL);
  verdict_change (&club, DOV_TYPE_SHIFT_MEMBER, dov_record_get_id (line), "since", "2027-03-01T22:00", "V5");
  verdict_change (&club, DOV_TYPE_SHIFT_MEMBER, dov_record_get_id (line), "until", "2027-03-01T20:00", "V5");
  verdict_change (&club, DOV_TYPE_SHIFT_MEMBER, dov_record_get_id (line), "since", "2027-03-01T21:30", NULL);
  again = dov_record_dup (third_one);
  club_fill (again, "came", "came", "until", "2027-03-01T21:00", NULL);
  verdict_save (&club, again, NULL);
  verdict_change (&club, DOV_TYPE_SHIFT_MEMBER, dov_record_get_id (line), "since", "2027-03-01T20:45", "T1");
  club_close (&club);
}

/* T1: duties at events, seen from both sides. */
static void
test_events (void)
{
  Club club;
  Patrol patrol;
  gint64 event = 0, free_event = 0, shift = 0, member = 0;
  g_autofree char *staff = NULL, *event_id = NULL, *free_id = NULL, *person = NULL, *manager = NULL;
  g_autoptr (DovRecord) helper = NULL, attendance = NULL, guest = NULL;

  open_club (&club, &patrol);
  person = patrol_write_id (patrol.persons[3]);
  manager = patrol_write_id (club.manager);
  staff = patrol_write_id (club_add (&club, DOV_TYPE_STAFF, "person_id", person, "position", "Культорганизатор",
                                     "role", "culture_worker", NULL));
  event = club_add_event (&club, "Концерт", "2027-03-12T19:00");
  event_id = patrol_write_id (event);
  free_event = club_add_event (&club, "Танцы", "2027-03-13T19:00");
  free_id = patrol_write_id (free_event);

  /* The responsible, a helper and an organiser have no time to walk; a guest has. */
  verdict_change (&club, DOV_TYPE_EVENT, event, "responsible_id", staff, NULL);
  patrol_begin_shift (&club, &patrol, "2027-03-12T20:00", "2027-03-12T22:30", patrol.members[0], patrol.members[3]);
  verdict_commit (&club, "T1");
  shift = patrol_add_shift (&club, &patrol, "2027-03-12T20:00", "2027-03-12T22:30", patrol.members[0], patrol.members[2]);
  g_clear_pointer (&person, g_free);
  person = patrol_write_id (patrol.persons[2]);
  guest = club_new (&club, DOV_TYPE_ATTENDANCE, "event_id", event_id, "person_id", person, "status", "registered",
                    "role", "guest", NULL);
  verdict_save (&club, guest, NULL);
  verdict_change (&club, DOV_TYPE_ATTENDANCE, dov_record_get_id (guest), "role", "helper", "T1");
  verdict_remove (&club, DOV_TYPE_ATTENDANCE, dov_record_get_id (guest), NULL);
  attendance = club_new (&club, DOV_TYPE_ATTENDANCE, "event_id", event_id, "person_id", person,
                         "status", "registered", "role", "organiser", NULL);
  verdict_save (&club, attendance, "T1");
  helper = club_new (&club, DOV_TYPE_EVENT_HELPER, "event_id", event_id, "person_id", person, "role", "volunteer", NULL);
  verdict_save (&club, helper, "T1");

  /* On another day there is nothing against it, until the event or the shift moves there. */
  club_fill (helper, "event_id", free_id, NULL);
  verdict_save (&club, helper, NULL);
  verdict_change (&club, DOV_TYPE_EVENT, free_event, "ends_at", "2027-03-13T21:50", NULL);
  verdict_move (&club, DOV_TYPE_EVENT, free_event, "2027-03-12T20:00", "2027-03-12T21:50", "T1");
  verdict_move (&club, DOV_TYPE_PATROL_SHIFT, shift, "2027-03-13T20:00", "2027-03-13T21:30", "T1");

  /* A cancelled event has no duties; a shift that guards the event is that duty. */
  begin (&club);
  club_change (&club, DOV_TYPE_EVENT, free_event, "status_reason", "мороз");
  club_change (&club, DOV_TYPE_EVENT, free_event, "status", "cancelled");
  verdict_commit (&club, NULL);
  verdict_move (&club, DOV_TYPE_PATROL_SHIFT, shift, "2027-03-13T20:00", "2027-03-13T21:30", NULL);
  verdict_change (&club, DOV_TYPE_EVENT, free_event, "status", "planned", "T1");
  verdict_change (&club, DOV_TYPE_PATROL_SHIFT, shift, "event_id", free_id, NULL);
  verdict_change (&club, DOV_TYPE_EVENT, free_event, "status", "planned", NULL);
  verdict_change (&club, DOV_TYPE_PATROL_SHIFT, shift, "event_id", "", "T1");

  /* Who answers for it is changed on the event's own page. */
  member = patrol.members[3];
  patrol_add_shift (&club, &patrol, "2027-03-13T19:30", "2027-03-13T21:00", patrol.members[1], member);
  verdict_change (&club, DOV_TYPE_EVENT, free_event, "responsible_id", staff, "T1");
  verdict_change (&club, DOV_TYPE_EVENT, free_event, "responsible_id", manager, NULL);
  club_close (&club);
}

/* Who is away is asked about, and not once they came after all. */
static void
test_absence (void)
{
  Club club;
  Patrol patrol;
  g_autofree char *member = NULL;
  g_autoptr (DovRecord) backwards = NULL;
  gint64 shift = 0;

  open_club (&club, &patrol);
  member = patrol_write_id (patrol.members[2]);
  club_add (&club, DOV_TYPE_PATROL_ABSENCE, "member_id", member, "since", "2027-03-01", "until", "2027-03-03",
            "reason", "вахта", NULL);
  backwards = club_new (&club, DOV_TYPE_PATROL_ABSENCE, "member_id", member, "since", "2027-03-09",
                        "until", "2027-03-08", NULL);
  verdict_save (&club, backwards, "V5");
  patrol_begin_shift (&club, &patrol, "2027-03-03T22:30", "2027-03-04T00:30", patrol.members[0], patrol.members[2]);
  verdict_commit (&club, "T1?");
  patrol_begin_shift (&club, &patrol, "2027-03-03T22:30", "2027-03-04T00:30", patrol.members[0], patrol.members[2]);
  dov_store_accept (club.store, "T1", "вернулся раньше");
  verdict_commit (&club, NULL);
  shift = patrol_add_shift (&club, &patrol, "2027-02-28T22:00", "2027-02-28T23:59", patrol.members[0], patrol.members[2]);
  begin (&club);
  club_change (&club, DOV_TYPE_PATROL_SHIFT, shift, "ends_at", "2027-03-01T00:30");
  verdict_commit (&club, "T1?");
  patrol_mark_done (&club, shift);
  club_close (&club);
}

/* T2: who may be on a shift. */
static void
test_standing (void)
{
  static const struct
  {
    const char *birth_date;
    const char *since;
    const char *until;
    const char *instructed_on;
    const char *expected;     /* of the shift on 2027-03-12 */
  } cases[] = {
    { "1990-05-05", "2026-09-01", "", "2027-01-11", NULL },
    { "1990-05-05", "2027-03-12", "", "2027-01-11", NULL },
    { "1990-05-05", "2027-03-13", "", "2027-01-11", "T2" },
    { "1990-05-05", "2026-09-01", "2027-03-12", "2027-01-11", NULL },
    { "1990-05-05", "2026-09-01", "2027-03-11", "2027-01-11", "T2" },
    { "1990-05-05", "2026-09-01", "", "", "T2?" },
    { "1990-05-05", "2026-09-01", "", "2026-03-11", "T2?" },
    { "1990-05-05", "2026-09-01", "", "2026-03-12", NULL },
    { "2009-03-12", "2027-03-12", "", "2027-01-11", NULL },
  };
  Club club;
  Patrol patrol;

  open_club (&club, &patrol);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("Проба%.*s", (int) i * 2, "аааааааааааа");
      g_autofree char *patrol_id = patrol_write_id (patrol.patrol);
      g_autofree char *person_id = patrol_write_id (club_add (&club, DOV_TYPE_PERSON, "last_name", name, "first_name",
                                                              "Ия", "no_patronymic", "1", "birth_date",
                                                              cases[i].birth_date, NULL));
      gint64 member = club_add (&club, DOV_TYPE_PATROL_MEMBER, "patrol_id", patrol_id, "person_id", person_id,
                                "kind", "parent", "since", cases[i].since, "until", cases[i].until,
                                "instructed_on", cases[i].instructed_on, NULL);

      g_test_message ("case %u", i);
      patrol_begin_shift (&club, &patrol, "2027-03-12T20:00", "2027-03-12T22:00", patrol.members[0], member);
      verdict_commit (&club, cases[i].expected);
      if (cases[i].expected == NULL)
        verdict_undo (&club, dov_store_get_last_operation (club.store), NULL);
    }
  club_close (&club);
}

/* T2: who may be a member, and what may not be changed under a shift. */
static void
test_member (void)
{
  Club club;
  Patrol patrol;
  g_autofree char *patrol_id = NULL, *young = NULL, *unknown = NULL, *person = NULL;
  g_autoptr (DovRecord) draft = NULL, guard = NULL, doubtful = NULL, twice = NULL;
  gint64 shift = 0;

  open_club (&club, &patrol);
  patrol_id = patrol_write_id (patrol.patrol);
  young = patrol_write_id (club_add (&club, DOV_TYPE_PERSON, "last_name", "Юный", "first_name", "Ян",
                                     "no_patronymic", "1", "birth_date", "2009-03-06", NULL));
  unknown = patrol_write_id (club_add (&club, DOV_TYPE_PERSON, "last_name", "Неизвестный", "first_name", "Ян",
                                       "no_patronymic", "1", NULL));
  draft = club_new (&club, DOV_TYPE_PATROL_MEMBER, "patrol_id", patrol_id, "person_id", young, "kind", "public",
                    "since", "2027-03-05", "instructed_on", "2027-03-01", NULL);
  verdict_save (&club, draft, "T2");
  club_fill (draft, "since", "2027-03-06", NULL);
  verdict_save (&club, draft, NULL);
  verdict_change (&club, DOV_TYPE_PATROL_MEMBER, dov_record_get_id (draft), "instructed_on", "2027-03-06", "T2");
  doubtful = club_new (&club, DOV_TYPE_PATROL_MEMBER, "patrol_id", patrol_id, "person_id", unknown, "kind", "public",
                       "since", "2027-03-05", NULL);
  verdict_save (&club, doubtful, "T2?");
  guard = club_new (&club, DOV_TYPE_PATROL_MEMBER, "patrol_id", patrol_id, "person_id", unknown, "kind", "druzhinnik",
                    "since", "2027-03-05", NULL);
  verdict_save (&club, guard, "-");
  person = patrol_write_id (patrol.persons[2]);
  twice = club_new (&club, DOV_TYPE_PATROL_MEMBER, "patrol_id", patrol_id, "person_id", person, "kind", "parent",
                    "since", "2027-03-05", NULL);
  verdict_save (&club, twice, "T2");

  shift = patrol_add_shift (&club, &patrol, "2027-03-12T20:00", "2027-03-12T22:00", patrol.members[0], patrol.members[2]);
  verdict_change (&club, DOV_TYPE_PATROL_MEMBER, patrol.members[2], "until", "2027-03-11", "T2");
  verdict_change (&club, DOV_TYPE_PATROL_MEMBER, patrol.members[2], "until", "2027-03-12", NULL);
  verdict_change (&club, DOV_TYPE_PATROL_MEMBER, patrol.members[0], "may_lead", "0", "T2");
  verdict_change (&club, DOV_TYPE_PERSON, patrol.persons[2], "birth_date", "2010-01-01", "T2");
  verdict_change (&club, DOV_TYPE_PATROL_MEMBER, patrol.members[2], "since", "2027-03-13", "V5");
  verdict_remove (&club, DOV_TYPE_PATROL_MEMBER, patrol.members[2], "-");

  /* Two at least, and a leader among them who may. */
  patrol_begin_shift (&club, &patrol, "2027-03-19T20:00", "2027-03-19T22:00", patrol.members[0], 0);
  verdict_commit (&club, "T2");
  patrol_begin_shift (&club, &patrol, "2027-03-19T20:00", "2027-03-19T22:00", patrol.members[3], patrol.members[4]);
  verdict_commit (&club, "T2");
  {
    g_autofree char *absent = patrol_write_id (patrol.members[1]);

    verdict_change (&club, DOV_TYPE_PATROL_SHIFT, shift, "leader_id", absent, "T2");
  }
  verdict_change (&club, DOV_TYPE_PATROL_SHIFT, shift, "leader_id", "", "T2");
  verdict_change (&club, DOV_TYPE_PATROL_SHIFT, shift, "route_id", "", "-");
  verdict_change (&club, DOV_TYPE_PATROL_SHIFT, shift, "status", "cancelled", "-");
  {
    DovQuery query = { .where = "shift_id = ?1 AND member_id = ?2",
                       .params = g_variant_new ("(xx)", shift, patrol.members[2]) };
    g_autoptr (DovRecord) line = dov_store_find_first (club.store, DOV_TYPE_SHIFT_MEMBER, &query, NULL);

    verdict_remove (&club, DOV_TYPE_SHIFT_MEMBER, dov_record_get_id (line), "T2");
    verdict_change (&club, DOV_TYPE_SHIFT_MEMBER, dov_record_get_id (line), "came", "excused", "T2");
  }
  club_close (&club);
}

/* A draft waits for its people; another patrol's people and routes are not this one's. */
static void
test_draft_and_strangers (void)
{
  Club club;
  Patrol patrol, other;
  g_autoptr (DovRecord) draft = NULL, line = NULL, stranger = NULL;
  g_autofree char *leader = NULL, *route = NULL;

  open_club (&club, &patrol);
  patrol_make (&club, &other, "Бурецкий");
  draft = patrol_new_shift (&club, &patrol, "2027-03-12T20:00", "2027-03-12T22:00", 0);
  verdict_save (&club, draft, NULL);
  verdict_change (&club, DOV_TYPE_PATROL_SHIFT, dov_record_get_id (draft), "status", "planned", "T2");
  line = patrol_new_walker (&club, dov_record_get_id (draft), patrol.members[3]);
  verdict_save (&club, line, NULL);
  stranger = patrol_new_walker (&club, dov_record_get_id (draft), other.members[3]);
  verdict_save (&club, stranger, "T2");
  leader = patrol_write_id (other.members[0]);
  verdict_change (&club, DOV_TYPE_PATROL_SHIFT, dov_record_get_id (draft), "leader_id", leader, "T2");
  route = patrol_write_id (other.route);
  verdict_change (&club, DOV_TYPE_PATROL_SHIFT, dov_record_get_id (draft), "route_id", route, "-");

  /* A draft takes people up too, so that no two drafts share them. */
  patrol_begin_shift (&club, &patrol, "2027-03-12T21:00", "2027-03-12T23:00", patrol.members[0], patrol.members[3]);
  verdict_commit (&club, "T1");
  club_close (&club);
}

/* V5 and T6: planned and real times. */
static void
test_times (void)
{
  static const struct
  {
    const char *starts_at;
    const char *ends_at;
    const char *expected;
  } planned[] = {
    { "2027-03-12T20:00", "2027-03-12T20:30", NULL }, { "2027-03-12T20:00", "2027-03-12T20:29", "V5" },
    { "2027-03-12T20:00", "2027-03-13T02:00", NULL }, { "2027-03-12T20:00", "2027-03-13T02:01", "V5" },
    { "2027-03-12T20:00", "2027-03-12T19:00", "V5" }, { "2027-03-12T20:00", "2027-03-12T20:00", "V5" },
    { "2035-03-12T20:00", "2035-03-12T22:00", "V5" },
  };
  static const struct
  {
    const char *start;
    const char *end;
    const char *expected;
  } actual[] = {
    { "2027-03-01T20:10", "2027-03-01T22:20", NULL }, { "", "2027-03-01T22:20", "T6" },
    { "2027-03-01T20:10", "", "T6" }, { "2027-03-01T20:10", "2027-03-01T20:10", "T6" },
    { "2027-03-01T22:10", "2027-03-01T20:10", "V5" }, { "2027-03-01T20:00", "2027-03-02T02:00", NULL },
    { "2027-03-01T20:00", "2027-03-02T02:01", "T6?" }, { "2027-03-01T20:00", "2027-03-03T02:01", "T6" },
    { "2027-03-05T08:00", "2027-03-05T09:30", "T6" },
  };
  Club club;
  Patrol patrol;

  open_club (&club, &patrol);
  for (guint i = 0; i < G_N_ELEMENTS (planned); i++)
    {
      g_autoptr (DovRecord) draft = patrol_new_shift (&club, &patrol, planned[i].starts_at, planned[i].ends_at, 0);

      g_test_message ("planned %u", i);
      verdict_save (&club, draft, planned[i].expected);
    }
  for (guint i = 0; i < G_N_ELEMENTS (actual); i++)
    {
      gint64 shift = patrol_add_shift (&club, &patrol, "2027-03-01T20:00", "2027-03-01T22:00", patrol.members[0],
                                       patrol.members[2]);
      DovQuery query = { .where = "shift_id = ?1", .params = g_variant_new ("(x)", shift) };
      g_autoptr (GArray) lines = dov_store_list (club.store, DOV_TYPE_SHIFT_MEMBER, &query, NULL);
      g_autoptr (DovRecord) record = dov_store_find (club.store, DOV_TYPE_PATROL_SHIFT, shift, NULL);
      g_autoptr (DovRecord) draft = dov_record_dup (record);
      g_autoptr (GError) error = NULL;

      g_test_message ("actual %u", i);
      for (guint k = 0; k < lines->len; k++)
        club_change (&club, DOV_TYPE_SHIFT_MEMBER, g_array_index (lines, gint64, k), "came", "came");
      club_fill (draft, "actual_start", actual[i].start, "actual_end", actual[i].end, "status", "done", NULL);
      verdict_save (&club, draft, actual[i].expected);
      g_assert_true (dov_parts_remove (club.store, record, &error));
      g_assert_no_error (error);
    }
  club_close (&club);
}

/* T6: who came is marked, two at least, the leader among them; findings have outcomes. */
static void
test_done (void)
{
  Club club;
  Patrol patrol;
  gint64 shift = 0, finding = 0;
  g_autofree char *shift_id = NULL, *other_leader = NULL;
  g_autoptr (DovRecord) third = NULL, record = NULL, draft = NULL;
  g_autoptr (GArray) lines = NULL;
  DovQuery query = { .where = "shift_id = ?1 AND removed IS NULL" };

  open_club (&club, &patrol);
  shift = patrol_add_shift (&club, &patrol, "2027-03-01T20:00", "2027-03-01T22:00", patrol.members[0], patrol.members[1]);
  shift_id = patrol_write_id (shift);
  third = patrol_new_walker (&club, shift, patrol.members[2]);
  club_save (&club, third);
  finding = club_add (&club, DOV_TYPE_PATROL_FINDING, "shift_id", shift_id, "found_at", "2027-03-01T21:00",
                      "kind_id", "704", "place_kind", "stop", "place", "остановка", "measures", "talk", NULL);
  record = dov_store_find (club.store, DOV_TYPE_PATROL_SHIFT, shift, NULL);
  draft = dov_record_dup (record);
  club_fill (draft, "actual_start", "2027-03-01T20:05", "actual_end", "2027-03-01T22:10", "status", "done", NULL);
  verdict_save (&club, draft, "T6");
  query.params = g_variant_new ("(x)", shift);
  lines = dov_store_list (club.store, DOV_TYPE_SHIFT_MEMBER, &query, NULL);
  for (guint i = 0; i < lines->len; i++)
    club_change (&club, DOV_TYPE_SHIFT_MEMBER, g_array_index (lines, gint64, i), "came", "came");
  verdict_save (&club, draft, "T6");
  verdict_change (&club, DOV_TYPE_PATROL_FINDING, finding, "outcome", "left_self", NULL);
  verdict_save (&club, draft, NULL);

  /* What was walked stays walked with what it found. */
  verdict_change (&club, DOV_TYPE_PATROL_FINDING, finding, "outcome", "", "T6");
  verdict_change (&club, DOV_TYPE_SHIFT_MEMBER, g_array_index (lines, gint64, 2), "came", "expected", "T6");
  begin (&club);
  club_change (&club, DOV_TYPE_PATROL_SHIFT, shift, "status_reason", "метель");
  verdict_commit (&club, NULL);
  verdict_change (&club, DOV_TYPE_PATROL_SHIFT, shift, "status", "cancelled", "T6");
  verdict_remove (&club, DOV_TYPE_PATROL_SHIFT, shift, "-");

  /* The leader did not come: another of those who came led. */
  {
    DovQuery of_leader = { .where = "shift_id = ?1 AND member_id = ?2",
                           .params = g_variant_new ("(xx)", shift, patrol.members[0]) };
    g_autoptr (DovRecord) line = dov_store_find_first (club.store, DOV_TYPE_SHIFT_MEMBER, &of_leader, NULL);

    verdict_change (&club, DOV_TYPE_SHIFT_MEMBER, dov_record_get_id (line), "came", "no_show", "T2");
    begin (&club);
    club_change (&club, DOV_TYPE_SHIFT_MEMBER, dov_record_get_id (line), "came", "no_show");
    other_leader = patrol_write_id (patrol.members[1]);
    club_change (&club, DOV_TYPE_PATROL_SHIFT, shift, "leader_id", other_leader);
    verdict_commit (&club, NULL);
  }
  verdict_change (&club, DOV_TYPE_SHIFT_MEMBER, dov_record_get_id (third), "came", "no_show", "T2");
  club_close (&club);
}

/* A shift comes back from the bin with its people. */
static void
test_parts (void)
{
  Club club;
  Patrol patrol;
  gint64 shift = 0;
  g_autoptr (DovRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  open_club (&club, &patrol);
  shift = patrol_add_shift (&club, &patrol, "2027-03-12T20:00", "2027-03-12T22:00", patrol.members[0], patrol.members[2]);
  record = dov_store_find (club.store, DOV_TYPE_PATROL_SHIFT, shift, NULL);
  g_assert_true (dov_parts_remove (club.store, record, &error));
  g_assert_no_error (error);
  g_assert_cmpint (dov_store_count (club.store, DOV_TYPE_SHIFT_MEMBER, NULL, NULL), ==, 0);
  verdict_restore (&club, DOV_TYPE_PATROL_SHIFT, shift, "T2");
  g_assert_true (dov_parts_restore (club.store, record, &error));
  g_assert_no_error (error);
  g_assert_cmpint (dov_store_count (club.store, DOV_TYPE_SHIFT_MEMBER, NULL, NULL), ==, 2);
  verdict_undo (&club, dov_store_get_last_operation (club.store), NULL);
  g_assert_cmpint (dov_store_count (club.store, DOV_TYPE_PATROL_SHIFT, NULL, NULL), ==, 0);
  club_close (&club);
}

/* Written for all that are members today as one operation; what is no day is refused and changes nothing. */
static void
test_briefing (void)
{
  Club club;
  Patrol patrol;
  g_autoptr (GError) error = NULL;
  const char *briefed = "SELECT count(*) FROM patrol_member WHERE instructed_on = '2027-03-04'";
  gint64 others;

  open_club (&club, &patrol);
  verdict_change (&club, DOV_TYPE_PATROL_MEMBER, patrol.members[5], "until", "2027-03-01", NULL);
  g_assert_false (dov_briefing_write_all (club.store, patrol.patrol, "на днях", &error));
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED);
  g_clear_error (&error);
  g_assert_false (dov_briefing_write_all (club.store, patrol.patrol, "", &error));
  g_clear_error (&error);
  others = dov_store_count (club.store, DOV_TYPE_PATROL, &(DovQuery) { 0 }, NULL) + 100;
  g_assert_true (dov_briefing_write_all (club.store, others, "04.03.2027", &error));
  g_assert_cmpint (dov_database_count (dov_store_get_database (club.store), briefed, NULL), ==, 0);
  g_assert_true (dov_briefing_write_all (club.store, patrol.patrol, "04.03.2027", &error));
  g_assert_no_error (error);
  g_assert_cmpint (dov_database_count (dov_store_get_database (club.store), briefed, NULL), ==, PATROL_N_MEMBERS - 1);
  verdict_undo (&club, dov_store_get_last_operation (club.store), NULL);
  g_assert_cmpint (dov_database_count (dov_store_get_database (club.store), briefed, NULL), ==, 0);
  g_assert_true (dov_briefing_write (club.store, patrol.members[2], "04.03.2027", &error));
  g_assert_cmpint (dov_database_count (dov_store_get_database (club.store), briefed, NULL), ==, 1);
  club_close (&club);
}

/* A day alone keeps the hour, an hour alone the day; the length stays, and what clashes is refused. */
static void
test_move (void)
{
  static const struct { const char *typed; const char *starts_at, *ends_at; } cases[] = {
    { "22:00", "2027-03-12T22:00", "2027-03-13T00:00" },
    { "14.03.2027", "2027-03-14T22:00", "2027-03-15T00:00" },
    { " 15.03.2027 20:30 ", "2027-03-15T20:30", "2027-03-15T22:30" },
  };
  Club club;
  Patrol patrol;
  g_autoptr (DovRecord) shift = NULL;
  g_autoptr (GError) error = NULL;

  open_club (&club, &patrol);
  patrol_add_shift (&club, &patrol, "2027-03-18T20:00", "2027-03-18T22:00", patrol.members[0], patrol.members[2]);
  shift = dov_store_find (club.store, DOV_TYPE_PATROL_SHIFT,
                          patrol_add_shift (&club, &patrol, "2027-03-12T20:00", "2027-03-12T22:00", patrol.members[0],
                                            patrol.members[1]), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *starts_at = NULL, *ends_at = NULL;

      g_assert_true (dov_shift_move (club.store, DOV_PATROL_SHIFT (shift), cases[i].typed, &error));
      g_assert_no_error (error);
      starts_at = dov_moment_to_iso (DOV_PATROL_SHIFT (shift)->starts_at);
      ends_at = dov_moment_to_iso (DOV_PATROL_SHIFT (shift)->ends_at);
      g_assert_cmpstr (starts_at, ==, cases[i].starts_at);
      g_assert_cmpstr (ends_at, ==, cases[i].ends_at);
    }
  g_assert_false (dov_shift_move (club.store, DOV_PATROL_SHIFT (shift), "", &error));
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED);
  g_clear_error (&error);
  g_assert_false (dov_shift_move (club.store, DOV_PATROL_SHIFT (shift), "18.03.2027 21:00", &error));
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED);
  club_close (&club);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/T1/vectors", test_vectors);
  g_test_add_func ("/rules/T1/paths", test_paths);
  g_test_add_func ("/rules/T1/no-show-is-free", test_no_show_is_free);
  g_test_add_func ("/rules/T1/events", test_events);
  g_test_add_func ("/rules/T1/absence", test_absence);
  g_test_add_func ("/rules/T2/standing", test_standing);
  g_test_add_func ("/rules/T2/member", test_member);
  g_test_add_func ("/rules/T2/briefing", test_briefing);
  g_test_add_func ("/rules/T1/move", test_move);
  g_test_add_func ("/rules/T2/draft-and-strangers", test_draft_and_strangers);
  g_test_add_func ("/rules/T6/times", test_times);
  g_test_add_func ("/rules/T6/done", test_done);
  g_test_add_func ("/rules/T6/parts", test_parts);

  return g_test_run ();
}
