/* dov-list-words.h - computed words of lists: what stands in a cell or a count and is no field */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-table-view.h"

G_BEGIN_DECLS

/* Cells. */
char          *dov_list_place_of_lounge      (DovStore *store, gpointer row, const DovTableColumn *column);
char          *dov_list_name_of_list         (DovStore *store, gpointer row, const DovTableColumn *column);
const DovSign *dov_list_sign_of_state        (gpointer  row, const DovTableColumn *column);

/* A cell that is counted. */
char          *dov_list_ask                  (DovStore   *store,
                                              const char *sql,
                                              GVariant   *params) G_GNUC_WARN_UNUSED_RESULT;

/* Counts, with the right plural. */
typedef enum
{
  DOV_LIST_NOUN_ROWS,
  DOV_LIST_NOUN_FAMILIES,
  DOV_LIST_NOUN_PEOPLE,
  DOV_LIST_NOUN_EVENTS,
  DOV_LIST_NOUN_ORGANISATIONS,
  DOV_LIST_NOUN_GROUPS,
  DOV_LIST_NOUN_VOLUNTEERS,
} DovListNoun;

char          *dov_list_count                (DovListNoun noun, gint64 n);
char          *dov_list_count_of             (DovListNoun noun, gint64 n, gint64 all);
char          *dov_list_picked               (DovListNoun noun, gint64 n);

/* The title of a reference list, such as “Forms of events”, in the language of the interface. */
const char    *dov_list_title_of_code        (const char *list_code);

G_END_DECLS
