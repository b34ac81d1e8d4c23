/* dov-crew-choices.c - who of the patrol could walk a shift, and why the others cannot */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-crew-choices.h"

#include <glib/gi18n.h>

#include "dov-patrol-member.h"
#include "dov-patrol-words.h"
#include "dov-roster.h"
#include "dov-shift-member.h"

static void
free_choice (gpointer data)
{
  DovCrewChoice *choice = data;

  g_free (choice->name);
  g_free (choice->words);
  g_free (choice);
}

static gboolean
is_on_shift (DovStore       *store,
             DovPatrolShift *shift,
             gint64          member)
{
  DovQuery query = { .where = "shift_id = ?1 AND member_id = ?2",
                     .params = g_variant_new ("(xx)", dov_record_get_id (DOV_RECORD (shift)), member) };

  return dov_store_count (store, DOV_TYPE_SHIFT_MEMBER, &query, NULL) > 0;
}

/* What is said of the first clash that forbids, else of those that only warn; NULL: nothing stands in the way. */
static char *
dup_obstacle (DovStore       *store,
              DovPatrolShift *shift,
              gint64          member,
              gboolean       *is_free)
{
  g_autoptr (GPtrArray) clashes = dov_roster_check_person (store, member, dov_patrol_shift_get_start (shift),
                                                           dov_patrol_shift_get_end (shift),
                                                           dov_record_get_id (DOV_RECORD (shift)));
  const char *warning = NULL;

  *is_free = TRUE;
  for (guint i = 0; i < clashes->len; i++)
    {
      const DovClash *clash = g_ptr_array_index (clashes, i);

      if (!clash->is_warning)
        {
          *is_free = FALSE;
          return g_strdup (clash->words);
        }
      warning = warning != NULL ? warning : clash->words;
    }

  return g_strdup (warning);
}

static void
add_choice (DovStore       *store,
            DovPatrolShift *shift,
            GPtrArray      *choices,
            gint64          member,
            guint           n_shifts,
            gboolean        is_known_free)
{
  gboolean is_free = TRUE;
  g_autofree char *obstacle = is_known_free ? NULL : dup_obstacle (store, shift, member, &is_free);
  g_autofree char *name = dov_patrol_dup_member_full (store, member);
  g_autofree char *count = dov_patrol_dup_shifts (n_shifts);
  /* Translators: somebody can walk; %s is on how many shifts of half a year already */
  g_autofree char *words = obstacle != NULL ? g_strdup (obstacle) : g_strdup_printf (_("free, %s in half a year"), count);

  DovCrewChoice choice = { member, g_steal_pointer (&name), g_steal_pointer (&words), is_free, obstacle != NULL };

  g_ptr_array_add (choices, g_memdup2 (&choice, sizeof choice));
}

static gboolean
has_choice (GPtrArray *choices,
            gint64     member)
{
  for (guint i = 0; i < choices->len; i++)
    if (((DovCrewChoice *) g_ptr_array_index (choices, i))->id == member)
      return TRUE;

  return FALSE;
}

/* The free before the others, each as they stood. */
static int
compare_choices (gconstpointer a,
                 gconstpointer b)
{
  return (*(DovCrewChoice **) b)->is_free - (*(DovCrewChoice **) a)->is_free;
}

/**
 * dov_crew_list_choices:
 * @instead_of: whose place is given away, 0: somebody is added
 *
 * Returns: (transfer full) (element-type DovCrewChoice): everybody of the
 *   patrol who is not on the shift: the free first, those with fewest shifts
 *   before the others, then those against whom something stands
 */
GPtrArray *
dov_crew_list_choices (DovStore       *store,
                       DovPatrolShift *shift,
                       gint64          instead_of)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (free_choice);
  GDate day = dov_moment_get_date (shift->starts_at);
  g_autoptr (GArray) free = dov_roster_list_free (store, shift->patrol_id, dov_patrol_shift_get_start (shift),
                                                  dov_patrol_shift_get_end (shift),
                                                  dov_record_get_id (DOV_RECORD (shift)));
  g_autoptr (GArray) all = dov_store_list (store, DOV_TYPE_PATROL_MEMBER,
                                           &(DovQuery) { .where = "patrol_id = ?1",
                                                         .params = g_variant_new ("(x)", shift->patrol_id) }, NULL);

  for (guint i = 0; free != NULL && i < free->len; i++)
    {
      const DovFree *one = &g_array_index (free, DovFree, i);

      if (one->member_id != instead_of && !is_on_shift (store, shift, one->member_id))
        add_choice (store, shift, choices, one->member_id, one->n_shifts, TRUE);
    }
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      gint64 member = g_array_index (all, gint64, i);
      g_autoptr (DovRecord) record = dov_store_find (store, DOV_TYPE_PATROL_MEMBER, member, NULL);

      if (record != NULL && dov_patrol_member_is_current (DOV_PATROL_MEMBER (record), &day) && member != instead_of &&
          !has_choice (choices, member) && !is_on_shift (store, shift, member))
        add_choice (store, shift, choices, member, 0, FALSE);
    }
  g_ptr_array_sort (choices, compare_choices);

  return choices;
}
