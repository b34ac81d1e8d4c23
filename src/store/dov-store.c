/* dov-store.c - the records of a club, kept in one file: opening, finding, one object a row */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-store-private.h"

#include "dov-aside.h"
#include "dov-backup.h"
#include "dov-live.h"
#include "dov-registry.h"
#include "dov-schema.h"

#include <errno.h>
#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (DovStore, dov_store, G_TYPE_OBJECT)

enum { CHANGED, RELOADED, COMMITTED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* An operation that touched more records than this says so once. */
#define TOO_MANY_TO_NAME 200

static void
forget_cb (gpointer  data,
           GObject  *where_the_record_was)
{
  DovLiving *living = data;

  living->record = NULL;
  g_hash_table_remove (living->store->living, &living->id);
}

static void
dov_living_free (DovLiving *living)
{
  if (living->record != NULL)
    g_object_weak_unref (G_OBJECT (living->record), forget_cb, living);
  g_free (living);
}

/* Returns: (transfer full) (nullable): the object that stands for the row */
static DovRecord *
find_living (DovStore *self,
             gint64    id)
{
  DovLiving *living = g_hash_table_lookup (self->living, &id);

  return living != NULL ? g_object_ref (living->record) : NULL;
}

void
dov_store_remember (DovStore  *self,
                    DovRecord *record)
{
  DovLiving *living = g_new (DovLiving, 1);

  living->store = self;
  living->record = record;
  living->id = dov_record_get_id (record);
  g_object_weak_ref (G_OBJECT (record), forget_cb, living);
  g_hash_table_insert (self->living, &living->id, living);
}

void
dov_store_forget (DovStore *self,
                  gint64    id)
{
  g_hash_table_remove (self->living, &id);
}

/**
 * dov_store_get_table:
 *
 * Returns: (transfer none): what the field table of @type says in SQL
 */
DovTable *
dov_store_get_table (DovStore *self,
                     GType     type)
{
  DovTable *table = g_hash_table_lookup (self->tables, GSIZE_TO_POINTER (type));

  if (table == NULL)
    g_error ("%s is not in the list of records", g_type_name (type));

  return table;
}

/* Always FALSE. */
gboolean
dov_store_set_not_found (DovTable  *table,
                         GError   **error)
{
  g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_NOT_FOUND,
               _("There is no such record here any more: %s"), _(table->klass->label));
  return FALSE;
}

/* Reads the row as the file has it now, whatever lives. */
DovRecord *
dov_store_read_row (DovStore  *self,
                    GType      type,
                    gint64     id,
                    GError   **error)
{
  DovTable *table = dov_store_get_table (self, type);
  g_autoptr (DovStatement) row = dov_database_prepare (self->database, table->select, error);
  g_autoptr (DovRecord) record = NULL;
  g_autoptr (GError) own_error = NULL;

  if (row == NULL)
    return NULL;

  dov_statement_bind_integer (row, 1, id);
  if (!dov_statement_step (row, &own_error))
    {
      if (own_error != NULL)
        g_propagate_error (error, g_steal_pointer (&own_error));
      else
        dov_store_set_not_found (table, error);
      return NULL;
    }

  record = dov_record_new (type, id);
  if (!dov_store_fill_record (record, row, error))
    return NULL;

  return g_steal_pointer (&record);
}

/* Whether there is a row, and whether it lies in the bin. */
gboolean
dov_store_has_row (DovStore  *self,
                   GType      type,
                   gint64     id,
                   gboolean  *is_removed,
                   GError   **error)
{
  DovTable *table = dov_store_get_table (self, type);
  g_autofree char *sql = g_strdup_printf ("SELECT removed IS NOT NULL FROM %s WHERE id = ?1",
                                          table->klass->table);
  g_autoptr (DovStatement) row = dov_database_prepare (self->database, sql, error);

  if (row == NULL)
    return FALSE;

  dov_statement_bind_integer (row, 1, id);
  if (!dov_statement_step (row, error))
    return FALSE;
  if (is_removed != NULL)
    *is_removed = dov_statement_column_integer (row, 0) != 0;

  return TRUE;
}

/**
 * dov_store_find:
 *
 * A record that lies in the bin is found too; see dov_record_is_removed().
 *
 * Returns: (transfer full): the one object that stands for the row, which is
 *   never edited: forms edit dov_record_dup() of it. %NULL with
 *   %DOV_STORE_ERROR_NOT_FOUND when there is no such row
 */
DovRecord *
dov_store_find (DovStore  *self,
                GType      type,
                gint64     id,
                GError   **error)
{
  DovRecord *record = find_living (self, id);

  if (record != NULL && G_OBJECT_TYPE (record) != type)
    {
      g_object_unref (record);
      dov_store_set_not_found (dov_store_get_table (self, type), error);
      return NULL;
    }
  if (record == NULL)
    {
      record = dov_store_read_row (self, type, id, error);
      if (record == NULL)
        return NULL;
      dov_store_remember (self, record);
    }

  g_set_object (&self->recent[self->next_recent], record);
  self->next_recent = (self->next_recent + 1) % DOV_STORE_N_RECENT;

  return record;
}

/* Tells everybody what an operation has done, now that it is done. */
void
dov_store_say_changes (DovStore     *self,
                       DovOperation *operation)
{
  if (operation->touched->len == 0)
    return;

  if (operation->touched->len > TOO_MANY_TO_NAME)
    g_signal_emit (self, signals[RELOADED], 0);
  else
    for (guint i = 0; i < operation->touched->len; i++)
      {
        DovTouched *touched = g_ptr_array_index (operation->touched, i);

        g_signal_emit (self, signals[CHANGED], 0, touched->type, touched->id);
      }
  g_signal_emit (self, signals[COMMITTED], 0);
}

const char *
dov_store_get_path (DovStore *self)
{
  return self->path;
}

gboolean
dov_store_is_read_only (DovStore *self)
{
  return self->is_read_only;
}

DovDatabase *
dov_store_get_database (DovStore *self)
{
  return self->database;
}

/**
 * dov_store_get_user:
 *
 * Returns: who the log says has done what is done from now on
 */
const char *
dov_store_get_user (DovStore *self)
{
  return self->user;
}

void
dov_store_set_user (DovStore   *self,
                    const char *who)
{
  g_return_if_fail (who != NULL);

  g_free (self->user);
  self->user = g_strdup (who);
}

/**
 * dov_store_set_user_id:
 * @user_id: the account of who works, 0 when nobody has signed in
 *
 * The log keeps it beside the name, which is only what somebody said.
 */
void
dov_store_set_user_id (DovStore *self,
                       gint64    user_id)
{
  self->user_id = user_id;
}

static char *
dup_name_of_user (void)
{
  const char *name = g_get_real_name ();

  if (name == NULL || *name == '\0' || g_str_equal (name, "Unknown"))
    name = g_get_user_name ();

  return g_utf8_make_valid (name, -1);
}

static void
make_tables (DovStore *self)
{
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);

  for (guint i = 0; i < n_types; i++)
    g_hash_table_insert (self->tables, GSIZE_TO_POINTER (types[i]), dov_store_table_new (types[i]));
  dov_store_table_find_referrers (self->tables);
}

/* What killed programs left half made, and what others may read though it is nobody's business. */
static void
tidy_beside (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *copies = dov_backup_get_folder (path);

  dov_aside_sweep (folder);
  dov_backup_make_private (copies);
}

/**
 * dov_store_open:
 * @flags: %DOV_STORE_CREATE makes a file that is not there
 *
 * Opens a file, brings its tables up to the records of this program and fills
 * in the reference data it lacks.
 *
 * Returns: (transfer full): the store, or %NULL with words for a person
 */
DovStore *
dov_store_open (const char     *path,
                DovStoreFlags   flags,
                GError        **error)
{
  g_autoptr (DovStore) self = g_object_new (DOV_TYPE_STORE, NULL);
  DovDatabaseFlags how = 0;

  g_return_val_if_fail (path != NULL, NULL);

  if (flags & DOV_STORE_CREATE)
    how |= DOV_DATABASE_CREATE;
  if (flags & DOV_STORE_READ_ONLY)
    how |= DOV_DATABASE_READ_ONLY;

  self->path = dov_database_dup_real_path (path);
  self->is_read_only = (flags & DOV_STORE_READ_ONLY) != 0;
  self->user = dup_name_of_user ();
  if (!self->is_read_only)
    {
      self->lock = dov_lock_take (self->path, error);
      if (self->lock == NULL)
        return NULL;
      tidy_beside (self->path);
    }
  if ((flags & DOV_STORE_CREATE) && !dov_backup_check_emptied (self->path, error))
    return NULL;
  self->database = dov_schema_open (self->path, how, dov_backup_keep, error);
  if (self->database == NULL)
    return NULL;

  /* Also what a killed program left in the log. */
  if (!self->is_read_only)
    {
      dov_database_set_written (self->database, dov_store_settle_soon, self);
      dov_store_settle_soon (self);
    }
  make_tables (self);
  if (!dov_store_prepare_schema (self, error) || !dov_store_preload (self, error)
      || !dov_live_create (self->database, "main", DOV_LIVE, error))
    return NULL;
  self->sitting = self->last_operation;

  return g_steal_pointer (&self);
}

static gboolean
fill_new (const char    *path,
          DovStoreFill   fill,
          gpointer       data,
          GError       **error)
{
  g_autoptr (DovStore) store = dov_store_open (path, DOV_STORE_CREATE, error);

  return store != NULL && (fill == NULL || fill (store, data, error)) && dov_store_close (store, error);
}

/**
 * dov_store_make:
 * @path: where nothing lies yet
 * @fill: (nullable): puts into it what it begins with
 *
 * Makes a file. It is there when it is whole, or not at all.
 */
gboolean
dov_store_make (const char    *path,
                DovStoreFill   fill,
                gpointer       data,
                GError       **error)
{
  g_autofree char *real = dov_database_dup_real_path (path);
  int number = g_file_test (real, G_FILE_TEST_EXISTS) ? EEXIST : 0;
  g_autoptr (DovAside) aside = number == 0 ? dov_aside_begin (real, 0600, &number) : NULL;

  if (aside != NULL && !fill_new (dov_aside_get_part (aside), fill, data, error))
    return FALSE;
  if (aside != NULL)
    number = dov_aside_settle (aside, FALSE);
  if (number != 0)
    dov_store_error_from_number (error, path, number);

  return number == 0;
}

/**
 * dov_store_close:
 *
 * Abandons what is open and brings everything that was saved into the one
 * file. The store can do nothing afterwards; its records stay readable.
 */
gboolean
dov_store_close (DovStore  *self,
                 GError   **error)
{
  gboolean done = TRUE;

  if (self->database == NULL)
    return TRUE;

  dov_store_stop_settling (self);
  dov_store_abandon (self);
  g_clear_object (&self->seen);
  if (!self->is_read_only)
    done = dov_database_execute (self->database, "PRAGMA wal_checkpoint (TRUNCATE)", error);
  g_clear_object (&self->database);
  g_clear_pointer (&self->lock, dov_lock_release);

  return done;
}

static void
dov_store_dispose (GObject *object)
{
  DovStore *self = DOV_STORE (object);

  (void) dov_store_close (self, NULL);
  g_clear_pointer (&self->lock, dov_lock_release);
  for (guint i = 0; i < DOV_STORE_N_RECENT; i++)
    g_clear_object (&self->recent[i]);
  dov_store_forget_refusal (self);

  G_OBJECT_CLASS (dov_store_parent_class)->dispose (object);
}

static void
dov_store_finalize (GObject *object)
{
  DovStore *self = DOV_STORE (object);

  g_hash_table_unref (self->living);
  g_hash_table_unref (self->tables);
  g_array_unref (self->rules);
  g_ptr_array_unref (self->once);
  g_array_unref (self->consequences);
  g_array_unref (self->accepted);
  g_clear_pointer (&self->told, g_ptr_array_unref);
  g_free (self->path);
  g_free (self->user);

  G_OBJECT_CLASS (dov_store_parent_class)->finalize (object);
}

static void
dov_store_class_init (DovStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_store_dispose;
  G_OBJECT_CLASS (klass)->finalize = dov_store_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", DOV_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_GTYPE, G_TYPE_INT64);
  signals[RELOADED] =
    g_signal_new ("reloaded", DOV_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[COMMITTED] =
    g_signal_new ("committed", DOV_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
clear_acceptance (gpointer data)
{
  DovAcceptance *acceptance = data;

  g_free (acceptance->rule);
  g_free (acceptance->reason);
  g_free (acceptance->said);
}

static void
dov_store_init (DovStore *self)
{
  self->tables = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) dov_store_table_free);
  self->living = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) dov_living_free);
  self->rules = g_array_new (FALSE, FALSE, sizeof (DovRuleEntry));
  self->once = g_ptr_array_new ();
  self->consequences = g_array_new (FALSE, FALSE, sizeof (DovConsequence));
  self->accepted = g_array_new (FALSE, FALSE, sizeof (DovAcceptance));
  g_array_set_clear_func (self->accepted, clear_acceptance);
}

/**
 * dov_store_count_written:
 *
 * Returns: a number that grows with whatever is written, drafts too; while it is the same, nothing has changed
 */
gint64
dov_store_count_written (DovStore *self)
{
  g_return_val_if_fail (DOV_IS_STORE (self), 0);

  return dov_database_count_written (self->database);
}
