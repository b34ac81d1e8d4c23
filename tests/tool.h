/* tool.h - doverie-tool, run as a person runs it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a run of the program gave. */
typedef struct
{
  const char *language;  /* of its messages; NULL: English */
  const char *locale;    /* LC_ALL; NULL: the one of the test */
  int         status;
  char       *out;
  char       *err;
} Tool;

void  tool_run    (Tool        *tool,
                   const char  *input,
                   ...) G_GNUC_NULL_TERMINATED;
void  tool_expect (Tool        *tool,
                   int          status,
                   const char  *out,
                   const char  *err);
void  tool_clear  (Tool        *tool);

G_END_DECLS
