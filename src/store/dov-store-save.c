/* dov-store-save.c - saving, removing and restoring one record */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-store-private.h"

#include "dov-registry.h"

#include <glib/gi18n.h>

#define MEMBER(self, field, CType) G_STRUCT_MEMBER (CType, self, (field)->offset)

static void
bind_number (DovStatement *row,
             int           index,
             gint64        number,
             gint64        unknown)
{
  if (number == unknown)
    dov_statement_bind_null (row, index);
  else
    dov_statement_bind_integer (row, index, number);
}

/* What is empty is bound as NULL. */
void
dov_store_bind_field (DovStatement   *row,
                      int             index,
                      DovRecord      *record,
                      const DovField *field)
{
  switch (field->kind)
    {
    case DOV_KIND_NUMBER:
    case DOV_KIND_QUANTITY:
    case DOV_KIND_MONEY:
      if ((field->flags & DOV_FROM_ZERO) && MEMBER (record, field, gint64) == DOV_UNKNOWN)
        dov_statement_bind_integer (row, index, 0);
      else
        bind_number (row, index, MEMBER (record, field, gint64), DOV_UNKNOWN);
      break;

    case DOV_KIND_LINK:
      bind_number (row, index, MEMBER (record, field, gint64), 0);
      break;

    case DOV_KIND_FLAG:
      dov_statement_bind_integer (row, index, MEMBER (record, field, gboolean) ? 1 : 0);
      break;

    case DOV_KIND_TEXT:
    case DOV_KIND_NOTE:
    case DOV_KIND_DATE:
    case DOV_KIND_TIME:
    case DOV_KIND_MOMENT:
    case DOV_KIND_CHOICE:
    case DOV_KIND_CHOICES:
      {
        g_autofree char *text = dov_record_dup_text (record, field);

        if (*text == '\0')
          dov_statement_bind_null (row, index);
        else
          dov_statement_bind_text (row, index, text);
      }
      break;

    default:
      g_assert_not_reached ();
    }
}

/* Writes the row and its search key. */
gboolean
dov_store_write_row (DovStore   *self,
                     DovRecord  *record,
                     gboolean    is_new,
                     GError    **error)
{
  DovTable *table = dov_store_get_table (self, G_OBJECT_TYPE (record));
  g_autoptr (DovStatement) row = dov_database_prepare (self->database, is_new ? table->insert : table->update,
                                                       error);
  g_autofree char *key = dov_record_dup_key (record);

  if (row == NULL)
    return FALSE;

  dov_statement_bind_integer (row, 1, dov_record_get_id (record));
  dov_statement_bind_text (row, 2, key);
  for (guint i = 0; i < table->klass->n_fields; i++)
    dov_store_bind_field (row, (int) i + 3, record, &table->klass->fields[i]);

  return dov_statement_run (row, error);
}

/* Writes that the row lies in the bin since now, or does not. */
static gboolean
mark_row (DovStore   *self,
          DovRecord  *record,
          gboolean    removed,
          GError    **error)
{
  DovTable *table = dov_store_get_table (self, G_OBJECT_TYPE (record));
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET removed = ?2 WHERE id = ?1", table->klass->table);
  g_autoptr (DovStatement) row = dov_database_prepare (self->database, sql, error);

  if (row == NULL)
    return FALSE;

  dov_statement_bind_integer (row, 1, dov_record_get_id (record));
  if (removed)
    {
      g_autoptr (GDateTime) now = dov_clock_dup_now ();
      g_autofree char *at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S");

      dov_statement_bind_text (row, 2, at);
    }

  return dov_statement_run (row, error);
}

static gboolean
read_field (DovStatement    *row,
            int              column,
            DovRecord       *record,
            const DovField  *field,
            GError         **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  if (dov_statement_column_is_null (row, column))
    return TRUE;

  switch (field->kind)
    {
    case DOV_KIND_NUMBER:
    case DOV_KIND_QUANTITY:
    case DOV_KIND_MONEY:
    case DOV_KIND_LINK:
      g_value_init (&value, G_TYPE_INT64);
      g_value_set_int64 (&value, dov_statement_column_integer (row, column));
      dov_record_set_value (record, field, &value);
      return TRUE;

    case DOV_KIND_FLAG:
      g_value_init (&value, G_TYPE_BOOLEAN);
      g_value_set_boolean (&value, dov_statement_column_integer (row, column) != 0);
      dov_record_set_value (record, field, &value);
      return TRUE;

    case DOV_KIND_TEXT:
    case DOV_KIND_NOTE:
    case DOV_KIND_DATE:
    case DOV_KIND_TIME:
    case DOV_KIND_MOMENT:
    case DOV_KIND_CHOICE:
    case DOV_KIND_CHOICES:
      return dov_record_set_text (record, field, dov_statement_column_text (row, column), error);

    default:
      g_assert_not_reached ();
    }
}

/* A record may start with values of its own; the row decides. */
static void
empty_field (DovRecord      *record,
             const DovField *field)
{
  if (!dov_record_is_empty (record, field) && field->kind != DOV_KIND_FLAG && !(field->flags & DOV_FROM_ZERO))
    (void) dov_record_set_text (record, field, "", NULL);
}

/* Takes the values of the row that @row stands on: removed, then the fields. */
gboolean
dov_store_fill_record (DovRecord     *record,
                       DovStatement  *row,
                       GError       **error)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (record);

  dov_record_mark_removed (record, !dov_statement_column_is_null (row, 0));
  for (guint i = 0; i < klass->n_fields; i++)
    {
      int column = (int) i + 1;

      if (dov_statement_column_is_null (row, column))
        empty_field (record, &klass->fields[i]);
      else if (!read_field (row, column, record, &klass->fields[i], error))
        return FALSE;
    }

  return TRUE;
}

/* One record on its way into the file. */
typedef struct
{
  DovRecord *draft;    /* what the caller gave */
  DovRecord *after;    /* the same, tidied */
  DovRecord *living;   /* the object of the row, or NULL when there is no row */
  DovRecord *before;   /* as the row is, or NULL */
  gboolean   waits;
} Saving;

static void
clear_saving (Saving *saving)
{
  g_clear_object (&saving->after);
  g_clear_object (&saving->living);
  g_clear_object (&saving->before);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Saving, clear_saving)

/* An id that another kind of record has already would name two. */
static gboolean
is_id_free (DovStore *self,
            gint64    id)
{
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);

  for (guint i = 0; i < n_types; i++)
    if (dov_store_has_row (self, types[i], id, NULL, NULL))
      return FALSE;

  return TRUE;
}

static gboolean
refuse_taken (gint64    id,
              GError  **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED, _("Another record has the number %s already."),
               number);

  return FALSE;
}

static gboolean
find_before (DovStore  *self,
             Saving    *saving,
             GError   **error)
{
  GType type = G_OBJECT_TYPE (saving->draft);
  gint64 id = dov_record_get_id (saving->draft);
  g_autoptr (GError) own_error = NULL;

  if (id == 0)
    return TRUE;

  saving->living = dov_store_find (self, type, id, &own_error);
  if (saving->living == NULL && g_error_matches (own_error, DOV_STORE_ERROR, DOV_STORE_ERROR_NOT_FOUND))
    {
      if (is_id_free (self, id))
        return TRUE;
      return refuse_taken (id, error);
    }
  if (saving->living == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return FALSE;
    }

  /* Who edits the living object itself has changed what it was. */
  saving->before = saving->living == saving->draft ? dov_store_read_row (self, type, id, error)
                                                   : g_object_ref (saving->living);

  return saving->before != NULL;
}

static gboolean
refuse_removed (DovStore  *self,
                Saving    *saving,
                GError   **error)
{
  g_autofree char *words = dov_store_describe (self, saving->before);

  g_set_object (&self->refused, saving->draft);
  g_set_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED,
               _("“%s” lies in the bin. Restore it first."), words);
  return FALSE;
}

/* What was written once stays as it is; only the rules that wrote it write more. */
static gboolean
refuse_ledger (DovStore   *self,
               DovRecord  *record,
               GError    **error)
{
  g_autofree char *words = dov_store_describe (self, record);

  g_set_object (&self->refused, record);
  g_set_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED,
               _("“%s” is never changed or removed. Cancel the document it follows from instead."), words);

  return FALSE;
}

static gboolean
write_saving (DovStore   *self,
              Saving     *saving,
              GPtrArray  *problems,
              GError    **error)
{
  gboolean is_new = saving->before == NULL;

  return dov_store_write_row (self, saving->after, is_new, error)
         && dov_store_write_changes (self, saving->before, saving->after, error)
         && dov_store_write_accepted (self, saving->after, problems, error);
}

/* Gives the values to everybody who holds the record, now that they are written. */
static void
take_values (DovStore *self,
             Saving   *saving)
{
  gint64 id = dov_record_get_id (saving->after);
  gboolean is_new = saving->before == NULL;
  DovTouched *touched = dov_store_touch (self, saving->living, G_OBJECT_TYPE (saving->after), id);

  if (saving->living == saving->draft && touched->before != NULL)
    dov_record_assign (touched->before, saving->before);
  touched->waits |= saving->waits;
  touched->was_early |= saving->waits;
  touched->is_named |= dov_record_get_id (saving->draft) == 0;
  g_set_weak_pointer (&touched->draft, saving->draft);

  if (is_new)
    dov_store_remember (self, saving->after);
  else
    dov_record_assign (saving->living, saving->after);

  dov_record_give_id (saving->draft, id);
  dov_record_assign (saving->draft, saving->after);
}

static gboolean
save (DovStore   *self,
      Saving     *saving,
      GError    **error)
{
  g_autoptr (GPtrArray) problems = NULL;

  if (!find_before (self, saving, error))
    return FALSE;
  if (saving->before != NULL && dov_record_is_removed (saving->before))
    return refuse_removed (self, saving, error);

  saving->after = dov_record_dup (saving->draft);
  dov_record_tidy (saving->after);
  if (saving->before != NULL && dov_record_diff (saving->before, saving->after) == 0)
    {
      dov_record_assign (saving->draft, saving->after);
      return TRUE;
    }

  if (saving->before != NULL && DOV_RECORD_GET_CLASS (saving->before)->is_ledger)
    return refuse_ledger (self, saving->before, error);

  problems = dov_record_list_problems (saving->after);
  dov_store_list_link_problems (self, saving->before, saving->after,
                                self->operation->is_explicit ? &saving->waits : NULL, problems);
  dov_store_ask_rules (self, FALSE, saving->before, saving->after, problems);
  if (!dov_store_judge (self, saving->draft, problems, error))
    return FALSE;

  if (dov_record_get_id (saving->after) == 0)
    dov_record_give_id (saving->after, dov_store_make_id (self));
  else if (saving->before == NULL)
    dov_store_note_id (self, dov_record_get_id (saving->after));

  if (!dov_store_number_operation (self, error) || !dov_database_begin (self->database, error))
    return FALSE;
  if (!write_saving (self, saving, problems, error) || !dov_database_commit (self->database, error))
    {
      dov_database_roll_back (self->database);
      return FALSE;
    }
  take_values (self, saving);

  return TRUE;
}

/**
 * dov_store_save:
 * @draft: the record as it is to be; see dov_record_dup(). A record with an
 *   id that the file does not know is made with that id
 *
 * Tidies @draft and asks its table, its class and the rules; then writes the
 * row and who changed which fields of it, and only then lets the living
 * object take the new values. A save that changes nothing writes nothing. On
 * error everything is as it was.
 *
 * The errors are %DOV_RECORD_ERROR_REFUSED and %DOV_RECORD_ERROR_WARNING of a
 * rule, or those of the file. Outside dov_store_begin() a save is an
 * operation of its own.
 */
gboolean
dov_store_save (DovStore   *self,
                DovRecord  *draft,
                GError    **error)
{
  g_auto (Saving) saving = { .draft = draft };

  if (self->operation == NULL && self->refused != draft)
    dov_store_forget_accepted (self, TRUE);
  dov_store_forget_refusal (self);
  if (!dov_store_ensure_operation (self, error))
    return FALSE;

  return dov_store_end_single (self, save (self, &saving, error), error);
}

static gboolean
mark (DovStore   *self,
      DovRecord  *record,
      gboolean    removed,
      GError    **error)
{
  GType type = G_OBJECT_TYPE (record);
  gint64 id = dov_record_get_id (record);
  g_autoptr (DovRecord) living = dov_store_find (self, type, id, error);
  g_autoptr (GPtrArray) problems = NULL;
  DovTouched *touched;

  if (living == NULL)
    return FALSE;
  if (dov_record_is_removed (living) == removed)
    return TRUE;
  if (DOV_RECORD_GET_CLASS (living)->is_ledger)
    return refuse_ledger (self, living, error);

  problems = removed ? dov_problems_new () : dov_record_list_problems (living);
  dov_store_ask_rules (self, FALSE, removed ? living : NULL, removed ? NULL : living, problems);
  if (!dov_store_judge (self, record, problems, error))
    return FALSE;

  if (!dov_store_number_operation (self, error) || !dov_database_begin (self->database, error))
    return FALSE;
  if (!mark_row (self, living, removed, error)
      || !dov_store_write_line (self, DOV_RECORD_GET_CLASS (living)->table, id, NULL,
                                removed ? "removed" : "restored", NULL, NULL, error)
      || !dov_store_write_accepted (self, living, problems, error)
      || !dov_database_commit (self->database, error))
    {
      dov_database_roll_back (self->database);
      return FALSE;
    }

  touched = dov_store_touch (self, living, type, id);
  touched->is_removed = removed;
  touched->waits |= !removed;
  dov_record_mark_removed (living, removed);
  dov_record_mark_removed (record, removed);

  return TRUE;
}

/**
 * dov_store_remove:
 *
 * Puts @record into the bin, from where it can be restored. Refused with
 * %DOV_STORE_ERROR_REFERENCED while others outside the bin point to it.
 */
gboolean
dov_store_remove (DovStore   *self,
                  DovRecord  *record,
                  GError    **error)
{
  if (!dov_store_ensure_operation (self, error))
    return FALSE;

  return dov_store_end_single (self, mark (self, record, TRUE, error), error);
}

/**
 * dov_store_restore:
 *
 * Takes @record out of the bin, if the rules still let it stand.
 */
gboolean
dov_store_restore (DovStore   *self,
                   DovRecord  *record,
                   GError    **error)
{
  if (!dov_store_ensure_operation (self, error))
    return FALSE;

  return dov_store_end_single (self, mark (self, record, FALSE, error), error);
}
