/* dov-work-plan-line.h - work in a plan that is no event */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_WORK_AREA_METHODICAL = 1,
  DOV_WORK_AREA_HOUSEHOLD,
  DOV_WORK_AREA_ORGANISING,
  DOV_WORK_AREA_FAMILIES,
  DOV_WORK_AREA_OTHER,
} DovWorkArea;

GType dov_work_area_get_type (void);

#define DOV_TYPE_WORK_PLAN_LINE (dov_work_plan_line_get_type ())
G_DECLARE_FINAL_TYPE (DovWorkPlanLine, dov_work_plan_line, DOV, WORK_PLAN_LINE, DovRecord)

struct _DovWorkPlanLine
{
  DovRecord parent_instance;

  gint64      work_plan_id;
  char       *title;
  DovWorkArea area;
  GDate      *due_on;
  char       *due_words;
  char       *place;
  gint64      responsible_id;
  GDate      *done_on;
  char       *note;
};

G_END_DECLS
