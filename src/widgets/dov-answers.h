/* dov-answers.h - where it is answered what was asked for: on the page, or in a part that has a place of its own */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

void dov_answers_set   (GtkWidget *part,
                        GtkBox    *answers);
void dov_answers_show  (gpointer   from,
                        GtkWidget *notice);
void dov_answers_clear (gpointer   from);

G_END_DECLS
