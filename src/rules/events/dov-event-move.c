/* dov-event-move.c - moving an event to another time (E2) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event-move.h"

#include "dov-attendance.h"
#include "dov-event-helper.h"
#include "dov-event-partner.h"
#include "dov-film-screening.h"

#include <glib/gi18n.h>

static DovEvent *
copy_event (DovEvent  *event,
            GDateTime *starts_at,
            GDateTime *ends_at)
{
  DovEvent *copy = DOV_EVENT (dov_record_new (DOV_TYPE_EVENT, 0));

  dov_record_assign (DOV_RECORD (copy), DOV_RECORD (event));
  dov_set (copy, starts_at, starts_at);
  dov_set (copy, ends_at, ends_at);
  dov_set (copy, status, DOV_EVENT_STATUS_PLANNED);
  dov_set (copy, status_reason, NULL);
  dov_set (copy, moved_to_id, (gint64) 0);

  return copy;
}

/**
 * dov_event_copy:
 *
 * Returns: (transfer full): a draft of the same once more, at the same hour a
 *   week later, or in the next week when that is past
 */
DovEvent *
dov_event_copy (DovEvent *event)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();
  g_autoptr (GDateTime) starts_at = event->starts_at != NULL ? g_date_time_add_weeks (event->starts_at, 1) : NULL;
  g_autoptr (GDateTime) ends_at = NULL;

  while (starts_at != NULL && g_date_time_compare (starts_at, now) < 0)
    {
      g_autoptr (GDateTime) earlier = g_steal_pointer (&starts_at);

      starts_at = g_date_time_add_weeks (earlier, 1);
    }
  if (starts_at != NULL && event->ends_at != NULL)
    ends_at = g_date_time_add (starts_at, g_date_time_difference (event->ends_at, event->starts_at));

  return copy_event (event, starts_at, ends_at);
}

/* What belongs to the event goes with it: the film, who helps, who put their names down. */
static const struct
{
  GType      (*type) (void);
  const char  *where;
} parts[] = {
  { dov_film_screening_get_type, "event_id = ?1" },
  { dov_event_helper_get_type, "event_id = ?1" },
  { dov_event_partner_get_type, "event_id = ?1" },
  { dov_attendance_get_type, "event_id = ?1 AND status IN ('registered', 'waiting')" },
};

static gboolean
copy_parts (DovStore  *store,
            gint64     from,
            gint64     to,
            GError   **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      DovQuery query = { .where = parts[i].where, .params = g_variant_new ("(x)", from) };
      g_autoptr (GPtrArray) stored = dov_store_read (store, parts[i].type (), &query);

      for (guint j = 0; j < stored->len; j++)
        {
          g_autoptr (DovRecord) draft = dov_record_new (parts[i].type (), 0);

          dov_record_assign (draft, stored->pdata[j]);
          dov_record_set_number (draft, "event_id", to);
          if (!dov_store_save (store, draft, error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
save_both (DovStore    *store,
           DovEvent    *moved,
           DovEvent    *copy,
           const char  *reason,
           GError     **error)
{
  if (!dov_store_save (store, DOV_RECORD (copy), error))
    return FALSE;
  dov_set (moved, status, DOV_EVENT_STATUS_MOVED);
  dov_set (moved, status_reason, reason);
  dov_set (moved, moved_to_id, dov_record_get_id (DOV_RECORD (copy)));

  return dov_store_save (store, DOV_RECORD (moved), error) &&
         copy_parts (store, dov_record_get_id (DOV_RECORD (moved)), dov_record_get_id (DOV_RECORD (copy)), error);
}

/**
 * dov_event_move:
 * @event: an event that has not been held
 * @reason: why it is moved
 *
 * Marks @event as moved and plans the same anew at another time, with its film,
 * helpers, partners and those who put their names down, in one operation.
 *
 * Returns: (transfer full): the new event; %NULL when a rule refused
 */
DovEvent *
dov_event_move (DovStore    *store,
                DovEvent    *event,
                GDateTime   *starts_at,
                GDateTime   *ends_at,
                const char  *reason,
                GError     **error)
{
  g_autoptr (DovEvent) moved = DOV_EVENT (dov_record_dup (DOV_RECORD (event)));
  g_autoptr (DovEvent) copy = copy_event (event, starts_at, ends_at);
  g_autofree char *words = g_strdup_printf (C_("toast", "Moved “%s”"), event->title);

  if (!dov_store_begin (store, words, error))
    return NULL;
  if (!save_both (store, moved, copy, reason, error))
    {
      dov_store_abandon (store);
      return NULL;
    }
  if (!dov_store_commit (store, NULL, error))
    return NULL;

  return DOV_EVENT (dov_store_find (store, DOV_TYPE_EVENT, dov_record_get_id (DOV_RECORD (copy)), error));
}

/* A day alone keeps the hour of the event. */
static GDateTime *
read_when (DovEvent    *event,
           const char  *typed,
           GError     **error)
{
  GDateTime *moment = NULL;
  g_autoptr (GDate) date = NULL;

  if (*typed == '\0')
    {
      g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED, _("Type the new day."));
      return NULL;
    }
  if (strchr (typed, ':') == NULL)
    return dov_date_from_typed (typed, &date, error) && date != NULL
           ? dov_moment_new (date, dov_moment_get_time (event->starts_at)) : NULL;

  return dov_moment_from_typed (typed, &moment, error) ? moment : NULL;
}

/**
 * dov_event_move_typed:
 * @typed: to which day, and time if it changes, as a person types it
 *
 * The same; the event stays as long as it is.
 */
gboolean
dov_event_move_typed (DovStore    *store,
                      DovEvent    *event,
                      const char  *typed,
                      const char  *reason,
                      GError     **error)
{
  g_autofree char *plain = g_strstrip (g_strdup (typed));
  g_autoptr (GDateTime) starts_at = read_when (event, plain, error);
  g_autoptr (GDateTime) ends_at = NULL;
  g_autoptr (DovEvent) other = NULL;

  if (starts_at == NULL)
    return FALSE;
  ends_at = event->ends_at != NULL && event->starts_at != NULL
            ? g_date_time_add (starts_at, g_date_time_difference (event->ends_at, event->starts_at)) : NULL;
  other = dov_event_move (store, event, starts_at, ends_at, reason, error);

  return other != NULL;
}
