/* dov-door-card.c - what is asked before the door opens, and before it is left: a PIN */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-door-card.h"

#include <glib/gi18n.h>

#include "dov-config.h"
#include "dov-door-lock.h"

struct _DovDoorCard
{
  AdwBin     parent_instance;

  DovStore  *store;      /* of a door that is left, NULL before one is opened */
  guint      countdown;
  GtkWidget *uses_pin;   /* a switch, only before the door is opened */
  GtkWidget *pin_box;
  GtkWidget *pin;
  GtkWidget *again;      /* NULL when the door is left */
  GtkWidget *error;
  GtkWidget *button;
};

enum { DONE, LEFT, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovDoorCard, dov_door_card, ADW_TYPE_BIN)

static void
show_error (DovDoorCard *self,
            const char  *words)
{
  gtk_label_set_text (GTK_LABEL (self->error), words);
  gtk_widget_set_visible (self->error, *words != '\0');
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

static void
finish (DovDoorCard *self)
{
  gboolean uses_pin = self->uses_pin == NULL || gtk_switch_get_active (GTK_SWITCH (self->uses_pin));
  g_autofree char *pin = g_strdup (uses_pin ? gtk_editable_get_text (GTK_EDITABLE (self->pin)) : "");
  g_autoptr (GError) error = NULL;

  if (self->again != NULL && uses_pin)
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
  if (self->uses_pin != NULL)
    dov_config_set_number ("door-pin", uses_pin, NULL);

  g_signal_emit (self, signals[DONE], 0, pin);
}

static void
pin_activate_cb (DovDoorCard *self)
{
  if (self->again != NULL && *gtk_editable_get_text (GTK_EDITABLE (self->again)) == '\0')
    gtk_widget_grab_focus (self->again);
  else
    finish (self);
}

static void
uses_pin_cb (DovDoorCard *self)
{
  gboolean uses_pin = gtk_switch_get_active (GTK_SWITCH (self->uses_pin));

  gtk_widget_set_visible (self->pin_box, uses_pin);
  show_error (self, "");
  gtk_widget_grab_focus (uses_pin ? self->pin : self->button);
}

static void
left_cb (DovDoorCard *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static GtkWidget *
label_new (const char *words,
           const char *look)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0f, "wrap", TRUE,
                                   "max-width-chars", 44, NULL);

  gtk_widget_add_css_class (label, look);

  return label;
}

static GtkWidget *
pin_entry_new (const char *label)
{
  GtkWidget *entry = gtk_password_entry_new ();

  g_object_set (entry, "placeholder-text", label, "show-peek-icon", TRUE, "hexpand", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return entry;
}

static GtkWidget *
key_button_new (const char *label,
                const char *key)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *cap = gtk_label_new (key);

  gtk_widget_add_css_class (cap, "key");
  gtk_widget_set_valign (cap, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (line, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), gtk_label_new (label));
  gtk_box_append (GTK_BOX (line), cap);
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return button;
}

static GtkWidget *
add_frame (DovDoorCard *self,
           const char  *heading,
           const char  *words)
{
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (frame, "card");
  gtk_widget_add_css_class (frame, "door-card");
  gtk_widget_set_halign (frame, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (frame, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (frame), label_new (heading, "page-title"));
  gtk_box_append (GTK_BOX (frame), label_new (words, "page-subtitle"));
  adw_bin_set_child (ADW_BIN (self), frame);

  return frame;
}

static void
add_buttons (DovDoorCard *self,
             GtkWidget   *frame,
             const char  *label,
             const char  *back)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *leave = key_button_new (back, "Esc");

  self->error = label_new ("", "error");
  gtk_widget_set_visible (self->error, FALSE);
  self->button = key_button_new (label, "Enter");
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_set_hexpand (self->button, TRUE);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (finish), self);
  g_signal_connect_swapped (leave, "clicked", G_CALLBACK (left_cb), self);
  gtk_box_append (GTK_BOX (line), self->button);
  gtk_box_append (GTK_BOX (line), leave);
  gtk_box_append (GTK_BOX (frame), self->error);
  gtk_box_append (GTK_BOX (frame), line);
}

static GtkWidget *
switch_line_new (DovDoorCard *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = label_new (_("PIN to leave"), "small-head");

  self->uses_pin = g_object_new (GTK_TYPE_SWITCH, "valign", GTK_ALIGN_CENTER,
                                 "active", dov_config_get_number ("door-pin", FALSE) != 0, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->uses_pin), GTK_ACCESSIBLE_PROPERTY_LABEL, _("PIN to leave"), -1);
  g_signal_connect_swapped (self->uses_pin, "notify::active", G_CALLBACK (uses_pin_cb), self);
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), label_new (_("Without it nobody goes from the door to the rest of the program, "
                                                "also after the computer was switched off."), "caption"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), self->uses_pin);

  return line;
}

/**
 * dov_door_card_new_opening:
 *
 * Returns: (transfer floating): asks whether a PIN is needed to leave the door
 */
GtkWidget *
dov_door_card_new_opening (DovEvent *event)
{
  DovDoorCard *self = g_object_new (DOV_TYPE_DOOR_CARD, NULL);
  g_autofree char *heading = g_strdup_printf (_("Door: %s"), event->title);
  GtkWidget *frame = add_frame (self, heading, _("Whoever sits at this table sees names, ages and villages, "
                                                 "and nothing else about the families."));

  self->pin = pin_entry_new (_("PIN, 4 to 12 digits"));
  self->again = pin_entry_new (_("The same PIN once more"));
  self->pin_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->pin_box), self->pin);
  gtk_box_append (GTK_BOX (self->pin_box), self->again);
  gtk_box_append (GTK_BOX (frame), switch_line_new (self));
  gtk_box_append (GTK_BOX (frame), self->pin_box);
  add_buttons (self, frame, _("Open the door"), _("Not now"));
  gtk_widget_set_visible (self->pin_box, gtk_switch_get_active (GTK_SWITCH (self->uses_pin)));
  g_signal_connect_swapped (self->pin, "activate", G_CALLBACK (pin_activate_cb), self);
  g_signal_connect_swapped (self->again, "activate", G_CALLBACK (finish), self);

  return GTK_WIDGET (self);
}

/**
 * dov_door_card_new_closing:
 *
 * Returns: (transfer floating): asks for the PIN that the door was opened with
 */
GtkWidget *
dov_door_card_new_closing (DovStore *store)
{
  DovDoorCard *self = g_object_new (DOV_TYPE_DOOR_CARD, NULL);
  GtkWidget *frame = add_frame (self, _("Finish at the door"),
                                _("Type the PIN with which the door was opened. Everything marked is saved already."));

  self->store = g_object_ref (store);
  self->pin = pin_entry_new (_("PIN"));
  gtk_box_append (GTK_BOX (frame), self->pin);
  add_buttons (self, frame, _("Finish"), _("Back to the door"));
  gtk_box_append (GTK_BOX (frame), label_new (_("Nobody knows the PIN? The help says under “Door” how the manager opens it."),
                                              "caption"));
  g_signal_connect_swapped (self->pin, "activate", G_CALLBACK (finish), self);
  if (dov_door_get_wait (store) > 0)
    {
      self->countdown = g_timeout_add_seconds (1, countdown_cb, self);
      countdown_cb (self);
    }

  return GTK_WIDGET (self);
}

/**
 * dov_door_card_focus:
 *
 * Puts the keyboard where the next thing is typed or pressed.
 */
void
dov_door_card_focus (DovDoorCard *self)
{
  gtk_widget_grab_focus (gtk_widget_get_visible (self->pin) &&
                         (self->pin_box == NULL || gtk_widget_get_visible (self->pin_box)) ? self->pin : self->button);
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
  G_OBJECT_CLASS (klass)->dispose = dov_door_card_dispose;

  signals[DONE] = g_signal_new ("done", DOV_TYPE_DOOR_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LEFT] = g_signal_new ("left", DOV_TYPE_DOOR_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dov_door_card_init (DovDoorCard *self)
{
}
