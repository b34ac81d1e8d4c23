/* dov-scratch.c - a folder for one test, gone when the test ends */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "dov-scratch.h"

#include <glib/gstdio.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

struct _DovScratch
{
  char     *folder;
  gboolean  is_mounted;
};

typedef void (*Visit) (const char  *path,
                       GStatBuf    *status,
                       gpointer     user_data);

static void
visit_below (const char *folder,
             Visit       visit,
             gpointer    user_data)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status;

      if (g_lstat (path, &status) != 0)
        continue;
      if (S_ISDIR (status.st_mode))
        visit_below (path, visit, user_data);
      visit (path, &status, user_data);
    }
}

static void
delete_one (const char *path,
            GStatBuf   *status,
            gpointer    user_data)
{
  (void) g_remove (path);
}

static void
assert_one_private (const char *path,
                    GStatBuf   *status,
                    gpointer    user_data)
{
  g_test_message ("%s is %o", path, status->st_mode & 0777);
  g_assert_cmpint (status->st_mode & 0077, ==, 0);
}

typedef struct
{
  const char *suffix;
  guint       n;
} Count;

static void
count_one (const char *path,
           GStatBuf   *status,
           gpointer    user_data)
{
  Count *count = user_data;

  if (S_ISREG (status->st_mode) && g_str_has_suffix (path, count->suffix))
    count->n++;
}

DovScratch *
dov_scratch_new (void)
{
  DovScratch *self = g_new0 (DovScratch, 1);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("doverie-test-XXXXXX", &error);
  g_assert_no_error (error);

  return self;
}

void
dov_scratch_free (DovScratch *self)
{
  if (self->is_mounted)
    umount2 (self->folder, MNT_DETACH);
  visit_below (self->folder, delete_one, NULL);
  (void) g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self);
}

char *
dov_scratch_path (DovScratch *self,
                  const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

void
dov_scratch_write (DovScratch *self,
                   const char *name,
                   const void *bytes,
                   gssize      n_bytes)
{
  g_autofree char *path = dov_scratch_path (self, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, n_bytes, &error);
  g_assert_no_error (error);
}

void
dov_scratch_cut (const char *path,
                 gsize       n_bytes)
{
  g_assert_cmpint (truncate (path, n_bytes), ==, 0);
}

/* Puts a disk of its own size into the folder, which only this program sees.
 * Only root can; others get FALSE. */
gboolean
dov_scratch_mount (DovScratch *self,
                   gsize       n_bytes)
{
  g_autofree char *options = g_strdup_printf ("size=%" G_GSIZE_FORMAT ",mode=0700", n_bytes);

  if (unshare (CLONE_NEWNS) != 0
      || mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0
      || mount ("doverie-test", self->folder, "tmpfs", 0, options) != 0)
    return FALSE;
  self->is_mounted = TRUE;

  return TRUE;
}

/* The mounted disk may from now on only be read. */
void
dov_scratch_make_read_only (DovScratch *self)
{
  g_assert_true (self->is_mounted);
  g_assert_cmpint (mount ("doverie-test", self->folder, "tmpfs", MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
}

/* Every file and folder here is closed to others. */
void
dov_scratch_assert_private (DovScratch *self)
{
  visit_below (self->folder, assert_one_private, NULL);
}

guint
dov_scratch_count_files (DovScratch *self,
                         const char *suffix)
{
  Count count = { .suffix = suffix };

  visit_below (self->folder, count_one, &count);

  return count.n;
}
