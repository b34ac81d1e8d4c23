/* dov-demo.h - the demo data, moved in time so that its last month is the last full one */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-load.h"

G_BEGIN_DECLS

gboolean   dov_demo_load       (DovStore             *store,
                                const char           *folder,
                                DovExchangeProgress   progress,
                                gpointer              user_data,
                                GPtrArray            *told,
                                guint64              *n_records,
                                GCancellable         *cancellable,
                                GError              **error);
char      *dov_demo_dup_edited (const char *folder) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
