/* dov-holiday.h - the days on which the whole country does not work */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean dov_day_is_holiday (const GDate *day);

G_END_DECLS
