/* dov-load-stream.c - lines of JSON from a file or a pipe */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-load.h"

#include <glib/gi18n.h>
#include <string.h>

/* Whether @line is one {…} and nothing else. The parser takes the braces as
 * they come, several objects one after another and remarks between them. */
static gboolean
is_one_object (const char *line,
               gsize       length)
{
  const char *end = line + length;
  gboolean is_text = FALSE;
  guint depth = 0;

  while (line < end && g_ascii_isspace (*line))
    line++;
  if (line == end || *line != '{')
    return FALSE;

  do
    {
      if (is_text && *line == '\\')
        line++;
      else if (*line == '"')
        is_text = !is_text;
      else if (!is_text && *line == '{')
        depth++;
      else if (!is_text && *line == '}')
        depth--;
    }
  while (++line < end && depth > 0);

  while (line < end && g_ascii_isspace (*line))
    line++;

  return depth == 0 && line >= end;
}

/**
 * dov_load_parse_line:
 *
 * Returns: (transfer full): the one object on the line
 */
JsonObject *
dov_load_parse_line (const char  *line,
                     gsize        length,
                     GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) broken = NULL;

  if (!g_utf8_validate_len (line, length, NULL))
    {
      g_set_error_literal (error, DOV_EXCHANGE_ERROR, DOV_EXCHANGE_ERROR_LINE,
                           _("it is not written in UTF-8"));
      return NULL;
    }
  if (!is_one_object (line, length))
    {
      g_set_error_literal (error, DOV_EXCHANGE_ERROR, DOV_EXCHANGE_ERROR_LINE,
                           _("it is not one JSON object {…}"));
      return NULL;
    }
  if (!json_parser_load_from_data (parser, line, (gssize) length, &broken))
    {
      g_set_error (error, DOV_EXCHANGE_ERROR, DOV_EXCHANGE_ERROR_LINE,
                   _("it is not one JSON object (%s)"), broken->message);
      return NULL;
    }

  return json_node_dup_object (json_parser_get_root (parser));
}

static gboolean
is_blank (const char *line)
{
  while (g_ascii_isspace (*line))
    line++;

  return *line == '\0';
}

static const char *
skip_mark (const char *line,
           gsize      *length)
{
  if (*length < 3 || memcmp (line, "\xef\xbb\xbf", 3) != 0)
    return line;
  *length -= 3;

  return line + 3;
}

static gboolean
take_line (DovLoad     *load,
           const char  *line,
           gsize        length,
           guint        number,
           GError     **error)
{
  g_autofree char *where = g_strdup_printf (_("Line %u"), number);
  g_autoptr (JsonObject) object = NULL;

  if (number == 1)
    line = skip_mark (line, &length);
  if (is_blank (line) && strlen (line) == length)
    return TRUE;

  object = dov_load_parse_line (line, length, error);
  if (object == NULL)
    {
      g_prefix_error (error, "%s: ", where);
      return FALSE;
    }

  return dov_load_take (load, object, where, error);
}

/**
 * dov_load_stream:
 * @stream: JSON lines
 * @progress: (nullable): called now and then with the number of lines read
 * @told: (nullable) (element-type utf8): takes the warnings, each with its
 *   line
 * @n_records: (out) (optional): how many records were loaded
 *
 * Loads every line as one operation. On error, which names the line, nothing
 * is kept.
 */
gboolean
dov_load_stream (DovStore             *store,
                 GInputStream         *stream,
                 DovExchangeProgress   progress,
                 gpointer              user_data,
                 GPtrArray            *told,
                 guint64              *n_records,
                 GCancellable         *cancellable,
                 GError              **error)
{
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (stream);
  g_autoptr (DovLoad) load = dov_load_begin (store, _("Records loaded from a file"), error);

  if (load == NULL)
    return FALSE;

  for (guint number = 1; ; number++)
    {
      g_autoptr (GError) failed = NULL;
      gsize length = 0;
      g_autofree char *line = g_data_input_stream_read_line (lines, &length, cancellable, &failed);

      if (failed != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failed));
          return FALSE;
        }
      if (line == NULL)
        break;
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !take_line (load, line, length, number, error))
        return FALSE;
      if (progress != NULL && number % 500 == 0)
        progress (number, user_data);
    }

  return dov_load_commit (load, told, n_records, error);
}
