/* dov-keeper.h - makes copies of the file in good time, and knows how safe it is */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-backup.h"
#include "dov-store.h"

G_BEGIN_DECLS

/* Signal: "changed": a copy was begun, made or failed. */
#define DOV_TYPE_KEEPER (dov_keeper_get_type ())
G_DECLARE_FINAL_TYPE (DovKeeper, dov_keeper, DOV, KEEPER, GObject)

DovKeeper    *dov_keeper_of               (DovStore            *store);

gboolean      dov_keeper_is_busy          (DovKeeper           *self);
GDateTime    *dov_keeper_get_last         (DovKeeper           *self);
gint64        dov_keeper_get_n_records    (DovKeeper           *self);
const GError *dov_keeper_get_error        (DovKeeper           *self);

void          dov_keeper_ask_daily        (DovKeeper           *self,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
gboolean      dov_keeper_ask_daily_finish (DovKeeper           *self,
                                           GAsyncResult        *result);
void          dov_keeper_make             (DovKeeper           *self,
                                           const char          *folder,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
char         *dov_keeper_make_finish      (DovKeeper           *self,
                                           GAsyncResult        *result,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
