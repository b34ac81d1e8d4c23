/* dov-family-doors.h - the path of a family, what is missing for the next state and the other ways out */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-subject-page.h"

G_BEGIN_DECLS

void       dov_family_path_show  (DovSubjectPage *page,
                                  DovPathBar     *path);
GtkWidget *dov_family_doors_new  (DovSubjectPage *page);
guint      dov_family_doors_show (DovSubjectPage *page,
                                  GtkWidget      *section);
GtkWidget *dov_family_ways_new   (DovSubjectPage *page);
guint      dov_family_ways_show  (DovSubjectPage *page,
                                  GtkWidget      *section);
void       dov_family_ask_consent (DovSubjectPage *page,
                                  gint64          person);

G_END_DECLS
