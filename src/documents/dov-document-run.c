/* dov-document-run.c - a definition, a period and a lounge give a result */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-author.h"
#include "dov-document-private.h"
#include "dov-run.h"

#include "dov-calendar.h"
#include "dov-registry.h"

#include <glib/gi18n.h>
#include <string.h>

/* Blocks. */

typedef struct
{
  DovRun *run;
  guint   n_words;
  guint   n_given;
} Given;

static gboolean
count_word (const char *word,
            const char *piece,
            gpointer    user_data)
{
  Given *given = user_data;

  given->n_words += word != NULL;
  given->n_given += word != NULL && g_hash_table_contains (given->run->words, word);

  return TRUE;
}

/* A paper of all lounges has no line for what only one lounge has. */
static gboolean
is_of_one_lounge (DovRun        *run,
                  const DovItem *item)
{
  Given given = { .run = run };

  if (run->lounge != 0 || run->is_blank || item->n_cells < 2)
    return FALSE;
  dov_words_scan (item->cells[1], count_word, &given);

  return given.n_words > 0 && given.n_given == 0;
}

static void
add_fields (DovRun                *run,
            const DovDefinedBlock *block)
{
  g_autofree char *title = dov_run_expand (run, block->title.text);
  DovBlock *done = dov_block_new (DOV_BLOCK_FIELDS, *title ? title : NULL);

  done->is_double = block->is_double;
  for (guint i = 0; i < block->items->len; i++)
    {
      const DovItem *item = g_ptr_array_index (block->items, i);
      g_autofree char *label = dov_run_expand (run, item->cells[0]);
      DovLine *line;

      if (is_of_one_lounge (run, item))
        continue;
      line = dov_block_add_line (done, label, NULL, NULL);
      dov_cell_clear (&line->value);
      dov_run_expand_cell (run, item->n_cells > 1 ? item->cells[1] : "", &line->value);
    }
  g_ptr_array_add (dov_result_get_blocks (run->result), done);
}

static void
add_prose (DovRun                *run,
           const DovDefinedBlock *block)
{
  g_autofree char *title = dov_run_expand (run, block->title.text);
  DovBlock *done = dov_block_new (block->kind, *title ? title : NULL);

  for (guint i = 0; i < block->items->len; i++)
    {
      const DovItem *item = g_ptr_array_index (block->items, i);
      g_autofree char *text = dov_run_expand (run, item->cells[0]);

      if (*text != '\0')
        dov_block_add_line (done, text, NULL, NULL);
    }
  g_ptr_array_add (dov_result_get_blocks (run->result), done);
}

static void
add_names (DovRun                *run,
           const DovDefinedBlock *block)
{
  g_autofree char *title = block->title.text != NULL ? dov_run_expand (run, block->title.text) : NULL;
  DovBlock *done = dov_block_new (block->kind, title);
  gboolean is_approve = block->kind == DOV_BLOCK_APPROVE;

  for (guint i = 0; i < block->items->len; i++)
    {
      const DovItem *item = g_ptr_array_index (block->items, i);
      g_autofree char *first = dov_run_expand (run, item->cells[0]);
      g_autofree char *second = dov_run_expand (run, item->n_cells > 1 ? item->cells[1] : "");
      g_autofree char *third = dov_run_expand (run, item->n_cells > 2 ? item->cells[2] : "");

      if (is_approve)
        dov_block_add_line (done, first, NULL, second);
      else
        dov_block_add_line (done, first, second, third);
    }
  g_ptr_array_add (dov_result_get_blocks (run->result), done);
}

/* A signature a row of the SELECT. */
static gboolean
add_selected_signatures (DovRun                 *run,
                         const DovDefinedBlock  *block,
                         GError                **error)
{
  DovBlock *done = dov_block_new (DOV_BLOCK_SIGN, NULL);
  g_autoptr (DovStatement) statement = NULL;
  g_autoptr (GError) own_error = NULL;
  int columns[3] = { -1, -1, -1 };
  const char *const names[] = { "what", "post", "name" };
  guint n_rows = 0;

  g_ptr_array_add (dov_result_get_blocks (run->result), done);
  if (run->is_blank)
    return TRUE;
  statement = dov_run_prepare (run, block, run->definition, run->period ? &run->period->from : NULL,
                               run->period ? &run->period->to : NULL, error);
  if (statement == NULL)
    return FALSE;

  for (int i = 0; i < dov_statement_count_columns (statement); i++)
    for (guint j = 0; j < G_N_ELEMENTS (names); j++)
      if (g_str_equal (dov_statement_column_name (statement, i), names[j]))
        columns[j] = i;
  while (dov_run_step (run, statement, &n_rows, &own_error))
    dov_block_add_line (done, dov_statement_column_text (statement, columns[0]),
                        dov_statement_column_text (statement, columns[1]),
                        dov_statement_column_text (statement, columns[2]));
  if (own_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&own_error));

  return FALSE;
}

static gboolean
run_block (DovRun                 *run,
           const DovDefinedBlock  *block,
           GError                **error)
{
  switch (block->kind)
    {
    case DOV_BLOCK_TABLE:
      return dov_run_table (run, block, error);

    case DOV_BLOCK_PIVOT:
      return dov_run_pivot (run, block, error);

    case DOV_BLOCK_FIELDS:
      if (!dov_run_read_words (run, block, error))
        return FALSE;
      add_fields (run, block);
      return TRUE;

    case DOV_BLOCK_TEXT:
    case DOV_BLOCK_NOTE:
      if (!dov_run_read_words (run, block, error))
        return FALSE;
      add_prose (run, block);
      return TRUE;

    case DOV_BLOCK_SIGN:
      if (block->select != NULL && block->items->len == 0)
        return add_selected_signatures (run, block, error);
      G_GNUC_FALLTHROUGH;

    case DOV_BLOCK_APPROVE:
      if (!dov_run_read_words (run, block, error))
        return FALSE;
      add_names (run, block);
      return TRUE;

    case DOV_BLOCK_MEASURE:
    default:
      return TRUE;
    }
}

/* What is asked. */

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_ASKED, message);

  return FALSE;
}

static gboolean
has_row (DovReader  *reader,
         const char *table,
         gint64      id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE id = ?1", table);
  g_autofree char *found = dov_reader_read_text (reader, sql, id);

  return *found != '\0';
}

static gboolean
check_asked (DovRun  *run,
             GError **error)
{
  const DovDefinition *definition = run->definition;

  if (definition->periods != 0 && run->period == NULL)
    return refuse (error, _("Choose the period of the document."));
  if (run->period != NULL && definition->periods != 0 && run->period->kind != DOV_PERIOD_DATES
      && (run->period->kind & definition->periods) == 0)
    return refuse (error, _("The document is not made for such a period. Choose another one."));
  if (run->lounge != 0 && !has_row (run->reader, "lounge", run->lounge))
    return refuse (error, _("There is no such lounge."));
  if (definition->asks != NULL && run->asked == 0)
    {
      g_autofree char *message = g_strdup_printf (_("Choose what the document is about: %s."), definition->asks_label);

      return refuse (error, message);
    }
  if (definition->asks != NULL && !has_row (run->reader, definition->asks, run->asked))
    return refuse (error, _("There is no such record, or it lies in the bin."));

  return TRUE;
}

static gboolean
has_field (const char *table,
           const char *name)
{
  GType type = dov_registry_find (table);

  return type != G_TYPE_INVALID && dov_record_class_find_field (dov_registry_class (type), name) != NULL;
}

static char *
read_asked (DovRun     *run,
            const char *field)
{
  g_autofree char *sql = NULL;

  if (run->definition->asks == NULL || !has_field (run->definition->asks, field))
    return g_strdup ("");
  sql = g_strdup_printf ("SELECT %s FROM \"%s\" WHERE id = ?1", field, run->definition->asks);

  return dov_reader_read_text (run->reader, sql, run->asked);
}

/* The paper of a record is the paper of its lounge. */
static void
find_lounge (DovRun *run)
{
  g_autofree char *lounge = NULL;

  if (run->lounge != 0)
    return;
  if (run->is_blank)
    lounge = dov_reader_read_text (run->reader, "SELECT lounge_id FROM settings WHERE ?1 = ?1 ORDER BY id LIMIT 1", 0);
  else
    lounge = read_asked (run, "lounge_id");
  run->lounge = g_ascii_strtoll (lounge, NULL, 10);
}

/* The head of the paper. */

static char *
name_period (DovRun *run)
{
  const DovPeriod *period = run->period;
  g_autofree char *words = NULL;
  g_autofree char *day = NULL;

  if (run->is_blank && run->definition->periods != 0)
    return g_strdup ("за ____________________ 20____ года");
  if (period == NULL)
    return NULL;
  if (period->kind == DOV_PERIOD_DAY)
    {
      day = dov_date_to_shown (&period->to);
      return g_strconcat ("по состоянию на ", day, NULL);
    }
  words = dov_run_name_period (period);

  return g_strconcat ("за ", words, NULL);
}

static char *
name_file_period (DovRun *run)
{
  g_autofree char *moment = NULL;

  if (run->is_blank)
    return g_strdup ("бланк");
  if (run->period != NULL)
    return dov_period_to_file_part (run->period);
  if (run->definition->asks == NULL)
    return NULL;

  moment = read_asked (run, "starts_at");
  if (*moment == '\0')
    {
      GDate today = dov_today ();

      return dov_date_to_iso (&today);
    }

  return g_strndup (moment, 10);
}

static char *
name_place (DovRun *run)
{
  if (run->is_blank)
    return NULL;
  if (run->lounge == 0)
    return g_strdup ("район");

  return dov_reader_read_text (run->reader,
                               "SELECT s.name FROM lounge l JOIN settlement s ON s.id = l.settlement_id WHERE l.id = ?1",
                               run->lounge);
}

static void
set_paper (DovRun     *run,
           const char *phone)
{
  DovPaper *paper = dov_result_get_paper (run->result);
  const DovDefinition *definition = run->definition;
  g_autofree char *place = name_place (run);
  g_autofree char *file_period = name_file_period (run);
  g_autofree char *file = dov_run_expand (run, definition->file.text);

  paper->code = g_strdup (definition->code);
  paper->title = dov_run_expand (run, definition->title.text);
  if (*file == '\0')
    {
      g_free (file);
      file = g_strdup (paper->title);
    }
  paper->sheet = dov_sheet_name_make (file);
  paper->file_name = dov_file_name_make (file, place, file_period);
  paper->institution = dov_run_expand (run, "{institution}");
  paper->lounge = dov_run_expand (run, "{lounge}");
  paper->filter = dov_run_expand (run, definition->filter.text);
  paper->made_by = g_strdup (run->user);
  paper->made_at = dov_clock_dup_now ();
  paper->footer = dov_author_dup_footer (run->user, phone, paper->made_at);
  /* A title that tells the period itself, «План работы на март 2027 года», needs no line of it. */
  paper->period = strstr (definition->title.text, "{period}") == NULL ? name_period (run) : NULL;
  paper->has_period = run->period != NULL;
  if (run->period != NULL)
    {
      paper->from = run->period->from;
      paper->to = run->period->to;
    }
  paper->is_landscape = definition->is_landscape;
  paper->is_archived = definition->is_archived;
  paper->is_blank = run->is_blank;
  paper->is_personal = definition->privacy != DOV_PRIVACY_NONE;
}

static gboolean
run_blocks (DovRun  *run,
            GError **error)
{
  for (guint i = 0; i < run->definition->blocks->len; i++)
    if (!run_block (run, g_ptr_array_index (run->definition->blocks, i), error))
      return FALSE;

  return TRUE;
}

static DovResult *
run_document (DovDocument  *self,
              DovRun       *run,
              const char   *path,
              GError      **error)
{
  g_autoptr (DovReader) reader = NULL;
  g_autoptr (GHashTable) words = dov_run_new_words ();
  g_autoptr (DovResult) result = dov_result_new ();
  g_autofree char *maker = NULL;
  g_autofree char *phone = NULL;
  gboolean succeeded;

  if (self->trouble != NULL)
    {
      g_set_error_literal (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_DEFINITION, self->trouble);
      return NULL;
    }
  reader = dov_reader_new (path, error);
  if (reader == NULL)
    return NULL;

  run->definition = self->definition;
  run->measures = self->measures;
  run->reader = reader;
  run->result = result;
  run->words = words;

  /* One transaction: all figures of a paper are of one moment. */
  if (!dov_database_begin (dov_reader_get_database (reader), error))
    return NULL;
  succeeded = run->is_blank || check_asked (run, error);
  if (succeeded)
    {
      run->user = maker = dov_author_find (reader, run->user, &phone);
      find_lounge (run);
      dov_run_set_always (run);
      set_paper (run, phone);
      succeeded = run_blocks (run, error);
    }
  dov_database_roll_back (dov_reader_get_database (reader));

  return succeeded ? g_steal_pointer (&result) : NULL;
}

/**
 * dov_document_run:
 * @store: only its path and its user are used, so that the run may be in
 *   another thread
 * @period: (nullable): of a kind that dov_document_get_periods() offers, or
 *   any dates
 * @lounge: 0 for all
 * @asked: the record that dov_document_get_asked() asks for, or 0
 *
 * Returns: (transfer full): what the definition gives for them
 */
DovResult *
dov_document_run (DovDocument      *self,
                  DovStore         *store,
                  const DovPeriod  *period,
                  gint64            lounge,
                  gint64            asked,
                  GError          **error)
{
  DovRun run = {
    .period = self->definition && self->definition->periods ? period : NULL,
    .lounge = lounge, .asked = asked, .user = dov_store_get_user (store),
  };

  g_return_val_if_fail (DOV_IS_DOCUMENT (self), NULL);

  if (run.user == NULL)
    run.user = "";

  return run_document (self, &run, dov_store_get_path (store), error);
}

/**
 * dov_document_run_blank:
 *
 * Returns: (transfer full): an empty form for handwriting, with no query and
 *   a page of blank rows
 */
DovResult *
dov_document_run_blank (DovDocument  *self,
                        DovStore     *store,
                        GError      **error)
{
  DovRun run = { .is_blank = TRUE, .user = "" };

  g_return_val_if_fail (DOV_IS_DOCUMENT (self), NULL);

  return run_document (self, &run, dov_store_get_path (store), error);
}
