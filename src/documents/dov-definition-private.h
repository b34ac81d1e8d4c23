/* dov-definition-private.h - what the two halves of the reader of definitions share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-definition.h"

G_BEGIN_DECLS

DovDefinedBlock *dov_defined_block_new     (DovBlockKind         kind,
                                            int                  line);
void             dov_defined_block_free    (DovDefinedBlock     *self);
gboolean         dov_defined_block_is_property (DovDefinedBlock *self,
                                            const char          *word);
gboolean         dov_defined_block_set     (DovDefinedBlock     *self,
                                            const DovDefinition *definition,
                                            const char          *word,
                                            const char          *value,
                                            int                  line,
                                            GError             **error);
gboolean         dov_defined_block_add     (DovDefinedBlock     *self,
                                            const DovDefinition *definition,
                                            DovItem             *item,
                                            GError             **error);
gboolean         dov_defined_block_finish  (DovDefinedBlock     *self,
                                            const DovDefinition *definition,
                                            GError             **error);

void             dov_item_free             (DovItem             *item);
gboolean         dov_width_read            (const char          *text,
                                            int                 *width,
                                            gboolean            *grows);

G_END_DECLS
