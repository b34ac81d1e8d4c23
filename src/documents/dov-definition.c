/* dov-definition.c - reads a definition file: the head, then blocks in the order of the paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-definition.h"

#include "dov-clean.h"

#include <glib/gi18n.h>
#include <string.h>

/* Each kind of block with the closed list of its properties. */
static const struct
{
  const char *word;
  gboolean    is_named;
  const char *properties[18];
} kinds_of_block[] = {
  [DOV_BLOCK_APPROVE] = { "approve", FALSE, { "title" } },
  [DOV_BLOCK_FIELDS] = { "fields", FALSE, { "title", "across", "pen", "fixed", "when" } },
  [DOV_BLOCK_TABLE] = { "table", TRUE, { "title", "opens", "data", "numbers", "total", "growing", "heading", "subtotal",
                                         "blank", "height", "empty", "across", "fixed", "page", "when", "form" } },
  [DOV_BLOCK_PIVOT] = { "pivot", TRUE, { "title", "across", "all", "width", "data", "numbers" } },
  [DOV_BLOCK_TEXT] = { "text", FALSE, { "title", "page", "fixed", "when" } },
  [DOV_BLOCK_NOTE] = { "note", FALSE, { "title", "when" } },
  [DOV_BLOCK_SIGN] = { "sign", FALSE, { "when" } },
  [DOV_BLOCK_TO] = { "to", FALSE, { "when" } },
  [DOV_BLOCK_MEASURE] = { "measure", TRUE, { "count", "opens" } },
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
  "document", "title", "file", "filter", "receiver", "period", "ask", "record", "paper", "margin", "right", "personal", NULL,
};

/* Properties of the head that have only these values. */
static const struct
{
  const char *word;
  const char *choices[8];
} closed[] = {
  { "paper", { "portrait", "landscape" } },
  { "margin", { "archive" } },
  { "personal", { "no", "yes", "special" } },
  { "right", { "families", "events", "charity", "patrol", "mentors", "reports", "privacy" } },
};

/**
 * dov_definition_refuse:
 * @line: of the file, from 1
 *
 * Sets an error that begins with the name of the file and the line.
 *
 * Returns: %FALSE
 */
gboolean
dov_definition_refuse (const DovDefinition  *self,
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

  return FALSE;
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
    return dov_definition_refuse (self, error, line, _("“%s” is said twice"), word);
  *member = (DovTemplate) { g_strdup (value), line };

  return TRUE;
}

/* One block: its properties, columns, items. */

static gboolean
dov_block_allows_select (DovBlockKind kind)
{
  return kind != DOV_BLOCK_APPROVE && kind != DOV_BLOCK_NOTE && kind != DOV_BLOCK_PIVOT;
}

static void
item_free (DovItem *item)
{
  g_strfreev (item->cells);
  g_free (item);
}

static DovDefinedBlock *
block_new (DovBlockKind kind,
           int          line)
{
  const int widths[] = { 5, 44, 8, 13, 14 };
  DovDefinedBlock *self = g_new0 (DovDefinedBlock, 1);

  self->kind = kind;
  self->line = line;
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_column_free);
  self->measured = DOV_COLUMN_COUNT;
  memcpy (self->widths, widths, sizeof widths);
  self->grows[1] = TRUE;

  return self;
}

static void
block_free (DovDefinedBlock *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->columns);
  g_free (self->select);
  g_free (self->title.text);
  g_free (self->total.text);
  g_free (self->growing.text);
  g_free (self->subtotal.text);
  g_free (self->empty.text);
  g_free (self->all.text);
  g_free (self->heading);
  g_free (self->when);
  g_strfreev (self->spread);
  g_free (self->data);
  g_free (self);
}

static gboolean
read_number (const char *text,
             int         least,
             int         most,
             int        *number)
{
  gint64 value;

  if (!g_ascii_string_to_signed (text, 10, least, most, &value, NULL))
    return FALSE;
  *number = (int) value;

  return TRUE;
}

/* "26" or "26+", in digits; + may grow. */
static gboolean
read_width (const char *text,
            int        *width,
            gboolean   *grows)
{
  g_autofree char *digits = g_strdup (text);
  gsize length = strlen (digits);

  *grows = length > 0 && digits[length - 1] == '+';
  if (*grows)
    digits[length - 1] = '\0';

  return read_number (digits, 1, 200, width);
}

static gboolean
set_widths (DovDefinedBlock *self,
            const char      *value)
{
  g_auto (GStrv) words = g_strsplit_set (value, " \t", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && (n == 5 || !read_width (words[i], &self->widths[n], &self->grows[n]) || n++ == 5))
      return FALSE;

  return n == 5;
}

static gboolean
set_across (DovDefinedBlock *self,
            const char      *value)
{
  if (self->kind == DOV_BLOCK_FIELDS)
    {
      self->is_double = TRUE;
      return g_str_equal (value, "2");
    }
  if (self->kind == DOV_BLOCK_TABLE)
    {
      g_strfreev (self->spread);
      self->spread = g_strsplit (value, " ", -1);
      return g_strv_length (self->spread) == 3;
    }
  if (g_str_equal (value, "quarter"))
    self->across = DOV_ACROSS_QUARTER;
  else if (g_str_equal (value, "month"))
    self->across = DOV_ACROSS_MONTH;
  else if (g_str_equal (value, "growing"))
    self->across = DOV_ACROSS_GROWING;
  else
    return g_str_equal (value, "lounge");

  return TRUE;
}

static gboolean
set_count (DovDefinedBlock *self,
           const char      *value)
{
  static const struct
  {
    const char    *words;
    DovColumnKind  measured;
    gboolean       is_unique, is_standing, is_mean;
  } ways[] = {
    { "sum", DOV_COLUMN_COUNT },         { "sum end", DOV_COLUMN_COUNT, FALSE, TRUE },
    { "sum money", DOV_COLUMN_MONEY },   { "sum decimal", DOV_COLUMN_DECIMAL },
    { "unique", DOV_COLUMN_COUNT, TRUE }, { "unique end", DOV_COLUMN_COUNT, TRUE, TRUE },
    { "mean", DOV_COLUMN_DECIMAL, FALSE, FALSE, TRUE },
  };
  guint i = 0;

  while (i < G_N_ELEMENTS (ways) && !g_str_equal (value, ways[i].words))
    i++;
  if (i == G_N_ELEMENTS (ways))
    return FALSE;
  self->measured = ways[i].measured;
  self->is_unique = ways[i].is_unique;
  self->is_standing = ways[i].is_standing;
  self->is_mean = ways[i].is_mean;

  return TRUE;
}

static gboolean
set_blank (DovDefinedBlock *self,
           const char      *value)
{
  g_auto (GStrv) ends = g_strsplit (value, "-", 2);

  if (ends[0] == NULL || ends[1] == NULL)
    return read_width (value, &self->blank, &self->fills);
  self->fills = TRUE;

  return read_number (ends[0], 1, 200, &self->blank) && read_number (ends[1], self->blank, 200, &self->most_blank);
}

/* "word", or "not word". */
static void
set_when (DovDefinedBlock *self,
          const char      *value,
          int              line)
{
  self->when_not = g_str_has_prefix (value, "not ");
  set_string (&self->when, self->when_not ? value + strlen ("not ") : value);
  g_strstrip (self->when);
  self->when_line = line;
}

/* Takes a property; @word is of the list of this kind of block. */
static gboolean
set_property (DovDefinedBlock      *self,
              const DovDefinition  *definition,
              const char           *word,
              const char           *value,
              int                   line,
              GError              **error)
{
  const struct
  {
    const char  *word;
    DovTemplate *member;
  } templates[] = {
    { "title", &self->title },     { "total", &self->total }, { "growing", &self->growing },
    { "subtotal", &self->subtotal }, { "empty", &self->empty }, { "all", &self->all },
  };
  gboolean is_right = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    if (g_str_equal (word, templates[i].word))
      return set_template (definition, templates[i].member, word, value, line, error);

  if (g_str_equal (word, "opens"))
    {
      self->opens = g_intern_string (value);
      self->opens_line = line;
    }
  else if (g_str_equal (word, "heading"))
    {
      set_string (&self->heading, value);
      self->heading_line = line;
    }
  else if (g_str_equal (word, "data"))
    set_string (&self->data, value);
  else if (g_str_equal (word, "when"))
    set_when (self, value, line);
  else if (g_str_equal (word, "pen"))
    is_right = self->has_pen = g_str_equal (value, "yes");
  else if (g_str_equal (word, "page"))
    is_right = self->begins_page = g_str_equal (value, "new");
  else if (g_str_equal (word, "fixed"))
    is_right = self->is_fixed = g_str_equal (value, "yes");
  else if (g_str_equal (word, "numbers"))
    is_right = self->has_numbers = g_str_equal (value, "yes");
  else if (g_str_equal (word, "across"))
    is_right = set_across (self, value);
  else if (g_str_equal (word, "width"))
    is_right = set_widths (self, value);
  else if (g_str_equal (word, "count"))
    is_right = set_count (self, value);
  else if (g_str_equal (word, "blank"))
    is_right = set_blank (self, value);
  else if (g_str_equal (word, "form"))
    is_right = read_number (value, 1, 200, &self->form);
  else if (g_str_equal (word, "height"))
    is_right = read_number (value, 12, 200, &self->height);

  return is_right || dov_definition_refuse (definition, error, line, _("“%s” cannot be “%s”"), word, value);
}

/* "sum, center, paper" into the column. */
static gboolean
set_more (DovColumn            *column,
          const DovDefinition  *definition,
          const char           *more,
          GError              **error)
{
  g_auto (GStrv) words = g_strsplit (more, ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = g_strstrip (words[i]);

      if (g_str_has_prefix (word, "count "))
        {
          column->total = DOV_TOTAL_COUNT;
          column->word = g_strstrip (g_strdup (word + strlen ("count ")));
        }
      else if (g_str_has_prefix (word, "sum by "))
        {
          column->total = DOV_TOTAL_BY_UNIT;
          column->word = g_strstrip (g_strdup (word + strlen ("sum by ")));
        }
      else if (g_str_equal (word, "sum"))
        column->total = DOV_TOTAL_SUM;
      else if (g_str_equal (word, "mean"))
        column->total = DOV_TOTAL_MEAN;
      else if (g_str_equal (word, "once"))
        column->is_once = TRUE;
      else if (g_str_equal (word, "center"))
        column->centers = TRUE;
      else if (g_str_equal (word, "paper"))
        column->on_data = FALSE;
      else if (g_str_equal (word, "data"))
        column->on_paper = FALSE;
      else if (g_str_equal (word, "all"))
        column->for_all = TRUE;
      else if (*word != '\0')
        return dov_definition_refuse (definition, error, column->line, _("A column cannot be “%s”"), word);
    }

  return TRUE;
}

static gboolean
is_number (DovColumnKind kind)
{
  return kind == DOV_COLUMN_COUNT || kind == DOV_COLUMN_QUANTITY || kind == DOV_COLUMN_DECIMAL || kind == DOV_COLUMN_MONEY;
}

static gboolean
add_column (DovDefinedBlock      *self,
            const DovDefinition  *definition,
            const DovItem        *item,
            GError              **error)
{
  g_autoptr (DovColumn) column = g_new0 (DovColumn, 1);
  g_auto (GStrv) levels = NULL;

  column->line = item->line;
  column->on_paper = column->on_data = TRUE;
  if (item->n_cells < 4 || item->n_cells > 5)
    return dov_definition_refuse (definition, error, item->line,
                                  _("A column is: name | heading | kind | width | more"));
  if (!dov_column_kind_find (item->cells[2], &column->kind))
    return dov_definition_refuse (definition, error, item->line, _("There is no such kind of column: %s"), item->cells[2]);
  if (!read_width (item->cells[3], &column->width, &column->grows))
    return dov_definition_refuse (definition, error, item->line,
                                  _("The width of a column is a number of digits, such as 12 or 26+, not “%s”"),
                                  item->cells[3]);

  levels = g_strsplit (item->cells[1], " / ", -1);
  if (g_strv_length (levels) > 2 || *item->cells[0] == '\0' || *item->cells[1] == '\0')
    return dov_definition_refuse (definition, error, item->line,
                                  _("A column needs a name and a heading of one or two levels: group / column"));
  for (guint i = 0; i < self->columns->len; i++)
    if (g_str_equal (((DovColumn *) g_ptr_array_index (self->columns, i))->name, item->cells[0]))
      return dov_definition_refuse (definition, error, item->line, _("There are two columns “%s”"), item->cells[0]);

  column->name = g_strdup (item->cells[0]);
  column->group = levels[1] ? g_strdup (levels[0]) : NULL;
  column->heading = g_strdup (levels[1] ? levels[1] : levels[0]);
  if (item->n_cells == 5 && !set_more (column, definition, item->cells[4], error))
    return FALSE;
  if (column->kind == DOV_COLUMN_ROW || column->kind == DOV_COLUMN_HAND)
    column->on_data = FALSE;
  if ((column->total == DOV_TOTAL_SUM || column->total == DOV_TOTAL_MEAN || column->total == DOV_TOTAL_BY_UNIT)
      && !is_number (column->kind))
    return dov_definition_refuse (definition, error, item->line, _("Only numbers are added up: %s"), column->name);
  g_ptr_array_add (self->columns, g_steal_pointer (&column));

  return TRUE;
}

/* @item: (transfer full): a line of cells, or a paragraph */
static gboolean
add_item (DovDefinedBlock      *self,
          const DovDefinition  *definition,
          DovItem              *item,
          GError              **error)
{
  guint most = self->kind == DOV_BLOCK_APPROVE || self->kind == DOV_BLOCK_TO ? 2 : 3;
  int lines;

  g_ptr_array_add (self->items, item);
  if (self->kind == DOV_BLOCK_TABLE)
    return add_column (self, definition, item, error);
  if (self->kind == DOV_BLOCK_MEASURE)
    return dov_definition_refuse (definition, error, item->line, _("A measure has no lines with “|”"));
  if (item->n_cells > most)
    return dov_definition_refuse (definition, error, item->line,
                                  ngettext ("There is %u cell at most in such a line",
                                            "There are %u cells at most in such a line", most), most);
  if (self->kind == DOV_BLOCK_FIELDS && item->n_cells == 3 && !read_number (item->cells[2], 1, 20, &lines))
    return dov_definition_refuse (definition, error, item->line, _("“%s” cannot be “%s”"), "|", item->cells[2]);

  return TRUE;
}

static gboolean
check_by_unit (const DovDefinedBlock  *self,
               const DovDefinition    *definition,
               GError                **error)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const DovColumn *column = g_ptr_array_index (self->columns, i);
      gboolean found = column->total != DOV_TOTAL_BY_UNIT;

      for (guint j = 0; j < self->columns->len && !found; j++)
        {
          const DovColumn *unit = g_ptr_array_index (self->columns, j);

          found = g_str_equal (unit->name, column->word) && unit->on_paper;
        }
      if (!found)
        return dov_definition_refuse (definition, error, column->line, _("There is no column “%s” of units"), column->word);
    }

  return TRUE;
}

static gboolean
has_paper_column (const DovDefinedBlock *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (((DovColumn *) g_ptr_array_index (self->columns, i))->on_paper)
      return TRUE;

  return FALSE;
}

/* Says what is missing once the last line of the block was read. */
static gboolean
finish_block (DovDefinedBlock      *self,
              const DovDefinition  *definition,
              GError              **error)
{
  const char *missing = NULL;

  if (self->kind == DOV_BLOCK_TABLE)
    {
      if (!has_paper_column (self))
        missing = _("The table has no columns");
      else if (self->growing.text != NULL && self->total.text == NULL)
        missing = _("A growing total needs a total");
      else if (self->subtotal.text != NULL && self->heading == NULL)
        missing = _("A subtotal needs a heading");
      else if (self->select == NULL && self->blank == 0)
        missing = _("The table has neither a SELECT nor blank rows");
    }
  else if (self->kind == DOV_BLOCK_PIVOT && self->items->len == 0)
    missing = _("The table has no measures");
  else if (self->kind == DOV_BLOCK_MEASURE && self->select == NULL)
    missing = _("A measure needs a SELECT");

  if (missing != NULL)
    return dov_definition_refuse (definition, error, self->line, "%s", missing);

  return self->kind != DOV_BLOCK_TABLE || check_by_unit (self, definition, error);
}

/* The head. */

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
        return dov_definition_refuse (self, error, line, _("There is no such period: %s"), words[i]);
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
    return dov_definition_refuse (self, error, line, _("“ask” needs the name of a record and a label"));
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
  for (guint i = 0; i < G_N_ELEMENTS (closed); i++)
    if (g_str_equal (word, closed[i].word) && !g_strv_contains (closed[i].choices, value))
      return dov_definition_refuse (self, error, line, _("“%s” cannot be “%s”"), word, value);

  if (g_str_equal (word, "title"))
    return set_template (self, &self->title, word, value, line, error);
  if (g_str_equal (word, "file"))
    return set_template (self, &self->file, word, value, line, error);
  if (g_str_equal (word, "filter"))
    return set_template (self, &self->filter, word, value, line, error);
  if (g_str_equal (word, "record"))
    return set_template (self, &self->record, word, value, line, error);
  if (g_str_equal (word, "period"))
    return set_periods (self, value, line, error);
  if (g_str_equal (word, "ask"))
    return set_asks (self, value, line, error);

  if (g_str_equal (word, "document"))
    set_string (&self->code, value);
  else if (g_str_equal (word, "receiver"))
    set_string (&self->receiver, value);
  else if (g_str_equal (word, "right"))
    set_string (&self->right, value);
  else if (g_str_equal (word, "paper"))
    self->is_landscape = g_str_equal (value, "landscape");
  else if (g_str_equal (word, "margin"))
    self->is_archived = TRUE;
  else
    self->privacy = g_str_equal (value, "special") ? DOV_PRIVACY_SPECIAL
                    : g_str_equal (value, "yes") ? DOV_PRIVACY_PERSONAL : DOV_PRIVACY_NONE;

  return TRUE;
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
      dov_definition_refuse (self, error, number, _("A block begins with its kind in brackets, such as [table events]"));
      return NULL;
    }
  *end = '\0';
  name = split_property (g_strstrip (inside));

  for (guint i = 0; i < G_N_ELEMENTS (kinds_of_block) && block == NULL; i++)
    if (g_str_equal (inside, kinds_of_block[i].word))
      {
        if (kinds_of_block[i].is_named != (*name != '\0'))
          {
            dov_definition_refuse (self, error, number,
                                   *name ? _("A block [%s] has no name") : _("A block [%s] needs a name"), inside);
            return NULL;
          }
        block = block_new ((DovBlockKind) i, number);
        block->name = g_strdup (name);
      }
  if (block == NULL)
    dov_definition_refuse (self, error, number, _("There is no such block: %s"), inside);

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
        return add_item (block, self, split_item (line, number), error);

      return dov_definition_refuse (self, error, number,
                                    block ? _("A paragraph cannot hold “|”")
                                          : _("The head of a definition has no lines with “|”"));
    }

  if (block == NULL ? g_strv_contains (head_words, word) : g_strv_contains (kinds_of_block[block->kind].properties, word))
    {
      if (*value == '\0')
        return dov_definition_refuse (self, error, number, _("“%s” needs a value"), word);
      return block == NULL ? set_head (self, word, value, number, error)
                           : set_property (block, self, word, value, number, error);
    }

  if (is_prose)
    {
      DovItem *item = g_new0 (DovItem, 1);

      item->cells = g_new0 (char *, 2);
      item->cells[0] = g_strdup (line);
      item->n_cells = 1;
      item->line = number;

      return add_item (block, self, item, error);
    }

  return dov_definition_refuse (self, error, number, _("There is no such word here: %s"), word);
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
          if (block != NULL && !finish_block (block, self, error))
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
            return dov_definition_refuse (self, error, number, _("This block has no SELECT"));
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
    return dov_definition_refuse (self, error, 1, _("A definition begins with “document” and its code"));
  if (self->title.text == NULL && dov_definition_has_table (self))
    return dov_definition_refuse (self, error, 1, _("The head has no “title”"));
  for (guint i = 0; i < self->blocks->len; i++)
    {
      DovDefinedBlock *block = g_ptr_array_index (self->blocks, i);

      for (guint j = 0; j < i && block->name && *block->name; j++)
        {
          DovDefinedBlock *other = g_ptr_array_index (self->blocks, j);

          if (other->kind == block->kind && g_strcmp0 (block->name, other->name) == 0)
            return dov_definition_refuse (self, error, block->line, _("There are two blocks “%s”"), block->name);
        }
    }

  return TRUE;
}

/**
 * dov_definition_parse:
 * @path: where the text comes from, for messages
 * @text: UTF-8; what nobody can see is left out
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
  g_autofree char *clean = NULL;
  g_auto (GStrv) lines = NULL;
  const char *wrong = NULL;

  self->path = g_strdup (path);
  self->file_name = g_path_get_basename (path);
  self->right = g_strdup ("reports");
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);

  if (!g_utf8_validate (text, -1, &wrong))
    {
      int line = 1;

      for (const char *at = text; at < wrong; at++)
        line += *at == '\n';
      dov_definition_refuse (self, error, line, _("The file must be saved as UTF-8"));
      return NULL;
    }

  clean = dov_clean (text, TRUE);
  lines = g_strsplit (clean, "\n", -1);
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
  /* What stands behind a NUL would be lost in silence: it is no text either. */
  if (strlen (text) < length)
    text[strlen (text)] = '\xff';

  return dov_definition_parse (path, text, error);
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
  g_free (self->record.text);
  g_free (self->receiver);
  g_free (self->asks);
  g_free (self->asks_label);
  g_free (self->right);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}
