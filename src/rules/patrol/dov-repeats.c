/* dov-repeats.c - the same child met again and again (T10) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-repeats.h"

#include "dov-outgoing-notice.h"

static GVariant *
span_of (DovPatrolFinding *finding)
{
  g_autoptr (GDateTime) first = g_date_time_add_days (finding->found_at, -DOV_REPEATS_DAYS);
  g_autofree char *since = dov_moment_to_iso (first);
  g_autofree char *until = dov_moment_to_iso (finding->found_at);

  return g_variant_new ("(xss)", finding->person_id, since, until);
}

/**
 * dov_repeats_count:
 * @finding: of a child that is known by a card
 *
 * Returns: how often the child was found within 90 days, this one counted; 0
 *   for a child that is not known
 */
guint
dov_repeats_count (DovStore         *store,
                   DovPatrolFinding *finding)
{
  DovQuery query = { .where = "person_id = ?1 AND found_at > ?2 AND found_at <= ?3" };
  gint64 n;

  if (finding->person_id == 0 || finding->found_at == NULL)
    return 0;

  query.params = span_of (finding);
  n = dov_store_count (store, DOV_TYPE_PATROL_FINDING, &query, NULL);

  return n > 0 ? (guint) n : 0;
}

/* Whether somebody has written a notice about one of these findings. */
gboolean
dov_repeats_is_told (DovStore         *store,
                     DovPatrolFinding *finding)
{
  DovQuery query = { .where = "finding_id IN (SELECT id FROM live_patrol_finding WHERE person_id = ?1 AND found_at > ?2 "
                              "AND found_at <= ?3)" };

  if (finding->person_id == 0 || finding->found_at == NULL)
    return FALSE;

  query.params = span_of (finding);

  return dov_store_count (store, DOV_TYPE_OUTGOING_NOTICE, &query, NULL) > 0;
}
