/* dov-paper-page-private.h - what the files of the paper page share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-paper-page.h"
#include "dov-paper-view.h"
#include "dov-period-bar.h"
#include "dov-record-search.h"

G_BEGIN_DECLS

/* Something that was given to be made, shared by the runs. */
typedef struct
{
  DovSavingMake  make;
  gpointer       user_data;
  GDestroyNotify free_data;
} DovPaperSource;

struct _DovPaperPage
{
  DovPage          parent_instance;

  DovStore        *store;
  DovDocument     *document;   /* NULL: a source makes it */
  DovPaperSource  *source;     /* an atomic box */
  gint64           subject;
  GArray          *lounges;    /* gint64; the first is 0: all */

  DovPrint        *print;      /* NULL while it is being made */
  GCancellable    *cancellable;
  guint            run;        /* older answers are stale */
  guint            soon;
  gboolean         prints_then;
  gboolean         focuses_then;   /* on the pages, as soon as they are there */

  GtkWidget       *name;
  GtkWidget       *receiver;
  GtkWidget       *print_button;
  GtkWidget       *pdf_button;
  GtkWidget       *excel_button;
  GtkToggleButton *blank;
  GtkBox          *choices;
  DovPeriodBar    *period;     /* NULL: none is asked for */
  GtkDropDown     *lounge;
  DovRecordSearch *asked;
  GtkStack        *state;
  AdwStatusPage   *message;
  DovPaperView    *view;
  GtkWidget       *bar;
  GtkLabel        *page;
  GtkLabel        *percent;
  GtkWidget       *earlier;
  GtkWidget       *later;
  DovSaving       *saving;
};

/* dov-paper-making.c */
void     dov_paper_page_make      (DovPaperPage *self);
void     dov_paper_page_make_soon (DovPaperPage *self);

/* dov-paper-look.c */
void     dov_paper_page_build     (DovPaperPage *self);
void     dov_paper_page_show_place (DovPaperPage *self);

DovPaperSource *dov_paper_source_new   (DovSavingMake   make,
                                        gpointer        user_data,
                                        GDestroyNotify  free_data);
DovPaperSource *dov_paper_source_ref   (DovPaperSource *self);
void            dov_paper_source_unref (DovPaperSource *self);

G_END_DECLS
