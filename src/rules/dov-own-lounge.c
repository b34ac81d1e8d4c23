/* dov-own-lounge.c - the lounge of this computer */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-own-lounge.h"

#include "dov-config.h"
#include "dov-lounge.h"
#include "dov-settings.h"

static gboolean
is_lounge (DovStore *store,
           gint64    id)
{
  g_autoptr (DovRecord) lounge = dov_store_look_up (store, DOV_TYPE_LOUNGE, id);

  return lounge != NULL && !dov_record_is_removed (lounge);
}

/**
 * dov_own_lounge_find_only:
 *
 * Returns: the lounge of a file that has one; 0 when there is none or several
 */
gint64
dov_own_lounge_find_only (DovStore *store)
{
  g_autoptr (GArray) lounges = dov_store_list (store, DOV_TYPE_LOUNGE, NULL, NULL);

  return lounges != NULL && lounges->len == 1 ? g_array_index (lounges, gint64, 0) : 0;
}

/**
 * dov_own_lounge_find:
 *
 * Returns: the lounge that was chosen at this computer, or else the one of
 *   the settings of the file, or else the only one; 0 when it is not known
 */
gint64
dov_own_lounge_find (DovStore *store)
{
  gint64 chosen = dov_config_get_number ("lounge", 0);
  g_autoptr (DovRecord) settings = NULL;

  if (is_lounge (store, chosen))
    return chosen;

  settings = dov_store_find_first (store, DOV_TYPE_SETTINGS, NULL, NULL);
  if (settings != NULL && is_lounge (store, DOV_SETTINGS (settings)->lounge_id))
    return DOV_SETTINGS (settings)->lounge_id;

  return dov_own_lounge_find_only (store);
}
