/* dov-file-chooser.c - asks for a file or a folder; tests answer instead of a person */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-file-chooser.h"

#include "dov-visitor.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkNativeDialog *dialog;   /* NULL: a test answers, */
  char            *answer;   /* with this path */
  DovFileChosen    chosen;
  gpointer         user_data;
} Question;

static DovFileAnswer test_answer;
static gpointer test_answer_data;

static void
finish (Question *question,
        GFile    *file)
{
  question->chosen (file, question->user_data);
  g_clear_object (&question->dialog);
  g_free (question->answer);
  g_free (question);
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             Question        *question)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  finish (question, file);
}

static GtkFileChooserNative *
dialog_new (GtkRoot           *root,
            const DovFileWish *wish,
            Question          *question)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (wish->title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                              wish->action, wish->accept, _("Do not choose"));
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (native);

  if (wish->name != NULL && wish->action == GTK_FILE_CHOOSER_ACTION_SAVE)
    gtk_file_chooser_set_current_name (chooser, wish->name);

  if (wish->folder != NULL)
    {
      g_autoptr (GFile) folder = g_file_new_for_path (wish->folder);

      gtk_file_chooser_set_current_folder (chooser, folder, NULL);
    }

  if (wish->suffix != NULL)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_add_suffix (filter, wish->suffix);
      gtk_file_filter_set_name (filter, wish->suffix_words);
      gtk_file_chooser_add_filter (chooser, filter);
    }
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect (native, "response", G_CALLBACK (response_cb), question);

  return native;
}

/* Where the program draws the dialog by itself, F9 reaches it. */
static void
watch_shown (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (GTK_IS_FILE_CHOOSER (toplevel) && gtk_widget_get_visible (toplevel))
        dov_visitor_watch_dialog (toplevel);
    }
}

static void
show_cb (gboolean is_wanted,
         gpointer data)
{
  Question *question = data;

  g_autoptr (GFile) file = is_wanted && question->answer != NULL ? g_file_new_for_path (question->answer) : NULL;

  if (!is_wanted || question->dialog == NULL)
    {
      finish (question, file);
      return;
    }
  gtk_native_dialog_show (question->dialog);
  watch_shown ();
}

/**
 * dov_file_chooser_ask:
 * @near: the widget that asks
 * @chosen: told what was chosen, once
 *
 * The one way in which the program asks for a file. Files are named after families: a visitor does not see them unasked.
 */
void
dov_file_chooser_ask (GtkWidget         *near,
                      const DovFileWish *wish,
                      DovFileChosen      chosen,
                      gpointer           user_data)
{
  GtkRoot *root = gtk_widget_get_root (near);
  Question *question = g_new0 (Question, 1);

  question->chosen = chosen;
  question->user_data = user_data;
  if (test_answer != NULL)
    question->answer = test_answer (wish, test_answer_data);
  else
    question->dialog = GTK_NATIVE_DIALOG (dialog_new (root, wish, question));
  dov_visitor_ask (near, _("In the window that comes now names of files can be read, and families are named in them. "
                           "Open it all the same?"), _("Do not open"), _("Open all the same"), show_cb, question);
}

/**
 * dov_file_chooser_answer:
 * @answer: (nullable): answers every question from now on; %NULL: a person does
 */
void
dov_file_chooser_answer (DovFileAnswer answer,
                         gpointer      user_data)
{
  test_answer = answer;
  test_answer_data = user_data;
}
