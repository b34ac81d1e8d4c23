/* dov-others.h - who else is named in what a rule says, so that others beside the desk do not read it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *dov_others_name    (char       *name) G_GNUC_WARN_UNUSED_RESULT;
gboolean  dov_others_are_in  (const char *words);
char     *dov_others_cover   (const char *words,
                              const char *instead) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
