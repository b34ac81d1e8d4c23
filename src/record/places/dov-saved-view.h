/* dov-saved-view.h - how somebody likes to see a list: its chip, search, columns and order, under a name */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_SAVED_VIEW (dov_saved_view_get_type ())
G_DECLARE_FINAL_TYPE (DovSavedView, dov_saved_view, DOV, SAVED_VIEW, DovRecord)

struct _DovSavedView
{
  DovRecord parent_instance;

  char     *title;
  char     *listed;      /* the table of the records that are listed */
  char     *chip;        /* as the list page names it */
  char     *words;
  char     *filter;      /* what else the list is narrowed by */
  char     *columns;     /* their names, in order, with commas between */
  char     *order_by;    /* the name of a column */
  gboolean  descending;
};

G_END_DECLS
