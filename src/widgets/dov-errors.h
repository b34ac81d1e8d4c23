/* dov-errors.h - the one place that turns what went wrong into words on screen */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

char *dov_errors_dup_words (const GError *error) G_GNUC_WARN_UNUSED_RESULT;
void  dov_errors_show      (GtkWidget    *near,
                            const GError *error);

G_END_DECLS
