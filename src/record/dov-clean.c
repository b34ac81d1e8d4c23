/* dov-clean.c - a text without what nobody can see */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-clean.h"

#include <string.h>

/* Characters that take no place on paper and come with what is copied from pages and letters: they hide a word from
 * search, turn it round, or cannot stand in the XML of a workbook. */
static const struct
{
  gunichar first;
  gunichar last;
} unseen[] = {
  { 0x0001, 0x0008 }, { 0x000e, 0x001f }, { 0x007f, 0x0084 }, { 0x0086, 0x009f }, /* control */
  { 0x00ad, 0x00ad },                                                             /* a soft hyphen */
  { 0x034f, 0x034f }, { 0x061c, 0x061c }, { 0x115f, 0x1160 }, { 0x17b4, 0x17b5 }, { 0x180b, 0x180f },
  { 0x200b, 0x200f }, { 0x202a, 0x202e }, { 0x2060, 0x206f },                     /* no width; directions */
  { 0x3164, 0x3164 }, { 0xfe00, 0xfe0f }, { 0xfeff, 0xfeff }, { 0xffa0, 0xffa0 },
  { 0xfdd0, 0xfdef }, { 0xfff0, 0xfffb },
  { 0x1bca0, 0x1bca3 }, { 0x1d173, 0x1d17a }, { 0xe0000, 0xe0fff },
};

/**
 * dov_is_unseen:
 *
 * Returns: whether nobody can see @c and a text means the same without it
 */
gboolean
dov_is_unseen (gunichar c)
{
  if ((c & 0xfffe) == 0xfffe)  /* no characters, in any plane */
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (unseen) && unseen[i].first <= c; i++)
    if (c <= unseen[i].last)
      return TRUE;

  return FALSE;
}

/* U+2800 is a cell of Braille without a dot. */
static gboolean
is_gap (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x2800;
}

static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x0b || c == 0x0c || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* Whether there is nothing in @text to be seen. */
static gboolean
is_blank (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (!is_gap (letter) && !dov_is_unseen (letter) && !g_unichar_ismark (letter))
        return FALSE;
    }

  return TRUE;
}

/* Quotes, dashes, dots, №, the space that does not break, and the like: no letter that a mark could join. */
static gsize
count_sign_bytes (const guchar *c)
{
  if (c[0] == 0xc2 && c[1] >= 0xa0 && c[1] <= 0xbf && c[1] != 0xad)
    return 2;
  if (c[0] == 0xe2 && ((c[1] == 0x80 && ((c[2] >= 0x90 && c[2] <= 0xa7) || (c[2] >= 0xb0 && c[2] <= 0xbf)))
                       || (c[1] == 0x84 && c[2] == 0x96)))
    return 3;

  return 0;
}

/* Whether there is nothing to do: ASCII, Russian letters and signs are told by their bytes, as nearly all texts are
 * these. */
static gboolean
is_clean (const char *text,
          gboolean    many_lines)
{
  const guchar *c = (const guchar *) text;
  gboolean is_seen = *c == '\0';

  for (; *c != '\0'; c++)
    {
      gsize n_bytes = *c >= 0x80 ? count_sign_bytes (c) : 0;

      if (*c > ' ' && *c < 0x7f)
        is_seen = TRUE;
      else if ((*c == 0xd0 || *c == 0xd1) && (c[1] & 0xc0) == 0x80)
        {
          is_seen = TRUE;
          c++;
        }
      else if (n_bytes > 0)
        {
          is_seen |= c[1] != 0xa0;
          c += n_bytes - 1;
        }
      else if (*c != ' ' && !(many_lines && (*c == '\n' || *c == '\t')))
        return FALSE;
    }

  return is_seen;
}

static char *
drop_unseen (const char *text,
             gboolean    many_lines)
{
  GString *seen = g_string_sized_new (strlen (text));

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (is_line_end (letter))
        {
          if (letter == '\r' && c[1] == '\n')
            c++;
          g_string_append_c (seen, many_lines ? '\n' : ' ');
        }
      else if ((letter == '\t' && !many_lines) || letter == 0x2800)
        g_string_append_c (seen, ' ');
      else if (!dov_is_unseen (letter))
        g_string_append_unichar (seen, letter);
    }

  return g_string_free (seen, FALSE);
}

/**
 * dov_clean:
 * @text: as it was typed, pasted or loaded
 * @many_lines: whether ends of lines may stay; else each becomes a space
 *
 * What no record keeps: characters that nobody can see, bytes that are no
 * text, a letter and its mark as two. Whatever can be seen stays.
 *
 * Returns: (transfer full): @text as a record keeps it; empty when there is
 *   nothing to be seen in it
 */
char *
dov_clean (const char *text,
           gboolean    many_lines)
{
  g_autofree char *valid = NULL, *seen = NULL;

  if (is_clean (text, many_lines))
    return g_strdup (text);

  valid = g_utf8_make_valid (text, -1);
  seen = drop_unseen (valid, many_lines);

  return is_blank (seen) ? g_strdup ("") : g_utf8_normalize (seen, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

/**
 * dov_trim:
 *
 * Returns: (transfer full): @text without the gaps at its ends, of whatever width they are
 */
char *
dov_trim (const char *text)
{
  const char *end = text + strlen (text);

  while (*text != '\0' && is_gap (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (end > text && is_gap (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  return g_strndup (text, (gsize) (end - text));
}
