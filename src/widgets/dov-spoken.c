/* dov-spoken.c - words for somebody who hears the window, told by what has the keyboard */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-spoken.h"

/* So long what was told goes with the keyboard, for instance from a form that was saved to the page under it. */
#define STAYS (3 * G_USEC_PER_SEC)

/* What a window tells now. */
typedef struct
{
  GtkRoot   *root;
  GtkWidget *teller;    /* (nullable): a weak pointer */
  char      *words;
  gint64     until;
} Telling;

static GQuark own_quark (void);
G_DEFINE_QUARK (dov-spoken-own, own)

static GQuark telling_quark (void);
G_DEFINE_QUARK (dov-spoken-telling, telling)

static void
set_description (GtkWidget  *widget,
                 const char *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

/* What a widget says besides its name when nothing is told. */
static const char *
get_own (GtkWidget *widget)
{
  const char *own = g_object_get_qdata (G_OBJECT (widget), own_quark ());

  if (own == NULL)
    own = gtk_widget_get_tooltip_text (widget);

  return own != NULL ? own : "";
}

/**
 * dov_describe:
 * @words: what is said of the widget after its name, such as a hint or what is wrong; it stays
 */
void
dov_describe (gpointer    widget,
              const char *words)
{
  g_object_set_qdata_full (G_OBJECT (widget), own_quark (), g_strdup (words), g_free);
  set_description (widget, words);
}

static void
let_teller_be (Telling *self)
{
  if (self->teller != NULL)
    set_description (self->teller, get_own (self->teller));
  g_clear_weak_pointer (&self->teller);
}

static void
free_telling (gpointer data)
{
  Telling *self = data;

  g_clear_weak_pointer (&self->teller);
  g_free (self->words);
  g_free (self);
}

/* An entry has the name and the description, the text in it the keyboard. */
static GtkWidget *
find_speaker (Telling *self)
{
  GtkWidget *focus = gtk_root_get_focus (self->root);
  GtkWidget *around = focus != NULL ? gtk_widget_get_parent (focus) : NULL;

  return GTK_IS_TEXT (focus) && GTK_IS_EDITABLE (around) ? around : focus;
}

/* The one that has the keyboard tells; who had it before says its own again. */
static void
pass_on (Telling *self)
{
  GtkWidget *focus = find_speaker (self);
  g_autofree char *words = NULL;

  let_teller_be (self);
  if (focus == NULL || self->words == NULL || g_get_monotonic_time () > self->until)
    return;

  words = *get_own (focus) != '\0' ? g_strdup_printf ("%s. %s", self->words, get_own (focus)) : g_strdup (self->words);
  g_set_weak_pointer (&self->teller, focus);
  set_description (focus, words);
}

/* A hand that goes on has heard it: where it comes to is told without it. */
static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                Telling               *self)
{
  self->until = 0;

  return GDK_EVENT_PROPAGATE;
}

static Telling *
telling_new (GtkRoot *root)
{
  Telling *self = g_new0 (Telling, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->root = root;
  g_object_set_qdata_full (G_OBJECT (root), telling_quark (), self, free_telling);
  g_signal_connect_swapped (root, "notify::focus-widget", G_CALLBACK (pass_on), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (root), keys);

  return self;
}

/**
 * dov_tell:
 * @around: anything in the window
 * @words: what became of a key or a button
 *
 * Tells it through the description of what has the keyboard, as whoever hears the window hears it at once, and of
 * what gets the keyboard in the next moment by itself.
 */
void
dov_tell (gpointer    around,
          const char *words)
{
  GtkRoot *root = gtk_widget_get_root (around);
  Telling *self;

  if (root == NULL || *words == '\0')
    return;

  self = g_object_get_qdata (G_OBJECT (root), telling_quark ());
  if (self == NULL)
    self = telling_new (root);
  g_free (self->words);
  self->words = g_strdup (words);
  self->until = g_get_monotonic_time () + STAYS;
  pass_on (self);
}
