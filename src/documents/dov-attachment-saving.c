/* dov-attachment-saving.c - a file of a record is saved outside the program */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-attachment-saving.h"

#include <errno.h>
#include <glib/gi18n.h>

#include "dov-whole-file.h"

/**
 * dov_attachment_save:
 * @path: what stands there is replaced, as whoever chose it was asked
 *
 * Writes what is in the file of a record to a file of the computer that nobody else of it may read.
 */
gboolean
dov_attachment_save (DovStore       *store,
                     DovAttachment  *file,
                     const char     *path,
                     GError        **error)
{
  g_autoptr (GError) broken = NULL;
  g_autoptr (GBytes) content = dov_store_read_content (store, dov_record_get_id (DOV_RECORD (file)), &broken);
  g_autoptr (DovAside) aside = NULL;
  gconstpointer start;
  gsize length = 0;

  if (broken != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&broken));
      return FALSE;
    }
  if (content == NULL)
    return dov_refuse (error, _("Nothing is kept of this file. Add it on the page of the record it belongs to."));
  aside = dov_whole_file_begin (path, TRUE, TRUE, error);
  if (aside == NULL)
    return FALSE;

  start = g_bytes_get_data (content, &length);
  if (!g_file_set_contents_full (dov_aside_get_part (aside), start, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL))
    {
      dov_whole_file_set_error (error, path, errno != 0 ? errno : EIO);
      return FALSE;
    }

  return dov_whole_file_finish (aside, path, TRUE, error);
}
