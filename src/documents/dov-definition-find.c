/* dov-definition-find.c - what a definition has: anything to print, a measure by its name */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-definition.h"

/**
 * dov_definition_has_table:
 *
 * Returns: whether there is anything to print, and not only measures
 */
gboolean
dov_definition_has_table (const DovDefinition *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    if (((DovDefinedBlock *) g_ptr_array_index (self->blocks, i))->kind != DOV_BLOCK_MEASURE)
      return TRUE;

  return FALSE;
}

DovDefinedBlock *
dov_definition_find_measure (const DovDefinition *self,
                             const char          *name)
{
  for (guint i = 0; self != NULL && i < self->blocks->len; i++)
    {
      DovDefinedBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->kind == DOV_BLOCK_MEASURE && g_str_equal (block->name, name))
        return block;
    }

  return NULL;
}
