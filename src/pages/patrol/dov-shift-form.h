/* dov-shift-form.h - the plan of a shift: when, where, and of a new one who walks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-look.h"

G_BEGIN_DECLS

/* A shift is found by its day, its patrol and who walks. */
#define DOV_SHIFTS_SOUGHT \
  "SELECT s.id FROM patrol_shift s JOIN patrol t ON t.id = s.patrol_id " \
  "LEFT JOIN patrol_route r ON r.id = s.route_id WHERE holds (t.key, ?w) OR holds (r.key, ?w) " \
  "OR holds (strftime ('%d %m %Y', s.starts_at), ?w) " \
  "UNION SELECT m.shift_id FROM live_person p CROSS JOIN patrol_member w ON w.person_id = p.id " \
  "CROSS JOIN live_shift_member m ON m.member_id = w.id " \
  "WHERE holds (p.key, ?w)"

extern const DovLook dov_shift_look;

G_END_DECLS
