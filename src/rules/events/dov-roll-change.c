/* dov-roll-change.c - marks of an event and its headcount, which change together in one operation */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-roll.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dov-headcount.h"
#include "dov-seats.h"

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

/* The mark fits the event: put down for one to come, or waiting where no place
 * is free (E4), there or without having been put down at one that takes place. */
static DovAttendanceStatus
choose_status (DovStore *store,
               DovEvent *event)
{
  if (dov_event_is_to_come (event))
    return dov_seats_choose_status (store, event);

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
      dov_set (mark, status, stored->status == DOV_ATTENDANCE_STATUS_WAITING ? DOV_ATTENDANCE_STATUS_WALK_IN
                                                                             : DOV_ATTENDANCE_STATUS_CHECKED_IN);
    }
  else
    {
      mark = DOV_ATTENDANCE (dov_record_new (DOV_TYPE_ATTENDANCE, 0));
      dov_set (mark, event_id, dov_record_get_id (DOV_RECORD (event)));
      dov_set (mark, person_id, person);
      dov_set (mark, status, choose_status (store, event));
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

  return dov_store_end (store, write_marks (store, event, people, n_people, is_now, n_marked, error), error);
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
  g_autofree char *words = g_strdup_printf (dov_event_is_to_come (event) ? C_("toast", "Put down: %s")
                                                                  : C_("toast", "Marked: %s"), name);

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
  g_autofree char *words = g_strdup_printf (dov_event_is_to_come (event) ? C_("toast", "Put down: %s")
                                                                  : C_("toast", "Marked: %s"), name);
  gboolean is_well;

  if (!dov_store_begin (store, words, error))
    return FALSE;

  is_well = dov_store_save (store, DOV_RECORD (draft), error);
  if (is_well)
    {
      gint64 id = dov_record_get_id (DOV_RECORD (draft));

      is_well = write_marks (store, event, &id, 1, is_now, NULL, error);
    }

  return dov_store_end (store, is_well, error);
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
  words = status == DOV_ATTENDANCE_STATUS_CANCELLED ? g_strdup_printf (C_("toast", "Gave up the place: %s"), name)
                                                   : g_strdup_printf (is ? C_("toast", "Came: %s")
                                                                         : C_("toast", "Did not come: %s"), name);
  if (!dov_store_begin (store, words, error))
    return FALSE;

  if (is && !was)
    is_well = add_to_band (store, event, band, 1, error);
  is_well = is_well && dov_store_save (store, DOV_RECORD (draft), error);
  if (was && !is)
    is_well = is_well && add_to_band (store, event, band, -1, error);

  return dov_store_end (store, is_well, error);
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

  words = g_strdup_printf (C_("toast", "Mark removed: %s"), name);
  if (!dov_store_begin (store, words, error))
    return FALSE;

  is_well = dov_store_remove (store, DOV_RECORD (mark), error);
  if (was)
    is_well = is_well && add_to_band (store, event, dov_roll_band_of (person, event), -1, error);

  return dov_store_end (store, is_well, error);
}

/* What the mark was before somebody was marked as there; 0 when it was not there at all. */
static DovAttendanceStatus
find_status_before (DovStore      *store,
                    DovAttendance *mark)
{
  g_autoptr (GEnumClass) choices = g_type_class_ref (dov_attendance_status_get_type ());
  const GEnumValue *was = NULL;
  g_autoptr (DovStatement) row =
    dov_store_ask (store, "SELECT was FROM audit WHERE id = ?1 AND field = 'status' AND became IN ('checked_in', 'walk_in')"
                   " ORDER BY number DESC LIMIT 1",
                   "(x)", dov_record_get_id (DOV_RECORD (mark)));

  if (dov_statement_next (row) && !dov_statement_column_is_null (row, 0))
    was = g_enum_get_value_by_nick (choices, dov_statement_column_text (row, 0));

  return was != NULL ? (DovAttendanceStatus) was->value : 0;
}

/**
 * dov_roll_take_off:
 * @mark: a line of its roll, marked as there by mistake
 *
 * Takes back that somebody came: who was put down before is put down again,
 * who was not goes off the roll; the count follows, in one operation.
 *
 * Returns: whether it is done
 */
gboolean
dov_roll_take_off (DovStore       *store,
                   DovEvent       *event,
                   DovAttendance  *mark,
                   GError        **error)
{
  DovAttendanceStatus before = find_status_before (store, mark);
  g_autoptr (DovAttendance) draft = DOV_ATTENDANCE (dov_record_dup (DOV_RECORD (mark)));
  g_autoptr (DovPerson) person = NULL;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;
  gboolean is_well;

  if (before == 0 || !dov_attendance_is_visit (mark))
    return dov_roll_unmark (store, event, mark, error);

  person = (DovPerson *) dov_store_find (store, DOV_TYPE_PERSON, mark->person_id, error);
  if (person == NULL)
    return FALSE;
  dov_set (draft, status, before);
  dov_set (draft, check_in_at, NULL);
  name = dov_person_dup_name (person);
  words = g_strdup_printf (C_("toast", "Mark removed: %s"), name);
  if (!dov_store_begin (store, words, error))
    return FALSE;

  is_well = dov_store_save (store, DOV_RECORD (draft), error)
            && add_to_band (store, event, dov_roll_band_of (person, event), -1, error);

  return dov_store_end (store, is_well, error);
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
  gint64 change = roll != NULL ? roll->named[band] + unnamed - roll->counted[band] : 0;

  if (roll == NULL || !dov_store_begin (store, C_("toast", "Headcount changed"), error))
    return FALSE;

  return dov_store_end (store, add_to_band (store, event, band, change, error), error);
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
        return dov_refuse (error, _("%s: nobody is counted without a name, so there is nobody to take back."), label);
    }

  /* Translators: somebody was counted without a name; an age band */
  words = g_strdup_printf (change > 0 ? C_("toast", "Without a name: %s") : C_("toast", "Taken back, without a name: %s"), label);
  if (!dov_store_begin (store, words, error))
    return FALSE;

  return dov_store_end (store, add_to_band (store, event, band, change, error), error);
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
