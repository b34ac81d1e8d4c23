/* dov-curfew-rule.h - from which hour and up to which age children are not out alone at night */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_CURFEW_RULE (dov_curfew_rule_get_type ())
G_DECLARE_FINAL_TYPE (DovCurfewRule, dov_curfew_rule, DOV, CURFEW_RULE, DovRecord)

struct _DovCurfewRule
{
  DovRecord parent_instance;

  char    *region;
  gint64   age_limit;
  char    *season_since;
  char    *season_until;
  DovTime  night_start;
  DovTime  night_end;
  GDate   *since;
  GDate   *until;
  char    *law;
};

gboolean dov_curfew_rule_covers (DovCurfewRule *self,
                                 const GDate   *date);

G_END_DECLS
