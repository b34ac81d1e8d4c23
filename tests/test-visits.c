/* test-visits.c - visits, events and people are counted each for itself (N12) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "club.h"

#include "dov-attendance.h"
#include "dov-event-series.h"
#include "dov-event.h"
#include "dov-family-member.h"
#include "dov-rules.h"
#include "dov-visits.h"

static char *
write_id (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static void
come (Club       *club,
      gint64      event,
      gint64      person,
      const char *status,
      const char *role)
{
  g_autofree char *event_id = write_id (event);
  g_autofree char *person_id = write_id (person);

  club_add (club, DOV_TYPE_ATTENDANCE, "event_id", event_id, "person_id", person_id, "status", status, "role", role, NULL);
}

static void
join (Club       *club,
      gint64      family,
      gint64      person,
      const char *until)
{
  g_autofree char *family_id = write_id (family);
  g_autofree char *person_id = write_id (person);

  club_add (club, DOV_TYPE_FAMILY_MEMBER, "family_id", family_id, "person_id", person_id, "kinship", "other",
            "until", until, NULL);
}

static void
test_visits (void)
{
  static const char *const days[] = { "2027-01-05", "2027-01-12", "2027-01-19", "2027-01-26", "2027-02-02", "2027-02-09" };
  Club club = { 0 };
  gint64 events[G_N_ELEMENTS (days)], mother, child, gone, family;
  g_autofree char *series = NULL;
  g_autofree char *lounge = NULL;
  g_autoptr (DovVisits) of_family = NULL;
  g_autoptr (DovVisits) of_child = NULL;
  g_autoptr (DovVisits) of_gone = NULL;
  g_autoptr (GError) error = NULL;
  const DovVisitsOfSeries *one;

  club_open (&club);
  lounge = write_id (club.lounge);
  series = write_id (club_add (&club, DOV_TYPE_EVENT_SERIES, "title", "Семейный кинозал", "lounge_id", lounge, NULL));
  mother = club_add_person (&club, "Ёлкина", "Анна");
  child = club_add_person (&club, "Ёлкин", "Пётр");
  gone = club_add_person (&club, "Ёлкин", "Олег");
  family = club_add_family (&club, "Ёлкины");
  join (&club, family, mother, "");
  join (&club, family, child, "");
  join (&club, family, gone, "2027-01-15");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *at = g_strconcat (days[i], "T18:00", NULL);

      events[i] = club_add_event (&club, "Кино", at);
      club_change (&club, DOV_TYPE_EVENT, events[i], "series_id", series);
      club_change (&club, DOV_TYPE_EVENT, events[i], "registration", i < 4 ? "1" : "0");
      club_change (&club, DOV_TYPE_EVENT, events[i], "status", "held");
    }
  come (&club, events[1], mother, "checked_in", "parent");
  come (&club, events[1], child, "checked_in", "guest");
  come (&club, events[1], gone, "walk_in", "guest");
  come (&club, events[2], child, "no_show", "guest");
  come (&club, events[2], gone, "checked_in", "guest");      /* is of the family no more */
  come (&club, events[3], child, "registered", "guest");     /* put down and never marked */
  come (&club, events[3], mother, "checked_in", "organiser"); /* works there: no visit */
  come (&club, events[4], child, "checked_in", "guest");
  come (&club, events[5], child, "cancelled", "guest");

  of_family = dov_visits_of_family (club.store, family, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (of_family->n_visits, ==, 4);
  g_assert_cmpuint (of_family->marks->len, ==, 4);
  g_assert_cmpuint (of_family->events->len, ==, 2);
  g_assert_cmpuint (of_family->people->len, ==, 3);
  g_assert_cmpuint (of_family->n_registered, ==, 5);
  g_assert_cmpuint (of_family->n_registered_came, ==, 3);

  of_child = dov_visits_of_person (club.store, child, &error);
  g_assert_cmpuint (of_child->n_visits, ==, 2);
  g_assert_cmpuint (of_child->people->len, ==, 1);
  g_assert_cmpuint (of_child->n_registered, ==, 3);
  g_assert_cmpuint (of_child->n_registered_came, ==, 1);
  g_assert_cmpuint (of_child->series->len, ==, 1);
  one = of_child->series->pdata[0];
  g_assert_cmpuint (one->events->len, ==, 2);
  g_assert_cmpuint (one->n_held, ==, 5);   /* since 12 January, not the one before */
  g_assert_cmpint (g_date_get_day (&one->since), ==, 12);

  of_gone = dov_visits_of_person (club.store, gone, &error);
  g_assert_cmpuint (of_gone->n_visits, ==, 2);
  club_close (&club);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/N12/visits", test_visits);

  return g_test_run ();
}
