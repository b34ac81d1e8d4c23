/* dov-visitor.h - somebody sits beside the desk: what others may not read is covered at once, everywhere */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef void (*DovVisitorChanged) (GtkWidget *widget,
                                   gboolean   is_near);

gboolean   dov_visitor_is_near  (void);
void       dov_visitor_set_near (gboolean           is_near);
void       dov_visitor_watch    (GtkWidget         *widget,
                                 DovVisitorChanged  changed);
void       dov_visitor_hide     (GtkWidget         *widget);
void       dov_visitor_set_label
                                (GtkLabel          *label,
                                 const char        *words);
gboolean   dov_visitor_may_see  (const char        *typed,
                                 guint              n_found);
const char *dov_visitor_get_hint (void);
void       dov_visitor_watch_dialog
                                (GtkWidget         *dialog);
GtkWidget *dov_visitor_question_new
                                (GtkWindow         *over,
                                 const char        *title,
                                 const char        *words);

/* What was asked first is wanted, or not. */
typedef void (*DovVisitorAnswered) (gboolean           is_wanted,
                                    gpointer           data);

void       dov_visitor_ask      (GtkWidget         *near,
                                 const char        *question,
                                 const char        *keep,
                                 const char        *go_on,
                                 DovVisitorAnswered answered,
                                 gpointer           data);

/* Holds one widget that is not there while a visitor is near. */
#define DOV_TYPE_VEIL (dov_veil_get_type ())
G_DECLARE_FINAL_TYPE (DovVeil, dov_veil, DOV, VEIL, AdwBin)

GtkWidget *dov_veil_new         (GtkWidget         *child);

G_END_DECLS
