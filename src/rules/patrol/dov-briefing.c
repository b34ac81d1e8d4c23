/* dov-briefing.c - the yearly briefing of the members of a patrol is written down */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-briefing.h"

#include "dov-patrol-member.h"
#include "dov-patrol-words.h"

#include <glib/gi18n.h>

static gboolean
read_day (const char  *typed,
          GDate      **day,
          GError     **error)
{
  if (!dov_date_from_typed (typed, day, error))
    return FALSE;
  if (*day == NULL)
    g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED, _("Type the day of the briefing."));

  return *day != NULL;
}

static gboolean
brief (DovStore     *store,
       gint64        id,
       const GDate  *day,
       GError      **error)
{
  g_autoptr (DovRecord) member = dov_store_find (store, DOV_TYPE_PATROL_MEMBER, id, error);
  g_autoptr (DovRecord) draft = member != NULL ? dov_record_dup (member) : NULL;

  if (draft == NULL)
    return FALSE;
  dov_set (DOV_PATROL_MEMBER (draft), instructed_on, day);

  return dov_store_save (store, draft, error);
}

/**
 * dov_briefing_write:
 * @member: of a patrol
 * @typed: the day, as a person types it
 */
gboolean
dov_briefing_write (DovStore    *store,
                    gint64       member,
                    const char  *typed,
                    GError     **error)
{
  g_autofree char *name = dov_patrol_dup_member (store, member);
  /* Translators: what an operation was, in the history */
  g_autofree char *words = g_strdup_printf (_("Briefing written down: %s"), name);
  g_autoptr (GDate) day = NULL;

  if (!read_day (typed, &day, error) || !dov_store_begin (store, words, error))
    return FALSE;

  return dov_store_end (store, brief (store, member, day, error), error);
}

/**
 * dov_briefing_write_all:
 * @patrol: 0: all patrols
 * @typed: the day, as a person types it
 *
 * Writes it down for everybody who is a member today.
 */
gboolean
dov_briefing_write_all (DovStore    *store,
                        gint64       patrol,
                        const char  *typed,
                        GError     **error)
{
  GDate today = dov_today ();
  g_autofree char *now = dov_date_to_iso (&today);
  DovQuery query = { .where = "since <= ?1 AND (until IS NULL OR until >= ?1) AND ?2 IN (0, patrol_id)",
                     .params = g_variant_new ("(sx)", now, patrol) };
  g_autoptr (GArray) ids = dov_store_list (store, DOV_TYPE_PATROL_MEMBER, &query, error);
  g_autoptr (GDate) day = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *words = NULL;
  gboolean is_well = TRUE;

  if (ids == NULL || !read_day (typed, &day, error))
    return FALSE;

  shown = dov_date_to_shown (day);
  /* Translators: what an operation was, in the history; %s is a date */
  words = g_strdup_printf (_("All were briefed on %s"), shown);
  if (!dov_store_begin (store, words, error))
    return FALSE;
  for (guint i = 0; i < ids->len && is_well; i++)
    is_well = brief (store, g_array_index (ids, gint64, i), day, error);

  return dov_store_end (store, is_well, error);
}
