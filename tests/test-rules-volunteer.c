/* test-rules-volunteer.c - W1 to W5: volunteers, the consent of parents, hours */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event.h"
#include "dov-parts.h"
#include "dov-person.h"
#include "dov-rules.h"
#include "dov-volunteer-hours.h"
#include "dov-volunteer.h"
#include "verdict.h"

/* Today is 5 March 2027. */

static char *
write_id (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static void
open_club (Club *club)
{
  club_open (club);
  dov_rules_install (club->store);
}

static DovRecord *
new_volunteer (Club       *club,
               const char *born,
               const char *kind)
{
  static guint n_people;
  g_autofree char *last_name = g_strdup_printf ("Зуев%.*s", (int) (2 * (++n_people % 12)), "аабабаабабабаааабббааааб");
  g_autofree char *person = write_id (club_add (club, DOV_TYPE_PERSON, "last_name", last_name, "first_name", "Ян",
                                                "birth_date", born, NULL));
  g_autofree char *lounge = write_id (club->lounge);

  return club_new (club, DOV_TYPE_VOLUNTEER, "person_id", person, "lounge_id", lounge, "kind", kind,
                   "since", "2027-01-11", NULL);
}

static DovRecord *
new_hours (Club       *club,
           gint64      volunteer,
           const char *date,
           const char *hours)
{
  g_autofree char *id = write_id (volunteer);

  return club_new (club, DOV_TYPE_VOLUNTEER_HOURS, "volunteer_id", id, "date", date, "hours", hours, NULL);
}

static void
test_consent (void)
{
  static const struct
  {
    const char *born;
    const char *kind;
    const char *consent;
    const char *verdict;
  } cases[] = {
    { "2013-01-12", "general", "", "W1?" },      /* 13 */
    { "2013-01-12", "general", "2027-01-09", "W1?" },
    { "2013-01-11", "young", "", "W1?" },        /* 14 on that day */
    { "2013-01-11", "young", "2027-01-09", NULL },
    { "2009-01-12", "general", "", "W1?" },      /* 17 */
    { "2009-01-11", "general", "", NULL },       /* 18 */
    { "", "young", "", "W1?" },
    { "", "general", "", NULL },
    { "2009-01-12", "general", "2027-03-06", "V5" },
    { "1991-01-11", "young", "", "W2?" },        /* 36 */
    { "1991-01-12", "young", "", NULL },
    { "1977-01-12", "silver", "", "W2?" },       /* 49 */
    { "1977-01-11", "silver", "", NULL },
    { "1990-01-11", "corporate", "", "W2" },
  };
  Club club;

  open_club (&club);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DovRecord) volunteer = new_volunteer (&club, cases[i].born, cases[i].kind);

      g_test_message ("case %u", i);
      club_fill (volunteer, "parent_consent_on", cases[i].consent, NULL);
      verdict_save (&club, volunteer, cases[i].verdict);
    }
  club_close (&club);
}

static void
test_once (void)
{
  Club club;
  g_autoptr (DovRecord) first = NULL;
  g_autoptr (DovRecord) second = NULL;
  gint64 leaving = 0;

  open_club (&club);
  first = new_volunteer (&club, "1990-04-01", "general");
  club_save (&club, first);
  second = dov_record_new (DOV_TYPE_VOLUNTEER, 0);
  dov_record_assign (second, first);
  dov_record_give_id (second, 0);
  club_fill (second, "since", "2027-02-20", NULL);
  verdict_save (&club, second, "W2");
  verdict_change (&club, DOV_TYPE_VOLUNTEER, dov_record_get_id (first), "until", "2027-02-20", NULL);
  verdict_save (&club, second, "W2");
  verdict_change (&club, DOV_TYPE_VOLUNTEER, dov_record_get_id (first), "until", "2027-02-19", NULL);
  leaving = dov_store_get_last_operation (club.store);
  verdict_save (&club, second, NULL);
  verdict_undo (&club, leaving, "W2");
  club_close (&club);
}

static void
test_hours (void)
{
  static const struct
  {
    const char *date;
    const char *hours;
    const char *verdict;
  } cases[] = {
    /* A volunteer from 11 January to 28 February 2027. */
    { "2027-01-10", "2", "W3" },
    { "2027-01-11", "2", NULL },
    { "2027-02-28", "2.5", NULL },
    { "2027-03-01", "2", "W3" },
    { "2027-03-06", "2", "W3" },
    { "2027-01-12", "0", "V6" },
    { "2027-01-12", "-1", "V6" },
    { "2027-01-12", "24.25", "W3" },
    { "2027-01-12", "20", NULL },
    { "2027-01-12", "4.25", "W3" },
    { "2027-01-12", "4", NULL },
    { "2027-01-12", "0.25", "W3" },
  };
  Club club;
  g_autoptr (DovRecord) volunteer = NULL;
  gint64 id = 0, kept = 0, removal = 0;

  open_club (&club);
  volunteer = new_volunteer (&club, "1990-04-01", "general");
  club_fill (volunteer, "until", "2027-02-28", NULL);
  id = club_save (&club, volunteer);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DovRecord) hours = new_hours (&club, id, cases[i].date, cases[i].hours);

      g_test_message ("case %u", i);
      verdict_save (&club, hours, cases[i].verdict);
      if (cases[i].verdict == NULL)
        kept = dov_record_get_id (hours);
    }

  /* The day is full again when a removal is undone. */
  verdict_remove (&club, DOV_TYPE_VOLUNTEER_HOURS, kept, NULL);
  removal = dov_store_get_last_operation (club.store);
  {
    g_autoptr (DovRecord) instead = new_hours (&club, id, "2027-01-12", "1");

    club_save (&club, instead);
  }
  verdict_undo (&club, removal, "W3");
  verdict_restore (&club, DOV_TYPE_VOLUNTEER_HOURS, kept, "W3");

  /* The card is changed around the hours. */
  verdict_change (&club, DOV_TYPE_VOLUNTEER, id, "until", "2027-02-27", "W3");
  verdict_change (&club, DOV_TYPE_VOLUNTEER, id, "since", "2027-01-12", "W3");
  verdict_change (&club, DOV_TYPE_VOLUNTEER, id, "until", "", NULL);
  club_close (&club);
}

static void
test_minor (void)
{
  Club club;
  g_autoptr (DovRecord) volunteer = NULL;
  g_autoptr (DovRecord) early = NULL;
  g_autoptr (DovRecord) right = NULL;
  g_autoptr (DovRecord) whole = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0, consent = 0;

  open_club (&club);
  volunteer = new_volunteer (&club, "2011-04-01", "young");
  dov_store_accept (club.store, "W1", "принесёт согласие завтра");
  id = club_save (&club, volunteer);
  early = new_hours (&club, id, "2027-02-08", "2");
  verdict_save (&club, early, "W4");
  verdict_change (&club, DOV_TYPE_VOLUNTEER, id, "parent_consent_on", "2027-02-09", NULL);
  consent = dov_store_get_last_operation (club.store);
  verdict_save (&club, early, "W4");
  right = new_hours (&club, id, "2027-02-09", "2");
  verdict_save (&club, right, NULL);
  verdict_undo (&club, consent, "W4");
  dov_store_accept (club.store, "W1", "потеряли");
  verdict_change (&club, DOV_TYPE_VOLUNTEER, id, "parent_consent_on", "", "W4");
  verdict_change (&club, DOV_TYPE_VOLUNTEER, id, "parent_consent_on", "2027-02-10", "W4");

  whole = dov_store_find (club.store, DOV_TYPE_VOLUNTEER, id, NULL);
  g_assert_true (dov_parts_remove (club.store, whole, &error));
  g_assert_no_error (error);
  g_assert_cmpint (dov_store_count (club.store, DOV_TYPE_VOLUNTEER_HOURS, NULL, NULL), ==, 0);
  verdict_undo (&club, dov_store_get_last_operation (club.store), NULL);
  g_assert_cmpint (dov_store_count (club.store, DOV_TYPE_VOLUNTEER_HOURS, NULL, NULL), ==, 1);
  club_close (&club);
}

static void
test_event (void)
{
  Club club;
  g_autoptr (DovRecord) volunteer = NULL;
  g_autoptr (DovRecord) hours = NULL;
  g_autoptr (DovRecord) again = NULL;
  g_autoptr (DovRecord) off = NULL;
  g_autofree char *event = NULL;
  gint64 id = 0, event_id = 0;

  open_club (&club);
  volunteer = new_volunteer (&club, "1990-04-01", "general");
  id = club_save (&club, volunteer);
  event_id = club_add_event (&club, "Ёлка", "2027-02-01T15:00");
  event = write_id (event_id);
  hours = new_hours (&club, id, "2027-02-02", "2");
  club_fill (hours, "event_id", event, NULL);
  verdict_save (&club, hours, "W5?");
  club_fill (hours, "date", "2027-02-01", NULL);
  verdict_save (&club, hours, NULL);
  again = new_hours (&club, id, "2027-02-01", "1");
  club_fill (again, "event_id", event, NULL);
  verdict_save (&club, again, "W5?");

  off = dov_store_find (club.store, DOV_TYPE_EVENT, club_add_event (&club, "Поход", "2027-02-03T15:00"), NULL);
  {
    g_autoptr (DovRecord) draft = dov_record_dup (off);
    g_autofree char *off_id = write_id (dov_record_get_id (off));

    club_fill (draft, "status", "cancelled", "status_reason", "мороз", NULL);
    club_save (&club, draft);
    club_fill (again, "event_id", off_id, "date", "2027-02-03", NULL);
  }
  verdict_save (&club, again, "W5");
  club_close (&club);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/W1/W2/consent", test_consent);
  g_test_add_func ("/rules/W2/once", test_once);
  g_test_add_func ("/rules/W3/hours", test_hours);
  g_test_add_func ("/rules/W4/minor", test_minor);
  g_test_add_func ("/rules/W5/event", test_event);

  return g_test_run ();
}
