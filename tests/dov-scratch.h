/* dov-scratch.h - a folder for one test, gone when the test ends */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _DovScratch DovScratch;

DovScratch *dov_scratch_new             (void) G_GNUC_WARN_UNUSED_RESULT;
void        dov_scratch_free            (DovScratch   *self);
char       *dov_scratch_path            (DovScratch   *self,
                                         const char   *name) G_GNUC_WARN_UNUSED_RESULT;
void        dov_scratch_write           (DovScratch   *self,
                                         const char   *name,
                                         const void   *bytes,
                                         gssize        n_bytes);
void        dov_scratch_cut             (const char   *path,
                                         gsize         n_bytes);
gboolean    dov_scratch_mount           (DovScratch   *self,
                                         gsize         n_bytes);
void        dov_scratch_make_read_only  (DovScratch   *self);
void        dov_scratch_assert_private  (DovScratch   *self);
guint       dov_scratch_count_files     (DovScratch   *self,
                                         const char   *suffix);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovScratch, dov_scratch_free)

G_END_DECLS
