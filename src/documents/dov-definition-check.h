/* dov-definition-check.h - a definition held against the database: every mistake found before it is needed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-definition.h"
#include "dov-reader.h"

G_BEGIN_DECLS

gboolean  dov_definition_check     (const DovDefinition *self,
                                    const DovDefinition *measures,
                                    DovReader           *reader,
                                    GError             **error);

/* Words that need no SELECT. */
extern const char *const dov_always_words[];

G_END_DECLS
