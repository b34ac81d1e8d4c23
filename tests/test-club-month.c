/* test-club-month.c - a month of a group: people down, sessions across; its plan; hours by month and kind */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "club.h"
#include "dov-club-member.h"
#include "dov-club-month.h"
#include "dov-club-plan.h"
#include "dov-club-slot.h"
#include "dov-event.h"
#include "dov-person.h"
#include "dov-rules.h"
#include "dov-volunteer-hours.h"
#include "dov-volunteer-work.h"
#include "dov-volunteer.h"

/* It is Friday, 5 March 2027. */
typedef struct
{
  Club   club;
  gint64 group;
  gint64 people[4];    /* Ёлкин; Ежов left on 2 March; Зуев joins on 4 March; Яковлев left in February */
  gint64 sessions[4];  /* 2, 4, 5 and 9 March */
} Studio;

static char *
write_id (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static void
add_member (Studio     *studio,
            guint       index,
            const char *since,
            const char *until)
{
  g_autofree char *group = write_id (studio->group);
  g_autofree char *person = write_id (studio->people[index]);

  club_add (&studio->club, DOV_TYPE_CLUB_MEMBER, "group_id", group, "person_id", person, "since", since,
            "until", until, NULL);
}

static void
set_up (Studio        *studio,
        gconstpointer  unused)
{
  static const char *const names[] = { "Ёлкин", "Ежов", "Зуев", "Яковлев" };
  static const char *const starts[] = { "2027-03-02T15:00", "2027-03-04T15:00", "2027-03-05T15:00", "2027-03-09T15:00" };
  Club *club = &studio->club;
  g_autofree char *lounge = NULL;
  g_autofree char *manager = NULL;
  g_autofree char *group = NULL;

  club_open (club);
  dov_rules_install (club->store);
  lounge = write_id (club->lounge);
  manager = write_id (club->manager);
  studio->group = club_add (club, DOV_TYPE_CLUB_GROUP, "name", "Бисер", "lounge_id", lounge, "kind", "studio",
                            "leader_id", manager, "season", "school", "age_group", "mixed", "status", "active", NULL);
  group = write_id (studio->group);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    studio->people[i] = club_add_person (club, names[i], "Лев");
  add_member (studio, 0, "2026-09-01", "");
  add_member (studio, 1, "2026-09-01", "2027-03-02");
  add_member (studio, 2, "2027-03-04", "");
  add_member (studio, 3, "2026-09-01", "2027-02-28");
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    studio->sessions[i] = club_add (club, DOV_TYPE_CLUB_SESSION, "group_id", group, "starts_at", starts[i],
                                    "hours", "1", NULL);
}

static void
tear_down (Studio        *studio,
           gconstpointer  unused)
{
  club_close (&studio->club);
}

static DovClubMonth *
read_month (Studio *studio,
            int     month)
{
  g_autoptr (GError) error = NULL;
  DovClubMonth *read;
  GDate day;

  g_date_set_dmy (&day, 17, (GDateMonth) month, 2027);
  read = dov_club_month_read (studio->club.store, studio->group, &day, &error);
  g_assert_no_error (error);

  return read;
}

static gboolean
mark (Studio      *studio,
      guint        session,
      guint        person,
      DovClubMark  sign)
{
  return dov_club_mark (studio->club.store, studio->sessions[session], studio->people[person], sign, NULL);
}

/* Who belongs to the month, in the order of names; who left stays in past months. */
static void
test_people (Studio        *studio,
             gconstpointer  unused)
{
  g_autoptr (DovClubMonth) march = read_month (studio, 3);
  g_autoptr (DovClubMonth) february = read_month (studio, 2);

  g_assert_cmpuint (march->rows->len, ==, 3);
  g_assert_cmpstr (dov_club_month_get_row (march, 0)->person->last_name, ==, "Ежов");
  g_assert_cmpstr (dov_club_month_get_row (march, 1)->person->last_name, ==, "Ёлкин");
  g_assert_cmpstr (dov_club_month_get_row (march, 2)->person->last_name, ==, "Зуев");
  g_assert_nonnull (dov_club_month_get_row (march, 0)->left_on);
  g_assert_null (dov_club_month_get_row (march, 1)->left_on);
  g_assert_cmpuint (february->rows->len, ==, 3);
  g_assert_cmpstr (dov_club_month_get_row (february, 2)->person->last_name, ==, "Яковлев");
  g_assert_cmpuint (february->columns->len, ==, 0);

  g_assert_cmpuint (march->columns->len, ==, 4);
  g_assert_true (dov_club_month_belongs (march, 0, 0));
  g_assert_false (dov_club_month_belongs (march, 0, 1));
  g_assert_false (dov_club_month_belongs (march, 2, 0));
  g_assert_true (dov_club_month_belongs (march, 2, 1));
  g_assert_false (dov_club_month_get_column (march, 2)->is_to_come);
  g_assert_true (dov_club_month_get_column (march, 3)->is_to_come);
}

static void
test_sums (Studio        *studio,
           gconstpointer  unused)
{
  g_autoptr (DovClubMonth) month = NULL;
  g_autofree char *average = NULL;
  g_autofree char *nothing = dov_club_average_to_shown (0, 0);
  DovClubFigures figures;
  GDate since, until;

  g_assert_cmpstr (nothing, ==, "—");
  g_assert_true (mark (studio, 0, 0, DOV_CLUB_MARK_PRESENT));
  g_assert_true (mark (studio, 0, 1, DOV_CLUB_MARK_PRESENT));
  g_assert_true (mark (studio, 1, 0, DOV_CLUB_MARK_ILL));
  g_assert_true (mark (studio, 1, 2, DOV_CLUB_MARK_PRESENT));
  g_assert_true (mark (studio, 2, 0, DOV_CLUB_MARK_PRESENT));
  month = read_month (studio, 3);
  g_assert_cmpuint (month->n_held, ==, 3);
  g_assert_cmpuint (month->n_present, ==, 4);
  average = dov_club_average_to_shown (month->n_present, month->n_held);
  g_assert_cmpstr (average, ==, "1,3");
  g_assert_cmpuint (dov_club_month_get_row (month, 1)->n_present, ==, 2);
  g_assert_cmpuint (dov_club_month_get_row (month, 1)->n_marked, ==, 3);
  g_assert_cmpuint (dov_club_month_get_column (month, 1)->n_present, ==, 1);
  g_assert_cmpuint (dov_club_month_get_column (month, 1)->n_marked, ==, 2);
  g_assert_cmpint (dov_club_month_get_mark (month, 1, 1), ==, DOV_CLUB_MARK_ILL);
  g_assert_cmpint (dov_club_month_get_mark (month, 2, 2), ==, 0);

  g_date_set_dmy (&since, 1, 3, 2027);
  g_date_set_dmy (&until, 5, 3, 2027);
  figures = dov_club_count (studio->club.store, studio->group, &since, &until);
  g_assert_cmpuint (figures.n_members, ==, 2);
  g_assert_cmpuint (figures.n_sessions, ==, 3);
  g_assert_cmpuint (figures.n_held, ==, 3);
  g_assert_cmpuint (figures.n_present, ==, 4);
}

/* A mark is an operation: another sign, none, undone one by one. */
static void
test_mark (Studio        *studio,
           gconstpointer  unused)
{
  g_autoptr (DovClubMonth) month = NULL;
  g_autoptr (GError) error = NULL;
  gint64 operation = 0;

  g_assert_true (mark (studio, 0, 0, DOV_CLUB_MARK_ABSENT));
  g_assert_true (mark (studio, 0, 0, DOV_CLUB_MARK_EXCUSED));
  operation = dov_store_get_last_operation (studio->club.store);
  g_assert_true (mark (studio, 0, 0, 0));
  g_assert_true (mark (studio, 0, 0, 0));
  month = read_month (studio, 3);
  g_assert_cmpint (dov_club_month_get_mark (month, 1, 0), ==, 0);
  g_assert_true (dov_store_undo (studio->club.store, dov_store_find_undoable (studio->club.store), &error));
  g_assert_no_error (error);
  g_assert_true (dov_store_undo (studio->club.store, operation, &error));
  g_assert_no_error (error);
  g_clear_pointer (&month, dov_club_month_free);
  month = read_month (studio, 3);
  g_assert_cmpint (dov_club_month_get_mark (month, 1, 0), ==, DOV_CLUB_MARK_ABSENT);

  /* Not before the session, and not who is no member then: nothing is kept. */
  g_assert_false (mark (studio, 3, 0, DOV_CLUB_MARK_PRESENT));
  g_assert_false (mark (studio, 1, 1, DOV_CLUB_MARK_PRESENT));
  g_clear_pointer (&month, dov_club_month_free);
  month = read_month (studio, 3);
  g_assert_cmpuint (month->n_held, ==, 1);
}

static void
test_rest (Studio        *studio,
           gconstpointer  unused)
{
  g_autoptr (DovClubMonth) month = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (mark (studio, 1, 0, DOV_CLUB_MARK_ILL));
  month = read_month (studio, 3);
  g_assert_true (dov_club_mark_rest (studio->club.store, month, 1, &error));
  g_assert_no_error (error);
  g_clear_pointer (&month, dov_club_month_free);
  month = read_month (studio, 3);
  g_assert_cmpuint (dov_club_month_get_column (month, 1)->n_marked, ==, 2);
  g_assert_cmpint (dov_club_month_get_mark (month, 1, 1), ==, DOV_CLUB_MARK_ILL);
  g_assert_cmpint (dov_club_month_get_mark (month, 2, 1), ==, DOV_CLUB_MARK_PRESENT);
  g_assert_false (dov_club_mark_rest (studio->club.store, month, 3, NULL));
}

/* The schedule of a month: what is there stays, holidays are off, another room's session needs a reason. */
static void
test_plan (Studio        *studio,
           gconstpointer  unused)
{
  Club *club = &studio->club;
  g_autofree char *group = write_id (studio->group);
  g_autoptr (GPtrArray) plan = NULL;
  g_autoptr (GError) error = NULL;
  GDate day;

  g_date_set_dmy (&day, 20, 3, 2027);
  plan = dov_club_plan_list (club->store, studio->group, &day, &error);
  g_assert_cmpuint (plan->len, ==, 0);
  g_clear_pointer (&plan, g_ptr_array_unref);

  club_add (club, DOV_TYPE_CLUB_SLOT, "group_id", group, "weekday", "tue", "time", "15:00", "hours", "1", NULL);
  club_add (club, DOV_TYPE_CLUB_SLOT, "group_id", group, "weekday", "mon", "time", "10:00", "hours", "1", NULL);
  plan = dov_club_plan_list (club->store, studio->group, &day, &error);
  g_assert_no_error (error);

  /* Mondays 1, 8, 15, 22, 29 and Tuesdays 2, 9, 16, 23, 30; 2 and 9 are there, the 8th is a holiday. */
  g_assert_cmpuint (plan->len, ==, 10);
  g_assert_true (((DovClubPlanned *) plan->pdata[1])->is_there);
  g_assert_true (((DovClubPlanned *) plan->pdata[2])->is_holiday);
  g_assert_false (((DovClubPlanned *) plan->pdata[2])->is_wanted);
  g_assert_cmpuint (dov_club_plan_count (plan), ==, 7);
  ((DovClubPlanned *) plan->pdata[4])->is_wanted = FALSE;
  g_assert_true (dov_club_plan_make (club->store, studio->group, plan, &error));
  g_assert_no_error (error);
  g_assert_cmpint (dov_store_count (club->store, DOV_TYPE_CLUB_SESSION, NULL, NULL), ==, 10);
  g_assert_true (dov_store_undo (club->store, dov_store_find_undoable (club->store), &error));
  g_assert_cmpint (dov_store_count (club->store, DOV_TYPE_CLUB_SESSION, NULL, NULL), ==, 4);

  /* Out of the season nothing can be made; the words say why. */
  g_clear_pointer (&plan, g_ptr_array_unref);
  g_date_set_dmy (&day, 20, 7, 2027);
  plan = dov_club_plan_list (club->store, studio->group, &day, &error);
  g_assert_cmpuint (plan->len, ==, 8);
  g_assert_nonnull (((DovClubPlanned *) plan->pdata[0])->refusal);
  g_assert_cmpuint (dov_club_plan_count (plan), ==, 0);

  /* A clash is made with its reason only. */
  g_clear_pointer (&plan, g_ptr_array_unref);
  g_date_set_dmy (&day, 20, 4, 2027);
  club_change (club, DOV_TYPE_EVENT, club_add_event (club, "Встреча", "2027-04-06T15:30"), "place", "");
  plan = dov_club_plan_list (club->store, studio->group, &day, &error);
  g_assert_cmpuint (dov_club_plan_count (plan), >, 0);
  g_assert_false (dov_club_plan_make (club->store, studio->group, plan, NULL));
  g_assert_cmpint (dov_store_count (club->store, DOV_TYPE_CLUB_SESSION, NULL, NULL), ==, 4);
  dov_store_accept (club->store, "G5", "разные половины зала");
  g_assert_true (dov_club_plan_make (club->store, studio->group, plan, &error));
  g_assert_cmpint (dov_store_count (club->store, DOV_TYPE_CLUB_SESSION, NULL, NULL), >, 4);
}

static void
test_hours (Studio        *studio,
            gconstpointer  unused)
{
  Club *club = &studio->club;
  g_autofree char *person = write_id (studio->people[0]);
  g_autofree char *lounge = write_id (club->lounge);
  g_autofree char *event = write_id (club_add_event (club, "Ёлка", "2027-02-01T15:00"));
  gint64 id = club_add (club, DOV_TYPE_VOLUNTEER, "person_id", person, "kind", "general", "lounge_id", lounge,
                        "since", "2026-01-01", NULL);
  g_autofree char *volunteer = write_id (id);
  g_autoptr (GPtrArray) things = NULL;
  DovWorkSums sums;
  GDate day;

  club_add (club, DOV_TYPE_VOLUNTEER_HOURS, "volunteer_id", volunteer, "date", "2027-02-01", "hours", "2.5",
            "event_id", event, NULL);
  club_add (club, DOV_TYPE_VOLUNTEER_HOURS, "volunteer_id", volunteer, "date", "2027-02-03", "hours", "1.25", NULL);
  club_add (club, DOV_TYPE_VOLUNTEER_HOURS, "volunteer_id", volunteer, "date", "2027-03-01", "hours", "4", NULL);
  club_add (club, DOV_TYPE_VOLUNTEER_HOURS, "volunteer_id", volunteer, "date", "2026-12-31", "hours", "8", NULL);
  g_assert_true (dov_work_sum (club->store, id, 2027, &sums, NULL));
  g_assert_cmpint (sums.hours[2][DOV_WORK_EVENT], ==, 2500);
  g_assert_cmpint (sums.hours[2][DOV_WORK_OTHER], ==, 1250);
  g_assert_cmpint (sums.hours[0][DOV_WORK_OTHER], ==, 5250);
  g_assert_cmpint (sums.total[2], ==, 3750);
  g_assert_cmpint (sums.total[0], ==, 7750);
  g_assert_cmpint (sums.hours[0][DOV_WORK_DRIVE], ==, 0);

  /* Each sum leads to just the hours that it adds up. */
  for (int month = 0; month <= 12; month++)
    for (DovWork work = 0; work <= DOV_N_WORKS; work++)
      {
        g_autoptr (GArray) ids = dov_work_list_hours (club->store, id, 2027, month, work);
        gint64 sum = 0;

        for (guint i = 0; i < ids->len; i++)
          {
            g_autoptr (DovRecord) hours = dov_store_find (club->store, DOV_TYPE_VOLUNTEER_HOURS,
                                                          g_array_index (ids, gint64, i), NULL);
            g_autofree char *thing = dov_work_dup_thing (club->store, DOV_VOLUNTEER_HOURS (hours));

            sum += DOV_VOLUNTEER_HOURS (hours)->hours;
            g_assert_cmpstr (thing, ==, DOV_VOLUNTEER_HOURS (hours)->event_id == 0 ? "other work"
                                        : "event: Ёлка, 01.02.2027 15:00");
          }
        g_assert_cmpint (sum, ==, work == DOV_N_WORKS ? sums.total[month] : sums.hours[month][work]);
      }

  g_date_set_dmy (&day, 1, 2, 2027);
  things = dov_work_list_things (club->store, id, &day);
  g_assert_cmpuint (things->len, ==, 2);
  g_assert_cmpint (((DovWorkThing *) things->pdata[0])->work, ==, DOV_WORK_EVENT);
  g_assert_cmpstr (((DovWorkThing *) things->pdata[0])->words, ==, "event: Ёлка");
  g_assert_cmpint (((DovWorkThing *) things->pdata[1])->id, ==, 0);
}

#define ADD(path, function) g_test_add (path, Studio, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/club-month/people", test_people);
  ADD ("/club-month/sums", test_sums);
  ADD ("/club-month/mark", test_mark);
  ADD ("/club-month/rest", test_rest);
  ADD ("/club-month/plan", test_plan);
  ADD ("/volunteer-work/hours", test_hours);

  return g_test_run ();
}
