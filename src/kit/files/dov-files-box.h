/* dov-files-box.h - the files of a record, as a list: chosen, dropped or pasted into it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-subject-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_FILES_BOX (dov_files_box_get_type ())
G_DECLARE_FINAL_TYPE (DovFilesBox, dov_files_box, DOV, FILES_BOX, AdwBin)

GtkWidget *dov_files_box_new       (DovStore       *store,
                                    GType           type,
                                    gint64          id);
guint      dov_files_box_show      (DovFilesBox    *self);
void       dov_files_box_add       (DovFilesBox    *self,
                                    GFile          *file);

/* For a DovTab: .make and .refresh; for the look of a record whose page is its form: .below. */
GtkWidget *dov_files_part_new      (DovSubjectPage *page);
guint      dov_files_part_show     (DovSubjectPage *page,
                                    GtkWidget      *box);
GtkWidget *dov_files_below_new     (DovStore       *store,
                                    GType           type,
                                    gint64          id);

G_END_DECLS
