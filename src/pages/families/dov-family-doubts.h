/* dov-family-doubts.h - «Проверьте категории»: what other records of a family say of its categories */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-subject-page.h"

G_BEGIN_DECLS

GtkWidget *dov_family_doubts_new  (DovSubjectPage *page);
guint      dov_family_doubts_show (DovSubjectPage *page,
                                   GtkWidget      *section);

G_END_DECLS
