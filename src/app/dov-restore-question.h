/* dov-restore-question.h - whose a copy is and what putting it back would take away, asked before it is done */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void dov_restore_question_ask (GtkWindow      *window,
                               const char     *path,
                               const char     *copy,
                               void          (*wanted) (gpointer data),
                               gpointer        data,
                               GDestroyNotify  free_data);

G_END_DECLS
