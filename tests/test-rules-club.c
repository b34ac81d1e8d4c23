/* test-rules-club.c - G1 to G8: groups, members, sessions, marks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-achievement.h"
#include "dov-club-attendance.h"
#include "dov-club-group.h"
#include "dov-club-member.h"
#include "dov-club-session.h"
#include "dov-club-slot.h"
#include "dov-event.h"
#include "dov-parts.h"
#include "dov-person.h"
#include "dov-rules.h"
#include "verdict.h"

/* Today is Friday, 5 March 2027. */

typedef struct
{
  Club   club;
  gint64 group;    /* children, school year, in «зал» */
  gint64 child;    /* born 2016-05-20, a member since 2026-09-10 */
  gint64 adult;    /* born 1980-02-03, no member */
  gint64 session;  /* 2027-03-02 15:00, an hour */
} Studio;

static char *
write_id (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static gint64
add_group (Club       *club,
           const char *name,
           const char *place,
           const char *season,
           const char *age_group)
{
  g_autofree char *lounge = write_id (club->lounge);
  g_autofree char *manager = write_id (club->manager);

  return club_add (club, DOV_TYPE_CLUB_GROUP, "name", name, "lounge_id", lounge, "kind", "studio",
                   "leader_id", manager, "season", season, "age_group", age_group, "place", place,
                   "status", "active", NULL);
}

static DovRecord *
new_session (Club       *club,
             gint64      group,
             const char *starts_at,
             const char *hours)
{
  g_autofree char *id = write_id (group);

  return club_new (club, DOV_TYPE_CLUB_SESSION, "group_id", id, "starts_at", starts_at, "hours", hours, NULL);
}

static DovRecord *
new_member (Club       *club,
            gint64      group,
            gint64      person,
            const char *since,
            const char *until)
{
  g_autofree char *group_id = write_id (group);
  g_autofree char *person_id = write_id (person);

  return club_new (club, DOV_TYPE_CLUB_MEMBER, "group_id", group_id, "person_id", person_id,
                   "since", since, "until", until, NULL);
}

static DovRecord *
new_mark (Club       *club,
          gint64      session,
          gint64      person,
          const char *mark)
{
  g_autofree char *session_id = write_id (session);
  g_autofree char *person_id = write_id (person);

  return club_new (club, DOV_TYPE_CLUB_ATTENDANCE, "session_id", session_id, "person_id", person_id,
                   "mark", mark, NULL);
}

static void
open_studio (Studio *studio)
{
  Club *club = &studio->club;
  g_autoptr (DovRecord) session = NULL;
  g_autoptr (DovRecord) member = NULL;

  club_open (club);
  dov_rules_install (club->store);
  studio->group = add_group (club, "МастерОК", "зал", "school", "children");
  studio->child = club_add (club, DOV_TYPE_PERSON, "last_name", "Шубина", "first_name", "Ева",
                            "birth_date", "2016-05-20", NULL);
  studio->adult = club_add_person (club, "Кротова", "Ольга");
  member = new_member (club, studio->group, studio->child, "2026-09-10", "");
  club_save (club, member);
  session = new_session (club, studio->group, "2027-03-02T15:00", "1");
  studio->session = club_save (club, session);
}

/* The season and the years of the group's life. */
static void
test_season (void)
{
  static const struct
  {
    const char *season;
    const char *founded_on;
    const char *closed_on;
    const char *starts_at;
    const char *verdict;
  } cases[] = {
    { "school", "", "", "2026-09-01T15:00", NULL },
    { "school", "", "", "2027-05-31T15:00", NULL },
    { "school", "", "", "2027-06-01T15:00", "G1" },
    { "school", "", "", "2026-08-31T15:00", "G1" },
    { "school", "", "", "2027-01-10T15:00", NULL },
    { "calendar", "", "", "2026-07-15T15:00", NULL },
    { "summer", "", "", "2026-06-01T15:00", NULL },
    { "summer", "", "", "2026-08-31T15:00", NULL },
    { "summer", "", "", "2026-05-31T15:00", "G1" },
    { "summer", "", "", "2026-09-01T15:00", "G1" },
    { "calendar", "2026-11-02", "", "2026-11-01T15:00", "G1" },
    { "calendar", "2026-11-02", "", "2026-11-02T15:00", NULL },
    { "calendar", "", "2027-02-15", "2027-02-15T15:00", NULL },
    { "calendar", "", "2027-02-15", "2027-02-16T15:00", "G1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Club club;
      g_autoptr (DovRecord) session = NULL;
      gint64 group = 0;

      club_open (&club);
      dov_rules_install (club.store);
      group = add_group (&club, "ЗигЗаг", "", cases[i].season, "mixed");
      club_change (&club, DOV_TYPE_CLUB_GROUP, group, "founded_on", cases[i].founded_on);
      if (*cases[i].closed_on != '\0')
        {
          g_autoptr (DovRecord) found = dov_store_find (club.store, DOV_TYPE_CLUB_GROUP, group, NULL);
          g_autoptr (DovRecord) closed = dov_record_dup (found);

          club_fill (closed, "status", "closed", "closed_on", cases[i].closed_on, NULL);
          club_save (&club, closed);
        }
      session = new_session (&club, group, cases[i].starts_at, "1");
      g_test_message ("case %u", i);
      verdict_save (&club, session, cases[i].verdict);
      club_close (&club);
    }
}

/* The group is changed around its sessions. */
static void
test_group_changed (void)
{
  Studio studio;
  Club *club = &studio.club;
  gint64 operation = 0;

  open_studio (&studio);
  verdict_change (club, DOV_TYPE_CLUB_GROUP, studio.group, "season", "calendar", NULL);
  operation = dov_store_get_last_operation (club->store);
  verdict_change (club, DOV_TYPE_CLUB_GROUP, studio.group, "season", "summer", "G1?");
  verdict_change (club, DOV_TYPE_CLUB_GROUP, studio.group, "founded_on", "2027-03-03", "G1");
  verdict_change (club, DOV_TYPE_CLUB_GROUP, studio.group, "founded_on", "2027-03-02", NULL);
  verdict_change (club, DOV_TYPE_CLUB_GROUP, studio.group, "founded_on", "2027-03-06", "V5");
  verdict_change (club, DOV_TYPE_CLUB_GROUP, studio.group, "status", "closed", "G1");
  verdict_change (club, DOV_TYPE_CLUB_GROUP, studio.group, "closed_on", "2027-03-05", "-");

  /* A session in July stands in the way of undoing the season. */
  {
    g_autoptr (DovRecord) july = NULL;

    verdict_change (club, DOV_TYPE_CLUB_GROUP, studio.group, "founded_on", "", NULL);
    july = new_session (club, studio.group, "2026-07-07T15:00", "1");
    verdict_save (club, july, NULL);
    /* Undo asks for no reasons; a warning is not made anew. */
    verdict_undo (club, operation, NULL);
    verdict_change (club, DOV_TYPE_CLUB_SESSION, dov_record_get_id (july), "starts_at", "2026-07-08T15:00", "G1");
  }
  club_close (club);
}

/* A mark needs a member, once, at a session that is not to come. */
static void
test_marks (void)
{
  static const struct
  {
    const char *starts_at;
    gboolean    is_adult;
    const char *mark;
    const char *verdict;
  } cases[] = {
    { "2027-03-05T15:00", FALSE, "present", NULL },
    { "2027-03-05T23:00", FALSE, "absent", NULL },
    { "2027-03-06T15:00", FALSE, "present", "G4" },
    { "2026-09-10T15:00", FALSE, "ill", NULL },
    { "2026-09-09T15:00", FALSE, "excused", "G2" },
    { "2026-11-11T15:00", TRUE, "present", "G2" },
  };
  Studio studio;
  Club *club = &studio.club;

  open_studio (&studio);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DovRecord) session = new_session (club, studio.group, cases[i].starts_at, "1");
      g_autoptr (DovRecord) mark = NULL;
      gint64 id = club_save (club, session);

      g_test_message ("case %u", i);
      mark = new_mark (club, id, cases[i].is_adult ? studio.adult : studio.child, cases[i].mark);
      verdict_save (club, mark, cases[i].verdict);
      if (cases[i].verdict == NULL)
        {
          g_autoptr (DovRecord) again = new_mark (club, id, studio.child, "ill");

          verdict_save (club, again, "G3");
          verdict_change (club, DOV_TYPE_CLUB_ATTENDANCE, dov_record_get_id (mark), "mark", "excused", NULL);
        }
    }
  club_close (club);
}

/* Undo and restore meet the same rules. */
static void
test_marks_back (void)
{
  Studio studio;
  Club *club = &studio.club;
  g_autoptr (DovRecord) mark = NULL;
  g_autoptr (DovRecord) again = NULL;
  gint64 removal = 0;

  open_studio (&studio);
  mark = new_mark (club, studio.session, studio.child, "present");
  club_save (club, mark);
  verdict_remove (club, DOV_TYPE_CLUB_ATTENDANCE, dov_record_get_id (mark), NULL);
  removal = dov_store_get_last_operation (club->store);

  again = new_mark (club, studio.session, studio.child, "ill");
  club_save (club, again);
  verdict_restore (club, DOV_TYPE_CLUB_ATTENDANCE, dov_record_get_id (mark), "G3");
  verdict_undo (club, removal, "G3");

  /* The session goes to another day, where the child is no member or which is to come. */
  verdict_change (club, DOV_TYPE_CLUB_SESSION, studio.session, "starts_at", "2026-09-09T15:00", "G2");
  verdict_change (club, DOV_TYPE_CLUB_SESSION, studio.session, "starts_at", "2027-03-09T15:00", "G4");
  verdict_change (club, DOV_TYPE_CLUB_SESSION, studio.session, "starts_at", "2026-09-10T15:00", NULL);
  verdict_remove (club, DOV_TYPE_CLUB_SESSION, studio.session, "-");
  club_close (club);
}

/* Two groups, and an event, in one room; one leader at two places. */
static void
test_room (void)
{
  static const struct
  {
    const char *place;
    const char *starts_at;
    const char *hours;
    const char *verdict;
  } cases[] = {
    /* «МастерОК» is in «зал» on 2 March from 15:00 to 16:00, led by the same person. */
    { "зал", "2027-03-02T16:00", "1", NULL },
    { "зал", "2027-03-02T14:00", "1", NULL },
    { "зал", "2027-03-02T15:30", "1", "G5?" },
    { "Зал", "2027-03-02T14:30", "1", "G5?" },
    { "зал", "2027-03-02T14:00", "3", "G5?" },
    { "кухня", "2027-03-02T15:30", "0.5", "G5?" },
    { "кухня", "2027-03-02T16:00", "0.5", NULL },
    /* The event is in «кабинет» on 3 March from 18:00 to 20:00. */
    { "кабинет", "2027-03-03T19:30", "1", "G5?" },
    { "кабинет", "2027-03-03T20:00", "1", NULL },
    { "зал", "2027-03-03T19:30", "1", NULL },
    /* Over midnight. */
    { "чердак", "2027-03-01T23:30", "1", NULL },
    { "чердак", "2027-03-02T00:00", "1", "G5?" },
  };
  Studio studio;
  Club *club = &studio.club;
  gint64 event = 0, other = 0, night = 0;

  open_studio (&studio);
  event = club_add_event (club, "Встреча", "2027-03-03T18:00");
  club_change (club, DOV_TYPE_EVENT, event, "place", "кабинет");
  club_change (club, DOV_TYPE_EVENT, event, "ends_at", "2027-03-03T20:00");
  other = add_group (club, "Вкусняшки", "", "calendar", "mixed");
  night = add_group (club, "Ночной дозор", "чердак", "calendar", "mixed");
  {
    g_autoptr (DovRecord) late = new_session (club, night, "2027-03-01T23:45", "1.5");

    club_save (club, late);
  }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DovRecord) session = new_session (club, other, cases[i].starts_at, cases[i].hours);

      g_test_message ("case %u", i);
      club_fill (session, "place", cases[i].place, NULL);
      if (g_str_equal (cases[i].starts_at, "2027-03-01T23:30"))
        club_fill (session, "hours", "0.25", NULL);
      verdict_save (club, session, cases[i].verdict);
      if (cases[i].verdict != NULL)
        {
          dov_store_accept (club->store, "G5", "в разных углах");
          verdict_save (club, session, NULL);
        }
      verdict_remove (club, DOV_TYPE_CLUB_SESSION, dov_record_get_id (session), NULL);
    }
  club_close (club);
}

static void
test_same_session (void)
{
  Studio studio;
  Club *club = &studio.club;
  g_autoptr (DovRecord) again = NULL;
  g_autoptr (DovRecord) hours = NULL;

  open_studio (&studio);
  again = new_session (club, studio.group, "2027-03-02T15:00", "1");
  dov_store_accept (club->store, "G5", "это она и есть");
  verdict_save (club, again, "G3");
  hours = new_session (club, studio.group, "2027-03-04T15:00", "0");
  verdict_save (club, hours, "V6");
  club_fill (hours, "hours", "12.5", NULL);
  verdict_save (club, hours, "V6");
  club_fill (hours, "hours", "12", NULL);
  verdict_save (club, hours, NULL);
  club_close (club);
}

/* Ages at the day of admission. */
static void
test_age (void)
{
  static const struct
  {
    const char *age_group;
    const char *born;
    const char *verdict;
  } cases[] = {
    /* All are admitted on 1 March 2027. */
    { "children", "2013-03-02", NULL },
    { "children", "2013-03-01", "G6?" },
    { "youth", "2013-03-02", "G6?" },
    { "youth", "2013-03-01", NULL },
    { "youth", "1991-03-02", NULL },
    { "youth", "1991-03-01", "G6?" },
    { "adults", "2009-03-02", "G6?" },
    { "adults", "2009-03-01", NULL },
    { "mixed", "2020-03-01", NULL },
    { "mixed", "1940-03-01", NULL },
    { "children", "", NULL },
  };
  Studio studio;
  Club *club = &studio.club;

  open_studio (&studio);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("Группа %u", i);
      gint64 group = add_group (club, name, "", "calendar", cases[i].age_group);
      g_autofree char *first_name = g_strdup_printf ("Ян%.*s", (int) i * 2, "аабабабабабабабабабабабаб");
      gint64 person = club_add (club, DOV_TYPE_PERSON, "last_name", "Зуев", "first_name", first_name,
                                "birth_date", cases[i].born, NULL);
      g_autoptr (DovRecord) member = new_member (club, group, person, "2027-03-01", "");

      g_test_message ("case %u", i);
      verdict_save (club, member, cases[i].verdict);
    }
  club_close (club);
}

/* One line of membership at a time; who comes back has another. */
static void
test_member_once (void)
{
  static const struct
  {
    const char *since;
    const char *until;
    const char *verdict;
  } cases[] = {
    /* A member from 10 September to 20 December 2026. */
    { "2026-09-01", "2026-09-09", NULL },
    { "2026-09-01", "2026-09-10", "G7" },
    { "2026-10-01", "2026-10-02", "G7" },
    { "2026-12-20", "", "G7" },
    { "2026-12-21", "", NULL },
    { "2026-01-01", "", "G7" },
    { "2026-12-25", "2026-12-24", "V5" },
  };
  Studio studio;
  Club *club = &studio.club;
  g_autoptr (DovRecord) first = NULL;
  gint64 leaving = 0, back = 0;

  open_studio (&studio);
  first = dov_store_find_first (club->store, DOV_TYPE_CLUB_MEMBER, NULL, NULL);
  verdict_change (club, DOV_TYPE_CLUB_MEMBER, dov_record_get_id (first), "until", "2026-12-20", NULL);
  leaving = dov_store_get_last_operation (club->store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DovRecord) member = new_member (club, studio.group, studio.child, cases[i].since, cases[i].until);

      g_test_message ("case %u", i);
      verdict_save (club, member, cases[i].verdict);
      if (cases[i].verdict == NULL)
        verdict_remove (club, DOV_TYPE_CLUB_MEMBER, dov_record_get_id (member), NULL);
    }

  /* Back again: then the leaving cannot be undone, and comes back only when that is gone. */
  {
    g_autoptr (DovRecord) member = new_member (club, studio.group, studio.child, "2027-01-11", "");

    back = club_save (club, member);
  }
  verdict_undo (club, leaving, "G7");
  verdict_remove (club, DOV_TYPE_CLUB_MEMBER, back, NULL);
  verdict_undo (club, leaving, NULL);
  verdict_restore (club, DOV_TYPE_CLUB_MEMBER, back, "G7");
  club_close (club);
}

/* Marks keep the membership that they were made in. */
static void
test_membership (void)
{
  Studio studio;
  Club *club = &studio.club;
  g_autoptr (DovRecord) member = NULL;
  g_autoptr (DovRecord) mark = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0, joining = 0;

  open_studio (&studio);
  member = dov_store_find_first (club->store, DOV_TYPE_CLUB_MEMBER, NULL, NULL);
  id = dov_record_get_id (member);
  verdict_remove (club, DOV_TYPE_CLUB_MEMBER, id, NULL);
  verdict_restore (club, DOV_TYPE_CLUB_MEMBER, id, NULL);
  joining = dov_store_get_last_operation (club->store);
  mark = new_mark (club, studio.session, studio.child, "present");
  club_save (club, mark);

  verdict_change (club, DOV_TYPE_CLUB_MEMBER, id, "until", "2027-03-01", "G8");
  verdict_change (club, DOV_TYPE_CLUB_MEMBER, id, "until", "2027-03-02", NULL);
  verdict_change (club, DOV_TYPE_CLUB_MEMBER, id, "since", "2027-03-02", NULL);
  verdict_change (club, DOV_TYPE_CLUB_MEMBER, id, "until", "", NULL);
  verdict_change (club, DOV_TYPE_CLUB_MEMBER, id, "since", "2027-03-03", "G8");
  verdict_remove (club, DOV_TYPE_CLUB_MEMBER, id, "G8");
  verdict_undo (club, joining, "G8");

  /* The whole group goes, with all that is only its own, and comes back. */
  {
    g_autoptr (DovRecord) group = dov_store_find (club->store, DOV_TYPE_CLUB_GROUP, studio.group, NULL);

    g_assert_true (dov_parts_remove (club->store, group, &error));
    g_assert_no_error (error);
    g_assert_cmpint (dov_store_count (club->store, DOV_TYPE_CLUB_ATTENDANCE, NULL, NULL), ==, 0);
    g_assert_cmpint (dov_store_count (club->store, DOV_TYPE_CLUB_SESSION, NULL, NULL), ==, 0);
    g_assert_cmpint (dov_store_count (club->store, DOV_TYPE_CLUB_MEMBER, NULL, NULL), ==, 0);
    verdict_undo (club, dov_store_get_last_operation (club->store), NULL);
    g_assert_cmpint (dov_store_count (club->store, DOV_TYPE_CLUB_ATTENDANCE, NULL, NULL), ==, 1);
  }
  club_close (club);
}

static void
test_schedule (void)
{
  static const struct
  {
    const char *weekday;
    const char *time;
    const char *hours;
    const char *verdict;
  } cases[] = {
    { "tue", "15:00", "1.5", NULL },
    { "tue", "15:00", "2", "-" },
    { "tue", "17:00", "0", "V6" },
    { "tue", "17:00", "13", "V6" },
    { "thu", "15:00", "1", NULL },
  };
  Studio studio;
  g_autofree char *group = NULL;

  open_studio (&studio);
  group = write_id (studio.group);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DovRecord) slot = club_new (&studio.club, DOV_TYPE_CLUB_SLOT, "group_id", group,
                                             "weekday", cases[i].weekday, "time", cases[i].time,
                                             "hours", cases[i].hours, NULL);

      g_test_message ("case %u", i);
      verdict_save (&studio.club, slot, cases[i].verdict);
    }
  club_close (&studio.club);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/G1/season", test_season);
  g_test_add_func ("/rules/G1/group", test_group_changed);
  g_test_add_func ("/rules/G2/G3/G4/marks", test_marks);
  g_test_add_func ("/rules/G2/G3/G4/back", test_marks_back);
  g_test_add_func ("/rules/G3/session", test_same_session);
  g_test_add_func ("/rules/G5/room", test_room);
  g_test_add_func ("/rules/G6/age", test_age);
  g_test_add_func ("/rules/G7/once", test_member_once);
  g_test_add_func ("/rules/G8/membership", test_membership);
  g_test_add_func ("/rules/schedule", test_schedule);

  return g_test_run ();
}
