/* dov-reports-page-private.h - what the files of the reports page share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-chips.h"
#include "dov-document.h"
#include "dov-period-bar.h"
#include "dov-record-search.h"
#include "dov-reports-page.h"
#include "dov-saving.h"
#include "dov-table-view.h"

G_BEGIN_DECLS

struct _DovReportsPage
{
  DovPage          parent_instance;

  DovStore        *store;
  GPtrArray       *documents;   /* DovDocument */
  DovDocument     *document;    /* the one shown */
  DovResult       *result;      /* what its last run gave */
  GArray          *lounges;     /* gint64; the first is 0: all */
  guint            run;         /* number of the last run asked for: older answers are stale */
  guint            soon;
  gboolean         is_running;
  gboolean         saves_then;  /* as soon as what is asked for has been counted */

  gboolean         is_folded;   /* for want of room */
  gboolean         is_choosing; /* the catalogue stands in place of the document */
  guint            fold_source;

  GtkWidget       *side;
  GtkWidget       *sheet;
  GtkWidget       *others;
  GtkSearchEntry  *filter;
  GtkListBox      *catalogue;
  GtkLabel        *name;
  GtkLabel        *receiver;
  AdwBin          *submitted_place;
  AdwSplitButton  *excel;
  AdwBin          *period_place;
  GtkDropDown     *lounge;
  AdwBin          *asked_place;
  DovChips        *tables;
  GtkBox          *notices;
  GtkStack        *state;
  AdwBin          *place;
  AdwStatusPage   *empty;
  GtkLabel        *count;
  GtkLabel        *hint;
  AdwBin          *saving_place;

  DovPeriodBar    *period;
  DovRecordSearch *asked;
  DovTableView    *table;
  DovSaving       *saving;
};

/* dov-reports-catalogue.c */
void     dov_reports_page_fill_catalogue (DovReportsPage *self);
void     dov_reports_page_filter         (DovReportsPage *self);

/* dov-reports-fold.c */
void     dov_reports_page_fit            (DovReportsPage *self,
                                          int             width);
void     dov_reports_page_show_catalogue (DovReportsPage *self,
                                          gboolean        is_choosing);

/* dov-reports-preview.c */
void     dov_reports_page_preview        (DovReportsPage *self);
void     dov_reports_page_preview_soon   (DovReportsPage *self);
void     dov_reports_page_show_table     (DovReportsPage *self);
void     dov_reports_page_open_behind    (DovReportsPage *self,
                                          guint           position,
                                          int             cell);

gint64   dov_reports_page_get_lounge     (DovReportsPage *self);

/* dov-reports-submitted.c */
void     dov_reports_page_show_submitted (DovReportsPage *self);
void     dov_reports_page_write_state    (DovReportsPage *self);
void     dov_reports_page_submit         (DovReportsPage *self);

G_END_DECLS
