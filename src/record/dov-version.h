/* dov-version.h - which version of the program this is */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *dov_version (void) G_GNUC_CONST;

G_END_DECLS
