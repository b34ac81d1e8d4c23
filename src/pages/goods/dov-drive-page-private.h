/* dov-drive-page-private.h - what the files of the drive page share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-drive-page.h"
#include "dov-drive.h"
#include "dov-section-box.h"
#include "dov-table-view.h"

G_BEGIN_DECLS

struct _DovDrivePage
{
  DovPage        parent_instance;

  DovStore      *store;
  DovDrive      *drive;       /* the living record */
  guint          refresh;

  GtkWidget     *name;
  GtkWidget     *status;
  GtkWidget     *facts;
  GtkWidget     *receive;
  GtkWidget     *hand_out;
  GtkWidget     *notices;
  GtkWidget     *flow;        /* the figures */
  GtkWidget     *table;
  GtkWidget     *things_place;
  GtkWidget     *saving;      /* the things, for Excel */
  DovSectionBox *needs;
  DovSectionBox *received;
  DovSectionBox *handed_out;
};

gint64 dov_drive_page_get_id        (DovDrivePage  *self);
void   dov_drive_page_open_ids      (DovDrivePage  *self,
                                     GType          type,
                                     const char    *title,
                                     const char    *sql);
void   dov_drive_page_tell          (DovDrivePage  *self);
void   dov_drive_page_refuse        (DovDrivePage  *self,
                                     const GError  *error);

/* dov-drive-menu.c */
GtkWidget  *dov_drive_button_new    (const char    *icon,
                                     const char    *label,
                                     const char    *key,
                                     const char    *action);
GMenuModel *dov_drive_menu_new      (void);

/* dov-drive-figures.c */
void   dov_drive_page_add_figures   (DovDrivePage  *self);
void   dov_drive_page_show_figures  (DovDrivePage  *self);

/* dov-drive-things.c */
GtkWidget *dov_drive_page_add_things (DovDrivePage *self);
void   dov_drive_page_show_things   (DovDrivePage  *self);
void   dov_drive_page_save_things   (DovDrivePage  *self);
void   dov_drive_page_print_things  (DovDrivePage  *self);

/* dov-drive-sections.c */
void   dov_drive_page_show_sections (DovDrivePage  *self);
void   dov_drive_page_show_notices  (DovDrivePage  *self);

G_END_DECLS
