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
      dov_definition_set_error (definition, error, block->select_line, "%s", own_error->message);
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
  dov_database_set_deadline (dov_reader_get_database (self->reader),
                             g_get_monotonic_time () + MOST_SECONDS * G_USEC_PER_SEC);

  return statement;
}

/**
 * dov_run_step:
 * @n_rows: (inout): rows so far
 *
 * Returns: whether there is a row; %FALSE with @error unset at the end
 */
gboolean
dov_run_step (DovRun        *self,
              DovStatement  *statement,
              guint         *n_rows,
              GError       **error)
{
  g_autoptr (GError) own_error = NULL;

  if (dov_statement_step (statement, &own_error))
    {
      if (++*n_rows <= MOST_ROWS)
        return TRUE;
      dov_database_set_deadline (dov_reader_get_database (self->reader), 0);
      g_set_error (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_ASKED,
                   _("The document “%s” has more than %d rows. Choose a shorter period."),
                   self->definition->title.text ? self->definition->title.text : self->definition->code, MOST_ROWS);
      return FALSE;
    }

  dov_database_set_deadline (dov_reader_get_database (self->reader), 0);
  if (g_error_matches (own_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_ASKED,
                 _("The document “%s” took longer than %d seconds and was stopped. Choose a shorter period."),
                 self->definition->title.text ? self->definition->title.text : self->definition->code, MOST_SECONDS);
  else if (own_error != NULL)
    g_propagate_error (error, g_steal_pointer (&own_error));

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
  g_autoptr (GError) own_error = NULL;
  guint n_rows = 0;
  gboolean has_row;

  if (block->select == NULL || self->is_blank)
    return TRUE;
  statement = dov_run_prepare (self, block, self->definition, self->period ? &self->period->from : NULL,
                               self->period ? &self->period->to : NULL, error);
  if (statement == NULL)
    return FALSE;

  has_row = dov_run_step (self, statement, &n_rows, &own_error);
  dov_database_set_deadline (dov_reader_get_database (self->reader), 0);
  if (own_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return FALSE;
    }
  for (int i = 0; i < dov_statement_count_columns (statement); i++)
    {
      DovValue value = { .type = DOV_VALUE_NULL };

      if (has_row)
        value = dov_statement_column (statement, i);
      dov_run_set_word (self, dov_statement_column_name (statement, i), &value);
    }

  return TRUE;
}
