/* test-rules-submitted.c - E8: what a handed-in report tells is changed with a reason, and the report says so */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-document.h"
#include "dov-distribution.h"
#include "dov-donation-receipt.h"
#include "dov-donor.h"
#include "dov-event-headcount.h"
#include "dov-event.h"
#include "dov-family-category.h"
#include "dov-family-member.h"
#include "dov-family.h"
#include "dov-household.h"
#include "dov-item.h"
#include "dov-lounge.h"
#include "dov-parts.h"
#include "dov-patrol-shift.h"
#include "dov-person.h"
#include "dov-registry.h"
#include "dov-report-instance.h"
#include "dov-rules.h"
#include "dov-submitted.h"
#include "dov-write-off.h"
#include "verdict.h"
#include "world.h"

#include <string.h>

typedef struct
{
  Club   club;
  gint64 event;       /* held on 1 March, in the only lounge */
  gint64 headcount;
  gint64 planned;     /* of the same day, not held */
} Fixture;

static char *
write_id (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *event = NULL;

  club_open (&self->club);
  dov_rules_install (self->club.store);
  self->event = club_add_event (&self->club, "Масленица", "2027-03-01T15:00");
  self->planned = club_add_event (&self->club, "Громкие чтения", "2027-03-01T18:00");
  event = write_id (self->event);
  self->headcount = club_add (&self->club, DOV_TYPE_EVENT_HEADCOUNT, "event_id", event, "b7_13", "12", NULL);
  club_change (&self->club, DOV_TYPE_EVENT, self->event, "status", "held");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  club_close (&self->club);
}

/* What was handed in on the 4th, a day before today; @lounge 0: of all. */
static gint64
hand_in (Fixture    *self,
         const char *status,
         gint64      lounge,
         const char *since,
         const char *until,
         const char *sent_on)
{
  g_autofree char *lounge_id = lounge != 0 ? write_id (lounge) : g_strdup ("");

  return club_add (&self->club, DOV_TYPE_REPORT_INSTANCE, "code", "D-22", "title", "Журнал", "lounge_id", lounge_id,
                   "since", since, "until", until, "status", status, "sent_on", sent_on, NULL);
}

static gint64
hand_in_march (Fixture *self)
{
  return hand_in (self, "sent", self->club.lounge, "2027-03-01", "2027-03-31", "2027-03-04");
}

static gint64
add_lounge (Fixture *self)
{
  g_autofree char *organisation = write_id (self->club.organisation);
  g_autofree char *manager = write_id (self->club.manager);

  return club_add (&self->club, DOV_TYPE_LOUNGE, "name", "Слудка", "settlement_id", "15", "host_institution_id",
                   organisation, "address", "с. Лойма, ул. Мира, 2", "opened_on", "2020-01-09", "manager_id", manager,
                   NULL);
}

static void
expect_changed (Fixture  *self,
                gint64    instance,
                gboolean  expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DovRecord) record = dov_store_find (self->club.store, DOV_TYPE_REPORT_INSTANCE, instance, &error);

  g_assert_no_error (error);
  g_assert_cmpint (dov_report_instance_is_changed (self->club.store, DOV_REPORT_INSTANCE (record)), ==, expected);
}

static void
accept (Fixture *self)
{
  dov_store_accept (self->club.store, "E8", "нашли второй лист");
}

/* Which reports tell of an event of 1 March. */
static void
test_table (Fixture       *self,
            gconstpointer  data)
{
  static const struct
  {
    const char *status;
    gboolean    is_of_lounge;
    gboolean    is_of_other;
    const char *since;
    const char *until;
    const char *sent_on;
    gboolean    warns;
  } cases[] = {
    { "sent", TRUE, FALSE, "2027-03-01", "2027-03-31", "2027-03-04", TRUE },
    { "accepted", TRUE, FALSE, "2027-01-01", "2027-03-01", "2027-03-01", TRUE },
    { "sent", FALSE, FALSE, "2027-03-01", "2027-03-31", "2027-03-04", TRUE },
    { "sent", FALSE, TRUE, "2027-03-01", "2027-03-31", "2027-03-04", FALSE },
    { "draft", TRUE, FALSE, "2027-03-01", "2027-03-31", "2027-03-04", FALSE },
    { "checked", TRUE, FALSE, "2027-03-01", "2027-03-31", "", FALSE },
    { "signed", TRUE, FALSE, "2027-03-01", "2027-03-31", "", FALSE },
    { "returned", TRUE, FALSE, "2027-03-01", "2027-03-31", "2027-03-04", FALSE },
    { "sent", TRUE, FALSE, "2027-02-01", "2027-02-28", "2027-03-04", FALSE },
    { "sent", TRUE, FALSE, "2027-03-02", "2027-03-31", "2027-03-04", FALSE },
    { "sent", TRUE, FALSE, "2027-03-01", "2027-03-31", "2027-02-25", FALSE },   /* the plan of the month */
  };
  gint64 other = add_lounge (self);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 lounge = cases[i].is_of_other ? other : cases[i].is_of_lounge ? self->club.lounge : 0;
      gint64 instance = hand_in (self, cases[i].status, lounge, cases[i].since, cases[i].until, cases[i].sent_on);
      const char *verdict = cases[i].warns ? "E8?" : NULL;

      g_test_message ("case %u", i);
      verdict_change (&self->club, DOV_TYPE_EVENT_HEADCOUNT, self->headcount, "b7_13", "13", verdict);
      verdict_change (&self->club, DOV_TYPE_EVENT_HEADCOUNT, self->headcount, "b7_13", "12", NULL);
      verdict_change (&self->club, DOV_TYPE_EVENT, self->event, "title", "Проводы зимы", verdict);
      verdict_change (&self->club, DOV_TYPE_EVENT, self->event, "title", "Масленица", NULL);
      verdict_remove (&self->club, DOV_TYPE_REPORT_INSTANCE, instance, NULL);
    }
}

/* Which changes of an event are told in a report, and which are nobody's business. */
static void
test_fields (Fixture       *self,
             gconstpointer  data)
{
  static const struct
  {
    const char *field;
    const char *text;
    const char *verdict;
  } cases[] = {
    { "title", "Проводы зимы", "E8?" }, { "starts_at", "2027-02-27T15:00", "E8?" }, { "form_id", "102", "E8?" },
    { "note", "мыть пол", "E8?" }, { "status", "approved", "E8?" }, { "audience", "all", "E8?" },
    { "outside", "1", "E8?" }, { "place", "площадь", "E8?" }, { "ends_at", "2027-03-01T16:35", "E8?" },
    /* D-22 has no word of these. */
    { "stat_kind", "info", NULL }, { "age_mark", "6+", NULL }, { "direction", "sport", NULL },
    { "planned_count", "40", NULL }, { "status_reason", "для примера", NULL },
  };

  hand_in_march (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].field);
      verdict_change (&self->club, DOV_TYPE_EVENT, self->event, cases[i].field, cases[i].text, cases[i].verdict);
    }

  /* Of what was not held, anything; until it is held after all. */
  verdict_change (&self->club, DOV_TYPE_EVENT, self->planned, "title", "Чтения", NULL);
  accept (self);
  dov_store_accept (self->club.store, "E1", "для примера");
  verdict_change (&self->club, DOV_TYPE_EVENT, self->planned, "status", "held", NULL);
  verdict_change (&self->club, DOV_TYPE_EVENT, self->planned, "title", "Громкие чтения", "E8?");
}

/* The reason stands in the history, and the report tells that it is no longer what was handed in. */
static void
test_save (Fixture       *self,
           gconstpointer  data)
{
  gint64 before = 0, instance = 0;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (DovRecord) late = NULL;
  g_autofree char *event = write_id (self->planned);
  gboolean is_told = FALSE;

  verdict_change (&self->club, DOV_TYPE_EVENT, self->event, "title", "Проводы", NULL);
  instance = hand_in_march (self);
  before = hand_in (self, "sent", 0, "2027-02-01", "2027-02-28", "2027-03-04");
  expect_changed (self, instance, FALSE);
  verdict_change (&self->club, DOV_TYPE_EVENT, self->event, "planned_count", "40", NULL);
  verdict_change (&self->club, DOV_TYPE_EVENT, self->planned, "title", "Чтения", NULL);
  expect_changed (self, instance, FALSE);

  verdict_change (&self->club, DOV_TYPE_EVENT_HEADCOUNT, self->headcount, "b7_13", "13", "E8?");
  expect_changed (self, instance, FALSE);
  accept (self);
  verdict_change (&self->club, DOV_TYPE_EVENT_HEADCOUNT, self->headcount, "b7_13", "13", NULL);
  expect_changed (self, instance, TRUE);
  expect_changed (self, before, FALSE);

  history = dov_store_list_history (self->club.store, DOV_TYPE_EVENT_HEADCOUNT, self->headcount, NULL);
  for (guint i = 0; i < history->len; i++)
    {
      DovChange *change = g_ptr_array_index (history, i);

      is_told |= g_str_equal (change->what, "accepted") && g_str_equal (change->was, "E8") &&
                 g_str_equal (change->became, "нашли второй лист");
    }
  g_assert_true (is_told);

  /* Handed in anew, it is what it is; and a new event of that day is told in no report. */
  verdict_change (&self->club, DOV_TYPE_REPORT_INSTANCE, instance, "status", "returned", NULL);
  expect_changed (self, instance, FALSE);
  verdict_change (&self->club, DOV_TYPE_REPORT_INSTANCE, instance, "status", "sent", NULL);
  expect_changed (self, instance, FALSE);
  verdict_change (&self->club, DOV_TYPE_REPORT_INSTANCE, instance, "status", "accepted", NULL);
  late = club_new (&self->club, DOV_TYPE_EVENT_HEADCOUNT, "event_id", event, "b7_13", "3", NULL);
  verdict_save (&self->club, late, NULL);
  expect_changed (self, instance, FALSE);
  accept (self);
  verdict_change (&self->club, DOV_TYPE_EVENT, self->planned, "status", "held", NULL);
  expect_changed (self, instance, TRUE);
}

/* Out of the period, and out of the lounge, is a change where it was. */
static void
test_moved_out (Fixture       *self,
                gconstpointer  data)
{
  gint64 other = add_lounge (self);
  gint64 instance = 0, of_other = 0;
  g_autofree char *lounge = write_id (other);

  verdict_change (&self->club, DOV_TYPE_EVENT, self->event, "ends_at", "2027-03-04T21:00", NULL);
  instance = hand_in_march (self);
  of_other = hand_in (self, "sent", other, "2027-03-01", "2027-03-31", "2027-03-04");
  accept (self);
  verdict_change (&self->club, DOV_TYPE_EVENT, self->event, "starts_at", "2027-02-27T15:00", NULL);
  expect_changed (self, instance, TRUE);
  expect_changed (self, of_other, FALSE);

  accept (self);
  verdict_change (&self->club, DOV_TYPE_EVENT, self->event, "starts_at", "2027-03-02T15:00", NULL);
  expect_changed (self, of_other, FALSE);
  accept (self);
  verdict_change (&self->club, DOV_TYPE_EVENT, self->event, "lounge_id", lounge, NULL);
  expect_changed (self, of_other, TRUE);
}

/* Undo asks nobody, and the report knows all the same. */
static void
test_undo (Fixture       *self,
           gconstpointer  data)
{
  gint64 renaming = 0, instance = 0;

  verdict_change (&self->club, DOV_TYPE_EVENT, self->event, "title", "Проводы", NULL);
  renaming = dov_store_get_last_operation (self->club.store);
  instance = hand_in_march (self);
  verdict_undo (&self->club, renaming, NULL);
  expect_changed (self, instance, TRUE);
}

static void
test_restore (Fixture       *self,
              gconstpointer  data)
{
  gint64 instance = hand_in_march (self);
  g_autoptr (DovRecord) event = dov_store_find (self->club.store, DOV_TYPE_EVENT, self->event, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (dov_parts_remove (self->club.store, event, &error));
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_WARNING);
  expect_changed (self, instance, FALSE);
  g_clear_error (&error);
  accept (self);
  g_assert_true (dov_parts_remove (self->club.store, event, &error));
  g_assert_no_error (error);
  expect_changed (self, instance, TRUE);

  /* Back from the bin it is a change again, for the report handed in without it. */
  verdict_remove (&self->club, DOV_TYPE_REPORT_INSTANCE, instance, NULL);
  instance = hand_in_march (self);
  verdict_restore (&self->club, DOV_TYPE_EVENT, self->event, "E8?");
  expect_changed (self, instance, FALSE);
  accept (self);
  dov_store_accept (self->club.store, "E1", "для примера");
  verdict_restore (&self->club, DOV_TYPE_EVENT, self->event, NULL);
  expect_changed (self, instance, TRUE);
}

/* What is only looked over is not changed. */
static void
test_faults (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (DovRecord) event = dov_store_find (self->club.store, DOV_TYPE_EVENT, self->event, NULL);
  g_autoptr (DovRecord) headcount = dov_store_find (self->club.store, DOV_TYPE_EVENT_HEADCOUNT, self->headcount, NULL);
  g_autoptr (GPtrArray) of_event = NULL;
  g_autoptr (GPtrArray) of_headcount = NULL;

  hand_in_march (self);
  of_event = dov_store_list_faults (self->club.store, event);
  of_headcount = dov_store_list_faults (self->club.store, headcount);
  g_assert_cmpuint (of_event->len, ==, 0);
  g_assert_cmpuint (of_headcount->len, ==, 0);
}

static gint64
hand_in_february (Fixture    *self,
                  const char *code)
{
  g_autofree char *lounge = write_id (self->club.lounge);

  return club_add (&self->club, DOV_TYPE_REPORT_INSTANCE, "code", code, "title", "Сведения", "lounge_id", lounge,
                   "since", "2027-02-01", "until", "2027-02-28", "status", "sent", "sent_on", "2027-03-04", NULL);
}

/* Taken on before the program was there: its papers are asked for, and lie elsewhere (F2). */
static gint64
add_on_support (Club       *club,
                const char *lounge,
                const char *manager)
{
  dov_store_accept (club->store, "F2", "заявление и согласия в папке");

  return club_add (club, DOV_TYPE_FAMILY, "family_name", "Шубины", "case_no", "3-2027/007", "lounge_id", lounge,
                   "address", "с. Слудка", "structure", "full", "case_status", "active", "curator_id", manager,
                   "support_level", "active", "opened_on", "2027-02-03", NULL);
}

/* Who is on support stands in D-15 by periods, categories, children and their ages, and by nothing else of the family. */
static void
test_support (Fixture       *self,
              gconstpointer  data)
{
  Club *club = &self->club;
  g_autofree char *lounge = write_id (club->lounge), *manager = write_id (club->manager);
  g_autofree char *other = write_id (add_lounge (self));
  gint64 child = club_add (club, DOV_TYPE_PERSON, "last_name", "Шубин", "first_name", "Лев", "birth_date", "2015-06-07", NULL);
  gint64 stranger = club_add (club, DOV_TYPE_PERSON, "last_name", "Зорин", "first_name", "Пётр", "birth_date", "2016-05-04",
                              NULL);
  gint64 family = add_on_support (club, lounge, manager);
  g_autofree char *family_id = write_id (family), *child_id = write_id (child);
  gint64 member = club_add (club, DOV_TYPE_FAMILY_MEMBER, "family_id", family_id, "person_id", child_id, "kinship", "child",
                            NULL);
  gint64 category = club_add (club, DOV_TYPE_FAMILY_CATEGORY, "family_id", family_id, "category_id", "201", "since",
                              "2027-02-03", NULL);
  gint64 instance = hand_in_february (self, "D-15");
  g_autoptr (DovRecord) late = club_new (club, DOV_TYPE_FAMILY_CATEGORY, "family_id", family_id, "category_id", "203", "since",
                                         "2027-02-05", NULL);
  g_autoptr (DovRecord) march = club_new (club, DOV_TYPE_FAMILY_CATEGORY, "family_id", family_id, "category_id", "203", "since",
                                          "2027-03-02", NULL);
  g_autoptr (DovRecord) move = dov_household_new_move (club->store, family);
  g_autoptr (GError) error = NULL;

  verdict_change (club, DOV_TYPE_FAMILY, family, "phone", "+79000001122", NULL);
  verdict_change (club, DOV_TYPE_FAMILY, family, "address", "с. Слудка, ул. Мира, 2", NULL);
  verdict_change (club, DOV_TYPE_PERSON, child, "workplace", "школа № 2", NULL);
  verdict_change (club, DOV_TYPE_PERSON, stranger, "birth_date", "2016-05-14", NULL);
  verdict_save (club, march, NULL);
  verdict_remove (club, DOV_TYPE_FAMILY_CATEGORY, dov_record_get_id (march), NULL);
  expect_changed (self, instance, FALSE);

  verdict_change (club, DOV_TYPE_FAMILY, family, "opened_on", "2027-02-10", "E8?");
  verdict_change (club, DOV_TYPE_FAMILY_CATEGORY, category, "since", "2027-02-06", "E8?");
  verdict_save (club, late, "E8?");
  verdict_remove (club, DOV_TYPE_FAMILY_CATEGORY, category, "E8?");
  verdict_change (club, DOV_TYPE_FAMILY_MEMBER, member, "until", "2027-02-20", "E8?");
  verdict_change (club, DOV_TYPE_PERSON, child, "birth_date", "2009-02-11", "E8?");
  club_fill (move, "moved_on", "2027-02-15", "to_lounge_id", other, "reason", "переезд", NULL);
  g_assert_false (dov_household_move (club->store, move, &error));
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_WARNING);
  expect_changed (self, instance, FALSE);

  accept (self);
  verdict_change (club, DOV_TYPE_FAMILY, family, "opened_on", "2027-02-10", NULL);
  expect_changed (self, instance, TRUE);
  /* Put back as it was, the report is right again. */
  accept (self);
  verdict_change (club, DOV_TYPE_FAMILY, family, "opened_on", "2027-02-03", NULL);
  expect_changed (self, instance, FALSE);
}

/* A name that was misspelt is another one on the paper; a name that is new since a later day is not. */
static void
test_names (Fixture       *self,
            gconstpointer  data)
{
  Club *club = &self->club;
  gint64 person = dov_store_ask_number (club->store, "SELECT person_id FROM staff WHERE id = ?1", "(x)", club->manager);
  gint64 event = club_add_event (club, "Вечёрки", "2027-02-11T15:00"), instance = 0;
  g_autofree char *event_id = write_id (event);
  g_autoptr (DovRecord) draft = NULL;

  club_add (club, DOV_TYPE_EVENT_HEADCOUNT, "event_id", event_id, "b7_13", "7", NULL);
  club_change (club, DOV_TYPE_EVENT, event, "status", "held");
  instance = hand_in_february (self, "D-22");
  dov_store_accept (club->store, "V1", "вышла замуж");
  draft = DOV_RECORD (dov_store_find_draft (club->store, DOV_TYPE_PERSON, person, NULL));
  club_fill (draft, "last_name", "Новикова", "name_since", "2027-03-03", NULL);
  verdict_save (club, draft, NULL);
  expect_changed (self, instance, FALSE);

  dov_store_accept (club->store, "V1", "опечатка");
  verdict_change (club, DOV_TYPE_PERSON, person, "name_since", "2027-02-08", "E8?");
  dov_store_accept (club->store, "V1", "опечатка");
  verdict_change (club, DOV_TYPE_PERSON, person, "first_name", "Анна", "E8?");
}

static gboolean
is_changed (Club       *club,
            const char *code)
{
  DovQuery query = { .where = "code = ?1", .params = g_variant_new ("(s)", code) };
  g_autoptr (DovRecord) instance = dov_store_find_first (club->store, DOV_TYPE_REPORT_INSTANCE, &query, NULL);

  return dov_report_instance_is_changed (club->store, DOV_REPORT_INSTANCE (instance));
}

static const char *
add_to_world (World      *world,
              const char *name,
              const char *table,
              const char *fields)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (DovRecord) record = world_new_record (world, table, fields, line);

  return world_name_id (world, name, club_save (&world->goods.club, record));
}

/* A club that met, goods that were moved and a patrol that walked, each told in a report of March that was handed in. */
static void
hand_in_world (World *world)
{
  static const char *const codes[] = { "D-26", "D-32", "D-33a", "D-33e", "D-35" };
  Goods *goods = &world->goods;

  add_to_world (world, "$mark", "club_attendance", "session_id=$session|person_id=$p|mark=present");
  world_name_id (world, "$posted", goods_receive (goods, goods->bag, 9000, "2027-03-01", NULL, NULL));
  world_name_id (world, "$gift", goods_receive (goods, goods->copybook, 7000, "2027-03-01", NULL, NULL));
  world_name_id (world, "$issued", goods_issue (goods, goods->bag, 1000, "2027-03-02", NULL));
  world_name_id (world, "$written", goods_write_off (goods, goods->bag, 2000, "2027-03-03", 3, NULL));
  patrol_mark_done (&goods->club, g_ascii_strtoll (g_hash_table_lookup (world->ids, "$shift"), NULL, 10));
  add_to_world (world, "$found", "patrol_finding", "shift_id=$shift|kind_id=701|found_at=2027-03-02T18:40|place_kind=stop"
                "|place=у клуба|measures=talk|outcome=no_child");
  world_name_id (world, "$thing", goods->bag);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    club_add (&goods->club, DOV_TYPE_REPORT_INSTANCE, "code", codes[i], "lounge_id",
              g_hash_table_lookup (world->ids, "$lounge"), "since", "2027-03-01", "until", "2027-03-31", "status", "sent",
              "sent_on", "2027-03-04", NULL);
}

/* What was met, moved, found and walked is changed with a reason, and the paper says so: by a form, or out of the bin. */
static void
test_neighbours (void)
{
  static const struct { const char *code, *id, *table, *field, *text, *also; } cases[] = {
    { "D-26", "$session", "club_session", "topic", "Роспись", NULL },
    { "D-26", "$session", "club_session", "hours", "2", NULL },
    { "D-26", "$mark", "club_attendance", "mark", "ill", NULL },
    { "D-26", "$mark", "club_attendance", NULL, NULL, NULL },
    { "D-32", "$gift", "donation_receipt", "status", "cancelled", "status_reason" },
    { "D-33a", "$issued", "distribution", "status", "cancelled", "status_reason" },
    { "D-33e", "$written", "write_off", "status", "cancelled", "status_reason" },
    { "D-32", "$thing", "item", "name", "Ранец", "V1" },
    { "D-35", "$shift", "patrol_shift", "talks", "7", NULL },
    { "D-35", "$found", "patrol_finding", "measures", "talk,leaflet", NULL },
    { "D-35", "$found", "patrol_finding", NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      World world;
      Club *club = &world.goods.club;
      g_autoptr (DovRecord) draft = NULL;
      g_autoptr (GError) error = NULL;
      gint64 id = 0;

      g_test_message ("%s %s", cases[i].table, cases[i].field);
      world_open (&world, "1979-06-14");
      hand_in_world (&world);
      id = g_ascii_strtoll (g_hash_table_lookup (world.ids, cases[i].id), NULL, 10);
      draft = DOV_RECORD (dov_store_find_draft (club->store, dov_registry_find (cases[i].table), id, &error));
      g_assert_no_error (error);
      if (g_strcmp0 (cases[i].also, "V1") == 0)
        dov_store_accept (club->store, "V1", "опечатка");
      else if (cases[i].also != NULL)
        club_fill (draft, cases[i].also, "не того числа", NULL);
      if (cases[i].field != NULL)
        club_fill (draft, cases[i].field, cases[i].text, NULL);
      for (guint pass = 0; pass < 2; pass++)
        {
          const char *expected = pass == 0 ? "E8?" : NULL;

          g_assert_false (is_changed (club, cases[i].code));
          if (pass == 1)
            dov_store_accept (club->store, "E8", "нашли второй лист");
          if (cases[i].field == NULL)
            verdict_remove (club, G_OBJECT_TYPE (draft), id, expected);
          else
            verdict_save (club, draft, expected);
        }
      g_assert_true (is_changed (club, cases[i].code));
      world_close (&world);
    }
}

/* A place, a donor, a patrol and a route called otherwise since a day after the report stand in it as they did; since a day
 * within it, or put right to one, they do not. */
static void
test_titles (void)
{
  static const struct { const char *code, *id, *table; } cases[] = {
    { "D-35", "$patrol", "patrol" }, { "D-35", "$route", "patrol_route" }, { "D-32", "$giver", "donor" },
    { "D-26", "$place", "settlement" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) later = g_date_time_new_utc (2027, 5, 1, 9, 0, 0);
      g_autoptr (DovRecord) draft = NULL;
      World world;
      DovStore *store;
      gint64 id;

      g_test_message ("%s", cases[i].table);
      world_open (&world, "1979-06-14");
      store = world.goods.club.store;
      world_name_id (&world, "$patrol", world.patrol.patrol);
      world_name_id (&world, "$route", world.patrol.route);
      world_name_id (&world, "$giver", world.goods.donor);
      world_name_id (&world, "$place", dov_store_ask_number (store, "SELECT settlement_id FROM lounge WHERE id = ?1", "(x)",
                                                             world.goods.club.lounge));
      dov_store_accept (store, "V1", "так назвались");
      verdict_change (&world.goods.club, DOV_TYPE_DONOR, world.goods.donor, "name", "Семья Ронжиных", NULL);
      hand_in_world (&world);
      dov_clock_set (later);
      id = g_ascii_strtoll (g_hash_table_lookup (world.ids, cases[i].id), NULL, 10);
      draft = DOV_RECORD (dov_store_find_draft (store, dov_registry_find (cases[i].table), id, NULL));
      club_fill (draft, "name", "Иначе", "name_since", "2027-04-02", NULL);
      verdict_save (&world.goods.club, draft, NULL);
      g_assert_false (is_changed (&world.goods.club, cases[i].code));
      verdict_change (&world.goods.club, G_OBJECT_TYPE (draft), id, "name_since", "2027-03-02", "E8?");
      world_close (&world);
    }
}

static void
test_find (Fixture       *self,
           gconstpointer  data)
{
  GDate day;
  DovPeriod march, quarter;
  gint64 first = hand_in_march (self), second = 0;
  g_autoptr (DovReportInstance) found = NULL;

  g_date_set_dmy (&day, 1, G_DATE_MARCH, 2027);
  march = dov_period_around (DOV_PERIOD_MONTH, &day);
  quarter = dov_period_around (DOV_PERIOD_QUARTER, &day);
  found = dov_report_instance_find (self->club.store, "D-22", &march, self->club.lounge);
  g_assert_cmpint (dov_record_get_id (DOV_RECORD (found)), ==, first);
  g_assert_null (dov_report_instance_find (self->club.store, "D-22", &march, 0));
  g_assert_null (dov_report_instance_find (self->club.store, "D-22", &quarter, self->club.lounge));
  g_assert_null (dov_report_instance_find (self->club.store, "D-29", &march, self->club.lounge));

  second = hand_in (self, "accepted", self->club.lounge, "2027-03-01", "2027-03-31", "2027-03-05");
  g_clear_object (&found);
  found = dov_report_instance_find (self->club.store, "D-22", &march, self->club.lounge);
  g_assert_cmpint (dov_record_get_id (DOV_RECORD (found)), ==, second);
}

static void
test_record (Fixture       *self,
             gconstpointer  data)
{
  gint64 id = hand_in_march (self);
  g_autoptr (DovRecord) instance = dov_store_find (self->club.store, DOV_TYPE_REPORT_INSTANCE, id, NULL);
  g_autofree char *words = dov_record_describe (instance);

  g_assert_cmpstr (words, ==, "Журнал за март 2027 года");
  verdict_change (&self->club, DOV_TYPE_REPORT_INSTANCE, id, "sent_on", "", "-");
  verdict_change (&self->club, DOV_TYPE_REPORT_INSTANCE, id, "until", "2027-02-28", "V5");
  verdict_change (&self->club, DOV_TYPE_REPORT_INSTANCE, id, "code", "", "-");
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  dov_submitted_set_reads (dov_document_reads);

  ADD ("/record/report-instance", test_record);
  ADD ("/rules/E8/submitted/table", test_table);
  ADD ("/rules/E8/submitted/fields", test_fields);
  ADD ("/rules/E8/submitted/save", test_save);
  ADD ("/rules/E8/submitted/moved-out", test_moved_out);
  ADD ("/rules/E8/submitted/undo", test_undo);
  ADD ("/rules/E8/submitted/restore", test_restore);
  ADD ("/rules/E8/submitted/faults", test_faults);
  ADD ("/rules/E8/submitted/find", test_find);
  ADD ("/rules/E8/submitted/support", test_support);
  ADD ("/rules/E8/submitted/names", test_names);
  g_test_add_func ("/rules/E8/submitted/neighbours", test_neighbours);
  g_test_add_func ("/rules/E8/submitted/titles", test_titles);

  return g_test_run ();
}
