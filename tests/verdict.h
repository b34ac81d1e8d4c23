/* verdict.h - what the rules say to a change, for tests */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "club.h"

G_BEGIN_DECLS

/* NULL: it passes; "V9": that rule refuses it; "V9?": that rule asks for a
 * reason; "-": refused, but by no rule with a number. */
void verdict_save    (Club        *club,
                      DovRecord   *draft,
                      const char  *expected);
void verdict_change  (Club        *club,
                      GType        type,
                      gint64       id,
                      const char  *field,
                      const char  *text,
                      const char  *expected);
void verdict_remove  (Club        *club,
                      GType        type,
                      gint64       id,
                      const char  *expected);
void verdict_restore (Club        *club,
                      GType        type,
                      gint64       id,
                      const char  *expected);
void verdict_undo    (Club        *club,
                      gint64       operation,
                      const char  *expected);
void verdict_commit  (Club        *club,
                      const char  *expected);

G_END_DECLS
