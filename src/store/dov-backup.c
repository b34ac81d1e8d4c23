/* dov-backup.c - copies of the file: made, checked, listed and rotated */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dov-aside.h"
#include "dov-calendar.h"
#include "dov-lock.h"
#include "dov-registry.h"
#include "dov-schema.h"

#define SUFFIX ".doverie"
#define PART ".part"

/* What the program names a copy; one that a person renamed is that person's. */
#define OWN_NAME "^\\d{4}-\\d{2}-\\d{2} \\d{6}( \\d+)?\\.doverie$"

/* Before this year there was no such program. */
#define FIRST_YEAR 2026

/* As many days as a calendar has room for. */
#define MOST_NUMBERS 3000000

#define N_DAYS 7
#define N_WEEKS 5
#define N_MONTHS 12

static guint
number_day (const GDate *date)
{
  return g_date_get_julian (date);
}

/* Day 1 of the calendar was a Monday, so weeks do not break at the new year. */
static guint
number_week (const GDate *date)
{
  return (g_date_get_julian (date) - 1) / 7;
}

static guint
number_month (const GDate *date)
{
  return g_date_get_year (date) * 12u + g_date_get_month (date);
}

static void
keep_first_of_each (const GDate  *dates,
                    guint         n_dates,
                    guint       (*number) (const GDate *date),
                    guint         n_wanted,
                    gboolean     *kept)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_dates && g_hash_table_size (seen) < n_wanted; i++)
    if (g_hash_table_add (seen, GUINT_TO_POINTER (number (&dates[i]))))
      kept[i] = TRUE;
}

/**
 * dov_backup_choose_kept:
 * @dates: (array length=n_dates): of copies, the one made last first; a clock
 *   that was wrong may have them in any order
 * @kept: (out caller-allocates) (array length=n_dates): which of them stay
 *
 * The last copy of each of the last seven days that have one stays, of each of
 * the last five weeks and of each of the last twelve months.
 */
void
dov_backup_choose_kept (const GDate *dates,
                        guint        n_dates,
                        gboolean    *kept)
{
  for (guint i = 0; i < n_dates; i++)
    kept[i] = FALSE;

  keep_first_of_each (dates, n_dates, number_day, N_DAYS, kept);
  keep_first_of_each (dates, n_dates, number_week, N_WEEKS, kept);
  keep_first_of_each (dates, n_dates, number_month, N_MONTHS, kept);
}

/* Counting. */

static GStrv
list_tables (DovDatabase  *database,
             GError      **error)
{
  g_autoptr (GStrvBuilder) tables = g_strv_builder_new ();
  g_autoptr (DovStatement) statement = NULL;
  g_autoptr (GError) own_error = NULL;

  statement = dov_database_prepare (database, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
                                    error);
  if (statement == NULL)
    return NULL;
  while (dov_statement_step (statement, &own_error))
    g_strv_builder_add (tables, dov_statement_column_text (statement, 0));
  if (own_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return NULL;
    }

  return g_strv_builder_end (tables);
}

/* How many rows there are in all, and how many of them are records. */
static gboolean
count_rows (DovDatabase  *database,
            gint64       *n_rows,
            gint64       *n_records,
            GError      **error)
{
  g_auto (GStrv) tables = list_tables (database, error);

  if (tables == NULL)
    return FALSE;

  *n_rows = *n_records = 0;
  for (guint i = 0; tables[i] != NULL; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM \"%s\"", tables[i]);
      gint64 n = dov_database_count (database, sql, error);

      if (n < 0)
        return FALSE;
      *n_rows += n;
      if (dov_registry_find (tables[i]) != G_TYPE_INVALID)
        *n_records += n;
    }

  return TRUE;
}

/* Checking. */

static gboolean
check_pages (DovDatabase  *database,
             GError      **error)
{
  g_autoptr (DovStatement) statement = dov_database_prepare (database, "PRAGMA integrity_check (1)", error);
  g_autoptr (GError) own_error = NULL;
  gboolean is_sound = FALSE;

  if (statement == NULL)
    return FALSE;
  if (dov_statement_step (statement, &own_error))
    is_sound = g_strcmp0 (dov_statement_column_text (statement, 0), "ok") == 0;
  if (own_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return FALSE;
    }

  return is_sound || dov_database_set_damaged (database, error);
}

static gboolean
check_links (DovDatabase  *database,
             GError      **error)
{
  gint64 n_broken = dov_database_count (database, "SELECT count(*) FROM pragma_foreign_key_check", error);

  return n_broken == 0 || (n_broken > 0 && dov_database_set_damaged (database, error));
}

static gboolean
check_database (DovDatabase  *database,
                gint64       *n_rows,
                gint64       *n_records,
                GError      **error)
{
  return dov_schema_check (database, error)
         && check_pages (database, error)
         && check_links (database, error)
         && count_rows (database, n_rows, n_records, error);
}

/**
 * dov_backup_check:
 * @path: a copy, or the file itself
 * @n_records: (out) (optional): how many records it holds
 *
 * Reads the whole file: every page, every link, every table.
 */
gboolean
dov_backup_check (const char  *path,
                  gint64      *n_records,
                  GError     **error)
{
  g_autoptr (DovDatabase) database = dov_database_open (path, DOV_DATABASE_READ_ONLY, error);
  gint64 n_rows, own_n_records;

  if (database == NULL || !check_database (database, &n_rows, &own_n_records, error))
    return FALSE;
  if (n_records != NULL)
    *n_records = own_n_records;

  return TRUE;
}

/* The folder. */

/**
 * dov_backup_get_folder:
 *
 * Returns: (transfer full): where the copies of a file lie: beside it, by
 *   whatever link it was found
 */
char *
dov_backup_get_folder (const char *store_path)
{
  g_autofree char *real = dov_database_dup_real_path (store_path);

  return g_strconcat (real, ".copies", NULL);
}

/**
 * dov_backup_check_emptied:
 *
 * Refuses an empty file that has copies: it was not made just now, something emptied it.
 */
gboolean
dov_backup_check_emptied (const char  *store_path,
                          GError     **error)
{
  g_autofree char *folder = dov_backup_get_folder (store_path);
  GStatBuf status;

  if (g_stat (store_path, &status) != 0 || status.st_size > 0 || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;

  g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_DAMAGED,
               _("The file “%s” is empty. Put back the last copy."), store_path);

  return FALSE;
}

/**
 * dov_backup_make_private:
 * @folder: of copies, which may not be there
 *
 * Takes the folder and the copies in it away from everybody else; a folder
 * that is somebody else's, or a link to one, stays as it is.
 */
void
dov_backup_make_private (const char *folder)
{
  g_autoptr (GDir) dir = NULL;
  struct stat status;
  const char *name;

  if (lstat (folder, &status) != 0 || !S_ISDIR (status.st_mode) || status.st_uid != geteuid ()
      || (status.st_mode & 0777) == 0700)
    return;

  /* On a disk without modes it stays as it is. */
  (void) g_chmod (folder, 0700);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (lstat (path, &status) == 0 && S_ISREG (status.st_mode))
        (void) g_chmod (path, 0600);
    }
}

gboolean
dov_backup_ensure_folder (const char  *folder,
                          GError     **error)
{
  if (g_mkdir (folder, 0700) != 0 && errno != EEXIST)
    {
      dov_store_error_from_number (error, folder, errno);
      return FALSE;
    }
  dov_backup_make_private (folder);

  return TRUE;
}

/* A folder that somebody named is not made: on a mistyped path, or where the drive is not plugged in, the copy would
 * lie where nobody looks for it. */
static gboolean
check_folder (const char  *folder,
              GError     **error)
{
  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;

  if (g_file_test (folder, G_FILE_TEST_EXISTS))
    g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_NOT_FOUND,
                 _("“%s” is a file and not a folder. Name the folder where the copy is to lie."), folder);
  else
    g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_NOT_FOUND,
                 _("There is no folder “%s”, so no copy was made. Check that the flash drive is plugged in and that "
                   "the name is right, or make the folder first."), folder);

  return FALSE;
}

/* A name by the clock that nothing has yet, even when the clock was set back
 * or two copies are made in one second. */
char *
dov_backup_find_free_path (const char *folder,
                           const char *mark)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();
  g_autofree char *stem = g_date_time_format (now, "%Y-%m-%d %H%M%S");

  for (guint i = 1; TRUE; i++)
    {
      g_autoptr (GString) name = g_string_new (stem);
      g_autofree char *path = NULL;

      if (i > 1)
        g_string_append_printf (name, " %u", i);
      if (mark != NULL)
        g_string_append_printf (name, " %s", mark);
      g_string_append (name, SUFFIX);
      path = g_build_filename (folder, name->str, NULL);
      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

/* What a killed program left half made, also one that named it otherwise. */
static void
delete_parts (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, SUFFIX PART) || g_str_has_suffix (name, SUFFIX PART "-journal"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        (void) g_unlink (path);
      }
}

/* Making. */

static gboolean
write_fact (DovDatabase  *database,
            const char   *name,
            gint64        value,
            GError      **error)
{
  g_autoptr (DovStatement) statement = NULL;

  statement = dov_database_prepare (database, "INSERT OR REPLACE INTO meta VALUES (?1, CAST (?2 AS TEXT))", error);
  if (statement == NULL)
    return FALSE;
  dov_statement_bind_text (statement, 1, name);
  dov_statement_bind_integer (statement, 2, value);

  return dov_statement_run (statement, error);
}

static gint64
read_fact (DovDatabase *database,
           const char  *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT CAST (value AS INTEGER) FROM meta WHERE name = '%s'", name);

  return MAX (dov_database_count (database, sql, NULL), 0);
}

/* Opens what was copied once more, and leaves in it what the list of copies
 * is going to tell. */
static gboolean
finish_part (const char    *part,
             gint64         number,
             gint64         n_rows,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (DovDatabase) copy = dov_database_open (part, DOV_DATABASE_NO_LOG, error);
  gint64 n_copied, n_records;

  if (copy == NULL)
    return FALSE;
  dov_database_set_cancellable (copy, cancellable);
  if (!check_database (copy, &n_copied, &n_records, error))
    return FALSE;
  if (n_copied != n_rows)
    return dov_database_set_damaged (copy, error);

  return write_fact (copy, "copy_number", number, error)
         && write_fact (copy, "copy_records", n_records, error);
}

static gboolean
make_part (const char             *store_path,
           const char             *part,
           gint64                  number,
           GFileProgressCallback   progress,
           gpointer                user_data,
           GCancellable           *cancellable,
           GError                **error)
{
  g_autoptr (DovDatabase) database = dov_database_open (store_path, DOV_DATABASE_READ_ONLY, error);
  gint64 n_rows, n_records;
  gboolean copied;

  if (database == NULL || !dov_schema_check (database, error))
    return FALSE;

  /* One transaction, so that what is counted is what is copied. */
  if (!dov_database_begin (database, error))
    return FALSE;
  copied = count_rows (database, &n_rows, &n_records, error)
           && dov_database_copy (database, part, progress, user_data, cancellable, error);
  dov_database_roll_back (database);

  return copied && finish_part (part, number, n_rows, cancellable, error);
}

static GPtrArray *list_folder (const char  *folder,
                               GError     **error);

static gint64
find_last_number (const char *folder)
{
  g_autoptr (GPtrArray) copies = list_folder (folder, NULL);

  return copies != NULL && copies->len > 0 ? ((DovCopy *) copies->pdata[0])->number : 0;
}

static char *
make_copy (const char             *store_path,
           const char             *folder,
           const char             *mark,
           GFileProgressCallback   progress,
           gpointer                user_data,
           GCancellable           *cancellable,
           GError                **error)
{
  g_autofree char *locked = g_build_filename (folder, ".copies", NULL);
  g_autoptr (DovLock) lock = NULL;
  g_autoptr (DovAside) aside = NULL;
  g_autofree char *path = NULL;
  int number = 0;

  if (access (folder, W_OK) != 0)
    {
      dov_store_error_from_number (error, folder, errno);
      return NULL;
    }
  /* One copy at a time, so that none gets the number of another. The lock lies inside: who may write on a flash drive
   * may not always write beside it. */
  lock = dov_lock_take (locked, error);
  if (lock == NULL)
    return NULL;
  delete_parts (folder);

  path = dov_backup_find_free_path (folder, mark);
  aside = dov_aside_begin (path, 0600, &number);
  if (aside != NULL && !make_part (store_path, dov_aside_get_part (aside), find_last_number (folder) + 1, progress,
                                   user_data, cancellable, error))
    return NULL;
  if (aside != NULL)
    number = dov_aside_settle (aside, FALSE);
  if (number != 0)
    {
      dov_store_error_from_number (error, path, number);
      return NULL;
    }

  return g_steal_pointer (&path);
}

static char *
make_beside (const char             *store_path,
             const char             *mark,
             GFileProgressCallback   progress,
             gpointer                user_data,
             GCancellable           *cancellable,
             GError                **error)
{
  g_autofree char *folder = dov_backup_get_folder (store_path);

  if (!g_file_test (store_path, G_FILE_TEST_EXISTS))
    {
      dov_store_error_from_number (error, store_path, ENOENT);
      return NULL;
    }

  return dov_backup_ensure_folder (folder, error)
         ? make_copy (store_path, folder, mark, progress, user_data, cancellable, error) : NULL;
}

/**
 * dov_backup_make:
 * @folder: (nullable): where to, which must be there; %NULL for the file's own
 *   folder of copies, which is made
 * @progress: (nullable): told of the bytes copied, in this thread
 *
 * Copies a file, which may be in use, and checks the copy. May run in a thread
 * of its own.
 *
 * Returns: (transfer full): the path of the copy, or %NULL
 */
char *
dov_backup_make (const char             *store_path,
                 const char             *folder,
                 GFileProgressCallback   progress,
                 gpointer                user_data,
                 GCancellable           *cancellable,
                 GError                **error)
{
  if (folder == NULL)
    return make_beside (store_path, NULL, progress, user_data, cancellable, error);

  return check_folder (folder, error)
         ? make_copy (store_path, folder, NULL, progress, user_data, cancellable, error) : NULL;
}

/**
 * dov_backup_make_marked:
 * @mark: words for the name, such as "before the new version"
 *
 * Makes a copy that rotation leaves alone.
 *
 * Returns: (transfer full): the path of the copy, or %NULL
 */
char *
dov_backup_make_marked (const char  *store_path,
                        const char  *mark,
                        GError     **error)
{
  return make_beside (store_path, mark, NULL, NULL, NULL, error);
}

/* Listing. */

void
dov_copy_free (DovCopy *self)
{
  g_free (self->path);
  g_clear_pointer (&self->at, g_date_time_unref);
  g_free (self);
}

static GDateTime *
read_time (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  int year, month, day, clock;
  GDateTime *at = NULL;
  GStatBuf status;

  if (sscanf (name, "%4d-%2d-%2d %6d", &year, &month, &day, &clock) == 4)
    at = g_date_time_new_utc (year, month, day, clock / 10000, clock / 100 % 100, clock % 100);
  if (at == NULL && g_stat (path, &status) == 0)
    {
      g_autoptr (GDateTime) changed = g_date_time_new_from_unix_local (status.st_mtime);

      at = g_date_time_new_utc (g_date_time_get_year (changed), g_date_time_get_month (changed),
                                g_date_time_get_day_of_month (changed), g_date_time_get_hour (changed),
                                g_date_time_get_minute (changed), g_date_time_get_seconds (changed));
    }

  return at != NULL ? at : dov_clock_dup_now ();
}

static DovCopy *
read_copy (const char *path)
{
  g_autoptr (DovDatabase) database = dov_database_open (path, DOV_DATABASE_READ_ONLY, NULL);
  DovCopy *copy = g_new0 (DovCopy, 1);

  copy->path = g_strdup (path);
  copy->at = read_time (path);
  if (database != NULL)
    {
      copy->number = read_fact (database, "copy_number");
      copy->n_records = read_fact (database, "copy_records");
      copy->is_sound = copy->number > 0 && dov_schema_check (database, NULL);
    }

  return copy;
}

static int
compare_copies (gconstpointer a,
                gconstpointer b)
{
  const DovCopy *first = *(DovCopy **) a;
  const DovCopy *second = *(DovCopy **) b;

  if (first->number != second->number)
    return first->number > second->number ? -1 : 1;

  return g_date_time_compare (second->at, first->at);
}

static GPtrArray *
list_folder (const char  *folder,
             GError     **error)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_copy_free);
  g_autoptr (GError) own_error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &own_error);
  const char *name;

  if (dir == NULL && !g_error_matches (own_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return NULL;
    }
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, SUFFIX))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_ptr_array_add (copies, read_copy (path));
      }
  g_ptr_array_sort (copies, compare_copies);

  return g_steal_pointer (&copies);
}

/**
 * dov_backup_list:
 *
 * Returns: (transfer full) (element-type DovCopy): the copies of a file, the
 *   one made last first
 */
GPtrArray *
dov_backup_list (const char  *store_path,
                 GError     **error)
{
  g_autofree char *folder = dov_backup_get_folder (store_path);

  return list_folder (folder, error);
}

/* The last operation of a file, told apart from one of the same number that
 * was made after an older copy was put back. */
static char *
read_last_operation (const char *path)
{
  g_autoptr (DovDatabase) database = dov_database_open (path, DOV_DATABASE_READ_ONLY, NULL);
  g_autoptr (DovStatement) statement = NULL;

  if (database != NULL)
    statement = dov_database_prepare (database, "SELECT id || ' ' || at FROM operation ORDER BY id DESC LIMIT 1", NULL);
  if (statement == NULL || !dov_statement_step (statement, NULL))
    return NULL;

  return g_strdup (dov_statement_column_text (statement, 0));
}

/**
 * dov_backup_is_due:
 *
 * Returns: whether anything was saved since the last copy
 */
gboolean
dov_backup_is_due (const char *store_path)
{
  g_autofree char *last = read_last_operation (store_path);
  g_autofree char *copied = NULL;
  g_autoptr (GPtrArray) copies = NULL;

  if (last == NULL)
    return FALSE;
  copies = dov_backup_list (store_path, NULL);
  if (copies != NULL && copies->len > 0)
    copied = read_last_operation (((DovCopy *) copies->pdata[0])->path);

  return g_strcmp0 (last, copied) != 0;
}

/* Rotation. */

static gboolean
is_ours (const DovCopy *copy)
{
  g_autofree char *name = g_path_get_basename (copy->path);

  return copy->is_sound && g_regex_match_simple (OWN_NAME, name, 0, 0);
}

/**
 * dov_backup_is_believable:
 * @at: what the clock said
 *
 * Returns: %FALSE when it was before there was such a program: the battery of
 *   the clock is flat, and each day has the same date
 */
gboolean
dov_backup_is_believable (GDateTime *at)
{
  return g_date_time_get_year (at) >= FIRST_YEAR;
}

/* Tells apart, from the one made first on, the copies that go on in time from those that do not. */
static void
sort_by_belief (GPtrArray *copies,
                GPtrArray *dated,
                GPtrArray *undated)
{
  GDateTime *latest = NULL;

  for (guint i = copies->len; i > 0; i--)
    {
      DovCopy *copy = copies->pdata[i - 1];
      gboolean goes_on = dov_backup_is_believable (copy->at)
                         && (latest == NULL || g_date_time_compare (copy->at, latest) >= 0);

      if (!is_ours (copy))
        continue;
      if (goes_on)
        latest = copy->at;
      g_ptr_array_insert (goes_on ? dated : undated, 0, copy);
    }
}

static gboolean
rotate (GPtrArray  *copies,
        gboolean    is_dated,
        GError    **error)
{
  g_autofree GDate *dates = g_new0 (GDate, copies->len + 1);
  g_autofree gboolean *kept = g_new0 (gboolean, copies->len + 1);

  for (guint i = 0; i < copies->len; i++)
    {
      const DovCopy *copy = copies->pdata[i];

      if (is_dated)
        dates[i] = dov_moment_get_date (copy->at);
      else
        g_date_set_julian (&dates[i], (guint32) CLAMP (copy->number, 1, MOST_NUMBERS));
    }
  dov_backup_choose_kept (dates, copies->len, kept);

  for (guint i = 0; i < copies->len; i++)
    {
      const DovCopy *copy = copies->pdata[i];

      if (!kept[i] && g_unlink (copy->path) != 0)
        {
          dov_store_error_from_number (error, copy->path, errno);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * dov_backup_rotate:
 *
 * Deletes the copies that dov_backup_choose_kept() does not keep. Those that
 * are damaged, marked or named by a person stay. Copies that were made while
 * the clock was wrong are counted for themselves, each as a day: they push out
 * none that were made when it was right, and not one another.
 */
gboolean
dov_backup_rotate (const char  *store_path,
                   GError     **error)
{
  g_autoptr (GPtrArray) copies = dov_backup_list (store_path, error);
  g_autoptr (GPtrArray) dated = g_ptr_array_new ();
  g_autoptr (GPtrArray) undated = g_ptr_array_new ();

  if (copies == NULL)
    return FALSE;

  sort_by_belief (copies, dated, undated);

  return rotate (dated, TRUE, error) && rotate (undated, FALSE, error);
}

/* What tells one state of a file from another: how much was done and half typed. */
static gboolean
holds_the_same (DovDatabase *database,
                DovDatabase *copy)
{
  static const char *const questions[] = {
    "SELECT coalesce (max (id), 0) FROM operation",
    "SELECT coalesce (sum (length (value) + draft), 0) FROM draft_field",
  };

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      gint64 n = dov_database_count (database, questions[i], NULL);

      if (n < 0 || n != dov_database_count (copy, questions[i], NULL))
        return FALSE;
    }

  return TRUE;
}

/* An update that was cut short begins anew: it has its copy already. */
static gboolean
is_kept (DovDatabase *database,
         const char  *mark)
{
  g_autoptr (GPtrArray) copies = dov_backup_list (dov_database_get_path (database), NULL);

  for (guint i = 0; copies != NULL && i < copies->len; i++)
    {
      DovCopy *copy = copies->pdata[i];
      g_autoptr (DovDatabase) kept = NULL;

      if (!copy->is_sound || strstr (copy->path, mark) == NULL)
        continue;
      kept = dov_database_open (copy->path, DOV_DATABASE_READ_ONLY, NULL);
      if (kept != NULL && holds_the_same (database, kept))
        return TRUE;
    }

  return FALSE;
}

/**
 * dov_backup_keep:
 *
 * Copies the file into its folder of copies before its tables change, once for all that changes them.
 */
gboolean
dov_backup_keep (DovDatabase  *database,
                 GError      **error)
{
  const char *mark = _("before the new version");
  g_autofree char *copy = NULL;

  if (is_kept (database, mark))
    return TRUE;
  copy = dov_backup_make_marked (dov_database_get_path (database), mark, error);

  return copy != NULL;
}
