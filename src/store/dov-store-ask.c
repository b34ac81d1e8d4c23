/* dov-store-ask.c - what rules ask to judge, and what is read to be shown, on a connection of its own that can only read */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-store-private.h"

#include "dov-database-private.h"
#include "dov-live.h"

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

static DovStatement *
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

static DovDatabase *
open_seen (DovStore *self)
{
  g_autoptr (DovDatabase) seen = dov_database_open (self->path, DOV_DATABASE_READ_ONLY, NULL);

  if (seen == NULL || !dov_live_create (seen, "main", DOV_LIVE, NULL))
    return NULL;

  return g_steal_pointer (&seen);
}

/**
 * dov_store_get_seen:
 *
 * What pages and showing rules read with SQL of their own they read here. It
 * has the views of what is live (live_family…), and will have no more than who
 * works may see; judging rules ask with dov_store_ask(), which sees all.
 *
 * This connection knows what was committed. While an operation is open it is
 * therefore the store's own that is given, on which the same views stand: who
 * shows something in the middle of a deed must show what it has written. So it
 * is while rules are asked, for a rule judges with whatever it calls.
 *
 * Returns: (transfer none): the connection; not to be kept
 */
DovDatabase *
dov_store_get_seen (DovStore *self)
{
  if (self->operation != NULL || self->n_asking > 0)
    return self->database;
  if (self->seen == NULL)
    self->seen = open_seen (self);

  /* Nobody's sight is cut yet, so the store's own serves as well. */
  return self->seen != NULL ? self->seen : self->database;
}

/**
 * dov_store_see:
 * @sql: one SELECT
 * @format: (nullable): its parameters, as for dov_store_ask()
 *
 * Asks for what is to be shown. A question that fails shows nothing.
 *
 * Returns: (transfer full) (nullable): the answer, for dov_statement_next()
 */
DovStatement *
dov_store_see (DovStore   *self,
               const char *sql,
               const char *format,
               ...)
{
  DovStatement *rows;
  va_list parameters;

  va_start (parameters, format);
  rows = dov_store_ask_on (dov_store_get_seen (self), sql, format, parameters);
  va_end (parameters);

  return rows;
}

/**
 * dov_store_see_number:
 *
 * Returns: the first column of the first row, 0 when there is none
 */
gint64
dov_store_see_number (DovStore   *self,
                      const char *sql,
                      const char *format,
                      ...)
{
  g_autoptr (DovStatement) rows = NULL;
  va_list parameters;

  va_start (parameters, format);
  rows = dov_store_ask_on (dov_store_get_seen (self), sql, format, parameters);
  va_end (parameters);

  return dov_statement_next (rows) ? dov_statement_column_integer (rows, 0) : 0;
}

/**
 * dov_store_see_ids:
 *
 * Returns: (transfer full) (element-type gint64): the first column of all rows
 */
GArray *
dov_store_see_ids (DovStore   *self,
                   const char *sql,
                   const char *format,
                   ...)
{
  g_autoptr (DovStatement) rows = NULL;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  va_list parameters;

  va_start (parameters, format);
  rows = dov_store_ask_on (dov_store_get_seen (self), sql, format, parameters);
  va_end (parameters);
  while (dov_statement_next (rows))
    {
      gint64 id = dov_statement_column_integer (rows, 0);

      g_array_append_val (ids, id);
    }

  return ids;
}

/**
 * dov_store_has_seen:
 *
 * For whoever must not take a question that failed for an empty answer.
 *
 * Returns: whether all that was to be seen could be read; %FALSE with @error
 *   of the first question that failed, which is then told
 */
gboolean
dov_store_has_seen (DovStore  *self,
                    GError   **error)
{
  DovDatabase *seen = dov_store_get_seen (self);

  if (seen->failure == NULL)
    return TRUE;

  g_propagate_error (error, g_error_copy (seen->failure));
  /* That of the store's own connection refuses what would be saved as well. */
  if (seen != self->database)
    dov_database_forget_failure (seen);

  return FALSE;
}
