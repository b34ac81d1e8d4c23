/* dov-rules-private.h - the groups of rules, and what they share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

void   dov_person_rules_install (DovStore   *store);
void   dov_family_rules_install (DovStore   *store);
void   dov_household_rules_install (DovStore *store);
void   dov_event_rules_install  (DovStore   *store);
void   dov_event_time_rules_install (DovStore *store);
void   dov_event_part_rules_install (DovStore *store);
void   dov_seats_rules_install  (DovStore   *store);
void   dov_club_rules_install   (DovStore   *store);
void   dov_volunteer_rules_install (DovStore *store);
void   dov_submitted_rules_install (DovStore *store);
void   dov_patrol_rules_install (DovStore   *store);
void   dov_finding_rules_install (DovStore  *store);
void   dov_stock_rules_install  (DovStore   *store);
void   dov_paper_rules_install  (DovStore   *store);
void   dov_rental_rules_install (DovStore   *store);

/* Whether one of these fields was changed; everything is new in a new record. */
gboolean dov_rules_is_changed   (DovRecord  *before,
                                 DovRecord  *after,
                                 ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
