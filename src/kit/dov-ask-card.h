/* dov-ask-card.h - a few lines that are asked for in place before something is done */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Signals: "go-on" (): it was answered; "given-up" (): Esc, or left as it is. */
#define DOV_TYPE_ASK_CARD (dov_ask_card_get_type ())
G_DECLARE_FINAL_TYPE (DovAskCard, dov_ask_card, DOV, ASK_CARD, GtkBox)

GtkWidget  *dov_ask_card_new      (const char *title,
                                   const char *go_on);
void        dov_ask_card_add      (DovAskCard *self,
                                   const char *name,
                                   const char *title,
                                   const char *text);
const char *dov_ask_card_get_text (DovAskCard *self,
                                   const char *name);
void        dov_ask_card_add_words  (DovAskCard *self,
                                   const char *words);
void        dov_ask_card_add_choice (DovAskCard *self,
                                   const char *name,
                                   const char *title,
                                   GType       choices);
int         dov_ask_card_get_choice (DovAskCard *self,
                                   const char *name);
void        dov_ask_card_refuse   (DovAskCard *self,
                                   const char *name,
                                   const char *words);
void        dov_ask_card_ask      (DovAskCard *self,
                                   gpointer    from);

G_END_DECLS
