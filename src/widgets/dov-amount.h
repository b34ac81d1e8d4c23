/* dov-amount.h - how much of a thing: typed, or one more and one less by arrows and buttons */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Signals: "changed" (): something else stands in it; "activate" (): Enter was pressed. */
#define DOV_TYPE_AMOUNT (dov_amount_get_type ())
G_DECLARE_FINAL_TYPE (DovAmount, dov_amount, DOV, AMOUNT, GtkWidget)

GtkWidget  *dov_amount_new       (const char *label);
GtkWidget  *dov_amount_get_field (DovAmount  *self);

G_END_DECLS
