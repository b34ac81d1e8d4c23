/* dov-month-item.h - one thing in a day of a month: an event, a shift */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How it stands in its day: always a sign or an edge, the colour only helps. */
typedef enum
{
  DOV_MONTH_LOOK_PLANNED,    /* a full edge */
  DOV_MONTH_LOOK_DONE,       /* grey, ticked */
  DOV_MONTH_LOOK_DRAFT,      /* dashed */
  DOV_MONTH_LOOK_CANCELLED,  /* struck through */
  DOV_MONTH_LOOK_SOFT,       /* look at it */
  DOV_MONTH_LOOK_CONFLICT,   /* it cannot stay so */
} DovMonthLook;

/**
 * DovMonthItem:
 * @id: of the record it opens
 * @day: where it stands
 * @time: such as 18:00 or 20:00–22:00, bold
 * @text: what it is
 * @detail: more of it, where there is room: in the week
 * @spoken: what somebody who cannot see it is told, with its state in words
 * @is_two_lines: the time stands over the text, not before it
 */
typedef struct
{
  gint64        id;
  GDate         day;
  char         *time;
  char         *text;
  char         *detail;
  char         *spoken;
  DovMonthLook  look;
  gboolean      is_two_lines;
} DovMonthItem;

/* How much of an item is shown. */
typedef enum
{
  DOV_MONTH_ROOM_LINE,   /* one line, cut where it must be */
  DOV_MONTH_ROOM_FULL,   /* two lines */
  DOV_MONTH_ROOM_ALONE,  /* three lines: nothing else is in the day */
  DOV_MONTH_ROOM_WEEK,   /* all of it */
} DovMonthRoom;

DovMonthItem *dov_month_item_new        (gint64              id,
                                         const GDate        *day,
                                         const char         *time,
                                         const char         *text,
                                         DovMonthLook        look);
void          dov_month_item_free       (DovMonthItem       *self);

GtkWidget    *dov_month_item_make       (const DovMonthItem *self,
                                         DovMonthRoom        room);
void          dov_month_item_add_look   (GtkWidget          *widget,
                                         DovMonthLook        look);
const char   *dov_month_look_get_icon   (DovMonthLook        look);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovMonthItem, dov_month_item_free)

G_END_DECLS
