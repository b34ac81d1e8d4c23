/* dov-store-ask.c - questions that judge: one that cannot be answered lets nothing pass */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-store-private.h"

static void
bind_taken (DovStatement *rows,
            int           index,
            char         *text)
{
  dov_statement_bind_text (rows, index, text);
  g_free (text);
}

static void
bind_link (DovStatement *rows,
           int           index,
           gint64        id)
{
  if (id != 0)
    dov_statement_bind_integer (rows, index, id);
  else
    dov_statement_bind_null (rows, index);
}

static void
bind (DovStatement *rows,
      const char   *format,
      va_list       parameters)
{
  int index = 0;

  for (const char *letter = format; letter != NULL && *letter != '\0'; letter++)
    switch (*letter)
      {
      case '(':
      case ')':
        break;
      case 'x':
        dov_statement_bind_integer (rows, ++index, va_arg (parameters, gint64));
        break;
      case 'l':
        bind_link (rows, ++index, va_arg (parameters, gint64));
        break;
      case 'i':
      case 'b':
        dov_statement_bind_integer (rows, ++index, va_arg (parameters, int));
        break;
      case 's':
        dov_statement_bind_text (rows, ++index, va_arg (parameters, const char *));
        break;
      case 'D':
        bind_taken (rows, ++index, dov_date_to_iso (va_arg (parameters, const GDate *)));
        break;
      case 'M':
        bind_taken (rows, ++index, dov_moment_to_iso (va_arg (parameters, GDateTime *)));
        break;
      default:
        g_error ("No parameter can be of type %c", *letter);
      }
}

DovStatement *
dov_store_ask_on (DovDatabase *database,
                  const char  *sql,
                  const char  *format,
                  va_list      parameters)
{
  DovStatement *rows = dov_database_prepare (database, sql, NULL);

  if (rows != NULL)
    bind (rows, format, parameters);

  return rows;
}

/**
 * dov_store_ask:
 * @sql: one SELECT with the parameters ?1, ?2…
 * @format: (nullable): what they are, a letter each, such as "(xs)": x a
 *   gint64, l a link that is nothing when it is 0, i an int, b a gboolean, s a
 *   text or %NULL; D a GDate and M a GDateTime, an empty text for %NULL
 *
 * Asks what a rule must know to judge. There is no error to be looked at,
 * and none that could be overlooked: a question that fails looks like one
 * without an answer, and whatever is being saved is then refused.
 *
 * Returns: (transfer full) (nullable): the answer, for dov_statement_next(),
 *   which takes %NULL too
 */
DovStatement *
dov_store_ask (DovStore   *self,
               const char *sql,
               const char *format,
               ...)
{
  DovStatement *rows;
  va_list parameters;

  va_start (parameters, format);
  rows = dov_store_ask_on (self->database, sql, format, parameters);
  va_end (parameters);

  return rows;
}

/**
 * dov_store_ask_number:
 *
 * Like dov_store_ask().
 *
 * Returns: the first column of the first row, 0 when there is none
 */
gint64
dov_store_ask_number (DovStore   *self,
                      const char *sql,
                      const char *format,
                      ...)
{
  g_autoptr (DovStatement) rows = NULL;
  va_list parameters;

  va_start (parameters, format);
  rows = dov_store_ask_on (self->database, sql, format, parameters);
  va_end (parameters);

  return dov_statement_next (rows) ? dov_statement_column_integer (rows, 0) : 0;
}
