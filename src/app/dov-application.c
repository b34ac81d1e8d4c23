/* dov-application.c - one program a person, one window, one file of data */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-application.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#include "dov-assistant-page.h"
#include "dov-config.h"
#include "dov-demo.h"
#include "dov-document.h"
#include "dov-errors.h"
#include "dov-file-chooser.h"
#include "dov-file-handing.h"
#include "dov-finding.h"
#include "dov-go.h"
#include "dov-icons.h"
#include "dov-keeper.h"
#include "dov-message-page.h"
#include "dov-registry.h"
#include "dov-renderer.h"
#include "dov-resources.h"
#include "dov-restore.h"
#include "dov-restore-question.h"
#include "dov-rooms.h"
#include "dov-rules.h"
#include "dov-submitted.h"
#include "dov-trouble-page.h"
#include "dov-version.h"
#include "dov-visitor.h"
#include "dov-widgets.h"
#include "dov-window.h"

struct _DovApplication
{
  AdwApplication  parent_instance;

  DovStore       *store;
  guint           ends[3]; /* sources of the signals that end the program */
  char           *path;    /* of the file that was asked for last, open or not */
  char           *awaited; /* the file that is opened as soon as the window has been drawn */
  guint           await_source;
  GdkFrameClock  *clock;   /* tells when that is */
  guint           daily_source;
  guint           learn_source;
};

/* A window that nobody draws, such as a minimised one, is not waited for longer; milliseconds. */
#define LONGEST_WAIT 500

/* Who draws is found out when nobody waits for anything; milliseconds. */
#define LEARN_PAUSE 3000

/* The copy of the day is none of the work of the start; milliseconds. */
#define DAILY_PAUSE 400

G_DEFINE_FINAL_TYPE (DovApplication, dov_application, ADW_TYPE_APPLICATION)

static DovWindow *
find_window (DovApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *link = windows; link != NULL; link = link->next)
    if (DOV_IS_WINDOW (link->data))
      return link->data;

  return NULL;
}

static gboolean
learn_cb (gpointer data)
{
  DovApplication *self = data;
  DovWindow *window = find_window (self);

  self->learn_source = 0;
  if (window != NULL && gtk_widget_get_mapped (GTK_WIDGET (window)))
    dov_renderer_learn (GTK_NATIVE (window));

  return G_SOURCE_REMOVE;
}

static DovWindow *
ensure_window (DovApplication *self)
{
  DovWindow *window = find_window (self);

  if (window != NULL)
    return window;

  if (self->learn_source == 0 && !dov_renderer_is_known ())
    self->learn_source = g_timeout_add_full (G_PRIORITY_LOW, LEARN_PAUSE, learn_cb, self, NULL);

  return dov_window_new (GTK_APPLICATION (self));
}

/**
 * dov_application_get_store:
 *
 * Returns: (transfer none) (nullable): the file that is open
 */
DovStore *
dov_application_get_store (DovApplication *self)
{
  g_return_val_if_fail (DOV_IS_APPLICATION (self), NULL);

  return self->store;
}

/**
 * dov_application_dup_default_path:
 *
 * Returns: (transfer full): where the file of the club lies unless told otherwise
 */
char *
dov_application_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "doverie", "doverie.doverie", NULL);
}

/* The file that was asked for last, whether it opened or not; the usual one before any was. */
static char *
dup_path (DovApplication *self)
{
  return self->path != NULL ? g_strdup (self->path) : dov_application_dup_default_path ();
}

static void
copy_made_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (DovApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = dov_keeper_make_finish (DOV_KEEPER (source), result, &error);

  if (error != NULL)
    dov_errors_show (GTK_WIDGET (ensure_window (self)), error);
}

static void
daily_asked_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (DovApplication) self = user_data;

  if (dov_keeper_ask_daily_finish (DOV_KEEPER (source), result) && find_window (self) != NULL)
    dov_keeper_make (DOV_KEEPER (source), NULL, NULL, copy_made_cb, g_object_ref (self));
}

/* What the first page or the first letter of Ctrl+K would wait for. */
static gboolean
prepare_cb (gpointer window)
{
  DovStore *store = dov_shell_get_store (window);

  dov_icons_keep (gtk_widget_get_display (window), gtk_widget_get_scale_factor (window));
  if (store != NULL)
    dov_findings_get_documents (store);

  return G_SOURCE_REMOVE;
}

static gboolean
daily_cb (gpointer data)
{
  DovApplication *self = data;

  self->daily_source = 0;
  if (self->store != NULL)
    dov_keeper_ask_daily (dov_keeper_of (self->store), daily_asked_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

/* Shows why the file cannot be opened, instead of the records. */
static void
show_trouble (DovApplication *self,
              const char     *path,
              const GError   *error)
{
  DovWindow *window;

  window = ensure_window (self);
  dov_window_show_only (window, dov_trouble_page_new (path, error));
  gtk_window_present (GTK_WINDOW (window));
}

/* FALSE when an open page refuses to be left. */
static gboolean
close_store (DovApplication *self)
{
  g_autoptr (GError) error = NULL;
  DovWindow *window;

  g_clear_handle_id (&self->daily_source, g_source_remove);
  if (self->store == NULL)
    return TRUE;

  window = ensure_window (self);
  if (!dov_window_leave_all (window))
    return FALSE;

  dov_window_set_store (window, NULL);
  if (!dov_store_close (self->store, &error))
    dov_errors_show (GTK_WIDGET (window), error);
  g_clear_object (&self->store);

  return TRUE;
}

/* By whatever link it is called. */
static gboolean
is_open (DovApplication *self,
         const char     *path)
{
  g_autofree char *real = dov_database_dup_real_path (path);

  return self->store != NULL && g_str_equal (dov_store_get_path (self->store), real);
}

static void
remember_file (const char *path)
{
  g_autofree char *usual = dov_application_dup_default_path ();

  dov_config_set_text ("file", g_str_equal (path, usual) ? "" : path, NULL);
}

static void
remember_asked (DovApplication *self,
                const char     *path)
{
  char *asked = g_strdup (path);

  g_free (self->path);
  self->path = asked;
}

static void
stop_waiting (DovApplication *self)
{
  g_clear_handle_id (&self->await_source, g_source_remove);
  if (self->clock != NULL)
    g_signal_handlers_disconnect_by_data (self->clock, self);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->awaited, g_free);
}

/**
 * dov_application_open:
 * @path: the file
 *
 * Opens it and shows «Сегодня»; or says why not and what can be done.
 */
void
dov_application_open (DovApplication *self,
                      const char     *path,
                      DovStoreFlags   flags)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DovStore) store = NULL;
  DovWindow *window;

  g_return_if_fail (DOV_IS_APPLICATION (self));

  stop_waiting (self);

  /* Another file that cannot be opened leaves the present one as it is. */
  if (self->store != NULL && !is_open (self, path))
    {
      store = dov_store_open (path, flags, &error);
      if (store == NULL)
        {
          dov_errors_show (GTK_WIDGET (ensure_window (self)), error);
          return;
        }
    }

  if (!close_store (self))
    return;

  remember_asked (self, path);
  if (store == NULL)
    store = dov_store_open (path, flags, &error);
  if (store == NULL)
    {
      show_trouble (self, path, error);
      return;
    }

  dov_rules_install (store);
  dov_submitted_set_reads (dov_document_reads);
  self->store = g_object_ref (store);
  window = ensure_window (self);
  dov_window_set_store (window, store);
  gtk_window_present (GTK_WINDOW (window));
  g_idle_add_full (G_PRIORITY_LOW, prepare_cb, g_object_ref (window), g_object_unref);

  if (!dov_store_is_read_only (store))
    {
      remember_file (path);
      self->daily_source = g_timeout_add_full (G_PRIORITY_LOW, DAILY_PAUSE, daily_cb, self, NULL);
    }
}

static gboolean
open_awaited_cb (gpointer data)
{
  DovApplication *self = data;
  g_autofree char *path = g_steal_pointer (&self->awaited);

  self->await_source = 0;
  stop_waiting (self);
  if (find_window (self) != NULL)
    dov_application_open (self, path, 0);

  return G_SOURCE_REMOVE;
}

static void
drawn_cb (DovApplication *self)
{
  /* The frame is finished before anything idle runs. */
  g_clear_handle_id (&self->await_source, g_source_remove);
  self->await_source = g_idle_add (open_awaited_cb, self);
}

/* At the start the window is there at once, and the file is read when it has been drawn. */
static void
open_soon (DovApplication *self,
           const char     *path)
{
  DovWindow *window;

  if (find_window (self) != NULL)
    {
      dov_application_open (self, path, 0);
      return;
    }

  window = ensure_window (self);
  dov_window_expect_store (window);
  gtk_window_present (GTK_WINDOW (window));
  self->awaited = g_strdup (path);
  self->clock = g_object_ref (gtk_widget_get_frame_clock (GTK_WIDGET (window)));
  g_signal_connect_swapped (self->clock, "paint", G_CALLBACK (drawn_cb), self);
  /* On a slow computer the frame comes first all the same: it goes before what is less urgent. */
  self->await_source = g_timeout_add_full (G_PRIORITY_LOW, LONGEST_WAIT, open_awaited_cb, self, NULL);
}

static gboolean
fill_with_demo (DovStore  *store,
                gpointer   lines,
                GError   **error)
{
  dov_rules_install (store);

  return dov_demo_load (store, lines, NULL, NULL, NULL, NULL, NULL, error);
}

/* On a new computer not even the folder is there. */
static gboolean
make (const char    *path,
      DovStoreFill   fill,
      gpointer       data,
      GError       **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0700);

  return dov_store_make (path, fill, data, error);
}

static gboolean
open_demo_cb (gpointer user_data)
{
  DovApplication *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *remembered = dov_config_dup_text ("file");
  GDate today = dov_today ();
  /* The last month of the demo data is the last full one, so each month has its own file. */
  g_autofree char *name = g_strdup_printf ("demo %04d-%02d.doverie", g_date_get_year (&today),
                                           g_date_get_month (&today));
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "doverie", NULL);
  g_autofree char *lines = dov_resources_find ("demo");
  g_autofree char *edited = dov_demo_dup_edited (folder);
  g_autofree char *path = edited != NULL ? g_strdup (edited) : g_build_filename (folder, name, NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !make (path, fill_with_demo, lines, &error))
    show_trouble (self, path, error);
  else
    dov_application_open (self, path, 0);

  /* The next start opens the file of the club, not the example. */
  dov_config_set_text ("file", remembered, NULL);
  g_application_release (G_APPLICATION (self));

  return G_SOURCE_REMOVE;
}

/* Opens a file of invented families and events, made at the first time. */
static void
open_demo (DovApplication *self)
{
  DovWindow *window;

  window = ensure_window (self);
  if (self->store == NULL)
    dov_window_show_only (window, dov_message_page_new ("document-open-recent-symbolic",
                                                        _("The example is being prepared…"),
                                                        _("It takes a few seconds, only once.")));
  gtk_window_present (GTK_WINDOW (window));
  g_application_hold (G_APPLICATION (self));
  g_timeout_add (50, open_demo_cb, self);
}

/* ---- what can be done with files ---- */

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

  dov_file_chooser_ask (GTK_WIDGET (find_window (self)), &wish, file_chosen_cb, self);
}

typedef struct
{
  DovApplication *application;
  char           *path;
  char           *copy;
} Restoration;

static void
restoration_free (gpointer data)
{
  Restoration *restoration = data;

  g_free (restoration->path);
  g_free (restoration->copy);
  g_free (restoration);
}

static void
restore (gpointer data)
{
  Restoration *restoration = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  DovApplication *self = restoration->application;

  if (!close_store (self))
    return;

  if (!dov_restore_copy (restoration->path, restoration->copy, &kept, &error))
    {
      show_trouble (self, restoration->path, error);
      return;
    }

  dov_application_open (self, restoration->path, 0);
  if (self->store != NULL && find_window (self) != NULL)
    {
      g_autofree char *name = kept != NULL ? g_path_get_basename (kept) : NULL;
      g_autofree char *words = name != NULL
        ? g_strdup_printf (_("The copy was put back. What was here before is kept: %s"), name)
        : g_strdup (C_("toast", "The copy was put back"));

      dov_go_tell (find_window (self), words, 0);
    }
}

static void
restore_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       self)
{
  Restoration *restoration = g_new0 (Restoration, 1);

  restoration->application = self;
  restoration->copy = g_variant_dup_string (parameter, NULL);
  restoration->path = dup_path (self);
  dov_restore_question_ask (GTK_WINDOW (find_window (self)), restoration->path, restoration->copy, restore, restoration,
                            restoration_free);
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
  g_autofree char *path = dup_path (self);
  g_autofree char *folder = dov_backup_get_folder (path);
  const DovFileWish wish = {
    .title = _("Which copy to put back"),
    .accept = _("Put back"),
    .action = GTK_FILE_CHOOSER_ACTION_OPEN,
    .folder = g_file_test (folder, G_FILE_TEST_IS_DIR) ? folder : NULL,
    .suffix = "doverie",
    .suffix_words = _("Files of Doverie"),
  };

  dov_file_chooser_ask (GTK_WIDGET (find_window (self)), &wish, copy_chosen_cb, self);
}

static void
begin_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       self)
{
  if (close_store (self))
    dov_window_show_only (find_window (self), dov_assistant_page_new ());
}

/* What lies there already is opened. */
static void
create (DovApplication *self,
        const char     *path)
{
  g_autoptr (GError) error = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS) || make (path, NULL, NULL, &error))
    dov_application_open (self, path, DOV_STORE_CREATE);
  else if (self->store != NULL)
    dov_errors_show (GTK_WIDGET (ensure_window (self)), error);
  else
    show_trouble (self, path, error);
}

static void
place_chosen_cb (GFile    *file,
                 gpointer  self)
{
  if (file != NULL)
    create (self, g_file_peek_path (file));
}

static void
choose_place (DovApplication *self)
{
  const DovFileWish wish = {
    .title = _("Where the new file is to lie"), .accept = _("Create"), .action = GTK_FILE_CHOOSER_ACTION_SAVE,
    .name = "doverie.doverie", .suffix = "doverie", .suffix_words = _("Files of Doverie"),
  };

  dov_file_chooser_ask (GTK_WIDGET (find_window (self)), &wish, place_chosen_cb, self);
}

static void
begun_response_cb (AdwMessageDialog *dialog,
                   const char       *response,
                   gpointer          self)
{
  g_autofree char *usual = dov_application_dup_default_path ();

  if (g_str_equal (response, "open"))
    dov_application_open (self, usual, 0);
  else if (g_str_equal (response, "another"))
    choose_place (self);
}

/* Work goes on in one file; a second one is begun only by who says so. */
static void
ask_which (DovApplication *self)
{
  GtkWidget *dialog =
    dov_visitor_question_new (GTK_WINDOW (find_window (self)), _("The file of the lounge is there already"),
                              _("Open it to go on with the work. Another file begins empty, for another lounge."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _("Leave as it is"),
                                    "another", _("Begin another file…"), "open", _("Open the file"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "open", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "open");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_signal_connect (dialog, "response", G_CALLBACK (begun_response_cb), self);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Whether a lounge is at work in the file already. */
static gboolean
is_founded (const char *path)
{
  g_autoptr (DovStore) store = dov_store_open (path, DOV_STORE_READ_ONLY, NULL);

  return store != NULL && dov_store_count (store, dov_registry_find ("lounge"), NULL, NULL) > 0;
}

/* The file in the usual place: a new one, or the one that was begun there. From the example the way leads to it; who
 * has just put it away is asked whether it is meant. */
static void
create_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  DovApplication *self = user_data;
  g_autofree char *usual = dov_application_dup_default_path ();

  if (!g_file_test (usual, G_FILE_TEST_EXISTS))
    create (self, usual);
  else if (self->store == NULL && is_founded (usual))
    ask_which (self);
  else
    dov_application_open (self, usual, 0);
}

static void
demo_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       self)
{
  open_demo (self);
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       self)
{
  if (find_window (self) != NULL)
    gtk_window_close (GTK_WINDOW (find_window (self)));
}

static void
add_actions (DovApplication *self)
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

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit",
                                         (const char *[]) { "<Control>q", "<Control>Cyrillic_shorti", NULL });
}

/* ---- the program ---- */

static void
open_usual (DovApplication *self)
{
  g_autofree char *remembered = dov_config_dup_text ("file");
  g_autofree char *usual = dov_application_dup_default_path ();
  DovWindow *window;

  if (*remembered != '\0')
    {
      open_soon (self, remembered);
      return;
    }
  if (g_file_test (usual, G_FILE_TEST_EXISTS))
    {
      open_soon (self, usual);
      return;
    }

  window = ensure_window (self);
  dov_window_show_only (window, dov_assistant_page_new ());
  gtk_window_present (GTK_WINDOW (window));
}

static void
dov_application_activate (GApplication *application)
{
  DovApplication *self = DOV_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window != NULL)
    gtk_window_present (window);
  else
    open_usual (self);
}

/* A second start raises the window of the first, whatever comes of it; a file named there is opened in it. */
static int
dov_application_command_line (GApplication            *application,
                              GApplicationCommandLine *command_line)
{
  DovApplication *self = DOV_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  gboolean is_demo = g_variant_dict_contains (options, "demo");
  g_autofree char *given = NULL;
  g_auto (GStrv) arguments = g_application_command_line_get_arguments (command_line, NULL);
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (!g_variant_dict_lookup (options, "file", "^ay", &given) && !is_demo && arguments[0] != NULL)
    given = g_strdup (arguments[1]);
  for (guint i = 0; i < MAX (g_strv_length (arguments), 1); i++)
    {
      const char *word = i == 0 ? given : arguments[i];

      if (word != NULL && (is_demo || g_strcmp0 (word, given) != 0))
        g_application_command_line_printerr (command_line, _("One file is open at a time: “%s” was not opened.\n"), word);
    }
  /* What lies on no disk has no path, and is told as what is not there. */
  file = given != NULL ? g_application_command_line_create_file_for_arg (command_line, given) : NULL;
  if (file != NULL)
    path = g_file_peek_path (file) != NULL ? g_file_get_path (file) : g_strdup (given);

  if (is_demo)
    open_demo (self);
  else if (path != NULL && !is_open (self, path))
    open_soon (self, path);
  else
    g_application_activate (application);
  gtk_window_present (GTK_WINDOW (find_window (self)));

  return 0;
}

static void
last_copy_made_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (DovApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = dov_keeper_make_finish (DOV_KEEPER (source), result, &error);

  if (error != NULL)
    g_printerr (_("The copy was not made: %s\n"), error->message);

  g_application_release (G_APPLICATION (self));
}

/* The window is gone at once; the program lives on until the copy is made. */
static void
dov_application_window_removed (GtkApplication *application,
                                GtkWindow      *window)
{
  DovApplication *self = DOV_APPLICATION (application);

  if (DOV_IS_WINDOW (window) && self->store != NULL && !dov_store_is_read_only (self->store)
      && dov_backup_is_due (dov_store_get_path (self->store)))
    {
      g_application_hold (G_APPLICATION (self));
      dov_keeper_make (dov_keeper_of (self->store), NULL, NULL, last_copy_made_cb, g_object_ref (self));
    }

  GTK_APPLICATION_CLASS (dov_application_parent_class)->window_removed (application, window);
}

/* The computer is being shut down: as if the window were closed. */
static gboolean
told_to_end_cb (gpointer application)
{
  DovWindow *window = find_window (application);

  if (window != NULL)
    dov_window_end (window);

  return G_SOURCE_CONTINUE;
}

static void
dov_application_startup (GApplication *application)
{
  static const int signals[] = { SIGTERM, SIGINT, SIGHUP };
  DovApplication *self = DOV_APPLICATION (application);

  dov_widgets_init ();
  dov_rooms_tell_looks ();

  G_APPLICATION_CLASS (dov_application_parent_class)->startup (application);

  /* Without it Cyrillic is spaced unevenly at 96 dpi. */
  g_object_set (gtk_settings_get_default (), "gtk-hint-font-metrics", TRUE, NULL);
  dov_widgets_scale_text (dov_config_get_number ("text-size", 100));
  add_actions (self);

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    self->ends[i] = g_unix_signal_add (signals[i], told_to_end_cb, application);
}

static void
dov_application_shutdown (GApplication *application)
{
  DovApplication *self = DOV_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  stop_waiting (self);
  g_clear_handle_id (&self->daily_source, g_source_remove);
  g_clear_handle_id (&self->learn_source, g_source_remove);
  if (self->store != NULL && !dov_store_close (self->store, &error))
    g_printerr ("%s\n", error->message);
  dov_file_handing_clean ();
  g_clear_object (&self->store);
  g_clear_pointer (&self->path, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->ends); i++)
    g_clear_handle_id (&self->ends[i], g_source_remove);

  G_APPLICATION_CLASS (dov_application_parent_class)->shutdown (application);
}

/* Which version this is can be asked where there is no screen. */
static int
dov_application_handle_local_options (GApplication *application,
                                      GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("doverie %s\n", dov_version ());

  return 0;
}

static void
dov_application_class_init (DovApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = dov_application_startup;
  application_class->shutdown = dov_application_shutdown;
  application_class->activate = dov_application_activate;
  application_class->command_line = dov_application_command_line;
  application_class->handle_local_options = dov_application_handle_local_options;
  GTK_APPLICATION_CLASS (klass)->window_removed = dov_application_window_removed;
}

static void
dov_application_init (DovApplication *self)
{
  static const GOptionEntry options[] = {
    { "file", 'f', 0, G_OPTION_ARG_FILENAME, NULL, N_("Open this file"), N_("FILE") },
    { "demo", 'd', 0, G_OPTION_ARG_NONE, NULL, N_("Open an example with invented families and events"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Tell the version"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE]"));
}

/**
 * dov_application_new:
 * @id: (nullable): under which a second start finds the first; %NULL: no start finds another
 *
 * Returns: (transfer full): the program
 */
DovApplication *
dov_application_new (const char *id)
{
  return g_object_new (DOV_TYPE_APPLICATION, "application-id", id,
                       "resource-base-path", DOV_RESOURCES,
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE | (id == NULL ? G_APPLICATION_NON_UNIQUE : 0), NULL);
}
