/* dov-task.h - what somebody is to do by a day, and about what */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_TASK (dov_task_get_type ())
G_DECLARE_FINAL_TYPE (DovTask, dov_task, DOV, TASK, DovRecord)

struct _DovTask
{
  DovRecord parent_instance;

  char   *title;
  gint64  lounge_id;
  gint64  staff_id;
  GDate  *due_on;
  GDate  *postponed_to;
  GDate  *done_on;
  gint64  family_id;
  gint64  person_id;
  gint64  signal_id;
  gint64  incoming_id;
  char   *note;
};

G_END_DECLS
