/* dov-served-table.h - who of the patrol served how often: each number opens the shifts it counts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-period.h"
#include "dov-store.h"

G_BEGIN_DECLS

GtkWidget *dov_served_table_new (DovStore        *store,
                                 gint64           patrol,
                                 const DovPeriod *period,
                                 guint           *n_members);

G_END_DECLS
