/* dov-month.h - a month of days, in the words of the interface */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DOV_TYPE_MONTH (dov_month_get_type ())
G_DECLARE_FINAL_TYPE (DovMonth, dov_month, DOV, MONTH, GtkWidget)

/* Signal: "chosen" (GDate *date): a day was clicked or Enter pressed on it. */
GtkWidget *dov_month_new          (void);
void       dov_month_set_chosen   (DovMonth    *self,
                                   const GDate *date);

/* The Monday with which the 42 days of a month's sheet begin. */
GDate      dov_month_first_shown  (GDateYear    year,
                                   GDateMonth   month);

G_END_DECLS
