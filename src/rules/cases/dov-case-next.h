/* dov-case-next.h - what is to be done with a family next, and when anybody spoke with it last (F8) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-case-status.h"
#include "dov-family.h"
#include "dov-store.h"

G_BEGIN_DECLS

/* SQL about the row of a family: it is visited and reviewed from time to time. */
#define DOV_CASE_IS_FOLLOWED(f) \
  "(" f ".case_status IN ('active', 'monitoring') AND " f ".opened_on IS NOT NULL AND " f ".closed_on IS NULL)"

/* SQL: by when it is visited next (F8): the day that was agreed, also at an attempt, else a month after the last visit,
 * or after support began, where the family is in a socially dangerous position, a quarter where not. */
#define DOV_CASE_VISIT_DUE(f, day) \
  "coalesce ((SELECT v.next_visit_on FROM live_home_visit v WHERE v.family_id = " f ".id AND v.next_visit_on IS NOT NULL" \
  " AND v.visited_at >= coalesce ((SELECT max (w.visited_at) FROM live_home_visit w WHERE w.family_id = " f ".id" \
  " AND w.was_home), '') ORDER BY v.visited_at DESC, v.id DESC LIMIT 1)," \
  " date (coalesce ((SELECT max (v.visited_at) FROM live_home_visit v WHERE v.family_id = " f ".id AND v.was_home), " \
  f ".opened_on), iif (" DOV_CASE_IS_SOP (f ".id", day) ", '+1 month', '+3 months')))"

/* SQL: by when it is reviewed next (F8): the day that the last review named, else so long after it, or after the beginning. */
#define DOV_CASE_REVIEW_DUE(f, day) \
  "coalesce ((SELECT r.next_review_on FROM live_case_review r WHERE r.family_id = " f ".id" \
  " ORDER BY r.date DESC, r.id DESC LIMIT 1), date (coalesce ((SELECT max (r.date) FROM live_case_review r" \
  " WHERE r.family_id = " f ".id), " f ".opened_on), iif (" DOV_CASE_IS_SOP (f ".id", day) ", '+30 days', '+90 days')))"

typedef enum
{
  DOV_CASE_NEXT_VISIT = 1,
  DOV_CASE_NEXT_REVIEW,
} DovCaseNextKind;

/* What is due first. */
typedef struct
{
  DovCaseNextKind kind;
  GDate           due;
  gboolean        is_overdue;
} DovCaseNext;

/* A visit, call or talk in which somebody of the family was reached. */
typedef struct
{
  GType   type;
  gint64  id;
  GDate   day;
  guint   n_days;    /* since then */
  gboolean is_quiet; /* for longer than %DOV_SILENCE_DAYS, as the list of families has it */
} DovCaseContact;

gboolean dov_case_next_find    (DovStore       *store,
                                DovFamily      *family,
                                DovCaseNext    *next);
gboolean dov_case_next_may_put_off (DovStore    *store,
                                    DovRecord   *family);
gboolean dov_case_next_put_off (DovStore       *store,
                                DovFamily      *family,
                                const char     *typed,
                                const char     *reason,
                                GError        **error);
gboolean dov_case_contact_find (DovStore       *store,
                                DovFamily      *family,
                                DovCaseContact *contact);

G_END_DECLS
