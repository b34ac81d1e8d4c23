/* dov-stranger.h - a new person entered where they are met: name, age, village; nobody twice (V9) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-person.h"
#include "dov-store.h"

G_BEGIN_DECLS

/* Signals: "entered" (DovPerson person): a new card, or the one that was there already; "dismissed". */
#define DOV_TYPE_STRANGER (dov_stranger_get_type ())
G_DECLARE_FINAL_TYPE (DovStranger, dov_stranger, DOV, STRANGER, GtkBox)

GtkWidget *dov_stranger_new       (DovStore    *store);
void       dov_stranger_begin     (DovStranger *self,
                                   const char  *typed,
                                   gint64       settlement);
gboolean   dov_stranger_read_age  (const char  *typed,
                                   DovPerson   *person,
                                   GError     **error);

G_END_DECLS
