/* dov-family-prints.h - the documents of a family that can be printed now, and what the others lack */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-subject-page.h"

G_BEGIN_DECLS

GtkWidget *dov_family_prints_new  (DovSubjectPage *page);
guint      dov_family_prints_show (DovSubjectPage *page,
                                   GtkWidget      *section);
void       dov_family_prints_find (DovSubjectPage *page,
                                   const char     *typed);

G_END_DECLS
