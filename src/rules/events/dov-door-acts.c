/* dov-door-acts.c - what was done at a door lately, from the log: also after the light went out */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-door-acts.h"

#include "dov-headcount.h"

#include <glib/gi18n.h>
#include <string.h>

/* What the lines of one operation have told so far. */
typedef struct
{
  DovDoorAct *act;
  guint       n_marked;
  guint       n_taken;
  DovBand     band;
  gint64      change;
  const DovNameFamily *family;
} Telling;

static void
act_free (DovDoorAct *act)
{
  g_free (act->words);
  g_free (act->time);
  g_free (act);
}

static gboolean
is_there (const char *status)
{
  return g_strcmp0 (status, "checked_in") == 0 || g_strcmp0 (status, "walk_in") == 0;
}

static void
take_person (DovDoor *self,
             Telling *telling,
             gint64   person_id,
             gboolean is_marked)
{
  const DovNameEntry *entry = dov_name_book_get (dov_door_get_book (self), person_id);

  if (is_marked)
    telling->n_marked++;
  else
    telling->n_taken++;
  telling->act->person_id = telling->n_marked + telling->n_taken == 1 ? person_id : 0;
  if (entry == NULL)
    return;
  if (telling->family == NULL)
    telling->family = entry->family;
  if (telling->act->words == NULL)
    telling->act->words = g_strdup (entry->name);
}

static void
take_band (Telling    *telling,
           const char *field,
           const char *was,
           const char *became)
{
  for (DovBand band = 0; band < DOV_N_BANDS; band++)
    if (g_strcmp0 (dov_band_get_field (band), field) == 0)
      {
        telling->band = band;
        telling->change = g_ascii_strtoll (became != NULL ? became : "0", NULL, 10) -
                          g_ascii_strtoll (was != NULL ? was : "0", NULL, 10);
      }
}

/* The first of all is a headcount that was made: the operation says of which age. */
static void
take_words (Telling    *telling,
            const char *words)
{
  telling->change = 1;
  for (DovBand band = 0; words != NULL && band < DOV_N_BANDS; band++)
    if (g_str_has_suffix (words, dov_band_get_label (band)))
      telling->band = band;
}

static void
end_telling (Telling *telling)
{
  DovDoorAct *act = telling->act;
  guint n = telling->n_marked + telling->n_taken;

  if (act == NULL)
    return;
  act->kind = telling->n_taken > 0 ? DOV_DOOR_ACT_TAKEN_BACK : DOV_DOOR_ACT_MARKED;
  if (n > 1)
    {
      g_autofree char *first = g_steal_pointer (&act->words);

      /* Translators: a family, or the first of several people, and how many were marked together */
      act->words = g_strdup_printf (ngettext ("%1$s — %2$u", "%1$s — %2$u", n),
                                    telling->family != NULL ? telling->family->name : first != NULL ? first : "", n);
    }
  else if (n == 0)
    {
      act->kind = telling->change < 0 ? DOV_DOOR_ACT_TAKEN_BACK : DOV_DOOR_ACT_COUNTED;
      /* Translators: somebody was counted without a name; an age band */
      act->words = g_strdup_printf (_("without a name, %s"), dov_band_get_label (telling->band));
    }
  else if (act->words == NULL)
    {
      act->words = g_strdup (_("somebody whose card is gone"));
    }
  *telling = (Telling) { 0 };
}

static DovDoorAct *
begin_act (DovStatement *row,
           GPtrArray    *acts)
{
  DovDoorAct *act = g_new0 (DovDoorAct, 1);
  const char *at = dov_statement_column_text (row, 1);

  act->operation = dov_statement_column_integer (row, 0);
  act->time = at != NULL && strlen (at) >= 16 ? g_strndup (at + 11, 5) : g_strdup ("");
  g_ptr_array_add (acts, act);

  return act;
}

static void
take_line (DovDoor      *self,
           Telling      *telling,
           DovStatement *row)
{
  const char *record = dov_statement_column_text (row, 2);
  const char *field = dov_statement_column_text (row, 4);
  const char *what = dov_statement_column_text (row, 5);

  if (g_strcmp0 (record, "event_headcount") == 0)
    {
      if (g_strcmp0 (what, "changed") == 0)
        take_band (telling, field, dov_statement_column_text (row, 6), dov_statement_column_text (row, 7));
      else if (g_strcmp0 (what, "made") == 0)
        take_words (telling, dov_statement_column_text (row, 8));
      return;
    }
  if (g_strcmp0 (what, "made") == 0)
    take_person (self, telling, dov_statement_column_integer (row, 3), TRUE);
  else if (g_strcmp0 (what, "removed") == 0)
    take_person (self, telling, dov_statement_column_integer (row, 3), FALSE);
  else if (g_strcmp0 (field, "status") == 0)
    take_person (self, telling, dov_statement_column_integer (row, 3), is_there (dov_statement_column_text (row, 7)));
}

/**
 * dov_door_list_acts:
 * @after: an operation, such as the last before the door was opened
 * @at_most: how many
 *
 * Returns: (transfer full) (element-type DovDoorAct): what was done at this
 *   event since and still stands, the last first
 */
GPtrArray *
dov_door_list_acts (DovDoor *self,
                    gint64   after,
                    guint    at_most)
{
  GPtrArray *acts = g_ptr_array_new_with_free_func ((GDestroyNotify) act_free);
  Telling telling = { 0 };
  g_autoptr (DovStatement) rows =
    dov_store_see (dov_door_get_store (self), "WITH mine (id) AS ("
                   "  SELECT o.id FROM operation o WHERE o.id > ?2 AND o.undoes IS NULL"
                   "   AND NOT EXISTS (SELECT 1 FROM operation u WHERE u.undoes = o.id)"
                   "   AND EXISTS (SELECT 1 FROM audit a WHERE a.operation = o.id"
                   "     AND ((a.record = 'attendance'"
                   "           AND (SELECT t.event_id FROM attendance t WHERE t.id = a.id) = ?1)"
                   "       OR (a.record = 'event_headcount'"
                   "           AND (SELECT h.event_id FROM event_headcount h WHERE h.id = a.id) = ?1)))"
                   "   ORDER BY o.id DESC LIMIT ?3)"
                   " SELECT a.operation, o.at, a.record, t.person_id, a.field, a.what, a.was, a.became, o.words"
                   "  FROM mine JOIN operation o ON o.id = mine.id JOIN audit a ON a.operation = o.id"
                   "  LEFT JOIN attendance t ON t.id = a.id AND a.record = 'attendance'"
                   " WHERE a.record IN ('attendance', 'event_headcount')"
                   " ORDER BY a.operation DESC, a.number",
                   "(xxi)", dov_record_get_id (DOV_RECORD (dov_door_get_event (self))), after, at_most);

  while (dov_statement_next (rows))
    {
      if (telling.act == NULL || telling.act->operation != dov_statement_column_integer (rows, 0))
        {
          end_telling (&telling);
          telling.act = begin_act (rows, acts);
        }
      take_line (self, &telling, rows);
    }
  end_telling (&telling);

  return acts;
}
