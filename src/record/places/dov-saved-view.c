/* dov-saved-view.c - how somebody likes to see a list: its chip, search, columns and order, under a name */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-saved-view.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (DovSavedView, dov_saved_view, DOV_TYPE_RECORD)

static const DovField fields[] = {
  DOV_TEXT (DovSavedView, title, N_("Name of the view"), DOV_REQUIRED | DOV_LISTED),
  DOV_TEXT (DovSavedView, listed, N_("List"), DOV_REQUIRED | DOV_LISTED),
  DOV_TEXT (DovSavedView, chip, N_("Filter"), DOV_LISTED),
  DOV_TEXT (DovSavedView, words, N_("Search"), DOV_LISTED),
  DOV_TEXT (DovSavedView, filter, N_("Narrowed by"), 0),
  DOV_TEXT (DovSavedView, columns, N_("Columns"), 0),
  DOV_TEXT (DovSavedView, order_by, N_("Order"), 0),
  DOV_FLAG (DovSavedView, descending, N_("From the last to the first"), 0),
};

static char *
dov_saved_view_describe (DovRecord *record)
{
  return g_strdup (DOV_SAVED_VIEW (record)->title);
}

static void
dov_saved_view_class_init (DovSavedViewClass *klass)
{
  DovRecordClass *record_class = DOV_RECORD_CLASS (klass);

  record_class->label = N_("View of a list");
  record_class->labels = N_("Views of lists");
  record_class->describe = dov_saved_view_describe;

  dov_record_class_set_fields (record_class, "saved_view", fields, G_N_ELEMENTS (fields));
}

static void
dov_saved_view_init (DovSavedView *self)
{
}
