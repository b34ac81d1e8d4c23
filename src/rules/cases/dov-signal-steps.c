/* dov-signal-steps.c - what is done with a signal: taken up, passed on, and how soon something was done */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-signal-steps.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dov-family.h"
#include "dov-incoming-paper.h"
#include "dov-outgoing-notice.h"
#include "dov-signal-clock.h"

/**
 * dov_signal_take_up:
 * @family_id: whose case it becomes
 *
 * Links the signal with the family and says that it was taken up today.
 */
gboolean
dov_signal_take_up (DovStore  *store,
                    gint64     signal_id,
                    gint64     family_id,
                    GError   **error)
{
  g_autoptr (DovSignal) draft = dov_store_find_draft (store, DOV_TYPE_SIGNAL, signal_id, error);
  GDate today = dov_today ();

  if (draft == NULL)
    return FALSE;
  dov_set (draft, family_id, family_id);
  dov_set (draft, decision, DOV_SIGNAL_DECISION_OPENED_CASE);
  dov_set (draft, decided_on, &today);

  return dov_store_save (store, DOV_RECORD (draft), error);
}

/**
 * dov_signal_begin_notice:
 *
 * Returns: (transfer full): a notice that passes the signal on, to be read over before it is saved; the program
 *   sends nothing by itself (N14)
 */
DovRecord *
dov_signal_begin_notice (DovStore  *store,
                         DovSignal *self)
{
  DovRecord *draft = dov_record_new (DOV_TYPE_OUTGOING_NOTICE, 0);
  DovOutgoingNotice *notice = DOV_OUTGOING_NOTICE (draft);

  dov_set (notice, signal_id, dov_record_get_id (DOV_RECORD (self)));
  dov_set (notice, kind, DOV_OUTGOING_NOTICE_KIND_SIGNAL);
  dov_set (notice, lounge_id, self->lounge_id);
  dov_set (notice, family_id, self->family_id);
  dov_set (notice, text, self->summary);

  return draft;
}

/**
 * dov_signal_begin_family:
 *
 * Returns: (transfer full): a family with what the signal tells of it
 */
DovRecord *
dov_signal_begin_family (DovStore  *store,
                         DovSignal *self)
{
  DovRecord *draft = dov_record_new (DOV_TYPE_FAMILY, 0);
  DovFamily *family = DOV_FAMILY (draft);
  g_autofree char *about = g_strstrip (g_strdup (self->subject_text));

  dov_set (family, lounge_id, self->lounge_id);
  dov_set (family, curator_id, self->staff_id);
  dov_set (family, case_status, DOV_CASE_STATUS_IDENTIFIED);
  /* One word is a name, more are a description: whoever enters the family knows better. */
  if (*about != '\0' && strpbrk (about, " ,.;0123456789") == NULL)
    dov_set (family, family_name, about);

  return draft;
}

/**
 * dov_signal_find_notice:
 * @without_answer: only one that was not answered
 *
 * Returns: the last notice by which it was passed on; 0 when there is none
 */
gint64
dov_signal_find_notice (DovStore  *store,
                        DovSignal *self,
                        gboolean   without_answer)
{
  return dov_store_ask_number (store, "SELECT id FROM live_outgoing_notice WHERE signal_id = ?1"
                               " AND (?2 = 0 OR answered_on IS NULL) ORDER BY date DESC, id DESC LIMIT 1", "(xx)",
                               dov_record_get_id (DOV_RECORD (self)), (gint64) without_answer);
}

/* What was done about it, by the hour where that is known. */
#define ACTS \
  "SELECT min(at) FROM (SELECT forwarded_at AS at FROM live_signal WHERE id = ?1 AND forwarded_at IS NOT NULL" \
  " UNION ALL SELECT v.visited_at FROM live_home_visit v JOIN live_signal s ON s.id = ?1" \
  "  WHERE v.family_id = s.family_id AND v.visited_at > s.received_at" \
  " UNION ALL SELECT c.contacted_at FROM live_contact_record c JOIN live_signal s ON s.id = ?1" \
  "  WHERE c.family_id = s.family_id AND c.contacted_at > s.received_at)"

/**
 * dov_signal_dup_response:
 *
 * Returns: (transfer full) (nullable): how long after the signal something was done first: “first act after 4 min”;
 *   %NULL while nothing was
 */
char *
dov_signal_dup_response (DovStore  *store,
                         DovSignal *self)
{
  g_autoptr (DovStatement) rows = dov_store_see (store, ACTS, "(x)", dov_record_get_id (DOV_RECORD (self)));
  g_autoptr (GDateTime) first = NULL;
  g_autofree char *span = NULL;
  GDate received;

  if (self->received_at == NULL)
    return NULL;
  if (dov_statement_next (rows) && dov_moment_from_iso (dov_statement_column_text (rows, 0) ?: "", &first) && first != NULL)
    {
      span = dov_signal_clock_dup_waited (g_date_time_difference (first, self->received_at));
      return g_strdup_printf (_("first act after %s"), span);
    }
  if (self->decided_on == NULL)
    return NULL;

  /* A decision has a day and no hour. */
  received = dov_moment_get_date (self->received_at);
  if (g_date_compare (&received, self->decided_on) >= 0)
    return g_strdup (_("first act on the same day"));
  span = dov_signal_clock_dup_waited (g_date_days_between (&received, self->decided_on) * G_TIME_SPAN_DAY);

  return g_strdup_printf (_("first act after %s"), span);
}

/* ---- what a notice says of what it is about ---- */

/* Whom it was passed on to and when stands in the signal too; what somebody wrote there stays. */
static gboolean
mark_passed_on (DovStore           *store,
                DovOutgoingNotice  *notice,
                GError            **error)
{
  g_autoptr (DovSignal) signal = dov_store_find_draft (store, DOV_TYPE_SIGNAL, notice->signal_id, error);
  g_autoptr (GDateTime) now = dov_clock_dup_now ();
  g_autoptr (GDateTime) noon = dov_moment_new (notice->date, (DovTime) (12 * 60));
  GDate today = dov_today ();
  GDateTime *at = g_date_compare (notice->date, &today) < 0 ? noon : now;

  if (signal == NULL)
    return FALSE;
  if (signal->forwarded_to_id != 0 || dov_record_is_removed (DOV_RECORD (signal)))
    return TRUE;
  dov_set (signal, forwarded_to_id, notice->to_id);
  dov_set (signal, forwarded_at, g_date_time_compare (at, signal->received_at) < 0 ? signal->received_at : at);

  return dov_store_save (store, DOV_RECORD (signal), error);
}

/* A paper that was answered is done. */
static gboolean
mark_answered (DovStore           *store,
               DovOutgoingNotice  *notice,
               GError            **error)
{
  g_autoptr (DovIncomingPaper) paper = dov_store_find_draft (store, DOV_TYPE_INCOMING_PAPER, notice->incoming_id, error);
  GDate today = dov_today ();

  if (paper == NULL)
    return FALSE;
  if (paper->done_on != NULL || dov_record_is_removed (DOV_RECORD (paper)) ||
      g_date_compare (notice->date, paper->date) < 0 || g_date_compare (notice->date, &today) > 0)
    return TRUE;
  dov_set (paper, done_on, notice->date);

  return dov_store_save (store, DOV_RECORD (paper), error);
}

/* In the same operation as the notice, so that one undo takes both back. */
static gboolean
follow_notices (DovStore  *store,
                GError   **error)
{
  g_autoptr (GArray) touched = dov_store_list_touched (store, DOV_TYPE_OUTGOING_NOTICE);

  if (dov_store_is_undoing (store))
    return TRUE;
  for (guint i = 0; i < touched->len; i++)
    {
      gint64 id = g_array_index (touched, gint64, i);
      g_autoptr (DovOutgoingNotice) notice = dov_store_look_up (store, DOV_TYPE_OUTGOING_NOTICE, id);
      g_autoptr (DovOutgoingNotice) before =
        (DovOutgoingNotice *) dov_store_find_before (store, DOV_TYPE_OUTGOING_NOTICE, id);

      if (notice == NULL || notice->date == NULL || dov_record_is_removed (DOV_RECORD (notice)))
        continue;
      if (notice->signal_id != 0 && (before == NULL || before->signal_id != notice->signal_id) &&
          !mark_passed_on (store, notice, error))
        return FALSE;
      if (notice->incoming_id != 0 && notice->kind == DOV_OUTGOING_NOTICE_KIND_ANSWER &&
          (before == NULL || before->incoming_id != notice->incoming_id) && !mark_answered (store, notice, error))
        return FALSE;
    }

  return TRUE;
}

void
dov_signal_steps_install (DovStore *store)
{
  dov_store_add_consequence (store, follow_notices);
}
