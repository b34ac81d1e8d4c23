/* dov-series-page.h - a series of events: what it is, its events, and making them for a span of time */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-subject-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_SERIES_PAGE (dov_series_page_get_type ())
G_DECLARE_FINAL_TYPE (DovSeriesPage, dov_series_page, DOV, SERIES_PAGE, DovSubjectPage)

extern const DovSubject dov_series_subject;


G_END_DECLS
