/* dov-club-page.h - one group: its figures, members, sessions, schedule, achievements, passport */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-subject-page.h"

extern const DovSubject dov_club_subject;
