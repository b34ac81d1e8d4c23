/* dov-twins.c - perhaps the card is there already: it is this one, or another (V9), asked in one place */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-twins.h"

#include <glib/gi18n.h>

#include "dov-notice.h"

typedef struct
{
  DovTwinsAnswer answer;
  gpointer       from;
  gint64         person;
} Answer;

/* The answer may take the notice away, and with it what lies here. */
static void
answer_cb (GtkButton *button,
           Answer    *answer)
{
  Answer given = *answer;

  given.answer (given.from, given.person);
}

static void
connect (GtkWidget      *button,
         DovTwinsAnswer  answer,
         gpointer        from,
         gint64          person)
{
  Answer given = { answer, from, person };

  g_signal_connect_data (button, "clicked", G_CALLBACK (answer_cb), g_memdup2 (&given, sizeof given),
                         (GClosureNotify) (GCallback) g_free, 0);
}

/* Several cards stand in a column, for their names are long. */
static GtkWidget *
add_several (DovNotice      *notice,
             GPtrArray      *words,
             GArray         *people,
             DovTwinsAnswer  answer,
             gpointer        from)
{
  GtkWidget *column = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6,
                                    "halign", GTK_ALIGN_START, "margin-top", 6, NULL);
  GtkWidget *another = gtk_button_new_with_mnemonic (_("A_nother"));

  for (guint i = 0; i < words->len; i++)
    {
      g_autofree char *label = g_strdup_printf (_("It is %s"), (char *) g_ptr_array_index (words, i));
      GtkWidget *button = gtk_button_new_with_label (label);

      connect (button, answer, from, g_array_index (people, gint64, i));
      gtk_box_append (GTK_BOX (column), button);
    }
  gtk_box_append (GTK_BOX (column), another);
  dov_notice_add_widget (notice, column);

  return another;
}

/**
 * dov_twins_new:
 * @people: (element-type gint64): whom a new card may mean, the likeliest first
 * @why: (nullable): what the cards have in common, when it is one
 * @tell: with @data: says who each is, at once
 * @answer: told with @from, which outlives the notice, whom it is
 *
 * Returns: (transfer floating): the question, with a button for each answer
 */
GtkWidget *
dov_twins_new (GArray         *people,
               const char     *why,
               DovTwinsTell    tell,
               gpointer        data,
               DovTwinsAnswer  answer,
               gpointer        from)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *text = NULL;
  GtkWidget *notice, *another;

  for (guint i = 0; i < people->len; i++)
    {
      gint64 person = g_array_index (people, gint64, i);
      char *who = tell (person, data);

      if (who == NULL)
        continue;
      g_ptr_array_add (words, who);
      g_array_append_val (told, person);
    }

  if (words->len == 1)
    text = g_strconcat (g_ptr_array_index (words, 0), why != NULL && *why != '\0' ? "\n" : "", why, NULL);
  notice = dov_notice_new (DOV_NOTICE_WARNS, _("Perhaps the card is there already"), text != NULL ? text : "");
  if (words->len == 1)
    connect (dov_notice_add_action (DOV_NOTICE (notice), _("It _is this one"), NULL), answer, from,
             g_array_index (told, gint64, 0));
  another = words->len > 1 ? add_several (DOV_NOTICE (notice), words, told, answer, from)
                           : dov_notice_add_action (DOV_NOTICE (notice), _("A_nother"), NULL);
  connect (another, answer, from, 0);

  return notice;
}
