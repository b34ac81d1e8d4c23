/* dov-attachment-saving.h - a file of a record is saved outside the program */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-attachment.h"
#include "dov-store.h"

G_BEGIN_DECLS

gboolean dov_attachment_save (DovStore       *store,
                              DovAttachment  *file,
                              const char     *path,
                              GError        **error);

G_END_DECLS
