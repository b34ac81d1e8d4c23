/* dov-shift-page-private.h - what the files of the page of a shift share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-finding-cards.h"
#include "dov-form.h"
#include "dov-shift-page.h"

G_BEGIN_DECLS

struct _DovShiftPage
{
  DovPage          parent_instance;

  DovStore        *store;
  DovPatrolShift  *shift;      /* as it is stored */
  DovPatrolShift  *draft;      /* as it stands in the form */
  guint            refresh;

  DovForm         *form;
  GtkWidget       *name;
  AdwBin          *status;
  GtkWidget       *facts;
  GtkWidget       *raid;
  GtkWidget       *step;
  GtkWidget       *step_label;
  GtkWidget       *more;
  GtkWidget       *notices;    /* what is missing, what clashes */
  GtkWidget       *asking;     /* the card that asks, among the notices */
  DovCrewSection  *crew;
  DovFindingCards *cards;      /* NULL before the walk begins */
  guint            missing;    /* the finding that is not closed, counted from 1 */
};

gboolean dov_shift_page_has_begun    (DovShiftPage         *self);
void     dov_shift_page_show_head    (DovShiftPage         *self);
void     dov_shift_page_show_notices (DovShiftPage         *self);
void     dov_shift_page_refuse       (DovShiftPage         *self,
                                      const GError         *error);
void     dov_shift_page_tell         (DovShiftPage         *self);
gboolean dov_shift_page_change       (DovShiftPage         *self,
                                      DovRecord            *changed,
                                      const char           *words,
                                      GError              **error);
void     dov_shift_page_take_step    (DovShiftPage         *self);
void     dov_shift_page_print_raid   (DovShiftPage         *self);
GtkWidget *dov_shift_page_make_head  (DovShiftPage         *self);
GtkWidget *dov_shift_page_make_plan  (DovShiftPage         *self);

void     dov_shift_page_ask_cancel   (DovShiftPage         *self);
void     dov_shift_page_stop_asking  (DovShiftPage         *self);

G_END_DECLS
