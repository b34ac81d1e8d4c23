/* dov-briefing.c - the yearly briefing of the members of a patrol is written down */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-briefing.h"

#include "dov-patrol-member.h"
#include "dov-patrol-words.h"

#include <glib/gi18n.h>

static GDate *
read_day (const char  *typed,
          GError     **error)
{
  GDate *day = NULL;

  if (dov_date_from_typed (typed, &day, error) && day == NULL)
    g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED, _("Type the day of the briefing."));

  return day;
}

static gboolean
brief (DovStore     *store,
       GPtrArray    *members,
       const GDate  *day,
       const char   *words,
       GError      **error)
{
  gboolean is_well = TRUE;

  if (!dov_store_begin (store, words, error))
    return FALSE;
  for (guint i = 0; i < members->len && is_well; i++)
    {
      g_autoptr (DovRecord) draft = dov_record_dup (members->pdata[i]);

      dov_set (DOV_PATROL_MEMBER (draft), instructed_on, day);
      is_well = dov_store_save (store, draft, error);
    }

  return dov_store_end (store, is_well, error);
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
  g_autoptr (GPtrArray) members = dov_store_read (store, DOV_TYPE_PATROL_MEMBER, &(DovQuery) {
    .where = "id = ?1", .params = g_variant_new ("(x)", member) });
  g_autofree char *name = dov_patrol_dup_member (store, member);
  /* Translators: what an operation was, in the history */
  g_autofree char *words = g_strdup_printf (C_("toast", "Briefing written down: %s"), name);
  g_autoptr (GDate) day = read_day (typed, error);

  return day != NULL && brief (store, members, day, words, error);
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
  g_autoptr (GPtrArray) members = dov_store_read (store, DOV_TYPE_PATROL_MEMBER, &(DovQuery) {
    .where = "since <= ?1 AND (until IS NULL OR until >= ?1) AND ?2 IN (0, patrol_id)",
    .params = g_variant_new ("(sx)", now, patrol) });
  g_autoptr (GDate) day = read_day (typed, error);
  g_autofree char *shown = dov_date_to_shown (day);
  /* Translators: what an operation was, in the history; %s is a date */
  g_autofree char *words = g_strdup_printf (C_("toast", "All were briefed on %s"), shown);

  return day != NULL && brief (store, members, day, words, error);
}
