/* dov-label.c - words, titles, buttons and boxes of pages, each with its look in one call */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-label.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "dov-spoken.h"

static GtkWidget *
dress (GtkWidget  *widget,
       const char *css)
{
  g_auto (GStrv) classes = g_strsplit (css != NULL ? css : "", " ", -1);

  for (guint i = 0; classes[i] != NULL; i++)
    gtk_widget_add_css_class (widget, classes[i]);

  return widget;
}

static GtkWidget *
words_new (const char        *words,
           const char        *css,
           GtkAccessibleRole  role)
{
  return dress (g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "label", words, "xalign", 0.0, "wrap", TRUE,
                              "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL), css);
}

/**
 * dov_label_new:
 * @css: (nullable): classes of the style sheet, by spaces
 *
 * Returns: (transfer floating): words that begin at the left and go on in the next line
 */
GtkWidget *
dov_label_new (const char *words,
               const char *css)
{
  return words_new (words, css, GTK_ACCESSIBLE_ROLE_LABEL);
}

/**
 * dov_label_dup_slip:
 *
 * Returns: (transfer full): for what a search looked, when the keyboard had been left in Latin letters
 */
char *
dov_label_dup_slip (const char *meant)
{
  /* Translators: the keyboard was in the Latin layout; %s is what was meant */
  return g_strdup_printf (_("Found for “%s”: the keyboard is in the Latin layout"), meant);
}

/**
 * dov_label_show_slip:
 * @label: unseen while the layout is right
 * @meant: (nullable): as for dov_label_dup_slip(); %NULL when what was typed was meant
 */
void
dov_label_show_slip (gpointer    label,
                     const char *meant)
{
  g_autofree char *words = meant != NULL ? dov_label_dup_slip (meant) : g_strdup ("");

  gtk_label_set_label (label, words);
  gtk_widget_set_visible (label, meant != NULL);
}

static gboolean
query_cut_cb (GtkLabel   *label,
              int         x,
              int         y,
              gboolean    by_keyboard,
              GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));

  return TRUE;
}

/**
 * dov_label_tell_cut:
 * @label: that gives way where there is little room
 *
 * Lets the mouse read all of it, while it is cut.
 */
void
dov_label_tell_cut (gpointer label)
{
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_cut_cb), NULL);
}

/**
 * dov_heading_new:
 *
 * Returns: (transfer floating): the same for a title, which is told to who cannot see it
 */
GtkWidget *
dov_heading_new (const char *words,
                 const char *css)
{
  return words_new (words, css, GTK_ACCESSIBLE_ROLE_HEADING);
}

/**
 * dov_key_new:
 * @key: as it stands on the keyboard
 *
 * Returns: (transfer floating): the key as a cap, which never breaks
 */
GtkWidget *
dov_key_new (const char *key)
{
  return dress (gtk_label_new (key), "key");
}

/**
 * dov_mnemonic_button_new:
 * @label: with its mnemonic
 *
 * Returns: (transfer floating): a button that is called by its label once; GTK says it twice, with its underline
 */
GtkWidget *
dov_mnemonic_button_new (const char *label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);

  return button;
}

/**
 * dov_button_new:
 * @label: with its mnemonic
 * @css: (nullable): classes of the style sheet, by spaces
 * @clicked: called with the button and @of
 * @of: (nullable) (type GObject): what the button is about; kept alive by it
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
dov_button_new (const char *label,
                const char *css,
                GCallback   clicked,
                gpointer    of)
{
  GtkWidget *button = dov_mnemonic_button_new (label);

  g_signal_connect_data (button, "clicked", clicked, of != NULL ? g_object_ref (of) : NULL,
                         of != NULL ? (GClosureNotify) (GCallback) g_object_unref : NULL, 0);

  return dress (button, css);
}

/**
 * dov_button_fill:
 * @icon: (nullable): stands before the words and says nothing
 * @label: with its mnemonic
 * @key: (nullable): the key that does the same
 *
 * Gives a button an icon, words and a key side by side, and lets it be called by its words.
 *
 * Returns: (transfer none): the label of the words
 */
GtkWidget *
dov_button_fill (GtkWidget  *button,
                 const char *icon,
                 const char *label,
                 const char *key)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_label_new_with_mnemonic (label);

  if (icon != NULL)
    gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name", icon, "accessible-role",
                                                 GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (box), words);
  if (key != NULL)
    gtk_box_append (GTK_BOX (box), dov_key_new (key));
  gtk_label_set_mnemonic_widget (GTK_LABEL (words), button);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, words, NULL, -1);

  return words;
}

/* ---- what is told to somebody who cannot see it ---- */

static GQuark choice_quark (void);
G_DEFINE_QUARK (dov-label-choice, choice)

static GQuark name_quark (void);
G_DEFINE_QUARK (dov-label-name, name)

static void
set_name (gpointer    widget,
          const char *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* The button inside has the keyboard, and of itself tells neither the title nor what is chosen. */
static void
say_choice (GtkDropDown *list)
{
  const char *title = g_object_get_qdata (G_OBJECT (list), choice_quark ());
  gpointer chosen = gtk_drop_down_get_selected_item (list);
  g_autofree char *words = GTK_IS_STRING_OBJECT (chosen)
                           ? g_strdup_printf ("%s: %s", title, gtk_string_object_get_string (chosen)) : g_strdup (title);

  set_name (gtk_widget_get_first_child (GTK_WIDGET (list)), words);
  /* Newer GTK takes for the name of the button that of the list, and for that what is chosen alone. */
  if (gtk_check_version (4, 10, 0) == NULL)
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      set_name (list, words);
    }
}

static void
set_up_choice_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *item,
                  gpointer                  user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *tick = g_object_new (GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic", "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, NULL));
  gtk_box_append (GTK_BOX (box), tick);
  g_object_bind_property (item, "selected", tick, "visible", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (item, box);
}

static void
bind_choice_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                gpointer                  user_data)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  const char *words = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), words);
  set_name (gtk_widget_get_parent (box), words);
}

/**
 * dov_label_choices_new:
 *
 * Returns: (transfer full): what makes the lines of an open list of choices, each as wide as its words: two
 *   that begin alike are told apart
 */
GtkListItemFactory *
dov_label_choices_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_choice_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_choice_cb), NULL);

  return factory;
}

/* On the button the words give way where there is no room: else the longest choice would widen the window. */
static void
set_up_chosen_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *item,
                  gpointer                  user_data)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL));
}

static void
bind_chosen_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                gpointer                  user_data)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
name_choice (GtkDropDown *list,
             const char  *title)
{
  g_autoptr (GtkListItemFactory) factory = NULL;
  g_autoptr (GtkListItemFactory) chosen = NULL;
  gboolean is_new = g_object_get_qdata (G_OBJECT (list), choice_quark ()) == NULL;

  g_object_set_qdata_full (G_OBJECT (list), choice_quark (), g_strdup (title), g_free);
  say_choice (list);
  if (!is_new)
    return;

  factory = dov_label_choices_new ();
  gtk_drop_down_set_list_factory (list, factory);
  chosen = gtk_signal_list_item_factory_new ();
  g_signal_connect (chosen, "setup", G_CALLBACK (set_up_chosen_cb), NULL);
  g_signal_connect (chosen, "bind", G_CALLBACK (bind_chosen_cb), NULL);
  gtk_drop_down_set_factory (list, chosen);
  g_signal_connect (list, "notify::selected-item", G_CALLBACK (say_choice), NULL);
}

/* From GTK 4.10 on a widget without a description is described by what it tells under the mouse; a space is one, and
 * nobody hears it. */
#define NOTHING_MORE " "

/* Of what is told under the mouse, that which the name does not say already: often only the key in brackets. */
static char *
dup_rest (const char *tip,
          const char *name)
{
  const char *key = g_str_has_suffix (tip, ")") ? g_strrstr (tip, " (") : NULL;
  g_autofree char *words = key != NULL ? g_strndup (tip, (gsize) (key - tip)) : g_strdup (tip);

  if (strstr (name, words) != NULL)
    return key != NULL ? g_strndup (key + 2, strlen (key + 2) - 1) : g_strdup (NOTHING_MORE);
  if (g_str_has_prefix (tip, name))
    return g_strdup (tip + strlen (name) + strspn (tip + strlen (name), ":,. "));

  return g_strdup (tip);
}

/**
 * dov_name_widget:
 *
 * Says what a widget is to somebody who cannot see it. A list of choices says what is chosen as well. What the widget
 * tells under the mouse is set before: it is told after the name, as far as the name leaves it out.
 */
void
dov_name_widget (gpointer    widget,
                 const char *words)
{
  const char *tip = gtk_widget_get_tooltip_text (widget);

  set_name (widget, words);
  if (tip != NULL)
    {
      g_autofree char *rest = dup_rest (tip, words);

      dov_describe (widget, rest);
    }
  g_object_set_qdata_full (G_OBJECT (widget), name_quark (), g_strdup (words), g_free);
  /* What is inside, an icon or a title, is not said as well. */
  if (GTK_IS_BUTTON (widget) || GTK_IS_LIST_BOX_ROW (widget))
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  else if (GTK_IS_MENU_BUTTON (widget))
    dov_name_widget (gtk_widget_get_first_child (widget), words);
  else if (GTK_IS_DROP_DOWN (widget))
    name_choice (widget, words);
}

/**
 * dov_get_name:
 *
 * Returns: (nullable): what a widget was called by dov_name_widget()
 */
const char *
dov_get_name (gpointer widget)
{
  return g_object_get_qdata (G_OBJECT (widget), name_quark ());
}

static gboolean
shows_icon_only (GtkWidget *widget)
{
  return (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL)
         || (GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (widget)) != NULL);
}

/**
 * dov_name_by_tips:
 *
 * Calls every button inside that shows an icon only by what it tells under the mouse, up to a colon or the key.
 */
void
dov_name_by_tips (GtkWidget *inside)
{
  const char *tip = gtk_widget_get_tooltip_text (inside);

  if (tip != NULL && dov_get_name (inside) == NULL && shows_icon_only (inside))
    {
      g_autofree char *name = g_strchomp (g_strndup (tip, strcspn (tip, ":(")));

      dov_name_widget (inside, name);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL; child = gtk_widget_get_next_sibling (child))
    dov_name_by_tips (child);
}

static void
hush_unseen (GtkStack *stack)
{
  GtkWidget *seen = gtk_stack_get_visible_child (stack);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (stack)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN, child != seen, -1);
      /* The pane inside is no stop for Tab. */
      if (ADW_IS_STATUS_PAGE (child))
        gtk_widget_set_focusable (gtk_widget_get_first_child (child), FALSE);
    }
}

/**
 * dov_hush_unseen:
 *
 * Lets only that page of the stack be read aloud which is seen, also of those that are still to come.
 */
void
dov_hush_unseen (GtkStack *stack)
{
  GtkSelectionModel *pages = gtk_stack_get_pages (stack);

  g_object_set_data_full (G_OBJECT (stack), "dov-pages", pages, g_object_unref);
  g_signal_connect_object (pages, "items-changed", G_CALLBACK (hush_unseen), stack, G_CONNECT_SWAPPED);
  g_signal_connect (stack, "notify::visible-child", G_CALLBACK (hush_unseen), NULL);
  hush_unseen (stack);
}

/**
 * dov_set_class:
 * @css: a class of the style sheet
 * @has_it: whether it is set, or taken away
 */
void
dov_set_class (gpointer    widget,
               const char *css,
               gboolean    has_it)
{
  if (has_it)
    gtk_widget_add_css_class (widget, css);
  else
    gtk_widget_remove_css_class (widget, css);
}

/* Takes everything out of a box. */
void
dov_clear_box (gpointer box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (box, child);
}
