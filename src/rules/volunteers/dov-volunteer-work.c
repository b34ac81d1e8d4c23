/* dov-volunteer-work.c - what a volunteer worked for on a day, and how long in all */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-volunteer-work.h"

#include "dov-person.h"

#include <glib/gi18n.h>

/**
 * dov_work_sum:
 * @sums: (out caller-allocates): the hours of a year, by month and by what they were for
 */
gboolean
dov_work_sum (DovStore     *store,
              gint64        volunteer_id,
              int           year,
              DovWorkSums  *sums,
              GError      **error)
{
  g_autofree char *text = g_strdup_printf ("%04d", year);
  g_autoptr (DovStatement) rows = dov_store_see (
    store,
    "SELECT CAST(substr(date, 6, 2) AS INTEGER), CASE WHEN event_id IS NOT NULL THEN 0 WHEN drive_id IS NOT NULL THEN 1"
    " WHEN shift_id IS NOT NULL THEN 2 ELSE 3 END, sum(hours) FROM live_volunteer_hours"
    " WHERE volunteer_id = ?1 AND substr(date, 1, 4) = ?2 GROUP BY 1, 2", "(xs)", volunteer_id, text);

  *sums = (DovWorkSums) { 0 };
  while (dov_statement_next (rows))
    {
      gint64 month = dov_statement_column_integer (rows, 0), work = dov_statement_column_integer (rows, 1);
      gint64 hours = dov_statement_column_integer (rows, 2);

      if (month < 1 || month > 12)
        continue;
      sums->hours[month][work] += hours;
      sums->hours[0][work] += hours;
      sums->total[month] += hours;
      sums->total[0] += hours;
    }

  return dov_store_has_seen (store, error);
}

static void
free_thing (DovWorkThing *thing)
{
  g_free (thing->words);
  g_free (thing);
}

static void
add_thing (GPtrArray  *things,
           DovWork     work,
           gint64      id,
           const char *words)
{
  DovWorkThing *thing = g_new0 (DovWorkThing, 1);

  thing->work = work;
  thing->id = id;
  thing->words = g_strdup (words);
  g_ptr_array_add (things, thing);
}

static void
add_things (DovStore   *store,
            GPtrArray  *things,
            DovWork     work,
            const char *sql,
            const char *format,
            gint64      first,
            const char *day)
{
  g_autoptr (DovStatement) rows = dov_store_see (store, sql, "(xs)", first, day);

  while (dov_statement_next (rows))
    {
      g_autoptr (GString) words = g_string_new (format);

      g_string_replace (words, "%s", dov_statement_column_text (rows, 1), 1);
      add_thing (things, work, dov_statement_column_integer (rows, 0), words->str);
    }
}

/**
 * dov_work_list_things:
 *
 * Returns: (transfer full) (element-type DovWorkThing): the events of the
 *   lounge on that day, the drives that go on, the shifts the person is in;
 *   then other work
 */
GPtrArray *
dov_work_list_things (DovStore    *store,
                      gint64       volunteer_id,
                      const GDate *day)
{
  GPtrArray *things = g_ptr_array_new_with_free_func ((GDestroyNotify) free_thing);
  g_autoptr (DovRecord) volunteer = dov_store_find (store, DOV_TYPE_VOLUNTEER, volunteer_id, NULL);
  g_autofree char *date = dov_date_to_iso (day);

  if (volunteer != NULL)
    {
      add_things (store, things, DOV_WORK_EVENT,
                  "SELECT id, title FROM live_event WHERE lounge_id = ?1 AND date(starts_at) = ?2"
                  " AND status IN ('planned', 'approved', 'held') ORDER BY starts_at, id",
                  /* Translators: hours of a volunteer were for an event */
                  _("event: %s"), DOV_VOLUNTEER (volunteer)->lounge_id, date);
      add_things (store, things, DOV_WORK_DRIVE,
                  "SELECT id, name FROM live_drive WHERE lounge_id = ?1 AND status <> 'cancelled'"
                  " AND since <= ?2 AND (until IS NULL OR until >= ?2) ORDER BY since, id",
                  /* Translators: hours of a volunteer were for a drive */
                  _("drive: %s"), DOV_VOLUNTEER (volunteer)->lounge_id, date);
      add_things (store, things, DOV_WORK_SHIFT,
                  "SELECT s.id, strftime('%H:%M', s.starts_at) || '–' || strftime('%H:%M', s.ends_at) FROM live_patrol_shift s"
                  " JOIN live_shift_member m ON m.shift_id = s.id JOIN patrol_member p ON p.id = m.member_id"
                  " WHERE p.person_id = ?1 AND date(s.starts_at) = ?2"
                  " AND s.status <> 'cancelled' ORDER BY s.starts_at, s.id",
                  /* Translators: hours of a volunteer were for a shift of the patrol, with its times */
                  _("shift of the patrol: %s"), DOV_VOLUNTEER (volunteer)->person_id, date);
    }
  add_thing (things, DOV_WORK_OTHER, 0, _("other work"));

  return things;
}

/**
 * dov_work_list_hours:
 * @month: from 1; 0: the whole year
 * @work: what they were for; %DOV_N_WORKS: all of it
 *
 * Returns: (transfer full) (element-type gint64): the hours that a sum of dov_work_sum() adds up
 */
GArray *
dov_work_list_hours (DovStore *store,
                     gint64    volunteer_id,
                     int       year,
                     int       month,
                     DovWork   work)
{
  static const char *const works[] = {
    [DOV_WORK_EVENT] = "event_id IS NOT NULL",
    [DOV_WORK_DRIVE] = "event_id IS NULL AND drive_id IS NOT NULL",
    [DOV_WORK_SHIFT] = "event_id IS NULL AND drive_id IS NULL AND shift_id IS NOT NULL",
    [DOV_WORK_OTHER] = "event_id IS NULL AND drive_id IS NULL AND shift_id IS NULL",
    [DOV_N_WORKS] = "1",
  };
  g_autofree char *of = month != 0 ? g_strdup_printf ("%04d-%02d-%%", year, month) : g_strdup_printf ("%04d-%%", year);
  g_autofree char *where = g_strdup_printf ("volunteer_id = ?1 AND date LIKE ?2 AND %s", works[work]);
  DovQuery query = { .where = where, .order = "date", .params = g_variant_new ("(xs)", volunteer_id, of) };
  GArray *ids = dov_store_list (store, DOV_TYPE_VOLUNTEER_HOURS, &query, NULL);

  return ids != NULL ? ids : g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * dov_work_dup_thing:
 *
 * Returns: (transfer full): what the hours were for: «мероприятие: Ёлка»
 */
char *
dov_work_dup_thing (DovStore          *store,
                    DovVolunteerHours *hours)
{
  static const struct { const char *field, *format; } things[] = {
    { "event_id", N_("event: %s") }, { "drive_id", N_("drive: %s") }, { "shift_id", N_("shift of the patrol: %s") },
  };
  DovRecord *record = DOV_RECORD (hours);

  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    {
      const DovField *field = dov_record_find_field (record, things[i].field);
      g_autofree char *shown = dov_record_is_empty (record, field) ? NULL : dov_store_dup_shown (store, record, field);
      g_autoptr (GString) words = shown != NULL ? g_string_new (_(things[i].format)) : NULL;

      if (words == NULL)
        continue;
      g_string_replace (words, "%s", shown, 1);
      return g_string_free (g_steal_pointer (&words), FALSE);
    }

  return g_strdup (_("other work"));
}

/* Whether the volunteer is under 18 today, and no parent has consented. */
gboolean
dov_work_lacks_consent (DovStore     *store,
                        DovVolunteer *volunteer)
{
  g_autoptr (DovRecord) person = dov_store_find (store, DOV_TYPE_PERSON, volunteer->person_id, NULL);
  GDate today = dov_today ();

  return person != NULL && DOV_PERSON (person)->birth_date != NULL && volunteer->parent_consent_on == NULL &&
         dov_age_on (DOV_PERSON (person)->birth_date, &today) < 18;
}
