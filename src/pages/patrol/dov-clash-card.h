/* dov-clash-card.h - what cannot stay so on the roster, or is to be looked at, in words and with its ways out */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-roster.h"

G_BEGIN_DECLS

#define DOV_TYPE_CLASH_CARD (dov_clash_card_get_type ())
G_DECLARE_FINAL_TYPE (DovClashCard, dov_clash_card, DOV, CLASH_CARD, GtkBox)

GtkWidget *dov_clash_card_new       (DovStore       *store,
                                     const DovClash *clash);
GtkWidget *dov_clash_card_new_plain (const char     *lead,
                                     const char     *words,
                                     const char     *more);
GtkWidget *dov_clash_card_add_way   (DovClashCard   *self,
                                     const char     *label);

G_END_DECLS
