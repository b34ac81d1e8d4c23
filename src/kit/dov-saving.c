/* dov-saving.c - the card that saves a workbook or a PDF: file, how far, stop, and what to do when the name is taken */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-saving.h"

#include <glib/gi18n.h>

#include "dov-config.h"
#include "dov-errors.h"
#include "dov-label.h"
#include "dov-number.h"
#include "dov-order.h"
#include "dov-print.h"
#include "dov-spoken.h"
#include "dov-visitor.h"
#include "dov-widgets.h"

/* How often the card looks at what the writing thread has done, in milliseconds. */
#define GLANCE 60

/* What the writing thread is given. It touches nothing else. */
typedef struct
{
  DovResult      *result;     /* NULL: made first */
  DovSavingMake   make;
  gpointer        make_data;
  GDestroyNotify  free_data;
  char           *folder;
  char           *path;       /* NULL: the result's own name in the folder */
  gboolean        replaces;
  gboolean        on_paper;   /* a PDF */
  gboolean        is_near;    /* a visitor: what has persons in it is not written unasked */
  gboolean        is_asked;   /* and so it was left */
  int             done;       /* atomic */
  int             total;      /* atomic */
} Job;

struct _DovSaving
{
  AdwBin          parent_instance;

  GtkWidget      *revealer;
  GtkWidget      *icon;
  GtkWidget      *name;
  GtkWidget      *words;
  GtkWidget      *progress;
  GtkWidget      *rows;
  GtkWidget      *actions;

  DovSavingState  state;
  DovResult      *result;
  char           *path;
  Job            *job;       /* of the task that runs */
  GCancellable   *cancellable;
  guint           glance;
  gboolean        is_gone;
  gboolean        is_allowed; /* to write it while a visitor is near */
};

enum { STATE_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovSaving, dov_saving, ADW_TYPE_BIN)

static void write_file (DovSaving *self, const char *path, gboolean replaces);

static void
job_free (Job *job)
{
  g_clear_object (&job->result);
  if (job->free_data != NULL)
    job->free_data (job->make_data);
  g_free (job->folder);
  g_free (job->path);
  g_free (job);
}

/**
 * dov_saving_dup_folder:
 *
 * Tells where workbooks are saved: the folder chosen last, while it is there;
 * else the documents of the person, else the home folder.
 *
 * Returns: (transfer full): its path
 */
char *
dov_saving_dup_folder (void)
{
  g_autofree char *chosen = dov_config_dup_text ("folder");
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (chosen != NULL && *chosen != '\0' && g_file_test (chosen, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&chosen);
  if (documents != NULL && g_file_test (documents, G_FILE_TEST_IS_DIR))
    return g_strdup (documents);

  return g_strdup (g_get_home_dir ());
}

static gboolean
is_pdf (const char *path)
{
  return g_str_has_suffix (path, ".pdf");
}

/* «Журнал.xlsx» → «Журнал (2).xlsx», the first that is free. */
static char *
dup_free_path (const char *path)
{
  const char *ending = is_pdf (path) ? ".pdf" : ".xlsx";
  g_autofree char *stem = g_str_has_suffix (path, ending) ? g_strndup (path, strlen (path) - strlen (ending))
                                                          : g_strdup (path);

  for (guint i = 2; i < 1000; i++)
    {
      g_autofree char *other = g_strdup_printf ("%s (%u)%s", stem, i, ending);

      if (!g_file_test (other, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&other);
    }

  return g_strdup (path);
}

static GtkWidget *
add_action (DovSaving  *self,
            const char *label,
            GCallback   callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (self->actions), button);

  return button;
}

static void
set_state (DovSaving      *self,
           DovSavingState  state,
           const char     *icon,
           const char     *words)
{
  g_autofree char *name = self->path != NULL ? g_path_get_basename (self->path) : NULL;

  self->state = state;
  dov_clear_box (self->actions);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
  gtk_label_set_text (GTK_LABEL (self->name), name != NULL ? name : "");
  gtk_label_set_text (GTK_LABEL (self->words), words);
  gtk_widget_set_visible (self->words, *words != '\0');
  gtk_widget_set_visible (self->progress, state == DOV_SAVING_BUSY);
  gtk_widget_set_visible (self->rows, state == DOV_SAVING_BUSY);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), state != DOV_SAVING_IDLE);
  if (state != DOV_SAVING_IDLE && state != DOV_SAVING_BUSY)
    {
      g_autofree char *told = name != NULL ? g_strdup_printf ("%s. %s", words, name) : g_strdup (words);

      dov_tell (self, told);
    }
}

static void
glance (DovSaving *self)
{
  int done = g_atomic_int_get (&self->job->done), total = g_atomic_int_get (&self->job->total);
  g_autofree char *done_words = dov_number_to_shown (done);
  g_autofree char *total_words = dov_number_to_shown (total);
  g_autofree char *words = NULL;

  if (total <= 0)
    {
      gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->progress));
      return;
    }

  if (self->job->on_paper)
    /* Translators: how far saving has come: “31 of 48 pages” */
    words = g_strdup_printf (ngettext ("%s of %s page", "%s of %s pages", (gulong) total), done_words, total_words);
  else
    /* Translators: how far saving has come: “31 of 48 rows” */
    words = g_strdup_printf (ngettext ("%s of %s row", "%s of %s rows", (gulong) total), done_words, total_words);
  gtk_label_set_text (GTK_LABEL (self->rows), words);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), CLAMP (done / (double) total, 0.0, 1.0));
}

static gboolean
glance_cb (gpointer data)
{
  glance (data);

  return G_SOURCE_CONTINUE;
}

static void
open_path (DovSaving  *self,
           const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri (GTK_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_WINDOW)), uri, GDK_CURRENT_TIME);
}

static void
open_folder_cb (DovSaving *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  open_path (self, folder);
}

static void
open_file_cb (DovSaving *self)
{
  open_path (self, self->path);
}

static void
replace_cb (DovSaving *self)
{
  write_file (self, self->path, TRUE);
}

static void
rename_cb (DovSaving *self)
{
  g_autofree char *other = dup_free_path (self->path);

  write_file (self, other, FALSE);
}

static void
again_cb (DovSaving *self)
{
  write_file (self, self->path, FALSE);
}

/* A close sign, at the end of what is over. */
static void
add_close (DovSaving *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Put away"));
  dov_name_widget (button, _("Put away"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (dov_saving_close), self);
  gtk_box_append (GTK_BOX (self->actions), button);
}

static void
show_done (DovSaving *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *place = g_path_get_basename (folder);
  /* Translators: the name of the folder */
  g_autofree char *words = g_strdup_printf (_("File saved in the folder “%s”"), place);

  set_state (self, DOV_SAVING_DONE, "dov-emblem-ok-symbolic", words);
  gtk_widget_add_css_class (add_action (self, _("Open folder"), G_CALLBACK (open_folder_cb)), "suggested-action");
  add_action (self, _("Open file"), G_CALLBACK (open_file_cb));
  add_close (self);
}

static void
show_taken (DovSaving *self)
{
  g_autofree char *other = dup_free_path (self->path);
  g_autofree char *name = g_path_get_basename (other);
  /* Translators: the button that saves under a free name: Save as “Event register (2).xlsx” */
  g_autofree char *label = g_strdup_printf (_("Save as “%s”"), name);
  GtkWidget *button;

  set_state (self, DOV_SAVING_TAKEN, "dialog-warning-symbolic", _("There is a file of this name already"));
  add_action (self, _("Replace"), G_CALLBACK (replace_cb));
  button = add_action (self, label, G_CALLBACK (rename_cb));
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_tooltip_text (button, label);
  add_close (self);
  gtk_widget_grab_focus (button);
}

static void
allow_cb (DovSaving *self)
{
  self->is_allowed = TRUE;
  write_file (self, self->path, FALSE);
}

/* The file would lie open in a folder that the visitor may see, or be opened on the screen. */
static void
show_asked (DovSaving *self)
{
  GtkWidget *button;

  set_state (self, DOV_SAVING_ASKS, "dialog-warning-symbolic",
             _("A visitor is near, and there are people in this file. Nothing is saved yet"));
  add_action (self, _("Save all the same"), G_CALLBACK (allow_cb));
  button = add_action (self, _("Do not save"), G_CALLBACK (dov_saving_close));
  gtk_widget_grab_focus (button);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  DovSaving *self = DOV_SAVING (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean ok = g_task_propagate_boolean (G_TASK (result), &error);

  g_clear_handle_id (&self->glance, g_source_remove);
  self->job = NULL;
  g_clear_object (&self->cancellable);
  if (self->is_gone)
    return;
  if (job->result != NULL)
    g_set_object (&self->result, job->result);
  if (job->path != NULL)
    {
      g_free (self->path);
      self->path = g_strdup (job->path);
    }

  if (ok)
    {
      show_done (self);
    }
  else if (job->is_asked)
    {
      show_asked (self);
    }
  else if (g_error_matches (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_EXISTS))
    {
      show_taken (self);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      set_state (self, DOV_SAVING_STOPPED, "process-stop-symbolic", _("Stopped. No file was left behind"));
      if (self->result != NULL && self->path != NULL)
        add_action (self, _("Save again"), G_CALLBACK (again_cb));
      add_close (self);
    }
  else
    {
      set_state (self, DOV_SAVING_FAILED, "dialog-error-symbolic", error->message);
      if (self->result != NULL && self->path != NULL)
        {
          add_action (self, _("Try again"), G_CALLBACK (again_cb));
          add_action (self, _("Save under another name"), G_CALLBACK (rename_cb));
        }
      add_close (self);
    }
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

static void
progress_cb (guint    done,
             guint    total,
             gpointer data)
{
  Job *job = data;

  g_atomic_int_set (&job->total, (int) total);
  g_atomic_int_set (&job->done, (int) done);
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (job->result == NULL)
    {
      g_autofree char *name = NULL;

      job->result = job->make (job->make_data, cancellable, &error);
      if (job->result == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      name = dov_result_dup_file_name (job->result);
      job->path = g_build_filename (job->folder, name, NULL);
    }
  job->is_asked = job->is_near && dov_result_get_paper (job->result)->is_personal;
  if (job->is_asked)
    g_task_return_boolean (task, FALSE);
  else if (job->on_paper ? dov_print_write_pdf (job->result, job->path, job->replaces, progress_cb, job, cancellable, &error)
                    : dov_workbook_write (job->result, job->path, job->replaces, progress_cb, job, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
run (DovSaving  *self,
     Job        *job,
     const char *title)
{
  g_autoptr (GTask) task = NULL;

  self->job = job;
  job->is_near = dov_visitor_is_near () && !self->is_allowed;
  self->cancellable = g_cancellable_new ();
  set_state (self, DOV_SAVING_BUSY, "document-save-symbolic", "");
  if (title != NULL)
    gtk_label_set_text (GTK_LABEL (self->name), title);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), 0.0);
  gtk_label_set_text (GTK_LABEL (self->rows), "");
  add_action (self, _("Stop"), G_CALLBACK (dov_saving_stop));
  self->glance = g_timeout_add (GLANCE, glance_cb, self);
  g_signal_emit (self, signals[STATE_CHANGED], 0);

  task = g_task_new (self, self->cancellable, written_cb, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, write_thread);
}

static void
write_file (DovSaving  *self,
            const char *path,
            gboolean    replaces)
{
  g_autofree char *kept = g_strdup (path);
  Job *job;

  if (self->state == DOV_SAVING_BUSY)
    return;

  g_free (self->path);
  self->path = g_steal_pointer (&kept);
  job = g_new0 (Job, 1);
  job->result = g_object_ref (self->result);
  job->path = g_strdup (self->path);
  job->replaces = replaces;
  job->on_paper = is_pdf (job->path);
  run (self, job, NULL);
}

/**
 * dov_saving_make:
 * @self: the card
 * @title: what is being saved, shown until its file has a name
 * @make: makes it, in another thread
 * @user_data: for @make
 * @free_data: (nullable): frees it
 *
 * Makes a result and saves it, both in another thread, and shows how far it
 * has come. A file of the same name is never replaced unasked.
 */
void
dov_saving_make (DovSaving      *self,
                 const char     *title,
                 DovSavingMake   make,
                 gpointer        user_data,
                 GDestroyNotify  free_data)
{
  Job *job;

  if (self->state == DOV_SAVING_BUSY)
    {
      if (free_data != NULL)
        free_data (user_data);
      return;
    }

  self->is_allowed = FALSE;
  g_clear_object (&self->result);
  g_clear_pointer (&self->path, g_free);
  job = g_new0 (Job, 1);
  job->make = make;
  job->make_data = user_data;
  job->free_data = free_data;
  job->folder = dov_saving_dup_folder ();
  run (self, job, title);
}

/**
 * dov_saving_make_document:
 * @code: «D-23»
 * @title: what is being saved, shown until its file has a name
 * @period: (nullable): which it tells of
 * @lounge: 0 for all
 * @subject: the record it is about, 0 for none
 *
 * Makes a document and saves it as a workbook, as dov_saving_make() does.
 */
void
dov_saving_make_document (DovSaving       *self,
                          DovStore        *store,
                          const char      *code,
                          const char      *title,
                          const DovPeriod *period,
                          gint64           lounge,
                          gint64           subject)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DovDocument) document = dov_document_find (store, code, &error);

  if (document != NULL)
    dov_saving_make (self, title, dov_order_make, dov_order_new (store, document, period, lounge, subject),
                     dov_order_free);
  else
    dov_errors_show (GTK_WIDGET (self), error);
}

static void
start (DovSaving  *self,
       DovResult  *result,
       const char *name)
{
  g_autofree char *folder = dov_saving_dup_folder ();
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (self->state == DOV_SAVING_BUSY)
    return;

  self->is_allowed = FALSE;
  g_set_object (&self->result, result);
  write_file (self, path, FALSE);
}

/**
 * dov_saving_start:
 * @self: the card
 * @result: what to save; its own name of the file is used
 *
 * Saves a workbook in another thread and shows how far it has come. A file of
 * the same name is never replaced unasked.
 */
void
dov_saving_start (DovSaving *self,
                  DovResult *result)
{
  g_autofree char *name = dov_result_dup_file_name (result);

  start (self, result, name);
}

/**
 * dov_saving_start_pdf:
 * @self: the card
 * @result: what to save
 *
 * The same for a PDF of its pages.
 */
void
dov_saving_start_pdf (DovSaving *self,
                      DovResult *result)
{
  g_autofree char *name = dov_print_dup_file_name (result);

  start (self, result, name);
}

/* Stops what is being written; nothing half done is left. */
void
dov_saving_stop (DovSaving *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

void
dov_saving_close (DovSaving *self)
{
  if (self->state == DOV_SAVING_BUSY)
    return;

  self->state = DOV_SAVING_IDLE;
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
  g_clear_object (&self->result);
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

DovSavingState
dov_saving_get_state (DovSaving *self)
{
  return self->state;
}

/* The file that is or was written; NULL before the first. */
const char *
dov_saving_get_path (DovSaving *self)
{
  return self->path;
}

GtkWidget *
dov_saving_new (void)
{
  return g_object_new (DOV_TYPE_SAVING, NULL);
}

static void
dov_saving_dispose (GObject *object)
{
  DovSaving *self = DOV_SAVING (object);

  self->is_gone = TRUE;
  g_clear_handle_id (&self->glance, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->result);

  G_OBJECT_CLASS (dov_saving_parent_class)->dispose (object);
}

static void
dov_saving_finalize (GObject *object)
{
  DovSaving *self = DOV_SAVING (object);

  g_clear_object (&self->cancellable);
  g_free (self->path);

  G_OBJECT_CLASS (dov_saving_parent_class)->finalize (object);
}

static void
dov_saving_class_init (DovSavingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dov_saving_dispose;
  object_class->finalize = dov_saving_finalize;

  signals[STATE_CHANGED] = g_signal_new ("state-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-saving.ui");
  gtk_widget_class_bind_template_child (widget_class, DovSaving, revealer);
  gtk_widget_class_bind_template_child (widget_class, DovSaving, icon);
  gtk_widget_class_bind_template_child (widget_class, DovSaving, name);
  gtk_widget_class_bind_template_child (widget_class, DovSaving, words);
  gtk_widget_class_bind_template_child (widget_class, DovSaving, progress);
  gtk_widget_class_bind_template_child (widget_class, DovSaving, rows);
  gtk_widget_class_bind_template_child (widget_class, DovSaving, actions);
}

static void
dov_saving_init (DovSaving *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
