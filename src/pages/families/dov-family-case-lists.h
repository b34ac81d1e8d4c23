/* dov-family-case-lists.h - the case work with a family, as lists of its page */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-subject-page.h"

G_BEGIN_DECLS

extern const DovRelatedList dov_family_programmes;
extern const DovRelatedList dov_family_registers;
extern const DovRelatedList dov_family_reviews;
extern const DovRelatedList dov_family_placements;
extern const DovRelatedList dov_family_tasks;
extern const DovRelatedList dov_family_home_visits;
extern const DovRelatedList dov_family_attempts;
extern const DovRelatedList dov_family_calls;
extern const DovRelatedList dov_family_acts;
extern const DovRelatedList dov_family_signals;
extern const DovRelatedList dov_family_consents;
extern const DovRelatedList dov_family_applications;
extern const DovRelatedList dov_family_notices;
extern const DovRelatedList dov_family_incoming;
extern const DovRelatedList dov_family_decisions;

char *dov_family_dup_day   (const GDate *day);
char *dov_family_dup_staff (DovStore *store,
                            gint64    staff);

G_END_DECLS
