/* dov-post.c - what a specialist has on their hands, and handing it over to another in one operation */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-post.h"

#include <glib/gi18n.h>

#include "dov-case-plan.h"
#include "dov-family.h"
#include "dov-name.h"
#include "dov-person.h"
#include "dov-plan-action.h"
#include "dov-plan-participant.h"
#include "dov-signal.h"
#include "dov-staff.h"
#include "dov-task.h"

/* What is still worked on. */
static const struct
{
  GType      (*type) (void);
  const char  *title;
  const char  *field;
  const char  *where;
} kinds[DOV_POST_N_KINDS] = {
  [DOV_POST_FAMILIES] = { dov_family_get_type, N_("Families in their care"), "curator_id",
                          "curator_id = ?1 AND case_status NOT IN ('closed', 'rejected', 'refused', 'transferred')" },
  [DOV_POST_STEPS] = { dov_plan_action_get_type, N_("Steps of programmes to be done"), "staff_id",
                       "staff_id = ?1 AND status IN ('planned', 'in_progress') AND plan_id IN (SELECT id FROM live_case_plan"
                       " WHERE status NOT IN ('completed', 'extended', 'terminated'))" },
  [DOV_POST_TASKS] = { dov_task_get_type, N_("Tasks to be done"), "staff_id", "staff_id = ?1 AND done_on IS NULL" },
  [DOV_POST_SIGNALS] = { dov_signal_get_type, N_("Signals without a decision"), "staff_id",
                         "staff_id = ?1 AND decision IS NULL" },
};

GType
dov_post_get_type (DovPostKind kind)
{
  return kinds[kind].type ();
}

/* Returns: what stands over them, translated. */
const char *
dov_post_get_title (DovPostKind kind)
{
  return _(kinds[kind].title);
}

/**
 * dov_post_list:
 *
 * Returns: (transfer full) (element-type gint64): what of this kind the specialist still works on
 */
GArray *
dov_post_list (DovStore    *store,
               DovPostKind  kind,
               gint64       staff_id)
{
  GArray *ids = dov_store_list (store, kinds[kind].type (), &(DovQuery) {
    .where = kinds[kind].where, .params = g_variant_new ("(x)", staff_id) }, NULL);

  return ids != NULL ? ids : g_array_new (FALSE, FALSE, sizeof (gint64));
}

/* ---- handing over ---- */

/* P3: who does a step stands in what was signed. Then the other takes part in the programme. */
static gboolean
join_plan (DovStore    *store,
           gint64       plan_id,
           gint64       to_id,
           const char  *instead,
           GError     **error)
{
  g_autoptr (DovRecord) draft = NULL;

  if (dov_store_ask_number (store, "SELECT count (*) FROM live_plan_participant WHERE plan_id = ?1 AND staff_id = ?2",
                            "(xx)", plan_id, to_id) > 0)
    return TRUE;
  draft = dov_record_new (DOV_TYPE_PLAN_PARTICIPANT, 0);
  dov_set (DOV_PLAN_PARTICIPANT (draft), plan_id, plan_id);
  dov_set (DOV_PLAN_PARTICIPANT (draft), staff_id, to_id);
  dov_set (DOV_PLAN_PARTICIPANT (draft), duty, instead);

  return dov_store_save (store, draft, error);
}

static gboolean
hand_over_one (DovStore     *store,
               DovPostKind   kind,
               gint64        id,
               gint64        to_id,
               const char   *instead,
               GError      **error)
{
  g_autoptr (DovRecord) draft = dov_store_find_draft (store, kinds[kind].type (), id, error);

  if (draft == NULL)
    return FALSE;
  if (kind == DOV_POST_STEPS)
    {
      g_autoptr (DovCasePlan) plan = dov_store_look_up (store, DOV_TYPE_CASE_PLAN, DOV_PLAN_ACTION (draft)->plan_id);

      if (plan != NULL && plan->kind != DOV_PLAN_KIND_FOREIGN && dov_plan_status_is_approved (plan->status))
        return join_plan (store, DOV_PLAN_ACTION (draft)->plan_id, to_id, instead, error);
    }
  dov_record_set_number (draft, kinds[kind].field, to_id);

  return dov_store_save (store, draft, error);
}

static char *
dup_name (DovStore *store,
          gint64    staff_id)
{
  g_autoptr (DovStaff) staff = dov_store_look_up (store, DOV_TYPE_STAFF, staff_id);
  g_autoptr (DovPerson) person = staff != NULL ? dov_store_follow (store, staff, "person_id") : NULL;

  return person != NULL ? dov_name_short (person->last_name, person->first_name, person->patronymic) : g_strdup ("—");
}

/**
 * dov_post_hand_over:
 *
 * Families, steps, tasks and signals go to the other; in a programme that was signed the other takes part, for who does
 * its steps stays as it was signed until there is a new version.
 */
gboolean
dov_post_hand_over (DovStore  *store,
                    gint64     from_id,
                    gint64     to_id,
                    GError   **error)
{
  g_autofree char *from = dup_name (store, from_id);
  g_autofree char *to = dup_name (store, to_id);
  /* Translators: what an operation was, in the history: a post was handed over from one to another */
  g_autofree char *words = g_strdup_printf (C_("toast", "Handed over: %1$s → %2$s"), from, to);
  g_autofree char *instead = g_strdup_printf (_("instead of %s"), from);
  gboolean is_well = TRUE;

  if (from_id == to_id)
    return dov_refuse (error, _("Choose another specialist."));
  if (!dov_store_begin (store, words, error))
    return FALSE;
  for (DovPostKind kind = 0; kind < DOV_POST_N_KINDS; kind++)
    {
      g_autoptr (GArray) ids = dov_post_list (store, kind, from_id);

      for (guint i = 0; is_well && i < ids->len; i++)
        is_well = hand_over_one (store, kind, g_array_index (ids, gint64, i), to_id, instead, error);
    }

  return dov_store_end (store, is_well, error);
}
