/* dov-aside.h - a file built beside its place under a name that nobody guesses, and put there when it is whole */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DovAside DovAside;

DovAside   *dov_aside_begin    (const char *path,
                                int         mode,
                                int        *number) G_GNUC_WARN_UNUSED_RESULT;
const char *dov_aside_get_part (DovAside   *self);
int         dov_aside_settle   (DovAside   *self,
                                gboolean    replace);
void        dov_aside_free     (DovAside   *self);
void        dov_aside_sweep    (const char *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovAside, dov_aside_free)

G_END_DECLS
