/* dov-ui-press.c - keys that a test presses, offered to the window as GTK offers them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-ui-test.h"

/* GTK shows a button that a key presses as pressed for a quarter of a second before it acts. */
#define BUTTON_IS_DOWN 260

static gboolean
is_triggered (GtkShortcutTrigger *trigger,
              guint               keyval,
              GdkModifierType     modifiers)
{
  if (GTK_IS_KEYVAL_TRIGGER (trigger))
    return gdk_keyval_to_lower (gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger))) ==
             gdk_keyval_to_lower (keyval)
           && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers;
  if (GTK_IS_ALTERNATIVE_TRIGGER (trigger))
    return is_triggered (gtk_alternative_trigger_get_first (GTK_ALTERNATIVE_TRIGGER (trigger)), keyval, modifiers)
           || is_triggered (gtk_alternative_trigger_get_second (GTK_ALTERNATIVE_TRIGGER (trigger)), keyval, modifiers);

  return FALSE;
}

static gboolean
try_shortcuts (GtkWidget       *widget,
               GListModel      *shortcuts,
               guint            keyval,
               GdkModifierType  modifiers)
{
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);

      if (is_triggered (gtk_shortcut_get_trigger (shortcut), keyval, modifiers)
          && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), GTK_SHORTCUT_ACTION_EXCLUSIVE,
                                           widget, gtk_shortcut_get_arguments (shortcut)))
        return TRUE;
    }

  return FALSE;
}

/* A shortcut that is not only for its own widget is heard by the window, wherever the keyboard is. */
static gboolean
is_of_window (GtkEventController *controller)
{
  return GTK_IS_SHORTCUT_CONTROLLER (controller) &&
         gtk_shortcut_controller_get_scope (GTK_SHORTCUT_CONTROLLER (controller)) != GTK_SHORTCUT_SCOPE_LOCAL;
}

/* Offers a key to those of one phase. */
static gboolean
offer_to_window (GtkWidget           *widget,
                 GtkPropagationPhase  phase,
                 guint                keyval,
                 GdkModifierType      modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (is_of_window (controller) && gtk_event_controller_get_propagation_phase (controller) == phase &&
          try_shortcuts (widget, G_LIST_MODEL (controller), keyval, modifiers))
        return TRUE;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && offer_to_window (child, phase, keyval, modifiers))
      return TRUE;

  return FALSE;
}

/* What the window itself has gathered of all those: each of them was asked by its own widget. */
static gboolean
is_gathered (GtkEventController *controller)
{
  const char *name = gtk_event_controller_get_name (controller);

  return name != NULL && g_str_has_prefix (name, "gtk-shortcut-manager");
}

/* Offers a key to the controllers of one widget, as GTK does in one phase. */
static gboolean
offer_key (GtkWidget           *widget,
           GtkPropagationPhase  phase,
           guint                keyval,
           GdkModifierType      modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (gtk_event_controller_get_propagation_phase (controller) != phase || is_of_window (controller) ||
          is_gathered (controller))
        continue;

      /* The input method of a text wants a real event; text is typed otherwise. */
      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && !GTK_IS_TEXT (widget) && !GTK_IS_TEXT_VIEW (widget))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, modifiers, &handled);
      else if (GTK_IS_SHORTCUT_CONTROLLER (controller))
        handled = try_shortcuts (widget, G_LIST_MODEL (controller), keyval, modifiers);

      if (handled)
        return TRUE;
    }

  return FALSE;
}

static gboolean
offer_to_all (GtkWidget       *widget,
              guint            keyval,
              GdkModifierType  modifiers)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  g_autoptr (GPtrArray) chain = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *focus;
  gboolean handled = FALSE;

  /* What had the keyboard may be gone by then. */
  if (offer_to_window (root, GTK_PHASE_CAPTURE, keyval, modifiers))
    return TRUE;

  focus = dov_ui_test_get_focus (widget);
  for (GtkWidget *w = focus != NULL ? focus : root; w != NULL; w = gtk_widget_get_parent (w))
    g_ptr_array_add (chain, g_object_ref (w));

  for (guint i = chain->len; i > 0 && !handled; i--)
    handled = offer_key (chain->pdata[i - 1], GTK_PHASE_CAPTURE, keyval, modifiers);
  if (!handled)
    handled = offer_key (chain->pdata[0], GTK_PHASE_TARGET, keyval, modifiers);
  for (guint i = 0; i < chain->len && !handled; i++)
    handled = offer_key (chain->pdata[i], GTK_PHASE_BUBBLE, keyval, modifiers);

  return handled || offer_to_window (root, GTK_PHASE_BUBBLE, keyval, modifiers);
}

/**
 * dov_ui_test_press:
 * @widget: any widget of the window that has the keyboard
 *
 * Presses a key: it is offered to every controller from the window down to
 * the widget with the focus and back up, in GTK's own order of phases. A
 * button that Enter or Space presses has acted when this returns.
 *
 * Returns: whether anything took the key
 */
gboolean
dov_ui_test_press (GtkWidget       *widget,
                   guint            keyval,
                   GdkModifierType  modifiers)
{
  gboolean handled = offer_to_all (widget, keyval, modifiers);

  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_space)
    dov_ui_test_settle_for (BUTTON_IS_DOWN);
  else
    dov_ui_test_settle ();

  return handled;
}

/**
 * dov_ui_test_strike:
 * @accelerator: such as "Return"
 *
 * Presses a key and does not wait, as a hand in a hurry; also for measuring.
 */
gboolean
dov_ui_test_strike (GtkWidget  *widget,
                    const char *accelerator)
{
  guint keyval;
  GdkModifierType modifiers;

  g_assert_true (gtk_accelerator_parse (accelerator, &keyval, &modifiers));

  return offer_to_all (widget, keyval, modifiers);
}

/**
 * dov_ui_test_press_accel:
 * @accelerator: such as "<Control>k", "Escape", "<Alt>2"
 */
gboolean
dov_ui_test_press_accel (GtkWidget  *widget,
                         const char *accelerator)
{
  guint keyval;
  GdkModifierType modifiers;

  g_assert_true (gtk_accelerator_parse (accelerator, &keyval, &modifiers));

  return dov_ui_test_press (widget, keyval, modifiers);
}
