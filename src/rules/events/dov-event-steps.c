/* dov-event-steps.c - what becomes of an event: into the plan, held, cancelled */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event-steps.h"

#include <glib/gi18n.h>

#include "dov-roll.h"

/* What the history and undo call a step. */
static char *
dup_words (DovEvent       *event,
           DovEventStatus  status)
{
  static const char *const formats[] = {
    [DOV_EVENT_STATUS_DRAFT] = NC_("toast", "Back to draft: %s"),
    [DOV_EVENT_STATUS_PLANNED] = NC_("toast", "Put into the plan: %s"),
    [DOV_EVENT_STATUS_APPROVED] = NC_("toast", "Approved: %s"),
    [DOV_EVENT_STATUS_HELD] = NC_("toast", "Held: %s"),
    [DOV_EVENT_STATUS_CANCELLED] = NC_("toast", "Cancelled: %s"),
    [DOV_EVENT_STATUS_MOVED] = NC_("toast", "Moved: %s"),
  };
  const char *format = (guint) status < G_N_ELEMENTS (formats) && formats[status] != NULL ? formats[status]
                                                                                         : NC_("toast", "Event changed: %s");

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (g_dpgettext2 (NULL, "toast", format), event->title);
#pragma GCC diagnostic pop
}

/**
 * dov_event_take_step:
 * @store: the store
 * @event: the event
 * @status: what becomes of it
 * @reason: (nullable): why, where the step needs one
 * @error: return location for an error
 *
 * Changes the state of an event in one operation. An event that is held with
 * people by name but without a headcount is counted by these names.
 *
 * Returns: whether it is done
 */
gboolean
dov_event_take_step (DovStore        *store,
                     DovEvent        *event,
                     DovEventStatus   status,
                     const char      *reason,
                     GError         **error)
{
  g_autoptr (DovEvent) draft = DOV_EVENT (dov_record_dup (DOV_RECORD (event)));
  g_autofree char *words = dup_words (event, status);
  gboolean is_well = TRUE;

  dov_set (draft, status, status);
  dov_set (draft, status_reason, reason != NULL ? reason : "");
  if (!dov_store_begin (store, words, error))
    return FALSE;

  if (status == DOV_EVENT_STATUS_HELD)
    is_well = dov_roll_count_named (store, event, error);
  is_well = is_well && dov_store_save (store, DOV_RECORD (draft), error);

  return dov_store_end (store, is_well, error);
}
