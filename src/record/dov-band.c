/* dov-band.c - the age bands in which people are counted, and ages in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-band.h"

#include "dov-calendar.h"
#include "dov-number.h"

#include <glib/gi18n.h>

/* The columns of the headcount. The last band has no upper end. */
static const struct
{
  const char *field;
  const char *label;
  int         oldest;
} bands[DOV_N_BANDS] = {
  [DOV_BAND_0_6] = { "b0_6", N_("0–6 years"), 6 },
  [DOV_BAND_7_13] = { "b7_13", N_("7–13 years"), 13 },
  [DOV_BAND_14_17] = { "b14_17", N_("14–17 years"), 17 },
  [DOV_BAND_18_35] = { "b18_35", N_("18–35 years"), 35 },
  [DOV_BAND_36_59] = { "b36_59", N_("36–59 years"), 59 },
  [DOV_BAND_60] = { "b60", N_("60 years and older"), G_MAXINT },
};

/**
 * dov_band_of_age:
 * @age: full years; below zero before birth
 *
 * Returns: the band, %DOV_BAND_UNKNOWN before birth
 */
DovBand
dov_band_of_age (int age)
{
  if (age < 0)
    return DOV_BAND_UNKNOWN;

  for (DovBand band = 0; band < DOV_N_BANDS; band++)
    if (age <= bands[band].oldest)
      return band;

  return DOV_BAND_UNKNOWN;
}

/**
 * dov_band_of_year:
 *
 * Returns: the band of somebody of whom only the year of birth is known;
 *   %DOV_BAND_UNKNOWN when it depends on the birthday
 */
DovBand
dov_band_of_year (int          birth_year,
                  const GDate *on)
{
  int age = g_date_get_year (on) - birth_year;
  DovBand band = dov_band_of_age (age);

  return age == 0 || dov_band_of_age (age - 1) == band ? band : DOV_BAND_UNKNOWN;
}

/**
 * dov_band_get_field:
 *
 * Returns: the field of the headcount, such as b7_13
 */
const char *
dov_band_get_field (DovBand band)
{
  g_return_val_if_fail (band >= 0 && band < DOV_N_BANDS, NULL);

  return bands[band].field;
}

/**
 * dov_band_get_label:
 *
 * Returns: what people read, in the language of the interface
 */
const char *
dov_band_get_label (DovBand band)
{
  g_return_val_if_fail (band >= 0 && band < DOV_N_BANDS, NULL);

  return _(bands[band].label);
}

static int
months_between (const GDate *born,
                const GDate *on)
{
  int months = (g_date_get_year (on) - g_date_get_year (born)) * 12 +
               (int) g_date_get_month (on) - (int) g_date_get_month (born);

  return g_date_get_day (on) < g_date_get_day (born) ? months - 1 : months;
}

/**
 * dov_age_to_words:
 * @born: (nullable): the date of birth
 *
 * Returns: (transfer full): «13 лет», «1 год», «8 мес.» in the first year;
 *   empty before birth and while nobody knows
 */
char *
dov_age_to_words (const GDate *born,
                  const GDate *on)
{
  int age = born ? dov_age_on (born, on) : -1;

  if (age < 0)
    return g_strdup ("");
  if (age == 0)
    return g_strdup_printf ("%d\u00a0мес.", months_between (born, on));

  return g_strdup_printf ("%d\u00a0%s", age, dov_plural (age, "год", "года", "лет"));
}

/**
 * dov_age_of_year_to_words:
 *
 * Returns: (transfer full): «около 13 лет», for a person of whom only the year
 *   of birth is known
 */
char *
dov_age_of_year_to_words (int          birth_year,
                          const GDate *on)
{
  int age = g_date_get_year (on) - birth_year;

  return age < 0 ? g_strdup ("") : g_strdup_printf ("около %d\u00a0%s", age, dov_plural (age, "года", "лет", "лет"));
}
