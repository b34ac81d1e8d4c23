/* dov-run-words.c - the words of a run: what always is there, what its SELECTs gave, texts made of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-run.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "dov-definition-check.h"
#include "dov-number.h"

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
 * dov_run_get_title:
 *
 * Returns: what the document is called when something is said about it
 */
const char *
dov_run_get_title (DovRun *self)
{
  return self->definition->title.text != NULL ? self->definition->title.text : self->definition->code;
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
  GDate today = dov_today ();
  g_autoptr (GError) own_error = NULL;
  DovStatement *statement = dov_reader_prepare (self->reader, block->select, definition->privacy, &own_error);

  if (statement == NULL)
    {
      dov_definition_refuse (definition, error, block->select_line, "%s", own_error->message);
      return NULL;
    }

  bind_date (statement, ":from", from);
  bind_date (statement, ":to", to);
  bind_date (statement, ":now", to != NULL && g_date_compare (to, &today) > 0 ? &today : to);
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
  g_autoptr (GError) error = NULL;

  if (dov_statement_step (statement, &error) && ++self->n_rows <= MOST_ROWS)
    return TRUE;

  if (error == NULL && self->n_rows > MOST_ROWS)
    g_set_error (&self->failure, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_ASKED,
                 _("The document “%s” has more than %d rows. Choose a shorter period."),
                 dov_run_get_title (self), MOST_ROWS);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error (&self->failure, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_ASKED,
                 _("The document “%s” took longer than %d seconds and was stopped. Choose a shorter period."),
                 dov_run_get_title (self), MOST_SECONDS);
  else if (error != NULL)
    g_set_error (&self->failure, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_ASKED, _("The document “%s”: %s"),
                 dov_run_get_title (self), error->message);

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

  if (block->select == NULL || (self->is_blank && !block->is_fixed))
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

/* How many columns an empty form has for the pen. */
#define BLANK_COLUMNS 12

/* The columns of the block: one names the table, one the new column, one fills the cell. */
typedef struct
{
  const DovDefinedBlock *block;
  guint                  by;
  guint                  across;
  guint                  cell;
} Spread;

static guint
find_column (const DovDefinedBlock *block,
             const char            *name)
{
  for (guint i = 0; i < block->columns->len; i++)
    if (g_strcmp0 (((DovColumn *) g_ptr_array_index (block->columns, i))->name, name) == 0)
      return i;

  return 0;
}

static const char *
text_of (const DovRow *row,
         guint         column)
{
  return row->cells[column].text != NULL ? row->cells[column].text : "";
}

/* The different words that a column has in the rows of one table, in their order. */
static GPtrArray *
list_words (const DovTable *table,
            const Spread   *spread,
            const char     *by,
            guint           column)
{
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; i < table->rows->len; i++)
    {
      const DovRow *row = g_ptr_array_index (table->rows, i);

      if (row->role == DOV_ROW_BODY && (by == NULL || g_str_equal (text_of (row, spread->by), by)) &&
          !g_ptr_array_find_with_equal_func (words, text_of (row, column), g_str_equal, NULL))
        g_ptr_array_add (words, (gpointer) text_of (row, column));
    }

  return words;
}

static void
add_day (DovTable        *table,
         const DovColumn *cell,
         const char      *group,
         const char      *heading)
{
  DovColumn *column = dov_column_copy (cell);

  g_free (column->group);
  column->group = g_strdup (group);
  g_free (column->heading);
  column->heading = g_strdup (heading);
  g_ptr_array_add (table->columns, column);
}

/* The columns of one table; @places says where those of the block have gone. */
static void
add_columns (DovTable     *table,
             const Spread *spread,
             const char   *group,
             GPtrArray    *days,
             guint        *places)
{
  for (guint i = 0; i < spread->block->columns->len; i++)
    {
      const DovColumn *column = g_ptr_array_index (spread->block->columns, i);

      places[i] = table->columns->len;
      if (i == spread->cell)
        for (guint n = 0; n < days->len; n++)
          add_day (table, column, group, g_ptr_array_index (days, n));
      else if (i != spread->by && i != spread->across)
        g_ptr_array_add (table->columns, dov_column_copy (column));
    }
}

static void
take_row (DovTable     *table,
          const Spread *spread,
          const DovRow *row,
          GPtrArray    *days,
          const guint  *places,
          GHashTable   *known)
{
  DovRow *line = g_hash_table_lookup (known, &row->id);
  guint day = 0;

  if (line == NULL)
    {
      line = dov_result_table_add_row (table, DOV_ROW_BODY);
      line->id = row->id;
      g_hash_table_insert (known, g_memdup2 (&row->id, sizeof row->id), line);
      for (guint i = 0; i < spread->block->columns->len; i++)
        if (i != spread->by && i != spread->across && i != spread->cell)
          dov_cell_copy (&line->cells[places[i]], &row->cells[i]);
    }
  if (g_ptr_array_find_with_equal_func (days, text_of (row, spread->across), g_str_equal, &day))
    dov_cell_copy (&line->cells[places[spread->cell] + day], &row->cells[spread->cell]);
}

static DovTable *
add_table (DovRun         *run,
           const DovTable *whole,
           const char     *title)
{
  DovBlock *block = dov_block_new (DOV_BLOCK_TABLE, NULL);
  DovTable *table = block->table = dov_result_table_new ();

  table->opens = whole->opens;
  table->title = g_strdup (title);
  table->has_numbers = whole->has_numbers;
  table->height = whole->height;
  table->empty = g_strdup (whole->empty);
  g_ptr_array_add (dov_result_get_blocks (run->result), block);

  return table;
}

static void
add_blank (DovRun         *run,
           const DovTable *whole,
           const Spread   *spread)
{
  DovTable *table = add_table (run, whole, whole->title);
  g_autoptr (GPtrArray) days = g_ptr_array_new ();
  g_autofree guint *places = g_new0 (guint, spread->block->columns->len);

  for (guint i = 0; i < BLANK_COLUMNS; i++)
    g_ptr_array_add (days, (gpointer) " ");
  add_columns (table, spread, "____________________ 20____ г.", days, places);
  dov_result_table_add_row (table, DOV_ROW_BLANK);
  table->fills = whole->fills;
}

/**
 * dov_run_spread:
 *
 * Takes the last table of the result apart: in its place stands a table for
 * each word of the first column that the block names after “across”, with a
 * column for each word of the second, and the third in its cells. Rows are
 * told from each other by what they open.
 */
void
dov_run_spread (DovRun                *self,
                const DovDefinedBlock *block)
{
  GPtrArray *blocks = dov_result_get_blocks (self->result);
  DovBlock *done = g_ptr_array_steal_index (blocks, blocks->len - 1);
  const DovTable *whole = done->table;
  Spread spread = { block, find_column (block, block->spread[0]), find_column (block, block->spread[1]),
                    find_column (block, block->spread[2]) };
  g_autoptr (GPtrArray) tables = list_words (whole, &spread, NULL, spread.by);
  g_autofree guint *places = g_new0 (guint, block->columns->len);

  for (guint i = 0; i < tables->len; i++)
    {
      const char *by = g_ptr_array_index (tables, i);
      DovTable *table = add_table (self, whole, i == 0 ? whole->title : by);
      g_autoptr (GPtrArray) days = list_words (whole, &spread, by, spread.across);
      g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

      add_columns (table, &spread, by, days, places);
      for (guint n = 0; n < whole->rows->len; n++)
        if (g_str_equal (text_of (g_ptr_array_index (whole->rows, n), spread.by), by))
          take_row (table, &spread, g_ptr_array_index (whole->rows, n), days, places, known);
    }
  if (tables->len > 0)
    ((DovBlock *) g_ptr_array_index (blocks, blocks->len - tables->len))->table->source = g_steal_pointer (&done->table);
  if (tables->len == 0 && self->is_blank)
    add_blank (self, whole, &spread);
  else if (tables->len == 0)
    {
      DovTable *table = add_table (self, whole, whole->title);
      g_autoptr (GPtrArray) days = g_ptr_array_new ();

      add_columns (table, &spread, NULL, days, places);
    }
  dov_block_free (done);
}

static void
free_value (gpointer value)
{
  dov_value_clear (value);
  g_free (value);
}

GHashTable *
dov_run_new_words (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_value);
}

void
dov_run_set_word (DovRun         *self,
                  const char     *name,
                  const DovValue *value)
{
  DovValue *copy = g_memdup2 (value, sizeof *value);

  copy->owned = g_strdup (value->text);
  copy->text = copy->owned;
  g_hash_table_insert (self->words, g_strdup (name), copy);
}

static void
dov_run_set_text (DovRun     *self,
                  const char *name,
                  const char *text)
{
  DovValue value = { .type = text && *text ? DOV_VALUE_TEXT : DOV_VALUE_NULL, .text = text };

  dov_run_set_word (self, name, &value);
}

/* Cells. */

/* A value that stands as text where it was not said what it is. */
static char *
write_value (const DovValue *value)
{
  if (value->type == DOV_VALUE_INTEGER)
    return dov_number_to_shown (value->integer);
  if (value->type == DOV_VALUE_REAL)
    return dov_quantity_to_shown (llround (value->real * 1000));

  return g_strdup (value->type == DOV_VALUE_TEXT ? value->text : "");
}

/**
 * dov_run_take_value:
 *
 * Fills an empty cell with a value of the given kind.
 */
void
dov_run_take_value (DovCell        *cell,
                    DovColumnKind   kind,
                    const DovValue *value)
{
  *cell = (DovCell) { .kind = kind, .is_empty = TRUE };
  if (value->type == DOV_VALUE_NULL || (value->type == DOV_VALUE_TEXT && *value->text == '\0'))
    return;

  if (kind == DOV_COLUMN_TEXT || kind == DOV_COLUMN_DATE || kind == DOV_COLUMN_TIME || kind == DOV_COLUMN_MOMENT)
    {
      g_autofree char *text = write_value (value);

      dov_cell_set_text (cell, kind, text);
    }
  else if (kind != DOV_COLUMN_HAND && value->type == DOV_VALUE_INTEGER)
    dov_cell_set_integer (cell, kind, value->integer);
  else if (kind != DOV_COLUMN_HAND)
    dov_cell_set_real (cell, kind, value->type == DOV_VALUE_REAL ? value->real : g_ascii_strtod (value->text, NULL));
}

/**
 * dov_run_knows:
 *
 * Returns: whether a word says anything here
 */
gboolean
dov_run_knows (DovRun     *self,
               const char *word)
{
  const DovValue *value = g_hash_table_lookup (self->words, word);

  if (value == NULL || value->type == DOV_VALUE_NULL)
    return FALSE;

  return value->type == DOV_VALUE_TEXT ? *value->text != '\0' : value->type != DOV_VALUE_INTEGER || value->integer != 0;
}

/* Texts. */

typedef struct
{
  DovRun  *run;
  GString *text;
  guint    n_words;
  guint    n_known;
  gboolean has_plain;
} Expansion;

static void
look_up (DovRun     *self,
         const char *word,
         const char *kind,
         DovCell    *cell)
{
  static const DovValue nothing = { .type = DOV_VALUE_NULL };
  const DovValue *value = g_hash_table_lookup (self->words, word);
  DovColumnKind found = DOV_COLUMN_TEXT;

  if (kind != NULL)
    dov_column_kind_find (kind, &found);
  dov_run_take_value (cell, found, value ? value : &nothing);
}

/* As much room as a hand needs for it. */
static const char *
find_place_for_pen (DovColumnKind kind)
{
  static const char *const places[] = {
    [DOV_COLUMN_DATE] = "«____» ______________ 20____ г.", [DOV_COLUMN_TIME] = "____:____",
    [DOV_COLUMN_MOMENT] = "«____» ______________ 20____ г., ____:____",
    [DOV_COLUMN_TEXT] = "________________________", [DOV_COLUMN_HAND] = "________________________",
  };

  return places[kind] != NULL ? places[kind] : "__________";
}

/* What follows a sentence or a place for the pen without a space, as «руб.{unpriced}» does, only adds to it. */
static gboolean
is_addition (const GString *before)
{
  return before->len > 0 && strchr ("._", before->str[before->len - 1]) != NULL;
}

static gboolean
append_piece (const char *word,
              const char *piece,
              gpointer    user_data)
{
  Expansion *expansion = user_data;
  DovCell cell = { 0 };
  g_autofree char *shown = NULL;

  if (word == NULL)
    {
      g_string_append (expansion->text, piece);
      expansion->has_plain = TRUE;
      return TRUE;
    }
  look_up (expansion->run, word, piece, &cell);
  expansion->n_words++;
  expansion->n_known += !cell.is_empty;
  if (cell.is_empty && expansion->run->is_blank)
    shown = g_strdup (is_addition (expansion->text) ? "" : find_place_for_pen (cell.kind));
  else
    shown = dov_cell_dup_shown (&cell);
  g_string_append (expansion->text, shown);
  dov_cell_clear (&cell);

  return TRUE;
}

/**
 * dov_run_expand:
 * @text: (nullable): with words in braces
 *
 * Returns: (transfer full): the text with their values; empty when none of
 *   its words has any. In a blank form an unknown word is a place for a pen,
 *   unless it only adds to what stands before it.
 */
char *
dov_run_expand (DovRun     *self,
                const char *text)
{
  g_autoptr (GString) expanded = g_string_new (NULL);
  Expansion expansion = { .run = self, .text = expanded };

  if (text == NULL)
    return g_strdup ("");
  dov_words_scan (text, append_piece, &expansion);
  if (expansion.n_words > 0 && expansion.n_known == 0 && (!self->is_blank || !expansion.has_plain))
    return g_strdup ("");

  return g_strdup (expanded->str);
}

/**
 * dov_run_expand_cell:
 *
 * Like dov_run_expand(), but what is exactly one {word:kind} stays a number
 * or a date. A text of nothing is a place for a pen.
 */
void
dov_run_expand_cell (DovRun     *self,
                     const char *text,
                     DovCell    *cell)
{
  gsize length = strlen (text);
  g_autofree char *expanded = NULL;

  *cell = (DovCell) { .kind = DOV_COLUMN_HAND, .is_empty = TRUE };
  if (length == 0)
    return;
  if (text[0] == '{' && strchr (text, '}') == text + length - 1)
    {
      g_autofree char *word = g_strndup (text + 1, length - 2);
      char *kind = strchr (word, ':');

      if (kind != NULL)
        *kind++ = '\0';
      look_up (self, word, kind, cell);
      if (cell->is_empty && self->is_blank)
        cell->kind = DOV_COLUMN_HAND;
      return;
    }

  expanded = dov_run_expand (self, text);
  dov_cell_set_text (cell, DOV_COLUMN_TEXT, expanded);
}

/* What is always there. */

/**
 * dov_run_name_period:
 *
 * Returns: (transfer full): the period as it follows «за» or «Итого за»
 */
char *
dov_run_name_period (const DovPeriod *period)
{
  g_autofree char *plain = dov_period_to_plain (period);

  if (period->kind == DOV_PERIOD_DATES || period->kind == DOV_PERIOD_PROJECT)
    return g_strconcat ("период ", plain, NULL);

  return g_steal_pointer (&plain);
}

static void
set_period_words (DovRun *self)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *words = NULL;
  DovValue year = { .type = DOV_VALUE_TEXT };
  g_autofree char *number = NULL;

  if (self->period == NULL)
    return;
  from = dov_date_to_iso (&self->period->from);
  to = dov_date_to_iso (&self->period->to);
  words = dov_run_name_period (self->period);
  year.text = number = g_strdup_printf ("%d", g_date_get_year (&self->period->to));
  dov_run_set_text (self, "from", from);
  dov_run_set_text (self, "to", to);
  dov_run_set_text (self, "period", words);
  dov_run_set_word (self, "year", &year);
}

static gboolean
is_approved (const DovDefinition *definition)
{
  for (guint i = 0; i < definition->blocks->len; i++)
    if (((DovDefinedBlock *) g_ptr_array_index (definition->blocks, i))->kind == DOV_BLOCK_APPROVE)
      return TRUE;

  return FALSE;
}

/* Sets words from the first row of a query, which may ask for :lounge, and for :signs: whether a head who does not
 * approve the paper may sign it. A name the row has empty keeps what it was. */
static void
set_from_row (DovRun            *self,
              const char        *sql,
              const char *const *names)
{
  g_autoptr (DovStatement) statement = dov_database_prepare (dov_reader_get_database (self->reader), sql, NULL);

  g_return_if_fail (statement != NULL);

  bind_id (statement, ":lounge", self->lounge);
  bind_id (statement, ":signs", !is_approved (self->definition));
  if (!dov_statement_step (statement, NULL))
    return;
  for (int i = 0; names[i] != NULL; i++)
    {
      DovValue value = dov_statement_column (statement, i);

      if (value.type != DOV_VALUE_NULL)
        dov_run_set_word (self, names[i], &value);
    }
}

/* A lounge is headed by its host institution; until that has a head of its own, the one of the settings stands for
 * the host of the settings' lounge, and for no other. */
#define OF_LOUNGE \
  "WITH own AS (SELECT s.*, coalesce(s.lounge_id, (SELECT iif(count(*) = 1, min(id), NULL) FROM lounge)) AS own_id" \
  "               FROM settings s ORDER BY s.id LIMIT 1)" \
  "SELECT l.name, l.address, coalesce(o.full_name, o.short_name, iif(l.id = s.own_id, s.operator_name, NULL))," \
  "       staff_post(l.manager_id), staff_sign(l.manager_id)," \
  "       iif(coalesce(o.head_position, o.head_name) IS NULL, s.head_position, o.head_position)," \
  "       iif(coalesce(o.head_position, o.head_name) IS NULL, s.head_name, o.head_name)" \
  "  FROM lounge l" \
  "  LEFT JOIN organisation o ON o.id = l.host_institution_id" \
  "  LEFT JOIN own s ON l.id = s.own_id OR l.host_institution_id = (SELECT host_institution_id FROM lounge" \
  "                                                                  WHERE id = s.own_id)" \
  " WHERE l.id = :lounge"

/* The district is its coordinator's; in the file of one club, or of no lounge in particular, it is whoever keeps it. */
#define OF_DISTRICT \
  "WITH keeper AS (SELECT s.* FROM settings s" \
  "                 WHERE s.lounge_id IS NULL OR (SELECT count(*) FROM lounge) = 1 ORDER BY s.id LIMIT 1)," \
  "chief AS (SELECT * FROM staff WHERE role = 'coordinator' AND until IS NULL ORDER BY id LIMIT 1)" \
  "SELECT coalesce(o.full_name, o.short_name, k.operator_name)," \
  "       iif(coalesce(o.head_position, o.head_name) IS NULL, k.head_position, o.head_position)," \
  "       iif(coalesce(o.head_position, o.head_name) IS NULL, k.head_name, o.head_name)," \
  "       staff_post(c.id), staff_sign(c.id)," \
  "       iif(c.id IS NULL AND :signs, k.head_position, staff_post(c.id))," \
  "       iif(c.id IS NULL AND :signs, k.head_name, staff_sign(c.id))" \
  "  FROM (SELECT 1) LEFT JOIN chief c ON 1 LEFT JOIN keeper k ON 1 LEFT JOIN organisation o ON o.id = c.organisation_id"

/**
 * dov_run_set_always:
 *
 * Sets the words that need no SELECT. A paper of all lounges is the
 * district's: it has no address, and the district's coordinator signs it, or
 * else the head, unless the head approves it. A paper of a patrol whose
 * village has no lounge is nobody's: it has lines to write on.
 */
void
dov_run_set_always (DovRun *self)
{
  static const char *const lounge_words[] = { "lounge", "address", "institution", "manager_post", "manager_name",
                                              "head_post", "head_name", NULL };
  static const char *const district_words[] = { "institution", "head_post", "head_name", "coordinator_post",
                                                "coordinator_name", "manager_post", "manager_name", NULL };
  static const char *const settings_words[] = { "district", NULL };

  set_period_words (self);
  dov_run_set_text (self, "user", self->user);
  set_from_row (self, "SELECT district_name || coalesce(' ' || label('settings.district_kind', district_kind), '')"
                      "  FROM settings ORDER BY id LIMIT 1", settings_words);

  if (self->lounge != 0)
    set_from_row (self, OF_LOUNGE, lounge_words);
  else if (self->village == 0 && !self->is_blank)
    {
      dov_run_set_text (self, "lounge", "все площадки района");
      set_from_row (self, OF_DISTRICT, district_words);
    }
}
