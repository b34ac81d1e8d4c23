/* dov-list-page-private.h - what the files of the list page share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-chips.h"
#include "dov-list-filter.h"
#include "dov-list-page.h"
#include "dov-list-view.h"
#include "dov-record-list.h"
#include "dov-saving.h"
#include "dov-table-view.h"

G_BEGIN_DECLS

struct _DovListPage
{
  DovPage            parent_instance;

  DovStore          *store;
  GType              type;
  const DovListView *view;         /* NULL: the columns are the listed fields */
  char              *ids;          /* a JSON array: only these records; NULL: all */
  DovRecordList     *rows;
  GArray            *all_columns;  /* DovTableColumn: what the list can show */
  char              *shown;        /* the names of those that it shows, with commas between */
  gint64             all;          /* how many there are without chip and search */
  gboolean           has_view;     /* the chip that is on is a saved view */
  gboolean           by_link;      /* the chips stand for linked records, not for codes */
  guint              refresh;
  void             (*chip_cb) (DovChips *, GParamSpec *, DovListPage *);
  GMenuModel        *menu;

  GtkSearchEntry    *filter;
  GtkLabel          *heading;   /* above a list that is no section */
  GtkButton         *excel;
  GtkMenuButton     *narrow;       /* categories, villages… where the list has them */
  GtkLabel          *narrow_words;
  DovListFilter     *narrowing;    /* NULL: the list cannot be narrowed */
  GtkMenuButton     *shape;        /* columns and saved views */
  GtkButton         *print;
  DovChips          *chips;
  GtkLabel          *count;
  GtkStack          *state;
  AdwBin            *place;
  DovTableView      *table;
  AdwStatusPage     *empty;
  GtkBox            *ways;
  AdwBin            *saving_place;
  DovSaving         *saving;
  GtkRevealer       *picked;
  GtkLabel          *picked_count;
  GtkButton         *unpick;
  GtkButton         *copy;
  GtkButton         *change;
  GtkButton         *remove;
  GtkButton         *open;
};

/* What the list asks the store, owned. */
typedef struct
{
  char       *where;
  GVariant   *params;
  char       *words;
  const char *also;
  const char *order;
  gboolean    descending;
} DovListAsked;

void        dov_list_page_fill_query      (DovListPage        *self,
                                           DovListAsked       *asked,
                                           const char         *chip,
                                           const char         *words);
void        dov_list_asked_clear          (DovListAsked       *asked);
DovQuery    dov_list_asked_query          (const DovListAsked *asked);
gint64      dov_list_page_count           (DovListPage        *self,
                                           const char         *chip,
                                           const char         *words);
const char *dov_list_page_get_words       (DovListPage        *self);

/* dov-list-page-empty.c */
void        dov_list_page_explain_empty   (DovListPage        *self);

/* dov-list-page-actions.c */
void        dov_list_page_install_actions (GtkWidgetClass     *klass);
void        dov_list_page_init_actions    (DovListPage        *self);

G_END_DECLS
