/* dov-case-timeline.h - what there was with a family, of every kind, the latest first */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

/* The kinds by which it is looked through. */
typedef enum
{
  DOV_CASE_DEED_VISIT = 1,
  DOV_CASE_DEED_CALL,
  DOV_CASE_DEED_EVENT,
  DOV_CASE_DEED_HELP,
  DOV_CASE_DEED_CASE,     /* signals, acts, programmes, reviews, support */
  DOV_CASE_DEED_PAPER,
} DovCaseDeedKind;

GType dov_case_deed_kind_get_type (void);

/**
 * DovCaseDeed:
 * @type: of the record that tells it
 * @who: of an event: who of the family came
 */
typedef struct
{
  DovCaseDeedKind  kind;
  GType            type;
  gint64           id;
  GDate            day;
  char            *title;    /* of an event, else empty: the record tells */
  char            *who;
} DovCaseDeed;

GPtrArray *dov_case_timeline_list (DovStore *store,
                                   gint64    family,
                                   guint     most) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
