/* dov-seats.h - the places at an event with registration, and who waits for one (E4) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-attendance.h"
#include "dov-event.h"
#include "dov-store.h"

G_BEGIN_DECLS

/**
 * DovSeats:
 * @limit: how many may put their names down; %DOV_UNKNOWN without a limit
 * @capacity: how many the lounge holds; %DOV_UNKNOWN when nobody said
 * @taken: those who put their names down, also those of them who came
 * @waiting: those who wait for a place
 * @came: all who came, by name or not
 */
typedef struct
{
  gint64 limit;
  gint64 capacity;
  gint64 taken;
  gint64 waiting;
  gint64 came;
} DovSeats;

gboolean            dov_seats_count         (DovStore       *store,
                                             DovEvent       *event,
                                             DovSeats       *seats,
                                             GError        **error);
gint64              dov_seats_get_free      (const DovSeats *seats);
gint64              dov_seats_get_over      (const DovSeats *seats);
gboolean            dov_seats_give          (DovStore       *store,
                                             DovEvent       *event,
                                             GError        **error);
DovAttendanceStatus dov_seats_choose_status (DovStore       *store,
                                             DovEvent       *event);

/* Rules. */
void dov_seats_rules_install (DovStore *store);

G_END_DECLS
