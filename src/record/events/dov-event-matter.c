/* dov-event-matter.c - what an event is about and for whom: direction, audience, age mark */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event-matter.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovDirection, dov_direction,
  { DOV_DIRECTION_LEISURE, N_("leisure"), "leisure" },
  { DOV_DIRECTION_CREATIVITY, N_("creativity"), "creativity" },
  { DOV_DIRECTION_CINEMA, N_("cinema"), "cinema" },
  { DOV_DIRECTION_PARENTING, N_("parenting"), "parenting" },
  { DOV_DIRECTION_PREVENTION, N_("prevention"), "prevention" },
  { DOV_DIRECTION_CAREER, N_("career guidance"), "career" },
  { DOV_DIRECTION_FINANCE, N_("financial literacy"), "finance" },
  { DOV_DIRECTION_PATRIOTIC, N_("patriotic"), "patriotic" },
  { DOV_DIRECTION_SPORT, N_("sport"), "sport" },
  { DOV_DIRECTION_ECOLOGY, N_("ecology"), "ecology" },
  { DOV_DIRECTION_CHARITY, N_("charity"), "charity" },
  { DOV_DIRECTION_METHODICAL, N_("methodical (sharing experience)"), "methodical" })

DOV_DEFINE_CHOICES (
  DovAudience, dov_audience,
  { DOV_AUDIENCE_CHILDREN, N_("children under 14"), "children" },
  { DOV_AUDIENCE_YOUTH, N_("young people 14–35"), "youth" },
  { DOV_AUDIENCE_FAMILY, N_("families (mixed)"), "family" },
  { DOV_AUDIENCE_ADULTS, N_("adults"), "adults" },
  { DOV_AUDIENCE_PARENTS, N_("parents"), "parents" },
  { DOV_AUDIENCE_SENIOR, N_("older generation"), "senior" },
  { DOV_AUDIENCE_ALL, N_("everybody"), "all" })

DOV_DEFINE_CHOICES (
  DovAgeMark, dov_age_mark,
  { DOV_AGE_MARK_0, N_("0+"), "0+" },
  { DOV_AGE_MARK_6, N_("6+"), "6+" },
  { DOV_AGE_MARK_12, N_("12+"), "12+" },
  { DOV_AGE_MARK_16, N_("16+"), "16+" },
  { DOV_AGE_MARK_18, N_("18+"), "18+" })
