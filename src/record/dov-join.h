/* dov-join.h - facts in one line, with a dot between them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Between facts under a title, which need more air, and between the words of a row. No line begins with the dot. */
#define DOV_JOIN_FACTS "\u00a0\u00a0·  "
#define DOV_JOIN_WORDS " · "

void dov_join (GString    *line,
               const char *between,
               const char *more);

G_END_DECLS
