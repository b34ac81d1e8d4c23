/* dov-month-view-private.h - what the files of the month view share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-month-view.h"

G_BEGIN_DECLS

struct _DovMonthView
{
  GtkBox      parent_instance;

  char       *label;
  GDate       cursor;       /* the day the keyboard stands on; its month or week is shown */
  guint       stop;         /* 0: on the day itself, then the things in it */
  gboolean    is_week;
  GPtrArray  *items;        /* DovMonthItem, in the order of their days and times */
  GHashTable *marks;        /* the julian number of a day: words beside its number */

  AdwBin     *head;
  GtkWidget  *heading;
  GtkWidget  *summary;
  GtkWidget  *modes;
  GtkWidget  *month_mode;
  GtkWidget  *week_mode;
  GtkWidget  *tools;
  GtkWidget  *weekdays;
  GtkWidget  *days;
  GtkWidget  *side;
  AdwBin     *legend_place;
  GtkWidget  *legend;
  GtkWidget  *note;
};

void       dov_month_view_emit_opened     (DovMonthView   *self,
                                           gint64          id);
void       dov_month_view_emit_day_opened (DovMonthView   *self,
                                           const GDate    *day);
void       dov_month_view_show_week_of    (DovMonthView   *self,
                                           const GDate    *day);
void       dov_month_view_go_to           (DovMonthView   *self,
                                           const GDate    *day,
                                           guint           stop);
void       dov_month_view_step            (DovMonthView   *self,
                                           int             steps);

/* dov-month-view-sheet.c */
void       dov_month_view_fill            (DovMonthView   *self);
GtkWidget *dov_month_view_find_day        (DovMonthView   *self,
                                           const GDate    *day);
GPtrArray *dov_month_view_list_stops      (GtkWidget      *day) G_GNUC_WARN_UNUSED_RESULT;

/* dov-month-view-keys.c */
void       dov_month_view_add_keys        (DovMonthView   *self);
void       dov_month_view_stand           (DovMonthView   *self,
                                           gboolean        takes_focus);

G_END_DECLS
