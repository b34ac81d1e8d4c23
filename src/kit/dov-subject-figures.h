/* dov-subject-figures.h - numbers in the head of the page of a record, each a door to what it counts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-subject.h"
#include "dov-wrap-box.h"

G_BEGIN_DECLS

void dov_subject_figures_add  (DovSubjectPage *page,
                               DovWrapBox     *box);
void dov_subject_figures_show (DovSubjectPage *page,
                               DovWrapBox     *box);

G_END_DECLS
