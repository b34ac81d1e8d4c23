/* dov-period-bar.h - a period chosen by buttons: month, quarter… year, with arrows; or typed from and to */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-period.h"

G_BEGIN_DECLS

/* Signal: "changed": another period is chosen and sound. */
#define DOV_TYPE_PERIOD_BAR (dov_period_bar_get_type ())
G_DECLARE_FINAL_TYPE (DovPeriodBar, dov_period_bar, DOV, PERIOD_BAR, GtkBox)

GtkWidget       *dov_period_bar_new       (void);
void             dov_period_bar_set_kinds (DovPeriodBar    *self,
                                           DovPeriodKind    kinds);
void             dov_period_bar_set       (DovPeriodBar    *self,
                                           const DovPeriod *period);
const DovPeriod *dov_period_bar_get       (DovPeriodBar    *self);

G_END_DECLS
