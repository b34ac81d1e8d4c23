/* dov-lock.c - one program writes one file */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "dov-lock.h"

#include "dov-calendar.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The lock itself belongs to the open file and dies with the program, however
 * that ends. What is written in the file is only for people. */
struct _DovLock
{
  int   file;
  char *path;
};

static gboolean
try_lock (int file)
{
  struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

  return fcntl (file, F_OFD_SETLK, &whole) == 0;
}

/* Whoever held the lock before may have deleted the file in the meantime. */
static gboolean
is_still_there (int         file,
                const char *path)
{
  struct stat held, named;

  return fstat (file, &held) == 0 && stat (path, &named) == 0
         && held.st_ino == named.st_ino && held.st_dev == named.st_dev;
}

/* Nobody else may choose what is written over: not by a link in the place of the lock, nor by a file of theirs. On a
 * disk without owners the lock belongs to whomever the club's file does. */
static gboolean
is_ours (int         file,
         const char *store_path)
{
  struct stat lock, store;

  if (fstat (file, &lock) != 0 || !S_ISREG (lock.st_mode) || lock.st_nlink > 1)
    return FALSE;

  return lock.st_uid == geteuid () || (stat (store_path, &store) == 0 && store.st_uid == lock.st_uid);
}

/* A link, a folder or whatever else is no file. */
static gboolean
stands_in_the_way (const char *path)
{
  int number = errno;
  struct stat status;
  gboolean stands = lstat (path, &status) == 0 && !S_ISREG (status.st_mode);

  errno = number;

  return stands;
}

static void
set_foreign (GError     **error,
             const char  *path)
{
  g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED,
               _("“%s” was not made by this program, so the file beside it cannot be opened safely. "
                 "Find out who put it there, delete it and open the file again."), path);
}

static void
write_holder (int file)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();
  g_autofree char *since = dov_moment_to_iso (now);
  g_autofree char *text = NULL;
  gssize written = 0;

  text = g_strdup_printf ("%s\n%s\n%s\n%d\n", g_get_user_name (), g_get_host_name (), since, (int) getpid ());
  /* On a full disk it stays empty and the lock holds all the same. */
  if (ftruncate (file, 0) == 0)
    written = write (file, text, strlen (text));
  (void) written;
}

static void
set_in_use (GError     **error,
            const char  *store_path,
            int          file)
{
  char text[512] = "";
  g_autofree char *shown = NULL;
  g_autoptr (GDateTime) since = NULL;
  g_auto (GStrv) lines = NULL;

  if (pread (file, text, sizeof text - 1, 0) < 0)
    *text = '\0';
  lines = g_strsplit (text, "\n", -1);
  if (g_strv_length (lines) >= 4 && dov_moment_from_iso (lines[2], &since) && since != NULL)
    shown = dov_moment_to_shown (since);

  if (shown == NULL)
    g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_IN_USE,
                 _("The file is open in another program: “%s”. Close it there, or look at it without changing."),
                 store_path);
  else
    /* Translators: the name of a user, the name of a computer, a date and time, a file */
    g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_IN_USE,
                 _("The file is open: %s, computer %s, since %s (“%s”). "
                   "Close it there, or look at it without changing."),
                 lines[0], lines[1], shown, store_path);
}

/**
 * dov_lock_take:
 * @store_path: the file that is going to be written
 *
 * Takes the lock of a file, or says with %DOV_STORE_ERROR_IN_USE who has it.
 * It stands beside the file itself, by whatever link that was found. What a
 * killed program left behind is no obstacle.
 *
 * Returns: (transfer full): the lock, or %NULL
 */
DovLock *
dov_lock_take (const char  *store_path,
               GError     **error)
{
  g_autofree char *real = dov_database_dup_real_path (store_path);
  g_autofree char *path = g_strconcat (real, ".lock", NULL);

  while (TRUE)
    {
      int file = open (path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0600);

      if (file < 0 && !stands_in_the_way (path))
        {
          dov_store_error_from_number (error, store_path, errno);
          return NULL;
        }
      if (file < 0 || !is_ours (file, real))
        {
          set_foreign (error, path);
          if (file >= 0)
            close (file);
          return NULL;
        }
      if (!try_lock (file))
        {
          int number = errno;

          if (number == EAGAIN || number == EACCES)
            set_in_use (error, store_path, file);
          else
            dov_store_error_from_number (error, path, number);
          close (file);
          return NULL;
        }
      if (is_still_there (file, path))
        {
          DovLock *self = g_new (DovLock, 1);

          write_holder (file);
          self->file = file;
          self->path = g_steal_pointer (&path);
          return self;
        }
      close (file);
    }
}

/**
 * dov_lock_release:
 *
 * Lets others write the file and leaves nothing beside it.
 */
void
dov_lock_release (DovLock *self)
{
  if (self == NULL)
    return;

  /* Deleted while it is still held: who waits for the old file sees that it is gone. */
  (void) g_unlink (self->path);
  close (self->file);
  g_free (self->path);
  g_free (self);
}
