/* dov-event-move.c - moving an event to another time (E2) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event-move.h"

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

  return dov_store_save (store, DOV_RECORD (moved), error);
}

/**
 * dov_event_move:
 * @event: an event that has not been held
 * @reason: why it is moved
 *
 * Marks @event as moved and plans the same anew at another time, in one
 * operation.
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
  g_autofree char *words = g_strdup_printf (_("Moved “%s”"), event->title);

  if (!dov_store_begin (store, words, error))
    return NULL;
  if (!save_both (store, moved, copy, reason, error))
    {
      dov_store_abandon (store);
      return NULL;
    }
  if (!dov_store_commit (store, error))
    return NULL;

  return DOV_EVENT (dov_store_find (store, DOV_TYPE_EVENT, dov_record_get_id (DOV_RECORD (copy)), error));
}
