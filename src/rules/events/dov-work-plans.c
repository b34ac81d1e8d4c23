/* dov-work-plans.c - a plan of work: found, submitted, approved with its events */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-work-plans.h"

#include "dov-event.h"
#include "dov-submitted.h"

#include <glib/gi18n.h>

static DovWorkPlanKind
kind_of (const DovPeriod *period)
{
  if (period->kind == DOV_PERIOD_YEAR)
    return DOV_WORK_PLAN_KIND_YEAR;

  return period->kind == DOV_PERIOD_QUARTER ? DOV_WORK_PLAN_KIND_QUARTER : DOV_WORK_PLAN_KIND_MONTH;
}

/**
 * dov_work_plan_find:
 *
 * Returns: (transfer full) (nullable): the plan of the lounge for this month, quarter or year
 */
DovWorkPlan *
dov_work_plan_find (DovStore        *store,
                    gint64           lounge,
                    const DovPeriod *period)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (dov_work_plan_kind_get_type ());
  g_autofree char *since = dov_date_to_iso (&period->from);
  DovQuery query = { .where = "lounge_id = ?1 AND period_kind = ?2 AND since = ?3" };

  query.params = g_variant_new ("(xss)", lounge, g_enum_get_value (kinds, kind_of (period))->value_nick, since);

  return (DovWorkPlan *) dov_store_find_first (store, DOV_TYPE_WORK_PLAN, &query, NULL);
}

/**
 * dov_work_plan_begin:
 *
 * Returns: (transfer full): a draft of a plan, not yet saved
 */
DovWorkPlan *
dov_work_plan_begin (gint64           lounge,
                     const DovPeriod *period)
{
  DovWorkPlan *plan = DOV_WORK_PLAN (dov_record_new (DOV_TYPE_WORK_PLAN, 0));

  dov_set (plan, lounge_id, lounge);
  dov_set (plan, period_kind, kind_of (period));
  dov_set (plan, since, &period->from);
  dov_set (plan, until, &period->to);

  return plan;
}

/**
 * dov_work_plan_list_events:
 * @statuses: such as "'planned', 'approved', 'held'"
 *
 * Returns: (transfer full) (element-type gint64): the events of the lounge in the time of the plan, by their time
 */
GArray *
dov_work_plan_list_events (DovStore    *store,
                           DovWorkPlan *plan,
                           const char  *statuses)
{
  g_autofree char *where = g_strdup_printf ("+lounge_id = ?1 AND starts_at >= ?2 AND starts_at < ?3 AND status IN (%s)",
                                            statuses);
  g_autofree char *since = NULL;
  g_autofree char *until = NULL;
  DovQuery query = { .where = where, .order = "starts_at" };
  GArray *ids;
  DovPeriod period;
  GDate after;

  if (!dov_work_plan_get_period (plan, &period))
    return g_array_new (FALSE, FALSE, sizeof (gint64));
  after = period.to;
  g_date_add_days (&after, 1);
  since = dov_date_to_iso (&period.from);
  until = dov_date_to_iso (&after);
  query.params = g_variant_new ("(xss)", plan->lounge_id, since, until);
  ids = dov_store_list (store, DOV_TYPE_EVENT, &query, NULL);

  return ids != NULL ? ids : g_array_new (FALSE, FALSE, sizeof (gint64));
}

static gboolean
change_events (DovStore        *store,
               DovWorkPlan     *plan,
               const char      *from,
               DovEventStatus   to,
               GError         **error)
{
  g_autoptr (GArray) ids = dov_work_plan_list_events (store, plan, from);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovEvent) draft = dov_store_find_draft (store, DOV_TYPE_EVENT, g_array_index (ids, gint64, i), error);

      if (draft == NULL)
        return FALSE;
      dov_set (draft, status, to);
      if (!dov_store_save (store, DOV_RECORD (draft), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
begin (DovStore    *store,
       DovWorkPlan *plan,
       const char  *format,
       GError     **error)
{
  g_autofree char *what = dov_record_describe (DOV_RECORD (plan));
  g_autofree char *words = g_strdup_printf ("%s: %s", format, what);

  return dov_store_begin (store, words, error);
}

/**
 * dov_work_plan_submit:
 * @plan: stored or not yet
 *
 * The plan goes to those who approve it.
 */
gboolean
dov_work_plan_submit (DovStore     *store,
                      DovWorkPlan  *plan,
                      const GDate  *on,
                      GError      **error)
{
  g_autoptr (DovWorkPlan) draft = DOV_WORK_PLAN (dov_record_dup (DOV_RECORD (plan)));

  dov_set (draft, status, DOV_WORK_PLAN_STATUS_SUBMITTED);
  dov_set (draft, submitted_on, on);
  if (!begin (store, plan, C_("toast", "Submitted"), error))
    return FALSE;

  return dov_store_end (store, dov_store_save (store, DOV_RECORD (draft), error), error);
}

/**
 * dov_work_plan_hand_in:
 * @lounge: 0: of all lounges together
 * @period: of a plan, or any other
 *
 * The paper of a plan went out: what of it is not submitted yet is submitted with it, so that both say the same.
 */
gboolean
dov_work_plan_hand_in (DovStore         *store,
                       gint64            lounge,
                       const DovPeriod  *period,
                       const GDate      *on,
                       GError          **error)
{
  g_autoptr (GArray) lounges = dov_store_see_ids (store, "SELECT id FROM live_lounge WHERE ?1 IN (0, id)", "(x)", lounge);

  if (period->kind != DOV_PERIOD_MONTH && period->kind != DOV_PERIOD_QUARTER && period->kind != DOV_PERIOD_YEAR)
    return TRUE;
  for (guint i = 0; i < lounges->len; i++)
    {
      gint64 id = g_array_index (lounges, gint64, i);
      g_autoptr (DovWorkPlan) found = dov_work_plan_find (store, id, period);
      g_autoptr (DovWorkPlan) plan = found != NULL ? g_object_ref (found) : dov_work_plan_begin (id, period);

      if (plan->status == DOV_WORK_PLAN_STATUS_DRAFT && !dov_work_plan_submit (store, plan, on, error))
        return FALSE;
    }

  return TRUE;
}

/* The paper that was marked as handed in comes back with the plan. */
static gboolean
take_back_paper (DovStore     *store,
                 DovWorkPlan  *plan,
                 gint64        lounge,
                 GError      **error)
{
  g_autoptr (DovReportInstance) instance = NULL;
  DovPeriod period;

  if (!dov_work_plan_get_period (plan, &period))
    return TRUE;
  while ((instance = dov_report_instance_find (store, DOV_PLAN_DOCUMENT, &period, lounge)) != NULL)
    {
      g_autoptr (DovReportInstance) draft =
        dov_store_find_draft (store, DOV_TYPE_REPORT_INSTANCE, dov_record_get_id (DOV_RECORD (instance)), error);

      g_clear_object (&instance);
      if (draft == NULL)
        return FALSE;
      dov_set (draft, status, DOV_REPORT_STATUS_RETURNED);
      if (!dov_store_save (store, DOV_RECORD (draft), error))
        return FALSE;
    }

  return TRUE;
}

/**
 * dov_work_plan_approve:
 * @by: who approved it
 *
 * The plan is approved, and with it, in one operation, all its events that
 * are in the plan.
 */
gboolean
dov_work_plan_approve (DovStore     *store,
                       DovWorkPlan  *plan,
                       const GDate  *on,
                       const char   *by,
                       GError      **error)
{
  g_autoptr (DovWorkPlan) draft = DOV_WORK_PLAN (dov_record_dup (DOV_RECORD (plan)));

  dov_set (draft, status, DOV_WORK_PLAN_STATUS_APPROVED);
  if (draft->submitted_on == NULL)
    dov_set (draft, submitted_on, on);
  dov_set (draft, approved_on, on);
  dov_set (draft, approved_by, by);
  if (!begin (store, plan, C_("toast", "Approved"), error))
    return FALSE;

  return dov_store_end (store,
                 dov_store_save (store, DOV_RECORD (draft), error) &&
                 change_events (store, plan, "'planned'", DOV_EVENT_STATUS_APPROVED, error),
                 error);
}

/**
 * dov_work_plan_take_back:
 *
 * The plan is a draft again; what was approved of its events stays so.
 */
gboolean
dov_work_plan_take_back (DovStore     *store,
                         DovWorkPlan  *plan,
                         GError      **error)
{
  g_autoptr (DovWorkPlan) draft = DOV_WORK_PLAN (dov_record_dup (DOV_RECORD (plan)));

  dov_set (draft, status, DOV_WORK_PLAN_STATUS_DRAFT);
  dov_set (draft, approved_on, (const GDate *) NULL);
  dov_set (draft, approved_by, (const char *) NULL);
  if (!begin (store, plan, C_("toast", "Taken back"), error))
    return FALSE;

  return dov_store_end (store,
                 take_back_paper (store, plan, plan->lounge_id, error) && take_back_paper (store, plan, 0, error) &&
                 dov_store_save (store, DOV_RECORD (draft), error),
                 error);
}

/**
 * dov_work_plan_take_in:
 *
 * Puts all drafts of events that lie in the time of the plan into it.
 */
gboolean
dov_work_plan_take_in (DovStore     *store,
                       DovWorkPlan  *plan,
                       GError      **error)
{
  if (!begin (store, plan, C_("toast", "Drafts put in"), error))
    return FALSE;

  return dov_store_end (store, change_events (store, plan, "'draft'", DOV_EVENT_STATUS_PLANNED, error), error);
}
