/* dov-family-page.h - one family: who belongs to it, its categories, visits, home and history */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-subject-page.h"

extern const DovSubject dov_family_subject;
