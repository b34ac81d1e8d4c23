/* dov-figures.c - the counts of «Сегодня», each together with the records it counts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-figures.h"

#include "dov-event.h"
#include "dov-family.h"
#include "dov-person.h"

#define GROWN_UP 18

#define EVENT_IN_PERIOD \
  "e.status = 'held' AND e.starts_at BETWEEN ?1 AND ?2 || 'T99' AND (?3 = 0 OR e.lounge_id = ?3)"

/* As the reports have it at the end of their period: on support today. */
#define ON_SUPPORT \
  "s.since <= ?5 AND (s.until IS NULL OR s.until > ?5) AND (?3 = 0 OR s.lounge_id = ?3)"

/* Each gives the id of a record and how much it adds, and in which order the
 * records are listed. ?1 and ?2 are the first and the last day (no moment of
 * it comes after T99), ?3 the lounge or 0, ?4 the day on which those were born
 * who come of age today, ?5 today. CROSS JOIN keeps SQLite to this order: the few events
 * of a month first, not the million who came. */
static const struct
{
  const char *sql;
  const char *order;
} statements[] = {
  [DOV_FIGURE_EVENTS] = {
    "SELECT e.id, 1 AS n FROM live_event e WHERE " EVENT_IN_PERIOD,
    "e.starts_at, e.id" },
  [DOV_FIGURE_VISITS] = {
    "SELECT e.id, h.b0_6 + h.b7_13 + h.b14_17 + h.b18_35 + h.b36_59 + h.b60 AS n "
    "FROM live_event e CROSS JOIN live_event_headcount h ON h.event_id = e.id "
    "WHERE " EVENT_IN_PERIOD,
    "e.starts_at, e.id" },
  [DOV_FIGURE_NAMED] = {
    "SELECT e.id, count (*) AS n FROM live_event e CROSS JOIN live_attendance a ON a.event_id = e.id "
    "AND a.status IN ('checked_in', 'walk_in') "
    "WHERE " EVENT_IN_PERIOD " GROUP BY e.id",
    "e.starts_at, e.id" },
  [DOV_FIGURE_UNCOUNTED] = {
    "SELECT e.id, 1 AS n FROM live_event e WHERE e.status IN ('planned', 'approved') "
    "AND e.starts_at BETWEEN ?1 AND ?2 || 'T99' AND (?3 = 0 OR e.lounge_id = ?3)",
    "e.starts_at, e.id" },
  [DOV_FIGURE_FAMILIES] = {
    "SELECT f.id, 1 AS n FROM live_support_period s CROSS JOIN live_family f ON f.id = s.family_id WHERE " ON_SUPPORT,
    "f.key, f.id" },
  [DOV_FIGURE_CHILDREN] = {
    "SELECT DISTINCT p.id, 1 AS n FROM live_support_period s "
    "CROSS JOIN live_family_member m ON m.family_id = s.family_id AND (m.until IS NULL OR m.until >= ?5) "
    "CROSS JOIN live_person p ON p.id = m.person_id AND (p.died_on IS NULL OR p.died_on > ?5) "
    "WHERE " ON_SUPPORT " "
    "AND (p.birth_date > ?4 OR (p.birth_date IS NULL AND p.birth_year > CAST (substr (?4, 1, 4) AS INTEGER)))",
    "p.key, p.id" },
};

/**
 * dov_figures_get_type:
 *
 * Returns: the record that the figure counts or adds up
 */
GType
dov_figures_get_type (DovFigureKind kind)
{
  switch (kind)
    {
    case DOV_FIGURE_FAMILIES:
      return dov_family_get_type ();

    case DOV_FIGURE_CHILDREN:
      return dov_person_get_type ();

    case DOV_FIGURE_EVENTS:
    case DOV_FIGURE_VISITS:
    case DOV_FIGURE_NAMED:
    case DOV_FIGURE_UNCOUNTED:
    default:
      return dov_event_get_type ();
    }
}

static char *
dup_birth_of_grown_ups (void)
{
  GDate day = dov_today ();

  g_date_subtract_years (&day, GROWN_UP);

  return dov_date_to_iso (&day);
}

/**
 * dov_figures_count:
 * @lounge: of one lounge, or 0 for all
 * @since: the first day
 * @until: the last day
 * @ids: (out) (optional) (transfer full): the records that are counted
 *
 * Returns: the figure
 */
gint64
dov_figures_count (DovStore      *store,
                   DovFigureKind  kind,
                   gint64         lounge,
                   const GDate   *since,
                   const GDate   *until,
                   GArray       **ids)
{
  g_autoptr (GError) error = NULL;
  /* Nobody puts in order what is only counted. */
  g_autofree char *sql = ids != NULL
                         ? g_strdup_printf ("%s ORDER BY %s", statements[kind].sql, statements[kind].order)
                         : g_strdup_printf ("SELECT 0, coalesce (sum (n), 0) FROM (%s)", statements[kind].sql);
  g_autoptr (DovStatement) statement = dov_database_prepare (dov_store_get_seen (store), sql, &error);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *first = dov_date_to_iso (since);
  g_autofree char *last = dov_date_to_iso (until);
  g_autofree char *born = dup_birth_of_grown_ups ();
  GDate day = dov_today ();
  g_autofree char *today = dov_date_to_iso (&day);
  gint64 sum = 0;

  g_return_val_if_fail (statement != NULL, 0);

  dov_statement_bind_text (statement, 1, first);
  dov_statement_bind_text (statement, 2, last);
  dov_statement_bind_integer (statement, 3, lounge);
  dov_statement_bind_text (statement, 4, born);
  dov_statement_bind_text (statement, 5, today);

  while (dov_statement_step (statement, &error))
    {
      gint64 id = dov_statement_column_integer (statement, 0);

      sum += dov_statement_column_integer (statement, 1);
      g_array_append_val (found, id);
    }

  if (ids != NULL)
    *ids = g_steal_pointer (&found);

  return sum;
}
