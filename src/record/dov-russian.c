/* dov-russian.c - the words of official papers, which are Russian whatever language the window speaks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-russian.h"

#include "dov-resources.h"

#include <string.h>

/* gettext has one language for the whole program. So the Russian catalogue is
 * read here by itself: a head, a table of the sorted English words and one of
 * the Russian ones, each entry its length and its place. */
#define MAGIC 0x950412de
enum { AT_MAGIC = 0, AT_COUNT = 8, AT_ENGLISH = 12, AT_RUSSIAN = 16, ENTRY_LENGTH = 8 };

typedef struct
{
  GBytes  *bytes;
  gboolean is_swapped;  /* written on a machine that counts the other way */
  guint32  n_words;
} Catalogue;

/* The number at @offset; 0 when that is not in the file. */
static guint32
read_number (const Catalogue *catalogue,
             gsize            offset)
{
  gsize length;
  const char *bytes = g_bytes_get_data (catalogue->bytes, &length);
  guint32 number;

  if (offset > length || length - offset < sizeof number)
    return 0;
  memcpy (&number, bytes + offset, sizeof number);

  return catalogue->is_swapped ? GUINT32_SWAP_LE_BE (number) : number;
}

/* The text of an entry of a table; NULL when the file is not sound. */
static const char *
read_words (const Catalogue *catalogue,
            gsize            table,
            guint32          index)
{
  gsize entry = table + (gsize) index * ENTRY_LENGTH;
  gsize length, words = read_number (catalogue, entry), place = read_number (catalogue, entry + 4);
  const char *bytes = g_bytes_get_data (catalogue->bytes, &length);

  if (place >= length || length - place <= words || bytes[place + words] != '\0')
    return NULL;

  return bytes + place;
}

static gpointer
load (gpointer unused)
{
  static Catalogue catalogue;
  g_autofree char *folder = dov_resources_find_locale ();
  g_autofree char *path = g_build_filename (folder, "ru", "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
  char *bytes;
  gsize length;

  if (!g_file_get_contents (path, &bytes, &length, NULL))
    return &catalogue;

  catalogue.bytes = g_bytes_new_take (bytes, length);
  if (read_number (&catalogue, AT_MAGIC) == GUINT32_SWAP_LE_BE (MAGIC))
    catalogue.is_swapped = TRUE;
  if (read_number (&catalogue, AT_MAGIC) == MAGIC)
    catalogue.n_words = read_number (&catalogue, AT_COUNT);

  return &catalogue;
}

/**
 * dov_russian:
 * @words: English words marked with N_(), such as the label of a choice
 *
 * Safe in any thread. What _() gives follows the language of the window; an
 * official paper may not.
 *
 * Returns: (transfer none): the same in Russian; @words themselves when there
 *   is no translation
 */
const char *
dov_russian (const char *words)
{
  static GOnce once = G_ONCE_INIT;
  const Catalogue *catalogue = g_once (&once, load, NULL);
  guint32 low = 0, high = catalogue->n_words;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      const char *english = read_words (catalogue, read_number (catalogue, AT_ENGLISH), middle);
      int order = english != NULL ? strcmp (words, english) : 0;

      if (english == NULL)
        return words;
      if (order == 0)
        {
          const char *russian = read_words (catalogue, read_number (catalogue, AT_RUSSIAN), middle);

          return russian != NULL && *russian != '\0' && *words != '\0' ? russian : words;
        }
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }

  return words;
}
