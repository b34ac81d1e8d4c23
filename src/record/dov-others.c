/* dov-others.c - who else is named in what a rule says, so that others beside the desk do not read it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-others.h"

#include <string.h>

/* Unicode’s own marks around a piece of a text that stands by itself; nobody sees them, and dov_clean() takes them out of
 * all that is typed. */
#define BEGIN "\u2068"
#define END   "\u2069"

/**
 * dov_others_name:
 * @name: (transfer full): of somebody else than what is being saved
 *
 * Returns: (transfer full): the same, to be put into the words of a rule
 */
char *
dov_others_name (char *name)
{
  char *marked = g_strconcat (BEGIN, name, END, NULL);

  g_free (name);

  return marked;
}

gboolean
dov_others_are_in (const char *words)
{
  return strstr (words, BEGIN) != NULL;
}

/**
 * dov_others_cover:
 * @instead: stands where a name stood
 *
 * Returns: (transfer full): the words without the others that they name
 */
char *
dov_others_cover (const char *words,
                  const char *instead)
{
  GString *covered = g_string_new (NULL);
  const char *begin, *end;

  while ((begin = strstr (words, BEGIN)) != NULL && (end = strstr (begin, END)) != NULL)
    {
      g_string_append_len (covered, words, begin - words);
      g_string_append (covered, instead);
      words = end + strlen (END);
    }
  g_string_append (covered, words);

  return g_string_free (covered, FALSE);
}
