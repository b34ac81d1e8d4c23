/* dov-band.h - the age bands in which people are counted, and ages in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DOV_BAND_UNKNOWN = -1,
  DOV_BAND_0_6,
  DOV_BAND_7_13,
  DOV_BAND_14_17,
  DOV_BAND_18_35,
  DOV_BAND_36_59,
  DOV_BAND_60,
  DOV_N_BANDS,
} DovBand;

DovBand     dov_band_of_age         (int          age);
DovBand     dov_band_of_year        (int          birth_year,
                                     const GDate *on);
const char *dov_band_get_field      (DovBand      band);
const char *dov_band_get_label      (DovBand      band);

/* Official papers, always Russian: «13 лет», «8 мес.», «около 13 лет». */
char       *dov_age_to_words        (const GDate *born,
                                     const GDate *on) G_GNUC_WARN_UNUSED_RESULT;
char       *dov_age_of_year_to_words (int         birth_year,
                                     const GDate *on) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
