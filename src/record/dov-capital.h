/* dov-capital.h - words that begin with a capital letter, as a chip or a heading does */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *dov_capitalise (const char *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
