/* dov-event-page-private.h - what the files of the event page share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-event-count.h"
#include "dov-event-page.h"
#include "dov-event-people.h"
#include "dov-notice.h"
#include "dov-saving.h"
#include "dov-section-box.h"

G_BEGIN_DECLS

/* What a card on the page asks before a step. */
typedef enum
{
  DOV_EVENT_ASKS_NOTHING,
  DOV_EVENT_ASKS_CANCEL,   /* why */
  DOV_EVENT_ASKS_MOVE,     /* why, and to when */
  DOV_EVENT_ASKS_EMPTY,    /* why it was held for nobody (E1) */
} DovEventAsks;

struct _DovEventPage
{
  DovPage         parent_instance;

  DovStore       *store;
  DovEvent       *event;
  DovRoll        *roll;
  guint           refresh;

  GtkLabel       *name;
  AdwBin         *status;
  GtkLabel       *facts;
  GtkButton      *door;
  GtkButton      *step;
  GtkMenuButton  *more;
  GtkBox         *notices;
  GtkBox         *left;
  GtkBox         *right;
  AdwBin         *saving_place;

  DovEventCount  *count;
  DovEventPeople *people;
  DovSectionBox  *plan;
  DovSectionBox  *film;
  DovSectionBox  *helpers;
  DovSectionBox  *partners;
  GArray         *waiting;     /* people who waited for a place when it was last looked */
  char           *passed;      /* who has just got a place that was free */
  DovSaving      *saving;

  DovEventAsks    asks;
  GtkWidget      *asking;      /* the card that asks, among the notices */
  GtkWidget      *asked_why;
  GtkWidget      *asked_when;
  GtkWidget      *asked_error;
  DovEventStatus  refused;     /* the step that waits for a reason (E8) */
};

/* dov-event-asking.c */
void dov_event_page_ask           (DovEventPage   *self,
                                   DovEventAsks    asks);
void dov_event_page_stop_asking   (DovEventPage   *self);

/* dov-event-facts.c */
void dov_event_page_show_head     (DovEventPage   *self);
void dov_event_page_show_notices  (DovEventPage   *self);
void dov_event_page_show_plan     (DovEventPage   *self);

GtkWidget *dov_event_page_add_notice (DovEventPage *self,
                                      DovNoticeKind kind,
                                      const char   *lead,
                                      const char   *text);

/* dov-event-parts.c */
void dov_event_page_make_parts    (DovEventPage   *self);
void dov_event_page_show_parts    (DovEventPage   *self);
void dov_event_page_show_seats    (DovEventPage   *self);
void dov_event_page_show_report   (DovEventPage   *self);
void dov_event_page_open_report   (DovEventPage   *self);
gboolean dov_event_page_has_report (DovEventPage  *self);

void dov_event_page_take_step     (DovEventPage   *self,
                                   DovEventStatus  status,
                                   const char     *reason);
void dov_event_page_tell          (DovEventPage   *self);
void dov_event_page_edit          (DovEventPage   *self);
void dov_event_page_refuse        (DovEventPage   *self,
                                   const GError   *error);

G_END_DECLS
