/* dov-change-lines.h - what becomes of whom and of what, told before it is done */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-section-box.h"

G_BEGIN_DECLS

GtkWidget *dov_change_lines_new      (void);
void       dov_change_lines_show     (DovSectionBox *self,
                                      GPtrArray     *changes,
                                      const char    *refusal);
GtkWidget *dov_change_lines_pick_new (const char        *title,
                                      const char        *about,
                                      const char *const *words,
                                      guint              chosen);

G_END_DECLS
