/* dov-clean.h - a text without what nobody can see */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean dov_is_unseen (gunichar    c);
char    *dov_clean     (const char *text,
                        gboolean    many_lines) G_GNUC_WARN_UNUSED_RESULT;
char    *dov_trim      (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
