/* test-attachment.c - files of records: what is kept of them, where, what is refused, the bin, dump and load */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "club.h"
#include "dov-attachment-adding.h"
#include "dov-attachment-saving.h"
#include "dov-dump.h"
#include "dov-family.h"
#include "dov-incoming-paper.h"
#include "dov-load.h"
#include "dov-parts.h"
#include "dov-rules.h"
#include "dov-scratch.h"
#include "dov-settlement.h"
#include "dov-staff.h"

/* It begins as a picture of a scanner does, and has every byte there is. */
static GBytes *
content_new (gsize length)
{
  g_autofree char *bytes = g_malloc (length + 1);

  for (gsize i = 0; i < length; i++)
    bytes[i] = (char) (i * 31 + i / 251);
  memcpy (bytes, "\x89PNG\r\n\x1a\n", MIN (length, 8));

  return g_bytes_new (bytes, length);
}

typedef struct
{
  Club       club;
  DovRecord *family;
  GError    *error;
} Case;

static void
set_up (Case          *self,
        gconstpointer  data)
{
  *self = (Case) { 0 };
  club_open (&self->club);
  dov_rules_install (self->club.store);
  self->family = dov_store_find (self->club.store, DOV_TYPE_FAMILY, club_add_family (&self->club, "Лисицыны"), NULL);
  g_assert_nonnull (self->family);
}

static void
tear_down (Case          *self,
           gconstpointer  data)
{
  g_clear_object (&self->family);
  g_clear_error (&self->error);
  club_close (&self->club);
}

static DovRecord *
add (Case       *self,
     const char *name,
     GBytes     *content)
{
  g_autoptr (DovRecord) draft = dov_attachment_new_for (self->club.store, self->family, name, content);

  dov_attachment_add (self->club.store, draft, content, &self->error);
  g_assert_no_error (self->error);

  return g_steal_pointer (&draft);
}

static gint64
count_files (Case *self)
{
  return dov_store_count (self->club.store, DOV_TYPE_ATTACHMENT, NULL, NULL);
}

static void
assert_kept (Case      *self,
             DovRecord *file,
             GBytes    *content)
{
  g_autoptr (GBytes) kept = dov_store_read_content (self->club.store, dov_record_get_id (file), &self->error);

  g_assert_no_error (self->error);
  g_assert_nonnull (kept);
  g_assert_true (g_bytes_equal (kept, content));
}

/* What the computer calls a file is what it is called here, letters of both alphabets side by side or not. */
static void
test_add (Case          *self,
          gconstpointer  data)
{
  g_autoptr (GBytes) content = content_new (3 * 1024 * 1024);
  g_autoptr (DovRecord) file = add (self, "Cвидетельство_Лисицыной A.4.png", content);
  DovAttachment *kept = DOV_ATTACHMENT (file);

  g_assert_cmpstr (kept->title, ==, "Cвидетельство Лисицыной A.4");
  g_assert_cmpstr (kept->file_name, ==, "Cвидетельство_Лисицыной A.4.png");
  g_assert_cmpint (kept->kind, ==, DOV_ATTACHMENT_KIND_SCAN);
  g_assert_cmpint (kept->bytes, ==, 3 * 1024 * 1024);
  g_assert_cmpint (kept->family_id, ==, dov_record_get_id (self->family));
  assert_kept (self, file, content);

  /* Opened again, it is there still. */
  club_reopen (&self->club);
  assert_kept (self, file, content);
}

/* The log, by which everything is taken back, has nothing of the megabytes. */
static void
test_log (Case          *self,
          gconstpointer  data)
{
  g_autoptr (GBytes) content = content_new (1024 * 1024);
  DovDatabase *database = dov_store_get_database (self->club.store);
  const char *size = "SELECT sum (length (coalesce (was, '')) + length (coalesce (became, '')) + 100) FROM audit";
  gint64 before = dov_database_count (database, size, NULL);
  g_autoptr (DovRecord) file = add (self, "скан.png", content);

  g_assert_cmpint (dov_database_count (database, size, NULL) - before, <, 1000);
  g_assert_cmpint (dov_database_count (database, "SELECT count (*) FROM attachment_content", NULL), ==, 1);
}

static void
test_undo (Case          *self,
           gconstpointer  data)
{
  g_autoptr (GBytes) content = content_new (5000);
  g_autoptr (DovRecord) file = add (self, "скан.png", content);

  dov_store_undo (self->club.store, dov_store_find_undoable (self->club.store), &self->error);
  g_assert_no_error (self->error);
  g_assert_cmpint (count_files (self), ==, 0);
  dov_store_undo (self->club.store, dov_store_find_redoable (self->club.store), &self->error);
  g_assert_no_error (self->error);
  g_assert_cmpint (count_files (self), ==, 1);
  assert_kept (self, file, content);
}

/* A file goes into the bin with its record, and comes back with it. */
static void
test_owner (Case          *self,
            gconstpointer  data)
{
  g_autoptr (GBytes) content = content_new (5000);
  g_autoptr (DovRecord) file = add (self, "скан.png", content);

  dov_parts_remove (self->club.store, self->family, &self->error);
  g_assert_no_error (self->error);
  g_assert_cmpint (count_files (self), ==, 0);
  dov_parts_restore (self->club.store, self->family, &self->error);
  g_assert_no_error (self->error);
  g_assert_cmpint (count_files (self), ==, 1);
  assert_kept (self, file, content);
}

static void
assert_refused (Case       *self,
                const char *name,
                gsize       length,
                const char *says)
{
  g_autoptr (GBytes) content = content_new (length);
  g_autoptr (DovRecord) draft = dov_attachment_new_for (self->club.store, self->family, name, content);

  g_assert_false (dov_attachment_add (self->club.store, draft, content, &self->error));
  g_assert_error (self->error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED);
  g_assert_nonnull (strstr (self->error->message, says));
  g_clear_error (&self->error);
  g_assert_cmpint (count_files (self), ==, 0);
  g_assert_cmpint (dov_database_count (dov_store_get_database (self->club.store),
                                       "SELECT count (*) FROM attachment_content", NULL), ==, 0);
}

static void
test_refused (Case          *self,
              gconstpointer  data)
{
  g_autoptr (GBytes) most = content_new (DOV_ATTACHMENT_MOST);
  g_autoptr (DovRecord) file = NULL;

  assert_refused (self, "пусто.png", 0, "пусто.png");
  assert_refused (self, "много.png", DOV_ATTACHMENT_MOST + 1, "10");
  assert_refused (self, "../../дом.png", 100, "/");
  assert_refused (self, "..", 100, "/");
  file = add (self, "ровно.png", most);
  assert_kept (self, file, most);
}

/* A file that has nothing in it, or belongs to nobody, is not kept. */
static void
test_rule (Case          *self,
           gconstpointer  data)
{
  g_autoptr (GBytes) content = content_new (100);
  g_autoptr (DovRecord) bare = dov_attachment_new_for (self->club.store, self->family, "скан.png", content);
  g_autoptr (DovRecord) lost = dov_attachment_new_for (self->club.store, self->family, "скан.png", content);
  g_autoptr (DovRecord) kept = NULL;

  g_assert_false (dov_store_save (self->club.store, bare, &self->error));
  g_assert_error (self->error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED);
  g_clear_error (&self->error);
  dov_set (DOV_ATTACHMENT (lost), family_id, 0);
  g_assert_false (dov_attachment_add (self->club.store, lost, content, &self->error));
  g_assert_error (self->error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED);
  g_clear_error (&self->error);

  kept = add (self, "скан.png", content);
  dov_set (DOV_ATTACHMENT (kept), title, "Другое название");
  dov_store_save (self->club.store, kept, &self->error);
  g_assert_no_error (self->error);
  dov_set (DOV_ATTACHMENT (kept), bytes, 99);
  g_assert_false (dov_store_save (self->club.store, kept, &self->error));
  g_assert_error (self->error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED);
}

static void
test_kind (Case          *self,
           gconstpointer  data)
{
  static const struct
  {
    const char        *start;
    gsize              length;
    DovAttachmentKind  kind;
    const char        *picture;
  } files[] = {
    { "\xff\xd8\xff\xe1\x10\x10" "Exif\0\0", 12, DOV_ATTACHMENT_KIND_PHOTO, "image/jpeg" },
    { "\xff\xd8\xff\xe0\x10\x10JFIF\0", 11, DOV_ATTACHMENT_KIND_SCAN, "image/jpeg" },
    { "%PDF-1.4", 8, DOV_ATTACHMENT_KIND_SCAN, NULL },
    { "PK\3\4", 4, DOV_ATTACHMENT_KIND_OTHER, NULL },
    { "B", 1, DOV_ATTACHMENT_KIND_OTHER, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) content = g_bytes_new (files[i].start, files[i].length);
      g_autoptr (DovRecord) draft = dov_attachment_new_for (self->club.store, self->family, "x", content);

      g_assert_cmpint (DOV_ATTACHMENT (draft)->kind, ==, files[i].kind);
      g_assert_cmpstr (dov_attachment_find_picture (content), ==, files[i].picture);
    }
}

static void
test_file (Case          *self,
           gconstpointer  data)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autofree char *path = dov_scratch_path (scratch, "Справка о доходах.pdf");
  g_autofree char *gone = dov_scratch_path (scratch, "нет.pdf");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) nothing = g_file_new_for_path (gone);
  g_autoptr (GFile) place = g_file_new_for_path (folder);
  g_autofree char *title = NULL;
  g_autoptr (DovRecord) kept = NULL;

  dov_scratch_write (scratch, "Справка о доходах.pdf", "%PDF-1.4 придумано", -1);
  dov_attachment_add_file (self->club.store, self->family, file, &self->error);
  g_assert_no_error (self->error);
  kept = dov_store_find_first (self->club.store, DOV_TYPE_ATTACHMENT, NULL, NULL);
  g_assert_cmpstr (DOV_ATTACHMENT (kept)->title, ==, "Справка о доходах");
  g_assert_false (dov_attachment_add_file (self->club.store, self->family, nothing, &self->error));
  g_assert_nonnull (strstr (self->error->message, "нет.pdf"));
  g_clear_error (&self->error);
  g_assert_false (dov_attachment_add_file (self->club.store, self->family, place, &self->error));
  g_assert_error (self->error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED);
}

/* Saved again outside, it is the same, for nobody else to read; what stood there is replaced, but never records. */
static void
test_save (Case          *self,
           gconstpointer  data)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autofree char *path = dov_scratch_path (scratch, "скан.png");
  g_autofree char *records = g_strdup (self->club.path);
  g_autofree char *read = NULL;
  g_autoptr (GBytes) content = content_new (70000);
  g_autoptr (DovRecord) file = add (self, "скан.png", content);
  g_autoptr (GBytes) again = NULL;
  gsize length = 0;
  GStatBuf status;

  for (guint i = 0; i < 2; i++)
    {
      g_clear_pointer (&read, g_free);
      g_clear_pointer (&again, g_bytes_unref);
      dov_attachment_save (self->club.store, DOV_ATTACHMENT (file), path, &self->error);
      g_assert_no_error (self->error);
      g_assert_true (g_file_get_contents (path, &read, &length, NULL));
      again = g_bytes_new (read, length);
      g_assert_true (g_bytes_equal (again, content));
      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmpint (status.st_mode & 0777, ==, 0600);
    }
  g_assert_false (dov_attachment_save (self->club.store, DOV_ATTACHMENT (file), records, &self->error));
  g_assert_nonnull (self->error);
}

/* ---- dump and load ---- */

static char *
dump (DovStore *store)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  dov_dump_stream (store, stream, DOV_DUMP_WITH_BIN, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static gboolean
load (DovStore    *store,
      const char  *lines,
      GError     **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (lines, -1, NULL);

  return dov_load_stream (store, stream, NULL, NULL, NULL, NULL, NULL, error);
}

static void
test_dump (Case          *self,
           gconstpointer  data)
{
  g_autoptr (GBytes) content = content_new (2 * 1024 * 1024);
  g_autoptr (GBytes) small = content_new (10);
  g_autoptr (DovRecord) file = add (self, "скан.png", content);
  g_autoptr (DovRecord) removed = add (self, "убран.png", small);
  g_autofree char *said = NULL, *again = NULL;
  g_autofree char *folder = NULL, *path = NULL;
  g_autoptr (DovStore) other = NULL;
  g_autoptr (GBytes) kept = NULL;

  dov_store_remove (self->club.store, removed, &self->error);
  g_assert_no_error (self->error);
  said = dump (self->club.store);
  g_assert_nonnull (strstr (said, "\"content\":\"iVBORw0KGg"));

  folder = g_dir_make_tmp ("doverie-test-XXXXXX", NULL);
  path = g_build_filename (folder, "other.doverie", NULL);
  other = dov_store_open (path, DOV_STORE_CREATE, &self->error);
  g_assert_no_error (self->error);
  dov_rules_install (other);
  load (other, said, &self->error);
  g_assert_no_error (self->error);
  kept = dov_store_read_content (other, dov_record_get_id (file), NULL);
  g_assert_true (g_bytes_equal (kept, content));
  again = dump (other);
  g_assert_cmpstr (said, ==, again);
  dov_store_close (other, NULL);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
assert_line (Case       *self,
             const char *content,
             gboolean    is_taken)
{
  g_autofree char *line =
    g_strdup_printf ("{\"record\":\"attachment\",\"id\":\"4294967299\",\"title\":\"Скан\",\"kind\":\"scan\","
                     "\"file_name\":\"a.png\",\"bytes\":3,\"added_on\":\"2027-01-01\","
                     "\"family_id\":\"%" G_GINT64_FORMAT "\"%s%s%s}",
                     dov_record_get_id (self->family), content != NULL ? ",\"content\":\"" : "",
                     content != NULL ? content : "", content != NULL ? "\"" : "");

  g_assert_cmpint (load (self->club.store, line, &self->error), ==, is_taken);
  g_assert_true ((self->error == NULL) == is_taken);
  g_clear_error (&self->error);
}

/* A line can neither leave out what is in a file, nor change it. */
static void
test_load (Case          *self,
           gconstpointer  data)
{
  assert_line (self, NULL, FALSE);
  assert_line (self, "", FALSE);
  assert_line (self, "YWJjZA==", FALSE);
  assert_line (self, "YWJj", TRUE);
  assert_line (self, "YWJj", TRUE);
  assert_line (self, NULL, TRUE);
  assert_line (self, "YWJk", FALSE);
  g_assert_cmpint (count_files (self), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Case, NULL, set_up, test, tear_down)
  ADD ("/attachment/add", test_add);
  ADD ("/attachment/log", test_log);
  ADD ("/attachment/undo", test_undo);
  ADD ("/attachment/owner", test_owner);
  ADD ("/attachment/refused", test_refused);
  ADD ("/attachment/rule", test_rule);
  ADD ("/attachment/kind", test_kind);
  ADD ("/attachment/file", test_file);
  ADD ("/attachment/save", test_save);
  ADD ("/attachment/dump", test_dump);
  ADD ("/attachment/load", test_load);

  return g_test_run ();
}
