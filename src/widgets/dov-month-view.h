/* dov-month-view.h - a month or a week with what is in its days, walked by keyboard, and what stands beside it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-month-item.h"

G_BEGIN_DECLS

/* Property "week": one week with more of each thing, instead of a month.
 *
 * Signals: "span-changed": other days are shown, so their items are wanted;
 * "opened" (gint64 id): an item was clicked or Enter pressed on it;
 * "day-opened" (GDate *day): Enter or a double click on a day itself.
 *
 * Keys: the arrows walk through days and the things in them, Page Up and Page
 * Down go by months (weeks), Home goes to today. */
#define DOV_TYPE_MONTH_VIEW (dov_month_view_get_type ())
G_DECLARE_FINAL_TYPE (DovMonthView, dov_month_view, DOV, MONTH_VIEW, GtkBox)

GtkWidget *dov_month_view_new         (const char   *label);
void       dov_month_view_get_span    (DovMonthView *self,
                                       GDate        *first,
                                       GDate        *last);
GDate      dov_month_view_get_day     (DovMonthView *self);
void       dov_month_view_set_day     (DovMonthView *self,
                                       const GDate  *day);
void       dov_month_view_take_items  (DovMonthView *self,
                                       GPtrArray    *items);
void       dov_month_view_mark_day    (DovMonthView *self,
                                       const GDate  *day,
                                       const char   *words);
void       dov_month_view_focus       (DovMonthView *self);

/* Around the days. */
void       dov_month_view_set_summary (DovMonthView *self,
                                       const char   *words);
GtkWidget *dov_month_view_add_mode    (DovMonthView *self,
                                       const char   *label);
GtkBox    *dov_month_view_get_tools   (DovMonthView *self);
GtkBox    *dov_month_view_get_side    (DovMonthView *self);
void       dov_month_view_show_side   (DovMonthView *self,
                                       gboolean      is_shown);
void       dov_month_view_add_legend  (DovMonthView *self,
                                       DovMonthLook  look,
                                       const char   *words);
void       dov_month_view_set_note    (DovMonthView *self,
                                       const char   *words);

G_END_DECLS
