/* dov-roll.c - who was at an event by name, how many came in all, and how both change together */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-roll.h"

#include <glib/gi18n.h>

#include "dov-headcount.h"

static void
line_free (DovRollLine *line)
{
  g_clear_object (&line->mark);
  g_clear_object (&line->person);
  g_free (line);
}

void
dov_roll_free (DovRoll *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/* Whether the event has not begun yet: people can only be put down for it. */
gboolean
dov_event_is_to_come (DovEvent *event)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();
  GDate today = dov_today (), day;

  if (event->starts_at == NULL)
    return TRUE;
  day = dov_moment_get_date (event->starts_at);

  return g_date_compare (&day, &today) > 0;
}

/**
 * dov_roll_band_of:
 * @person: somebody
 * @event: where they came
 *
 * Finds the band in which somebody is counted. Whose year of birth alone is
 * known and stands between two bands counts as having had the birthday; of
 * whom nothing is known is put where dov_headcount_raise() puts them.
 *
 * Returns: a band
 */
DovBand
dov_roll_band_of (DovPerson *person,
                  DovEvent  *event)
{
  GDate day = event->starts_at != NULL ? dov_moment_get_date (event->starts_at) : dov_today ();
  DovBand band = dov_person_get_band (person, &day);

  if (band == DOV_BAND_UNKNOWN && person->birth_year != DOV_UNKNOWN)
    band = dov_band_of_age (MAX (0, g_date_get_year (&day) - (int) person->birth_year));

  return band != DOV_BAND_UNKNOWN ? band : DOV_BAND_18_35;
}

/* “7 years”, “about 40 years”; empty while unknown. */
char *
dov_roll_age_words (DovPerson *person,
                    DovEvent  *event)
{
  GDate day = event->starts_at != NULL ? dov_moment_get_date (event->starts_at) : dov_today ();
  int age;

  if (person->birth_date != NULL)
    {
      age = dov_age_on (person->birth_date, &day);
      return g_strdup_printf (ngettext ("%d year", "%d years", (gulong) age), age);
    }
  if (person->birth_year != DOV_UNKNOWN)
    {
      age = MAX (0, g_date_get_year (&day) - (int) person->birth_year);
      return g_strdup_printf (ngettext ("about %d year", "about %d years", (gulong) age), age);
    }

  return g_strdup ("");
}

static gboolean
read_lines (DovRoll   *self,
            DovStore  *store,
            DovEvent  *event,
            GError   **error)
{
  g_autoptr (DovStatement) rows = NULL;
  g_autoptr (GError) own_error = NULL;

  rows = dov_database_prepare (dov_store_get_database (store),
                               "SELECT a.id, a.person_id FROM attendance a JOIN person p ON p.id = a.person_id "
                               "WHERE a.event_id = ?1 AND a.removed IS NULL ORDER BY p.key, p.last_name, a.id", error);
  if (rows == NULL)
    return FALSE;
  dov_statement_bind_integer (rows, 1, dov_record_get_id (DOV_RECORD (event)));
  while (dov_statement_step (rows, &own_error))
    {
      DovRollLine *line = g_new0 (DovRollLine, 1);

      g_ptr_array_add (self->lines, line);
      line->mark = (DovAttendance *) dov_store_find (store, DOV_TYPE_ATTENDANCE,
                                                     dov_statement_column_integer (rows, 0), error);
      line->person = (DovPerson *) dov_store_find (store, DOV_TYPE_PERSON, dov_statement_column_integer (rows, 1), error);
      if (line->mark == NULL || line->person == NULL)
        return FALSE;
    }
  if (own_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return FALSE;
    }

  return TRUE;
}

/**
 * dov_roll_read:
 * @store: the store
 * @event: the event
 * @error: return location for an error
 *
 * Reads who was at an event and how many came.
 *
 * Returns: (transfer full): the roll; %NULL on error
 */
DovRoll *
dov_roll_read (DovStore  *store,
               DovEvent  *event,
               GError   **error)
{
  g_autoptr (DovRoll) self = g_new0 (DovRoll, 1);
  g_autoptr (DovEventHeadcount) headcount = NULL;

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  if (!read_lines (self, store, event, error))
    return NULL;

  for (guint i = 0; i < self->lines->len; i++)
    {
      DovRollLine *line = g_ptr_array_index (self->lines, i);

      if (dov_attendance_is_visit (line->mark))
        {
          self->named[dov_roll_band_of (line->person, event)]++;
          self->n_named++;
        }
    }
  headcount = dov_headcount_find (store, dov_record_get_id (DOV_RECORD (event)));
  for (DovBand band = 0; band < DOV_N_BANDS; band++)
    {
      self->counted[band] = headcount != NULL ? dov_event_headcount_get_band (headcount, band) : self->named[band];
      self->n_counted += self->counted[band];
    }
  self->is_counted = headcount != NULL && self->n_counted > 0;

  return g_steal_pointer (&self);
}

/* The line of a person; NULL when they are not on the roll. */
DovRollLine *
dov_roll_find (DovRoll *self,
               gint64   person)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      DovRollLine *line = g_ptr_array_index (self->lines, i);

      if (line->mark->person_id == person)
        return line;
    }

  return NULL;
}

/* Changes the bands of the headcount, which is made when there is none: it then
 * holds all who are there by name. */
static gboolean
add_to_bands (DovStore      *store,
              DovEvent      *event,
              const gint64   changes[DOV_N_BANDS],
              GError       **error)
{
  g_autoptr (DovEventHeadcount) stored = dov_headcount_find (store, dov_record_get_id (DOV_RECORD (event)));
  g_autoptr (DovRecord) draft = NULL;
  gint64 counted[DOV_N_BANDS];
  gboolean changes_any = FALSE;

  for (DovBand band = 0; band < DOV_N_BANDS; band++)
    changes_any |= changes[band] != 0;
  if (!changes_any)
    return TRUE;

  if (stored != NULL)
    {
      draft = dov_record_dup (DOV_RECORD (stored));
      for (DovBand band = 0; band < DOV_N_BANDS; band++)
        counted[band] = dov_event_headcount_get_band (stored, band);
    }
  else
    {
      g_autoptr (DovRoll) roll = dov_roll_read (store, event, error);

      if (roll == NULL)
        return FALSE;
      draft = dov_record_new (DOV_TYPE_EVENT_HEADCOUNT, 0);
      dov_record_set_number (draft, "event_id", dov_record_get_id (DOV_RECORD (event)));
      memcpy (counted, roll->named, sizeof counted);
    }

  for (DovBand band = 0; band < DOV_N_BANDS; band++)
    dov_record_set_number (draft, dov_band_get_field (band), MAX (0, counted[band] + changes[band]));

  return dov_store_save (store, draft, error);
}

static gboolean
add_to_band (DovStore  *store,
             DovEvent  *event,
             DovBand    band,
             gint64     change,
             GError   **error)
{
  gint64 changes[DOV_N_BANDS] = { 0 };

  changes[band] = change;

  return add_to_bands (store, event, changes, error);
}

/* Ends an operation: all of it, or none. */
static gboolean
finish (DovStore  *store,
        gboolean   is_well,
        GError   **error)
{
  if (is_well)
    return dov_store_commit (store, error);

  dov_store_abandon (store);

  return FALSE;
}

/* The mark fits the event: put down for one to come, there or without
 * having been put down at one that takes place. */
static DovAttendanceStatus
choose_status (DovEvent *event)
{
  if (dov_event_is_to_come (event))
    return DOV_ATTENDANCE_STATUS_REGISTERED;

  return event->registration ? DOV_ATTENDANCE_STATUS_WALK_IN : DOV_ATTENDANCE_STATUS_CHECKED_IN;
}

/**
 * dov_roll_find_mark:
 * @person: the id of a person
 *
 * Returns: (transfer full) (nullable): the line of this person at the event,
 *   without reading the whole roll
 */
DovAttendance *
dov_roll_find_mark (DovStore *store,
                    DovEvent *event,
                    gint64    person)
{
  const DovQuery query = {
    .where = "event_id = ?1 AND person_id = ?2",
    .params = g_variant_new ("(xx)", dov_record_get_id (DOV_RECORD (event)), person),
  };

  return (DovAttendance *) dov_store_find_first (store, DOV_TYPE_ATTENDANCE, &query, NULL);
}

/* Who came now came at this moment; who came on another day, or is entered
 * from a paper, at a moment that nobody knows. */
static void
set_moment (DovAttendance *mark,
            DovEvent      *event,
            gboolean       is_now)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();
  GDate today = dov_today (), day = event->starts_at != NULL ? dov_moment_get_date (event->starts_at) : today;

  if (is_now && dov_attendance_is_visit (mark) && g_date_compare (&today, &day) == 0)
    dov_set (mark, check_in_at, now);
}

/* The mark of somebody as it is to be; NULL when nothing changes, for nothing toggles. */
static DovAttendance *
draft_mark (DovStore *store,
            DovEvent *event,
            gint64    person,
            gboolean  is_now)
{
  g_autoptr (DovAttendance) stored = dov_roll_find_mark (store, event, person);
  DovAttendance *mark;

  if (stored != NULL && (dov_attendance_is_visit (stored) || dov_event_is_to_come (event)))
    return NULL;
  if (stored != NULL)
    {
      mark = DOV_ATTENDANCE (dov_record_dup (DOV_RECORD (stored)));
      dov_set (mark, status, DOV_ATTENDANCE_STATUS_CHECKED_IN);
    }
  else
    {
      mark = DOV_ATTENDANCE (dov_record_new (DOV_TYPE_ATTENDANCE, 0));
      dov_set (mark, event_id, dov_record_get_id (DOV_RECORD (event)));
      dov_set (mark, person_id, person);
      dov_set (mark, status, choose_status (event));
      dov_set (mark, role, DOV_ATTENDANCE_ROLE_GUEST);
    }
  set_moment (mark, event, is_now);

  return mark;
}

/* Writes the marks inside an operation that is open. */
static gboolean
write_marks (DovStore      *store,
             DovEvent      *event,
             const gint64  *people,
             guint          n_people,
             gboolean       is_now,
             guint         *n_marked,
             GError       **error)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 came[DOV_N_BANDS] = { 0 };

  for (guint i = 0; i < n_people; i++)
    {
      g_autoptr (DovPerson) person = (DovPerson *) dov_store_find (store, DOV_TYPE_PERSON, people[i], error);
      DovAttendance *mark;

      if (person == NULL)
        return FALSE;
      mark = draft_mark (store, event, people[i], is_now);
      if (mark == NULL)
        continue;
      g_ptr_array_add (marks, mark);
      if (dov_attendance_is_visit (mark))
        came[dov_roll_band_of (person, event)]++;
    }

  /* First the count: named people may at no time be more than all people. */
  if (!add_to_bands (store, event, came, error))
    return FALSE;
  for (guint i = 0; i < marks->len; i++)
    if (!dov_store_save (store, g_ptr_array_index (marks, i), error))
      return FALSE;
  if (n_marked != NULL)
    *n_marked = marks->len;

  return TRUE;
}

/**
 * dov_roll_mark_all:
 * @people: ids of people; whoever is there already stays as they are
 * @words: (nullable): what it is, for people
 * @is_now: they come in at this moment; %FALSE: they are entered from a paper
 * @n_marked: (out) (optional): how many were not there before
 *
 * Marks several people, and counts them, in one operation.
 *
 * Returns: whether it is done
 */
gboolean
dov_roll_mark_all (DovStore      *store,
                   DovEvent      *event,
                   const gint64  *people,
                   guint          n_people,
                   const char    *words,
                   gboolean       is_now,
                   guint         *n_marked,
                   GError       **error)
{
  if (!dov_store_begin (store, words, error))
    return FALSE;

  return finish (store, write_marks (store, event, people, n_people, is_now, n_marked, error), error);
}

/**
 * dov_roll_mark:
 * @store: the store
 * @event: the event
 * @person: who came or will come; not on the roll yet
 * @error: return location for an error
 *
 * Puts somebody on the roll, and counts them, in one operation.
 *
 * Returns: whether it is done
 */
gboolean
dov_roll_mark (DovStore   *store,
               DovEvent   *event,
               DovPerson  *person,
               GError    **error)
{
  gint64 id = dov_record_get_id (DOV_RECORD (person));
  g_autofree char *name = dov_person_dup_name (person);
  /* Translators: somebody was marked as present: Marked: Ivanova Maria */
  g_autofree char *words = g_strdup_printf (dov_event_is_to_come (event) ? _("Put down: %s") : _("Marked: %s"), name);

  return dov_roll_mark_all (store, event, &id, 1, words, TRUE, NULL, error);
}

/**
 * dov_roll_mark_newcomer:
 * @draft: somebody whom the club does not know yet
 * @is_now: they come in at this moment; %FALSE: they are entered from a paper
 *
 * Makes the card of somebody new and marks them, in one operation, so that one
 * undoing takes back both.
 *
 * Returns: whether it is done
 */
gboolean
dov_roll_mark_newcomer (DovStore   *store,
                        DovEvent   *event,
                        DovPerson  *draft,
                        gboolean    is_now,
                        GError    **error)
{
  g_autofree char *name = dov_person_dup_name (draft);
  g_autofree char *words = g_strdup_printf (_("Marked: %s"), name);
  gboolean is_well;

  if (!dov_store_begin (store, words, error))
    return FALSE;

  is_well = dov_store_save (store, DOV_RECORD (draft), error);
  if (is_well)
    {
      gint64 id = dov_record_get_id (DOV_RECORD (draft));

      is_well = write_marks (store, event, &id, 1, is_now, NULL, error);
    }

  return finish (store, is_well, error);
}

/**
 * dov_roll_change:
 * @store: the store
 * @event: the event
 * @mark: a line of its roll
 * @status: what became of it, such as that the person came
 * @error: return location for an error
 *
 * Changes a mark, and the count with it, in one operation.
 *
 * Returns: whether it is done
 */
gboolean
dov_roll_change (DovStore             *store,
                 DovEvent             *event,
                 DovAttendance        *mark,
                 DovAttendanceStatus   status,
                 GError              **error)
{
  g_autoptr (DovAttendance) draft = DOV_ATTENDANCE (dov_record_dup (DOV_RECORD (mark)));
  g_autoptr (DovPerson) person = (DovPerson *) dov_store_find (store, DOV_TYPE_PERSON, mark->person_id, error);
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;
  DovBand band;
  gboolean was, is, is_well = TRUE;

  if (person == NULL)
    return FALSE;

  dov_set (draft, status, status);
  was = dov_attendance_is_visit (mark);
  is = dov_attendance_is_visit (draft);
  band = dov_roll_band_of (person, event);
  name = dov_person_dup_name (person);
  words = g_strdup_printf (is ? _("Came: %s") : _("Did not come: %s"), name);
  if (!dov_store_begin (store, words, error))
    return FALSE;

  if (is && !was)
    is_well = add_to_band (store, event, band, 1, error);
  is_well = is_well && dov_store_save (store, DOV_RECORD (draft), error);
  if (was && !is)
    is_well = is_well && add_to_band (store, event, band, -1, error);

  return finish (store, is_well, error);
}

/**
 * dov_roll_unmark:
 * @store: the store
 * @event: the event
 * @mark: a line of its roll, marked by mistake
 * @error: return location for an error
 *
 * Takes somebody off the roll, and out of the count, in one operation.
 *
 * Returns: whether it is done
 */
gboolean
dov_roll_unmark (DovStore       *store,
                 DovEvent       *event,
                 DovAttendance  *mark,
                 GError        **error)
{
  g_autoptr (DovPerson) person = (DovPerson *) dov_store_find (store, DOV_TYPE_PERSON, mark->person_id, error);
  g_autofree char *name = person != NULL ? dov_person_dup_name (person) : NULL;
  g_autofree char *words = NULL;
  gboolean was = dov_attendance_is_visit (mark), is_well;

  if (person == NULL)
    return FALSE;

  words = g_strdup_printf (_("Mark removed: %s"), name);
  if (!dov_store_begin (store, words, error))
    return FALSE;

  is_well = dov_store_remove (store, DOV_RECORD (mark), error);
  if (was)
    is_well = is_well && add_to_band (store, event, dov_roll_band_of (person, event), -1, error);

  return finish (store, is_well, error);
}

/**
 * dov_roll_set_unnamed:
 * @store: the store
 * @event: the event
 * @band: an age band
 * @unnamed: how many of it came without their names being taken
 * @error: return location for an error
 *
 * Writes how many came without a name. The headcount holds them together with
 * those who are there by name.
 *
 * Returns: whether it is done
 */
gboolean
dov_roll_set_unnamed (DovStore  *store,
                      DovEvent  *event,
                      DovBand    band,
                      gint64     unnamed,
                      GError   **error)
{
  g_autoptr (DovRoll) roll = dov_roll_read (store, event, error);
  gboolean is_well;

  if (roll == NULL)
    return FALSE;
  if (!dov_store_begin (store, _("Headcount changed"), error))
    return FALSE;

  is_well = add_to_band (store, event, band, roll->named[band] + unnamed - roll->counted[band], error);

  return finish (store, is_well, error);
}

/**
 * dov_roll_add_unnamed:
 * @band: an age band
 * @change: 1 for one more, -1 to take one back
 *
 * Counts somebody whose name is not taken, or takes one back, in one operation.
 *
 * Returns: whether it is done; refused when nobody is left to take back
 */
gboolean
dov_roll_add_unnamed (DovStore  *store,
                      DovEvent  *event,
                      DovBand    band,
                      gint64     change,
                      GError   **error)
{
  const char *label = dov_band_get_label (band);
  g_autofree char *words = NULL;

  if (change < 0)
    {
      g_autoptr (DovRoll) roll = dov_roll_read (store, event, error);

      if (roll == NULL)
        return FALSE;
      if (roll->counted[band] - roll->named[band] + change < 0)
        {
          g_set_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED,
                       _("%s: nobody is counted without a name, so there is nobody to take back."), label);
          return FALSE;
        }
    }

  /* Translators: somebody was counted without a name; an age band */
  words = g_strdup_printf (change > 0 ? _("Without a name: %s") : _("Taken back, without a name: %s"), label);
  if (!dov_store_begin (store, words, error))
    return FALSE;

  return finish (store, add_to_band (store, event, band, change, error), error);
}

/* Makes a headcount of those who are there by name, when nobody has counted. */
gboolean
dov_roll_count_named (DovStore  *store,
                      DovEvent  *event,
                      GError   **error)
{
  g_autoptr (DovRoll) roll = dov_roll_read (store, event, error);
  g_autoptr (DovEventHeadcount) stored = NULL;
  g_autoptr (DovRecord) draft = NULL;

  if (roll == NULL)
    return FALSE;
  if (roll->is_counted || roll->n_named == 0)
    return TRUE;

  stored = dov_headcount_find (store, dov_record_get_id (DOV_RECORD (event)));
  draft = stored != NULL ? dov_record_dup (DOV_RECORD (stored)) : dov_record_new (DOV_TYPE_EVENT_HEADCOUNT, 0);
  dov_record_set_number (draft, "event_id", dov_record_get_id (DOV_RECORD (event)));
  for (DovBand band = 0; band < DOV_N_BANDS; band++)
    dov_record_set_number (draft, dov_band_get_field (band), roll->counted[band]);

  return dov_store_save (store, draft, error);
}
