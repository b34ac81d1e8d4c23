/* dov-database.c - one SQLite file; the only module that knows SQLite */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "dov-database-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dov-fold.h"

/* A chain of links that is longer leads nowhere. */
#define MOST_LINKS 40

/* So many pages in the log are brought into the file at once, however busy one is. */
#define PAGES_TOO_MANY 1000

/* How long to wait for another connection of ours, in milliseconds. */
#define PATIENCE 5000

/* How many instructions of SQLite's machine run between two looks at the cancellable. */
#define STEPS_UNCANCELLED 4000

/* A function of ours that SQL may call. */
typedef struct
{
  DovFunction call;
  gpointer    user_data;
} Function;

G_DEFINE_FINAL_TYPE (DovDatabase, dov_database, G_TYPE_OBJECT)

/* How many pages are copied between two calls of the progress callback. */
#define PAGES_AT_ONCE 256

/* An index of nothing takes a page, and there are hundreds: a new file is half as large as with SQLite's 4096, and a
 * full one is read as fast. A file that has its pages keeps them. */
#define PAGE_SIZE "PRAGMA page_size = 2048; "

static gboolean
is_file_empty (const char *path)
{
  struct stat status;

  return stat (path, &status) != 0 || status.st_size == 0;
}

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
      dov_database_error_from_code (error, self->path, other, sqlite3_extended_errcode (other));
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

  dov_database_error_from_code (error, sqlite3_db_filename (other, "main"), other, code);

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
  if (self->depth == 0 && !dov_database_execute (self, "BEGIN", error))
    return FALSE;
  if (dov_database_count (self, "SELECT count(*) FROM sqlite_schema", error) >= 0)
    copied = copy_pages (self, other, progress, user_data, cancellable, error);
  if (self->depth == 0)
    (void) dov_database_execute (self, "COMMIT", NULL);

  /* A copy needs no log, so that it can be read where nothing may be written. */
  if (copied && sqlite3_exec (other, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL) != SQLITE_OK)
    {
      dov_database_error_from_code (error, sqlite3_db_filename (other, "main"), other, sqlite3_extended_errcode (other));
      copied = FALSE;
    }

  return copied;
}

static int
written_cb (gpointer    user_data,
            sqlite3    *handle,
            const char *schema,
            int         n_pages)
{
  DovDatabase *self = user_data;

  self->written (self->written_data);
  if (n_pages >= PAGES_TOO_MANY)
    sqlite3_wal_checkpoint_v2 (handle, schema, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);

  return SQLITE_OK;
}

/**
 * dov_database_set_written:
 * @written: told whenever a transaction has come into the log
 */
void
dov_database_set_written (DovDatabase *self,
                          DovWritten   written,
                          gpointer     user_data)
{
  self->written = written;
  self->written_data = user_data;
  sqlite3_wal_hook (self->handle, written_cb, self);
}

/**
 * dov_database_count_written:
 *
 * Returns: a number that grows with every row that is written, changed or removed here, also in what is no operation;
 *   while it is the same, whoever has read the file knows it
 */
gint64
dov_database_count_written (DovDatabase *self)
{
  return sqlite3_total_changes64 (self->handle);
}

/**
 * dov_database_settle:
 *
 * Brings what stands in the log into the file itself. Nobody waits for it, and
 * it waits for nobody.
 *
 * Returns: whether all of it is there; %FALSE without an @error when somebody
 *   still reads what the file was before
 */
gboolean
dov_database_settle (DovDatabase  *self,
                     GError      **error)
{
  int n_logged = 0, n_settled = 0;
  int code = sqlite3_wal_checkpoint_v2 (self->handle, "main", SQLITE_CHECKPOINT_PASSIVE, &n_logged, &n_settled);

  if (code != SQLITE_OK && code != SQLITE_BUSY)
    return dov_database_fail (self, error);

  return code == SQLITE_OK && n_logged == n_settled;
}

/**
 * dov_database_copy:
 * @path: where to; an empty file, or none
 * @progress: (nullable): told of bytes, in this thread
 *
 * Copies the file as it is at this moment through SQLite's backup API, onto
 * the disk. On failure nothing is left at @path. Inside
 * dov_database_begin() only when the file was opened for reading.
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

  g_return_val_if_fail (self->depth == 0 || self->is_read_only, FALSE);

  if (!is_file_empty (path))
    {
      dov_store_error_from_number (error, path, EEXIST);
      return FALSE;
    }
  file = open (path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (file < 0)
    {
      dov_store_error_from_number (error, path, errno);
      return FALSE;
    }
  close (file);

  if (dov_database_open_file (path, SQLITE_OPEN_READWRITE, FALSE, &other) == SQLITE_OK)
    {
      sqlite3_extended_result_codes (other, TRUE);
      sqlite3_exec (other, "PRAGMA journal_mode = OFF; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY",
                    NULL, NULL, NULL);
      copied = copy_into (self, other, progress, user_data, cancellable, error);
    }
  else
    dov_database_error_from_code (error, path, other, sqlite3_extended_errcode (other));
  sqlite3_close (other);

  if (!copied)
    (void) g_unlink (path);

  return copied;
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
ask_patience_cb (gpointer user_data)
{
  DovDatabase *self = user_data;

  return g_cancellable_is_cancelled (self->cancellable)
         || (self->deadline > 0 && g_get_monotonic_time () > self->deadline);
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

/* “holds (text, part)”, many times quicker than instr(), which copies each text to put an end to it. */
static void
holds_cb (sqlite3_context  *context,
          int               n_arguments,
          sqlite3_value   **values)
{
  const char *text = sqlite3_value_blob (values[0]);
  const char *part = sqlite3_value_blob (values[1]);

  sqlite3_result_int (context, text != NULL && part != NULL &&
                               memmem (text, sqlite3_value_bytes (values[0]),
                                       part, sqlite3_value_bytes (values[1])) != NULL);
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

static char *
dup_log (const char *path)
{
  return g_strconcat (path, "-wal", NULL);
}

static gboolean
has_log (const char *path)
{
  g_autofree char *log = dup_log (path);

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
      dov_store_error_from_number (error, path, errno);
      return FALSE;
    }
  *was_made = is_file_empty (path);
  close (file);

  return TRUE;
}

/* What can be told about a file before SQLite touches it. The file is not
 * opened for that: closing it again would drop the locks that another
 * connection of this program has on it. */
static gboolean
check_file (const char  *path,
            GError     **error)
{
  struct stat status;

  if (stat (path, &status) != 0)
    {
      dov_store_error_from_number (error, path, errno);
      return FALSE;
    }
  if (!S_ISREG (status.st_mode))
    {
      dov_database_error_foreign (error, path);
      return FALSE;
    }
  if (status.st_size == 0)
    {
      g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_DAMAGED,
                   _("The file “%s” is empty. Put back the last copy."), path);
      return FALSE;
    }

  return TRUE;
}

/* SQLite sees when whole pages are missing. A file whose last page was cut,
 * with no log that waits to be written back, is found out here. */
static gboolean
check_size (DovDatabase  *self,
            GError      **error)
{
  gint64 page = dov_database_count (self, "PRAGMA page_size", error);
  struct stat status;

  if (page <= 0)
    return FALSE;
  if (stat (self->path, &status) == 0 && status.st_size % page != 0 && !has_log (self->path))
    {
      dov_database_error_damaged (error, self->path);
      return FALSE;
    }

  return TRUE;
}

/**
 * dov_database_dup_real_path:
 * @path: of a file, which may not be there yet
 *
 * Returns: (transfer full): where it lies once links are followed: what stands
 *   beside a file — its log, its lock, its copies — stands beside that
 */
char *
dov_database_dup_real_path (const char *path)
{
  g_autofree char *aim = g_strdup (path);

  for (guint i = 0; i < MOST_LINKS; i++)
    {
      char *real = realpath (aim, NULL);
      g_autofree char *target = real == NULL ? g_file_read_link (aim, NULL) : NULL;
      g_autofree char *folder = NULL;

      if (real != NULL)
        return real;

      folder = g_path_get_dirname (aim);
      if (target == NULL)
        {
          g_autofree char *name = g_path_get_basename (aim);
          char *real_folder = realpath (folder, NULL);
          char *whole = real_folder != NULL ? g_build_filename (real_folder, name, NULL) : g_strdup (path);

          free (real_folder);
          return whole;
        }
      g_free (aim);
      aim = g_path_is_absolute (target) ? g_strdup (target) : g_build_filename (folder, target, NULL);
    }

  return g_strdup (path);
}

static char *
dup_uri (const char *path,
         gboolean    for_ever)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", TRUE);

  return g_strdup_printf ("file:%s%s", escaped, for_ever ? "?immutable=1" : "");
}

/* The one place at which SQLite is given a file, so that something may stand
 * between it and the disk. @for_ever: nobody writes it while it is open. */
int
dov_database_open_file (const char  *path,
                        int          mode,
                        gboolean     for_ever,
                        sqlite3    **handle)
{
  g_autofree char *uri = dup_uri (path, for_ever);

  return sqlite3_open_v2 (uri, handle, mode | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
}

static gboolean
open_handle (DovDatabase  *self,
             int           mode,
             gboolean      for_ever,
             GError      **error)
{
  int code;

  g_clear_pointer (&self->handle, sqlite3_close);
  code = dov_database_open_file (self->path, mode, for_ever, &self->handle);
  if (code != SQLITE_OK)
    return dov_database_fail (self, error);

  sqlite3_extended_result_codes (self->handle, TRUE);
  sqlite3_busy_timeout (self->handle, PATIENCE);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_create_collation (self->handle, "russian", SQLITE_UTF8, NULL, compare_cb);
  dov_database_add_function (self, "fold", 1, fold_cb, NULL);
  sqlite3_create_function_v2 (self->handle, "holds", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                              NULL, holds_cb, NULL, NULL, NULL);

  return TRUE;
}

static gboolean
prepare_handle (DovDatabase       *self,
                DovDatabaseFlags   flags,
                GError           **error)
{
  if (!dov_database_execute (self,
                             "PRAGMA temp_store = MEMORY;"
                             "PRAGMA foreign_keys = ON;"
                             "PRAGMA secure_delete = ON;"
                             "PRAGMA synchronous = FULL;"
                             "PRAGMA cache_size = -16384;", error))
    return FALSE;

  /* The first touch of the file: here SQLite finds out what is wrong with it. */
  if (!dov_database_execute (self, "SELECT count(*) FROM sqlite_schema", error) || !check_size (self, error))
    return FALSE;

  if (self->is_read_only)
    return TRUE;
  if (flags & DOV_DATABASE_NO_LOG)
    return dov_database_execute (self, "PRAGMA journal_mode = DELETE", error);

  return dov_database_execute (self, PAGE_SIZE "PRAGMA journal_mode = WAL; PRAGMA journal_size_limit = 16777216", error);
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

  self->path = dov_database_dup_real_path (path);
  path = self->path;
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
          dov_store_error_from_number (error, path, errno);
          return NULL;
        }
      /* A file that came by mail or stick; on a disk without modes it stays as it is. */
      (void) g_chmod (path, 0600);
    }

  if (!open_handle (self, self->is_read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE, FALSE, error))
    return NULL;
  if (prepare_handle (self, flags, &own_error))
    return g_steal_pointer (&self);

  /* On a disk that may not be written SQLite cannot make the file through
   * which readers and a writer agree; with no log there is no writer. */
  if (self->is_read_only && !has_log (path)
      && !g_error_matches (own_error, DOV_STORE_ERROR, DOV_STORE_ERROR_DAMAGED)
      && !g_error_matches (own_error, DOV_STORE_ERROR, DOV_STORE_ERROR_FOREIGN))
    {
      if (open_handle (self, SQLITE_OPEN_READONLY, TRUE, error) && prepare_handle (self, flags, error))
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
 * dov_database_set_damaged:
 *
 * Says %DOV_STORE_ERROR_DAMAGED of a file in which a check found something.
 *
 * Returns: %FALSE
 */
gboolean
dov_database_set_damaged (DovDatabase  *self,
                          GError      **error)
{
  dov_database_error_damaged (error, self->path);

  return FALSE;
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
  if (dov_database_is_lost (self))
    return dov_database_fail_lost (error);

  return sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK || dov_database_fail (self, error);
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
 * dov_database_attach_again:
 * @schema: what it is called from now on, as well as “main”
 *
 * Opens the file of this connection once more on it.
 */
gboolean
dov_database_attach_again (DovDatabase  *self,
                           const char   *schema,
                           GError      **error)
{
  gboolean for_ever = sqlite3_uri_boolean (sqlite3_db_filename (self->handle, "main"), "immutable", FALSE);
  g_autofree char *uri = dup_uri (self->path, for_ever);
  char *sql = sqlite3_mprintf ("ATTACH %Q AS \"%w\"", uri, schema);
  gboolean ok = dov_database_execute (self, sql, error);

  sqlite3_free (sql);

  return ok;
}

/**
 * dov_database_set_longest:
 * @n_bytes: of a text, or of a row, that a statement may put together
 *
 * All statements of the process together may then take sixteen times that.
 */
void
dov_database_set_longest (DovDatabase *self,
                          int          n_bytes)
{
  sqlite3_limit (self->handle, SQLITE_LIMIT_LENGTH, n_bytes);
  sqlite3_hard_heap_limit64 ((gint64) n_bytes * 16);
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

static void
watch (DovDatabase *self)
{
  gboolean watches = self->cancellable != NULL || self->deadline > 0;

  sqlite3_progress_handler (self->handle, STEPS_UNCANCELLED, watches ? ask_patience_cb : NULL, self);
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
  watch (self);
}

/**
 * dov_database_set_deadline:
 * @monotonic_time: after which a running statement stops as if it had been
 *   cancelled, as g_get_monotonic_time() counts; 0: none
 */
void
dov_database_set_deadline (DovDatabase *self,
                           gint64       monotonic_time)
{
  self->deadline = monotonic_time;
  watch (self);
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

  if (self->depth == 0)
    dov_database_forget_failure (self);
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

  if (dov_database_is_lost (self))
    return dov_database_fail_lost (error);
  if (!dov_database_check_questions (self, error))
    return FALSE;

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

/* Who may only read leaves the empty log that was made for the reading; who may write takes it away, if nobody else
 * has the file open. */
static void
take_log_away (DovDatabase *self)
{
  g_autofree char *log = dup_log (self->path);
  sqlite3 *writer = NULL;

  if (!g_file_test (log, G_FILE_TEST_EXISTS) || !is_file_empty (log) || access (self->path, W_OK) != 0)
    return;
  if (dov_database_open_file (self->path, SQLITE_OPEN_READWRITE, FALSE, &writer) == SQLITE_OK)
    sqlite3_exec (writer, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL);
  sqlite3_close (writer);
}

static void
dov_database_finalize (GObject *object)
{
  DovDatabase *self = DOV_DATABASE (object);

  g_clear_pointer (&self->statements, g_hash_table_unref);
  if (sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("A statement of %s was not given back", self->path);
  if (self->is_read_only)
    take_log_away (self);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->failure);
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
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) dov_statement_free);
  self->error_offset = -1;
}
