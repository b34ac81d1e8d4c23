/* test-rules-household.c - several families of one person, linked families, moving to another lounge */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "club.h"
#include "dov-attendance.h"
#include "dov-family-link.h"
#include "dov-family-member.h"
#include "dov-family-move.h"
#include "dov-family.h"
#include "dov-household.h"
#include "dov-lounge.h"
#include "dov-person.h"
#include "dov-rules.h"

typedef struct
{
  Club   club;
  gint64 elkin;
  gint64 koshcheev;
  gint64 artem;
} Ground;

static void
set_up (Ground        *ground,
        gconstpointer  data)
{
  club_open (&ground->club);
  dov_rules_install (ground->club.store);
  ground->elkin = club_add_family (&ground->club, "Ёлкины");
  ground->koshcheev = club_add_family (&ground->club, "Кощеевы");
  ground->artem = club_add_person (&ground->club, "Ёлкин", "Артём");
}

static void
tear_down (Ground        *ground,
           gconstpointer  data)
{
  club_close (&ground->club);
}

static DovRecord *
member_new (Ground     *ground,
            gint64      family,
            gboolean    is_primary,
            const char *since,
            const char *until)
{
  DovRecord *record = dov_record_new (DOV_TYPE_FAMILY_MEMBER, 0);
  DovFamilyMember *member = DOV_FAMILY_MEMBER (record);
  g_autoptr (GDate) first = NULL;
  g_autoptr (GDate) last = NULL;

  dov_date_from_iso (since, &first);
  dov_date_from_iso (until, &last);
  dov_set (member, family_id, family);
  dov_set (member, person_id, ground->artem);
  dov_set (member, kinship, DOV_KINSHIP_CHILD);
  dov_set (member, is_primary, is_primary);
  dov_set (member, since, first);
  dov_set (member, until, last);

  return record;
}

/* The other membership is primary from 1 March to 31 May 2027. */
static void
test_primary (Ground        *ground,
              gconstpointer  data)
{
  static const struct
  {
    const char *since;
    const char *until;
    gboolean    is_primary;
    gboolean    is_taken;
  } cases[] = {
    { "", "", TRUE, FALSE },
    { "", "", FALSE, TRUE },
    { "2026-04-01", "", TRUE, FALSE },
    { "", "2026-03-02", TRUE, FALSE },
    { "2026-06-01", "", TRUE, TRUE },
    { "2026-05-31", "", TRUE, TRUE },
    { "2025-01-01", "2026-03-01", TRUE, TRUE },
    { "2026-03-15", "2026-04-15", TRUE, FALSE },
    { "2026-03-15", "2026-04-15", FALSE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DovRecord) first = member_new (ground, ground->elkin, TRUE, "2026-03-01", "2026-05-31");
      g_autoptr (DovRecord) other = member_new (ground, ground->koshcheev, cases[i].is_primary, cases[i].since,
                                                cases[i].until);
      g_autoptr (GError) error = NULL;
      gboolean is_taken;

      g_assert_true (dov_store_save (ground->club.store, first, NULL));
      is_taken = dov_store_save (ground->club.store, other, &error);
      g_assert_cmpint (is_taken, ==, cases[i].is_taken);
      if (!is_taken)
        g_assert_nonnull (strstr (error->message, "Ёлкины"));
      else
        g_assert_true (dov_store_undo (ground->club.store, dov_store_get_last_operation (ground->club.store), NULL));
      g_assert_true (dov_store_undo (ground->club.store, 
                                     dov_store_find_undoable (ground->club.store), NULL));
    }
}

static gboolean
save_link (Ground *ground,
           gint64  family,
           gint64  other)
{
  g_autoptr (DovRecord) record = dov_record_new (DOV_TYPE_FAMILY_LINK, 0);

  dov_set (DOV_FAMILY_LINK (record), family_id, family);
  dov_set (DOV_FAMILY_LINK (record), other_id, other);
  dov_set (DOV_FAMILY_LINK (record), kind, DOV_FAMILY_LINK_KIND_FORMER);

  return dov_store_save (ground->club.store, record, NULL);
}

static void
test_kin (Ground        *ground,
          gconstpointer  data)
{
  g_autoptr (DovRecord) here = member_new (ground, ground->elkin, TRUE, "", "");
  g_autoptr (DovRecord) there = member_new (ground, ground->koshcheev, FALSE, "", "");
  g_autoptr (GPtrArray) none = dov_household_list_kin (ground->club.store, ground->elkin);
  g_autoptr (GPtrArray) shared = NULL;
  g_autoptr (GPtrArray) both = NULL;
  gint64 third = club_add_family (&ground->club, "Пестовы");

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (dov_store_save (ground->club.store, here, NULL));
  g_assert_true (dov_store_save (ground->club.store, there, NULL));
  shared = dov_household_list_kin (ground->club.store, ground->elkin);
  g_assert_cmpuint (shared->len, ==, 1);
  g_assert_cmpint (((DovKin *) shared->pdata[0])->family, ==, ground->koshcheev);
  g_assert_nonnull (strstr (((DovKin *) shared->pdata[0])->words, "Артём"));

  g_assert_false (save_link (ground, ground->elkin, ground->elkin));
  g_assert_true (save_link (ground, third, ground->elkin));
  g_assert_false (save_link (ground, ground->elkin, third));
  both = dov_household_list_kin (ground->club.store, ground->elkin);
  g_assert_cmpuint (both->len, ==, 2);
  g_assert_cmpint (((DovKin *) both->pdata[1])->family, ==, third);
  g_assert_cmpint (((DovKin *) both->pdata[1])->link, !=, 0);
}

static gint64
add_lounge (Ground     *ground,
            const char *name)
{
  g_autoptr (DovRecord) lounge = dov_store_find (ground->club.store, DOV_TYPE_LOUNGE, ground->club.lounge, NULL);
  g_autoptr (DovRecord) other = dov_record_new (DOV_TYPE_LOUNGE, 0);

  dov_set (DOV_LOUNGE (other), name, name);
  dov_set (DOV_LOUNGE (other), settlement_id, DOV_LOUNGE (lounge)->settlement_id);
  dov_set (DOV_LOUNGE (other), host_institution_id, DOV_LOUNGE (lounge)->host_institution_id);
  dov_set (DOV_LOUNGE (other), address, "ул. Новая, 1");
  dov_set (DOV_LOUNGE (other), opened_on, DOV_LOUNGE (lounge)->opened_on);
  dov_set (DOV_LOUNGE (other), manager_id, DOV_LOUNGE (lounge)->manager_id);

  return club_save (&ground->club, other);
}

/* It takes the next number there, all goes with it, and one undo brings it back. */
static void
test_move (Ground        *ground,
           gconstpointer  data)
{
  DovStore *store = ground->club.store;
  gint64 other = add_lounge (ground, "Новый Бурец");
  g_autoptr (DovRecord) move = dov_household_new_move (store, ground->elkin);
  g_autofree char *number = club_read (&ground->club, DOV_TYPE_FAMILY, ground->elkin, "case_no");
  g_autofree char *there = NULL;
  g_autofree char *back = NULL;
  g_autoptr (DovRecord) family = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (dov_household_move (store, move, &error));   /* where to, and why */
  g_clear_error (&error);
  dov_set (DOV_FAMILY_MOVE (move), to_lounge_id, ground->club.lounge);
  dov_set (DOV_FAMILY_MOVE (move), reason, "Переезд");
  g_assert_false (dov_household_move (store, move, &error));   /* it is there already */
  g_clear_error (&error);
  g_assert_cmpint (dov_store_count (store, DOV_TYPE_FAMILY_MOVE, NULL, NULL), ==, 0);

  dov_set (DOV_FAMILY_MOVE (move), to_lounge_id, other);
  dov_set (DOV_FAMILY_MOVE (move), address, "с. Новый Бурец, ул. Новая, 3");
  g_assert_true (dov_household_move (store, move, &error));
  g_assert_no_error (error);
  family = dov_store_find (store, DOV_TYPE_FAMILY, ground->elkin, NULL);
  g_assert_cmpint (DOV_FAMILY (family)->lounge_id, ==, other);
  g_assert_cmpstr (DOV_FAMILY (family)->address, ==, "с. Новый Бурец, ул. Новая, 3");
  there = g_strdup (DOV_FAMILY (family)->case_no);
  g_assert_cmpstr (there, !=, number);
  g_assert_cmpstr (DOV_FAMILY_MOVE (move)->from_case_no, ==, number);
  g_assert_cmpstr (DOV_FAMILY_MOVE (move)->to_case_no, ==, there);

  g_assert_true (dov_store_undo (store, dov_store_get_last_operation (store), NULL));
  back = club_read (&ground->club, DOV_TYPE_FAMILY, ground->elkin, "case_no");
  g_assert_cmpstr (back, ==, number);
  g_assert_cmpint (dov_store_count (store, DOV_TYPE_FAMILY_MOVE, NULL, NULL), ==, 0);
}

/* A visit counts for the family to which the person belonged on that day. */
static void
test_visits (Ground        *ground,
             gconstpointer  data)
{
  DovStore *store = ground->club.store;
  g_autoptr (DovRecord) before = member_new (ground, ground->koshcheev, FALSE, "2026-01-01", "2027-01-31");
  g_autoptr (DovRecord) now = member_new (ground, ground->elkin, TRUE, "2027-02-01", "");
  g_autofree char *person = g_strdup_printf ("%" G_GINT64_FORMAT, ground->artem);
  static const struct { const char *at, *status; } events[] = {
    { "2027-01-31T15:00", "checked_in" }, { "2027-02-01T15:00", "walk_in" }, { "2027-02-10T15:00", "registered" },
    { "2027-02-20T15:00", "checked_in" },
  };
  g_autoptr (GPtrArray) visits = NULL;
  g_autoptr (GPtrArray) earlier = NULL;
  g_autoptr (GPtrArray) last = NULL;

  g_assert_true (dov_store_save (store, before, NULL));
  g_assert_true (dov_store_save (store, now, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_autofree char *event = g_strdup_printf ("%" G_GINT64_FORMAT, club_add_event (&ground->club, events[i].at, events[i].at));

      club_add (&ground->club, DOV_TYPE_ATTENDANCE, "event_id", event, "person_id", person, "status", events[i].status,
                "role", "guest", NULL);
    }

  visits = dov_household_list_visits (store, ground->elkin, 10);
  g_assert_cmpuint (visits->len, ==, 2);
  g_assert_cmpstr (((DovHouseholdVisit *) visits->pdata[0])->title, ==, events[3].at);
  g_assert_cmpstr (((DovHouseholdVisit *) visits->pdata[1])->title, ==, events[1].at);
  g_assert_cmpstr (((DovHouseholdVisit *) visits->pdata[1])->who, ==, "Артём");
  g_assert_cmpuint (g_date_get_day (&((DovHouseholdVisit *) visits->pdata[1])->day), ==, 1);
  earlier = dov_household_list_visits (store, ground->koshcheev, 10);
  g_assert_cmpuint (earlier->len, ==, 1);
  g_assert_cmpstr (((DovHouseholdVisit *) earlier->pdata[0])->title, ==, events[0].at);
  last = dov_household_list_visits (store, ground->elkin, 1);
  g_assert_cmpuint (last->len, ==, 1);
}

static void
test_words (Ground        *ground,
            gconstpointer  data)
{
  static const struct { const char *born; gint64 year; const char *words; } ages[] = {
    { "2015-03-05", DOV_UNKNOWN, "12 years old" }, { "2015-03-06", DOV_UNKNOWN, "11 years old" },
    { "2026-11-05", DOV_UNKNOWN, "3 mo." }, { "2027-03-05", DOV_UNKNOWN, "0 mo." }, { "", 1987, "about 40 years" },
    { "", DOV_UNKNOWN, "—" },
  };
  static const struct { DovSex sex; const char *words; } kin[] = {
    { DOV_SEX_MALE, "son" }, { DOV_SEX_FEMALE, "daughter" }, { 0, "child" },
  };
  DovStore *store = ground->club.store;
  g_autoptr (DovRecord) gone = member_new (ground, ground->elkin, FALSE, "2026-01-01", "2027-03-04");
  g_autoptr (DovRecord) apart = member_new (ground, ground->koshcheev, FALSE, "2026-01-01", "");
  g_autofree char *none = NULL;
  g_autofree char *one = NULL;
  GDate today = dov_today ();

  for (guint i = 0; i < G_N_ELEMENTS (ages); i++)
    {
      g_autoptr (DovPerson) person = DOV_PERSON (dov_record_new (DOV_TYPE_PERSON, 0));
      g_autoptr (GDate) born = NULL;
      g_autofree char *words = NULL;

      dov_date_from_iso (ages[i].born, &born);
      dov_set (person, birth_date, born);
      dov_set (person, birth_year, ages[i].year);
      words = dov_person_dup_age (person, &today);
      g_assert_cmpstr (words, ==, ages[i].words);
    }
  for (guint i = 0; i < G_N_ELEMENTS (kin); i++)
    {
      g_autoptr (DovPerson) person = DOV_PERSON (dov_record_new (DOV_TYPE_PERSON, 0));
      g_autofree char *words = NULL;

      dov_set (person, sex, kin[i].sex);
      words = dov_family_member_dup_kinship (DOV_FAMILY_MEMBER (gone), person);
      g_assert_cmpstr (words, ==, kin[i].words);
    }

  dov_set (DOV_FAMILY_MEMBER (apart), lives_together, FALSE);
  g_assert_true (dov_store_save (store, gone, NULL));
  g_assert_true (dov_store_save (store, apart, NULL));
  none = dov_household_count_words (store, ground->elkin);
  g_assert_cmpstr (none, ==, "");
  one = dov_household_count_words (store, ground->koshcheev);
  g_assert_cmpstr (one, ==, "1 apart");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/rules/household/primary", Ground, NULL, set_up, test_primary, tear_down);
  g_test_add ("/rules/household/kin", Ground, NULL, set_up, test_kin, tear_down);
  g_test_add ("/rules/household/move", Ground, NULL, set_up, test_move, tear_down);
  g_test_add ("/rules/household/visits", Ground, NULL, set_up, test_visits, tear_down);
  g_test_add ("/rules/household/words", Ground, NULL, set_up, test_words, tear_down);

  return g_test_run ();
}
