/* dov-resources.h - where the program's own files lie: definitions, demo data, help */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *dov_resources_find        (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *dov_resources_find_locale (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
