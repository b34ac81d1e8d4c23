/* dov-keys.h - keys that answer under every layout, and how they are called */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkShortcutTrigger  *dov_keys_trigger_new  (const char *key) G_GNUC_WARN_UNUSED_RESULT;
void                 dov_keys_class_add    (GtkWidgetClass *klass,
                                            const char     *key,
                                            const char     *action);
char                *dov_keys_dup_words    (const char *key) G_GNUC_WARN_UNUSED_RESULT;

void                 dov_keys_teach_fields (void);
guint                dov_keys_get_latin    (guint           key);
gboolean             dov_keys_is_save      (guint           key,
                                            GdkModifierType modifiers);

G_END_DECLS
