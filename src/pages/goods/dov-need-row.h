/* dov-need-row.h - what a family asks for, in a line: kept back, to keep back, or nothing there */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-need.h"
#include "dov-store.h"

G_BEGIN_DECLS

GtkWidget *dov_need_row_new     (DovStore *store,
                                 DovNeed  *need,
                                 gboolean  names_family);
char      *dov_need_dup_words   (DovStore *store,
                                 DovNeed  *need) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
