/* dov-definition-check.c - a definition held against the database: every mistake found before it is needed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-definition-check.h"

#include <glib/gi18n.h>
#include <string.h>

const char *const dov_always_words[] = {
  "institution", "lounge", "address", "district", "period", "from", "to", "year", "manager_post", "manager_name",
  "head_post", "head_name", "coordinator_post", "coordinator_name", "user", NULL,
};

typedef struct
{
  const DovDefinition *definition;
  const DovDefinition *measures;
  DovReader           *reader;
  GHashTable          *words;     /* known so far */
  const char          *unknown;   /* the word that stopped a scan */
} Check;

/* Where in a SELECT something stands. */

static int
find_line (const DovDefinedBlock *block,
           gsize                  offset)
{
  int line = block->select_line;

  for (gsize i = 0; i < offset && block->select[i] != '\0'; i++)
    line += block->select[i] == '\n';

  return line;
}

static gboolean
is_word_char (char c)
{
  return g_ascii_isalnum (c) || c == '_';
}

static int
find_line_of_name (const DovDefinedBlock *block,
                   const char            *name)
{
  gsize length = strlen (name);

  for (const char *at = strstr (block->select, name); at != NULL; at = strstr (at + 1, name))
    if ((at == block->select || !is_word_char (at[-1])) && !is_word_char (at[length]))
      return find_line (block, (gsize) (at - block->select));

  return block->select_line;
}

/* SQLite knows the byte of most mistakes; of others it tells the name. */
static int
find_line_of_message (const DovDefinedBlock *block,
                      const char            *message,
                      int                    offset)
{
  const char *name = strrchr (message, ' ');
  const char *dot = name ? strrchr (name, '.') : NULL;

  if (offset >= 0)
    return find_line (block, (gsize) offset);

  return name ? find_line_of_name (block, dot ? dot + 1 : name + 1) : block->select_line;
}

/* The next parameter from @at on, outside texts, names and comments. */
static char *
find_parameter (const char  *at,
                const char **place,
                const char **rest)
{
  while (*at != '\0')
    {
      const char *end;

      if (*at == '\'' || *at == '"' || *at == '`')
        {
          end = strchr (at + 1, *at);
          at = end ? end + 1 : at + strlen (at);
        }
      else if (g_str_has_prefix (at, "--"))
        at += strcspn (at, "\n");
      else if (g_str_has_prefix (at, "/*"))
        {
          end = strstr (at + 2, "*/");
          at = end ? end + 2 : at + strlen (at);
        }
      else if (*at == ':' || *at == '?' || *at == '@' || *at == '$')
        {
          *place = at;
          for (end = at + 1; is_word_char (*end); end++)
            continue;
          *rest = end;
          return g_strndup (at, (gsize) (end - at));
        }
      else
        at++;
    }

  return NULL;
}

static gboolean
is_parameter (const DovDefinition *definition,
              const char          *parameter)
{
  if (g_str_equal (parameter, ":lounge"))
    return TRUE;
  if (g_str_equal (parameter, ":from") || g_str_equal (parameter, ":to") || g_str_equal (parameter, ":now"))
    return definition->periods != 0 || !dov_definition_has_table (definition);

  return *parameter == ':' && definition->asks != NULL && g_str_equal (parameter + 1, definition->asks);
}

static gboolean
check_parameters (const Check            *self,
                  const DovDefinedBlock  *block,
                  GError                **error)
{
  const char *at = block->select;
  const char *place;

  for (;;)
    {
      g_autofree char *parameter = find_parameter (at, &place, &at);

      if (parameter == NULL)
        return TRUE;
      if (!is_parameter (self->definition, parameter))
        return dov_definition_refuse (self->definition, error, find_line (block, (gsize) (place - block->select)),
                                      _("This document has no parameter %s"), parameter);
    }
}

/* SQLite's own words, in the language of the interface where we know them. */
static char *
translate (const char *message)
{
  static const struct { const char *prefix; const char *format; } known[] = {
    { "no such column: ", N_("there is no such column: %s") },
    { "no such table: ", N_("there is no such table: %s") },
    { "no such function: ", N_("there is no such function: %s") },
    { "ambiguous column name: ", N_("several tables have such a column: %s") },
    { "wrong number of arguments to function ", N_("the function takes another number of arguments: %s") },
    { "near ", N_("the SELECT cannot be understood near %s") },
    { "cannot modify ", N_("a definition changes nothing: %s") },
    { "incomplete input", N_("the SELECT breaks off%s") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_has_prefix (message, known[i].prefix))
      {
        g_auto (GStrv) parts = g_strsplit (_(known[i].format), "%s", 2);
        g_autofree char *named = g_strdup (message + strlen (known[i].prefix));

        if (g_str_has_suffix (named, ": syntax error"))
          *strrchr (named, ':') = '\0';
        return g_strconcat (parts[0], named, parts[0] && parts[1] ? parts[1] : "", NULL);
      }

  return g_strdup (message);
}

static DovStatement *
prepare (const Check            *self,
         const DovDefinedBlock  *block,
         GError                **error)
{
  g_autoptr (GError) own_error = NULL;
  g_autoptr (DovStatement) statement = NULL;
  g_autofree char *refused = NULL;
  g_autofree char *message = NULL;
  int offset;

  if (!check_parameters (self, block, error))
    return NULL;
  statement = dov_reader_prepare (self->reader, block->select, self->definition->privacy, &own_error);
  if (statement != NULL)
    return g_steal_pointer (&statement);

  offset = dov_database_get_error_offset (dov_reader_get_database (self->reader));
  refused = dov_reader_dup_refused (self->reader);
  if (refused != NULL)
    {
      const char *name = strrchr (refused, '.') ? strrchr (refused, '.') + 1 : refused;
      g_autofree char *bare = g_strdelimit (g_strdup (name), "()", '\0');

      dov_definition_refuse (self->definition, error, find_line_of_name (block, bare),
                             _("access to %s is prohibited"), refused);
      return NULL;
    }
  message = translate (own_error->message);
  dov_definition_refuse (self->definition, error, find_line_of_message (block, own_error->message, offset),
                         "%s", message);

  return NULL;
}

static gboolean
has_column (DovStatement *statement,
            const char   *name)
{
  for (int i = 0; i < dov_statement_count_columns (statement); i++)
    if (g_str_equal (dov_statement_column_name (statement, i), name))
      return TRUE;

  return FALSE;
}

static gboolean
require_column (const Check   *self,
                DovStatement  *statement,
                const char    *name,
                int            line,
                GError       **error)
{
  if (has_column (statement, name))
    return TRUE;

  return dov_definition_refuse (self->definition, error, line, _("There is no such column in the SELECT: %s"), name);
}

static gboolean
check_record (const Check  *self,
              const char   *table,
              int           line,
              GError      **error)
{
  if (table == NULL || dov_views_is_record (table))
    return TRUE;

  return dov_definition_refuse (self->definition, error, line, _("There is no such record: %s"), table);
}

/* Words. */

static gboolean
know_word (const char *word,
           const char *kind,
           gpointer    user_data)
{
  Check *self = user_data;
  DovColumnKind found;

  if (word == NULL)
    return TRUE;
  self->unknown = NULL;
  if (g_hash_table_contains (self->words, word) && (kind == NULL || dov_column_kind_find (kind, &found)))
    return TRUE;
  self->unknown = g_intern_string (g_hash_table_contains (self->words, word) ? kind : word);

  return FALSE;
}

static gboolean
check_text (Check       *self,
            const char  *text,
            int          line,
            GError     **error)
{
  self->unknown = NULL;
  if (text == NULL || dov_words_scan (text, know_word, self))
    return TRUE;

  if (self->unknown != NULL)
    dov_definition_refuse (self->definition, error, line, _("There is no such word: {%s}"), self->unknown);
  else
    dov_definition_refuse (self->definition, error, line, _("A word stands in braces: {period} or {date:date}"));

  return FALSE;
}

static gboolean
check_template (Check              *self,
                const DovTemplate  *template,
                GError            **error)
{
  return check_text (self, template->text, template->line, error);
}

static gboolean
check_items (Check                  *self,
             const DovDefinedBlock  *block,
             guint                   first_cell,
             GError                **error)
{
  for (guint i = 0; i < block->items->len; i++)
    {
      const DovItem *item = g_ptr_array_index (block->items, i);

      for (guint j = first_cell; j < item->n_cells; j++)
        if (!check_text (self, item->cells[j], item->line, error))
          return FALSE;
    }

  return TRUE;
}

/* Blocks. */

static gboolean
check_prose (Check                  *self,
             const DovDefinedBlock  *block,
             GError                **error)
{
  if (block->select != NULL)
    {
      g_autoptr (DovStatement) statement = prepare (self, block, error);

      if (statement == NULL)
        return FALSE;
      if (block->kind == DOV_BLOCK_SIGN && block->items->len == 0)
        return require_column (self, statement, "what", block->select_line, error)
               && require_column (self, statement, "post", block->select_line, error)
               && require_column (self, statement, "name", block->select_line, error);
      for (int i = 0; i < dov_statement_count_columns (statement); i++)
        g_hash_table_add (self->words, g_strdup (dov_statement_column_name (statement, i)));
    }

  return check_template (self, &block->title, error) && check_items (self, block, 0, error);
}

/* What a table opens: the record of a row, those of a row, or those of a number. */
static gboolean
require_behind (const Check            *self,
                DovStatement           *statement,
                const DovDefinedBlock  *block,
                GError                **error)
{
  if (has_column (statement, "ids"))
    return TRUE;
  for (guint i = 0; i < block->columns->len; i++)
    {
      g_autofree char *name = g_strconcat (((DovColumn *) g_ptr_array_index (block->columns, i))->name, "_ids", NULL);

      if (has_column (statement, name))
        return TRUE;
    }

  return require_column (self, statement, "id", block->opens_line, error);
}

static gboolean
check_table (Check                  *self,
             const DovDefinedBlock  *block,
             GError                **error)
{
  g_autoptr (DovStatement) statement = NULL;

  if (!check_template (self, &block->title, error) || !check_template (self, &block->total, error)
      || !check_template (self, &block->growing, error) || !check_template (self, &block->subtotal, error)
      || !check_template (self, &block->empty, error)
      || !check_record (self, block->opens, block->opens_line, error))
    return FALSE;
  if (block->growing.text != NULL && self->definition->periods == 0)
    return dov_definition_refuse (self->definition, error, block->growing.line,
                                  _("A growing total needs a document with a period"));
  if (block->columns->len > DOV_MOST_COLUMNS)
    return dov_definition_refuse (self->definition, error, block->line, _("A table has more than %d columns"),
                                  DOV_MOST_COLUMNS);
  if (block->select == NULL)
    return TRUE;

  statement = prepare (self, block, error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < block->columns->len; i++)
    {
      const DovColumn *column = g_ptr_array_index (block->columns, i);

      if (column->kind != DOV_COLUMN_ROW && column->kind != DOV_COLUMN_HAND
          && !require_column (self, statement, column->name, column->line, error))
        return FALSE;
    }

  for (guint i = 0; block->spread != NULL && i < 3; i++)
    if (!require_column (self, statement, block->spread[i], block->line, error))
      return FALSE;

  return (block->heading == NULL || require_column (self, statement, block->heading, block->heading_line, error))
         && (block->opens == NULL || require_behind (self, statement, block, error));
}

static gboolean
check_measure (Check                  *self,
               const DovDefinedBlock  *block,
               GError                **error)
{
  g_autoptr (DovStatement) statement = NULL;

  if (!check_record (self, block->opens, block->opens_line, error))
    return FALSE;
  statement = prepare (self, block, error);

  return statement != NULL
         && require_column (self, statement, "lounge", block->select_line, error)
         && require_column (self, statement, "id", block->select_line, error)
         && (!block->is_unique || require_column (self, statement, "who", block->select_line, error))
         && (!block->is_mean || require_column (self, statement, "value", block->select_line, error));
}

static gboolean
check_pivot (Check                  *self,
             const DovDefinedBlock  *block,
             GError                **error)
{
  if (self->definition->periods == 0)
    return dov_definition_refuse (self->definition, error, block->line, _("Measures need a document with a period"));
  for (guint i = 0; i < block->items->len; i++)
    {
      const DovItem *item = g_ptr_array_index (block->items, i);

      if (*item->cells[0] != '\0' && !g_str_equal (item->cells[0], DOV_NO_MEASURE)
          && dov_definition_find_measure (self->measures, item->cells[0]) == NULL)
        return dov_definition_refuse (self->definition, error, item->line, _("There is no such measure: %s"),
                                      item->cells[0]);
    }

  return check_template (self, &block->title, error) && check_template (self, &block->all, error)
         && check_items (self, block, 1, error);
}

/**
 * dov_definition_check:
 * @measures: (nullable): where the measures of its pivots stand
 *
 * Finds what is wrong with a definition: unknown words, columns that its
 * SELECTs do not give, parameters it does not have, what it may not read.
 */
gboolean
dov_definition_check (const DovDefinition  *self,
                      const DovDefinition  *measures,
                      DovReader            *reader,
                      GError              **error)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Check check = { self, measures, reader, words, NULL };
  gboolean is_sound;

  for (guint i = 0; dov_always_words[i] != NULL; i++)
    g_hash_table_add (words, g_strdup (dov_always_words[i]));

  is_sound = check_record (&check, self->asks, self->asks_line, error)
             && check_template (&check, &self->filter, error);

  for (guint i = 0; i < self->blocks->len && is_sound; i++)
    {
      const DovDefinedBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->when != NULL && !g_hash_table_contains (words, block->when))
        return dov_definition_refuse (self, error, block->when_line, _("There is no such word: {%s}"), block->when);

      switch (block->kind)
        {
        case DOV_BLOCK_TABLE:
          is_sound = check_table (&check, block, error);
          break;
        case DOV_BLOCK_PIVOT:
          is_sound = check_pivot (&check, block, error);
          break;
        case DOV_BLOCK_MEASURE:
          is_sound = check_measure (&check, block, error);
          break;
        case DOV_BLOCK_APPROVE:
        case DOV_BLOCK_FIELDS:
        case DOV_BLOCK_TEXT:
        case DOV_BLOCK_NOTE:
        case DOV_BLOCK_SIGN:
        case DOV_BLOCK_TO:
        default:
          is_sound = check_prose (&check, block, error);
          break;
        }
    }

  /* A paper and its file are named, and a record told, when all words are known. */
  return is_sound && check_template (&check, &self->title, error) && check_template (&check, &self->file, error)
         && check_template (&check, &self->record, error);
}
