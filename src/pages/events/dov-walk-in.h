/* dov-walk-in.h - somebody new in one line: name, age or year, village; nobody twice (V9) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-event.h"
#include "dov-store.h"

G_BEGIN_DECLS

/**
 * DovWalkInPlace:
 * @source: (nullable): by which what is half typed is found again in this place
 *   only; %NULL: whatever was half typed at the event
 * @heading: (nullable): what the line is for; %NULL: the page says so itself
 * @key: (nullable): the key that leads to it
 * @hint: what stands under it
 * @verb: of its button
 * @is_paper: they are entered from a paper: nobody knows when they came in
 * @passes: stands there only while somebody is entered, in a narrow column: it
 *   can be left by a button too, and what was typed is put away
 */
typedef struct
{
  const char *source;
  const char *heading;
  const char *key;
  const char *hint;
  const char *verb;
  gboolean    is_paper;
  gboolean    passes;
} DovWalkInPlace;

/* Signals: "marked" (const char *name): the card is made and marked, the line is empty again. "refused": it
 * was not, and the line says why. "known" (gint64 person_id): it is somebody who has a card.
 * "typed" (const char *name). "left": Esc. */
#define DOV_TYPE_WALK_IN (dov_walk_in_get_type ())
G_DECLARE_FINAL_TYPE (DovWalkIn, dov_walk_in, DOV, WALK_IN, GtkBox)

GtkWidget *dov_walk_in_new         (DovStore             *store,
                                    DovEvent             *event,
                                    const DovWalkInPlace *place);
void       dov_walk_in_set_heading (DovWalkIn            *self,
                                    const char           *heading);
void       dov_walk_in_begin       (DovWalkIn            *self,
                                    const char           *typed);
void       dov_walk_in_focus       (DovWalkIn            *self);
gboolean   dov_walk_in_has_focus   (DovWalkIn            *self);
gboolean   dov_walk_in_is_empty    (DovWalkIn            *self);
gboolean   dov_walk_in_is_untouched (DovWalkIn           *self);
void       dov_walk_in_select      (DovWalkIn            *self);

/* Nothing typed is lost: what stands in the line is kept in the file. */
void       dov_walk_in_keep        (DovWalkIn            *self);
gboolean   dov_walk_in_take_up     (DovWalkIn            *self,
                                    gint64                number);
gint64     dov_walk_in_get_event   (DovRecord            *draft);

G_END_DECLS
