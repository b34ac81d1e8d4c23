/* dov-events-looks.h - what events, series and plans look like: form, list, signs of states */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

void dov_events_looks_tell (void);
