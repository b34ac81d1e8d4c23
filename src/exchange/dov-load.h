/* dov-load.h - JSON lines become records: all of them, or none */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define DOV_EXCHANGE_ERROR (dov_exchange_error_quark ())
typedef enum
{
  DOV_EXCHANGE_ERROR_LINE,  /* a line that is no record of ours; the message has its number */
  DOV_EXCHANGE_ERROR_DEMO,  /* the demo data is missing or cannot be moved in time */
} DovExchangeError;

GQuark     dov_exchange_error_quark (void);

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

JsonObject *dov_load_parse_line     (const char          *line,
                                     gsize                length,
                                     GError             **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean   dov_load_stream          (DovStore            *store,
                                     GInputStream        *stream,
                                     DovExchangeProgress  progress,
                                     gpointer             user_data,
                                     GPtrArray           *told,
                                     guint64             *n_records,
                                     GCancellable        *cancellable,
                                     GError             **error);

G_END_DECLS
