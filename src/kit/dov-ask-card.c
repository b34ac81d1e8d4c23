/* dov-ask-card.c - a few lines that are asked for in place before something is done */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-ask-card.h"

#include <glib/gi18n.h>

#include "dov-answers.h"
#include "dov-capital.h"
#include "dov-keys.h"
#include "dov-label.h"
#include "dov-widgets.h"

struct _DovAskCard
{
  GtkBox     parent_instance;

  GtkWidget *title;
  GtkWidget *words;
  GtkWidget *list;
  GtkWidget *error;
  GtkWidget *go_on;
};

enum { GO_ON, GIVEN_UP, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovAskCard, dov_ask_card, GTK_TYPE_BOX)

static GtkWidget *
find_row (DovAskCard *self,
          const char *name)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (g_strcmp0 (gtk_widget_get_name (row), name) == 0)
      return row;

  return NULL;
}

static void
set_wrong (GtkWidget *row,
           gboolean   is_wrong)
{
  dov_set_class (row, "error", is_wrong);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
go_on_cb (DovAskCard *self)
{
  gtk_widget_set_visible (self->error, FALSE);
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    set_wrong (row, FALSE);
  g_signal_emit (self, signals[GO_ON], 0);
}

static void
leave_cb (DovAskCard *self)
{
  g_signal_emit (self, signals[GIVEN_UP], 0);
}

/* What saves a form goes on here too. */
static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                DovAskCard            *self)
{
  if (!dov_keys_is_save (key, modifiers))
    return FALSE;

  go_on_cb (self);

  return TRUE;
}

/**
 * dov_ask_card_add:
 * @name: the word the program knows the line by
 * @title: what is asked
 * @text: what stands there at first
 */
void
dov_ask_card_add (DovAskCard *self,
                  const char *name,
                  const char *title,
                  const char *text)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, "title", title, "name", name, "text", text, NULL);

  g_signal_connect_swapped (row, "entry-activated", G_CALLBACK (go_on_cb), self);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  gtk_widget_set_visible (self->list, TRUE);
}

/**
 * dov_ask_card_get_text:
 *
 * Returns: (transfer none) (nullable): what was typed; %NULL when that was not asked
 */
const char *
dov_ask_card_get_text (DovAskCard *self,
                       const char *name)
{
  GtkWidget *row = find_row (self, name);

  return row != NULL ? gtk_editable_get_text (GTK_EDITABLE (row)) : NULL;
}

/**
 * dov_ask_card_add_words:
 * @words: what happens when it is done
 *
 * Says under the title what is not asked.
 */
void
dov_ask_card_add_words (DovAskCard *self,
                        const char *words)
{
  gtk_label_set_label (GTK_LABEL (self->words), words);
  gtk_widget_set_visible (self->words, *words != '\0');
}

/**
 * dov_ask_card_add_choice:
 * @name: the word the program knows the line by
 * @title: what is asked
 * @choices: one of these; nothing is chosen at first
 */
void
dov_ask_card_add_choice (DovAskCard *self,
                         const char *name,
                         const char *title,
                         GType       choices)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (choices);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *row;

  /* The first of them is that none was made. */
  gtk_string_list_append (labels, _("Choose…"));
  for (guint i = 1; i < klass->n_values; i++)
    {
      g_autofree char *label = dov_capitalise (_(klass->values[i].value_name));

      gtk_string_list_append (labels, label);
    }
  row = g_object_new (ADW_TYPE_COMBO_ROW, "title", title, "name", name, "model", labels, NULL);
  g_object_set_data_full (G_OBJECT (row), "choices", g_type_class_ref (choices), g_type_class_unref);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  gtk_widget_set_visible (self->list, TRUE);
}

/**
 * dov_ask_card_get_choice:
 *
 * Returns: the choice, or 0 while none was made
 */
int
dov_ask_card_get_choice (DovAskCard *self,
                         const char *name)
{
  GtkWidget *row = find_row (self, name);
  GEnumClass *klass = g_object_get_data (G_OBJECT (row), "choices");
  guint n = adw_combo_row_get_selected (ADW_COMBO_ROW (row));

  return n < klass->n_values ? klass->values[n].value : 0;
}

/**
 * dov_ask_card_refuse:
 * @name: (nullable): the line that is wrong
 * @words: what is wrong and what to do
 */
void
dov_ask_card_refuse (DovAskCard *self,
                     const char *name,
                     const char *words)
{
  GtkWidget *row = name != NULL ? find_row (self, name) : NULL;

  gtk_label_set_label (GTK_LABEL (self->error), words);
  gtk_widget_set_visible (self->error, TRUE);
  if (row == NULL)
    return;

  set_wrong (row, TRUE);
  gtk_widget_grab_focus (row);
}

/**
 * dov_ask_card_ask:
 * @self: (transfer floating): the card, with its lines
 * @from: the widget where it was asked for
 *
 * Puts the card where it is answered, with the keyboard on its first line;
 * given up, it goes.
 */
void
dov_ask_card_ask (DovAskCard *self,
                  gpointer    from)
{
  GtkWidget *first = gtk_widget_get_first_child (self->list);

  g_signal_connect_object (self, "given-up", G_CALLBACK (dov_answers_clear), from, G_CONNECT_SWAPPED);
  dov_answers_show (from, GTK_WIDGET (self));
  gtk_widget_grab_focus (first != NULL ? first : self->go_on);
}

/**
 * dov_ask_card_new:
 * @go_on: the button that does it
 *
 * Returns: (transfer floating): the card, to be put where it was asked for
 */
GtkWidget *
dov_ask_card_new (const char *title,
                  const char *go_on)
{
  DovAskCard *self = g_object_new (DOV_TYPE_ASK_CARD, NULL);

  gtk_label_set_label (GTK_LABEL (self->title), title);
  dov_name_widget (self->list, title);
  gtk_button_set_label (GTK_BUTTON (self->go_on), go_on);

  return GTK_WIDGET (self);
}

static void
dov_ask_card_class_init (DovAskCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[GO_ON] = g_signal_new ("go-on", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[GIVEN_UP] = g_signal_new ("given-up", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Escape, 0, "given-up", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-ask-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DovAskCard, title);
  gtk_widget_class_bind_template_child (widget_class, DovAskCard, words);
  gtk_widget_class_bind_template_child (widget_class, DovAskCard, list);
  gtk_widget_class_bind_template_child (widget_class, DovAskCard, error);
  gtk_widget_class_bind_template_child (widget_class, DovAskCard, go_on);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_on_cb);
}

static void
dov_ask_card_init (DovAskCard *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
