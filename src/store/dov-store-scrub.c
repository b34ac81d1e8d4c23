/* dov-store-scrub.c - takes out of the log and the drafts what a record no longer says */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-store-private.h"

/**
 * dov_store_scrub:
 * @record: saved in the open operation without what is to be forgotten
 * @fields: (array zero-terminated=1): the fields that lost it
 *
 * Makes the log forget the values of @fields, and drops unfinished forms of
 * @record. The lines stay: who changed what and when is still told, only the
 * words are blotted out; so nothing of it can be undone. It belongs to the
 * open operation and is taken back with it when that fails. What older
 * backups hold is not touched.
 */
gboolean
dov_store_scrub (DovStore           *self,
                 DovRecord          *record,
                 const char *const  *fields,
                 GError            **error)
{
  const char *table = DOV_RECORD_GET_CLASS (record)->table;
  g_autoptr (DovStatement) drafts = NULL;

  g_return_val_if_fail (self->operation != NULL, FALSE);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_autoptr (DovStatement) lines =
        dov_database_prepare (self->database,
                              "UPDATE audit SET was = ?4, became = ?4 WHERE id = ?1 AND record = ?2 AND field = ?3"
                              " AND what = 'changed'", error);

      if (lines == NULL)
        return FALSE;
      dov_statement_bind_integer (lines, 1, dov_record_get_id (record));
      dov_statement_bind_text (lines, 2, table);
      dov_statement_bind_text (lines, 3, fields[i]);
      dov_statement_bind_text (lines, 4, DOV_STORE_BLOTTED);
      if (!dov_statement_run (lines, error))
        return FALSE;
    }

  drafts = dov_database_prepare (self->database, "DELETE FROM draft WHERE id = ?1 AND record = ?2", error);
  if (drafts == NULL)
    return FALSE;
  dov_statement_bind_integer (drafts, 1, dov_record_get_id (record));
  dov_statement_bind_text (drafts, 2, table);

  return dov_statement_run (drafts, error);
}
