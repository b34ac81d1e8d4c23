/* dov-table-cell.h - the cells of a table: words, badges, and how they follow their rows */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-table-view.h"

G_BEGIN_DECLS

typedef struct _DovCells DovCells;

typedef void (*DovCellPressed) (guint                 position,
                                const DovTableColumn *column,
                                gpointer              user_data);

DovCells *dov_cells_new           (DovCellPressed        pressed,
                                   gpointer              user_data);
void      dov_cells_free          (DovCells             *self);
void      dov_cells_set_store     (DovCells             *self,
                                   DovStore             *store);
void      dov_cells_set_up        (DovCells             *self,
                                   GtkListItem          *item,
                                   const DovTableColumn *column,
                                   const DovField       *field,
                                   gboolean              is_right);
void      dov_cells_bind          (DovCells             *self,
                                   GtkListItem          *item);
void      dov_cells_unbind        (DovCells             *self,
                                   GtkListItem          *item);
void      dov_cells_refresh       (DovCells             *self);
void      dov_cells_measure       (DovCells             *self);
gboolean  dov_cells_find_position (GtkWidget            *row,
                                   guint                *position);

G_END_DECLS
