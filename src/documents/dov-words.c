/* dov-words.c - the {words} that stand for values in the texts of a definition */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-definition.h"

#include <string.h>

static const struct
{
  const char    *word;
  DovColumnKind  kind;
} kinds[] = {
  { "row", DOV_COLUMN_ROW },           { "text", DOV_COLUMN_TEXT },       { "count", DOV_COLUMN_COUNT },
  { "quantity", DOV_COLUMN_QUANTITY }, { "decimal", DOV_COLUMN_DECIMAL }, { "money", DOV_COLUMN_MONEY },
  { "percent", DOV_COLUMN_PERCENT },   { "date", DOV_COLUMN_DATE },       { "time", DOV_COLUMN_TIME },
  { "moment", DOV_COLUMN_MOMENT }, { "year", DOV_COLUMN_YEAR },
      { "flag", DOV_COLUMN_FLAG },       { "hand", DOV_COLUMN_HAND },
};

/**
 * dov_column_kind_find:
 * @word: as it stands in a definition, such as "count"
 */
gboolean
dov_column_kind_find (const char    *word,
                      DovColumnKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].word, word))
      {
        *kind = kinds[i].kind;
        return TRUE;
      }

  return FALSE;
}

static gboolean
is_name (const char *text)
{
  if (*text == '\0' || g_ascii_isdigit (*text))
    return FALSE;
  for (; *text != '\0'; text++)
    if (!g_ascii_islower (*text) && !g_ascii_isdigit (*text) && *text != '_')
      return FALSE;

  return TRUE;
}

/**
 * dov_words_scan:
 * @text: a text with words in braces, such as "Итого за {period}"
 * @function: called for each piece in turn: with the word and its kind (or
 *   %NULL), or with %NULL and the plain text between two words
 *
 * Returns: %FALSE when a brace has no pair, what it holds is no name, or the
 *   function returned %FALSE
 */
gboolean
dov_words_scan (const char      *text,
                DovWordFunction  function,
                gpointer         user_data)
{
  const char *at = text;

  while (*at != '\0')
    {
      const char *open = strpbrk (at, "{}");
      const char *end = open ? strchr (open, '}') : NULL;
      g_autofree char *plain = open ? g_strndup (at, (gsize) (open - at)) : g_strdup (at);
      g_autofree char *word = NULL;
      char *kind;

      if (*plain != '\0' && !function (NULL, plain, user_data))
        return FALSE;
      if (open == NULL)
        return TRUE;
      if (*open == '}' || end == NULL)
        return FALSE;

      word = g_strndup (open + 1, (gsize) (end - open) - 1);
      kind = strchr (word, ':');
      if (kind != NULL)
        *kind++ = '\0';
      if (!is_name (word) || (kind != NULL && !is_name (kind)) || !function (word, kind, user_data))
        return FALSE;
      at = end + 1;
    }

  return TRUE;
}
