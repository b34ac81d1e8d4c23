/* dov-patrol-words.c - how shifts, hours and members are said on the screens of the patrol */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-patrol-words.h"

#include <glib/gi18n.h>

#include "dov-join.h"
#include "dov-name.h"
#include "dov-number.h"
#include "dov-patrol-member.h"

/**
 * dov_patrol_dup_span:
 * @ends_at: (nullable): on the next day it is shown as it is, midnight as 24:00
 *
 * Returns: (transfer full): “20:00–22:00”
 */
char *
dov_patrol_dup_span (GDateTime *starts_at,
                     GDateTime *ends_at)
{
  g_autofree char *from = dov_time_to_shown (dov_moment_get_time (starts_at));
  g_autofree char *to = NULL;

  if (ends_at == NULL)
    return g_steal_pointer (&from);

  to = dov_moment_get_time (ends_at) == 0 ? g_strdup ("24:00") : dov_time_to_shown (dov_moment_get_time (ends_at));

  return g_strdup_printf ("%s–%s", from, to);
}

/* “Sa 20 March”. */
char *
dov_patrol_dup_day (const GDate *date)
{
  /* Translators: %1$s is a short weekday, %2$d a day, %3$s a month */
  return g_strdup_printf (_("%1$s %2$d %3$s"), dov_weekday_short (g_date_get_weekday (date)), g_date_get_day (date),
                          dov_month_name_of (g_date_get_month (date)));
}

/* “Saturday 20 March”. */
char *
dov_patrol_dup_long_day (const GDate *date)
{
  /* Translators: %1$s is a short weekday, %2$d a day, %3$s a month */
  return g_strdup_printf (_("%1$s %2$d %3$s"), dov_weekday_name (g_date_get_weekday (date)), g_date_get_day (date),
                          dov_month_name_of (g_date_get_month (date)));
}

/* “2 h 15 min”. */
static char *
dup_length (gint64 minutes)
{
  int hours = (int) (minutes / 60), rest = (int) (minutes % 60);

  if (hours == 0)
    /* Translators: minutes, short */
    return g_strdup_printf (_("%d min"), rest);
  if (rest == 0)
    /* Translators: hours, short */
    return g_strdup_printf (_("%d h"), hours);

  /* Translators: hours and minutes, short */
  return g_strdup_printf (_("%1$d h %2$d min"), hours, rest);
}

/* Hours with their quarters: “6,75”. */
char *
dov_patrol_dup_hours (gint64 minutes)
{
  return dov_quantity_to_shown ((minutes * 100 + 30) / 60 * 10);
}

/**
 * dov_patrol_dup_spent:
 * @minutes: how long the walk was
 * @n_people: who came
 * @person_minutes: what they spent together
 *
 * Returns: (transfer full): “2 h 15 min × 3 = 6,75 person-hours”, or the sum
 *   alone where somebody came later or left earlier
 */
char *
dov_patrol_dup_spent (gint64 minutes,
                      guint  n_people,
                      gint64 person_minutes)
{
  g_autofree char *length = dup_length (minutes);
  g_autofree char *hours = dov_patrol_dup_hours (person_minutes);

  if (n_people == 0)
    return g_strdup_printf (_("%s, nobody is marked yet"), length);
  if (minutes * n_people != person_minutes)
    /* Translators: %1$s is the length of a walk, %2$s hours of all who came, each their own */
    return g_strdup_printf (_("%1$s, together %2$s person-hours"), length, hours);

  /* Translators: %1$s is the length of a walk, %2$u people, %3$s hours */
  return g_strdup_printf (_("%1$s × %2$u = %3$s person-hours"), length, n_people, hours);
}

char *
dov_patrol_dup_people (gint64 n)
{
  g_autofree char *number = dov_number_to_shown (n);

  return g_strdup_printf (ngettext ("%s person", "%s people", (gulong) n), number);
}

char *
dov_patrol_dup_shifts (gint64 n)
{
  g_autofree char *number = dov_number_to_shown (n);

  return g_strdup_printf (ngettext ("%s shift", "%s shifts", (gulong) n), number);
}

static DovPerson *
find_person (DovStore *store,
             gint64    member)
{
  g_autoptr (DovRecord) record = dov_store_look_up (store, DOV_TYPE_PATROL_MEMBER, member);

  return dov_store_follow (store, record, "person_id");
}

/* “Pestov D. K.”. */
char *
dov_patrol_dup_member (DovStore *store,
                       gint64    member)
{
  g_autoptr (DovPerson) person = find_person (store, member);

  return person != NULL ? dov_name_short (person->last_name, person->first_name, person->patronymic) : g_strdup ("");
}

char *
dov_patrol_dup_member_full (DovStore *store,
                            gint64    member)
{
  g_autoptr (DovPerson) person = find_person (store, member);

  return person != NULL ? dov_person_dup_name (person) : g_strdup ("");
}

/* “13 years old, told by the child”, “looks 10 years old”. */
static char *
dup_age (DovPatrolFinding *finding)
{
  if (finding->age_known != DOV_UNKNOWN)
    return g_strdup_printf (ngettext ("%d year old", "%d years old", (gulong) finding->age_known),
                            (int) finding->age_known);
  if (finding->age_apparent != DOV_UNKNOWN)
    return g_strdup_printf (ngettext ("looks %d year old", "looks %d years old", (gulong) finding->age_apparent),
                            (int) finding->age_apparent);

  return g_strdup ("");
}

/**
 * dov_patrol_dup_child:
 * @in_full: with the whole name and the description, not only what fits a line
 *
 * Returns: (transfer full): who was met, as the patrol knows it; empty when
 *   nothing is written
 */
char *
dov_patrol_dup_child (DovStore         *store,
                      DovPatrolFinding *finding,
                      gboolean          in_full)
{
  g_autoptr (DovPerson) person = dov_store_follow (store, finding, "person_id");
  g_autofree char *age = dup_age (finding);
  g_autofree char *name = person == NULL ? g_strdup (finding->described_as) :
    in_full ? dov_person_dup_name (person) : dov_name_short (person->last_name, person->first_name, person->patronymic);

  if (*name == '\0' || *age == '\0')
    return g_strdup (*name != '\0' ? name : age);

  return g_strdup_printf ("%s, %s", name, age);
}

/* “talk held; the parents were told at 22:25”. */
char *
dov_patrol_dup_measures (DovPatrolFinding *finding)
{
  g_autofree char *measures = dov_record_dup_shown (DOV_RECORD (finding),
                                                    dov_record_find_field (DOV_RECORD (finding), "measures"));
  g_autofree char *time = finding->parents_notified_at == NULL ? NULL :
    dov_time_to_shown (dov_moment_get_time (finding->parents_notified_at));
  g_autofree char *told = time != NULL ? g_strdup_printf (_("the parents were told at %s"), time) :
    g_strdup (finding->parents_reason);
  g_autoptr (GString) words = g_string_new (measures);

  dov_join (words, "; ", told);

  return g_string_free (g_steal_pointer (&words), FALSE);
}
