/* dov-lock.h - one program writes one file */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-database.h"

G_BEGIN_DECLS

typedef struct _DovLock DovLock;

DovLock *dov_lock_take    (const char  *store_path,
                           GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void     dov_lock_release (DovLock     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovLock, dov_lock_release)

G_END_DECLS
