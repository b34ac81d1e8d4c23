/* dov-shift-move.c - a shift goes to another day or hour */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-shift-move.h"

#include <glib/gi18n.h>

/* A day alone keeps the hour, an hour alone the day. */
static GDateTime *
read_when (DovPatrolShift *shift,
           const char     *typed,
           GError        **error)
{
  GDate day = dov_moment_get_date (shift->starts_at);
  DovTime time = dov_moment_get_time (shift->starts_at);
  g_autoptr (GDate) other = NULL;
  GDateTime *moment = NULL;

  if (*typed == '\0')
    {
      g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED, _("Type the new day or hour."));
      return NULL;
    }
  if (strchr (typed, ':') != NULL && strchr (typed, ' ') == NULL && dov_time_from_typed (typed, &time, NULL))
    return dov_moment_new (&day, time);
  if (dov_date_from_typed (typed, &other, NULL) && other != NULL)
    return dov_moment_new (other, time);
  if (!dov_moment_from_typed (typed, &moment, error))
    return NULL;

  return moment;
}

/**
 * dov_shift_move:
 * @typed: to which day and hour, as a person types it
 *
 * Moves the shift with its length and those put down for it, as one operation.
 */
gboolean
dov_shift_move (DovStore        *store,
                DovPatrolShift  *shift,
                const char      *typed,
                GError         **error)
{
  g_autofree char *plain = g_strstrip (g_strdup (typed));
  g_autoptr (DovRecord) changed = dov_record_dup (DOV_RECORD (shift));
  g_autoptr (GDateTime) starts_at = read_when (shift, plain, error);
  g_autoptr (GDateTime) ends_at = NULL;
  g_autofree char *when = NULL;
  g_autofree char *words = NULL;

  if (starts_at == NULL)
    return FALSE;

  ends_at = g_date_time_add (starts_at, g_date_time_difference (shift->ends_at, shift->starts_at));
  dov_set (DOV_PATROL_SHIFT (changed), starts_at, starts_at);
  dov_set (DOV_PATROL_SHIFT (changed), ends_at, ends_at);
  when = dov_moment_to_shown (starts_at);
  /* Translators: what an operation was, in the history; %s is a day and an hour */
  words = g_strdup_printf (C_("toast", "Shift moved to %s"), when);
  if (!dov_store_begin (store, words, error))
    return FALSE;

  return dov_store_end (store, dov_store_save (store, changed, error), error);
}
