/* dov-family-lists.h - what belongs to a family, as its page shows it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-subject-page.h"

G_BEGIN_DECLS

extern const DovRelatedList dov_family_members;
extern const DovRelatedList dov_family_categories;
extern const DovRelatedList dov_family_support;
extern const DovRelatedList dov_family_findings;

GtkWidget *dov_family_kin_new       (DovSubjectPage *page);
guint      dov_family_kin_show      (DovSubjectPage *page,
                                     GtkWidget      *section);
GtkWidget *dov_family_visits_new    (DovSubjectPage *page);
guint      dov_family_visits_show   (DovSubjectPage *page,
                                     GtkWidget      *box);

G_END_DECLS
