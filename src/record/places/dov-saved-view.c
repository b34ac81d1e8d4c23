/* dov-saved-view.c - how somebody likes to see a list: its chip, search, columns and order, under a name */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-saved-view.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_TEXT (DovSavedView, title, N_("Name of the view"), DOV_REQUIRED | DOV_LISTED),
  DOV_TEXT (DovSavedView, listed, N_("Which list"), DOV_REQUIRED | DOV_LISTED),
  DOV_TEXT (DovSavedView, chip, N_("Filter"), DOV_LISTED),
  DOV_TEXT (DovSavedView, words, N_("Search"), DOV_LISTED),
  DOV_TEXT (DovSavedView, filter, N_("Narrowed by"), 0),
  DOV_TEXT (DovSavedView, columns, N_("Columns"), 0),
  DOV_TEXT (DovSavedView, order_by, N_("Order"), 0),
  DOV_FLAG (DovSavedView, descending, N_("From the last to the first"), 0),
};

DOV_DEFINE_RECORD (DovSavedView, dov_saved_view, fields,
                   .table = "saved_view",
                   .label = N_("View of a list"),
                   .labels = N_("Views of lists"),
                   .line = "{title}")
