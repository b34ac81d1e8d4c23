/* dov-visitor.c - somebody sits beside the desk: what others may not read is covered at once, everywhere */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-visitor.h"

#include "dov-others.h"

#include <glib/gi18n.h>

/* The one thing that knows; widgets listen to it. */
#define DOV_TYPE_VISITOR (dov_visitor_get_type ())
G_DECLARE_FINAL_TYPE (DovVisitor, dov_visitor, DOV, VISITOR, GObject)

struct _DovVisitor
{
  GObject  parent_instance;

  gboolean is_near;
};

G_DEFINE_FINAL_TYPE (DovVisitor, dov_visitor, G_TYPE_OBJECT)

static guint changed_signal;

struct _DovVeil
{
  AdwBin     parent_instance;

  GtkWidget *inside;   /* hidden as a whole, so that the child keeps its own say whether it is seen */
};

G_DEFINE_FINAL_TYPE (DovVeil, dov_veil, ADW_TYPE_BIN)

static void
dov_visitor_class_init (DovVisitorClass *klass)
{
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
dov_visitor_init (DovVisitor *self)
{
}

static DovVisitor *
get_visitor (void)
{
  static DovVisitor *visitor;

  if (visitor == NULL)
    visitor = g_object_new (DOV_TYPE_VISITOR, NULL);

  return visitor;
}

gboolean
dov_visitor_is_near (void)
{
  return get_visitor ()->is_near;
}

/**
 * dov_visitor_set_near:
 * @is_near: whether somebody sits beside the desk
 *
 * Covers, or shows again, what is not for visitors. Every widget that watches
 * has done so when this returns. It is not remembered: a program that starts
 * shows everything.
 */
void
dov_visitor_set_near (gboolean is_near)
{
  DovVisitor *self = get_visitor ();

  if (self->is_near == is_near)
    return;

  self->is_near = is_near;
  g_signal_emit (self, changed_signal, 0);
}

static void
changed_cb (DovVisitor *self,
            GtkWidget  *widget)
{
  DovVisitorChanged changed = (DovVisitorChanged) (void (*) (void)) g_object_get_data (G_OBJECT (widget), "dov-visitor");

  changed (widget, self->is_near);
}

/**
 * dov_visitor_watch:
 * @widget: hears of it as long as it lives; one watch a widget
 * @changed: called now and whenever somebody comes or goes
 */
void
dov_visitor_watch (GtkWidget         *widget,
                   DovVisitorChanged  changed)
{
  g_object_set_data (G_OBJECT (widget), "dov-visitor", (gpointer) (void (*) (void)) changed);
  /* The window looks where the keyboard is when everything in it is covered. */
  g_signal_connect_object (get_visitor (), "changed", G_CALLBACK (changed_cb), widget,
                           GTK_IS_ROOT (widget) ? G_CONNECT_AFTER : 0);
  changed (widget, dov_visitor_is_near ());
}

/* What is covered wants to be shown when the visitor has gone. */
#define IS_WANTED "dov-visitor-wanted"

static void
cover (GtkWidget *widget)
{
  g_object_set_data (G_OBJECT (widget), IS_WANTED, GINT_TO_POINTER (TRUE));
  gtk_widget_set_visible (widget, FALSE);
}

static void
hide_cb (GtkWidget *widget,
         gboolean   is_near)
{
  if (is_near && gtk_widget_get_visible (widget))
    cover (widget);
  else if (!is_near && g_object_steal_data (G_OBJECT (widget), IS_WANTED) != NULL)
    gtk_widget_set_visible (widget, TRUE);
}

/* Somebody shows it while the visitor is still there. */
static void
shown_cb (GtkWidget *widget)
{
  if (dov_visitor_is_near () && gtk_widget_get_visible (widget))
    cover (widget);
}

/**
 * dov_visitor_hide:
 *
 * Hides what a visitor beside the desk should not read. When he has gone only
 * that is shown again which was shown before, or would have been since. What
 * may have to be hidden for another reason while he is there goes into a veil.
 */
void
dov_visitor_hide (GtkWidget *widget)
{
  g_signal_connect (widget, "notify::visible", G_CALLBACK (shown_cb), NULL);
  dov_visitor_watch (widget, hide_cb);
}

/* What a label says when nobody is near. */
#define WORDS "dov-visitor-words"

static void
label_cb (GtkWidget *label,
          gboolean   is_near)
{
  const char *words = g_object_get_data (G_OBJECT (label), WORDS);
  /* Translators: stands where a rule names another family or person, while a visitor is near */
  g_autofree char *shown = is_near ? dov_others_cover (words, _("(hidden: F9)")) : g_strdup (words);

  gtk_label_set_label (GTK_LABEL (label), shown);
}

/**
 * dov_visitor_set_label:
 * @words: what a rule says
 *
 * Shows the words, now and whenever somebody comes or goes; while he is there, without who else is named in them.
 */
void
dov_visitor_set_label (GtkLabel   *label,
                       const char *words)
{
  gboolean is_watched = g_object_get_data (G_OBJECT (label), WORDS) != NULL;

  if (!is_watched && !dov_others_are_in (words))
    {
      gtk_label_set_label (label, words);
      return;
    }
  g_object_set_data_full (G_OBJECT (label), WORDS, g_strdup (words), g_free);
  if (is_watched)
    label_cb (GTK_WIDGET (label), dov_visitor_is_near ());
  else
    dov_visitor_watch (GTK_WIDGET (label), label_cb);
}

/* While a visitor is near: letters to be typed, and how many may then be seen. */
#define LEAST_FOR_VISITORS 3
#define MOST_FOR_VISITORS 3

/**
 * dov_visitor_may_see:
 * @typed: by what people were sought
 * @n_found: how many there are
 *
 * A visitor sees the one who is called by name, and not a list of others.
 *
 * Returns: whether what was found may be shown now
 */
gboolean
dov_visitor_may_see (const char *typed,
                     guint       n_found)
{
  return !dov_visitor_is_near () || (g_utf8_strlen (typed, -1) >= LEAST_FOR_VISITORS && n_found <= MOST_FOR_VISITORS);
}

/* What stands where nothing may be seen. */
const char *
dov_visitor_get_hint (void)
{
  return _("A visitor is near: type more of the name, until few are left.");
}

static gboolean
dialog_key_cb (GtkEventControllerKey *keys,
               guint                  key,
               guint                  code,
               GdkModifierType        modifiers,
               GtkWindow             *dialog)
{
  if (key != GDK_KEY_F9)
    return FALSE;

  dov_visitor_set_near (TRUE);
  gtk_window_close (dialog);

  return TRUE;
}

/**
 * dov_visitor_watch_dialog:
 * @dialog: a window of its own, which names what others may not read
 *
 * F9 puts it away, as Esc does, and covers what is under it.
 */
void
dov_visitor_watch_dialog (GtkWidget *dialog)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (dialog_key_cb), dialog, 0);
  gtk_widget_add_controller (dialog, keys);
}

/**
 * dov_visitor_question_new:
 * @over: (nullable): the window it stands over
 * @title: what it is about, also its name to a screen reader
 * @words: what is asked
 *
 * A question in a window of its own, which F9 puts away. Title and words are
 * one text: the heading of libadwaita 1.7 is measured narrower than it is,
 * which newer GTK warns of.
 *
 * Returns: (transfer floating): an #AdwMessageDialog without its answers
 */
GtkWidget *
dov_visitor_question_new (GtkWindow  *over,
                          const char *title,
                          const char *words)
{
  GtkWidget *dialog = adw_message_dialog_new (over, NULL, NULL);

  gtk_window_set_title (GTK_WINDOW (dialog), title);
  adw_message_dialog_format_body_markup (ADW_MESSAGE_DIALOG (dialog),
                                         "<span size=\"x-large\" weight=\"heavy\">%s</span>\n\n%s", title, words);
  dov_visitor_watch_dialog (dialog);

  return dialog;
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          data)
{
  DovVisitorAnswered answered = (DovVisitorAnswered) (void (*) (void)) g_object_steal_data (G_OBJECT (dialog), "answered");

  if (answered != NULL)
    answered (g_str_equal (response, "go-on"), data);
}

/* The window beneath was closed, and the question went with it. */
static void
destroy_cb (AdwMessageDialog *dialog,
            gpointer          data)
{
  response_cb (dialog, "keep", data);
}

/**
 * dov_visitor_ask:
 * @near: the widget where it is asked for
 * @question: what others would read, and whether it is wanted all the same
 * @keep: the button that leaves it
 * @go_on: the button that goes on
 * @answered: called once; at once when nobody is near
 * @data: for @answered
 *
 * Asks before something is shown that cannot be covered.
 */
void
dov_visitor_ask (GtkWidget         *near,
                 const char        *question,
                 const char        *keep,
                 const char        *go_on,
                 DovVisitorAnswered answered,
                 gpointer           data)
{
  GtkRoot *root = gtk_widget_get_root (near);
  GtkWidget *dialog;

  if (!dov_visitor_is_near ())
    {
      answered (TRUE, data);
      return;
    }

  dialog = dov_visitor_question_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("A visitor is near"), question);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", keep, "go-on", go_on, NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_object_set_data (G_OBJECT (dialog), "answered", (gpointer) (void (*) (void)) answered);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), data);
  g_signal_connect (dialog, "destroy", G_CALLBACK (destroy_cb), data);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
veil_changed_cb (GtkWidget *widget,
                 gboolean   is_near)
{
  gtk_widget_set_visible (DOV_VEIL (widget)->inside, !is_near);
}

/**
 * dov_veil_new:
 * @child: (transfer floating): what a visitor does not see
 *
 * Returns: (transfer floating): the child, gone while a visitor is near
 */
GtkWidget *
dov_veil_new (GtkWidget *child)
{
  DovVeil *self = g_object_new (DOV_TYPE_VEIL, NULL);

  adw_bin_set_child (ADW_BIN (self->inside), child);
  /* A child that is hidden leaves no gap. */
  g_object_bind_property (child, "visible", self, "visible", G_BINDING_SYNC_CREATE);
  dov_visitor_watch (GTK_WIDGET (self), veil_changed_cb);

  return GTK_WIDGET (self);
}

static void
dov_veil_class_init (DovVeilClass *klass)
{
}

static void
dov_veil_init (DovVeil *self)
{
  self->inside = adw_bin_new ();
  adw_bin_set_child (ADW_BIN (self), self->inside);
}
