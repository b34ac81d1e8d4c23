/* dov-work-plan-page-private.h - what the files of the page of a plan share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page-body.h"
#include "dov-section-box.h"
#include "dov-work-plan-page.h"
#include "dov-work-plans.h"

G_BEGIN_DECLS

struct _DovWorkPlanPage
{
  DovPage         parent_instance;

  DovStore       *store;
  DovWorkPlan    *plan;       /* without an id until something is done with it */
  guint           refresh;

  DovPageBody     body;
  GtkWidget      *step;
  GtkWidget      *back;
  GtkWidget      *events_place;
  DovSectionBox  *lines;
  GtkWidget      *history_place;
  GtkWidget      *by;         /* who approves, while that is asked */
};

char  *dov_work_plan_page_dup_shown   (DovWorkPlanPage *self,
                                       DovRecord       *record,
                                       const char      *field);

/* dov-work-plan-lines.c */
guint  dov_work_plan_page_show_events (DovWorkPlanPage *self,
                                       guint           *n_late);
void   dov_work_plan_page_show_lines  (DovWorkPlanPage *self);

G_END_DECLS
