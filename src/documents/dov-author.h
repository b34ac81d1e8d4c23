/* dov-author.h - who makes a paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-reader.h"

G_BEGIN_DECLS

char *dov_author_find       (DovReader  *reader,
                             const char *user,
                             char      **phone) G_GNUC_WARN_UNUSED_RESULT;
char *dov_author_dup_footer (const char *maker,
                             const char *phone,
                             GDateTime  *now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
