/* dov-reports-catalogue.h - the list of documents by area, with who receives each */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-document.h"

G_BEGIN_DECLS

void         dov_reports_catalogue_fill (GtkListBox    *list,
                                         GPtrArray     *documents,
                                         GtkEditable   *filter,
                                         GtkWidget     *slip);
DovDocument *dov_reports_catalogue_get  (GtkListBoxRow *row);

G_END_DECLS
