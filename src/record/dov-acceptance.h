/* dov-acceptance.h - why something passes all the same: what is a reason and what is none */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *dov_acceptance_read (const char  *text,
                           GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
