/* dov-register-holds.h - which entry of a register says what holds */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* SQL about an entry of a register: the last of its chain, neither taken off nor cancelled as mistaken. */
#define DOV_REGISTER_HOLDS(r) \
  "(" r ".off_date IS NULL AND " r ".step <> 'cancelled'" \
  " AND NOT EXISTS (SELECT 1 FROM live_register_entry later_ WHERE later_.previous_id = " r ".id))"
