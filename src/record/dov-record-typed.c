/* dov-record-typed.c - what was typed into an unfinished form and is not yet a value of any field */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-record.h"

static void
free_typed (gpointer typed)
{
  g_hash_table_unref (typed);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/**
 * dov_record_keep_typed:
 * @key: the name of a field, or “part.field” for a form that edits more than one record
 * @text: (nullable): what stands there, %NULL when there is nothing to keep
 *
 * Keeps with a draft what a person typed and the program could not yet
 * understand, so that it survives with the draft. It is no part of the record.
 */
void
dov_record_keep_typed (DovRecord  *self,
                       const char *key,
                       const char *text)
{
  GHashTable *typed = g_object_get_data (G_OBJECT (self), "dov-typed");

  if (typed == NULL)
    {
      if (text == NULL)
        return;
      typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_object_set_data_full (G_OBJECT (self), "dov-typed", typed, free_typed);
    }

  if (text != NULL)
    g_hash_table_replace (typed, g_strdup (key), g_strdup (text));
  else
    g_hash_table_remove (typed, key);
}

/**
 * dov_record_get_typed:
 *
 * Returns: (nullable): what was kept under @key
 */
const char *
dov_record_get_typed (DovRecord  *self,
                      const char *key)
{
  GHashTable *typed = g_object_get_data (G_OBJECT (self), "dov-typed");

  return typed ? g_hash_table_lookup (typed, key) : NULL;
}

/**
 * dov_record_list_typed:
 *
 * Returns: (transfer container) (element-type utf8): the keys under which
 *   something is kept, in order
 */
GPtrArray *
dov_record_list_typed (DovRecord *self)
{
  GHashTable *typed = g_object_get_data (G_OBJECT (self), "dov-typed");
  GPtrArray *keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  if (typed == NULL)
    return keys;

  g_hash_table_iter_init (&iter, typed);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, key);
  g_ptr_array_sort (keys, compare_keys);

  return keys;
}

/**
 * dov_record_keep_ids:
 * @key: as for dov_record_keep_typed()
 * @ids: (element-type gint64): what was chosen and is no part of the record either
 */
void
dov_record_keep_ids (DovRecord  *self,
                     const char *key,
                     GArray     *ids)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", g_array_index (ids, gint64, i));
  dov_record_keep_typed (self, key, ids->len > 0 ? text->str : NULL);
}

/**
 * dov_record_dup_kept_ids:
 *
 * Returns: (transfer full) (element-type gint64): what dov_record_keep_ids() kept, in that order
 */
GArray *
dov_record_dup_kept_ids (DovRecord  *self,
                         const char *key)
{
  const char *text = dov_record_get_typed (self, key);
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", " ,", -1);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 id = g_ascii_strtoll (words[i], NULL, 10);

      if (g_ascii_isdigit (*words[i]))
        g_array_append_val (ids, id);
    }

  return ids;
}
