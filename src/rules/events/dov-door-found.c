/* dov-door-found.c - whom a few letters mean at the door: those put down first, households together */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-door-private.h"

#include "dov-fold.h"

#include <stdlib.h>

/* So few households are shown whole, also with those who do not have the letters. */
#define FEW_FAMILIES 3

typedef struct
{
  const DovNameEntry *entry;
  guint               rank;
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

  if (left->rank != right->rank)
    return left->rank < right->rank ? -1 : 1;

  return left->entry->position < right->entry->position ? -1 : left->entry->position > right->entry->position;
}

/* Those on the roll, then beginnings of names before fragments of them. */
static GArray *
rank_all (DovDoor    *self,
          GPtrArray  *entries,
          char      **words)
{
  GArray *ranked = g_array_sized_new (FALSE, FALSE, sizeof (Ranked), entries->len);

  for (guint i = 0; i < entries->len; i++)
    {
      Ranked one = { .entry = g_ptr_array_index (entries, i) };
      DovDoorState state = dov_door_get_state (self, one.entry->person_id, NULL);

      one.rank = (state == DOV_DOOR_STRANGE ? 2 : 0) + (dov_name_entry_begins (one.entry, words) ? 0 : 1);
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
      gboolean is_here = mark != NULL && (mark->state == DOV_DOOR_HERE || mark->state == DOV_DOOR_HELPING);

      if (mark != NULL && mark->was_expected && mark->state != DOV_DOOR_ABSENT)
        group->n_expected++;
      if (!is_here)
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
