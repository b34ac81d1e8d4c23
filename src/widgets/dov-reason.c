/* dov-reason.c - a warning with a place to type why it is right all the same */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-reason.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dov-acceptance.h"
#include "dov-keys.h"
#include "dov-label.h"
#include "dov-notice.h"
#include "dov-visitor.h"

#define HALF_TYPED "dov-reasons"

/* What was typed for which warning: who goes back from it for a while finds it there again. */
static GHashTable *
get_half_typed (GObject *owner)
{
  GHashTable *typed = g_object_get_data (owner, HALF_TYPED);

  if (typed == NULL)
    {
      typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_object_set_data_full (owner, HALF_TYPED, typed, (GDestroyNotify) g_hash_table_unref);
    }

  return typed;
}

static void
typed_cb (GtkEditable *entry,
          GtkWidget   *notice)
{
  g_hash_table_replace (g_object_get_data (G_OBJECT (notice), HALF_TYPED),
                        g_strdup (g_object_get_data (G_OBJECT (notice), "words")),
                        g_strdup (gtk_editable_get_text (entry)));
}

/* Says what is wrong with a reason: blanks, what nobody can see, and a book are none. */
static void
refuse (GtkWidget    *notice,
        const GError *error)
{
  GtkWidget *entry = dov_reason_get_entry (notice);
  GtkWidget *wanted = g_object_get_data (G_OBJECT (notice), "wanted");

  gtk_widget_add_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_label_set_label (GTK_LABEL (wanted), error->message);
  gtk_widget_set_visible (wanted, TRUE);
  gtk_widget_grab_focus (entry);
}

static void
give_cb (GtkWidget *notice)
{
  DovReasonGiven given = (DovReasonGiven) (void (*) (void)) g_object_get_data (G_OBJECT (notice), "given");
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = dov_acceptance_read (gtk_editable_get_text (GTK_EDITABLE (dov_reason_get_entry (notice))),
                                                 &error);

  if (reason != NULL)
    given (reason, g_object_get_data (G_OBJECT (notice), "user-data"));
  else
    refuse (notice, error);
}

/* What saves a form goes on here too; without a reason the page around may know more. */
static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                GtkWidget             *notice)
{
  gboolean is_blank = *gtk_editable_get_text (GTK_EDITABLE (dov_reason_get_entry (notice))) == '\0';

  if (!dov_keys_is_save (key, modifiers))
    return FALSE;
  give_cb (notice);

  return !is_blank;
}

/* So much of what is said of many records is seen at once; Page Down shows the rest. */
#define MOST_OF_LINES 96

static GtkWidget *
lines_new (const char *lines)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);

  dov_visitor_set_label (GTK_LABEL (label), lines);

  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", label, "hscrollbar-policy", GTK_POLICY_NEVER, "focusable", TRUE,
                       "propagate-natural-height", TRUE, "max-content-height", MOST_OF_LINES, "margin-top", 6, NULL);
}

/**
 * dov_reason_new:
 * @words: the warning; of many, a line that leads and a line for each
 * @go_on: (nullable): the button that gives the reason; %NULL: it saves all the same
 * @owner: a #GObject that outlives the widget and remembers what was typed for this warning
 * @given: called with the reason, which says something and fits into a line; may destroy the widget
 * @user_data: for @given; outlives the widget
 *
 * Returns: (transfer floating): an amber notice that asks for a reason
 */
GtkWidget *
dov_reason_new (const char     *words,
                const char     *go_on,
                gpointer        owner,
                DovReasonGiven  given,
                gpointer        user_data)
{
  GHashTable *half_typed = get_half_typed (owner);
  const char *typed = g_hash_table_lookup (half_typed, words);
  const char *lines = strchr (words, '\n');
  g_autofree char *lead = lines != NULL ? g_strndup (words, lines - words) : g_strdup (words);
  GtkWidget *notice = dov_notice_new (DOV_NOTICE_WARNS, lead, "");
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "hexpand", TRUE, "margin-top", 6, "text", typed != NULL ? typed : "",
                                   "placeholder-text", _("Why it is right, if somebody asks"), NULL);
  GtkWidget *wanted = dov_label_new ("", "error");
  GtkWidget *button = dov_notice_add_action (DOV_NOTICE (notice), go_on != NULL ? go_on : _("Save _all the same"), NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  dov_name_widget (entry, _("Reason"));
  dov_notice_add_widget (DOV_NOTICE (notice), entry);
  gtk_widget_set_visible (wanted, FALSE);
  dov_notice_add_widget (DOV_NOTICE (notice), wanted);
  if (lines != NULL)
    dov_notice_add_widget (DOV_NOTICE (notice), lines_new (lines + 1));
  g_object_set_data (G_OBJECT (notice), "wanted", wanted);
  g_object_set_data (G_OBJECT (notice), "entry", entry);
  g_object_set_data (G_OBJECT (notice), "given", (gpointer) (void (*) (void)) given);
  g_object_set_data (G_OBJECT (notice), "user-data", user_data);
  g_object_set_data_full (G_OBJECT (notice), "words", g_strdup (words), g_free);
  g_object_set_data_full (G_OBJECT (notice), HALF_TYPED, g_hash_table_ref (half_typed), (GDestroyNotify) g_hash_table_unref);
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), notice, 0);
  g_signal_connect_object (entry, "activate", G_CALLBACK (give_cb), notice, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (give_cb), notice, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), notice, 0);
  gtk_widget_add_controller (notice, keys);

  return notice;
}

/* Where the reason is typed; NULL in a notice of another kind. */
GtkWidget *
dov_reason_get_entry (GtkWidget *notice)
{
  return g_object_get_data (G_OBJECT (notice), "entry");
}

/**
 * dov_reason_offer:
 * @reason: (nullable): that was given for something else of the kind
 *
 * Puts it where nothing is typed yet, so that Enter is enough.
 */
void
dov_reason_offer (GtkWidget  *notice,
                  const char *reason)
{
  GtkEditable *entry = GTK_EDITABLE (dov_reason_get_entry (notice));

  if (reason != NULL && *gtk_editable_get_text (entry) == '\0')
    gtk_editable_set_text (entry, reason);
}

/**
 * dov_reason_dup_given:
 * @box: where a warning may stand
 *
 * However saving is asked for: who has typed a reason means it.
 *
 * Returns: (transfer full) (nullable): the reason that stands there, if it is one
 */
char *
dov_reason_dup_given (GtkWidget *box)
{
  for (GtkWidget *notice = gtk_widget_get_first_child (box); notice != NULL; notice = gtk_widget_get_next_sibling (notice))
    if (dov_reason_get_entry (notice) != NULL)
      return dov_acceptance_read (gtk_editable_get_text (GTK_EDITABLE (dov_reason_get_entry (notice))), NULL);

  return NULL;
}

/* What was done is done: its reason is not offered for something else. */
void
dov_reason_forget (gpointer owner)
{
  g_object_set_data (owner, HALF_TYPED, NULL);
}
