/* dov-file-handing.h - a file of a record leaves the program: to another program, or to a place that a person chooses */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "dov-attachment.h"
#include "dov-store.h"

G_BEGIN_DECLS

/* A test takes the file instead of another program. */
typedef void (*DovFileTaken) (GFile    *file,
                              gpointer  user_data);

void dov_file_handing_open    (GtkWidget     *near,
                               DovStore      *store,
                               DovAttachment *file);
void dov_file_handing_save_as (GtkWidget     *near,
                               DovStore      *store,
                               DovAttachment *file);
void dov_file_handing_answer  (DovFileTaken   taken,
                               gpointer       user_data);
void dov_file_handing_clean   (void);

G_END_DECLS
