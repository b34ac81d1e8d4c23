/* dov-join.c - facts in one line, with a dot between them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-join.h"

/**
 * dov_join:
 * @line: what was said so far
 * @between: %DOV_JOIN_FACTS or %DOV_JOIN_WORDS
 * @more: (nullable): the next fact; nothing is added for one that is not known
 */
void
dov_join (GString    *line,
          const char *between,
          const char *more)
{
  if (more != NULL && *more != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? between : "", more);
}
