/* dov-whole-file.h - a file written beside its place and put there when it is whole */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-aside.h"

G_BEGIN_DECLS

DovAside *dov_whole_file_begin     (const char  *path,
                                    gboolean     replace,
                                    gboolean     is_personal,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  dov_whole_file_finish    (DovAside    *aside,
                                    const char  *path,
                                    gboolean     replace,
                                    GError     **error);
void      dov_whole_file_set_error (GError     **error,
                                    const char  *path,
                                    int          number);

G_END_DECLS
