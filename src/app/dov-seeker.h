/* dov-seeker.h - looks for what was typed in a thread of its own, so that typing never waits */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

/* Signals, in the main thread, about the word that was sought last:
 * "found" (GPtrArray of DovFinding): one kind after the other, always in the same order;
 * "done" (const char *meant): that was all; @meant is not NULL when nothing was
 * found for the word, but something for the same keys in the Russian layout. */
#define DOV_TYPE_SEEKER (dov_seeker_get_type ())
G_DECLARE_FINAL_TYPE (DovSeeker, dov_seeker, DOV, SEEKER, GObject)

DovSeeker *dov_seeker_new  (DovStore   *store);
void       dov_seeker_seek (DovSeeker  *self,
                            const char *typed);
void       dov_seeker_stop (DovSeeker  *self);

G_END_DECLS
