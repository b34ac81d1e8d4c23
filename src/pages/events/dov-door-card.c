/* dov-door-card.c - what is asked before the door opens, and before it is left: a PIN */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-door-card.h"

#include <glib/gi18n.h>

#include "dov-config.h"
#include "dov-door-lock.h"
#include "dov-label.h"
#include "dov-widgets.h"

struct _DovDoorCard
{
  AdwBin     parent_instance;

  DovStore  *store;      /* of a door that is left, NULL before one is opened */
  guint      countdown;

  GtkLabel  *heading;
  GtkLabel  *words;
  GtkWidget *asks;       /* whether a PIN is needed, only before the door is opened */
  GtkSwitch *uses_pin;
  GtkWidget *pin;
  GtkWidget *again;
  GtkLabel  *error;
  GtkWidget *button;
  GtkLabel  *verb;
  GtkLabel  *back;
  GtkLabel  *help;
};

enum { DONE, LEFT, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovDoorCard, dov_door_card, ADW_TYPE_BIN)

static void
show_error (DovDoorCard *self,
            const char  *words)
{
  gtk_label_set_text (self->error, words);
  gtk_widget_set_visible (GTK_WIDGET (self->error), *words != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pin), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->pin), GTK_ACCESSIBLE_STATE_INVALID,
                               *words != '\0' ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static gboolean
countdown_cb (gpointer user_data)
{
  DovDoorCard *self = user_data;
  guint wait = dov_door_get_wait (self->store);

  gtk_widget_set_sensitive (self->button, wait == 0);
  if (wait > 0)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("Too many wrong PINs. The next try is possible in %u second.",
                                                          "Too many wrong PINs. The next try is possible in %u seconds.",
                                                          wait), wait);

      show_error (self, words);
      return G_SOURCE_CONTINUE;
    }

  show_error (self, "");
  self->countdown = 0;

  return G_SOURCE_REMOVE;
}

/**
 * dov_door_card_refuse:
 *
 * Says why it cannot be; after wrong PINs, how long to wait.
 */
void
dov_door_card_refuse (DovDoorCard  *self,
                      const GError *error)
{
  gtk_editable_set_text (GTK_EDITABLE (self->pin), "");
  show_error (self, error->message);
  gtk_widget_grab_focus (self->pin);
  if (self->store == NULL || dov_door_get_wait (self->store) == 0)
    return;

  gtk_widget_set_sensitive (self->button, FALSE);
  if (self->countdown == 0)
    self->countdown = g_timeout_add_seconds (1, countdown_cb, self);
}

/* Before the door is opened it is asked whether a PIN is needed, and the PIN is typed twice. */
static gboolean
is_opening (DovDoorCard *self)
{
  return self->store == NULL;
}

static void
finish (DovDoorCard *self)
{
  gboolean uses_pin = gtk_switch_get_active (self->uses_pin);
  g_autofree char *pin = g_strdup (uses_pin ? gtk_editable_get_text (GTK_EDITABLE (self->pin)) : "");
  g_autoptr (GError) error = NULL;

  if (is_opening (self) && uses_pin)
    {
      if (!dov_door_check_pin (pin, &error))
        {
          show_error (self, error->message);
          gtk_widget_grab_focus (self->pin);
          return;
        }
      if (g_strcmp0 (pin, gtk_editable_get_text (GTK_EDITABLE (self->again))) != 0)
        {
          show_error (self, _("The two PINs differ. Type the same one twice, so that no slip locks you out."));
          gtk_widget_grab_focus (self->again);
          return;
        }
    }
  if (is_opening (self))
    dov_config_set_number ("door-pin", uses_pin, NULL);

  g_signal_emit (self, signals[DONE], 0, pin);
}

static void
pin_activate_cb (DovDoorCard *self)
{
  if (is_opening (self) && *gtk_editable_get_text (GTK_EDITABLE (self->again)) == '\0')
    gtk_widget_grab_focus (self->again);
  else
    finish (self);
}

static void
uses_pin_cb (DovDoorCard *self)
{
  show_error (self, "");
  dov_door_card_focus (self);
}

static void
left_cb (DovDoorCard *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static GtkWidget *
card_new (DovStore   *store,
          const char *heading,
          const char *words,
          const char *pin,
          const char *verb,
          const char *back)
{
  DovDoorCard *self = g_object_new (DOV_TYPE_DOOR_CARD, NULL);

  g_set_object (&self->store, store);
  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->words, words);
  g_object_set (self->pin, "placeholder-text", pin, NULL);
  dov_name_widget (self->pin, pin);
  gtk_label_set_label (self->verb, verb);
  gtk_label_set_label (self->back, back);
  gtk_widget_set_visible (self->asks, is_opening (self));
  gtk_widget_set_visible (self->again, is_opening (self));
  gtk_switch_set_active (self->uses_pin, !is_opening (self) || dov_config_get_number ("door-pin", FALSE) != 0);

  return GTK_WIDGET (self);
}

/**
 * dov_door_card_new_opening:
 *
 * Returns: (transfer floating): asks whether a PIN is needed to leave the door
 */
GtkWidget *
dov_door_card_new_opening (DovEvent *event)
{
  g_autofree char *heading = g_strdup_printf (_("Door: %s"), event->title);

  return card_new (NULL, heading,
                   _("Whoever sits at this table sees names, ages and villages, and nothing else about the families."),
                   _("PIN, 4 to 12 digits"), _("Open the door"), _("Not now"));
}

/* The help cannot be read from here, so the way out stands here, with the name of the file that must be typed. */
static void
show_way_out (DovDoorCard *self)
{
  g_autofree char *file = g_shell_quote (dov_store_get_path (self->store));
  g_autofree char *command = g_strdup_printf ("doverie-tool close-door %s", file);
  g_autofree char *words =
    g_strdup_printf (_("Nobody knows the PIN? Call whoever set up the program. They switch the computer off and on, and "
                       "before they open the program they type in a terminal:\n%s\nWhat was marked stays."), command);

  gtk_label_set_text (self->help, words);
}

/**
 * dov_door_card_new_closing:
 *
 * Returns: (transfer floating): asks for the PIN that the door was opened with
 */
GtkWidget *
dov_door_card_new_closing (DovStore *store)
{
  GtkWidget *card = card_new (store, _("Finish at the door"),
                              _("Type the PIN with which the door was opened. Everything marked is saved already."),
                              _("PIN"), _("Finish"), _("Back to the door"));

  show_way_out (DOV_DOOR_CARD (card));
  if (dov_door_get_wait (store) > 0)
    {
      DOV_DOOR_CARD (card)->countdown = g_timeout_add_seconds (1, countdown_cb, card);
      countdown_cb (card);
    }

  return card;
}

/**
 * dov_door_card_focus:
 *
 * Puts the keyboard where the next thing is typed or pressed.
 */
void
dov_door_card_focus (DovDoorCard *self)
{
  gtk_widget_grab_focus (gtk_switch_get_active (self->uses_pin) ? self->pin : self->button);
}

static void
dov_door_card_dispose (GObject *object)
{
  DovDoorCard *self = DOV_DOOR_CARD (object);

  g_clear_handle_id (&self->countdown, g_source_remove);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_door_card_parent_class)->dispose (object);
}

static void
dov_door_card_class_init (DovDoorCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_door_card_dispose;

  signals[DONE] = g_signal_new ("done", DOV_TYPE_DOOR_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LEFT] = g_signal_new ("left", DOV_TYPE_DOOR_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-door-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DovDoorCard, heading);
  gtk_widget_class_bind_template_child (widget_class, DovDoorCard, words);
  gtk_widget_class_bind_template_child (widget_class, DovDoorCard, asks);
  gtk_widget_class_bind_template_child (widget_class, DovDoorCard, uses_pin);
  gtk_widget_class_bind_template_child (widget_class, DovDoorCard, pin);
  gtk_widget_class_bind_template_child (widget_class, DovDoorCard, again);
  gtk_widget_class_bind_template_child (widget_class, DovDoorCard, error);
  gtk_widget_class_bind_template_child (widget_class, DovDoorCard, button);
  gtk_widget_class_bind_template_child (widget_class, DovDoorCard, verb);
  gtk_widget_class_bind_template_child (widget_class, DovDoorCard, back);
  gtk_widget_class_bind_template_child (widget_class, DovDoorCard, help);
  gtk_widget_class_bind_template_callback (widget_class, uses_pin_cb);
  gtk_widget_class_bind_template_callback (widget_class, pin_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, finish);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
}

static void
dov_door_card_init (DovDoorCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
