/* dov-door.c - who comes in at an event: found by any fragment, marked once, counted in words and numbers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-door.h"

#include "dov-event-headcount.h"
#include "dov-family-member.h"
#include "dov-family.h"
#include "dov-fold.h"
#include "dov-headcount.h"
#include "dov-lounge.h"
#include "dov-number.h"
#include "dov-settlement.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

/* A line of the roll, as much of it as the door shows. */
typedef struct
{
  gint64       person_id;
  DovDoorState state;
  char         since[6];
  gboolean     is_counted;  /* one of the public, and so in a band */
  gboolean     was_expected;
} DovDoorMark;

struct _DovDoor
{
  GObject      parent_instance;

  DovStore    *store;
  DovEvent    *event;
  DovNameBook *book;
  gboolean     is_book_old;
  GHashTable  *marks;       /* person id → DovDoorMark */
  GHashTable  *lately;      /* person ids: marked since the places were last given; NULL: nobody keeps one */
  gint64       n_known;     /* people by name in the book and out of it, who are here and counted */
  gint64       named[DOV_N_BANDS];
  gint64       counted[DOV_N_BANDS];
};

/* Whom a few letters mean: who is not here yet, then by the part of the name that begins so; households
 * together. */

/* So few households are shown whole, also with those who do not have the letters. */
#define FEW_FAMILIES 3

typedef struct
{
  const DovNameEntry *entry;
  gboolean            is_here;
  guint               rank;
  gboolean            is_strange;
} Ranked;

static void
group_free (DovDoorGroup *self)
{
  g_array_unref (self->people);
  g_free (self);
}

void
dov_door_found_free (DovDoorFound *self)
{
  g_ptr_array_unref (self->groups);
  g_free (self->slip);
  g_free (self);
}

static int
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  const Ranked *left = a, *right = b;

  if (left->is_here != right->is_here)
    return left->is_here ? 1 : -1;
  if (left->rank != right->rank)
    return left->rank < right->rank ? -1 : 1;
  if (left->is_strange != right->is_strange)
    return left->is_strange ? 1 : -1;

  return left->entry->position < right->entry->position ? -1 : left->entry->position > right->entry->position;
}

static gboolean
is_here (DovDoor *self,
         gint64   person_id)
{
  DovDoorState state = dov_door_get_state (self, person_id, NULL);

  return state == DOV_DOOR_HERE || state == DOV_DOOR_HELPING;
}

/* Who is here already comes last, but keeps the place while the same letters stand there; among those who are
 * called alike, who was put down comes first. */
static GArray *
rank_all (DovDoor    *self,
          GPtrArray  *entries,
          char      **words)
{
  GArray *ranked = g_array_sized_new (FALSE, FALSE, sizeof (Ranked), entries->len);

  for (guint i = 0; i < entries->len; i++)
    {
      const DovNameEntry *entry = g_ptr_array_index (entries, i);
      Ranked one = { .entry = entry, .rank = dov_fold_rank (entry->folded, entry->n_leading, words) };

      one.is_here = is_here (self, entry->person_id) &&
                    (self->lately == NULL || !g_hash_table_contains (self->lately, &entry->person_id));
      one.is_strange = dov_door_get_state (self, entry->person_id, NULL) == DOV_DOOR_STRANGE;
      g_array_append_val (ranked, one);
    }
  g_array_sort (ranked, compare_ranked);

  return ranked;
}

static void
add_person (DovDoor            *self,
            DovDoorGroup       *group,
            const DovNameEntry *entry,
            gboolean            is_match)
{
  DovDoorPerson person = { .entry = entry, .is_match = is_match };

  person.state = dov_door_get_state (self, entry->person_id, &person.since);
  g_array_append_val (group->people, person);
}

static DovDoorGroup *
find_group (DovDoorFound       *found,
            GHashTable         *by_family,
            const DovNameEntry *entry)
{
  DovDoorGroup *group = entry->family != NULL ? g_hash_table_lookup (by_family, entry->family) : NULL;

  if (group != NULL)
    return group;

  group = g_new0 (DovDoorGroup, 1);
  group->family = entry->family;
  group->people = g_array_new (FALSE, FALSE, sizeof (DovDoorPerson));
  g_ptr_array_add (found->groups, group);
  if (entry->family != NULL)
    {
      g_hash_table_insert (by_family, entry->family, group);
      found->n_families++;
    }

  return group;
}

static gboolean
has_person (DovDoorGroup       *group,
            const DovNameEntry *entry)
{
  for (guint i = 0; i < group->people->len; i++)
    if (g_array_index (group->people, DovDoorPerson, i).entry == entry)
      return TRUE;

  return FALSE;
}

static void
count_family (DovDoor      *self,
              DovDoorGroup *group)
{
  for (guint i = 0; group->family != NULL && i < group->family->members->len; i++)
    {
      const DovNameEntry *member = g_ptr_array_index (group->family->members, i);
      DovDoorMark *mark = g_hash_table_lookup (self->marks, &member->person_id);

      if (mark != NULL && mark->was_expected && mark->state != DOV_DOOR_ABSENT)
        group->n_expected++;
      if (!is_here (self, member->person_id))
        group->n_to_come++;
    }
}

/* Whom one does not see one does not mark: the rest of a household stands below. */
static void
add_rest (DovDoor      *self,
          DovDoorGroup *group)
{
  for (guint i = 0; group->family != NULL && i < group->family->members->len; i++)
    {
      const DovNameEntry *member = g_ptr_array_index (group->family->members, i);

      if (!has_person (group, member))
        add_person (self, group, member, FALSE);
    }
}

static GPtrArray *
list_expected (DovDoor *self)
{
  GPtrArray *entries = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer mark;

  g_hash_table_iter_init (&iter, self->marks);
  while (g_hash_table_iter_next (&iter, NULL, &mark))
    {
      const DovNameEntry *entry = dov_name_book_get (self->book, ((DovDoorMark *) mark)->person_id);

      if (entry != NULL && ((DovDoorMark *) mark)->state == DOV_DOOR_EXPECTED)
        g_ptr_array_add (entries, (gpointer) entry);
    }

  return entries;
}

/**
 * dov_door_give_places:
 *
 * Other letters stand there: whoever is marked from now on keeps the place in what is found until they change
 * again, so that nobody moves under the hands of whoever marks a family one by one.
 */
void
dov_door_give_places (DovDoor *self)
{
  g_clear_pointer (&self->lately, g_hash_table_unref);
  self->lately = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * dov_door_find:
 * @typed: fragments of names, «ив пет»; empty: those who were put down and are not here yet
 * @at_most: people in the answer
 *
 * Finds whom somebody at the table means.
 *
 * Returns: (transfer full): the answer
 */
DovDoorFound *
dov_door_find (DovDoor    *self,
               const char *typed,
               guint       at_most)
{
  DovDoorFound *found = g_new0 (DovDoorFound, 1);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GHashTable) by_family = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) ranked = NULL;
  g_auto (GStrv) words = NULL;

  found->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  words = dov_fold_words (typed);
  entries = words[0] == NULL ? list_expected (self) : dov_name_book_find (self->book, typed, &found->slip);
  if (found->slip != NULL)
    {
      g_strfreev (words);
      words = dov_fold_words (found->slip);
    }
  ranked = rank_all (self, entries, words);
  found->n_people = ranked->len;
  found->n_more = ranked->len > at_most ? ranked->len - at_most : 0;
  for (guint i = 0; i < MIN (ranked->len, at_most); i++)
    {
      const DovNameEntry *entry = g_array_index (ranked, Ranked, i).entry;

      add_person (self, find_group (found, by_family, entry), entry, TRUE);
    }
  for (guint i = 0; i < found->groups->len; i++)
    {
      if (words[0] != NULL && found->n_families <= FEW_FAMILIES && found->groups->len <= FEW_FAMILIES)
        add_rest (self, g_ptr_array_index (found->groups, i));
      count_family (self, g_ptr_array_index (found->groups, i));
    }

  return found;
}

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovDoor, dov_door, G_TYPE_OBJECT)

static DovDoorState
state_of (DovAttendance *mark)
{
  switch (mark->status)
    {
    case DOV_ATTENDANCE_STATUS_REGISTERED:
      return DOV_DOOR_EXPECTED;

    case DOV_ATTENDANCE_STATUS_WAITING:
      return DOV_DOOR_WAITING;

    case DOV_ATTENDANCE_STATUS_CHECKED_IN:
    case DOV_ATTENDANCE_STATUS_WALK_IN:
      return dov_attendance_is_visit (mark) ? DOV_DOOR_HERE : DOV_DOOR_HELPING;

    case DOV_ATTENDANCE_STATUS_NO_SHOW:
    case DOV_ATTENDANCE_STATUS_CANCELLED:
    default:
      return DOV_DOOR_ABSENT;
    }
}

static DovBand
band_of (DovDoor *self,
         gint64   person_id)
{
  const DovNameEntry *entry = dov_name_book_get (self->book, person_id);
  g_autoptr (DovRecord) person = NULL;

  if (entry != NULL)
    return entry->band;

  person = dov_store_find (self->store, DOV_TYPE_PERSON, person_id, NULL);

  return person != NULL ? dov_roll_band_of (DOV_PERSON (person), self->event) : DOV_BAND_18_35;
}

static void
count_mark (DovDoor     *self,
            DovDoorMark *mark,
            int          change)
{
  if (!mark->is_counted)
    return;
  self->named[band_of (self, mark->person_id)] += change;
  self->n_known += change;
}

/* Takes a line of the roll as it is now, or that it is gone. */
static void
take_mark (DovDoor       *self,
           DovAttendance *attendance,
           gint64         person_id)
{
  DovDoorMark *known = g_hash_table_lookup (self->marks, &person_id);
  DovDoorMark *mark;

  if (known != NULL)
    count_mark (self, known, -1);
  g_hash_table_remove (self->marks, &person_id);
  if (attendance == NULL)
    return;

  mark = g_new0 (DovDoorMark, 1);
  mark->person_id = person_id;
  mark->state = state_of (attendance);
  mark->is_counted = dov_attendance_is_visit (attendance);
  mark->was_expected = attendance->status != DOV_ATTENDANCE_STATUS_WALK_IN;
  if (attendance->check_in_at != NULL)
    {
      g_autofree char *time = dov_time_to_shown (dov_moment_get_time (attendance->check_in_at));

      g_strlcpy (mark->since, time, sizeof mark->since);
    }
  g_hash_table_insert (self->marks, &mark->person_id, mark);
  count_mark (self, mark, 1);
}

static void
read_counted (DovDoor *self)
{
  g_autoptr (DovEventHeadcount) headcount =
    dov_headcount_find (self->store, dov_record_get_id (DOV_RECORD (self->event)));

  for (DovBand band = 0; band < DOV_N_BANDS; band++)
    self->counted[band] = headcount != NULL ? dov_event_headcount_get_band (headcount, band) : -1;
}

static gboolean
read_marks (DovDoor  *self,
            GError  **error)
{
  const DovQuery query = {
    .where = "event_id = ?1",
    .params = g_variant_new ("(x)", dov_record_get_id (DOV_RECORD (self->event))),
  };
  g_autoptr (GArray) ids = dov_store_list (self->store, DOV_TYPE_ATTENDANCE, &query, error);

  if (ids == NULL)
    return FALSE;
  g_hash_table_remove_all (self->marks);
  memset (self->named, 0, sizeof self->named);
  self->n_known = 0;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovRecord) mark = dov_store_find (self->store, DOV_TYPE_ATTENDANCE, g_array_index (ids, gint64, i), error);

      if (mark == NULL)
        return FALSE;
      take_mark (self, DOV_ATTENDANCE (mark), DOV_ATTENDANCE (mark)->person_id);
    }
  read_counted (self);

  return TRUE;
}

static gboolean
read_all (DovDoor  *self,
          GError  **error)
{
  GDate day = self->event->starts_at != NULL ? dov_moment_get_date (self->event->starts_at) : dov_today ();
  DovNameBook *book = dov_name_book_new (self->store, &day, NULL, error);

  if (book == NULL)
    return FALSE;
  g_clear_pointer (&self->book, dov_name_book_free);
  self->book = book;
  self->is_book_old = FALSE;

  return read_marks (self, error);
}

/* A book that could not be read anew is still right about nearly all. */
static void
refresh_book (DovDoor *self)
{
  g_autoptr (GError) error = NULL;

  if (self->is_book_old && !read_all (self, &error))
    g_warning ("The names cannot be read anew: %s", error->message);
}

static void
changed_cb (DovStore *store,
            GType     type,
            gint64    id,
            DovDoor  *self)
{
  if (type == DOV_TYPE_ATTENDANCE)
    {
      g_autoptr (DovRecord) mark = dov_store_find (store, type, id, NULL);
      gint64 person_id = mark != NULL ? DOV_ATTENDANCE (mark)->person_id : 0;

      if (mark == NULL || DOV_ATTENDANCE (mark)->event_id != dov_record_get_id (DOV_RECORD (self->event)))
        return;
      if (self->lately != NULL && !is_here (self, person_id))
        g_hash_table_add (self->lately, g_memdup2 (&person_id, sizeof person_id));
      take_mark (self, dov_record_is_removed (mark) ? NULL : DOV_ATTENDANCE (mark), person_id);
    }
  else if (type == DOV_TYPE_EVENT_HEADCOUNT)
    {
      read_counted (self);
    }
  else if (type == DOV_TYPE_PERSON || type == DOV_TYPE_FAMILY || type == DOV_TYPE_FAMILY_MEMBER ||
           type == DOV_TYPE_SETTLEMENT || (type == DOV_TYPE_EVENT && id == dov_record_get_id (DOV_RECORD (self->event))))
    {
      self->is_book_old = TRUE;
    }
}

static void
reloaded_cb (DovStore *store,
             DovDoor  *self)
{
  self->is_book_old = TRUE;
}

static void
committed_cb (DovStore *store,
              DovDoor  *self)
{
  refresh_book (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * dov_door_new:
 * @event: where people come in
 *
 * Reads everybody's names and who is expected, so that nothing is read while
 * a queue stands at the table.
 *
 * Returns: (transfer full): the door; %NULL on error
 */
DovDoor *
dov_door_new (DovStore  *store,
              DovEvent  *event,
              GError   **error)
{
  g_autoptr (DovDoor) self = g_object_new (DOV_TYPE_DOOR, NULL);

  self->store = g_object_ref (store);
  self->event = g_object_ref (event);
  if (!read_all (self, error))
    return NULL;
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (store, "reloaded", G_CALLBACK (reloaded_cb), self, 0);
  g_signal_connect_object (store, "committed", G_CALLBACK (committed_cb), self, 0);

  return g_steal_pointer (&self);
}

DovEvent *
dov_door_get_event (DovDoor *self)
{
  return self->event;
}

DovStore *
dov_door_get_store (DovDoor *self)
{
  return self->store;
}

DovNameBook *
dov_door_get_book (DovDoor *self)
{
  return self->book;
}

/**
 * dov_door_get_state:
 * @since: (out) (optional) (nullable): the time of the mark, «17:55»
 */
DovDoorState
dov_door_get_state (DovDoor     *self,
                    gint64       person_id,
                    const char **since)
{
  DovDoorMark *mark = g_hash_table_lookup (self->marks, &person_id);

  if (since != NULL)
    *since = mark != NULL && *mark->since != '\0' ? mark->since : NULL;

  return mark != NULL ? mark->state : DOV_DOOR_STRANGE;
}

/* Places of the event, or of the room it is in: whichever is less. */
static gint64
find_seats (DovDoor *self)
{
  g_autoptr (DovRecord) lounge = dov_store_find (self->store, DOV_TYPE_LOUNGE, self->event->lounge_id, NULL);
  gint64 room = lounge != NULL && !self->event->outside ? DOV_LOUNGE (lounge)->capacity : DOV_UNKNOWN;
  gint64 limit = self->event->seat_limit;

  if (room == DOV_UNKNOWN || limit == DOV_UNKNOWN)
    return MAX (room, limit);

  return MIN (room, limit);
}

/**
 * dov_door_get_sum:
 *
 * Returns: how many came, by name and without
 */
DovDoorSum
dov_door_get_sum (DovDoor *self)
{
  DovDoorSum sum = {
    .named = self->n_known,
    .planned = self->event->planned_count,
    .seats = find_seats (self),
  };
  GHashTableIter iter;
  gpointer mark;

  for (DovBand band = 0; band < DOV_N_BANDS; band++)
    {
      sum.unnamed_bands[band] = MAX (0, self->counted[band] - self->named[band]);
      sum.unnamed += sum.unnamed_bands[band];
    }
  g_hash_table_iter_init (&iter, self->marks);
  while (g_hash_table_iter_next (&iter, NULL, &mark))
    if (((DovDoorMark *) mark)->state == DOV_DOOR_EXPECTED)
      sum.expected++;

  return sum;
}

/* Gives the sum written out: “marked 31 + without a name 8 = 39”. */
char *
dov_door_sum_dup_words (const DovDoorSum *sum)
{
  g_autofree char *named = dov_number_to_shown (sum->named);
  g_autofree char *unnamed = dov_number_to_shown (sum->unnamed);
  g_autofree char *all = dov_number_to_shown (sum->named + sum->unnamed);

  return g_strdup_printf (_("marked %1$s + without a name %2$s = %3$s"), named, unnamed, all);
}

/* ---- marking ---- */

/* Who is here already is answered by whoever asks: nothing toggles. */
static gboolean
refuse_second (DovDoor  *self,
               gint64    person_id,
               GError  **error)
{
  const char *since = NULL;
  DovDoorState state = dov_door_get_state (self, person_id, &since);
  const DovNameEntry *entry = dov_name_book_get (self->book, person_id);
  const char *name = entry != NULL ? entry->name : "";

  if (state != DOV_DOOR_HERE && state != DOV_DOOR_HELPING)
    return FALSE;

  if (state == DOV_DOOR_HELPING)
    g_set_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED, _("%s is here already, to help."), name);
  else if (since != NULL)
    /* Translators: a name, then a time */
    g_set_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED, _("%1$s is here already, since %2$s."), name, since);
  else
    g_set_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED, _("%s is here already."), name);

  return TRUE;
}

/**
 * dov_door_mark:
 *
 * Marks somebody as come. A second mark changes nothing and is answered in
 * @error, with the time of the first.
 *
 * Returns: whether the mark is new
 */
gboolean
dov_door_mark (DovDoor  *self,
               gint64    person_id,
               GError  **error)
{
  const DovNameEntry *entry = dov_name_book_get (self->book, person_id);
  g_autofree char *words = NULL;

  if (refuse_second (self, person_id, error))
    return FALSE;

  words = g_strdup_printf (C_("toast", "Marked: %s"), entry != NULL ? entry->name : "");

  return dov_roll_mark_all (self->store, self->event, &person_id, 1, words, TRUE, NULL, error);
}

/**
 * dov_door_mark_family:
 * @n_marked: (out) (optional): how many were not here before
 *
 * Marks everybody of a household who is not here yet, in one operation.
 *
 * Returns: whether it is done; refused when all are here
 */
gboolean
dov_door_mark_family (DovDoor              *self,
                      const DovNameFamily  *family,
                      guint                *n_marked,
                      GError              **error)
{
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *words = NULL;

  for (guint i = 0; i < family->members->len; i++)
    {
      const DovNameEntry *member = g_ptr_array_index (family->members, i);
      DovDoorState state = dov_door_get_state (self, member->person_id, NULL);

      if (state != DOV_DOOR_HERE && state != DOV_DOOR_HELPING)
        g_array_append_val (people, member->person_id);
    }
  if (people->len == 0)
    return dov_refuse (error, _("%s: all of them are here already."), family->name);

  /* Translators: a family and how many of it were marked */
  words = g_strdup_printf (ngettext ("Marked: %1$s, %2$u person", "Marked: %1$s, %2$u people", people->len), family->name,
                           people->len);

  return dov_roll_mark_all (self->store, self->event, (const gint64 *) (gpointer) people->data, people->len, words,
                            TRUE, n_marked, error);
}

/**
 * dov_door_add_unnamed:
 * @change: 1 for one more, -1 to take one back
 */
gboolean
dov_door_add_unnamed (DovDoor  *self,
                      DovBand   band,
                      gint64    change,
                      GError  **error)
{
  return dov_roll_add_unnamed (self->store, self->event, band, change, error);
}

/**
 * dov_door_take_off:
 *
 * Takes back the mark of somebody who did not come in after all.
 */
gboolean
dov_door_take_off (DovDoor  *self,
                   gint64    person_id,
                   GError  **error)
{
  g_autoptr (DovAttendance) mark = dov_roll_find_mark (self->store, self->event, person_id);

  if (mark == NULL)
    return dov_refuse (error, _("There is no mark to take back."));

  return dov_roll_take_off (self->store, self->event, mark, error);
}

static void
dov_door_dispose (GObject *object)
{
  DovDoor *self = DOV_DOOR (object);

  g_clear_pointer (&self->book, dov_name_book_free);
  g_clear_pointer (&self->marks, g_hash_table_unref);
  g_clear_pointer (&self->lately, g_hash_table_unref);
  g_clear_object (&self->store);
  g_clear_object (&self->event);

  G_OBJECT_CLASS (dov_door_parent_class)->dispose (object);
}

static void
dov_door_class_init (DovDoorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_door_dispose;

  signals[CHANGED] = g_signal_new ("changed", DOV_TYPE_DOOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dov_door_init (DovDoor *self)
{
  self->marks = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
}
