/* dov-restore-question.c - whose a copy is and what putting it back would take away, asked before it is done */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-restore-question.h"

#include <glib/gi18n.h>

#include "dov-errors.h"
#include "dov-restore.h"
#include "dov-visitor.h"

/* How many there are, and the last three of them: more nobody reads. */
#define MOST_LOSSES 4

typedef struct
{
  void         (*wanted) (gpointer data);
  gpointer       data;
  GDestroyNotify free_data;
} Question;

static void
question_free (Question *question)
{
  question->free_data (question->data);
  g_free (question);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             Question         *question)
{
  if (g_str_equal (response, "restore"))
    question->wanted (question->data);
}

static char *
dup_losses (GPtrArray *losses)
{
  GString *words = g_string_new (NULL);

  /* What was done names a family more often than not. */
  if (losses->len > 0 && dov_visitor_is_near ())
    g_string_append_printf (words, "%s\n", _("A visitor is near: what would go is not named. F9 shows it again."));
  for (guint i = 0; !dov_visitor_is_near () && i < MIN (losses->len, MOST_LOSSES); i++)
    g_string_append_printf (words, "%s\n", (const char *) losses->pdata[i]);
  if (losses->len > 0)
    g_string_append_printf (words, "\n%s", _("What is here now is copied first, so that it can be put back too."));
  else
    g_string_append (words, _("Nothing will be lost."));

  return g_string_free (words, FALSE);
}

static GtkWidget *
dialog_new (GtkWindow  *window,
            const char *title,
            const char *words,
            gboolean    is_others)
{
  GtkWidget *dialog = dov_visitor_question_new (window, title, words);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _("Leave as it is"),
                                    "restore", is_others ? _("Put it in the place of this file") : _("Put the copy back"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "restore",
                                              is_others ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");

  return dialog;
}

/**
 * dov_restore_question_ask:
 * @path: the file
 * @copy: what is to take its place
 * @wanted: called when that is wanted
 * @data: for @wanted; taken
 *
 * Says whose the copy is and what would be lost, and asks. What cannot be put
 * back is told instead.
 */
void
dov_restore_question_ask (GtkWindow      *window,
                          const char     *path,
                          const char     *copy,
                          void          (*wanted) (gpointer data),
                          gpointer        data,
                          GDestroyNotify  free_data)
{
  Question *question = g_new (Question, 1);
  g_autoptr (GError) error = NULL;
  gboolean is_others = FALSE;
  g_autofree char *whose = dov_restore_describe (path, copy, &is_others, &error);
  g_autoptr (GPtrArray) losses = whose != NULL ? dov_restore_list_losses (path, copy, &error) : NULL;
  g_autofree char *lost = NULL;
  g_autofree char *words = NULL;
  GtkWidget *dialog;

  *question = (Question) { wanted, data, free_data };
  if (losses == NULL)
    {
      dov_errors_show (GTK_WIDGET (window), error);
      question_free (question);
      return;
    }

  lost = dup_losses (losses);
  /* Translators: %1$s is whose the copy is, %2$s what would be lost */
  words = g_strdup_printf (_("The copy: %1$s.\n\n%2$s"), whose, lost);
  dialog = dialog_new (window, is_others ? _("This is the file of another lounge")
                               : losses->len > 0 ? _("What was entered after this copy will go") : _("Put the copy back?"),
                       words, is_others);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question,
                         (GClosureNotify) G_CALLBACK (question_free), 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
