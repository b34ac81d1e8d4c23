/* dov-label.h - words, titles, buttons and boxes of pages, each with its look in one call */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkListItemFactory *dov_label_choices_new (void) G_GNUC_WARN_UNUSED_RESULT;
char      *dov_label_dup_slip  (const char *meant) G_GNUC_WARN_UNUSED_RESULT;
void       dov_label_show_slip (gpointer    label,
                                const char *meant);
GtkWidget *dov_label_new   (const char *words,
                            const char *css);
void       dov_label_tell_cut (gpointer label);
GtkWidget *dov_heading_new (const char *words,
                            const char *css);
GtkWidget *dov_key_new     (const char *key);
GtkWidget *dov_button_new  (const char *label,
                            const char *css,
                            GCallback   clicked,
                            gpointer    of);
GtkWidget *dov_mnemonic_button_new (const char *label);
GtkWidget *dov_button_fill (GtkWidget  *button,
                            const char *icon,
                            const char *label,
                            const char *key);
void       dov_name_widget (gpointer    widget,
                            const char *words);
void       dov_name_by_tips (GtkWidget *inside);
const char *dov_get_name   (gpointer    widget);
void       dov_hush_unseen (GtkStack   *stack);
void       dov_set_class   (gpointer    widget,
                            const char *css,
                            gboolean    has_it);
void       dov_clear_box   (gpointer    box);

G_END_DECLS
