/* dov-table-cell.h - the columns of a table and their cells: words, badges, and how they follow their rows */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-badge.h"
#include "dov-store.h"

G_BEGIN_DECLS

typedef struct _DovTableColumn DovTableColumn;

/* What a cell says of a row. */
typedef char *(*DovCellWords) (DovStore             *store,
                               gpointer              row,
                               const DovTableColumn *column);
/* The sign before the words; NULL: plain words, no badge. */
typedef const DovSign *(*DovCellSign) (gpointer              row,
                                       const DovTableColumn *column);
/* A class of the style sheet for the cell: "sum", "opens"; NULL: none. */
typedef const char *(*DovCellLook) (gpointer              row,
                                    const DovTableColumn *column);

/**
 * DovTableColumn:
 * @name: a field of the record, or a word of its own for what is computed
 * @title: (nullable): the heading, marked with N_(); default: the label of the field
 * @width: in digits of the font; 0: by the kind of the field
 * @expands: takes what the others leave
 * @is_bold: the one that tells a row from the others
 * @is_number: stands right; fields of numbers do anyway
 * @wraps: long text goes on in the next line, so the column may be narrower where there is no room
 * @heading_wraps: so does the heading
 * @leaves: 1 goes first where it is narrow, then 2…; 0: stays
 * @order: (nullable): what DovQuery.order is to be; default: the field, if it can be put in order by itself; "": none
 * @words: (nullable): default: the field as people read it
 * @sign: (nullable): makes the cells badges
 * @badge: (nullable): a badge behind the words, while it says anything; @sign is how it looks
 * @look: (nullable): a class for each cell; a look that ends in "opens" can be pressed
 * @index: for whoever computes the words
 *
 * The strings and functions stay the caller's and live as long as the table.
 */
struct _DovTableColumn
{
  const char   *name;
  const char   *title;
  int           width;
  gboolean      expands;
  gboolean      is_bold;
  gboolean      is_number;
  gboolean      wraps;
  gboolean      heading_wraps;
  int           leaves;
  const char   *order;
  DovCellWords  words;
  DovCellWords  badge;
  DovCellSign   sign;
  DovCellLook   look;
  guint         index;
};

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
                                   const char           *title,
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
