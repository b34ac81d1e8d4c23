/* dov-task.c - what somebody is to do by a day, and about what */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-task.h"

#include "dov-family.h"
#include "dov-incoming-paper.h"
#include "dov-lounge.h"
#include "dov-person.h"
#include "dov-signal.h"
#include "dov-staff.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_TEXT (DovTask, title, N_("What is to be done"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL),
  DOV_LINK (DovTask, lounge_id, N_("Lounge"), DOV_REQUIRED | DOV_LISTED, dov_lounge_get_type),
  DOV_LINK (DovTask, staff_id, N_("Assigned to"), DOV_LISTED | DOV_PERSONAL, dov_staff_get_type),
  DOV_DATE (DovTask, due_on, N_("By when"), DOV_REQUIRED | DOV_LISTED),
  DOV_DATE_AFTER (DovTask, postponed_to, N_("Put off until"), 0, due_on),
  DOV_DATE (DovTask, done_on, N_("Done on"), DOV_PAST),
  DOV_LINK (DovTask, family_id, N_("About the family"), DOV_PERSONAL, dov_family_get_type),
  DOV_LINK (DovTask, person_id, N_("About the person"), DOV_PERSONAL, dov_person_get_type),
  DOV_LINK (DovTask, signal_id, N_("About the signal"), 0, dov_signal_get_type),
  DOV_LINK (DovTask, incoming_id, N_("About the incoming paper"), 0, dov_incoming_paper_get_type),
  DOV_NOTE (DovTask, note, N_("Note"), DOV_PERSONAL),
};

DOV_DEFINE_RECORD (DovTask, dov_task, fields,
                   .table = "task",
                   .label = N_("Task"),
                   .labels = N_("Tasks"),
                   .line = "{title}, {due_on}")
