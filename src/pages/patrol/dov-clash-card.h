/* dov-clash-card.h - a clash of the roster in words, with its ways out */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-roster.h"

G_BEGIN_DECLS

GtkWidget *dov_clash_card_new (DovStore       *store,
                               const DovClash *clash);

G_END_DECLS
