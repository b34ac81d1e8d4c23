/* dov-family-sections.h - what the sections of a family's page show */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-family.h"
#include "dov-section-box.h"
#include "dov-store.h"

G_BEGIN_DECLS

guint      dov_family_fill_members    (DovSectionBox *section,
                                       DovStore      *store,
                                       gint64         family);
guint      dov_family_fill_categories (DovSectionBox *section,
                                       DovStore      *store,
                                       gint64         family);
guint      dov_family_fill_visits     (DovSectionBox *section,
                                       DovStore      *store,
                                       gint64         family);
void       dov_family_fill_home       (DovSectionBox *section,
                                       DovFamily     *family);
void       dov_family_fill_timeline   (GtkListBox    *list,
                                       DovStore      *store,
                                       gint64         family);
GPtrArray *dov_family_list_categories (DovStore      *store,
                                       gint64         family) G_GNUC_WARN_UNUSED_RESULT;
char      *dov_family_kinship_words   (DovRecord     *member,
                                       DovRecord     *person) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
