/* dov-ui-keys.c - hands that never leave the keyboard, for tests */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-ui-keys.h"

#include "dov-ui-test.h"

/* No page has more places than these; who walks further walks in a circle. */
#define MOST_STEPS 120

/**
 * dov_ui_keys_stand_on:
 * @words: (nullable): its label or title; %NULL: any
 *
 * Returns: whether the keyboard is in a widget of the type with these words
 */
gboolean
dov_ui_keys_stand_on (GtkWidget  *window,
                      GType       type,
                      const char *words)
{
  for (GtkWidget *widget = dov_ui_test_get_focus (window); widget != NULL; widget = gtk_widget_get_parent (widget))
    if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && dov_ui_test_find (widget, type, words) == widget)
      return TRUE;

  return FALSE;
}

static void
walk (GtkWidget  *window,
      const char *key,
      GType       type,
      const char *words)
{
  guint n_steps = 0;

  while (!dov_ui_keys_stand_on (window, type, words))
    {
      if (n_steps++ == MOST_STEPS)
        g_error ("%s never comes to “%s” (%s)", key, words, g_type_name (type));
      dov_ui_test_press_accel (window, key);
    }
}

/**
 * dov_ui_keys_go_to:
 *
 * Presses Tab until the keyboard is in a widget of the type with these words;
 * fails when it never comes there.
 */
void
dov_ui_keys_go_to (GtkWidget  *window,
                   GType       type,
                   const char *words)
{
  walk (window, "Tab", type, words);
}

/**
 * dov_ui_keys_go_back_to:
 *
 * The same with Shift+Tab.
 */
void
dov_ui_keys_go_back_to (GtkWidget  *window,
                        GType       type,
                        const char *words)
{
  walk (window, "<Shift>Tab", type, words);
}

/* What turns keys into letters for a field. */
static GtkIMContext *
find_input_method (GtkWidget *field)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (field);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_key_get_im_context (GTK_EVENT_CONTROLLER_KEY (controller)) != NULL)
        return gtk_event_controller_key_get_im_context (GTK_EVENT_CONTROLLER_KEY (controller));
    }
  g_assert_not_reached ();
}

/**
 * dov_ui_keys_write:
 *
 * Types letter by letter where the keyboard stands. What is selected there
 * gives way, as it does under a hand.
 */
void
dov_ui_keys_write (GtkWidget  *window,
                   const char *text)
{
  GtkWidget *focus = dov_ui_test_get_focus (window);

  if (GTK_IS_TEXT_VIEW (focus))
    {
      g_signal_emit_by_name (focus, "insert-at-cursor", text);
      return;
    }
  if (!GTK_IS_TEXT (focus))
    g_error ("“%s” is typed where nothing can be typed (%s)", text,
             focus != NULL ? G_OBJECT_TYPE_NAME (focus) : "nowhere");

  if (*text == '\0')
    gtk_editable_delete_selection (GTK_EDITABLE (focus));
  /* Only letters that come as from keys can be taken back in GTK 4.18. */
  for (const char *letter = text; *letter != '\0'; letter = g_utf8_next_char (letter))
    {
      g_autofree char *one = g_strndup (letter, (gsize) (g_utf8_next_char (letter) - letter));

      g_signal_emit_by_name (find_input_method (focus), "commit", one);
    }
}

/**
 * dov_ui_keys_fill:
 *
 * Goes on to a field and types.
 */
void
dov_ui_keys_fill (GtkWidget  *window,
                  GType       type,
                  const char *title,
                  const char *text)
{
  dov_ui_keys_go_to (window, type, title);
  dov_ui_keys_write (window, text);
}

static const char *
get_chosen (GtkWidget *window)
{
  GtkWidget *list = gtk_widget_get_ancestor (dov_ui_test_get_focus (window), GTK_TYPE_DROP_DOWN);
  gpointer item = list != NULL ? gtk_drop_down_get_selected_item (GTK_DROP_DOWN (list)) : NULL;

  return item != NULL ? gtk_string_object_get_string (item) : NULL;
}

/**
 * dov_ui_keys_choose:
 *
 * Goes on to a field with a list and presses Down until it shows @words.
 */
void
dov_ui_keys_choose (GtkWidget  *window,
                    GType       type,
                    const char *title,
                    const char *words)
{
  guint n_steps = 0;

  dov_ui_keys_go_to (window, type, title);
  while (g_strcmp0 (get_chosen (window), words) != 0)
    {
      if (n_steps++ == MOST_STEPS)
        g_error ("Down never comes to “%s” in “%s”", words, title);
      dov_ui_test_press_accel (window, "Down");
    }
}
