/* test-case-path.c - a family goes from state to state: its path, its doors, what is due and what ends with the case */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-case-next.h"
#include "dov-case-path.h"
#include "dov-case-programme.h"
#include "dov-case-steps.h"
#include "dov-case-timeline.h"
#include "dov-case-waiting.h"
#include "dov-consent.h"
#include "dov-contact-record.h"
#include "dov-family-category.h"
#include "dov-home-visit.h"
#include "dov-registry.h"
#include "dov-rules.h"
#include "dov-task.h"
#include "verdict.h"

#include <string.h>

/* Today is 5 March 2027. */
typedef struct
{
  Club   club;
  gint64 family;
} Ground;

static char *
text_of (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static void
set_up (Ground        *self,
        gconstpointer  data)
{
  g_autofree char *staff = NULL;

  club_open (&self->club);
  dov_rules_install (self->club.store);
  staff = text_of (self->club.manager);
  self->family = club_add_family (&self->club, "Дорожкины");
  club_change (&self->club, DOV_TYPE_FAMILY, self->family, "curator_id", staff);
  club_change (&self->club, DOV_TYPE_FAMILY, self->family, "support_level", "prevention");
}

static void
tear_down (Ground        *self,
           gconstpointer  data)
{
  club_close (&self->club);
}

static DovFamily *
read_family (Ground *self)
{
  return DOV_FAMILY (dov_store_find (self->club.store, DOV_TYPE_FAMILY, self->family, NULL));
}

static gboolean
take (Ground           *self,
      DovCaseStatus     status,
      DovClosingReason  reason)
{
  g_autoptr (DovFamily) family = read_family (self);
  g_autoptr (GError) error = NULL;
  gboolean done = dov_case_steps_take (self->club.store, family, status, reason, &error);

  if (!done)
    g_test_message ("%s", error->message);

  return done;
}

static void
assert_is (Ground     *self,
           const char *field,
           const char *expected)
{
  g_autofree char *text = club_read (&self->club, DOV_TYPE_FAMILY, self->family, field);

  g_assert_cmpstr (text != NULL ? text : "", ==, expected);
}

/* Puts the family on support, whatever it lacks. */
static void
let_on (Ground *self)
{
  club_let_support (&self->club, self->family);
  g_assert_true (take (self, DOV_CASE_STATUS_ACTIVE, 0));
}

/* What is missing refuses the step and stands as a door; each step has its day. */
static void
test_doors (Ground        *self,
            gconstpointer  data)
{
  g_autoptr (DovFamily) family = read_family (self);
  g_autoptr (GPtrArray) doors = dov_case_path_list_doors (self->club.store, family);
  g_autofree char *door = NULL;

  g_assert_cmpint (dov_case_path_get_next (family), ==, DOV_CASE_STATUS_ASSESSED);
  g_assert_cmpuint (doors->len, ==, 1);
  door = dov_case_gap_dup_door (self->club.store, doors->pdata[0]);
  g_assert_cmpstr (door, !=, "");
  g_assert_false (dov_case_path_is_open (self->club.store, family, DOV_CASE_STATUS_ASSESSED));
  g_assert_false (take (self, DOV_CASE_STATUS_ASSESSED, 0));
  g_assert_false (take (self, DOV_CASE_STATUS_ACTIVE, 0));
  assert_is (self, "case_status", "identified");

  let_on (self);
  assert_is (self, "opened_on", "2027-03-05");
}

static void
assert_path (Ground     *self,
             const char *expected)
{
  g_autoptr (DovFamily) family = read_family (self);
  g_autoptr (GPtrArray) steps = dov_case_path_list_steps (self->club.store, family);
  g_autoptr (GEnumClass) states = g_type_class_ref (dov_case_status_get_type ());
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const DovCaseStep *step = steps->pdata[i];
      g_autofree char *day = dov_date_to_iso (step->since);

      g_string_append_printf (said, "%s%s%s%s%s", i > 0 ? " " : "", step->is_now ? step->is_aside ? "~" : "=" : "",
                              g_enum_get_value (states, (int) step->status)->value_nick, *day != '\0' ? "@" : "", day);
    }
  g_assert_cmpstr (said->str, ==, expected);
}

/* Aside and back: the way behind stays, and who is taken on again has a new period (F5). */
static void
test_aside (Ground        *self,
            gconstpointer  data)
{
  g_autofree char *lounge = text_of (self->club.lounge);
  g_autofree char *id = text_of (self->family);

  club_add (&self->club, dov_registry_find ("signal"), "no", "1", "received_at", "2027-01-10T12:00", "lounge_id", lounge,
            "source", "school", "family_id", id, "summary", "Не ходит в школу", "urgency", "planned", NULL);
  assert_path (self, "=identified@2027-01-10");
  let_on (self);
  assert_path (self, "identified@2027-01-10 assessed =active@2027-03-05");
  g_assert_true (take (self, DOV_CASE_STATUS_SUSPENDED, 0));
  assert_is (self, "closed_on", "2027-03-05");
  assert_path (self, "identified@2027-01-10 assessed active@2027-03-05 ~suspended@2027-03-05");
  club_let_support (&self->club, self->family);
  g_assert_true (take (self, DOV_CASE_STATUS_ACTIVE, 0));
  assert_is (self, "closed_on", "");
  g_assert_true (take (self, DOV_CASE_STATUS_REFUSED, DOV_CLOSING_REASON_REFUSED));
  assert_is (self, "closing_reason", "refused");
  assert_path (self, "identified@2027-01-10 assessed active@2027-03-05 ~refused@2027-03-05");
  /* Who is taken up again was on support until that day. */
  g_assert_true (take (self, DOV_CASE_STATUS_IDENTIFIED, 0));
  assert_is (self, "closing_reason", "");
  assert_is (self, "closed_on", "2027-03-05");
}

static gint64
add_task (Ground     *self,
          const char *title)
{
  g_autofree char *lounge = text_of (self->club.lounge);
  g_autofree char *id = text_of (self->family);

  return club_add (&self->club, DOV_TYPE_TASK, "title", title, "lounge_id", lounge, "due_on", "2027-04-01", "family_id", id,
                   NULL);
}

static gint64
add_category (Ground *self)
{
  g_autofree char *id = text_of (self->family);
  g_autofree char *item = text_of (dov_store_ask_number (self->club.store, "SELECT id FROM ref_item WHERE list_code ="
                                                         " 'family_category' AND code = 'large'", NULL));

  return club_add (&self->club, DOV_TYPE_FAMILY_CATEGORY, "family_id", id, "category_id", item, "since", "2027-01-10", NULL);
}

static void
assert_done (Ground     *self,
             gint64      task,
             const char *expected)
{
  g_autofree char *day = club_read (&self->club, DOV_TYPE_TASK, task, "done_on");

  g_assert_cmpstr (day != NULL ? day : "", ==, expected);
}

/* F4: tasks and categories end with the case, whoever ends it, and come back with an undo. */
static void
test_closing (Ground        *self,
              gconstpointer  data)
{
  gint64 task = add_task (self, "Позвонить"), done;
  gint64 category;
  g_autofree char *until = NULL;

  let_on (self);
  category = add_category (self);
  {
    g_autoptr (GPtrArray) endings = dov_case_steps_list_endings (self->club.store, self->family);

    g_assert_cmpuint (endings->len, ==, 2);
    g_assert_cmpstr (((DovCaseEnding *) endings->pdata[1])->words, ==, "Позвонить");
  }
  g_assert_false (take (self, DOV_CASE_STATUS_CLOSED, 0));
  assert_done (self, task, "");
  g_assert_true (take (self, DOV_CASE_STATUS_CLOSED, DOV_CLOSING_REASON_MOVED));
  assert_done (self, task, "2027-03-05");
  until = club_read (&self->club, DOV_TYPE_FAMILY_CATEGORY, category, "until");
  g_assert_cmpstr (until, ==, "2027-03-05");
  verdict_undo (&self->club, dov_store_get_last_operation (self->club.store), NULL);
  assert_done (self, task, "");
  assert_is (self, "case_status", "active");

  /* By the form as well: the day is that of the family. */
  {
    g_autoptr (DovRecord) draft = dov_store_find_draft (self->club.store, DOV_TYPE_FAMILY, self->family, NULL);

    club_fill (draft, "case_status", "closed", "closed_on", "2027-03-05", "closing_reason", "died", NULL);
    verdict_save (&self->club, draft, NULL);
  }
  assert_done (self, task, "2027-03-05");
  /* What is written of a family that is off already stays open. */
  done = add_task (self, "Сдать дело в архив");
  club_change (&self->club, DOV_TYPE_FAMILY, self->family, "phone", "+79000000003");
  assert_done (self, done, "");
}

static void
assert_waits (Ground   *self,
              gboolean  is_waiting)
{
  g_autoptr (GArray) waiting = dov_case_waiting_list (self->club.store, DOV_CASE_WAITING_VISIT, 0);

  g_assert_cmpuint (waiting->len, ==, is_waiting ? 1 : 0);
}

/* F8: what is due first, and after which day it is late. */
static void
test_next (Ground        *self,
           gconstpointer  data)
{
  g_autofree char *id = text_of (self->family);
  g_autofree char *staff = text_of (self->club.manager);
  g_autoptr (DovFamily) on = NULL;
  DovCaseNext next;
  DovCaseContact contact;
  g_autofree char *due = NULL;
  gint64 call;

  {
    g_autoptr (DovFamily) found = read_family (self);

    g_assert_false (dov_case_next_find (self->club.store, found, &next));
    g_assert_false (dov_case_contact_find (self->club.store, found, &contact));
  }
  let_on (self);
  on = read_family (self);
  g_assert_true (dov_case_next_find (self->club.store, on, &next));
  /* By the decision of the commission both are due within thirty days. */
  g_assert_cmpint (g_date_days_between (on->opened_on, &next.due), ==, 30);
  g_assert_false (next.is_overdue);
  assert_waits (self, FALSE);

  /* A visit names the next one; an attempt is no visit and no contact. */
  club_add (&self->club, DOV_TYPE_HOME_VISIT, "family_id", id, "visited_at", "2027-02-01T15:00", "kind", "planned", "staff_id",
            staff, "goal", "Печь", "was_home", "1", "findings", "Тепло", "next_visit_on", "2027-03-01", NULL);
  club_add (&self->club, DOV_TYPE_HOME_VISIT, "family_id", id, "visited_at", "2027-03-02T15:00", "kind", "planned", "staff_id",
            staff, "goal", "Печь", "was_home", "0", NULL);
  g_assert_true (dov_case_next_find (self->club.store, on, &next));
  g_assert_cmpint (next.kind, ==, DOV_CASE_NEXT_VISIT);
  g_assert_true (next.is_overdue);
  due = dov_date_to_iso (&next.due);
  g_assert_cmpstr (due, ==, "2027-03-01");
  /* “Today” says the same as the family’s page. */
  assert_waits (self, TRUE);
  g_assert_true (dov_case_contact_find (self->club.store, on, &contact));
  g_assert_cmpuint (contact.n_days, ==, 32);
  g_assert_true (contact.is_quiet);
  call = club_add (&self->club, DOV_TYPE_CONTACT_RECORD, "family_id", id, "contacted_at", "2027-03-03T10:00", "form", "call",
                   "reached", "1", "gist", "Всё хорошо", NULL);
  g_assert_true (dov_case_contact_find (self->club.store, on, &contact));
  g_assert_cmpint (contact.id, ==, call);
  g_assert_cmpuint (contact.n_days, ==, 2);
  g_assert_false (contact.is_quiet);
}

static void
assert_put_off (Ground     *self,
                const char *day,
                const char *reason,
                gboolean    is_well)
{
  g_autoptr (DovFamily) family = read_family (self);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (dov_case_next_put_off (self->club.store, family, day, reason, &error), ==, is_well);
  g_assert_cmpint (error == NULL, ==, is_well);
}

static void
assert_due (Ground     *self,
            const char *day)
{
  g_autoptr (DovFamily) family = read_family (self);
  g_autofree char *due = NULL;
  DovCaseNext next;

  g_assert_true (dov_case_next_find (self->club.store, family, &next));
  due = dov_date_to_iso (&next.due);
  g_assert_cmpstr (due, ==, day);
}

/* What was agreed is agreed anew, with a reason and one undo; what the rule alone says cannot be put off. */
static void
test_put_off (Ground        *self,
              gconstpointer  data)
{
  g_autofree char *id = text_of (self->family);
  g_autofree char *staff = text_of (self->club.manager);
  g_autofree char *words = NULL;

  let_on (self);
  {
    g_autoptr (DovFamily) family = read_family (self);

    g_assert_false (dov_case_next_may_put_off (self->club.store, DOV_RECORD (family)));
  }
  assert_put_off (self, "12.03.2027", "в отъезде", FALSE);
  club_add (&self->club, DOV_TYPE_HOME_VISIT, "family_id", id, "visited_at", "2027-02-01T15:00", "kind", "planned", "staff_id",
            staff, "goal", "Печь", "was_home", "1", "findings", "Тепло", "next_visit_on", "2027-03-01", NULL);
  assert_due (self, "2027-03-01");
  assert_put_off (self, "04.03.2027", "в отъезде", FALSE);
  assert_put_off (self, "когда-нибудь", "в отъезде", FALSE);
  assert_put_off (self, "12.03.2027", "  ", FALSE);
  assert_due (self, "2027-03-01");
  assert_put_off (self, "12.03.2027", "в отъезде", TRUE);
  assert_due (self, "2027-03-12");
  assert_waits (self, FALSE);
  words = dov_store_describe_operation (self->club.store, dov_store_get_last_operation (self->club.store));
  g_assert_nonnull (strstr (words, "в отъезде"));
  verdict_undo (&self->club, dov_store_get_last_operation (self->club.store), NULL);
  assert_due (self, "2027-03-01");
}

/* The latest first, each of its kind. */
static void
test_timeline (Ground        *self,
               gconstpointer  data)
{
  g_autofree char *id = text_of (self->family);
  g_autofree char *lounge = text_of (self->club.lounge);
  g_autofree char *staff = text_of (self->club.manager);
  g_autoptr (GPtrArray) deeds = NULL;

  club_add (&self->club, DOV_TYPE_CONTACT_RECORD, "family_id", id, "contacted_at", "2027-02-03T10:00", "form", "call",
            "reached", "1", "gist", "Всё хорошо", NULL);
  club_add (&self->club, DOV_TYPE_HOME_VISIT, "family_id", id, "visited_at", "2027-02-11T15:00", "kind", "planned", "staff_id",
            staff, "goal", "Печь", "was_home", "0", NULL);
  club_add (&self->club, dov_registry_find ("signal"), "no", "1", "received_at", "2027-01-10T12:00", "lounge_id", lounge,
            "source", "school", "family_id", id, "summary", "Не ходит в школу", "urgency", "planned", NULL);
  deeds = dov_case_timeline_list (self->club.store, self->family, 10);
  g_assert_cmpuint (deeds->len, ==, 3);
  g_assert_cmpint (((DovCaseDeed *) deeds->pdata[0])->kind, ==, DOV_CASE_DEED_VISIT);
  g_assert_cmpint (((DovCaseDeed *) deeds->pdata[1])->kind, ==, DOV_CASE_DEED_CALL);
  g_assert_cmpint (((DovCaseDeed *) deeds->pdata[2])->kind, ==, DOV_CASE_DEED_CASE);
}

/* How much of a programme is done. */
static void
test_programme (Ground        *self,
                gconstpointer  data)
{
  g_autofree char *id = text_of (self->family);
  g_autofree char *staff = text_of (self->club.manager);
  g_auto (DovCaseProgramme) programme = { 0 };

  g_assert_false (dov_case_programme_find (self->club.store, self->family, &programme));
  {
    g_autofree char *plan = text_of (club_add (&self->club, dov_registry_find ("case_plan"), "family_id", id, "kind",
                                               "family_children", "since", "2027-01-15", "until", "2027-12-20", "goal",
                                               "Дети заняты", NULL));
    static const struct { const char *due, *status; } steps[] = {
      { "2027-03-20", "planned" }, { "2027-02-20", "planned" }, { "2027-02-01", "cancelled" },
    };

    for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
      {
        g_autoptr (DovRecord) step = club_new (&self->club, dov_registry_find ("plan_action"), "plan_id", plan, "title",
                                               "Кружок", "staff_id", staff, "due_to", steps[i].due, "status", steps[i].status,
                                               "result", "Не нужно", NULL);

        dov_store_accept_all (self->club.store, NULL);
        club_save (&self->club, step);
      }
  }
  g_assert_true (dov_case_programme_find (self->club.store, self->family, &programme));
  g_assert_cmpuint (programme.progress.n_all, ==, 2);
  g_assert_cmpuint (programme.progress.n_done, ==, 0);
  g_assert_cmpuint (programme.progress.n_overdue, ==, 1);
  g_assert_cmpuint (programme.open->len, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/rules/F1/F2/doors", Ground, NULL, set_up, test_doors, tear_down);
  g_test_add ("/rules/F5/aside", Ground, NULL, set_up, test_aside, tear_down);
  g_test_add ("/rules/F4/ends-with-it", Ground, NULL, set_up, test_closing, tear_down);
  g_test_add ("/rules/F8/next", Ground, NULL, set_up, test_next, tear_down);
  g_test_add ("/rules/F8/put-off", Ground, NULL, set_up, test_put_off, tear_down);
  g_test_add ("/cases/timeline", Ground, NULL, set_up, test_timeline, tear_down);
  g_test_add ("/cases/programme", Ground, NULL, set_up, test_programme, tear_down);

  return g_test_run ();
}
