/* dov-mark-grid.h - lines and columns of short marks, filled by keyboard alone; heads and sums stay in sight */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DOV_TYPE_MARK_GRID (dov_mark_grid_get_type ())
G_DECLARE_FINAL_TYPE (DovMarkGrid, dov_mark_grid, DOV, MARK_GRID, AdwBin)

/* Signals: "typed" (guint row, guint column, const char *text): a letter or sign on a cell; "cleared" (row, column):
 * Delete, Backspace, space; "entered" (row, column): Enter; "filled" (column): Ctrl+Enter; "moved" (row, column):
 * the keyboard came to another cell; "head-clicked" (column). */
GtkWidget *dov_mark_grid_new             (const char  *label);
void       dov_mark_grid_build           (DovMarkGrid *self,
                                          guint        n_rows,
                                          guint        n_columns);
void       dov_mark_grid_set_titles      (DovMarkGrid *self,
                                          const char  *rows,
                                          const char  *sums,
                                          const char  *foot);
void       dov_mark_grid_set_head        (DovMarkGrid *self,
                                          guint        column,
                                          const char  *first,
                                          const char  *second,
                                          const char  *name,
                                          const char  *look);
void       dov_mark_grid_set_line        (DovMarkGrid *self,
                                          guint        row,
                                          const char  *title,
                                          const char  *tip,
                                          const char  *look);
void       dov_mark_grid_set_cell        (DovMarkGrid *self,
                                          guint        row,
                                          guint        column,
                                          const char  *text,
                                          const char  *name,
                                          const char  *look);
void       dov_mark_grid_set_row_sum     (DovMarkGrid *self,
                                          guint        row,
                                          const char  *text,
                                          const char  *name);
void       dov_mark_grid_set_column_sum  (DovMarkGrid *self,
                                          guint        column,
                                          const char  *text,
                                          const char  *name);
void       dov_mark_grid_set_total       (DovMarkGrid *self,
                                          const char  *text,
                                          const char  *name);

guint      dov_mark_grid_get_n_rows      (DovMarkGrid *self);
guint      dov_mark_grid_get_n_columns   (DovMarkGrid *self);
GtkWidget *dov_mark_grid_get_cell        (DovMarkGrid *self,
                                          guint        row,
                                          guint        column);
gboolean   dov_mark_grid_get_cursor      (DovMarkGrid *self,
                                          guint       *row,
                                          guint       *column);
void       dov_mark_grid_move            (DovMarkGrid *self,
                                          guint        row,
                                          guint        column,
                                          gboolean     takes_keyboard);
void       dov_mark_grid_move_on         (DovMarkGrid *self);

G_END_DECLS
