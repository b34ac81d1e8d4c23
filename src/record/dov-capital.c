/* dov-capital.c - words that begin with a capital letter, as a chip or a heading does */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-capital.h"

/**
 * dov_capitalise:
 * @words: in running text the name of a month, of a day or of a state has a small letter
 *
 * Returns: (transfer full): the same words with a capital letter
 */
char *
dov_capitalise (const char *words)
{
  const char *rest = *words != '\0' ? g_utf8_next_char (words) : words;
  g_autofree char *first = g_utf8_strup (words, rest - words);

  return g_strconcat (first, rest, NULL);
}
