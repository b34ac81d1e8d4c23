/* dov-line.c - one line of a file of records, read strictly */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-line.h"

#include <glib/gi18n.h>
#include <string.h>

/* A record holds values, and “accept” one object of them. */
#define DEEPEST     8
/* More digits do not fit into what a record keeps. */
#define MOST_DIGITS 18

G_DEFINE_QUARK (dov-exchange-error-quark, dov_exchange_error)

/* A line that is being looked over before it is parsed. */
typedef struct
{
  const char *at;
  const char *end;
  guint       depth;
} Scan;

static gboolean
refuse (GError     **error,
        const char  *words)
{
  g_set_error_literal (error, DOV_EXCHANGE_ERROR, DOV_EXCHANGE_ERROR_LINE, words);

  return FALSE;
}

/* The code of “\ud83d”; -1 when nothing of the kind stands there. */
static int
read_code (const char *at,
           const char *end)
{
  int code = 0;

  if (end - at < 6 || at[0] != '\\' || at[1] != 'u')
    return -1;
  for (int i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return -1;
      code = code * 16 + g_ascii_xdigit_value (at[i]);
    }

  return code;
}

/* To the last letter of the text at whose first mark the scan stands. The parser cuts a text at \u0000, and makes of
 * half a pair what is no text. */
static gboolean
skip_text (Scan    *scan,
           GError **error)
{
  for (scan->at++; scan->at < scan->end && *scan->at != '"'; scan->at++)
    {
      int code = read_code (scan->at, scan->end), other;

      if (*scan->at != '\\')
        continue;
      if (code == 0)
        return refuse (error, _("“\\u0000” can stand in no text"));
      if ((code & 0xf800) == 0xd800)
        {
          other = read_code (scan->at + 6, scan->end);
          if (code >= 0xdc00 || other < 0xdc00 || other > 0xdfff)
            return refuse (error, _("half a character (“\\ud800” to “\\udfff”) can stand in no text"));
          scan->at += 6;
        }
      scan->at += code >= 0 ? 5 : 1;
    }

  return TRUE;
}

/* The parser turns 010 into eight and what does not fit into another number. */
static gboolean
check_number (const Scan  *scan,
              GError     **error)
{
  gsize digits = 0;

  while (scan->at + digits < scan->end && g_ascii_isdigit (scan->at[digits]))
    digits++;
  if (digits > MOST_DIGITS)
    return refuse (error, _("a number has at most 18 digits"));
  if (*scan->at == '0' && scan->at + 1 < scan->end && (digits > 1 || g_ascii_tolower (scan->at[1]) == 'x') &&
      !g_ascii_isdigit (scan->at[-1]) && scan->at[-1] != '.')
    return refuse (error, _("a number does not begin with 0"));

  return TRUE;
}

static gboolean
scan_value (Scan    *scan,
            GError **error)
{
  char c = *scan->at;

  if (c == '"')
    return skip_text (scan, error);
  if (c == '{' || c == '[')
    {
      /* The parser calls itself for each and would run out of its stack. */
      if (++scan->depth > DEEPEST)
        return refuse (error, _("its brackets stand too deep in each other"));
    }
  else if (c == '}' || c == ']')
    scan->depth--;
  else if (g_ascii_isdigit (c) && !g_ascii_isalnum (scan->at[-1]))
    return check_number (scan, error);

  return TRUE;
}

/* Whether @line is one {…} and nothing else. The parser takes the braces as
 * they come, several objects one after another and remarks between them. */
static gboolean
check_line (const char  *line,
            gsize        length,
            GError     **error)
{
  Scan scan = { line, line + length, 0 };

  while (scan.at < scan.end && g_ascii_isspace (*scan.at))
    scan.at++;
  if (scan.at == scan.end || *scan.at != '{')
    return refuse (error, _("it is not one JSON object {…}"));

  do
    if (!scan_value (&scan, error))
      return FALSE;
  while (++scan.at < scan.end && scan.depth > 0);

  while (scan.at < scan.end && g_ascii_isspace (*scan.at))
    scan.at++;

  return (scan.depth == 0 && scan.at >= scan.end) || refuse (error, _("it is not one JSON object {…}"));
}

/* What is known of the members while they come. */
typedef struct
{
  GHashTable *seen;
  char       *twice;
} Members;

/* The parser keeps the last of two values and forgets the first. */
static void
member_cb (JsonParser *parser,
           JsonObject *object,
           const char *name,
           Members    *members)
{
  if (!g_hash_table_add (members->seen, g_strdup_printf ("%p %s", (void *) object, name)) && members->twice == NULL)
    members->twice = g_strdup (name);
}

/**
 * dov_line_parse:
 *
 * Reads one object. What the parser would take for something else is refused:
 * a member that stands twice, numbers that do not fit, half characters,
 * brackets without end.
 *
 * Returns: (transfer full): the one object on the line
 */
JsonObject *
dov_line_parse (const char  *line,
                gsize        length,
                GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Members members = { seen, NULL };
  g_autoptr (GError) broken = NULL;
  g_autofree char *twice = NULL;
  gboolean is_read;

  if (!g_utf8_validate_len (line, length, NULL))
    {
      refuse (error, _("it is not written in UTF-8"));
      return NULL;
    }
  if (!check_line (line, length, error))
    return NULL;

  g_signal_connect (parser, "object-member", G_CALLBACK (member_cb), &members);
  is_read = json_parser_load_from_data (parser, line, (gssize) length, &broken);
  twice = members.twice;
  if (!is_read)
    g_set_error (error, DOV_EXCHANGE_ERROR, DOV_EXCHANGE_ERROR_LINE, _("it is not one JSON object (%s)"), broken->message);
  else if (twice != NULL)
    g_set_error (error, DOV_EXCHANGE_ERROR, DOV_EXCHANGE_ERROR_LINE, _("“%s” stands there twice"), twice);

  return is_read && twice == NULL ? json_node_dup_object (json_parser_get_root (parser)) : NULL;
}
