/* dov-family-beside.h - who is beside a family, what was agreed with it, and what comes soon */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-subject-page.h"

G_BEGIN_DECLS

GtkWidget *dov_family_programme_new  (DovSubjectPage *page);
guint      dov_family_programme_show (DovSubjectPage *page,
                                      GtkWidget      *section);
GtkWidget *dov_family_beside_new     (DovSubjectPage *page);
guint      dov_family_beside_show    (DovSubjectPage *page,
                                      GtkWidget      *section);
GtkWidget *dov_family_soon_new       (DovSubjectPage *page);
guint      dov_family_soon_show      (DovSubjectPage *page,
                                      GtkWidget      *section);

G_END_DECLS
