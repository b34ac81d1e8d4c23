/* dov-badge.h - a state as people see it: a sign, a word beside it, and a colour that only helps */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DovSign:
 * @icon: (nullable): the name of a symbolic icon
 * @look: (nullable): accent, success, warning, error or plain; %NULL is grey
 *
 * How a state looks. The word is not part of it: a sign is never alone.
 */
typedef struct
{
  const char *icon;
  const char *look;
} DovSign;

GtkWidget *dov_badge_new        (const char    *words,
                                 const DovSign *sign);
void       dov_badge_show       (GtkWidget     *badge,
                                 const char    *words,
                                 const DovSign *sign);

G_END_DECLS
