/* test-rules-submitted.c - E8: what a handed-in report tells is changed with a reason, and the report says so */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event-headcount.h"
#include "dov-event.h"
#include "dov-lounge.h"
#include "dov-parts.h"
#include "dov-report-instance.h"
#include "dov-rules.h"
#include "dov-submitted.h"
#include "verdict.h"

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
    { "stat_kind", "info", "E8?" }, { "status", "approved", "E8?" }, { "audience", "all", "E8?" },
    { "age_mark", "6+", "E8?" }, { "place", "площадь", "E8?" }, { "direction", "sport", "E8?" },
    { "note", "мыть пол", NULL }, { "planned_count", "40", NULL }, { "ends_at", "2027-03-01T21:30", NULL },
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
  verdict_change (&self->club, DOV_TYPE_EVENT, self->event, "note", "мыть пол", NULL);
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
  gint64 instance = hand_in_march (self), of_other = 0;
  g_autofree char *lounge = write_id (other);

  verdict_change (&self->club, DOV_TYPE_EVENT, self->event, "ends_at", "2027-03-04T21:00", NULL);
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

  ADD ("/record/report-instance", test_record);
  ADD ("/rules/E8/submitted/table", test_table);
  ADD ("/rules/E8/submitted/fields", test_fields);
  ADD ("/rules/E8/submitted/save", test_save);
  ADD ("/rules/E8/submitted/moved-out", test_moved_out);
  ADD ("/rules/E8/submitted/undo", test_undo);
  ADD ("/rules/E8/submitted/restore", test_restore);
  ADD ("/rules/E8/submitted/faults", test_faults);
  ADD ("/rules/E8/submitted/find", test_find);

  return g_test_run ();
}
