/* dov-keys.c - keys that answer under every layout, and how they are called */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-keys.h"

/* What stands on the same key in the Russian layout: on a PC that has no other, Ctrl+E comes as Ctrl+У. */
static const struct { guint latin, russian; } twins[] = {
  { GDK_KEY_q, GDK_KEY_Cyrillic_shorti }, { GDK_KEY_w, GDK_KEY_Cyrillic_tse }, { GDK_KEY_e, GDK_KEY_Cyrillic_u },
  { GDK_KEY_r, GDK_KEY_Cyrillic_ka }, { GDK_KEY_t, GDK_KEY_Cyrillic_ie }, { GDK_KEY_y, GDK_KEY_Cyrillic_en },
  { GDK_KEY_u, GDK_KEY_Cyrillic_ghe }, { GDK_KEY_i, GDK_KEY_Cyrillic_sha }, { GDK_KEY_o, GDK_KEY_Cyrillic_shcha },
  { GDK_KEY_p, GDK_KEY_Cyrillic_ze }, { GDK_KEY_a, GDK_KEY_Cyrillic_ef }, { GDK_KEY_s, GDK_KEY_Cyrillic_yeru },
  { GDK_KEY_d, GDK_KEY_Cyrillic_ve }, { GDK_KEY_f, GDK_KEY_Cyrillic_a }, { GDK_KEY_g, GDK_KEY_Cyrillic_pe },
  { GDK_KEY_h, GDK_KEY_Cyrillic_er }, { GDK_KEY_j, GDK_KEY_Cyrillic_o }, { GDK_KEY_k, GDK_KEY_Cyrillic_el },
  { GDK_KEY_l, GDK_KEY_Cyrillic_de }, { GDK_KEY_z, GDK_KEY_Cyrillic_ya }, { GDK_KEY_x, GDK_KEY_Cyrillic_che },
  { GDK_KEY_c, GDK_KEY_Cyrillic_es }, { GDK_KEY_v, GDK_KEY_Cyrillic_em }, { GDK_KEY_b, GDK_KEY_Cyrillic_i },
  { GDK_KEY_n, GDK_KEY_Cyrillic_te }, { GDK_KEY_m, GDK_KEY_Cyrillic_softsign },
  { GDK_KEY_comma, GDK_KEY_Cyrillic_be },
  { GDK_KEY_Return, GDK_KEY_KP_Enter },
};

/* What the same key says in the Russian layout, the Enter of the number pad for Enter; 0: nothing of the kind. */
static guint
find_russian (guint latin)
{
  for (gsize i = 0; i < G_N_ELEMENTS (twins); i++)
    if (twins[i].latin == latin)
      return twins[i].russian;

  return 0;
}

/**
 * dov_keys_get_latin:
 *
 * Returns: the small letter that stands on the same key in the Latin layout, Enter for that of the number
 *   pad; the key itself when there is none
 */
guint
dov_keys_get_latin (guint key)
{
  guint lower = gdk_keyval_to_lower (key);

  for (gsize i = 0; i < G_N_ELEMENTS (twins); i++)
    if (twins[i].russian == lower)
      return twins[i].latin;

  return lower;
}

/**
 * dov_keys_trigger_new:
 * @key: as GTK writes it: "F4", "<Control>Return", "<Control>e"
 *
 * Returns: (transfer full): a trigger that this key pulls under every layout
 */
GtkShortcutTrigger *
dov_keys_trigger_new (const char *key)
{
  guint keyval = 0, twin;
  GdkModifierType modifiers = 0;

  g_return_val_if_fail (gtk_accelerator_parse (key, &keyval, &modifiers), gtk_never_trigger_get ());

  twin = find_russian (keyval);
  if (twin == 0)
    return gtk_keyval_trigger_new (keyval, modifiers);

  return gtk_alternative_trigger_new (gtk_keyval_trigger_new (keyval, modifiers), gtk_keyval_trigger_new (twin, modifiers));
}

/**
 * dov_keys_class_add:
 * @key: as GTK writes it
 * @action: one without a parameter
 *
 * Lets the key do this under every layout, wherever in such a widget the keyboard is; a text field keeps the keys
 * that it has for its text.
 */
void
dov_keys_class_add (GtkWidgetClass *klass,
                    const char     *key,
                    const char     *action)
{
  g_autoptr (GtkShortcut) shortcut = gtk_shortcut_new (dov_keys_trigger_new (key), gtk_named_action_new (action));

  gtk_widget_class_add_shortcut (klass, shortcut);
}

/**
 * dov_keys_dup_words:
 * @key: as GTK writes it
 *
 * Returns: (transfer full): as it stands on the keys of a keyboard: “Ctrl+Enter”
 */
char *
dov_keys_dup_words (const char *key)
{
  guint keyval = 0;
  GdkModifierType modifiers = 0;
  g_autofree char *name = NULL;

  g_return_val_if_fail (gtk_accelerator_parse (key, &keyval, &modifiers), g_strdup (""));

  name = keyval == GDK_KEY_Return ? g_strdup ("Enter") : g_strdup (gdk_keyval_name (gdk_keyval_to_upper (keyval)));

  return g_strconcat (modifiers & GDK_CONTROL_MASK ? "Ctrl+" : "", modifiers & GDK_ALT_MASK ? "Alt+" : "",
                      modifiers & GDK_SHIFT_MASK ? "Shift+" : "", name, NULL);
}

/**
 * dov_keys_is_save:
 *
 * Returns: whether the key saves what is typed: Ctrl+S and Ctrl+Enter, under every layout
 */
gboolean
dov_keys_is_save (guint           key,
                  GdkModifierType modifiers)
{
  guint letter = dov_keys_get_latin (key);

  return (modifiers & GDK_CONTROL_MASK) != 0 && (letter == GDK_KEY_s || letter == GDK_KEY_Return);
}

/* What is typed in a search goes, and from an empty one this key leads back as from anywhere. */
static void
stop_search_cb (GtkSearchEntry *entry)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (entry), "");
  else
    gtk_widget_activate_action (GTK_WIDGET (entry), "win.back", NULL);
}

/**
 * dov_keys_teach_fields:
 *
 * Lets the fields, texts and lists of GTK know their own keys under the Russian layout where there is no
 * other, and every search what Esc is. Once, before any of them is made.
 */
void
dov_keys_teach_fields (void)
{
  static const struct { GType (*type) (void); guint latin; const char *action; } keys[] = {
    { gtk_text_get_type, GDK_KEY_c, "clipboard.copy" },
    { gtk_text_get_type, GDK_KEY_x, "clipboard.cut" },
    { gtk_text_get_type, GDK_KEY_v, "clipboard.paste" },
    { gtk_text_get_type, GDK_KEY_a, "selection.select-all" },
    { gtk_text_view_get_type, GDK_KEY_c, "clipboard.copy" },
    { gtk_text_view_get_type, GDK_KEY_x, "clipboard.cut" },
    { gtk_text_view_get_type, GDK_KEY_v, "clipboard.paste" },
    { gtk_text_view_get_type, GDK_KEY_a, "selection.select-all" },
    { gtk_label_get_type, GDK_KEY_c, "clipboard.copy" },
    { gtk_label_get_type, GDK_KEY_a, "selection.select-all" },
    { gtk_list_view_get_type, GDK_KEY_a, "list.select-all" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (g_type_class_ref (keys[i].type ()), find_russian (keys[i].latin),
                                         GDK_CONTROL_MASK, keys[i].action, NULL);
  g_type_class_ref (GTK_TYPE_SEARCH_ENTRY);
  g_signal_override_class_handler ("stop-search", GTK_TYPE_SEARCH_ENTRY, G_CALLBACK (stop_search_cb));
}
