/* dov-subject-part.h - a part of the page of a record as it was made: its lists, its fields, its own widget */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-subject.h"

G_BEGIN_DECLS

/**
 * DovSubjectPart:
 * @of: the tab that it is a part of, or itself
 * @count: how many there were when it was shown last
 * @box: what stands on the page
 * @made: (nullable): what DovTab.make gave
 *
 * The page owns what it shows, the store and the record.
 */
typedef struct
{
  DovSubjectPage *page;
  DovStore       *store;
  DovRecord      *record;
  const DovTab   *tab;
  const DovTab   *of;
  guint           count;
  GtkWidget      *box;
  GtkWidget      *made;
  DovSectionBox  *fields;
  DovSectionBox  *lists[G_N_ELEMENTS (((DovTab *) NULL)->lists)];
} DovSubjectPart;

DovSubjectPart *dov_subject_part_new  (DovSubjectPage *page,
                                       DovStore       *store,
                                       DovRecord      *record,
                                       const DovTab   *tab,
                                       const DovTab   *of);
void            dov_subject_part_show (DovSubjectPart *self);

G_END_DECLS
