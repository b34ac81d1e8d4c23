/* dov-list-view.h - what the list of each record looks like: columns, chips, words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-list-words.h"

G_BEGIN_DECLS

/**
 * DovListChip:
 * @name: the word the program knows it by
 * @label: marked with N_()
 * @where: a condition over the record's own columns
 * @params: (nullable): the values of its ?1…, as of today
 */
typedef struct
{
  const char *name;
  const char *label;
  const char *where;
  GVariant *(*params) (void);
} DovListChip;

/**
 * DovListView:
 * @type: the record
 * @section: of the sidebar
 * @icon: of the empty page
 * @add: the words of the main action, marked with N_(); %NULL: none can be made here
 * @hint: what one can search for, marked with N_()
 * @nothing: “No such family”, marked with N_()
 * @first: title of the page before the first one is there, marked with N_()
 * @first_step: what to do then, marked with N_()
 * @noun: what is counted: “44 families”
 * @also_count: (nullable): more to say after the count, such as “96 children”; may give %NULL
 * @also: (nullable): for DovQuery.also
 * @order: (nullable): the column that is sorted at first, %NULL: the record's own order
 * @chip: (nullable): the chip that is on at first, while it shows anything
 * @by: (nullable): a choice or a link: a chip for each of its values that occurs
 */
typedef struct
{
  GType               (*type) (void);
  const char           *section;
  const char           *icon;
  const char           *add;
  const char           *hint;
  const char           *nothing;
  const char           *first;
  const char           *first_step;
  DovListNoun           noun;
  char               *(*also_count) (DovStore *store, GListModel *rows);
  const char           *also;
  const char           *order;
  gboolean              descending;
  const char           *chip;
  const char           *by;
  const DovListChip    *chips;
  guint                 n_chips;
  const DovTableColumn *columns;
  guint                 n_columns;
} DovListView;

void               dov_list_view_add   (const DovListView *views,
                                        guint              n_views);
const DovListView *dov_list_view_find  (GType              type);

/* For chips: the moments between which this month and the last one lie, and this moment. */
GVariant          *dov_list_this_month (void);
GVariant          *dov_list_last_month (void);
GVariant          *dov_list_now        (void);

G_END_DECLS
