/* dov-trip-page.h - an outreach trip: who goes, which families were visited, who may be visited next */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-look.h"

G_BEGIN_DECLS

extern const DovSubject dov_trip_subject;

G_END_DECLS
