/* dov-consent-table.h - the people of a family and their consents: what holds, what lacks, what that stops */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-consent.h"
#include "dov-store.h"

G_BEGIN_DECLS

#define DOV_CONSENT_N_KINDS DOV_CONSENT_KIND_SMS

/* Days before its end in which a consent is asked for anew. */
#define DOV_CONSENT_DAYS_ENDING 30
/* Days from a withdrawal by which what was kept on its grounds is destroyed (152-FZ, article 21). */
#define DOV_CONSENT_DAYS_KEPT   30

/**
 * DovConsentState:
 * @DOV_CONSENT_UNNEEDED: nothing that is done with the person asks for it
 * @DOV_CONSENT_WANTED: it lacks, and nothing is stopped by that yet
 * @DOV_CONSENT_STOPS: it lacks, and something cannot be done without it
 * @DOV_CONSENT_UNSIGNED: the paper is made and waits for the hand
 * @DOV_CONSENT_HOLDS: in force
 * @DOV_CONSENT_ENDS: in force, and no longer than a month
 * @DOV_CONSENT_ENDED: its term is over
 * @DOV_CONSENT_WITHDRAWN: withdrawn
 */
typedef enum
{
  DOV_CONSENT_UNNEEDED = 1,
  DOV_CONSENT_WANTED,
  DOV_CONSENT_STOPS,
  DOV_CONSENT_UNSIGNED,
  DOV_CONSENT_HOLDS,
  DOV_CONSENT_ENDS,
  DOV_CONSENT_ENDED,
  DOV_CONSENT_WITHDRAWN,
} DovConsentState;

/**
 * DovConsentCell:
 * @consent: the one that tells the state, 0 where there is none
 * @until: its last day; not valid where no day is named
 * @receiver: STOPS, of handing to others: to whom
 */
typedef struct
{
  DovConsentState state;
  gint64          consent;
  GDate           until;
  gint64          receiver;
} DovConsentCell;

/**
 * DovConsentRow:
 * @signer: who signs for the person; 0: nobody may
 * @capacity: in what capacity
 * @is_teen: from 14 to 17 both sign (C3)
 * @is_apart: does not live with the family
 * @is_name_only: of this grown-up nothing but the name is kept, so F2 asks for no consent
 * @cells: by kind, from #DOV_CONSENT_KIND_PROCESSING on
 */
typedef struct
{
  gint64            person;
  gint64            signer;
  DovSignerCapacity capacity;
  gboolean          is_teen;
  gboolean          is_apart;
  gboolean          is_name_only;
  DovConsentCell    cells[DOV_CONSENT_N_KINDS];
} DovConsentRow;

/**
 * DovConsentClock:
 * @consent: what was withdrawn
 * @since: on that day
 * @until: what was kept on its grounds is destroyed by this day (152-FZ, article 21)
 * @n_days: of the thirty that are left; below 0: it is late
 */
typedef struct
{
  gint64 consent;
  GDate  since;
  GDate  until;
  int    n_days;
} DovConsentClock;

const DovConsentCell *dov_consent_row_get  (const DovConsentRow *row,
                                            DovConsentKind       kind);
DovConsentCell dov_consent_table_find      (DovStore            *store,
                                            DovPerson           *person,
                                            DovConsentKind       kind);
GPtrArray *dov_consent_table_list_rows     (DovStore            *store,
                                            gint64               family) G_GNUC_WARN_UNUSED_RESULT;
GArray    *dov_consent_table_list_clocks   (DovStore            *store,
                                            gint64               family) G_GNUC_WARN_UNUSED_RESULT;
DovRecord *dov_consent_table_new_draft     (DovStore            *store,
                                            gint64               family,
                                            const DovConsentRow *row,
                                            DovConsentKind       kind) G_GNUC_WARN_UNUSED_RESULT;
guint      dov_consent_table_count_lacking (GPtrArray           *rows,
                                            DovConsentKind       kind);
char      *dov_consent_table_dup_turning   (DovStore            *store,
                                            gint64               family,
                                            const GDate         *until) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dov_consent_table_draft_all     (DovStore            *store,
                                            gint64               family,
                                            DovConsentKind       kind,
                                            GError             **error);

G_END_DECLS
