/* dov-work-plan.c - the plan of a lounge for a month, a quarter or a year */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-work-plan.h"

#include "dov-lounge.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovWorkPlanKind, dov_work_plan_kind,
  { DOV_WORK_PLAN_KIND_MONTH, N_("month"), "month" },
  { DOV_WORK_PLAN_KIND_QUARTER, N_("quarter"), "quarter" },
  { DOV_WORK_PLAN_KIND_YEAR, N_("year"), "year" })

DOV_DEFINE_CHOICES (
  DovWorkPlanStatus, dov_work_plan_status,
  { DOV_WORK_PLAN_STATUS_DRAFT, N_("draft"), "draft" },
  { DOV_WORK_PLAN_STATUS_SUBMITTED, N_("plan submitted"), "submitted" },
  { DOV_WORK_PLAN_STATUS_APPROVED, N_("plan approved"), "approved" })

static const DovField fields[] = {
  DOV_LINK (DovWorkPlan, lounge_id, N_("Lounge"), DOV_REQUIRED | DOV_LISTED, dov_lounge_get_type),
  DOV_CHOICE (DovWorkPlan, period_kind, N_("Plan for"), DOV_REQUIRED | DOV_LISTED,
              DovWorkPlanKind, dov_work_plan_kind_get_type),
  DOV_DATE (DovWorkPlan, since, N_("First day"), DOV_REQUIRED | DOV_LISTED),
  DOV_DATE (DovWorkPlan, until, N_("Last day"), DOV_LISTED),
  DOV_CHOICE (DovWorkPlan, status, N_("Status"), DOV_REQUIRED | DOV_LISTED,
              DovWorkPlanStatus, dov_work_plan_status_get_type),
  DOV_DATE (DovWorkPlan, submitted_on, N_("Submitted on"), DOV_LISTED | DOV_PAST),
  DOV_DATE_AFTER (DovWorkPlan, approved_on, N_("Approved on"), DOV_LISTED | DOV_PAST, submitted_on),
  DOV_TEXT (DovWorkPlan, approved_by, N_("Approved by"), 0),
  DOV_NOTE (DovWorkPlan, note, N_("Note"), 0),
};

/**
 * dov_work_plan_get_period:
 * @period: (out caller-allocates): the whole month, quarter or year of the plan
 *
 * Returns: whether the plan has a period already
 */
gboolean
dov_work_plan_get_period (DovWorkPlan *self,
                          DovPeriod   *period)
{
  static const DovPeriodKind kinds[] = { 0, DOV_PERIOD_MONTH, DOV_PERIOD_QUARTER, DOV_PERIOD_YEAR };

  if (self->period_kind == 0 || self->since == NULL)
    return FALSE;
  *period = dov_period_around (kinds[self->period_kind], self->since);

  return TRUE;
}

static char *
dov_work_plan_describe (DovRecord *record)
{
  DovPeriod period;
  g_autofree char *words = NULL;

  if (!dov_work_plan_get_period (DOV_WORK_PLAN (record), &period))
    return g_strdup (_("Plan of work"));
  words = dov_period_to_shown (&period);

  return g_strdup_printf (_("Plan of work, %s"), words);
}

/* A plan goes from the first to the last day of its period, whichever day was typed. */
static void
dov_work_plan_tidy (DovRecord *record)
{
  DovWorkPlan *self = DOV_WORK_PLAN (record);
  DovPeriod period;

  if (!dov_work_plan_get_period (self, &period))
    return;
  dov_set (self, since, &period.from);
  dov_set (self, until, &period.to);
}

static void
dov_work_plan_check (DovRecord *record,
                     GPtrArray *problems)
{
  DovWorkPlan *self = DOV_WORK_PLAN (record);

  if (self->status >= DOV_WORK_PLAN_STATUS_SUBMITTED && self->submitted_on == NULL)
    dov_problems_add (problems, record, "submitted_on", NULL, _("Type the day on which the plan was submitted."));
  if (self->status == DOV_WORK_PLAN_STATUS_APPROVED && self->approved_on == NULL)
    dov_problems_add (problems, record, "approved_on", NULL, _("Type the day on which the plan was approved."));
  if (self->status == DOV_WORK_PLAN_STATUS_APPROVED && *self->approved_by == '\0')
    dov_problems_add (problems, record, "approved_by", NULL, _("Type who approved the plan."));
}

DOV_DEFINE_RECORD (DovWorkPlan, dov_work_plan, fields,
                   .table = "work_plan",
                   .label = N_("Plan of work"),
                   .labels = N_("Plans of work"),
                   .describe = dov_work_plan_describe,
                   .tidy = dov_work_plan_tidy,
                   .check = dov_work_plan_check,
                   .presets = DOV_PRESETS (DOV_PRESET (DovWorkPlan, status, DOV_WORK_PLAN_STATUS_DRAFT)))
