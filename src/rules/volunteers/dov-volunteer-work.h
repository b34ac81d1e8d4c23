/* dov-volunteer-work.h - what a volunteer worked for on a day, and how long in all */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"
#include "dov-volunteer-hours.h"
#include "dov-volunteer.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_WORK_EVENT,
  DOV_WORK_DRIVE,
  DOV_WORK_SHIFT,
  DOV_WORK_OTHER,
  DOV_N_WORKS,
} DovWork;

/* Thousandths of hours; row 0 is the year, 1 to 12 its months. */
typedef struct
{
  gint64 hours[13][DOV_N_WORKS];
  gint64 total[13];
} DovWorkSums;

/* Something that a volunteer could have helped at on a day. */
typedef struct
{
  DovWork  work;
  gint64   id;      /* of the event, drive or shift; 0 for other work */
  char    *words;
} DovWorkThing;

gboolean   dov_work_sum         (DovStore     *store,
                                 gint64        volunteer_id,
                                 int           year,
                                 DovWorkSums  *sums,
                                 GError      **error);
GPtrArray *dov_work_list_things (DovStore     *store,
                                 gint64        volunteer_id,
                                 const GDate  *day) G_GNUC_WARN_UNUSED_RESULT;

GArray    *dov_work_list_hours  (DovStore     *store,
                                 gint64        volunteer_id,
                                 int           year,
                                 int           month,
                                 DovWork       work) G_GNUC_WARN_UNUSED_RESULT;
char      *dov_work_dup_thing   (DovStore          *store,
                                 DovVolunteerHours *hours) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dov_work_lacks_consent (DovStore     *store,
                                   DovVolunteer *volunteer);

G_END_DECLS
