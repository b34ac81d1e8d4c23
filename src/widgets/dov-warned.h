/* dov-warned.h - what rules warn of where many records are saved: all of it is seen before one reason holds for it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

/* Saves everything; the operation is open. */
typedef gboolean (*DovWarnedTry) (gpointer    data,
                                  GError    **error);

typedef struct _DovWarned DovWarned;

DovWarned  *dov_warned_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void        dov_warned_free     (DovWarned    *self);
char       *dov_warned_ask      (DovWarned    *self,
                                 DovStore     *store,
                                 DovWarnedTry  attempt,
                                 gpointer      data) G_GNUC_WARN_UNUSED_RESULT;
void        dov_warned_answer   (DovWarned    *self,
                                 const char   *reason);
void        dov_warned_accept   (DovWarned    *self,
                                 DovStore     *store);
const char *dov_warned_get_last (DovWarned    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovWarned, dov_warned_free)

G_END_DECLS
