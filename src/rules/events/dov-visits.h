/* dov-visits.h - how often a person or a family came: visits, events and people, each counted for itself */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

/**
 * DovVisitsOfSeries:
 * @since: the day of the first visit, from which the events are counted
 * @events: (element-type gint64): those somebody came to
 * @n_held: that were held since
 */
typedef struct
{
  gint64   series_id;
  char    *title;
  GDate    since;
  GArray  *events;
  guint    n_held;
} DovVisitsOfSeries;

/**
 * DovVisits:
 * @n_visits: each person at each event, N12: never told as people
 * @marks: (element-type gint64): the attendances behind @n_visits
 * @people: (element-type gint64): whoever came at least once
 * @events: (element-type gint64): to which somebody came
 * @n_registered: put down for events that took place
 * @n_registered_came: of them, who came
 * @registered: (element-type gint64): those events
 * @series: (element-type DovVisitsOfSeries): the one visited most first
 */
typedef struct
{
  guint      n_visits;
  GArray    *marks;
  GArray    *people;
  GArray    *events;
  guint      n_registered;
  guint      n_registered_came;
  GArray    *registered;
  GPtrArray *series;
} DovVisits;

DovVisits *dov_visits_of_person (DovStore   *store,
                                 gint64      person,
                                 GError    **error) G_GNUC_WARN_UNUSED_RESULT;
DovVisits *dov_visits_of_family (DovStore   *store,
                                 gint64      family,
                                 GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void       dov_visits_free      (DovVisits  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovVisits, dov_visits_free)

G_END_DECLS
