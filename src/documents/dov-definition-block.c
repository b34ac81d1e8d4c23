/* dov-definition-block.c - one block of a definition: its properties, columns, items */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-definition-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* The closed list of properties of each kind of block. */
static const char *const no_words[] = { NULL };
static const char *const title_words[] = { "title", NULL };
static const char *const fields_words[] = { "title", "across", NULL };
static const char *const table_words[] = {
  "title", "opens", "data", "numbers", "total", "growing", "heading", "subtotal", "blank", "height", "empty", "across",
  NULL,
};
static const char *const pivot_words[] = { "title", "across", "all", "width", "data", "numbers", NULL };
static const char *const measure_words[] = { "count", "opens", NULL };

static const char *const *
list_words (DovBlockKind kind)
{
  switch (kind)
    {
    case DOV_BLOCK_FIELDS:
      return fields_words;
    case DOV_BLOCK_TABLE:
      return table_words;
    case DOV_BLOCK_PIVOT:
      return pivot_words;
    case DOV_BLOCK_APPROVE:
    case DOV_BLOCK_TEXT:
    case DOV_BLOCK_NOTE:
      return title_words;
    case DOV_BLOCK_MEASURE:
      return measure_words;
    case DOV_BLOCK_SIGN:
    default:
      return no_words;
    }
}

gboolean
dov_block_allows_select (DovBlockKind kind)
{
  return kind != DOV_BLOCK_APPROVE && kind != DOV_BLOCK_NOTE && kind != DOV_BLOCK_PIVOT;
}

DovDefinedBlock *
dov_defined_block_new (DovBlockKind kind,
                       int          line)
{
  const int widths[] = { 5, 44, 8, 13, 14 };
  DovDefinedBlock *self = g_new0 (DovDefinedBlock, 1);

  self->kind = kind;
  self->line = line;
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_item_free);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_column_free);
  self->measured = DOV_COLUMN_COUNT;
  memcpy (self->widths, widths, sizeof widths);
  self->grows[1] = TRUE;

  return self;
}

void
dov_defined_block_free (DovDefinedBlock *self)
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
  g_strfreev (self->spread);
  g_free (self->data);
  g_free (self);
}

void
dov_item_free (DovItem *item)
{
  g_strfreev (item->cells);
  g_free (item);
}

gboolean
dov_defined_block_is_property (DovDefinedBlock *self,
                               const char      *word)
{
  return g_strv_contains (list_words (self->kind), word);
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

/**
 * dov_width_read:
 * @text: "26" or "26+", in digits; + may grow
 */
gboolean
dov_width_read (const char *text,
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
    if (*words[i] != '\0' && (n == 5 || !dov_width_read (words[i], &self->widths[n], &self->grows[n]) || n++ == 5))
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
  g_auto (GStrv) words = g_strsplit_set (value, " \t", 2);

  self->is_unique = g_str_equal (words[0], "unique");
  if (!self->is_unique && !g_str_equal (words[0], "sum"))
    return FALSE;
  if (words[1] == NULL)
    return TRUE;
  g_strstrip (words[1]);
  if (!self->is_unique && g_str_equal (words[1], "money"))
    self->measured = DOV_COLUMN_MONEY;
  else if (!self->is_unique && g_str_equal (words[1], "decimal"))
    self->measured = DOV_COLUMN_DECIMAL;
  else
    return FALSE;

  return TRUE;
}

static gboolean
set_blank (DovDefinedBlock *self,
           const char      *value)
{
  g_auto (GStrv) ends = g_strsplit (value, "-", 2);

  if (ends[0] == NULL || ends[1] == NULL)
    return dov_width_read (value, &self->blank, &self->fills);
  self->fills = TRUE;

  return read_number (ends[0], 1, 200, &self->blank) && read_number (ends[1], self->blank, 200, &self->most_blank);
}

/**
 * dov_defined_block_set:
 * @word: of the list of this kind of block
 *
 * Takes a property.
 */
gboolean
dov_defined_block_set (DovDefinedBlock      *self,
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
      {
        if (templates[i].member->text != NULL)
          {
            dov_definition_set_error (definition, error, line, _("“%s” is said twice"), word);
            return FALSE;
          }
        *templates[i].member = (DovTemplate) { g_strdup (value), line };
        return TRUE;
      }

  if (g_str_equal (word, "opens"))
    {
      self->opens = g_intern_string (value);
      self->opens_line = line;
    }
  else if (g_str_equal (word, "heading"))
    {
      g_free (self->heading);
      self->heading = g_strdup (value);
      self->heading_line = line;
    }
  else if (g_str_equal (word, "data"))
    {
      g_free (self->data);
      self->data = g_strdup (value);
    }
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
  else if (g_str_equal (word, "height"))
    is_right = read_number (value, 12, 200, &self->height);

  if (!is_right)
    dov_definition_set_error (definition, error, line, _("“%s” cannot be “%s”"), word, value);

  return is_right;
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
      else if (g_str_equal (word, "center"))
        column->centers = TRUE;
      else if (g_str_equal (word, "paper"))
        column->on_data = FALSE;
      else if (g_str_equal (word, "data"))
        column->on_paper = FALSE;
      else if (g_str_equal (word, "all"))
        column->for_all = TRUE;
      else if (*word != '\0')
        {
          dov_definition_set_error (definition, error, column->line, _("A column cannot be “%s”"), word);
          return FALSE;
        }
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
    {
      dov_definition_set_error (definition, error, item->line,
                                _("A column is: name | heading | kind | width | more"));
      return FALSE;
    }
  if (!dov_column_kind_find (item->cells[2], &column->kind))
    {
      dov_definition_set_error (definition, error, item->line, _("There is no such kind of column: %s"), item->cells[2]);
      return FALSE;
    }
  if (!dov_width_read (item->cells[3], &column->width, &column->grows))
    {
      dov_definition_set_error (definition, error, item->line,
                                _("The width of a column is a number of digits, such as 12 or 26+, not “%s”"),
                                item->cells[3]);
      return FALSE;
    }

  levels = g_strsplit (item->cells[1], " / ", -1);
  if (g_strv_length (levels) > 2 || *item->cells[0] == '\0' || *item->cells[1] == '\0')
    {
      dov_definition_set_error (definition, error, item->line,
                                _("A column needs a name and a heading of one or two levels: group / column"));
      return FALSE;
    }
  for (guint i = 0; i < self->columns->len; i++)
    if (g_str_equal (((DovColumn *) g_ptr_array_index (self->columns, i))->name, item->cells[0]))
      {
        dov_definition_set_error (definition, error, item->line, _("There are two columns “%s”"), item->cells[0]);
        return FALSE;
      }

  column->name = g_strdup (item->cells[0]);
  column->group = levels[1] ? g_strdup (levels[0]) : NULL;
  column->heading = g_strdup (levels[1] ? levels[1] : levels[0]);
  if (item->n_cells == 5 && !set_more (column, definition, item->cells[4], error))
    return FALSE;
  if (column->kind == DOV_COLUMN_ROW || column->kind == DOV_COLUMN_HAND)
    column->on_data = FALSE;
  if ((column->total == DOV_TOTAL_SUM || column->total == DOV_TOTAL_MEAN || column->total == DOV_TOTAL_BY_UNIT)
      && !is_number (column->kind))
    {
      dov_definition_set_error (definition, error, item->line, _("Only numbers are added up: %s"), column->name);
      return FALSE;
    }
  g_ptr_array_add (self->columns, g_steal_pointer (&column));

  return TRUE;
}

/**
 * dov_defined_block_add:
 * @item: (transfer full): a line of cells, or a paragraph
 */
gboolean
dov_defined_block_add (DovDefinedBlock      *self,
                       const DovDefinition  *definition,
                       DovItem              *item,
                       GError              **error)
{
  guint most = self->kind == DOV_BLOCK_APPROVE || self->kind == DOV_BLOCK_FIELDS ? 2 : 3;

  g_ptr_array_add (self->items, item);
  if (self->kind == DOV_BLOCK_TABLE)
    return add_column (self, definition, item, error);
  if (self->kind == DOV_BLOCK_MEASURE)
    {
      dov_definition_set_error (definition, error, item->line, _("A measure has no lines with “|”"));
      return FALSE;
    }
  if (item->n_cells > most)
    {
      dov_definition_set_error (definition, error, item->line,
                                ngettext ("There is %u cell at most in such a line",
                                          "There are %u cells at most in such a line", most), most);
      return FALSE;
    }

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
        {
          dov_definition_set_error (definition, error, column->line, _("There is no column “%s” of units"), column->word);
          return FALSE;
        }
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

/**
 * dov_defined_block_finish:
 *
 * Says what is missing once the last line of the block was read.
 */
gboolean
dov_defined_block_finish (DovDefinedBlock      *self,
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
    {
      dov_definition_set_error (definition, error, self->line, "%s", missing);
      return FALSE;
    }

  return self->kind != DOV_BLOCK_TABLE || check_by_unit (self, definition, error);
}
