/* dov-fold.c - the folded form of a text, by which things are found and put in order */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-fold.h"

#include <string.h>

#include "dov-clean.h"

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
  GUnicodeType type = c < 0x300 ? G_UNICODE_UNASSIGNED : g_unichar_type (c);

  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK ||
         type == G_UNICODE_SPACING_MARK;
}

static gboolean
is_mark_next (const Reader *reader)
{
  return reader->at < reader->end && ((guchar) *reader->at & 0xfe) == 0xcc;
}

/* The next character when it is one of those that nearly all texts consist of,
 * Latin or Russian, with no mark behind it; else 0 and nothing is read. */
static gunichar
read_common (Reader *reader)
{
  const guchar *at = (const guchar *) reader->at;
  Reader next = *reader;
  gunichar c = 0;

  if (at[0] < 0x80)
    {
      c = at[0];
      next.at += 1;
    }
  else if ((at[0] == 0xd0 || at[0] == 0xd1) && reader->at + 1 < reader->end && (at[1] & 0xc0) == 0x80)
    {
      c = (gunichar) (at[0] & 0x1f) << 6 | (at[1] & 0x3f);
      next.at += 2;
    }
  if (c == 0 || is_mark_next (&next))
    return 0;
  *reader = next;

  return c;
}

/* The small form of a letter or digit, ё as е; 0 for anything else. */
static gunichar
fold_letter (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum ((char) c) ? (gunichar) g_ascii_tolower ((char) c) : 0;
  if (c >= 0x410 && c < 0x450)  /* А to я */
    return c < 0x430 ? c + 0x20 : c;
  if (c == 0x401 || c == 0x451) /* Ё, ё */
    return 0x435;

  return g_unichar_isalnum (c) ? g_unichar_tolower (c) : 0;
}

/* The next character, a letter and the mark behind it taken together: и and a
 * breve are й, as NFC has it. 0 at the end. */
static gunichar
read_composed (Reader *reader)
{
  gunichar c = 0;

  if (reader->at >= reader->end)
    return 0;

  c = read_common (reader);
  if (c != 0)
    return c;

  c = g_utf8_get_char_validated (reader->at, reader->end - reader->at);
  if (c == (gunichar) -1 || c == (gunichar) -2)
    {
      reader->at++;
      return 0xfffd;
    }
  reader->at = g_utf8_next_char (reader->at);

  while (c >= 0x80 && is_mark_next (reader))
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
      gunichar letter = fold_letter (c);

      if (letter == 0)
        {
          gap = is_mark (c) || dov_is_unseen (c) ? gap : reader->has_begun;
          continue;
        }

      c = letter;
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
 * dov_fold_is_empty:
 *
 * Returns: whether a text says nothing: there is not one letter or digit in it, only what nobody
 *   sees, or a dash
 */
gboolean
dov_fold_is_empty (const char *text)
{
  Reader reader = { text, text + strlen (text), FALSE, 0 };

  return read_folded (&reader) == 0;
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

/**
 * dov_fold_count_words:
 * @text: (nullable): any text
 *
 * Returns: how many words the folded @text has
 */
guint
dov_fold_count_words (const char *text)
{
  Reader reader = start_reader (text != NULL ? text : "", -1);
  guint n = 0;

  for (gunichar c = read_folded (&reader), before = ' '; c != 0; before = c, c = read_folded (&reader))
    n += before == ' ';

  return n;
}

/* What one word says of where it stands: a text begins with it, a later word of its first part, any later
 * part; in the middle of a word it says least. */
enum { RANK_FIRST, RANK_LEADING, RANK_NEXT, RANK_IN_A_WORD = 15 };

/* As many words of a search are weighed; whoever types more has said whom they mean. */
#define WEIGHED_WORDS 4

static guint
rank_word (const char *folded,
           guint       n_leading,
           const char *word)
{
  gsize length = strlen (word);
  guint n = 0;

  for (const char *at = folded; at != NULL; at = strchr (at, ' '))
    {
      at += *at == ' ';
      if (strncmp (at, word, length) == 0)
        return n == 0 ? RANK_FIRST : n < n_leading ? RANK_LEADING :
               MIN (RANK_NEXT + n - n_leading, RANK_IN_A_WORD - 1);
      n++;
    }

  return RANK_IN_A_WORD;
}

/**
 * dov_fold_rank:
 * @folded: a folded text, such as a name in its parts
 * @n_leading: how many words its first part has: a double surname has two
 * @words: folded words that somebody typed, each of which occurs in it
 *
 * The one order in which what was found stands: who is called so by the beginning of the surname, then of the
 * first name, then of the patronymic and whatever comes after it, and last whoever has the letters in the
 * middle of a word.
 *
 * Returns: less for what is rather meant
 */
guint
dov_fold_rank (const char  *folded,
               guint        n_leading,
               char       **words)
{
  guint rank = 0, is_in_a_word = 0;

  for (guint i = 0; words[i] != NULL && i < WEIGHED_WORDS; i++)
    {
      guint one = rank_word (folded, n_leading, words[i]);

      is_in_a_word |= one == RANK_IN_A_WORD;
      rank = rank * (RANK_IN_A_WORD + 1) + one;
    }

  return is_in_a_word << 16 | rank;
}

/* Whether a text can be read from @at on as if nothing stood before: a common
 * letter ends there and no mark belongs to it. */
static gboolean
is_after_letter (const char *text,
                 const char *end,
                 const char *at)
{
  Reader before = { at - 1, at, FALSE, 0 };
  Reader rest = { at, end, FALSE, 0 };

  if (is_mark_next (&rest) || (at < end && ((guchar) *at & 0xc0) == 0x80))
    return FALSE;
  if (((guchar) *before.at & 0xc0) == 0x80 && before.at > text)
    before.at--;
  /* A number is compared as a whole. */
  if (g_ascii_isdigit (*before.at))
    return FALSE;

  return fold_letter (read_common (&before)) != 0 && before.at == at;
}

/* Both readers go on to where the texts begin to differ. */
static void
skip_same (Reader *ours,
           Reader *theirs)
{
  const char *a = ours->at, *b = theirs->at;
  gsize shorter = MIN (ours->end - a, theirs->end - b), same = 0;

  while (same < shorter && a[same] == b[same])
    same++;
  while (same > 0 && !(is_after_letter (a, ours->end, a + same) && is_after_letter (b, theirs->end, b + same)))
    same--;

  ours->at += same;
  theirs->at += same;
  ours->has_begun = theirs->has_begun = same > 0;
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

static gboolean
is_digit (gunichar c)
{
  return c >= '0' && c <= '9';
}

/* Reads a number of each, and what comes behind it: 9 stands before 10, however many noughts are written
 * before it. */
static int
compare_numbers (Reader   *ours,
                 gunichar *left,
                 Reader   *theirs,
                 gunichar *right)
{
  int order = 0;

  while (*left == '0')
    *left = read_folded (ours);
  while (*right == '0')
    *right = read_folded (theirs);
  while (is_digit (*left) && is_digit (*right))
    {
      if (order == 0)
        order = *left < *right ? -1 : *left > *right;
      *left = read_folded (ours);
      *right = read_folded (theirs);
    }
  if (is_digit (*left) != is_digit (*right))
    return is_digit (*left) ? 1 : -1;

  return order;
}

/**
 * dov_compare_russian:
 * @a_bytes: the length of @a in bytes, or -1 when it ends with a zero
 * @b_bytes: the same of @b
 *
 * The order of a Russian list: without regard to case, ё as е and only at a
 * tie after it, marks and dashes as gaps, numbers by what they are worth.
 * The same in every locale.
 */
int
dov_compare_russian (const char *a,
                     int         a_bytes,
                     const char *b,
                     int         b_bytes)
{
  Reader ours = start_reader (a, a_bytes);
  Reader theirs = start_reader (b, b_bytes);

  skip_same (&ours, &theirs);
  for (;;)
    {
      gunichar left = read_folded (&ours);
      gunichar right = read_folded (&theirs);
      int order = is_digit (left) && is_digit (right) ? compare_numbers (&ours, &left, &theirs, &right) : 0;

      if (order != 0)
        return order;
      if (left != right)
        return left < right ? -1 : 1;
      if (left == 0)
        break;
    }

  return compare_equal_folds (a, ours.end - a, b, theirs.end - b);
}

/* What has been weighed of a text so far, a byte a letter. */
typedef struct
{
  guint64  *head;
  guint     at;
  gboolean  is_rough;  /* other letters share the last place */
} Scales;

static void
put_on (Scales *scales,
        guint   weight)
{
  if (scales->at < 16)
    scales->head[scales->at / 8] |= (guint64) weight << (56 - scales->at % 8 * 8);
  scales->at++;
}

/* The longer number is the greater one. Its length stands where a digit would, before all letters; a long
 * one's in a byte more. */
static gunichar
weigh_number (Scales   *scales,
              Reader   *reader,
              gunichar  c)
{
  guint8 digits[16];
  guint n = 0;

  while (c == '0')
    c = read_folded (reader);
  for (; is_digit (c); c = read_folded (reader), n++)
    if (n < G_N_ELEMENTS (digits))
      digits[n] = (guint8) (c - '0');

  put_on (scales, 2 + MIN (n, 9));
  if (n >= 9)
    put_on (scales, MIN (n, 255));
  for (guint i = 0; i < MIN (n, G_N_ELEMENTS (digits)); i++)
    put_on (scales, digits[i]);
  scales->is_rough = n > G_N_ELEMENTS (digits);

  return c;
}

/* The place of a folded letter among all, in one byte; @is_rough when others share it. */
static guint8
weigh_letter (gunichar  c,
              gboolean *is_rough)
{
  *is_rough = FALSE;
  if (c == ' ')
    return 1;
  if (c >= 'a' && c <= 'z')
    return (guint8) (12 + c - 'a');
  if (c >= 0x430 && c < 0x450)
    return (guint8) (60 + c - 0x430);
  *is_rough = TRUE;

  return c < 0x430 ? 50 : 200;
}

/**
 * dov_fold_head:
 * @head: (out caller-allocates): two numbers, the first of which decides
 *
 * The beginning of a text as numbers, for putting many in order: of two texts
 * with different heads, the one with the lower head stands first in
 * dov_compare_russian(); equal heads say nothing.
 */
void
dov_fold_head (const char *text,
               guint64     head[2])
{
  Reader reader = start_reader (text, -1);
  Scales scales = { .head = head };
  gunichar c = read_folded (&reader);

  head[0] = head[1] = 0;
  while (c != 0 && scales.at < 16 && !scales.is_rough)
    {
      if (is_digit (c))
        {
          c = weigh_number (&scales, &reader, c);
          continue;
        }
      put_on (&scales, weigh_letter (c, &scales.is_rough));
      c = read_folded (&reader);
    }
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
