/* dov-today-private.h - the parts that «Сегодня» is made of */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-shell.h"

G_BEGIN_DECLS

/* “march” → “March”: the first word of a line. */
char      *dov_today_dup_capital (const char *words) G_GNUC_WARN_UNUSED_RESULT;

/* The figures of the month and the attendance by month. */
GtkWidget *dov_today_month_new   (DovStore *store,
                                  gint64    lounge);

/* Whether there is a fresh copy, and a button to make one. */
GtkWidget *dov_today_safety_new  (DovStore *store);

/* What is due, overdue or comes soon, and who walks this evening; NULL when there is nothing. */
GtkWidget *dov_today_waiting_new (DovStore *store,
                                  gint64    lounge,
                                  guint    *n_late);
GtkWidget *dov_today_shifts_new  (DovStore *store,
                                  gint64    lounge);

/* Danger to life that nobody has answered, and families that wait; NULL when there are none. */
GtkWidget *dov_today_dangers_new  (DovStore *store,
                                   gint64    lounge);
GtkWidget *dov_today_families_new (DovStore *store,
                                   gint64    lounge);

/* Forms that were begun; NULL when there are none. */
GtkWidget *dov_today_drafts_new  (DovStore *store);

/* Events in three groups: today, the coming week, past but not marked; NULL when there are none. */
GtkWidget *dov_today_events_new  (DovStore *store,
                                  gint64    lounge,
                                  guint    *n_events);
GtkWidget *dov_today_coming_new  (DovStore *store,
                                  gint64    lounge,
                                  guint    *n_events);
GtkWidget *dov_today_overdue_new (DovStore *store,
                                  gint64    lounge,
                                  guint    *n_events);

G_END_DECLS
