/* dov-volunteer-page.h - one volunteer: consent, hours entered in one line, sums by month and kind */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-subject-page.h"

extern const DovSubject dov_volunteer_subject;
