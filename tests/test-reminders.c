/* test-reminders.c - what is due, overdue or comes soon (domain.md 4.11), and goes when it is done */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "club.h"
#include "dov-case-waiting.h"
#include "dov-consent.h"
#include "dov-family-member.h"
#include "dov-family.h"
#include "dov-incoming-paper.h"
#include "dov-organisation.h"
#include "dov-person.h"
#include "dov-reminders.h"
#include "dov-report-instance.h"
#include "dov-rules.h"
#include "dov-signal.h"
#include "dov-submitted.h"
#include "dov-task.h"
#include "dov-work-plans.h"

#include <string.h>

static void
set_now (const char *text)
{
  g_autoptr (GDateTime) now = NULL;

  g_assert_true (dov_moment_from_iso (text, &now));
  dov_clock_set (now);
}

static guint
count_of (Club       *club,
          GType       type,
          gint64      id)
{
  g_autoptr (GPtrArray) reminders = dov_reminders_list (club->store, 0);
  guint n = 0;

  for (guint i = 0; i < reminders->len; i++)
    {
      const DovReminder *reminder = g_ptr_array_index (reminders, i);

      n += reminder->type == type && reminder->id == id;
      g_assert_cmpstr (reminder->words, !=, "");
      g_assert_true (g_date_valid (&reminder->due_on));
      if (i > 0)
        g_assert_cmpint (g_date_compare (&((DovReminder *) g_ptr_array_index (reminders, i - 1))->due_on,
                                         &reminder->due_on), <=, 0);
    }

  return n;
}

static gboolean
says (Club       *club,
      const char *section)
{
  g_autoptr (GPtrArray) reminders = dov_reminders_list (club->store, 0);

  for (guint i = 0; i < reminders->len; i++)
    if (g_strcmp0 (((DovReminder *) g_ptr_array_index (reminders, i))->section, section) == 0)
      return TRUE;

  return FALSE;
}

/* What the parents signed for a child is not enough at 18; who has signed for themselves is asked no more, until that is
 * withdrawn. Nor is anybody asked who has left the family. */
static void
check_signed (Club   *club,
              gint64  child)
{
  g_autofree char *person = g_strdup_printf ("%" G_GINT64_FORMAT, child);
  g_autofree char *lounge = g_strdup_printf ("%" G_GINT64_FORMAT, club->lounge);
  gint64 consent;

  set_now ("2031-03-25T10:00");
  g_assert_cmpuint (count_of (club, DOV_TYPE_PERSON, child), ==, 1);
  consent = club_add (club, DOV_TYPE_CONSENT, "no", "1", "lounge_id", lounge, "subject_id", person, "kind", "processing",
                      "signer_id", person, "signer_capacity", "self", "purpose", "case", "data_list", "name", "actions",
                      "store", "until_event", "до снятия", "withdrawal_way", "заявлением", "signed_on", "2031-03-24", NULL);
  g_assert_cmpuint (count_of (club, DOV_TYPE_PERSON, child), ==, 0);
  club_change (club, DOV_TYPE_CONSENT, consent, "withdrawn_on", "2031-03-25");
  g_assert_cmpuint (count_of (club, DOV_TYPE_PERSON, child), ==, 1);
  g_assert_true (dov_database_execute (dov_store_get_database (club->store),
                                       "UPDATE family_member SET until = '2031-03-24' WHERE id = 77", NULL));
  g_assert_cmpuint (count_of (club, DOV_TYPE_PERSON, child), ==, 0);
}

/* A child of an active family, and the day that is today. */
static void
test_birthdays (void)
{
  static const struct
  {
    const char *now;
    gboolean    is_told;
  } cases[] = {
    { "2027-02-17T10:00", FALSE },
    { "2027-02-18T10:00", TRUE },
    { "2027-03-20T10:00", TRUE },
    { "2027-04-19T10:00", TRUE },
    { "2027-04-20T10:00", FALSE },
    { "2030-03-10T10:00", FALSE },
    { "2031-04-20T10:00", FALSE },
    { "2031-02-18T10:00", TRUE },   /* 18 */
  };
  Club club;
  gint64 family, child;

  club_open (&club);
  dov_rules_install (club.store);
  family = club_add_family (&club, "Ёлкины");
  child = club_add_person (&club, "Ёлкин", "Артём");
  club_change (&club, DOV_TYPE_PERSON, child, "birth_date", "2013-03-20");
  g_assert_true (dov_database_execute (dov_store_get_database (club.store),
                                       "UPDATE family SET case_status = 'active'", NULL));
  {
    g_autofree char *sql = g_strdup_printf ("INSERT INTO family_member (id, family_id, person_id, kinship, key) VALUES"
                                            " (77, %" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ", 'child', '')", family, child);

    g_assert_true (dov_database_execute (dov_store_get_database (club.store), sql, NULL));
  }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_now (cases[i].now);
      g_assert_cmpuint (count_of (&club, DOV_TYPE_PERSON, child), ==, cases[i].is_told ? 1 : 0);
    }
  check_signed (&club, child);
  club_close (&club);
}

static void
test_agreement (void)
{
  Club club;

  club_open (&club);
  dov_rules_install (club.store);
  set_now ("2027-03-17T10:00");
  g_assert_cmpuint (count_of (&club, DOV_TYPE_ORGANISATION, club.organisation), ==, 0);
  club_change (&club, DOV_TYPE_ORGANISATION, club.organisation, "valid_until", "2027-04-16");
  g_assert_cmpuint (count_of (&club, DOV_TYPE_ORGANISATION, club.organisation), ==, 1);
  club_change (&club, DOV_TYPE_ORGANISATION, club.organisation, "valid_until", "2027-04-17");
  g_assert_cmpuint (count_of (&club, DOV_TYPE_ORGANISATION, club.organisation), ==, 0);
  club_close (&club);
}

static gint64
keep (Club       *club,
      DovRecord  *record)
{
  g_autoptr (GError) error = NULL;

  dov_store_save (club->store, record, &error);
  g_assert_no_error (error);

  return dov_record_get_id (record);
}

/* Case work by its days: each is told from its day on, and no longer when it is done. */
static void
test_cases (void)
{
  Club club;
  g_autoptr (DovRecord) signal = dov_record_new (DOV_TYPE_SIGNAL, 0);
  g_autoptr (DovRecord) paper = dov_record_new (DOV_TYPE_INCOMING_PAPER, 0);
  g_autoptr (DovRecord) task = dov_record_new (DOV_TYPE_TASK, 0);
  gint64 family;
  static const struct { const char *now; guint signal, paper, task; } cases[] = {
    { "2027-03-05T10:00", 0, 0, 0 },
    { "2027-03-07T10:00", 1, 0, 0 },
    { "2027-03-13T10:00", 1, 1, 0 },
    { "2027-03-17T10:00", 1, 1, 1 },
    { "2027-05-30T10:00", 1, 1, 1 },
  };

  club_open (&club);
  dov_rules_install (club.store);
  family = club_add_family (&club, "Ёлкины");
  club_fill (signal, "no", "1", "received_at", "2027-03-05T09:00", "source", "school", "urgency", "within_3_days",
             "summary", "Не пришёл", NULL);
  dov_record_set_number (signal, "lounge_id", club.lounge);
  dov_record_set_number (signal, "family_id", family);
  club_fill (paper, "no", "1", "date", "2027-03-05", "kind", "request", "gist", "Справка", "due_on", "2027-03-20", NULL);
  dov_record_set_number (paper, "lounge_id", club.lounge);
  dov_record_set_number (paper, "from_id", club.organisation);
  club_fill (task, "title", "Позвонить", "due_on", "2027-03-20", NULL);
  dov_record_set_number (task, "lounge_id", club.lounge);
  set_now ("2027-03-05T10:00");
  keep (&club, signal);
  keep (&club, paper);
  keep (&club, task);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_now (cases[i].now);
      g_test_message ("%s", cases[i].now);
      g_assert_cmpuint (count_of (&club, DOV_TYPE_SIGNAL, dov_record_get_id (signal)), ==, cases[i].signal);
      g_assert_cmpuint (count_of (&club, DOV_TYPE_INCOMING_PAPER, dov_record_get_id (paper)), ==, cases[i].paper);
      g_assert_cmpuint (count_of (&club, DOV_TYPE_TASK, dov_record_get_id (task)), ==, cases[i].task);
    }

  set_now ("2027-03-21T10:00");
  club_change (&club, DOV_TYPE_TASK, dov_record_get_id (task), "postponed_to", "2027-04-20");
  g_assert_cmpuint (count_of (&club, DOV_TYPE_TASK, dov_record_get_id (task)), ==, 0);
  set_now ("2027-04-18T10:00");
  g_assert_cmpuint (count_of (&club, DOV_TYPE_TASK, dov_record_get_id (task)), ==, 1);
  club_change (&club, DOV_TYPE_TASK, dov_record_get_id (task), "done_on", "2027-04-18");
  club_change (&club, DOV_TYPE_INCOMING_PAPER, dov_record_get_id (paper), "done_on", "2027-04-18");
  club_fill (signal, "decision", "advice", "decided_on", "2027-04-18", NULL);
  keep (&club, signal);
  g_assert_cmpuint (count_of (&club, DOV_TYPE_TASK, dov_record_get_id (task)), ==, 0);
  g_assert_cmpuint (count_of (&club, DOV_TYPE_INCOMING_PAPER, dov_record_get_id (paper)), ==, 0);
  g_assert_cmpuint (count_of (&club, DOV_TYPE_SIGNAL, dov_record_get_id (signal)), ==, 0);
  club_close (&club);
}

/* A consent is told of for its last thirty days, unless a later one of the same person is there. */
static void
test_consents (void)
{
  Club club;
  g_autoptr (DovRecord) consent = dov_record_new (DOV_TYPE_CONSENT, 0), next = dov_record_new (DOV_TYPE_CONSENT, 0);
  gint64 mother, id;

  club_open (&club);
  dov_rules_install (club.store);
  set_now ("2027-03-05T10:00");
  mother = club_add_person (&club, "Ёлкина", "Анна");
  club_change (&club, DOV_TYPE_PERSON, mother, "birth_date", "1990-04-07");
  for (guint i = 0; i < 2; i++)
    {
      DovRecord *record = i == 0 ? consent : next;

      club_fill (record, "no", i == 0 ? "1" : "2", "kind", "processing", "signer_capacity", "self", "purpose", "case",
                 "data_list", "name", "actions", "store", "withdrawal_way", "заявлением", "signed_on", "2027-02-01",
                 "valid_until", i == 0 ? "2027-06-30" : "2028-06-30", NULL);
      dov_record_set_number (record, "lounge_id", club.lounge);
      dov_record_set_number (record, "subject_id", mother);
      dov_record_set_number (record, "signer_id", mother);
    }
  id = keep (&club, consent);
  set_now ("2027-05-30T10:00");
  g_assert_cmpuint (count_of (&club, DOV_TYPE_CONSENT, id), ==, 0);
  set_now ("2027-05-31T10:00");
  g_assert_cmpuint (count_of (&club, DOV_TYPE_CONSENT, id), ==, 1);
  keep (&club, next);
  g_assert_cmpuint (count_of (&club, DOV_TYPE_CONSENT, id), ==, 0);
  club_close (&club);
}

/* F0: what a signal tells is kept for 30 days, then a consent is asked for, or another ground. */
static void
test_found (void)
{
  static const struct { const char *now; guint told; } cases[] = {
    { "2027-03-28T10:00", 0 }, { "2027-03-29T10:00", 1 }, { "2027-07-01T10:00", 1 },
  };
  Club club;
  gint64 family, other, mother;
  g_autofree char *id = NULL, *lounge = NULL, *person = NULL;

  club_open (&club);
  dov_rules_install (club.store);
  set_now ("2027-03-02T10:00");
  family = club_add_family (&club, "Ёлкины");
  other = club_add_family (&club, "Осинины");
  mother = club_add_person (&club, "Ёлкина", "Анна");
  id = g_strdup_printf ("%" G_GINT64_FORMAT, family);
  person = g_strdup_printf ("%" G_GINT64_FORMAT, mother);
  lounge = g_strdup_printf ("%" G_GINT64_FORMAT, club.lounge);
  club_add (&club, DOV_TYPE_FAMILY_MEMBER, "family_id", id, "person_id", person, "kinship", "mother", "is_legal_rep", "1", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_now (cases[i].now);
      g_assert_cmpuint (count_of (&club, DOV_TYPE_FAMILY, family), ==, cases[i].told);
    }
  set_now ("2027-03-28T10:00");
  club_add (&club, DOV_TYPE_SIGNAL, "no", "1", "lounge_id", lounge, "received_at", "2027-02-27T09:00", "source", "school",
            "urgency", "planned", "summary", "Не пришёл", "family_id", id, NULL);
  g_assert_cmpuint (count_of (&club, DOV_TYPE_FAMILY, family), ==, 1);
  g_assert_cmpuint (count_of (&club, DOV_TYPE_FAMILY, other), ==, 0);
  club_add (&club, DOV_TYPE_CONSENT, "no", "1", "lounge_id", lounge, "subject_id", person, "kind", "processing",
            "signer_id", person, "signer_capacity", "self", "purpose", "case", "data_list", "name", "actions", "store",
            "until_event", "до снятия", "withdrawal_way", "заявлением", "signed_on", "2027-03-28", NULL);
  set_now ("2027-04-15T10:00");
  g_assert_cmpuint (count_of (&club, DOV_TYPE_FAMILY, family), ==, 0);
  g_assert_cmpuint (count_of (&club, DOV_TYPE_FAMILY, other), ==, 1);
  club_let_support (&club, other);
  g_assert_cmpuint (count_of (&club, DOV_TYPE_FAMILY, other), ==, 0);
  club_close (&club);
}

/* F8: a family that is found waits for the first visit, one on support for the next visit and review. */
static void
test_waiting (void)
{
  static const struct { const char *now; guint visit, review; } cases[] = {
    { "2027-03-05T10:00", 0, 0 },
    { "2027-06-04T10:00", 0, 1 },    /* 90 days and one more */
    { "2027-06-06T10:00", 1, 1 },    /* a quarter */
  };
  Club club;
  g_autoptr (GArray) first = NULL;
  g_autofree char *sql = NULL;
  gint64 family;

  club_open (&club);
  dov_rules_install (club.store);
  set_now ("2027-03-05T10:00");
  family = club_add_family (&club, "Ёлкины");
  sql = g_strdup_printf ("UPDATE family SET case_status = 'identified' WHERE id = %" G_GINT64_FORMAT, family);
  g_assert_true (dov_database_execute (dov_store_get_database (club.store), sql, NULL));
  first = dov_case_waiting_list (club.store, DOV_CASE_WAITING_FIRST_VISIT, 0);
  g_assert_cmpuint (first->len, ==, 1);
  g_assert_cmpint (g_array_index (first, gint64, 0), ==, family);
  g_assert_true (dov_database_execute (dov_store_get_database (club.store),
                                       "UPDATE family SET case_status = 'active', opened_on = '2027-03-05'", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) visits = NULL, reviews = NULL, elsewhere = NULL;

      set_now (cases[i].now);
      visits = dov_case_waiting_list (club.store, DOV_CASE_WAITING_VISIT, 0);
      reviews = dov_case_waiting_list (club.store, DOV_CASE_WAITING_REVIEW, club.lounge);
      elsewhere = dov_case_waiting_list (club.store, DOV_CASE_WAITING_REVIEW, 5);
      g_test_message ("%s", cases[i].now);
      g_assert_cmpuint (visits->len, ==, cases[i].visit);
      g_assert_cmpuint (reviews->len, ==, cases[i].review);
      g_assert_cmpuint (elsewhere->len, ==, 0);
    }
  club_close (&club);
}

/* The plan of the next month is asked for from the 13th, the season a week before it changes. */
static void
test_calendar (void)
{
  static const struct
  {
    const char *now;
    gboolean    plan;
    gboolean    season;
  } cases[] = {
    { "2027-03-12T10:00", FALSE, FALSE },
    { "2027-03-13T10:00", TRUE, FALSE },
    { "2027-04-24T10:00", TRUE, TRUE },
    { "2027-04-23T10:00", TRUE, FALSE },
    { "2027-09-30T10:00", TRUE, TRUE },
    { "2027-10-01T10:00", FALSE, FALSE },
  };
  Club club;

  club_open (&club);
  dov_rules_install (club.store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_now (cases[i].now);
      g_assert_cmpint (says (&club, "events"), ==, cases[i].plan);
      g_assert_cmpint (says (&club, "patrol"), ==, cases[i].season);
    }
  club_close (&club);
}

static int
days_left (Club *club)
{
  g_autoptr (GPtrArray) reminders = dov_reminders_list (club->store, club->lounge);
  GDate today = dov_today ();

  for (guint i = 0; i < reminders->len; i++)
    if (g_strcmp0 (((DovReminder *) reminders->pdata[i])->section, "events") == 0)
      return g_date_days_between (&today, &((DovReminder *) reminders->pdata[i])->due_on);

  return G_MAXINT;
}

/* Whoever begins on the 25th is not late with the plan that was due on the 20th; who had events before it is. Then the
 * plan goes out as a document, is taken back, and goes out by its page: what waits and the document say the same. */
static void
test_plan (void)
{
  DovPeriod april;
  GDate day, today;
  Club club;
  g_autoptr (GError) error = NULL;
  g_autoptr (DovWorkPlan) plan = NULL;
  g_autoptr (DovWorkPlan) again = NULL;
  g_autoptr (GDate) sent_on = NULL;
  g_autofree char *none = NULL;
  g_autofree char *state = NULL;

  club_open (&club);
  dov_rules_install (club.store);
  set_now ("2027-03-25T10:00");
  today = dov_today ();
  g_date_set_dmy (&day, 7, 4, 2027);
  april = dov_period_around (DOV_PERIOD_MONTH, &day);
  g_assert_cmpint (days_left (&club), ==, 6);
  club_add_event (&club, "Лепка", "2027-03-19T15:00");
  g_assert_cmpint (days_left (&club), ==, -5);

  g_assert_true (dov_work_plan_hand_in (club.store, club.lounge, &april, &today, &error));
  g_assert_no_error (error);
  g_assert_cmpint (days_left (&club), ==, G_MAXINT);
  sent_on = dov_submitted_find_day (club.store, DOV_PLAN_DOCUMENT, &april, club.lounge);
  g_assert_nonnull (sent_on);
  g_assert_cmpint (g_date_compare (sent_on, &today), ==, 0);
  plan = dov_work_plan_find (club.store, club.lounge, &april);
  g_assert_cmpint (plan->status, ==, DOV_WORK_PLAN_STATUS_SUBMITTED);

  {
    g_autoptr (DovRecord) instance = dov_record_new (DOV_TYPE_REPORT_INSTANCE, 0);

    dov_set (DOV_REPORT_INSTANCE (instance), code, DOV_PLAN_DOCUMENT);
    dov_set (DOV_REPORT_INSTANCE (instance), lounge_id, club.lounge);
    dov_set (DOV_REPORT_INSTANCE (instance), since, &april.from);
    dov_set (DOV_REPORT_INSTANCE (instance), until, &april.to);
    dov_set (DOV_REPORT_INSTANCE (instance), status, DOV_REPORT_STATUS_SENT);
    dov_set (DOV_REPORT_INSTANCE (instance), sent_on, &today);
    g_assert_true (dov_store_save (club.store, instance, &error));
  }
  g_assert_true (dov_work_plan_take_back (club.store, plan, &error));
  g_assert_no_error (error);
  none = dov_report_instance_dup_state (club.store, DOV_PLAN_DOCUMENT, &april, club.lounge);
  g_assert_null (none);
  g_assert_cmpint (days_left (&club), ==, -5);

  again = dov_work_plan_find (club.store, club.lounge, &april);
  g_assert_true (dov_work_plan_submit (club.store, again, &today, &error));
  state = dov_report_instance_dup_state (club.store, DOV_PLAN_DOCUMENT, &april, club.lounge);
  g_assert_cmpstr (state, ==, "сдан 25.03.2027");
  g_assert_cmpint (days_left (&club), ==, G_MAXINT);
  club_close (&club);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminders/birthdays", test_birthdays);
  g_test_add_func ("/reminders/agreement", test_agreement);
  g_test_add_func ("/reminders/cases", test_cases);
  g_test_add_func ("/reminders/consents", test_consents);
  g_test_add_func ("/rules/F0/found", test_found);
  g_test_add_func ("/reminders/waiting", test_waiting);
  g_test_add_func ("/reminders/calendar", test_calendar);
  g_test_add_func ("/reminders/plan", test_plan);

  return g_test_run ();
}
