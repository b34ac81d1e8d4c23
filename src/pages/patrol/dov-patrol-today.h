/* dov-patrol-today.h - what «Сегодня» and other pages say of the patrol: tonight, tomorrow, families to call */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "dov-store.h"

G_BEGIN_DECLS

/* The shifts of today and tomorrow; NULL when there are none. */
GtkWidget *dov_patrol_tonight_new    (DovStore *store,
                                      gint64    lounge,
                                      guint    *n_shifts);

/* The day after: families on support whose children the patrol met, for their curators; NULL when there are none. */
GtkWidget *dov_patrol_reminders_new  (DovStore *store,
                                      gint64    lounge,
                                      guint    *n_reminders);
GArray    *dov_patrol_list_reminders (DovStore *store,
                                      gint64    lounge) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
