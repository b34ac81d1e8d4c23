/* dov-stock-posting.c - movements follow from papers: written, and taken back, at the end of every operation */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-stock-private.h"

#include "dov-item.h"
#include "dov-lounge.h"
#include "dov-stock-move.h"
#include "dov-stock-status.h"

#include <glib/gi18n.h>
#include <string.h>

/* A paper that the operation is about. */
typedef struct
{
  const DovStockPaper *paper;
  gint64               id;
  char                *day;
} Concerned;

/* A movement that is to be written. */
typedef struct
{
  const DovStockPaper *paper;
  gint64               paper_id;
  gint64               cause;
  char                *day;
  char                *kind;
  DovStockKey          key;         /* its batch is the text below */
  char                *expires_on;
  gint64               qty;
  gboolean             is_correction;
} Move;

typedef struct
{
  DovStore   *store;
  GHashTable *known;     /* id of a paper → itself */
  GArray     *papers;    /* Concerned */
  GHashTable *foreign;   /* ids of lines whose movements the operation brought along */
  GPtrArray  *waiting;   /* Move: out, but for which there is not enough yet */
} Posting;

static void
free_move (Move *move)
{
  g_free (move->day);
  g_free (move->kind);
  g_free (move->expires_on);
  g_free (move);
}

static void
clear_concerned (Concerned *concerned)
{
  g_free (concerned->day);
}

/* Which papers. */

static void
add_paper (Posting             *self,
           const DovStockPaper *paper,
           gint64               id)
{
  g_autoptr (DovRecord) record = dov_store_find (self->store, paper->type (), id, NULL);
  Concerned concerned = { paper, id, NULL };

  if (record == NULL || !g_hash_table_add (self->known, g_memdup2 (&id, sizeof id)))
    return;
  concerned.day = dov_record_dup_text (record, dov_record_find_field (record, "date"));
  g_array_append_val (self->papers, concerned);
}

static void
add_touched (Posting             *self,
             const DovStockPaper *paper)
{
  g_autoptr (GArray) papers = dov_store_list_touched (self->store, paper->type ());
  g_autoptr (GArray) lines = paper->line != NULL ? dov_store_list_touched (self->store, paper->line ()) : NULL;

  for (guint i = 0; i < papers->len; i++)
    add_paper (self, dov_stock_paper_of (paper->type ()), g_array_index (papers, gint64, i));
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      g_autoptr (DovRecord) line = dov_store_find (self->store, paper->line (), g_array_index (lines, gint64, i), NULL);

      if (line != NULL)
        add_paper (self, dov_stock_paper_of (paper->type ()), dov_record_get_number (line, paper->link));
    }
}

/* Movements come along with a dump: they are looked at, not written again. */
static gboolean
add_foreign (Posting  *self,
             GError  **error)
{
  g_autoptr (GArray) moves = dov_store_list_touched (self->store, DOV_TYPE_STOCK_MOVE);

  for (guint i = 0; i < moves->len; i++)
    {
      g_autoptr (DovRecord) move = dov_store_find (self->store, DOV_TYPE_STOCK_MOVE, g_array_index (moves, gint64, i),
                                                   error);
      gboolean has_cause = FALSE;

      if (move == NULL)
        return FALSE;
      for (guint n = 0; n < DOV_N_STOCK_PAPERS; n++)
        {
          const DovStockPaper *paper = &dov_stock_papers[n];
          gint64 cause = dov_record_get_number (move, paper->cause), paper_id = cause;
          g_autoptr (DovRecord) line = NULL;

          if (cause == 0)
            continue;
          has_cause = TRUE;
          g_hash_table_add (self->foreign, g_memdup2 (&cause, sizeof cause));
          if (paper->line != NULL)
            {
              line = dov_store_find (self->store, paper->line (), cause, error);
              if (line == NULL)
                return FALSE;
              paper_id = dov_record_get_number (line, paper->link);
            }
          add_paper (self, dov_stock_paper_of (paper->type ()), paper_id);
        }
      if (!has_cause)
        return dov_store_refuse (self->store, move, NULL, "S1",
                                 _("A movement follows from a document. Make the document instead."), error);
    }

  return TRUE;
}

static int
compare_papers (gconstpointer a,
                gconstpointer b)
{
  const Concerned *first = a, *second = b;
  int order = strcmp (first->day, second->day);

  if (order == 0)
    order = first->paper->rank - second->paper->rank;

  return order != 0 ? order : (first->id > second->id) - (first->id < second->id);
}

/* What moves. */

static GPtrArray *
list_moves (Posting              *self,
            const DovStockPaper  *paper,
            gint64                paper_id,
            GError              **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT cause, day, item_id, lounge_id, drive_id, expires_on, kind, sum (qty), sum (is_written)"
                     " FROM (SELECT *, 0 AS is_written FROM (%s) UNION ALL"
                     " SELECT m.%s, substr (m.at, 1, 10), m.item_id, m.lounge_id, m.drive_id, m.expires_on, -m.qty, m.kind, 1"
                     " %s) GROUP BY cause, day, item_id, lounge_id, drive_id, expires_on, kind HAVING sum (qty) <> 0"
                     " ORDER BY sum (qty) < 0, cause", paper->expected, paper->cause, paper->actual);
  g_autoptr (DovStatement) rows = dov_store_ask (self->store, sql, "(x)", paper_id);
  g_autoptr (GPtrArray) moves = g_ptr_array_new_with_free_func ((GDestroyNotify) free_move);

  while (dov_statement_next (rows))
    {
      Move *move = g_new0 (Move, 1);

      move->paper = paper;
      move->paper_id = paper_id;
      move->cause = dov_statement_column_integer (rows, 0);
      move->day = g_strdup (dov_statement_column_text (rows, 1));
      move->key.item_id = dov_statement_column_integer (rows, 2);
      move->key.lounge_id = dov_statement_column_integer (rows, 3);
      move->key.drive_id = dov_statement_column_integer (rows, 4);
      move->expires_on = g_strdup (dov_statement_column_text (rows, 5));
      move->key.expires_on = move->expires_on;
      move->kind = g_strdup (dov_statement_column_text (rows, 6));
      move->qty = dov_statement_column_integer (rows, 7);
      move->is_correction = dov_statement_column_integer (rows, 8) > 0;
      g_ptr_array_add (moves, move);
    }

  return dov_store_has_seen (self->store, error) ? g_steal_pointer (&moves) : NULL;
}

static DovRecord *
find_cause (Posting *self,
            Move    *move)
{
  return dov_store_find (self->store, move->paper->line != NULL ? move->paper->line () : move->paper->type (),
                         move->cause, NULL);
}

static gboolean
write_move (Posting  *self,
            Move     *move,
            GError  **error)
{
  g_autoptr (DovRecord) record = dov_record_new (DOV_TYPE_STOCK_MOVE, 0);
  DovStockMove *written = DOV_STOCK_MOVE (record);
  g_autoptr (GEnumClass) kinds = g_type_class_ref (dov_move_kind_get_type ());
  g_autofree char *moment = g_strconcat (move->day, "T00:00", NULL);
  g_autoptr (GDateTime) at = NULL;
  g_autoptr (GDate) day = NULL;

  (void) dov_moment_from_iso (moment, &at);
  if (move->expires_on != NULL)
    (void) dov_date_from_iso (move->expires_on, &day);
  dov_set (written, item_id, move->key.item_id);
  dov_set (written, at, at);
  dov_set (written, lounge_id, move->key.lounge_id);
  dov_set (written, drive_id, move->key.drive_id);
  dov_set (written, expires_on, day);
  dov_set (written, qty, move->qty);
  dov_set (written, kind, g_enum_get_value_by_nick (kinds, move->kind)->value);
  dov_set (written, is_correction, move->is_correction);
  dov_record_set_number (record, move->paper->cause, move->cause);

  return dov_store_save (self->store, record, error);
}

/* What may be taken: of the batch that is named, else of all that may go out. */
static gint64
get_have (Posting *self,
          Move    *move)
{
  gboolean with_expired = !g_str_equal (move->kind, "issue");

  if (move->expires_on != NULL || move->is_correction)
    return dov_stock_get_least (self->store, &move->key, move->day);

  return dov_stock_get_issuable (self->store, &move->key, move->day, with_expired);
}

/* S1: enough now does not help when there was not enough then. */
static gboolean
refuse_shortage (Posting  *self,
                 Move     *move,
                 GError  **error)
{
  g_autoptr (DovRecord) cause = find_cause (self, move);
  gint64 have = get_have (self, move);
  g_autofree char *words = dov_stock_dup_shortage (self->store, move->key.item_id, move->key.lounge_id,
                                                   move->key.drive_id, have, -move->qty);
  g_autoptr (GDate) day = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *full = NULL;
  DovStockFigure now;

  (void) dov_date_from_iso (move->day, &day);
  shown = dov_date_to_shown (day);
  dov_stock_get_figure (self->store, move->key.item_id, move->key.lounge_id, move->key.drive_id, &now);
  if (move->is_correction)
    full = g_strdup_printf (_("%s What came in by this document has gone out already. Take that back first."), words);
  else if (now.balance >= -move->qty && have < -move->qty)
    /* Translators: the day of the document. */
    full = g_strdup_printf (_("%s On %s there was not enough of it that is left until today. Check the date."), words,
                            shown);

  return dov_store_refuse (self->store, cause, "qty", "S1", full != NULL ? full : words, error);
}

static gboolean
write_out (Posting   *self,
           Move      *move,
           gboolean  *is_written,
           GError   **error)
{
  *is_written = dov_stock_get_least (self->store, &move->key, move->day) + move->qty >= 0;

  return !*is_written || write_move (self, move, error);
}

static gboolean
write_moves (Posting              *self,
             const DovStockPaper  *paper,
             gint64                paper_id,
             gboolean             *has_issued,
             GError              **error)
{
  g_autoptr (GPtrArray) moves = list_moves (self, paper, paper_id, error);

  if (moves == NULL)
    return FALSE;
  for (guint i = 0; i < moves->len; i++)
    {
      Move *move = moves->pdata[i];
      gboolean is_written = FALSE;

      if (g_hash_table_contains (self->foreign, &move->cause))
        {
          g_autoptr (DovRecord) cause = find_cause (self, move);

          return dov_store_refuse (self->store, cause, NULL, "S1",
                                   _("The movements that came along do not agree with the document. "
                                     "Leave them out: they are written by themselves."), error);
        }
      *has_issued |= g_str_equal (move->kind, "issue") && !move->is_correction;
      if (move->qty > 0)
        {
          if (!write_move (self, move, error))
            return FALSE;
          continue;
        }
      if (!write_out (self, move, &is_written, error))
        return FALSE;
      if (!is_written)
        {
          moves->pdata[i] = g_new0 (Move, 1);
          g_ptr_array_add (self->waiting, move);
        }
    }

  return TRUE;
}

/* What goes out may wait for what another paper of the operation brings in. */
static gboolean
write_waiting (Posting  *self,
               GError  **error)
{
  for (guint i = 0; i < self->waiting->len; i++)
    {
      Move *move = self->waiting->pdata[i];
      gboolean is_written = FALSE;

      if (!write_out (self, move, &is_written, error))
        return FALSE;
      if (!is_written)
        return refuse_shortage (self, move, error);
    }

  return TRUE;
}

static gboolean
post_paper (Posting    *self,
            Concerned  *concerned,
            GError    **error)
{
  g_autoptr (DovRecord) record = dov_store_find (self->store, concerned->paper->type (), concerned->id, error);
  gboolean has_issued = FALSE;

  if (record == NULL)
    return FALSE;
  if (!dov_record_is_removed (record) && dov_stock_is_posted (record) && !dov_store_is_undoing (self->store) &&
      !dov_stock_allot (self->store, concerned->paper, record, error))
    return FALSE;
  for (guint i = 0; i < DOV_N_STOCK_PAPERS; i++)
    if (dov_stock_papers[i].type == concerned->paper->type &&
        !write_moves (self, &dov_stock_papers[i], concerned->id, &has_issued, error))
      return FALSE;
  if (DOV_IS_DISTRIBUTION (record) && !dov_store_is_undoing (self->store))
    return dov_stock_settle_needs (self->store, DOV_DISTRIBUTION (record), has_issued, error);

  return TRUE;
}

/* After all is written. */

/* Movements that came along were not looked at one by one. */
static gboolean
check_foreign (Posting  *self,
               GArray   *foreign,
               GError  **error)
{
  for (guint i = 0; i < foreign->len; i++)
    {
      g_autoptr (DovRecord) record = dov_store_find (self->store, DOV_TYPE_STOCK_MOVE,
                                                     g_array_index (foreign, gint64, i), error);
      DovStockMove *move = record != NULL ? DOV_STOCK_MOVE (record) : NULL;
      g_autofree char *batch = move != NULL && move->expires_on != NULL ? dov_date_to_iso (move->expires_on) : NULL;
      g_autofree char *words = NULL;
      g_autofree char *day = NULL;
      GDate date;

      if (move == NULL)
        return FALSE;
      if (move->qty > 0)
        continue;
      date = dov_moment_get_date (move->at);
      day = dov_date_to_iso (&date);
      if (dov_stock_get_least (self->store, &(DovStockKey) { move->item_id, move->lounge_id, move->drive_id, batch },
                               day) >= 0)
        continue;
      words = dov_stock_dup_shortage (self->store, move->item_id, move->lounge_id, move->drive_id, 0, -move->qty);
      return dov_store_refuse (self->store, record, "qty", "S1", words, error);
    }

  return TRUE;
}

/* S5: what is kept back for a family goes to nobody else. */
static gboolean
check_reserved (Posting  *self,
                GError  **error)
{
  g_autoptr (GArray) moves = dov_store_list_touched (self->store, DOV_TYPE_STOCK_MOVE);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < moves->len; i++)
    {
      g_autoptr (DovRecord) record = dov_store_find (self->store, DOV_TYPE_STOCK_MOVE, g_array_index (moves, gint64, i),
                                                     error);
      DovStockMove *move = record != NULL ? DOV_STOCK_MOVE (record) : NULL;
      g_autofree char *text = NULL;
      g_autofree char *words = NULL;
      g_autofree char *kept = NULL;
      DovStockFigure figure;

      if (move == NULL)
        return FALSE;
      if (move->qty > 0 || move->kind == DOV_MOVE_KIND_WRITEOFF || move->kind == DOV_MOVE_KIND_ADJUST_MINUS)
        continue;
      text = g_strdup_printf ("%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT, move->item_id,
                              move->lounge_id, move->drive_id);
      if (!g_hash_table_add (seen, g_steal_pointer (&text)) ||
          dov_stock_get_reserved (self->store, move->item_id, move->lounge_id, move->drive_id, 0) == 0)
        continue;
      dov_stock_get_figure (self->store, move->item_id, move->lounge_id, move->drive_id, &figure);
      if (figure.balance >= figure.reserved)
        continue;
      words = dov_stock_dup_shortage (self->store, move->item_id, move->lounge_id, move->drive_id,
                                      MAX (0, figure.balance - figure.reserved - move->qty), -move->qty);
      kept = dov_stock_dup_quantity (self->store, move->item_id, figure.reserved);
      text = g_strdup_printf (_("%s %s are kept back for families. Release some of that first."), words, kept);
      return dov_store_refuse (self->store, record, "qty", "S5", text, error);
    }

  return TRUE;
}

static gboolean
run (Posting  *self,
     GError  **error)
{
  g_autoptr (GArray) foreign = dov_store_list_touched (self->store, DOV_TYPE_STOCK_MOVE);

  if (!add_foreign (self, error))
    return FALSE;
  for (guint i = 0; i < DOV_N_STOCK_PAPERS; i++)
    add_touched (self, &dov_stock_papers[i]);
  g_array_sort (self->papers, compare_papers);
  for (guint i = 0; i < self->papers->len; i++)
    if (!post_paper (self, &g_array_index (self->papers, Concerned, i), error))
      return FALSE;

  return write_waiting (self, error) && check_foreign (self, foreign, error) && check_reserved (self, error);
}

/* The consequence of every operation: movements are what the papers say. */
gboolean
dov_stock_post (DovStore  *store,
                GError   **error)
{
  Posting self = { .store = store };
  gboolean done;

  self.known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.foreign = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self.papers = g_array_new (FALSE, FALSE, sizeof (Concerned));
  g_array_set_clear_func (self.papers, (GDestroyNotify) clear_concerned);
  self.waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) free_move);
  done = run (&self, error);
  g_hash_table_unref (self.known);
  g_hash_table_unref (self.foreign);
  g_array_unref (self.papers);
  g_ptr_array_unref (self.waiting);

  return done;
}
