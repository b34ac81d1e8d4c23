/* dov-visits.c - how often a person or a family came: visits, events and people, each counted for itself */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-visits.h"

#include "dov-calendar.h"

/* Whose attendances: of one person, or of whoever belonged to the family on that day. */
#define OF_PERSON "a.person_id = ?1"
#define OF_FAMILY \
  "EXISTS (SELECT 1 FROM live_family_member m WHERE m.person_id = a.person_id AND m.family_id = ?1" \
  " AND (m.since IS NULL OR m.since <= substr (e.starts_at, 1, 10))" \
  " AND (m.until IS NULL OR m.until >= substr (e.starts_at, 1, 10)))"

#define IS_VISIT "a.status IN ('checked_in', 'walk_in') AND a.role IN ('guest', 'parent')"

static void
series_free (DovVisitsOfSeries *series)
{
  g_free (series->title);
  g_array_unref (series->events);
  g_free (series);
}

void
dov_visits_free (DovVisits *self)
{
  g_array_unref (self->marks);
  g_array_unref (self->people);
  g_array_unref (self->events);
  g_array_unref (self->registered);
  g_ptr_array_unref (self->series);
  g_free (self);
}

static void
add_once (GArray *ids,
          gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return;

  g_array_append_val (ids, id);
}

/* Rows come with the last event first, so the first visit is the one taken last. */
static void
add_to_series (DovVisits  *self,
               gint64      series_id,
               const char *title,
               gint64      event,
               const char *starts_at)
{
  DovVisitsOfSeries *series = NULL;
  g_autoptr (GDateTime) at = NULL;

  if (series_id == 0 || title == NULL || !dov_moment_from_iso (starts_at, &at) || at == NULL)
    return;
  for (guint i = 0; i < self->series->len && series == NULL; i++)
    if (((DovVisitsOfSeries *) self->series->pdata[i])->series_id == series_id)
      series = self->series->pdata[i];
  if (series == NULL)
    {
      series = g_new0 (DovVisitsOfSeries, 1);
      series->series_id = series_id;
      series->title = g_strdup (title);
      series->events = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_ptr_array_add (self->series, series);
    }
  add_once (series->events, event);
  series->since = dov_moment_get_date (at);
}

static gboolean
read_visits (DovVisits   *self,
             DovStore    *store,
             const char  *whose,
             gint64       id,
             GError     **error)
{
  g_autofree char *sql = g_strdup_printf (
    "SELECT e.id, a.person_id, e.series_id, s.title, e.starts_at, " IS_VISIT ","
    "  e.registration AND a.status IN ('registered', 'checked_in', 'no_show')"
    "    AND (e.status = 'held' OR substr (e.starts_at, 1, 10) < ?2), a.status = 'checked_in', a.id"
    " FROM live_attendance a JOIN live_event e ON e.id = a.event_id LEFT JOIN event_series s ON s.id = e.series_id"
    " WHERE e.status NOT IN ('cancelled', 'moved') AND %s"
    " ORDER BY e.starts_at DESC, e.id DESC", whose);
  GDate today = dov_today ();
  g_autoptr (DovStatement) rows = dov_store_see (store, sql, "(xD)", id, &today);

  while (dov_statement_next (rows))
    {
      gint64 event = dov_statement_column_integer (rows, 0);

      if (dov_statement_column_integer (rows, 5) != 0)
        {
          gint64 mark = dov_statement_column_integer (rows, 8);

          self->n_visits++;
          g_array_append_val (self->marks, mark);
          add_once (self->events, event);
          add_once (self->people, dov_statement_column_integer (rows, 1));
          add_to_series (self, dov_statement_column_integer (rows, 2), dov_statement_column_text (rows, 3), event,
                         dov_statement_column_text (rows, 4));
        }
      if (dov_statement_column_integer (rows, 6) != 0)
        {
          self->n_registered++;
          self->n_registered_came += dov_statement_column_integer (rows, 7) != 0;
          add_once (self->registered, event);
        }
    }

  return dov_store_has_seen (store, error);
}

/* Held since the first visit; one that somebody came to counts also before it is marked as held. */
static gboolean
count_held (DovVisitsOfSeries  *series,
            DovStore           *store,
            GError            **error)
{
  g_autoptr (DovStatement) rows =
    dov_store_see (store, "SELECT id, status = 'held' FROM live_event WHERE series_id = ?1"
                   " AND status NOT IN ('cancelled', 'moved') AND starts_at >= ?2",
                   "(xD)", series->series_id, &series->since);

  while (dov_statement_next (rows))
    {
      gint64 id = dov_statement_column_integer (rows, 0);
      gboolean counts = dov_statement_column_integer (rows, 1) != 0;

      for (guint i = 0; i < series->events->len && !counts; i++)
        counts = g_array_index (series->events, gint64, i) == id;
      series->n_held += counts;
    }

  return dov_store_has_seen (store, error);
}

static int
compare_series (gconstpointer a,
                gconstpointer b)
{
  const DovVisitsOfSeries *left = *(DovVisitsOfSeries *const *) a, *right = *(DovVisitsOfSeries *const *) b;

  return (int) right->events->len - (int) left->events->len;
}

static DovVisits *
read_all (DovStore    *store,
          const char  *whose,
          gint64       id,
          GError     **error)
{
  g_autoptr (DovVisits) self = g_new0 (DovVisits, 1);

  self->marks = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->events = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->registered = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->series = g_ptr_array_new_with_free_func ((GDestroyNotify) series_free);
  if (!read_visits (self, store, whose, id, error))
    return NULL;
  for (guint i = 0; i < self->series->len; i++)
    if (!count_held (self->series->pdata[i], store, error))
      return NULL;
  g_ptr_array_sort (self->series, compare_series);

  return g_steal_pointer (&self);
}

/**
 * dov_visits_of_person:
 *
 * Returns: (transfer full): how often this person came, as one of the public
 */
DovVisits *
dov_visits_of_person (DovStore  *store,
                      gint64     person,
                      GError   **error)
{
  return read_all (store, OF_PERSON, person, error);
}

/**
 * dov_visits_of_family:
 *
 * Returns: (transfer full): how often its members came, each while belonging to it
 */
DovVisits *
dov_visits_of_family (DovStore  *store,
                      gint64     family,
                      GError   **error)
{
  return read_all (store, OF_FAMILY, family, error);
}
