/* dov-database.c - one SQLite file; the only module that knows SQLite */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-database.h"

#include "dov-fold.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* How long to wait for another connection of ours, in milliseconds. */
#define PATIENCE 5000

/* How many instructions of SQLite's machine run between two looks at the cancellable. */
#define STEPS_UNCANCELLED 4000

/* How many pages are copied between two calls of the progress callback. */
#define PAGES_AT_ONCE 256

/* How many statements are kept prepared before those that rest are dropped. */
#define STATEMENTS_KEPT 512

struct _DovDatabase
{
  GObject       parent_instance;

  sqlite3      *handle;
  char         *path;
  GHashTable   *statements;    /* SQL → DovStatement, each prepared once */
  GCancellable *cancellable;
  DovGuard      guard;
  gpointer      guard_data;
  int           depth;         /* how many begins are open */
  int           error_offset;
  gboolean      is_read_only;
  gboolean      was_made;
};

struct _DovStatement
{
  DovDatabase  *database;      /* held only while somebody uses the statement */
  sqlite3_stmt *handle;
  gboolean      is_kept;
};

/* A function of ours that SQL may call. */
typedef struct
{
  DovFunction call;
  gpointer    user_data;
} Function;

G_DEFINE_FINAL_TYPE (DovDatabase, dov_database, G_TYPE_OBJECT)
G_DEFINE_QUARK (dov-store-error-quark, dov_store_error)

/* Errors: what SQLite met, in words for a person. */

static gboolean
is_no_room (int number)
{
  return number == ENOSPC || number == EDQUOT || number == EFBIG;
}

static gboolean
is_no_permission (int number)
{
  return number == EACCES || number == EPERM || number == EROFS;
}

static void
set_full (GError     **error,
          const char  *path)
{
  g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FULL,
               _("There is no room left on the disk of “%s”. Nothing that was saved is lost. "
                 "Delete something you do not need and save again."), path);
}

static void
set_read_only (GError     **error,
               const char  *path)
{
  g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_READ_ONLY,
               _("“%s” may only be read, not written. Ask for the right to write to its folder, "
                 "or copy the file to a folder of your own."), path);
}

static void
set_damaged (GError     **error,
             const char  *path)
{
  g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_DAMAGED,
               _("The file “%s” is damaged. Leave it as it is and put back the last copy."), path);
}

static void
set_foreign (GError     **error,
             const char  *path)
{
  g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FOREIGN,
               _("“%s” is not a file of this program."), path);
}

static void
set_error_from_number (GError     **error,
                       const char  *path,
                       int          number)
{
  if (is_no_room (number))
    set_full (error, path);
  else if (is_no_permission (number))
    set_read_only (error, path);
  else if (number == ENOENT || number == ENOTDIR)
    g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_NOT_FOUND,
                 _("There is no file “%s”."), path);
  else
    g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED,
                 _("The disk of “%s” cannot be read or written: %s"), path, g_strerror (number));
}

static void
set_error_from_code (GError     **error,
                     const char  *path,
                     sqlite3     *handle,
                     int          code)
{
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      set_full (error, path);
      break;

    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      set_error_from_number (error, path, sqlite3_system_errno (handle));
      break;

    case SQLITE_READONLY:
    case SQLITE_PERM:
      if (code == SQLITE_READONLY_DBMOVED)
        g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED,
                     _("“%s” was moved or deleted while it was open. Close the program and put the file back."),
                     path);
      else
        set_read_only (error, path);
      break;

    case SQLITE_CORRUPT:
      set_damaged (error, path);
      break;

    case SQLITE_NOTADB:
      set_foreign (error, path);
      break;

    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_IN_USE,
                   _("“%s” is being written by another program. Wait a little and try again."), path);
      break;

    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled"));
      break;

    case SQLITE_CONSTRAINT:
      if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
        {
          g_set_error_literal (error, DOV_STORE_ERROR, DOV_STORE_ERROR_REFERENCED,
                               _("Other records still point here, or this one points to a record that is not there."));
          break;
        }
      G_GNUC_FALLTHROUGH;

    default:
      g_set_error_literal (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED, sqlite3_errmsg (handle));
      break;
    }
}

static gboolean
fail (DovDatabase *self,
      GError     **error)
{
  set_error_from_code (error, self->path, self->handle, sqlite3_extended_errcode (self->handle));

  return FALSE;
}

/* A full disk or an interruption makes SQLite take the whole transaction
 * back by itself. What follows must not slip in as changes of their own. */
static gboolean
is_lost (DovDatabase *self)
{
  return self->depth > 0 && sqlite3_get_autocommit (self->handle);
}

static gboolean
fail_lost (GError **error)
{
  g_set_error_literal (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED,
                       _("Nothing was saved, because an earlier step failed."));

  return FALSE;
}

/* Callbacks from SQLite. */

static int
ask_guard_cb (gpointer    user_data,
              int         action,
              const char *first,
              const char *second,
              const char *schema,
              const char *view)
{
  DovDatabase *self = user_data;
  gboolean allowed = FALSE;

  if (action == SQLITE_SELECT || action == SQLITE_RECURSIVE)
    allowed = TRUE;
  else if (action == SQLITE_READ)
    allowed = self->guard (first, second, schema, view, self->guard_data);
  else if (action == SQLITE_FUNCTION)
    allowed = self->guard (NULL, second, NULL, view, self->guard_data);

  return allowed ? SQLITE_OK : SQLITE_DENY;
}

static int
ask_cancellable_cb (gpointer user_data)
{
  return g_cancellable_is_cancelled (user_data);
}

static void
call_function_cb (sqlite3_context  *context,
                  int               n_arguments,
                  sqlite3_value   **values)
{
  const Function *function = sqlite3_user_data (context);
  DovValue *arguments = g_newa0 (DovValue, n_arguments + 1);
  DovValue result = { .type = DOV_VALUE_NULL };

  for (int i = 0; i < n_arguments; i++)
    switch (sqlite3_value_type (values[i]))
      {
      case SQLITE_INTEGER:
        arguments[i].type = DOV_VALUE_INTEGER;
        arguments[i].integer = sqlite3_value_int64 (values[i]);
        break;
      case SQLITE_FLOAT:
        arguments[i].type = DOV_VALUE_REAL;
        arguments[i].real = sqlite3_value_double (values[i]);
        break;
      case SQLITE_TEXT:
        arguments[i].type = DOV_VALUE_TEXT;
        arguments[i].text = (const char *) sqlite3_value_text (values[i]);
        break;
      default:
        break;
      }

  function->call (arguments, n_arguments, &result, function->user_data);

  switch (result.type)
    {
    case DOV_VALUE_NULL:
      sqlite3_result_null (context);
      break;
    case DOV_VALUE_INTEGER:
      sqlite3_result_int64 (context, result.integer);
      break;
    case DOV_VALUE_REAL:
      sqlite3_result_double (context, result.real);
      break;
    case DOV_VALUE_TEXT:
      if (result.owned != NULL && result.text == result.owned)
        sqlite3_result_text (context, g_steal_pointer (&result.owned), -1, g_free);
      else
        sqlite3_result_text (context, result.text, -1, SQLITE_TRANSIENT);
      break;
    }
  dov_value_clear (&result);
}

static void
fold_cb (const DovValue *arguments,
         int             n_arguments,
         DovValue       *result,
         gpointer        user_data)
{
  if (arguments[0].type != DOV_VALUE_TEXT)
    return;

  result->type = DOV_VALUE_TEXT;
  result->text = result->owned = dov_fold (arguments[0].text);
}

static int
compare_cb (gpointer    user_data,
            int         a_bytes,
            const void *a,
            int         b_bytes,
            const void *b)
{
  return dov_compare_russian (a, a_bytes, b, b_bytes);
}

/* Opening. */

static gboolean
is_file_empty (const char *path)
{
  struct stat status;

  return stat (path, &status) != 0 || status.st_size == 0;
}

static gboolean
has_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  return !is_file_empty (log);
}

/* The file is made here and not by SQLite, so that nobody else can ever read
 * it; SQLite gives its own files beside it the same mode. */
static gboolean
make_file (const char  *path,
           gboolean    *was_made,
           GError     **error)
{
  int file = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (file < 0)
    {
      int number = errno;

      if (number == ENOENT || number == ENOTDIR)
        {
          g_autofree char *folder = g_path_get_dirname (path);

          g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_NOT_FOUND,
                       _("There is no folder “%s”."), folder);
        }
      else
        set_error_from_number (error, path, number);
      return FALSE;
    }
  *was_made = is_file_empty (path);
  close (file);

  return TRUE;
}

/* What can be told about a file before SQLite touches it. */
static gboolean
check_file (const char  *path,
            GError     **error)
{
  struct stat status;
  guint8 head[100] = { 0 };
  ssize_t n_read;
  gint64 page;
  int file;

  if (stat (path, &status) == 0 && !S_ISREG (status.st_mode))
    {
      set_foreign (error, path);
      return FALSE;
    }
  file = open (path, O_RDONLY | O_CLOEXEC);
  if (file < 0)
    {
      set_error_from_number (error, path, errno);
      return FALSE;
    }
  n_read = read (file, head, sizeof head);
  close (file);

  if (n_read == 0)
    {
      g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_DAMAGED,
                   _("The file “%s” is empty. Put back the last copy."), path);
      return FALSE;
    }
  if (memcmp (head, "SQLite format 3", MIN ((gsize) MAX (n_read, 0), 16)) != 0)
    {
      set_foreign (error, path);
      return FALSE;
    }

  /* Without a log that waits to be written back the file consists of whole
   * pages, as many as its head says. */
  page = head[16] << 8 | head[17];
  page = page == 1 ? 65536 : page;
  if (n_read < (ssize_t) sizeof head || page < 512 || (!has_log (path) && status.st_size % page != 0))
    {
      set_damaged (error, path);
      return FALSE;
    }

  return TRUE;
}

static gboolean
open_handle (DovDatabase  *self,
             int           mode,
             gboolean      for_ever,
             GError      **error)
{
  g_autofree char *escaped = g_uri_escape_string (self->path, "/", TRUE);
  g_autofree char *uri = g_strdup_printf ("file:%s%s", escaped, for_ever ? "?immutable=1" : "");
  int code;

  g_clear_pointer (&self->handle, sqlite3_close);
  code = sqlite3_open_v2 (uri, &self->handle, mode | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
  if (code != SQLITE_OK)
    return fail (self, error);

  sqlite3_extended_result_codes (self->handle, TRUE);
  sqlite3_busy_timeout (self->handle, PATIENCE);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_create_collation (self->handle, "russian", SQLITE_UTF8, NULL, compare_cb);
  dov_database_add_function (self, "fold", 1, fold_cb, NULL);

  return TRUE;
}

static gboolean
prepare_handle (DovDatabase  *self,
                GError      **error)
{
  if (!dov_database_execute (self,
                             "PRAGMA temp_store = MEMORY;"
                             "PRAGMA foreign_keys = ON;"
                             "PRAGMA secure_delete = ON;"
                             "PRAGMA synchronous = FULL;"
                             "PRAGMA cache_size = -8192;", error))
    return FALSE;

  /* The first touch of the file: here SQLite finds out what is wrong with it. */
  if (self->is_read_only)
    return dov_database_execute (self, "SELECT count(*) FROM sqlite_schema", error);

  return dov_database_execute (self,
                               "PRAGMA journal_mode = WAL;"
                               "PRAGMA journal_size_limit = 16777216;"
                               "SELECT count(*) FROM sqlite_schema;", error);
}

/**
 * dov_database_open:
 * @flags: %DOV_DATABASE_CREATE makes a file that is not there, readable by
 *   nobody else; an empty file is taken as one that is not there
 *
 * Every opening of a file goes through here. A connection belongs to one
 * thread at a time; work in another thread opens its own.
 *
 * Returns: (transfer full): the open file, or %NULL
 */
DovDatabase *
dov_database_open (const char        *path,
                   DovDatabaseFlags   flags,
                   GError           **error)
{
  g_autoptr (DovDatabase) self = g_object_new (DOV_TYPE_DATABASE, NULL);
  g_autoptr (GError) own_error = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self->path = g_strdup (path);
  self->is_read_only = (flags & DOV_DATABASE_READ_ONLY) != 0;

  if ((flags & DOV_DATABASE_CREATE) && !self->is_read_only && is_file_empty (path)
      && !make_file (path, &self->was_made, error))
    return NULL;
  if (!self->was_made && !check_file (path, error))
    return NULL;
  if (!self->is_read_only)
    {
      if (access (path, W_OK) != 0)
        {
          set_error_from_number (error, path, errno);
          return NULL;
        }
      /* A file that came by mail or stick; on a disk without modes it stays as it is. */
      (void) g_chmod (path, 0600);
    }

  if (!open_handle (self, self->is_read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE, FALSE, error))
    return NULL;
  if (prepare_handle (self, &own_error))
    return g_steal_pointer (&self);

  /* On a disk that may not be written SQLite cannot make the file through
   * which readers and a writer agree; with no log there is no writer. */
  if (self->is_read_only && !has_log (path)
      && (g_error_matches (own_error, DOV_STORE_ERROR, DOV_STORE_ERROR_NOT_FOUND)
          || g_error_matches (own_error, DOV_STORE_ERROR, DOV_STORE_ERROR_READ_ONLY)
          || g_error_matches (own_error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED)))
    {
      if (open_handle (self, SQLITE_OPEN_READONLY, TRUE, error) && prepare_handle (self, error))
        return g_steal_pointer (&self);
      return NULL;
    }
  g_propagate_error (error, g_steal_pointer (&own_error));

  return NULL;
}

const char *
dov_database_get_path (DovDatabase *self)
{
  return self->path;
}

gboolean
dov_database_is_read_only (DovDatabase *self)
{
  return self->is_read_only;
}

/**
 * dov_database_was_made:
 *
 * Returns: whether opening made the file, so that it holds nothing yet
 */
gboolean
dov_database_was_made (DovDatabase *self)
{
  return self->was_made;
}

/**
 * dov_database_execute:
 * @sql: one or more statements; rows they return are dropped
 */
gboolean
dov_database_execute (DovDatabase  *self,
                      const char   *sql,
                      GError      **error)
{
  if (is_lost (self))
    return fail_lost (error);

  return sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK || fail (self, error);
}

/* Statements. */

static void
free_statement (DovStatement *self)
{
  sqlite3_finalize (self->handle);
  g_free (self);
}

static gboolean
is_resting (gpointer key,
            gpointer value,
            gpointer user_data)
{
  return ((DovStatement *) value)->database == NULL;
}

static gboolean
has_more (DovDatabase *self,
          const char  *tail)
{
  sqlite3_stmt *next = NULL;
  gboolean more = FALSE;

  while (!more && *tail != '\0')
    {
      more = sqlite3_prepare_v2 (self->handle, tail, -1, &next, &tail) != SQLITE_OK || next != NULL;
      sqlite3_finalize (next);
    }

  return more;
}

static DovStatement *
new_statement (DovDatabase  *self,
               const char   *sql,
               GError      **error)
{
  DovStatement *statement = NULL;
  sqlite3_stmt *handle = NULL;
  const char *tail = NULL;

  self->error_offset = -1;
  if (sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, &tail) != SQLITE_OK)
    {
      self->error_offset = sqlite3_error_offset (self->handle);
      fail (self, error);
      return NULL;
    }
  if (handle == NULL || has_more (self, tail))
    {
      self->error_offset = handle == NULL ? 0 : (int) (tail - sql);
      sqlite3_finalize (handle);
      g_set_error_literal (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED, _("Exactly one statement is expected"));
      return NULL;
    }

  statement = g_new0 (DovStatement, 1);
  statement->handle = handle;

  return statement;
}

/**
 * dov_database_prepare:
 * @sql: one statement
 *
 * A statement is compiled once and kept for the next caller of the same text.
 * A second one is made while the first is in use, and for everything that is
 * prepared under a guard, since the guard is asked while compiling.
 *
 * Returns: (transfer full): a statement for dov_statement_release(), or %NULL
 */
DovStatement *
dov_database_prepare (DovDatabase  *self,
                      const char   *sql,
                      GError      **error)
{
  DovStatement *statement = NULL;

  if (self->guard == NULL)
    statement = g_hash_table_lookup (self->statements, sql);
  if (statement == NULL || statement->database != NULL)
    {
      gboolean is_kept = statement == NULL && self->guard == NULL;

      statement = new_statement (self, sql, error);
      if (statement == NULL)
        return NULL;

      if (is_kept)
        {
          if (g_hash_table_size (self->statements) >= STATEMENTS_KEPT)
            g_hash_table_foreach_remove (self->statements, is_resting, NULL);
          statement->is_kept = TRUE;
          g_hash_table_insert (self->statements, g_strdup (sql), statement);
        }
    }
  statement->database = g_object_ref (self);

  return statement;
}

/**
 * dov_statement_release:
 *
 * Gives a statement back to its database, reset and without bindings.
 */
void
dov_statement_release (DovStatement *self)
{
  g_autoptr (DovDatabase) database = NULL;

  if (self == NULL)
    return;

  database = g_steal_pointer (&self->database);
  if (self->is_kept)
    {
      sqlite3_reset (self->handle);
      sqlite3_clear_bindings (self->handle);
    }
  else
    free_statement (self);
}

/**
 * dov_database_get_error_offset:
 *
 * Returns: the byte of the SQL at which the last dov_database_prepare()
 *   stumbled, or -1 when that is not known
 */
int
dov_database_get_error_offset (DovDatabase *self)
{
  return self->error_offset;
}

/**
 * dov_database_count:
 * @sql: a SELECT without parameters
 *
 * Returns: the first column of its first row, 0 without a row, -1 on error
 */
gint64
dov_database_count (DovDatabase  *self,
                    const char   *sql,
                    GError      **error)
{
  g_autoptr (DovStatement) statement = dov_database_prepare (self, sql, error);
  g_autoptr (GError) own_error = NULL;

  if (statement == NULL)
    return -1;
  if (dov_statement_step (statement, &own_error))
    return dov_statement_column_integer (statement, 0);
  if (own_error == NULL)
    return 0;

  g_propagate_error (error, g_steal_pointer (&own_error));

  return -1;
}

/**
 * dov_database_add_function:
 * @n_arguments: how many, or -1 for any number
 * @function: must give the same result for the same arguments while a
 *   statement runs, and change nothing
 */
void
dov_database_add_function (DovDatabase *self,
                           const char  *name,
                           int          n_arguments,
                           DovFunction  function,
                           gpointer     user_data)
{
  Function *kept = g_new (Function, 1);

  *kept = (Function) { function, user_data };
  sqlite3_create_function_v2 (self->handle, name, n_arguments,
                              SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                              kept, call_function_cb, NULL, NULL, g_free);
}

/**
 * dov_database_set_guard:
 * @guard: (nullable): asked about everything that is prepared from now on
 *
 * Statements prepared under a guard can do nothing but read, and only what
 * the guard allows.
 */
void
dov_database_set_guard (DovDatabase *self,
                        DovGuard     guard,
                        gpointer     user_data)
{
  self->guard = guard;
  self->guard_data = user_data;
  sqlite3_set_authorizer (self->handle, guard != NULL ? ask_guard_cb : NULL, self);
}

/**
 * dov_database_set_cancellable:
 * @cancellable: (nullable): stops a running statement with %G_IO_ERROR_CANCELLED
 */
void
dov_database_set_cancellable (DovDatabase  *self,
                              GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
  sqlite3_progress_handler (self->handle, STEPS_UNCANCELLED,
                            cancellable != NULL ? ask_cancellable_cb : NULL, cancellable);
}

/* Transactions. */

static gboolean
execute_level (DovDatabase  *self,
               const char   *verb,
               GError      **error)
{
  g_autofree char *sql = g_strdup_printf ("%s level_%d", verb, self->depth);

  return dov_database_execute (self, sql, error);
}

gboolean
dov_database_begin (DovDatabase  *self,
                    GError      **error)
{
  gboolean begun;

  if (self->depth > 0)
    begun = execute_level (self, "SAVEPOINT", error);
  else
    begun = dov_database_execute (self, self->is_read_only ? "BEGIN" : "BEGIN IMMEDIATE", error);
  if (begun)
    self->depth++;

  return begun;
}

gboolean
dov_database_commit (DovDatabase  *self,
                     GError      **error)
{
  g_return_val_if_fail (self->depth > 0, FALSE);

  if (is_lost (self))
    return fail_lost (error);

  if (self->depth > 1)
    {
      g_autofree char *sql = g_strdup_printf ("RELEASE level_%d", self->depth - 1);

      if (!dov_database_execute (self, sql, error))
        return FALSE;
    }
  else if (!dov_database_execute (self, "COMMIT", error))
    return FALSE;
  self->depth--;

  return TRUE;
}

void
dov_database_roll_back (DovDatabase *self)
{
  g_return_if_fail (self->depth > 0);

  self->depth--;
  if (sqlite3_get_autocommit (self->handle))
    return;

  if (self->depth > 0)
    {
      (void) execute_level (self, "ROLLBACK TO", NULL);
      (void) execute_level (self, "RELEASE", NULL);
    }
  else
    (void) dov_database_execute (self, "ROLLBACK", NULL);
}

/* Copying. */

static gboolean
copy_pages (DovDatabase            *self,
            sqlite3                *other,
            GFileProgressCallback   progress,
            gpointer                user_data,
            GCancellable           *cancellable,
            GError                **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (other, "main", self->handle, "main");
  gint64 page;
  int code;

  if (backup == NULL)
    {
      set_error_from_code (error, self->path, other, sqlite3_extended_errcode (other));
      return FALSE;
    }

  page = dov_database_count (self, "PRAGMA page_size", NULL);
  do
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          sqlite3_backup_finish (backup);
          return FALSE;
        }
      code = sqlite3_backup_step (backup, PAGES_AT_ONCE);
      if (progress != NULL && (code == SQLITE_OK || code == SQLITE_DONE))
        {
          gint64 total = sqlite3_backup_pagecount (backup) * page;

          progress (total - sqlite3_backup_remaining (backup) * page, total, user_data);
        }
    }
  while (code == SQLITE_OK);

  sqlite3_backup_finish (backup);
  if (code == SQLITE_DONE)
    return TRUE;

  set_error_from_code (error, sqlite3_db_filename (other, "main"), other, code);

  return FALSE;
}

static gboolean
copy_into (DovDatabase            *self,
           sqlite3                *other,
           GFileProgressCallback   progress,
           gpointer                user_data,
           GCancellable           *cancellable,
           GError                **error)
{
  gboolean copied = FALSE;

  /* Reading in one transaction copies one state, whatever others save meanwhile. */
  if (!dov_database_execute (self, "BEGIN", error))
    return FALSE;
  if (dov_database_count (self, "SELECT count(*) FROM sqlite_schema", error) >= 0)
    copied = copy_pages (self, other, progress, user_data, cancellable, error);
  (void) dov_database_execute (self, "COMMIT", NULL);

  /* A copy needs no log, so that it can be read where nothing may be written. */
  if (copied && sqlite3_exec (other, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL) != SQLITE_OK)
    {
      set_error_from_code (error, sqlite3_db_filename (other, "main"), other, sqlite3_extended_errcode (other));
      copied = FALSE;
    }

  return copied;
}

/**
 * dov_database_copy:
 * @path: where to; must not exist yet
 * @progress: (nullable): told of bytes, in this thread
 *
 * Copies the file as it is at this moment through SQLite's backup API, onto
 * the disk. On failure nothing is left at @path. Not inside dov_database_begin().
 */
gboolean
dov_database_copy (DovDatabase            *self,
                   const char             *path,
                   GFileProgressCallback   progress,
                   gpointer                user_data,
                   GCancellable           *cancellable,
                   GError                **error)
{
  sqlite3 *other = NULL;
  gboolean copied = FALSE;
  int file;

  g_return_val_if_fail (self->depth == 0, FALSE);

  file = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0)
    {
      set_error_from_number (error, path, errno);
      return FALSE;
    }
  close (file);

  if (sqlite3_open_v2 (path, &other, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK)
    {
      sqlite3_extended_result_codes (other, TRUE);
      sqlite3_exec (other, "PRAGMA journal_mode = OFF; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY",
                    NULL, NULL, NULL);
      copied = copy_into (self, other, progress, user_data, cancellable, error);
    }
  else
    set_error_from_code (error, path, other, sqlite3_extended_errcode (other));
  sqlite3_close (other);

  if (!copied)
    (void) g_unlink (path);

  return copied;
}

/* Values. */

void
dov_statement_bind_null (DovStatement *self,
                         int           index)
{
  sqlite3_bind_null (self->handle, index);
}

void
dov_statement_bind_integer (DovStatement *self,
                            int           index,
                            gint64        value)
{
  sqlite3_bind_int64 (self->handle, index, value);
}

void
dov_statement_bind_real (DovStatement *self,
                         int           index,
                         double        value)
{
  sqlite3_bind_double (self->handle, index, value);
}

/**
 * dov_statement_bind_text:
 * @value: (nullable): copied
 */
void
dov_statement_bind_text (DovStatement *self,
                         int           index,
                         const char   *value)
{
  sqlite3_bind_text (self->handle, index, value, -1, SQLITE_TRANSIENT);
}

/**
 * dov_statement_bind_variant:
 * @tuple: (nullable): a tuple of x, i, b, s, d, bound to ?1…; sunk
 */
void
dov_statement_bind_variant (DovStatement *self,
                            GVariant     *tuple)
{
  g_autoptr (GVariant) values = NULL;

  if (tuple == NULL)
    return;

  values = g_variant_ref_sink (tuple);
  for (gsize i = 0; i < g_variant_n_children (values); i++)
    {
      g_autoptr (GVariant) value = g_variant_get_child_value (values, i);
      int index = (int) i + 1;

      switch (g_variant_get_type_string (value)[0])
        {
        case 'x':
          sqlite3_bind_int64 (self->handle, index, g_variant_get_int64 (value));
          break;
        case 'i':
          sqlite3_bind_int64 (self->handle, index, g_variant_get_int32 (value));
          break;
        case 'b':
          sqlite3_bind_int64 (self->handle, index, g_variant_get_boolean (value));
          break;
        case 'd':
          sqlite3_bind_double (self->handle, index, g_variant_get_double (value));
          break;
        case 's':
          dov_statement_bind_text (self, index, g_variant_get_string (value, NULL));
          break;
        default:
          g_critical ("No parameter can be of type %s", g_variant_get_type_string (value));
          break;
        }
    }
}

/**
 * dov_statement_find_parameter:
 * @name: with its sign, such as ":since"
 *
 * Returns: its index, or 0 when the statement has none of that name
 */
int
dov_statement_find_parameter (DovStatement *self,
                              const char   *name)
{
  return sqlite3_bind_parameter_index (self->handle, name);
}

/**
 * dov_statement_step:
 *
 * Returns: whether there is a row; %FALSE with @error unset at the end
 */
gboolean
dov_statement_step (DovStatement  *self,
                    GError       **error)
{
  int code;

  if (is_lost (self->database))
    return fail_lost (error);

  code = sqlite3_step (self->handle);
  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    fail (self->database, error);
  sqlite3_reset (self->handle);

  return FALSE;
}

/**
 * dov_statement_run:
 *
 * Runs a statement to its end; it can then be bound and run again.
 */
gboolean
dov_statement_run (DovStatement  *self,
                   GError       **error)
{
  g_autoptr (GError) own_error = NULL;

  while (dov_statement_step (self, &own_error))
    continue;
  if (own_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&own_error));

  return FALSE;
}

int
dov_statement_count_columns (DovStatement *self)
{
  return sqlite3_column_count (self->handle);
}

const char *
dov_statement_column_name (DovStatement *self,
                           int           column)
{
  return sqlite3_column_name (self->handle, column);
}

/**
 * dov_statement_column:
 *
 * Returns: a value whose text is the statement's until its next step
 */
DovValue
dov_statement_column (DovStatement *self,
                      int           column)
{
  DovValue value = { .type = DOV_VALUE_NULL };

  switch (sqlite3_column_type (self->handle, column))
    {
    case SQLITE_INTEGER:
      value.type = DOV_VALUE_INTEGER;
      value.integer = sqlite3_column_int64 (self->handle, column);
      break;
    case SQLITE_FLOAT:
      value.type = DOV_VALUE_REAL;
      value.real = sqlite3_column_double (self->handle, column);
      break;
    case SQLITE_TEXT:
      value.type = DOV_VALUE_TEXT;
      value.text = (const char *) sqlite3_column_text (self->handle, column);
      break;
    default:
      break;
    }

  return value;
}

gboolean
dov_statement_column_is_null (DovStatement *self,
                              int           column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

gint64
dov_statement_column_integer (DovStatement *self,
                              int           column)
{
  return sqlite3_column_int64 (self->handle, column);
}

double
dov_statement_column_real (DovStatement *self,
                           int           column)
{
  return sqlite3_column_double (self->handle, column);
}

/**
 * dov_statement_column_text:
 *
 * Returns: (nullable): the text, until the next step
 */
const char *
dov_statement_column_text (DovStatement *self,
                           int           column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

/**
 * dov_value_clear:
 *
 * Frees a text that the value owns and makes the value null.
 */
void
dov_value_clear (DovValue *value)
{
  g_clear_pointer (&value->owned, g_free);
  *value = (DovValue) { .type = DOV_VALUE_NULL };
}

static void
dov_database_finalize (GObject *object)
{
  DovDatabase *self = DOV_DATABASE (object);

  g_clear_pointer (&self->statements, g_hash_table_unref);
  if (sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("A statement of %s was not given back", self->path);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (dov_database_parent_class)->finalize (object);
}

static void
dov_database_class_init (DovDatabaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_database_finalize;
}

static void
dov_database_init (DovDatabase *self)
{
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) free_statement);
  self->error_offset = -1;
}
