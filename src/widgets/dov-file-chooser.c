/* dov-file-chooser.c - asks for a file or a folder; tests answer instead of a person */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-file-chooser.h"

#include <glib/gi18n.h>

typedef struct
{
  DovFileChosen chosen;
  gpointer      user_data;
} Question;

static DovFileAnswer test_answer;
static gpointer test_answer_data;

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             Question        *question)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  question->chosen (file, question->user_data);
  g_free (question);
  g_object_unref (dialog);
}

static void
prepare (GtkFileChooser    *chooser,
         const DovFileWish *wish)
{
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
}

/**
 * dov_file_chooser_ask:
 * @near: the widget that asks
 * @chosen: told what was chosen, once
 *
 * The one way in which the program asks for a file.
 */
void
dov_file_chooser_ask (GtkWidget         *near,
                      const DovFileWish *wish,
                      DovFileChosen      chosen,
                      gpointer           user_data)
{
  GtkFileChooserNative *native;
  GtkRoot *root = gtk_widget_get_root (near);
  Question *question;

  if (test_answer != NULL)
    {
      g_autofree char *path = test_answer (wish, test_answer_data);
      g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;

      chosen (file, user_data);
      return;
    }

  question = g_new0 (Question, 1);
  question->chosen = chosen;
  question->user_data = user_data;

  native = gtk_file_chooser_native_new (wish->title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                        wish->action, wish->accept, _("Do not choose"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  prepare (GTK_FILE_CHOOSER (native), wish);
  g_signal_connect (native, "response", G_CALLBACK (response_cb), question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
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
