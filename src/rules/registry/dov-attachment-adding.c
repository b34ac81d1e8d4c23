/* dov-attachment-adding.c - a file of the computer becomes a file of a record */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-attachment-adding.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dov-own-staff.h"

/* ---- what it is ---- */

/* By what stands at its beginning: names lie. */
static const struct
{
  const char *type;
  gsize       at;
  const char *mark;
  gsize       length;
} pictures[] = {
  { "image/jpeg", 0, "\xff\xd8\xff", 3 },
  { "image/png", 0, "\x89PNG\r\n\x1a\n", 8 },
  { "image/gif", 0, "GIF8", 4 },
  { "image/bmp", 0, "BM", 2 },
  { "image/tiff", 0, "II*\0", 4 },
  { "image/tiff", 0, "MM\0*", 4 },
  { "image/webp", 8, "WEBP", 4 },
};

static gboolean
stands_at (GBytes     *content,
           gsize       at,
           const char *mark,
           gsize       length)
{
  gsize size = 0;
  const char *start = g_bytes_get_data (content, &size);

  return size >= at + length && memcmp (start + at, mark, length) == 0;
}

/**
 * dov_attachment_find_picture:
 *
 * Returns: (nullable): as what picture the content begins, such as “image/jpeg”; %NULL: as none
 */
const char *
dov_attachment_find_picture (GBytes *content)
{
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    if (stands_at (content, pictures[i].at, pictures[i].mark, pictures[i].length))
      return pictures[i].type;

  return NULL;
}

/* A camera writes of itself into its pictures, a scanner does not. */
static DovAttachmentKind
guess_kind (GBytes *content)
{
  if (stands_at (content, 0, "\xff\xd8\xff\xe1", 4) && stands_at (content, 6, "Exif", 4))
    return DOV_ATTACHMENT_KIND_PHOTO;
  if (dov_attachment_find_picture (content) != NULL || stands_at (content, 0, "%PDF", 4))
    return DOV_ATTACHMENT_KIND_SCAN;

  return DOV_ATTACHMENT_KIND_OTHER;
}

/* «Согласие_Ивановой.pdf» is called «Согласие Ивановой». */
static char *
dup_title (const char *name)
{
  const char *dot = strrchr (name, '.');
  char *title = dot != NULL && dot != name ? g_strndup (name, (gsize) (dot - name)) : g_strdup (name);

  return g_strdelimit (title, "_", ' ');
}

/* ---- reading ---- */

static gboolean
check_size (const char  *name,
            guint64      size,
            guint64      most,
            GError     **error)
{
  g_autofree char *words = dov_attachment_size_words ((gint64) size);
  g_autofree char *limit = dov_attachment_size_words ((gint64) most);

  if (size == 0)
    return dov_refuse (error, _("“%s” is empty: nothing is in it. Choose another file."), name);
  if (size > most)
    return dov_refuse (error, _("“%s” is too large, %s. A file has at most %s: scan it with a lower resolution."), name,
                       words, limit);

  return TRUE;
}

/**
 * dov_attachment_read_file:
 * @name: (out) (transfer full): what it is called
 *
 * Reads a file whole, larger ones too than are kept, since a picture can be shrunk. Who calls tells by
 * dov_attachment_find_picture() whether it is one.
 *
 * Returns: (transfer full) (nullable): what is in it
 */
GBytes *
dov_attachment_read_file (GFile   *file,
                          char   **name,
                          GError **error)
{
  g_autoptr (GFileInfo) known = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE
                                                   "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME,
                                                   G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autofree char *path = g_file_get_parse_name (file);
  g_autofree char *called = known != NULL ? g_strdup (g_file_info_get_display_name (known)) : g_path_get_basename (path);
  g_autofree char *start = NULL;
  gsize length = 0;

  /* What is no file, a pipe for one, might never end. */
  if (known == NULL || g_file_info_get_file_type (known) != G_FILE_TYPE_REGULAR)
    {
      dov_refuse (error, _("“%s” cannot be read. Check that the file is there and that you may read it."), called);
      return NULL;
    }
  if (!check_size (called, (guint64) g_file_info_get_size (known), DOV_ATTACHMENT_MOST_READ, error))
    return NULL;
  if (!g_file_load_contents (file, NULL, &start, &length, NULL, NULL))
    {
      dov_refuse (error, _("“%s” cannot be read. Check that the file is there and that you may read it."), called);
      return NULL;
    }
  if (name != NULL)
    *name = g_steal_pointer (&called);

  return g_bytes_new_take (g_steal_pointer (&start), length);
}

/* ---- adding ---- */

/**
 * dov_attachment_new_for:
 * @owner: of a kind that has files, see dov_attachment_find_link()
 * @name: of the file
 *
 * Returns: (transfer full): a draft that belongs to @owner, with title and kind guessed
 */
DovRecord *
dov_attachment_new_for (DovStore   *store,
                        DovRecord  *owner,
                        const char *name,
                        GBytes     *content)
{
  const DovField *link = dov_attachment_find_link (G_OBJECT_TYPE (owner));
  DovRecord *draft = dov_record_new (DOV_TYPE_ATTACHMENT, 0);
  g_autofree char *title = dup_title (name);
  GDate today = dov_today ();

  g_return_val_if_fail (link != NULL, draft);

  dov_set (DOV_ATTACHMENT (draft), title, title);
  dov_set (DOV_ATTACHMENT (draft), kind, guess_kind (content));
  dov_set (DOV_ATTACHMENT (draft), file_name, name);
  dov_set (DOV_ATTACHMENT (draft), bytes, (gint64) g_bytes_get_size (content));
  dov_set (DOV_ATTACHMENT (draft), added_on, &today);
  dov_set (DOV_ATTACHMENT (draft), added_by_id, dov_own_staff_find (store));
  dov_record_set_number (draft, link->name, dov_record_get_id (owner));

  return draft;
}

/**
 * dov_attachment_add:
 * @draft: see dov_attachment_new_for()
 *
 * Keeps the file with its content, which never changes afterwards. One operation; undone, the file lies in the bin.
 */
gboolean
dov_attachment_add (DovStore   *store,
                    DovRecord  *draft,
                    GBytes     *content,
                    GError    **error)
{
  DovAttachment *file = DOV_ATTACHMENT (draft);
  g_autofree char *words = g_strdup_printf (C_("toast", "File added: %s"), file->title);

  if (!check_size (file->file_name, g_bytes_get_size (content), DOV_ATTACHMENT_MOST, error))
    return FALSE;
  dov_set (file, bytes, (gint64) g_bytes_get_size (content));
  if (!dov_store_begin (store, words, error))
    return FALSE;

  return dov_store_end (store, dov_store_save (store, draft, error) && dov_store_write_content (store, draft, content, error),
                        error);
}

/**
 * dov_attachment_add_file:
 *
 * Adds a file of the computer as it is to @owner.
 */
gboolean
dov_attachment_add_file (DovStore   *store,
                         DovRecord  *owner,
                         GFile      *file,
                         GError    **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) content = dov_attachment_read_file (file, &name, error);
  g_autoptr (DovRecord) draft = content != NULL ? dov_attachment_new_for (store, owner, name, content) : NULL;

  return draft != NULL && dov_attachment_add (store, draft, content, error);
}

/* ---- the rule ---- */

/* A file without what is in it would be a promise. SQLite tells the length without reading it. */
static void
check_content (DovStore  *store,
               DovRecord *before,
               DovRecord *after,
               GPtrArray *problems)
{
  gint64 length = dov_store_ask_number (store, "SELECT length (content) FROM attachment_content WHERE id = ?1", "(x)",
                                        dov_record_get_id (after));

  if (length != DOV_ATTACHMENT (after)->bytes)
    dov_problems_add (problems, after, "file_name", NULL,
                      _("Nothing is kept of this file. Add it on the page of the record it belongs to."));
}

static const DovRuleOf rules[] = {
  { dov_attachment_get_type, DOV_RULE_AT_END, "", check_content },
};

void
dov_attachment_rules_install (DovStore *store)
{
  dov_store_add_rules (store, rules, G_N_ELEMENTS (rules));
}
