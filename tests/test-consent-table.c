/* test-consent-table.c - who consented to what, what lacks, what a signature and a withdrawal bring (C2, C3, C7) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "club.h"
#include "dov-case-plan.h"
#include "dov-consent-table.h"
#include "dov-consent-withdrawal.h"
#include "dov-family-member.h"
#include "dov-organisation.h"
#include "dov-person.h"
#include "dov-plan-action.h"
#include "dov-rules.h"
#include "dov-task.h"

/* Today is 5 March 2027. A mother, her son of ten, her daughter of fifteen, a grandmother who lives apart. */
typedef struct
{
  Club   club;
  gint64 family;
  gint64 mother;
  gint64 son;
  gint64 daughter;
  gint64 grandmother;
} Ground;

static gint64
add_member (Ground     *self,
            const char *first_name,
            const char *birth_date,
            const char *kinship,
            const char *lives_together)
{
  gint64 person = club_add (&self->club, DOV_TYPE_PERSON, "last_name", "Ромашкина", "first_name", first_name, "no_patronymic",
                            "1", "birth_date", birth_date, NULL);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, person);
  g_autofree char *family = g_strdup_printf ("%" G_GINT64_FORMAT, self->family);

  club_add (&self->club, DOV_TYPE_FAMILY_MEMBER, "family_id", family, "person_id", id, "kinship", kinship, "is_legal_rep",
            g_str_equal (kinship, "mother") ? "1" : "0", "lives_together", lives_together, NULL);

  return person;
}

static void
set_up (Ground        *self,
        gconstpointer  data)
{
  club_open (&self->club);
  dov_rules_install (self->club.store);
  self->family = club_add_family (&self->club, "Ромашкины");
  self->mother = add_member (self, "Анна", "1990-04-07", "mother", "1");
  self->son = add_member (self, "Лев", "2016-06-08", "child", "1");
  self->daughter = add_member (self, "Ева", "2011-07-09", "child", "1");
  self->grandmother = add_member (self, "Зоя", "1955-01-03", "grandmother", "0");
}

static void
tear_down (Ground        *self,
           gconstpointer  data)
{
  club_close (&self->club);
}

static const DovConsentRow *
find_row (GPtrArray *rows,
          gint64     person)
{
  for (guint i = 0; i < rows->len; i++)
    if (((DovConsentRow *) rows->pdata[i])->person == person)
      return rows->pdata[i];

  g_assert_not_reached ();
}

static DovConsentState
ask_state (Ground         *self,
           gint64          person,
           DovConsentKind  kind)
{
  g_autoptr (GPtrArray) rows = dov_consent_table_list_rows (self->club.store, self->family);

  return dov_consent_row_get (find_row (rows, person), kind)->state;
}

/* As the page makes it, then as the hand signs it. */
static gint64
make (Ground         *self,
      gint64          person,
      DovConsentKind  kind,
      const char     *signed_on,
      const char     *until)
{
  g_autoptr (GPtrArray) rows = dov_consent_table_list_rows (self->club.store, self->family);
  g_autoptr (DovRecord) draft = dov_consent_table_new_draft (self->club.store, self->family, find_row (rows, person), kind);

  club_fill (draft, "signed_on", signed_on, "valid_until", until, "teen_signed", "1", NULL);

  return club_save (&self->club, draft);
}

static void
test_rows (Ground        *self,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = dov_consent_table_list_rows (self->club.store, self->family);
  const DovConsentRow *row;

  /* Those who live together first, the oldest before; who may sign for whom. */
  g_assert_cmpuint (rows->len, ==, 4);
  row = rows->pdata[0];
  g_assert_cmpint (row->person, ==, self->mother);
  g_assert_cmpint (row->signer, ==, self->mother);
  g_assert_cmpint (row->capacity, ==, DOV_SIGNER_CAPACITY_SELF);
  row = rows->pdata[1];
  g_assert_cmpint (row->person, ==, self->daughter);
  g_assert_cmpint (row->signer, ==, self->mother);
  g_assert_cmpint (row->capacity, ==, DOV_SIGNER_CAPACITY_PARENT);
  g_assert_true (row->is_teen);
  row = rows->pdata[2];
  g_assert_cmpint (row->person, ==, self->son);
  g_assert_false (row->is_teen);
  row = rows->pdata[3];
  g_assert_cmpint (row->person, ==, self->grandmother);
  g_assert_true (row->is_apart);
  g_assert_cmpint (row->signer, ==, self->grandmother);

  /* F2 asks for all of whom more than the name is kept, so that lacks also with who lives apart. */
  g_assert_cmpuint (dov_consent_table_count_lacking (rows, DOV_CONSENT_KIND_PROCESSING), ==, 4);
  g_assert_cmpuint (dov_consent_table_count_lacking (rows, DOV_CONSENT_KIND_TRANSFER), ==, 0);
  g_assert_cmpint (dov_consent_row_get (row, DOV_CONSENT_KIND_PROCESSING)->state, ==, DOV_CONSENT_STOPS);
  g_assert_cmpint (dov_consent_row_get (row, DOV_CONSENT_KIND_SMS)->state, ==, DOV_CONSENT_UNNEEDED);

  club_change (&self->club, DOV_TYPE_PERSON, self->grandmother, "birth_date", "");
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = dov_consent_table_list_rows (self->club.store, self->family);
  g_assert_cmpuint (dov_consent_table_count_lacking (rows, DOV_CONSENT_KIND_PROCESSING), ==, 3);
  row = rows->pdata[rows->len - 1];
  g_assert_cmpint (dov_consent_row_get (row, DOV_CONSENT_KIND_PROCESSING)->state, ==, DOV_CONSENT_WANTED);
}

/* A parent whose rights a court took does not sign, and then nobody may. */
static void
test_nobody_signs (Ground        *self,
                   gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = NULL;
  gint64 member = dov_store_ask_number (self->club.store, "SELECT id FROM family_member WHERE person_id = ?1", "(x)",
                                        self->mother);

  club_change (&self->club, DOV_TYPE_FAMILY_MEMBER, member, "parental_rights", "deprived");
  rows = dov_consent_table_list_rows (self->club.store, self->family);
  g_assert_cmpint (find_row (rows, self->son)->signer, ==, 0);
  g_assert_cmpint (find_row (rows, self->mother)->signer, ==, self->mother);
  g_assert_cmpuint (dov_consent_table_count_lacking (rows, DOV_CONSENT_KIND_PROCESSING), ==, 2);
}

static void
test_states (Ground        *self,
             gconstpointer  data)
{
  static const struct
  {
    const char      *signed_on;
    const char      *until;
    DovConsentState  expected;
  } cases[] = {
    { "", "2028-01-20", DOV_CONSENT_UNSIGNED },
    { "2027-01-20", "2028-01-20", DOV_CONSENT_HOLDS },
    { "2027-01-20", "2027-04-05", DOV_CONSENT_HOLDS },   /* 31 days */
    { "2027-01-20", "2027-04-04", DOV_CONSENT_ENDS },    /* 30 */
    { "2027-01-20", "2027-03-05", DOV_CONSENT_ENDS },    /* today is its last day */
    { "2027-01-20", "2027-03-04", DOV_CONSENT_STOPS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 id = make (self, self->son, DOV_CONSENT_KIND_PROCESSING, cases[i].signed_on, cases[i].until);
      g_autoptr (DovRecord) consent = dov_store_find (self->club.store, DOV_TYPE_CONSENT, id, NULL);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s to %s", cases[i].signed_on, cases[i].until);
      g_assert_cmpint (ask_state (self, self->son, DOV_CONSENT_KIND_PROCESSING), ==, cases[i].expected);
      dov_store_remove (self->club.store, consent, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpint (ask_state (self, self->son, DOV_CONSENT_KIND_PROCESSING), ==, DOV_CONSENT_STOPS);
}

/* C3: what a parent signed holds until the eve of the eighteenth birthday, and is asked for a month before. */
static void
test_of_age (Ground        *self,
             gconstpointer  data)
{
  gint64 grown = add_member (self, "Пётр", "2009-03-25", "child", "1");
  g_autoptr (GPtrArray) rows = NULL;
  const DovConsentCell *cell;
  gint64 id = make (self, grown, DOV_CONSENT_KIND_PROCESSING, "2027-01-20", "2028-01-20");
  g_autoptr (DovRecord) consent = dov_store_find (self->club.store, DOV_TYPE_CONSENT, id, NULL);
  g_autoptr (DovRecord) renewal = NULL;
  g_autoptr (GDateTime) later = NULL;

  rows = dov_consent_table_list_rows (self->club.store, self->family);
  cell = dov_consent_row_get (find_row (rows, grown), DOV_CONSENT_KIND_PROCESSING);
  g_assert_cmpint (cell->state, ==, DOV_CONSENT_ENDS);
  g_assert_cmpint (g_date_get_day (&cell->until), ==, 24);
  g_assert_cmpint (g_date_get_month (&cell->until), ==, 3);

  g_assert_true (dov_moment_from_iso ("2027-03-25T10:00", &later));
  dov_clock_set (later);
  g_assert_cmpint (ask_state (self, grown, DOV_CONSENT_KIND_PROCESSING), ==, DOV_CONSENT_STOPS);
  renewal = dov_consent_new_renewal (self->club.store, consent);
  g_assert_cmpint (DOV_CONSENT (renewal)->signer_id, ==, grown);
  g_assert_cmpint (DOV_CONSENT (renewal)->signer_capacity, ==, DOV_SIGNER_CAPACITY_SELF);
  g_assert_null (DOV_CONSENT (renewal)->signed_on);
  g_assert_cmpint (DOV_CONSENT (renewal)->data_list, ==, DOV_CONSENT (consent)->data_list);
}

/* Who was born on 29 February is of age on 1 March of a common year, and not a day before. */
static void
test_leap_day (Ground        *self,
               gconstpointer  data)
{
  static const struct
  {
    const char      *day;
    DovConsentState  expected;
  } cases[] = {
    { "2027-03-05T10:00", DOV_CONSENT_HOLDS }, { "2030-02-28T10:00", DOV_CONSENT_ENDS },
    { "2030-03-01T10:00", DOV_CONSENT_STOPS },
  };
  gint64 child = add_member (self, "Яна", "2012-02-29", "child", "1");

  make (self, child, DOV_CONSENT_KIND_PROCESSING, "2027-01-20", "");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) day = NULL;

      g_assert_true (dov_moment_from_iso (cases[i].day, &day));
      dov_clock_set (day);
      g_test_message ("%s", cases[i].day);
      g_assert_cmpint (ask_state (self, child, DOV_CONSENT_KIND_PROCESSING), ==, cases[i].expected);
    }
}

/* F2: a consent to be counted at events does not let the family be led. */
static void
test_purpose (Ground        *self,
              gconstpointer  data)
{
  gint64 id = make (self, self->mother, DOV_CONSENT_KIND_PROCESSING, "2027-01-20", "2028-01-20");
  g_autoptr (DovPerson) mother = dov_store_look_up (self->club.store, DOV_TYPE_PERSON, self->mother);

  g_assert_cmpint (ask_state (self, self->mother, DOV_CONSENT_KIND_PROCESSING), ==, DOV_CONSENT_HOLDS);
  g_assert_cmpint (dov_consent_table_find (self->club.store, mother, DOV_CONSENT_KIND_PROCESSING).consent, ==, id);
  club_change (&self->club, DOV_TYPE_CONSENT, id, "purpose", "events");
  g_assert_cmpint (ask_state (self, self->mother, DOV_CONSENT_KIND_PROCESSING), ==, DOV_CONSENT_STOPS);
  g_assert_cmpint (dov_consent_table_find (self->club.store, mother, DOV_CONSENT_KIND_PROCESSING).state, ==, 0);
}

/* The paper is signed, with the teenager where there is one. */
static void
test_sign (Ground        *self,
           gconstpointer  data)
{
  gint64 id = make (self, self->daughter, DOV_CONSENT_KIND_PHOTO, "", "2028-01-20");
  g_autoptr (DovRecord) draft = dov_store_find_draft (self->club.store, DOV_TYPE_CONSENT, id, NULL);
  g_autoptr (DovRecord) consent = NULL;
  g_autoptr (DovRecord) now = NULL;
  g_autoptr (GError) error = NULL;

  dov_set (DOV_CONSENT (draft), teen_signed, FALSE);
  club_save (&self->club, draft);
  consent = dov_store_find (self->club.store, DOV_TYPE_CONSENT, id, NULL);
  g_assert_true (dov_consent_asks_teenager (self->club.store, DOV_CONSENT (consent)));
  g_assert_true (dov_consent_sign (self->club.store, consent, TRUE, &error));
  g_assert_no_error (error);
  now = dov_store_find (self->club.store, DOV_TYPE_CONSENT, id, NULL);
  g_assert_true (DOV_CONSENT (now)->teen_signed);
  g_assert_nonnull (DOV_CONSENT (now)->signed_on);
  g_assert_cmpint (ask_state (self, self->daughter, DOV_CONSENT_KIND_PHOTO), ==, DOV_CONSENT_HOLDS);
}

/* C7: thirty days, a task with the last of them, and one undo takes both back. */
static void
test_withdrawal (Ground        *self,
                 gconstpointer  data)
{
  DovStore *store = self->club.store;
  gint64 id = make (self, self->son, DOV_CONSENT_KIND_PHOTO, "2027-01-20", "2028-01-20");
  g_autoptr (DovRecord) consent = dov_store_find (store, DOV_TYPE_CONSENT, id, NULL);
  g_autoptr (GArray) clocks = NULL;
  g_autoptr (GArray) none = NULL;
  g_autoptr (GArray) over = NULL;
  g_autoptr (GArray) tasks = NULL;
  g_autoptr (DovTask) task = NULL;
  g_autofree char *due = NULL;
  g_autoptr (GError) error = NULL;

  none = dov_consent_table_list_clocks (store, self->family);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (dov_consent_withdraw (store, consent, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ask_state (self, self->son, DOV_CONSENT_KIND_PHOTO), ==, DOV_CONSENT_WITHDRAWN);
  clocks = dov_consent_table_list_clocks (store, self->family);
  g_assert_cmpuint (clocks->len, ==, 1);
  g_assert_cmpint (g_array_index (clocks, DovConsentClock, 0).n_days, ==, 30);
  tasks = dov_store_list (store, DOV_TYPE_TASK, &(DovQuery) { 0 }, NULL);
  g_assert_cmpuint (tasks->len, ==, 1);
  task = (DovTask *) dov_store_find (store, DOV_TYPE_TASK, g_array_index (tasks, gint64, 0), NULL);
  due = dov_date_to_iso (task->due_on);
  g_assert_cmpstr (due, ==, "2027-04-04");
  g_assert_cmpint (task->family_id, ==, self->family);
  g_assert_cmpint (task->person_id, ==, self->son);

  /* Who signs again ends it; nobody else does. */
  make (self, self->daughter, DOV_CONSENT_KIND_PHOTO, "2027-03-05", "2028-01-20");
  g_array_unref (g_steal_pointer (&clocks));
  clocks = dov_consent_table_list_clocks (store, self->family);
  g_assert_cmpuint (clocks->len, ==, 1);
  make (self, self->son, DOV_CONSENT_KIND_PHOTO, "2027-03-05", "2028-01-20");
  over = dov_consent_table_list_clocks (store, self->family);
  g_assert_cmpuint (over->len, ==, 0);
}

static void
test_withdrawal_undone (Ground        *self,
                        gconstpointer  data)
{
  DovStore *store = self->club.store;
  gint64 id = make (self, self->son, DOV_CONSENT_KIND_PHOTO, "2027-01-20", "2028-01-20");
  g_autoptr (GError) error = NULL;

  /* In the form it follows as well. */
  club_change (&self->club, DOV_TYPE_CONSENT, id, "withdrawn_on", "2027-03-04");
  g_assert_cmpint (dov_store_ask_number (store, "SELECT count(*) FROM live_task", "()"), ==, 1);
  dov_store_undo (store, dov_store_get_last_operation (store), &error);
  g_assert_no_error (error);
  g_assert_cmpint (dov_store_ask_number (store, "SELECT count(*) FROM live_task", "()"), ==, 0);
  g_assert_cmpint (ask_state (self, self->son, DOV_CONSENT_KIND_PHOTO), ==, DOV_CONSENT_HOLDS);

  /* A consent that is entered when it was withdrawn already begins nothing. */
  make (self, self->daughter, DOV_CONSENT_KIND_SMS, "2026-01-20", "2026-12-20");
  {
    g_autoptr (GPtrArray) rows = dov_consent_table_list_rows (store, self->family);
    g_autoptr (DovRecord) old = dov_consent_table_new_draft (store, self->family, find_row (rows, self->son),
                                                             DOV_CONSENT_KIND_SMS);

    club_fill (old, "no", "77", "signed_on", "2026-02-01", "withdrawn_on", "2026-05-01", NULL);
    club_save (&self->club, old);
  }
  g_assert_cmpint (dov_store_ask_number (store, "SELECT count(*) FROM live_task", "()"), ==, 0);
}

/* A programme that another body carries out asks for a consent that names this body, from all who live together. */
static void
test_handing_on (Ground        *self,
                 gconstpointer  data)
{
  DovStore *store = self->club.store;
  g_autofree char *family = g_strdup_printf ("%" G_GINT64_FORMAT, self->family);
  g_autofree char *body = NULL;
  g_autofree char *plan = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;

  body = g_strdup_printf ("%" G_GINT64_FORMAT, self->club.organisation);
  plan = g_strdup_printf ("%" G_GINT64_FORMAT,
                          club_add (&self->club, DOV_TYPE_CASE_PLAN, "family_id", family, "kind", "family_children", "since",
                                    "2027-02-01", "until", "2027-08-01", "goal", "Дети заняты после школы", "status", "draft",
                                    NULL));
  club_add (&self->club, DOV_TYPE_PLAN_ACTION, "plan_id", plan, "title", "Помочь оформить пособие", "organisation_id", body,
            "due_to", "2027-04-01", "status", "planned", NULL);
  g_assert_cmpint (ask_state (self, self->son, DOV_CONSENT_KIND_TRANSFER), ==, DOV_CONSENT_UNNEEDED);
  g_assert_true (dov_database_execute (dov_store_get_database (store), "UPDATE case_plan SET status = 'in_progress'", &error));
  g_assert_no_error (error);

  rows = dov_consent_table_list_rows (store, self->family);
  g_assert_cmpuint (dov_consent_table_count_lacking (rows, DOV_CONSENT_KIND_TRANSFER), ==, 3);
  g_assert_cmpint (dov_consent_row_get (find_row (rows, self->son), DOV_CONSENT_KIND_TRANSFER)->receiver, ==,
                   self->club.organisation);

  /* All papers at once, in one operation; each names the body and waits for the hand. */
  g_assert_true (dov_consent_table_draft_all (store, self->family, DOV_CONSENT_KIND_TRANSFER, &error));
  g_assert_no_error (error);
  g_assert_cmpint (dov_store_ask_number (store, "SELECT count(DISTINCT no) FROM live_consent WHERE signed_on IS NULL", "()"),
                   ==, 3);
  g_assert_cmpint (dov_store_ask_number (store, "SELECT count(*) FROM live_consent_receiver WHERE organisation_id = ?1", "(x)",
                                         self->club.organisation), ==, 3);
  after = dov_consent_table_list_rows (store, self->family);
  g_assert_cmpuint (dov_consent_table_count_lacking (after, DOV_CONSENT_KIND_TRANSFER), ==, 0);
  g_assert_cmpint (ask_state (self, self->son, DOV_CONSENT_KIND_TRANSFER), ==, DOV_CONSENT_UNSIGNED);
  dov_store_undo (store, dov_store_get_last_operation (store), &error);
  g_assert_no_error (error);
  g_assert_cmpint (dov_store_ask_number (store, "SELECT count(*) FROM live_consent", "()"), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/consent-table/rows", Ground, NULL, set_up, test_rows, tear_down);
  g_test_add ("/consent-table/nobody-signs", Ground, NULL, set_up, test_nobody_signs, tear_down);
  g_test_add ("/consent-table/states", Ground, NULL, set_up, test_states, tear_down);
  g_test_add ("/consent-table/of-age", Ground, NULL, set_up, test_of_age, tear_down);
  g_test_add ("/consent-table/leap-day", Ground, NULL, set_up, test_leap_day, tear_down);
  g_test_add ("/consent-table/purpose", Ground, NULL, set_up, test_purpose, tear_down);
  g_test_add ("/consent-table/sign", Ground, NULL, set_up, test_sign, tear_down);
  g_test_add ("/consent-table/withdrawal", Ground, NULL, set_up, test_withdrawal, tear_down);
  g_test_add ("/consent-table/withdrawal-undone", Ground, NULL, set_up, test_withdrawal_undone, tear_down);
  g_test_add ("/consent-table/handing-on", Ground, NULL, set_up, test_handing_on, tear_down);

  return g_test_run ();
}
