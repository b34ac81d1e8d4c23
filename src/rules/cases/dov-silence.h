/* dov-silence.h - how long nobody of a family was seen or spoken to (“no contact”) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

/* So many days without a contact are told of. */
#define DOV_SILENCE_DAYS 21

/* SQL: of which families it is told: those that are on support. */
#define DOV_SILENCE_ON_SUPPORT "('active', 'monitoring')"

/* SQL: the moment when the family with this id was last seen at home or reached; NULL: never. */
#define DOV_SILENCE_LAST(family) \
  "(SELECT max (at) FROM (SELECT max (visited_at) AS at FROM live_home_visit WHERE family_id = " family \
  " AND was_home UNION ALL SELECT max (contacted_at) FROM live_contact_record WHERE family_id = " family \
  " AND reached))"

/* SQL: since when the family of this row of its table is silent: the last contact, or the day it was taken on. */
#define DOV_SILENCE_SINCE(table) \
  "substr (coalesce (" DOV_SILENCE_LAST (table ".id") ", " table ".opened_on), 1, 10)"

/* SQL over the columns of a family: it is silent since before ?1, which dov_silence_limit() gives. */
#define DOV_SILENCE_WHERE \
  "id IN (SELECT f.id FROM live_family f WHERE f.case_status IN " DOV_SILENCE_ON_SUPPORT \
  " AND " DOV_SILENCE_SINCE ("f") " < ?1)"

GVariant *dov_silence_limit      (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean  dov_silence_find_last  (DovStore    *store,
                                  gint64       family_id,
                                  GDate       *day);
int       dov_silence_count_days (DovStore    *store,
                                  gint64       family_id,
                                  const GDate *today);
char     *dov_silence_dup_words  (int          n_days) G_GNUC_WARN_UNUSED_RESULT;
GArray   *dov_silence_list       (DovStore    *store,
                                  int          more_than,
                                  const GDate *today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
