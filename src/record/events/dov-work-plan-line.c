/* dov-work-plan-line.c - work in a plan that is no event */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-work-plan-line.h"

#include "dov-staff.h"
#include "dov-work-plan.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovWorkArea, dov_work_area,
  { DOV_WORK_AREA_METHODICAL, N_("methodical work"), "methodical" },
  { DOV_WORK_AREA_HOUSEHOLD, N_("household work"), "household" },
  { DOV_WORK_AREA_ORGANISING, N_("organising work"), "organising" },
  { DOV_WORK_AREA_FAMILIES, N_("work with families"), "families" },
  { DOV_WORK_AREA_OTHER, N_("other work"), "other" })

static const DovField fields[] = {
  DOV_LINK (DovWorkPlanLine, work_plan_id, N_("Plan of work"), DOV_REQUIRED | DOV_LISTED | DOV_PART,
            dov_work_plan_get_type),
  DOV_TEXT (DovWorkPlanLine, title, N_("Work"), DOV_REQUIRED | DOV_LISTED),
  DOV_CHOICE (DovWorkPlanLine, area, N_("Section of the plan"), DOV_REQUIRED | DOV_LISTED,
              DovWorkArea, dov_work_area_get_type),
  DOV_DATE (DovWorkPlanLine, due_on, N_("Day"), DOV_LISTED),
  DOV_TEXT (DovWorkPlanLine, due_words, N_("Or in words"), DOV_LISTED),
  DOV_TEXT (DovWorkPlanLine, place, N_("Place"), 0),
  DOV_LINK (DovWorkPlanLine, responsible_id, N_("Responsible"), DOV_REQUIRED | DOV_LISTED, dov_staff_get_type),
  DOV_DATE (DovWorkPlanLine, done_on, N_("Done on"), DOV_LISTED | DOV_PAST),
  DOV_TEXT (DovWorkPlanLine, note, N_("Note"), 0),
};

DOV_DEFINE_RECORD (DovWorkPlanLine, dov_work_plan_line, fields,
                   .table = "work_plan_line",
                   .label = N_("Line of a plan"),
                   .labels = N_("Lines of plans"),
                   .line = "{title}",
                   .presets = DOV_PRESETS (DOV_PRESET (DovWorkPlanLine, area, DOV_WORK_AREA_METHODICAL)))
