/* dov-attachment-adding.h - a file of the computer becomes a file of a record */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "dov-attachment.h"
#include "dov-store.h"

G_BEGIN_DECLS

/* What is larger is not even read, in bytes. */
#define DOV_ATTACHMENT_MOST_READ (64 * 1024 * 1024)

GBytes     *dov_attachment_read_file    (GFile       *file,
                                         char       **name,
                                         GError     **error) G_GNUC_WARN_UNUSED_RESULT;
const char *dov_attachment_find_picture (GBytes      *content);
DovRecord  *dov_attachment_new_for      (DovStore    *store,
                                         DovRecord   *owner,
                                         const char  *name,
                                         GBytes      *content) G_GNUC_WARN_UNUSED_RESULT;
gboolean    dov_attachment_add          (DovStore    *store,
                                         DovRecord   *draft,
                                         GBytes      *content,
                                         GError     **error);
gboolean    dov_attachment_add_file     (DovStore    *store,
                                         DovRecord   *owner,
                                         GFile       *file,
                                         GError     **error);

void        dov_attachment_rules_install (DovStore   *store);

G_END_DECLS
