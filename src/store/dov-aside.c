/* dov-aside.c - a file built beside its place under a name that nobody guesses, and put there when it is whole */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "dov-aside.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define PREFIX ".doverie-"
#define SUFFIX ".part"

/* What SQLite and the lock put beside a file while it is open. */
static const char *const beside[] = { "", "-wal", "-shm", "-journal", ".lock" };

/* A lock on the open file tells a part that is being built from one that a killed program left. */
struct _DovAside
{
  char *path;
  char *part;
  int   file;
};

static char *
dup_part (const char *folder)
{
  g_autofree char *name = g_strdup_printf (PREFIX "%08x%08x" SUFFIX, g_random_int (), g_random_int ());

  return g_build_filename (folder, name, NULL);
}

static void
delete_part (const char *part)
{
  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    {
      g_autofree char *path = g_strconcat (part, beside[i], NULL);

      (void) g_unlink (path);
    }
}

/* Where a disk knows no locks nothing is swept, so none is needed. */
static gboolean
hold (int file)
{
  struct stat status;

  return (flock (file, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
         && fstat (file, &status) == 0 && status.st_nlink > 0;
}

/**
 * dov_aside_begin:
 * @path: where the file is wanted
 * @number: (out): of the system, why not
 *
 * Makes an empty file beside the place, which tells early what is wrong with it.
 *
 * Returns: (transfer full) (nullable): what is to be filled
 */
DovAside *
dov_aside_begin (const char *path,
                 int         mode,
                 int        *number)
{
  g_autofree char *folder = g_path_get_dirname (path);

  dov_aside_sweep (folder);
  while (TRUE)
    {
      g_autofree char *part = dup_part (folder);
      int file = open (part, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);

      if (file < 0 && errno != EEXIST)
        {
          *number = errno;
          return NULL;
        }
      /* Somebody who swept the folder may have taken it for a leaving. */
      if (file >= 0 && hold (file))
        {
          DovAside *self = g_new (DovAside, 1);

          *self = (DovAside) { g_strdup (path), g_steal_pointer (&part), file };
          return self;
        }
      if (file >= 0)
        close (file);
    }
}

/* The path of the file that is being filled. */
const char *
dov_aside_get_part (DovAside *self)
{
  return self->part;
}

/* SQLite would take the log of a file that is gone for the new file's and write its pages into it. What stands in it
 * may be somebody's last work: it is kept under a name that SQLite does not know. */
static void
put_log_by (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *index = g_strconcat (path, "-shm", NULL);
  struct stat status;
  gboolean is_kept = lstat (log, &status) != 0;

  if (!is_kept && status.st_size == 0)
    is_kept = g_unlink (log) == 0;
  for (guint n = 1; !is_kept && n < 1000; n++)
    {
      g_autofree char *kept = g_strdup_printf ("%s-old-%u", log, n);

      is_kept = lstat (kept, &status) != 0 && rename (log, kept) == 0;
    }
  (void) g_unlink (index);
}

/* A link never takes the place of a file that came meanwhile; some disks know no links. */
static int
put_new (DovAside *self)
{
  struct stat status;

  if (lstat (self->path, &status) == 0)
    return EEXIST;
  put_log_by (self->path);
  if (link (self->part, self->path) == 0)
    return 0;
  if (errno == EEXIST || lstat (self->path, &status) == 0)
    return EEXIST;

  return rename (self->part, self->path) == 0 ? 0 : errno;
}

static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int file = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  /* Some disks cannot; the file itself must be there. */
  if (file < 0)
    return;
  (void) fsync (file);
  close (file);
}

/**
 * dov_aside_settle:
 * @replace: whether a file that is there gives way
 *
 * Brings the file onto the disk and puts it in its place, so that after a
 * power cut there is the old one or the new one and never half of one.
 *
 * Returns: 0, or the number of the system why not, such as %EEXIST
 */
int
dov_aside_settle (DovAside *self,
                  gboolean  replace)
{
  int number = 0;

  if (fsync (self->file) != 0 && errno != EINVAL)
    number = errno;
  else if (!replace)
    number = put_new (self);
  else if (rename (self->part, self->path) != 0)
    number = errno;
  if (number == 0)
    sync_folder (self->path);

  return number;
}

/**
 * dov_aside_free:
 * @self: (nullable): with what was not put in its place
 */
void
dov_aside_free (DovAside *self)
{
  if (self == NULL)
    return;

  delete_part (self->part);
  close (self->file);
  g_free (self->path);
  g_free (self->part);
  g_free (self);
}

/* Whether nobody builds it any more, and it is ours. */
static gboolean
is_left (const char *part)
{
  int file = open (part, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  struct stat status;
  gboolean left;

  if (file < 0)
    return errno == ENOENT;

  left = fstat (file, &status) == 0 && S_ISREG (status.st_mode) && status.st_uid == geteuid ()
         && flock (file, LOCK_EX | LOCK_NB) == 0;
  close (file);

  return left;
}

/**
 * dov_aside_sweep:
 *
 * Deletes what killed programs left half made in @folder.
 */
void
dov_aside_sweep (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      const char *end = g_str_has_prefix (name, PREFIX) ? strstr (name, SUFFIX) : NULL;
      g_autofree char *stem = end != NULL ? g_strndup (name, end - name + strlen (SUFFIX)) : NULL;
      g_autofree char *part = stem != NULL ? g_build_filename (folder, stem, NULL) : NULL;

      if (part != NULL && is_left (part))
        delete_part (part);
    }
}
