/* dov-family-marks.h - how the marks of a family went from one review to the next, as dots */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-subject-page.h"

G_BEGIN_DECLS

GtkWidget *dov_family_marks_new  (DovSubjectPage *page);
guint      dov_family_marks_show (DovSubjectPage *page,
                                  GtkWidget      *box);

G_END_DECLS
