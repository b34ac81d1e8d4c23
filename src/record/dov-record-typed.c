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
