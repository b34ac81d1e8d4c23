/* dov-door-head.c - the words above the people who were found: how many, which household, all of it at once */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-door-head.h"

#include <glib/gi18n.h>

#include "dov-badge.h"
#include "dov-number.h"

static const DovSign calls = { "dialog-warning-symbolic", "error" };

/* “The Cheremisinovs, s. Sludka — put down: 3”. */
static char *
dup_family_words (const DovDoorGroup *group)
{
  g_autoptr (GString) words = g_string_new (group->family->name);
  g_autofree char *number = dov_number_to_shown (group->n_expected);

  if (*group->family->place != '\0')
    g_string_append_printf (words, ", %s", group->family->place);
  if (group->n_expected > 0)
    g_string_append_printf (words, _(" — put down: %s"), number);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static GtkWidget *
family_button_new (const DovDoorGroup *group,
                   gboolean            has_keys,
                   GCallback           family_cb)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *key = gtk_label_new ("Ctrl+Enter");
  g_autofree char *words = group->n_to_come == group->family->members->len ?
    g_strdup_printf (ngettext ("The whole family, %u", "The whole family, %u", group->n_to_come), group->n_to_come) :
    /* Translators: how many of the family are not marked yet */
    g_strdup_printf (ngettext ("The whole family, %u more", "The whole family, %u more", group->n_to_come), group->n_to_come);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", group->family->name, words);

  gtk_widget_add_css_class (key, "key");
  gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (key, has_keys);
  gtk_widget_set_tooltip_text (button, "Ctrl+Enter");
  gtk_box_append (GTK_BOX (line), g_object_new (GTK_TYPE_IMAGE, "icon-name", "system-users-symbolic",
                                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (line), gtk_label_new (words));
  gtk_box_append (GTK_BOX (line), key);
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect (button, "clicked", family_cb, (gpointer) group->family);

  return button;
}

/**
 * dov_door_head_new:
 * @has_keys: there is room for the names of keys
 * @family_cb: of the button that marks the whole household, with the household
 *
 * Returns: (transfer floating): what stands above the people of a household:
 *   its name and village, and nothing else about it
 */
GtkWidget *
dov_door_head_new (const DovDoorGroup *group,
                   gboolean            has_keys,
                   GCallback           family_cb)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *words = dup_family_words (group);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "family-head");
  gtk_box_append (GTK_BOX (head), label);
  if (group->family->calls_manager)
    gtk_box_append (GTK_BOX (head), dov_badge_new (_("call the manager"), &calls));
  if (group->n_to_come > 0)
    gtk_box_append (GTK_BOX (head), family_button_new (group, has_keys, family_cb));

  return head;
}

/**
 * dov_door_head_dup_found:
 *
 * Returns: (transfer full): how many people have the letters, and how the
 *   letters were understood
 */
char *
dov_door_head_dup_found (DovDoorFound *found,
                         const char   *typed)
{
  g_autofree char *people = g_strdup_printf (ngettext ("%u person", "%u people", found->n_people), found->n_people);

  if (*typed == '\0' && found->n_people == 0)
    return g_strdup ("");
  if (*typed == '\0')
    /* Translators: how many people were put down and are not here yet */
    return g_strdup_printf (_("Put down and not here yet: %u"), found->n_people);
  if (found->n_people == 0)
    return g_strdup_printf (_("Nobody has the letters “%s”"), typed);
  if (found->slip != NULL)
    /* Translators: the keyboard had been left in Latin letters: what was meant, what was typed, how many people */
    return g_strdup_printf (_("Understood as “%1$s” (typed: %2$s) — %3$s"), found->slip, typed, people);
  if (found->n_more > 0)
    return g_strdup_printf (_("“%1$s” — %2$s; type one more letter"), typed, people);

  return g_strdup_printf (_("“%1$s” — %2$s"), typed, people);
}

/**
 * dov_door_head_empty_new:
 *
 * Returns: (transfer floating): what stands where nobody was found
 */
GtkWidget *
dov_door_head_empty_new (const char *words)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "wrap", TRUE, "xalign", 0.0f, "margin-top", 14, NULL);

  gtk_widget_add_css_class (label, "dim-label");

  return label;
}
