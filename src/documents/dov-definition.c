/* dov-definition.c - reads a definition file: the head, then blocks in the order of the paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-definition.h"
#include "dov-definition-private.h"

#include <glib/gi18n.h>
#include <string.h>

static const struct
{
  const char   *word;
  DovBlockKind  kind;
  gboolean      is_named;
} block_words[] = {
  { "approve", DOV_BLOCK_APPROVE, FALSE }, { "fields", DOV_BLOCK_FIELDS, FALSE }, { "table", DOV_BLOCK_TABLE, TRUE },
  { "pivot", DOV_BLOCK_PIVOT, TRUE },      { "text", DOV_BLOCK_TEXT, FALSE },     { "note", DOV_BLOCK_NOTE, FALSE },
  { "sign", DOV_BLOCK_SIGN, FALSE },       { "measure", DOV_BLOCK_MEASURE, TRUE },
};

static const struct
{
  const char    *word;
  DovPeriodKind  kind;
} period_words[] = {
  { "month", DOV_PERIOD_MONTH },   { "quarter", DOV_PERIOD_QUARTER }, { "halfyear", DOV_PERIOD_HALF_YEAR },
  { "nine", DOV_PERIOD_NINE },     { "year", DOV_PERIOD_YEAR },       { "project", DOV_PERIOD_PROJECT },
  { "day", DOV_PERIOD_DAY },
};

static const char *const head_words[] = {
  "document", "title", "file", "filter", "receiver", "period", "ask", "paper", "margin", "right", "personal", NULL,
};

static const char *const rights[] = {
  "families", "events", "charity", "patrol", "mentors", "reports", "privacy", NULL,
};

/**
 * dov_definition_set_error:
 * @line: of the file, from 1
 *
 * Sets an error that begins with the name of the file and the line.
 */
void
dov_definition_set_error (const DovDefinition  *self,
                          GError              **error,
                          int                   line,
                          const char           *format,
                          ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_DEFINITION, "%s:%d: %s", self->file_name, line, message);
}

static void
set_string (char       **member,
            const char  *value)
{
  g_free (*member);
  *member = g_strdup (value);
}

static gboolean
set_template (const DovDefinition  *self,
              DovTemplate          *member,
              const char           *word,
              const char           *value,
              int                   line,
              GError              **error)
{
  if (member->text != NULL)
    {
      dov_definition_set_error (self, error, line, _("“%s” is said twice"), word);
      return FALSE;
    }
  *member = (DovTemplate) { g_strdup (value), line };

  return TRUE;
}

static gboolean
set_choice (const DovDefinition  *self,
            const char *const    *choices,
            const char           *word,
            const char           *value,
            int                   line,
            GError              **error)
{
  if (g_strv_contains (choices, value))
    return TRUE;

  dov_definition_set_error (self, error, line, _("“%s” cannot be “%s”"), word, value);

  return FALSE;
}

static gboolean
set_periods (DovDefinition  *self,
             const char     *value,
             int             line,
             GError        **error)
{
  g_auto (GStrv) words = g_strsplit_set (value, " \t", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      DovPeriodKind kind = 0;

      for (guint j = 0; j < G_N_ELEMENTS (period_words); j++)
        if (g_str_equal (words[i], period_words[j].word))
          kind = period_words[j].kind;
      if (kind == 0 && *words[i] != '\0')
        {
          dov_definition_set_error (self, error, line, _("There is no such period: %s"), words[i]);
          return FALSE;
        }
      self->periods |= kind;
    }

  return TRUE;
}

static gboolean
set_asks (DovDefinition  *self,
          const char     *value,
          int             line,
          GError        **error)
{
  g_auto (GStrv) words = g_strsplit_set (value, " \t", 2);

  if (words[1] == NULL || *g_strstrip (words[1]) == '\0')
    {
      dov_definition_set_error (self, error, line, _("“ask” needs the name of a record and a label"));
      return FALSE;
    }
  self->asks = g_strdup (words[0]);
  self->asks_label = g_strdup (words[1]);
  self->asks_line = line;

  return TRUE;
}

static gboolean
set_head (DovDefinition  *self,
          const char     *word,
          const char     *value,
          int             line,
          GError        **error)
{
  const char *const papers[] = { "portrait", "landscape", NULL };
  const char *const margins[] = { "archive", NULL };
  const char *const privacies[] = { "no", "yes", "special", NULL };

  if (g_str_equal (word, "document"))
    {
      set_string (&self->code, value);
      return TRUE;
    }
  if (g_str_equal (word, "title"))
    return set_template (self, &self->title, word, value, line, error);
  if (g_str_equal (word, "file"))
    return set_template (self, &self->file, word, value, line, error);
  if (g_str_equal (word, "filter"))
    return set_template (self, &self->filter, word, value, line, error);
  if (g_str_equal (word, "period"))
    return set_periods (self, value, line, error);
  if (g_str_equal (word, "ask"))
    return set_asks (self, value, line, error);
  if (g_str_equal (word, "receiver"))
    {
      set_string (&self->receiver, value);
      return TRUE;
    }
  if (g_str_equal (word, "paper"))
    {
      self->is_landscape = g_str_equal (value, "landscape");
      return set_choice (self, papers, word, value, line, error);
    }
  if (g_str_equal (word, "margin"))
    {
      self->is_archived = TRUE;
      return set_choice (self, margins, word, value, line, error);
    }
  if (g_str_equal (word, "right"))
    {
      set_string (&self->right, value);
      return set_choice (self, rights, word, value, line, error);
    }

  self->privacy = g_str_equal (value, "special") ? DOV_PRIVACY_SPECIAL
                  : g_str_equal (value, "yes") ? DOV_PRIVACY_PERSONAL : DOV_PRIVACY_NONE;

  return set_choice (self, privacies, word, value, line, error);
}

/* Splits "word   value" in place. */
static char *
split_property (char *line)
{
  char *value = strpbrk (line, " \t");

  if (value == NULL)
    return line + strlen (line);
  *value++ = '\0';

  return g_strstrip (value);
}

static DovItem *
split_item (const char *line,
            int         number)
{
  DovItem *item = g_new0 (DovItem, 1);

  item->cells = g_strsplit (line, "|", -1);
  item->n_cells = g_strv_length (item->cells);
  item->line = number;
  for (guint i = 0; i < item->n_cells; i++)
    g_strstrip (item->cells[i]);

  return item;
}

static DovDefinedBlock *
begin_block (DovDefinition  *self,
             const char     *line,
             int             number,
             GError        **error)
{
  g_autofree char *inside = g_strdup (line + 1);
  DovDefinedBlock *block = NULL;
  char *end = strchr (inside, ']');
  char *name;

  if (end == NULL || end[1] != '\0')
    {
      dov_definition_set_error (self, error, number, _("A block begins with its kind in brackets, such as [table events]"));
      return NULL;
    }
  *end = '\0';
  name = split_property (g_strstrip (inside));

  for (guint i = 0; i < G_N_ELEMENTS (block_words) && block == NULL; i++)
    if (g_str_equal (inside, block_words[i].word))
      {
        if (block_words[i].is_named != (*name != '\0'))
          {
            dov_definition_set_error (self, error, number,
                                      *name ? _("A block [%s] has no name") : _("A block [%s] needs a name"), inside);
            return NULL;
          }
        block = dov_defined_block_new (block_words[i].kind, number);
        block->name = g_strdup (name);
      }
  if (block == NULL)
    dov_definition_set_error (self, error, number, _("There is no such block: %s"), inside);

  return block;
}

/* A line of the head or of a block, outside a SELECT. */
static gboolean
read_line (DovDefinition    *self,
           DovDefinedBlock  *block,
           const char       *line,
           int               number,
           GError          **error)
{
  g_autofree char *word = g_strdup (line);
  const char *value = split_property (word);
  gboolean is_prose = block != NULL && (block->kind == DOV_BLOCK_TEXT || block->kind == DOV_BLOCK_NOTE);

  if (strchr (line, '|') != NULL)
    {
      if (block != NULL && !is_prose)
        return dov_defined_block_add (block, self, split_item (line, number), error);

      dov_definition_set_error (self, error, number,
                                block ? _("A paragraph cannot hold “|”") : _("The head of a definition has no lines with “|”"));
      return FALSE;
    }

  if (block == NULL ? g_strv_contains (head_words, word) : dov_defined_block_is_property (block, word))
    {
      if (*value == '\0')
        {
          dov_definition_set_error (self, error, number, _("“%s” needs a value"), word);
          return FALSE;
        }
      return block == NULL ? set_head (self, word, value, number, error)
                           : dov_defined_block_set (block, self, word, value, number, error);
    }

  if (is_prose)
    {
      DovItem *item = g_new0 (DovItem, 1);

      item->cells = g_new0 (char *, 2);
      item->cells[0] = g_strdup (line);
      item->n_cells = 1;
      item->line = number;

      return dov_defined_block_add (block, self, item, error);
    }

  dov_definition_set_error (self, error, number, _("There is no such word here: %s"), word);

  return FALSE;
}

static gboolean
is_select (const char *line)
{
  return g_str_has_prefix (line, "SELECT ") || g_str_has_prefix (line, "WITH ")
         || g_str_equal (line, "SELECT") || g_str_equal (line, "WITH");
}

static gboolean
read_lines (DovDefinition  *self,
            char          **lines,
            GError        **error)
{
  g_autoptr (GString) select = g_string_new (NULL);
  DovDefinedBlock *block = NULL;
  gboolean in_select = FALSE;

  for (guint i = 0; ; i++)
    {
      g_autofree char *line = lines[i] ? g_strstrip (g_strdup (lines[i])) : NULL;
      int number = (int) i + 1;

      if (in_select && (lines[i] == NULL || lines[i][0] == '['))
        {
          block->select = g_strchomp (g_strdup (select->str));
          g_string_truncate (select, 0);
          in_select = FALSE;
        }
      if (lines[i] == NULL || lines[i][0] == '[')
        {
          if (block != NULL && !dov_defined_block_finish (block, self, error))
            return FALSE;
          if (lines[i] == NULL)
            return TRUE;
          block = begin_block (self, line, number, error);
          if (block == NULL)
            return FALSE;
          g_ptr_array_add (self->blocks, block);
        }
      else if (in_select)
        g_string_append_printf (select, "%s\n", lines[i]);
      else if (block != NULL && is_select (line))
        {
          if (!dov_block_allows_select (block->kind))
            {
              dov_definition_set_error (self, error, number, _("This block has no SELECT"));
              return FALSE;
            }
          block->select_line = number;
          g_string_append_printf (select, "%s\n", lines[i]);
          in_select = TRUE;
        }
      else if (*line != '\0' && *line != '#' && !read_line (self, block, line, number, error))
        return FALSE;
    }
}

static gboolean
check_head (DovDefinition  *self,
            GError        **error)
{
  if (self->code == NULL)
    {
      dov_definition_set_error (self, error, 1, _("A definition begins with “document” and its code"));
      return FALSE;
    }
  if (self->title.text == NULL && dov_definition_has_table (self))
    {
      dov_definition_set_error (self, error, 1, _("The head has no “title”"));
      return FALSE;
    }
  for (guint i = 0; i < self->blocks->len; i++)
    {
      DovDefinedBlock *block = g_ptr_array_index (self->blocks, i);

      for (guint j = 0; j < i && block->name && *block->name; j++)
        {
          DovDefinedBlock *other = g_ptr_array_index (self->blocks, j);

          if (other->kind == block->kind && g_strcmp0 (block->name, other->name) == 0)
            {
              dov_definition_set_error (self, error, block->line, _("There are two blocks “%s”"), block->name);
              return FALSE;
            }
        }
    }

  return TRUE;
}

/**
 * dov_definition_parse:
 * @path: where the text comes from, for messages
 * @text: UTF-8
 *
 * Reads a definition; what can be said only with a database (its SELECTs,
 * columns and words) is found when the document is loaded.
 */
DovDefinition *
dov_definition_parse (const char  *path,
                      const char  *text,
                      GError     **error)
{
  g_autoptr (DovDefinition) self = g_new0 (DovDefinition, 1);
  g_auto (GStrv) lines = NULL;
  const char *wrong = NULL;

  self->path = g_strdup (path);
  self->file_name = g_path_get_basename (path);
  self->right = g_strdup ("reports");
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_defined_block_free);

  if (!g_utf8_validate (text, -1, &wrong))
    {
      int line = 1;

      for (const char *at = text; at < wrong; at++)
        line += *at == '\n';
      dov_definition_set_error (self, error, line, _("The file must be saved as UTF-8"));
      return NULL;
    }

  lines = g_strsplit (g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text, "\n", -1);
  if (!read_lines (self, lines, error) || !check_head (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

DovDefinition *
dov_definition_read (const char  *path,
                     GError     **error)
{
  g_autofree char *text = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;

  return dov_definition_parse (path, text, error);
}

/**
 * dov_definition_has_table:
 *
 * Returns: whether there is anything to print, and not only measures
 */
gboolean
dov_definition_has_table (const DovDefinition *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    if (((DovDefinedBlock *) g_ptr_array_index (self->blocks, i))->kind != DOV_BLOCK_MEASURE)
      return TRUE;

  return FALSE;
}

DovDefinedBlock *
dov_definition_find_measure (const DovDefinition *self,
                             const char          *name)
{
  for (guint i = 0; self != NULL && i < self->blocks->len; i++)
    {
      DovDefinedBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->kind == DOV_BLOCK_MEASURE && g_str_equal (block->name, name))
        return block;
    }

  return NULL;
}

void
dov_definition_free (DovDefinition *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self->file_name);
  g_free (self->code);
  g_free (self->title.text);
  g_free (self->file.text);
  g_free (self->filter.text);
  g_free (self->receiver);
  g_free (self->asks);
  g_free (self->asks_label);
  g_free (self->right);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}
