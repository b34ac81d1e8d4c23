/* dov-files-box.c - the files of a record, as a list: chosen, dropped or pasted into it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-files-box.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dov-attachment-adding.h"
#include "dov-file-chooser.h"
#include "dov-follow.h"
#include "dov-join.h"
#include "dov-keys.h"
#include "dov-picture-size.h"
#include "dov-registry.h"
#include "dov-visitor.h"

/* A picture that is larger in points and in bytes is worth the question whether it shall be smaller. */
#define BYTES_WORTH (1024 * 1024)

/* A file that was read and waits to be kept. */
typedef struct
{
  char   *name;
  GBytes *content;
} Waiting;

struct _DovFilesBox
{
  AdwBin         parent_instance;

  DovStore      *store;
  GType          type;
  gint64         id;
  DovSectionBox *section;
  GQueue         waiting;    /* Waiting: several are dropped at once, and each may be asked about */
  gboolean       is_asking;
};

G_DEFINE_FINAL_TYPE (DovFilesBox, dov_files_box, ADW_TYPE_BIN)

static void go_on (DovFilesBox *self);

static void
free_waiting (Waiting *waiting)
{
  g_free (waiting->name);
  g_bytes_unref (waiting->content);
  g_free (waiting);
}

static DovRecord *
find_owner (DovFilesBox *self)
{
  return dov_store_find (self->store, self->type, self->id, NULL);
}

static gboolean
may_add (DovFilesBox *self)
{
  g_autoptr (DovRecord) owner = find_owner (self);

  return owner != NULL && dov_subject_may_write (self->store, owner);
}

/* ---- keeping ---- */

typedef struct
{
  DovRecord *draft;
  GBytes    *content;
} Adding;

static void
free_adding (gpointer data)
{
  Adding *adding = data;

  g_object_unref (adding->draft);
  g_bytes_unref (adding->content);
  g_free (adding);
}

static gboolean
add_file (DovStore  *store,
          gpointer   data,
          GError   **error)
{
  Adding *adding = data;

  return dov_attachment_add (store, adding->draft, adding->content, error);
}

static void
keep (DovFilesBox *self,
      const char  *name,
      GBytes      *content)
{
  g_autoptr (DovRecord) owner = find_owner (self);
  Adding adding = { NULL, content };

  if (owner == NULL)
    return;
  adding.draft = dov_attachment_new_for (self->store, owner, name, content);
  g_bytes_ref (content);
  dov_deed_do (self, self->store, &(DovDeed) { .act = add_file, .data = g_memdup2 (&adding, sizeof adding),
                                               .free_data = free_adding });
}

/* «паспорт.png» that became smaller is «паспорт.jpg». */
static char *
dup_jpeg_name (const char *name)
{
  const char *dot = strrchr (name, '.');
  g_autofree char *bare = dot != NULL && dot != name ? g_strndup (name, (gsize) (dot - name)) : g_strdup (name);

  return g_strconcat (bare, ".jpg", NULL);
}

static void
keep_smaller (DovFilesBox *self,
              Waiting     *waiting)
{
  g_autoptr (GBytes) small = dov_picture_shrink (waiting->content);
  g_autofree char *name = dup_jpeg_name (waiting->name);

  if (small != NULL && g_bytes_get_size (small) < g_bytes_get_size (waiting->content))
    keep (self, name, small);
  else
    keep (self, waiting->name, waiting->content);
}

/* ---- asking ---- */

static gboolean
is_worth_asking (Waiting *waiting)
{
  int width = 0, height = 0;

  return g_bytes_get_size (waiting->content) > BYTES_WORTH && dov_attachment_find_picture (waiting->content) != NULL &&
         dov_picture_measure (waiting->content, &width, &height) &&
         (MAX (width, height) > DOV_PICTURE_LONGEST || g_bytes_get_size (waiting->content) > DOV_ATTACHMENT_MOST);
}

static void
answered_cb (AdwMessageDialog *dialog,
             const char       *response,
             DovFilesBox      *self)
{
  Waiting *waiting = g_queue_pop_head (&self->waiting);

  self->is_asking = FALSE;
  if (waiting == NULL)
    return;
  if (g_str_equal (response, "shrink"))
    keep_smaller (self, waiting);
  else if (g_str_equal (response, "keep"))
    keep (self, waiting->name, waiting->content);
  free_waiting (waiting);
  go_on (self);
}

static void
ask (DovFilesBox *self,
     Waiting     *waiting)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *size = dov_attachment_size_words ((gint64) g_bytes_get_size (waiting->content));
  g_autofree char *question = g_strdup_printf (_("“%s” is a large picture: %s. Made smaller it is read as well, and the file "
                                                 "of the lounge and its copies stay light."), waiting->name, size);
  GtkWidget *dialog = dov_visitor_question_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                _("Make the picture smaller?"), question);

  self->is_asking = TRUE;
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "leave", _("Do not add"), NULL);
  if (g_bytes_get_size (waiting->content) <= DOV_ATTACHMENT_MOST)
    adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _("Leave as it is"), NULL);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "shrink", _("Make smaller"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "shrink");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "leave");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
go_on (DovFilesBox *self)
{
  while (!self->is_asking && !g_queue_is_empty (&self->waiting))
    {
      Waiting *waiting = g_queue_peek_head (&self->waiting);

      if (is_worth_asking (waiting))
        {
          ask (self, waiting);
          return;
        }
      g_queue_pop_head (&self->waiting);
      keep (self, waiting->name, waiting->content);
      free_waiting (waiting);
    }
}

static void
take (DovFilesBox *self,
      const char  *name,
      GBytes      *content)
{
  Waiting waiting = { g_strdup (name), g_bytes_ref (content) };

  g_queue_push_tail (&self->waiting, g_memdup2 (&waiting, sizeof waiting));
  go_on (self);
}

/**
 * dov_files_box_add:
 *
 * Adds a file of the computer; a large picture is asked about first.
 */
void
dov_files_box_add (DovFilesBox *self,
                   GFile       *file)
{
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = dov_attachment_read_file (file, &name, &error);

  if (content != NULL)
    take (self, name, content);
  else
    dov_deed_refuse (self, error->message);
}

/* ---- chosen, dropped, pasted ---- */

static void
chosen_cb (GFile    *file,
           gpointer  user_data)
{
  g_autoptr (DovFilesBox) self = user_data;

  if (file != NULL && may_add (self))
    dov_files_box_add (self, file);
}

static void
choose_cb (DovSectionBox *section,
           DovFilesBox   *self)
{
  const DovFileWish wish = { .title = _("Which file to add"), .accept = C_("file", "Add"),
                             .action = GTK_FILE_CHOOSER_ACTION_OPEN };

  dov_file_chooser_ask (GTK_WIDGET (self), &wish, chosen_cb, g_object_ref (self));
}

static gboolean
add_all (DovFilesBox  *self,
         const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *at = files; at != NULL; at = at->next)
    dov_files_box_add (self, at->data);

  return files != NULL;
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         DovFilesBox   *self)
{
  return may_add (self) && add_all (self, value);
}

static void
pasted_cb (GObject      *clipboard,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (DovFilesBox) self = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (value == NULL)
    return;
  if (G_VALUE_HOLDS (value, GDK_TYPE_TEXTURE))
    {
      g_autoptr (GBytes) content = gdk_texture_save_to_png_bytes (g_value_get_object (value));

      take (self, _("Picture.png"), content);
    }
  else
    add_all (self, value);
}

/* A screen that was photographed, or files that were copied in the file manager. */
static gboolean
paste_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  DovFilesBox *self = DOV_FILES_BOX (widget);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  GType type = gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST) ? GDK_TYPE_FILE_LIST : GDK_TYPE_TEXTURE;
  g_autoptr (GdkContentFormats) wanted = gdk_content_formats_new_for_gtype (type);
  g_autoptr (GdkContentFormats) readable = gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (formats));

  if (!may_add (self) || !gdk_content_formats_match (readable, wanted))
    return FALSE;
  gdk_clipboard_read_value_async (clipboard, type, G_PRIORITY_DEFAULT, NULL, pasted_cb, g_object_ref (self));

  return TRUE;
}

/* ---- the list ---- */

static char *
dup_about (DovStore  *store,
           DovRecord *record)
{
  DovAttachment *file = DOV_ATTACHMENT (record);
  g_autofree char *kind = dov_field_path_dup (store, record, "kind", "");
  g_autofree char *size = dov_attachment_size_words (file->bytes);
  g_autofree char *by = dov_field_path_dup (store, record, "added_by_id", "");
  g_autoptr (GString) words = g_string_new (kind);

  dov_join (words, DOV_JOIN_WORDS, size);
  dov_join (words, DOV_JOIN_WORDS, by);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* By which link does not matter: no two records have one number. */
static GArray *
list_files (DovStore *store,
            gint64    owner)
{
  DovRecordClass *klass = dov_registry_class (DOV_TYPE_ATTACHMENT);
  g_autoptr (GString) sql = g_string_new (NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].flags & DOV_PART)
      g_string_append_printf (sql, "%s%s = ?1", sql->len == 0 ? "SELECT id FROM live_attachment WHERE " : " OR ",
                              klass->fields[i].name);
  g_string_append (sql, " ORDER BY added_on DESC, id DESC");

  return dov_store_see_ids (store, sql->str, "(x)", owner);
}

static const DovRelatedList files = {
  N_("Files"), N_("None yet. Add a scan or a photo, drop it here, or paste a picture with Ctrl+V."), dov_attachment_get_type,
  .ids = list_files, .lead = "added_on", .first = "title", .second_words = dup_about,
};

/**
 * dov_files_box_show:
 *
 * Fills the list anew.
 *
 * Returns: how many files there are
 */
guint
dov_files_box_show (DovFilesBox *self)
{
  dov_section_box_set_more (self->section, may_add (self) ? _("Add a file…") : "");

  return dov_related_list_fill (self->section, self->store, self->id, &files);
}

/**
 * dov_files_box_new:
 * @type: a kind of record that has files
 *
 * Returns: (transfer floating): its files, not yet shown
 */
GtkWidget *
dov_files_box_new (DovStore *store,
                   GType     type,
                   gint64    id)
{
  DovFilesBox *self = g_object_new (DOV_TYPE_FILES_BOX, NULL);

  g_return_val_if_fail (dov_attachment_find_link (type) != NULL, GTK_WIDGET (self));

  self->store = g_object_ref (store);
  self->type = type;
  self->id = id;

  return GTK_WIDGET (self);
}

static void
dov_files_box_dispose (GObject *object)
{
  DovFilesBox *self = DOV_FILES_BOX (object);

  g_queue_clear_full (&self->waiting, (GDestroyNotify) free_waiting);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_files_box_parent_class)->dispose (object);
}

static void
dov_files_box_class_init (DovFilesBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_files_box_dispose;
  gtk_widget_class_add_shortcut (GTK_WIDGET_CLASS (klass),
                                 gtk_shortcut_new (dov_keys_trigger_new ("<Control>v"),
                                                   gtk_callback_action_new (paste_cb, NULL, NULL)));
}

static void
dov_files_box_init (DovFilesBox *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  GtkWidget *section = dov_related_list_new (&files);

  g_queue_init (&self->waiting);
  self->section = DOV_SECTION_BOX (section);
  g_signal_connect (section, "more-clicked", G_CALLBACK (choose_cb), self);
  adw_bin_set_child (ADW_BIN (self), section);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* ---- on pages ---- */

GtkWidget *
dov_files_part_new (DovSubjectPage *page)
{
  return dov_files_box_new (dov_subject_page_get_store (page),
                            G_OBJECT_TYPE (dov_subject_page_get_record (page)), dov_subject_page_get_id (page));
}

guint
dov_files_part_show (DovSubjectPage *page,
                     GtkWidget      *box)
{
  return dov_files_box_show (DOV_FILES_BOX (box));
}

static void
fill_below (GtkWidget *widget,
            DovStore  *store,
            GType      type,
            gint64     id)
{
  dov_files_box_show (DOV_FILES_BOX (widget));
}

GtkWidget *
dov_files_below_new (DovStore *store,
                     GType     type,
                     gint64    id)
{
  return dov_follow (dov_files_box_new (store, type, id), store, type, id, fill_below);
}
