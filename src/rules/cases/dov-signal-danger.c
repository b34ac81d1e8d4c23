/* dov-signal-danger.c - danger that somebody saw becomes a signal at once (T7) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-signal-danger.h"

#include <glib/gi18n.h>

#include "dov-case-begin.h"
#include "dov-family.h"
#include "dov-home-visit.h"
#include "dov-living-conditions-act.h"
#include "dov-own-lounge.h"
#include "dov-patrol-finding.h"
#include "dov-patrol-shift.h"
#include "dov-patrol.h"
#include "dov-signal.h"

#define NOON ((DovTime) (12 * 60))

typedef struct
{
  GType      (*type) (void);
  const char  *link;                   /* of the signal */
  void       (*tell) (DovStore *store, DovRecord *seen, DovSignal *signal);
} Witness;

/* A moment that is still to come is a slip of the pen; the signal is of now. */
static void
set_received (DovSignal *signal,
              GDateTime *seen_at)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();

  dov_set (signal, received_at, seen_at != NULL && g_date_time_compare (seen_at, now) < 0 ? seen_at : now);
}

static void
set_family (DovStore  *store,
            DovSignal *signal,
            gint64     family_id)
{
  g_autoptr (DovFamily) family = dov_store_look_up (store, DOV_TYPE_FAMILY, family_id);

  dov_set (signal, family_id, family_id);
  if (family != NULL)
    dov_set (signal, lounge_id, family->lounge_id);
}

static void
tell_visit (DovStore  *store,
            DovRecord *seen,
            DovSignal *signal)
{
  DovHomeVisit *visit = DOV_HOME_VISIT (seen);

  set_received (signal, visit->visited_at);
  set_family (store, signal, visit->family_id);
  dov_set (signal, source, DOV_SIGNAL_SOURCE_OTHER);
  dov_set (signal, staff_id, visit->staff_id);
  dov_set (signal, summary, *visit->findings != '\0' ? visit->findings : _("Danger to life or health, seen at a visit"));
}

/* What kind of danger it was stands in the act, where health and the like are guarded. */
static void
tell_act (DovStore  *store,
          DovRecord *seen,
          DovSignal *signal)
{
  DovLivingConditionsAct *act = DOV_LIVING_CONDITIONS_ACT (seen);
  GDate today = dov_today ();
  g_autoptr (GDateTime) at = act->date != NULL && g_date_compare (act->date, &today) < 0
                             ? dov_moment_new (act->date, NOON) : NULL;

  set_received (signal, at);
  set_family (store, signal, act->family_id);
  dov_set (signal, source, DOV_SIGNAL_SOURCE_OTHER);
  dov_set (signal, summary, _("Signs of danger, written down in the act of living conditions"));
}

/* The child stays as nameless as the finding may become (T9): the signal says where it was. */
static void
tell_finding (DovStore  *store,
              DovRecord *seen,
              DovSignal *signal)
{
  DovPatrolFinding *finding = DOV_PATROL_FINDING (seen);
  g_autoptr (DovRecord) shift = dov_store_follow (store, finding, "shift_id");
  g_autoptr (DovPatrol) patrol = shift != NULL ? dov_store_follow (store, shift, "patrol_id") : NULL;
  g_autofree char *place = g_strdup_printf (_("The patrol saw danger to life or health: %s"), finding->place);
  g_autofree char *child = g_strdup_printf (_("a child whom the patrol met, %s"), finding->place);

  if (patrol != NULL)
    dov_set (signal, lounge_id, patrol->lounge_id);
  set_received (signal, finding->found_at);
  if (finding->family_id != 0)
    set_family (store, signal, finding->family_id);
  else
    dov_set (signal, subject_text, child);
  dov_set (signal, source, DOV_SIGNAL_SOURCE_PATROL);
  dov_set (signal, summary, place);
}

static const Witness witnesses[] = {
  { dov_home_visit_get_type, "visit_id", tell_visit },
  { dov_living_conditions_act_get_type, "act_id", tell_act },
  { dov_patrol_finding_get_type, "finding_id", tell_finding },
};

static gboolean
has_danger (DovRecord *record)
{
  g_autofree char *text =
    record != NULL ? dov_record_dup_text (record, dov_record_find_field (record, "danger")) : NULL;

  return g_strcmp0 (text, "1") == 0 && !dov_record_is_removed (record);
}

/* Also one that somebody put into the bin: it was answered once. */
static gboolean
is_told (DovStore      *store,
         const Witness *witness,
         gint64         id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM signal WHERE %s = ?1", witness->link);

  return dov_store_ask_number (store, sql, "(x)", id) > 0;
}

static gboolean
make (DovStore      *store,
      const Witness *witness,
      DovRecord     *seen,
      GError       **error)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_SIGNAL, 0);
  DovSignal *signal = DOV_SIGNAL (draft);

  dov_set (signal, urgency, DOV_SIGNAL_URGENCY_IMMEDIATE);
  dov_record_set_number (draft, witness->link, dov_record_get_id (seen));
  witness->tell (store, seen, signal);
  if (signal->lounge_id == 0)
    dov_set (signal, lounge_id, dov_own_lounge_find (store));
  if (signal->lounge_id == 0)
    dov_set (signal, lounge_id, dov_store_ask_number (store, "SELECT min(id) FROM live_lounge WHERE ?1 = 0", "(x)",
                                                           signal->lounge_id));
  /* A file in which no lounge is founded yet has no journal of signals either. */
  if (signal->lounge_id == 0)
    return TRUE;
  dov_case_begin (store, draft);

  return dov_store_save (store, draft, error);
}

/* In the same operation, so that one undo takes both back; once, however often what was seen is saved again. */
static gboolean
tell_danger (DovStore  *store,
             GError   **error)
{
  if (dov_store_is_undoing (store))
    return TRUE;

  for (guint w = 0; w < G_N_ELEMENTS (witnesses); w++)
    {
      g_autoptr (GArray) touched = dov_store_list_touched (store, witnesses[w].type ());

      for (guint i = 0; i < touched->len; i++)
        {
          gint64 id = g_array_index (touched, gint64, i);
          g_autoptr (DovRecord) seen = dov_store_look_up (store, witnesses[w].type (), id);
          g_autoptr (DovRecord) before = dov_store_find_before (store, witnesses[w].type (), id);

          if (has_danger (seen) && !has_danger (before) && !is_told (store, &witnesses[w], id) &&
              !make (store, &witnesses[w], seen, error))
            return FALSE;
        }
    }

  return TRUE;
}

void
dov_signal_danger_install (DovStore *store)
{
  dov_store_add_consequence (store, tell_danger);
}
