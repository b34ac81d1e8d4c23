/* dov-link-row.h - a field that names another record: found while typing, or made in place */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-text-row.h"

G_BEGIN_DECLS

#define DOV_TYPE_LINK_ROW (dov_link_row_get_type ())
G_DECLARE_FINAL_TYPE (DovLinkRow, dov_link_row, DOV, LINK_ROW, DovTextRow)

/* Signal: "made" (DovRecord *): the small form saved a record that was missing. */
void       dov_link_row_set_filter (DovLinkRow *self,
                                    const char *where,
                                    GVariant   *params);
void       dov_link_row_set_also   (DovLinkRow *self,
                                    const char *also);
void       dov_link_row_set_makes  (DovLinkRow *self,
                                    gboolean    makes);
void       dov_link_row_choose     (DovLinkRow *self,
                                    gint64      id);
GtkWidget *dov_link_row_get_popover (DovLinkRow *self);
GtkWidget *dov_link_row_get_list    (DovLinkRow *self);

G_END_DECLS
