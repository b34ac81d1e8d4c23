/* dov-application-actions.c - what the program does with files: choose, put back a copy, begin anew */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-application.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "dov-assistant-page.h"
#include "dov-errors.h"
#include "dov-file-chooser.h"
#include "dov-go.h"
#include "dov-restore.h"
#include "dov-window.h"

static GtkWidget *
get_window (DovApplication *self)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL; link = link->next)
    if (DOV_IS_WINDOW (link->data))
      return link->data;

  return NULL;
}

static void
open_file_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       self)
{
  dov_application_open (self, g_variant_get_string (parameter, NULL), 0);
}

static void
open_read_only_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       self)
{
  dov_application_open (self, g_variant_get_string (parameter, NULL), DOV_STORE_READ_ONLY);
}

static void
file_chosen_cb (GFile    *file,
                gpointer  self)
{
  if (file != NULL)
    dov_application_open (self, g_file_peek_path (file), 0);
}

static void
choose_file_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       self)
{
  const DovFileWish wish = {
    .title = _("Which file to open"),
    .accept = _("Open"),
    .action = GTK_FILE_CHOOSER_ACTION_OPEN,
    .suffix = "doverie",
    .suffix_words = _("Files of Doverie"),
  };

  dov_file_chooser_ask (get_window (self), &wish, file_chosen_cb, self);
}

typedef struct
{
  DovApplication *application;
  char           *path;
  char           *copy;
} Restoration;

static void
restoration_free (Restoration *restoration)
{
  g_free (restoration->path);
  g_free (restoration->copy);
  g_free (restoration);
}

static void
restore (Restoration *restoration)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  DovApplication *self = restoration->application;

  if (!dov_application_close_store (self))
    return;

  if (!dov_restore_copy (restoration->path, restoration->copy, &kept, &error))
    {
      dov_application_show_trouble (self, restoration->path, error);
      return;
    }

  dov_application_open (self, restoration->path, 0);
  if (dov_application_get_store (self) != NULL && get_window (self) != NULL)
    {
      g_autofree char *name = kept != NULL ? g_path_get_basename (kept) : NULL;
      g_autofree char *words = name != NULL
        ? g_strdup_printf (_("The copy was put back. What was here before is kept: %s"), name)
        : g_strdup (_("The copy was put back"));

      dov_go_tell (get_window (self), words, 0);
    }
}

static void
restore_response_cb (AdwMessageDialog *dialog,
                     const char       *response,
                     gpointer          user_data)
{
  if (g_str_equal (response, "restore"))
    restore (user_data);
}

/* Says first what would be lost. */
static void
restore_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  DovApplication *self = user_data;
  Restoration *restoration = g_new0 (Restoration, 1);
  g_autoptr (GPtrArray) losses = NULL;
  g_autoptr (GString) body = g_string_new (NULL);
  GtkWidget *dialog;

  restoration->application = self;
  restoration->copy = g_variant_dup_string (parameter, NULL);
  restoration->path = dov_application_dup_path (self);

  losses = dov_restore_list_losses (restoration->path, restoration->copy, NULL);
  for (guint i = 0; losses != NULL && i < MIN (losses->len, 8); i++)
    g_string_append_printf (body, "%s%s", i > 0 ? "\n" : "", (const char *) losses->pdata[i]);
  if (losses != NULL && losses->len > 0)
    g_string_append_printf (body, "\n\n%s", _("What is here now is copied first, so that it can be put back too."));
  else
    g_string_append (body, _("Nothing will be lost."));

  dialog = adw_message_dialog_new (GTK_WINDOW (get_window (self)),
                                   losses != NULL && losses->len > 0 ? _("What was entered after this copy will go")
                                                                     : _("Put the copy back?"),
                                   body->str);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _("Leave as it is"),
                                    "restore", _("Put the copy back"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "restore", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_signal_connect_data (dialog, "response", G_CALLBACK (restore_response_cb), restoration,
                         (GClosureNotify) G_CALLBACK (restoration_free), 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
copy_chosen_cb (GFile    *file,
                gpointer  self)
{
  if (file != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (self), "restore",
                                    g_variant_new_string (g_file_peek_path (file)));
}

static void
choose_copy_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  DovApplication *self = user_data;
  g_autofree char *path = dov_application_dup_path (self);
  g_autofree char *folder = dov_backup_get_folder (path);
  const DovFileWish wish = {
    .title = _("Which copy to put back"),
    .accept = _("Put back"),
    .action = GTK_FILE_CHOOSER_ACTION_OPEN,
    .folder = g_file_test (folder, G_FILE_TEST_IS_DIR) ? folder : NULL,
    .suffix = "doverie",
    .suffix_words = _("Files of Doverie"),
  };

  dov_file_chooser_ask (get_window (self), &wish, copy_chosen_cb, self);
}

static void
begin_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       self)
{
  if (dov_application_close_store (self))
    dov_window_show_only (DOV_WINDOW (get_window (self)), dov_assistant_page_new ());
}

/* On a new computer not even the folder is there. */
static void
create (DovApplication *self,
        const char     *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0700);
  dov_application_open (self, path, DOV_STORE_CREATE);
}

static void
place_chosen_cb (GFile    *file,
                 gpointer  self)
{
  if (file != NULL)
    create (self, g_file_peek_path (file));
}

/* The usual place, unless another file lies there already. */
static void
create_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       self)
{
  g_autofree char *usual = dov_application_dup_default_path ();
  const DovFileWish wish = {
    .title = _("Where the new file is to lie"),
    .accept = _("Create"),
    .action = GTK_FILE_CHOOSER_ACTION_SAVE,
    .name = "doverie.doverie",
    .suffix = "doverie",
    .suffix_words = _("Files of Doverie"),
  };

  if (g_file_test (usual, G_FILE_TEST_EXISTS))
    dov_file_chooser_ask (get_window (self), &wish, place_chosen_cb, self);
  else
    create (self, usual);
}

static void
demo_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       self)
{
  dov_application_open_demo (self);
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       self)
{
  if (get_window (self) != NULL)
    gtk_window_close (GTK_WINDOW (get_window (self)));
}

/**
 * dov_application_add_actions:
 *
 * Adds what can be done with files; called once at the start.
 */
void
dov_application_add_actions (DovApplication *self)
{
  static const GActionEntry entries[] = {
    { "open-file", open_file_action, "s" },
    { "open-read-only", open_read_only_action, "s" },
    { "choose-file", choose_file_action },
    { "choose-copy", choose_copy_action },
    { "restore", restore_action, "s" },
    { "begin", begin_action },
    { "create", create_action },
    { "demo", demo_action },
    { "quit", quit_action },
  };

  g_return_if_fail (DOV_IS_APPLICATION (self));

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit", (const char *[]) { "<Control>q", NULL });
}
