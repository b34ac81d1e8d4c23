/* dov-amount.c - how much of a thing: typed, or one more and one less by arrows and buttons */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-amount.h"

#include <glib/gi18n.h>

#include "dov-label.h"
#include "dov-number.h"

/* Thousandths in one whole. */
#define ONE 1000

struct _DovAmount
{
  GtkWidget  parent_instance;

  GtkWidget *text;
  GtkWidget *less;
  GtkWidget *more;
};

enum { CHANGED, ACTIVATE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovAmount, dov_amount, GTK_TYPE_WIDGET)

static void
changed_cb (DovAmount *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
activate_cb (DovAmount *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

/* One more or one less, from nothing where nothing stands. What is no number, or too large to count on, stays as it
 * is, to be mended. */
static void
step (DovAmount *self,
      gint64     by)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->text));
  g_autofree char *shown = NULL;
  gint64 amount = 0;

  if (*typed != '\0' && (!dov_quantity_from_typed (typed, &amount, NULL) || amount < 0 || amount > G_MAXINT64 - ONE))
    return;
  shown = dov_quantity_to_shown (MAX (0, amount + by * ONE));
  gtk_editable_set_text (GTK_EDITABLE (self->text), shown);
  gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
}

static void
less_cb (DovAmount *self)
{
  step (self, -1);
}

static void
more_cb (DovAmount *self)
{
  step (self, 1);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                DovAmount             *self)
{
  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;

  if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    step (self, 1);
  else if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    step (self, -1);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/**
 * dov_amount_get_field:
 *
 * Returns: (transfer none): where it is typed
 */
GtkWidget *
dov_amount_get_field (DovAmount *self)
{
  return self->text;
}

/**
 * dov_amount_new:
 * @label: of what there is so much, for a person who cannot see it
 *
 * Returns: (transfer floating): an empty amount
 */
GtkWidget *
dov_amount_new (const char *label)
{
  DovAmount *self = g_object_new (DOV_TYPE_AMOUNT, NULL);
  g_autofree char *less = g_strdup_printf (_("One less: %s"), label);
  g_autofree char *more = g_strdup_printf (_("One more: %s"), label);

  dov_name_widget (self->text, label);
  dov_name_widget (self->less, less);
  dov_name_widget (self->more, more);

  return GTK_WIDGET (self);
}

static gboolean
dov_amount_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DOV_AMOUNT (widget)->text);
}

/* Shift+Tab leaves it: the widget itself is no stop between its text and what stands before. */
static gboolean
dov_amount_focus (GtkWidget        *widget,
                  GtkDirectionType  direction)
{
  return gtk_widget_child_focus (DOV_AMOUNT (widget)->text, direction);
}

static void
dov_amount_dispose (GObject *object)
{
  DovAmount *self = DOV_AMOUNT (object);

  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_pointer (&self->less, gtk_widget_unparent);
  g_clear_pointer (&self->more, gtk_widget_unparent);

  G_OBJECT_CLASS (dov_amount_parent_class)->dispose (object);
}

static void
dov_amount_class_init (DovAmountClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_amount_dispose;
  widget_class->grab_focus = dov_amount_grab_focus;
  widget_class->focus = dov_amount_focus;
  gtk_widget_class_set_css_name (widget_class, "spinbutton");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[CHANGED] = g_signal_new ("changed", DOV_TYPE_AMOUNT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[ACTIVATE] = g_signal_new ("activate", DOV_TYPE_AMOUNT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
}

/* Not a stop of Tab: the arrows do the same where the hand is. */
static GtkWidget *
button_new (DovAmount  *self,
            const char *icon,
            const char *css_class,
            GCallback   clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, css_class);
  gtk_widget_set_focusable (button, FALSE);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));

  return button;
}

static void
dov_amount_init (DovAmount *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->text = g_object_new (GTK_TYPE_TEXT, "width-chars", 4, "max-width-chars", 6, "hexpand", TRUE,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_SPIN_BUTTON, NULL);
  gtk_widget_add_css_class (self->text, "numeric");
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  self->less = button_new (self, "list-remove-symbolic", "down", G_CALLBACK (less_cb));
  self->more = button_new (self, "list-add-symbolic", "up", G_CALLBACK (more_cb));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->text, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->text, "activate", G_CALLBACK (activate_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
