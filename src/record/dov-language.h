/* dov-language.h - the language of the interface, chosen before anything else happens */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *dov_language_get_wanted (void) G_GNUC_WARN_UNUSED_RESULT;
void  dov_language_start      (const char *wanted);

G_END_DECLS
