/* dov-stranger.h - a new person entered where they are met: name, age, village; nobody twice (V9) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-event.h"
#include "dov-person.h"
#include "dov-store.h"

G_BEGIN_DECLS

/* Under these names it lies beside the fields of a kept draft. */
#define DOV_STRANGER_KEPT_EVENT "stranger.event"
#define DOV_STRANGER_KEPT_AGE "stranger.age"
#define DOV_STRANGER_KEPT_VILLAGE "stranger.village"
#define DOV_STRANGER_KEPT_SOURCE "stranger.source"   /* of the one line at the door or the sheet */

/* Signals: "entered" (DovPerson person): a new card, or the one that was there already; "dismissed". */
#define DOV_TYPE_STRANGER (dov_stranger_get_type ())
G_DECLARE_FINAL_TYPE (DovStranger, dov_stranger, DOV, STRANGER, GtkBox)

GtkWidget *dov_stranger_new       (DovStore    *store,
                                   DovEvent    *event);
void       dov_stranger_begin     (DovStranger *self,
                                   const char  *typed,
                                   gint64       settlement);
void       dov_stranger_focus     (DovStranger *self);

/* Nothing typed is lost: what stands in the form is kept in the file. */
void       dov_stranger_keep      (DovStranger *self);
gboolean   dov_stranger_take_up   (DovStranger *self,
                                   gint64       number);
gint64     dov_stranger_get_event (DovRecord   *draft);
gboolean   dov_stranger_read_age  (const char  *typed,
                                   DovPerson   *person,
                                   GError     **error);

G_END_DECLS
