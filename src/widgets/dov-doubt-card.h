/* dov-doubt-card.h - what cannot stay so, or is to be looked at: when, in words, and with its ways out */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is asked on the way out is answered in the card, instead of its buttons. */
#define DOV_TYPE_DOUBT_CARD (dov_doubt_card_get_type ())
G_DECLARE_FINAL_TYPE (DovDoubtCard, dov_doubt_card, DOV, DOUBT_CARD, GtkBox)

GtkWidget *dov_doubt_card_new     (gboolean      is_warning,
                                   const char   *lead,
                                   const char   *words,
                                   const char   *more);
GtkWidget *dov_doubt_card_add_way (DovDoubtCard *self,
                                   const char   *label);

/* Cards with their title and count, one under the other, beside the days of a month. */
void       dov_doubt_card_append  (GtkBox       *side,
                                   const char   *title,
                                   GPtrArray    *cards,
                                   guint         most,
                                   const char   *rest);

G_END_DECLS
