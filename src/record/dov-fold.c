/* dov-fold.c - the folded form of a text, by which things are found and put in order */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-fold.h"

#include <string.h>

/* A folded letter of a text that is being read: compared without making a copy. */
typedef struct
{
  const char *at;
  const char *end;
  gboolean    has_begun;
  gunichar    held;       /* a letter met behind a gap, told after the gap */
} Reader;

static gboolean
is_mark (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK ||
         type == G_UNICODE_SPACING_MARK;
}

/* The next character, a letter and the mark behind it taken together: и and a
 * breve are й, as NFC has it. 0 at the end. */
static gunichar
read_composed (Reader *reader)
{
  gunichar c = 0;

  if (reader->at >= reader->end)
    return 0;

  c = g_utf8_get_char_validated (reader->at, reader->end - reader->at);
  if (c == (gunichar) -1 || c == (gunichar) -2)
    {
      reader->at++;
      return 0xfffd;
    }
  reader->at = g_utf8_next_char (reader->at);

  while (c >= 0x80 && reader->at < reader->end && ((guchar) *reader->at & 0xfe) == 0xcc)
    {
      gunichar mark = g_utf8_get_char_validated (reader->at, reader->end - reader->at);
      gunichar together = 0;

      if (mark == (gunichar) -1 || mark == (gunichar) -2 || !g_unichar_compose (c, mark, &together))
        break;
      c = together;
      reader->at = g_utf8_next_char (reader->at);
    }

  return c;
}

/* The next letter of the folded text, 0 at its end. */
static gunichar
read_folded (Reader *reader)
{
  gboolean gap = FALSE;
  gunichar c = reader->held;

  if (c != 0)
    {
      reader->held = 0;
      return c;
    }

  while ((c = read_composed (reader)) != 0)
    {
      if (is_mark (c))
        continue;
      if (!g_unichar_isalnum (c))
        {
          gap = reader->has_begun;
          continue;
        }

      c = g_unichar_tolower (c);
      if (c == 0x451)  /* ё */
        c = 0x435;     /* е */
      reader->has_begun = TRUE;
      if (!gap)
        return c;
      reader->held = c;
      return ' ';
    }

  return 0;
}

static Reader
start_reader (const char *text,
              int         bytes)
{
  Reader reader = { text, text + (bytes < 0 ? strlen (text) : bytes), FALSE, 0 };

  return reader;
}

/**
 * dov_fold:
 * @text: any text
 *
 * Returns: (transfer full): small letters, ё as е, accents dropped, whatever is
 *   neither a letter nor a digit as one space: «Ёлкина-Щёкина » is “елкина щекина”
 */
char *
dov_fold (const char *text)
{
  Reader reader = start_reader (text, -1);
  GString *folded = g_string_sized_new (strlen (text));
  gunichar c = 0;

  while ((c = read_folded (&reader)) != 0)
    g_string_append_unichar (folded, c);

  return g_string_free (folded, FALSE);
}

/**
 * dov_fold_words:
 *
 * Returns: (transfer full): the words of the folded @text, each to be found on its own
 */
char **
dov_fold_words (const char *text)
{
  g_autofree char *folded = dov_fold (text);

  if (*folded == '\0')
    return g_new0 (char *, 1);

  return g_strsplit (folded, " ", -1);
}

/* At a tie: е before ё, then whatever keeps the order the same every time. */
static int
compare_equal_folds (const char *a,
                     gsize       a_bytes,
                     const char *b,
                     gsize       b_bytes)
{
  Reader ours = { a, a + a_bytes, FALSE, 0 };
  Reader theirs = { b, b + b_bytes, FALSE, 0 };
  int order = 0;

  for (;;)
    {
      gunichar left = g_unichar_tolower (read_composed (&ours));
      gunichar right = g_unichar_tolower (read_composed (&theirs));

      if (left != right)
        return left < right ? -1 : 1;
      if (left == 0)
        break;
    }

  order = memcmp (a, b, MIN (a_bytes, b_bytes));
  if (order != 0)
    return order;

  return a_bytes < b_bytes ? -1 : a_bytes > b_bytes;
}

/**
 * dov_compare_russian:
 * @a_bytes: the length of @a in bytes, or -1 when it ends with a zero
 * @b_bytes: the same of @b
 *
 * The order of a Russian list: without regard to case, ё as е and only at a
 * tie after it, marks and dashes as gaps. The same in every locale.
 */
int
dov_compare_russian (const char *a,
                     int         a_bytes,
                     const char *b,
                     int         b_bytes)
{
  Reader ours = start_reader (a, a_bytes);
  Reader theirs = start_reader (b, b_bytes);

  for (;;)
    {
      gunichar left = read_folded (&ours);
      gunichar right = read_folded (&theirs);

      if (left != right)
        return left < right ? -1 : 1;
      if (left == 0)
        break;
    }

  return compare_equal_folds (a, ours.end - a, b, theirs.end - b);
}

/* What a Russian keyboard has where a Latin one has these. */
static const struct
{
  char        latin;
  const char *russian;
} keys[] = {
  { 'q', "й" }, { 'w', "ц" }, { 'e', "у" }, { 'r', "к" }, { 't', "е" }, { 'y', "н" }, { 'u', "г" },
  { 'i', "ш" }, { 'o', "щ" }, { 'p', "з" }, { '[', "х" }, { ']', "ъ" }, { '{', "х" }, { '}', "ъ" },
  { 'a', "ф" }, { 's', "ы" }, { 'd', "в" }, { 'f', "а" }, { 'g', "п" }, { 'h', "р" }, { 'j', "о" },
  { 'k', "л" }, { 'l', "д" }, { ';', "ж" }, { ':', "ж" }, { '\'', "э" }, { '"', "э" },
  { 'z', "я" }, { 'x', "ч" }, { 'c', "с" }, { 'v', "м" }, { 'b', "и" }, { 'n', "т" }, { 'm', "ь" },
  { ',', "б" }, { '<', "б" }, { '.', "ю" }, { '>', "ю" }, { '`', "ё" }, { '~', "ё" },
};

static const char *
find_key (char latin)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].latin == g_ascii_tolower (latin))
      return keys[i].russian;

  return NULL;
}

/**
 * dov_fold_from_latin_keys:
 * @typed: what was typed while the keyboard may have been set to Latin letters
 *
 * Returns: (transfer full) (nullable): the folded text that the same keys give
 *   on a Russian keyboard: bkmz is “илья”; %NULL when there is no Latin letter in it
 */
char *
dov_fold_from_latin_keys (const char *typed)
{
  g_autoptr (GString) russian = g_string_new (NULL);
  gboolean has_latin = FALSE;

  for (const char *c = typed; *c != '\0'; c++)
    {
      const char *key = find_key (*c);

      has_latin |= g_ascii_isalpha (*c);
      if (key != NULL)
        g_string_append (russian, key);
      else
        g_string_append_c (russian, *c);
    }

  return has_latin ? dov_fold (russian->str) : NULL;
}
