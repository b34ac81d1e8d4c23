/* dov-run-query.c - the queries of a run: parameters bound, time and rows limited */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-run.h"

#include "dov-calendar.h"

#include <glib/gi18n.h>
#include <string.h>

#define MOST_SECONDS 10
#define MOST_ROWS    200000

static void
bind_date (DovStatement *statement,
           const char   *name,
           const GDate  *date)
{
  int index = dov_statement_find_parameter (statement, name);
  g_autofree char *iso = date ? dov_date_to_iso (date) : NULL;

  if (index > 0)
    dov_statement_bind_text (statement, index, iso);
}

static void
bind_id (DovStatement *statement,
         const char   *name,
         gint64        id)
{
  int index = dov_statement_find_parameter (statement, name);

  if (index > 0 && id != 0)
    dov_statement_bind_integer (statement, index, id);
}

/**
 * dov_run_prepare:
 * @definition: whose SELECT it is, whose privacy the guard holds it to
 * @from: (nullable): and @to: the days, both inclusive
 *
 * Returns: (transfer full): the block's SELECT with its parameters, ready to
 *   be stepped; it has ten seconds from now on
 */
DovStatement *
dov_run_prepare (DovRun                 *self,
                 const DovDefinedBlock  *block,
                 const DovDefinition    *definition,
                 const GDate            *from,
                 const GDate            *to,
                 GError                **error)
{
  g_autoptr (GError) own_error = NULL;
  DovStatement *statement = dov_reader_prepare (self->reader, block->select, definition->privacy, &own_error);

  if (statement == NULL)
    {
      dov_definition_refuse (definition, error, block->select_line, "%s", own_error->message);
      return NULL;
    }

  bind_date (statement, ":from", from);
  bind_date (statement, ":to", to);
  bind_id (statement, ":lounge", self->lounge);
  if (self->definition->asks != NULL)
    {
      g_autofree char *name = g_strconcat (":", self->definition->asks, NULL);

      bind_id (statement, name, self->asked);
    }
  self->n_rows = 0;
  dov_database_set_deadline (dov_reader_get_database (self->reader),
                             g_get_monotonic_time () + MOST_SECONDS * G_USEC_PER_SEC);

  return statement;
}

/**
 * dov_run_select:
 *
 * Returns: (transfer full): the block's SELECT for what is asked
 */
DovStatement *
dov_run_select (DovRun                 *self,
                const DovDefinedBlock  *block,
                GError                **error)
{
  return dov_run_prepare (self, block, self->definition, self->period ? &self->period->from : NULL,
                          self->period ? &self->period->to : NULL, error);
}

/**
 * dov_run_step:
 *
 * Returns: whether there is a row; whether it came to its end without one,
 *   dov_run_ended() tells
 */
gboolean
dov_run_step (DovRun       *self,
              DovStatement *statement)
{
  const DovDefinition *definition = self->definition;
  const char *title = definition->title.text ? definition->title.text : definition->code;
  g_autoptr (GError) error = NULL;

  if (dov_statement_step (statement, &error) && ++self->n_rows <= MOST_ROWS)
    return TRUE;

  if (error == NULL && self->n_rows > MOST_ROWS)
    g_set_error (&self->failure, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_ASKED,
                 _("The document “%s” has more than %d rows. Choose a shorter period."), title, MOST_ROWS);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error (&self->failure, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_ASKED,
                 _("The document “%s” took longer than %d seconds and was stopped. Choose a shorter period."),
                 title, MOST_SECONDS);
  else
    self->failure = g_steal_pointer (&error);

  return FALSE;
}

/**
 * dov_run_ended:
 *
 * No more rows are wanted.
 *
 * Returns: whether there were all that were asked for
 */
gboolean
dov_run_ended (DovRun  *self,
               GError **error)
{
  dov_database_set_deadline (dov_reader_get_database (self->reader), 0);
  if (self->failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->failure));

  return FALSE;
}

/**
 * dov_run_read_words:
 *
 * The columns of the first row become words of this block and all that follow.
 */
gboolean
dov_run_read_words (DovRun                 *self,
                    const DovDefinedBlock  *block,
                    GError                **error)
{
  g_autoptr (DovStatement) statement = NULL;
  gboolean has_row;

  if (block->select == NULL || self->is_blank)
    return TRUE;
  statement = dov_run_select (self, block, error);
  if (statement == NULL)
    return FALSE;

  has_row = dov_run_step (self, statement);
  if (!dov_run_ended (self, error))
    return FALSE;
  for (int i = 0; i < dov_statement_count_columns (statement); i++)
    {
      DovValue value = { .type = DOV_VALUE_NULL };

      if (has_row)
        value = dov_statement_column (statement, i);
      dov_run_set_word (self, dov_statement_column_name (statement, i), &value);
    }

  return TRUE;
}
