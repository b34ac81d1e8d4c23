/* dov-parts.c - removing and restoring a record together with what belongs to nothing else */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-parts.h"

#include "dov-registry.h"

#include <glib/gi18n.h>

/* What is done with a part, and with the parts of it. */
typedef gboolean (*Do) (DovStore   *store,
                        DovRecord  *part,
                        gint64      operation,
                        GError    **error);

/* The parts that point to @whole by this link: all that live; or of an @operation that took them away, those. */
static GArray *
list_parts (DovStore        *store,
            DovRecord       *whole,
            GType            type,
            const DovField  *link,
            gint64           operation,
            GError         **error)
{
  g_autofree char *condition =
    g_strdup_printf (operation == 0 ? "%s = ?1"
                     : "%s = ?1 AND id IN (SELECT id FROM audit WHERE operation = ?2 AND what = 'removed')", link->name);
  DovQuery query = { .where = condition, .in_bin = operation != 0,
                     .params = operation == 0 ? g_variant_new ("(x)", dov_record_get_id (whole))
                               : g_variant_new ("(xx)", dov_record_get_id (whole), operation) };

  return dov_store_list (store, type, &query, error);
}

/* What goes into the bin with a record, and comes back with it: the kinds say of which whole they are parts. */
static gboolean
do_parts (DovStore   *store,
          DovRecord  *whole,
          gint64      operation,
          Do          act,
          GError    **error)
{
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      DovRecordClass *klass = dov_registry_class (types[i]);

      for (guint n = 0; n < klass->n_fields; n++)
        {
          const DovField *link = &klass->fields[n];
          g_autoptr (GArray) ids = NULL;

          if (!(link->flags & DOV_PART) || link->target () != G_OBJECT_TYPE (whole))
            continue;
          ids = list_parts (store, whole, types[i], link, operation, error);
          for (guint k = 0; ids != NULL && k < ids->len; k++)
            {
              g_autoptr (DovRecord) part = dov_store_find (store, types[i], g_array_index (ids, gint64, k), error);

              if (part == NULL || !act (store, part, operation, error))
                return FALSE;
            }
          if (ids == NULL)
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
remove_whole (DovStore   *store,
              DovRecord  *record,
              gint64      none,
              GError    **error)
{
  return do_parts (store, record, none, remove_whole, error) && dov_store_remove (store, record, error);
}

/**
 * dov_parts_remove:
 *
 * Puts @record into the bin with its parts: a family with the lines of its
 * members and categories, an event with its headcount and attendances. One
 * operation, so that one undo brings all of it back. Refused like
 * dov_store_remove() while other cards point to it.
 */
gboolean
dov_parts_remove (DovStore   *store,
                  DovRecord  *record,
                  GError    **error)
{
  g_autofree char *what = dov_store_describe (store, record);
  g_autofree char *words = g_strdup_printf (_("Removed “%s”"), what);

  if (!dov_store_begin (store, words, error))
    return FALSE;

  return dov_store_end (store, remove_whole (store, record, 0, error), error);
}

static gboolean
restore_whole (DovStore   *store,
               DovRecord  *record,
               gint64      operation,
               GError    **error)
{
  return dov_store_restore (store, record, error) && do_parts (store, record, operation, restore_whole, error);
}

/**
 * dov_parts_restore:
 * @record: one that lies in the bin
 *
 * Takes @record out of the bin, and with it the parts that dov_parts_remove()
 * put there with it. One operation.
 */
gboolean
dov_parts_restore (DovStore   *store,
                   DovRecord  *record,
                   GError    **error)
{
  g_autofree char *what = dov_store_describe (store, record);
  g_autofree char *words = g_strdup_printf (_("Restored “%s”"), what);
  g_autoptr (GPtrArray) history = dov_store_list_history (store, G_OBJECT_TYPE (record), dov_record_get_id (record),
                                                          error);
  gint64 operation = 0;

  if (history == NULL)
    return FALSE;
  for (guint i = 0; i < history->len; i++)
    {
      DovChange *change = history->pdata[i];

      if (g_strcmp0 (change->what, "removed") == 0)
        operation = MAX (operation, change->operation);
    }

  if (!dov_store_begin (store, words, error))
    return FALSE;

  return dov_store_end (store, restore_whole (store, record, operation, error), error);
}
