/* dov-keep-shown.h - a page of its own kind is shown anew when an operation has ended */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "dov-store.h"

G_BEGIN_DECLS

typedef void (*DovShow) (gpointer widget);

void dov_keep_shown (gpointer  widget,
                     DovStore *store,
                     DovShow   show);

G_END_DECLS
