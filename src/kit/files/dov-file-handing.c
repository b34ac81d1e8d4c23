/* dov-file-handing.c - a file of a record leaves the program: to another program, or to a place that a person chooses */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-file-handing.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "dov-attachment-saving.h"
#include "dov-deed.h"
#include "dov-file-chooser.h"
#include "dov-go.h"

static DovFileTaken test_taken;
static gpointer test_taken_data;

/* ---- to another program ---- */

/* What another program shows lies, while this one runs, in a folder that nobody else of the computer can enter: under
 * XDG_RUNTIME_DIR, which is memory and no disk, and is emptied when the person signs off even if this program was killed.
 * The folder goes at the end of the program. */
static char *folder;

/* A folder for each: two files of one name do not meet. */
static char *
dup_place (GError **error)
{
  g_autofree char *place = NULL;

  if (folder == NULL)
    {
      folder = g_build_filename (g_get_user_runtime_dir (), "doverie-files-XXXXXX", NULL);
      if (g_mkdtemp_full (folder, 0700) == NULL)
        {
          dov_refuse (error, _("Nothing can be written to the folder “%s”. Choose another folder."), g_get_user_runtime_dir ());
          g_clear_pointer (&folder, g_free);
          return NULL;
        }
    }
  place = g_build_filename (folder, "XXXXXX", NULL);
  if (g_mkdtemp_full (place, 0700) != NULL)
    return g_steal_pointer (&place);
  dov_refuse (error, _("Nothing can be written to the folder “%s”. Choose another folder."), folder);

  return NULL;
}

static gboolean
write_out (DovStore       *store,
           DovAttachment  *file,
           char          **path,
           GError        **error)
{
  g_autofree char *place = dup_place (error);

  if (place == NULL)
    return FALSE;
  /* The name holds no “/”: its check sees to that. What is changed there would be lost, so it is only for reading. */
  *path = g_build_filename (place, file->file_name, NULL);

  return dov_attachment_save (store, file, *path, error) && g_chmod (*path, 0400) == 0;
}

/**
 * dov_file_handing_open:
 * @near: the widget where it is asked for
 *
 * Shows the file in the program that the computer has for it.
 */
void
dov_file_handing_open (GtkWidget     *near,
                       DovStore      *store,
                       DovAttachment *file)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) written = NULL;
  g_autofree char *uri = NULL;
  g_autoptr (GError) error = NULL;

  if (!write_out (store, file, &path, &error))
    {
      dov_deed_refuse (near, error != NULL ? error->message : g_strerror (errno));
      return;
    }
  written = g_file_new_for_path (path);
  uri = g_file_get_uri (written);
  if (test_taken != NULL)
    test_taken (written, test_taken_data);
  else if (!g_app_info_launch_default_for_uri (uri, NULL, &error))
    dov_deed_refuse (near, _("This computer has no program for such a file. Save it and take it to one that has."));
}

/**
 * dov_file_handing_answer:
 * @taken: (nullable): takes every file from now on; %NULL: the programs of the computer do
 */
void
dov_file_handing_answer (DovFileTaken taken,
                         gpointer     user_data)
{
  test_taken = taken;
  test_taken_data = user_data;
}

static void
delete_all (const char *path)
{
  g_autoptr (GDir) names = g_dir_open (path, 0, NULL);
  const char *name;

  while (names != NULL && (name = g_dir_read_name (names)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      if (g_file_test (inside, G_FILE_TEST_IS_DIR) && !g_file_test (inside, G_FILE_TEST_IS_SYMLINK))
        delete_all (inside);
      else
        (void) g_unlink (inside);
    }
  (void) g_rmdir (path);
}

/**
 * dov_file_handing_clean:
 *
 * Deletes what other programs were given, at the end of this one.
 */
void
dov_file_handing_clean (void)
{
  if (folder != NULL)
    delete_all (folder);
  g_clear_pointer (&folder, g_free);
}

/* ---- to a place that a person chooses ---- */

typedef struct
{
  GtkWidget     *near;
  DovStore      *store;
  DovAttachment *file;
} Saving;

static void
chosen_cb (GFile    *place,
           gpointer  user_data)
{
  Saving *saving = user_data;
  g_autofree char *path = place != NULL ? g_file_get_path (place) : NULL;
  g_autofree char *folder_name = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autofree char *shown = folder_name != NULL ? g_filename_display_name (folder_name) : NULL;
  g_autofree char *words = g_strdup_printf (_("File saved in the folder “%s”"), shown != NULL ? shown : "");
  g_autoptr (GError) error = NULL;

  if (place != NULL && path == NULL)
    dov_deed_refuse (saving->near, _("There is no such folder on this computer. Choose another folder."));
  else if (path != NULL && !dov_attachment_save (saving->store, saving->file, path, &error))
    dov_deed_refuse (saving->near, error->message);
  else if (path != NULL)
    dov_go_tell (saving->near, words, 0);
  g_object_unref (saving->near);
  g_object_unref (saving->store);
  g_object_unref (saving->file);
  g_free (saving);
}

/**
 * dov_file_handing_save_as:
 * @near: the widget where it is asked for
 *
 * Saves the file where a person wants it.
 */
void
dov_file_handing_save_as (GtkWidget     *near,
                          DovStore      *store,
                          DovAttachment *file)
{
  const DovFileWish wish = { .title = _("Where to save the file"), .accept = _("Save"), .name = file->file_name,
                             .action = GTK_FILE_CHOOSER_ACTION_SAVE };
  Saving saving = { g_object_ref (near), g_object_ref (store), g_object_ref (file) };

  dov_file_chooser_ask (near, &wish, chosen_cb, g_memdup2 (&saving, sizeof saving));
}
