/* dov-outgoing-draft.c - what is known of an outgoing notice or an act before anything is typed: its number (V8), its facts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-outgoing-draft.h"

#include <glib/gi18n.h>

#include "dov-finding-alerts.h"
#include "dov-join.h"
#include "dov-outgoing-notice.h"
#include "dov-own-lounge.h"
#include "dov-patrol-words.h"
#include "dov-ref-item.h"

#include <string.h>

/* “17” and “17/3” are both the seventeenth. */
static gint64
read_number (const char *notice_no)
{
  return strspn (notice_no, "0123456789") <= 9 ? g_ascii_strtoll (notice_no, NULL, 10) : 0;
}

static char *
propose_next (DovStatement *rows)
{
  gint64 highest = 0;

  while (dov_statement_next (rows))
    highest = MAX (highest, read_number (dov_statement_column_text (rows, 0)));

  return g_strdup_printf ("%" G_GINT64_FORMAT, highest + 1);
}

/**
 * dov_notice_number_propose:
 * @on: a day of the year that the number is for
 *
 * Returns: (transfer full): the next free number of that lounge and year, one
 *   above the highest that was ever given, those in the bin included
 */
char *
dov_notice_number_propose (DovStore    *store,
                           gint64       lounge_id,
                           const GDate *on)
{
  g_autofree char *year = g_strdup_printf ("%04d", g_date_get_year (on));
  g_autoptr (DovStatement) rows =
    dov_store_ask (store, "SELECT notice_no FROM outgoing_notice WHERE +lounge_id = ?1 AND substr (date, 1, 4) = ?2",
                   "(xs)", lounge_id, year);

  return propose_next (rows);
}

/**
 * dov_handover_number_propose:
 * @member_id: of the patrol, who hands the child over
 * @on: a day of the year that the number is for
 *
 * Returns: (transfer full): the next free number of an act of that patrol and year
 */
char *
dov_handover_number_propose (DovStore    *store,
                             gint64       member_id,
                             const GDate *on)
{
  g_autofree char *year = g_strdup_printf ("%04d", g_date_get_year (on));
  g_autoptr (DovStatement) rows =
    dov_store_ask (store, "SELECT h.act_no FROM handover h JOIN patrol_member m ON m.id = h.handed_by_id"
                          " WHERE m.patrol_id = (SELECT patrol_id FROM patrol_member WHERE id = ?1)"
                          " AND substr (h.handed_at, 1, 4) = ?2", "(xs)", member_id, year);

  return propose_next (rows);
}

/**
 * dov_outgoing_draft_fill_in:
 * @draft: a new notice
 */
void
dov_outgoing_draft_fill_in (DovStore  *store,
                            DovRecord *draft)
{
  DovOutgoingNotice *notice = DOV_OUTGOING_NOTICE (draft);
  GDate today = dov_today ();

  if (notice->date == NULL)
    dov_set (notice, date, &today);
  if (notice->lounge_id == 0)
    dov_set (notice, lounge_id, dov_own_lounge_find (store));
  if (*notice->notice_no == '\0')
    {
      g_autofree char *number = dov_notice_number_propose (store, notice->lounge_id, notice->date);

      dov_set (notice, notice_no, number);
    }
  if (notice->kind == 0)
    dov_set (notice, kind, DOV_OUTGOING_NOTICE_KIND_INFORMATION);
}

/* Facts only: what, when, where, with whom. */
static char *
dup_text (DovStore         *store,
          DovPatrolFinding *finding)
{
  GDate day = dov_moment_get_date (finding->found_at);
  g_autofree char *date = dov_date_to_shown (&day);
  g_autofree char *time = dov_time_to_shown (dov_moment_get_time (finding->found_at));
  g_autofree char *kind = dov_store_describe_id (store, DOV_TYPE_REF_ITEM, finding->kind_id);
  g_autofree char *child = dov_patrol_dup_child (store, finding, TRUE);
  /* Translators: %s is the name or the description of a child */
  g_autofree char *who = *child != '\0' ? g_strdup_printf (_("Child: %s."), child) : NULL;
  g_autofree char *with = *finding->with_whom != '\0' ? g_strdup_printf (_("With whom: %s."), finding->with_whom) : NULL;
  GString *text = g_string_new (NULL);

  /* Translators: the beginning of a notice: %1$s is a date, %2$s a time, %3$s a place, %4$s what was found */
  g_string_append_printf (text, _("On %1$s at %2$s, %3$s: %4$s."), date, time, finding->place, kind);
  dov_join (text, " ", who);
  dov_join (text, " ", with);

  return g_string_free (text, FALSE);
}

/**
 * dov_outgoing_draft_about:
 * @finding: that is told of
 *
 * Returns: (transfer full): a notice about a finding, to be read over and
 *   changed before it is saved; nothing is sent by the program (N14)
 */
DovRecord *
dov_outgoing_draft_about (DovStore         *store,
                          DovPatrolFinding *finding)
{
  DovRecord *draft = dov_record_new (DOV_TYPE_OUTGOING_NOTICE, 0);
  g_autoptr (GArray) same = dov_findings_list_same (store, finding);
  g_autofree char *text = dup_text (store, finding);
  g_autofree char *measures = dov_patrol_dup_measures (finding);

  dov_set (DOV_OUTGOING_NOTICE (draft), finding_id, dov_record_get_id (DOV_RECORD (finding)));
  dov_set (DOV_OUTGOING_NOTICE (draft), kind, same->len >= DOV_REPEATS_ENOUGH ? DOV_OUTGOING_NOTICE_KIND_REPEATED
                                                                            : DOV_OUTGOING_NOTICE_KIND_FINDING);
  dov_set (DOV_OUTGOING_NOTICE (draft), text, text);
  dov_set (DOV_OUTGOING_NOTICE (draft), measures, measures);

  return draft;
}
