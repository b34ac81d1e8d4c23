/* dov-store-row.c - a record as a row: bound and read natively, kind by kind */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-store-private.h"

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
gboolean
dov_store_mark_row (DovStore   *self,
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
