/* dov-lock.c - one program writes one file */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "dov-lock.h"

#include "dov-calendar.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* The lock itself belongs to the open file and dies with the program, however
 * that ends. What is written in the file is only for people. */
struct _DovLock
{
  int   file;
  char *path;
};

static char *
find_path (const char *store_path)
{
  g_autofree char *real = realpath (store_path, NULL);

  return g_strconcat (real != NULL ? real : store_path, ".lock", NULL);
}

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
            const char  *path)
{
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (GDateTime) since = NULL;
  g_auto (GStrv) lines = NULL;

  (void) g_file_get_contents (path, &text, NULL, NULL);
  lines = g_strsplit (text != NULL ? text : "", "\n", -1);
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
 * What a killed program left behind is no obstacle.
 *
 * Returns: (transfer full): the lock, or %NULL
 */
DovLock *
dov_lock_take (const char  *store_path,
               GError     **error)
{
  g_autofree char *path = find_path (store_path);

  while (TRUE)
    {
      int file = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

      if (file < 0)
        {
          dov_store_error_from_number (error, store_path, errno);
          return NULL;
        }
      if (!try_lock (file))
        {
          int number = errno;

          close (file);
          if (number == EAGAIN || number == EACCES)
            set_in_use (error, store_path, path);
          else
            dov_store_error_from_number (error, path, number);
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
