/* dov-file-name.c - names of files and sheets that every office takes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-result.h"

#include <string.h>

#define MOST_CHARACTERS 100
#define MOST_BYTES      255
#define MOST_OF_SHEET   31

/* What may not stand in a name becomes a space; spaces collapse; no dot or
 * space at either end. */
static char *
clean (const char *text,
       const char *forbidden)
{
  GString *name = g_string_new (NULL);
  const char *at;

  for (at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_iscntrl (c) || g_unichar_isspace (c) || (c < 0x80 && strchr (forbidden, (int) c) != NULL))
        c = ' ';
      if (c == ' ' && (name->len == 0 || name->str[name->len - 1] == ' '))
        continue;
      g_string_append_unichar (name, c);
    }

  while (name->len > 0 && strchr (" .", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);
  while (name->len > 0 && strchr (" .", name->str[0]) != NULL)
    g_string_erase (name, 0, 1);

  return g_string_free (name, FALSE);
}

static glong
count_utf16 (const char *text)
{
  glong n = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    n += g_utf8_get_char (text) > 0xffff ? 2 : 1;

  return n;
}

/* Shortens by a character at a time, then back to the end of a word. */
static void
cut (char *text,
     glong most,
     gsize most_bytes)
{
  gboolean was_cut = FALSE;
  char *space;

  while (count_utf16 (text) > most || strlen (text) > most_bytes)
    {
      *g_utf8_find_prev_char (text, text + strlen (text)) = '\0';
      was_cut = TRUE;
    }
  space = strrchr (text, ' ');
  if (was_cut && space != NULL && space > text)
    *space = '\0';
  while (was_cut && *text != '\0' && strchr (" .,", text[strlen (text) - 1]) != NULL)
    text[strlen (text) - 1] = '\0';
}

/**
 * dov_file_name_make:
 * @file: what it is, «Журнал мероприятий»
 * @place: (nullable): the settlement, or «район», which is not said twice
 * @period: (nullable): "2027-03"
 *
 * Returns: (transfer full): «Журнал мероприятий, Слудка, 2027-03.xlsx»
 */
char *
dov_file_name_make (const char *file,
                    const char *place,
                    const char *period)
{
  const char *const forbidden = "\\/:*?\"<>|";
  const char *const extension = ".xlsx";
  g_autofree char *first = clean (file, forbidden);
  g_autoptr (GString) rest = g_string_new (NULL);
  gboolean tells_place = g_strcmp0 (place, "район") == 0 && strstr (first, "район") != NULL;
  const char *parts[] = { tells_place ? NULL : place, period };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *part = clean (parts[i] ? parts[i] : "", forbidden);

      cut (part, 40, 80);
      if (*part != '\0')
        g_string_append_printf (rest, ", %s", part);
    }
  g_string_append (rest, extension);

  cut (first, MOST_CHARACTERS - count_utf16 (rest->str), MOST_BYTES - strlen (".part") - rest->len);

  return g_strconcat (*first ? first : "Документ", rest->str, NULL);
}

/**
 * dov_sheet_name_make:
 *
 * Returns: (transfer full): the name as Excel takes it for a sheet
 */
char *
dov_sheet_name_make (const char *name)
{
  g_autofree char *sheet = clean (name, "[]:*?/\\");

  while (*sheet == '\'' || *sheet == ' ')
    memmove (sheet, sheet + 1, strlen (sheet));
  cut (sheet, MOST_OF_SHEET, G_MAXSIZE);
  while (*sheet != '\0' && strchr ("' ", sheet[strlen (sheet) - 1]) != NULL)
    sheet[strlen (sheet) - 1] = '\0';
  if (*sheet == '\0' || g_ascii_strcasecmp (sheet, "History") == 0)
    return g_strdup ("Документ");

  return g_steal_pointer (&sheet);
}
