/* dov-meeting.c - a family was visited or spoken to: what is known of it before, and what is saved with it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-meeting.h"

#include <glib/gi18n.h>

#include "dov-family.h"
#include "dov-fold.h"
#include "dov-own-staff.h"
#include "dov-plan-proof.h"
#include "dov-visit-met.h"

/**
 * dov_meeting_find_staff:
 *
 * Returns: who works at this computer, else the curator of the family; 0 when neither is known
 */
gint64
dov_meeting_find_staff (DovStore *store,
                        gint64    family_id)
{
  gint64 own = dov_own_staff_find (store);
  g_autoptr (DovFamily) family = own == 0 && family_id != 0 ? dov_store_look_up (store, DOV_TYPE_FAMILY, family_id)
                                                            : NULL;

  return family != NULL ? family->curator_id : own;
}

/* What was put off till this visit, else what a visit is for. */
static char *
dup_goal (DovStore *store,
          gint64    family_id)
{
  g_autoptr (GPtrArray) steps = family_id != 0 ? dov_plan_proof_list_steps (store, family_id) : NULL;
  GDate today = dov_today ();

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    if (dov_plan_proof_is_sure (store, steps->pdata[i], DOV_TYPE_HOME_VISIT, &today))
      return g_strdup (DOV_PLAN_ACTION (steps->pdata[i])->title);

  return g_strdup (_("To learn how the family is doing"));
}

/**
 * dov_meeting_begin:
 * @draft: a new visit or talk; what somebody said of it stays
 *
 * It is now, by who works here; the purpose of a visit is the step of the programme that is due.
 */
void
dov_meeting_begin (DovStore  *store,
                   DovRecord *draft)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();
  gint64 family_id = dov_record_get_number (draft, "family_id");

  if (dov_record_get_number (draft, "staff_id") == 0)
    dov_record_set_number (draft, "staff_id", dov_meeting_find_staff (store, family_id));
  if (DOV_IS_CONTACT_RECORD (draft) && DOV_CONTACT_RECORD (draft)->contacted_at == NULL)
    dov_record_set_moment (draft, "contacted_at", now);
  if (!DOV_IS_HOME_VISIT (draft))
    return;
  if (DOV_HOME_VISIT (draft)->visited_at == NULL)
    dov_record_set_moment (draft, "visited_at", now);
  if (*DOV_HOME_VISIT (draft)->goal == '\0')
    {
      g_autofree char *goal = dup_goal (store, family_id);

      dov_record_set_string (draft, "goal", goal);
    }
}

/**
 * dov_meeting_list_people:
 *
 * Returns: (transfer full) (element-type gint64): who may be met: the people of the family on the day, who live together
 *   first
 */
GArray *
dov_meeting_list_people (DovStore     *store,
                         DovHomeVisit *visit)
{
  GDate day = visit->visited_at != NULL ? dov_moment_get_date (visit->visited_at) : dov_today ();

  return dov_store_see_ids (store, "SELECT m.person_id FROM live_family_member m JOIN person p ON p.id = m.person_id"
                            " WHERE m.family_id = ?1 AND (m.until IS NULL OR m.until >= ?2)"
                            " ORDER BY NOT m.lives_together, p.birth_date IS NULL, p.birth_date, m.id", "(xD)",
                            visit->family_id, &day);
}

/**
 * dov_meeting_list_met:
 *
 * Returns: (transfer full) (element-type gint64): who was met; of a new visit, who lives there
 */
GArray *
dov_meeting_list_met (DovStore     *store,
                      DovHomeVisit *visit)
{
  gint64 id = dov_record_get_id (DOV_RECORD (visit));

  if (id != 0)
    return dov_store_see_ids (store, "SELECT person_id FROM live_visit_met WHERE visit_id = ?1", "(x)", id);

  return dov_store_see_ids (store, "SELECT person_id FROM live_family_member WHERE family_id = ?1 AND lives_together"
                            " AND until IS NULL", "(x)", visit->family_id);
}

/**
 * dov_meeting_find_last:
 * @draft: a visit or a talk
 *
 * Returns: (transfer full) (nullable): the one before it
 */
DovRecord *
dov_meeting_find_last (DovStore  *store,
                       DovRecord *draft)
{
  gboolean is_visit = DOV_IS_HOME_VISIT (draft);

  return dov_store_find_first (store, G_OBJECT_TYPE (draft), &(DovQuery) {
    .where = is_visit ? "family_id = ?1 AND id <> ?2 AND was_home" : "family_id = ?1 AND id <> ?2 AND reached",
    .order = is_visit ? "visited_at" : "contacted_at", .descending = TRUE,
    .params = g_variant_new ("(xx)", dov_record_get_number (draft, "family_id"), dov_record_get_id (draft)) }, NULL);
}

/* ---- saving ---- */

static gboolean
has (GArray *ids,
     gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

/* Whoever was met is kept, and nobody else; of an attempt nobody is. */
static gboolean
save_met (DovStore     *store,
          DovHomeVisit *visit,
          GArray       *met,
          GError      **error)
{
  gint64 id = dov_record_get_id (DOV_RECORD (visit));
  g_autoptr (GPtrArray) kept = dov_store_read (store, DOV_TYPE_VISIT_MET, &(DovQuery) {
    .where = "visit_id = ?1", .params = g_variant_new ("(x)", id) });
  g_autoptr (GArray) there = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < kept->len; i++)
    {
      gint64 person = DOV_VISIT_MET (kept->pdata[i])->person_id;

      if (visit->was_home && has (met, person))
        g_array_append_val (there, person);
      else if (!dov_store_remove (store, kept->pdata[i], error))
        return FALSE;
    }
  for (guint i = 0; visit->was_home && i < met->len; i++)
    {
      g_autoptr (DovRecord) one = dov_record_new (DOV_TYPE_VISIT_MET, 0);

      if (has (there, g_array_index (met, gint64, i)))
        continue;
      dov_set (DOV_VISIT_MET (one), visit_id, id);
      dov_set (DOV_VISIT_MET (one), person_id, g_array_index (met, gint64, i));
      if (!dov_store_save (store, one, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
close_steps (DovStore    *store,
             DovRecord   *proof,
             GDateTime   *at,
             const char  *result,
             GArray      *closes,
             GError     **error)
{
  GDate day = dov_moment_get_date (at);

  for (guint i = 0; i < closes->len; i++)
    if (!dov_plan_proof_close (store, g_array_index (closes, gint64, i), proof, &day, result, error))
      return FALSE;

  return TRUE;
}

static void
name_operation (DovStore   *store,
                gint64      family_id,
                const char *format)
{
  g_autofree char *family = dov_store_describe_id (store, DOV_TYPE_FAMILY, family_id);
  g_autoptr (GString) words = g_string_new (format);

  g_string_replace (words, "%s", family, 1);
  dov_store_name_operation (store, words->str);
}

/**
 * dov_meeting_save_visit:
 * @met: (element-type gint64): the people who were met
 * @closes: (element-type gint64): steps of a programme that the visit proves
 *
 * Inside an operation. An attempt closes nothing.
 */
gboolean
dov_meeting_save_visit (DovStore      *store,
                        DovHomeVisit  *visit,
                        GArray        *met,
                        GArray        *closes,
                        GError       **error)
{
  const char *result = !dov_fold_is_empty (visit->actions_taken) ? visit->actions_taken :
                       !dov_fold_is_empty (visit->recommendations) ? visit->recommendations : visit->findings;

  /* Translators: what an operation was, in the history; %s is a family */
  name_operation (store, visit->family_id, visit->was_home ? C_("toast", "Visit: %s") : C_("toast", "Nobody was met: %s"));
  if (!dov_store_save (store, DOV_RECORD (visit), error) || !save_met (store, visit, met, error))
    return FALSE;

  return !visit->was_home || close_steps (store, DOV_RECORD (visit), visit->visited_at, result, closes, error);
}

/**
 * dov_meeting_save_talk:
 * @closes: (element-type gint64): steps of a programme that the talk proves
 *
 * Inside an operation. Who was not reached was told nothing.
 */
gboolean
dov_meeting_save_talk (DovStore         *store,
                       DovContactRecord *talk,
                       GArray           *closes,
                       GError          **error)
{
  /* Translators: what an operation was, in the history; %s is a family */
  name_operation (store, talk->family_id, talk->reached ? C_("toast", "Call or talk: %s")
                                                        : C_("toast", "Nobody was reached: %s"));
  if (!dov_store_save (store, DOV_RECORD (talk), error))
    return FALSE;

  return !talk->reached || close_steps (store, DOV_RECORD (talk), talk->contacted_at, talk->gist, closes, error);
}
