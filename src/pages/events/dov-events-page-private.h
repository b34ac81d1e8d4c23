/* dov-events-page-private.h - what the files of the page of events share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-events-page.h"
#include "dov-list-page.h"
#include "dov-month-view.h"

#include "dov-event.h"

G_BEGIN_DECLS

struct _DovEventsPage
{
  DovPage        parent_instance;

  DovStore      *store;
  GArray        *lounges;   /* of the choice, 0 first: all of them */
  gint64         lounge;    /* 0: all lounges */
  guint          refresh;
  guint          n_asked;   /* how many things must be looked at */

  GtkStack      *stack;
  DovMonthView  *calendar;
  DovListPage   *list;
  GtkWidget     *list_place;
  GtkDropDown   *choice;
};

/* dov-events-month.c */
void dov_events_page_fill_month (DovEventsPage *self);

/* What stands against an event, in words; NULL when nothing does. */
char *dov_events_dup_doubt      (DovStore      *store,
                                 DovEvent      *event);

G_END_DECLS
