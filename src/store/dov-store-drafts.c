/* dov-store-drafts.c - unfinished forms, kept in the file until they are saved or given up */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-store-private.h"

#include "dov-registry.h"

#include <glib/gi18n.h>

/* Before the name under which something half typed is kept; no field begins so. */
#define TYPED_MARK "~"

static void
dov_draft_free (DovDraft *draft)
{
  g_clear_pointer (&draft->at, g_date_time_unref);
  g_free (draft->words);
  g_free (draft);
}

/* What the draft is compared with: the stored record, or an empty one. */
static DovRecord *
dup_ground (DovStore *self,
            GType     type,
            gint64    id)
{
  g_autoptr (DovRecord) stored = id != 0 ? dov_store_find (self, type, id, NULL) : NULL;

  return stored != NULL ? dov_record_dup (stored) : dov_record_new (type, id);
}

static gboolean
write_head (DovStore    *self,
            DovRecord   *draft,
            const char  *words,
            gint64      *number,
            GError     **error)
{
  g_autoptr (DovStatement) row =
    dov_database_prepare (self->database,
                          "INSERT INTO draft (number, record, id, at, words) VALUES (?1, ?2, ?3, ?4, ?5)"
                          " ON CONFLICT (number) DO UPDATE SET words = excluded.words"
                          " RETURNING number", error);
  g_autoptr (GDateTime) now = dov_clock_dup_now ();
  g_autofree char *at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S");

  if (row == NULL)
    return FALSE;
  if (*number != 0)
    dov_statement_bind_integer (row, 1, *number);
  dov_statement_bind_text (row, 2, DOV_RECORD_GET_CLASS (draft)->table);
  dov_statement_bind_integer (row, 3, dov_record_get_id (draft));
  dov_statement_bind_text (row, 4, at);
  dov_statement_bind_text (row, 5, words);
  if (!dov_statement_step (row, error))
    return FALSE;
  *number = dov_statement_column_integer (row, 0);

  return dov_statement_run (row, error);
}

static gboolean
drop_fields (DovStore  *self,
             gint64     number,
             GError   **error)
{
  g_autoptr (DovStatement) row =
    dov_database_prepare (self->database, "DELETE FROM draft_field WHERE draft = ?1", error);

  if (row == NULL)
    return FALSE;
  dov_statement_bind_integer (row, 1, number);

  return dov_statement_run (row, error);
}

static gboolean
write_value (DovStore    *self,
             gint64       number,
             const char  *name,
             const char  *value,
             GError     **error)
{
  g_autoptr (DovStatement) row =
    dov_database_prepare (self->database, "INSERT INTO draft_field (draft, field, value) VALUES (?1, ?2, ?3)",
                          error);

  if (row == NULL)
    return FALSE;
  dov_statement_bind_integer (row, 1, number);
  dov_statement_bind_text (row, 2, name);
  dov_statement_bind_text (row, 3, value);

  return dov_statement_run (row, error);
}

static gboolean
write_field (DovStore        *self,
             gint64           number,
             DovRecord       *draft,
             const DovField  *field,
             GError         **error)
{
  g_autofree char *text = dov_record_dup_text (draft, field);

  return write_value (self, number, field->name, text, error);
}

/* What stands half typed lies beside the fields, under names that no field has. */
static gboolean
write_typed (DovStore    *self,
             gint64       number,
             DovRecord   *draft,
             GError     **error)
{
  g_autoptr (GPtrArray) keys = dov_record_list_typed (draft);

  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      g_autofree char *name = g_strconcat (TYPED_MARK, key, NULL);

      if (!write_value (self, number, name, dov_record_get_typed (draft, key), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_draft (DovStore    *self,
             DovRecord   *draft,
             const char  *words,
             gint64      *number,
             GError     **error)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (draft);
  g_autoptr (DovRecord) ground = dup_ground (self, G_OBJECT_TYPE (draft), dov_record_get_id (draft));
  guint64 changed = dov_record_diff (ground, draft);

  if (!write_head (self, draft, words, number, error) || !drop_fields (self, *number, error))
    return FALSE;
  for (guint i = 0; i < klass->n_fields; i++)
    if ((changed >> i & 1) && !write_field (self, *number, draft, &klass->fields[i], error))
      return FALSE;

  return write_typed (self, *number, draft, error);
}

/**
 * dov_store_keep_draft:
 * @words: (nullable): what it will be, for people
 * @number: (inout): 0 for a new draft, then its number
 *
 * Keeps what an unfinished form holds, so that it survives a power cut. Only
 * what was typed is kept: the fields that differ from the stored record, and
 * what dov_record_keep_typed() holds beside them.
 */
gboolean
dov_store_keep_draft (DovStore    *self,
                      DovRecord   *draft,
                      const char  *words,
                      gint64      *number,
                      GError     **error)
{
  gint64 kept = *number;

  if (self->is_read_only)
    {
      g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_READ_ONLY,
                   _("“%s” is open for reading only, so nothing can be changed."), self->path);
      return FALSE;
    }
  if (!dov_database_begin (self->database, error))
    return FALSE;
  if (!write_draft (self, draft, words, &kept, error) || !dov_database_commit (self->database, error))
    {
      dov_database_roll_back (self->database);
      return FALSE;
    }
  *number = kept;

  return TRUE;
}

/**
 * dov_store_list_drafts:
 *
 * Returns: (transfer full) (element-type DovDraft): the unfinished forms, the
 *   last first. Forms of records that this program does not know are left
 *   where they are
 */
GPtrArray *
dov_store_list_drafts (DovStore  *self,
                       GError   **error)
{
  g_autoptr (DovStatement) rows =
    dov_database_prepare (self->database,
                          "SELECT number, record, id, at, words FROM draft"
                          " ORDER BY at DESC, number DESC", error);
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_draft_free);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GError) own_error = NULL;

  if (rows == NULL)
    return NULL;
  while (dov_statement_step (rows, &own_error))
    {
      GType type = dov_registry_find (dov_statement_column_text (rows, 1));
      DovDraft *draft;

      if (type == G_TYPE_INVALID)
        continue;
      draft = g_new0 (DovDraft, 1);
      draft->number = dov_statement_column_integer (rows, 0);
      draft->type = type;
      draft->id = dov_statement_column_integer (rows, 2);
      draft->at = g_date_time_new_from_iso8601 (dov_statement_column_text (rows, 3), zone);
      draft->words = g_strdup (dov_statement_column_text (rows, 4));
      g_ptr_array_add (drafts, draft);
    }
  if (own_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return NULL;
    }

  return g_steal_pointer (&drafts);
}

static gboolean
read_head (DovStore  *self,
           gint64     number,
           GType     *type,
           gint64    *id,
           GError   **error)
{
  g_autoptr (DovStatement) row =
    dov_database_prepare (self->database, "SELECT record, id FROM draft WHERE number = ?1", error);
  g_autoptr (GError) own_error = NULL;

  if (row == NULL)
    return FALSE;
  dov_statement_bind_integer (row, 1, number);
  if (dov_statement_step (row, &own_error))
    {
      *type = dov_registry_find (dov_statement_column_text (row, 0));
      *id = dov_statement_column_integer (row, 1);
      if (*type != G_TYPE_INVALID)
        return TRUE;
    }
  if (own_error != NULL)
    g_propagate_error (error, g_steal_pointer (&own_error));
  else
    g_set_error_literal (error, DOV_STORE_ERROR, DOV_STORE_ERROR_NOT_FOUND,
                         _("This unfinished form is not here any more."));

  return FALSE;
}

/**
 * dov_store_read_draft:
 *
 * Returns: (transfer full): the draft as the form held it, over the record as
 *   it is stored now. What another version of the program kept and this one
 *   cannot read is left out
 */
DovRecord *
dov_store_read_draft (DovStore  *self,
                      gint64     number,
                      GError   **error)
{
  g_autoptr (DovStatement) rows = NULL;
  g_autoptr (DovRecord) draft = NULL;
  g_autoptr (GError) own_error = NULL;
  GType type = G_TYPE_INVALID;
  gint64 id = 0;

  if (!read_head (self, number, &type, &id, error))
    return NULL;
  rows = dov_database_prepare (self->database, "SELECT field, value FROM draft_field WHERE draft = ?1",
                               error);
  if (rows == NULL)
    return NULL;

  draft = dup_ground (self, type, id);
  dov_statement_bind_integer (rows, 1, number);
  while (dov_statement_step (rows, &own_error))
    {
      const char *name = dov_statement_column_text (rows, 0);
      const DovField *field = dov_record_find_field (draft, name);

      if (g_str_has_prefix (name, TYPED_MARK))
        dov_record_keep_typed (draft, name + strlen (TYPED_MARK), dov_statement_column_text (rows, 1));
      else if (field != NULL)
        (void) dov_record_set_text (draft, field, dov_statement_column_text (rows, 1), NULL);
    }
  if (own_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return NULL;
    }

  return g_steal_pointer (&draft);
}

/**
 * dov_store_drop_draft:
 *
 * Forgets an unfinished form, once it is saved or given up.
 */
gboolean
dov_store_drop_draft (DovStore  *self,
                      gint64     number,
                      GError   **error)
{
  g_autoptr (DovStatement) row = dov_database_prepare (self->database, "DELETE FROM draft WHERE number = ?1",
                                                       error);

  if (row == NULL)
    return FALSE;
  dov_statement_bind_integer (row, 1, number);

  return dov_statement_run (row, error);
}
