/* test-rules-seats.c - E4: places, the waiting list, who gets a place that is free again */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-attendance.h"
#include "dov-event-headcount.h"
#include "dov-event.h"
#include "dov-person.h"
#include "dov-roll.h"
#include "dov-rules.h"
#include "dov-seats.h"
#include "verdict.h"

static char *
write_id (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

/* Today is 5 March 2027; an event of the next week with so many places. */
static gint64
open_with (Club       *club,
           const char *limit)
{
  gint64 event;

  club_open (club);
  dov_rules_install (club->store);
  event = club_add_event (club, "Мастер-класс", "2027-03-08T15:00");
  club_change (club, DOV_TYPE_EVENT, event, "registration", "1");
  club_change (club, DOV_TYPE_EVENT, event, "seat_limit", limit);

  return event;
}

static DovRecord *
new_line (Club       *club,
          gint64      event,
          const char *name,
          const char *status,
          const char *role)
{
  g_autofree char *event_id = write_id (event);
  g_autofree char *person_id = write_id (club_add_person (club, "Шубина", name));

  return club_new (club, DOV_TYPE_ATTENDANCE, "event_id", event_id, "person_id", person_id, "status", status,
                   "role", role, NULL);
}

static gint64
add_line (Club       *club,
          gint64      event,
          const char *name,
          const char *status)
{
  g_autoptr (DovRecord) line = new_line (club, event, name, status, "guest");

  return club_save (club, line);
}

static void
expect_status (Club       *club,
               gint64      line,
               const char *expected)
{
  g_autofree char *status = club_read (club, DOV_TYPE_ATTENDANCE, line, "status");

  g_assert_cmpstr (status, ==, expected);
}

static void
expect_seats (Club   *club,
              gint64  event,
              gint64  taken,
              gint64  waiting,
              gint64  n_free,
              gint64  over)
{
  g_autoptr (DovRecord) record = dov_store_find (club->store, DOV_TYPE_EVENT, event, NULL);
  g_autoptr (GError) error = NULL;
  DovSeats seats;

  g_assert_true (dov_seats_count (club->store, DOV_EVENT (record), &seats, &error));
  g_assert_cmpint (seats.taken, ==, taken);
  g_assert_cmpint (seats.waiting, ==, waiting);
  g_assert_cmpint (dov_seats_get_free (&seats), ==, n_free);
  g_assert_cmpint (dov_seats_get_over (&seats), ==, over);
}

/* With two places of which two are taken. */
static void
test_table (void)
{
  static const struct { const char *status; const char *role; const char *expected; } lines[] = {
    { "registered", "guest", "E4" },
    { "registered", "parent", "E4" },
    { "registered", "helper", NULL },      /* who helps takes no place */
    { "registered", "organiser", NULL },
    { "waiting", "guest", NULL },
    { "walk_in", "guest", NULL },          /* everybody who comes is let in */
    { "checked_in", "guest", NULL },
    { "cancelled", "guest", NULL },
    { "no_show", "guest", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (DovRecord) line = NULL;
      gint64 event = 0;
      Club club;

      event = open_with (&club, "2");
      add_line (&club, event, "Анна", "registered");
      add_line (&club, event, "Вера", "registered");
      line = new_line (&club, event, "Зоя", lines[i].status, lines[i].role);
      g_test_message ("case %u", i);
      /* Who comes, comes on the day itself. */
      club_change (&club, DOV_TYPE_EVENT, event, "starts_at", "2027-03-05T10:00");
      verdict_save (&club, line, lines[i].expected);
      club_close (&club);
    }
}

/* Who waits longest gets the place, in the same operation; one undo takes both back. */
static void
test_passed_on (void)
{
  gint64 event = 0, anna = 0, vera = 0, zoya = 0, inga = 0, operation = 0;
  Club club;

  event = open_with (&club, "2");
  anna = add_line (&club, event, "Анна", "registered");
  vera = add_line (&club, event, "Вера", "registered");
  zoya = add_line (&club, event, "Зоя", "waiting");
  inga = add_line (&club, event, "Инга", "waiting");
  expect_seats (&club, event, 2, 2, 0, 0);

  verdict_change (&club, DOV_TYPE_ATTENDANCE, anna, "status", "cancelled", NULL);
  operation = dov_store_get_last_operation (club.store);
  expect_status (&club, zoya, "registered");
  expect_status (&club, inga, "waiting");
  expect_seats (&club, event, 2, 1, 0, 0);
  verdict_change (&club, DOV_TYPE_ATTENDANCE, anna, "status", "registered", "E4");
  verdict_undo (&club, operation, NULL);
  expect_status (&club, anna, "registered");
  expect_status (&club, zoya, "waiting");

  /* Taken off the list altogether. */
  verdict_remove (&club, DOV_TYPE_ATTENDANCE, vera, NULL);
  expect_status (&club, zoya, "registered");
  verdict_restore (&club, DOV_TYPE_ATTENDANCE, vera, "E4");

  /* More places. */
  verdict_change (&club, DOV_TYPE_EVENT, event, "seat_limit", "5", NULL);
  expect_status (&club, inga, "registered");
  expect_seats (&club, event, 3, 0, 2, 0);
  verdict_change (&club, DOV_TYPE_EVENT, event, "seat_limit", "2", "E4?");
  dov_store_accept (club.store, "E4", "сломались стулья");
  verdict_change (&club, DOV_TYPE_EVENT, event, "seat_limit", "2", NULL);
  expect_seats (&club, event, 3, 0, 0, 0);
  verdict_change (&club, DOV_TYPE_EVENT, event, "seat_limit", "", NULL);
  club_close (&club);
}

/* Who is put on the waiting list by this very operation stays there. */
static void
test_meant_so (void)
{
  gint64 event = 0, anna = 0;
  Club club;

  event = open_with (&club, "2");
  anna = add_line (&club, event, "Анна", "waiting");
  expect_status (&club, anna, "waiting");
  add_line (&club, event, "Вера", "registered");
  expect_status (&club, anna, "registered");   /* there was a place all the time */
  verdict_change (&club, DOV_TYPE_ATTENDANCE, anna, "status", "waiting", NULL);
  expect_status (&club, anna, "waiting");
  club_close (&club);
}

/* An event that is over passes no places on. */
static void
test_over (void)
{
  gint64 event = 0, anna = 0, vera = 0;
  Club club;

  event = open_with (&club, "1");
  anna = add_line (&club, event, "Анна", "registered");
  vera = add_line (&club, event, "Вера", "waiting");
  club_change (&club, DOV_TYPE_EVENT, event, "starts_at", "2027-03-04T15:00");
  verdict_change (&club, DOV_TYPE_ATTENDANCE, anna, "status", "no_show", NULL);
  expect_status (&club, vera, "waiting");
  club_close (&club);
}

static gint64
mark (Club       *club,
      DovEvent   *event,
      const char *name)
{
  g_autoptr (DovRecord) person = dov_store_find (club->store, DOV_TYPE_PERSON, club_add_person (club, "Шубина", name), NULL);
  g_autoptr (DovAttendance) line = NULL;
  g_autoptr (GError) error = NULL;

  dov_roll_mark (club->store, event, DOV_PERSON (person), &error);
  g_assert_no_error (error);
  line = dov_roll_find_mark (club->store, event, dov_record_get_id (person));
  g_assert_nonnull (line);

  return dov_record_get_id (DOV_RECORD (line));
}

/* From the roll of an event: the third of two waits; at the door all come in, and too many are told. */
static void
test_roll (void)
{
  g_autoptr (DovRecord) record = NULL;
  g_autoptr (DovRecord) line = NULL;
  g_autoptr (DovRecord) person = NULL;
  gint64 event = 0, zoya = 0;
  g_autoptr (GError) error = NULL;
  Club club;

  event = open_with (&club, "2");
  record = dov_store_find (club.store, DOV_TYPE_EVENT, event, NULL);
  expect_status (&club, mark (&club, DOV_EVENT (record), "Анна"), "registered");
  expect_status (&club, mark (&club, DOV_EVENT (record), "Вера"), "registered");
  zoya = mark (&club, DOV_EVENT (record), "Зоя");
  expect_status (&club, zoya, "waiting");

  club_change (&club, DOV_TYPE_EVENT, event, "starts_at", "2027-03-05T10:00");
  line = dov_store_find (club.store, DOV_TYPE_ATTENDANCE, zoya, NULL);
  person = dov_store_find (club.store, DOV_TYPE_PERSON, DOV_ATTENDANCE (line)->person_id, NULL);
  dov_roll_mark (club.store, DOV_EVENT (record), DOV_PERSON (person), &error);
  g_assert_no_error (error);
  expect_status (&club, zoya, "walk_in");
  expect_seats (&club, event, 2, 0, 0, 0);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("Ия%s", i == 0 ? "" : i == 1 ? "на" : "нна");

      mark (&club, DOV_EVENT (record), name);
    }
  expect_seats (&club, event, 2, 0, 0, 2);    /* four came to two places */
  club_close (&club);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/E4/table", test_table);
  g_test_add_func ("/rules/E4/passed-on", test_passed_on);
  g_test_add_func ("/rules/E4/meant-so", test_meant_so);
  g_test_add_func ("/rules/E4/over", test_over);
  g_test_add_func ("/rules/E4/roll", test_roll);

  return g_test_run ();
}
