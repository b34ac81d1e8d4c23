/* dov-walk-in.h - somebody new in one line: name, age or year, village; nobody twice (V9) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-door.h"

G_BEGIN_DECLS

/* Signals: "entered" (DovPerson draft): somebody new, to be marked; answered with
 * dov_walk_in_done() or dov_walk_in_refuse(). "known" (gint64 person_id): it is
 * somebody who has a card. "typed" (const char *name). "left": Esc. */
#define DOV_TYPE_WALK_IN (dov_walk_in_get_type ())
G_DECLARE_FINAL_TYPE (DovWalkIn, dov_walk_in, DOV, WALK_IN, GtkBox)

GtkWidget *dov_walk_in_new        (DovDoor      *door,
                                   const char   *source);
void       dov_walk_in_set_words  (DovWalkIn    *self,
                                   const char   *heading,
                                   const char   *key,
                                   const char   *hint);
void       dov_walk_in_begin      (DovWalkIn    *self,
                                   const char   *typed);
void       dov_walk_in_done       (DovWalkIn    *self);
void       dov_walk_in_refuse     (DovWalkIn    *self,
                                   DovPerson    *draft,
                                   const GError *error);
gboolean   dov_walk_in_has_focus  (DovWalkIn    *self);
gboolean   dov_walk_in_is_empty   (DovWalkIn    *self);
void       dov_walk_in_keep       (DovWalkIn    *self);

G_END_DECLS
