/* dov-config.h - what this computer remembers for the person at it: language, size of text, last file */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Names: language, text-size (percent), file, width, height, maximised, lounge, and folded-… for each
 * heading of the sidebar. */
char     *dov_config_dup_text (const char *name) G_GNUC_WARN_UNUSED_RESULT;
gint64    dov_config_get_number (const char *name,
                                 gint64      otherwise);
gboolean  dov_config_set_text (const char  *name,
                               const char  *text,
                               GError     **error);
gboolean  dov_config_set_number (const char  *name,
                                 gint64       number,
                                 GError     **error);

G_END_DECLS
