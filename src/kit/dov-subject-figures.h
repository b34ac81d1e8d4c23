/* dov-subject-figures.h - numbers in the head of the page of a record, each a door to what it counts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-subject.h"
#include "dov-tabs.h"
#include "dov-wrap-box.h"

G_BEGIN_DECLS

/* What they are numbers of; the page lives longer. */
typedef struct
{
  DovSubjectPage   *page;
  DovStore         *store;
  DovRecord        *record;
  const DovSubject *subject;
  DovWrapBox       *box;
  DovTabs          *tabs;    /* NULL: none */
} DovSubjectFigures;

void dov_subject_figures_add  (const DovSubjectFigures *self);
void dov_subject_figures_show (const DovSubjectFigures *self);

G_END_DECLS
