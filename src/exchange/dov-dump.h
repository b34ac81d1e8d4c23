/* dov-dump.h - every record becomes a JSON line */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-load.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_DUMP_WITH_BIN = 1 << 0,  /* also what lies in the bin */
} DovDumpFlags;

gboolean   dov_dump_stream (DovStore             *store,
                            GOutputStream        *stream,
                            DovDumpFlags          flags,
                            DovExchangeProgress   progress,
                            gpointer              user_data,
                            guint64              *n_records,
                            GCancellable         *cancellable,
                            GError              **error);

G_END_DECLS
