/* dov-calendar.h - dates, times and moments: today, what people type, what files and papers hold */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DovTime:
 *
 * Minutes since midnight, 0 to 1439; %DOV_NO_TIME while unknown.
 */
typedef gint16 DovTime;
#define DOV_NO_TIME ((DovTime) -1)

/**
 * DovDateOrder:
 *
 * What a date with slashes says of the order of its parts: 30/7/2015 and
 * 7/30/2015 say it, 3/4/2015 does not, 5/5/2015 and 3.4.2015 do not need it.
 */
typedef enum
{
  DOV_DATE_ORDER_PLAIN,
  DOV_DATE_ORDER_EITHER,
  DOV_DATE_ORDER_DAY_FIRST,
  DOV_DATE_ORDER_MONTH_FIRST,
} DovDateOrder;

void       dov_clock_set             (GDateTime   *now);
GDateTime *dov_clock_dup_now         (void) G_GNUC_WARN_UNUSED_RESULT;
GDate      dov_today                 (void);

/* What files hold: 2027-03-05, 18:30, 2027-03-05T18:30. The empty text is "unknown". */
char      *dov_date_to_iso           (const GDate *date) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dov_date_from_iso         (const char  *text,
                                      GDate      **date);
char      *dov_time_to_iso           (DovTime      time) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dov_time_from_iso         (const char  *text,
                                      DovTime     *time);
char      *dov_moment_to_iso         (GDateTime   *moment) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dov_moment_from_iso       (const char  *text,
                                      GDateTime  **moment);

/* What people type and read: 05.03.2027, 18:30, 05.03.2027 18:30. */
char      *dov_date_to_shown         (const GDate *date) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dov_date_from_typed       (const char  *text,
                                      GDate      **date,
                                      GError     **error);
gboolean   dov_birth_from_typed      (const char  *text,
                                      GDate      **date,
                                      GError     **error);
DovDateOrder dov_date_find_order     (const char  *text);
char      *dov_date_put_day_first    (const char  *text,
                                      DovDateOrder order) G_GNUC_WARN_UNUSED_RESULT;
char      *dov_time_to_shown         (DovTime      time) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dov_time_from_typed       (const char  *text,
                                      DovTime     *time,
                                      GError     **error);
char      *dov_moment_to_shown       (GDateTime   *moment) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dov_moment_from_typed     (const char  *text,
                                      GDateTime  **moment,
                                      GError     **error);

GDateTime *dov_moment_new            (const GDate *date,
                                      DovTime      time) G_GNUC_WARN_UNUSED_RESULT;
GDate      dov_moment_get_date       (GDateTime   *moment);
DovTime    dov_moment_get_time       (GDateTime   *moment);

int        dov_age_on                (const GDate *born,
                                      const GDate *on);

/* Words of the calendar, in the language of the interface. */
const char *dov_month_name           (GDateMonth   month);
const char *dov_month_name_of        (GDateMonth   month);
const char *dov_month_name_in    (GDateMonth   month);
const char *dov_weekday_short        (GDateWeekday weekday);
const char *dov_weekday_name         (GDateWeekday weekday);
char       *dov_date_to_words        (const GDate *date) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
