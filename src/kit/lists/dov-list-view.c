/* dov-list-view.c - what the list of each record looks like: columns, chips, words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-list-view.h"

#include "dov-calendar.h"

/* The moments from the first day of a month to the first of the next. */
static GVariant *
month_around (int months)
{
  GDate first = dov_today (), next;
  g_autofree char *since = NULL;
  g_autofree char *until = NULL;

  g_date_set_day (&first, 1);
  if (months > 0)
    g_date_add_months (&first, (guint) months);
  else
    g_date_subtract_months (&first, (guint) -months);
  next = first;
  g_date_add_months (&next, 1);
  since = dov_date_to_iso (&first);
  until = dov_date_to_iso (&next);

  return g_variant_new ("(ss)", since, until);
}

/* For chips: the moments from the first day of this month to the first of the next. */
GVariant *
dov_list_this_month (void)
{
  return month_around (0);
}

GVariant *
dov_list_last_month (void)
{
  return month_around (-1);
}

GVariant *
dov_list_now (void)
{
  g_autoptr (GDateTime) moment = dov_clock_dup_now ();
  g_autofree char *text = dov_moment_to_iso (moment);

  return g_variant_new ("(s)", text);
}

/* GType → DovListView, all of them static. */
static GHashTable *told;

/**
 * dov_list_view_add:
 * @views: static
 *
 * An area tells what the lists of its records look like.
 */
void
dov_list_view_add (const DovListView *views,
                   guint              n_views)
{
  if (told == NULL)
    told = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n_views; i++)
    g_hash_table_insert (told, GSIZE_TO_POINTER (views[i].type ()), (gpointer) &views[i]);
}

/**
 * dov_list_view_find:
 * @type: a record
 *
 * Finds what the list of a record looks like.
 *
 * Returns: (nullable): %NULL for records that have no list of their own:
 *   their listed fields are the columns
 */
const DovListView *
dov_list_view_find (GType type)
{
  return told != NULL ? g_hash_table_lookup (told, GSIZE_TO_POINTER (type)) : NULL;
}
