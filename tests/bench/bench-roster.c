/* bench-roster.c - a roster of a year for five patrols: proposed, saved, looked over for clashes, against ten times the past */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-patrol-route.h"
#include "dov-patrol.h"
#include "dov-person.h"
#include "dov-roster-plan.h"
#include "dov-roster.h"
#include "dov-rules.h"

#include <glib/gstdio.h>
#include <stdio.h>

#define N_PATROLS 5
#define N_MEMBERS 8

static gint64
save (DovStore  *store,
      DovRecord *record)
{
  g_autoptr (GError) error = NULL;

  if (!dov_store_save (store, record, &error))
    g_error ("%s", error->message);

  return dov_record_get_id (record);
}

static gint64
make_patrol (DovStore *store,
             guint     number)
{
  g_autoptr (DovRecord) patrol = dov_record_new (DOV_TYPE_PATROL, 0);
  g_autoptr (DovRecord) route = dov_record_new (DOV_TYPE_PATROL_ROUTE, 0);
  g_autofree char *name = g_strdup_printf ("Патруль %u", number);
  GDate born, since, briefed = dov_today ();

  g_date_set_dmy (&born, 5, G_DATE_MAY, 1980);
  g_date_set_dmy (&since, 1, G_DATE_JANUARY, 2015);
  dov_set (DOV_PATROL (patrol), name, name);
  dov_set (DOV_PATROL (patrol), settlement_id, (gint64) 11 + number);
  save (store, patrol);
  dov_set (DOV_PATROL_ROUTE (route), name, "Центр");
  dov_set (DOV_PATROL_ROUTE (route), patrol_id, dov_record_get_id (patrol));
  save (store, route);
  for (guint i = 0; i < N_MEMBERS; i++)
    {
      g_autoptr (DovRecord) person = dov_record_new (DOV_TYPE_PERSON, 0);
      g_autoptr (DovRecord) member = dov_record_new (DOV_TYPE_PATROL_MEMBER, 0);
      g_autofree char *last_name = g_strdup_printf ("Патрульный%.*s", (int) (number * 2 + 2), "аааааааааа");
      g_autofree char *first_name = g_strdup_printf ("Имя%.*s", (int) (i * 2 + 2), "бббббббббббббббб");

      dov_set (DOV_PERSON (person), last_name, last_name);
      dov_set (DOV_PERSON (person), first_name, first_name);
      dov_set (DOV_PERSON (person), no_patronymic, TRUE);
      dov_set (DOV_PERSON (person), birth_date, &born);
      dov_store_accept_all (store, NULL);
      dov_set (DOV_PATROL_MEMBER (member), person_id, save (store, person));
      dov_set (DOV_PATROL_MEMBER (member), patrol_id, dov_record_get_id (patrol));
      dov_set (DOV_PATROL_MEMBER (member), kind, DOV_PATROL_MEMBER_KIND_PUBLIC);
      dov_set (DOV_PATROL_MEMBER (member), may_lead, i < 3);
      dov_set (DOV_PATROL_MEMBER (member), since, &since);
      dov_set (DOV_PATROL_MEMBER (member), instructed_on, &briefed);
      save (store, member);
    }

  return dov_record_get_id (patrol);
}

static double
passed (gint64 started)
{
  return (g_get_monotonic_time () - started) / 1000.0;
}

/* Fridays and Saturdays of one year for all patrols. */
static void
measure (DovStore     *store,
         const gint64 *patrols,
         int           year,
         gboolean      tells)
{
  double proposing = 0, saving = 0, clashing = 0, counting = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) clashes = NULL;
  GDate since, until;
  guint n_shifts = 0;
  gint64 started;

  g_date_clear (&since, 1);
  g_date_clear (&until, 1);
  g_date_set_dmy (&since, 1, G_DATE_JANUARY, (GDateYear) year);
  g_date_set_dmy (&until, 31, G_DATE_DECEMBER, (GDateYear) year);
  for (guint i = 0; i < N_PATROLS; i++)
    {
      DovRosterPattern pattern = { .patrol_id = patrols[i], .since = since, .until = until, .weekdays = 0x30,
                                   .starts = 22 * 60 + 30, .ends = 30, .n_people = 2 };
      g_autoptr (DovRosterProposal) proposal = NULL;

      started = g_get_monotonic_time ();
      proposal = dov_roster_propose (store, &pattern, &error);
      g_assert_no_error (error);
      proposing += passed (started);
      n_shifts += proposal->n_new;
      started = g_get_monotonic_time ();
      dov_store_accept_all (store, NULL);
      dov_roster_save (store, proposal, &error);
      g_assert_no_error (error);
      saving += passed (started);
    }
  started = g_get_monotonic_time ();
  clashes = dov_roster_list_clashes (store, 0, &since, &until);
  g_assert_no_error (error);
  clashing = passed (started);
  started = g_get_monotonic_time ();
  g_array_unref (dov_roster_count_shares (store, 0, &since, &until));
  counting = passed (started);
  if (tells)
    printf ("%d: %u shifts proposed in %.1f ms, saved in %.1f ms (%.2f ms a shift), %u clashes listed in %.1f ms, "
            "shares counted in %.1f ms\n", year, n_shifts, proposing, saving, saving / n_shifts, clashes->len, clashing,
            counting);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("doverie-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "roster.doverie", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DovStore) store = dov_store_open (path, DOV_STORE_CREATE, &error);
  gint64 patrols[N_PATROLS];

  g_assert_no_error (error);
  dov_rules_install (store);
  for (guint i = 0; i < N_PATROLS; i++)
    patrols[i] = make_patrol (store, i);

  /* The first year, then the tenth, with nine years behind it. */
  for (int year = 2018; year <= 2027; year++)
    measure (store, patrols, year, year == 2018 || year == 2027);
  g_clear_object (&store);
  (void) g_unlink (path);

  return 0;
}
