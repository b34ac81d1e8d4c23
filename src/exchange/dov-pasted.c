/* dov-pasted.c - a table copied from a spreadsheet, read as new records */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-pasted.h"

#include "dov-clean.h"
#include "dov-fold.h"
#include "dov-name.h"
#include "dov-ref-item.h"

#include <glib/gi18n.h>
#include <string.h>

/* A heading stands among the first rows; above it are titles and dates. */
#define ROWS_ABOVE 20

/* What stands for the three parts of a name in one column. */
const DovField dov_pasted_whole_name = { .name = "", .kind = DOV_KIND_TEXT, .label = N_("Last name, first name, patronymic"),
                                         .flags = DOV_PERSONAL };

/* One cell from *@at on, which is left behind it. A cell in quotes may hold
 * tabs, ends of lines and doubled quotes, as spreadsheets copy them. */
static char *
take_cell (const char **at)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *p = *at;

  if (*p == '"')
    {
      for (p++; *p != '\0' && !(*p == '"' && p[1] != '"'); p++)
        {
          g_string_append_c (cell, *p);
          if (*p == '"')
            p++;
        }
      if (*p == '"')
        p++;
    }
  for (; *p != '\0' && *p != '\t' && *p != '\n' && *p != '\r'; p++)
    g_string_append_c (cell, *p);
  *at = p;

  return dov_trim (cell->str);
}

static gboolean
is_empty_row (GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++)
    if (*(const char *) g_ptr_array_index (row, i) != '\0')
      return FALSE;

  return TRUE;
}

/**
 * dov_pasted_split:
 * @text: what a spreadsheet puts on the clipboard: tabs between cells, a line for a row
 *
 * Returns: (transfer full) (element-type GPtrArray): the rows, each an array of
 *   its cells; rows in which nothing stands are left out
 */
GPtrArray *
dov_pasted_split (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) row = g_ptr_array_new_with_free_func (g_free);
  const char *at = text;

  while (*at != '\0')
    {
      g_ptr_array_add (row, take_cell (&at));
      if (*at == '\t')
        {
          at++;
          if (*at != '\0')
            continue;
          g_ptr_array_add (row, g_strdup (""));
        }
      if (*at == '\r')
        at++;
      if (*at == '\n')
        at++;
      if (!is_empty_row (row))
        g_ptr_array_add (rows, g_steal_pointer (&row));
      else
        g_ptr_array_unref (g_steal_pointer (&row));
      row = g_ptr_array_new_with_free_func (g_free);
    }

  return rows;
}

/* The cell, "" where the row is shorter than the table. */
const char *
dov_pasted_get_cell (GPtrArray *table,
                     guint      row,
                     guint      column)
{
  GPtrArray *cells = g_ptr_array_index (table, row);

  return column < cells->len ? g_ptr_array_index (cells, column) : "";
}

guint
dov_pasted_get_width (GPtrArray *table)
{
  guint width = 0;

  for (guint i = 0; i < table->len; i++)
    width = MAX (width, ((GPtrArray *) g_ptr_array_index (table, i))->len);

  return width;
}

/* Whether a pasted column may go into the field. Health and the like come one
 * at a time, with the consent beside them. */
gboolean
dov_pasted_is_field (const DovField *field)
{
  return (field->flags & DOV_SPECIAL) == 0;
}

static gboolean
has_name (DovRecordClass *klass)
{
  return dov_record_class_find_field (klass, "last_name") != NULL &&
         dov_record_class_find_field (klass, "first_name") != NULL &&
         dov_record_class_find_field (klass, "patronymic") != NULL;
}

/**
 * dov_pasted_list_fields:
 * @only: (nullable): names of the fields that are asked for; %NULL: all
 *
 * Returns: (transfer container) (element-type DovField): what a column may go into
 */
GPtrArray *
dov_pasted_list_fields (GType              type,
                        const char *const *only)
{
  g_autoptr (DovRecordClass) klass = g_type_class_ref (type);
  GPtrArray *fields = g_ptr_array_new ();

  if (only == NULL && has_name (klass))
    g_ptr_array_add (fields, (gpointer) &dov_pasted_whole_name);
  for (guint i = 0; i < klass->n_fields; i++)
    if (dov_pasted_is_field (&klass->fields[i]) && (only == NULL || g_strv_contains (only, klass->fields[i].name)))
      g_ptr_array_add (fields, (gpointer) &klass->fields[i]);

  return fields;
}

/* «ФИО», «Ф.И.О. ребёнка», «Фамилия, имя» */
static gboolean
is_whole_name (const char *folded)
{
  static const char *const names[] = { "фио", "ф и о", "фамилия имя", "фамилия и имя", "last name first name", "full name" };
  g_autofree char *ours = dov_fold (_(dov_pasted_whole_name.label));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (folded, names[i]))
      return TRUE;

  return g_str_equal (folded, ours);
}

/**
 * dov_pasted_find_field:
 * @heading: what stands over a column: the label of a field in either
 *   language, or its own name
 *
 * Returns: (nullable): the field; %NULL for a heading that nobody knows, which
 *   is to be asked about
 */
const DovField *
dov_pasted_find_field (GType       type,
                       const char *heading)
{
  g_autoptr (DovRecordClass) klass = g_type_class_ref (type);
  g_autofree char *folded = dov_fold (heading);

  for (guint i = 0; i < klass->n_fields && *folded != '\0'; i++)
    {
      const DovField *field = &klass->fields[i];
      g_autofree char *shown = dov_fold (_(field->label));
      g_autofree char *own = dov_fold (field->label);

      if (dov_pasted_is_field (field) &&
          (g_str_equal (folded, shown) || g_str_equal (folded, own) || g_strcmp0 (heading, field->name) == 0))
        return field;
    }

  return has_name (klass) && is_whole_name (folded) ? &dov_pasted_whole_name : NULL;
}

/**
 * dov_pasted_is_number_of_row:
 *
 * Returns: whether a column under @heading only counts the rows
 */
gboolean
dov_pasted_is_number_of_row (const char *heading)
{
  g_autofree char *folded = dov_fold (heading);

  return (g_str_has_prefix (heading, "№") || g_str_equal (heading, "#")) &&
         (*folded == '\0' || g_str_equal (folded, "п п") || g_str_equal (folded, "пп"));
}

static guint
count_filled (GPtrArray *table,
              guint      row)
{
  guint n = 0;

  for (guint c = 0; c < dov_pasted_get_width (table); c++)
    n += *dov_pasted_get_cell (table, row, c) != '\0';

  return n;
}

/**
 * dov_pasted_find_heading:
 * @knows: whether a column under these words is understood
 * @row: (out): where the heading stands
 *
 * Looks for the row that names columns, also below a title. One word that
 * happens to be a heading is not enough below the first row, where it may
 * stand among what is to be added.
 */
gboolean
dov_pasted_find_heading (GPtrArray      *table,
                         DovPastedKnows  knows,
                         gpointer        user_data,
                         guint          *row)
{
  guint most = 0;

  for (guint r = 0; r + 1 < table->len && r < ROWS_ABOVE; r++)
    {
      guint n = 0;

      for (guint c = 0; c < dov_pasted_get_width (table); c++)
        n += knows (dov_pasted_get_cell (table, r, c), user_data);
      if (n > most && (r == 0 || n >= 2 || n == count_filled (table, r)))
        {
          most = n;
          *row = r;
        }
    }

  return most > 0;
}

/**
 * dov_pasted_is_double:
 * @heading: the row of the heading
 *
 * Returns: whether the heading goes on in the next row, as cells joined over several columns do
 */
gboolean
dov_pasted_is_double (GPtrArray *table,
                      guint      heading)
{
  gboolean is_joined = FALSE, is_alone = FALSE;

  if (heading + 2 >= table->len)
    return FALSE;
  for (guint c = 0; c < dov_pasted_get_width (table); c++)
    {
      const char *above = dov_pasted_get_cell (table, heading, c);
      const char *below = dov_pasted_get_cell (table, heading + 1, c);

      if (strpbrk (below, "0123456789") != NULL)
        return FALSE;
      is_joined = is_joined || (*above == '\0' && *below != '\0');
      is_alone = is_alone || (*above != '\0' && *below == '\0');
    }

  return is_joined && is_alone;
}

/**
 * dov_pasted_dup_group:
 * @row: of headings that stand over several columns each
 *
 * Returns: (transfer full): what stands there over @column; empty when the row is no such
 */
char *
dov_pasted_dup_group (GPtrArray *table,
                      guint      row,
                      guint      column)
{
  if (count_filled (table, row) < 2)
    return g_strdup ("");
  while (column > 0 && *dov_pasted_get_cell (table, row, column) == '\0')
    column--;

  return g_strdup (dov_pasted_get_cell (table, row, column));
}

/**
 * dov_pasted_find_order:
 * @first: the first row below the heading
 * @by: (out) (optional): the date that says so
 *
 * In which order the dates of a column have day and month, from their own
 * values: %DOV_DATE_ORDER_EITHER when none says it, or two say it differently.
 */
DovDateOrder
dov_pasted_find_order (GPtrArray   *table,
                       guint        first,
                       guint        column,
                       const char **by)
{
  const char *said[DOV_DATE_ORDER_MONTH_FIRST + 1] = { NULL };
  DovDateOrder order = DOV_DATE_ORDER_PLAIN;

  for (guint r = first; r < table->len; r++)
    {
      const char *text = dov_pasted_get_cell (table, r, column);

      said[dov_date_find_order (text)] = text;
    }
  if (said[DOV_DATE_ORDER_DAY_FIRST] != NULL && said[DOV_DATE_ORDER_MONTH_FIRST] != NULL)
    order = DOV_DATE_ORDER_EITHER;
  else
    for (guint i = DOV_DATE_ORDER_EITHER; i <= DOV_DATE_ORDER_MONTH_FIRST; i++)
      order = said[i] != NULL ? i : order;
  if (by != NULL)
    *by = order > DOV_DATE_ORDER_EITHER ? said[order] : NULL;

  return order;
}

static gboolean
is_patronymic (const char *word)
{
  static const char *const ends[] = { "вич", "ьич", "вна", "ична" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (word, ends[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_turkic (const char *word)
{
  static const char *const words[] = { "оглы", "кызы", "оглу", "улы" };
  g_autofree char *folded = dov_fold (word);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (folded, words[i]))
      return TRUE;

  return FALSE;
}

/* «Паклина Арина Игоревна» is taken apart; what may be taken apart otherwise is not. */
static gboolean
read_name (DovRecord   *draft,
           const char  *text,
           GError     **error)
{
  g_autofree char *tidy = dov_name_tidy (text);
  g_auto (GStrv) words = g_strsplit (tidy, " ", -1);
  guint n = g_strv_length (words);
  g_autofree char *patronymic = n < 3 ? g_strdup ("") : n == 3 ? g_strdup (words[2]) : g_strjoin (" ", words[2], words[3], NULL);

  if (n < 2 || n > 4 || (n == 4 && !is_turkic (words[3])))
    return dov_refuse (error, _("“%s” is not a last name, a first name and a patronymic. Write them in columns of their own."),
                       text);
  if (strchr (tidy, '.') != NULL)
    return dov_refuse (error, _("“%s” has initials. Write the name in full."), text);
  if (is_patronymic (words[1]) && !(n > 2 && is_patronymic (words[2])))
    return dov_refuse (error, _("In “%s” the last name seems not to stand first. Write it first."), text);

  dov_record_set_string (draft, "last_name", words[0]);
  dov_record_set_string (draft, "first_name", words[1]);
  dov_record_set_string (draft, "patronymic", patronymic);

  return TRUE;
}

static gboolean
has_words (const char *folded,
           const char *wanted)
{
  g_auto (GStrv) words = g_strsplit (wanted, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* The linked record that is called @text, ё as е and in any case; 0 while that is none or several. One that is only
 * partly called so is @offered: who knows whether it is meant? */
static gint64
find_described (DovStore       *store,
                const DovField *field,
                const char     *text,
                guint          *n_found,
                gint64         *offered)
{
  g_autofree char *wanted = dov_fold (text);
  /* What follows the comma, such as a date of birth, is not found by words. */
  g_autofree char *name = g_strndup (text, strcspn (text, ","));
  DovQuery query = { .words = field->list == NULL ? name : NULL,
                     .where = field->list != NULL ? "list_code = ?1 AND is_active" : NULL };
  g_autoptr (GArray) ids = NULL;
  gint64 found = 0, partly = 0;
  guint n_partly = 0;

  if (field->list != NULL)
    query.params = g_variant_new ("(s)", field->list);
  ids = dov_store_list (store, field->target (), &query, NULL);
  *n_found = 0;
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autofree char *words = dov_store_describe_id (store, field->target (), id);
      g_autofree char *folded = dov_fold (words);

      if (g_str_equal (folded, wanted))
        {
          found = id;
          (*n_found)++;
        }
      if (has_words (folded, wanted))
        {
          partly = id;
          n_partly++;
        }
    }
  *offered = *n_found == 0 && n_partly == 1 && *wanted != '\0' ? partly : 0;

  return *n_found == 1 ? found : 0;
}

static gboolean
read_link (DovStore        *store,
           DovRecord       *draft,
           const DovField  *field,
           const char      *text,
           gint64          *offered,
           GError         **error)
{
  guint n_found = 0;
  gint64 id = find_described (store, field, text, &n_found, offered);

  if (id != 0)
    {
      dov_record_set_number (draft, field->name, id);
      return TRUE;
    }
  if (*offered != 0)
    {
      g_autofree char *words = dov_store_describe_id (store, field->target (), *offered);

      g_set_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED,
                   /* Translators: what was pasted, what the list has that is like it. */
                   _("Is “%s” perhaps “%s”? Say so below the table, or write it as in the list."), text, words);
      return FALSE;
    }

  return dov_refuse (error, n_found == 0 ? _("There is no “%s” here. Add it first, or write it as in the list.")
                                         : _("There are several “%s”. Write the one you mean in full."), text);
}

/**
 * dov_pasted_read_cell:
 * @draft: takes the value
 * @text: as it stands in the spreadsheet; an empty cell leaves the field as it is
 * @order: of the dates in this column
 * @offered: (out): the one record that is partly called like this
 *
 * Reads one cell. A link is found by the words that describe its record; where
 * there is none or more than one, nothing is guessed.
 *
 * Returns: %FALSE with words on what to do when the cell cannot be this field
 */
gboolean
dov_pasted_read_cell (DovStore        *store,
                      DovRecord       *draft,
                      const DovField  *field,
                      const char      *text,
                      DovDateOrder     order,
                      gint64          *offered,
                      GError         **error)
{
  g_autofree char *dotted = NULL;

  *offered = 0;
  if (*text == '\0')
    return TRUE;
  if (field == &dov_pasted_whole_name)
    return read_name (draft, text, error);
  if (field->kind == DOV_KIND_LINK)
    return read_link (store, draft, field, text, offered, error);
  if ((field->kind == DOV_KIND_DATE || field->kind == DOV_KIND_MOMENT) && order > DOV_DATE_ORDER_EITHER)
    dotted = dov_date_put_day_first (text, order);

  return dov_record_set_typed (draft, field, dotted != NULL ? dotted : text, error);
}

/**
 * dov_pasted_dup_understood:
 *
 * Returns: (transfer full): what a cell of @field was taken for, so that it cannot be mistaken: 3 апреля 2015
 */
char *
dov_pasted_dup_understood (DovStore       *store,
                           DovRecord      *draft,
                           const DovField *field)
{
  if (field == &dov_pasted_whole_name)
    {
      g_autofree char *last = dov_record_dup_text (draft, dov_record_find_field (draft, "last_name"));
      g_autofree char *first = dov_record_dup_text (draft, dov_record_find_field (draft, "first_name"));
      g_autofree char *patronymic = dov_record_dup_text (draft, dov_record_find_field (draft, "patronymic"));

      return g_strjoin (" · ", last, first, *patronymic != '\0' ? patronymic : NULL, NULL);
    }
  if (field->kind == DOV_KIND_DATE)
    return dov_date_to_words (G_STRUCT_MEMBER (GDate *, draft, field->offset));
  if (field->kind == DOV_KIND_MOMENT && G_STRUCT_MEMBER (GDateTime *, draft, field->offset) != NULL)
    {
      GDate day = dov_moment_get_date (G_STRUCT_MEMBER (GDateTime *, draft, field->offset));
      g_autofree char *date = dov_date_to_words (&day);
      g_autofree char *time = dov_time_to_shown (dov_moment_get_time (G_STRUCT_MEMBER (GDateTime *, draft, field->offset)));

      return g_strconcat (date, ", ", time, NULL);
    }

  return dov_store_dup_shown (store, draft, field);
}
