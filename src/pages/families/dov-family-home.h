/* dov-family-home.h - how a family lives, by its last act: what is dangerous, what is there and what is not */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-subject-page.h"

G_BEGIN_DECLS

GtkWidget *dov_family_home_new  (DovSubjectPage *page);
guint      dov_family_home_show (DovSubjectPage *page,
                                 GtkWidget      *section);

G_END_DECLS
