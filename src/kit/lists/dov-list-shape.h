/* dov-list-shape.h - the popover in which one chooses the columns of a list and keeps views of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-list-view.h"
#include "dov-saved-view.h"

G_BEGIN_DECLS

/* The chip of a saved view is this and its id. */
#define DOV_LIST_VIEW_CHIP "view:"

/**
 * DovShapedList:
 * @view: (nullable): how the list is declared
 * @columns: (element-type DovTableColumn): what it can show
 * @get_shown: the names of those that it shows, with commas between
 * @show_columns: shows others, so named
 * @show_chip: shows a saved view
 * @describe: tells @saved what the list shows now: chip, search, columns and order
 *
 * The list that is shaped; it lives longer than its popover.
 */
typedef struct
{
  DovStore          *store;
  GType              type;
  const DovListView *view;
  GArray            *columns;
  const char      *(*get_shown) (gpointer list);
  void             (*show_columns) (gpointer list, const char *names);
  void             (*show_chip) (gpointer list, const char *chip);
  void             (*describe) (gpointer list, DovSavedView *saved);
} DovShapedList;

GtkWidget *dov_list_shape_new        (gpointer             list,
                                      const DovShapedList *shaped);
GArray    *dov_list_shape_list_views (DovStore            *store,
                                      GType                type) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
