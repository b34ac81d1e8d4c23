/* dov-period.h - the periods that papers are made for: month, quarter, half-year, nine months, year, any dates */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DOV_PERIOD_DAY       = 1 << 0,
  DOV_PERIOD_MONTH     = 1 << 1,
  DOV_PERIOD_QUARTER   = 1 << 2,
  DOV_PERIOD_HALF_YEAR = 1 << 3,
  DOV_PERIOD_NINE      = 1 << 4,
  DOV_PERIOD_YEAR      = 1 << 5,
  DOV_PERIOD_PROJECT   = 1 << 6,
  DOV_PERIOD_DATES     = 1 << 7,
} DovPeriodKind;

typedef struct
{
  DovPeriodKind kind;
  GDate         from;  /* both days inclusive */
  GDate         to;
} DovPeriod;

DovPeriod  dov_period_around        (DovPeriodKind    kind,
                                     const GDate     *day);
DovPeriod  dov_period_between       (const GDate     *from,
                                     const GDate     *to);
DovPeriod  dov_period_step          (const DovPeriod *period,
                                     int              steps);
char      *dov_period_to_shown      (const DovPeriod *period) G_GNUC_WARN_UNUSED_RESULT;

/* Official papers, always Russian: «за март 2027 года»,
 * «за I квартал 2027 года»; and the part of a file's name: 2027-03, 2027-кв1. */
char      *dov_period_to_words      (const DovPeriod *period) G_GNUC_WARN_UNUSED_RESULT;
char      *dov_period_to_plain      (const DovPeriod *period) G_GNUC_WARN_UNUSED_RESULT;
char      *dov_period_to_file_part  (const DovPeriod *period) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
