/* dov-need-row.h - what a family asks for, in a line: kept back, to keep back, or nothing there */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-store.h"

G_BEGIN_DECLS

/* For whom it is: “girl, 9 years old”; or whose need it is. Both are DovRelatedList.row. */
GtkWidget *dov_need_row_new           (DovStore  *store,
                                       DovRecord *need);
GtkWidget *dov_need_row_new_of_family (DovStore  *store,
                                       DovRecord *need);

G_END_DECLS
