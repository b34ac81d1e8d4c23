/* dov-record-draft.c - copies of a record, what was typed beside its fields, how they differ, how it is found */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-record.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dov-fold.h"

#define MEMBER(self, field, CType) G_STRUCT_MEMBER (CType, self, (field)->offset)

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

/* The field named in the braces at *@at, which is moved behind them. */
static char *
dup_named (DovRecord   *self,
           const char **at)
{
  const char *end = strchr (*at, '}');
  g_autofree char *name = g_strndup (*at + 1, (gsize) (end - *at - 1));

  *at = end + 1;

  return dov_record_dup_shown (self, dov_record_find_field (self, name));
}

/* Words up to the end or the closing bracket, with what the fields hold. Empty when a bracket has only empty fields. */
static char *
dup_filled (DovRecord   *self,
            const char **at,
            gboolean     in_brackets)
{
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean is_empty = in_brackets;

  while (**at != '\0' && **at != ']')
    {
      g_autofree char *filled = NULL;

      if (**at == '{')
        {
          filled = dup_named (self, at);
          is_empty = is_empty && *filled == '\0';
        }
      else if (**at == '[')
        {
          (*at)++;
          filled = dup_filled (self, at, TRUE);
          *at += **at == ']';
        }
      else
        {
          gsize n = strcspn (*at, "{[]");

          filled = g_strndup (*at, n);
          *at += n;
        }
      g_string_append (line, filled);
    }

  return is_empty ? g_strdup ("") : g_string_free (g_steal_pointer (&line), FALSE);
}

/**
 * dov_record_describe:
 *
 * Returns: (transfer full): one line that tells this record from others, from
 *   its own fields alone; see dov_store_describe() for one that follows links
 */
char *
dov_record_describe (DovRecord *self)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (self);
  const char *line = klass->line;

  if (klass->describe != NULL)
    return klass->describe (self);

  /* Of a part its links tell all, and no words stand for no words. */
  if (line != NULL && *line != '\0')
    line = _(line);

  return line != NULL ? dup_filled (self, &line, FALSE) : g_strdup (_(klass->label));
}

/**
 * dov_record_dup_key:
 *
 * Returns: (transfer full): the folded listed text of the record, by which it
 *   is found and put in order
 */
char *
dov_record_dup_key (DovRecord *self)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (self);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const DovField *field = &klass->fields[i];

      if ((field->flags & DOV_LISTED) && (field->kind == DOV_KIND_TEXT || field->kind == DOV_KIND_NOTE))
        g_string_append_printf (text, "%s ", MEMBER (self, field, char *));
    }

  return dov_fold (text->str);
}

/**
 * dov_record_dup:
 *
 * Returns: (transfer full): a draft of @self with the same id: forms edit
 *   drafts, so that nothing is seen or saved half done
 */
DovRecord *
dov_record_dup (DovRecord *self)
{
  DovRecord *copy = dov_record_new (G_OBJECT_TYPE (self), dov_record_get_id (self));

  dov_record_assign (copy, self);
  dov_record_mark_removed (copy, dov_record_is_removed (self));

  return copy;
}

/**
 * dov_record_assign:
 * @other: a record of the same type
 *
 * Gives @self every value of @other; says so once, field by field.
 */
void
dov_record_assign (DovRecord *self,
                   DovRecord *other)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (self);

  g_return_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (other));

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      dov_record_get_value (other, &klass->fields[i], &value);
      dov_record_set_value (self, &klass->fields[i], &value);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * dov_record_diff:
 *
 * Returns: the fields in which @self and @other differ, bit n for field n
 */
guint64
dov_record_diff (DovRecord *self,
                 DovRecord *other)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (self);
  guint64 changed = 0;

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autofree char *ours = dov_record_dup_text (self, &klass->fields[i]);
      g_autofree char *theirs = dov_record_dup_text (other, &klass->fields[i]);

      if (!g_str_equal (ours, theirs))
        changed |= G_GUINT64_CONSTANT (1) << i;
    }

  return changed;
}

/**
 * dov_record_has_changed:
 * @before: (nullable): %NULL when the record is new, and so is all of it
 * @...: names of fields, %NULL-terminated
 *
 * Returns: whether one of these fields is not as it was
 */
gboolean
dov_record_has_changed (DovRecord *before,
                        DovRecord *after,
                        ...)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (after);
  guint64 changed = before != NULL ? dov_record_diff (before, after) : G_MAXUINT64;
  gboolean has_changed = FALSE;
  const char *name = NULL;
  va_list names;

  va_start (names, after);
  while ((name = va_arg (names, const char *)) != NULL)
    {
      const DovField *field = dov_record_class_find_field (klass, name);

      g_assert (field != NULL);
      if (changed & (G_GUINT64_CONSTANT (1) << (field - klass->fields)))
        has_changed = TRUE;
    }
  va_end (names);

  return has_changed;
}

/**
 * dov_record_is_empty:
 *
 * Returns: whether nobody has given the field yet; a flag is never empty
 */
gboolean
dov_record_is_empty (DovRecord      *self,
                     const DovField *field)
{
  g_autofree char *text = dov_record_dup_text (self, field);

  return *text == '\0';
}
