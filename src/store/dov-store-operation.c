/* dov-store-operation.c - several saves that belong together: all of them, or none */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-store-private.h"

#include <glib/gi18n.h>

static void
dov_touched_free (DovTouched *touched)
{
  g_clear_object (&touched->before);
  g_clear_object (&touched->living);
  g_clear_weak_pointer (&touched->draft);
  g_free (touched);
}

static void
dov_operation_free (DovOperation *operation)
{
  g_hash_table_unref (operation->by_id);
  g_ptr_array_unref (operation->touched);
  g_free (operation->words);
  g_free (operation);
}

/* A new id: the upper half names the file it was made in. */
gint64
dov_store_make_id (DovStore *self)
{
  self->operation->is_counted = TRUE;

  return self->tag << 32 | ++self->counter;
}

/* An id of this file that came from outside, from a copy or a dump, must not
 * be made again. */
void
dov_store_note_id (DovStore *self,
                   gint64    id)
{
  if (id >> 32 == self->tag && (id & G_MAXUINT32) > self->counter)
    {
      self->counter = id & G_MAXUINT32;
      self->operation->is_counted = TRUE;
    }
}

static gboolean
start (DovStore    *self,
       const char  *words,
       gboolean     is_explicit,
       GError     **error)
{
  if (self->is_read_only)
    {
      g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_READ_ONLY,
                   _("“%s” is open for reading only, so nothing can be changed."), self->path);
      return FALSE;
    }
  if (!dov_database_begin (self->database, error))
    return FALSE;

  self->operation = g_new0 (DovOperation, 1);
  self->operation->words = g_strdup (words);
  self->operation->is_explicit = is_explicit;
  self->operation->touched = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_touched_free);
  self->operation->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  return TRUE;
}

/* Every change happens inside an operation; a lone save is one of its own. */
gboolean
dov_store_ensure_operation (DovStore  *self,
                            GError   **error)
{
  return self->operation != NULL || start (self, NULL, FALSE, error);
}

static gboolean
join (DovStore   *self,
      const char *words)
{
  g_return_val_if_fail (self->operation->is_explicit, FALSE);

  dov_store_name_operation (self, words);
  self->operation->n_joined++;

  return TRUE;
}

/**
 * dov_store_name_operation:
 * @words: (nullable): what it is, for people
 *
 * Names the operation that was begun without words, as long as nothing is saved in it.
 */
void
dov_store_name_operation (DovStore   *self,
                          const char *words)
{
  g_return_if_fail (self->operation != NULL);

  if (self->operation->words == NULL && self->operation->number == 0)
    self->operation->words = g_strdup (words);
}

/**
 * dov_store_begin:
 * @words: (nullable): what it is, for people: “Gifts handed out”
 *
 * Begins an operation of several saves: one transaction, one line of undo.
 * Between here and dov_store_commit() the store and the living objects show
 * what was saved already; nobody is told before the end.
 *
 * Who begins inside an open operation joins it: its commit ends nothing, and
 * when it abandons, all is taken back and there is nothing left to commit. So
 * a deed of several steps is one operation, and an operation that was begun
 * without words takes those of the first step.
 */
gboolean
dov_store_begin (DovStore    *self,
                 const char  *words,
                 GError     **error)
{
  if (self->operation != NULL)
    return join (self, words);

  dov_store_forget_accepted (self, TRUE);
  dov_store_forget_refusal (self);

  return start (self, words, TRUE, error);
}

/* Notes that the operation changes a row. The living object falls silent
 * until the end, so that nobody sees what may yet be taken back. */
DovTouched *
dov_store_touch (DovStore  *self,
                 DovRecord *living,
                 GType      type,
                 gint64     id)
{
  DovOperation *operation = self->operation;
  DovTouched *touched = g_hash_table_lookup (operation->by_id, &id);

  if (touched != NULL)
    return touched;

  touched = g_new0 (DovTouched, 1);
  touched->type = type;
  touched->id = id;
  if (living != NULL)
    {
      touched->living = g_object_ref (living);
      touched->before = dov_record_dup (living);
      touched->is_removed = dov_record_is_removed (living);
      g_object_freeze_notify (G_OBJECT (living));
    }
  g_ptr_array_add (operation->touched, touched);
  g_hash_table_insert (operation->by_id, &touched->id, touched);

  return touched;
}

static void
take_back (DovStore   *self,
           DovTouched *touched)
{
  if (touched->living != NULL)
    {
      dov_record_assign (touched->living, touched->before);
      dov_record_mark_removed (touched->living, dov_record_is_removed (touched->before));
      g_object_thaw_notify (G_OBJECT (touched->living));
      return;
    }

  dov_store_forget (self, touched->id);
  if (touched->draft != NULL && touched->is_named)
    dov_record_give_id (touched->draft, 0);
}

/* Takes everything back: rows, living objects, ids. */
static void
drop_operation (DovStore *self)
{
  DovOperation *operation = g_steal_pointer (&self->operation);

  dov_database_roll_back (self->database);
  for (guint i = operation->touched->len; i > 0; i--)
    take_back (self, g_ptr_array_index (operation->touched, i - 1));
  dov_operation_free (operation);

  for (guint i = 0; i < self->accepted->len; i++)
    g_array_index (self->accepted, DovAcceptance, i).was_tried = TRUE;
  self->accepts_all = FALSE;
  self->asks_reason = NULL;
  g_clear_pointer (&self->told, g_ptr_array_unref);
}

static gboolean
check_touched (DovStore    *self,
               DovTouched  *touched,
               GError     **error)
{
  g_autoptr (GPtrArray) problems = dov_problems_new ();
  g_autoptr (DovRecord) now = NULL;
  DovRecord *before, *refused;
  gboolean was_here = touched->before != NULL && !dov_record_is_removed (touched->before);
  gboolean is_here = !touched->is_removed;

  if (!was_here && !is_here)
    return TRUE;
  if (is_here && !touched->waits && !dov_store_has_late_rules (self, touched->type))
    return TRUE;

  now = dov_store_find (self, touched->type, touched->id, error);
  if (now == NULL || (!is_here && !dov_store_check_referrers (self, now, error)))
    return FALSE;

  before = was_here ? touched->before : NULL;
  refused = touched->draft != NULL ? touched->draft : now;
  if (is_here)
    dov_store_list_link_problems (self, before, now, NULL, problems);
  if (is_here && touched->was_early)
    dov_store_ask_rules (self, FALSE, before, now, problems);
  dov_store_ask_rules (self, TRUE, before, is_here ? now : NULL, problems);

  return dov_store_judge (self, refused, problems, error)
         && dov_store_write_accepted (self, now, problems, error);
}

/* All that was tried in it has failed. */
static gboolean
drop_number (DovStore  *self,
             GError   **error)
{
  g_autoptr (DovStatement) row = dov_database_prepare (self->database, "DELETE FROM operation WHERE id = ?1",
                                                       error);

  if (row == NULL)
    return FALSE;
  dov_statement_bind_integer (row, 1, self->operation->number);
  self->operation->number = 0;

  return dov_statement_run (row, error);
}

/* What follows is written as part of the operation, even when that is a lone save. */
static gboolean
draw_consequences (DovStore  *self,
                   GError   **error)
{
  DovOperation *operation = self->operation;
  gboolean is_explicit = operation->is_explicit, drawn = TRUE;

  operation->is_explicit = TRUE;
  for (guint i = 0; i < self->consequences->len && drawn; i++)
    drawn = g_array_index (self->consequences, DovConsequence, i) (self, error);
  operation->is_explicit = is_explicit;

  /* One that could not ask has nothing to say for itself. */
  if (!drawn && error != NULL && *error == NULL)
    (void) dov_database_check_questions (self->database, error);

  return drawn;
}

/**
 * dov_store_judge_end:
 *
 * Asks the rules that wait for the end of the operation, when all of it is
 * written. It does not end by this; who only wants to hear them takes it back.
 */
gboolean
dov_store_judge_end (DovStore  *self,
                     GError   **error)
{
  DovOperation *operation = self->operation;

  if (operation->touched->len > 0 && !draw_consequences (self, error))
    return FALSE;
  for (guint i = 0; i < operation->touched->len; i++)
    if (!check_touched (self, g_ptr_array_index (operation->touched, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
finish (DovStore  *self,
        GError   **error)
{
  DovOperation *operation = self->operation;

  if (!dov_store_judge_end (self, error))
    return FALSE;
  if (operation->touched->len == 0 && operation->number != 0 && !drop_number (self, error))
    return FALSE;
  if (operation->is_counted)
    {
      g_autofree char *counter = g_strdup_printf ("%" G_GINT64_FORMAT, self->counter);

      if (!dov_store_write_setting (self, "counter", counter, error))
        return FALSE;
    }

  return dov_database_commit (self->database, error);
}

static gboolean
end (DovStore  *self,
     gint64    *made,
     GError   **error)
{
  DovOperation *operation;

  if (made != NULL)
    *made = 0;
  if (!finish (self, error))
    {
      drop_operation (self);
      return FALSE;
    }

  operation = g_steal_pointer (&self->operation);
  if (operation->number != 0)
    self->last_operation = operation->number;
  if (made != NULL)
    *made = operation->number;
  dov_store_forget_accepted (self, FALSE);
  dov_store_forget_refusal (self);

  for (guint i = 0; i < operation->touched->len; i++)
    {
      DovTouched *touched = g_ptr_array_index (operation->touched, i);

      if (touched->living != NULL)
        g_object_thaw_notify (G_OBJECT (touched->living));
    }
  dov_store_say_changes (self, operation);
  dov_operation_free (operation);

  return TRUE;
}

/* Ends the operation that a lone save is; inside another nothing ends yet. */
gboolean
dov_store_end_single (DovStore  *self,
                      gboolean   done,
                      GError   **error)
{
  if (self->operation->is_explicit)
    return done;
  if (done)
    return end (self, NULL, error);

  drop_operation (self);

  return FALSE;
}

/**
 * dov_store_commit:
 * @operation: (out) (optional): the one that was made, for dov_store_undo();
 *   0 when nothing was changed, or when it is not at its end
 *
 * Ends the operation: the rules that wait for the end look at every record
 * it touched, then all of it is on the disk. On error nothing of it was
 * saved: rows, living objects and the ids of new drafts are as before
 * dov_store_begin(), and dov_store_get_refused() tells which record it was.
 */
gboolean
dov_store_commit (DovStore  *self,
                  gint64    *operation,
                  GError   **error)
{
  g_return_val_if_fail (self->operation != NULL && self->operation->is_explicit, FALSE);

  if (self->operation->n_joined > 0)
    {
      self->operation->n_joined--;
      if (operation != NULL)
        *operation = 0;
      return TRUE;
    }

  return end (self, operation, error);
}

/**
 * dov_store_abandon:
 *
 * Takes back everything since the first dov_store_begin(). Does nothing when
 * no operation is open.
 */
void
dov_store_abandon (DovStore *self)
{
  if (self->operation == NULL)
    return;

  drop_operation (self);
  dov_store_forget_accepted (self, FALSE);
}

/**
 * dov_store_end:
 * @is_well: whether everything was saved that belongs together
 *
 * Commits the operation, or takes it back.
 *
 * Returns: whether it is done
 */
gboolean
dov_store_end (DovStore  *self,
               gboolean   is_well,
               GError   **error)
{
  if (is_well)
    return dov_store_commit (self, NULL, error);

  dov_store_abandon (self);

  return FALSE;
}

/**
 * dov_store_list_touched:
 * @type: a record
 *
 * Returns: (transfer full) (element-type gint64): the ids of those that the
 *   open operation has saved, removed or restored so far, in that order
 */
GArray *
dov_store_list_touched (DovStore *self,
                        GType     type)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; self->operation != NULL && i < self->operation->touched->len; i++)
    {
      DovTouched *touched = g_ptr_array_index (self->operation->touched, i);

      if (touched->type == type)
        g_array_append_val (ids, touched->id);
    }

  return ids;
}

/**
 * dov_store_find_before:
 *
 * Returns: (transfer full) (nullable): the record as it was before the open
 *   operation; %NULL when it was not there, or lay in the bin
 */
DovRecord *
dov_store_find_before (DovStore *self,
                       GType     type,
                       gint64    id)
{
  DovTouched *touched = self->operation != NULL ? g_hash_table_lookup (self->operation->by_id, &id) : NULL;
  g_autoptr (DovRecord) record = NULL;

  if (touched == NULL)
    record = dov_store_find (self, type, id, NULL);
  else if (touched->before != NULL)
    record = g_object_ref (touched->before);

  return record != NULL && !dov_record_is_removed (record) ? g_steal_pointer (&record) : NULL;
}

/**
 * dov_store_is_operating:
 *
 * Returns: whether an operation is open, be it that of a lone save
 */
gboolean
dov_store_is_operating (DovStore *self)
{
  return self->operation != NULL;
}

/**
 * dov_store_is_undoing:
 *
 * Returns: whether the open operation takes another one back, or does it again
 */
gboolean
dov_store_is_undoing (DovStore *self)
{
  return self->operation != NULL && self->operation->undoes != 0;
}

/**
 * dov_store_get_refused:
 *
 * Returns: (transfer none) (nullable): the record for whose sake the last
 *   save or commit failed
 */
DovRecord *
dov_store_get_refused (DovStore *self)
{
  return self->refused;
}

/**
 * dov_store_get_last_operation:
 *
 * Tells how far the file has come. What a deed has made is said by its own
 * dov_store_commit(): this may be the operation of somebody who heard of it.
 *
 * Returns: the number of the last operation, 0 when there was none
 */
gint64
dov_store_get_last_operation (DovStore *self)
{
  return self->last_operation;
}
