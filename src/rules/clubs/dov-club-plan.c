/* dov-club-plan.c - the sessions of a month as the schedule of a group has them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-club-plan.h"

#include "dov-club-group.h"
#include "dov-club-slot.h"
#include "dov-holiday.h"

#include <glib/gi18n.h>

static void
free_planned (DovClubPlanned *planned)
{
  g_object_unref (planned->draft);
  g_free (planned->warning);
  g_free (planned->refusal);
  g_free (planned);
}

static gboolean
is_there (DovStore       *store,
          DovClubSession *draft)
{
  g_autofree char *starts_at = dov_moment_to_iso (draft->starts_at);
  DovQuery query = { .where = "group_id = ?1 AND starts_at = ?2",
                     .params = g_variant_new ("(xs)", draft->group_id, starts_at) };

  return dov_store_count (store, DOV_TYPE_CLUB_SESSION, &query, NULL) > 0;
}

static DovClubPlanned *
plan_day (DovStore    *store,
          DovClubSlot *slot,
          const GDate *day)
{
  DovClubPlanned *planned = g_new0 (DovClubPlanned, 1);
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_CLUB_SESSION, 0);
  g_autoptr (GDateTime) starts_at = dov_moment_new (day, slot->time);
  g_autoptr (GPtrArray) problems = NULL;

  planned->draft = DOV_CLUB_SESSION (g_steal_pointer (&draft));
  dov_set (planned->draft, group_id, slot->group_id);
  dov_set (planned->draft, starts_at, starts_at);
  dov_set (planned->draft, hours, slot->hours);
  dov_set (planned->draft, place, slot->place);
  planned->is_there = is_there (store, planned->draft);
  planned->is_holiday = dov_day_is_holiday (day);
  if (planned->is_there)
    return planned;

  problems = dov_store_list_problems (store, DOV_RECORD (planned->draft));
  for (guint i = 0; i < problems->len; i++)
    {
      DovProblem *problem = g_ptr_array_index (problems, i);
      char **words = problem->is_warning ? &planned->warning : &planned->refusal;

      if (*words == NULL)
        *words = g_strdup (problem->message);
    }
  planned->is_wanted = planned->refusal == NULL && !planned->is_holiday;

  return planned;
}

static int
compare_planned (gconstpointer a,
                 gconstpointer b)
{
  const DovClubPlanned *left = *(DovClubPlanned *const *) a, *right = *(DovClubPlanned *const *) b;

  return g_date_time_compare (left->draft->starts_at, right->draft->starts_at);
}

/**
 * dov_club_plan_list:
 * @day: any day of the month
 *
 * Returns: (transfer full) (element-type DovClubPlanned): every session that
 *   the schedule of the group has in the month, in its order
 */
GPtrArray *
dov_club_plan_list (DovStore     *store,
                    gint64        group_id,
                    const GDate  *day,
                    GError      **error)
{
  DovQuery query = { .where = "group_id = ?1", .params = g_variant_new ("(x)", group_id) };
  g_autoptr (GPtrArray) slots = dov_store_read (store, DOV_TYPE_CLUB_SLOT, &query);
  g_autoptr (GPtrArray) plan = g_ptr_array_new_with_free_func ((GDestroyNotify) free_planned);
  GDateMonth month = g_date_get_month (day);

  for (guint i = 0; i < slots->len; i++)
    {
      DovClubSlot *slot = g_ptr_array_index (slots, i);
      GDate on = *day;

      for (g_date_set_day (&on, 1); g_date_get_month (&on) == month; g_date_add_days (&on, 1))
        if ((guint) g_date_get_weekday (&on) == (guint) slot->weekday)
          g_ptr_array_add (plan, plan_day (store, slot, &on));
    }
  g_ptr_array_sort (plan, compare_planned);

  return g_steal_pointer (&plan);
}

static gboolean
is_made (const DovClubPlanned *planned)
{
  return planned->is_wanted && !planned->is_there && planned->refusal == NULL;
}

/**
 * dov_club_plan_count:
 *
 * Returns: how many sessions are to be made
 */
guint
dov_club_plan_count (GPtrArray *plan)
{
  guint n = 0;

  for (guint i = 0; i < plan->len; i++)
    n += is_made (g_ptr_array_index (plan, i));

  return n;
}

/**
 * dov_club_plan_make:
 * @plan: (element-type DovClubPlanned): with what is wanted
 *
 * Makes the wanted sessions in one operation; a clash wants its reason, as in any save.
 */
gboolean
dov_club_plan_make (DovStore    *store,
                    gint64       group_id,
                    GPtrArray   *plan,
                    GError     **error)
{
  guint n = dov_club_plan_count (plan);
  gboolean is_well = TRUE;
  g_autoptr (DovRecord) group = dov_store_find (store, DOV_TYPE_CLUB_GROUP, group_id, error);
  g_autofree char *words = NULL;

  if (group == NULL)
    return FALSE;
  words = g_strdup_printf (ngettext ("“%s”: %u session planned", "“%s”: %u sessions planned", n),
                           DOV_CLUB_GROUP (group)->name, n);
  if (!dov_store_begin (store, words, error))
    return FALSE;
  for (guint i = 0; i < plan->len && is_well; i++)
    {
      DovClubPlanned *planned = g_ptr_array_index (plan, i);

      is_well = !is_made (planned) || dov_store_save (store, DOV_RECORD (planned->draft), error);
    }

  return dov_store_end (store, is_well, error);
}
