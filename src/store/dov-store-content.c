/* dov-store-content.c - what is in the files of records: in a table of its own, written once, that no list reads */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-store-private.h"

/**
 * dov_store_write_content:
 * @record: a file that was saved in the open operation
 *
 * Writes what is in it, once: it is never changed. The log tells of @record and has nothing of this; into the bin and
 * back goes @record alone.
 */
gboolean
dov_store_write_content (DovStore   *self,
                         DovRecord  *record,
                         GBytes     *content,
                         GError    **error)
{
  g_autoptr (DovStatement) row = NULL;

  g_return_val_if_fail (self->operation != NULL, FALSE);

  row = dov_database_prepare (self->database, "INSERT INTO attachment_content (id, content) VALUES (?1, ?2)", error);
  if (row == NULL)
    return FALSE;
  dov_statement_bind_integer (row, 1, dov_record_get_id (record));
  dov_statement_bind_bytes (row, 2, content);

  return dov_statement_run (row, error);
}

/**
 * dov_store_read_content:
 * @id: of a file
 *
 * Returns: (transfer full) (nullable): what is in it, or %NULL with @error unset when nothing is kept of it
 */
GBytes *
dov_store_read_content (DovStore  *self,
                        gint64     id,
                        GError   **error)
{
  g_autoptr (DovStatement) row =
    dov_database_prepare (self->database, "SELECT content FROM attachment_content WHERE id = ?1", error);

  if (row == NULL)
    return NULL;
  dov_statement_bind_integer (row, 1, id);

  return dov_statement_step (row, error) ? dov_statement_dup_bytes (row, 0) : NULL;
}
