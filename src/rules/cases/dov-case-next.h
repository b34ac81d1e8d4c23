/* dov-case-next.h - what is to be done with a family next, and when anybody spoke with it last (F8) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-family.h"
#include "dov-store.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_CASE_NEXT_VISIT = 1,
  DOV_CASE_NEXT_REVIEW,
} DovCaseNextKind;

/* What is due first; @last is invalid while there was none. */
typedef struct
{
  DovCaseNextKind kind;
  GDate           due;
  GDate           last;
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
gboolean dov_case_contact_find (DovStore       *store,
                                DovFamily      *family,
                                DovCaseContact *contact);

G_END_DECLS
