/* dov-run-words.c - the words of a run: what always is there, what its SELECTs gave, texts made of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-run.h"

#include "dov-calendar.h"
#include "dov-definition-check.h"
#include "dov-number.h"

#include <math.h>
#include <string.h>

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

void
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
    shown = g_strdup (find_place_for_pen (cell.kind));
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
 *   its words has any. In a blank form an unknown word is a place for a pen.
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

/* Sets words from the first row of a query, which may ask for :lounge. A name
 * the row does not have, or has empty, keeps what it was. */
static void
set_from_row (DovRun            *self,
              const char        *sql,
              const char *const *names)
{
  g_autoptr (DovStatement) statement = dov_database_prepare (dov_reader_get_database (self->reader), sql, NULL);
  int lounge;

  g_return_if_fail (statement != NULL);

  lounge = dov_statement_find_parameter (statement, ":lounge");
  if (lounge != 0)
    dov_statement_bind_integer (statement, lounge, self->lounge);
  if (!dov_statement_step (statement, NULL))
    return;
  for (int i = 0; names[i] != NULL; i++)
    {
      DovValue value = dov_statement_column (statement, i);

      if (value.type != DOV_VALUE_NULL)
        dov_run_set_word (self, names[i], &value);
    }
}

static gboolean
is_approved (const DovDefinition *definition)
{
  for (guint i = 0; i < definition->blocks->len; i++)
    if (((DovDefinedBlock *) g_ptr_array_index (definition->blocks, i))->kind == DOV_BLOCK_APPROVE)
      return TRUE;

  return FALSE;
}

/**
 * dov_run_set_always:
 *
 * Sets the words that need no SELECT. A paper of all lounges is the
 * district's: its institution is the operator of the settings, it has
 * no address, and the district's coordinator signs it, or else the head,
 * unless the head approves it.
 */
void
dov_run_set_always (DovRun *self)
{
  static const char *const lounge_words[] = { "lounge", "address", "institution", "manager_post", "manager_name", NULL };
  static const char *const settings_words[] = { "institution", "head_post", "head_name", "district", NULL };
  static const char *const coordinator_words[] = { "coordinator_post", "coordinator_name", NULL };
  static const char *const signer_words[] = { "manager_post", "manager_name", NULL };
  static const char coordinator[] = "SELECT staff_post(id), staff_sign(id) FROM staff"
                                    " WHERE role = 'coordinator' AND until IS NULL ORDER BY id LIMIT 1";

  set_period_words (self);
  dov_run_set_text (self, "user", self->user);
  set_from_row (self,
                "SELECT operator_name, head_position, head_name,"
                "       district_name || coalesce(' ' || label('settings.district_kind', district_kind), '')"
                "  FROM settings ORDER BY id LIMIT 1", settings_words);
  set_from_row (self, coordinator, coordinator_words);

  if (self->lounge != 0)
    {
      set_from_row (self,
                    "SELECT l.name, l.address, coalesce(o.full_name, o.short_name), staff_post(l.manager_id),"
                    "       staff_sign(l.manager_id)"
                    "  FROM lounge l LEFT JOIN organisation o ON o.id = l.host_institution_id"
                    " WHERE l.id = :lounge", lounge_words);
    }
  else if (!self->is_blank)
    {
      dov_run_set_text (self, "lounge", "все площадки района");
      if (!is_approved (self->definition))
        set_from_row (self, "SELECT head_position, head_name FROM settings ORDER BY id LIMIT 1", signer_words);
      set_from_row (self, coordinator, signer_words);
    }
}
