/* workbook-reading.c - a workbook as another program reads it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workbook-reading.h"

#include <string.h>

struct _Reading
{
  char       *output;
  char      **sheets;
  GHashTable *facts;   /* "kind\tsheet\tname" → text */
  guint       n_formulas;
};

/* FALSE when the line tells a trouble. */
static gboolean
take_line (Reading    *self,
           const char *path,
           const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "\t", 4);
  guint n = g_strv_length (parts);

  if (n > 0 && g_str_equal (parts[0], "trouble"))
    {
      g_test_message ("%s: %s", path, line);
      return FALSE;
    }
  if (n > 0 && g_str_equal (parts[0], "sheets"))
    self->sheets = g_strsplit (line + sizeof "sheets", "\t", -1);
  else if (n == 4)
    {
      self->n_formulas += g_str_equal (parts[0], "formula");
      g_hash_table_insert (self->facts, g_strdup_printf ("%s\t%s\t%s", parts[0], parts[1], parts[2]),
                           g_strdup (g_strdelimit (parts[3], "\t", ' ')));
    }

  return TRUE;
}

/* Prints every trouble that the reader found, and fails on any. */
Reading *
reading_new (const char *path)
{
  Reading *self = g_new0 (Reading, 1);
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "read-workbook.py", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/usr/bin/python3", "-W", "error", script, path, NULL);
  g_autoptr (GBytes) output = NULL;
  const char *at, *end;
  gboolean is_sound = TRUE;
  gsize length = 0;

  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));

  self->facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  at = g_bytes_get_data (output, &length);
  self->output = g_strndup (at, length);
  /* Line by line with its length known: the sanitizer measures the rest of a text whenever a part of it is sought. */
  for (end = at + length; at < end; at++)
    {
      const char *stop = memchr (at, '\n', (gsize) (end - at));
      g_autofree char *line = g_strndup (at, (gsize) ((stop != NULL ? stop : end) - at));

      is_sound = take_line (self, path, line) && is_sound;
      at += strlen (line);
    }
  g_assert_true (is_sound);

  return self;
}

void
reading_free (Reading *self)
{
  g_free (self->output);
  g_strfreev (self->sheets);
  g_hash_table_unref (self->facts);
  g_free (self);
}

char **
reading_list_sheets (Reading *self)
{
  return self->sheets;
}

static const char *
look_up (Reading    *self,
         const char *kind,
         const char *sheet,
         const char *name)
{
  g_autofree char *key = g_strdup_printf ("%s\t%s\t%s", kind, sheet, name);

  return g_hash_table_lookup (self->facts, key);
}

/* "s текст", "n 12.5", "d 2027-03-05", "t 18:30", "m …", "b ", or NULL. */
const char *
reading_get (Reading    *self,
             const char *sheet,
             const char *cell)
{
  return look_up (self, "cell", sheet, cell);
}

const char *
reading_get_formula (Reading    *self,
                     const char *sheet,
                     const char *cell)
{
  return look_up (self, "formula", sheet, cell);
}

const char *
reading_get_format (Reading    *self,
                    const char *sheet,
                    const char *cell)
{
  return look_up (self, "format", sheet, cell);
}

const char *
reading_get_fact (Reading    *self,
                  const char *sheet,
                  const char *name)
{
  return look_up (self, "sheet", sheet, name);
}

guint
reading_count_formulas (Reading *self)
{
  return self->n_formulas;
}

/* The name of a cell that holds the value. */
const char *
reading_find (Reading    *self,
              const char *sheet,
              const char *value)
{
  g_autofree char *prefix = g_strdup_printf ("cell\t%s\t", sheet);
  GHashTableIter iter;
  gpointer key, found;

  g_hash_table_iter_init (&iter, self->facts);
  while (g_hash_table_iter_next (&iter, &key, &found))
    if (g_str_has_prefix (key, prefix) && g_str_equal (found, value))
      return (const char *) key + strlen (prefix);

  return NULL;
}

/* Whether these words stand anywhere in the workbook, in any sheet, inside any cell. */
gboolean
reading_says (Reading    *self,
              const char *words)
{
  GHashTableIter iter;
  gpointer found;

  g_hash_table_iter_init (&iter, self->facts);
  while (g_hash_table_iter_next (&iter, NULL, &found))
    if (strstr (found, words) != NULL)
      return TRUE;

  return FALSE;
}
