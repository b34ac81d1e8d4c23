/* dov-name.c - the names of people: their rule (V1), full and short forms */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-name.h"

#include "dov-record.h"

#include <glib/gi18n.h>
#include <string.h>

#define NO_BREAK_SPACE "\u00a0"

/* Latin letters and the Russian ones that look the same. */
static const struct
{
  char        latin;
  const char *russian;
} look_alikes[] = {
  { 'A', "А" }, { 'B', "В" }, { 'C', "С" }, { 'E', "Е" }, { 'H', "Н" }, { 'K', "К" }, { 'M', "М" },
  { 'O', "О" }, { 'P', "Р" }, { 'T', "Т" }, { 'X', "Х" }, { 'Y', "У" },
  { 'a', "а" }, { 'c', "с" }, { 'e', "е" }, { 'k', "к" }, { 'o', "о" }, { 'p', "р" }, { 'x', "х" },
  { 'y', "у" },
};

static const char *
find_look_alike (gunichar letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (look_alikes); i++)
    if ((gunichar) look_alikes[i].latin == letter)
      return look_alikes[i].russian;

  return NULL;
}

static gunichar
plain_mark (gunichar c)
{
  if (c == 0x2019 || c == 0x2018 || c == 0x2bc || c == '`')
    return '\'';
  if (c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2212)
    return '-';
  if (g_unichar_isspace (c))
    return ' ';

  return c;
}

/**
 * dov_name_tidy:
 *
 * Returns: (transfer full): the name without needless spaces, with plain
 *   hyphens and apostrophes; letters stay as they were typed
 */
char *
dov_name_tidy (const char *typed)
{
  g_autofree char *whole = g_utf8_normalize (typed, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  GString *tidied = g_string_new (NULL);

  if (whole == NULL)
    return g_string_free (tidied, FALSE);

  for (const char *c = whole; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = plain_mark (g_utf8_get_char (c));
      char last = tidied->len > 0 ? tidied->str[tidied->len - 1] : ' ';

      if (letter == ' ' && (last == ' ' || last == '-'))
        continue;
      if (letter == '-' && last == ' ' && tidied->len > 0)
        g_string_truncate (tidied, tidied->len - 1);
      g_string_append_unichar (tidied, letter);
    }
  if (tidied->len > 0 && tidied->str[tidied->len - 1] == ' ')
    g_string_truncate (tidied, tidied->len - 1);

  return g_string_free (tidied, FALSE);
}

static void
refuse_letter (GError   **error,
               gunichar   letter)
{
  const char *russian = find_look_alike (letter);
  char shown[7] = { 0 };

  g_unichar_to_utf8 (letter, shown);
  if (russian != NULL)
    g_set_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED,
                 _("“%s” here is a Latin letter that only looks like the Russian “%s”. Type it in Russian."),
                 shown, russian);
  else if (g_unichar_get_script (letter) == G_UNICODE_SCRIPT_LATIN)
    g_set_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED,
                 _("“%s” is a Latin letter. Names are written with Russian letters."), shown);
  else
    g_set_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED,
                 _("“%s” cannot stand in a name. Names have letters, spaces, hyphens, apostrophes and dots."), shown);
}

/**
 * dov_name_check:
 * @name: a name or a part of one
 *
 * V1: a name is made of Cyrillic letters, spaces, hyphens, apostrophes and dots.
 */
gboolean
dov_name_check (const char  *name,
                GError     **error)
{
  gboolean has_letter = FALSE;

  for (const char *c = name; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_unichar_isalpha (letter) && g_unichar_get_script (letter) == G_UNICODE_SCRIPT_CYRILLIC)
        has_letter = TRUE;
      else if (letter >= 0x80 || strchr (" -'.", (int) letter) == NULL)
        {
          refuse_letter (error, letter);
          return FALSE;
        }
    }
  if (!has_letter)
    {
      g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED,
                           _("There is no letter in the name. Type it in Russian letters."));
      return FALSE;
    }

  return TRUE;
}

/**
 * dov_name_unlatin:
 *
 * Returns: (transfer full): the name with Latin look-alikes as Russian letters
 */
char *
dov_name_unlatin (const char *name)
{
  GString *russian = g_string_new (NULL);

  for (const char *c = name; *c != '\0'; c = g_utf8_next_char (c))
    {
      const char *letter = find_look_alike (g_utf8_get_char (c));

      if (letter != NULL)
        g_string_append (russian, letter);
      else
        g_string_append_len (russian, c, g_utf8_next_char (c) - c);
    }

  return g_string_free (russian, FALSE);
}

/**
 * dov_name_full:
 *
 * Returns: (transfer full): «Иванова Мария Петровна», of the parts there are
 */
char *
dov_name_full (const char *last,
               const char *first,
               const char *patronymic)
{
  const char *const parts[] = { last, first, patronymic };
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", parts[i]);

  return g_string_free (name, FALSE);
}

static void
append_initial (GString    *initials,
                const char *part)
{
  if (part == NULL || *part == '\0')
    return;

  g_string_append_unichar (initials, g_unichar_toupper (g_utf8_get_char (part)));
  g_string_append_c (initials, '.');
}

static char *
join_initials (const char *last,
               const char *first,
               const char *patronymic,
               gboolean    initials_first)
{
  g_autoptr (GString) initials = g_string_new (NULL);
  const char *name = last ? last : "";

  append_initial (initials, first);
  append_initial (initials, patronymic);
  if (initials->len == 0 || *name == '\0')
    return g_strconcat (name, initials->str, NULL);

  return initials_first ? g_strconcat (initials->str, NO_BREAK_SPACE, name, NULL)
                        : g_strconcat (name, NO_BREAK_SPACE, initials->str, NULL);
}

/**
 * dov_name_short:
 *
 * Returns: (transfer full): «Иванова М.П.»; one initial without a patronymic
 */
char *
dov_name_short (const char *last,
                const char *first,
                const char *patronymic)
{
  return join_initials (last, first, patronymic, FALSE);
}

/**
 * dov_name_signature:
 *
 * Returns: (transfer full): «М.П. Иванова», as beside a signature
 */
char *
dov_name_signature (const char *last,
                    const char *first,
                    const char *patronymic)
{
  return join_initials (last, first, patronymic, TRUE);
}

/* «Петровна», «Ильич», «Кузьминична» */
static gboolean
is_patronymic (const char *word)
{
  return g_str_has_suffix (word, "вич") || g_str_has_suffix (word, "ьич") || g_str_has_suffix (word, "мич")
         || g_str_has_suffix (word, "вна") || g_str_has_suffix (word, "ична");
}

/* A typed name taken apart: whole words, and initials with their dots. */
typedef struct
{
  const char *words[3];
  const char *initials[2];
  guint       n_words;
  guint       n_initials;
} TypedName;

static gboolean
take_apart (TypedName  *self,
            char      **parts)
{
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *second = g_utf8_next_char (parts[i]);

      if (*parts[i] == '\0')
        continue;
      if (!g_unichar_isupper (g_utf8_get_char (parts[i])))
        return FALSE;
      if (*second == '.' && second[1] == '\0' && self->n_initials < G_N_ELEMENTS (self->initials))
        self->initials[self->n_initials++] = parts[i];
      else if (strchr (parts[i], '.') == NULL && self->n_words < G_N_ELEMENTS (self->words)
               && dov_name_check (parts[i], NULL))
        self->words[self->n_words++] = parts[i];
      else
        return FALSE;
    }

  return TRUE;
}

/**
 * dov_name_typed_signature:
 *
 * Returns: (transfer full): the name as beside a signature, whichever way it
 *   was typed: «Ронжина Т.К.», «Т. К. Ронжина» and «Ронжина Тамара Кузьминична»
 *   are «Т.К. Ронжина»; what may be anything else stays as it is
 */
char *
dov_name_typed_signature (const char *typed)
{
  g_autofree char *tidied = dov_name_tidy (typed);
  g_auto (GStrv) halves = g_strsplit (tidied, ".", -1);
  g_autofree char *spaced = g_strjoinv (". ", halves);
  g_auto (GStrv) parts = g_strsplit (spaced, " ", -1);
  TypedName name = { .n_words = 0 };

  if (!take_apart (&name, parts))
    return g_strdup (typed);
  if (name.n_words == 1 && name.n_initials > 0)
    return dov_name_signature (name.words[0], name.initials[0], name.initials[1]);
  if (name.n_words == 3 && name.n_initials == 0 && is_patronymic (name.words[2]))
    return dov_name_signature (name.words[0], name.words[1], name.words[2]);
  if (name.n_words == 3 && name.n_initials == 0 && is_patronymic (name.words[1]))
    return dov_name_signature (name.words[2], name.words[0], name.words[1]);

  return g_strdup (typed);
}
