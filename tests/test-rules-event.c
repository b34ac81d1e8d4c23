/* test-rules-event.c - E1, E2, E6, E7, E8, E9: events, who came and how many */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-attendance.h"
#include "dov-draft-completing.h"
#include "dov-event-headcount.h"
#include "dov-event-move.h"
#include "dov-event.h"
#include "dov-headcount.h"
#include "dov-parts.h"
#include "dov-person.h"
#include "dov-rules.h"
#include "verdict.h"

static void
open_club (Club *club)
{
  club_open (club);
  dov_rules_install (club->store);
}

static char *
write_id (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static gint64
add_born (Club       *club,
          const char *first_name,
          const char *birth_date)
{
  return club_add (club, DOV_TYPE_PERSON, "last_name", "Шубина", "first_name", first_name,
                   "birth_date", birth_date, NULL);
}

static DovRecord *
new_headcount (Club       *club,
               gint64      event,
               const char *b7_13)
{
  g_autofree char *event_id = write_id (event);

  return club_new (club, DOV_TYPE_EVENT_HEADCOUNT, "event_id", event_id, "b7_13", b7_13, NULL);
}

static DovRecord *
new_attendance (Club       *club,
                gint64      event,
                gint64      person,
                const char *status)
{
  g_autofree char *event_id = write_id (event);
  g_autofree char *person_id = write_id (person);

  return club_new (club, DOV_TYPE_ATTENDANCE, "event_id", event_id, "person_id", person_id, "status", status, NULL);
}

static void
begin (Club *club)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (dov_store_begin (club->store, "Вместе", &error));
  g_assert_no_error (error);
}

/* An event that was held, with so many children counted. */
static gint64
add_held (Club       *club,
          const char *title,
          const char *b7_13)
{
  gint64 event = club_add_event (club, title, "2027-03-01T15:00");
  g_autoptr (DovRecord) headcount = new_headcount (club, event, b7_13);

  begin (club);
  club_save (club, headcount);
  club_change (club, DOV_TYPE_EVENT, event, "status", "held");
  verdict_commit (club, NULL);

  return event;
}

static void
test_e1 (void)
{
  Club club;
  gint64 event = 0, later = 0;
  g_autoptr (DovRecord) headcount = NULL, other = NULL, none = NULL;

  open_club (&club);
  later = club_add_event (&club, "Завтра", "2027-03-06T15:00");
  verdict_change (&club, DOV_TYPE_EVENT, later, "status", "held", "E1");
  club_change (&club, DOV_TYPE_EVENT, later, "audience", "adults");
  verdict_change (&club, DOV_TYPE_EVENT, later, "starts_at", "2027-03-05T20:00", NULL);

  /* Nobody counted: a reason is asked for; zero is nobody. */
  event = club_add_event (&club, "Мастер-класс", "2027-03-01T15:00");
  verdict_change (&club, DOV_TYPE_EVENT, event, "status", "held", "E1?");
  headcount = new_headcount (&club, event, "0");
  verdict_save (&club, headcount, NULL);
  verdict_change (&club, DOV_TYPE_EVENT, event, "status", "held", "E1?");
  verdict_change (&club, DOV_TYPE_EVENT_HEADCOUNT, dov_record_get_id (headcount), "b7_13", "12", NULL);
  verdict_change (&club, DOV_TYPE_EVENT, event, "status", "held", NULL);
  verdict_change (&club, DOV_TYPE_EVENT, event, "title", "Мастер-класс «Букет»", NULL);
  verdict_change (&club, DOV_TYPE_EVENT, event, "ends_at", "2027-03-06T17:00", NULL);
  verdict_change (&club, DOV_TYPE_EVENT, event, "starts_at", "2027-03-06T15:00", "E1");

  /* Nor may the people vanish afterwards, by whatever path. */
  verdict_change (&club, DOV_TYPE_EVENT_HEADCOUNT, dov_record_get_id (headcount), "b7_13", "0", "E1?");
  verdict_remove (&club, DOV_TYPE_EVENT_HEADCOUNT, dov_record_get_id (headcount), "E1?");
  dov_store_accept (club.store, "E1", "метель, никто не пришёл");
  verdict_change (&club, DOV_TYPE_EVENT_HEADCOUNT, dov_record_get_id (headcount), "b7_13", "0", NULL);

  /* In one operation the order does not matter. */
  other = new_headcount (&club, later, "9");
  begin (&club);
  club_change (&club, DOV_TYPE_EVENT, later, "status", "held");
  club_save (&club, other);
  verdict_commit (&club, NULL);
  verdict_undo (&club, dov_store_get_last_operation (club.store), NULL);
  dov_store_accept (club.store, "E1", "никто не пришёл");
  verdict_change (&club, DOV_TYPE_EVENT, later, "status", "held", NULL);
  club_close (&club);
}

static void
test_e2 (void)
{
  Club club;
  gint64 event = 0, second = 0, third = 0;
  g_autofree char *second_id = NULL, *third_id = NULL, *event_id = NULL;
  g_autoptr (DovRecord) draft = NULL, record = NULL;

  open_club (&club);
  event = club_add_event (&club, "Поход", "2027-03-12T10:00");
  verdict_change (&club, DOV_TYPE_EVENT, event, "status", "cancelled", "E2");
  verdict_change (&club, DOV_TYPE_EVENT, event, "status", "moved", "E2");
  verdict_change (&club, DOV_TYPE_EVENT, event, "status_reason", "мороз", NULL);
  verdict_change (&club, DOV_TYPE_EVENT, event, "status", "moved", "E2");
  verdict_change (&club, DOV_TYPE_EVENT, event, "status", "cancelled", NULL);
  verdict_change (&club, DOV_TYPE_EVENT, event, "status_reason", "", "E2");

  second = club_add_event (&club, "Поход", "2027-03-19T10:00");
  third = club_add_event (&club, "Поход", "2027-03-26T10:00");
  second_id = write_id (second);
  third_id = write_id (third);
  event_id = write_id (event);
  verdict_change (&club, DOV_TYPE_EVENT, event, "moved_to_id", second_id, "E2");
  record = dov_store_find (club.store, DOV_TYPE_EVENT, event, NULL);
  draft = dov_record_dup (record);
  club_fill (draft, "status", "moved", "moved_to_id", event_id, NULL);
  verdict_save (&club, draft, "E2");
  club_fill (draft, "moved_to_id", second_id, NULL);
  verdict_save (&club, draft, NULL);

  /* Round in a circle, over two others. */
  g_clear_object (&draft);
  g_clear_object (&record);
  record = dov_store_find (club.store, DOV_TYPE_EVENT, second, NULL);
  draft = dov_record_dup (record);
  club_fill (draft, "status", "moved", "status_reason", "опять мороз", "moved_to_id", event_id, NULL);
  verdict_save (&club, draft, "E2");
  club_fill (draft, "moved_to_id", third_id, NULL);
  verdict_save (&club, draft, NULL);
  g_clear_object (&draft);
  g_clear_object (&record);
  record = dov_store_find (club.store, DOV_TYPE_EVENT, third, NULL);
  draft = dov_record_dup (record);
  club_fill (draft, "status", "moved", "status_reason", "лёд", "moved_to_id", event_id, NULL);
  verdict_save (&club, draft, "E2");
  club_close (&club);
}

static void
test_e2_move (void)
{
  Club club;
  gint64 event = 0;
  g_autoptr (DovRecord) record = NULL;
  g_autoptr (DovEvent) moved = NULL;
  g_autoptr (GDateTime) starts_at = NULL, ends_at = NULL;
  g_autoptr (GError) error = NULL;

  open_club (&club);
  event = club_add_event (&club, "Поход", "2027-03-12T10:00");
  record = dov_store_find (club.store, DOV_TYPE_EVENT, event, NULL);
  g_assert_true (dov_moment_from_iso ("2027-03-19T11:30", &starts_at));
  g_assert_true (dov_moment_from_iso ("2027-03-19T13:00", &ends_at));

  g_assert_null (dov_event_move (club.store, DOV_EVENT (record), starts_at, ends_at, "", &error));
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_cmpint (dov_store_count (club.store, DOV_TYPE_EVENT, NULL, NULL), ==, 1);

  moved = dov_event_move (club.store, DOV_EVENT (record), starts_at, ends_at, "мороз", &error);
  g_assert_no_error (error);
  g_assert_cmpint (DOV_EVENT (record)->status, ==, DOV_EVENT_STATUS_MOVED);
  g_assert_cmpint (DOV_EVENT (record)->moved_to_id, ==, dov_record_get_id (DOV_RECORD (moved)));
  g_assert_cmpint (moved->status, ==, DOV_EVENT_STATUS_PLANNED);
  g_assert_cmpstr (moved->title, ==, "Поход");
  g_assert_cmpstr (moved->status_reason, ==, "");
  g_assert_true (g_date_time_equal (moved->starts_at, starts_at));

  verdict_undo (&club, dov_store_get_last_operation (club.store), NULL);
  g_assert_cmpint (dov_store_count (club.store, DOV_TYPE_EVENT, NULL, NULL), ==, 1);
  g_assert_cmpint (DOV_EVENT (record)->status, ==, DOV_EVENT_STATUS_PLANNED);
  club_close (&club);
}

/* As a person types it: a day alone keeps the hour, and the event stays as long as it is. */
static void
test_e2_typed (void)
{
  static const struct { const char *typed; const char *starts_at; } cases[] = {
    { "19.03.2027", "2027-03-19T10:00" }, { "20.03.2027 11:30", "2027-03-20T11:30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Club club;
      g_autoptr (DovRecord) record = NULL, other = NULL;
      g_autofree char *starts_at = NULL;
      g_autoptr (GError) error = NULL;
      DovEvent *moved;

      open_club (&club);
      record = dov_store_find (club.store, DOV_TYPE_EVENT, club_add_event (&club, "Поход", "2027-03-12T10:00"), NULL);
      g_assert_false (dov_event_move_typed (club.store, DOV_EVENT (record), "31.02.2027", "мороз", &error));
      g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED);
      g_clear_error (&error);
      g_assert_true (dov_event_move_typed (club.store, DOV_EVENT (record), cases[i].typed, "мороз", &error));
      g_assert_no_error (error);
      other = dov_store_find (club.store, DOV_TYPE_EVENT, DOV_EVENT (record)->moved_to_id, NULL);
      moved = DOV_EVENT (other);
      starts_at = dov_moment_to_iso (moved->starts_at);
      g_assert_cmpstr (starts_at, ==, cases[i].starts_at);
      g_assert_cmpint (g_date_time_difference (moved->ends_at, moved->starts_at), ==,
                       g_date_time_difference (DOV_EVENT (record)->ends_at, DOV_EVENT (record)->starts_at));
      club_close (&club);
    }
}

static void
test_e6 (void)
{
  Club club;
  gint64 event = 0, child = 0, youth = 0;
  g_autoptr (DovRecord) of_child = NULL, of_youth = NULL;

  open_club (&club);
  event = club_add_event (&club, "Кино", "2027-03-01T18:00");
  child = add_born (&club, "Ева", "2011-03-02");    /* 15 on the day, 16 the next */
  youth = add_born (&club, "Анна", "2011-03-01");   /* 16 on the very day */
  verdict_change (&club, DOV_TYPE_EVENT, event, "age_mark", "18+", NULL);
  verdict_change (&club, DOV_TYPE_EVENT, event, "audience", "children", "E6");
  verdict_change (&club, DOV_TYPE_EVENT, event, "age_mark", "16+", NULL);
  verdict_change (&club, DOV_TYPE_EVENT, event, "audience", "children", NULL);
  verdict_change (&club, DOV_TYPE_EVENT, event, "age_mark", "18+", "E6");
  verdict_change (&club, DOV_TYPE_EVENT, event, "age_mark", "", "-");

  of_youth = new_attendance (&club, event, youth, "registered");
  verdict_save (&club, of_youth, NULL);
  of_child = new_attendance (&club, event, child, "registered");
  verdict_save (&club, of_child, "E6?");
  club_fill (of_child, "status", "cancelled", NULL);
  verdict_save (&club, of_child, NULL);
  verdict_change (&club, DOV_TYPE_ATTENDANCE, dov_record_get_id (of_child), "status", "checked_in", "E6?");

  /* The mark comes after the people, or the day changes. */
  verdict_change (&club, DOV_TYPE_EVENT, event, "age_mark", "12+", NULL);
  verdict_change (&club, DOV_TYPE_ATTENDANCE, dov_record_get_id (of_child), "status", "checked_in", NULL);
  verdict_change (&club, DOV_TYPE_EVENT, event, "age_mark", "16+", "E6?");
  verdict_change (&club, DOV_TYPE_EVENT, event, "ends_at", "2027-03-02T20:00", NULL);
  verdict_change (&club, DOV_TYPE_EVENT, event, "starts_at", "2027-03-02T18:00", NULL);
  verdict_change (&club, DOV_TYPE_EVENT, event, "age_mark", "16+", NULL);
  verdict_change (&club, DOV_TYPE_EVENT, event, "starts_at", "2027-03-01T18:00", "E6?");
  club_close (&club);
}

static void
test_e7_once (void)
{
  Club club;
  gint64 event = 0, off = 0, person = 0, operation = 0;
  g_autoptr (DovRecord) twin = NULL, headcount = NULL, second = NULL, visit = NULL, found = NULL;
  g_autofree char *lounge = NULL, *manager = NULL;

  open_club (&club);
  lounge = write_id (club.lounge);
  manager = write_id (club.manager);
  event = add_held (&club, "Масленица", "12");

  /* Counted by one headcount. */
  second = new_headcount (&club, event, "5");
  verdict_save (&club, second, "E7");
  found = DOV_RECORD (dov_headcount_find (club.store, event));
  dov_store_accept (club.store, "E1", "пересчитаем");
  verdict_remove (&club, DOV_TYPE_EVENT_HEADCOUNT, dov_record_get_id (found), NULL);
  operation = dov_store_get_last_operation (club.store);
  verdict_save (&club, second, NULL);
  verdict_restore (&club, DOV_TYPE_EVENT_HEADCOUNT, dov_record_get_id (found), "E7");
  verdict_undo (&club, operation, "E7");

  /* Entered twice, whatever the case of the letters. */
  twin = club_new (&club, DOV_TYPE_EVENT, "title", "МАСЛЕНИЦА", "starts_at", "2027-03-01T15:00",
                   "ends_at", "2027-03-01T17:00", "lounge_id", lounge, "form_id", "101", "stat_kind", "leisure",
                   "audience", "family", "age_mark", "0+", "responsible_id", manager, NULL);
  verdict_save (&club, twin, "E7?");
  club_fill (twin, "starts_at", "2027-03-01T16:00", NULL);
  verdict_save (&club, twin, NULL);

  /* What was cancelled has no people, and what has people is not cancelled. */
  off = dov_record_get_id (twin);
  verdict_change (&club, DOV_TYPE_EVENT, off, "status_reason", "ветер", NULL);
  verdict_change (&club, DOV_TYPE_EVENT, off, "status", "cancelled", NULL);
  headcount = new_headcount (&club, off, "3");
  verdict_save (&club, headcount, "E7");
  person = add_born (&club, "Ева", "2015-01-01");
  visit = new_attendance (&club, off, person, "walk_in");
  verdict_save (&club, visit, "E7");
  club_fill (visit, "status", "registered", NULL);
  verdict_save (&club, visit, NULL);
  verdict_change (&club, DOV_TYPE_EVENT, event, "status_reason", "ветер", NULL);
  verdict_change (&club, DOV_TYPE_EVENT, event, "status", "cancelled", "E7");
  club_close (&club);
}

/* Named people fit into the bands of the headcount, and into all of it. */
static void
test_e8_table (void)
{
  static const struct
  {
    const char *born;
    const char *role;
    const char *status;
    const char *b7_13;
    const char *b14_17;
    const char *b18_35;
    const char *verdict;
  } cases[] = {
    /* The event is on 1 March 2027. */
    { "2015-06-01", "guest", "walk_in", "1", "0", "0", NULL },
    { "2015-06-01", "parent", "checked_in", "1", "0", "0", NULL },
    { "2015-06-01", "guest", "walk_in", "0", "1", "0", "E8" },
    { "2015-06-01", "guest", "checked_in", "0", "5", "5", "E8" },
    { "2015-06-01", "guest", "registered", "0", "1", "0", NULL },
    { "2015-06-01", "helper", "walk_in", "0", "1", "0", NULL },
    { "2015-06-01", "organiser", "checked_in", "0", "1", "0", NULL },
    { "2013-03-01", "guest", "walk_in", "1", "0", "0", "E8" },   /* 14 on the day */
    { "2013-03-02", "guest", "walk_in", "1", "0", "0", NULL },   /* 13 still */
    { "2009-03-01", "guest", "walk_in", "0", "0", "1", NULL },   /* 18 on the day */
    { "2009-03-02", "guest", "walk_in", "0", "0", "1", "E8" },
    { "", "guest", "walk_in", "0", "1", "0", NULL },             /* of unknown age */
    { "", "guest", "walk_in", "0", "0", "0", "E8" },
  };
  Club club;

  open_club (&club);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int people_first = 0; people_first < 2; people_first++)
      {
        g_autofree char *title = g_strdup_printf ("Встреча %u, %d", i, people_first);
        gint64 event = club_add_event (&club, title, "2027-03-01T15:00"), person = 0;
        g_autoptr (DovRecord) headcount = new_headcount (&club, event, cases[i].b7_13);
        g_autoptr (DovRecord) attendance = NULL;

        dov_store_accept (club.store, "V9", "для примера");
        person = add_born (&club, "Ева", cases[i].born);
        attendance = new_attendance (&club, event, person, cases[i].status);
        club_fill (attendance, "role", cases[i].role, NULL);
        club_fill (headcount, "b14_17", cases[i].b14_17, "b18_35", cases[i].b18_35, NULL);
        g_test_message ("case %u", i);
        verdict_save (&club, people_first ? attendance : headcount, NULL);
        verdict_save (&club, people_first ? headcount : attendance, cases[i].verdict);
      }
  club_close (&club);
}

static void
test_e8_paths (void)
{
  Club club;
  gint64 event = 0, first = 0, second = 0, lowering = 0, marking = 0;
  g_autoptr (DovRecord) of_first = NULL, of_second = NULL, headcount = NULL, twice = NULL;

  open_club (&club);
  event = add_held (&club, "Игра", "1");
  headcount = DOV_RECORD (dov_headcount_find (club.store, event));
  first = add_born (&club, "Ева", "2015-06-01");
  second = add_born (&club, "Яна", "2014-06-01");
  of_first = new_attendance (&club, event, first, "walk_in");
  verdict_save (&club, of_first, NULL);
  of_second = new_attendance (&club, event, second, "walk_in");
  verdict_save (&club, of_second, "E8");

  /* Together with the number it passes; the number cannot fall again. */
  begin (&club);
  club_save (&club, of_second);
  club_change (&club, DOV_TYPE_EVENT_HEADCOUNT, dov_record_get_id (headcount), "b7_13", "2");
  verdict_commit (&club, NULL);
  verdict_change (&club, DOV_TYPE_EVENT_HEADCOUNT, dov_record_get_id (headcount), "b7_13", "1", "E8");

  /* Undo: neither the number alone, nor a mark that no longer fits. */
  verdict_remove (&club, DOV_TYPE_ATTENDANCE, dov_record_get_id (of_second), NULL);
  marking = dov_store_get_last_operation (club.store);
  verdict_change (&club, DOV_TYPE_EVENT_HEADCOUNT, dov_record_get_id (headcount), "b7_13", "1", NULL);
  lowering = dov_store_get_last_operation (club.store);
  verdict_restore (&club, DOV_TYPE_ATTENDANCE, dov_record_get_id (of_second), "E8");
  verdict_undo (&club, marking, "E8");
  verdict_undo (&club, lowering, NULL);
  verdict_undo (&club, marking, NULL);

  /* Nobody twice. */
  twice = new_attendance (&club, event, first, "registered");
  verdict_save (&club, twice, "E8");

  /* The day of the event, and the date of birth, move people between bands. */
  verdict_change (&club, DOV_TYPE_PERSON, second, "birth_date", "2010-06-01", "E8?");
  verdict_change (&club, DOV_TYPE_PERSON, second, "birth_date", "2014-06-02", NULL);
  dov_store_accept (club.store, "E8", "по свидетельству");
  verdict_change (&club, DOV_TYPE_PERSON, second, "birth_date", "2013-03-01", NULL);
  verdict_change (&club, DOV_TYPE_EVENT_HEADCOUNT, dov_record_get_id (headcount), "online_views", "3", "E8");
  verdict_change (&club, DOV_TYPE_EVENT, event, "starts_at", "2027-02-28T15:00", NULL);
  verdict_change (&club, DOV_TYPE_EVENT_HEADCOUNT, dov_record_get_id (headcount), "online_views", "3", NULL);
  verdict_change (&club, DOV_TYPE_EVENT, event, "starts_at", "2027-03-01T15:00", "E8");
  club_close (&club);
}

static void
test_e8_parts_of_total (void)
{
  Club club;
  gint64 event = 0;
  g_autoptr (DovRecord) headcount = NULL;
  gint64 id = 0;

  open_club (&club);
  event = add_held (&club, "Игра", "7");
  headcount = DOV_RECORD (dov_headcount_find (club.store, event));
  id = dov_record_get_id (headcount);
  verdict_change (&club, DOV_TYPE_EVENT_HEADCOUNT, id, "of_disabled", "7", NULL);
  verdict_change (&club, DOV_TYPE_EVENT_HEADCOUNT, id, "of_disabled", "8", "E8");
  verdict_change (&club, DOV_TYPE_EVENT_HEADCOUNT, id, "of_target_group", "8", "E8");
  verdict_change (&club, DOV_TYPE_EVENT_HEADCOUNT, id, "online_views", "800", NULL);
  verdict_change (&club, DOV_TYPE_EVENT_HEADCOUNT, id, "b7_13", "6", "E8");
  verdict_change (&club, DOV_TYPE_EVENT_HEADCOUNT, id, "b7_13", "-1", "V6");
  verdict_change (&club, DOV_TYPE_EVENT_HEADCOUNT, id, "b7_13", "70000", "E8");
  club_close (&club);
}

static void
test_named (void)
{
  static const char *const born[] = {
    "2022-01-01", "2015-01-01", "2014-05-05", "2010-01-01", "1999-01-01", "1980-01-01", "1950-01-01", "",
  };
  Club club;
  gint64 event = 0;
  g_autoptr (DovRecord) record = NULL;
  DovNamed named;

  open_club (&club);
  event = club_add_event (&club, "Встреча", "2027-03-01T15:00");
  for (guint i = 0; i < G_N_ELEMENTS (born); i++)
    {
      g_autoptr (DovRecord) attendance = NULL;
      gint64 person = 0;

      dov_store_accept (club.store, "V9", "для примера");
      person = add_born (&club, "Ева", born[i]);
      attendance = new_attendance (&club, event, person, i % 2 ? "walk_in" : "checked_in");
      verdict_save (&club, attendance, NULL);
    }
  record = dov_store_find (club.store, DOV_TYPE_EVENT, event, NULL);
  g_assert_true (dov_headcount_count_named (club.store, DOV_EVENT (record), &named, NULL));
  g_assert_cmpint (named.total, ==, 8);
  g_assert_cmpint (named.unknown, ==, 1);
  g_assert_cmpint (named.bands[DOV_BAND_0_6], ==, 1);
  g_assert_cmpint (named.bands[DOV_BAND_7_13], ==, 2);
  g_assert_cmpint (named.bands[DOV_BAND_14_17], ==, 1);
  g_assert_cmpint (named.bands[DOV_BAND_18_35], ==, 1);
  g_assert_cmpint (named.bands[DOV_BAND_36_59], ==, 1);
  g_assert_cmpint (named.bands[DOV_BAND_60], ==, 1);
  club_close (&club);
}

static void
test_e9 (void)
{
  Club club;
  gint64 event = 0, person = 0;
  g_autoptr (DovRecord) attendance = NULL;

  open_club (&club);
  event = club_add_event (&club, "Ёлка", "2027-03-01T15:00");
  person = add_born (&club, "Ева", "2015-06-01");
  attendance = new_attendance (&club, event, person, "no_show");
  verdict_save (&club, attendance, "E9");
  verdict_change (&club, DOV_TYPE_EVENT, event, "registration", "1", NULL);
  verdict_save (&club, attendance, NULL);
  verdict_change (&club, DOV_TYPE_EVENT, event, "registration", "0", "E9");
  verdict_change (&club, DOV_TYPE_ATTENDANCE, dov_record_get_id (attendance), "status", "registered", NULL);
  verdict_change (&club, DOV_TYPE_EVENT, event, "registration", "0", NULL);
  verdict_change (&club, DOV_TYPE_ATTENDANCE, dov_record_get_id (attendance), "status", "no_show", "E9");
  club_close (&club);
}

static void
test_own (void)
{
  Club club;
  gint64 event = 0;

  open_club (&club);
  event = club_add_event (&club, "Ёлка", "2027-03-01T15:00");
  verdict_change (&club, DOV_TYPE_EVENT, event, "ends_at", "2027-03-01T14:59", "V5");
  verdict_change (&club, DOV_TYPE_EVENT, event, "paid", "1", "-");
  verdict_change (&club, DOV_TYPE_EVENT, event, "price", "150.00", NULL);
  verdict_change (&club, DOV_TYPE_EVENT, event, "paid", "1", NULL);
  verdict_change (&club, DOV_TYPE_EVENT, event, "place", "", NULL);
  verdict_change (&club, DOV_TYPE_EVENT, event, "outside", "1", "-");
  verdict_change (&club, DOV_TYPE_EVENT, event, "place", "берег", NULL);
  verdict_change (&club, DOV_TYPE_EVENT, event, "outside", "1", NULL);
  club_close (&club);
}

/* In a form: the lounge of this computer, and the kind that the form of the event brings. */
static void
test_follow (void)
{
  Club club;
  g_autoptr (DovRecord) draft = NULL, kept = NULL, known = NULL;
  gint64 event = 0;

  open_club (&club);
  draft = dov_record_new (DOV_TYPE_EVENT, 0);
  dov_draft_complete (club.store, draft);
  g_assert_cmpint (DOV_EVENT (draft)->lounge_id, ==, club.lounge);
  club_fill (draft, "form_id", "106", NULL);
  g_assert_cmpint (DOV_EVENT (draft)->stat_kind, ==, DOV_STAT_KIND_INFO);
  club_fill (draft, "form_id", "112", NULL);
  g_assert_cmpint (DOV_EVENT (draft)->stat_kind, ==, DOV_STAT_KIND_NOT_COUNTED);
  club_fill (draft, "form_id", "125", NULL);
  g_assert_cmpint (DOV_EVENT (draft)->stat_kind, ==, 0);
  club_fill (draft, "stat_kind", "info", "form_id", "101", NULL);
  g_assert_cmpint (DOV_EVENT (draft)->stat_kind, ==, DOV_STAT_KIND_INFO);

  /* What is known already stays. */
  event = club_add_event (&club, "Ёлка", "2027-03-01T15:00");
  known = dov_store_find (club.store, DOV_TYPE_EVENT, event, NULL);
  kept = dov_record_dup (known);
  dov_draft_complete (club.store, kept);
  g_assert_cmpint (dov_record_diff (kept, known), ==, 0);
  g_clear_object (&draft);
  g_clear_object (&kept);
  g_clear_object (&known);
  club_close (&club);
}

static void
test_parts (void)
{
  Club club;
  gint64 event = 0;
  g_autoptr (DovRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  open_club (&club);
  event = add_held (&club, "Игра", "7");
  record = dov_store_find (club.store, DOV_TYPE_EVENT, event, NULL);
  verdict_remove (&club, DOV_TYPE_EVENT, event, "-");
  g_assert_true (dov_parts_remove (club.store, record, &error));
  g_assert_no_error (error);
  g_assert_cmpint (dov_store_count (club.store, DOV_TYPE_EVENT_HEADCOUNT, NULL, NULL), ==, 0);
  verdict_undo (&club, dov_store_get_last_operation (club.store), NULL);
  g_assert_cmpint (dov_store_count (club.store, DOV_TYPE_EVENT_HEADCOUNT, NULL, NULL), ==, 1);
  club_close (&club);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/E1", test_e1);
  g_test_add_func ("/rules/E2/reason", test_e2);
  g_test_add_func ("/rules/E2/move", test_e2_move);
  g_test_add_func ("/rules/E2/move/typed", test_e2_typed);
  g_test_add_func ("/rules/E6", test_e6);
  g_test_add_func ("/rules/E7/once", test_e7_once);
  g_test_add_func ("/rules/E8/table", test_e8_table);
  g_test_add_func ("/rules/E8/paths", test_e8_paths);
  g_test_add_func ("/rules/E8/parts", test_e8_parts_of_total);
  g_test_add_func ("/rules/E8/named", test_named);
  g_test_add_func ("/rules/E9", test_e9);
  g_test_add_func ("/rules/event/own", test_own);
  g_test_add_func ("/rules/event/follow", test_follow);
  g_test_add_func ("/rules/event/parts", test_parts);

  return g_test_run ();
}
