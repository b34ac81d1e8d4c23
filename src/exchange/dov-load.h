/* dov-load.h - JSON lines become records: all of them, or none */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-line.h"
#include "dov-store.h"

G_BEGIN_DECLS

/* How many lines were read, or records written, so far. */
typedef void (*DovExchangeProgress) (guint64  done,
                                     gpointer user_data);

/* A load under way: one operation of the store. */
typedef struct _DovLoad DovLoad;

DovLoad   *dov_load_begin           (DovStore            *store,
                                     const char          *words,
                                     GError             **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dov_load_take            (DovLoad             *self,
                                     JsonObject          *line,
                                     const char          *where,
                                     GError             **error);
gboolean   dov_load_commit          (DovLoad             *self,
                                     GPtrArray           *told,
                                     guint64             *n_records,
                                     GError             **error);
void       dov_load_free            (DovLoad             *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovLoad, dov_load_free)

gboolean   dov_load_stream          (DovStore            *store,
                                     GInputStream        *stream,
                                     DovExchangeProgress  progress,
                                     gpointer             user_data,
                                     GPtrArray           *told,
                                     guint64             *n_records,
                                     GCancellable        *cancellable,
                                     GError             **error);

G_END_DECLS
